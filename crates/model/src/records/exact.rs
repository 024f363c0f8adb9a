//! `exact.csv`: what theory says that a scenario gives.

use super::{names_are_known, number};
use crate::element::ExactAnswer;
use crate::problem::{Place, Problem, Problems};
use crate::reader::{Names, shortened};
use crate::table::CsvTable;
use std::collections::BTreeMap;

/// Reads `exact.csv`. Names of scenarios, directions and classes are checked; of measures, the study knows.
pub(crate) fn exact_answers(table: &CsvTable<'_>, names: &Names, problems: &mut Problems) -> Vec<ExactAnswer> {
    let columns = [
        ("id", true),
        ("scenario", true),
        ("measure", true),
        ("statistic", true),
        ("scope", false),
        ("direction", false),
        ("class", false),
        ("value", true),
        ("half_width", false),
        ("source", true),
    ];
    let mut seen: BTreeMap<String, Place> = BTreeMap::new();
    let mut all = Vec::new();
    for row in table.rows(&columns, problems) {
        if problems.is_full() {
            break;
        }
        let right = names_are_known(&row, names, problems);
        let half_width = if row.text(8).is_empty() { Some(None) } else { number(&row, 8, problems).map(Some) };
        let (Some(value), Some(half_width), true) = (number(&row, 7, problems), half_width, right) else { continue };
        if half_width.is_some_and(|half_width| half_width <= 0.0) {
            let problem = Problem::error("out-of-range", "a half-width is above zero").at(row.place(8), "");
            problems.add(problem.help("leave it empty when the value is exact"));
            continue;
        }
        let text = |column: usize| row.text(column).to_string();
        if let Some(first) = seen.insert(text(0), row.place(0)) {
            let problem =
                Problem::error("duplicate", format!("two exact answers are called `{}`", shortened(row.text(0))));
            problems.add(problem.at(row.place(0), "again here").at(first, "first here"));
        }
        all.push(ExactAnswer {
            id: text(0),
            scenario: text(1),
            measure: text(2),
            statistic: text(3),
            scope: text(4),
            direction: text(5),
            class: text(6),
            value,
            half_width,
            source: text(9),
        });
    }
    all
}
