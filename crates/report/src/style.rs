//! How terminal text is dressed.

use crate::language::Language;

/// Width and colour of terminal output. The caller knows the terminal, `NO_COLOR` and pipes; this crate does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Whether to write ANSI colour codes. Every table reads the same without them.
    pub colour: bool,
    /// Columns that a line may take.
    pub width: usize,
    /// The language of every word.
    pub language: Language,
}

impl Style {
    /// No colour, 80 columns: what a pipe or a file gets, in English.
    pub const PLAIN: Self = Self { colour: false, width: 80, language: Language::En };

    /// The same on at most 80 columns: a table is read from left to right, and a wide terminal would only pull it apart.
    pub(crate) fn of_a_page(self) -> Self {
        Self { width: self.width.min(Self::PLAIN.width), ..self }
    }

    /// Wraps text in the codes of an ink, when colour is wanted.
    pub(crate) fn paint(self, ink: Ink, text: &str) -> String {
        if !self.colour || ink == Ink::Plain || text.is_empty() {
            return text.to_owned();
        }
        format!("\x1b[{}m{text}\x1b[0m", ink.code())
    }
}

/// What colour may mean. There is no ink for decoration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ink {
    /// Ordinary text.
    Plain,
    /// A heading or the answer.
    Strong,
    /// Said for completeness.
    Quiet,
    /// Agrees, done.
    Good,
    /// Cannot be told, take care.
    Care,
    /// Misses, over capacity.
    Bad,
}

impl Ink {
    fn code(self) -> &'static str {
        match self {
            Self::Plain => "0",
            Self::Strong => "1",
            Self::Quiet => "2",
            Self::Good => "32",
            Self::Care => "33",
            Self::Bad => "31",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colour_is_added_only_when_asked_for() {
        assert_eq!(Style::PLAIN.paint(Ink::Bad, "misses"), "misses");
        let colour = Style { colour: true, ..Style::PLAIN };
        assert_eq!(colour.paint(Ink::Bad, "misses"), "\x1b[31mmisses\x1b[0m");
    }
}
