//! Corridors as text, and the questions that tests ask of a run.

use portway_model::{Folder, load};
use portway_sim::{InitialVehicle, Observations, Program, RunOptions, Visit, compile, run};

/// What all test corridors share: two directions, two classes, three places in a row on one clock.
pub(crate) const HEAD: &str = r#"
[corridor]
language = 1
name = "test"
zone = "UTC"
[direction.out]
[direction.back]
[class.car]
[class.bus]
[node.a]
country = "CN"
zone = "UTC"
[node.b]
country = "RU"
zone = "UTC"
[node.c]
country = "RU"
zone = "UTC"
"#;

/// Compiles the default scenario of a corridor that begins with [`HEAD`].
pub(crate) fn program(text: &str) -> Program {
    program_of(&format!("{HEAD}{text}"))
}

/// Compiles the default scenario of a whole corridor.
pub(crate) fn program_of(text: &str) -> Program {
    let loaded = load(&Folder::of([("corridor.toml", text)]));
    let Some(corridor) = loaded.corridor else { panic!("{:#?}", loaded.diagnostics) };
    let timeline = corridor.timeline(None).expect("the corridor has one scenario");
    compile(&timeline).expect("the corridor compiles")
}

/// One port at `a` with the given stages and process, observed for some days after a warm-up.
pub(crate) fn port(stages: &str, process: &str, flows: &str, days: u32, warm_up_days: u32) -> String {
    let to = jiff::civil::date(2024, 1, 1).checked_add(jiff::Span::new().days(days - 1)).unwrap();
    format!(
        r#"
[facility.port]
node = "a"
{stages}
[facility.port.process]
out = {process}
[route.out]
direction = "out"
path = ["port"]
{flows}
[scenario.base]
from = "2024-01-01"
to = "{to}"
warm-up = "{warm_up_days} d"
"#
    )
}

/// A flow of cars along the route `out`.
pub(crate) fn cars(volume: &str, more: &str) -> String {
    format!("[flow.cars]\nclass = \"car\"\nroute = \"out\"\nvolume = {volume}\n{more}\n")
}

/// Options for a run without frills.
pub(crate) fn options(replication: u32) -> RunOptions<'static> {
    RunOptions { seed: 2024, replication, record_visits: false, record_holds: false, initial: &[], cancel: None }
}

/// Runs one replication.
pub(crate) fn observe(program: &Program, replication: u32) -> Observations {
    run(program, &options(replication)).expect("the run ends")
}

/// The index of a station by its name; of a link, the first way.
pub(crate) fn station(program: &Program, name: &str) -> usize {
    program.stations.iter().position(|station| station.name == name).expect("the station exists")
}

/// Holds the mean over replications against an exact value: it must lie within four standard errors, and the standard
/// error must be small enough for that to mean something.
pub(crate) fn agrees(
    what: &str,
    exact: f64,
    relative_error: f64,
    seen: &[Observations],
    value: impl Fn(&Observations) -> f64,
) {
    let values: Vec<f64> = seen.iter().map(value).collect();
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let variance = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (count - 1.0);
    let error = (variance / count).sqrt();
    let z = (mean - exact) / error;
    assert!(error <= relative_error * exact.abs(), "{what}: {mean} ± {error} is too vague beside {exact}");
    assert!(z.abs() < 4.0, "{what}: {mean} ± {error} against {exact}, z = {z:.2}");
}
/// Runs independent replications.
pub(crate) fn replications(program: &Program, count: u32) -> Vec<Observations> {
    (0..count).map(|replication| observe(program, replication)).collect()
}

/// Runs replication 0 with a record of every visit.
pub(crate) fn visits(program: &Program) -> Observations {
    run(program, &RunOptions { record_visits: true, ..options(0) }).expect("the run ends")
}

/// Runs replication 0 from a given state.
pub(crate) fn visits_from(program: &Program, initial: &[InitialVehicle]) -> Observations {
    run(program, &RunOptions { record_visits: true, initial, ..options(0) }).expect("the run ends")
}

/// Visits to a station as text: vehicle, lane, and minutes since the window began of joining, start, end and leaving.
pub(crate) fn table(program: &Program, visits: &[Visit], name: &str) -> String {
    let station = station(program, name) as u32;
    let begin = program.window.start_ms + program.window.from_tick;
    let minutes = |ms: i64| (ms - begin) as f64 / 60_000.0;
    let mut rows: Vec<&Visit> = visits.iter().filter(|visit| visit.station == station).collect();
    rows.sort_by_key(|visit| (visit.started_ms, visit.lane));
    let row = |visit: &&Visit| {
        let times =
            [visit.arrived_ms, visit.started_ms, visit.ended_ms, visit.left_ms].map(|ms| minutes(ms).to_string());
        format!(
            "{}-{} lane {}: {}\n",
            program.flows[visit.flow as usize].name,
            visit.vehicle,
            visit.lane,
            times.join(" ")
        )
    };
    rows.iter().map(row).collect()
}
