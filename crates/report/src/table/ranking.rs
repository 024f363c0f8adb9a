//! What `portway compare` prints of three scenarios and more: who is the best, and how sure that is.

use super::grid::{Cell, Grid};
use super::run::{notes, section};
use crate::ranking;
use crate::style::{Ink, Style};
use crate::{rests_on, text};
use portway_model::Model;
use portway_study::Ranking;
use portway_study::ranking::{RankedScenario, Standing};

/// The answer in a sentence, the scenarios from best to worst, other numbers of them, and what all of it rests on.
pub fn ranking(ranking: &Ranking, model: &Model, style: Style) -> String {
    let style = style.of_a_page();
    let language = style.language;
    let mut out = format!("{}\n\n", text::wrap(&ranking::heading(ranking, language), style.width, ""));
    let answer = text::wrap(&ranking::answer(ranking, model, language), style.width, "");
    out.push_str(&answer.lines().map(|line| style.paint(Ink::Strong, line) + "\n").collect::<String>());
    let title = format!("{}: {}", language.word("ranking-title"), ranking::by(&ranking.by, model, language));
    section(&mut out, style, &title, &by_rank(ranking, style).render(style));
    if !ranking.beside.is_empty() {
        section(&mut out, style, &language.word("ranking-beside-title"), &beside(ranking, model, style));
    }
    if !ranking.diagnostics.is_empty() {
        section(&mut out, style, &style.language.word("findings-title"), &notes(&ranking.diagnostics, style));
    }
    out.push('\n');
    out.push_str(&rests_on::text(&ranking.rests_on, style));
    out.push_str(&format!("{}\n", text::wrap(&ranking::rule(ranking, language), style.width, "  ")));
    out
}

fn by_rank(ranking: &Ranking, style: Style) -> Grid {
    let word = |id: &str| style.language.word(id);
    let headings =
        ["scenario", "value", "difference", "replications", "standing"].map(|id| word(&format!("ranking-{id}")));
    let mut grid = Grid::new(&headings.each_ref().map(String::as_str));
    for row in &ranking.rows {
        grid.row(vec![
            Cell::text(&row.scenario),
            Cell::Number(ranking::spread(row.value, &ranking.by.unit)),
            Cell::Number(ranking::difference(row.behind, &ranking.by.unit)),
            Cell::Word(row.replications.to_string(), Ink::Plain),
            Cell::Text(ranking::standing(row.standing, style.language), ink(row)),
        ]);
    }
    grid
}

fn ink(row: &RankedScenario) -> Ink {
    match row.standing {
        Standing::Chosen => Ink::Good,
        Standing::InQuestion => Ink::Care,
        Standing::Dropped => Ink::Plain,
        Standing::NoValue => Ink::Bad,
    }
}

/// One small table for each of the other numbers would be long; one column each is not.
fn beside(ranking: &Ranking, model: &Model, style: Style) -> String {
    let letters = ["a", "b", "c", "d", "e", "f"];
    let shown = ranking.beside.len().min(letters.len());
    let mut headings = vec![style.language.word("ranking-scenario")];
    headings.extend(letters[..shown].iter().map(ToString::to_string));
    let mut grid = Grid::new(&headings.iter().map(String::as_str).collect::<Vec<_>>());
    for row in &ranking.rows {
        let numbers = row.beside.iter().zip(&ranking.beside).take(shown);
        let numbers = numbers.map(|(spread, asked)| Cell::Number(ranking::spread(*spread, &asked.unit)));
        grid.row(std::iter::once(Cell::text(&row.scenario)).chain(numbers).collect());
    }
    let key = letters.iter().zip(&ranking.beside);
    let key = key.map(|(letter, asked)| format!("{letter}: {}\n", ranking::by(asked, model, style.language)));
    format!("{}{}", grid.render(style), key.collect::<String>())
}
