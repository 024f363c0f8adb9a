//! Limits on how many are inside at once, and quotas.

use super::network::MAX_VEHICLES;
use super::{Draft, known};
use crate::element::{Back, Class, Counts, Direction, Facility, Leg, Limit, MAX_LIMITS, Period, Service, Stage, Step};
use crate::id::Id;
use crate::problem::{Place, Problem};
use crate::reader::{Fields, Kind, Value};

pub(super) fn limits(f: &mut Fields<'_, '_>, draft: &mut Draft) {
    let mut count = 0;
    draft.limits = f
        .optional("limit", "A cap on how many are inside at once, or a quota of how many enter in a time.", "", |v| {
            v.named(|f, name| {
                count += 1;
                if count > MAX_LIMITS {
                    let problem = Problem::error("too-large", format!("more than {MAX_LIMITS} limits"));
                    let place = f.place;
                    f.fail(problem.at(place, "one too many"));
                    return None;
                }
                limit(f, name, draft)
            })
        })
        .unwrap_or_default();
}

fn limit(f: &mut Fields<'_, '_>, name: &str, draft: &Draft) -> Option<Limit> {
    let title = f.title(name);
    let counts = f.optional("counts", "What is counted: vehicles, or the passengers in them.", "\"vehicles\"", |v| {
        v.choice(&[("vehicles", Counts::Vehicles), ("people", Counts::People)])
    });
    let at_most = f.required("at-most", "Most of them.", |v| v.count(1, MAX_VEHICLES));
    let enter =
        f.required("enter", "Stages, as `facility.stage`, at which service begins only while there is room.", |v| {
            v.list((1, usize::MAX), stage)
        });
    let one = has_an_end(f);
    let leave =
        f.optional("leave", "Stages that give room back when they are left; so does leaving the corridor.", "", |v| {
            v.list((1, usize::MAX), stage)
        });
    let every =
        f.optional("every", "A quota: all room comes back when the next of these begins, in local time.", "", |v| {
            v.choice(&[("day", Period::Day), ("month", Period::Month), ("year", Period::Year)])
        });
    if f.describing() {
        return None;
    }
    let (enter, leave): (Vec<(Id<Stage>, Place)>, _) = (enter?, leave.unwrap_or_default());
    let stages = |named: &[(Id<Stage>, Place)]| named.iter().map(|(stage, _)| *stage).collect::<Vec<_>>();
    let back = match every {
        Some(period) => Back::Every(period),
        None => Back::Leaving(stages(&leave)),
    };
    let counts = counts.unwrap_or(Counts::Vehicles);
    let limit = Limit { name: name.to_string(), title, counts, at_most: at_most?, enter: stages(&enter), back };
    if one {
        check_leaving(f, draft, &limit, &leave);
        check_size(f, draft, &limit);
    }
    one.then_some(limit)
}

fn stage(v: &mut Value<'_, '_>) -> Option<(Id<Stage>, Place)> {
    let place = v.place();
    v.reference(Kind::Stage).map(|stage| (stage, place))
}

/// A limit must say when room comes back.
fn has_an_end(f: &mut Fields<'_, '_>) -> bool {
    if f.describing() || f.has("leave") || f.has("every") {
        return f.exactly_one(&["leave", "every"]);
    }
    let problem = f.problem("missing-key", "a limit without an end: it would never have room again", "no period");
    f.fail(problem.help("write `every` for a quota, or `leave` for a cap on how many are inside at once"));
    false
}

/// Every stage that gives room back has to come after one that took it, on some way.
fn check_leaving(f: &mut Fields<'_, '_>, draft: &Draft, limit: &Limit, leave: &[(Id<Stage>, Place)]) {
    let routes = draft.routes.iter().flatten().map(|route| stages_of(draft, &route.legs, route.direction, None));
    let carriers = draft.services.iter().flatten().flat_map(|service| stages_of_carriers(draft, service, None));
    let ways: Vec<Vec<Id<Stage>>> = routes.chain(carriers).collect();
    for (stage, place) in leave {
        let comes_after = |way: &Vec<Id<Stage>>| {
            let entered = way.iter().position(|stage| limit.enter.contains(stage));
            entered.is_some_and(|at| way[at..].contains(stage))
        };
        if !ways.iter().any(comes_after) {
            let name = known(&draft.stages, *stage).map_or("?", |stage| stage.name.as_str());
            let message = format!("no route passes `{name}` after a stage at which limit `{}` is entered", limit.name);
            f.fail(Problem::error("not-after", message).at(*place, "never gives anything back"));
        }
    }
}

/// A vehicle that counts for more than the limit could never enter.
fn check_size(f: &mut Fields<'_, '_>, draft: &Draft, limit: &Limit) {
    let enters = |class: Id<Class>| {
        let flows = draft.flows.iter().flatten().filter(|flow| flow.class == class);
        let routes = flows.flat_map(|flow| &flow.routes).filter_map(|route| known(&draft.routes, *route));
        let ways = routes.map(|route| stages_of(draft, &route.legs, route.direction, Some(class)));
        let services = draft.services.iter().flatten().filter(|service| service.class == class);
        let carriers = services.flat_map(|service| stages_of_carriers(draft, service, Some(class)));
        ways.chain(carriers).flatten().any(|stage| limit.enter.contains(&stage))
    };
    for (index, class) in draft.classes.iter().enumerate() {
        let Some(class) = class else { continue };
        let counted = limit.counted(class.passengers);
        if counted > f64::from(limit.at_most) && enters(Id::new(index)) {
            let message = format!("a vehicle of class `{}` counts for {counted} and could never enter", class.name);
            let problem = Problem::error("too-small", message);
            f.fail(problem.at(f.place_of("at-most"), "fewer than one vehicle brings"));
        }
    }
}

/// The stages on the ways of the carriers of a service, there and back.
fn stages_of_carriers(draft: &Draft, service: &Service, class: Option<Id<Class>>) -> Vec<Vec<Id<Stage>>> {
    let ways = [(Some(service.forward), false), (service.back, true)];
    let ways = ways.into_iter().filter_map(|(direction, back)| Some((direction?, service.legs_towards(back))));
    ways.map(|(direction, legs)| stages_of(draft, &legs, direction, class)).collect()
}

/// The stages that legs pass in order, for all classes or for one; on a ride those that passengers go through.
fn stages_of(draft: &Draft, legs: &[Leg], direction: Id<Direction>, class: Option<Id<Class>>) -> Vec<Id<Stage>> {
    let mut stages = Vec::new();
    for leg in legs {
        match leg {
            Leg::Facility(facility) => {
                let facility: Option<&Facility> = known(&draft.facilities, *facility);
                let processes = facility.map_or(&[][..], |facility| &facility.processes);
                for process in processes.iter().filter(|process| process.direction == direction) {
                    collect(&process.steps, class, &mut stages);
                }
            }
            // The path of a service names no other service.
            Leg::Service { service, reversed } => {
                let ridden = known(&draft.services, *service).map(|service| service.legs_towards(*reversed));
                stages.extend(stages_of(draft, &ridden.unwrap_or_default(), direction, class));
            }
            Leg::Link { .. } => {}
        }
    }
    stages
}

fn collect(steps: &[Step], class: Option<Id<Class>>, stages: &mut Vec<Id<Stage>>) {
    let taken = |share: &[f64]| class.is_none_or(|class| share.get(class.index()).is_some_and(|share| *share > 0.0));
    for step in steps {
        match step {
            Step::Visit { stage, share } if taken(share) => stages.push(*stage),
            Step::Group { share, steps } if taken(share) => collect(steps, class, stages),
            Step::OneOf { ways } => {
                ways.iter().filter(|(share, _)| taken(share)).for_each(|(_, steps)| collect(steps, class, stages));
            }
            _ => {}
        }
    }
}
