//! The programme on the page: a drawing from plan to opening, and tables behind it.

mod effects;

use super::figure::{self, Cell, Table, figure};
use super::page;
use crate::chart::path::c;
use crate::chart::scale::Scale;
use crate::chart::{self, dot, label, path, rect, rule};
use crate::language::Language;
use crate::programme as said;
use crate::text::cut_drawn;
use jiff::civil::Date;
use maud::{Markup, html};
use portway_study::Programme;
use portway_study::programme::ProjectRow;

const WIDTH: f64 = 1040.0;
const LEFT: f64 = 290.0;
const RIGHT: f64 = 20.0;
const TOP: f64 = 10.0;
const ROW: f64 = 40.0;
/// Half of the height of a bar, of a whisker's end and of a diamond.
const BAR: f64 = 6.0;
const CAP: f64 = 5.0;
const DIAMOND: f64 = 5.0;
/// Latin letters that fit in front of the drawing.
const LETTERS: usize = 40;
/// Most years that are marked below the drawing.
const MOST_TICKS: i16 = 12;

/// The report of a programme.
pub fn programme(language: Language, programme: &Programme) -> String {
    let heading = said::heading(programme, language);
    let key = html! {
        ul.key {
            @for id in ["plan", "slip", "opens", "milestones"] { li { (language.word(&format!("programme-key-{id}"))) } }
        }
    };
    let [title, lead] = language.words(["programme-title", "programme-lead"]);
    let drawings = html! { div.scroll { (drawing(language, programme)) } };
    let dates = said::answer(programme, language);
    let body = html! {
        @match &programme.effects {
            Some(found) => {
                (page::header(&heading, &said::effect::answer(programme, found, language)))
                p { (dates) }
            }
            None => (page::header(&heading, &dates)),
        }
        (figure::section(&title, &lead, &figure(language, &drawings, &key, &table(language, programme))))
        @if let Some(found) = &programme.effects { (effects::section(language, programme, found)) }
        (section(language, "programme-years-title", &years(language, programme)))
        (section(language, "programme-milestones-title", &milestones(language, programme)))
        (section(language, "programme-changes-title", &changes(language, programme)))
        section {
            h2 { (language.word("rests-on")) }
            @for line in said::rests_on(programme, language) { p { (line) } }
        }
    };
    page::page(language, &heading, &body)
}

/// A table under its heading; nothing when it has no rows.
fn section(language: Language, heading: &str, table: &Option<Table>) -> Markup {
    let content = table.as_ref().map(|table| figure::section(&language.word(heading), "", &table.markup(language)));
    html! { @if let Some(content) = content { (content) } }
}

/// Days since the first day of the calendar, so that dates stand on a straight scale.
fn day(date: &str) -> Option<f64> {
    Some(number_of(date.parse().ok()?))
}

fn number_of(date: Date) -> f64 {
    Date::MIN.until(date).map_or(0.0, |span| f64::from(span.get_days()))
}

/// Every date of a project that is drawn.
fn days(row: &ProjectRow) -> impl Iterator<Item = f64> {
    let outlook = row.outlook.as_ref();
    let ends = outlook.into_iter().flat_map(|outlook| [&outlook.p10, &outlook.p90]);
    let dates = [&row.planned, &row.opens].into_iter().flatten().chain(ends);
    dates.chain(row.milestones.iter().map(|step| &step.date)).filter_map(|date| day(date))
}

fn drawing(language: Language, programme: &Programme) -> Markup {
    let all = || programme.projects.iter().flat_map(days);
    let (first, last) = (all().fold(f64::INFINITY, f64::min), all().fold(f64::NEG_INFINITY, f64::max));
    let (first, last) = if first <= last { (first, last) } else { (0.0, 1.0) };
    // A month on either side keeps what is drawn at the ends inside.
    let x = Scale::new(first - 30.0, last + 30.0, LEFT, WIDTH - RIGHT);
    let bottom = TOP + ROW * programme.projects.len() as f64;
    let content = html! {
        @for (year, at) in ticks(x.from, x.to) {
            (rule(x.at(at), TOP, x.at(at), bottom, "guide"))
            (label(x.at(at), bottom + 15.0, "tick mid", &year.to_string()))
        }
        @for (index, row) in programme.projects.iter().enumerate() {
            (project(language, row, x, TOP + ROW * index as f64 + ROW / 2.0))
        }
    };
    let [title, lead] = language.words(["programme-title", "programme-lead"]);
    chart::svg("", WIDTH, bottom + 22.0, &title, &lead, &content)
}

/// First days of years, not too many of them.
fn ticks(from: f64, to: f64) -> Vec<(i16, f64)> {
    let begin = |year: i16| Date::new(year, 1, 1).map(number_of).ok().filter(|day| (from..=to).contains(day));
    let inside: Vec<(i16, f64)> = (1900..=2300).filter_map(|year| Some((year, begin(year)?))).collect();
    let count = inside.len() as i16;
    let step = [1, 2, 5, 10].into_iter().find(|step| count / step <= MOST_TICKS).unwrap_or(50);
    inside.into_iter().filter(|(year, _)| year % step == 0).collect()
}

fn project(language: Language, row: &ProjectRow, x: Scale, y: f64) -> Markup {
    let at = |date: &Option<String>| date.as_deref().and_then(day).map(|day| x.at(day));
    let (planned, opens) = (at(&row.planned), at(&row.opens));
    let bar = planned.zip(opens).map(|(planned, opens)| (planned.min(opens), (opens - planned).abs()));
    let opened = row.status == "open";
    html! {
        g {
            title { (row.title) }
            (label(0.0, y - 2.0, "strong", &cut_drawn(&row.title, LETTERS)))
            (label(0.0, y + 13.0, "quiet", &cut_drawn(&remark(language, row), LETTERS + 4)))
            @if let Some((from, width)) = bar { (rect(from, y - BAR, width, 2.0 * BAR, "moving")) }
            @if let Some(planned) = planned { (rule(planned, y - BAR - 2.0, planned, y + BAR + 2.0, "mark")) }
            @if let Some(outlook) = &row.outlook {
                @if let (Some(low), Some(middle), Some(high)) = (day(&outlook.p10), day(&outlook.p50), day(&outlook.p90)) {
                    (rule(x.at(low), y, x.at(high), y, "mark"))
                    @for end in [low, high] { (rule(x.at(end), y - CAP, x.at(end), y + CAP, "mark")) }
                    (dot(x.at(middle), y, 3.5, "simulated"))
                }
            }
            @for step in &row.milestones {
                @if let Some(at) = day(&step.date) {
                    g { title { (step.title) } (diamond(x.at(at), y, if step.done { "seen" } else { "hollow" })) }
                }
            }
            @if let Some(opens) = opens { (dot(opens, y, 4.5, if opened { "seen" } else { "hollow" })) }
        }
    }
}

fn remark(language: Language, row: &ProjectRow) -> String {
    let parts = [Some(said::status(row, language)), row.cost.as_ref().map(|cost| said::cost(cost, language))];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn diamond(x: f64, y: f64, class: &str) -> Markup {
    let (left, right, top, bottom) = (c(x - DIAMOND), c(x + DIAMOND), c(y - DIAMOND), c(y + DIAMOND));
    path(&format!("M{left} {0}L{1} {top}L{right} {0}L{1} {bottom}Z", c(y), c(x)), class)
}

fn table(language: Language, programme: &Programme) -> Table {
    let named = ["project", "status", "owner", "planned", "opens", "late"];
    let mut headings: Vec<String> = named.iter().map(|id| language.word(&format!("programme-{id}"))).collect();
    headings.extend(["P10", "P50", "P90"].map(str::to_owned));
    headings.push(language.word("programme-on-time"));
    headings.extend(said::by_year(programme, "programme-by-year", language));
    headings.extend(language.words(["programme-cost", "programme-milestones"]));
    let mut table = Table::new(&headings);
    let date =
        |date: Option<&String>| Cell::Number(date.map_or_else(|| "–".to_owned(), |date| language.iso_date(date)));
    for row in &programme.projects {
        let outlook = row.outlook.as_ref();
        let mut cells = vec![
            Cell::Text(row.title.clone()),
            Cell::Text(said::status(row, language)),
            Cell::Text(row.owner.clone()),
            date(row.planned.as_ref()),
            date(row.opens.as_ref()),
            Cell::estimate(row.months_late.map(said::months)),
            date(outlook.map(|outlook| &outlook.p10)),
            date(outlook.map(|outlook| &outlook.p50)),
            date(outlook.map(|outlook| &outlook.p90)),
            Cell::estimate(outlook.map(|outlook| said::percent(outlook.chance_as_announced))),
        ];
        if programme.year.is_some() {
            cells.push(Cell::estimate(outlook.map(|outlook| said::percent(outlook.chance_by_year))));
        }
        cells.push(Cell::Text(row.cost.as_ref().map_or_else(|| "–".to_owned(), |cost| said::cost(cost, language))));
        cells.push(Cell::Text(said::milestones(row, language).unwrap_or_else(|| "–".to_owned())));
        table.row(cells);
    }
    table
}

/// One column for each year, which are the same for all projects.
fn years(language: Language, programme: &Programme) -> Option<Table> {
    let all = || programme.projects.iter().filter_map(|row| Some((row, row.outlook.as_ref()?)));
    let (_, first) = all().next()?;
    let mut headings = vec![language.word("programme-project")];
    headings.extend(first.years.iter().map(|of| of.year.to_string()));
    let mut table = Table::new(&headings);
    for (row, outlook) in all() {
        let chances = outlook.years.iter().map(|of| Cell::estimate(Some(said::percent(of.chance))));
        table.row(std::iter::once(Cell::Text(row.title.clone())).chain(chances).collect());
    }
    Some(table)
}

fn milestones(language: Language, programme: &Programme) -> Option<Table> {
    let headings = language.words(["programme-milestone", "programme-date", "programme-status"]);
    let mut table = Table::new(&headings);
    for row in programme.projects.iter().filter(|row| !row.milestones.is_empty()) {
        table.group(&row.title);
        for step in &row.milestones {
            let done = language.word(if step.done { "programme-done" } else { "programme-to-come" });
            table.row(vec![
                Cell::Text(step.title.clone()),
                Cell::Text(language.iso_date(&step.date)),
                Cell::Text(done),
            ]);
        }
    }
    programme.projects.iter().any(|row| !row.milestones.is_empty()).then_some(table)
}

fn changes(language: Language, programme: &Programme) -> Option<Table> {
    let headings = language.words(["programme-input", "programme-before", "programme-after"]);
    let mut table = Table::new(&headings);
    for row in programme.projects.iter().filter(|row| !row.changes.is_empty()) {
        table.group(&row.title);
        for change in &row.changes {
            let before = if change.before.is_empty() { "–" } else { &change.before };
            table.row(vec![
                Cell::Code(change.path.clone()),
                Cell::Code(before.to_owned()),
                Cell::Code(change.after.clone()),
            ]);
        }
    }
    programme.projects.iter().any(|row| !row.changes.is_empty()).then_some(table)
}
