//! Shift plans as instants.

use super::local::{MINUTE_MS, stretches};
use crate::element::LaneShift;
use jiff::tz::TimeZone;

/// The number of lanes between two instants: the instant from which each number holds, the first one at `from_ms`, and
/// neighbours differ. Shifts that overlap add up; minutes that no shift covers have no lane.
///
/// ```
/// use portway_model::calendar::{MinuteSpan, lane_steps};
/// use portway_model::element::LaneShift;
/// let day = LaneShift { span: MinuteSpan { from: 480, to: 1200 }, lanes: 5 };
/// let zone = jiff::tz::TimeZone::UTC;
/// let minute_ms = 60_000;
/// assert_eq!(
///     lane_steps(&[day], &zone, 0, 1440 * minute_ms),
///     [(0, 0), (480 * minute_ms, 5), (1200 * minute_ms, 0)],
/// );
/// ```
pub fn lane_steps(shifts: &[LaneShift], zone: &TimeZone, from_ms: i64, to_ms: i64) -> Vec<(i64, u32)> {
    let day = plan_of_a_day(shifts);
    let mut steps: Vec<(i64, u32)> = Vec::new();
    for stretch in stretches(zone, from_ms, to_ms) {
        for local_day in stretch.days() {
            for &(from, to, lanes) in &day {
                let at = |minute: u16| local_day.midnight_ms + i64::from(minute) * MINUTE_MS;
                let Some((instant, _)) = stretch.instants((at(from), at(to))) else { continue };
                if steps.last().is_none_or(|last| last.1 != lanes) {
                    steps.push((instant, lanes));
                }
            }
        }
    }
    steps
}

/// The whole day from minute 0 to 1440 as spans with one number of lanes each.
fn plan_of_a_day(shifts: &[LaneShift]) -> Vec<(u16, u16, u32)> {
    let mut cuts: Vec<u16> =
        shifts.iter().flat_map(|shift| [shift.span.from, shift.span.to]).chain([0, 1440]).collect();
    cuts.retain(|minute| *minute <= 1440);
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2)
        .map(|cut| {
            let open = shifts.iter().filter(|shift| shift.span.from <= cut[0] && cut[0] < shift.span.to);
            (cut[0], cut[1], open.fold(0, |sum: u32, shift| sum.saturating_add(shift.lanes)))
        })
        .collect()
}
