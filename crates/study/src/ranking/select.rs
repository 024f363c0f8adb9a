//! Runs scenarios until one is chosen.

use super::{Asked, INDIFFERENCE_SHARE, MOST_RANKED, RankedScenario, Ranking, RankingOptions, Spread, Standing};
use crate::backlog::{self, Backlog};
use crate::comparison::{ComparedScenario, begin_together, windows_note};
use crate::options::{LEVEL, MOST_REPLICATIONS, Progress, StudyError};
use crate::rests_on::RestsOn;
use crate::results::{Note, Severity};
use crate::trials::{Answers, Question, Trials};
use portway_model::Corridor;
use portway_model::element::Timeline;
use portway_stats::interval::level_of_each;
use portway_stats::selection::{Selection, SelectionRule, SelectionStep};
use portway_stats::{Estimate, paired};
use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;

/// Replications that a scenario in question gets at a time: enough to keep all threads at work. They are judged one by one, so
/// this changes no choice.
const AT_A_TIME: u32 = 10;

/// Chooses the best of the timelines, which all belong to `corridor` and have different scenarios.
///
/// Every timeline gets the replications of the first stage. One whose number has no value, because a queue grows, takes no part in
/// the selection. `beside` are further numbers to show.
///
/// Errors: [`StudyError`].
pub fn rank(
    corridor: &Corridor,
    timelines: &[Timeline],
    beside: &[Question],
    options: &RankingOptions,
    progress: &dyn Progress,
    cancel: &AtomicBool,
) -> Result<Ranking, StudyError> {
    check(timelines, options)?;
    let timelines = begin_together(timelines);
    let trials = Trials::new(options.seed, options.threads, progress, cancel)?;
    let mut questions: Vec<Question> = std::iter::once(&options.by).chain(beside).cloned().collect();
    questions.extend(backlog::questions(&options.by));
    // Nobody is the best by crossings that a worse corridor had left over from before the window.
    let gains_only = options.largest && backlog::adds_to(&options.by.measure);
    let mut runs: Vec<Run> = timelines.iter().map(|timeline| Run { gains_only, ..Run::new(timeline) }).collect();
    let everybody: Vec<usize> = (0..runs.len()).collect();
    extend(&mut runs, &everybody, options.first_stage, &questions, &trials)?;

    let Choice { in_it, selection, chosen, indifference } = choose(&mut runs, &questions, &trials, options)?;
    let in_question = |index: usize| {
        let at = in_it.iter().position(|&of| of == index)?;
        Some(selection.as_ref().is_none_or(|selection| selection.dropped_at(at).is_none()))
    };
    let decided = chosen.is_some() || in_it.is_empty();
    let leader = chosen.or_else(|| leading(&runs, &in_it, options.largest, in_question));
    let standing = |index: usize| match in_question(index) {
        None => Standing::NoValue,
        Some(_) if chosen == Some(index) => Standing::Chosen,
        Some(true) => Standing::InQuestion,
        Some(false) => Standing::Dropped,
    };
    // Shared over the others, as a reader compares one with all of them. That this one was chosen by the same data, and that the data
    // ended when they were clear enough, no such interval accounts for; `RankedScenario::behind` says so.
    let level = level_of_each(options.confidence, in_it.len().saturating_sub(1));
    let mut rows: Vec<RankedScenario> = (0..runs.len())
        .map(|index| row(&timelines[index], &runs[index], leader.map(|of| &runs[of]), standing(index), level))
        .collect();
    rows.sort_by(|one, other| order(one, other, options.largest));
    let fewest = runs.iter().map(Run::replications).min().unwrap_or(0);
    let mut diagnostics: Vec<Note> = runs.iter().zip(&timelines).flat_map(|(run, of)| run.notes(of)).collect();
    diagnostics.extend(note_of_windows(&timelines));
    let money = corridor.model().money.as_ref();
    Ok(Ranking {
        rests_on: RestsOn::new(corridor, &timelines[0].scenario, options.seed, fewest),
        by: Asked::new(&options.by, money),
        largest: options.largest,
        confidence: options.confidence,
        indifference,
        first_stage: options.first_stage,
        decided,
        beside: beside.iter().map(|question| Asked::new(question, money)).collect(),
        rows,
        diagnostics,
    })
}

/// How a selection ended.
struct Choice {
    /// The scenarios with a value in every replication, which alone take part.
    in_it: Vec<usize>,
    /// None with fewer than two of them.
    selection: Option<Selection>,
    /// None when patience ended before the selection, or nothing has a value.
    chosen: Option<usize>,
    indifference: f64,
}

/// Selects among the scenarios that have values. One that loses its value on the way, because nothing that is asked about occurs in
/// a later replication or a queue outgrows the kernel, leaves; it may have dropped others, so the selection begins again
/// without it, on all replications that there are.
fn choose(
    runs: &mut [Run<'_>],
    questions: &[Question],
    trials: &Trials<'_>,
    options: &RankingOptions,
) -> Result<Choice, StudyError> {
    loop {
        let in_it: Vec<usize> = (0..runs.len()).filter(|&index| runs[index].has_values()).collect();
        if in_it.len() > 1 {
            check_confidence(options.confidence, in_it.len())?;
        }
        let values = |runs: &[Run<'_>]| -> Vec<Vec<f64>> { in_it.iter().map(|&index| runs[index].values()).collect() };
        let indifference = options.indifference.or_else(|| default_indifference(runs, &in_it, options.first_stage));
        let indifference = indifference.unwrap_or(f64::MIN_POSITIVE);
        let rule = SelectionRule { confidence: options.confidence, indifference, largest: options.largest };
        let first_stage: Vec<Vec<f64>> =
            values(runs).into_iter().map(|all| all[..options.first_stage as usize].to_vec()).collect();
        let Some(mut selection) = Selection::begin(&first_stage, rule) else {
            let chosen = in_it.first().copied();
            return Ok(Choice { in_it, selection: None, chosen, indifference });
        };
        let chosen = loop {
            match selection.judge(&values(runs)) {
                SelectionStep::Chosen(best) => break Some(in_it[best]),
                SelectionStep::Observe { least, most } => {
                    let [least, most] = [least, most].map(|count| u32::try_from(count).unwrap_or(u32::MAX));
                    let next = (least - 1).saturating_add(AT_A_TIME).min(most).min(options.most);
                    if next < least {
                        break None;
                    }
                    let left: Vec<usize> = selection.in_question().into_iter().map(|at| in_it[at]).collect();
                    extend(runs, &left, next, questions, trials)?;
                    if !in_it.iter().all(|&index| runs[index].has_values()) {
                        break None;
                    }
                }
            }
        };
        if in_it.iter().all(|&index| runs[index].has_values()) {
            return Ok(Choice { in_it, selection: Some(selection), chosen, indifference });
        }
    }
}

/// One scenario and what its replications answered so far.
struct Run<'t> {
    timeline: &'t Timeline,
    answers: Answers,
    /// Why it has no answers.
    failed: Option<StudyError>,
    /// Whether a queue from before the window that is worked off in it takes the value away.
    gains_only: bool,
}

impl<'t> Run<'t> {
    fn new(timeline: &'t Timeline) -> Self {
        Self { timeline, answers: Answers::default(), failed: None, gains_only: false }
    }

    fn replications(&self) -> u32 {
        self.answers.values.first().map_or(0, |values| values.len() as u32)
    }

    /// Whether the deciding number has a value in every replication so far.
    fn has_values(&self) -> bool {
        self.failed.is_none()
            && self.answers.values.first().is_some_and(|v| v.iter().all(Option::is_some))
            && !(self.gains_only && self.backlog().is_some())
    }

    /// The deciding number by replication.
    fn values(&self) -> Vec<f64> {
        self.answers.known(0)
    }

    /// A queue from before the window that is worked off in it; the last two questions ask for it.
    fn backlog(&self) -> Option<Backlog> {
        let [.., crossed, came] = &self.answers.values[..] else { return None };
        Backlog::of(crossed, came)
    }

    fn notes(&self, timeline: &Timeline) -> Vec<Note> {
        let name = &timeline.scenario.name;
        let failed = self.failed.as_ref().map(|error| Note {
            severity: Severity::Finding,
            code: "no-value".into(),
            scope: crate::query::CORRIDOR.into(),
            message: error.to_string(),
            values: error.values(),
        });
        let works_off = self.backlog().map(Backlog::note);
        self.answers.growing.iter().cloned().chain(failed).chain(works_off).map(|note| note.of(name)).collect()
    }
}

fn check(timelines: &[Timeline], options: &RankingOptions) -> Result<(), StudyError> {
    let refuse = |why: String| Err(StudyError::Options(why));
    let RankingOptions { confidence, indifference, first_stage, most, .. } = *options;
    let count = timelines.len();
    if !(super::FEWEST_RANKED..=MOST_RANKED).contains(&count) {
        return refuse(format!("a ranking has from {} to {MOST_RANKED} scenarios, not {count}", super::FEWEST_RANKED));
    }
    for (index, timeline) in timelines.iter().enumerate() {
        let name = &timeline.scenario.name;
        if timelines[..index].iter().any(|other| other.scenario.name == *name) {
            return refuse(format!("scenario `{name}` is named twice"));
        }
    }
    check_confidence(confidence, count)?;
    if indifference.is_some_and(|difference| !(difference > 0.0 && difference.is_finite())) {
        return refuse("the indifference is a difference above zero".into());
    }
    if first_stage < 2 || most < first_stage || most > MOST_REPLICATIONS {
        return refuse(format!(
            "a ranking runs from 2 to {MOST_REPLICATIONS} replications, not {first_stage} to {most}"
        ));
    }
    Ok(())
}

/// A choice by lot is right once in so many.
fn check_confidence(confidence: f64, count: usize) -> Result<(), StudyError> {
    if confidence < 1.0 && confidence > 1.0 / count as f64 {
        return Ok(());
    }
    Err(StudyError::Options(format!(
        "a choice among {count} is right by chance once in {count}: {confidence} is no confidence"
    )))
}

/// Runs scenarios until each has `target` replications, each from its own count on: after a selection began again they differ.
fn extend(
    runs: &mut [Run<'_>],
    which: &[usize],
    target: u32,
    questions: &[Question],
    trials: &Trials<'_>,
) -> Result<(), StudyError> {
    let mut by_count: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for &index in which {
        by_count.entry(runs[index].replications()).or_default().push(index);
    }
    let behind = by_count.into_iter().filter(|(count, _)| *count < target);
    let behind: Vec<(u32, Vec<usize>)> = behind.collect();
    trials.plan(behind.iter().map(|(count, which)| (target - count).saturating_mul(which.len() as u32)).sum());
    for (count, which) in behind {
        let timelines: Vec<Timeline> = which.iter().map(|&index| runs[index].timeline.clone()).collect();
        for (&index, answer) in which.iter().zip(trials.run(&timelines, questions, count..target)?) {
            match answer {
                Ok(answer) => runs[index].answers.extend(answer),
                Err(error) => runs[index].failed = Some(error),
            }
        }
    }
    Ok(())
}

/// A share of what the first scenario with a value shows in the first stage.
fn default_indifference(runs: &[Run<'_>], in_it: &[usize], first_stage: u32) -> Option<f64> {
    let values = runs[*in_it.first()?].values();
    let mean = portway_stats::interval::mean(&values[..first_stage as usize])?;
    Some(mean.abs() * INDIFFERENCE_SHARE).filter(|difference| *difference > 0.0)
}

/// The best mean among those in question when patience ended before the selection.
fn leading(
    runs: &[Run<'_>],
    in_it: &[usize],
    largest: bool,
    in_question: impl Fn(usize) -> Option<bool>,
) -> Option<usize> {
    let mean = |index: usize| {
        let mean = portway_stats::interval::mean(&runs[index].values()).unwrap_or(f64::NAN);
        if largest { mean } else { -mean }
    };
    let left = in_it.iter().copied().filter(|&index| in_question(index) == Some(true));
    left.reduce(|best, index| if mean(index) > mean(best) { index } else { best })
}

fn row(timeline: &Timeline, run: &Run<'_>, leader: Option<&Run<'_>>, standing: Standing, level: f64) -> RankedScenario {
    let spread = |question: usize| match run.answers.values.get(question) {
        Some(_) => Spread::of(&run.answers.known(question)),
        None => Spread::default(),
    };
    let behind = match (leader, standing) {
        (Some(leader), Standing::InQuestion | Standing::Dropped) => {
            let difference = paired(&leader.values(), &run.values(), level).map(|paired| paired.difference);
            Spread { mean: difference.map(|d| d.mean), half_width: difference.and_then(|d| d.half_width) }
        }
        _ => Spread::default(),
    };
    let scenario = &timeline.scenario;
    RankedScenario {
        scenario: scenario.name.clone(),
        title: scenario.title.clone(),
        from: scenario.from.to_string(),
        to: scenario.to.to_string(),
        replications: run.replications(),
        standing,
        value: if standing == Standing::NoValue { Spread::default() } else { spread(0) },
        behind,
        beside: (1..(run.answers.values.len()).saturating_sub(2)).map(spread).collect(),
    }
}

impl Spread {
    fn of(values: &[f64]) -> Self {
        let estimate = Estimate::of(values, LEVEL);
        Self { mean: estimate.map(|e| e.mean), half_width: estimate.and_then(|e| e.half_width) }
    }
}

/// The chosen one first, then those in question and then those left behind, each by value; those without one last by name.
fn order(one: &RankedScenario, other: &RankedScenario, largest: bool) -> std::cmp::Ordering {
    let rank = |row: &RankedScenario| match row.standing {
        Standing::Chosen => 0,
        Standing::InQuestion => 1,
        Standing::Dropped => 2,
        Standing::NoValue => 3,
    };
    let value = |row: &RankedScenario| {
        let mean = row.value.mean.unwrap_or(f64::INFINITY);
        if largest { -mean } else { mean }
    };
    let by_value = value(one).total_cmp(&value(other));
    rank(one).cmp(&rank(other)).then(by_value).then_with(|| one.scenario.cmp(&other.scenario))
}

/// Scenarios of other dates differ for no other reason as well.
fn note_of_windows(timelines: &[Timeline]) -> Option<Note> {
    let window = |timeline: &Timeline| (timeline.scenario.from, timeline.scenario.to);
    let first = timelines.first()?;
    let other = timelines.iter().find(|timeline| window(timeline) != window(first))?;
    windows_note(&ComparedScenario::of(first), &ComparedScenario::of(other))
}
