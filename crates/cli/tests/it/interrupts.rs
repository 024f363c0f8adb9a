//! Ctrl-C leaves no half folder.

#![cfg(unix)]

use crate::world::{Said, World};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Long enough for the slowest machine to start a program.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn an_interrupted_run_leaves_nothing_and_ends_with_code_130() {
    let world = World::with_model();
    let mut command = world.command(&["run", "model", "--replications", "10000", "--out", "deep/down/run"]);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program was built");
    // The unfinished folder appears when the run begins, so the signal meets it at work.
    let begun = Instant::now();
    while world.list("deep/down").is_empty() && begun.elapsed() < PATIENCE {
        sleep(Duration::from_millis(5));
    }
    let unfinished = world.list("deep/down");
    assert!(unfinished.iter().all(|name| name.starts_with(".portway-")), "{unfinished:?}");
    let killed = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(killed.is_ok_and(|status| status.success()));
    let said = Said::of(child.wait_with_output().expect("it ends"));
    assert_eq!((said.code, said.out.as_str()), (130, ""), "{said:?}");
    assert_eq!(said.err, "error: interrupted; nothing was written\n");
    assert_eq!(world.list("."), ["model"]);
}

#[test]
fn what_a_killed_run_left_goes_with_the_next_one() {
    let world = World::with_model();
    let mut command = world.command(&["run", "model", "--replications", "10000", "--out", "runs/killed"]);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program was built");
    let begun = Instant::now();
    while world.list("runs").len() < 2 && begun.elapsed() < PATIENCE {
        sleep(Duration::from_millis(5));
    }
    let run = |name: &str| world.portway(&["run", "model", "--replications", "2", "--out", name]);
    // A run that is alive keeps what it has begun.
    assert_eq!(run("runs/other").code, 0);
    assert_eq!(world.list("runs").len(), 3);
    child.kill().expect("it is still at work");
    child.wait().expect("it ends");
    assert_eq!(run("runs/other").code, 0);
    assert_eq!(world.list("runs"), ["other"]);
}

#[test]
fn a_result_that_a_killed_run_had_set_aside_goes_back_to_its_place() {
    let world = World::with_model();
    let run = |name: &str| world.portway(&["run", "model", "--replications", "2", "--out", name]);
    assert_eq!(run("runs/first").code, 0);
    let kept = world.read("runs/first/results.json");
    // As it is between the two renames that put a new run into the place of an earlier one.
    std::fs::rename(world.path("runs/first"), world.path("runs/.portway-a.earlier")).expect("it can be moved");
    std::fs::create_dir(world.path("runs/.portway-a.partial")).expect("it is not there");
    world.write("runs/.portway-a.lock", "first");
    let said = run("runs/second");
    assert!(said.err.contains("first was set aside by a run that was killed; it is back in its place"), "{said:?}");
    assert_eq!(world.list("runs"), ["first", "second"]);
    assert_eq!(world.read("runs/first/results.json"), kept);
}
