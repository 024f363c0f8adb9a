//! Directions, nodes and links.

use super::money::{Priced, WITH_MONEY};
use super::{Draft, gauge, season};
use crate::element::{Alternating, Direction, Link, Mode, Node};
use crate::problem::Problem;
use crate::quantity::{Dimension, Per};
use crate::reader::{Fields, Kind, Value};

/// Most vehicles that a limit of storage or room can name; more is no limit at all.
pub(super) const MAX_VEHICLES: u32 = 10_000_000;

/// Most gauges of one link; a fourth rail carries three.
const MAX_GAUGES: usize = 8;

const SEASON_DOC: &str = "Part of the year in which vehicles may enter, or a list of parts.";
const HOURS_DOC: &str = "Calendar during which vehicles may enter.";

pub(super) fn direction(f: &mut Fields<'_, '_>, name: &str) -> Option<Direction> {
    Some(Direction { name: name.to_string(), title: f.title(name) })
}

pub(super) fn node(f: &mut Fields<'_, '_>, name: &str) -> Option<Node> {
    let title = f.title(name);
    let country = f.required("country", "Country, ISO 3166.", |v| v.country());
    let zone = f.required("zone", "Local time, a zone of the tz database.", |v| v.zone());
    let at = f.optional("at", "Longitude and latitude, WGS 84 degrees.", "not on the map", |v| {
        let degrees = v.list((2, 2), |v| v.number(-180.0, 180.0))?;
        v.not_an_input();
        if degrees.get(1).is_some_and(|latitude| latitude.abs() > 90.0) {
            v.wrong("out-of-range", "the latitude is not between -90 and 90", "longitude comes first");
            return None;
        }
        Some(degrees)
    });
    let degree = |index: usize| at.as_ref().and_then(|at| at.get(index).copied());
    Some(Node {
        name: name.to_string(),
        title,
        country: country?,
        zone: zone?,
        longitude_deg: degree(0),
        latitude_deg: degree(1),
    })
}

pub(super) fn link(f: &mut Fields<'_, '_>, name: &str, draft: &Draft, priced: Priced) -> Option<Link> {
    let title = f.title(name);
    let from = f.required("from", "Node at one end.", |v| v.reference(Kind::Node));
    let to = f.required("to", "Node at the other end.", |v| v.reference(Kind::Node));
    let place = f.place_of("to");
    if from.is_some() && from == to && !f.describing() {
        f.fail(Problem::error("loop", format!("link `{name}` begins and ends at the same node")).at(place, ""));
    }
    let mode = f.optional("mode", "What travels on it; decides how a map draws it.", "road", |v| {
        v.choice(&Mode::ALL.map(|mode| (mode.name(), mode)))
    });
    let one = f.exactly_one(&["speed", "travel"]);
    let length = f.optional("length", "Length; needed with `speed`.", "0 m", |v| v.quantity(Dimension::Length));
    let speed = f.optional("speed", "Free-flow speed.", "use `travel`", |v| v.quantity(Dimension::Speed));
    let travel =
        f.optional("travel", "Free-flow travel time instead of a speed.", "length over speed", |v| v.duration_ms(0));
    if one && f.has("speed") && !f.has("length") {
        let problem = Problem::error("missing-key", "a speed needs a `length`").at(f.place_of("speed"), "");
        f.fail(problem);
    }
    let by_speed = || Some(((length? / speed?) * 1000.0).round() as i64);
    let border = f.optional(
        "border",
        "Crossing this link is crossing the border: leaving it counts as a crossing.",
        "false",
        |v| v.bool(),
    );
    let storage = f.optional("storage", "Vehicles that fit on one direction at once.", "unlimited", |v| {
        unlimited_or(v, |v| v.count(1, MAX_VEHICLES))
    });
    let capacity = f.optional("flow-capacity", "Vehicles that can leave one direction in a time.", "unlimited", |v| {
        unlimited_or(v, positive_rate)
    });
    let overtaking = f.optional(
        "overtaking",
        "Whether a vehicle may overtake; without it they leave in the order of entry.",
        "true",
        |v| v.bool(),
    );
    let keep_clear = f.optional(
        "keep-clear",
        "Nobody may stop on it: a vehicle enters only when the next stage of its route has a place for it.",
        "false",
        |v| v.bool(),
    );
    let one_way = f.optional("one-way", "Only `from` to `to` may be travelled.", "false", |v| v.bool());
    let hours = f.optional("hours", HOURS_DOC, "always", calendar_or_always);
    let seasons = f.optional("season", SEASON_DOC, "always", season::seasons);
    let water = f.optional("water", "Water levels at which vehicles may enter.", "any", |v| {
        v.word_or("any", |v| v.table(|f| season::water_need(f, draft)))
    });
    let alternating =
        f.optional("alternating", "One-way working in turns over a single lane.", "both ways at once", |v| {
            v.table(alternating)
        });
    let gauges = f.optional(
        "gauges",
        "Gauges of its tracks; only trains with one of them, or with a load on wagons of one, may enter.",
        "any vehicle",
        |v| v.word_or("any", |v| v.list((1, MAX_GAUGES), gauge::gauge)),
    );
    let running_cost = f.only_when(WITH_MONEY, priced.money, |f| {
        f.optional(
            "running-cost",
            "What a kilometre costs beside the hours: fuel, tyres, charges by distance; one for all or by class.",
            "not counted",
            |v| priced.prices(v, Per::Km),
        )
    });
    Some(Link {
        name: name.to_string(),
        title,
        from: from?,
        to: to?,
        mode: mode.unwrap_or_default(),
        one_way: one_way.unwrap_or(false),
        border: border.unwrap_or(false),
        length_m: length.unwrap_or(0.0),
        travel_ms: travel.or_else(by_speed)?,
        storage_vehicles: storage.flatten(),
        flow_capacity_per_h: capacity.flatten().map(|per_day| per_day / 24.0),
        overtaking: overtaking.unwrap_or(true),
        keep_clear: keep_clear.unwrap_or(false),
        alternating,
        hours: hours.flatten(),
        seasons: seasons.unwrap_or_default(),
        water: water.flatten(),
        gauges_mm: gauges.flatten().map(sorted).unwrap_or_default(),
        running_cost_per_km: running_cost,
    })
}

fn sorted(mut gauges: Vec<u32>) -> Vec<u32> {
    gauges.sort_unstable();
    gauges.dedup();
    gauges
}

fn alternating(f: &mut Fields<'_, '_>) -> Option<Alternating> {
    let phase_ms = f.required("phase", "How long one direction has its turn.", |v| v.duration_ms(1000));
    let clearance_ms =
        f.required("clearance", "End of the turn in which nobody enters, so that the lane empties.", |v| {
            v.duration_ms(0)
        });
    if let (Some(phase), Some(clearance)) = (phase_ms, clearance_ms)
        && clearance >= phase
        && !f.describing()
    {
        let problem = Problem::error("out-of-range", "the clearance takes the whole phase, so nobody can enter");
        f.fail(problem.at(f.place_of("clearance"), "must be shorter").at(f.place_of("phase"), "than this"));
    }
    Some(Alternating { phase_ms: phase_ms?, clearance_ms: clearance_ms? })
}

/// A rate above zero.
fn positive_rate(v: &mut Value<'_, '_>) -> Option<f64> {
    let rate = v.quantity(Dimension::Rate)?;
    if rate <= 0.0 {
        v.wrong("out-of-range", "nothing could ever leave at this rate", "must be above zero");
        return None;
    }
    Some(rate)
}

/// `"unlimited"`, which says the default, so that a scenario can take a limit away; or what else is read.
pub(super) fn unlimited_or<'a, 't, T>(
    v: &mut Value<'a, 't>,
    read: impl FnOnce(&mut Value<'a, 't>) -> Option<T>,
) -> Option<Option<T>> {
    v.word_or("unlimited", read)
}

/// `"always"` or the name of a calendar.
pub(super) fn calendar_or_always<T>(v: &mut Value<'_, '_>) -> Option<Option<crate::Id<T>>> {
    v.word_or("always", |v| v.reference(Kind::Calendar))
}
