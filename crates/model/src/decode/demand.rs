//! Classes, flows and profiles.

use super::calendar::country_with_days;
use super::money::{Priced, WITH_AIR, WITH_MONEY};
use super::{Draft, Tables, choice, gauge, known, trade};
use crate::calendar::Holidays;
use crate::distribution::Distribution;
use crate::element::{Class, Flow, Profile, Volume};
use crate::id::Id;
use crate::problem::Problem;
use crate::quantity::{Dimension, MAX_RATE_PER_DAY, Per, WordError};
use crate::reader::{CSV_FILE, Fields, Form, Kind, Shape, Value};
use jiff::civil::Date;

/// Most passengers of one vehicle; a train carries fewer.
const MAX_PASSENGERS: f64 = 10_000.0;
/// Most seats of a carrier; a train has fewer.
const MAX_SEATS: u32 = 10_000;
/// Most vehicles that arrive together.
const MAX_BATCH: u32 = 10_000;
/// Largest factor or weight of a profile.
const MAX_FACTOR: f64 = 1_000_000.0;
/// Steps of a table are copied and not parsed again, which is this much cheaper than reading a value.
const STEPS_PER_VALUE: usize = 8;
/// Most departures of a timetable: one a minute.
const MAX_DEPARTURES: usize = 1440;
/// Most times that a table by date can be taken. More is another table.
const MOST_OF_FILE: f64 = 1000.0;

pub(super) fn class(f: &mut Fields<'_, '_>, name: &str, priced: Priced) -> Option<Class> {
    let title = f.title(name);
    if name == "other" {
        let problem = f.problem("bad-name", "no class may be called `other`", "stands for the rest in tables by class");
        f.fail(problem);
    }
    let load = f.optional("load", "Mean cargo per vehicle.", "0 t", |v| v.quantity(Dimension::Mass));
    let passengers = f.optional("passengers", "Mean passengers per vehicle, the driver not counted.", "0", |v| {
        v.number(0.0, MAX_PASSENGERS)
    });
    let seats =
        f.optional("seats", "Passengers that it takes on as a carrier of a service.", "0", |v| v.count(0, MAX_SEATS));
    let draught =
        f.optional("draught", "How deep it lies in the water; asked where a link says its `depth`.", "none", |v| {
            v.word_or("none", |v| v.quantity(Dimension::Length))
        });
    let gauge = f.optional(
        "gauge",
        "Gauge of the track that it needs, with which it may enter links that say `gauges`.",
        "none",
        |v| v.word_or("none", gauge::gauge),
    );
    let hour_cost = f.only_when(WITH_MONEY, priced.money, |f| {
        f.required("hour-cost", "What an hour of the vehicle and its driver costs, fuel not counted.", |v| {
            priced.price(v, Per::Hour)
        })
    });
    let idle_fuel = f.only_when(WITH_AIR, priced.air, |f| {
        f.required("idle-fuel", "Fuel that the idling engine burns.", |v| v.quantity(Dimension::FuelRate))
    });
    Some(Class {
        name: name.to_string(),
        title,
        load_t: load.unwrap_or(0.0),
        passengers: passengers.unwrap_or(0.0),
        seats: seats.unwrap_or(0),
        draught_m: draught.flatten(),
        gauge_mm: gauge.flatten(),
        hour_cost,
        idle_fuel_l_per_h: idle_fuel,
    })
}

pub(super) fn profile(f: &mut Fields<'_, '_>, name: &str, holidays: &Holidays) -> Option<Profile> {
    f.title(name);
    let month = f.optional("month", "Factor per month, January first, used as written.", "1 each", factors::<12>);
    let weekday = f.optional("weekday", "Weight per weekday, Monday first, scaled to mean 1.", "1 each", weights::<7>);
    let hour = f.optional("hour", "Weight per hour of the day, scaled to mean 1.", "1 each", weights::<24>);
    let holiday =
        f.optional("holiday", "Factor on days off of a country, in place of the weekday's.", "as on other days", |v| {
            v.table(|f| {
                let country =
                    f.required("country", "Whose days off, from holidays.csv.", |v| country_with_days(v, holidays));
                let factor = f.required("factor", "Factor on such a day.", |v| v.number(0.0, MAX_FACTOR));
                Some((country?, factor?))
            })
        });
    Some(Profile {
        month: month.unwrap_or([1.0; 12]),
        weekday: weekday.unwrap_or([1.0; 7]),
        hour: hour.unwrap_or([1.0; 24]),
        holiday,
    })
}

fn factors<const N: usize>(v: &mut Value<'_, '_>) -> Option<[f64; N]> {
    let factors = v.list((N, N), |v| v.number(0.0, MAX_FACTOR))?;
    if v.describing() {
        return Some([1.0; N]);
    }
    if factors.iter().all(|&factor| factor == 0.0) {
        v.wrong("out-of-range", "these are all zero, so nobody would ever come", "");
        return None;
    }
    factors.try_into().ok()
}

/// Factors scaled to a mean of 1.
fn weights<const N: usize>(v: &mut Value<'_, '_>) -> Option<[f64; N]> {
    let weights = factors::<N>(v)?;
    let mean = weights.iter().sum::<f64>() / N as f64;
    Some(weights.map(|weight| weight / mean))
}

pub(super) fn flow(f: &mut Fields<'_, '_>, name: &str, draft: &Draft, tables: &Tables, priced: Priced) -> Option<Flow> {
    let title = f.title(name);
    let class = f.required("class", "Who travels.", |v| v.reference(Kind::Class));
    let ways = choice::ways(f, class, draft, priced);
    f.exactly_one(&["volume", "timetable"]);
    let volume = f.optional(
        "volume",
        "Mean vehicles per day, or a CSV file with the columns flow, from, per_day, all of it or `120 % of demand.csv`.",
        "use `timetable`",
        |v| volume(v, name, tables),
    );
    let timetable =
        f.optional("timetable", "Departures of every day, local time at the first node.", "use `volume`", |v| {
            let mut minutes = v.list((1, MAX_DEPARTURES), |v| v.minute_of_day())?;
            minutes.sort_unstable();
            Some(Volume::Timetable(minutes))
        });
    let gaps = f.optional(
        "gaps",
        "Gaps between arrivals: `exponential`, `constant`, `erlang 4`, `gamma cv 0.7`, `hyperexponential cv 2`.",
        "\"exponential\"",
        |v| v.gaps(),
    );
    let batch = f.optional("batch", "Vehicles that arrive together.", "1", |v| v.count(1, MAX_BATCH));
    let owner = f.optional("owner", "Firm or group that owns the flow.", "nobody", |v| v.title());
    let cargo = trade::cargo(f, draft, class);
    let profile = f.optional("profile", "How the volume spreads over time.", "evenly", |v| {
        v.word_or("even", |v| v.reference_name(Kind::Profile))
    });
    let profile_name = profile.flatten().unwrap_or_default();
    let profile = match f.reader.names.find(Kind::Profile, &profile_name) {
        // A profile with a mistake has been reported where it is written.
        Some(id) => known(&draft.profiles, Id::new(id))?.clone(),
        None => Profile { month: [1.0; 12], weekday: [1.0; 7], hour: [1.0; 24], holiday: None },
    };
    let (routes, choice) = ways?;
    gauge::check_routes(f, draft, class?, &routes);
    Some(Flow {
        name: name.to_string(),
        title,
        class: class?,
        routes,
        choice,
        volume: volume.or(timetable)?,
        profile,
        profile_name,
        gaps: gaps.unwrap_or(Distribution::Exponential { mean: 1.0 }),
        batch_vehicles: batch.unwrap_or(1),
        owner,
        cargo: cargo.unwrap_or_default(),
        // Read later, and then written here.
        events: Vec::new(),
    })
}

/// A rate, or the name of a table of rates by date.
fn volume(v: &mut Value<'_, '_>, flow: &str, tables: &Tables) -> Option<Volume> {
    if v.describing() {
        return v.alternatives(
            |v| v.quantity(Dimension::Rate).map(Volume::PerDay),
            Shape::Text { what: CSV_FILE, example: "demand.csv" },
        );
    }
    let text = if v.form() == Some(Form::Text) { v.text("a rate or a CSV file", "") } else { None };
    let Some(text) = text.filter(|text| text.ends_with(".csv")) else {
        return v.quantity(Dimension::Rate).map(Volume::PerDay);
    };
    v.count_as_input();
    let (share, file) = v.word("wrong-quantity", "", |_| part_of_file(&text))?;
    let Some(demand) = tables.demand.get(file) else {
        let help = crate::problem::did_you_mean(file, tables.demand.keys().map(String::as_str));
        let message = format!("there is no file `{}` in the folder", crate::reader::shortened(file));
        let problem = Problem::error("unknown-file", message).at(v.place(), "not found").maybe_help(help);
        v.reader.report(problem);
        return None;
    };
    // A table with mistakes has said so itself; that its flows are missing would be told twice.
    let steps = demand.steps.get(flow);
    if steps.is_none() && demand.right {
        v.wrong("missing-row", format!("{file} has no row for flow `{flow}`"), "named here");
    }
    let steps = steps?;
    let scaled = |(day, per_day): &(Date, f64)| (*day, (per_day * share).min(MAX_RATE_PER_DAY));
    v.reader.spend(steps.len() / STEPS_PER_VALUE).then(|| Volume::Steps(steps.iter().map(scaled).collect()))
}

/// How much of a table by date is meant, and its file: `demand.csv`, or `120 % of demand.csv`.
pub(crate) fn part_of_file(text: &str) -> Result<(f64, &str), WordError> {
    let Some((part, file)) = text.split_once(" of ").filter(|(part, _)| part.trim_end().ends_with('%')) else {
        return Ok((1.0, text));
    };
    let number = part.trim().trim_end_matches('%').trim_end();
    let share = number.parse::<f64>().map(|percent| percent / 100.0);
    match share.ok().filter(|share| (0.0..=MOST_OF_FILE).contains(share)) {
        Some(share) => Ok((share, file.trim())),
        None => {
            let message = format!("`{}` is no part of a table", crate::reader::shortened(part));
            let help = format!("write from 0 % to {} %, as in \"120 % of {file}\"", MOST_OF_FILE * 100.0);
            Err(WordError::new(0..part.len(), message).help(help))
        }
    }
}
