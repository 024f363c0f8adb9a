//! Every visit of some days of one replication in a form that a page can animate: columns of integers.
//!
//! A header of JSON says what the columns are; its length stands before it in four bytes, little-endian, and blanks fill it up to a
//! multiple of four. Then come the columns one after another, 32-bit integers, little-endian. Times are seconds from the
//! beginning of the first day.

use portway_model::element::Timeline;
use portway_study::VisitRecords;
use portway_study::visits::StationElement;
use serde_json::{Value, json};

/// Columns in the order in which they stand.
const COLUMNS: [&str; 7] = [
    "vehicle_flow",
    "vehicle_first_move",
    "move_place",
    "move_arrived_s",
    "move_started_s",
    "move_ended_s",
    "move_left_s",
];

/// The bytes of all visits.
pub(crate) fn tracks(records: &VisitRecords, timeline: &Timeline) -> Vec<u8> {
    let zone = &timeline.first().zone;
    let ms =
        |day: jiff::civil::Date| day.to_zoned(zone.clone()).map_or(0, |moment| moment.timestamp().as_millisecond());
    let from_ms = ms(timeline.scenario.from);
    let to_ms = timeline.scenario.to.tomorrow().map_or(from_ms, ms);
    // Visits that end before the first day, during the warm-up, are nothing to look at.
    let mut visits: Vec<_> = records.visits.iter().filter(|visit| visit.left_ms > from_ms).collect();
    visits.sort_by_key(|visit| (visit.flow, visit.vehicle, visit.arrived_ms, visit.left_ms));

    let seconds = |ms: i64| i32::try_from((ms - from_ms).div_euclid(1000)).unwrap_or(i32::MAX);
    let index = |index: u32| i32::try_from(index).unwrap_or(i32::MAX);
    let mut columns: [Vec<i32>; COLUMNS.len()] = Default::default();
    let mut last = None;
    for (at, visit) in visits.iter().enumerate() {
        let vehicle = (visit.flow, visit.vehicle);
        if last != Some(vehicle) {
            columns[0].push(index(visit.flow));
            columns[1].push(i32::try_from(at).unwrap_or(i32::MAX));
            last = Some(vehicle);
        }
        columns[2].push(index(visit.station));
        columns[3].push(seconds(visit.arrived_ms));
        columns[4].push(seconds(visit.started_ms));
        columns[5].push(seconds(visit.ended_ms));
        columns[6].push(seconds(visit.left_ms));
    }
    let (vehicles, moves) = (columns[0].len(), columns[2].len());
    columns[1].push(i32::try_from(moves).unwrap_or(i32::MAX));

    let header = json!({
        "from_ms": from_ms,
        "to_ms": to_ms,
        "vehicles": vehicles,
        "moves": moves,
        "places": places(records, timeline),
        "flows": flows(records),
        "columns": COLUMNS,
    });
    let mut text = header.to_string();
    while !text.len().is_multiple_of(4) {
        text.push(' ');
    }
    let mut bytes = u32::try_from(text.len()).unwrap_or(0).to_le_bytes().to_vec();
    bytes.extend_from_slice(text.as_bytes());
    for column in &columns {
        bytes.extend(column.iter().flat_map(|value| value.to_le_bytes()));
    }
    bytes
}

fn places(records: &VisitRecords, timeline: &Timeline) -> Vec<Value> {
    let model = timeline.first();
    let (links, services): (Vec<_>, Vec<_>) = (model.links.iter().collect(), model.services.iter().collect());
    let place = |(scope, element): (&String, &StationElement)| {
        let (kind, name, reversed) = match *element {
            StationElement::Stage(_) => ("stage", scope.clone(), false),
            StationElement::Link { link, reversed } => ("link", links[link].name.clone(), reversed),
            StationElement::Stop { service, back, .. } => ("service", services[service].name.clone(), back),
        };
        json!({ "scope": scope, "kind": kind, "element": name, "reversed": reversed })
    };
    records.stations.iter().zip(&records.elements).map(place).collect()
}

fn flows(records: &VisitRecords) -> Vec<Value> {
    let flows = records.flows.iter().zip(&records.classes).zip(&records.directions);
    flows.map(|((name, class), direction)| json!({ "name": name, "class": class, "direction": direction })).collect()
}
