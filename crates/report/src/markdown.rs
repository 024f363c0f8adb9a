//! Pages in Markdown that are kept in the repository.

use crate::language::Language;
use crate::number;
use crate::table::{detectable, exact_value};
use crate::words;
use portway_study::Verdict;
use portway_study::exact::{ExactCheck, ExactReport, ExactRow};

/// The page about exact answers: what was checked, against what, with what result. It holds nothing that another run with
/// the same seed would change.
pub fn exact(language: Language, report: &ExactReport) -> String {
    let mut page = words::exact_page_head(language, report);
    page.push_str(&overview(language, report));
    for check in &report.checks {
        page.push_str(&family(language, check));
    }
    page
}

/// One line per folder, with the hash of its texts and the fingerprint of a short run, by which tests see whether the page
/// is fresh.
fn overview(language: Language, report: &ExactReport) -> String {
    let headings = ["exact-folder", "exact-rows", "exact-agree", "exact-events", "exact-text", "exact-short-run"];
    let mut out = format!(
        "\n## {}\n\n| {} |\n| --- | ---: | ---: | ---: | --- | --- |\n",
        language.word("exact-folders-title"),
        language.words(headings).join(" | ")
    );
    for check in &report.checks {
        let agree = check.rows.iter().filter(|row| row.verdict == Verdict::Agrees).count();
        let millions = number::localised(&format!("{:.1}", check.events as f64 / 1e6), language);
        out.push_str(&format!(
            "| `{}` | {} | {agree} | {} | `{}` | `{}` |\n",
            check.model.name,
            check.rows.len(),
            language.say("exact-million", &[("number", (&millions).into())]),
            check.model.hash.get(..16).unwrap_or_default(),
            check.fingerprint,
        ));
    }
    out
}

fn family(language: Language, check: &ExactCheck) -> String {
    let headings = [
        "check",
        "measure",
        "exact",
        "simulated",
        "z",
        "exact-limit",
        "finds",
        "exact-replications",
        "verdict",
        "exact-against",
    ];
    let folder = format!("`validation/{}`", check.model.name);
    let mut out = format!(
        "\n## {}\n\n{}\n\n| {} |\n| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- |\n",
        check.title,
        language.say("exact-folder-said", &[("folder", (&folder).into())]),
        language.words(headings).join(" | ")
    );
    for row in &check.rows {
        out.push_str(&line(language, row));
    }
    out
}

fn line(language: Language, row: &ExactRow) -> String {
    let statistic = if row.statistic == "mean" { String::new() } else { format!(" {}", row.statistic) };
    let about: Vec<&str> = [row.scope.as_str(), row.class.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty() && *part != "corridor")
        .collect();
    let about = if about.is_empty() { String::new() } else { format!(" ({})", about.join(", ")) };
    let exact = match row.exact_half_width {
        Some(half_width) => number::precise(row.exact, Some(half_width)).text_in(language),
        None => exact_value(language, row),
    };
    let simulated =
        row.simulated.map_or_else(|| "–".to_owned(), |value| number::precise(value, row.half_width).text_in(language));
    let localised = |text: String| number::localised(&text, language);
    let signed = |z: Option<f64>| z.map_or_else(String::new, |z| localised(format!("{z:+.2}").replace('-', "−")));
    let limit = row.z_limit.map_or_else(String::new, |z| localised(format!("{z:.2}")));
    format!(
        "| {} | `{}`{statistic}{about} | {exact} | {simulated} | {} | {limit} | {} | {} | {} | {} |\n",
        row.id,
        row.measure,
        signed(row.z),
        detectable(language, row),
        row.replications,
        language.word(words::verdict(row.verdict)),
        row.source.replace('|', "\\|"),
    )
}
