//! Projects: what is read of them, and where they have no say.

use crate::folders::{SMALL, good};
use expect_test::expect;
use portway_model::element::ProjectStatus;
use portway_model::vary::inputs_of;
use portway_model::{Corridor, Distribution, TitleLanguage, changed_inputs, load_in, uncertain};

/// A second lane at the gate, which is late.
pub(crate) const PROJECTS: &str = r#"
[money]
currency = "RUB"

[project.second-gate]
title = { en = "Second gate", ru = "Второй проезд" }
owner = "Gate authority"
status = "under construction"
planned = "2023-06-01"
opens = "2024-09-01"
slip = "normal(mean 0 d, sd 60 d)"
cost = "1.3 bn RUB"
milestones = [
  { date = "2022-05-01", title = "Agreement", done = true },
  { date = "2024-05-01", title = { en = "Roof", zh = "封顶" } },
]
[project.second-gate.set.facility.gate.stage.documents]
lanes = 4
[project.second-gate.set.flow]
trucks.volume = "90/day"

[project.old-gate]
status = "open"
planned = "2020-01-01"
opens = "2020-06-01"
set.facility.gate.stage.documents.lanes = 2
"#;

fn text(more: &str) -> String {
    SMALL
        .replace("[class.truck]", "[class.truck]\nhour-cost = \"1000 RUB/h\"")
        .replace("[class.bus]", "[class.bus]\nhour-cost = \"1000 RUB/h\"")
        + PROJECTS
        + more
}

fn corridor() -> Corridor {
    good(&[("corridor.toml", &text(""))])
}

#[test]
fn a_project_has_dates_a_cost_milestones_and_changes() {
    let corridor = corridor();
    let [gate, old] = corridor.projects() else { panic!("there are two") };
    assert_eq!((gate.title.as_str(), gate.owner.as_str()), ("Second gate", "Gate authority"));
    assert_eq!(gate.status, ProjectStatus::UnderConstruction);
    let dates = [gate.planned, gate.opens].map(|date| date.expect("it is written").to_string());
    assert_eq!(dates, ["2023-06-01", "2024-09-01"]);
    assert_eq!(gate.slip_ms, Some(Distribution::Normal { mean: 0.0, sd: 60.0 * 86_400_000.0 }));
    assert_eq!(gate.cost.map(|cost| (cost.amount, cost.currency.code())), Some((1.3e9, "RUB")));
    let milestones = gate.milestones.iter().map(|m| format!("{} {} {}\n", m.date, m.title, m.done));
    expect![[r#"
        2022-05-01 Agreement true
        2024-05-01 Roof false
    "#]]
    .assert_eq(&milestones.collect::<String>());
    let changes = gate.changes.iter().map(|c| format!("{}: {} → {}\n", c.path, c.before, c.after));
    expect![[r#"
        facility.gate.stage.documents.lanes: 2 → 4
        flow.trucks.volume: "60/day" → "90/day"
    "#]]
    .assert_eq(&changes.collect::<String>());
    assert_eq!((old.status, old.slip_ms.as_ref(), old.owner.as_str()), (ProjectStatus::Open, None, ""));
}

#[test]
fn titles_are_in_the_language_of_the_reader() {
    let folder = portway_model::Folder::of([("corridor.toml", text("").as_str())]);
    let titles = [TitleLanguage::Ru, TitleLanguage::Zh].map(|language| {
        let corridor = load_in(&folder, language).corridor.expect("it is right");
        let gate = corridor.projects()[0].clone();
        [gate.title, gate.milestones[1].title.clone()]
    });
    assert_eq!(titles, [["Второй проезд", "Roof"], ["Second gate", "封顶"]]);
}

#[test]
fn slip_and_cost_are_inputs_that_have_no_say_in_a_scenario() {
    let evidence = "path,status,source,low,high,note\n\
        project.*.slip,assumption,nobody,10 d,90 d,\n\
        project.second-gate.cost,design,the authority,1 bn RUB,2 bn RUB,\n";
    let corridor = good(&[("corridor.toml", &text("")), ("evidence.csv", evidence)]);
    let inputs = corridor.inputs();
    let with_evidence = inputs.iter().filter(|input| input.evidence.is_some()).map(|input| (input.path, input.value));
    let expected =
        [("project.second-gate.slip", "\"normal(mean 0 d, sd 60 d)\""), ("project.second-gate.cost", "\"1.3 bn RUB\"")];
    assert_eq!(with_evidence.collect::<Vec<_>>(), expected);
    assert!(inputs_of(&corridor, "now").iter().all(|(path, _)| !path.starts_with("project.")));
    assert_eq!(uncertain::of(&corridor, "now").rows, []);
    let dearer = good(&[("corridor.toml", &text("").replace("1.3 bn", "1.4 bn"))]);
    assert_eq!(changed_inputs(&corridor, &dearer, "now"), []);
}

#[test]
fn a_project_belongs_to_the_whole_whatever_the_part_of_its_file() {
    let projects = format!("part = \"later\"\n{}", PROJECTS.replace("[money]\ncurrency = \"RUB\"\n", ""));
    let money = format!("{}\n[money]\ncurrency = \"RUB\"\n", text("").replace(PROJECTS, ""));
    let road = "[scenario.road]\nbase = \"now\"\nparts = []\n";
    let corridor = good(&[("corridor.toml", &(money + road)), ("projects.toml", &projects)]);
    assert_eq!(corridor.projects().len(), 2);
}
