//! Slips on the command line: a question is answered as it was asked, or refused where it was typed.

use crate::world::World;
use expect_test::{Expect, expect};

fn refused(arguments: &[&str], expected: Expect) {
    expected.assert_eq(World::with_model().portway(arguments).failure());
}

#[test]
fn a_direction_that_a_measure_does_not_know() {
    refused(
        &["explain", "model", "queue_vehicles", "--scope", "north-checkpoint.documents", "--direction", "southbound"],
        expect![[r#"
            error: `queue_vehicles` is not told apart by direction
            hint: portway explain --help lists the options"#]],
    );
    let measure = "queue_vehicles@north-checkpoint.documents@southbound";
    let vary = "facility.north-checkpoint.stage.documents.lanes=2..3";
    refused(
        &["sweep", "model", "--vary", vary, "--measure", measure],
        expect![[r#"
        error: `queue_vehicles` is not told apart by direction
        hint: portway sweep --help shows how values, designs and measures are written"#]],
    );
    refused(
        &["compare", "model", "base", "more-lanes", "--by", measure],
        expect![[r#"
        error: `queue_vehicles` is not told apart by direction
        hint: portway compare --help lists the options"#]],
    );
}

#[test]
fn a_name_twice_and_a_name_left_out() {
    refused(
        &["explain", "model", "door_to_door_h", "--class", "truck+truck"],
        expect![[r#"
        error: class `truck` is named twice
        hint: portway explain --help lists the options"#]],
    );
    let vary = "facility.north-checkpoint.stage.documents.lanes=2..3";
    refused(
        &["sweep", "model", "--vary", vary, "--measure", "door_to_door_h@"],
        expect![[r#"
        error: `door_to_door_h@` names nothing behind an `@`
        hint: portway sweep --help shows how values, designs and measures are written"#]],
    );
    refused(
        &["compare", "model", "base", "base"],
        expect![[r#"
        error: scenario `base` is named twice
        hint: a scenario compared with itself says nothing; name others"#]],
    );
}

#[test]
fn a_value_that_an_input_cannot_have_is_shown_where_it_was_typed_and_once() {
    let said = World::with_model().portway(&[
        "sweep",
        "model",
        "--vary",
        "facility.north-checkpoint.stage.documents.lanes=-3..-1",
        "--vary",
        "link.bridge.storage=25,\"a few\",\"many\"",
    ]);
    assert_eq!(said.code, 2, "{said:?}");
    expect![[r#"
        error[out-of-range]: -3 is negative
         --> --vary:1:49
          |
        1 | facility.north-checkpoint.stage.documents.lanes=-3..-1
          |                                                 ^^^^^^

        error[wrong-type]: expected a whole number, found a text
         --> --vary:2:21
          |
        2 | link.bridge.storage=25,"a few","many"
          |                     ^^^^^^^^^^^^^^^^^

        2 errors
        error: these values cannot be swept
        hint: correct the errors above; nothing was run
    "#]]
    .assert_eq(&said.err);
}

#[test]
fn every_slip_of_a_line_is_told_at_once() {
    refused(
        &["explain", "model", "wait_h", "--direction", "northbond", "--class", "truk"],
        expect![[r#"
        error: there is no direction `northbond`
        there is no class `truk`
        hint: did you mean `northbound`?
        did you mean `truck`?"#]],
    );
    refused(
        &["compare", "model", "bse", "more-lane"],
        expect![[r#"
        error: there is no scenario `bse`
        there is no scenario `more-lane`
        hint: did you mean `base`?
        did you mean `more-lanes`?"#]],
    );
    refused(
        &["capacity", "model", "--direction", "nowhere", "--mix", "ship=100%"],
        expect![[r#"
        error: there is no direction `nowhere`; this corridor has `northbound`, `southbound`
        there is no class `ship`; this corridor has `truck`, `bus`
        hint: portway capacity --help lists the options"#]],
    );
}

#[test]
fn a_negative_number_is_refused_as_what_it_is() {
    refused(
        &["capacity", "model", "--points", "-1"],
        expect![[r#"
        error: invalid value '-1' for '--points <N>': write 0, or a whole number from 2 to 31

        For more information, try '--help'."#]],
    );
    refused(
        &["run", "model", "--precision", "-2%"],
        expect![[r#"
        error: invalid value '-2%' for '--precision <SHARE>': write a share from 0.1% to below 100%, e.g. 2% or 0.02

        For more information, try '--help'."#]],
    );
}

#[cfg(unix)]
#[test]
fn a_model_file_with_a_name_that_is_no_text() {
    use std::os::unix::ffi::OsStrExt;
    let world = World::with_model();
    let name = std::ffi::OsStr::from_bytes(b"caf\xe9.toml");
    std::fs::write(world.path("model").join(name), "").expect("the disk takes any name");
    let said = world.portway(&["check", "model"]);
    assert!(said.failure().contains("is not UTF-8\nhint: rename the file"), "{said:?}");
}

#[test]
fn lanes_that_are_busy_all_the_time_are_the_limit() {
    let world = World::with_model();
    world.write(
        "state.csv",
        "flow,stage,vehicles,since\ntrucks-north,north-checkpoint.documents,100000,2026-03-01 22:00\n",
    );
    let said = world.portway(&[
        "run",
        "model",
        "--from",
        "2026-03-02",
        "--to",
        "2026-03-02",
        "--replications",
        "2",
        "--state",
        "state.csv",
    ]);
    let told = said.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("The limit is North checkpoint, Documents: its lanes are used 100"), "{said:?}");
}
