//! What is traded: amounts and values by commodity, direction and month.
//!
//! Vehicles carry the cargo of their flow across the border: every crossing counts with the load of its class, in the parts that the
//! flow says. Lines carry their volume on every day, the same in all replications.

use crate::journey::Figure;
use crate::layout::Stream;
use jiff::civil::Date;
use portway_model::Id;
use portway_model::element::{Commodity, Timeline};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// One commodity in one direction.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TradeRow {
    /// Commodity name.
    pub commodity: String,
    /// Chapters of the Harmonized System.
    pub hs: Vec<String>,
    /// Direction name.
    pub direction: String,
    /// Unit of the amounts: `t`, `MWh` or `m3`.
    #[cfg_attr(feature = "openapi", schema(schema_with = crate::described::trade_unit))]
    pub unit: String,
    /// Amount that crossed the border in the window.
    pub amount: Figure,
    /// What it is worth, in the first currency of the corridor at the rates of its days; none where the folder does not say.
    pub value: Option<Figure>,
    /// The same by month of the window, mean over replications.
    pub months: Vec<TradeMonth>,
}

/// One month of trade, or the part of it that lies in the window.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TradeMonth {
    /// Year and month, e.g. `2026-01`.
    pub month: String,
    /// Amount.
    pub amount: f64,
    /// What it is worth.
    pub value: Option<f64>,
}

/// What a timeline says of trade, for the days of a window.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Trade {
    rows: Vec<Row>,
    /// Months of the window, and the month of each of its days.
    months: Vec<String>,
    month_of_day: Vec<usize>,
    version_of_day: Vec<usize>,
}

/// One commodity in one direction.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    commodity: String,
    hs: Vec<String>,
    direction: usize,
    unit: &'static str,
    /// Tonnes that one vehicle of a stream carries: `[version]`, each a stream and its tonnes.
    carried: Vec<Vec<(usize, f64)>>,
    /// What lines carry on each day.
    piped: Vec<f64>,
    /// What one of the unit is worth on each day; empty where the folder does not say.
    worth: Vec<f64>,
}

/// What one replication says: `[row][month]`, amounts and what they are worth.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct TradeSums {
    by_month: Vec<Vec<(f64, f64)>>,
}

impl Trade {
    /// Reads it off a timeline.
    pub(crate) fn new(timeline: &Timeline, streams: &[Stream], days: &[Date], version_of_day: &[usize]) -> Self {
        let model = timeline.first();
        let mut trade = Self { version_of_day: version_of_day.to_vec(), ..Self::default() };
        for day in days {
            let month = format!("{:04}-{:02}", day.year(), day.month());
            if trade.months.last() != Some(&month) {
                trade.months.push(month);
            }
            trade.month_of_day.push(trade.months.len() - 1);
        }
        for (id, commodity) in model.commodities.entries() {
            for direction in 0..model.directions.len() {
                let row = Row {
                    commodity: commodity.name.clone(),
                    hs: commodity.hs.clone(),
                    direction,
                    unit: commodity.unit.name(),
                    carried: carried(timeline, streams, id, direction),
                    piped: piped(timeline, id, direction, days, version_of_day),
                    worth: worth(timeline, id, days, version_of_day),
                };
                if row.carried.iter().any(|streams| !streams.is_empty()) || row.piped.iter().any(|day| *day > 0.0) {
                    trade.rows.push(row);
                }
            }
        }
        trade
    }

    /// The rows of a commodity in a direction, or in all; none where nothing of it crosses.
    pub(crate) fn rows_of(&self, commodity: &str, direction: Option<usize>) -> Vec<usize> {
        let is_it =
            |row: &Row| row.commodity == commodity && direction.is_none_or(|direction| direction == row.direction);
        (0..self.rows.len()).filter(|row| is_it(&self.rows[*row])).collect()
    }

    /// The unit of a row's amounts.
    pub(crate) fn unit(&self, row: usize) -> &'static str {
        self.rows[row].unit
    }

    /// Whether what crosses of a row is worth something known.
    pub(crate) fn has_worth(&self, row: usize) -> bool {
        !self.rows[row].worth.is_empty()
    }

    /// What crosses of a row in some days of one replication, or what that is worth; none where the folder does not say.
    pub(crate) fn of_days(&self, row: usize, crossed: &[Vec<u64>], days: Range<usize>, value: bool) -> Option<f64> {
        let row = &self.rows[row];
        let of_day = |day: usize| {
            let price = if value { *row.worth.get(day)? } else { 1.0 };
            Some(self.amount_on(row, crossed, day) * price)
        };
        days.map(of_day).sum()
    }

    fn amount_on(&self, row: &Row, crossed: &[Vec<u64>], day: usize) -> f64 {
        let carried = &row.carried[self.version_of_day[day]];
        let by_vehicles = carried.iter().map(|(stream, tonnes)| crossed[*stream][day] as f64 * tonnes).sum::<f64>();
        by_vehicles + row.piped[day]
    }

    /// Adds up one replication. `crossed` are its crossings per stream and day.
    pub(crate) fn sums(&self, crossed: &[Vec<u64>]) -> TradeSums {
        let of = |row: &Row| {
            let mut months = vec![(0.0, 0.0); self.months.len()];
            for (day, month) in self.month_of_day.iter().enumerate() {
                let amount = self.amount_on(row, crossed, day);
                months[*month].0 += amount;
                months[*month].1 += amount * row.worth.get(day).copied().unwrap_or(0.0);
            }
            months
        };
        TradeSums { by_month: self.rows.iter().map(of).collect() }
    }

    /// The answer of all replications.
    pub(crate) fn results(&self, sums: &[TradeSums], directions: &[String]) -> Vec<TradeRow> {
        let row = |(at, row): (usize, &Row)| {
            let totals = |of: fn(&(f64, f64)) -> f64| {
                let total = |sums: &TradeSums| sums.by_month[at].iter().map(of).sum::<f64>();
                Figure::of(&sums.iter().map(total).collect::<Vec<f64>>())
            };
            let mean = |month: usize, of: fn(&(f64, f64)) -> f64| {
                sums.iter().map(|sums| of(&sums.by_month[at][month])).sum::<f64>() / sums.len().max(1) as f64
            };
            let has_worth = !row.worth.is_empty();
            let months = self.months.iter().enumerate().map(|(index, month)| TradeMonth {
                month: month.clone(),
                amount: mean(index, |month| month.0),
                value: has_worth.then(|| mean(index, |month| month.1)),
            });
            Some(TradeRow {
                commodity: row.commodity.clone(),
                hs: row.hs.clone(),
                direction: directions[row.direction].clone(),
                unit: row.unit.to_owned(),
                amount: totals(|month| month.0)?,
                value: totals(|month| month.1).filter(|_| has_worth),
                months: months.collect(),
            })
        };
        self.rows.iter().enumerate().filter_map(row).collect()
    }
}

fn carried(
    timeline: &Timeline,
    streams: &[Stream],
    commodity: Id<Commodity>,
    direction: usize,
) -> Vec<Vec<(usize, f64)>> {
    let of_version = |version: &portway_model::element::Version| {
        let of = |(index, stream): (usize, &Stream)| {
            let flow = &version.model.flows[Id::new(stream.cargo.filter(|_| stream.direction == direction)?)];
            let share = flow.cargo.iter().find(|(known, _)| *known == commodity).map(|(_, share)| *share)?;
            Some((index, share * version.model.classes[flow.class].load_t))
        };
        streams.iter().enumerate().filter_map(of).collect()
    };
    timeline.versions.iter().map(of_version).collect()
}

fn piped(
    timeline: &Timeline,
    commodity: Id<Commodity>,
    direction: usize,
    days: &[Date],
    version_of_day: &[usize],
) -> Vec<f64> {
    let on = |(day, version): (&Date, &usize)| {
        let lines = timeline.versions[*version].model.lines.iter();
        let counted =
            lines.filter(|line| line.border && line.commodity == commodity && line.direction.index() == direction);
        counted.map(|line| line.carried_on(*day)).sum()
    };
    days.iter().zip(version_of_day).map(on).collect()
}

fn worth(timeline: &Timeline, commodity: Id<Commodity>, days: &[Date], version_of_day: &[usize]) -> Vec<f64> {
    let on = |(day, version): (&Date, &usize)| {
        let model = &timeline.versions[*version].model;
        let price = model.commodities[commodity].value?;
        Some(model.money.as_ref()?.in_first(price, *day))
    };
    let all: Option<Vec<f64>> = days.iter().zip(version_of_day).map(on).collect();
    all.unwrap_or_default()
}
