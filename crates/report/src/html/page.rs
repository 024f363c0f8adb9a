//! The frame of every page.

use crate::language::Language;
use crate::words;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use portway_study::results::Note;

const STYLE: &str = include_str!("style.css");

/// A whole page with its style inside.
pub(super) fn page(language: Language, heading: &str, body: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(language.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                // Nothing may be loaded from anywhere, whatever a title of the model contains.
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                title { (heading) }
                style { (PreEscaped(STYLE)) }
            }
            body { main { (body) } }
        }
    };
    page.into_string()
}

/// What the page is about, and the answer.
pub(super) fn header(what: &str, answer: &str) -> Markup {
    html! {
        header {
            h1.what { (what) }
            p.answer { (unbroken(answer)) }
        }
    }
}

/// An interval is one thing and is not broken over two lines, nor is a unit behind an abbreviated one.
fn unbroken(answer: &str) -> String {
    answer.replace(" ± ", "\u{a0}±\u{a0}").replace(" %", "\u{a0}%").replace("./", "./\u{2060}")
}

/// Findings and warnings, which belong beside the answer because they limit it.
pub(super) fn notes(language: Language, notes: &[Note]) -> Markup {
    html! {
        @for note in notes {
            p class={ "note " (note.severity.name()) } {
                b { (words::capitalised(&words::severity(language, note.severity))) }
                (language.word("colon")) (words::note(language, note))
            }
        }
    }
}

/// The class suffix of a direction's hue, by its place in the folder.
pub(super) fn hue(direction: usize) -> usize {
    direction % HUES
}

/// Hues in the style sheet; a fifth direction would share the first one's.
const HUES: usize = 4;
