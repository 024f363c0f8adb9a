//! What a timeline becomes, and what cannot be run. The loader refuses most of it; here the compiler is asked directly.

use crate::corridor::{HEAD, cars, observe, port};
use portway_model::element::{Step, Timeline};
use portway_model::{Folder, load};
use portway_sim::{CompileError, compile};

fn timeline(days: u32) -> Timeline {
    let stages = "[facility.port.stage.gate]\nlanes = 1\nservice = \"1 min\"";
    let text = HEAD.to_owned() + &port(stages, r#"["gate"]"#, &cars("\"10/day\"", ""), days, 1);
    let change = "[scenario.base.on.2024-01-02]\nfacility.port.stage.gate.lanes = 2\n";
    let loaded = load(&Folder::of([("corridor.toml", (text + change).as_str())]));
    loaded.corridor.expect("the corridor is right").timeline(None).expect("it has one scenario")
}

#[test]
fn a_window_that_ends_before_it_begins_is_refused() {
    let mut timeline = timeline(3);
    timeline.scenario.to = timeline.scenario.from.yesterday().unwrap();
    assert_eq!(compile(&timeline).unwrap_err(), CompileError::EmptyWindow);
}

/// Samoa went over the date line and had no 30 December 2011. Its hours have no length; alone it is no window.
#[test]
fn a_day_that_the_zone_skipped_has_no_length() {
    let corridor = |from: &str| {
        let text = port(
            "[facility.port.stage.gate]\nlanes = 1\nservice = \"1 min\"",
            r#"["gate"]"#,
            &cars("\"100/day\"", ""),
            1,
            0,
        );
        let text = format!("{HEAD}{text}").replacen("\"UTC\"", "\"Pacific/Apia\"", 1);
        let text = text
            .replace("from = \"2024-01-01\"\nto = \"2024-01-01\"", &format!("from = \"{from}\"\nto = \"2011-12-30\""));
        let loaded = load(&Folder::of([("corridor.toml", text.as_str())]));
        compile(&loaded.corridor.expect("it is a corridor").timeline(None).expect("it has a scenario"))
    };
    let program = corridor("2011-12-29").unwrap();
    let window = &program.window;
    assert_eq!((window.days.len(), window.to_tick - window.from_tick), (2, 86_400_000));
    let seen = observe(&program, 0);
    let hours = &seen.streams[0].arrived_by_hour;
    assert_eq!((hours.len(), hours[24..].iter().sum::<u32>()), (48, 0));
    assert_eq!(corridor("2011-12-30").unwrap_err(), CompileError::EmptyWindow);
}

#[test]
fn a_window_longer_than_the_clock_is_refused() {
    let mut timeline = timeline(3);
    timeline.scenario.to = jiff::civil::date(2090, 1, 1);
    assert_eq!(compile(&timeline).unwrap_err(), CompileError::WindowTooLong);
    timeline.scenario.to = timeline.scenario.from;
    timeline.scenario.warm_up_days = u32::MAX;
    assert_eq!(compile(&timeline).unwrap_err(), CompileError::WindowTooLong);
}

#[test]
fn versions_with_other_steps_or_elements_are_refused() {
    let mut steps = timeline(3);
    let port = steps.versions[1].model.facilities.find("port").unwrap();
    steps.versions[1].model.facilities[port].processes[0]
        .steps
        .push(Step::Group { share: vec![1.0; 2], steps: vec![] });
    assert_eq!(compile(&steps).unwrap_err(), CompileError::StructureChanged { at: "port".into() });
    let mut flows = timeline(3);
    flows.versions[1].model.flows = Default::default();
    assert_eq!(compile(&flows).unwrap_err(), CompileError::StructureChanged { at: "flows".into() });
}

#[test]
fn streams_and_stations_are_named_as_in_the_model() {
    let program = compile(&timeline(3)).unwrap();
    let streams: Vec<_> = program.streams.iter().map(|s| (s.direction_name.as_str(), s.class_name.as_str())).collect();
    assert_eq!(streams, [("out", "car")]);
    assert_eq!(program.stations[0].name, "port.gate");
    assert_eq!(program.stations[0].direction, Some(0));
    assert_eq!(program.window.days.len(), 3);
    assert_eq!((program.window.from_tick, program.window.to_tick), (86_400_000, 4 * 86_400_000));
}
