//! Whether the simulator still answers as it did when a page about it was written, without running everything again.

use super::judge::check_exact;
use crate::options::{Replications, Silent, StudyError, StudyOptions};
use crate::results::ModelRef;
use portway_model::element::{ExactAnswer, Timeline};
use portway_model::{Folder, SourceFile};
use std::fmt::Write as _;
use std::sync::atomic::AtomicBool;

/// Characters of a fingerprint: 64 bits, enough to see that something changed.
const LENGTH: usize = 16;

/// A fingerprint of the answers of a short run: two replications of the first day of every scenario, from empty, with the seed 1.
/// A change of the kernel that changes results changes it, and so does a change of the model.
///
/// Errors: [`StudyError`].
pub fn fingerprint(answers: &[ExactAnswer], timelines: &[Timeline], cancel: &AtomicBool) -> Result<String, StudyError> {
    let short: Vec<Timeline> = timelines.iter().map(shortened).collect();
    let options = StudyOptions { seed: 1, replications: Replications::Fixed(2), threads: 0, record_visits: false };
    let nobody = ModelRef { name: String::new(), hash: String::new() };
    let check = check_exact(answers, &short, (nobody, ""), answers.len(), &options, &Silent, cancel)?;
    let mut text = format!("{} events\n", check.events);
    for row in &check.rows {
        let bits = |value: Option<f64>| value.map_or(0, f64::to_bits);
        // Writing to a text cannot fail.
        let _ = writeln!(text, "{} {:016x} {:016x}", row.id, bits(row.simulated), bits(row.half_width));
    }
    let files = vec![SourceFile { name: "answers.csv".into(), bytes: text.into_bytes() }];
    let mut hash = Folder { files }.hash();
    hash.truncate(LENGTH);
    Ok(hash)
}

fn shortened(timeline: &Timeline) -> Timeline {
    let mut timeline = timeline.clone();
    let scenario = &mut timeline.scenario;
    scenario.to = scenario.from;
    scenario.warm_up_days = 0;
    timeline
}
