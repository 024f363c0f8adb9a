//! Exact answers beside simulation.

use crate::bridge::{model, options};
use portway_model::element::{ExactAnswer, Timeline};
use portway_model::{Folder, load};
use portway_study::exact::{ExactCheck, check_exact, fingerprint};
use portway_study::{Replications, Silent, StudyOptions, Verdict};
use std::sync::atomic::AtomicBool;

/// M/M/1 with 0.5 vehicles a minute and services of one: the mean wait is one minute.
const ONE_LANE: &str = r#"
[corridor]
language = 1
name = "one-lane"
zone = "UTC"
[direction.through]
[class.vehicle]
[node.here]
country = "CN"
zone = "UTC"
[facility.port]
node = "here"
[facility.port.stage.gate]
lanes = 1
service = "exponential(mean 1 min)"
[facility.port.process]
through = ["gate"]
[route.through]
direction = "through"
path = ["port"]
[flow.vehicles]
class = "vehicle"
route = "through"
volume = "720/day"
[scenario.base]
from = "2025-01-01"
to = "2025-03-31"
warm-up = "1 d"
"#;

fn timelines(text: &str) -> Vec<Timeline> {
    let loaded = load(&Folder::of([("corridor.toml", text)]));
    let corridor = loaded.corridor.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics));
    vec![corridor.timeline(None).expect("it has one scenario")]
}

fn answer(id: &str, measure: &str, value: f64) -> ExactAnswer {
    ExactAnswer {
        id: id.into(),
        scenario: "base".into(),
        measure: measure.into(),
        statistic: "mean".into(),
        scope: "port.gate".into(),
        direction: String::new(),
        class: String::new(),
        value,
        half_width: None,
        source: "theory".into(),
    }
}

fn check(answers: &[ExactAnswer], options: &StudyOptions) -> ExactCheck {
    let never = AtomicBool::new(false);
    let about = (model(), "One lane");
    check_exact(answers, &timelines(ONE_LANE), about, answers.len(), options, &Silent, &never).expect("it runs")
}

#[test]
fn right_answers_agree_and_wrong_ones_miss() {
    let precise = Replications::Precision { relative: 0.01, min: 10, max: 100 };
    let answers = [
        answer("wait", "stage_wait_min", 1.0),
        answer("waited", "stage_waited_share", 0.5),
        answer("all", "stage_wait_all_min", 1.0),
        answer("time", "stage_time_min", 2.0),
        answer("use", "lane_use_share", 0.5),
        answer("lanes", "lanes_in_use", 0.5),
        answer("inside", "stage_vehicles", 1.0),
        answer("visits", "stage_visits_per_day", 720.0),
        answer("2 % off", "stage_wait_min", 1.02),
    ];
    let check = check(&answers, &StudyOptions { replications: precise, ..options(10) });
    for row in &check.rows {
        let expected = if row.id == "2 % off" { Verdict::Misses } else { Verdict::Agrees };
        assert_eq!(row.verdict, expected, "{row:?}");
        assert!(row.detectable_bias.is_some_and(|bias| bias <= 0.01), "{row:?}");
    }
    assert!(check.events > 0);
}

#[test]
fn too_short_a_run_cannot_tell() {
    let p90 = ExactAnswer { statistic: "p90".into(), ..answer("p90", "stage_wait_min", 5.0_f64.ln() * 2.0) };
    let hour = ExactAnswer { statistic: "h07".into(), ..answer("hour", "lanes_in_use", 0.5) };
    let vague = ExactAnswer { half_width: Some(0.5), ..answer("vague", "stage_wait_min", 1.1) };
    let unknown = answer("unknown", "stage_wait_h", 1.0);
    let no_hour = ExactAnswer { statistic: "h24".into(), ..hour.clone() };
    let rows = check(&[p90, hour, vague, unknown, no_hour], &options(4)).rows;
    let told: Vec<_> = rows.iter().map(|row| (row.verdict, row.reason.as_str())).collect();
    let hidden = "a bias of 1 % could hide in the noise of the run";
    assert_eq!(
        told,
        [
            (Verdict::CannotTell, hidden),
            (Verdict::CannotTell, hidden),
            // The answer itself is less sure than the run, and longer runs would not help.
            (Verdict::Agrees, ""),
            (Verdict::CannotTell, "there is no measure `stage_wait_h`"),
            (Verdict::CannotTell, "`lanes_in_use` has no statistic `h24`"),
        ]
    );
}

#[test]
fn a_fingerprint_changes_with_the_model_only() {
    let answers = [answer("wait", "stage_wait_min", 1.0)];
    let of = |text: &str| fingerprint(&answers, &timelines(text), &AtomicBool::new(false)).expect("it runs");
    assert_eq!(of(ONE_LANE), of(ONE_LANE));
    assert_eq!(of(ONE_LANE).len(), 16);
    assert_ne!(of(ONE_LANE), of(&ONE_LANE.replace("mean 1 min", "mean 59 s")));
}
