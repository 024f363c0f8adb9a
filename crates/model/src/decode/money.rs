//! Money and air: the currencies of the corridor, and the prices that are told apart by what they are paid for.

use crate::element::{Air, Money, PerClass};
use crate::problem::Problem;
use crate::quantity::{Currency, Dimension, Per, Price};
use crate::reader::{Fields, Value};

/// What keys that name an amount of money are read for.
pub(super) const WITH_MONEY: &str = "a corridor with [money]";
/// What keys about idling engines are read for.
pub(super) const WITH_AIR: &str = "a corridor with [air]";

/// Bounds of an exchange rate: a million to one is more than any two currencies are apart.
const MIN_RATE: f64 = 1e-6;
const MAX_RATE: f64 = 1e6;

/// Which of the two tables the folder has, and in which currencies amounts may be written.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Priced {
    pub(super) money: bool,
    pub(super) air: bool,
    /// None where the table has a mistake, which has been reported.
    currencies: Option<(Currency, Option<Currency>)>,
}

impl Priced {
    /// Looks for the tables without reading them.
    pub(super) fn of(f: &Fields<'_, '_>) -> Self {
        let all = f.describing();
        Self { money: all || f.has("money"), air: all || f.has("air"), currencies: None }
    }

    /// The same once the currencies are known.
    pub(super) fn with(self, money: Option<&Money>) -> Self {
        Self { currencies: money.map(|money| (money.currency, money.second)), ..self }
    }

    /// An amount in one of the two currencies.
    pub(super) fn price(self, v: &mut Value<'_, '_>, per: Per) -> Option<Price> {
        let price = v.price(per)?;
        if let Some((first, second)) = self.currencies
            && price.currency != first
            && Some(price.currency) != second
            && !v.describing()
        {
            let known = match second {
                Some(second) => format!("amounts here are in {first} or {second}"),
                None => format!("amounts here are in {first}; a `second` currency of [money] needs its `rate`"),
            };
            let message = format!("{} is not a currency of this corridor", price.currency);
            v.reader.report(Problem::error("wrong-currency", message).at(v.place(), "").help(known));
            return None;
        }
        Some(price)
    }

    /// Amounts by class.
    pub(super) fn prices(self, v: &mut Value<'_, '_>, per: Per) -> Option<PerClass<Price>> {
        v.per_class(|v| self.price(v, per))
    }
}

/// The `[money]` table.
pub(super) fn money(f: &mut Fields<'_, '_>, priced: Priced) -> Option<Money> {
    let currency = f.required("currency", "Currency of answers, ISO 4217.", |v| v.currency());
    let second =
        f.optional("second", "Currency of the other side; amounts may be in either.", "none", |v| v.currency());
    if second.is_some() && second == currency && !f.describing() {
        let problem = Problem::error("conflict", "the second currency is the first one");
        f.fail(problem.at(f.place_of("second"), "and here").at(f.place_of("currency"), "here"));
    }
    let has_second = f.has("second") || f.describing();
    let rates = f.only_when("a `second` currency", has_second, |f| {
        f.required("rate", "By date: how much of the second currency one of the first buys from then on.", |v| {
            let rates = v.by_date("write the first day of the rate, as in 2025-12-17 = 11.26", |v| {
                v.number(MIN_RATE, MAX_RATE)
            })?;
            if rates.is_empty() {
                v.wrong("missing-key", "there is no rate", "needs at least one, as in 2025-12-17 = 11.26");
                return None;
            }
            Some(rates)
        })
    });
    // Beside a wrong currency every amount in it would be told as wrong again.
    let sure = second.is_some() == f.has("second") && second != currency;
    let priced = Priced { currencies: currency.filter(|_| sure).map(|currency| (currency, second)), ..priced };
    let fuel = f.only_when(WITH_AIR, priced.air, |f| {
        f.required("fuel-price", "Price of a litre of fuel; one for all or by class.", |v| priced.prices(v, Per::Litre))
    });
    let away = f.optional(
        "virtual-wait",
        "Part of an hour's cost that an hour of waiting at home for a slot costs.",
        "100 %",
        |v| v.share(),
    );
    let (has_second, priced) = (has_second && !f.describing(), priced.air && !f.describing());
    Some(Money {
        currency: currency?,
        second,
        rates: if has_second { rates? } else { Vec::new() },
        fuel_price_per_l: if priced { Some(fuel?) } else { None },
        virtual_wait_share: away.unwrap_or(1.0),
    })
}

/// The `[air]` table.
pub(super) fn air(f: &mut Fields<'_, '_>) -> Option<Air> {
    let co2 = f.required("co2", "Carbon dioxide of a litre of fuel; one for all or by class.", |v| {
        v.per_class(|v| v.quantity(Dimension::EmissionFactor))
    });
    let yard = f.optional(
        "yard-idling",
        "Part of the waiting in holding lots during which engines idle; in queues they always do, at home never.",
        "0 %",
        |v| v.share(),
    );
    Some(Air { co2_kg_per_l: co2?, yard_idling_share: yard.unwrap_or(0.0) })
}
