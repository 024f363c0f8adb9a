//! Replications in parallel.
//!
//! What is kept of a replication is either a list of samples in its own slot, or a sum of integers. Neither depends on which
//! thread ran it or when it finished, so one thread and eight give the same bytes.

use crate::journey::Sums;
use crate::layout::Layout;
use crate::options::{Progress, Replications, StudyError, StudyOptions};
use crate::precision;
use crate::query::{self, Query, Sample};
use crate::results::{Note, Severity};
use crate::said::{Said, values};
use crate::series::SeriesSums;
use crate::trade::TradeSums;
use portway_model::element::Timeline;
use portway_sim::program::StationElement;
use portway_sim::{InitialVehicle, Program, RunError, RunOptions, Visit};
use rayon::prelude::*;
use std::ops::Range;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

/// A scenario ready to be replicated, and what is asked of every replication.
#[derive(Debug)]
pub(crate) struct Prepared {
    pub(crate) program: Program,
    pub(crate) layout: Layout,
    /// The standard queries first; a validation adds its own.
    pub(crate) queries: Vec<Query>,
    /// Vehicles of the timeline's given state.
    initial: Vec<InitialVehicle>,
}

/// What all replications answered.
#[derive(Debug)]
pub(crate) struct Replicated {
    /// `[replication][query]`.
    pub(crate) samples: Vec<Vec<Sample>>,
    /// Where the time went, replication by replication.
    pub(crate) journeys: Vec<Sums>,
    pub(crate) sums: SeriesSums,
    /// What was traded, replication by replication.
    pub(crate) trades: Vec<TradeSums>,
    /// Visits of replication 0, when asked for.
    pub(crate) visits: Vec<Visit>,
}

impl Prepared {
    /// Compiles a scenario. Errors: [`StudyError::Model`].
    pub(crate) fn new(timeline: &Timeline) -> Result<Self, StudyError> {
        let program = portway_sim::compile(timeline).map_err(|e| StudyError::Model(e.to_string()))?;
        let layout = Layout::new(timeline, &program);
        let queries = query::standard(&layout);
        let initial = initial(timeline, &program);
        Ok(Self { program, layout, queries, initial })
    }

    /// Says that the corridor was not empty at the beginning, because nothing else in a result tells so.
    pub(crate) fn state_note(&self) -> Option<Note> {
        let vehicles: u64 = self.initial.iter().map(|row| u64::from(row.vehicles)).sum();
        (vehicles > 0).then(|| Note {
            severity: Severity::Warning,
            code: "given-state".into(),
            scope: query::CORRIDOR.into(),
            message: format!("the run begins with {vehicles} waiting vehicles of a given state, and without a warm-up"),
            values: values([("vehicles", Said::Number(vehicles.to_string()))]),
        })
    }

    /// One replication with everything that it saw, holds included.
    pub(crate) fn observe_holds(
        &self,
        seed: u64,
        replication: u32,
        cancel: &AtomicBool,
    ) -> Result<portway_sim::Observations, StudyError> {
        let options = RunOptions {
            seed,
            replication,
            record_visits: false,
            record_holds: true,
            initial: &self.initial,
            cancel: Some(cancel),
        };
        portway_sim::run(&self.program, &options).map_err(|error| self.explain(&error))
    }

    fn explain(&self, error: &RunError) -> StudyError {
        match error {
            RunError::Cancelled => StudyError::Cancelled,
            RunError::TooManyVehicles { station, at_ms } => {
                let Self { program, layout, .. } = self;
                let tick = at_ms - program.window.start_ms;
                let days = program.window.hour_ticks.iter().step_by(24).take(layout.days.len());
                let day = days.zip(&layout.days).take_while(|(begin, _)| **begin <= tick).last();
                StudyError::Overflow {
                    scope: layout.stations[*station].scope.clone(),
                    title: layout.stations[*station].title(),
                    day: day.map(|(_, day)| day.to_string()),
                }
            }
            RunError::NotOnRoute { flow, station } => StudyError::Model(format!(
                "the given state has vehicles of flow `{flow}` at `{}`, which they never pass",
                self.layout.stations[*station].scope
            )),
            other => StudyError::Model(other.to_string()),
        }
    }

    /// Length of every hour of the window; 0 for one that the local clock skips.
    pub(crate) fn hour_ms(&self) -> Vec<i64> {
        self.program.window.hour_ticks.windows(2).map(|pair| pair[1] - pair[0]).collect()
    }
}

/// The given state in the kernel's terms.
fn initial(timeline: &Timeline, program: &Program) -> Vec<InitialVehicle> {
    let station = |stage: usize| program.stations.iter().position(|s| s.element == StationElement::Stage(stage));
    let rows = timeline.state.iter().filter_map(|row| {
        Some(InitialVehicle {
            flow: row.flow.index(),
            station: station(row.stage.index())?,
            vehicles: row.vehicles,
            since_ms: row.since_ms.unwrap_or(program.window.start_ms),
        })
    });
    rows.collect()
}

impl Replicated {
    /// Nothing yet.
    pub(crate) fn new(prepared: &Prepared) -> Self {
        Self {
            samples: Vec::new(),
            journeys: Vec::new(),
            sums: SeriesSums::new(&prepared.layout),
            trades: Vec::new(),
            visits: Vec::new(),
        }
    }

    /// All samples of one query, replication by replication.
    pub(crate) fn of(&self, query: usize) -> impl Iterator<Item = Sample> + '_ {
        self.samples.iter().map(move |replication| replication[query])
    }

    /// The number of replications.
    pub(crate) fn count(&self) -> u32 {
        self.samples.len() as u32
    }
}

/// The threads of one study. Errors: [`StudyError::Threads`].
pub(crate) fn pool(threads: usize) -> Result<rayon::ThreadPool, StudyError> {
    let build = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    build.map_err(|e| StudyError::Threads(e.to_string()))
}

/// Runs as many replications as the options ask for.
pub(crate) fn replicate(
    prepared: &Prepared,
    options: &StudyOptions,
    pool: &rayon::ThreadPool,
    progress: &dyn Progress,
    cancel: &AtomicBool,
) -> Result<Replicated, StudyError> {
    let mut all = Replicated::new(prepared);
    let mut target = match options.replications {
        Replications::Fixed(n) => n,
        Replications::Precision { min, .. } => min,
    };
    while all.count() < target {
        extend(prepared, &mut all, target, options, pool, progress, cancel)?;
        if let Replications::Precision { relative, min, max } = options.replications {
            target = precision::next_target(prepared, &all, relative, min, max);
        }
    }
    Ok(all)
}

/// Runs further replications until there are `target`.
pub(crate) fn extend(
    prepared: &Prepared,
    all: &mut Replicated,
    target: u32,
    options: &StudyOptions,
    pool: &rayon::ThreadPool,
    progress: &dyn Progress,
    cancel: &AtomicBool,
) -> Result<(), StudyError> {
    let begin = all.count();
    if begin < target {
        progress.replications(begin, target);
        pool.install(|| range(prepared, all, begin..target, options, progress, cancel))?;
    }
    Ok(())
}

/// Runs the replications of a range on the threads of the caller's pool.
pub(crate) fn range(
    prepared: &Prepared,
    all: &mut Replicated,
    replications: Range<u32>,
    options: &StudyOptions,
    progress: &dyn Progress,
    cancel: &AtomicBool,
) -> Result<(), StudyError> {
    let batch = Batch { prepared, options, progress, cancel, total: replications.end };
    batch.run(replications, all)
}

struct Batch<'a> {
    prepared: &'a Prepared,
    options: &'a StudyOptions,
    progress: &'a dyn Progress,
    cancel: &'a AtomicBool,
    total: u32,
}

impl Batch<'_> {
    fn run(&self, replications: Range<u32>, all: &mut Replicated) -> Result<(), StudyError> {
        let done = AtomicU32::new(replications.start);
        let shared = Mutex::new((&mut all.sums, &mut all.visits));
        let one = |replication: u32| -> Result<(Vec<Sample>, Sums, TradeSums), StudyError> {
            if self.cancel.load(Ordering::Relaxed) {
                return Err(StudyError::Cancelled);
            }
            let Prepared { program, layout, queries, .. } = self.prepared;
            let options = RunOptions {
                seed: self.options.seed,
                replication,
                record_visits: self.options.record_visits && replication == 0,
                record_holds: false,
                initial: &self.prepared.initial,
                cancel: Some(self.cancel),
            };
            let mut seen = portway_sim::run(program, &options).map_err(|error| self.prepared.explain(&error))?;
            let crossed = query::crossings_by_day(&seen);
            let spent = layout.prices.spent(&seen, |station| layout.stations[station].is_link);
            let samples = queries.iter().map(|q| q.ask(layout, &seen, &crossed, &spent)).collect();
            let journey = Sums::of(layout, &seen);
            // A poisoned lock means that another replication panicked, and that panic is already on its way.
            if let Ok(mut shared) = shared.lock() {
                shared.0.add(layout, &mut seen, &crossed);
                if options.record_visits {
                    *shared.1 = std::mem::take(&mut seen.visits);
                }
            }
            self.progress.replications(done.fetch_add(1, Ordering::Relaxed) + 1, self.total);
            Ok((samples, journey, layout.trade.sums(&crossed)))
        };
        let answers: Result<Vec<_>, _> = replications.into_par_iter().map(one).collect();
        for (samples, journey, trade) in answers? {
            all.samples.push(samples);
            all.journeys.push(journey);
            all.trades.push(trade);
        }
        Ok(())
    }
}
