//! What time, fuel and passages cost, in the two currencies of a corridor, and what idling engines give off.

use super::PerClass;
use crate::quantity::{Currency, Price};
use jiff::civil::Date;

/// The currencies of a corridor and the prices that belong to no single element.
#[derive(Clone, Debug, PartialEq)]
pub struct Money {
    /// The currency that answers are in.
    pub currency: Currency,
    /// The currency beside it; amounts may be written in either.
    pub second: Option<Currency>,
    /// Units of the second currency for one of the first, from each date on, sorted; not empty where there is a second currency.
    pub rates: Vec<(Date, f64)>,
    /// Price of a litre of fuel per class; there when the corridor has an [`Air`].
    pub fuel_price_per_l: Option<PerClass<Price>>,
    /// Part of the cost of an hour that an hour of waiting at home for a slot costs.
    pub virtual_wait_share: f64,
}

/// What idling engines give off.
#[derive(Clone, Debug, PartialEq)]
pub struct Air {
    /// Carbon dioxide of a litre of fuel, kilograms, per class.
    pub co2_kg_per_l: PerClass<f64>,
    /// Part of the waiting in holding lots during which engines idle.
    pub yard_idling_share: f64,
}

impl Money {
    /// Units of the second currency for one of the first on a day: the latest rate at or before it, and the first rate on days
    /// before all of them. 1 where there is one currency.
    pub fn rate_on(&self, day: Date) -> f64 {
        let known = self.rates.iter().take_while(|(from, _)| *from <= day).last();
        known.or(self.rates.first()).map_or(1.0, |(_, rate)| *rate)
    }

    /// An amount in the first currency, at the rate of a day.
    pub fn in_first(&self, price: Price, day: Date) -> f64 {
        if price.currency == self.currency { price.amount } else { price.amount / self.rate_on(day) }
    }

    /// An amount in the second currency, at the rate of a day.
    pub fn in_second(&self, price: Price, day: Date) -> f64 {
        if price.currency == self.currency { price.amount * self.rate_on(day) } else { price.amount }
    }
}
