//! What is kept of every finished point: one line of JSON with a check sum, so that a line that was cut off by a power failure is
//! told from a whole one.

use super::plan::SweepPlan;
use crate::options::StudyError;
use crate::trials::Answers;
use portway_stats::random::word_of;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The answers of one point.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PointAnswer {
    /// Number of the point in its design, from 0.
    pub point: u32,
    /// `[measure][replication]`; none where the number never occurred, and for a time that grows with the length of the run.
    pub values: Vec<Vec<Option<f64>>>,
    /// Stages and links whose queue grows until the window ends.
    pub growing: Vec<String>,
    /// Stage or link whose queue outgrew the simulator, which then has no values at all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overflow: Option<String>,
}

impl PointAnswer {
    pub(super) fn new(point: u32, answer: &Result<Answers, StudyError>) -> Self {
        match answer {
            Ok(answers) => {
                let growing = answers.growing.iter().map(|note| note.scope.clone()).collect();
                Self { point, values: answers.values.clone(), growing, overflow: None }
            }
            Err(StudyError::Overflow { scope, .. }) => Self { point, overflow: Some(scope.clone()), ..Self::default() },
            // Any other failure ends the whole sweep and is no answer; it is told all the same rather than lost.
            Err(other) => Self { point, overflow: Some(other.to_string()), ..Self::default() },
        }
    }

    /// The line of the journal, with the newline that ends it.
    pub fn line(&self) -> String {
        // Numbers, lists and texts can always be written.
        let text = serde_json::to_string(self).unwrap_or_default();
        let body = text.strip_suffix('}').unwrap_or_default();
        format!("{body},\"{CHECK}\":\"{:016x}\"}}\n", word_of(body))
    }

    fn of_line(line: &str) -> Option<Self> {
        let (body, check) = line.strip_suffix("\"}")?.rsplit_once(&format!(",\"{CHECK}\":\""))?;
        if check != format!("{:016x}", word_of(body)) {
            return None;
        }
        serde_json::from_str(&format!("{body}}}")).ok()
    }

    /// Whether it can be an answer of a plan.
    fn fits(&self, plan: &SweepPlan, points: u32) -> bool {
        let replications = plan.rests_on.replications as usize;
        let complete = self.overflow.is_some()
            || (self.values.len() == plan.measures.len() && self.values.iter().all(|v| v.len() == replications));
        self.point < points && plan.is_mine(self.point) && complete
    }
}

/// The key of the check sum, the last of every line.
const CHECK: &str = "check";

/// The whole lines of a journal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Journal {
    /// The answers by point.
    pub answers: BTreeMap<u32, PointAnswer>,
    /// Lines that are not whole, or of another plan, and must be removed before anything is added.
    pub damaged: usize,
}

impl Journal {
    /// Reads the lines that a plan with so many points left behind.
    pub fn read(bytes: &[u8], plan: &SweepPlan, points: u32) -> Self {
        let mut journal = Self::default();
        for line in bytes.split_inclusive(|byte| *byte == b'\n') {
            let whole = line.strip_suffix(b"\n").and_then(|line| std::str::from_utf8(line).ok());
            let answer = whole.and_then(PointAnswer::of_line).filter(|answer| answer.fits(plan, points));
            match answer {
                Some(answer) => drop(journal.answers.insert(answer.point, answer)),
                None => journal.damaged += 1,
            }
        }
        journal
    }

    /// All lines in the order of the points: the same bytes however many threads and machines found the answers.
    pub fn text(&self) -> String {
        self.answers.values().map(PointAnswer::line).collect()
    }

    /// Points of a plan that have no answer yet.
    pub fn missing<'j>(&'j self, plan: &'j SweepPlan, points: u32) -> impl Iterator<Item = u32> + 'j {
        (0..points).filter(|point| plan.is_mine(*point) && !self.answers.contains_key(point))
    }
}
