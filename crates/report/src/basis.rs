//! What results are read against: the corridor that was simulated and where its numbers come from.

use portway_model::element::{Evidence, EvidenceStatus, Timeline};

/// The corridor behind some results. Reports take titles, order of travel, changes and evidence from here.
#[derive(Clone, Copy, Debug)]
pub struct Basis<'a> {
    /// The scenario that was run.
    pub timeline: &'a Timeline,
    /// Every row of `evidence.csv`.
    pub evidence: &'a [Evidence],
}

/// All statuses from the best to the weakest, which is the order in which reports count them.
pub(crate) const STATUSES: [EvidenceStatus; 4] =
    [EvidenceStatus::Observed, EvidenceStatus::Design, EvidenceStatus::Derived, EvidenceStatus::Assumption];

impl Basis<'_> {
    /// How many evidence rows have each status, in the order of [`STATUSES`].
    pub(crate) fn evidence_counts(&self) -> [usize; 4] {
        STATUSES.map(|status| self.evidence.iter().filter(|row| row.status == status).count())
    }
}
