//! What `portway validate` prints: observed beside simulated.

use super::grid::{Cell, Grid};
use super::run::{notes, section};
use crate::language::Language;
use crate::number::{self, Estimate};
use crate::style::{Ink, Style};
use crate::text;
use crate::words;
use portway_study::{Validation, ValidationRow, Verdict};

/// Every observation with its simulated value, the range that counts as agreement, and the verdict.
pub fn validation(validation: &Validation, style: Style) -> String {
    let style = style.of_a_page();
    let answer = text::wrap(&words::validation_answer(validation), style.width, "");
    let mut out = answer.lines().map(|line| style.paint(Ink::Strong, line) + "\n").collect::<String>();
    out.push('\n');
    out.push_str(&grid(style.language, validation).render(style));
    let remarks: Vec<String> = validation.rows.iter().filter_map(remark).collect();
    if !remarks.is_empty() {
        let lines: String = remarks.iter().map(|line| text::wrap(line, style.width, "  ") + "\n").collect();
        section(&mut out, style, words::REMARKS_TITLE, &lines);
    }
    if !validation.diagnostics.is_empty() {
        section(&mut out, style, words::FINDINGS_TITLE, &notes(&validation.diagnostics, style));
    }
    let mut rests: Vec<String> = validation.scenarios.iter().map(words::validated_scenario).collect();
    rests.push(words::rests_on_validation(validation));
    let rests: String = rests.iter().map(|line| text::wrap(line, style.width, "  ") + "\n").collect();
    section(&mut out, style, words::RESTS_ON_TITLE, &rests);
    out
}

fn grid(language: Language, validation: &Validation) -> Grid {
    let mut grid = Grid::new(&language.words(["check", "seen", "simulated", "allowed", "verdict"]));
    let mut scenario = None;
    for row in &validation.rows {
        if scenario != Some(&row.scenario) {
            grid.section(&row.scenario);
            scenario = Some(&row.scenario);
        }
        let ink = match row.verdict {
            Verdict::Agrees => Ink::Good,
            Verdict::Misses => Ink::Bad,
            Verdict::CannotTell => Ink::Care,
        };
        grid.row(vec![
            Cell::text(&format!("  {}", row.id)),
            Cell::Number(Some(number::estimate(row.observed, None))),
            Cell::Number(simulated(row)),
            Cell::Word(range(row), Ink::Plain),
            Cell::Text(language.word(words::verdict(row.verdict)), ink),
        ]);
        grid.note(&format!("    {}", words::validated_measure(row)));
    }
    grid
}

/// The simulated value with its half-width.
pub(crate) fn simulated(row: &ValidationRow) -> Option<Estimate> {
    row.simulated.map(|value| number::estimate(value, row.half_width))
}

/// The range that counts as agreement.
pub(crate) fn range(row: &ValidationRow) -> String {
    format!("{}–{}", number::plain(row.low), number::plain(row.high))
}

/// Why a row that does not agree does not.
fn remark(row: &ValidationRow) -> Option<String> {
    let why = if row.reason.is_empty() { &row.note } else { &row.reason };
    (row.verdict != Verdict::Agrees && !why.is_empty()).then(|| format!("{}: {why}", row.id))
}
