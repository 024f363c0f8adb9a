//! The order of travel: what a vehicle of one direction passes, facility by facility.

use portway_model::element::{Facility, Leg, Link, Model, Route, Stage, Step};
use portway_model::{Id, Table};

/// One thing on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A facility with its stages.
    Facility(Id<Facility>),
    /// A link.
    Link(Id<Link>),
}

/// The way of a direction: its longest route, because a report shows one picture per direction.
pub(super) fn main_route(model: &Model, direction: usize) -> Option<&Route> {
    let routes = model.routes.iter().filter(|route| route.direction.index() == direction);
    // The first of the longest, so that adding a copy of a route changes nothing.
    routes.rev().max_by_key(|route| route.legs.len())
}

/// The places of a route in the order of travel.
pub(super) fn places(route: &Route) -> Vec<Place> {
    let place = |leg: &Leg| match leg {
        Leg::Facility(facility) => Place::Facility(*facility),
        Leg::Link { link, .. } => Place::Link(*link),
    };
    route.legs.iter().map(place).collect()
}

/// The stages that a direction passes in a facility, in order, each once.
pub(super) fn stages(model: &Model, facility: Id<Facility>, direction: usize) -> Vec<Id<Stage>> {
    let mut found = Vec::new();
    for process in model.facilities[facility].processes.iter().filter(|p| p.direction.index() == direction) {
        collect(&process.steps, &model.stages, &mut found);
    }
    found
}

fn collect(steps: &[Step], stages: &Table<Stage>, found: &mut Vec<Id<Stage>>) {
    for step in steps {
        match step {
            Step::Visit { stage, .. } => {
                if stage.index() < stages.len() && !found.contains(stage) {
                    found.push(*stage);
                }
            }
            Step::Group { steps, .. } => collect(steps, stages, found),
            Step::OneOf { ways } => ways.iter().for_each(|(_, steps)| collect(steps, stages, found)),
            Step::BackTo { .. } => {}
        }
    }
}

/// Where a route begins: the country of its first place, so that a picture can put the same bank on top for both directions.
pub(super) fn first_country<'a>(model: &'a Model, route: &Route) -> &'a str {
    match route.legs.first() {
        Some(Leg::Facility(facility)) => &model.nodes[model.facilities[*facility].node].country,
        Some(Leg::Link { link, reversed }) => {
            let link = &model.links[*link];
            &model.nodes[if *reversed { link.to } else { link.from }].country
        }
        None => "",
    }
}
