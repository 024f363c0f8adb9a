//! The clock of a run: its window in ticks, the hours of it, and the versions of the model that hold in it.

use super::CompileError;
use crate::kernel::MAX_TICK;
use crate::program::Window;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use portway_model::Model;
use portway_model::element::Timeline;

/// Instants of a run.
pub(super) struct Clock<'m> {
    pub(super) window: Window,
    /// Versions in force one after the other, at least one; together they cover the run.
    pub(super) versions: Vec<Span<'m>>,
    zone: TimeZone,
}

/// A version of the model and when it holds.
#[derive(Clone, Copy)]
pub(super) struct Span<'m> {
    /// First tick.
    pub(super) from: i64,
    /// First tick after it.
    pub(super) to: i64,
    pub(super) model: &'m Model,
}

impl<'m> Clock<'m> {
    pub(super) fn new(timeline: &'m Timeline) -> Result<Self, CompileError> {
        let scenario = &timeline.scenario;
        let zone = timeline.first().zone.clone();
        if scenario.to < scenario.from {
            return Err(CompileError::EmptyWindow);
        }
        let too_long = CompileError::WindowTooLong;
        let warm_up = jiff::Span::new().try_days(i64::from(scenario.warm_up_days)).map_err(|_| too_long.clone())?;
        let start = scenario.from.checked_sub(warm_up).map_err(|_| too_long.clone())?;
        let start_ms = midnight(start, &zone).ok_or_else(|| too_long.clone())?;

        let mut days = Vec::new();
        let mut hour_ticks = Vec::new();
        let mut day = scenario.from;
        let to_ms = loop {
            days.push(day);
            let next = day.tomorrow().map_err(|_| too_long.clone())?;
            let end_ms = midnight(next, &zone).ok_or_else(|| too_long.clone())?;
            for hour in 0..24 {
                let at = day.at(hour, 0, 0, 0).to_zoned(zone.clone()).map_err(|_| too_long.clone())?;
                // A zone that moved across the date line skipped a whole day; its hours have no length.
                hour_ticks.push(at.timestamp().as_millisecond().min(end_ms) - start_ms);
            }
            if day >= scenario.to {
                break end_ms;
            }
            day = next;
            if hour_ticks.last().is_some_and(|tick| *tick > MAX_TICK) {
                return Err(too_long);
            }
        };
        let to_tick = to_ms - start_ms;
        if to_tick > MAX_TICK {
            return Err(too_long);
        }
        if to_tick <= hour_ticks[0] {
            return Err(CompileError::EmptyWindow);
        }
        hour_ticks.push(to_tick);
        let window = Window { start_ms, from_tick: hour_ticks[0], to_tick, days, hour_ticks };
        let mut versions: Vec<Span<'m>> = Vec::new();
        for version in &timeline.versions {
            let from = match version.from {
                None => 0,
                Some(date) => (midnight(date, &zone).ok_or_else(|| too_long.clone())? - start_ms).max(0),
            };
            if from >= to_tick {
                break;
            }
            // A version that never holds, because the next begins before the run does, is dropped.
            if versions.last().is_some_and(|last| last.from == from) {
                versions.pop();
            }
            if let Some(last) = versions.last_mut() {
                last.to = from;
            }
            versions.push(Span { from, to: to_tick, model: &version.model });
        }
        Ok(Self { window, versions, zone })
    }

    /// The tick of a moment in corridor time; may lie outside the run.
    pub(super) fn tick_of(&self, moment: DateTime) -> i64 {
        let ms = moment.to_zoned(self.zone.clone()).map_or(i64::MAX / 2, |at| at.timestamp().as_millisecond());
        ms - self.window.start_ms
    }

    /// The corridor's own zone.
    pub(super) fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// First and last day of the run.
    pub(super) fn days(&self) -> Option<(Date, Date)> {
        let start = jiff::Timestamp::from_millisecond(self.window.start_ms).ok()?;
        Some((start.to_zoned(self.zone.clone()).date(), *self.window.days.last()?))
    }

    /// The day of a tick, corridor time.
    pub(super) fn day_of(&self, tick: i64) -> Date {
        let at = jiff::Timestamp::from_millisecond(self.ms(tick)).unwrap_or_default();
        at.to_zoned(self.zone.clone()).date()
    }

    /// Milliseconds since 1970-01-01 UTC of a tick.
    pub(super) fn ms(&self, tick: i64) -> i64 {
        self.window.start_ms + tick
    }
}

fn midnight(day: Date, zone: &TimeZone) -> Option<i64> {
    day.to_zoned(zone.clone()).ok().map(|at| at.timestamp().as_millisecond())
}
