//! What changed since the run before: the texts that were edited, and every difference with its interval.

use super::comparison::differences;
use super::figure::{self, Cell, Table};
use crate::language::Language;
use crate::since::Since;
use crate::words;
use maud::{Markup, html};
use portway_model::InputChange;
use portway_model::element::Model;

pub(super) fn section(language: Language, since: &Since, model: &Model) -> Markup {
    match since {
        Since::NotCompared(obstacle) => html! { p.note.warning { (words::not_compared(language, obstacle)) } },
        Since::Compared { inputs, files, comparison } => {
            let [before, now, difference] = language.words(["before", "now", "difference-now"]);
            let content = html! {
                @if inputs.is_empty() {
                    p { (words::no_inputs_changed(language, files)) }
                } @else {
                    (edited(language, inputs).markup(language))
                }
                (differences(language, comparison, model, [&before, &now], &difference))
            };
            let lead = words::since_lead(language, comparison, model);
            figure::section(&language.word("since-title"), &lead, &content)
        }
    }
}

fn edited(language: Language, inputs: &[InputChange]) -> Table {
    let mut table = Table::new(&language.words(["input", "before", "after"]));
    for change in inputs {
        let side = |value: &Option<String>| match value {
            Some(value) => Cell::Code(value.clone()),
            None => Cell::Text(language.word("not-written")),
        };
        table.row(vec![Cell::Code(change.path.clone()), side(&change.before), side(&change.after)]);
    }
    table
}
