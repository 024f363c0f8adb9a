//! Sweeps through the binary: interrupted, killed, split and put together, always to the same bytes.

use crate::world::{Said, World, list};
use expect_test::{Expect, expect};
use std::collections::BTreeMap;
use std::path::Path;

const LANES: &str = "facility.north-checkpoint.stage.documents.lanes=2..4";
const VOLUME: &str = "flow.trucks-north.volume=90/day,110/day,130/day";
/// Nine points of three replications.
const SWEEP: [&str; 8] = ["sweep", "model", "--vary", LANES, "--vary", VOLUME, "--replications", "3"];

fn sweep(world: &World, more: &[&str]) -> Said {
    world.portway(&[&SWEEP, more].concat())
}

/// Every file of a folder with its bytes.
fn files(world: &World, folder: &str) -> BTreeMap<String, Vec<u8>> {
    fn walk(path: &Path, prefix: &str, all: &mut BTreeMap<String, Vec<u8>>) {
        for name in list(path) {
            let (inner, told) = (path.join(&name), format!("{prefix}{name}"));
            if inner.is_dir() {
                walk(&inner, &format!("{told}/"), all);
            } else {
                all.insert(told, std::fs::read(inner).expect("it was just listed"));
            }
        }
    }
    let mut all = BTreeMap::new();
    walk(&world.path(folder), "", &mut all);
    all
}

/// The names of the files that differ.
fn differing(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    one.keys().chain(other.keys()).filter(|name| one.get(*name) != other.get(*name)).cloned().collect()
}

fn assert_same(world: &World, one: &str, other: &str) {
    assert_eq!(differing(&files(world, one), &files(world, other)), Vec::<String>::new(), "{one} and {other}");
}

#[test]
fn a_sweep_writes_its_folder_and_a_second_one_runs_nothing() {
    let world = World::with_model();
    let said = sweep(&world, &[]);
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!(said.err, "9 points, 3 replications of each\nReport: runs/start-base-sweep-seed1/report.html\n",);
    let folder = "runs/start-base-sweep-seed1";
    assert_eq!(
        world.list(folder),
        ["model", "points.jsonl", "report.html", "results.csv", "results.parquet", "sweep.json"]
    );
    let csv = world.read(&format!("{folder}/results.csv"));
    assert_eq!(csv.lines().count(), 10);
    expect![[r#"
        point,facility.north-checkpoint.stage.documents.lanes,flow.trucks-north.volume_per_day,door_to_door_h,door_to_door_h_half_width,door_to_door_h:p90,door_to_door_h:p90_half_width,wait_h,wait_h_half_width,crossings_per_day,crossings_per_day_half_width,from_best,from_best_half_width,standing,growing
        0,2,90,0.7768219315448458,0.31777763593885217,1.5235168134920638,1.2121797366142306,0.2914224468869877,0.32006264942420326,221.90476190476193,8.372260381081132,0.20733123933165998,0.8781270061872705,as_good,"#]].assert_eq(&csv.lines().take(2).collect::<Vec<_>>().join("\n"));

    let before = files(&world, folder);
    let again = sweep(&world, &[]);
    assert!(again.err.contains("9 of them are finished already\n"), "{again:?}");
    assert_eq!((again.out, differing(&before, &files(&world, folder))), (said.out, Vec::new()));
}

#[test]
fn threads_and_shards_leave_no_trace() {
    let world = World::with_model();
    assert_eq!(sweep(&world, &["--threads", "1", "--out", "whole"]).code, 0);
    assert_eq!(sweep(&world, &["--threads", "8", "--out", "eight"]).code, 0);
    assert_same(&world, "whole", "eight");
    for of in 1..=3 {
        let mut shards: Vec<String> = Vec::new();
        for number in (1..=of).rev() {
            let (shard, out, threads) =
                (format!("{number}/{of}"), format!("part-{number}-of-{of}"), (1 + number % 3).to_string());
            let said = sweep(&world, &["--shard", &shard, "--out", &out, "--threads", &threads]);
            assert_eq!(said.code, 0, "{said:?}");
            assert_eq!(world.list(&out), ["model", "points.jsonl", "sweep.json"]);
            shards.push(out);
        }
        let merged = format!("merged-{of}");
        let shards: Vec<&str> = shards.iter().map(String::as_str).collect();
        let said = world.portway(&[&["merge"], &shards[..], &["--out", &merged]].concat());
        assert_eq!(said.code, 0, "{said:?}");
        assert_same(&world, "whole", &merged);
    }
}

fn refused(world: &World, arguments: &[&str], expected: &Expect) {
    expected.assert_eq(world.portway(arguments).failure());
}

#[test]
fn what_a_merge_lacks_is_named() {
    let world = World::with_model();
    for shard in ["1/3", "3/3"] {
        let out = format!("part-{}", &shard[..1]);
        assert_eq!(sweep(&world, &["--shard", shard, "--out", &out]).code, 0);
    }
    assert_eq!(sweep(&world, &["--shard", "2/3", "--out", "other", "--seed", "2"]).code, 0);
    refused(
        &world,
        &["merge", "part-1", "part-3", "--out", "all"],
        &expect![[r#"
        error: 3 of 9 points are missing: 1, 4, 7
        hint: name the folder of shard 2 of 3 too"#]],
    );
    refused(
        &world,
        &["merge", "part-1", "other", "part-3", "--out", "all"],
        &expect![[r#"
        error: other is no shard of the sweep of part-1: its seed is 2, not 1
        hint: only shards of one sweep can be merged"#]],
    );
    refused(
        &world,
        &["merge", "part-1", "model", "--out", "all"],
        &expect![[r#"
        error: model is no sweep folder: it has no sweep.json
        hint: portway sweep writes them"#]],
    );
    refused(
        &world,
        &["merge", "part-1", "nowhere", "--out", "all"],
        &expect![[r#"
        error: nowhere is no sweep folder: it has no sweep.json
        hint: portway sweep writes them"#]],
    );

    // A shard that was interrupted has its command run again.
    let points = world.read("part-3/points.jsonl");
    world.write("part-3/points.jsonl", points.lines().next().expect("it has points"));
    assert_eq!(sweep(&world, &["--shard", "2/3", "--out", "part-2"]).code, 0);
    refused(
        &world,
        &["merge", "part-1", "part-2", "part-3", "--out", "all"],
        &expect![[r#"
        error: 3 of 9 points are missing: 2, 5, 8
        hint: part-3 is not finished: run its command again"#]],
    );
    assert!(!world.path("all").exists());
    assert_eq!(sweep(&world, &["--shard", "3/3", "--out", "part-3"]).code, 0);
    assert_eq!(world.portway(&["merge", "part-1", "part-2", "part-3", "--out", "all"]).code, 0);
    refused(
        &world,
        &["merge", "part-1", "part-2", "part-3", "--out", "part-1"],
        &expect![[r#"
        error: part-1 holds another sweep: its shard is 1/3, not all
        hint: choose another folder with --out, or remove this one"#]],
    );
}

#[test]
fn another_sweep_in_the_same_folder_is_refused_with_the_difference() {
    let world = World::with_model();
    assert_eq!(sweep(&world, &["--out", "kept"]).code, 0);
    let before = files(&world, "kept");
    let other = |more: &[&str]| sweep(&world, &[more, &["--out", "kept"]].concat()).failure().to_owned();
    expect![[r#"
        error: kept holds another sweep: its seed is 1, not 2
        hint: choose another folder with --out, or remove this one"#]]
    .assert_eq(&other(&["--seed", "2"]));
    expect![[r#"
        error: kept holds another sweep: its set of measures is door_to_door_h door_to_door_h:p90 wait_h crossings_per_day, not wait_h
        hint: choose another folder with --out, or remove this one"#]].assert_eq(&other(&["--measure", "wait_h"]));
    world.write("model/demand.toml", world.read("model/demand.toml") + "\n# the same, and another text\n");
    let changed = other(&[]);
    assert!(changed.starts_with("error: kept holds another sweep: its model hash is "), "{changed}");
    assert_eq!(differing(&before, &files(&world, "kept")), Vec::<String>::new());
}

#[test]
fn folders_and_files_of_the_user_are_left_alone() {
    let world = World::with_model();
    let said = sweep(&world, &["--out", "model"]);
    assert!(said.failure().starts_with("error: model exists and is no sweep folder; it is left as it is"), "{said:?}");
    assert_eq!(sweep(&world, &["--out", "kept"]).code, 0);
    world.write("kept/my-notes.txt", "read this before the meeting");
    assert_eq!(sweep(&world, &["--out", "kept"]).code, 0);
    assert_eq!(world.read("kept/my-notes.txt"), "read this before the meeting");
    let said = world.portway(&["run", "model", "--replications", "1", "--out", "kept"]);
    assert!(said.failure().starts_with("error: kept exists and is not a run folder"), "{said:?}");
}

#[test]
fn every_mistake_in_the_words_is_shown_before_anything_is_written() {
    let world = World::with_model();
    let said = world.portway(&[
        "sweep",
        "model",
        "--vary",
        "facility.north-checkpoint.stage.document.lanes=2..4",
        "--vary",
        "flow.trucks-north.volume=90/day..110/dya in 3",
    ]);
    expect![[r#"
        error[unknown-input]: `facility.north-checkpoint.stage.document.lanes` is no input of this corridor
         --> --vary:1:1
          |
        1 | facility.north-checkpoint.stage.document.lanes=2..4
          | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          |
          = help: did you mean `facility.north-checkpoint.stage.documents.lanes`?

        error[vary]: `/dya` is not a unit of rate
         --> --vary:2:37
          |
        2 | flow.trucks-north.volume=90/day..110/dya in 3
          |                                     ^^^^
          |
          = help: did you mean `/day`?

        2 errors
        error: these values cannot be swept
        hint: correct the errors above; nothing was run
    "#]]
    .assert_eq(&said.err);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    refused(
        &world,
        &["sweep", "model", "--vary", LANES, "--design", "lhs"],
        &expect![[r#"
        error: --design lhs needs a number of points
        hint: say it with --points, e.g. --points 50"#]],
    );
    refused(
        &world,
        &["sweep", "model", "--vary", LANES, "--measure", "waits_h"],
        &expect![[r#"
        error: there is no measure `waits_h`: did you mean `wait_h`?
        hint: portway sweep --help shows how values, designs and measures are written"#]],
    );
    refused(
        &world,
        &["sweep", "model", "--vary", LANES, "--max-points", "2"],
        &expect![[r#"
        error: the design has 3 points, more than the 2 that are run unless --max-points says so
        hint: portway sweep --help shows how values, designs and measures are written"#]],
    );
    refused(
        &world,
        &["sweep", "model", "--vary", LANES, "--shard", "4/3"],
        &expect![[r#"
        error: invalid value '4/3' for '--shard <I/N>': write a number and how many there are, from 1/N to N/N, e.g. 3/16

        For more information, try '--help'."#]],
    );
    assert_eq!(world.list("."), ["model"]);
}

#[test]
fn json_is_one_object() {
    let world = World::with_model();
    let said = sweep(&world, &["--json", "--out", "kept"]);
    let object: serde_json::Value = serde_json::from_str(&said.out).expect("one object and nothing else");
    assert_eq!(object["points"].as_array().map(Vec::len), Some(9));
    assert_eq!(object["points"][8]["inputs"], serde_json::json!([4.0, 130.0]));
    assert!(object["best"]["point"].is_u64() && object["rests_on"]["seed"] == 1, "{}", said.out);
}

#[cfg(unix)]
mod interruptions {
    use super::*;
    use std::process::{Child, Command, Stdio};
    use std::thread::sleep;
    use std::time::{Duration, Instant};

    /// Long enough for the slowest machine to run a point.
    const PATIENCE: Duration = Duration::from_secs(120);

    fn start(world: &World, more: &[&str]) -> Child {
        let mut command = world.command(&[&SWEEP, more].concat());
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program was built")
    }

    fn finished(world: &World, folder: &str) -> usize {
        std::fs::read_to_string(world.path(folder).join("points.jsonl")).map_or(0, |text| text.matches('\n').count())
    }

    /// Waits for something, or for the end of the child.
    fn wait_for(child: &mut Child, mut what: impl FnMut() -> bool) {
        let begun = Instant::now();
        while !what() && begun.elapsed() < PATIENCE && child.try_wait().expect("it can be asked").is_none() {
            sleep(Duration::from_millis(1));
        }
    }

    #[test]
    fn a_sweep_that_is_killed_again_and_again_ends_with_the_same_bytes() {
        let world = World::with_model();
        assert_eq!(sweep(&world, &["--out", "whole"]).code, 0);
        // Killed as early as before its folder stands, and after one more point each time.
        let mut child = start(&world, &["--out", "killed"]);
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
        for round in 0..9 {
            let before = finished(&world, "killed");
            let mut child = start(&world, &["--out", "killed", "--threads", "1"]);
            wait_for(&mut child, || finished(&world, "killed") > before);
            sleep(Duration::from_millis(round));
            child.kill().expect("it can be killed");
            let said = Said::of(child.wait_with_output().expect("it ends"));
            let known = format!("{before} of them ");
            assert_eq!(said.err.contains(&known), before > 0, "round {round}: {said:?}");
            assert!(finished(&world, "killed") > before || before == 9, "round {round}: {said:?}");
        }
        assert_eq!(sweep(&world, &["--out", "killed"]).code, 0);
        assert_same(&world, "whole", "killed");
    }

    #[test]
    fn a_line_that_was_being_written_is_cut_off() {
        let world = World::with_model();
        assert_eq!(sweep(&world, &["--out", "whole"]).code, 0);
        let whole = world.read("whole/points.jsonl");
        assert_eq!(sweep(&world, &["--out", "torn"]).code, 0);
        for end in [0, 1, whole.len() / 3, whole.len() / 2, whole.len() - 1] {
            world.write("torn/points.jsonl", &whole[..end]);
            world.write("torn/.portway-abc.partial", "a file that was about to be renamed");
            std::fs::remove_file(world.path("torn/results.csv")).expect("it was written");
            let said = sweep(&world, &["--out", "torn"]);
            assert_eq!(said.code, 0, "{said:?}");
            let kept = whole[..end].matches('\n').count();
            assert_eq!(said.err.contains(&format!("{kept} of them are finished")), kept > 0, "cut at {end}: {said:?}");
            assert_same(&world, "whole", "torn");
        }
    }

    #[test]
    fn ctrl_c_says_what_is_kept_and_the_same_command_goes_on() {
        let world = World::with_model();
        // One point of many replications at a time, so that there is always one under way.
        let more = ["--out", "stopped", "--threads", "1", "--replications", "100"];
        let arguments = [&SWEEP[..6], &more].concat();
        let mut child = world.command(&arguments);
        let mut child = child.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program was built");
        wait_for(&mut child, || finished(&world, "stopped") > 0);
        let killed = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
        assert!(killed.is_ok_and(|status| status.success()));
        let said = Said::of(child.wait_with_output().expect("it ends"));
        assert_eq!((said.code, said.out.as_str()), (130, ""), "{said:?}");
        let kept = finished(&world, "stopped");
        // On a machine that is too busy to stop in time, the points are not counted, but they are kept all the same.
        let told = format!("error: interrupted; {kept} of 9 points are finished and kept in stopped");
        let in_haste = "error: interrupted; what is finished is kept";
        assert!(said.err.contains(&told) || said.err.contains(in_haste), "{said:?}");
        assert_eq!(world.list("stopped"), ["model", "points.jsonl", "sweep.json"]);
        let rest = world.portway(&arguments);
        assert!(rest.code == 0 && rest.err.contains(&format!("{kept} of them ")), "{rest:?}");
        let whole = world.portway(&[&arguments[..7], &["whole"], &arguments[8..]].concat());
        assert_eq!(whole.code, 0, "{whole:?}");
        assert_same(&world, "whole", "stopped");
    }

    #[test]
    fn two_processes_do_not_work_in_one_folder_and_a_dead_one_leaves_no_lock() {
        let world = World::with_model();
        // So much work that it is not done before it is stopped.
        let more = ["--out", "shared", "--threads", "1", "--replications", "3000"];
        let arguments = [&SWEEP[..6], &more].concat();
        let mut command = world.command(&arguments);
        let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
        let mut child = child.expect("the program was built");
        wait_for(&mut child, || world.path("shared/sweep.json").exists());
        // Stopped, it keeps the lock for as long as this test needs.
        let signal = |name: &str| {
            let sent = Command::new("kill").args([name, &child.id().to_string()]).status();
            assert!(sent.is_ok_and(|status| status.success()));
        };
        signal("-STOP");
        let second = world.portway(&arguments);
        signal("-KILL");
        expect![[r#"
            error: another process is at work in shared
            hint: wait until it ends; to share the work between processes, give each a --shard of its own"#]]
        .assert_eq(second.failure());
        child.wait().expect("it ends");
        // Whoever comes now gets so far as to compare the plans, which only the holder of the lock does.
        let third = world.portway(&[&arguments[..], &["--seed", "2"]].concat());
        assert!(third.failure().contains("its seed is 1, not 2"), "{third:?}");
    }
}

#[test]
fn a_text_that_its_user_changed_in_a_sweep_folder_is_left_as_it_is() {
    let world = World::with_model();
    assert_eq!(sweep(&world, &["--out", "kept"]).code, 0);
    world.write("kept/model/demand.toml", "mine");
    expect![[r#"
        error: kept/model/demand.toml was changed since the sweep began; it is left as it is
        hint: choose another folder with --out, or move the changed file away"#]]
    .assert_eq(sweep(&world, &["--out", "kept"]).failure());
    assert_eq!(world.read("kept/model/demand.toml"), "mine");
}
