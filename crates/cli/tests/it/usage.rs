//! Wrong usage: one message, a hint, exit code 2.

use crate::world::World;
use expect_test::{Expect, expect};

fn refused(arguments: &[&str], expected: Expect) {
    let world = World::with_model();
    expected.assert_eq(world.portway(arguments).failure());
    assert_eq!(world.list("."), ["model"], "a refused command leaves nothing behind");
}

#[test]
fn an_unknown_scenario() {
    refused(
        &["run", "model", "--scenario", "more-lane"],
        expect![[r#"
            error: there is no scenario `more-lane`
            hint: did you mean `more-lanes`?"#]],
    );
    refused(
        &["compare", "model", "base", "bussy"],
        expect![[r#"
            error: there is no scenario `bussy`
            hint: did you mean `busy`?"#]],
    );
}

#[test]
fn a_window_the_wrong_way_round() {
    refused(
        &["run", "model", "--from", "2026-03-09", "--to", "2026-03-02"],
        expect![[r#"
            error: --from 2026-03-09 is after --to 2026-03-02
            hint: the window needs its first day first"#]],
    );
}

#[test]
fn senseless_values() {
    refused(
        &["run", "model", "--replications", "0"],
        expect![[r#"
            error: invalid value '0' for '--replications <N>': write a whole number from 1 to 10000

            For more information, try '--help'."#]],
    );
    refused(
        &["run", "model", "--precision", "very"],
        expect![[r#"
            error: invalid value 'very' for '--precision <SHARE>': write a share from 0.1% to below 100%, e.g. 2% or 0.02

            For more information, try '--help'."#]],
    );
    refused(
        &["run", "model", "--from", "9 March"],
        expect![[r#"
            error: invalid value '9 March' for '--from <DATE>': write a date of the calendar as YYYY-MM-DD, e.g. 2026-01-31

            For more information, try '--help'."#]],
    );
    refused(
        &["run", "model", "--threads", "0"],
        expect![[r#"
            error: invalid value '0' for '--threads <N>': write a whole number from 1 to 1024

            For more information, try '--help'."#]],
    );
}

#[test]
fn a_bottleneck_needs_two_replications_and_a_known_order() {
    refused(
        &["bottleneck", "model", "--replications", "1"],
        expect![[r#"
            error: a difference has an interval only with at least two replications
            hint: portway bottleneck --help lists the options"#]],
    );
    refused(
        &["bottleneck", "model", "--by", "money"],
        expect![[r#"
        error: invalid value 'money' for '--by <MEASURE>': write hours, crossings or p90

        For more information, try '--help'."#]],
    );
}

#[test]
fn options_that_exclude_each_other() {
    let world = World::with_model();
    let said = world.portway(&["run", "model", "--replications", "3", "--precision", "2%"]);
    assert!(said.failure().contains("cannot be used with"), "{said:?}");
}

#[test]
fn an_unknown_command() {
    let world = World::new();
    let said = world.portway(&["validat", "model"]);
    assert!(said.failure().contains("a similar subcommand exists"), "{said:?}");
}

#[test]
fn nothing_to_validate() {
    refused(
        &["validate", "model"],
        expect![[r#"
            error: model has no observations to compare with
            hint: write them into observations.csv; docs/language.md describes it"#]],
    );
}

#[test]
fn help_names_every_command_and_the_exit_codes() {
    let world = World::new();
    let said = world.portway(&["--help"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    for word in [
        "new",
        "check",
        "run",
        "compare",
        "bottleneck",
        "validate",
        "sensitivity",
        "schema",
        "measures",
        "Exit codes",
        "Examples",
    ] {
        assert!(said.out.contains(word), "{word}");
    }
    for command in ["new", "check", "run", "compare", "bottleneck", "validate", "sensitivity", "schema", "measures"] {
        let said = world.portway(&[command, "--help"]);
        assert!(said.code == 0 && said.out.contains("Example"), "{command}: {said:?}");
    }
    assert_eq!(world.portway(&["--version"]).out, format!("portway {}\n", env!("CARGO_PKG_VERSION")));
}
