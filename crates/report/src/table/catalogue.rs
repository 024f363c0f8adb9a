//! What `portway measures` prints: every measure, its unit and its meaning.

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
        let given = style.paint(Ink::Quiet, &words::given_for(definition));
        out.push_str(&format!("{name}  {}\n    {given}\n", definition.unit));
        let meaning = text::wrap(definition.definition, style.width.saturating_sub(4), "");
        out.push_str(&format!("    {}\n", meaning.replace('\n', "\n    ")));
    }
    out.push_str(&format!("\n{}\n", text::wrap(words::SCOPES, style.width, "")));
    out
}
