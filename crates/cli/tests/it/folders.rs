//! Model folders that are none, and run folders that must not be harmed.

use crate::world::{Said, World};
use expect_test::{Expect, expect};

fn refused(world: &World, arguments: &[&str], expected: Expect) {
    expected.assert_eq(world.portway(arguments).failure());
}

#[test]
fn a_missing_folder() {
    refused(
        &World::new(),
        &["run", "nowhere"],
        expect![[r#"
            error: there is no folder nowhere
            hint: check the spelling; portway new DIR writes a small corridor to start from"#]],
    );
}

#[test]
fn a_file_instead_of_a_folder() {
    refused(
        &World::with_model(),
        &["check", "model/corridor.toml"],
        expect![[r#"
            error: model/corridor.toml is a file, not a model folder
            hint: give the folder that holds it: model"#]],
    );
}

#[test]
fn a_folder_of_other_things() {
    let world = World::new();
    world.write("notes.txt", "nothing");
    refused(
        &world,
        &["check", "."],
        expect![[r#"
            error: . is not a model folder: it has no corridor.toml
            hint: portway new DIR writes a small corridor to start from"#]],
    );
}

#[test]
fn a_file_that_is_too_large() {
    let world = World::with_model();
    world.write("model/huge.csv", vec![b'x'; 9 << 20]);
    refused(
        &world,
        &["check", "model"],
        expect![[r#"
            error: cannot read model/huge.csv: it is larger than 8 MB
            hint: split it, or move it out of the model folder"#]],
    );
}

#[cfg(unix)]
#[test]
fn links_that_lead_nowhere_or_to_a_device() {
    let world = World::with_model();
    std::os::unix::fs::symlink("gone.toml", world.path("model/lost.toml")).expect("links can be made");
    refused(
        &world,
        &["check", "model"],
        expect![[r#"
            error: cannot read model/lost.toml: no such file or directory
            hint: check the spelling of the path"#]],
    );
    std::fs::remove_file(world.path("model/lost.toml")).expect("it was just made");
    std::os::unix::fs::symlink("/dev/zero", world.path("model/zero.toml")).expect("links can be made");
    refused(
        &world,
        &["check", "model"],
        expect![[r#"
            error: cannot read model/zero.toml: it is not a regular file
            hint: remove or rename it"#]],
    );
}

#[test]
fn mistakes_in_a_model_are_all_shown_and_end_with_code_2() {
    let world = World::with_model();
    world.write("model/latin.toml", b"[class.caf\xe9]\n");
    let corridor = world.read("model/corridor.toml").replace("speed = \"40 km/h\"", "sped = \"40 km/h\"");
    world.write("model/corridor.toml", corridor);
    let said = world.portway(&["check", "model"]);
    assert_eq!((said.code, said.err.as_str()), (2, ""), "{said:?}");
    assert!(said.out.contains("latin.toml") && said.out.contains("UTF-8"), "{said:?}");
    assert!(said.out.contains("did you mean `speed`"), "{said:?}");

    let said = world.portway(&["run", "model"]);
    assert_eq!((said.code, said.out.as_str()), (2, ""), "{said:?}");
    assert!(said.err.contains("error: model cannot be used as it is"), "{said:?}");
    assert!(!world.path("runs").exists());
}

#[test]
fn new_never_overwrites() {
    let world = World::with_model();
    world.write("model/corridor.toml", "mine");
    refused(
        &world,
        &["new", "model"],
        expect![[r#"
            error: model exists and is not empty; nothing was written
            hint: choose a new name"#]],
    );
    assert_eq!(world.read("model/corridor.toml"), "mine");
    world.write("file", "mine");
    refused(&world, &["new", "file"], expect!["error: cannot create file: not a directory"]);
}

#[test]
fn an_earlier_run_is_replaced_and_anything_else_is_left_alone() {
    let world = World::with_model();
    let run = |seed: &str| world.portway(&["run", "model", "--replications", "1", "--out", "out/deep", "--seed", seed]);
    assert_eq!(run("1").code, 0);
    let first = world.read("out/deep/results.json");
    assert_eq!(run("2").code, 0);
    assert_ne!(first, world.read("out/deep/results.json"));
    assert_eq!(world.list("out"), ["deep"]);

    refused(
        &world,
        &["run", "model", "--out", "model"],
        expect![[r#"
            error: model exists and is not a run folder; it is left as it is
            hint: choose another folder with --out"#]],
    );
    refused(
        &world,
        &["run", "model", "--out", "model/corridor.toml"],
        expect![[r#"
            error: model/corridor.toml exists and is not a folder; it is left as it is
            hint: choose another folder with --out"#]],
    );
    assert_eq!(world.portway(&["check", "model"]).code, 0);
}

#[test]
fn a_run_folder_to_which_the_user_added_a_file() {
    let world = World::with_model();
    assert_eq!(world.portway(&["run", "model", "--replications", "2", "--out", "kept"]).code, 0);
    world.write("kept/my-notes.txt", "read this before the meeting");
    refused(
        &world,
        &["run", "model", "--replications", "2", "--out", "kept"],
        expect![[r#"
        error: kept exists and is a run folder to which `my-notes.txt` was added; it is left as it is
        hint: choose another folder with --out"#]],
    );
}

#[test]
fn what_the_user_changed_inside_a_run_folder() {
    let world = World::with_model();
    let run = || world.portway(&["run", "model", "--replications", "2", "--out", "kept"]);
    assert_eq!(run().code, 0);
    let corridor = world.read("model/corridor.toml");
    world.write("model/corridor.toml", format!("{corridor}\n# changed\n"));
    assert_eq!(run().code, 0);
    let refusal = |expected: Expect| expected.assert_eq(run().failure().lines().next().unwrap_or_default());

    world.write("kept/model/notes.txt", "mine");
    refusal(expect![
        "error: kept exists and is a run folder to which `model/notes.txt` was added; it is left as it is"
    ]);
    std::fs::remove_file(world.path("kept/model/notes.txt")).expect("it was just written");
    world.write("kept/before/model/more.toml", "");
    refusal(expect!["error: kept exists and is a run folder whose `before/model` was changed; it is left as it is"]);
    std::fs::remove_file(world.path("kept/before/model/more.toml")).expect("it was just written");
    world.write("kept/model/corridor.toml", "mine");
    refusal(expect!["error: kept exists and is a run folder whose `model` was changed; it is left as it is"]);
    assert_eq!(world.read("kept/model/corridor.toml"), "mine");
}

#[test]
fn a_path_that_leads_through_the_folder_that_is_replaced() {
    let world = World::with_model();
    let run =
        |out: &str, seed: &str| world.portway(&["run", "model", "--replications", "2", "--out", out, "--seed", seed]);
    assert_eq!(run("q/r", "1").code, 0);
    let first = world.read("q/r/results.json");
    for out in ["q/r/../r", "q/r/.", "q/new/../r"] {
        let seed = if first == world.read("q/r/results.json") { "2" } else { "1" };
        let before = world.read("q/r/results.json");
        assert_eq!(run(out, seed).code, 0, "{out}");
        assert_ne!(world.read("q/r/results.json"), before, "{out}");
        assert_eq!(world.list("q"), ["r"], "{out}");
    }
    // Whoever stands in a folder would lose the ground.
    let mut command = world.command(&["run", ".", "--replications", "2", "--out", "../../r"]);
    let said = Said::of(command.current_dir(world.path("q/r/model")).output().expect("the program was built"));
    expect![[r#"
        error: ../../r cannot be a run folder: the current folder lies in it
        hint: give another name with --out"#]]
    .assert_eq(said.failure());
    assert!(world.path("q/r/results.json").exists());
}

#[test]
fn a_page_about_exact_answers_replaces_only_its_like() {
    let world = World::with_model();
    let row = "x,base,queue_vehicles,mean,north-checkpoint.documents,,,3,,a test";
    let head = "id,scenario,measure,statistic,scope,direction,class,value,half_width,source";
    world.write("model/exact.csv", format!("{head}\n{row}\n"));
    let refusal = |file: &str, expected: Expect| refused(&world, &["validate", "model", "--write", file], expected);
    world.write("notes.md", "mine");
    refusal(
        "notes.md",
        expect![[r#"
            error: notes.md exists and is no page that portway validate wrote; it is left as it is
            hint: choose another file with --write"#]],
    );
    refusal(
        "model/demand.toml",
        expect![[r#"
            error: model/demand.toml lies in a model folder; it is left as it is
            hint: choose another file with --write"#]],
    );
    assert_eq!(world.read("notes.md"), "mine");
}
