//! Caps and quotas: what vehicles count for, and when the periods begin.

use super::ops_of;
use super::time::Clock;
use crate::program::{FlowProgram, LimitProgram, MILLI, Op};
use jiff::ToSpan as _;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use portway_model::Model;
use portway_model::element::limit::{Back, Limit, Period};

/// The limits of a model. Flows tell which vehicles come to them.
pub(super) fn limits(clock: &Clock<'_>, model: &Model, flows: &[FlowProgram], ops: &[Op]) -> Vec<LimitProgram> {
    let of = |limit: &Limit| {
        let enter: Vec<u32> = limit.enter.iter().map(|stage| stage.index() as u32).collect();
        let (leave, periods) = match &limit.back {
            Back::Leaving(stages) => (stages.iter().map(|stage| stage.index() as u32).collect(), Vec::new()),
            Back::Every(period) => (Vec::new(), limit_periods(clock, model, limit, *period)),
        };
        let counted: Vec<u64> =
            model.classes.iter().map(|class| (limit.counted(class.passengers) * MILLI as f64).round() as u64).collect();
        let (mut least, mut revisited) = (u64::MAX, false);
        let ways = flows.iter().flat_map(|flow| flow.first_ops.iter().map(move |first| (flow, *first)));
        for (flow, first_op) in ways {
            let ops = ops_of(ops, first_op);
            let is_entry = |op: &&Op| matches!(op, Op::Visit { station, .. } if enter.contains(station));
            let entries = ops.iter().filter(is_entry).count();
            if entries > 0 {
                least = least.min(counted[flow.class]);
                revisited |= entries > 1 || ops.iter().any(|op| matches!(op, Op::BackTo { .. }));
            }
        }
        let least = if least == u64::MAX { MILLI } else { least };
        LimitProgram { name: limit.name.clone(), enter, leave, periods, counted, least, revisited }
    };
    model.limits.iter().map(of).collect()
}

/// The beginnings of the periods of a quota, from the last at or before the run to the first at or behind its end.
fn limit_periods(clock: &Clock<'_>, model: &Model, limit: &Limit, period: Period) -> Vec<i64> {
    let Some(stage) = limit.enter.first() else { return Vec::new() };
    let zone = &model.nodes[model.facilities[model.stages[*stage].facility].node].zone;
    let Ok(start) = jiff::Timestamp::from_millisecond(clock.window.start_ms) else { return Vec::new() };
    let today = start.to_zoned(zone.clone()).date();
    let (mut day, step) = match period {
        Period::Day => (today, 1.day()),
        Period::Month => (today.first_of_month(), 1.month()),
        Period::Year => (today.first_of_year(), 1.year()),
    };
    let mut periods = Vec::new();
    loop {
        let tick = midnight(day, zone) - clock.window.start_ms;
        // A zone may have skipped a day; that one has no length.
        if periods.last().is_none_or(|last| *last < tick) {
            periods.push(tick);
        }
        let Ok(next) = day.checked_add(step) else { return periods };
        if tick >= clock.window.to_tick {
            return periods;
        }
        day = next;
    }
}

fn midnight(day: Date, zone: &TimeZone) -> i64 {
    day.to_zoned(zone.clone()).map_or(i64::MAX / 4, |at| at.timestamp().as_millisecond())
}
