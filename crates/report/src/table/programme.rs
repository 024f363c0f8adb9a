//! What `portway programme` prints: plan, announcement and outlook of every project.

use super::grid::{Cell, Grid};
use super::run::section;
use crate::language::Language;
use crate::programme as said;
use crate::style::{Ink, Style};
use crate::text;
use crate::words;
use portway_study::Programme;
use portway_study::programme::{Effects, ProjectRow};

/// What separates the remarks about a project.
const DOT: &str = " · ";

/// The answer in a few sentences, one row for each project, and what all of it rests on.
pub fn programme(programme: &Programme, style: Style) -> String {
    let style = style.of_a_page();
    let language = style.language;
    let mut out = format!("{}\n\n", text::wrap(&said::heading(programme, language), style.width, ""));
    let brings = programme.effects.as_ref().map(|effects| said::effect::answer(programme, effects, language));
    let all: Vec<String> = std::iter::once(said::answer(programme, language)).chain(brings).collect();
    let answer = text::wrap(&language.sentences(&all), style.width, "");
    out.push_str(&answer.lines().map(|line| style.paint(Ink::Strong, line) + "\n").collect::<String>());
    section(&mut out, style, &language.word("programme-title"), &grid(programme, language).render(style));
    if let Some(effects) = &programme.effects {
        let table = brought(programme, effects, language).render(style);
        let untold = said::effect::untold(programme, effects, language).into_iter();
        let untold: String = untold.map(|line| format!("{}\n", text::wrap(&line, style.width, "  "))).collect();
        section(&mut out, style, &language.word("programme-effects-title"), &format!("{table}{untold}"));
    }
    let rests = said::rests_on(programme, language).into_iter();
    let rests: String = rests.map(|line| format!("{}\n", text::wrap(&line, style.width, "  "))).collect();
    section(&mut out, style, &language.word("rests-on"), &rests);
    out
}

fn grid(programme: &Programme, language: Language) -> Grid {
    let word = |id: &str| language.word(id);
    // Titles stand on lines of their own: eight columns leave no room for them.
    let mut headings = vec![String::new(), word("programme-planned"), word("programme-opens")];
    headings.push(word("programme-late-short"));
    headings.extend(["P10", "P50", "P90"].map(str::to_owned));
    headings.push(word("programme-on-time-short"));
    headings.extend(said::by_year(programme, "programme-by-year-short", language));
    let mut grid = Grid::new(&headings);
    for row in &programme.projects {
        let month = |date: Option<&String>| {
            let text = date.and_then(|date| Some(language.month_in_table(date.parse().ok()?)));
            Cell::Word(text.unwrap_or_else(|| "–".to_owned()), Ink::Plain)
        };
        let chance = |chance: Option<f64>| {
            let text = chance.map(|chance| words::percent(language, &said::percent(chance).value));
            Cell::Word(text.unwrap_or_else(|| "–".to_owned()), Ink::Plain)
        };
        let outlook = row.outlook.as_ref();
        let mut cells = vec![
            Cell::text("  "),
            month(row.planned.as_ref()),
            month(row.opens.as_ref()),
            Cell::Number(row.months_late.map(said::months)),
            month(outlook.map(|outlook| &outlook.p10)),
            month(outlook.map(|outlook| &outlook.p50)),
            month(outlook.map(|outlook| &outlook.p90)),
            chance(outlook.map(|outlook| outlook.chance_as_announced)),
        ];
        if programme.year.is_some() {
            cells.push(chance(outlook.map(|outlook| outlook.chance_by_year)));
        }
        grid.section(&row.title);
        grid.row(cells);
        grid.note(&format!("  {}", remarks(row, language)));
    }
    grid
}

/// What each project changes for people and vehicles, and under it what else is to be told of it.
fn brought(programme: &Programme, effects: &Effects, language: Language) -> Grid {
    let mut headings = vec![String::new()];
    headings.extend(language.words(["programme-crossings", "programme-mean", "programme-p90"]));
    let mut grid = Grid::new(&headings);
    for (row, effect) in said::effect::told(programme, effects) {
        grid.section(&row.title);
        for of in effect.groups.iter().filter(|_| !effect.is_nothing()) {
            grid.row(vec![
                Cell::text(&format!("  {}", said::effect::group(of.group, language))),
                Cell::Number(said::effect::crossings(of.crossings_per_day)),
                Cell::Number(said::effect::hours(of.door_to_door_h)),
                Cell::Number(said::effect::hours(of.p90_h)),
            ]);
        }
        said::effect::remarks(row, effect, language).iter().for_each(|line| grid.note(&format!("  {line}")));
    }
    grid
}

/// Status, cost, milestones and owner, the longest last because a line may be cut.
fn remarks(row: &ProjectRow, language: Language) -> String {
    let cost = row.cost.as_ref().map(|cost| said::cost(cost, language));
    let owner = Some(row.owner.clone()).filter(|owner| !owner.is_empty());
    let parts = [Some(said::status(row, language)), cost, said::milestones(row, language), owner];
    parts.into_iter().flatten().collect::<Vec<_>>().join(DOT)
}
