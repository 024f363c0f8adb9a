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
    let mut command = world.command(&["run", "model", "--replications", "100000", "--out", "deep/down/run"]);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program was built");
    // The unfinished folder appears when the run begins, so the signal meets it at work.
    let begun = Instant::now();
    while world.list("deep/down").is_empty() && begun.elapsed() < PATIENCE {
        sleep(Duration::from_millis(5));
    }
    let unfinished = world.list("deep/down");
    assert_eq!(unfinished.len(), 1);
    assert!(unfinished[0].starts_with(".portway-"), "{unfinished:?}");
    let killed = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(killed.is_ok_and(|status| status.success()));
    let said = Said::of(child.wait_with_output().expect("it ends"));
    assert_eq!((said.code, said.out.as_str()), (130, ""), "{said:?}");
    assert_eq!(said.err, "error: interrupted; nothing was written\n");
    assert_eq!(world.list("."), ["model"]);
}
