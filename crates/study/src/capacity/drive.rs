//! Searches side by side: each names the flow it wants to know, all of them are replicated together, and so on until all end.

use super::answer::{Limit, LimitKind, Tested};
use super::judge::{LOOKS, judge};
use super::search::{Point, Search, Verdict};
use super::standard::Standard;
use super::traffic::{Ray, Traffic};
use crate::options::StudyError;
use crate::trials::{Answers, Question, Trials};
use portway_model::element::Timeline;
use std::cell::Cell;

/// One search along one ray.
#[derive(Debug)]
pub(crate) struct Job {
    pub(crate) ray: Ray,
    pub(crate) search: Search,
    /// Looks at each flow, at most.
    pub(crate) looks: usize,
    pub(crate) tested: Vec<Tested>,
    pending: Option<Pending>,
}

/// A flow that is not decided yet.
#[derive(Debug)]
struct Pending {
    per_day: f64,
    timeline: Timeline,
    active: Vec<bool>,
    looked: usize,
    answers: Answers,
}

impl Job {
    pub(crate) fn new(ray: Ray, search: Search, looks: usize) -> Self {
        Self { ray, search, looks, tested: Vec::new(), pending: None }
    }

    /// Begins the next flow when none is under way.
    fn begin(&mut self, traffic: &Traffic) {
        if self.pending.is_some() {
            return;
        }
        self.pending = self.search.next().map(|per_day| {
            let flows = self.ray.at(per_day);
            let (timeline, active) = (traffic.timeline_at(&flows), traffic.active(&flows));
            Pending { per_day, timeline, active, looked: 0, answers: Answers::default() }
        });
    }

    /// Takes what further replications of the pending flow said.
    fn hear(&mut self, heard: Result<Answers, StudyError>, desk: &Desk<'_>) -> Result<(), StudyError> {
        let Some(mut pending) = self.pending.take() else { return Ok(()) };
        pending.looked += 1;
        let replications = LOOKS[pending.looked - 1];
        let (verdict, strain, value_h, limit) = match heard {
            Ok(answers) => {
                pending.answers.extend(answers);
                let judged = judge(&pending.answers, &pending.active, desk.standard, self.looks);
                let limit = desk.limit(&pending.answers, judged.part, judged.by_carried);
                (judged.verdict, judged.strain, judged.value_h, limit)
            }
            // More vehicles than can be held: no queue grows more than that.
            Err(StudyError::Overflow { scope, title, .. }) => {
                (Verdict::Breaks, f64::INFINITY, None, Limit::growth(&scope, &title))
            }
            Err(error) => return Err(error),
        };
        if verdict == Verdict::Undecided && pending.looked < self.looks {
            self.pending = Some(pending);
            return Ok(());
        }
        let per_day = pending.per_day;
        self.search.note(Point { per_day, verdict, strain });
        self.tested.push(Tested { per_day, replications, verdict: verdict.into(), value_h, limit });
        Ok(())
    }
}

/// What all searches share.
pub(crate) struct Desk<'a> {
    traffic: &'a Traffic,
    standard: &'a Standard,
    trials: &'a Trials<'a>,
    questions: Vec<Question>,
    /// Replications announced and run so far.
    announced: Cell<u32>,
    run: Cell<u32>,
}

/// Replications that a search takes as a rule, for the time left.
const USUAL: u32 = 100;

impl<'a> Desk<'a> {
    pub(crate) fn new(traffic: &'a Traffic, standard: &'a Standard, trials: &'a Trials<'a>) -> Self {
        let questions = traffic.questions(standard);
        Self { traffic, standard, trials, questions, announced: Cell::new(0), run: Cell::new(0) }
    }

    /// Replications run so far.
    pub(crate) fn replications(&self) -> u32 {
        self.run.get()
    }

    /// Announces so many searches.
    pub(crate) fn announce(&self, searches: usize) {
        let more = USUAL * searches as u32;
        self.announced.set(self.announced.get() + more);
        self.trials.plan(more);
    }

    /// Runs all jobs to their ends. Replication `i` of every flow meets the same luck.
    pub(crate) fn run(&self, jobs: &mut [Job]) -> Result<(), StudyError> {
        loop {
            jobs.iter_mut().for_each(|job| job.begin(self.traffic));
            // Flows at the same look run together, so that threads are never idle for long.
            let Some(look) = jobs.iter().filter_map(|job| job.pending.as_ref()).map(|p| p.looked).min() else {
                return Ok(());
            };
            let chosen: Vec<usize> =
                (0..jobs.len()).filter(|j| jobs[*j].pending.as_ref().is_some_and(|p| p.looked == look)).collect();
            let timelines: Vec<Timeline> =
                chosen.iter().filter_map(|j| Some(jobs[*j].pending.as_ref()?.timeline.clone())).collect();
            let from = look.checked_sub(1).map_or(0, |before| LOOKS[before]);
            self.count((LOOKS[look] - from) * timelines.len() as u32);
            let heard = self.trials.run(&timelines, &self.questions, from..LOOKS[look])?;
            for (job, heard) in chosen.into_iter().zip(heard) {
                jobs[job].hear(heard, self)?;
            }
        }
    }

    fn count(&self, replications: u32) {
        self.run.set(self.run.get() + replications);
        let missing = self.run.get().saturating_sub(self.announced.get());
        if missing > 0 {
            self.announced.set(self.announced.get() + missing);
            self.trials.plan(missing);
        }
    }

    /// What a flow strains most.
    fn limit(&self, answers: &Answers, part: usize, by_carried: bool) -> Limit {
        if let Some(note) = answers.growing.first() {
            return Limit::growth(&note.scope, &self.traffic.title_of(&note.scope));
        }
        let model = self.traffic.timeline.first();
        let part = self.traffic.parts.get(part).copied();
        let direction = part.and_then(|part| model.directions.iter().nth(part.direction));
        Limit {
            kind: if by_carried { LimitKind::Carried } else { LimitKind::Time },
            scope: String::new(),
            title: String::new(),
            direction: direction.map_or_else(String::new, |d| d.name.clone()),
            passengers: part.is_some_and(|part| part.passengers),
        }
    }
}
