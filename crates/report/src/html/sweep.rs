//! A sweep: the best point in one sentence, one picture that shows it among the others, every point as a table.

mod heat;
mod panel;

use super::figure::{self, Cell, Table, figure};
use super::page;
use crate::language::Language;
use crate::measures::{asked_title, asked_with_unit};
use crate::rests_on;
use crate::sweep::{answer, design_lines, heading, input_text, short_names, standing, unit_of};
use crate::view;
use crate::words;
use maud::{Markup, html};
use portway_model::factor::Level;
use portway_study::SweepResults;
use portway_study::sweep::{Design, SweptPoint, Varied};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// Points in the table of the page; beyond, it would be larger than anybody reads, and the files have them all.
const MOST_ROWS: usize = 2000;

/// Measures that are drawn beside the first.
const MOST_OTHERS: usize = 12;

/// Marks in all drawings of the other measures together: some megabytes of page.
const MOST_MARKS: usize = 40_000;

/// The page of a sweep.
pub fn sweep(results: &SweepResults, language: Language) -> String {
    let levels = (0..results.plan.vary.len()).map(|input| levels(results, input)).collect();
    let view = SweepView { results, language, names: short_names(&results.plan.vary), levels };
    let heading = heading(results, language);
    let body = html! {
        (page::header(&heading, &answer(results, language)))
        (view.first())
        (view.others())
        (figure::section(&language.word("sweep-inputs"), "", &view.inputs().markup(language)))
        (figure::section(&language.word("rests-on"), "", &view.rests()))
    };
    page::page(language, &heading, &body)
}

/// Results with what every drawing needs beside them.
struct SweepView<'r> {
    results: &'r SweepResults,
    language: Language,
    /// The inputs by short names.
    names: Vec<String>,
    /// The values of every input.
    levels: Vec<Levels>,
}

/// The values of an input in their order.
#[derive(Clone)]
struct Levels {
    values: Vec<Level>,
    places: BTreeMap<String, usize>,
}

impl Levels {
    /// The place of a value among them.
    fn place(&self, level: &Level) -> Option<usize> {
        self.places.get(&key(level)).copied()
    }
}

fn key(level: &Level) -> String {
    match level {
        Level::Number(number) => number.to_bits().to_string(),
        Level::Text(text) => format!("={text}"),
    }
}

fn levels(results: &SweepResults, input: usize) -> Levels {
    let mut levels = Levels { values: Vec::new(), places: BTreeMap::new() };
    for level in results.points.iter().map(|point| &point.inputs[input]) {
        if let Entry::Vacant(place) = levels.places.entry(key(level)) {
            place.insert(levels.values.len());
            levels.values.push(level.clone());
        }
    }
    levels
}

impl SweepView<'_> {
    /// The picture of the first measure, with the table of all points behind it.
    fn first(&self) -> Markup {
        let Some(asked) = self.results.asked.first() else { return html! {} };
        let measure = words::capitalised(&asked_title(asked, self.language));
        let title = match (self.is_map(), &self.names[..]) {
            (true, _) => self.language.say("sweep-map-title", &[("measure", (&measure).into())]),
            (false, [input]) => {
                self.language.say("sweep-line-title", &[("measure", (&measure).into()), ("input", input.into())])
            }
            _ => self.language.say("sweep-panels-title", &[("measure", (&measure).into())]),
        };
        let key = if self.is_map() { heat::key(self) } else { panel::key(self) };
        // Several panels fold into one column by themselves; one wide drawing is scrolled on a small screen.
        let wide = self.is_map() || self.names.len() == 1;
        let drawing = html! { div class=[wide.then_some("scroll")] { (self.drawing(0, true)) } };
        figure::section(&title, "", &figure(self.language, &drawing, &key, &self.points()))
    }

    /// The other measures, smaller.
    fn others(&self) -> Markup {
        let all = self.results.asked.len().saturating_sub(1);
        let shown = all.min(MOST_OTHERS).min(MOST_MARKS / self.marks().max(1));
        if all == 0 {
            return html! {};
        }
        let drawings = html! {
            div.pair { @for measure in 1..=shown { div { (self.drawing(measure, false)) } } }
            @if all > shown { p { (self.language.say("sweep-other-more", &[("count", (all - shown).into())])) } }
        };
        figure::section(&self.language.word("sweep-other-title"), "", &drawings)
    }

    fn drawing(&self, measure: usize, large: bool) -> Markup {
        if self.is_map() { heat::drawing(self, measure, large) } else { panel::drawing(self, measure, large) }
    }

    /// Whether every combination of two inputs has a cell of its own.
    fn is_map(&self) -> bool {
        self.results.plan.design == Design::Full && self.names.len() == 2
    }

    /// Marks in the drawings of one measure.
    fn marks(&self) -> usize {
        let points = self.results.points.len();
        if self.is_map() { points } else { self.names.len() * points.min(panel::MOST_DOTS) }
    }

    /// An input for the axis of a drawing: what it belongs to, its key, its unit.
    fn axis_title(&self, input: usize) -> String {
        let varied = &self.results.plan.vary[input];
        let unit = unit_of(varied);
        let name = self.input_title(varied, &self.names[input]);
        if unit.is_empty() { name } else { format!("{name}, {unit}") }
    }

    fn input_title(&self, varied: &Varied, short: &str) -> String {
        // The title says which stage or link; of the path only what lies below it is news.
        let below = match varied.path.split('.').collect::<Vec<_>>()[..] {
            ["facility", _, "stage", _, ref below @ ..] => below.join("."),
            [_, _, ref below @ ..] => below.join("."),
            _ => String::new(),
        };
        match (varied.of.is_empty(), below.is_empty()) {
            (false, false) => format!("{}: {below}", varied.of),
            _ => short.to_owned(),
        }
    }

    fn is_best(&self, point: &SweptPoint) -> bool {
        standing(self.results, point.point) == "best"
    }

    fn is_as_good(&self, point: &SweptPoint) -> bool {
        standing(self.results, point.point) == "as_good"
    }

    fn inputs(&self) -> Table {
        let headings = ["sweep-input", "sweep-of", "sweep-values", "sweep-value-now"].map(|id| self.language.word(id));
        let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
        let mut table = Table::new(&headings);
        for varied in &self.results.plan.vary {
            table.row(vec![
                Cell::Code(varied.path.clone()),
                Cell::Text(varied.of.clone()),
                Cell::Code(varied.values.clone()),
                Cell::Code(varied.now.clone()),
            ]);
        }
        table
    }

    /// Every point with every measure.
    fn points(&self) -> Table {
        let mut headings = vec![self.language.word("sweep-point")];
        headings.extend(self.names.iter().zip(&self.results.plan.vary).map(|(name, varied)| match unit_of(varied) {
            "" => name.clone(),
            unit => format!("{name}, {unit}"),
        }));
        headings.extend(self.results.asked.iter().map(|asked| asked_with_unit(asked, self.language)));
        headings.push(self.language.word("sweep-from-best"));
        headings.push(self.language.word("sweep-standing"));
        let mut table = Table::new(&headings.iter().map(String::as_str).collect::<Vec<_>>());
        for point in self.results.points.iter().take(MOST_ROWS) {
            let mut row = vec![Cell::Text(point.point.to_string())];
            row.extend(point.inputs.iter().map(|level| match level {
                Level::Number(number) => Cell::Number(number.to_string()),
                Level::Text(_) => Cell::Code(input_text(level, "")),
            }));
            row.extend(self.results.asked.iter().zip(&point.measures).map(|(asked, measure)| {
                Cell::estimate(measure.mean.map(|mean| view::in_unit(mean, measure.half_width, &asked.unit)))
            }));
            let unit = self.results.asked.first().map_or("", |asked| asked.unit.as_str());
            let behind = point.from_best.and_then(|m| Some(view::difference_in_unit(m.mean?, m.half_width, unit)));
            row.push(Cell::estimate(behind));
            row.push(Cell::Text(self.verdict(point)));
            table.row(row);
        }
        if let Some(more) = self.results.points.len().checked_sub(MOST_ROWS).filter(|more| *more > 0) {
            table.group(&self.language.say("sweep-more", &[("count", more.into())]));
        }
        table
    }

    /// What is said of a point; where a queue grows, where that is.
    fn verdict(&self, point: &SweptPoint) -> String {
        let said = match standing(self.results, point.point) {
            "best" => self.language.word("sweep-best"),
            "as_good" => self.language.word("sweep-as-good"),
            "works_off" => self.language.word("sweep-works-off"),
            "worse" => self.language.word("sweep-worse"),
            _ => String::new(),
        };
        let places: Vec<&str> = point.growing.iter().chain(&point.overflow).map(String::as_str).collect();
        if places.is_empty() {
            return said;
        }
        let grows = format!("{} ({})", self.language.word("sweep-grows"), places.join(", "));
        if said.is_empty() { grows } else { format!("{said}, {grows}") }
    }

    fn rests(&self) -> Markup {
        let lines = rests_on::lines(&self.results.plan.rests_on, self.language);
        html! { @for line in lines.into_iter().chain(design_lines(self.results, self.language)) { p { (line) } } }
    }
}
