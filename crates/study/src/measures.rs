//! The measures that Portway reports: names, units and definitions that stay the same from version to version.

mod kinds;

use crate::cost::Needs;
use kinds::{count, inside, limit, no_dates, no_quantiles, of_way, priced, release, service, station, time, trade};
use serde::Serialize;

/// What one measure means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct MeasureDefinition {
    /// Stable name, ending in the unit where it has one.
    pub name: &'static str,
    /// Unit of the value; `currency` and `second currency` stand for those of the model.
    pub unit: &'static str,
    /// What it is measured for.
    pub scope: MeasureScope,
    /// Whether it is given per direction and class, per direction only, or for the scope as a whole.
    pub detail: Detail,
    /// Whether it has quantiles over vehicles or days.
    pub quantiles: bool,
    /// Whether an observation may ask for it over a part of the scenario's window.
    pub by_date: bool,
    /// What the model must say for it to be known.
    pub needs: Needs,
    /// Which values are wanted; none where a planner may want either, as with the use of lanes or the traffic that comes.
    pub wanted: Option<Wanted>,
    /// Whether it has no mean while a queue grows until the window ends: for the corridor and its facilities a queue on the way of
    /// its vehicles, for a stage or link its own.
    pub grows: bool,
    /// One or two sentences for people.
    pub definition: &'static str,
}

/// What a measure is measured for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasureScope {
    /// The whole corridor; the scope is written `corridor`.
    Corridor,
    /// Each stage, and each link; the scope is its name.
    Station,
    /// Each facility with a stage that says its step of release; the scope is its name.
    Facility,
    /// Each border crossing point; the scope is the name of the facility that names it.
    BorderCrossingPoint,
    /// Each way of each flow that chooses among several; the scope is `flow/route`.
    Way,
    /// Each cap and quota; the scope is its name.
    Limit,
    /// Each service, both ways together; the scope is its name, or several names joined by `+`.
    Service,
    /// Each yearly day; the scope is its name.
    Yearly,
    /// Each commodity that crosses the border; the scope is its name, or several names joined by `+`.
    Commodity,
}

/// Which values of a measure are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Wanted {
    /// Less waiting, shorter queues.
    Less,
    /// More crossings, more cargo.
    More,
}

/// How finely a measure is told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Detail {
    /// For all traffic, per direction, and per direction and class.
    DirectionAndClass,
    /// For all traffic and per class.
    Class,
    /// For the scope as a whole.
    Whole,
}

/// All measures, in the order in which results list them.
pub fn catalogue() -> &'static [MeasureDefinition] {
    CATALOGUE
}

/// The scope of measures of a way: of a flow that chooses, by its name and that of the route.
pub fn way_scope(flow: &str, route: &str) -> String {
    format!("{flow}/{route}")
}

/// The definition of a measure.
pub fn find(name: &str) -> Option<&'static MeasureDefinition> {
    CATALOGUE.iter().find(|definition| definition.name == name)
}

const CATALOGUE: &[MeasureDefinition] = &[
    count(
        "crossings_per_day",
        "vehicles/day",
        "Vehicles that crossed the border, per day of the window, closed days included. Quantiles are over days.",
    )
    .more()
    .with_quantiles(),
    count("crossings", "vehicles", "Vehicles that crossed the border in the whole window.").more(),
    count("busiest_day_crossings", "vehicles/day", "Crossings of the busiest day of the window, corridor time.").more(),
    count(
        "weekday_crossings_per_day",
        "vehicles/day",
        "Crossings per day of the window's days from Monday to Friday, public holidays included.",
    )
    .more(),
    count(
        "weekend_crossings_per_day",
        "vehicles/day",
        "Crossings per day of the window's Saturdays and Sundays, make-up workdays included.",
    )
    .more(),
    count("arrivals_per_day", "vehicles/day", "Vehicles that came to the corridor, per day of the window."),
    count("cargo_t", "t", "Crossings times the mean load of their class, in the whole window.").more(),
    count(
        "cargo_per_crossing_t",
        "t/vehicle",
        "Cargo over crossings, empty vehicles and buses included in the crossings.",
    )
    .more(),
    count(
        "passengers_per_day",
        "passengers/day",
        "Crossings times the mean passengers of their class, per day of the window.",
    )
    .more(),
    MeasureDefinition {
        detail: Detail::Whole,
        ..count("direction_ratio", "ratio", "Crossings in the first direction of the folder over those in the second.")
    },
    time(
        "door_to_door_h",
        "From coming to the first place of the route to leaving the last, of vehicles that left in the window.",
    ),
    time("wait_h", "All waiting of vehicles that left in the window: virtual, yard, physical and blocked."),
    time("wait_on_site_h", "All waiting but the virtual: yard, physical and blocked."),
    time("wait_virtual_h", "Waiting at home for a slot of the electronic queue."),
    time("wait_yard_h", "Waiting in a holding lot after registration."),
    time("wait_physical_h", "Waiting in front of lanes and links."),
    time("wait_blocked_h", "Holding a lane or link after being done there, because the next place is full."),
    no_dates(
        count("turned_away_per_day", "vehicles/day", "Vehicles that found no room or too long a queue and went away.")
            .less(),
    ),
    no_dates(count("abandoned_per_day", "vehicles/day", "Vehicles that ran out of patience.").less()),
    no_dates(count("turned_away_share", "share", "Vehicles turned away over vehicles that came in the window.").less()),
    no_dates(
        count("abandoned_share", "share", "Vehicles that ran out of patience over vehicles that came in the window.")
            .less(),
    ),
    count("departures_per_day", "vehicles/day", "Vehicles that reached the end of their route, per day of the window.")
        .more(),
    MeasureDefinition {
        unit: "min",
        ..time(
            "visit_wait_min",
            "From joining the queue to the start of service, over all visits to stages that began in the window.",
        )
    },
    no_dates(count("inside_at_end_vehicles", "vehicles", "Vehicles inside the corridor when the window ends.").less()),
    priced(
        "cost_per_crossing",
        "currency/vehicle",
        Needs::Money,
        "Hours of vehicle and driver, running cost, tolls and fees, and fuel of idling where it is known, over vehicles that \
         left in the window.",
    ),
    priced(
        "cost_moving_per_crossing",
        "currency/vehicle",
        Needs::Money,
        "Its part for vehicle and driver while moving.",
    ),
    priced(
        "cost_service_per_crossing",
        "currency/vehicle",
        Needs::Money,
        "Its part for vehicle and driver while being served at stages.",
    ),
    priced(
        "cost_waiting_per_crossing",
        "currency/vehicle",
        Needs::Money,
        "Its part for vehicle and driver while waiting; waiting at home counts with the part that the model says.",
    ),
    priced(
        "cost_running_per_crossing",
        "currency/vehicle",
        Needs::Money,
        "Its part by distance: fuel, tyres, charges by distance, on links that have a running cost.",
    ),
    priced("cost_fees_per_crossing", "currency/vehicle", Needs::Money, "Its part for tolls and fees of stages."),
    priced(
        "cost_idling_per_crossing",
        "currency/vehicle",
        Needs::MoneyAndAir,
        "Its part for the fuel that engines burn while idling.",
    ),
    priced(
        "cost_per_crossing_second",
        "second currency/vehicle",
        Needs::SecondCurrency,
        "The cost per crossing in the second currency, at the rates of the days on which vehicles left.",
    ),
    priced(
        "delay_cost_per_year",
        "currency/year",
        Needs::Money,
        "What the waiting of vehicles that left in the window cost in hours of vehicle and driver, scaled from the days of \
         the window to 365 days.",
    ),
    priced(
        "delay_cost_per_year_second",
        "second currency/year",
        Needs::SecondCurrency,
        "The same in the second currency.",
    ),
    priced(
        "delay_h_per_year",
        "h/year",
        Needs::Money,
        "All waiting of vehicles that left in the window, at home included, scaled from the days of the window to 365 days.",
    ),
    priced(
        "idling_fuel_l_per_year",
        "l/year",
        Needs::Air,
        "Fuel that engines burn idling in front of lanes and links, held there, and for the part that the model says in \
         holding lots, scaled from the days of the window to 365 days.",
    ),
    priced("idling_co2_t_per_year", "t/year", Needs::Air, "Carbon dioxide of that fuel."),
    priced(
        "idling_co2_kg_per_crossing",
        "kg/vehicle",
        Needs::Air,
        "Carbon dioxide of the fuel of idling, over vehicles that left in the window.",
    ),
    inside(
        "inside_vehicles",
        "Vehicles inside the corridor, at home for a slot or on the way, mean over the time of the window. By Little's law the \
         vehicle-hours spent in it per hour; they exist also where a queue grows.",
    ),
    inside(
        "waiting_vehicles",
        "Those of them that wait: for a slot, in a lot, before lanes and links, or on one because the next place is full.",
    ),
    MeasureDefinition {
        scope: MeasureScope::BorderCrossingPoint,
        ..no_quantiles(time(
            "cpmm_tfi1_h",
            "CAREC CPMM, TFI1: time to clear a border crossing point, from its entry to its exit, waiting before and inside it \
             included, waiting at home not; of freight (classes without passengers) that left in the window, unless a class is \
             named.",
        ))
    },
    MeasureDefinition {
        scope: MeasureScope::BorderCrossingPoint,
        ..priced(
            "cpmm_tfi2_per_vehicle",
            "currency/vehicle",
            Needs::Money,
            "CAREC CPMM, TFI2: what is paid at a border crossing point, the tolls and fees of its stages; of freight (classes \
             without passengers) that left in the window, unless a class is named.",
        )
    },
    priced(
        "cpmm_tfi3",
        "currency/(500 km × 20 t)",
        Needs::Money,
        "CAREC CPMM, TFI3: what 20 t of cargo cost over 500 km of the way: all that the vehicles of classes with a load cost, \
         waiting included, over the tonnes and kilometres that they carried it.",
    ),
    MeasureDefinition {
        unit: "km/h",
        // Motion is no longer for who waits longer.
        grows: false,
        ..no_quantiles(
            time("cpmm_tfi4_swod_kmh",
                "CAREC CPMM, TFI4, speed without delay: the way over the time in motion; of freight (classes without \
                 passengers), unless a class is named.")
                .more(),
        )
    },
    MeasureDefinition {
        unit: "km/h",
        ..no_quantiles(
            time(
                "cpmm_tfi4_swd_kmh",
                "CAREC CPMM, TFI4, speed with delay: the way over all time on it, waiting at home not included; of freight \
                 (classes without passengers), unless a class is named.",
            )
            .more(),
        )
    },
    release(
        "trs_to_lodgement_h",
        "WCO TRS: from arrival at the facility to the end of lodgement, per vehicle that left in the window, whether it \
         was passed there or not.",
    ),
    release("trs_to_assessment_h", "WCO TRS: from the end of lodgement, or arrival, to the end of assessment."),
    release("trs_to_inspection_h", "WCO TRS: from the end of assessment to the end of inspection, 0 for who has none."),
    release("trs_to_release_h", "WCO TRS: from the end of inspection, or the step before, to the release."),
    release("trs_to_exit_h", "WCO TRS: from the last step that the folder names to leaving the facility."),
    release("trs_arrival_to_exit_h", "WCO TRS: from arrival at the facility to leaving it, the sum of its intervals."),
    station(
        "queue_vehicles",
        "vehicles",
        Detail::Whole,
        "Vehicles waiting, mean over the time of the window, closed hours included.",
    )
    .less()
    .growing(),
    station("queue_max_vehicles", "vehicles", Detail::Whole, "Longest queue in the window.").less().growing(),
    station("queue_at_end_vehicles", "vehicles", Detail::Whole, "Vehicles waiting when the window ends.").less(),
    station(
        "blocked_vehicles",
        "vehicles",
        Detail::Whole,
        "Vehicles that are done and stand on a lane or link because the next place is full, mean over the time of the \
         window.",
    )
    .less(),
    station("lane_use_share", "share", Detail::Whole, "Time lanes serve over the time they are open."),
    station(
        "lane_blocked_share",
        "share",
        Detail::Whole,
        "Time lanes are held by a vehicle that is done and cannot go on, over the time they are open.",
    )
    .less(),
    station(
        "stage_vehicles",
        "vehicles",
        Detail::Whole,
        "Vehicles waiting or on a lane, mean over the time of the window, closed hours included.",
    )
    .less()
    .growing(),
    station(
        "lanes_in_use",
        "lanes",
        Detail::Whole,
        "Lanes that serve or are held, mean over the time of the window, closed hours included.",
    ),
    no_quantiles(station(
        "stage_visits_per_day",
        "vehicles/day",
        Detail::Class,
        "Vehicles whose service began, per day of the window.",
    )),
    no_quantiles(
        station(
            "stage_waited_share",
            "share",
            Detail::Class,
            "Vehicles that did not begin at once, over all that began or gave up.",
        )
        .less(),
    ),
    no_quantiles(
        station(
            "stage_time_min",
            "min",
            Detail::Class,
            "From joining the queue to the end of service: mean wait plus mean service.",
        )
        .less()
        .growing(),
    ),
    no_quantiles(
        station(
            "stage_wait_all_min",
            "min",
            Detail::Class,
            "From joining the queue to the start of service or to giving up, mean over both.",
        )
        .less()
        .growing(),
    ),
    station("stage_wait_min", "min", Detail::Class, "From joining the queue to the start of service.").less().growing(),
    station(
        "stage_service_min",
        "min",
        Detail::Class,
        "From the start to the end of service; for a link, the time to travel it.",
    ),
    of_way(count(
        "way_share",
        "share",
        "Vehicles of the flow that chose the way, over all of them that came in the window, those that stayed at home included.",
    )),
    of_way(time("way_door_to_door_h", "Time door to door of vehicles of the flow that left on the way in the window.")),
    limit(
        "limit_admissions_per_day",
        "vehicles or people/day",
        "What came in under a limit, as it counts, per day of the window.",
    ),
    limit("limit_mean", "vehicles or people", "What is inside under a cap, mean over the time of the window."),
    limit(
        "limit_max",
        "vehicles or people",
        "Most that was ever inside under a cap, or came in under a quota in one period.",
    ),
    limit(
        "limit_use_share",
        "share",
        "Of a cap, what is inside over what may be, mean over the time of the window; of a quota, what came in over what the \
         window's periods allowed.",
    ),
    limit("limit_full_share", "share", "Time during which no vehicle that comes could have entered, however small.")
        .less(),
    service("service_departures_per_day", "departures/day", "Carriers that left a stop, both ways together, per day of the window."),
    service(
        "service_passengers_per_day",
        "passengers/day",
        "Passengers who got on a carrier of the service, both ways together, per day of the window.",
    )
    .more(),
    service(
        "service_passengers",
        "passengers",
        "Passengers who got on a carrier of the service, both ways together, in the whole window.",
    )
    .more(),
    service(
        "service_busiest_day_passengers",
        "passengers",
        "Passengers who got on a carrier of the service on the day of the window with the most of them.",
    )
    .more(),
    no_dates(service(
        "service_waiting_max_passengers",
        "passengers",
        "Most passengers who waited at the stops of the service at once, both ends together, in the window; of several services the \
         one with the most.",
    ))
    .less(),
    no_dates(service("service_seat_use_share", "share", "Seats taken over those of all carriers that left.")),
    MeasureDefinition {
        scope: MeasureScope::Yearly,
        detail: Detail::Whole,
        ..count(
            "yearly_day",
            "day of the year",
            "Day on which a yearly day comes, counted from 1 January as day 1, of the first year whose middle of it lies in the window. \
             What comes before New Year is 0 or less, what comes after 31 December more than 365.",
        )
    },
    trade(
        "trade_amount",
        "unit of the commodity",
        Needs::Nothing,
        "What crossed the border of a commodity in the whole window, by vehicles and by lines: tonnes, megawatt-hours or cubic metres.",
    ),
    trade("trade_value", "currency", Needs::Money, "What the amount is worth, at the rates of its days."),
];
