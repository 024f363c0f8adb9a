//! Services: that their ways connect and lead from one node to another, that carriers have seats, and when they leave.

use super::money::{Priced, WITH_MONEY};
use super::network::{MAX_VEHICLES, calendar_or_always, unlimited_or};
use super::route::{MAX_LEGS, connect, first_node, last_node, link_or_facility, require_processes};
use super::{Draft, gauge, known, season};
use crate::element::{Departures, Leg, Service};
use crate::id::Id;
use crate::problem::Problem;
use crate::quantity::Per;
use crate::reader::{Fields, Kind, Value};

/// Most carriers of one service.
const MAX_FLEET: u32 = 10_000;
/// Most departures of a timetable: one a minute.
const MAX_DEPARTURES: usize = 1440;
/// Shortest interval: carriers that leave oftener are one wide carrier.
const MIN_INTERVAL_MS: i64 = 10_000;
/// A carrier that waits to be full looks again after this time, so less would be a busy wait.
const MIN_WAIT_MS: i64 = 10_000;

pub(super) fn service(f: &mut Fields<'_, '_>, name: &str, draft: &Draft, priced: Priced) -> Option<Service> {
    let title = f.title(name);
    let class = f.required("class", "What the carriers are; a class with `seats`.", |v| v.reference(Kind::Class));
    let path = f.required("path", "Facilities and links from one stop to the other, in the order of travel.", |v| {
        v.list((1, MAX_LEGS), link_or_facility)
    });
    let forward =
        f.required("forward", "Direction that carriers count for along the path.", |v| v.reference(Kind::Direction));
    let back = f.optional("back", "Direction that they count for on the way back.", "nothing goes back", |v| {
        v.reference(Kind::Direction)
    });
    let fleet =
        f.optional("fleet", "Carriers that go to and fro.", "one comes for every departure", |v| v.count(1, MAX_FLEET));
    let departures = departures(f);
    let turnaround =
        f.optional("turnaround", "Least time of a carrier at a stop before it leaves.", "0 min", |v| v.duration_ms(0));
    let boarding = f.optional("boarding", "Time that each passenger takes to get on.", "0 s", |v| v.duration_ms(0));
    let alighting = f.optional("alighting", "Time that each takes to get off.", "0 s", |v| v.duration_ms(0));
    let hours = f.optional("hours", "Calendar during which carriers leave.", "always", calendar_or_always);
    let seasons = f.optional(
        "season",
        "Part of the year in which carriers leave, or a list of parts.",
        "always",
        season::seasons,
    );
    let room = f.optional(
        "room",
        "Passengers that may wait at each stop; who finds no room stays where it is and holds up those behind it.",
        "unlimited",
        |v| unlimited_or(v, |v| v.count(1, MAX_VEHICLES)),
    );
    let fare = f.only_when(WITH_MONEY, priced.money, |f| {
        f.optional("fare", "What a ride costs a passenger; one for all or by class.", "nothing", |v| {
            priced.prices(v, Per::Once)
        })
    });
    if f.describing() {
        return Some(Service {
            name: String::new(),
            title,
            class: class?,
            from: Id::new(0),
            to: Id::new(0),
            legs: Vec::new(),
            forward: forward?,
            back,
            fleet,
            departures: departures?,
            turnaround_ms: 0,
            boarding_ms: 0,
            alighting_ms: 0,
            hours: hours.flatten(),
            seasons: Vec::new(),
            room_passengers: None,
            fare,
        });
    }
    let legs = connect(f, draft, &path?, None)?;
    let mut right = require_processes(f, draft, &legs, forward?);
    if let Some(back) = back {
        right &= require_processes(f, draft, &legs, back);
    }
    let legs: Vec<_> = legs.into_iter().map(|(leg, _)| leg).collect();
    let (from, to) = (first_node(draft, legs.first()?)?, last_node(draft, legs.last()?)?);
    right &= gauge::check_way(f, draft, class?, forward?, &legs);
    if let Some(back) = back {
        let homewards: Vec<Leg> = legs.iter().rev().copied().collect();
        right = right && gauge::check_way(f, draft, class?, back, &homewards);
    }
    right &= is_possible(f, draft, class?, fleet.is_some(), back.is_some(), from == to);
    right.then_some(())?;
    Some(Service {
        name: name.to_string(),
        title,
        class: class?,
        from,
        to,
        legs,
        forward: forward?,
        back,
        fleet,
        departures: departures?,
        turnaround_ms: turnaround.unwrap_or(0),
        boarding_ms: boarding.unwrap_or(0),
        alighting_ms: alighting.unwrap_or(0),
        hours: hours.flatten(),
        seasons: seasons.unwrap_or_default(),
        room_passengers: room.flatten(),
        fare,
    })
}

/// What must hold between the keys.
fn is_possible(
    f: &mut Fields<'_, '_>,
    draft: &Draft,
    class: Id<crate::element::Class>,
    circulates: bool,
    has_back: bool,
    goes_nowhere: bool,
) -> bool {
    let mut right = true;
    let mut fail = |f: &mut Fields<'_, '_>, problem: Problem| {
        right = false;
        f.fail(problem);
    };
    if let Some(class) = known(&draft.classes, class).filter(|class| class.seats == 0) {
        let problem = Problem::error("no-seats", format!("carriers of class `{}` have no seats", class.name));
        let problem = problem.at(f.place_of("class"), "takes nobody on");
        fail(f, problem.help(format!("write class.{}.seats = 50", class.name)));
    }
    if goes_nowhere {
        let problem = Problem::error("loop", "the service ends where it begins");
        let problem = problem.at(f.place_of("path"), "leads nowhere");
        fail(f, problem.help("a path has at least one link; what goes to and fro is written once, with `back`"));
    }
    if circulates && !has_back {
        let problem = Problem::error("missing-key", "carriers that go to and fro need the direction of the way back");
        let problem = problem.at(f.place_of("fleet"), "needs `back`");
        fail(f, problem);
    }
    if f.has("when-full") && !circulates {
        let problem = Problem::error("missing-key", "carriers that leave when they are full need a `fleet`");
        let problem = problem.at(f.place_of("when-full"), "how many are there?");
        fail(f, problem);
    }
    if f.has("timetable-back") && (!f.has("timetable") || !has_back) {
        let problem = Problem::error("conflict", "`timetable-back` goes with `timetable` and `back`");
        let problem = problem.at(f.place_of("timetable-back"), "says when nobody leaves");
        fail(f, problem);
    }
    right
}

fn departures(f: &mut Fields<'_, '_>) -> Option<Departures> {
    let one = f.exactly_one(&["timetable", "every", "when-full"]);
    let minutes = |v: &mut Value<'_, '_>| {
        let mut minutes = v.list((1, MAX_DEPARTURES), |v| v.minute_of_day())?;
        minutes.sort_unstable();
        Some(minutes)
    };
    let forward = f.optional("timetable", "Departures along the path, local time at its first stop.", "", minutes);
    let back = f.optional(
        "timetable-back",
        "Departures on the way back, local time at its first stop.",
        "those of `timetable`",
        minutes,
    );
    let every = f.optional("every", "Carriers leave both ends at this interval, counted from midnight.", "", |v| {
        v.duration_ms(MIN_INTERVAL_MS)
    });
    let when_full = f.optional("when-full", "Carriers leave when every seat is taken.", "", |v| {
        v.table(|f| f.required("at-most", "Longest wait for passengers.", |v| v.duration_ms(MIN_WAIT_MS)))
    });
    if !one && !f.describing() {
        return None;
    }
    let by_timetable = forward.map(|forward| {
        let back = back.unwrap_or_else(|| forward.clone());
        Departures::Timetable { forward, back }
    });
    let when_full = when_full.map(|at_most_ms| Departures::WhenFull { at_most_ms });
    by_timetable.or(every.map(Departures::Every)).or(when_full)
}
