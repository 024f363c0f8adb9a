//! The validation of the sample.

use portway_study::results::ModelRef;
use portway_study::{ValidatedScenario, Validation, ValidationRow, Verdict};

/// Three observations, one of each verdict.
pub(crate) fn validation() -> Validation {
    let row = |id: &str, measure: &str, unit: &str, values: [f64; 5], verdict, reason: &str| ValidationRow {
        id: id.into(),
        scenario: "winter".into(),
        measure: measure.into(),
        statistic: "mean".into(),
        scope: "corridor".into(),
        direction: String::new(),
        class: String::new(),
        unit: unit.into(),
        from: "2026-01-01".into(),
        to: "2026-01-31".into(),
        observed: values[0],
        low: values[1],
        high: values[2],
        simulated: Some(values[3]),
        half_width: Some(values[4]),
        verdict,
        reason: reason.into(),
        reason_code: String::new(),
        reason_values: Default::default(),
        source: "monthly count".into(),
        note: String::new(),
    };
    Validation {
        portway: "0.1.0".into(),
        model: ModelRef { name: "sample".into(), hash: "5f2a9c01d4e7b8a60123456789abcdef".into() },
        seed: 1,
        scenarios: vec![ValidatedScenario {
            scenario: "winter".into(),
            from: "2026-01-01".into(),
            to: "2026-01-31".into(),
            replications: 20,
        }],
        level: 0.95,
        rows: vec![
            row(
                "V1-mean",
                "crossings_per_day",
                "vehicles/day",
                [172.0, 160.0, 184.0, 169.46, 2.31],
                Verdict::Agrees,
                "",
            ),
            row("V2-door", "door_to_door_h", "h", [6.0, 5.0, 7.0, 9.84, 0.49], Verdict::Misses, ""),
            row(
                "V3-use",
                "lane_use_share",
                "share",
                [0.6, 0.5, 0.7, 0.69, 0.03],
                Verdict::CannotTell,
                "The interval reaches over the edge of the allowed range.",
            ),
        ],
        diagnostics: vec![],
    }
}
