//! Many timelines, each replicated, and a few numbers asked of every replication: what capacity, bottleneck, sensitivity, ranking
//! and sweeps rest on.
//!
//! All trials meet the same seed, so replication `i` of one is paired with replication `i` of every other that runs it. Only the answers
//! are kept, so thousands of trials need little memory. Trials and replications run on one pool; neither the number of
//! threads nor the order in which they finish changes an answer.

use crate::growth;
use crate::layout::Layout;
use crate::measures::{self, MeasureScope};
use crate::options::{MOST_REPLICATIONS, Progress, Replications, StudyError, StudyOptions};
use crate::query::Query;
use crate::replicate::{self, Prepared, Replicated};
use crate::results::Note;
use crate::validation::judge;
use portway_model::element::{Observation, Timeline};
use rayon::prelude::*;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

/// What the name of an owner begins with in a question as it is typed.
pub(crate) const OWNER: &str = "owner=";

/// One number that is asked of every replication of a trial.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// Measure name as listed by `portway measures`.
    pub measure: String,
    /// `mean`, `p50`, `p90` or `p95`; empty for the mean.
    pub statistic: String,
    /// Stage or link; empty for the corridor.
    pub scope: String,
    /// Direction; empty for all.
    pub direction: String,
    /// Class, or classes joined by `+`; empty for all.
    pub class: String,
    /// Owner of flows; empty for all traffic.
    pub owner: String,
    /// Leaves out classes that only carriers of services belong to: whom they carry is traffic, they are not.
    pub without_carriers: bool,
}

impl Question {
    /// The mean of a measure of the whole corridor.
    pub fn corridor(measure: &str) -> Self {
        Self { measure: measure.into(), ..Self::default() }
    }

    /// The mean of a measure of a stage or link.
    pub fn station(measure: &str, scope: &str) -> Self {
        Self { measure: measure.into(), scope: scope.into(), ..Self::default() }
    }

    /// Reads a question as it is typed: `MEASURE[:STATISTIC][@SCOPE][@DIRECTION][@owner=NAME]`, e.g. `door_to_door_h:p90@into-ru` or
    /// `queue_vehicles@kani-kurgan.freight`. The scope of a measure of stages and links comes first; a measure of the corridor has none.
    ///
    /// # Errors
    /// One sentence on what is wrong, with the measure that was probably meant.
    ///
    /// ```
    /// use portway_study::Question;
    /// let question = Question::parse("door_to_door_h:p90@into-ru").unwrap();
    /// assert_eq!(question, Question::corridor("door_to_door_h").statistic("p90").direction("into-ru"));
    /// assert!(Question::parse("door_to_dor_h").unwrap_err().contains("did you mean `door_to_door_h`?"));
    /// ```
    pub fn parse(text: &str) -> Result<Self, String> {
        let owned = |part: &&str| part.starts_with(OWNER);
        let owner = text.split('@').map(str::trim).find(owned).map(|part| part[OWNER.len()..].trim().to_owned());
        let mut parts = text.split('@').map(str::trim).filter(|part| !owned(part));
        let head = parts.next().unwrap_or_default();
        let (name, statistic) =
            head.split_once(':').map_or((head, ""), |(name, statistic)| (name.trim(), statistic.trim()));
        let Some(measure) = measures::find(name) else {
            let known = measures::catalogue().iter().map(|measure| measure.name);
            let meant = portway_model::vary::nearest_name(name, known);
            let hint =
                meant.map_or("`portway measures` lists them".to_owned(), |name| format!("did you mean `{name}`?"));
            return Err(format!("there is no measure `{name}`: {hint}"));
        };
        let quantile = ["p50", "p90", "p95"].contains(&statistic) && measure.quantiles;
        if !(statistic.is_empty() || statistic == "mean" || quantile) {
            let known = if measure.quantiles { "mean, p50, p90 and p95" } else { "only the mean" };
            return Err(format!("`{name}` has no statistic `{statistic}`: it has {known}"));
        }
        let given_for = match measure.scope {
            MeasureScope::Station => Some(("stage and link", "STAGE")),
            MeasureScope::Way => Some(("way of a flow that chooses", "FLOW/ROUTE")),
            MeasureScope::Limit => Some(("limit", "LIMIT")),
            MeasureScope::Yearly => Some(("yearly day", "DAY")),
            MeasureScope::Service => Some(("service", "SERVICE")),
            MeasureScope::Commodity => Some(("commodity", "COMMODITY")),
            _ => None,
        };
        let scope = given_for.and_then(|_| parts.next());
        if let (None, Some((each, example))) = (scope, given_for) {
            return Err(format!("`{name}` is measured for each {each}: write `{name}@{example}`"));
        }
        let direction = parts.next();
        if scope.is_some_and(str::is_empty) || direction.is_some_and(str::is_empty) {
            return Err(format!("`{text}` names nothing behind an `@`"));
        }
        let direction = direction.unwrap_or_default();
        if let Some(more) = parts.next() {
            return Err(format!("`@{more}` is one `@` too many in `{text}`"));
        }
        let statistic = if statistic == "mean" { "" } else { statistic };
        Ok(Self {
            measure: name.to_owned(),
            statistic: statistic.to_owned(),
            scope: scope.unwrap_or_default().to_owned(),
            direction: direction.to_owned(),
            class: String::new(),
            owner: owner.unwrap_or_default(),
            without_carriers: false,
        })
    }

    /// The same for another statistic.
    #[must_use]
    pub fn statistic(self, statistic: &str) -> Self {
        Self { statistic: statistic.into(), ..self }
    }

    /// The same for the traffic of one direction.
    #[must_use]
    pub fn direction(self, direction: &str) -> Self {
        Self { direction: direction.into(), ..self }
    }

    /// The same without the carriers of services.
    #[must_use]
    pub(crate) fn without_carriers(self) -> Self {
        Self { without_carriers: true, ..self }
    }

    /// The question in the terms of a scenario.
    ///
    /// # Errors
    /// One sentence on why the scenario cannot answer it.
    pub(crate) fn query(&self, layout: &Layout) -> Result<Query, String> {
        let query = judge::query(&self.observation(), layout).map_err(|reason| reason.sentence)?;
        let query = if self.owner.is_empty() { query } else { query.of_owner(layout, &self.owner)? };
        Ok(if self.without_carriers { query.without_carriers(layout) } else { query })
    }

    /// As an observation without a range, because both ask the same of a run.
    fn observation(&self) -> Observation {
        Observation {
            id: String::new(),
            scenario: String::new(),
            measure: self.measure.clone(),
            statistic: if self.statistic.is_empty() { "mean".into() } else { self.statistic.clone() },
            scope: self.scope.clone(),
            direction: self.direction.clone(),
            class: self.class.clone(),
            from: None,
            to: None,
            value: 0.0,
            low: 0.0,
            high: 0.0,
            source: String::new(),
            note: String::new(),
        }
    }
}

/// What one trial answered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers {
    /// `[question][replication]`; none where the number never occurred, and for a time that grows with the length of the run.
    pub values: Vec<Vec<Option<f64>>>,
    /// Stages and links whose queue grows until the window ends, the one where the work exceeds the lanes first.
    pub growing: Vec<Note>,
    /// Events that the kernel handled.
    pub events: u64,
}

impl Answers {
    /// Adds the answers of further replications of the same trial.
    pub(crate) fn extend(&mut self, further: Self) {
        if self.values.is_empty() {
            *self = further;
            return;
        }
        for (mine, theirs) in self.values.iter_mut().zip(further.values) {
            mine.extend(theirs);
        }
        for note in further.growing {
            if !self.growing.iter().any(|known| known.scope == note.scope) {
                self.growing.push(note);
            }
        }
        self.events += further.events;
    }

    /// The values of a question where there is one, replication by replication.
    pub fn known(&self, question: usize) -> Vec<f64> {
        self.values[question].iter().flatten().copied().collect()
    }
}

/// Hears the answer of a trial with the place of its timeline.
pub type Finished<'f> = dyn Fn(usize, &Result<Answers, StudyError>) + Sync + 'f;

/// Runs trials on its own threads with one seed.
pub struct Trials<'a> {
    pool: rayon::ThreadPool,
    seed: u64,
    progress: &'a dyn Progress,
    cancel: &'a AtomicBool,
    /// Whether a time that grows with the length of the run is answered all the same.
    growing_values: bool,
    /// Replications finished and planned so far, all trials together.
    done: AtomicU32,
    planned: AtomicU32,
}

impl<'a> Trials<'a> {
    /// Makes the threads. Errors: [`StudyError::Options`], [`StudyError::Threads`].
    pub fn new(
        seed: u64,
        threads: usize,
        progress: &'a dyn Progress,
        cancel: &'a AtomicBool,
    ) -> Result<Self, StudyError> {
        options(seed, threads, 1).check()?;
        let pool = replicate::pool(threads)?;
        Ok(Self {
            pool,
            seed,
            progress,
            cancel,
            growing_values: false,
            done: AtomicU32::new(0),
            planned: AtomicU32::new(0),
        })
    }

    /// Answers times that grow with the length of the run too, as they are at its end: for those who ask what makes them large.
    #[must_use]
    pub fn with_growing_values(self) -> Self {
        Self { growing_values: true, ..self }
    }

    /// Announces replications to come, so that the time left is known before they begin.
    pub fn plan(&self, replications: u32) {
        self.planned.fetch_add(replications, Ordering::Relaxed);
        self.progress.replications(self.done.load(Ordering::Relaxed), self.planned.load(Ordering::Relaxed));
    }

    /// Takes back replications that were announced and are not needed.
    pub(crate) fn spare(&self, replications: u32) {
        self.planned.fetch_sub(replications, Ordering::Relaxed);
    }

    /// Tells how much is left, when the pace is known.
    pub(crate) fn foresee(&self) {
        self.progress.foresees(self.done.load(Ordering::Relaxed), self.planned.load(Ordering::Relaxed));
    }

    /// Runs `replications` of every timeline from number `first` on and asks the questions. A trial in which a queue
    /// outgrows the kernel has its own error; an interruption ends everything.
    ///
    /// Errors: [`StudyError`], for a question that a timeline cannot answer [`StudyError::Options`].
    pub fn run(
        &self,
        timelines: &[Timeline],
        questions: &[Question],
        replications: std::ops::Range<u32>,
    ) -> Result<Vec<Result<Answers, StudyError>>, StudyError> {
        self.run_each(timelines, questions, replications, &|_, _| {})
    }

    /// The same, and `finished` hears every answer with the place of its timeline as soon as it is known. It is called from
    /// the threads of the trials, in any order, and never for a trial that was interrupted.
    ///
    /// Errors: as [`run`](Self::run).
    pub fn run_each(
        &self,
        timelines: &[Timeline],
        questions: &[Question],
        replications: std::ops::Range<u32>,
        finished: &Finished<'_>,
    ) -> Result<Vec<Result<Answers, StudyError>>, StudyError> {
        if replications.end > MOST_REPLICATIONS {
            return Err(StudyError::Options(format!("at most {MOST_REPLICATIONS} replications")));
        }
        self.run_places(timelines, questions, &|_| replications.clone(), finished)
    }

    /// The same with replications of its own for every place, for trials that are to be independent of each other.
    ///
    /// Errors: as [`run`](Self::run).
    pub(crate) fn run_places(
        &self,
        timelines: &[Timeline],
        questions: &[Question],
        replications: &(dyn Fn(usize) -> std::ops::Range<u32> + Sync),
        finished: &Finished<'_>,
    ) -> Result<Vec<Result<Answers, StudyError>>, StudyError> {
        let one = |(place, timeline): (usize, &Timeline)| {
            let answer = self.trial(timeline, questions, replications(place));
            if matches!(answer, Ok(_) | Err(StudyError::Overflow { .. })) {
                finished(place, &answer);
            }
            answer
        };
        let all: Vec<_> = self.pool.install(|| timelines.par_iter().enumerate().map(one).collect());
        let fatal = |answer: &Result<Answers, StudyError>| match answer {
            Err(error @ (StudyError::Cancelled | StudyError::Options(_) | StudyError::Model(_))) => Some(error.clone()),
            _ => None,
        };
        match all.iter().find_map(fatal) {
            Some(error) => Err(error),
            None => Ok(all),
        }
    }

    /// Runs replications of one scenario with a record of who held a place, and keeps of each what `reduce` makes of it.
    pub(crate) fn observe_holds<T: Send>(
        &self,
        prepared: &Prepared,
        replications: std::ops::Range<u32>,
        reduce: impl Fn(&Prepared, &portway_sim::Observations) -> T + Sync,
    ) -> Result<Vec<T>, StudyError> {
        let one = |replication: u32| {
            let seen = prepared.observe_holds(self.seed, replication, self.cancel)?;
            Counted(self).replications(0, 0);
            Ok(reduce(prepared, &seen))
        };
        self.pool.install(|| replications.into_par_iter().map(one).collect())
    }

    fn trial(
        &self,
        timeline: &Timeline,
        questions: &[Question],
        replications: std::ops::Range<u32>,
    ) -> Result<Answers, StudyError> {
        if self.cancel.load(Ordering::Relaxed) {
            return Err(StudyError::Cancelled);
        }
        let mut prepared = Prepared::new(timeline)?;
        let asked = questions.iter().map(|question| question.query(&prepared.layout));
        prepared.queries = asked.collect::<Result<_, _>>().map_err(StudyError::Options)?;
        let mut all = Replicated::new(&prepared);
        let options = options(self.seed, 0, replications.end);
        let counted = Counted(self);
        replicate::range(&prepared, &mut all, replications, &options, &counted, self.cancel)?;
        let growing = growth::find(&prepared, &all);
        let values = |(index, question): (usize, &Question)| {
            let grows = !self.growing_values && growing.affects(&prepared.queries[index]);
            all.of(index).map(|sample| sample.statistic(&question.statistic).filter(|_| !grows)).collect()
        };
        Ok(Answers {
            values: questions.iter().enumerate().map(values).collect(),
            growing: growing.notes(),
            events: all.sums.events,
        })
    }
}

fn options(seed: u64, threads: usize, replications: u32) -> StudyOptions {
    StudyOptions { seed, replications: Replications::Fixed(replications), threads, record_visits: false }
}

/// Adds up the replications of all trials for the one who watches.
struct Counted<'t, 'a>(&'t Trials<'a>);

impl Progress for Counted<'_, '_> {
    fn replications(&self, _done: u32, _total: u32) {
        let done = self.0.done.fetch_add(1, Ordering::Relaxed) + 1;
        let planned = self.0.planned.load(Ordering::Relaxed).max(done);
        self.0.progress.replications(done, planned);
    }
}
