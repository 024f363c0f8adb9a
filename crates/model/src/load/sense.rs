//! Warnings of what can be read and changes nothing, or cannot be meant: a timetable outside the opening hours, a quota that
//! nobody enters under, a fleet that is too small for its departures.
//!
//! What a scenario or a dated change mends is no slip: an element is only told of when it is so in every version of every scenario
//! that has it.

use crate::calendar::Calendar;
use crate::element::{
    Class, Counts, Departures, Event, Incident, IncidentCause, Leg, Limit, Line, Model, Season, Service, Timeline,
    Volume,
};
use crate::id::{Id, Named, Table};
use crate::problem::{Problem, Problems};
use crate::reader::{Kind, Names};
use jiff::civil::Date;

/// What is wrong with an element: the code, the sentence, and what stands beneath the name.
type Slip = (&'static str, String, &'static str);

const DAY_MS: i64 = 86_400_000;
const MIN_MS: i64 = 60_000;

/// Adds a warning for every element that makes no sense anywhere.
pub(super) fn warn_of_sense(names: &Names, timelines: &[Timeline], problems: &mut Problems) {
    let mut look = Look { names, timelines, problems };
    for of_service in [never_departs, twice, too_few_carriers, too_many_carriers, boarding_too_long, above_seats] {
        look.at(Kind::Service, |model| &model.services, of_service);
    }
    for of_class in [idle_seats, counted_twice] {
        look.at(Kind::Class, |model| &model.classes, of_class);
    }
    for of_limit in [never_entered, nobody_counted] {
        look.at(Kind::Limit, |model| &model.limits, of_limit);
    }
    for of_line in [carries_nothing, other_side] {
        look.at(Kind::Line, |model| &model.lines, of_line);
    }
    look.at(Kind::Event, |model| &model.events, changes_nothing);
    look.at(Kind::Incident, |model| &model.incidents, mostly_broken);
    look.seasons();
}

struct Look<'a> {
    names: &'a Names,
    timelines: &'a [Timeline],
    problems: &'a mut Problems,
}

impl Look<'_> {
    /// Looks at every element of a kind.
    fn at<T: Named>(
        &mut self,
        kind: Kind,
        table: impl Fn(&Model) -> &Table<T>,
        slip: fn(&Model, Id<T>, &T) -> Option<Slip>,
    ) {
        for (_, name, place) in self.names.positions(kind) {
            let models = self.timelines.iter().flat_map(|timeline| &timeline.versions).map(|version| &version.model);
            let seen = models.filter_map(|model| {
                let id = table(model).find(name)?;
                Some(slip(model, id, &table(model)[id]))
            });
            let everywhere: Option<Vec<Slip>> = seen.collect();
            if let Some((code, message, label)) = everywhere.and_then(|slips| slips.into_iter().next()) {
                self.problems.add(Problem::warning(code, message).at(place, label));
            }
        }
    }

    /// Seasons that no window meets.
    fn seasons(&mut self) {
        for (_, name, place) in self.names.positions(Kind::Season) {
            let of = |timeline: &Timeline| {
                let model = timeline.first();
                let season = &model.seasons[model.seasons.find(name)?];
                Some(meets(model, season, timeline.scenario.from, timeline.scenario.to))
            };
            let met: Vec<bool> = self.timelines.iter().filter_map(of).collect();
            if !met.is_empty() && met.iter().all(|met| !met) {
                let message = format!("season `{name}` lies outside the window of every scenario");
                self.problems.add(Problem::warning("outside-season", message).at(place, "what keeps to it is closed"));
            }
        }
    }
}

/// Whether a season may have a day in a window, however early or late its own days come.
fn meets(model: &Model, season: &Season, from: Date, to: Date) -> bool {
    let (begins, ends) = (&model.yearlies[season.from], &model.yearlies[season.to]);
    let over = Season::years_over(begins, ends);
    let may_shift = i64::from(MAY_SHIFT_DAYS);
    (from.year() - 2..=to.year()).any(|year| {
        let first = begins.middle(year).saturating_sub(jiff::Span::new().days(may_shift));
        let last = ends.middle(year + over).saturating_add(jiff::Span::new().days(may_shift));
        first <= to && last > from
    })
}

/// Days by which a season may begin earlier or end later than in the middle before a scenario is told that it misses it.
const MAY_SHIFT_DAYS: i32 = 45;

/// Every departure lies in hours in which the service is closed on all days of the week.
fn never_departs(model: &Model, _: Id<Service>, service: &Service) -> Option<Slip> {
    let calendar = &model.calendars[service.hours?];
    let is_open = |minute: &u16| is_open_at(calendar, *minute);
    let leaves = match &service.departures {
        Departures::Timetable { forward, back } => forward.iter().chain(back).any(is_open),
        Departures::Every(_) | Departures::WhenFull { .. } => (0..1440).any(|minute| is_open(&minute)),
    };
    let message =
        format!("service `{}` never departs: calendar `{}` is closed at every departure", service.name, calendar.name);
    (!leaves).then_some(("never-departs", message, "carries nobody"))
}

fn is_open_at(calendar: &Calendar, minute: u16) -> bool {
    let on_holidays = calendar.holidays.iter().flat_map(|holiday| &holiday.open);
    let open = calendar.weekly.iter().flatten().chain(on_holidays);
    !calendar.opened.is_empty() || open.into_iter().any(|span| (span.from..span.to).contains(&minute))
}

/// Two departures in the same minute.
fn twice(_: &Model, _: Id<Service>, service: &Service) -> Option<Slip> {
    let Departures::Timetable { forward, back } = &service.departures else { return None };
    let same = [forward, back].into_iter().find_map(|minutes| minutes.windows(2).find(|pair| pair[0] == pair[1]))?;
    let message = format!("service `{}` leaves twice at {:02}:{:02}", service.name, same[0] / 60, same[0] % 60);
    Some(("departure-twice", message, "one of them would leave without passengers"))
}

/// The least time of a carrier for its way there and back: travel and turnaround, nobody getting on.
fn round_trip_ms(model: &Model, service: &Service) -> i64 {
    let travel = |leg: &Leg| if let Leg::Link { link, .. } = leg { model.links[*link].travel_ms } else { 0 };
    2 * (service.legs.iter().map(travel).sum::<i64>() + service.turnaround_ms)
}

/// Fewer carriers than the interval asks for, even if nobody gets on.
fn too_few_carriers(model: &Model, _: Id<Service>, service: &Service) -> Option<Slip> {
    let (Departures::Every(every_ms), Some(fleet)) = (&service.departures, service.fleet) else { return None };
    let needed = (round_trip_ms(model, service) + every_ms - 1) / every_ms;
    let message = format!(
        "service `{}` needs {needed} carriers to leave both ends at this interval, and has {fleet}",
        service.name
    );
    (needed > i64::from(fleet)).then_some(("too-few-carriers", message, "carriers are not back in time"))
}

/// More carriers than can ever be on the way, every seat filled.
fn too_many_carriers(model: &Model, _: Id<Service>, service: &Service) -> Option<Slip> {
    let (Departures::Every(every_ms), Some(fleet)) = (&service.departures, service.fleet) else { return None };
    if service.legs.iter().any(|leg| matches!(leg, Leg::Facility(_))) {
        return None; // How long controls take is not known without a run.
    }
    let seats = i64::from(model.classes[service.class].seats);
    let full_ms = round_trip_ms(model, service) + 2 * seats * (service.boarding_ms + service.alighting_ms);
    // One at each end, and one for every departure while another is away.
    let used = (full_ms + every_ms - 1) / every_ms + 2;
    let message = format!("service `{}` has {fleet} carriers and can use {used} at this interval", service.name);
    (i64::from(fleet) > used).then_some(("fleet-too-large", message, "the others never leave"))
}

/// A full carrier takes longer to fill than the interval.
fn boarding_too_long(model: &Model, _: Id<Service>, service: &Service) -> Option<Slip> {
    let Departures::Every(every_ms) = service.departures else { return None };
    let full_ms = i64::from(model.classes[service.class].seats) * service.boarding_ms;
    let message = format!(
        "service `{}` needs {} min to fill its seats and leaves every {} min",
        service.name,
        full_ms / MIN_MS,
        every_ms / MIN_MS
    );
    (full_ms > every_ms).then_some(("boarding-too-long", message, "no carrier leaves full and in time"))
}

/// More people who have no other way than all seats of a day.
fn above_seats(model: &Model, id: Id<Service>, service: &Service) -> Option<Slip> {
    let departures = match &service.departures {
        Departures::Timetable { forward, .. } => forward.len() as i64,
        Departures::Every(every_ms) => DAY_MS / every_ms,
        Departures::WhenFull { .. } => return None,
    };
    let seats = departures * i64::from(model.classes[service.class].seats);
    for reversed in [false, true] {
        let rides = |leg: &Leg| *leg == Leg::Service { service: id, reversed };
        let only = model
            .flows
            .iter()
            .filter(|flow| matches!(flow.routes[..], [route] if model.routes[route].legs.iter().any(rides)));
        let come: f64 = only.map(|flow| if let Volume::PerDay(per_day) = flow.volume { per_day } else { 0.0 }).sum();
        if come > seats as f64 {
            let message =
                format!("{come:.0} a day are to ride with service `{}`, which has {seats} seats a day", service.name);
            return Some(("above-seats", message, "the queue for it grows without end"));
        }
    }
    None
}

/// Seats of vehicles that carry nobody.
fn idle_seats(model: &Model, id: Id<Class>, class: &Class) -> Option<Slip> {
    let carries = model.services.iter().any(|service| service.class == id);
    let message = format!("class `{}` has seats, and no service has such carriers", class.name);
    (class.seats > 0 && !carries).then_some(("idle-seats", message, "nobody gets on"))
}

/// Passengers that are travellers of their own and counted in the carrier again.
fn counted_twice(model: &Model, id: Id<Class>, class: &Class) -> Option<Slip> {
    let carries = model.services.iter().any(|service| service.class == id);
    let message = format!("class `{}` carries passengers with seats and has `passengers` of its own", class.name);
    (class.passengers > 0.0 && carries).then_some(("counted-twice", message, "the same people twice"))
}

/// No flow passes a stage at which the limit is entered.
fn never_entered(model: &Model, _: Id<Limit>, limit: &Limit) -> Option<Slip> {
    let facilities: Vec<_> = limit.enter.iter().map(|stage| model.stages[*stage].facility).collect();
    let is_there = |leg: &Leg| matches!(leg, Leg::Facility(facility) if facilities.contains(facility));
    let by_flows =
        model.flows.iter().flat_map(|flow| &flow.routes).any(|route| model.routes[*route].legs.iter().any(is_there));
    let by_services = model.services.iter().any(|service| service.legs.iter().any(is_there));
    let message = format!("nothing comes to a stage at which limit `{}` is entered", limit.name);
    (!by_flows && !by_services).then_some(("never-entered", message, "limits nothing"))
}

/// A limit of people where only vehicles without any pass.
fn nobody_counted(model: &Model, _: Id<Limit>, limit: &Limit) -> Option<Slip> {
    if limit.counts != Counts::People {
        return None;
    }
    let facilities: Vec<_> = limit.enter.iter().map(|stage| model.stages[*stage].facility).collect();
    let is_there = |leg: &Leg| matches!(leg, Leg::Facility(facility) if facilities.contains(facility));
    let passes =
        |flow: &&crate::element::Flow| flow.routes.iter().any(|route| model.routes[*route].legs.iter().any(is_there));
    let mut classes = model.flows.iter().filter(passes).map(|flow| flow.class).peekable();
    classes.peek()?;
    let nobody = classes.all(|class| model.classes[class].passengers == 0.0);
    let message = format!("limit `{}` counts people, and no class that comes there has passengers", limit.name);
    nobody.then_some(("nobody-counted", message, "counts each vehicle as one"))
}

/// A line with a volume of nothing.
fn carries_nothing(_: &Model, _: Id<Line>, line: &Line) -> Option<Slip> {
    let nothing = line.volume_per_day.iter().all(|(_, volume)| *volume == 0.0);
    let message = format!("line `{}` never carries anything", line.name);
    nothing.then_some(("carries-nothing", message, "no day has a volume"))
}

/// A line that is counted as trade inside one country, or is not between two.
fn other_side(model: &Model, _: Id<Line>, line: &Line) -> Option<Slip> {
    let (from, to) = (&model.nodes[line.from].country, &model.nodes[line.to].country);
    match (line.border, from == to) {
        (true, true) => {
            let message = format!("line `{}` is counted as trade, and both its ends lie in {from}", line.name);
            Some(("no-border", message, "write `border = false`, or another end"))
        }
        (false, false) => {
            let message = format!("line `{}` goes from {from} to {to} and is not counted as trade", line.name);
            Some(("uncounted-border", message, "leave `border = false` out, or name another end"))
        }
        _ => None,
    }
}

/// An event that multiplies by one.
fn changes_nothing(_: &Model, _: Id<Event>, event: &Event) -> Option<Slip> {
    #[allow(clippy::float_cmp)]
    let is_one = event.factor == 1.0;
    let message = format!("event `{}` multiplies by 1", event.name);
    is_one.then_some(("changes-nothing", message, "as many come as on other days"))
}

/// A disturbance that lasts longer than the time until the next.
fn mostly_broken(_: &Model, _: Id<Incident>, incident: &Incident) -> Option<Slip> {
    let IncidentCause::Random { between_ms, lasts_ms, .. } = &incident.cause else { return None };
    let message = format!("incident `{}` lasts longer than what works in between", incident.name);
    (lasts_ms.mean() > between_ms.mean()).then_some(("mostly-broken", message, "are `every` and `lasts` exchanged?"))
}
