//! The answer of a run as the pages draw it: the results to the last digit, the series of stations as exactly as a screen shows.
//!
//! A year of the whole corridor by the hour is six million numbers. Written to all their digits they are more than a browser
//! should read, and no chart shows a hundredth of a vehicle.

use portway_study::results::{Series, StationSeries};
use portway_study::{Journey, Results};
use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};

/// Parts of one that series of stations are told in.
const PARTS: f64 = 100.0;

/// Borrows what [`RunAnswer`](crate::kinds::RunAnswer) describes.
#[derive(Serialize)]
struct Answer<'a> {
    results: &'a Results,
    series: Drawn<'a>,
    journey: &'a Journey,
    days: &'a [String],
}

#[derive(Serialize)]
struct Drawn<'a> {
    daily: &'a [portway_study::results::DailySeries],
    stations: Vec<Station<'a>>,
    wait_by_hour_of_week: &'a [portway_study::results::HourOfWeek],
    door_to_door: &'a [portway_study::results::DistributionSeries],
}

#[derive(Serialize)]
struct Station<'a> {
    scope: &'a str,
    direction: &'a str,
    title: &'a str,
    #[serde(serialize_with = "rounded")]
    queue_vehicles: &'a [f64],
    #[serde(serialize_with = "rounded")]
    occupied_lanes: &'a [f64],
    #[serde(serialize_with = "rounded")]
    open_lanes: &'a [f64],
}

impl<'a> From<&'a StationSeries> for Station<'a> {
    fn from(series: &'a StationSeries) -> Self {
        let StationSeries { scope, direction, title, queue_vehicles, occupied_lanes, open_lanes } = series;
        Self { scope, direction, title, queue_vehicles, occupied_lanes, open_lanes }
    }
}

/// The answer on one line, because nobody reads it as text.
pub(crate) fn answer(results: &Results, days: &[String]) -> String {
    let Series { daily, stations, wait_by_hour_of_week, door_to_door } = &results.series;
    let stations = stations.iter().map(Station::from).collect();
    let series = Drawn { daily, stations, wait_by_hour_of_week, door_to_door };
    serde_json::to_string(&Answer { results, series, journey: &results.journey, days }).unwrap_or_default()
}

fn rounded<S: Serializer>(values: &&[f64], serializer: S) -> Result<S::Ok, S::Error> {
    let mut sequence = serializer.serialize_seq(Some(values.len()))?;
    for value in *values {
        let value = (value * PARTS).round() / PARTS;
        // Whole numbers, most of them zero, need no decimals.
        match value.fract() == 0.0 && value.abs() < 1e9 {
            true => sequence.serialize_element(&(value as i64))?,
            false => sequence.serialize_element(&value)?,
        }
    }
    sequence.end()
}
