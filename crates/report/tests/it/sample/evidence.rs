//! Evidence of the sample corridor.

use portway_model::element::{Evidence, EvidenceStatus};
use portway_study::EvidenceCounts;

/// The counts of [`evidence`], each row for one input.
pub(crate) fn counts() -> EvidenceCounts {
    EvidenceCounts { observed: 1, design: 1, derived: 1, assumption: 2, without: 0 }
}

/// Evidence of every status.
pub(crate) fn evidence() -> Vec<Evidence> {
    let row = |path: &str, status, source: &str, low: &str, high: &str| Evidence {
        path: path.into(),
        status,
        source: source.into(),
        low: low.into(),
        high: high.into(),
        note: String::new(),
    };
    vec![
        row("link.bridge.length", EvidenceStatus::Design, "design drawing", "", ""),
        row("flow.*.volume", EvidenceStatus::Observed, "monthly count", "", ""),
        row("profile.freight.month", EvidenceStatus::Derived, "monthly counts over their mean", "", ""),
        row(
            "facility.right-port.stage.documents.service",
            EvidenceStatus::Assumption,
            "nobody published it",
            "15 min",
            "30 min",
        ),
        row("facility.right-port.stage.x-ray.share", EvidenceStatus::Assumption, "nobody published it", "5 %", "25 %"),
    ]
}
