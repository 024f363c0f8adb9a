//! The same corridor with more or less traffic.

use crate::folders::SMALL;
use portway_model::element::{RateStep, Timeline, Volume, arrival_rate, timetable};
use portway_model::{Demand, Folder, load};

const DAY_MS: i64 = 86_400_000;

/// The small corridor with one more flow, which may be a timetable, and a change of it on 11 January.
fn timeline(flow: &str) -> Timeline {
    let text = format!(
        "{SMALL}
[profile.working]
weekday = [1, 1, 1, 1, 1, 0, 0]
[flow.more]
class = \"truck\"
route = \"east\"
{flow}
[scenario.later]
base = \"now\"
[scenario.later.on.2024-01-11]
facility.gate.stage.documents.lanes = 3
"
    );
    let loaded = load(&Folder::of([("corridor.toml", &*text)]));
    let corridor = loaded.corridor.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics));
    corridor.timeline(Some("later")).expect("it is in the text")
}

/// Vehicles that the last flow brings on each of `days` days from Monday 8 January 2024 in UTC.
fn brought(timeline: &Timeline, days: i64) -> Vec<f64> {
    let model = timeline.first();
    let flow = model.flows.iter().last().expect("there is one");
    let zone = jiff::tz::TimeZone::UTC;
    let monday = jiff::civil::date(2024, 1, 8).to_zoned(zone.clone()).expect("it exists").timestamp().as_millisecond();
    let batch = f64::from(flow.batch_vehicles);
    let on = |day: i64| {
        let (from, to) = (monday + day * DAY_MS, monday + (day + 1) * DAY_MS);
        let steps = arrival_rate(flow, &zone, &model.holidays, from, to);
        let ends = steps.iter().skip(1).map(|step| step.from_ms).chain([to]);
        let part = |(step, end): (&RateStep, i64)| step.per_ms * (end - step.from_ms) as f64;
        let rated: f64 = steps.iter().zip(ends).map(part).sum();
        (rated + timetable(flow, &zone, &model.holidays, from, to).len() as f64) * batch
    };
    (0..days).map(on).collect()
}

fn close(found: &[f64], expected: &[f64]) {
    let off = found.iter().zip(expected).any(|(f, e)| (f - e).abs() > 1e-9);
    assert!(!off && found.len() == expected.len(), "{found:?} and {expected:?}");
}

/// The demand of the last flow; the others are left out and stay as written.
fn with(timeline: &Timeline, demand: Demand) -> Timeline {
    let mut demands = vec![Demand::AsWritten; timeline.first().flows.len() - 1];
    demands.push(demand);
    timeline.with_demand(&demands)
}

#[test]
fn a_volume_is_multiplied_in_every_version_and_others_stay() {
    let base = timeline("volume = \"10/day\"");
    let more = with(&base, Demand::Times(1.5));
    let volumes = |timeline: &Timeline| -> Vec<Vec<Volume>> {
        let versions = timeline.versions.iter();
        versions.map(|version| version.model.flows.iter().map(|flow| flow.volume.clone()).collect()).collect()
    };
    let (before, after) = (volumes(&base), volumes(&more));
    assert_eq!(after.len(), 2);
    for (before, after) in before.iter().zip(&after) {
        assert_eq!(after.last(), Some(&Volume::PerDay(15.0)));
        assert_eq!(before[..before.len() - 1], after[..after.len() - 1]);
    }
    assert_eq!(base.with_demand(&[]), base);
}

#[test]
fn a_flow_that_brings_nobody_can_be_given_a_volume() {
    let base = timeline("volume = \"0/day\"");
    close(&brought(&with(&base, Demand::Times(3.0)), 2), &[0.0, 0.0]);
    close(&brought(&with(&base, Demand::PerDay(4.0)), 2), &[4.0, 4.0]);
}

#[test]
fn a_timetable_becomes_a_stream_with_its_hours_and_days() {
    let base = timeline("timetable = [\"08:10\", \"08:40\", \"17:00\"]\nbatch = 2\nprofile = \"working\"");
    let week = [6.0, 6.0, 6.0, 6.0, 6.0, 0.0, 0.0];
    close(&brought(&base, 7), &week);
    assert_eq!(with(&base, Demand::Times(1.0)), base, "its own demand needs no stream");
    close(&brought(&with(&base, Demand::Times(1.5)), 7), &week.map(|vehicles| 1.5 * vehicles));
    let hours = with(&base, Demand::Times(2.0)).first().flows.iter().last().map(|flow| flow.profile.hour);
    let departures = hours.map(|hours| (hours[8], hours[17], hours.iter().sum::<f64>()));
    assert_eq!(departures, Some((2.0, 1.0, 3.0)));
}
