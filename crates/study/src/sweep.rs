//! A sweep: one scenario with some inputs at many values, each combination run under the same random numbers.
//!
//! A [`SweepPlan`] says everything that decides an answer, so two machines with one plan find the same numbers, and a part that
//! one of them has finished is worth as much as if the other had. Every finished point becomes one line of a
//! [journal]; who keeps the lines can go on after an interruption, and put the parts of several machines together.

pub mod design;
pub mod journal;
pub mod measure;
pub mod plan;
pub mod results;

pub use design::{Design, Points};
pub use journal::PointAnswer;
pub use measure::AskedMeasure;
pub use plan::{Planned, Shard, SweepPlan, Varied};
pub use results::{SweepResults, SweptPoint, summarise};

use crate::options::{Progress, StudyError};
use crate::replicate::Prepared;
use crate::rests_on::RestsOn;
use crate::trials::{Answers, Question, Trials};
use jiff::civil::Date;
use portway_model::element::Timeline;
use portway_model::factor::{self, Factor, Level, factors};
use portway_model::vary::{InputValue, RefusedVariation, Variation, vary};
use portway_model::{Corridor, Folder};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Points of a sweep that nobody had to ask for: an evening's work for a month of a large corridor.
pub const POINTS_UNASKED: u32 = 1000;

/// Most points of one sweep. It bounds the size of the page and of the files.
pub const MOST_POINTS: u32 = 100_000;

/// Most values of one sweep: points, measures and replications multiplied. Each is kept in 16 bytes, so that all of them need less
/// than a gigabyte.
pub const MOST_VALUES: u64 = 50_000_000;

/// Points that are made ready together: each is a whole corridor in memory.
const READY_TOGETHER: usize = 64;

/// What a sweep is asked to do.
#[derive(Clone, Debug)]
pub struct SweepOptions {
    /// Scenario name.
    pub scenario: String,
    /// First day of results, when it is not the scenario's.
    pub from: Option<Date>,
    /// Last day of results, when it is not the scenario's.
    pub to: Option<Date>,
    /// Seed of every random number, those of the design included.
    pub seed: u64,
    /// Replications of every point.
    pub replications: u32,
    /// Which combinations are run.
    pub design: Design,
    /// Inputs with their values, each `PATH=VALUES`.
    pub vary: Vec<String>,
    /// Measures that are asked, each `NAME[:STATISTIC][@WHERE]`; empty for [`measure::DEFAULT`].
    pub measures: Vec<String>,
    /// Smallest difference of the first measure that matters, in its unit; none for
    /// [`INDIFFERENCE_SHARE`](crate::ranking::INDIFFERENCE_SHARE) of the best value.
    pub indifference: Option<f64>,
    /// Most points that are run.
    pub most_points: u32,
}

/// Why there is no sweep, or no end of it.
#[derive(Clone, Debug)]
pub enum SweepError {
    /// Mistakes in the words of the inputs, or values that cannot stand where they were put.
    Refused(Box<RefusedVariation>),
    /// Anything else.
    Study(StudyError),
}

impl From<StudyError> for SweepError {
    fn from(error: StudyError) -> Self {
        Self::Study(error)
    }
}

impl From<Box<RefusedVariation>> for SweepError {
    fn from(refused: Box<RefusedVariation>) -> Self {
        Self::Refused(refused)
    }
}

/// A sweep that can be run.
pub struct Sweep<'c> {
    plan: SweepPlan,
    points: Points,
    factors: Vec<Factor>,
    questions: Vec<Question>,
    corridor: &'c Corridor,
    folder: &'c Folder,
    window: [Option<Date>; 2],
}

impl<'c> Sweep<'c> {
    /// Reads the words and tries every value, so that no mistake is found hours later. `folder` is the one that `corridor`
    /// was loaded from.
    ///
    /// Errors: every mistake in the words; a design without points or with too many.
    pub fn new(corridor: &'c Corridor, folder: &'c Folder, options: &SweepOptions) -> Result<Self, SweepError> {
        let refuse = |why: String| SweepError::Study(StudyError::Options(why));
        if options.vary.is_empty() {
            return Err(refuse("a sweep needs at least one input to vary".into()));
        }
        let factors = factors(&options.vary, corridor, &options.scenario)?;
        let levels: Vec<_> = factors.iter().map(|f| (f.path.clone(), f.levels.clone())).collect();
        let points = Points::new(options.design, &levels, options.seed, options.most_points).map_err(refuse)?;
        let window = [options.from, options.to];
        let base = corridor.timeline(Some(&options.scenario));
        let base = base.map_err(|diagnostics| {
            SweepError::Refused(Box::new(RefusedVariation { diagnostics, folder: folder.clone() }))
        })?;
        let base = in_window(base, window)?;
        let words: Vec<&str> = match &options.measures[..] {
            [] => measure::DEFAULT.to_vec(),
            named => named.iter().map(String::as_str).collect(),
        };
        let words = measure::with_backlog(&words);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let asked = measure::asked(&words, corridor.model(), &Prepared::new(&base)?.layout).map_err(refuse)?;
        let values = u64::from(points.len()) * asked.len() as u64 * u64::from(options.replications);
        if values > MOST_VALUES {
            return Err(refuse(format!(
                "{} points with {} measures and {} replications are {values} values to keep; at most {MOST_VALUES}",
                points.len(),
                asked.len(),
                options.replications
            )));
        }
        let rests_on = RestsOn::new(corridor, &base.scenario, options.seed, options.replications);
        let vary =
            factors.iter().zip(&options.vary).map(|(factor, word)| Varied::new(factor, word, corridor)).collect();
        let plan = SweepPlan {
            rests_on,
            design: options.design,
            vary,
            measures: asked.iter().map(Planned::from).collect(),
            indifference: options.indifference,
            shard: None,
        };
        let questions = asked.iter().map(AskedMeasure::question).collect();
        let sweep = Self { plan, points, factors, questions, corridor, folder, window };
        sweep.try_all().map_err(|error| match error {
            SweepError::Refused(refused) => SweepError::Refused(factor::as_typed(*refused, &options.vary)),
            other => other,
        })?;
        Ok(sweep)
    }

    /// The same for every `of`-th point only, beginning with point `number − 1`.
    #[must_use]
    pub fn shard(mut self, shard: Option<Shard>) -> Self {
        self.plan.shard = shard;
        self
    }

    /// What decides the answers.
    pub fn plan(&self) -> &SweepPlan {
        &self.plan
    }

    /// All points of the design, those of other shards included.
    pub fn points(&self) -> &Points {
        &self.points
    }

    /// Runs the points of this shard that are not `finished`. `keep` gets every answer as soon as it is known, from
    /// any thread; when it returns false the sweep ends as if it was cancelled.
    ///
    /// Errors: [`SweepError`].
    pub fn run(
        &self,
        finished: &dyn Fn(u32) -> bool,
        threads: usize,
        progress: &dyn Progress,
        cancel: &AtomicBool,
        keep: &(dyn Fn(PointAnswer) -> bool + Sync),
    ) -> Result<(), SweepError> {
        let mine: Vec<u32> = (0..self.points.len()).filter(|point| self.plan.is_mine(*point)).collect();
        let left: Vec<u32> = mine.iter().copied().filter(|point| !finished(*point)).collect();
        let done = AtomicUsize::new(mine.len() - left.len());
        let replications = self.plan.rests_on.replications;
        let trials = Trials::new(self.plan.rests_on.seed, threads, progress, cancel)?;
        progress.points(done.load(Ordering::Relaxed), mine.len());
        trials.plan(u32::try_from(left.len()).unwrap_or(u32::MAX).saturating_mul(replications));
        for points in left.chunks(READY_TOGETHER) {
            let timelines = self.timelines(points)?;
            let hear = |place: usize, answer: &Result<Answers, StudyError>| {
                if !keep(PointAnswer::new(points[place], answer)) {
                    cancel.store(true, Ordering::Relaxed);
                }
                progress.points(done.fetch_add(1, Ordering::Relaxed) + 1, mine.len());
            };
            trials.run_each(&timelines, &self.questions, 0..replications, &hear)?;
        }
        Ok(())
    }

    /// Loads every point once, so that a value that cannot stand where it is put is refused before anything runs.
    fn try_all(&self) -> Result<(), SweepError> {
        let all: Vec<u32> = (0..self.points.len()).collect();
        all.chunks(READY_TOGETHER).try_for_each(|points| self.timelines(points).map(drop))
    }

    fn timelines(&self, points: &[u32]) -> Result<Vec<Timeline>, SweepError> {
        let variation = |point: &u32| {
            let levels: Vec<Level> = self.points.get(*point);
            let changes = self.factors.iter().zip(&levels).map(|(factor, level)| {
                let value = factor.model_value(level).map_err(StudyError::Options)?;
                Ok(InputValue { path: factor.path.clone(), value })
            });
            Ok(Variation { changes: changes.collect::<Result<_, StudyError>>()? })
        };
        let variations = points.iter().map(variation).collect::<Result<Vec<_>, StudyError>>()?;
        let timelines = vary(self.folder, self.corridor, &self.plan.rests_on.scenario, &variations)?;
        Ok(timelines.into_iter().map(|timeline| in_window(timeline, self.window)).collect::<Result<_, _>>()?)
    }
}

fn in_window(timeline: Timeline, [from, to]: [Option<Date>; 2]) -> Result<Timeline, StudyError> {
    timeline.with_window(from, to).map_err(|mistake| StudyError::Options(mistake.message))
}
