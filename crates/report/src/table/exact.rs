//! What `portway validate` prints about exact answers.

use super::grid::{Cell, Grid};
use super::run::section;
use crate::language::Language;
use crate::number;
use crate::style::{Ink, Style};
use crate::text;
use crate::words;
use portway_study::Verdict;
use portway_study::exact::{ExactReport, ExactRow};

/// Every exact answer with its simulated value, the distance in standard errors, and the verdict.
pub fn exact(report: &ExactReport, style: Style) -> String {
    let answer = text::wrap(&words::exact_answer(style.language, report), style.width, "");
    let mut out = answer.lines().map(|line| style.paint(Ink::Strong, line) + "\n").collect::<String>();
    out.push('\n');
    out.push_str(&grid(style.language, report).render(style));
    let rows = report.checks.iter().flat_map(|check| &check.rows);
    let remarks: Vec<String> =
        rows.filter(|row| !row.reason.is_empty()).map(|row| remark(style.language, row)).collect();
    if !remarks.is_empty() {
        let lines: String = remarks.iter().map(|line| text::wrap(line, style.width, "  ") + "\n").collect();
        section(&mut out, style, &style.language.word("validation-remarks-title"), &lines);
    }
    let rests: String = words::exact_rests(style.language, report)
        .iter()
        .map(|line| text::wrap(line, style.width, "  ") + "\n")
        .collect();
    section(&mut out, style, &style.language.word("rests-on"), &rests);
    out
}

fn grid(language: Language, report: &ExactReport) -> Grid {
    let mut grid = Grid::new(&language.words(["check", "exact", "simulated", "z", "finds", "verdict"]));
    for check in &report.checks {
        grid.section(&check.title);
        for row in &check.rows {
            let ink = match row.verdict {
                Verdict::Agrees => Ink::Good,
                Verdict::Misses => Ink::Bad,
                Verdict::CannotTell => Ink::Care,
            };
            grid.row(vec![
                Cell::text(&format!("  {}", row.id)),
                Cell::Word(exact_value(language, row), Ink::Plain),
                Cell::Number(row.simulated.map(|value| number::precise(value, row.half_width))),
                Cell::Word(row.z.map_or_else(String::new, |z| distance(language, z)), Ink::Plain),
                Cell::Word(detectable(language, row), Ink::Plain),
                Cell::Text(language.word(words::verdict(row.verdict)), ink),
            ]);
        }
    }
    grid
}

fn remark(language: Language, row: &ExactRow) -> String {
    let why = words::reason(language, &row.reason, &row.reason_code, &row.reason_values);
    language.say("labelled", &[("label", (&row.id).into()), ("text", (&why).into())])
}

/// The answer with as many digits as the simulation shows beside it.
pub(crate) fn exact_value(language: Language, row: &ExactRow) -> String {
    number::localised(&number::precise_like(row.exact, row.half_width), language)
}

fn distance(language: Language, z: f64) -> String {
    number::localised(&format!("{z:+.2}").replace('-', "−"), language)
}

/// The smallest bias that the run finds.
pub(crate) fn detectable(language: Language, row: &ExactRow) -> String {
    let percent = |bias: f64| number::localised(&format!("{:.2}", bias * 100.0), language);
    row.detectable_bias.map_or_else(String::new, |bias| words::percent(language, &percent(bias)))
}
