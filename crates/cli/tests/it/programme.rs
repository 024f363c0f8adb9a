//! `portway programme` through the binary, on the corridor of `portway new` with two projects.

use crate::world::World;
use expect_test::expect;
use serde_json::Value;

const PROJECTS: &str = r#"
[project.fourth-lane]
title = { en = "Fourth lane", zh = "第四条通道", ru = "Четвёртая полоса" }
owner = "Checkpoint authority"
status = "under construction"
planned = "2026-03-01"
opens = "2026-09-01"
slip = "uniform(-30 d, 150 d)"
milestones = [
  { date = "2025-05-01", title = "Agreement", done = true },
  { date = "2026-06-01", title = "Roof" },
]
set.facility.north-checkpoint.stage.documents.lanes = 4

[project.third-lane]
title = { en = "Third lane", zh = "第三条通道", ru = "Третья полоса" }
status = "open"
planned = "2024-01-01"
opens = "2024-12-01"
set.facility.north-checkpoint.stage.documents.lanes = 3
"#;

fn world() -> World {
    let world = World::with_model();
    world.write("model/projects.toml", PROJECTS);
    world
}

#[test]
fn a_programme_is_printed_and_kept() {
    let world = world();
    let said = world.portway(&["programme", "model", "--out", "found"]);
    assert_eq!(said.code, 0, "{said:?}");
    expect![[r#"
        A corridor to start from: the programme

        2 projects: 1 open, 1 still to open. 1 of those still to open is announced later
        than first planned, by 6.0 months in the mean. By the end of 2026, 0.8 of the 1
        that says how far it may slip can be expected to be open.

        From plan to opening
                               late,                               on   by end
            planned    opens  months      P10      P50      P90  time  of 2026
        Fourth lane
            2026-03  2026-09     6.0  2026-08  2026-11  2027-01  17 %     84 %
          under construction · 1 of 2 milestones · Checkpoint authority
        Third lane
            2024-01  2024-12      11        –        –        –     –        –
          open

        What it rests on
        no evidence is written down for any input
        10,000 draws of each slip, seed 1
        model start e158c1054542, Portway 0.1.0
        Slips of different projects are drawn apart from each other. P10, P50 and P90
          are the days on which a tenth, half and nine tenths of the draws have opened;
          a month is 30.4 days. A project without a stated slip has no chance told.
    "#]]
    .assert_eq(&said.out.replace('\u{a0}', " "));
    assert!(said.err.ends_with("Report: found/report.html\n"), "{said:?}");
    assert_eq!(world.list("found"), ["manifest.json", "model", "programme.json", "report.html"]);

    let kept = world.read("found/programme.json");
    let found: Value = serde_json::from_str(&kept).expect("it is JSON");
    let lane = &found["projects"][0];
    let dates = (lane["milestones_done"].as_u64(), lane["planned"].as_str(), found["year"].as_u64());
    assert_eq!(dates, (Some(1), Some("2026-03-01"), Some(2026)));
    // 30 of 180 days lie before the announced one, and 152 of 181 before the end of the year.
    let chance = |name: &str| lane["outlook"][name].as_f64().expect("it is a number");
    assert!((chance("chance_as_announced") - 30.5 / 180.0).abs() < 0.015, "{kept}");
    assert!((chance("chance_by_year") - 151.5 / 180.0).abs() < 0.015, "{kept}");
    assert_eq!(found["projects"][1]["outlook"], Value::Null);

    let printed = world.portway(&["programme", "model", "--json"]);
    assert_eq!((printed.code, printed.out.as_str()), (0, kept.as_str()));
    let page = world.read("found/report.html");
    assert!(page.contains("<svg") && page.contains("Fourth lane") && page.contains("2026"));
}

#[test]
fn a_programme_speaks_chinese_and_russian() {
    let world = world();
    for (language, words) in [("zh", ["合作项目进度", "第四条通道"]), ("ru", ["программа проектов", "Четвёртая"])]
    {
        let said = world.portway(&["programme", "model", "--lang", language, "--year", "2027", "--out", "found"]);
        assert_eq!(said.code, 0, "{said:?}");
        for word in words {
            assert!(said.out.contains(word) && world.read("found/report.html").contains(word), "{said:?}");
        }
    }
}

#[test]
fn what_a_project_brings_does_not_depend_on_threads() {
    let world = world();
    let asked = |threads: &str| {
        let window = ["--from", "2026-03-02", "--to", "2026-03-08", "--replications", "3", "--threads", threads];
        let said = world.portway(&[&["programme", "model", "--scenario", "base", "--json"], &window[..]].concat());
        assert_eq!(said.code, 0, "{said:?}");
        said.out
    };
    let one = asked("1");
    assert_eq!(one, asked("4"));
    let found: Value = serde_json::from_str(&one).expect("it is JSON");
    let outcomes =
        [0, 1].map(|at| found["effects"]["projects"][at]["outcome"].as_str().expect("it is a word").to_owned());
    assert_eq!(outcomes, ["told", "already_there"]);
    let lanes = &found["effects"]["projects"][0]["effect"]["lanes"][0];
    assert_eq!(lanes["scope"], "north-checkpoint.documents");
}

#[test]
fn days_and_replications_are_those_of_a_scenario() {
    let world = world();
    for option in [["--from", "2026-03-02"], ["--replications", "3"]] {
        let said = world.portway(&[&["programme", "model"], &option[..]].concat());
        assert!(said.code == 2 && said.err.contains("--scenario"), "{said:?}");
    }
    let said = world.portway(&["programme", "model", "--scenario", "base", "--replications", "1"]);
    assert!(said.code == 2 && said.err.contains("at least two replications"), "{said:?}");
    assert_eq!(world.list("."), ["model"]);
}

#[test]
fn a_folder_without_projects_is_refused() {
    let world = World::with_model();
    expect![[r#"
        error: model has no projects
        hint: write what is agreed as [project.NAME]; docs/language.md describes it"#]]
    .assert_eq(world.portway(&["programme", "model"]).failure());
    assert_eq!(world.list("."), ["model"]);
}
