//! The runs of an analysis, in their order.

use super::answer::{FixedInput, Found, GrowingRuns, Sensitivity, VariedInput};
use super::{MOST_CLOSER, MOST_POINTS, MOVED_ALONE, Plan, REPLICATIONS_ALONE, STANDS_OUT, SensitivityOptions};
use crate::options::{LEVEL, Progress, StudyError};
use crate::rests_on::RestsOn;
use crate::trials::{Answers, Trials};
use portway_model::element::Timeline;
use portway_model::uncertain::{self, UncertainRow};
use portway_model::vary::{InputValue, RefusedVariation, Variation, vary};
use portway_model::{Corridor, Folder};
use portway_stats::Key;
use portway_stats::random::word_of;
use portway_stats::sensitivity::{Effect, VarianceDesign, VarianceShares, elementary_effects, radial, variance_shares};
use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;

/// Runs that are loaded together: reading the folder once for all of them costs little, and they need not all be in memory.
const BATCH: usize = 64;

/// Fewest starts and rows whose answers are known; fewer say nothing.
const FEWEST: usize = 3;

/// An analysis of one scenario, ready to run.
pub struct Analysis<'a> {
    folder: &'a Folder,
    corridor: &'a Corridor,
    timeline: &'a Timeline,
    options: &'a SensitivityOptions,
    rows: Vec<UncertainRow<'a>>,
    fixed: Vec<FixedInput>,
    trials: Trials<'a>,
}

/// The model as it is written.
pub struct Base(Answers);

/// Why an analysis ended without an answer.
#[derive(Debug)]
pub enum SensitivityError {
    /// A run could not be made.
    Study(StudyError),
    /// Values that each can stand in the folder cannot stand there together.
    Refused(Box<RefusedVariation>),
}

impl From<StudyError> for SensitivityError {
    fn from(error: StudyError) -> Self {
        Self::Study(error)
    }
}

impl From<Box<RefusedVariation>> for SensitivityError {
    fn from(refused: Box<RefusedVariation>) -> Self {
        Self::Refused(refused)
    }
}

/// By question: the rows of a design all of whose points have an answer, each with its number and `[point][replication]`.
type Asked = Vec<Vec<(usize, Vec<Vec<f64>>)>>;

impl<'a> Analysis<'a> {
    /// Finds what is uncertain in the scenario of a timeline, whose window is the one that is run, and makes sure that every end
    /// of every range can stand in the folder.
    ///
    /// # Errors
    /// [`SensitivityError::Study`] for options that make no sense.
    pub fn new(
        folder: &'a Folder,
        corridor: &'a Corridor,
        timeline: &'a Timeline,
        options: &'a SensitivityOptions,
        progress: &'a dyn Progress,
        cancel: &'a AtomicBool,
    ) -> Result<Self, SensitivityError> {
        let refuse = |why: &str| Err(SensitivityError::Study(StudyError::Options(why.to_owned())));
        if options.replications < 2 {
            return refuse("at least two replications of each run are needed to tell an effect from chance");
        }
        let fewest = FEWEST as u32;
        if !(fewest..=MOST_POINTS).contains(&options.starts) || !(fewest..=MOST_POINTS).contains(&options.rows) {
            return refuse(&format!("starts and rows are from {fewest} to {MOST_POINTS}"));
        }
        let luck = (u64::from(options.starts) + u64::from(options.rows)) * u64::from(options.replications);
        if luck > u64::from(u32::MAX) {
            return refuse("starts and rows, each with its replications, are more than there are random numbers for");
        }
        let trials = Trials::new(options.seed, options.threads, progress, cancel)?.with_growing_values();
        let uncertain = uncertain::of(corridor, &timeline.scenario.name);
        let fixed = uncertain.fixed.iter().map(|row| FixedInput {
            path: row.evidence.path.clone(),
            status: row.evidence.status.into(),
            mistake: row.mistake.map(str::to_owned),
        });
        let fixed = fixed.collect();
        let mut analysis = Self { folder, corridor, timeline, options, rows: uncertain.rows, fixed, trials };
        analysis.put_aside_what_cannot_stand();
        Ok(analysis)
    }

    /// The number of runs that [`Self::run`] will take at most.
    pub fn plan(&self) -> Plan {
        Plan::new(self.rows.len(), self.options)
    }

    /// Runs the model as it is written, [`REPLICATIONS_ALONE`] times.
    ///
    /// # Errors
    /// [`SensitivityError`], for a question that cannot be answered too.
    pub fn base(&self) -> Result<Base, SensitivityError> {
        let one = std::slice::from_ref(self.timeline);
        let mut answers = self.trials.run(one, &self.options.questions, 0..REPLICATIONS_ALONE)?;
        match answers.pop() {
            Some(answer) => Ok(Base(answer?)),
            None => Err(StudyError::Cancelled.into()),
        }
    }

    /// Runs everything else.
    ///
    /// # Errors
    /// [`SensitivityError`].
    pub fn run(&self, base: &Base) -> Result<Sensitivity, SensitivityError> {
        self.trials.plan(self.plan().replications);
        let mut growing = Growing::default();
        let (effects, starts) = self.screen(&mut growing)?;
        let mut closer = stands_out(&effects);
        let mut set_aside = closer.split_off(closer.len().min(MOST_CLOSER));
        set_aside.sort_unstable();
        let Closer { shares, rows, runs } = self.look_closer(&closer, &mut growing)?;
        let mut found = Found { effects, closer, shares, starts, rows, alone: BTreeMap::new() };
        for input in found.largest(MOVED_ALONE) {
            found.alone.insert(input, Vec::new());
        }
        self.move_alone(&mut found.alone)?;
        let scenario = &self.timeline.scenario;
        let rests_on = RestsOn::new(self.corridor, scenario, self.options.seed, self.options.replications);
        let plan = self.plan();
        let inputs = self.rows.iter().map(VariedInput::of).collect();
        let questions = &self.options.questions;
        Ok(Sensitivity {
            rests_on,
            replications_alone: REPLICATIONS_ALONE,
            runs: plan.screening + runs + 2 * found.alone.len(),
            inputs,
            fixed: self.fixed.clone(),
            set_aside,
            answers: found.answers(questions, &base.0, self.timeline)?,
            growing: growing.told(),
            diagnostics: base.0.growing.clone(),
        })
    }

    /// Elementary effects `[question][input]`, and the starts that could be used for each question.
    fn screen(&self, growing: &mut Growing) -> Result<(Vec<Vec<Effect>>, Vec<usize>), SensitivityError> {
        let design = radial(self.key("screening"), self.options.starts as usize, self.rows.len());
        let asked = self.ask(design.len(), |start| design[start].points(), 0, growing)?;
        let of_question = |known: Vec<(usize, Vec<Vec<f64>>)>| {
            let known = known.into_iter().map(|(start, answers)| (design[start].clone(), answers));
            let (design, answers): (Vec<_>, Vec<_>) = known.unzip();
            let effects = if design.len() < FEWEST { Vec::new() } else { elementary_effects(&design, &answers) };
            (effects, design.len())
        };
        Ok(asked.into_iter().map(of_question).unzip())
    }

    /// Shares of the variance of the inputs that stand out, each alone, and of the rest together.
    fn look_closer(&self, closer: &[usize], growing: &mut Growing) -> Result<Closer, SensitivityError> {
        let questions = self.options.questions.len();
        if closer.is_empty() {
            return Ok(Closer { shares: vec![None; questions], rows: vec![0; questions], runs: 0 });
        }
        let inputs = self.rows.len();
        let mut groups: Vec<Vec<usize>> = closer.iter().map(|&input| vec![input]).collect();
        let rest: Vec<usize> = (0..inputs).filter(|input| !closer.contains(input)).collect();
        if !rest.is_empty() {
            groups.push(rest);
        }
        let runs = self.options.rows as usize * (groups.len() + 2);
        let design = VarianceDesign::new(self.key("rows"), self.options.rows as usize, inputs, groups);
        // Luck that no start has met: what stood out there by luck must not stand out here by the same.
        let asked = self.ask(design.rows(), |row| design.points(row), self.options.starts, growing)?;
        let of_question = |known: Vec<(usize, Vec<Vec<f64>>)>| {
            let answers: Vec<Vec<Vec<f64>>> = known.into_iter().map(|(_, answers)| answers).collect();
            let enough = answers.len() >= FEWEST;
            let shares = enough.then(|| variance_shares(&answers, self.key("resamples"), LEVEL)).flatten();
            (shares, answers.len())
        };
        let (shares, rows) = asked.into_iter().map(of_question).unzip();
        Ok(Closer { shares, rows, runs })
    }

    /// Every input at its low and at its high, all others as written.
    fn move_alone(&self, alone: &mut BTreeMap<usize, Vec<Answers>>) -> Result<(), SensitivityError> {
        let ends = alone.keys().flat_map(|&input| [0.0, 1.0].map(|end| self.changes(input, end)));
        let variations: Vec<Variation> = ends.map(|changes| Variation { changes }).collect();
        let mut answers = Vec::new();
        for batch in variations.chunks(BATCH) {
            let timelines = self.timelines(batch)?;
            answers.extend(self.trials.run(&timelines, &self.options.questions, 0..REPLICATIONS_ALONE)?);
        }
        // A run in which a queue outgrew the kernel has no bar.
        let mut answers = answers.into_iter().map(Result::unwrap_or_default);
        for ends in alone.values_mut() {
            ends.extend(answers.by_ref().take(2));
        }
        Ok(())
    }

    /// Asks all questions at the points of every row of a design, in the unit cube. The points of a row meet the same luck and no
    /// two rows do: row `r` has the replications of block `first + r`. Rows are made and forgotten a few at a time.
    fn ask(
        &self,
        rows: usize,
        points: impl Fn(usize) -> Vec<Vec<f64>>,
        first: u32,
        growing: &mut Growing,
    ) -> Result<Asked, SensitivityError> {
        let questions = &self.options.questions;
        let mut asked: Asked = vec![Vec::new(); questions.len()];
        let of_row = if rows > 0 { points(0).len() } else { 0 };
        let together = (BATCH / of_row.max(1)).max(1);
        for begin in (0..rows).step_by(together) {
            let batch = begin..rows.min(begin + together);
            let at = |point: Vec<f64>| Variation {
                changes: point.iter().enumerate().flat_map(|(input, at)| self.changes(input, *at)).collect(),
            };
            let timelines = self.timelines(&batch.clone().flat_map(&points).map(at).collect::<Vec<_>>())?;
            let luck = |place: usize| {
                let block = first + (begin + place / of_row) as u32;
                block * self.options.replications..(block + 1) * self.options.replications
            };
            let answers = self.trials.run_places(&timelines, questions, &luck, &|_, _| {})?;
            answers.iter().for_each(|answer| growing.see(answer));
            for (row, answers) in batch.zip(answers.chunks(of_row)) {
                for (question, known_rows) in asked.iter_mut().enumerate() {
                    known_rows.extend(known(answers, question).map(|answers| (row, answers)));
                }
            }
        }
        Ok(asked)
    }

    fn timelines(&self, variations: &[Variation]) -> Result<Vec<Timeline>, Box<RefusedVariation>> {
        let scenario = &self.timeline.scenario;
        let mut timelines = vary(self.folder, self.corridor, &scenario.name, variations)?;
        for timeline in &mut timelines {
            (timeline.scenario.from, timeline.scenario.to) = (scenario.from, scenario.to);
        }
        Ok(timelines)
    }

    /// One input at a position.
    fn changes(&self, input: usize, position: f64) -> Vec<InputValue> {
        let parts = self.rows[input].parts.iter();
        parts.map(|part| InputValue { path: part.path.clone(), value: part.range.at(position) }).collect()
    }

    /// An end that a range may have and the loader refuses, such as a stage without any lane, cannot be varied to.
    fn put_aside_what_cannot_stand(&mut self) {
        let ends =
            |analysis: &Self, input: usize| [0.0, 1.0].map(|end| Variation { changes: analysis.changes(input, end) });
        let all: Vec<Variation> = (0..self.rows.len()).flat_map(|input| ends(self, input)).collect();
        if self.timelines(&all).is_ok() {
            return;
        }
        let mistakes: Vec<Option<String>> = (0..self.rows.len())
            .map(|input| {
                let refused = self.timelines(&ends(self, input)).err()?;
                let first = refused.diagnostics.first().map_or("cannot stand in the folder", |d| d.message.as_str());
                Some(first.to_owned())
            })
            .collect();
        let mut mistakes = mistakes.into_iter();
        let fixed = &mut self.fixed;
        self.rows.retain(|row| {
            let mistake = mistakes.next().flatten();
            let stays = mistake.is_none();
            fixed.extend(mistake.map(|mistake| FixedInput {
                path: row.evidence.path.clone(),
                status: row.evidence.status.into(),
                mistake: Some(mistake),
            }));
            stays
        });
    }

    fn key(&self, purpose: &str) -> Key {
        Key::new(self.options.seed, 0).with(word_of("sensitivity")).with(word_of(purpose))
    }
}

/// Shares of the variance and the rows that could be used, by question, and the runs that were made for them.
struct Closer {
    shares: Vec<Option<VarianceShares>>,
    rows: Vec<usize>,
    runs: usize,
}

/// The answers of several points to one question; none when one of them has none.
fn known(points: &[Result<Answers, StudyError>], question: usize) -> Option<Vec<Vec<f64>>> {
    points.iter().map(|answers| answers.as_ref().ok()?.values.get(question)?.iter().copied().collect()).collect()
}

/// The inputs with a share of the effects on any answer, the largest first.
fn stands_out(effects: &[Vec<Effect>]) -> Vec<usize> {
    let mut largest: BTreeMap<usize, f64> = BTreeMap::new();
    for of_question in effects {
        let square = |effect: &Effect| effect.mean_square.max(0.0);
        let sum: f64 = of_question.iter().map(square).sum();
        for (input, effect) in of_question.iter().enumerate() {
            let share = if sum > 0.0 { square(effect) / sum } else { 0.0 };
            if share >= STANDS_OUT {
                let before = largest.entry(input).or_default();
                *before = before.max(share);
            }
        }
    }
    let mut all: Vec<(usize, f64)> = largest.into_iter().collect();
    all.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    all.into_iter().map(|(input, _)| input).collect()
}

/// In how many runs a queue grew until the window ended, and where.
#[derive(Default)]
struct Growing {
    seen: usize,
    runs: usize,
    overflown: usize,
    places: BTreeMap<String, usize>,
}

impl Growing {
    fn see(&mut self, answer: &Result<Answers, StudyError>) {
        self.seen += 1;
        match answer {
            Ok(answer) => {
                self.runs += usize::from(!answer.growing.is_empty());
                for note in &answer.growing {
                    *self.places.entry(note.scope.clone()).or_default() += 1;
                }
            }
            Err(_) => self.overflown += 1,
        }
    }

    fn told(&self) -> GrowingRuns {
        let most = self.places.iter().max_by_key(|(_, runs)| **runs);
        GrowingRuns {
            runs: self.runs,
            of: self.seen,
            scope: most.map(|(scope, _)| scope.clone()).unwrap_or_default(),
            left_out: self.overflown,
        }
    }
}
