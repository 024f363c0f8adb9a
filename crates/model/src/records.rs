//! The CSV files of a folder: days off, demand by date, evidence, observations, exact answers.

mod exact;

pub(crate) use exact::exact_answers;

use crate::calendar::{Holidays, SpecialDay, parse_date};
use crate::element::{Evidence, EvidenceStatus, Observation, Timeline};
use crate::problem::{Place, Problem, Problems, did_you_mean};
use crate::quantity::MAX_RATE_PER_DAY;
use crate::reader::{Kind, Names, shortened};
use crate::table::{CsvTable, Row};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// A table of demand: vehicles per day of each flow from a date on.
#[derive(Clone, Debug, Default)]
pub(crate) struct Demand {
    /// Steps by flow, sorted by date.
    pub(crate) steps: BTreeMap<String, Vec<(Date, f64)>>,
    /// False when the table has mistakes, so that rows may be missing.
    pub(crate) right: bool,
}

/// Reads `holidays.csv`.
pub(crate) fn holidays(table: &CsvTable<'_>, problems: &mut Problems) -> Holidays {
    let columns = [("date", true), ("country", true), ("kind", true), ("name", false)];
    let mut days: BTreeMap<(String, Date), (SpecialDay, Place)> = BTreeMap::new();
    for row in table.rows(&columns, problems) {
        if problems.is_full() {
            break;
        }
        let Some(day) = date(&row, 0, problems) else { continue };
        let country = row.text(1).to_string();
        if country.len() != 2 || !country.bytes().all(|b| b.is_ascii_uppercase()) {
            let problem = Problem::error("wrong-country", format!("`{}` is not a country code", shortened(&country)));
            problems.add(problem.at(row.place(1), "").help("two capital letters of ISO 3166, as in CN"));
            continue;
        }
        let kinds = [("off", SpecialDay::Off), ("workday", SpecialDay::Workday)];
        let Some(kind) = word(&row, 2, &kinds, problems) else { continue };
        match days.get(&(country.clone(), day)) {
            Some((_, first)) => {
                let problem = Problem::error("duplicate", format!("{country} has {day} twice"));
                problems.add(problem.at(row.place, "again here").at(*first, "first here"));
            }
            None => {
                days.insert((country, day), (kind, row.place));
            }
        }
    }
    Holidays { days: days.into_iter().map(|((country, day), (kind, _))| (country, day, kind)).collect() }
}

/// Reads a table of demand by date.
pub(crate) fn demand(table: &CsvTable<'_>, flows: &BTreeSet<&str>, problems: &mut Problems) -> Demand {
    let mut steps: BTreeMap<String, BTreeMap<Date, (f64, Place)>> = BTreeMap::new();
    let mut right = true;
    let rows = table.rows(&[("flow", true), ("from", true), ("per_day", true)], problems);
    if table.is_only_a_header() {
        let problem = Problem::error("no-rows", format!("{} has a header and no row", table.name()));
        problems.add(problem.help("write a row for each flow and date, e.g. trucks-north,2026-01-01,84.5"));
    }
    right &= !rows.is_empty();
    for row in rows {
        if problems.is_full() {
            break;
        }
        let flow = row.text(0);
        if !flows.contains(flow) {
            let help = did_you_mean(flow, flows.iter().copied());
            let problem = Problem::error("unknown-name", format!("there is no flow `{}`", shortened(flow)));
            problems.add(problem.at(row.place(0), "not defined").maybe_help(help));
            right = false;
            continue;
        }
        let (Some(from), Some(rate)) = (date(&row, 1, problems), number(&row, 2, problems)) else {
            right = false;
            continue;
        };
        if !(0.0..=MAX_RATE_PER_DAY).contains(&rate) {
            let message = format!("{} vehicles a day is not between 0 and {MAX_RATE_PER_DAY}", shortened(row.text(2)));
            problems.add(Problem::error("out-of-range", message).at(row.place(2), ""));
            right = false;
            continue;
        }
        let of_flow = steps.entry(flow.to_string()).or_default();
        if let Some((_, first)) = of_flow.get(&from) {
            let problem = Problem::error("duplicate", format!("flow `{flow}` has two volumes from {from} on"));
            problems.add(problem.at(row.place, "again here").at(*first, "first here"));
            right = false;
            continue;
        }
        of_flow.insert(from, (rate, row.place));
    }
    let sorted =
        |of_flow: BTreeMap<Date, (f64, Place)>| of_flow.into_iter().map(|(day, (rate, _))| (day, rate)).collect();
    Demand { steps: steps.into_iter().map(|(flow, of_flow)| (flow, sorted(of_flow))).collect(), right }
}

/// A row of `evidence.csv` and where it is written.
#[derive(Clone, Debug)]
pub(crate) struct EvidenceRow {
    pub(crate) evidence: Evidence,
    /// Of its path.
    pub(crate) place: Place,
    pub(crate) low_place: Place,
    pub(crate) high_place: Place,
}

/// Reads `evidence.csv`.
pub(crate) fn evidence(table: &CsvTable<'_>, problems: &mut Problems) -> Vec<EvidenceRow> {
    let columns =
        [("path", true), ("status", true), ("source", true), ("low", false), ("high", false), ("note", false)];
    let statuses = [
        ("observed", EvidenceStatus::Observed),
        ("design", EvidenceStatus::Design),
        ("derived", EvidenceStatus::Derived),
        ("assumption", EvidenceStatus::Assumption),
    ];
    let mut seen: BTreeMap<String, Place> = BTreeMap::new();
    let mut all = Vec::new();
    for row in table.rows(&columns, problems) {
        if problems.is_full() {
            break;
        }
        let Some(status) = word(&row, 1, &statuses, problems) else { continue };
        let path = row.text(0).to_string();
        if row.text(2).is_empty() {
            let problem =
                Problem::error("missing-cell", "evidence without a source").at(row.place, "`source` is empty");
            problems.add(problem.help("name the publication or the site, or for an assumption the reasoning"));
        }
        if let Some(first) = seen.get(&path) {
            let problem = Problem::error("duplicate", format!("`{}` has two rows of evidence", shortened(&path)));
            problems.add(problem.at(row.place(0), "again here").at(*first, "first here"));
            continue;
        }
        seen.insert(path.clone(), row.place(0));
        let text = |column: usize| row.text(column).to_string();
        let evidence = Evidence { path, status, source: text(2), low: text(3), high: text(4), note: text(5) };
        let (place, low_place, high_place) = (row.place(0), row.place(3), row.place(4));
        all.push(EvidenceRow { evidence, place, low_place, high_place });
    }
    all
}

/// A row of `observations.csv` and where its dates are written.
pub(crate) struct ObservationRow {
    pub(crate) observation: Observation,
    from_place: Place,
    to_place: Place,
}

/// Tells of observations that no run of their scenario can answer, because they lie outside its window.
pub(crate) fn outside_windows(rows: &[ObservationRow], timelines: &[Timeline], problems: &mut Problems) {
    for ObservationRow { observation, from_place, to_place } in rows {
        let of = |timeline: &&Timeline| timeline.scenario.name == observation.scenario;
        let Some(scenario) = timelines.iter().find(of).map(|timeline| &timeline.scenario) else { continue };
        for (date, place) in [(observation.from, from_place), (observation.to, to_place)] {
            if let Some(date) = date.filter(|date| !(scenario.from..=scenario.to).contains(date)) {
                let message = format!("{date} is no day of scenario `{}`", scenario.name);
                let window = format!("it goes from {} to {}", scenario.from, scenario.to);
                problems.add(Problem::error("outside-window", message).at(*place, "").help(window));
            }
        }
    }
}

/// Reads `observations.csv`. Names of scenarios, directions and classes are checked; of measures, the study knows.
pub(crate) fn observations(table: &CsvTable<'_>, names: &Names, problems: &mut Problems) -> Vec<ObservationRow> {
    let columns = [
        ("id", true),
        ("scenario", true),
        ("measure", true),
        ("statistic", true),
        ("scope", false),
        ("direction", false),
        ("class", false),
        ("from", false),
        ("to", false),
        ("value", true),
        ("low", true),
        ("high", true),
        ("source", true),
        ("note", false),
    ];
    let mut seen: BTreeMap<String, Place> = BTreeMap::new();
    let mut all = Vec::new();
    for row in table.rows(&columns, problems) {
        if problems.is_full() {
            break;
        }
        let right = names_are_known(&row, names, problems);
        let mut day = |column: usize| {
            if row.text(column).is_empty() { Some(None) } else { date(&row, column, problems).map(Some) }
        };
        let (from, to) = (day(7), day(8));
        let (value, low, high) = (number(&row, 9, problems), number(&row, 10, problems), number(&row, 11, problems));
        let (Some(from), Some(to), Some(value), Some(low), Some(high), true) = (from, to, value, low, high, right)
        else {
            continue;
        };
        if low > high {
            let problem = Problem::error("reversed", "`low` is above `high`").at(row.place(10), "low");
            problems.add(problem.at(row.place(11), "high"));
            continue;
        }
        if let (Some(first), Some(last)) = (from, to)
            && first > last
        {
            let problem = Problem::error("reversed", "`from` is after `to`").at(row.place(7), "from");
            problems.add(problem.at(row.place(8), "to"));
            continue;
        }
        if !(low..=high).contains(&value) {
            let problem = Problem::warning("outside-range", "`value` is not between `low` and `high`");
            problems.add(
                problem.at(row.place(9), "value").help("the range is what a run has to meet; it goes around the value"),
            );
        }
        let text = |column: usize| row.text(column).to_string();
        if let Some(first) = seen.insert(text(0), row.place(0)) {
            let problem =
                Problem::error("duplicate", format!("two observations are called `{}`", shortened(row.text(0))));
            problems.add(problem.at(row.place(0), "again here").at(first, "first here"));
        }
        let observation = Observation {
            id: text(0),
            scenario: text(1),
            measure: text(2),
            statistic: text(3),
            scope: text(4),
            direction: text(5),
            class: text(6),
            from,
            to,
            value,
            low,
            high,
            source: text(12),
            note: text(13),
        };
        all.push(ObservationRow { observation, from_place: row.place(7), to_place: row.place(8) });
    }
    all
}

/// Checks the names of a row about one measure of one scenario: scenario, direction and class stand in columns 1, 5 and 6.
fn names_are_known(row: &Row<'_, '_>, names: &Names, problems: &mut Problems) -> bool {
    let mut right = is_known(row, 1, row.text(1), Kind::Scenario, names, problems);
    if !row.text(5).is_empty() {
        right &= is_known(row, 5, row.text(5), Kind::Direction, names, problems);
    }
    if !row.text(6).is_empty() {
        // Several classes may be observed together.
        for class in row.text(6).split('+') {
            right &= is_known(row, 6, class.trim(), Kind::Class, names, problems);
        }
    }
    right
}

fn is_known(row: &Row<'_, '_>, column: usize, name: &str, kind: Kind, names: &Names, problems: &mut Problems) -> bool {
    let known = names.find(kind, name).is_some();
    if !known {
        let help = did_you_mean(name, names.all(kind).map(|(name, _)| name));
        let problem = Problem::error("unknown-name", format!("there is no {} `{}`", kind.word(), shortened(name)));
        problems.add(problem.at(row.place(column), "not defined").maybe_help(help));
    }
    known
}

fn date(row: &Row<'_, '_>, column: usize, problems: &mut Problems) -> Option<Date> {
    match parse_date(row.text(column)) {
        Ok(date) => Some(date),
        Err(error) => {
            let problem = Problem::error("wrong-date", shortened(&error.message)).at(row.place(column), "");
            problems.add(problem.maybe_help(error.help));
            None
        }
    }
}

fn number(row: &Row<'_, '_>, column: usize, problems: &mut Problems) -> Option<f64> {
    let text = row.text(column);
    let number = text.parse().ok().filter(|number: &f64| number.is_finite());
    if number.is_none() {
        let message = match text {
            "" => format!("`{}` is empty: a number is missing", row.name(column)),
            text => format!("`{}` is not a number", shortened(text)),
        };
        problems.add(Problem::error("wrong-number", message).at(row.place(column), ""));
    }
    number
}

fn word<T: Copy>(row: &Row<'_, '_>, column: usize, words: &[(&str, T)], problems: &mut Problems) -> Option<T> {
    let text = row.text(column);
    let found = words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
    if found.is_none() {
        let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        let message = format!("expected {}, found `{}`", known.join(" or "), shortened(text));
        let help = did_you_mean(text, known.iter().copied());
        problems.add(Problem::error("unknown-word", message).at(row.place(column), "").maybe_help(help));
    }
    found
}
