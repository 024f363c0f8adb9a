//! Trade in rows, for tables and pages alike: amounts in units of which a corridor moves some.

use crate::money;
use crate::number::{self, Estimate};
use crate::view::View;
use portway_study::journey::Figure;
use portway_study::trade::TradeRow;
use std::cmp::Ordering;

/// What amounts and values are told in: thousands of tonnes, gigawatt-hours, millions of cubic metres and of money.
const THOUSAND: f64 = 1e3;
const MILLION: f64 = 1e6;

/// Ten tonnes, ten thousand of money: what is less says nothing about trade.
const DECIMALS: i32 = 2;

/// The unit that an amount is told in: its message, and how many of the unit of results it is.
fn unit(row: &TradeRow) -> (&'static str, f64) {
    match row.unit.as_str() {
        "MWh" => ("trade-unit-gwh", THOUSAND),
        "m3" => ("trade-unit-mcm", MILLION),
        _ => ("trade-unit-kt", THOUSAND),
    }
}

/// The rows of a direction that anything is traded in, that of most value first; behind them those without a value.
pub(crate) fn rows<'a>(view: &View<'a>, direction: &'a str) -> Vec<&'a TradeRow> {
    let traded = |row: &&TradeRow| row.direction == direction && row.amount.mean > 0.0;
    let mut rows: Vec<&TradeRow> = view.results.trade.iter().filter(traded).collect();
    rows.sort_by(|one, other| weight(&[other]).partial_cmp(&weight(&[one])).unwrap_or(Ordering::Equal));
    rows
}

/// Whether rows have a value, and that or else their amount.
fn weight(rows: &[&TradeRow]) -> (bool, f64) {
    let value: Option<f64> = rows.iter().map(|row| row.value.map(|value| value.mean)).sum();
    let amount: f64 = rows.iter().map(|row| row.amount.mean / unit(row).1).sum();
    (value.is_some(), value.unwrap_or(amount))
}

/// The rows of each commodity, those of most value first, behind them those without a value, of most amount first.
pub(crate) fn by_weight<'a>(view: &View<'a>) -> Vec<Vec<&'a TradeRow>> {
    let mut commodities: Vec<Vec<&TradeRow>> = Vec::new();
    for row in &view.results.trade {
        match commodities.iter_mut().find(|rows| rows[0].commodity == row.commodity) {
            Some(rows) => rows.push(row),
            None => commodities.push(vec![row]),
        }
    }
    commodities.retain(|rows| rows.iter().any(|row| row.amount.mean > 0.0));
    commodities.sort_by(|one, other| weight(other).partial_cmp(&weight(one)).unwrap_or(Ordering::Equal));
    commodities
}

/// The amounts of a row month by month, in the unit that it is told in.
pub(crate) fn months_of(row: &TradeRow) -> Vec<f64> {
    row.months.iter().map(|month| month.amount / unit(row).1).collect()
}

/// The title of a commodity.
pub(crate) fn title<'a>(view: &View<'a>, row: &'a TradeRow) -> &'a str {
    let commodities = &view.model().commodities;
    commodities.find(&row.commodity).map_or(row.commodity.as_str(), |id| &commodities[id].title)
}

/// The word for the unit of a row.
pub(crate) fn unit_word(view: &View<'_>, row: &TradeRow) -> String {
    view.language.word(unit(row).0)
}

/// The amount of a row.
pub(crate) fn amount(row: &TradeRow) -> Estimate {
    told(row.amount, unit(row).1)
}

/// What a row is worth, in millions.
pub(crate) fn value(row: &TradeRow) -> Option<Estimate> {
    row.value.map(|value| told(value, MILLION))
}

/// The amount of one month of a row, without an interval.
pub(crate) fn of_month(row: &TradeRow, month: &str) -> Option<Estimate> {
    let month = row.months.iter().find(|known| known.month == month)?;
    Some(told(Figure { mean: month.amount, half_width: None }, unit(row).1))
}

/// What a line carries is the same in all replications, and then an interval would only ask for a reason.
fn told(figure: Figure, per: f64) -> Estimate {
    let half_width = figure.half_width.filter(|half_width| *half_width > 0.0);
    number::quantity(figure.mean / per, half_width.map(|half_width| half_width / per), DECIMALS)
}

/// The heading of values, when the corridor has money and any row is worth something.
pub(crate) fn value_heading(view: &View<'_>) -> Option<String> {
    let money = money::money(view).filter(|_| view.results.trade.iter().any(|row| row.value.is_some()))?;
    Some(view.language.say("trade-value", &[("currency", money.currency.code().into())]))
}
