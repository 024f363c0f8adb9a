//! The stops of trips: in order, with times that never go back, and how often a trip is repeated.

use super::read::{Ids, Reading};
use super::{Call, Frequency, Trip};
use crate::mistakes::{Place, counted};
use crate::words::time_s;

/// A row of `stop_times.txt`.
#[derive(Clone)]
pub(super) struct RawCall<'f> {
    sequence: u32,
    stop: usize,
    arrival_s: Option<u32>,
    departure_s: Option<u32>,
    place: Place<'f>,
}

/// The shortest headway that the model can say, seconds.
const MIN_HEADWAY_S: u32 = 10;

/// Reads `stop_times.txt`: the calls of each trip, in the order of the file.
pub(super) fn stop_times<'f>(reading: &mut Reading<'f>, trips: &Ids, stops: &Ids, calls: &mut [Vec<RawCall<'f>>]) {
    let columns = [
        ("trip_id", true),
        ("stop_id", true),
        ("stop_sequence", true),
        ("arrival_time", false),
        ("departure_time", false),
    ];
    reading.rows("stop_times.txt", columns, |reading, row| {
        let trip = reading.known(trips, &row, 0, "trips.txt");
        let stop = reading.known(stops, &row, 1, "stops.txt");
        let number = |text: &str| text.parse::<u32>().map_err(|_| "a whole number that grows along the trip");
        let sequence = row.read(2, number, &mut reading.mistakes);
        let time = |text: &str| if text.is_empty() { Ok(None) } else { time_s(text).map(Some) };
        let arrival_s = row.read(3, time, &mut reading.mistakes).flatten();
        let departure_s = row.read(4, time, &mut reading.mistakes).flatten();
        if let (Some(trip), Some(stop), Some(sequence)) = (trip, stop, sequence) {
            // One time speaks for both.
            let (arrival_s, departure_s) = (arrival_s.or(departure_s), departure_s.or(arrival_s));
            calls[trip].push(RawCall { sequence, stop, arrival_s, departure_s, place: row.place(2) });
        }
    });
}

/// Reads `frequencies.txt`.
pub(super) fn frequencies(reading: &mut Reading<'_>, ids: &Ids, trips: &mut [Trip]) {
    let columns =
        [("trip_id", true), ("start_time", true), ("end_time", true), ("headway_secs", true), ("exact_times", false)];
    reading.rows("frequencies.txt", columns, |reading, row| {
        let trip = reading.known(ids, &row, 0, "trips.txt");
        let from_s = row.read(1, time_s, &mut reading.mistakes);
        let to_s = row.read(2, time_s, &mut reading.mistakes);
        let headway = |text: &str| {
            text.parse().ok().filter(|s| (MIN_HEADWAY_S..=86_400).contains(s)).ok_or("seconds, 10 to 86400")
        };
        let headway_s = row.read(3, headway, &mut reading.mistakes);
        let exact = |text: &str| match text {
            "" | "0" => Ok(false),
            "1" => Ok(true),
            _ => Err("1 where departures are at exact times, 0 where they are about so often"),
        };
        let exact = row.read(4, exact, &mut reading.mistakes);
        if let (Some(trip), Some(from_s), Some(to_s), Some(headway_s), Some(exact)) =
            (trip, from_s, to_s, headway_s, exact)
        {
            if from_s >= to_s {
                let message = "it ends before it begins".into();
                reading.mistakes.at(
                    &row.place(2),
                    "wrong-window",
                    message,
                    "the end is the first moment without departures",
                );
                return;
            }
            trips[trip].frequencies.push(Frequency { from_s, to_s, headway_s, exact });
        }
    });
}

/// Gives every trip its calls: sorted, without gaps in the times, and checked. Trips of less than two stops go.
pub(super) fn settle(reading: &mut Reading<'_>, trips: &mut Vec<Trip>, calls: Vec<Vec<RawCall<'_>>>) {
    let (mut guessed, mut short, mut circles) = (0_usize, 0_usize, 0_usize);
    for (trip, mut raw) in trips.iter_mut().zip(calls) {
        raw.sort_by_key(|call| call.sequence);
        for pair in raw.windows(2).filter(|pair| pair[0].sequence == pair[1].sequence) {
            let message = format!("stop_sequence {} stands twice in this trip", pair[1].sequence);
            reading.mistakes.at(&pair[1].place, "duplicate", message, "");
        }
        for end in [raw.first(), raw.last()].into_iter().flatten().filter(|call| call.departure_s.is_none()) {
            let message = "the first and the last stop of a trip need a time".into();
            reading.mistakes.at(&end.place, "missing-cell", message, "");
        }
        guessed += raw.iter().filter(|call| call.departure_s.is_none()).count();
        let Some(timed) = timed(&raw) else { continue };
        for (at, call) in timed.iter().enumerate() {
            let before_s = at.checked_sub(1).map_or(0, |before| timed[before].departure_s);
            if call.arrival_s < before_s || call.departure_s < call.arrival_s {
                let message = "this time lies before the one above it in the trip".into();
                reading.mistakes.at(
                    &raw[at].place,
                    "wrong-order",
                    message,
                    "times of a trip never go back; after midnight they go on past 24:00:00",
                );
                break;
            }
        }
        trip.calls = joined(timed);
    }
    trips.retain(|trip| {
        let is_short = trip.calls.len() < 2;
        let is_circle =
            !is_short && trip.calls.first().map(|call| call.stop) == trip.calls.last().map(|call| call.stop);
        short += usize::from(is_short);
        circles += usize::from(is_circle);
        !is_short && !is_circle
    });
    let mut tell = |count: usize, thing: &str, what: &str| {
        if count > 0 {
            reading.untold.push(format!("{} {what}", counted(count, thing)));
        }
    };
    tell(short, "trip", "of less than two stops: left out");
    tell(circles, "trip", "to where it began: left out, because a service leads from one node to another");
    tell(guessed, "stop time", "not given: spread evenly between the neighbours");
}

/// The calls with every time; what the feed leaves open is spread evenly. None when an end has no time.
fn timed(raw: &[RawCall<'_>]) -> Option<Vec<Call>> {
    raw.first()?.departure_s?;
    raw.last()?.arrival_s?;
    let mut calls: Vec<Call> = Vec::with_capacity(raw.len());
    let mut next = 0;
    for (at, call) in raw.iter().enumerate() {
        if let (Some(arrival_s), Some(departure_s)) = (call.arrival_s, call.departure_s) {
            calls.push(Call { stop: call.stop, arrival_s, departure_s });
            continue;
        }
        // The last call has a time, so there is a next one.
        if next <= at {
            next = at + raw[at..].iter().position(|call| call.arrival_s.is_some())?;
        }
        let (before_s, after_s) = (u64::from(calls[at - 1].departure_s), u64::from(raw[next].arrival_s?));
        let part_s = after_s.saturating_sub(before_s) / (next - at + 1) as u64;
        let time_s = (before_s + part_s) as u32;
        calls.push(Call { stop: call.stop, arrival_s: time_s, departure_s: time_s });
    }
    Some(calls)
}

/// Neighbouring calls at platforms of one station are one call.
fn joined(calls: Vec<Call>) -> Vec<Call> {
    let mut joined: Vec<Call> = Vec::with_capacity(calls.len());
    for call in calls {
        match joined.last_mut() {
            Some(last) if last.stop == call.stop => last.departure_s = call.departure_s,
            _ => joined.push(call),
        }
    }
    joined
}
