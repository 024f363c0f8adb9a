//! The state from which a run begins: who waits where, as rows of a CSV file that is no part of the folder.
//!
//! A corridor stays the same from day to day and its state does not, so the two are kept apart: the same folder is run
//! from this morning's queues and from tomorrow's.

use crate::calendar::parse_moment;
use crate::diagnostic::Diagnostic;
use crate::element::{Present, Timeline};
use crate::folder::SourceFile;
use crate::problem::{Problem, Problems, Source, did_you_mean};
use crate::reader::shortened;
use crate::table::{self, Row};
use crate::tree::text_of;
use jiff::civil::{DateTime, Time};
use jiff::tz::TimeZone;

/// Most vehicles of one row: a thousand times the longest queue ever seen at a border.
const MAX_VEHICLES: u32 = 1_000_000;

const COLUMNS: [(&str, bool); 4] = [("flow", true), ("stage", true), ("vehicles", true), ("since", false)];

impl Timeline {
    /// The same, beginning with the vehicles of a table `flow,stage,vehicles,since` instead of an empty corridor. The run
    /// then begins on the first day of results: what a warm-up makes up is given.
    ///
    /// # Errors
    /// Every mistake of the table, with its place in the file.
    pub fn with_state(mut self, file: &SourceFile) -> Result<Self, Vec<Diagnostic>> {
        let mut problems = Problems::default();
        let source = Source { name: &file.name, text: text_of(file, 0, &mut problems) };
        if !problems.has_errors() {
            let table = table::read(&source, 0, &mut problems);
            let rows = table.rows(&COLUMNS, &mut problems);
            self.state = rows.iter().filter_map(|row| present(&self, row, &mut problems)).collect();
        }
        if problems.has_errors() {
            return Err(problems.into_diagnostics(&vec![source]));
        }
        self.scenario.warm_up_days = 0;
        Ok(self)
    }
}

fn present(timeline: &Timeline, row: &Row<'_, '_>, problems: &mut Problems) -> Option<Present> {
    let model = timeline.first();
    let mut unknown = |column: usize, kind: &str, names: &mut dyn Iterator<Item = &str>| {
        let message = format!("there is no {kind} `{}`", shortened(row.text(column)));
        let problem = Problem::error("unknown-name", message).at(row.place(column), "not defined");
        problems.add(problem.maybe_help(did_you_mean(row.text(column), names)));
    };
    let flow = model.flows.find(row.text(0));
    if flow.is_none() {
        unknown(0, "flow", &mut model.flows.iter().map(|flow| flow.name.as_str()));
    }
    let stage = model.stages.find(row.text(1));
    if stage.is_none() {
        unknown(1, "stage", &mut model.stages.iter().map(|stage| stage.name.as_str()));
    }
    let vehicles = row.text(2).parse().ok().filter(|n| (1..=MAX_VEHICLES).contains(n));
    if vehicles.is_none() {
        let message = format!("`{}` is not a number of vehicles", shortened(row.text(2)));
        let problem = Problem::error("wrong-number", message).at(row.place(2), "");
        problems.add(problem.help(format!("a whole number from 1 to {MAX_VEHICLES}")));
    }
    let since_ms = since_ms(timeline, row, problems);
    Some(Present { flow: flow?, stage: stage?, vehicles: vehicles?, since_ms: since_ms? })
}

/// When the wait began, `None` inside for a cell left empty; `None` outside for a mistake.
fn since_ms(timeline: &Timeline, row: &Row<'_, '_>, problems: &mut Problems) -> Option<Option<i64>> {
    let text = row.text(3);
    if text.is_empty() {
        return Some(None);
    }
    let moment = match parse_moment(text) {
        Ok(moment) => moment,
        Err(error) => {
            let problem = Problem::error("wrong-date", shortened(&error.message)).at(row.place(3), "");
            problems.add(problem.maybe_help(error.help));
            return None;
        }
    };
    let begin = timeline.scenario.from.to_datetime(Time::midnight());
    if moment > begin {
        let problem = Problem::error("out-of-range", format!("{text} is after the run begins")).at(row.place(3), "");
        problems.add(problem.help(format!("the run begins at {} 00:00", timeline.scenario.from)));
        return None;
    }
    Some(Some(utc_ms(moment, &timeline.first().zone)?))
}

fn utc_ms(moment: DateTime, zone: &TimeZone) -> Option<i64> {
    zone.to_timestamp(moment).ok().map(|instant| instant.as_millisecond())
}
