//! Routes: that neighbours meet at a node, that one-way links are respected, that facilities serve the direction.

use super::{Draft, known};
use crate::element::{Direction, Facility, Leg, Link, Node, Route, Service};
use crate::id::Id;
use crate::problem::{Place, Problem};
use crate::reader::{Fields, Kind, Value, shortened};

/// Most legs of a route; a journey across a continent has fewer. Following a path costs the square of its length.
pub(super) const MAX_LEGS: usize = 200;

pub(super) fn route(f: &mut Fields<'_, '_>, name: &str, draft: &Draft) -> Option<Route> {
    let title = f.title(name);
    let direction = f.required("direction", "Direction that its traffic counts for.", |v| v.reference(Kind::Direction));
    let path =
        f.required("path", "Facilities, links and services in the order of travel; neighbours meet at a node.", |v| {
            v.list((1, MAX_LEGS), any_leg)
        });
    if f.describing() {
        return Some(Route { name: String::new(), title, direction: direction?, legs: Vec::new() });
    }
    let direction: Id<Direction> = direction?;
    let legs = connect(f, draft, &path?, Some(direction))?;
    let right = require_processes(f, draft, &legs, direction) && rides_along(f, draft, &legs, direction);
    right.then(|| Route {
        name: name.to_string(),
        title,
        direction,
        legs: legs.into_iter().map(|(leg, _)| leg).collect(),
    })
}

/// Whether every facility on a way has a process for its direction; those that have none are told.
pub(super) fn require_processes(
    f: &mut Fields<'_, '_>,
    draft: &Draft,
    legs: &[(Leg, Place)],
    direction: Id<Direction>,
) -> bool {
    let mut right = true;
    for (leg, place) in legs {
        let Leg::Facility(id) = leg else { continue };
        let Some(facility) = known(&draft.facilities, *id) else { continue };
        if facility.processes.iter().any(|process| process.direction == direction) {
            continue;
        }
        right = false;
        let towards = known(&draft.directions, direction).map_or("this direction", |d| &d.name);
        let message = format!("facility `{}` has no process for `{towards}`", facility.name);
        let problem = Problem::error("no-process", message).at(*place, "this route passes it");
        f.fail(problem.help(format!("write facility.{}.process.{towards} = [\"stage\", …]", facility.name)));
    }
    right
}

/// Whether every service on a way carries in its direction.
fn rides_along(f: &mut Fields<'_, '_>, draft: &Draft, legs: &[(Leg, Place)], direction: Id<Direction>) -> bool {
    let mut right = true;
    for (leg, place) in legs {
        let Leg::Service { service, reversed } = leg else { continue };
        let Some(service) = known(&draft.services, *service) else { continue };
        let Some(towards) = service.direction(*reversed).filter(|towards| *towards != direction) else { continue };
        right = false;
        let name = |id| known(&draft.directions, id).map_or("?", |d: &Direction| &d.name);
        let message = format!("service `{}` carries `{}` here, not `{}`", service.name, name(towards), name(direction));
        f.fail(Problem::error("other-direction", message).at(*place, "rides the other way"));
    }
    right
}

/// The node at which a leg begins.
pub(super) fn first_node(draft: &Draft, leg: &Leg) -> Option<Id<Node>> {
    match *leg {
        Leg::Facility(facility) => Some(known(&draft.facilities, facility)?.node),
        Leg::Link { link, reversed } => known(&draft.links, link).map(|l| if reversed { l.to } else { l.from }),
        Leg::Service { service, reversed } => Some(known(&draft.services, service)?.stop(reversed)),
    }
}

/// The node at which a leg ends.
pub(super) fn last_node(draft: &Draft, leg: &Leg) -> Option<Id<Node>> {
    match *leg {
        Leg::Facility(_) => first_node(draft, leg),
        Leg::Link { link, reversed } => first_node(draft, &Leg::Link { link, reversed: !reversed }),
        Leg::Service { service, reversed } => first_node(draft, &Leg::Service { service, reversed: !reversed }),
    }
}

/// A leg as it is written.
#[derive(Clone, Copy)]
pub(super) enum Named {
    Facility(Id<Facility>),
    Link(Id<Link>),
    Service(Id<Service>),
}

/// A leg of the way of a service.
pub(super) fn link_or_facility(v: &mut Value<'_, '_>) -> Option<(Named, Place)> {
    named_leg(v, &[Kind::Facility, Kind::Link], "the name of a facility or link")
}

/// A leg of a route.
fn any_leg(v: &mut Value<'_, '_>) -> Option<(Named, Place)> {
    named_leg(v, &[Kind::Facility, Kind::Link, Kind::Service], "the name of a facility, link or service")
}

fn named_leg(v: &mut Value<'_, '_>, kinds: &[Kind], what: &'static str) -> Option<(Named, Place)> {
    if v.describing() {
        v.any_reference(kinds);
        return Some((Named::Facility(Id::new(0)), Place::default()));
    }
    let name = v.text(what, "")?;
    let place = v.place();
    let names = v.reader.names;
    let found: Vec<Kind> = kinds.iter().copied().filter(|kind| names.find(*kind, &name).is_some()).collect();
    match found[..] {
        [kind] => {
            let id = v.reader.resolve(kind, &name, place)?;
            let named = match kind {
                Kind::Link => Named::Link(Id::new(id)),
                Kind::Service => Named::Service(Id::new(id)),
                _ => Named::Facility(Id::new(id)),
            };
            Some((named, place))
        }
        [] if v.reader.is_left_out(kinds, &name, place) => None,
        [] => {
            let help = kinds.iter().find_map(|kind| v.reader.suggest(*kind, &name));
            let words: Vec<&str> = kinds.iter().map(|kind| kind.word()).collect();
            let (last, others) = words.split_last()?;
            let message = format!("there is no {} or {last} `{}`", others.join(", "), shortened(&name));
            v.reader.report(Problem::error("unknown-name", message).at(place, "not defined").maybe_help(help));
            None
        }
        [one, other, ..] => {
            let message = format!("`{name}` is a {} and a {}", one.word(), other.word());
            v.wrong("ambiguous", message, "which of them?");
            None
        }
    }
}

/// A way of reading the path so far: where it has come, and how each link was travelled.
struct Trail {
    at: Id<Node>,
    legs: Vec<(Leg, Place)>,
}

/// Finds the direction of travel of every link. Only a path that begins with links can be read in two ways; the next leg decides.
///
/// A service that goes to and fro is ridden the way that carries in the direction, where one does.
pub(super) fn connect(
    f: &mut Fields<'_, '_>,
    draft: &Draft,
    path: &[(Named, Place)],
    direction: Option<Id<Direction>>,
) -> Option<Vec<(Leg, Place)>> {
    let mut trails: Vec<Trail> = Vec::new();
    let mut right = true;
    let mut before: Option<Place> = None;
    for (named, place) in path {
        let from: Vec<Option<Trail>> = if before.is_none() { vec![None] } else { trails.drain(..).map(Some).collect() };
        let ends = from.iter().flatten().map(|trail| trail.at).collect::<Vec<_>>();
        let mut against_one_way = false;
        for trail in from {
            let (at, legs) = trail.map_or((None, Vec::new()), |trail| (Some(trail.at), trail.legs));
            let mut go = |to: Id<Node>, leg: Leg| {
                let legs = legs.iter().copied().chain([(leg, *place)]).collect();
                trails.push(Trail { at: to, legs });
            };
            match *named {
                Named::Facility(id) => {
                    let node = known(&draft.facilities, id)?.node;
                    if at.is_none_or(|at| at == node) {
                        go(node, Leg::Facility(id));
                    }
                }
                Named::Link(id) => {
                    let link = known(&draft.links, id)?;
                    if at.is_none_or(|at| at == link.from) {
                        go(link.to, Leg::Link { link: id, reversed: false });
                    }
                    if at.is_none_or(|at| at == link.to) {
                        match link.one_way {
                            false => go(link.from, Leg::Link { link: id, reversed: true }),
                            true => against_one_way = at.is_some(),
                        }
                    }
                }
                Named::Service(id) => {
                    let service = known(&draft.services, id)?;
                    let carries = |back: bool| direction.is_some() && service.direction(back) == direction;
                    let may_ride = |back: bool| carries(back) || !carries(!back);
                    if may_ride(false) && at.is_none_or(|at| at == service.from) {
                        go(service.to, Leg::Service { service: id, reversed: false });
                    }
                    if may_ride(true) && at.is_none_or(|at| at == service.to) {
                        match service.back {
                            Some(_) => go(service.from, Leg::Service { service: id, reversed: true }),
                            None => against_one_way = at.is_some(),
                        }
                    }
                }
            }
        }
        if trails.is_empty() {
            right = false;
            let problem = break_in(draft, named, *place, &ends, before, against_one_way);
            f.fail(problem);
            // The rest is checked from here, so that a second break shows too.
            match *named {
                Named::Facility(id) => {
                    trails.push(Trail { at: known(&draft.facilities, id)?.node, legs: Vec::new() });
                }
                Named::Link(id) => {
                    let link = known(&draft.links, id)?;
                    trails.extend([link.to, link.from].map(|at| Trail { at, legs: Vec::new() }));
                }
                Named::Service(id) => {
                    let service = known(&draft.services, id)?;
                    trails.extend([service.to, service.from].map(|at| Trail { at, legs: Vec::new() }));
                }
            }
        }
        before = Some(*place);
    }
    let trail = trails.into_iter().next()?;
    right.then_some(trail.legs)
}

fn break_in(
    draft: &Draft,
    named: &Named,
    place: Place,
    ends: &[Id<Node>],
    before: Option<Place>,
    against_one_way: bool,
) -> Problem {
    let node = |id: Id<Node>| known(&draft.nodes, id).map_or("?", |node| node.name.as_str());
    let (name, where_it_is) = match *named {
        Named::Facility(id) => match known(&draft.facilities, id) {
            Some(facility) => (facility.name.as_str(), format!("stands at {}", node(facility.node))),
            None => ("?", String::new()),
        },
        Named::Link(id) => match known(&draft.links, id) {
            Some(link) => (link.name.as_str(), format!("joins {} and {}", node(link.from), node(link.to))),
            None => ("?", String::new()),
        },
        Named::Service(id) => match known(&draft.services, id) {
            Some(service) => (service.name.as_str(), format!("joins {} and {}", node(service.from), node(service.to))),
            None => ("?", String::new()),
        },
    };
    if against_one_way {
        let problem = Problem::error("one-way", format!("the route travels `{name}` against its one way"));
        return problem.at(place, where_it_is.replacen("joins", "leads from", 1).replacen(" and ", " to ", 1));
    }
    let mut ends: Vec<&str> = ends.iter().map(|&end| node(end)).collect();
    ends.dedup();
    let problem =
        Problem::error("not-connected", format!("the route does not connect at `{name}`")).at(place, where_it_is);
    match before {
        Some(before) => problem.at(before, format!("ends at {}", ends.join(" or "))),
        None => problem,
    }
}
