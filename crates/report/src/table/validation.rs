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
    let answer = text::wrap(&words::validation_answer(style.language, validation), style.width, "");
    let mut out = answer.lines().map(|line| style.paint(Ink::Strong, line) + "\n").collect::<String>();
    out.push('\n');
    out.push_str(&grid(style.language, validation).render(style));
    let remarks: Vec<String> = validation.rows.iter().filter_map(|row| remark(style.language, row)).collect();
    if !remarks.is_empty() {
        let lines: String = remarks.iter().map(|line| text::wrap(line, style.width, "  ") + "\n").collect();
        section(&mut out, style, &style.language.word("validation-remarks-title"), &lines);
    }
    if !validation.diagnostics.is_empty() {
        section(&mut out, style, &style.language.word("findings-title"), &notes(&validation.diagnostics, style));
    }
    let mut rests: Vec<String> =
        validation.scenarios.iter().map(|scenario| words::validated_scenario(style.language, scenario)).collect();
    rests.push(words::rests_on_validation(style.language, validation));
    let rests: String = rests.iter().map(|line| text::wrap(line, style.width, "  ") + "\n").collect();
    section(&mut out, style, &style.language.word("rests-on"), &rests);
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
            Cell::Word(number::localised(&range(row), language), Ink::Plain),
            Cell::Text(language.word(words::verdict(row.verdict)), ink),
        ]);
        grid.note(&format!("    {}", words::validated_measure(language, row)));
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
fn remark(language: Language, row: &ValidationRow) -> Option<String> {
    let why = why(language, row).filter(|_| row.verdict != Verdict::Agrees)?;
    Some(language.say("labelled", &[("label", (&row.id).into()), ("text", (&why).into())]))
}

/// Why the verdict of a row cannot be told, or else what the author of the observation notes about it.
pub(crate) fn why(language: Language, row: &ValidationRow) -> Option<String> {
    let reason = words::reason(language, &row.reason, &row.reason_code, &row.reason_values);
    [reason, row.note.clone()].into_iter().find(|text| !text.is_empty())
}
