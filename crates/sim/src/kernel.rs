//! Runs one replication of a program: one clock, one agenda, one `match`.
//!
//! [`run`] takes the next event, moves the vehicle it is about, and settles every station that this set free. A vehicle
//! holds its place until the next one accepts it (blocking after service), so full stages stop links and other stages behind them.
//! Statistics are added up on the way. Nothing is allocated per event once the run is warm.

mod agenda;
mod booking;
mod carrier;
mod choice;
mod circle;
mod closures;
mod demand;
mod draws;
mod event;
mod leave;
mod limits;
mod log;
mod motion;
mod place;
mod plan;
mod record;
mod reserve;
mod rules;
mod stop;
mod vehicle;

use crate::observations::Observations;
use crate::program::{Epoch, Program, StationKind};
use agenda::Agenda;
use booking::SlotBook;
pub use carrier::{LineDay, LineObservations};
use carrier::{LineState, Party};
use choice::Choices;
use closures::Closures;
use demand::FlowState;
use draws::Draws;
use event::Event;
use limits::Limits;
use log::Log;
use place::{Level, Place, Supply};
use record::{Census, Record};
use rules::IncidentState;
use std::sync::atomic::{AtomicBool, Ordering};
use stop::Stops;
use vehicle::{Exits, Fleet, List, NONE, OUTSIDE, Parked, State, Waiters};

pub(crate) use agenda::MAX_TICK;

/// Vehicles that may be alive at once. An event key has 20 bits for its slot, each vehicle holds at most one, and some
/// are left for flows, stations and incidents. A real corridor never has a hundredth of it; a queue that does grows
/// without bound.
pub const VEHICLES_MAX: usize = 1_000_000;

/// Flows, stations, decks and incidents together: the slots that vehicles leave.
pub const ELEMENTS_MAX: usize = 40_000;

/// Waiting lists per station: one per bit of a mask.
pub const RANKS_MAX: usize = 64;

/// Events between two looks whether to go on: a fraction of a millisecond.
const LOOK_EVERY: u64 = 4096;

/// Which replication to run, and how.
#[derive(Clone, Copy, Debug)]
pub struct RunOptions<'a> {
    /// Seed of the experiment.
    pub seed: u64,
    /// Number of the replication, from 0.
    pub replication: u32,
    /// Whether to keep a record of every visit.
    pub record_visits: bool,
    /// Whether to keep a record of every vehicle that held a lane or link for want of a place elsewhere.
    pub record_holds: bool,
    /// Vehicles that are in the corridor when the run begins.
    pub initial: &'a [InitialVehicle],
    /// Stops the run when it becomes true.
    pub cancel: Option<&'a AtomicBool>,
}

/// Vehicles that wait at a station when the run begins, first come first in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InitialVehicle {
    /// Flow, index in `Program::flows`.
    pub flow: usize,
    /// Station at which it waits, index in `Program::stations`; the flow's way must pass it.
    pub station: usize,
    /// How many.
    pub vehicles: u32,
    /// Since when, milliseconds since 1970-01-01 UTC; later than the start of the run counts as the start.
    pub since_ms: i64,
}

/// Why a run did not end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RunError {
    /// The cancel flag was raised.
    Cancelled,
    /// More than [`VEHICLES_MAX`] vehicles were inside: a queue grows without bound.
    TooManyVehicles {
        /// The station with the longest queue, index in `Program::stations`.
        station: usize,
        /// When, milliseconds since 1970-01-01 UTC.
        at_ms: i64,
    },
    /// An initial vehicle names a flow that the program does not have.
    UnknownFlow {
        /// The index it gave.
        flow: usize,
    },
    /// An initial vehicle stands at a station that its flow does not pass.
    NotOnRoute {
        /// Name of the flow.
        flow: String,
        /// The station it gave.
        station: usize,
    },
}

impl std::fmt::Display for RunError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Cancelled => write!(f, "the run was cancelled"),
            Self::TooManyVehicles { station, at_ms } => {
                write!(f, "more than {VEHICLES_MAX} vehicles inside at {at_ms} ms, most of them at station {station}")
            }
            Self::UnknownFlow { flow } => write!(f, "there is no flow {flow}"),
            Self::NotOnRoute { flow, station } => write!(f, "flow {flow} does not pass station {station}"),
        }
    }
}

impl std::error::Error for RunError {}

/// Runs one replication. Equal programs and options give equal observations, on any machine.
pub fn run(program: &Program, options: &RunOptions<'_>) -> Result<Observations, RunError> {
    let mut run = Run::new(program, options);
    run.place_initial(options.initial)?;
    run.schedule_first();
    let events = run.run_to_end(options.cancel)?;
    let now = program.window.to_tick;
    // More than one are open when the zone skipped the last hours, which then have no length.
    while run.record.open_hours() > 0 {
        run.record.end_hour(&mut run.places, now);
    }
    let (census, counted) = (run.census(), run.counted_inside());
    let (streams, stations) = run.record.finish(&run.places, &census);
    let lines = run.line_observations;
    let (visits, holds) = run.visits.map(|log| log.finish(now)).unwrap_or_default();
    let limits = run.limits.finish(program, now, &counted);
    let alternatives = run.choices.finish(program);
    let (replication, yearly_dates) = (options.replication, run.closures.yearly_dates);
    Ok(Observations {
        replication,
        events,
        streams,
        stations,
        lines,
        limits,
        alternatives,
        yearly_dates,
        visits,
        holds,
    })
}

/// One replication under way.
struct Run<'p> {
    program: &'p Program,
    epoch: &'p Epoch,
    epoch_index: usize,
    now: i64,
    agenda: Agenda,
    fleet: Fleet,
    /// Per vehicle, when any station books slots, is a holding lot or is left by the impatient.
    parked: Vec<Parked>,
    parks: bool,
    /// Vehicles may hold limits or passengers, which they give back when they go.
    holds_more: bool,
    /// Per vehicle, when there are services.
    parties: Vec<Party>,
    lines: Vec<LineState>,
    line_observations: Vec<LineObservations>,
    places: Vec<Place>,
    /// Waiting lists of all places.
    lists: Vec<List>,
    /// Stations at which something may move up.
    unsettled: Vec<u32>,
    draws: Draws,
    flows: Vec<FlowState>,
    /// Per operation.
    stops: Stops<'p>,
    books: Vec<SlotBook>,
    deck_slots: Vec<u32>,
    incidents: Vec<IncidentState>,
    closures: Closures,
    limits: Limits,
    choices: Choices,
    record: Record,
    visits: Option<Log>,
    /// Position in the window's hours of the next full hour.
    next_hour: usize,
    error: Option<RunError>,
}

impl<'p> Run<'p> {
    fn new(program: &'p Program, options: &RunOptions<'_>) -> Self {
        let mut lists = Vec::new();
        let limits = Limits::new(program);
        let recorded = options.record_visits || options.record_holds;
        let (draws, record) = (Draws::new(program, options.seed, options.replication), Record::new(program));
        let closures = Closures::new(program, &draws);
        let mut place = |station| new_place(program, station, recorded, (&limits, &closures), &mut lists);
        let places: Vec<Place> = (0..program.stations.len()).map(&mut place).collect();
        let parks = program.stations.iter().any(|s| matches!(s.kind, StationKind::Holding | StationKind::Appointments))
            || program.epochs.iter().any(|epoch| epoch.rules.iter().any(|rules| rules.patience.is_some()));
        let mut run = Self {
            program,
            epoch: &program.epochs[0],
            epoch_index: 0,
            now: 0,
            agenda: Agenda::new(),
            fleet: Fleet::EMPTY,
            parked: Vec::new(),
            parks,
            holds_more: !program.limits.is_empty() || !program.services.is_empty(),
            parties: Vec::new(),
            lines: vec![LineState::default(); program.services.len()],
            line_observations: vec![LineObservations::default(); program.services.len()],
            places,
            lists,
            unsettled: Vec::new(),
            flows: program.flows.iter().map(FlowState::new).collect(),
            stops: stop::all(program, &draws, &record),
            books: program.stations.iter().map(|station| SlotBook::new(station, &draws)).collect(),
            choices: Choices::new(program, &draws),
            deck_slots: vec![NONE; program.decks.len()],
            incidents: vec![IncidentState::default(); program.incidents.len()],
            closures,
            limits,
            record,
            visits: Log::new(program, options.record_visits, options.record_holds),
            next_hour: 1,
            draws,
            error: None,
        };
        run.apply_rules();
        for deck in 0..program.decks.len() as u32 {
            run.phase(deck);
        }
        run.begin_closures();
        run
    }

    fn schedule_first(&mut self) {
        let program = self.program;
        self.agenda.schedule(program.window.from_tick, Event::WindowStart);
        if let Some(next) = program.epochs.get(1) {
            self.agenda.schedule(next.from, Event::Epoch);
        }
        for (station, steps) in program.lane_steps.iter().enumerate() {
            if let Some((tick, _)) = steps.get(1) {
                self.agenda.schedule(*tick, Event::Lanes(station as u32));
            }
        }
        for incident in 0..program.incidents.len() as u32 {
            self.schedule_incident(incident);
        }
        self.begin_quotas();
        for flow in 0..program.flows.len() as u32 {
            self.begin_flow(flow);
        }
        self.begin_services();
    }

    /// Handles every event before the end and returns their number.
    fn run_to_end(&mut self, cancel: Option<&AtomicBool>) -> Result<u64, RunError> {
        let end = self.program.window.to_tick;
        let mut events = 0;
        while let Some((tick, event)) = self.agenda.next(end) {
            self.now = tick;
            events += 1;
            match event {
                Event::ServiceEnd(vehicle) => self.service_end(vehicle),
                Event::Arrival(flow) => self.arrive(flow),
                Event::Exit(station) => self.exit(station),
                Event::Patience(vehicle) => self.give_up(vehicle),
                Event::Appointment(vehicle) => self.appointment(vehicle),
                Event::Hour => self.end_hour(),
                Event::Lanes(station) => self.lanes(station),
                Event::Phase(deck) => self.phase(deck),
                Event::Incident(incident) => self.incident(incident),
                Event::Departure(way) => self.departure(way),
                Event::Doors(carrier) => self.doors(carrier),
                Event::Closure(seasonal) => self.closure(seasonal),
                Event::Quota(limit) => self.quota(limit),
                Event::Epoch => self.next_epoch(),
                Event::WindowStart => self.begin_window(),
            }
            self.settle_all();
            if events % LOOK_EVERY == 0 {
                if cancel.is_some_and(|flag| flag.load(Ordering::Relaxed)) {
                    return Err(RunError::Cancelled);
                }
                if self.error.is_some() {
                    break;
                }
            }
        }
        self.error.take().map_or(Ok(events), Err)
    }

    #[inline(always)]
    fn settle_all(&mut self) {
        while let Some(station) = self.unsettled.pop() {
            self.settle(station);
        }
    }

    fn begin_window(&mut self) {
        self.record.end_hour(&mut self.places, self.now);
        self.record.begin(self.census());
        self.line_observations.fill(LineObservations::default());
        self.note_waiting_passengers();
        self.choices.begin_window();
        for place in &mut self.places {
            place.queue_max = place.waiting();
        }
        self.limits.begin_window(self.now);
        if let Some(log) = &mut self.visits {
            log.begin(self.now);
        }
        self.next_hour = 1;
        self.schedule_hour();
    }

    fn end_hour(&mut self) {
        self.record.end_hour(&mut self.places, self.now);
        self.next_hour += 1;
        self.schedule_hour();
    }

    fn schedule_hour(&mut self) {
        if let Some(tick) = self.program.window.hour_ticks.get(self.next_hour) {
            self.agenda.schedule(*tick, Event::Hour);
        }
    }

    /// Who is where now, between two events.
    fn census(&self) -> Census {
        let mut census = Census::new(self.program);
        for vehicle in self.fleet.vehicles.iter().filter(|vehicle| vehicle.state != State::Gone) {
            let stop = &self.stops[vehicle.op];
            census.inside[stop.stream as usize] += 1;
            match vehicle.state {
                State::Serving => census.serving[stop.cell as usize] += 1,
                State::Ready | State::Retry | State::Waiter | State::Doors if vehicle.place != OUTSIDE => {
                    let cell = self.record.cell(u32::from(vehicle.place), stop.stream);
                    census.held[cell as usize] += 1;
                }
                _ => {}
            }
        }
        census
    }

    /// Notes that there are too many vehicles, and where most of them wait.
    #[cold]
    fn crowded(&mut self) {
        let station = (0..self.places.len()).max_by_key(|station| self.places[*station].waiting()).unwrap_or(0);
        // The run goes on until it looks here; the first refusal is the one to tell of.
        let at_ms = self.program.window.start_ms + self.now;
        self.error.get_or_insert(RunError::TooManyVehicles { station, at_ms });
    }
}

fn new_place(
    program: &Program,
    station: usize,
    recorded: bool,
    (limits, closures): (&Limits, &Closures),
    lists: &mut Vec<List>,
) -> Place {
    let sorts = closures.tell_classes_apart_at(station);
    let rules = &program.epochs[0].rules[station];
    let ranks = program
        .epochs
        .iter()
        .flat_map(|epoch| &epoch.rules[station].rank)
        .max()
        .map_or(1, |rank| usize::from(*rank) + 1);
    let first_list = lists.len() as u32;
    lists.extend(std::iter::repeat_n(List::EMPTY, ranks));
    let deck = program.decks.iter().enumerate().find_map(|(deck, two)| {
        let way = two.ways.iter().position(|way| *way == Some(station as u32))?;
        Some((deck as u32, way as u8))
    });
    let base = program.lane_steps[station][0].1;
    let supply = Supply { base, step: 0, closures: 0, lost: 0, extra: 0, green: true, deck };
    let info = &program.stations[station];
    let mut place = Place {
        asks_nothing: false,
        plain: false,
        platform: info.kind == StationKind::Platform,
        berth: info.kind == StationKind::Berth,
        simple_link: false,
        lanes: supply.lanes(),
        serving: Level::default(),
        held: Level::default(),
        queue: Level::default(),
        reserved: 0,
        keep_clear: program.keep_clear[station],
        on_kept_way: info.kind == StationKind::Link && !program.kept[station].is_empty(),
        room: rules.room,
        balk_at: rules.balk_at,
        turn_away: rules.turn_away,
        in_order: program.in_order[station],
        metered: program.metered[station],
        impatient: false,
        has_extra: false,
        holding: info.kind == StationKind::Holding,
        border: program.border[station],
        books: info.kind == StationKind::Appointments,
        cyclic: program.cyclic[station],
        limited: limits.are_entered_at(station) || sorts,
        sorts,
        counts: limits.concern(station),
        mask: 0,
        first_list,
        weighted: false,
        turn: 0,
        credit: 0,
        waiters: Waiters::EMPTY,
        outside: Level::default(),
        away: Level::default(),
        exits: Exits::EMPTY,
        next_exit: 0,
        exit_pending: false,
        supply,
        queue_max: 0,
        // Riders hold places of a platform, which has no lanes of its own.
        steady: info.kind != StationKind::Platform,
        open_ms: 0,
        open_until: 0,
    };
    let is_stop = place.platform || place.berth;
    let is_watched = is_stop || place.counts || recorded;
    let is_special = place.metered || place.holding || place.books || place.on_kept_way || is_watched;
    let is_like_others = !is_special && place.supply.deck.is_none();
    place.plain = is_like_others && !place.in_order && !place.border;
    place.simple_link = is_like_others && !place.plain;
    place
}
