//! What `portway measures` prints: every measure, its unit and its meaning.

use crate::language::Language;
use crate::style::{Ink, Style};
use crate::text;
use crate::words;
use portway_study::MeasureDefinition;

/// One paragraph per measure: name and unit, what it is given for, what it means; then how scopes are named.
pub fn measures(definitions: &[MeasureDefinition], style: Style) -> String {
    let style = style.of_a_page();
    let mut out = String::new();
    for definition in definitions {
        let name = style.paint(Ink::Strong, definition.name);
        let given = style.paint(Ink::Quiet, &words::given_for(style.language, definition));
        out.push_str(&format!("{name}  {}\n    {given}\n", heading(style.language, definition)));
        let meaning = text::wrap(&meaning(style.language, definition), style.width.saturating_sub(4), "");
        out.push_str(&format!("    {}\n", meaning.replace('\n', "\n    ")));
    }
    out.push_str(&format!("\n{}\n", text::wrap(&style.language.word("measure-scopes"), style.width, "")));
    out
}

/// What the measure is called and its unit; of a measure with a name of its own in English the unit alone.
fn heading(language: Language, definition: &MeasureDefinition) -> String {
    match language {
        Language::En => definition.unit.to_owned(),
        _ => words::measure_with_unit(language, definition.name, definition.unit),
    }
}

fn meaning(language: Language, definition: &MeasureDefinition) -> String {
    language.word(&format!("definition-{}", definition.name))
}
