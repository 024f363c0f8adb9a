//! What results are read against: the corridor that was simulated and where its numbers come from.

use portway_model::Corridor;
use portway_model::element::{Evidence, EvidenceStatus, Timeline};
use portway_study::EvidenceCounts;

/// The corridor behind some results. Reports take titles, order of travel, changes and evidence from here.
#[derive(Clone, Copy, Debug)]
pub struct Basis<'a> {
    /// The scenario that was run.
    pub timeline: &'a Timeline,
    /// Every row of `evidence.csv`.
    pub evidence: &'a [Evidence],
    /// The inputs that have a say in the scenario, by their evidence.
    pub counts: EvidenceCounts,
}

/// All statuses from the best to the weakest, which is the order in which reports count them.
pub(crate) const STATUSES: [EvidenceStatus; 4] =
    [EvidenceStatus::Observed, EvidenceStatus::Design, EvidenceStatus::Derived, EvidenceStatus::Assumption];

impl<'a> Basis<'a> {
    /// What the results of a timeline of a corridor are read against.
    pub fn of(corridor: &'a Corridor, timeline: &'a Timeline) -> Self {
        let counts = EvidenceCounts::of(corridor, &timeline.scenario.name);
        Self { timeline, evidence: corridor.evidence(), counts }
    }
}

impl Basis<'_> {
    /// How many inputs have each status, in the order of [`STATUSES`].
    pub(crate) fn evidence_counts(&self) -> [usize; 4] {
        let EvidenceCounts { observed, design, derived, assumption, without: _ } = self.counts;
        [observed, design, derived, assumption]
    }
}
