//! Hourly series and visit records as Parquet, for any analyst's tool.
//!
//! Written column by column with the low-level writer, Snappy-compressed. The same values give the same bytes.

mod columns;
mod owners;
mod sweep;
mod trade;

use crate::basis::Basis;
pub use columns::ParquetError;
use columns::{Column, Group, write};
use jiff::ToSpan;
use jiff::civil::Date;
pub use owners::owners;
use portway_study::Results;
use portway_study::visits::{Visit, VisitRecords};
pub use sweep::sweep;
pub use trade::trade;

/// Queue and lanes of every station by hour of the window, and crossings of every direction by day, in one table.
///
/// | column | type | holds |
/// | --- | --- | --- |
/// | `hour_start_ms` | int64, timestamp in ms UTC | beginning of the hour, or of the local day for crossings |
/// | `scope` | text | stage or link name; `corridor` for crossings |
/// | `direction` | text | empty for stages |
/// | `queue_vehicles` | double, may be null | mean queue |
/// | `occupied_lanes` | double, may be null | mean lanes serving or blocked |
/// | `open_lanes` | double, may be null | mean lanes open |
/// | `crossings_per_day` | double, may be null | mean crossings of the day |
/// | `crossings_half_width` | double, may be null | half-width of their interval |
///
/// Every value is a mean over replications. An hour of the local day that a clock change leaves out starts with the one after it.
///
/// Errors: a first day that is no date, or one at the end of the calendar.
pub fn hourly(results: &Results, basis: &Basis<'_>) -> Result<Vec<u8>, ParquetError> {
    let from: Date = results.from.parse().map_err(|_| ParquetError::window(&results.from))?;
    let stations = &results.series.stations;
    let days = results.series.daily.iter().map(|series| series.mean.len());
    let hours = stations.iter().map(|s| s.queue_vehicles.len()).chain(days.map(|days| days * 24)).max();
    let start_ms = hour_starts(from, hours.unwrap_or(0), basis).ok_or_else(|| ParquetError::window(&results.from))?;

    let mut crossings = Hourly::default();
    for series in &results.series.daily {
        for (day, mean) in series.mean.iter().enumerate() {
            let half_width = series.half_width.get(day).copied().filter(|_| results.replications > 1);
            let values = [None, None, None, Some(*mean), half_width];
            crossings.push(start_ms[day * 24], crate::view::CORRIDOR, &series.direction, values);
        }
    }
    // One row group per station: a year of all of them together would be the largest thing in the memory of a run.
    let by_station = stations.iter().map(|series| {
        let mut table = Hourly::default();
        for (hour, queue) in series.queue_vehicles.iter().enumerate() {
            let lanes = [series.occupied_lanes.get(hour).copied(), series.open_lanes.get(hour).copied()];
            table.push(
                start_ms[hour],
                &series.scope,
                &series.direction,
                [Some(*queue), lanes[0], lanes[1], None, None],
            );
        }
        Ok(table.group())
    });
    let mut groups = by_station.chain(std::iter::once_with(|| Ok(crossings.group())));
    let first = groups.next().unwrap_or_else(|| Ok(Hourly::default().group()))?;
    write("hourly", first, groups)
}

/// When each hour of the window begins, ms since 1970 UTC; none when the window leaves the calendar.
fn hour_starts(from: Date, hours: usize, basis: &Basis<'_>) -> Option<Vec<i64>> {
    let zone = &basis.timeline.first().zone;
    let start = |hour: usize| {
        let day = from.checked_add(i64::try_from(hour / 24).ok()?.days()).ok()?;
        let at = day.at((hour % 24) as i8, 0, 0, 0).to_zoned(zone.clone()).ok()?;
        Some(at.timestamp().as_millisecond())
    };
    (0..hours).map(start).collect()
}

#[derive(Default)]
struct Hourly<'a> {
    start_ms: Vec<i64>,
    scope: Vec<&'a str>,
    direction: Vec<&'a str>,
    values: [Vec<Option<f64>>; 5],
}

impl<'a> Hourly<'a> {
    fn push(&mut self, start_ms: i64, scope: &'a str, direction: &'a str, values: [Option<f64>; 5]) {
        self.start_ms.push(start_ms);
        self.scope.push(scope);
        self.direction.push(direction);
        for (column, value) in self.values.iter_mut().zip(values) {
            column.push(value);
        }
    }

    fn group(self) -> Group<'a> {
        let names = ["queue_vehicles", "occupied_lanes", "open_lanes", "crossings_per_day", "crossings_half_width"];
        let keys = [
            ("hour_start_ms", Column::Timestamp(self.start_ms)),
            ("scope", Column::Text(self.scope)),
            ("direction", Column::Text(self.direction)),
        ];
        let values = names.into_iter().zip(self.values.map(Column::Number));
        keys.into_iter().chain(values).collect()
    }
}

/// Every visit of one replication: the record that a run writes and a gate writes alike.
///
/// | column | type | holds |
/// | --- | --- | --- |
/// | `vehicle` | int32 | number of the vehicle inside its flow, from 0 |
/// | `flow`, `class`, `direction`, `stage` | text | names as in the folder; a link stands in `stage` by its name |
/// | `lane` | int32 | from 0 |
/// | `arrived_ms`, `started_ms` | int64, timestamp in ms UTC | joined the queue, service began |
/// | `ended_ms`, `left_ms` | int64, timestamp in ms UTC | service ended, left the lane |
/// | `replication` | int32 | number of the replication |
///
/// Errors: a record whose index has no name, which a study never makes.
pub fn visits(records: &VisitRecords, replication: u32) -> Result<Vec<u8>, ParquetError> {
    let mut groups = records.visits.chunks(VISITS_PER_GROUP).map(|visits| visits_group(records, visits, replication));
    let first = groups.next().unwrap_or_else(|| visits_group(records, &[], replication))?;
    write("visits", first, groups)
}

/// Visits of one row group: a few megabytes while they are written.
const VISITS_PER_GROUP: usize = 64 * 1024;

fn visits_group<'a>(records: &'a VisitRecords, visits: &[Visit], replication: u32) -> Result<Group<'a>, ParquetError> {
    let named = |names: &'a [String], index: fn(&Visit) -> u32| -> Result<Column<'a>, ParquetError> {
        let names = visits.iter().map(|visit| names.get(index(visit) as usize).map(String::as_str));
        Ok(Column::Text(names.collect::<Option<_>>().ok_or_else(ParquetError::index)?))
    };
    Ok(vec![
        ("vehicle", Column::Count(visits.iter().map(|v| v.vehicle).collect())),
        ("flow", named(&records.flows, |v| v.flow)?),
        ("class", named(&records.classes, |v| v.flow)?),
        ("direction", named(&records.directions, |v| v.flow)?),
        ("stage", named(&records.stations, |v| v.station)?),
        ("lane", Column::Count(visits.iter().map(|v| v.lane).collect())),
        ("arrived_ms", Column::Timestamp(visits.iter().map(|v| v.arrived_ms).collect())),
        ("started_ms", Column::Timestamp(visits.iter().map(|v| v.started_ms).collect())),
        ("ended_ms", Column::Timestamp(visits.iter().map(|v| v.ended_ms).collect())),
        ("left_ms", Column::Timestamp(visits.iter().map(|v| v.left_ms).collect())),
        ("replication", Column::Count(vec![replication; visits.len()])),
    ])
}
