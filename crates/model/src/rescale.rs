//! The same corridor with more or less traffic: what a search for capacity simulates.

use crate::distribution::Distribution;
use crate::element::{Flow, Profile, Timeline, Volume};

/// How much traffic a flow is to bring.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Demand {
    /// As the folder says.
    AsWritten,
    /// So many times what the folder says on every day. Finite and at least 0.
    Times(f64),
    /// So many vehicles a day before the profile, on every date; for a flow that brings nobody yet. Finite and at least 0.
    PerDay(f64),
}

impl Timeline {
    /// The same timeline with the demand of each flow changed, in the order of the flows; flows without an entry stay as written.
    ///
    /// Profiles, batches and gaps stay. A table by date keeps its dates, and every version of the model is changed alike.
    /// A timetable has no volume to multiply: with any other demand than its own, it becomes a stream of as many departures
    /// in every hour as it lists there, times the factor, with constant gaps, on the days on which it runs.
    #[must_use]
    pub fn with_demand(&self, demands: &[Demand]) -> Self {
        let mut changed = self.clone();
        for version in &mut changed.versions {
            let flows: Vec<_> = version.model.flows.ids().zip(demands).collect();
            for (flow, demand) in flows {
                apply(&mut version.model.flows[flow], *demand);
            }
        }
        changed
    }
}

fn apply(flow: &mut Flow, demand: Demand) {
    match demand {
        Demand::AsWritten | Demand::Times(1.0) => {}
        Demand::PerDay(per_day) => {
            without_timetable(flow);
            flow.volume = Volume::PerDay(per_day);
        }
        Demand::Times(factor) => {
            without_timetable(flow);
            match &mut flow.volume {
                Volume::PerDay(per_day) => *per_day *= factor,
                Volume::Steps(steps) => steps.iter_mut().for_each(|(_, per_day)| *per_day *= factor),
                Volume::Timetable(_) => {}
            }
        }
    }
}

/// Turns a timetable into a volume with the same departures in every hour of the days on which it runs.
fn without_timetable(flow: &mut Flow) {
    let Volume::Timetable(minutes) = &flow.volume else { return };
    let mut hour = [0.0; 24];
    minutes.iter().filter(|minute| **minute < 1440).for_each(|minute| hour[usize::from(minute / 60)] += 1.0);
    let runs = |weight: f64| f64::from(u8::from(weight > 0.0));
    let weekday = flow.profile.weekday.map(runs);
    // Weekdays are scaled to a mean of 1, months and holidays are factors as they stand: both make a day that runs a whole one.
    let share_of_week = weekday.iter().sum::<f64>() / 7.0;
    let a_day = if share_of_week > 0.0 { 1.0 / share_of_week } else { 1.0 };
    let vehicles = minutes.len() as f64 * f64::from(flow.batch_vehicles.max(1));
    flow.volume = Volume::PerDay(vehicles / a_day);
    flow.profile = Profile {
        month: flow.profile.month.map(runs),
        weekday,
        hour,
        holiday: flow.profile.holiday.take().map(|(country, factor)| (country, runs(factor) * a_day)),
    };
    flow.gaps = Distribution::Constant(1.0);
}
