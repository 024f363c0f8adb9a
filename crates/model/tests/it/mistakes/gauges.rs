//! Trains that do not fit their tracks.

use super::check_files;
use expect_test::{Expect, expect};

/// The small corridor with a line of rails behind its gate, and some of its parts said more exactly.
fn rails(class: &str, bridge: &str, stage: &str, line: &str, expect: Expect) {
    let text = crate::folders::SMALL
        .replacen("[class.truck]\n", &format!("[class.truck]\n{class}\n"), 1)
        .replacen("border = true\n", &format!("border = true\n{bridge}\n"), 1)
        .replacen("lanes = 2\n", &format!("lanes = 2\n{stage}\n"), 1)
        .replacen("[\"bridge\", \"gate\"]", "[\"bridge\", \"gate\", \"line\"]", 1)
        .replacen("[flow.buses]\nclass = \"bus\"", "[flow.more]\nclass = \"truck\"", 1)
        .replacen("[class.bus]\n", "", 1)
        .replacen("{ bus = \"40 min\", other = \"20 min\" }", "\"20 min\"", 1);
    let line = format!(
        "[node.inland]\ncountry = \"RU\"\nzone = \"Asia/Yakutsk\"\n[link.line]\nfrom = \"east\"\nto = \"inland\"\ntravel = \"1 h\"\n{line}\n"
    );
    check_files(&[("corridor.toml", &text), ("rails.toml", &line)], expect);
}

const BROAD: &str = "gauge = \"1520 mm\"";
const BOTH: &str = "gauges = [\"1520 mm\", \"1.435 m\"]";
const NARROW: &str = "gauges = [\"1435 mm\"]";

#[test]
fn trains_that_fit() {
    rails(BROAD, BOTH, "to-gauge = \"1435 mm\"", NARROW, expect![""]);
    rails(BROAD, BOTH, "", BOTH, expect![""]);
    rails("", "", "", "", expect![""]);
    rails(BROAD, BOTH, "to-gauge = \"same\"", "gauges = \"any\"", expect![""]);
}

#[test]
fn a_train_on_a_track_of_another_gauge() {
    rails(
        BROAD,
        BOTH,
        "",
        NARROW,
        expect![[r#"
        error[gauge]: wagons of 1520 mm cannot travel `line`, which carries 1435 mm
          --> corridor.toml:42:9
           |
        42 | class = "truck"
           |         ^^^^^^^ passes it
           |
          ::: rails.toml:4:7
           |
         4 | [link.line]
           |       ---- carries 1435 mm
           |
           = help: a stage before it may move the load to other wagons: `to-gauge =
                   "1435 mm"`

        error[gauge]: wagons of 1520 mm cannot travel `line`, which carries 1435 mm
          --> corridor.toml:46:9
           |
        46 | class = "truck"
           |         ^^^^^^^ passes it
           |
          ::: rails.toml:4:7
           |
         4 | [link.line]
           |       ---- carries 1435 mm
           |
           = help: a stage before it may move the load to other wagons: `to-gauge =
                   "1435 mm"`

        2 errors
    "#]],
    );
}

#[test]
fn a_load_on_wagons_that_the_next_track_does_not_carry() {
    rails(
        BROAD,
        BOTH,
        "to-gauge = \"1067 mm\"",
        NARROW,
        expect![[r#"
        error[gauge]: wagons of 1067 mm cannot travel `line`, which carries 1435 mm
          --> corridor.toml:42:9
           |
        30 | [facility.gate.stage.documents]
           |                      --------- moves the load to 1067 mm
        ...
        42 | class = "truck"
           |         ^^^^^^^ passes it
           |
          ::: rails.toml:4:7
           |
         4 | [link.line]
           |       ---- carries 1435 mm
           |
           = help: a stage before it may move the load to other wagons: `to-gauge =
                   "1435 mm"`

        error[gauge]: wagons of 1067 mm cannot travel `line`, which carries 1435 mm
          --> corridor.toml:46:9
           |
        30 | [facility.gate.stage.documents]
           |                      --------- moves the load to 1067 mm
        ...
        46 | class = "truck"
           |         ^^^^^^^ passes it
           |
          ::: rails.toml:4:7
           |
         4 | [link.line]
           |       ---- carries 1435 mm
           |
           = help: a stage before it may move the load to other wagons: `to-gauge =
                   "1435 mm"`

        2 errors
    "#]],
    );
}

#[test]
fn a_class_without_a_gauge_on_rails() {
    rails(
        "",
        BOTH,
        "",
        "",
        expect![[r#"
        error[no-gauge]: class `truck` has no gauge, and `bridge` carries trains only
          --> corridor.toml:42:9
           |
        20 | [link.bridge]
           |       ------ carries 1435 mm and 1520 mm
        ...
        42 | class = "truck"
           |         ^^^^^^^ what track does it need?
           |
           = help: write class.truck.gauge = "1435 mm"

        error[no-gauge]: class `truck` has no gauge, and `bridge` carries trains only
          --> corridor.toml:46:9
           |
        20 | [link.bridge]
           |       ------ carries 1435 mm and 1520 mm
        ...
        46 | class = "truck"
           |         ^^^^^^^ what track does it need?
           |
           = help: write class.truck.gauge = "1435 mm"

        2 errors
    "#]],
    );
}

#[test]
fn a_load_that_is_moved_to_what_it_is_on() {
    rails(
        BROAD,
        BOTH,
        "to-gauge = \"1520 mm\"",
        "",
        expect![[r#"
        error[gauge]: `gate.documents` moves loads to wagons of 1520 mm, which those of `truck` are on already
          --> corridor.toml:42:9
           |
        30 | [facility.gate.stage.documents]
           |                      --------- moves its load to other wagons
        ...
        42 | class = "truck"
           |         ^^^^^^^ passes it

        error[gauge]: `gate.documents` moves loads to wagons of 1520 mm, which those of `truck` are on already
          --> corridor.toml:46:9
           |
        30 | [facility.gate.stage.documents]
           |                      --------- moves its load to other wagons
        ...
        46 | class = "truck"
           |         ^^^^^^^ passes it

        2 errors
    "#]],
    );
    rails(
        "",
        "",
        "to-gauge = \"1520 mm\"",
        "",
        expect![[r#"
        error[gauge]: `gate.documents` moves loads to wagons of 1520 mm, and class `truck` has no gauge
          --> corridor.toml:42:9
           |
        30 | [facility.gate.stage.documents]
           |                      --------- moves its load to other wagons
        ...
        42 | class = "truck"
           |         ^^^^^^^ passes it

        error[gauge]: `gate.documents` moves loads to wagons of 1520 mm, and class `truck` has no gauge
          --> corridor.toml:46:9
           |
        30 | [facility.gate.stage.documents]
           |                      --------- moves its load to other wagons
        ...
        46 | class = "truck"
           |         ^^^^^^^ passes it

        2 errors
    "#]],
    );
}

/// What is moved only sometimes is on either gauge from then on.
#[test]
fn a_load_that_is_moved_only_sometimes() {
    rails(
        BROAD,
        BOTH,
        "to-gauge = \"1435 mm\"\nshare = \"90 %\"",
        NARROW,
        expect![[r#"
        error[gauge]: wagons of 1520 mm cannot travel `line`, which carries 1435 mm
          --> corridor.toml:43:9
           |
        43 | class = "truck"
           |         ^^^^^^^ passes it
           |
          ::: rails.toml:4:7
           |
         4 | [link.line]
           |       ---- carries 1435 mm
           |
           = help: a stage before it may move the load to other wagons: `to-gauge =
                   "1435 mm"`

        error[gauge]: wagons of 1520 mm cannot travel `line`, which carries 1435 mm
          --> corridor.toml:47:9
           |
        47 | class = "truck"
           |         ^^^^^^^ passes it
           |
          ::: rails.toml:4:7
           |
         4 | [link.line]
           |       ---- carries 1435 mm
           |
           = help: a stage before it may move the load to other wagons: `to-gauge =
                   "1435 mm"`

        2 errors
    "#]],
    );
    rails(BROAD, BOTH, "to-gauge = \"1435 mm\"\nshare = \"90 %\"", BOTH, expect![""]);
}

#[test]
fn a_gauge_that_no_track_has() {
    rails(
        "gauge = \"1520 m\"",
        "",
        "",
        "",
        expect![[r#"
        error[out-of-range]: no track has this gauge
          --> corridor.toml:10:9
           |
        10 | gauge = "1520 m"
           |         ^^^^^^^^ a gauge is written as in "1520 mm"

        1 error
    "#]],
    );
}
