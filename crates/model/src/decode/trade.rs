//! Commodities, the cargo of flows, and lines.

use super::money::{Priced, WITH_MONEY};
use super::{Draft, known};
use crate::element::{Class, Commodity, Line, LineKind, TradeUnit};
use crate::id::Id;
use crate::problem::Problem;
use crate::quantity::{Dimension, Per};
use crate::reader::{Fields, Form, Kind, Shape, Value};
use jiff::civil::Date;

/// Chapters of the Harmonized System: 01 to 97.
const LAST_CHAPTER: u32 = 97;
/// The one that is kept free for later use.
const FREE_CHAPTER: u32 = 77;
/// Shares are written in decimals, the sum of which may miss 1 by this much.
const SLACK: f64 = 1e-9;
const HOURS_PER_DAY: f64 = 24.0;
const M3_PER_MCM: f64 = 1e6;
/// The first day of a volume without a date.
const EVER: Date = Date::MIN;

pub(super) fn commodity(f: &mut Fields<'_, '_>, name: &str, priced: Priced) -> Option<Commodity> {
    let title = f.title(name);
    let hs = f.optional("hs", "Chapters of the Harmonized System, two digits each.", "none", |v| {
        v.list((1, LAST_CHAPTER as usize), chapter)
    });
    let units = TradeUnit::ALL.map(|unit| (unit.name(), unit));
    let unit = f.optional("unit", "What it is measured in; flows carry tonnes.", "\"t\"", |v| v.choice(&units));
    let per = match unit.unwrap_or(TradeUnit::Tonne) {
        TradeUnit::Tonne => Per::Tonne,
        TradeUnit::MegawattHour => Per::MegawattHour,
        TradeUnit::CubicMetre => Per::CubicMetre,
    };
    let value = f.only_when(WITH_MONEY, priced.money, |f| {
        f.optional("value", "What one of the unit is worth: money per t, MWh or m3.", "not told", |v| {
            priced.price(v, per)
        })
    });
    Some(Commodity {
        name: name.to_string(),
        title,
        hs: hs.unwrap_or_default(),
        unit: unit.unwrap_or(TradeUnit::Tonne),
        value,
    })
}

fn chapter(v: &mut Value<'_, '_>) -> Option<String> {
    let text = v.text("chapter of the Harmonized System", "27")?;
    if v.describing() {
        return Some(text);
    }
    let number = text.parse::<u32>().ok().filter(|_| text.len() == 2);
    match number {
        Some(number) if (1..=LAST_CHAPTER).contains(&number) && number != FREE_CHAPTER => Some(text),
        Some(_) => {
            v.wrong("unknown-chapter", format!("the Harmonized System has no chapter {text}"), "01 to 97, without 77");
            None
        }
        None => {
            let message = format!("`{}` is no chapter", crate::reader::shortened(&text));
            let problem = Problem::error("unknown-chapter", message).at(v.place(), "");
            v.reader.report(problem.help("write two digits as a text, as in \"07\""));
            None
        }
    }
}

/// The cargo of a flow: parts of the load of its class by commodity.
pub(super) fn cargo(
    f: &mut Fields<'_, '_>,
    draft: &Draft,
    class: Option<Id<Class>>,
) -> Option<Vec<(Id<Commodity>, f64)>> {
    let cargo = f.optional("cargo", "Parts of the class's load by commodity; at most the whole.", "not told", |v| {
        v.keyed(Kind::Commodity, |v, position| Some((Id::<Commodity>::new(position), v.share()?)))
    })?;
    if f.describing() {
        return Some(cargo);
    }
    let place = f.place_of("cargo");
    let sum: f64 = cargo.iter().map(|(_, share)| share).sum();
    if sum > 1.0 + SLACK {
        let message = format!("the cargo adds up to {} %", (sum * 1000.0).round() / 10.0);
        f.fail(Problem::error("out-of-range", message).at(place, "more than the load"));
    }
    if let Some(class) = class.and_then(|class| known(&draft.classes, class)).filter(|class| class.load_t <= 0.0) {
        let problem = Problem::error("no-load", format!("class `{}` carries no load, so it has no cargo", class.name));
        f.fail(problem.at(place, "parts of nothing").help(format!("write class.{}.load", class.name)));
    }
    let commodities = cargo.iter().filter_map(|(commodity, _)| known(&draft.commodities, *commodity));
    for commodity in commodities.filter(|commodity| commodity.unit != TradeUnit::Tonne) {
        let (name, unit) = (&commodity.name, commodity.unit.name());
        let problem =
            Problem::error("wrong-unit", format!("commodity `{name}` is measured in {unit}, vehicles carry t"));
        f.fail(problem.at(place, "names it"));
    }
    Some(cargo)
}

/// What stands between the words of a line and the amount of a day in the unit of its kind.
fn per_day(kind: LineKind) -> (Dimension, f64) {
    match kind {
        LineKind::Electricity => (Dimension::Power, HOURS_PER_DAY),
        LineKind::Gas => (Dimension::GasFlow, M3_PER_MCM),
        LineKind::Oil => (Dimension::MassFlow, 1.0),
    }
}

pub(super) fn line(f: &mut Fields<'_, '_>, name: &str, draft: &Draft) -> Option<Line> {
    let title = f.title(name);
    let kinds = [("electricity", LineKind::Electricity), ("gas", LineKind::Gas), ("oil", LineKind::Oil)];
    let kind = f.required("kind", "Power line or pipeline; decides its units.", |v| v.choice(&kinds));
    let from = f.required("from", "Node where it begins.", |v| v.reference(Kind::Node));
    let to = f.required("to", "Node where it ends.", |v| v.reference(Kind::Node));
    if from.is_some() && from == to && !f.describing() {
        let place = f.place_of("to");
        f.fail(Problem::error("loop", format!("line `{name}` begins and ends at the same node")).at(place, ""));
    }
    let direction = f.required("direction", "Direction that it counts for.", |v| v.reference(Kind::Direction));
    let commodity = f.required("commodity", "What it carries.", |v| v.reference::<Commodity>(Kind::Commodity));
    let place = f.place_of("commodity");
    if let (Some(kind), Some(commodity)) = (kind, commodity.and_then(|id| known(&draft.commodities, id)))
        && commodity.unit != kind.unit()
        && !f.describing()
    {
        let (wanted, found) = (kind.unit().name(), commodity.unit.name());
        let message = format!("commodity `{}` is measured in {found}, a line of this kind in {wanted}", commodity.name);
        let problem = Problem::error("wrong-unit", message).at(place, "");
        f.fail(problem.help(format!("write unit = \"{wanted}\" in [commodity.{}]", commodity.name)));
    }
    let kind_or_any = kind.unwrap_or(LineKind::Electricity);
    let capacity = f.optional("capacity", "Most that it can carry, in the units of its kind.", "no limit", |v| {
        amount(v, kind_or_any)
    });
    let volume = f.required("volume", "What it carries; constant, or by date: from each date on.", |v| {
        v.either(
            "an amount, or a table of amounts by date",
            &mut [
                (Form::Text, &mut |v| Some(vec![(EVER, amount(v, kind_or_any)?)])),
                (Form::Table, &mut |v| {
                    v.by_date("write the first day of the volume, as in 2026-01-01 = \"0 MW\"", |v| {
                        amount(v, kind_or_any)
                    })
                }),
            ],
        )
    });
    let border = f.optional("border", "Whether what it carries is trade.", "true between two countries", |v| v.bool());
    let most = volume.iter().flatten().map(|(_, volume)| *volume).fold(0.0, f64::max);
    if capacity.is_some_and(|capacity| most > capacity) && !f.describing() {
        let problem = Problem::warning("above-capacity", format!("line `{name}` is to carry more than it can"));
        let problem = problem.at(f.place_of("volume"), "the volume").at(f.place_of("capacity"), "the capacity");
        f.reader.report(problem.help("it carries the smaller of the two"));
    }
    let country = |node: Option<Id<_>>| node.and_then(|node| known(&draft.nodes, node)).map(|node| &node.country);
    let abroad = country(from) != country(to);
    Some(Line {
        name: name.to_string(),
        title,
        kind: kind?,
        from: from?,
        to: to?,
        direction: direction?,
        commodity: commodity?,
        capacity_per_day: capacity,
        volume_per_day: volume?,
        border: border.unwrap_or(abroad),
    })
}

/// An amount per day in the unit of a kind of line.
fn amount(v: &mut Value<'_, '_>, kind: LineKind) -> Option<f64> {
    if v.describing() {
        // Each kind of line has a dimension of its own.
        return v.alternatives(
            |v| v.alternatives(|v| v.quantity(Dimension::Power), Shape::Quantity(Dimension::GasFlow)),
            Shape::Quantity(Dimension::MassFlow),
        );
    }
    let (dimension, factor) = per_day(kind);
    Some(v.quantity(dimension)? * factor)
}
