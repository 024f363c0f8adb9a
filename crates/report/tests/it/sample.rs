//! A made-up corridor with results of realistic shape. Its numbers mean nothing.

mod evidence;
mod journey;
mod validation;

pub(crate) use evidence::{counts, evidence};
pub(crate) use validation::validation;

use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use portway_model::distribution::Distribution;
use portway_model::element::{
    BorderCrossingPoint, Change, Class, Direction, Discipline, Facility, Lanes, Leg, Link, Mode, Model, Node, Process,
    Route, Scenario, Stage, StageKind, Step, Timeline, Version, WhenFull,
};
use portway_model::{Id, Table};
use portway_study::results::{DailySeries, DistributionSeries, HourOfWeek, ModelRef, Note, Series, StationSeries};
use portway_study::{
    ChangeVerdict, ComparedScenario, Comparison, ComparisonRow, Measure, Quantiles, Results, Severity,
};

/// Directions, classes and their size in the sample.
const DIRECTIONS: [(&str, &str); 2] = [("east", "To the east"), ("west", "To the west")];
const CLASSES: [(&str, &str); 3] = [("loaded", "Loaded truck 货车"), ("empty", "Empty truck"), ("bus", "Bus")];

const STAGES: [(&str, &str, &str, Lanes); 7] = [
    ("left-port.lot", "Holding lot", "left-port", Lanes::Fixed(120)),
    ("left-port.customs", "Customs 海关", "left-port", Lanes::Fixed(3)),
    ("left-port.passports", "Passports", "left-port", Lanes::Fixed(2)),
    ("right-port.gate", "Gate", "right-port", Lanes::Fixed(2)),
    ("right-port.documents", "Documents", "right-port", Lanes::Fixed(4)),
    ("right-port.x-ray", "X-ray", "right-port", Lanes::Fixed(1)),
    ("right-port.toll", "Toll", "right-port", Lanes::Unlimited),
];

/// The corridor: two ports and a bridge between two towns.
pub(crate) fn model() -> Model {
    let mut model = Model {
        name: "sample".into(),
        title: "Sample crossing 样例口岸".into(),
        zone: TimeZone::get("Asia/Yakutsk").expect("a zone of the bundled database"),
        directions: Table::default(),
        classes: Table::default(),
        calendars: Table::default(),
        holidays: Default::default(),
        nodes: Table::default(),
        links: Table::default(),
        facilities: Table::default(),
        stages: Table::default(),
        services: Table::default(),
        routes: Table::default(),
        flows: Table::default(),
        commodities: Table::default(),
        lines: Table::default(),
        events: Table::default(),
        incidents: Table::default(),
        limits: Table::default(),
        yearlies: Table::default(),
        seasons: Table::default(),
        waters: Table::default(),
        money: None,
        air: None,
    };
    for (name, title) in DIRECTIONS {
        model.directions.push(Direction { name: name.into(), title: title.into() });
    }
    for (name, title) in CLASSES {
        model.classes.push(Class {
            draught_m: None,
            gauge_mm: None,
            name: name.into(),
            title: title.into(),
            load_t: 0.0,
            passengers: 0.0,
            seats: 0,
            hour_cost: None,
            idle_fuel_l_per_h: None,
        });
    }
    let node = |name: &str, title: &str, country: &str, zone: &str| Node {
        name: name.into(),
        title: title.into(),
        country: country.into(),
        zone: TimeZone::get(zone).expect("a zone of the bundled database"),
        longitude_deg: None,
        latitude_deg: None,
    };
    let left = model.nodes.push(node("left", "Left bank 左岸", "CN", "Asia/Shanghai"));
    let right = model.nodes.push(node("right", "Right bank", "RU", "Asia/Yakutsk"));
    let link = |name: &str, title: &str, from, to, border| Link {
        gauges_mm: Vec::new(),
        name: name.into(),
        title: title.into(),
        from,
        to,
        one_way: false,
        border,
        length_m: 1200.0,
        mode: Mode::Road,
        travel_ms: 108_000,
        storage_vehicles: Some(60),
        flow_capacity_per_h: None,
        overtaking: true,
        keep_clear: false,
        alternating: None,
        hours: None,
        seasons: Vec::new(),
        water: None,
        running_cost_per_km: None,
    };
    let road = model.links.push(link("road", "Approach road", left, left, false));
    let bridge = model.links.push(link("bridge", "Bridge", left, right, true));
    let left_port = facility(&mut model, "left-port", "Left port 左岸口岸", left);
    let right_port = facility(&mut model, "right-port", "Right port", right);
    for (name, title, owner, lanes) in STAGES {
        let facility = if owner == "left-port" { left_port } else { right_port };
        let kind = if name.ends_with(".lot") { StageKind::Holding } else { StageKind::Control };
        model.stages.push(stage(name, title, facility, kind, lanes));
    }
    let east: Id<Direction> = Id::new(0);
    let west: Id<Direction> = Id::new(1);
    model.facilities[left_port].processes =
        vec![Process { direction: east, steps: visits(&[0, 1]) }, Process { direction: west, steps: visits(&[2, 1]) }];
    model.facilities[right_port].processes = vec![
        Process { direction: east, steps: visits(&[3, 4, 5, 6]) },
        Process { direction: west, steps: visits(&[4, 5]) },
    ];
    let (road, bridge) =
        (|reversed| Leg::Link { link: road, reversed }, |reversed| Leg::Link { link: bridge, reversed });
    let route = |name: &str, direction, legs| Route { name: name.into(), title: name.into(), direction, legs };
    let legs = vec![road(false), Leg::Facility(left_port), bridge(false), Leg::Facility(right_port)];
    model.routes.push(route("east", east, legs));
    let legs = vec![Leg::Facility(right_port), bridge(true), Leg::Facility(left_port), road(true)];
    model.routes.push(route("west", west, legs));
    model
}

fn facility(model: &mut Model, name: &str, title: &str, node: Id<Node>) -> Id<Facility> {
    let bcp = BorderCrossingPoint::ByRoute;
    model.facilities.push(Facility { name: name.into(), title: title.into(), node, bcp, processes: vec![] })
}

fn stage(name: &str, title: &str, facility: Id<Facility>, kind: StageKind, lanes: Lanes) -> Stage {
    Stage {
        to_gauge_mm: None,
        name: name.into(),
        title: title.into(),
        facility,
        kind,
        step: None,
        lanes,
        extra_lanes: None,
        service_ms: vec![Distribution::Constant(60_000.0); CLASSES.len()],
        room_vehicles: None,
        when_full: WhenFull::Block,
        discipline: Discipline::Fifo,
        hours: None,
        patience_ms: None,
        balk_at_vehicles: None,
        seasons: Vec::new(),
        fee: None,
    }
}

fn visits(stages: &[usize]) -> Vec<Step> {
    stages.iter().map(|&stage| Step::Visit { stage: Id::new(stage), share: vec![1.0; CLASSES.len()] }).collect()
}

/// A scenario over some days with one change.
pub(crate) fn timeline(days: usize) -> Timeline {
    let from = date(2026, 1, 1);
    Timeline {
        scenario: Scenario {
            name: "winter".into(),
            title: "Winter with more lanes".into(),
            base: None,
            from,
            to: last_day(from, days),
            warm_up_days: 3,
            parts: None,
            changes: vec![Change {
                path: "facility.right-port.stage.documents.lanes".into(),
                from: Some(date(2026, 1, 15)),
                before: "2".into(),
                after: "4".into(),
            }],
        },
        versions: vec![Version { from: None, model: model() }],
        state: Vec::new(),
    }
}

fn last_day(from: Date, days: usize) -> Date {
    from.saturating_add(jiff::Span::new().days(days as i64 - 1))
}

/// Results over some days.
pub(crate) fn results(days: usize) -> Results {
    let mut measures = vec![measure("crossings_per_day", "corridor", "", "", "vehicles/day", 169.46, 2.31, true)];
    for (d, (direction, _)) in DIRECTIONS.iter().enumerate() {
        measures.push(measure(
            "crossings_per_day",
            "corridor",
            direction,
            "",
            "vehicles/day",
            85.1 - d as f64,
            1.37,
            true,
        ));
        for (c, (class, _)) in CLASSES.iter().enumerate() {
            let size = [58.34, 21.8, 5.07][c];
            measures.push(measure(
                "crossings_per_day",
                "corridor",
                direction,
                class,
                "vehicles/day",
                size,
                size / 60.0,
                true,
            ));
        }
    }
    let times = [
        ("door_to_door_h", 9.84),
        ("wait_h", 7.2),
        ("wait_virtual_h", 0.0),
        ("wait_yard_h", 3.61),
        ("wait_physical_h", 3.2),
        ("wait_blocked_h", 0.41),
    ];
    for (name, hours) in times {
        measures.push(measure(name, "corridor", "", "", "h", hours, hours / 20.0, true));
        for (d, (direction, _)) in DIRECTIONS.iter().enumerate() {
            let hours = hours * (1.0 - 0.4 * d as f64);
            measures.push(measure(name, "corridor", direction, "", "h", hours, hours / 20.0, true));
            for (c, (class, _)) in CLASSES.iter().enumerate() {
                let hours = hours * [1.1, 0.85, 0.2][c];
                measures.push(measure(name, "corridor", direction, class, "h", hours, hours / 15.0, true));
            }
        }
    }
    for (s, (name, _, _, lanes)) in STAGES.iter().enumerate() {
        let size = [0.0, 6.4, 0.31, 1.2, 14.8, 3.3, 0.0][s];
        measures.push(measure("queue_vehicles", name, "", "", "vehicles", size, size / 12.0, false));
        measures.push(measure("queue_max_vehicles", name, "", "", "vehicles", size * 4.6, size / 3.0, false));
        measures.push(measure("stage_wait_min", name, "", "", "min", size * 7.3, size / 2.0, true));
        if *lanes != Lanes::Unlimited {
            let used = [0.41, 0.632, 0.12, 0.333, 0.893, 0.704, 0.0][s];
            measures.push(measure("lane_use_share", name, "", "", "share", used, 0.012, false));
            measures.push(measure(
                "lane_blocked_share",
                name,
                "",
                "",
                "share",
                [0.0, 0.08, 0.0, 0.21, 0.02, 0.0, 0.0][s],
                0.004,
                false,
            ));
        }
    }
    for (direction, _) in DIRECTIONS {
        measures.push(measure("queue_vehicles", "bridge", direction, "", "vehicles", 0.8, 0.1, false));
        measures.push(measure("queue_max_vehicles", "bridge", direction, "", "vehicles", 12.0, 1.0, false));
        measures.push(measure("stage_wait_min", "bridge", direction, "", "min", 2.2, 0.3, true));
        measures.push(measure("queue_vehicles", "road", direction, "", "vehicles", 0.0, 0.0, false));
        measures.push(measure("queue_max_vehicles", "road", direction, "", "vehicles", 0.0, 0.0, false));
    }
    measures.extend(journey::measures());
    Results {
        portway: "0.1.0".into(),
        model: ModelRef { name: "sample".into(), hash: "5f2a9c01d4e7b8a60123456789abcdef".into() },
        scenario: "winter".into(),
        seed: 1,
        replications: 20,
        from: "2026-01-01".into(),
        to: last_day(date(2026, 1, 1), days).to_string(),
        measures,
        owners: Vec::new(),
        trade: Vec::new(),
        diagnostics: vec![Note {
            severity: Severity::Warning,
            code: "evidence-missing".into(),
            scope: "flow.empty.volume".into(),
            message: "No evidence is written down for flow.empty.volume, so nobody can say how good the number is."
                .into(),
            values: Default::default(),
        }],
        series: series(days),
        journey: journey::journey(),
    }
}

#[allow(clippy::too_many_arguments, reason = "a row of a table reads best as a row")]
fn measure(
    name: &str,
    scope: &str,
    direction: &str,
    class: &str,
    unit: &str,
    mean: f64,
    half_width: f64,
    spread: bool,
) -> Measure {
    let quantiles = |by: f64| Quantiles { p50: 0.8 * by, p90: 2.1 * by, p95: 2.9 * by };
    Measure {
        name: name.into(),
        scope: scope.into(),
        direction: direction.into(),
        class: class.into(),
        unit: unit.into(),
        mean: Some(mean),
        half_width: Some(half_width),
        level: 0.95,
        quantiles: spread.then(|| quantiles(mean)),
        quantile_half_widths: spread.then(|| quantiles(half_width)),
    }
}

/// Waves of day and week with a busy spell, the same on every call.
fn series(days: usize) -> Series {
    let wave = |hour: usize| {
        let day = hour / 24;
        let of_day = (-((hour % 24) as f64 - 13.0).powi(2) / 30.0).exp();
        let of_week = if day % 7 >= 5 { 0.5 } else { 1.0 };
        let spell = 1.0 + 2.0 * (-((day as f64 - days as f64 * 0.6) / (days as f64 * 0.08 + 1.0)).powi(2)).exp();
        // Rounded, because the last bits of an exponential differ between machines.
        (of_day * of_week * spell * 1000.0).round() / 1000.0
    };
    let daily = |direction: &str, base: f64| DailySeries {
        direction: direction.into(),
        mean: (0..days).map(|d| base * (0.7 + 0.5 * wave(d * 24 + 13)).min(1.6)).collect(),
        half_width: (0..days).map(|d| 3.0 + (d % 3) as f64).collect(),
    };
    let station = |scope: &str, direction: &str, title: &str, lanes: f64, queue: f64| StationSeries {
        scope: scope.into(),
        direction: direction.into(),
        title: title.into(),
        queue_vehicles: (0..days * 24).map(|h| queue * wave(h)).collect(),
        occupied_lanes: (0..days * 24).map(|h| lanes * (0.3 + 0.5 * wave(h)).min(1.0)).collect(),
        open_lanes: (0..days * 24).map(|h| if h / 24 < 14 { (lanes / 2.0).ceil() } else { lanes }).collect(),
    };
    let mut stations: Vec<StationSeries> = STAGES
        .iter()
        .enumerate()
        .map(|(s, (name, title, _, lanes))| {
            let lanes = if let Lanes::Fixed(n) = lanes { f64::from(*n) } else { 0.0 };
            station(name, "", title, lanes, [0.0, 6.0, 0.4, 1.1, 15.0, 4.0, 0.0][s])
        })
        .collect();
    for (direction, _) in DIRECTIONS {
        stations.push(station("bridge", direction, "Bridge", 0.0, 1.0));
    }
    let bins: Vec<f64> = (1..=40).map(|bin| f64::from(bin) * 0.9).collect();
    let distribution = |direction: &str, class: &str, peak: f64| {
        let weights: Vec<f64> = bins.iter().map(|h| (-((h / peak).ln() / 0.6).powi(2) / 2.0).exp() / h).collect();
        let all: f64 = weights.iter().sum();
        DistributionSeries {
            direction: direction.into(),
            class: class.into(),
            upper_h: bins.clone(),
            share: weights.iter().map(|w| w / all).collect(),
        }
    };
    Series {
        daily: vec![daily("east", 85.0), daily("west", 70.0)],
        stations,
        wait_by_hour_of_week: DIRECTIONS
            .iter()
            .map(|(direction, _)| HourOfWeek {
                direction: (*direction).into(),
                wait_min: (0..168).map(|h| (h % 24 > 1).then(|| 30.0 + 400.0 * wave(h))).collect(),
            })
            .collect(),
        door_to_door: DIRECTIONS
            .iter()
            .flat_map(|(direction, _)| {
                CLASSES.iter().enumerate().map(|(c, (class, _))| (*direction, *class, [9.0, 6.0, 2.0][c]))
            })
            .map(|(direction, class, peak)| distribution(direction, class, peak))
            .collect(),
    }
}

/// Two scenarios with something of every verdict.
pub(crate) fn comparison() -> Comparison {
    let side = |scenario: &str, title: &str| ComparedScenario {
        scenario: scenario.into(),
        title: title.into(),
        from: "2026-01-01".into(),
        to: "2026-01-31".into(),
    };
    let results = results(31);
    let rows = results.measures.iter().map(|m| {
        let size = m.mean.unwrap_or(0.0);
        let at_documents = m.scope == "right-port.documents";
        let (by, verdict) = match m.name.as_str() {
            "crossings_per_day" => (0.0003, ChangeVerdict::NoChangeSeen),
            "lane_use_share" | "queue_vehicles" if !at_documents => (0.0004, ChangeVerdict::NoChangeSeen),
            _ if size == 0.0 => (0.0, ChangeVerdict::CannotTell),
            _ => (-0.24, ChangeVerdict::Changed),
        };
        ComparisonRow {
            name: m.name.clone(),
            scope: m.scope.clone(),
            direction: m.direction.clone(),
            class: m.class.clone(),
            unit: m.unit.clone(),
            a: m.mean,
            b: m.mean.map(|mean| mean * (1.0 + by)),
            difference: Some(size * by),
            half_width: Some(size * 0.03),
            level: 0.95,
            verdict,
            variance_reduction: (size > 0.0).then_some(14.2),
        }
    });
    Comparison {
        portway: "0.1.0".into(),
        model: results.model.clone(),
        a: side("winter", "Winter"),
        b: side("more-lanes", "Winter with more lanes"),
        seed: 1,
        replications: 20,
        level: 0.95,
        rows: rows.collect(),
        diagnostics: vec![],
    }
}
