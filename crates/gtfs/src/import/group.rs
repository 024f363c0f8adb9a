//! Trips of one way on the same days become one service; where the way back mirrors it, both do.

use super::runs::{DAY_S, Kind, runs};
use super::{MAX_DEPARTURES, MAX_SERVICES, Wishes};
use crate::feed::{Call, Feed, Stop, Trip};
use crate::mistakes::{Mistakes, counted, shown};
use jiff::ToSpan as _;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What trips of one service have in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) route: usize,
    pub(super) back: bool,
    /// Stops from the first to the last.
    pub(super) stops: Vec<usize>,
    /// Position in [`Groups::days`].
    pub(super) days: usize,
    pub(super) kind: Kind,
}

/// Trips of one service.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) key: Key,
    /// Minutes of the day at the first stop; empty for an interval.
    pub(super) minutes: Vec<u16>,
    /// Time of each leg.
    pub(super) legs: Vec<Leg>,
}

/// Seconds from stop to stop over all trips, the stay at the first of the two included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Leg {
    pub(super) least_s: u32,
    pub(super) most_s: u32,
    sum_s: u64,
    trips: u64,
}

impl Leg {
    pub(super) fn mean_s(&self) -> u32 {
        ((self.sum_s + self.trips / 2) / self.trips.max(1)) as u32
    }
}

/// Services in the making.
#[derive(Clone, Debug, Default)]
pub(super) struct Groups {
    /// Ways there, and ways back that mirror none.
    pub(super) list: Vec<Group>,
    /// Of each group its way back, where one service holds both.
    pub(super) mirrored: Vec<Option<Group>>,
    /// The different sets of dates, each with the `service_id` that it is called by and the days that it was moved by.
    pub(super) days: Vec<(BTreeSet<Date>, String, u32)>,
}

pub(super) fn groups(
    feed: &Feed,
    wishes: &Wishes,
    countries: &[String],
    told: &mut Vec<String>,
    mistakes: &mut Mistakes,
) -> Groups {
    let mut gathering = Gathering {
        feed,
        groups: Groups::default(),
        days: HashMap::new(),
        sets: BTreeMap::new(),
        shifts: HashMap::new(),
    };
    let mut found: BTreeMap<Key, Group> = BTreeMap::new();
    let mut order: Vec<Key> = Vec::new();
    let mut counts = Counts::default();
    let wanted = |trip: &&Trip| wishes.routes.is_empty() || wishes.routes.contains(&feed.routes[trip.route].id);
    let mut forward: BTreeSet<(usize, Vec<usize>)> = BTreeSet::new();
    for trip in feed.trips.iter().filter(wanted) {
        if feed.services[trip.service].dates.is_empty() {
            counts.never += 1;
            continue;
        }
        let stops: Vec<usize> = trip.calls.iter().map(|call| call.stop).collect();
        if !placed(feed, &stops, countries, mistakes) {
            continue;
        }
        let back = goes_back(trip, &stops, wishes, countries, &forward);
        if !back {
            forward.insert((trip.route, stops.clone()));
        }
        let Some(shift_s) = gathering.shift_s(stops[0], trip.service, mistakes) else { continue };
        for run in runs(trip, shift_s) {
            counts.departures += run.times_s.len();
            counts.about += usize::from(run.about);
            let Some(days) = gathering.days(trip.service, run.days_later) else { continue };
            let key = Key { route: trip.route, back, stops: stops.clone(), days, kind: run.kind };
            let group = found.entry(key.clone()).or_insert_with(|| {
                order.push(key.clone());
                Group { key, minutes: Vec::new(), legs: Vec::new() }
            });
            join_legs(&mut group.legs, &trip.calls);
            for time_s in run.times_s {
                counts.seconds += usize::from(time_s % 60 != 0);
                group.minutes.push(((i64::from(time_s) + shift_s).rem_euclid(i64::from(DAY_S)) / 60) as u16);
            }
        }
        if counts.departures > MAX_DEPARTURES || order.len() > MAX_SERVICES {
            let message = format!("the feed is more than {MAX_SERVICES} services or {MAX_DEPARTURES} departures a day");
            mistakes.of_feed("too-large", message, "name the routes that matter with --route");
            return gathering.groups;
        }
    }
    if wishes.back.is_none() && order.iter().any(|key| key.back) {
        let message = "some trips go back, and no direction is named for them".into();
        mistakes.of_feed("missing-direction", message, "name the direction that they count for with --back");
    }
    counts.tell(told);
    let groups = order.iter().filter_map(|key| found.remove(key));
    pair(groups.collect(), gathering.groups)
}

/// What was left out or rounded.
#[derive(Default)]
struct Counts {
    never: usize,
    departures: usize,
    about: usize,
    seconds: usize,
}

impl Counts {
    fn tell(&self, told: &mut Vec<String>) {
        let mut tell = |count: usize, thing: &str, what: &str| {
            if count > 0 {
                told.push(format!("{} {what}", counted(count, thing)));
            }
        };
        tell(self.never, "trip", "on no date: left out");
        tell(self.seconds, "departure", "not on a full minute: up to 59 s earlier, because a timetable is in minutes");
        let beat = "repeated without exact times: `every` counts from midnight, so it leaves at other minutes";
        tell(self.about, "trip", beat);
    }
}

struct Gathering<'f> {
    feed: &'f Feed,
    groups: Groups,
    /// Positions of sets of dates by service and days later, and by the dates themselves.
    days: HashMap<(usize, u32), usize>,
    sets: BTreeMap<BTreeSet<Date>, usize>,
    /// How far the clock of a zone is ahead of the feed's on the dates of a service.
    shifts: HashMap<(String, usize), Option<i64>>,
}

impl Gathering<'_> {
    /// The dates of a service some days later.
    fn days(&mut self, service: usize, later: u32) -> Option<usize> {
        if let Some(found) = self.days.get(&(service, later)) {
            return Some(*found);
        }
        let moved = |day: &Date| day.checked_add(i64::from(later).days()).ok();
        let set: BTreeSet<Date> = self.feed.services[service].dates.iter().filter_map(moved).collect();
        if set.is_empty() {
            return None;
        }
        let next = self.groups.days.len();
        let at = *self.sets.entry(set.clone()).or_insert(next);
        if at == next {
            self.groups.days.push((set, self.feed.services[service].id.clone(), later));
        }
        self.days.insert((service, later), at);
        Some(at)
    }

    /// How far the clock of a stop is ahead of the feed's, seconds; told when that changes from date to date.
    fn shift_s(&mut self, stop: usize, service: usize, mistakes: &mut Mistakes) -> Option<i64> {
        let Self { feed, shifts, .. } = self;
        let (zone, own) = (&feed.stops[stop].zone, &feed.zone);
        if zone.name == own.name {
            return Some(0);
        }
        *shifts.entry((zone.name.clone(), service)).or_insert_with(|| {
            let ahead = |day: &Date| {
                let noon = day.at(12, 0, 0, 0).to_zoned(own.clock.clone()).ok()?.timestamp();
                let seconds = |clock: &jiff::tz::TimeZone| i64::from(clock.to_offset(noon).seconds());
                Some(seconds(&zone.clock) - seconds(&own.clock))
            };
            let all: BTreeSet<Option<i64>> = feed.services[service].dates.iter().map(ahead).collect();
            let first = all.first().copied().flatten();
            if all.len() > 1 {
                let message = format!(
                    "on the dates of service `{}` the clocks of {} and {} are not always the same time apart",
                    shown(&feed.services[service].id),
                    zone.name,
                    own.name
                );
                let help = "a timetable is in local time; give summer and winter services of their own in the feed";
                mistakes.of_feed("clock-change", message, help);
                return None;
            }
            first
        })
    }
}

/// Whether the countries of all stops are known; told once for each stop where not.
fn placed(feed: &Feed, stops: &[usize], countries: &[String], mistakes: &mut Mistakes) -> bool {
    let mut right = true;
    for stop in stops.iter().filter(|stop| countries[**stop].is_empty()) {
        right = false;
        let Stop { id, zone, .. } = &feed.stops[*stop];
        let message = format!("nobody said in which country stop `{}` lies", shown(id));
        let help = format!("say it with --country {}=CN, or with --country CN for all stops", zone.name);
        mistakes.of_feed("missing-country", message, &help);
    }
    right
}

/// Between countries, trips out of the first one that was named go forward; inside one, `direction_id` says it, and
/// without that the mirror of a way that was seen before is the way back.
fn goes_back(
    trip: &Trip,
    stops: &[usize],
    wishes: &Wishes,
    countries: &[String],
    forward: &BTreeSet<(usize, Vec<usize>)>,
) -> bool {
    let (from, to) = (&countries[stops[0]], &countries[stops[stops.len() - 1]]);
    let home = wishes.countries.first().map(|(_, country)| country);
    if from != to && (home == Some(from) || home == Some(to)) {
        return home == Some(to);
    }
    let mirrored = || forward.contains(&(trip.route, stops.iter().rev().copied().collect()));
    trip.back.unwrap_or_else(mirrored)
}

fn join_legs(legs: &mut Vec<Leg>, calls: &[Call]) {
    for (at, pair) in calls.windows(2).enumerate() {
        let leaves_s = if at == 0 { pair[0].departure_s } else { pair[0].arrival_s };
        let time_s = pair[1].arrival_s - leaves_s;
        let one = Leg { least_s: time_s, most_s: time_s, sum_s: u64::from(time_s), trips: 1 };
        match legs.get_mut(at) {
            Some(leg) => {
                leg.least_s = leg.least_s.min(time_s);
                leg.most_s = leg.most_s.max(time_s);
                leg.sum_s += u64::from(time_s);
                leg.trips += 1;
            }
            None => legs.push(one),
        }
    }
}

/// Puts the way back to the way there where the same links say both.
fn pair(mut all: Vec<Group>, mut groups: Groups) -> Groups {
    all.iter_mut().for_each(|group| group.minutes.sort_unstable());
    let (mut backs, mut rest): (Vec<Option<Group>>, Vec<Group>) = (Vec::new(), Vec::new());
    for group in all {
        if group.key.back { backs.push(Some(group)) } else { rest.push(group) }
    }
    let is_mirror = |there: &Group, back: &Group| {
        let times = |group: &Group| group.legs.iter().map(Leg::mean_s).collect::<Vec<_>>();
        let mirrored: Vec<u32> = times(back).into_iter().rev().collect();
        let (a, b) = (&there.key, &back.key);
        a.route == b.route
            && a.days == b.days
            && a.kind == b.kind
            && a.stops.iter().eq(b.stops.iter().rev())
            && times(there) == mirrored
    };
    for group in rest {
        let mirror = backs.iter_mut().find(|back| back.as_ref().is_some_and(|back| is_mirror(&group, back)));
        groups.mirrored.push(mirror.and_then(Option::take));
        groups.list.push(group);
    }
    for back in backs.into_iter().flatten() {
        groups.list.push(back);
        groups.mirrored.push(None);
    }
    // In the order of the feed's lines, whichever way they go.
    let mut both: Vec<(Group, Option<Group>)> = groups.list.drain(..).zip(groups.mirrored.drain(..)).collect();
    both.sort_by_key(|(group, _)| group.key.route);
    (groups.list, groups.mirrored) = both.into_iter().unzip();
    groups
}
