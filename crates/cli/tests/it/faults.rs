//! Disks and pipes that fail.

#![cfg(unix)]

use crate::world::{Said, World};
use std::fs::{File, OpenOptions};
use std::io::Read;
use std::process::Stdio;

#[test]
fn a_place_that_cannot_be_written_is_named_before_anything_is_simulated() {
    let world = World::with_model();
    world.write("file", "mine");
    let said = world.portway(&["run", "model", "--out", "file/run"]);
    assert!(said.failure().contains("file/run"), "{said:?}");
    // The kernel's own file system takes no folders, whoever asks.
    if cfg!(target_os = "linux") {
        let said = world.portway(&["run", "model", "--out", "/proc/portway/run"]);
        assert!(said.failure().starts_with("error: cannot create /proc/portway: "), "{said:?}");
    }
    assert_eq!(world.list("."), ["file", "model"]);
}

#[test]
fn a_full_disk_behind_standard_output_is_a_failure() {
    let Ok(full) = OpenOptions::new().write(true).open("/dev/full") else { return };
    let world = World::with_model();
    let output = world.command(&["measures"]).stdout(full).output().expect("the program was built");
    let said = Said::of(output);
    assert_eq!(said.failure(), "error: cannot write to standard output: no space left on device");
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let world = World::with_model();
    let mut command = world.command(&["run", "model", "--json", "--replications", "2"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program was built");
    drop(child.stdout.take());
    let status = child.wait().expect("it ends");
    let mut err = String::new();
    child.stderr.take().expect("it is piped").read_to_string(&mut err).expect("the program writes UTF-8");
    assert_eq!((status.code(), err.as_str()), (Some(0), ""));
}

#[test]
fn closed_output_of_every_kind_does_not_panic() {
    let world = World::with_model();
    let Ok(full) = File::options().write(true).open("/dev/full") else { return };
    let status = world.command(&["check", "nowhere"]).stdout(Stdio::null()).stderr(full).status();
    assert_eq!(status.expect("the program was built").code(), Some(2));
}
