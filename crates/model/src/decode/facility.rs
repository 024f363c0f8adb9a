//! Facilities and their stages.

use super::money::{Priced, WITH_MONEY};
use super::network::{MAX_VEHICLES, calendar_or_always, unlimited_or};
use super::{Draft, gauge, known, process, season};
use crate::calendar::MinuteSpan;
use crate::distribution::{Distribution, Sign};
use crate::element::{
    Appointments, BorderCrossingPoint, Discipline, ExtraLanes, Facility, LaneShift, Lanes, PerClass, Process,
    ReleaseStep, Stage, StageKind, WhenFull,
};
use crate::id::Id;
use crate::problem::{Place, Problem};
use crate::quantity::{Dimension, Per};
use crate::reader::{Fields, Form, Kind, Value};
use std::collections::BTreeMap;

/// Most lanes of a stage; a holding lot's lanes are its places.
const MAX_LANES: u32 = 100_000;
/// Most vehicles that one class may send in its turn of a weighted cycle.
const MAX_WEIGHT: u32 = 1_000_000;
/// Most shifts of a day: one a minute.
const MAX_SHIFTS: usize = 1440;
/// Shortest slot of an electronic queue, so that a year has no more than half a million of them.
const MIN_SLOT_MS: i64 = 60_000;

const SHARE_DOC: &str = "Part of the traffic that it takes where a process names it; one for all or by class.";
const APPOINTMENTS: &str = "kind = \"appointments\"";
const LANES_KIND: &str = "stages that are not appointments";

/// All facilities, and with them the stages, which are numbered over the whole folder.
pub(super) fn facilities(f: &mut Fields<'_, '_>, draft: &mut Draft, priced: Priced) {
    let mut stages = Vec::new();
    let mut points = Vec::new();
    let mut number = 0;
    let facilities =
        f.optional("facility", "A place of processing: a checkpoint, yard, toll plaza or terminal.", "", |v| {
            v.named(|f, name| {
                let id = Id::new(number);
                number += 1;
                let (facility, place) = facility(f, name, id, &mut stages, priced)?;
                points.extend(place.map(|place| (id, place)));
                Some(facility)
            })
        });
    draft.facilities = facilities.unwrap_or_default();
    draft.stages = stages;
    check_points(f, draft, &points);
}

/// A border crossing point has one name: the facility that others name must not be part of another one.
fn check_points(f: &mut Fields<'_, '_>, draft: &Draft, points: &[(Id<Facility>, Place)]) {
    for (id, place) in points {
        let Some(BorderCrossingPoint::Of(named)) = known(&draft.facilities, *id).map(|facility| facility.bcp) else {
            continue;
        };
        let Some(point) = known(&draft.facilities, named) else { continue };
        if point.bcp == BorderCrossingPoint::ByRoute || point.bcp == BorderCrossingPoint::Of(named) {
            continue;
        }
        let message = format!("`{}` does not name a border crossing point", point.name);
        let problem = Problem::error("no-crossing-point", message).at(*place, "its own `bcp` says something else");
        f.fail(problem.help(format!("name what facility.{}.bcp names, or take that key away", point.name)));
    }
}

/// A facility, and where it names its border crossing point.
fn facility(
    f: &mut Fields<'_, '_>,
    name: &str,
    id: Id<Facility>,
    stages: &mut Vec<Option<Stage>>,
    priced: Priced,
) -> Option<(Facility, Option<Place>)> {
    let title = f.title(name);
    let node = f.required("node", "Where it stands.", |v| v.reference(Kind::Node));
    let bcp = f.optional(
        "bcp",
        "Border crossing point that it is part of, by the name of one of its facilities; `none` for no part of one.",
        "itself, when next to the border on a route",
        |v| v.word_or("none", |v| v.reference(Kind::Facility)),
    );
    let bcp = match bcp {
        None => BorderCrossingPoint::ByRoute,
        Some(None) => BorderCrossingPoint::Outside,
        Some(Some(id)) => BorderCrossingPoint::Of(id),
    };
    let mut shares = BTreeMap::new();
    // The names were collected in this same order, so a stage's place in the list is its id.
    let first = stages.len();
    let own = f.optional("stage", "A station of parallel lanes with one queue.", "", |v| {
        let mut number = first;
        v.named(|f, stage_name| {
            let mut share = None;
            let stage = stage(f, &format!("{name}.{stage_name}"), id, &mut share, priced);
            shares.extend(share.map(|share| (Id::new(number), share)));
            number += 1;
            stage
        })
    });
    stages.extend(own.unwrap_or_default());
    let processes = f.required("process", "What a vehicle goes through, per direction.", |v| {
        v.keyed(Kind::Direction, |v, direction| {
            let steps = process::steps(v, name, &shares)?;
            Some(Process { direction: Id::new(direction), steps })
        })
    });
    let place = f.has("bcp").then(|| f.place_of("bcp"));
    Some((Facility { name: name.to_string(), title, node: node?, bcp, processes: processes? }, place))
}

/// A stage; its share of the traffic, which belongs to the steps that name it, goes out beside it.
fn stage(
    f: &mut Fields<'_, '_>,
    name: &str,
    facility: Id<Facility>,
    share: &mut Option<PerClass<f64>>,
    priced: Priced,
) -> Option<Stage> {
    let title = f.title(name);
    #[derive(Clone, Copy, PartialEq)]
    enum Word {
        Control,
        Holding,
        Appointments,
    }
    let kinds = [("control", Word::Control), ("holding", Word::Holding), ("appointments", Word::Appointments)];
    let kind = f.optional(
        "kind",
        "What it is: `control` serves vehicles, `holding` keeps them, `appointments` gives slots.",
        "\"control\"",
        |v| v.choice(&kinds),
    );
    let kind = kind.unwrap_or(Word::Control);
    let steps = [ReleaseStep::Lodgement, ReleaseStep::Assessment, ReleaseStep::Inspection, ReleaseStep::Release];
    let step = f.optional(
        "step",
        "Step of the release of goods that is done here; other stages count to the step that comes after them.",
        "none of its own",
        |v| v.choice(&steps.map(|step| (step.name(), step))),
    );
    let booked = kind == Word::Appointments;
    let all = f.describing();
    let slots = f.only_when(APPOINTMENTS, booked || all, appointments);
    let laned = f.only_when(LANES_KIND, !booked || all, |f| {
        let lanes = f.required(
            "lanes",
            "Lanes (servers), `unlimited` for a delay without a queue, or a list of shifts.",
            lanes,
        );
        let service = f.required("service", "Time on the lane, a distribution; one for all or by class.", |v| {
            v.per_class(service_time)
        });
        let extra =
            f.optional("extra-lanes", "Lanes that open and close by queue length.", "none", |v| v.table(extra_lanes));
        let room = f.optional("room", "Waiting places in front of the lanes.", "unlimited", |v| {
            unlimited_or(v, |v| v.count(0, MAX_VEHICLES))
        });
        let when_full = f.optional(
            "when-full",
            "What a vehicle does that finds no place: stay and block, or leave the corridor.",
            "\"block\"",
            |v| v.choice(&[("block", WhenFull::Block), ("turn-away", WhenFull::TurnAway)]),
        );
        let discipline = f.optional(
            "discipline",
            "Who is next: first come, by priority of classes, or in a weighted cycle.",
            "\"fifo\"",
            discipline,
        );
        let patience = f.optional("patience", "How long a vehicle waits before it gives up.", "never gives up", |v| {
            v.word_or("never", service_time)
        });
        let balk = f.optional("balk-at", "Queue length at which arriving vehicles turn away.", "never", |v| {
            v.word_or("never", |v| v.count(1, MAX_VEHICLES))
        });
        (lanes, service, extra, room, when_full, discipline, patience, balk)
    });
    *share = f.optional("share", SHARE_DOC, "100 %", |v| v.per_class(|v| v.share()));
    let hours = f.optional(
        "hours",
        "Calendar; a vehicle on a lane is finished, and slots only begin while it is open.",
        "always",
        calendar_or_always,
    );
    let seasons =
        f.optional("season", "Part of the year in which it works, or a list of parts.", "always", season::seasons);
    let to_gauge = f.optional(
        "to-gauge",
        "Gauge of the wagons that the load is moved to here and goes on with.",
        "it stays on its wagons",
        |v| v.word_or("same", gauge::gauge),
    );
    let fee = f.only_when(WITH_MONEY, priced.money, |f| {
        f.optional(
            "fee",
            "What each visit costs: a toll, the fee of a service; one for all or by class.",
            "none",
            |v| priced.prices(v, Per::Once),
        )
    });
    let (lanes, service, extra_lanes, room, when_full, discipline, patience, balk) = laned;
    let classes = f.reader.names.classes().len();
    let free = || vec![Distribution::Constant(0.0); classes];
    Some(Stage {
        name: name.to_string(),
        title,
        facility,
        kind: match kind {
            Word::Control => StageKind::Control,
            Word::Holding => StageKind::Holding,
            Word::Appointments => StageKind::Appointments(slots?),
        },
        step,
        lanes: if booked { Lanes::Unlimited } else { lanes? },
        extra_lanes,
        service_ms: if booked { free() } else { service? },
        room_vehicles: room.flatten(),
        when_full: when_full.unwrap_or(WhenFull::Block),
        discipline: discipline.unwrap_or(Discipline::Fifo),
        hours: hours.flatten(),
        seasons: seasons.unwrap_or_default(),
        patience_ms: patience.flatten(),
        balk_at_vehicles: balk.flatten(),
        to_gauge_mm: to_gauge.flatten(),
        fee,
    })
}

fn service_time(v: &mut Value<'_, '_>) -> Option<Distribution> {
    v.distribution(Dimension::Duration, Sign::NonNegative)
}

fn appointments(f: &mut Fields<'_, '_>) -> Option<Appointments> {
    let every_ms = f.required("every", "Length of a slot.", |v| v.duration_ms(MIN_SLOT_MS));
    let places = f.required("places", "Vehicles per slot.", |v| v.count(1, MAX_VEHICLES));
    let lead_ms = f.optional("lead", "Shortest time from booking to slot.", "0 min", |v| v.duration_ms(0));
    let punctuality = f.optional("punctuality", "Arrival against the slot; negative is early.", "on time", |v| {
        v.distribution(Dimension::Duration, Sign::Any)
    });
    let no_show = f.optional("no-show", "Share that misses the slot and books again.", "0 %", missing_share);
    let lost = f.optional("lost", "Share of places taken by bookings without a vehicle.", "0 %", missing_share);
    Some(Appointments {
        every_ms: every_ms?,
        places: places?,
        lead_ms: lead_ms.unwrap_or(0),
        punctuality_ms: punctuality.unwrap_or(Distribution::Constant(0.0)),
        no_show_share: no_show.unwrap_or(0.0),
        lost_share: lost.unwrap_or(0.0),
    })
}

/// A share below 1: if everybody missed every slot, nobody would ever come.
fn missing_share(v: &mut Value<'_, '_>) -> Option<f64> {
    let share = v.share()?;
    if share >= 1.0 && !v.describing() {
        v.wrong("out-of-range", "with this share nobody would ever come", "must be below 100 %");
        return None;
    }
    Some(share)
}

fn lanes(v: &mut Value<'_, '_>) -> Option<Lanes> {
    v.either(
        "a number of lanes, \"unlimited\" or a list of shifts",
        &mut [
            (Form::Number, &mut |v| {
                let lanes = v.count(0, MAX_LANES)?;
                if lanes == 0 {
                    no_lanes(v);
                    return None;
                }
                Some(Lanes::Fixed(lanes))
            }),
            (Form::Text, &mut |v| v.choice(&[("unlimited", Lanes::Unlimited)])),
            (Form::List, &mut shifts),
        ],
    )
}

fn no_lanes(v: &mut Value<'_, '_>) {
    let problem = Problem::error("no-lanes", "this stage has no lane at any time");
    let problem = problem.at(v.place(), "nobody could ever pass");
    v.reader.report(problem.help("to close it for some time, name a calendar in `hours`"));
}

fn shifts(v: &mut Value<'_, '_>) -> Option<Lanes> {
    let shifts = v.list((1, MAX_SHIFTS), |v| {
        v.table(|f| {
            let hours = f.required("hours", "Part of the local day; may pass midnight.", |v| v.hours_of_day());
            let lanes = f.required("lanes", "Lanes open then.", |v| v.count(0, MAX_LANES));
            Some((f.place, hours?, lanes?))
        })
    })?;
    if v.describing() {
        return Some(Lanes::Unlimited);
    }
    if shifts.iter().all(|&(.., lanes)| lanes == 0) {
        no_lanes(v);
        return None;
    }
    let mut all: Vec<(MinuteSpan, u32, _)> = Vec::new();
    for (place, spans, lanes) in shifts {
        all.extend(spans.into_iter().map(|span| (span, lanes, place)));
    }
    all.sort_by_key(|(span, ..)| (span.from, span.to));
    for pair in all.windows(2) {
        let [(one, _, first), (other, _, second)] = pair else { continue };
        if other.from < one.to {
            let problem = Problem::error("overlap", "two shifts overlap, so the number of lanes is not clear");
            v.reader.report(problem.at(*second, "this one").at(*first, "and this one"));
            return None;
        }
    }
    Some(Lanes::Shifts(all.into_iter().map(|(span, lanes, _)| LaneShift { span, lanes }).collect()))
}

fn extra_lanes(f: &mut Fields<'_, '_>) -> Option<ExtraLanes> {
    let lanes = f.required("lanes", "How many open.", |v| v.count(1, MAX_LANES));
    let open_at = f.required("open-at", "Queue length that opens them.", |v| v.count(1, MAX_VEHICLES));
    let close_at =
        f.required("close-at", "Queue length that closes them; below `open-at`.", |v| v.count(0, MAX_VEHICLES));
    if let (Some(open), Some(close)) = (open_at, close_at)
        && close >= open
        && !f.describing()
    {
        let problem =
            Problem::error("out-of-range", "`close-at` is not below `open-at`, so the lanes could not stay open");
        f.fail(problem.at(f.place_of("close-at"), "must be smaller").at(f.place_of("open-at"), "than this"));
    }
    Some(ExtraLanes { lanes: lanes?, open_at_vehicles: open_at?, close_at_vehicles: close_at? })
}

fn discipline(v: &mut Value<'_, '_>) -> Option<Discipline> {
    v.either(
        "\"fifo\", { priority = [\"class\", …] } or { weights = { class = 5, other = 1 } }",
        &mut [
            (Form::Text, &mut |v| v.choice(&[("fifo", Discipline::Fifo)])),
            (Form::Table, &mut |v| {
                v.table(|f| {
                    let one = f.exactly_one(&["priority", "weights"]);
                    let ranks = f.optional(
                        "priority",
                        "Classes in the order of their rank; the rest come last.",
                        "use `weights`",
                        ranks,
                    );
                    let weights = f.optional("weights", "Vehicles per turn of each class.", "use `priority`", |v| {
                        v.per_class(|v| v.count(1, MAX_WEIGHT))
                    });
                    if !one {
                        return None;
                    }
                    ranks.map(Discipline::Priority).or(weights.map(Discipline::Weighted))
                })
            }),
        ],
    )
}

/// The rank of every class, 0 first; classes that are not named share the last rank.
fn ranks(v: &mut Value<'_, '_>) -> Option<PerClass<u8>> {
    let order = v.list((1, usize::from(u8::MAX)), |v| {
        let place = v.place();
        v.reference::<()>(Kind::Class).map(|id| (id.index(), place))
    })?;
    let mut ranks = vec![None; v.reader.names.classes().len()];
    if v.describing() {
        return Some(Vec::new());
    }
    for (rank, &(class, place)) in order.iter().enumerate() {
        if ranks.get(class).copied().flatten().is_some() {
            v.reader.report(Problem::error("duplicate", "this class has a rank already").at(place, "named twice"));
            return None;
        }
        if let Some(slot) = ranks.get_mut(class) {
            *slot = u8::try_from(rank).ok();
        }
    }
    let last = u8::try_from(order.len()).unwrap_or(u8::MAX);
    Some(ranks.into_iter().map(|rank| rank.unwrap_or(last)).collect())
}
