//! Processes: the steps of one direction through a facility.

use crate::element::{PerClass, Stage, Step};
use crate::id::Id;
use crate::problem::{Place, Problem};
use crate::reader::{Fields, Form, Kind, Value, shortened};
use std::collections::BTreeMap;

/// Most steps of one list.
const MAX_STEPS: usize = 1000;
/// Largest share that goes back: a hundred rounds on average. More would be a wait that never ends in any sensible time.
const MAX_BACK_SHARE: f64 = 0.99;
/// How far the shares of a choice may miss 1: thirds written with six digits do.
const SHARE_TOLERANCE: f64 = 1e-5;

/// The shares that stages take by themselves.
pub(super) type StageShares = BTreeMap<Id<Stage>, PerClass<f64>>;

/// The steps of a process of the facility `facility`.
pub(super) fn steps(v: &mut Value<'_, '_>, facility: &str, shares: &StageShares) -> Option<Vec<Step>> {
    let mut walk = Walk { facility, shares, visited: Vec::new() };
    list(v, &mut walk)
}

/// What is known while steps are read in order.
struct Walk<'a> {
    facility: &'a str,
    shares: &'a StageShares,
    /// Stages of the steps so far: where one can go back to.
    visited: Vec<Id<Stage>>,
}

fn list(v: &mut Value<'_, '_>, walk: &mut Walk<'_>) -> Option<Vec<Step>> {
    v.recursive("steps", Vec::new(), |v| v.list((0, MAX_STEPS), |v| step(v, walk)))
}

fn step(v: &mut Value<'_, '_>, walk: &mut Walk<'_>) -> Option<Step> {
    if let Some(Form::Table) = v.form() {
        return v.table(|f| step_table(f, walk));
    }
    if v.describing() {
        let walk = std::cell::RefCell::new(walk);
        return v.either(
            "",
            &mut [
                (Form::Text, &mut |v| visit(v, &mut walk.borrow_mut())),
                (Form::Table, &mut |v| v.table(|f| step_table(f, &mut walk.borrow_mut()))),
            ],
        );
    }
    if v.form() != Some(Form::Text) {
        v.wrong_type("the name of a stage or a step in braces");
        return None;
    }
    visit(v, walk)
}

fn visit(v: &mut Value<'_, '_>, walk: &mut Walk<'_>) -> Option<Step> {
    let stage = stage(v, walk)?;
    walk.visited.push(stage);
    let count = v.reader.names.classes().len();
    let share = walk.shares.get(&stage).cloned().unwrap_or_else(|| vec![1.0; count]);
    v.reader.spend(count).then_some(Step::Visit { stage, share })
}

/// A stage of this facility by its short name.
fn stage(v: &mut Value<'_, '_>, walk: &Walk<'_>) -> Option<Id<Stage>> {
    let name = v.text("the name of a stage of this facility", "documents")?;
    if v.describing() {
        return Some(Id::new(0));
    }
    let (place, full) = (v.place(), format!("{}.{name}", walk.facility));
    if v.reader.names.find(Kind::Stage, &full).is_some() {
        return v.reader.resolve(Kind::Stage, &full, place).map(Id::new);
    }
    let names = v.reader.names;
    let prefix = format!("{}.", walk.facility);
    let own: Vec<&str> = names.all(Kind::Stage).filter_map(|(stage, _)| stage.strip_prefix(&prefix)).collect();
    let help = if v.reader.spend(names.count(Kind::Stage)) {
        crate::problem::did_you_mean(&name, own.iter().copied())
    } else {
        None
    };
    let message = format!("facility `{}` has no stage `{}`", walk.facility, shortened(&name));
    v.reader.report(Problem::error("unknown-name", message).at(place, "not defined").maybe_help(help));
    None
}

fn step_table(f: &mut Fields<'_, '_>, walk: &mut Walk<'_>) -> Option<Step> {
    let one = f.exactly_one(&["stage", "path", "one-of", "back-to"]);
    let choice = f.has("one-of");
    let place = f.place;
    let visited = f.optional("stage", "Pass this stage of the facility.", "", |v| stage(v, walk));
    // Where one can go back to is asked before the stages inside this step count as passed.
    let back =
        f.optional("back-to", "Go back and do it again from this stage on; an earlier step must pass it.", "", |v| {
            let stage = stage(v, walk)?;
            if !walk.visited.contains(&stage) && !v.describing() {
                v.wrong("not-before", "no earlier step of this process passes this stage", "goes forward, not back");
                return None;
            }
            Some((stage, v.place()))
        });
    let path = f.optional("path", "Go through these steps.", "", |v| list(v, walk));
    let ways = f.optional("one-of", "Take exactly one of these ways; the shares of each class sum to 1.", "", |v| {
        one_of(v, walk)
    });
    let share = f.only_when("steps that are not `one-of`", !choice || f.describing(), |f| {
        let share_place = f.place_of("share");
        let share = f.optional(
            "share",
            "Probability that a vehicle takes the step; one for all or by class.",
            "the stage's, else 100 %",
            |v| v.per_class(|v| v.share()),
        );
        if back.is_some() {
            check_rework(f, share.as_ref(), share_place);
        }
        let only = f.optional("classes", "Only these classes take it.", "all", class_list);
        let except = f.optional("except", "These classes do not take it.", "none", class_list);
        if f.has("classes") && f.has("except") && !f.describing() {
            let problem = Problem::error("conflict", "`classes` and `except` cannot both be written");
            f.fail(problem.at(f.place_of("except"), "and here").at(f.place_of("classes"), "here"));
        }
        let count = f.reader.names.classes().len();
        let own = visited.and_then(|stage| walk.shares.get(&stage)).cloned();
        let mut share = share.or(own).unwrap_or_else(|| vec![1.0; count]);
        for (class, share) in share.iter_mut().enumerate() {
            let kept = only.as_ref().is_none_or(|only| only.contains(&class));
            let left_out = except.as_ref().is_some_and(|except| except.contains(&class));
            if !kept || left_out {
                *share = 0.0;
            }
        }
        share
    });
    if f.describing() {
        return Some(Step::OneOf { ways: Vec::new() });
    }
    let spent = f.reader.spend(share.len());
    if !one || !spent {
        return None;
    }
    if let Some(stage) = visited {
        walk.visited.push(stage);
        return Some(Step::Visit { stage, share });
    }
    if let Some((stage, _)) = back {
        return Some(Step::BackTo { stage, share });
    }
    if let Some(steps) = path {
        return Some(Step::Group { share, steps });
    }
    let ways = ways?;
    sums_to_one(f, &ways, place)?;
    Some(Step::OneOf { ways })
}

/// Rework has to end: the share that goes back stays away from 1 for every class.
fn check_rework(f: &mut Fields<'_, '_>, share: Option<&PerClass<f64>>, place: Place) {
    let endless = match share {
        // A share with a mistake has been reported already.
        None => !f.has("share"),
        Some(share) => share.iter().any(|&share| share > MAX_BACK_SHARE),
    };
    if endless && !f.describing() {
        let problem = Problem::error("endless-rework", "going back never ends").at(place, "all or nearly all go back");
        f.fail(problem.help("give `share`, at most 99 %: the part that goes back each time"));
    }
}

type Ways = Vec<(PerClass<f64>, Vec<Step>)>;

fn one_of(v: &mut Value<'_, '_>, walk: &mut Walk<'_>) -> Option<Ways> {
    v.list((1, MAX_STEPS), |v| {
        v.table(|f| {
            let share =
                f.required("share", "Part of the vehicles; one for all or by class.", |v| v.per_class(|v| v.share()));
            let steps = f.required("path", "Steps of this way; may be empty.", |v| list(v, walk));
            Some((share?, steps?))
        })
    })
}

fn sums_to_one(f: &mut Fields<'_, '_>, ways: &Ways, place: Place) -> Option<()> {
    for (class, name) in f.reader.names.classes().iter().enumerate() {
        let sum: f64 = ways.iter().filter_map(|(share, _)| share.get(class)).sum();
        if (sum - 1.0).abs() > SHARE_TOLERANCE {
            // Six digits say what the author wrote, not what binary fractions made of it.
            let percent = (sum * 1e6).round() / 1e4;
            let message = format!("the shares of class {name} sum to {percent} %, not 100 %");
            f.fail(Problem::error("shares", message).at(place, "every vehicle takes exactly one way"));
            return None;
        }
    }
    Some(())
}

fn class_list(v: &mut Value<'_, '_>) -> Option<Vec<usize>> {
    v.list((1, usize::MAX), |v| v.reference::<()>(Kind::Class).map(|id| id.index()))
}
