//! Gauges: that trains, and loads that change wagons on the way, fit the tracks of their links.

use super::{Draft, known};
use crate::element::{Class, Direction, Facility, Leg, Link, Route, Stage, Step};
use crate::id::Id;
use crate::problem::Problem;
use crate::quantity::Dimension;
use crate::reader::{Fields, Kind, Value};
use std::collections::BTreeMap;

/// Narrowest and widest track, metres: between those of a garden railway and of a ship lift.
const GAUGES_M: (f64, f64) = (0.3, 10.0);

/// The gauges that a load may have at a place of its way, each with the stage at which it was moved to it; none for that of its class.
type Gauges = BTreeMap<u32, Option<Id<Stage>>>;

/// A gauge in whole millimetres.
pub(super) fn gauge(v: &mut Value<'_, '_>) -> Option<u32> {
    let metres = v.quantity(Dimension::Length)?;
    if v.describing() {
        return Some(0);
    }
    if metres < GAUGES_M.0 || metres > GAUGES_M.1 {
        v.wrong("out-of-range", "no track has this gauge", "a gauge is written as in \"1520 mm\"");
        return None;
    }
    Some((metres * 1000.0).round() as u32)
}

/// Whether a class fits the tracks of all routes of a flow.
pub(super) fn check_routes(f: &mut Fields<'_, '_>, draft: &Draft, class: Id<Class>, routes: &[Id<Route>]) {
    if f.describing() || !any_tracks(draft) {
        return;
    }
    for route in routes {
        if let Some(route) = known(&draft.routes, *route)
            && !check_way(f, draft, class, route.direction, &route.legs)
        {
            return;
        }
    }
}

/// Whether anything in the folder says its gauge beside classes.
fn any_tracks(draft: &Draft) -> bool {
    draft.links.iter().flatten().any(|link| !link.gauges_mm.is_empty())
        || draft.stages.iter().flatten().any(|stage| stage.to_gauge_mm.is_some())
}

/// Whether a class, and its load where it changes wagons, fits every track of a way. Tells of the first that it does not.
pub(super) fn check_way(
    f: &mut Fields<'_, '_>,
    draft: &Draft,
    class: Id<Class>,
    direction: Id<Direction>,
    legs: &[Leg],
) -> bool {
    let Some(of_class) = known(&draft.classes, class) else { return true };
    let mut gauges: Gauges = of_class.gauge_mm.map(|gauge| (gauge, None)).into_iter().collect();
    if !any_tracks(draft) {
        return true;
    }
    for leg in legs {
        if !f.reader.spend(1) {
            return false;
        }
        let problem = match *leg {
            Leg::Link { link, .. } => {
                known(&draft.links, link).and_then(|link| misfit(f, draft, of_class, link, &gauges))
            }
            Leg::Facility(facility) => {
                let Some(facility) = known(&draft.facilities, facility) else { continue };
                move_loads(f, draft, (class, of_class), facility, direction, &mut gauges)
            }
            Leg::Service { .. } => None,
        };
        if let Some(problem) = problem {
            f.fail(problem);
            return false;
        }
    }
    true
}

/// Why a load of some gauge cannot enter a link.
fn misfit(f: &Fields<'_, '_>, draft: &Draft, class: &Class, link: &Link, gauges: &Gauges) -> Option<Problem> {
    if link.gauges_mm.is_empty() {
        return None;
    }
    let carried = words(link.gauges_mm.iter());
    let at_link = |problem: Problem| match place(f, Kind::Link, &link.name) {
        Some(place) => problem.at(place, format!("carries {carried}")),
        None => problem,
    };
    if gauges.is_empty() {
        let message = format!("class `{}` has no gauge, and `{}` carries trains only", class.name, link.name);
        let problem = at_link(Problem::error("no-gauge", message).at(f.place_of("class"), "what track does it need?"));
        return Some(problem.help(format!("write class.{}.gauge = \"{} mm\"", class.name, link.gauges_mm[0])));
    }
    let (gauge, moved_at) = gauges.iter().find(|(gauge, _)| !link.gauges_mm.contains(gauge))?;
    let message = format!("wagons of {gauge} mm cannot travel `{}`, which carries {carried}", link.name);
    let problem = at_link(Problem::error("gauge", message).at(f.place_of("class"), "passes it"));
    let stage = moved_at.and_then(|stage| known(&draft.stages, stage));
    let problem = match stage.and_then(|stage| Some((stage, place(f, Kind::Stage, &stage.name)?))) {
        Some((_, place)) => problem.at(place, format!("moves the load to {gauge} mm")),
        None => problem,
    };
    let other = link.gauges_mm[0];
    Some(problem.help(format!("a stage before it may move the load to other wagons: `to-gauge = \"{other} mm\"`")))
}

/// Moves loads to the wagons that the stages of a facility say; what a class passes only sometimes leaves both gauges possible.
fn move_loads(
    f: &mut Fields<'_, '_>,
    draft: &Draft,
    (class, of_class): (Id<Class>, &Class),
    facility: &Facility,
    direction: Id<Direction>,
    gauges: &mut Gauges,
) -> Option<Problem> {
    for process in facility.processes.iter().filter(|process| process.direction == direction) {
        let walk = Walk { draft, class: class.index(), of_class };
        if let Some((message, stage)) = walk.steps(f, &process.steps, gauges) {
            let problem = Problem::error("gauge", message).at(f.place_of("class"), "passes it");
            return Some(match place(f, Kind::Stage, &stage.name) {
                Some(place) => problem.at(place, "moves its load to other wagons"),
                None => problem,
            });
        }
    }
    None
}

/// What stays the same while the steps of one process are followed.
struct Walk<'a> {
    draft: &'a Draft,
    class: usize,
    of_class: &'a Class,
}

impl<'a> Walk<'a> {
    /// Follows steps; a message and the stage that is wrong, if one is.
    fn steps(&self, f: &mut Fields<'_, '_>, steps: &[Step], gauges: &mut Gauges) -> Option<(String, &'a Stage)> {
        for step in steps {
            if !f.reader.spend(1) {
                return None;
            }
            let share = |share: &[f64]| share.get(self.class).copied().unwrap_or(0.0);
            match step {
                Step::Visit { stage, share: taken } if share(taken) > 0.0 => {
                    let Some(of_stage) = known(&self.draft.stages, *stage) else { continue };
                    let Some(to) = of_stage.to_gauge_mm else { continue };
                    if let Some(message) = self.pointless(of_stage, to, gauges) {
                        return Some((message, of_stage));
                    }
                    if share(taken) >= 1.0 {
                        gauges.clear();
                    }
                    gauges.insert(to, Some(*stage));
                }
                Step::Group { share: taken, steps } if share(taken) > 0.0 => {
                    let before = gauges.clone();
                    if let Some(wrong) = self.steps(f, steps, gauges) {
                        return Some(wrong);
                    }
                    if share(taken) < 1.0 {
                        gauges.extend(before);
                    }
                }
                Step::OneOf { ways } => {
                    let before = std::mem::take(gauges);
                    for (_, steps) in ways.iter().filter(|(taken, _)| share(taken) > 0.0) {
                        let mut on_way = before.clone();
                        if let Some(wrong) = self.steps(f, steps, &mut on_way) {
                            return Some(wrong);
                        }
                        gauges.extend(on_way);
                    }
                }
                Step::Visit { .. } | Step::Group { .. } | Step::BackTo { .. } => {}
            }
        }
        None
    }

    /// Why moving loads to a gauge says nothing.
    fn pointless(&self, stage: &Stage, to: u32, gauges: &Gauges) -> Option<String> {
        let (class, stage) = (&self.of_class.name, &stage.name);
        if gauges.is_empty() {
            return Some(format!("`{stage}` moves loads to wagons of {to} mm, and class `{class}` has no gauge"));
        }
        let has_it = gauges.len() == 1 && gauges.contains_key(&to);
        has_it.then(|| format!("`{stage}` moves loads to wagons of {to} mm, which those of `{class}` are on already"))
    }
}

fn words<'g>(gauges: impl Iterator<Item = &'g u32>) -> String {
    gauges.map(|gauge| format!("{gauge} mm")).collect::<Vec<_>>().join(" and ")
}

/// Where an element is written.
fn place(f: &Fields<'_, '_>, kind: Kind, name: &str) -> Option<crate::problem::Place> {
    f.reader.names.place(kind, name)
}
