//! What crossings cost and what idling burns: the times and visits of one replication at the prices of the scenario.
//!
//! Prices change with dates: those of the model with its dated changes, and the rate between the two currencies every day that the
//! model names one. The times of a replication belong to the vehicles that left in the window, so each price is the mean
//! over the days on which vehicles of the stream left, weighted by their number.

use crate::journey;
use crate::measures::MeasureDefinition;
use crate::query;
use crate::said::Reason;
use jiff::civil::Date;
use portway_model::Model;
use portway_model::element::{Money, Timeline};
use portway_model::quantity::{Currency, Price};
use portway_sim::program::{StationElement, StationKind};
use portway_sim::{Observations, Program, StreamObservations};
use std::ops::Range;

const MS_PER_H: f64 = 3_600_000.0;

/// Days of the year that totals of a window are scaled to.
pub(crate) const DAYS_PER_YEAR: f64 = 365.0;

/// What a measure needs the model to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Needs {
    /// Nothing beyond the corridor itself.
    Nothing,
    /// The `[money]` table.
    Money,
    /// A `second` currency in it.
    SecondCurrency,
    /// The `[air]` table.
    Air,
    /// Both tables.
    MoneyAndAir,
}

/// The prices of a scenario, as its window and its streams meet them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Prices {
    currency: Option<Currency>,
    second: Option<Currency>,
    air: bool,
    /// Days on which no price and no rate changes, one after the other.
    periods: Vec<Period>,
}

#[derive(Clone, Debug, PartialEq)]
struct Period {
    /// Indices into the days of the window.
    days: Range<usize>,
    /// Per stream.
    tariffs: Vec<Tariff>,
}

/// What one stream pays in a period. Amounts are in the first and the second currency.
#[derive(Clone, Debug, Default, PartialEq)]
struct Tariff {
    hour: [f64; 2],
    /// Part of it that an hour of waiting at home costs.
    virtual_share: f64,
    /// Per visit of a station, where it is not free.
    fees: Vec<(usize, [f64; 2])>,
    /// Per passage of a link.
    running: Vec<(usize, [f64; 2])>,
    litre: [f64; 2],
    idle_l_per_h: f64,
    yard_share: f64,
    co2_kg_per_l: f64,
}

/// What the vehicles of one stream that left in the window spent, burnt and gave off.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Spent {
    /// Vehicles.
    pub(crate) left: f64,
    /// All their waiting, hours.
    pub(crate) waiting_h: f64,
    /// In the first and the second currency.
    pub(crate) money: [Parts; 2],
    /// Fuel burnt idling, litres.
    pub(crate) idle_l: f64,
    /// Carbon dioxide of it, kilograms.
    pub(crate) co2_kg: f64,
}

/// The parts of a cost.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Parts {
    /// Vehicle and driver moving.
    pub(crate) moving: f64,
    /// Vehicle and driver being served.
    pub(crate) service: f64,
    /// Vehicle and driver waiting.
    pub(crate) waiting: f64,
    /// By distance.
    pub(crate) running: f64,
    /// Tolls and fees.
    pub(crate) fees: f64,
    /// Fuel of idling.
    pub(crate) idling: f64,
}

/// What one stream pays by place, in the first currency: means over the days on which its vehicles left.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct PlacePrices {
    /// An hour of vehicle and driver, and one of them waiting at home.
    pub(crate) hour: f64,
    pub(crate) hour_at_home: f64,
    /// Fuel of an hour in front of lanes and links, and of one in a lot.
    pub(crate) hour_idling: f64,
    pub(crate) hour_idling_in_lot: f64,
    /// Fee of a visit, and running cost of a passage, per station; empty where nothing has a price.
    pub(crate) visit: Vec<(f64, f64)>,
}

impl PlacePrices {
    /// Tolls and fees of some visits to a station.
    pub(crate) fn fees(&self, station: usize, visits: u64) -> f64 {
        self.visit.get(station).map_or(0.0, |(fee, _)| visits as f64 * fee)
    }

    /// What some visits to a station cost: being served with tolls and fees, waiting, and being held.
    pub(crate) fn parts(&self, station: usize, kind: StationKind, times: journey::Times) -> [f64; 3] {
        let h = |ms: u128| ms as f64 / MS_PER_H;
        let (waiting, held) = match kind {
            StationKind::Appointments => (self.hour_at_home, self.hour + self.hour_idling),
            StationKind::Holding => (self.hour + self.hour_idling, self.hour + self.hour_idling_in_lot),
            StationKind::Control | StationKind::Link | StationKind::Platform | StationKind::Berth => {
                (self.hour + self.hour_idling, self.hour + self.hour_idling)
            }
        };
        let passages = self.visit.get(station).map_or(0.0, |(fee, running)| times.visits as f64 * (fee + running));
        [h(times.service_ms) * self.hour + passages, h(times.wait_ms) * waiting, h(times.held_ms) * held]
    }
}

impl Parts {
    /// All of it.
    pub(crate) fn all(&self) -> f64 {
        self.moving + self.service + self.waiting + self.running + self.fees + self.idling
    }
}

impl Prices {
    /// Reads the prices off a timeline for the days of a window, each with its version of the model.
    pub(crate) fn new(timeline: &Timeline, program: &Program, days: &[Date], version_of_day: &[usize]) -> Self {
        let money = timeline.first().money.as_ref();
        let air = timeline.first().air.is_some();
        let mut periods: Vec<Period> = Vec::new();
        let mut last = None;
        for (index, (day, version)) in days.iter().zip(version_of_day).enumerate() {
            let model = &timeline.versions[*version].model;
            let now = (*version, model.money.as_ref().map(|money| money.rate_on(*day)));
            match periods.last_mut() {
                Some(period) if last == Some(now) => period.days.end = index + 1,
                _ if money.is_some() || air => {
                    let tariffs = program.streams.iter().map(|stream| tariff(model, program, stream.class, *day));
                    periods.push(Period { days: index..index + 1, tariffs: tariffs.collect() });
                }
                _ => {}
            }
            last = Some(now);
        }
        Self { currency: money.map(|m| m.currency), second: money.and_then(|m| m.second), air, periods }
    }

    /// Whether the model says what a measure needs.
    pub(crate) fn meet(&self, needs: Needs) -> bool {
        match needs {
            Needs::Nothing => true,
            Needs::Money => self.currency.is_some(),
            Needs::SecondCurrency => self.second.is_some(),
            Needs::Air => self.air,
            Needs::MoneyAndAir => self.currency.is_some() && self.air,
        }
    }

    /// Why a measure cannot be asked for, when the model does not say what it needs.
    pub(crate) fn refuse(&self, measure: &MeasureDefinition) -> Result<(), Reason> {
        let (code, missing) = match measure.needs {
            needs if self.meet(needs) => return Ok(()),
            Needs::SecondCurrency => ("needs-second-currency", "a `second` currency in [money]"),
            Needs::Air => ("needs-air", "[air]"),
            Needs::MoneyAndAir => ("needs-money-and-air", "[money] and [air]"),
            Needs::Money | Needs::Nothing => ("needs-money", "[money]"),
        };
        let sentence = format!("`{}` needs {missing}, which the model does not have", measure.name);
        Err(Reason::about(code, sentence, [("measure", measure.name)]))
    }

    /// A unit of the catalogue with the currencies of the model in it.
    pub(crate) fn unit(&self, unit: &str) -> String {
        self::unit(unit, self.currency, self.second)
    }

    /// What each stream spent in one replication; empty where nothing has a price.
    pub(crate) fn spent(&self, seen: &Observations, is_link: impl Fn(usize) -> bool) -> Vec<Spent> {
        if self.periods.is_empty() {
            return Vec::new();
        }
        let of = |stream: usize| {
            let times = Times::of(seen, stream, &is_link);
            self.of_stream(seen, stream, &times)
        };
        (0..seen.streams.len()).map(of).collect()
    }

    /// What time and visits at each place cost, as the vehicles of one stream met the prices; nothing where nothing has a price.
    pub(crate) fn at_places(&self, seen: &Observations, stream: usize) -> PlacePrices {
        let mut prices = PlacePrices::default();
        let by_day = query::by_day(&seen.streams[stream].left_by_hour);
        let left = by_day.iter().sum::<u64>() as f64;
        if self.currency.is_none() || left == 0.0 {
            return prices;
        }
        prices.visit = vec![(0.0, 0.0); seen.stations.len()];
        for period in &self.periods {
            let share = by_day[period.days.clone()].iter().sum::<u64>() as f64 / left;
            let tariff = &period.tariffs[stream];
            let idling = share * tariff.idle_l_per_h * tariff.litre[0];
            prices.hour += share * tariff.hour[0];
            prices.hour_at_home += share * tariff.hour[0] * tariff.virtual_share;
            prices.hour_idling += idling;
            prices.hour_idling_in_lot += idling * tariff.yard_share;
            tariff.fees.iter().for_each(|(station, amount)| prices.visit[*station].0 += share * amount[0]);
            tariff.running.iter().for_each(|(station, amount)| prices.visit[*station].1 += share * amount[0]);
        }
        prices
    }

    fn of_stream(&self, seen: &Observations, stream: usize, times: &Times) -> Spent {
        let by_day = query::by_day(&seen.streams[stream].left_by_hour);
        let left = by_day.iter().sum::<u64>() as f64;
        let mut spent = Spent { left, waiting_h: times.waiting_h(), ..Spent::default() };
        if left == 0.0 {
            return spent;
        }
        for period in &self.periods {
            let share = by_day[period.days.clone()].iter().sum::<u64>() as f64 / left;
            if share == 0.0 {
                continue;
            }
            let tariff = &period.tariffs[stream];
            let idle_l = tariff.idle_l_per_h * (times.queue_h + tariff.yard_share * times.yard_h);
            spent.idle_l += share * idle_l;
            spent.co2_kg += share * idle_l * tariff.co2_kg_per_l;
            let visits = |paid: &[(usize, [f64; 2])], currency: usize| -> f64 {
                let one = |(station, amount): &(usize, [f64; 2])| {
                    seen.stations[*station].streams[stream].wait_ms.count() as f64 * amount[currency]
                };
                paid.iter().map(one).sum()
            };
            for (currency, parts) in spent.money.iter_mut().enumerate() {
                let hour = share * tariff.hour[currency];
                parts.moving += hour * times.moving_h;
                parts.service += hour * times.service_h;
                parts.waiting += hour * (times.virtual_h * tariff.virtual_share + times.yard_h + times.queue_h);
                parts.running += share * visits(&tariff.running, currency);
                parts.fees += share * visits(&tariff.fees, currency);
                parts.idling += share * idle_l * tariff.litre[currency];
            }
        }
        spent
    }
}

/// A unit of the catalogue with the currencies of a model in it.
pub(crate) fn unit(unit: &str, currency: Option<Currency>, second: Option<Currency>) -> String {
    let code = |currency: Option<Currency>| currency.map_or("", Currency::code);
    let is_second = unit.strip_prefix("second currency").map(|per| (second, per));
    let with_currency = is_second.or_else(|| Some((currency, unit.strip_prefix("currency")?)));
    with_currency.map_or_else(|| unit.to_owned(), |(currency, per)| format!("{}{per}", code(currency)))
}

/// The hours of a stream's vehicles that left in the window, all of them together.
struct Times {
    moving_h: f64,
    service_h: f64,
    virtual_h: f64,
    yard_h: f64,
    /// In front of lanes and links, and held there.
    queue_h: f64,
}

impl Times {
    fn of(seen: &Observations, stream: usize, is_link: impl Fn(usize) -> bool) -> Self {
        let of = &seen.streams[stream];
        let h = |sum_ms: u128| sum_ms as f64 / MS_PER_H;
        let stages = seen.stations.iter().enumerate().filter(|(station, _)| !is_link(*station));
        let service_h = h(stages.map(|(_, station)| station.streams[stream].service_ms.sum()).sum());
        let StreamObservations { door_to_door_ms, wait_ms, .. } = of;
        Self {
            // Services are those that ended in the window; those of vehicles cut by its edges may be more than there is.
            moving_h: (h(door_to_door_ms.sum()) - h(wait_ms.sum()) - service_h).max(0.0),
            service_h,
            virtual_h: h(of.wait_virtual_ms.sum()),
            yard_h: h(of.wait_yard_ms.sum()),
            queue_h: h(of.wait_physical_ms.sum() + of.wait_blocked_ms.sum()),
        }
    }

    fn waiting_h(&self) -> f64 {
        self.virtual_h + self.yard_h + self.queue_h
    }
}

/// What a class pays on a day of a version of the model.
fn tariff(model: &Model, program: &Program, class: usize, day: Date) -> Tariff {
    let mut tariff = Tariff::default();
    let Some(of_class) = model.classes.iter().nth(class) else { return tariff };
    if let Some(air) = &model.air {
        tariff.yard_share = air.yard_idling_share;
        tariff.co2_kg_per_l = air.co2_kg_per_l[class];
        tariff.idle_l_per_h = of_class.idle_fuel_l_per_h.unwrap_or(0.0);
    }
    let Some(money) = &model.money else { return tariff };
    let both = |price: Price| both(money, price, day);
    tariff.hour = of_class.hour_cost.map_or([0.0; 2], both);
    tariff.virtual_share = money.virtual_wait_share;
    tariff.litre = money.fuel_price_per_l.as_ref().map_or([0.0; 2], |by_class| both(by_class[class]));
    for (index, station) in program.stations.iter().enumerate() {
        let Some((price, times)) = station.element.price(model, class) else { continue };
        let paid = match station.element {
            StationElement::Stage(_) | StationElement::Stop { .. } => &mut tariff.fees,
            StationElement::Link { .. } => &mut tariff.running,
        };
        paid.push((index, both(price).map(|amount| amount * times)));
    }
    tariff
}

fn both(money: &Money, price: Price, day: Date) -> [f64; 2] {
    [money.in_first(price, day), money.in_second(price, day)]
}
