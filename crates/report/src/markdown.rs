//! Pages in Markdown that are kept in the repository.

use crate::language::Language;
use crate::number;
use crate::table::{detectable, exact_value};
use crate::words;
use portway_study::exact::{ExactCheck, ExactReport, ExactRow};

/// The page about exact answers: what was checked, against what, with what result. It holds nothing that another run with
/// the same seed would change.
pub fn exact(report: &ExactReport) -> String {
    let mut page = words::exact_page_head(report);
    page.push_str(&overview(report));
    for check in &report.checks {
        page.push_str(&family(check));
    }
    page
}

/// One line per folder, with the hash of its texts and the fingerprint of a short run, by which tests see whether the page
/// is fresh.
fn overview(report: &ExactReport) -> String {
    let mut out = String::from(
        "\n## Folders\n\n| folder | rows | agree | events | text | short run |\n\
         | --- | ---: | ---: | ---: | --- | --- |\n",
    );
    for check in &report.checks {
        let agree = check.rows.iter().filter(|row| row.verdict == portway_study::Verdict::Agrees).count();
        out.push_str(&format!(
            "| `{}` | {} | {agree} | {:.1} million | `{}` | `{}` |\n",
            check.model.name,
            check.rows.len(),
            check.events as f64 / 1e6,
            check.model.hash.get(..16).unwrap_or_default(),
            check.fingerprint,
        ));
    }
    out
}

fn family(check: &ExactCheck) -> String {
    let mut out = format!(
        "\n## {}\n\nFolder `validation/{}`.\n\n\
         | check | measure | exact | simulated | z | limit | finds | replications | verdict | against |\n\
         | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- |\n",
        check.title, check.model.name
    );
    for row in &check.rows {
        out.push_str(&line(row));
    }
    out
}

fn line(row: &ExactRow) -> String {
    let statistic = if row.statistic == "mean" { String::new() } else { format!(" {}", row.statistic) };
    let about: Vec<&str> = [row.scope.as_str(), row.class.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty() && *part != "corridor")
        .collect();
    let about = if about.is_empty() { String::new() } else { format!(" ({})", about.join(", ")) };
    let exact = match row.exact_half_width {
        Some(half_width) => number::precise(row.exact, Some(half_width)).text(),
        None => exact_value(row),
    };
    let simulated = row.simulated.map_or_else(|| "–".to_owned(), |value| number::precise(value, row.half_width).text());
    let signed = |z: Option<f64>| z.map_or_else(String::new, |z| format!("{z:+.2}").replace('-', "−"));
    let limit = row.z_limit.map_or_else(String::new, |z| format!("{z:.2}"));
    format!(
        "| {} | `{}`{statistic}{about} | {exact} | {simulated} | {} | {limit} | {} | {} | {} | {} |\n",
        row.id,
        row.measure,
        signed(row.z),
        detectable(row),
        row.replications,
        Language::En.word(words::verdict(row.verdict)),
        row.source.replace('|', "\\|"),
    )
}
