//! The order of travel: what a vehicle of one direction passes, facility by facility, and what of it belongs to the border.

use crate::element::{BorderCrossingPoint, Facility, Leg, Link, Model, ReleaseStep, Route, Service, Stage, Step};
use crate::id::{Id, Table};

/// One thing on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A facility with its stages.
    Facility(Id<Facility>),
    /// A link.
    Link(Id<Link>),
    /// A service that is ridden, against its `from` → `to` when reversed.
    Service(Id<Service>, bool),
}

/// The way of a direction: its longest route, because a report shows one picture per direction.
pub fn main_route(model: &Model, direction: usize) -> Option<&Route> {
    let routes = model.routes.iter().filter(|route| route.direction.index() == direction);
    // The first of the longest, so that adding a copy of a route changes nothing.
    routes.rev().max_by_key(|route| route.legs.len())
}

/// The places of a route in the order of travel.
pub fn places(route: &Route) -> Vec<Place> {
    let place = |leg: &Leg| match leg {
        Leg::Facility(facility) => Place::Facility(*facility),
        Leg::Link { link, .. } => Place::Link(*link),
        Leg::Service { service, reversed } => Place::Service(*service, *reversed),
    };
    route.legs.iter().map(place).collect()
}

/// The stages that a direction passes in a facility, in order, each once.
pub fn stages(model: &Model, facility: Id<Facility>, direction: usize) -> Vec<Id<Stage>> {
    stages_where(model, facility, direction, &|_| true)
}

/// Those of them that vehicles of one class pass, always or sometimes.
pub fn stages_of_class(model: &Model, facility: Id<Facility>, direction: usize, class: usize) -> Vec<Id<Stage>> {
    stages_where(model, facility, direction, &|share| share.get(class).is_some_and(|share| *share > 0.0))
}

fn stages_where(
    model: &Model,
    facility: Id<Facility>,
    direction: usize,
    taken: &dyn Fn(&[f64]) -> bool,
) -> Vec<Id<Stage>> {
    let mut found = Vec::new();
    for process in model.facilities[facility].processes.iter().filter(|p| p.direction.index() == direction) {
        collect(&process.steps, &model.stages, taken, &mut found);
    }
    found
}

fn collect(steps: &[Step], stages: &Table<Stage>, taken: &dyn Fn(&[f64]) -> bool, found: &mut Vec<Id<Stage>>) {
    for step in steps {
        match step {
            Step::Visit { stage, share } if taken(share) => {
                if stage.index() < stages.len() && !found.contains(stage) {
                    found.push(*stage);
                }
            }
            Step::Group { steps, share } if taken(share) => collect(steps, stages, taken, found),
            Step::OneOf { ways } => {
                let ways = ways.iter().filter(|(share, _)| taken(share));
                ways.for_each(|(_, steps)| collect(steps, stages, taken, found));
            }
            Step::Visit { .. } | Step::Group { .. } | Step::BackTo { .. } => {}
        }
    }
}

/// The step of the release of goods that each stage counts to, for one direction and class in a facility: its own; for a stage
/// without one, that of the next stage on the way that has one; and behind the last of these, the exit. Empty when the class
/// passes no stage with a step, because then nothing is released there.
pub fn release_steps(
    model: &Model,
    facility: Id<Facility>,
    direction: usize,
    class: usize,
) -> Vec<(Id<Stage>, ReleaseStep)> {
    let stages = stages_of_class(model, facility, direction, class);
    if stages.iter().all(|stage| model.stages[*stage].step.is_none()) {
        return Vec::new();
    }
    let mut next = ReleaseStep::Exit;
    let mut steps: Vec<(Id<Stage>, ReleaseStep)> = Vec::with_capacity(stages.len());
    for stage in stages.into_iter().rev() {
        next = model.stages[stage].step.unwrap_or(next);
        steps.push((stage, next));
    }
    steps.reverse();
    steps
}

/// The border crossing point that a facility is part of, by the facility that names it.
pub fn border_crossing_point(model: &Model, facility: Id<Facility>) -> Option<Id<Facility>> {
    match model.facilities[facility].bcp {
        BorderCrossingPoint::Outside => None,
        BorderCrossingPoint::Of(point) => Some(point),
        BorderCrossingPoint::ByRoute => {
            let named = model.facilities.iter().any(|other| other.bcp == BorderCrossingPoint::Of(facility));
            (named || stands_at_border(model, facility)).then_some(facility)
        }
    }
}

/// Whether on some route no other facility lies between it and the border.
fn stands_at_border(model: &Model, facility: Id<Facility>) -> bool {
    model.routes.iter().any(|route| {
        let crosses = |leg: &Leg| matches!(leg, Leg::Link { link, .. } if model.links[*link].border);
        let is_border = |leg: &Leg| match leg {
            Leg::Service { service, .. } => model.services[*service].legs.iter().any(crosses),
            leg => crosses(leg),
        };
        let is_facility = |leg: &&Leg| matches!(leg, Leg::Facility(_));
        let borders = (0..route.legs.len()).filter(|at| is_border(&route.legs[*at]));
        borders.into_iter().any(|at| {
            let before = route.legs[..at].iter().rev().find(is_facility);
            let behind = route.legs[at..].iter().find(is_facility);
            [before, behind].contains(&Some(&Leg::Facility(facility)))
        })
    })
}

/// Where a route begins: the country of its first place, so that a picture can put the same bank on top for both directions.
pub fn first_country<'a>(model: &'a Model, route: &Route) -> &'a str {
    match route.legs.first() {
        Some(Leg::Facility(facility)) => &model.nodes[model.facilities[*facility].node].country,
        Some(Leg::Link { link, reversed }) => {
            let link = &model.links[*link];
            &model.nodes[if *reversed { link.to } else { link.from }].country
        }
        Some(Leg::Service { service, reversed }) => &model.nodes[model.services[*service].stop(*reversed)].country,
        None => "",
    }
}
