//! What the fuzz targets do with their bytes.
//!
//! The tests of `portway-model` include this file and replay the corpus through it, so that every input that ever broke
//! something is tried again without a fuzzer.

use jiff::tz::TimeZone;
use portway_model::calendar::{self, Calendar, Holidays, Week};
use portway_model::distribution::{self, Sign};
use portway_model::element::{Model, arrival_rate, timetable};
use portway_model::quantity::{self, Dimension, WordError};
use portway_model::{Corridor, Folder, SourceFile, render};

const DIMENSIONS: [Dimension; 7] = [
    Dimension::Duration,
    Dimension::Length,
    Dimension::Speed,
    Dimension::Mass,
    Dimension::Rate,
    Dimension::Share,
    Dimension::Number,
];

/// Longer inputs of words find nothing new and slow the fuzzer down.
const LINES_MAX: usize = 32;

/// Reads every line as every kind of word: nothing panics, mistakes lie in the line, what was read prints and reads back
/// to the same, and the calendar of all lines together has sorted, disjoint hours inside its window.
pub fn words(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let mut calendar = Calendar {
        name: String::new(),
        title: String::new(),
        zone: TimeZone::get("Europe/Berlin").unwrap_or(TimeZone::UTC),
        weekly: Week::default(),
        holidays: None,
        closed: Vec::new(),
        opened: Vec::new(),
    };
    for line in text.lines().take(LINES_MAX) {
        quantities(line);
        distributions(line);
        hours(line, &mut calendar);
    }
    let (from_ms, to_ms) = (1_704_000_000_000, 1_736_000_000_000);
    let open = calendar.open_spans(&Holidays::default(), from_ms, to_ms);
    assert!(open.iter().all(|span| from_ms <= span.0 && span.0 < span.1 && span.1 <= to_ms));
    assert!(open.windows(2).all(|pair| pair[0].1 < pair[1].0));
}

fn quantities(line: &str) {
    for dimension in DIMENSIONS {
        for sign in [Sign::NonNegative, Sign::Any] {
            let Some(value) = checked(line, quantity::parse_signed(line, dimension, sign)) else { continue };
            assert!(value.is_finite() && (sign == Sign::Any || value >= 0.0));
            let words = quantity::words(value, dimension);
            assert_eq!(quantity::parse_signed(&words, dimension, sign), Ok(value), "{words}");
        }
    }
}

fn distributions(line: &str) {
    for (dimension, sign) in [(Dimension::Duration, Sign::Any), (Dimension::Number, Sign::NonNegative)] {
        let Some(read) = checked(line, distribution::parse(line, dimension, sign)) else { continue };
        assert!(read.mean().is_finite());
        let words = read.words(dimension);
        assert_eq!(distribution::parse(&words, dimension, sign), Ok(read), "{words}");
    }
    if let Some(gaps) = checked(line, distribution::parse_gaps(line)) {
        assert_eq!(gaps.mean(), 1.0);
        assert_eq!(distribution::parse_gaps(&gaps.gaps_words()), Ok(gaps));
    }
}

fn hours(line: &str, calendar: &mut Calendar) {
    if let Some(week) = checked(line, calendar::parse_weekly(line)) {
        calendar.weekly = calendar::merge_weeks(std::mem::take(&mut calendar.weekly), week);
    }
    if let Some(span) = checked(line, calendar::parse_civil_span(line)) {
        assert!(span.from < span.to);
        let spans =
            if calendar.closed.len() > calendar.opened.len() { &mut calendar.opened } else { &mut calendar.closed };
        spans.push(span);
    }
    for spans in [calendar::parse_hours(line), calendar::parse_holiday_hours(line)] {
        let spans = checked(line, spans).unwrap_or_default();
        assert!(spans.iter().all(|span| span.from < span.to && span.to <= 1440));
        assert!(spans.windows(2).all(|pair| pair[0].to < pair[1].from));
    }
    assert!(checked(line, calendar::parse_minute(line)).unwrap_or(0) < 1440);
    checked(line, calendar::parse_date(line));
    checked(line, calendar::parse_moment(line));
}

/// The value; a mistake must lie inside the text that was read.
fn checked<T>(text: &str, read: Result<T, WordError>) -> Option<T> {
    read.map_err(|error| assert!(text.get(error.span.clone()).is_some(), "{error:?}")).ok()
}

/// A line that begins with this gives the name of the file that follows it.
const MARKER: &[u8] = b"--- ";

/// Loads a folder whose files stand one after the other, each under a line `--- NAME`: nothing panics, every label lies
/// in its file, there is a corridor exactly when there is no error, the order of the files does not matter, and what was
/// loaded can be turned into instants.
pub fn load(data: &[u8]) {
    let folder = folder(data);
    let loaded = portway_model::load(&folder);
    assert_eq!(loaded.corridor.is_some(), !loaded.diagnostics.iter().any(|d| d.is_error()), "{:?}", loaded.diagnostics);
    for label in loaded.diagnostics.iter().flat_map(|d| &d.labels) {
        let mut files = folder.files.iter().filter(|file| file.name == label.file);
        assert!(files.any(|file| file.bytes.get(label.span.clone()).is_some()), "{label:?}");
    }
    let shown = render(&loaded.diagnostics, &folder, false);
    assert_eq!(shown.is_empty(), loaded.diagnostics.is_empty());
    render(&loaded.diagnostics, &folder, true);

    let mut reversed = folder.clone();
    reversed.files.reverse();
    assert_eq!(portway_model::load(&reversed).diagnostics, loaded.diagnostics);
    if let Some(corridor) = loaded.corridor {
        timelines(&corridor);
    }
}

/// The files in the order of the bytes; of two with one name the first counts, as on a disk there is only one.
pub fn folder(data: &[u8]) -> Folder {
    let mut folder = Folder::default();
    for line in data.split_inclusive(|byte| *byte == b'\n') {
        if let Some(name) = line.strip_prefix(MARKER) {
            let name = String::from_utf8_lossy(name).trim().to_owned();
            let taken = folder.files.iter().any(|file| file.name == name);
            let name = if taken { format!("{}-{name}", folder.files.len()) } else { name };
            folder.files.push(SourceFile { name, bytes: Vec::new() });
        } else if let Some(file) = folder.files.last_mut() {
            file.bytes.extend_from_slice(line);
        }
    }
    folder
}

fn timelines(corridor: &Corridor) {
    corridor.inputs();
    for scenario in corridor.scenarios() {
        let timeline = corridor.timeline(Some(&scenario.name)).expect("every scenario has a timeline");
        assert!(timeline.versions.windows(2).all(|pair| pair[0].from < pair[1].from));
        for version in &timeline.versions {
            instants(&version.model);
        }
    }
}

/// Ten days of hours and demand.
fn instants(model: &Model) {
    let (from_ms, to_ms) = (1_704_000_000_000, 1_704_864_000_000);
    for calendar in &model.calendars {
        let open = calendar.open_spans(&model.holidays, from_ms, to_ms);
        assert!(open.iter().all(|span| from_ms <= span.0 && span.0 < span.1 && span.1 <= to_ms));
    }
    for flow in &model.flows {
        let rate = arrival_rate(flow, &model.zone, &model.holidays, from_ms, to_ms);
        assert!(rate.iter().all(|step| step.per_ms.is_finite() && step.per_ms >= 0.0));
        timetable(flow, &model.zone, &model.holidays, from_ms, to_ms);
    }
}
