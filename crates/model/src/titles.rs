//! Titles in several languages: a folder may say `title = "…"` for everybody, or one title for each language.

/// A language that titles of a folder are wanted in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TitleLanguage {
    /// English, which stands in for the others.
    #[default]
    En,
    /// Chinese.
    Zh,
    /// Russian.
    Ru,
}

impl TitleLanguage {
    /// All languages; what a folder does not say in the language wanted it says in the first that it has.
    pub const ALL: [Self; 3] = [Self::En, Self::Zh, Self::Ru];

    /// The key under which a folder writes it, the subtag of BCP 47.
    pub fn key(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh",
            Self::Ru => "ru",
        }
    }

    /// The title in this language, else in the first language that has one; `titles` in the order of [`Self::ALL`].
    pub(crate) fn pick(self, titles: [Option<String>; 3]) -> Option<String> {
        let wanted = titles[self as usize].clone();
        wanted.or_else(|| titles.into_iter().flatten().next())
    }
}

#[cfg(test)]
mod tests {
    use super::TitleLanguage::{En, Ru, Zh};

    #[test]
    fn a_missing_language_falls_back_to_english_then_to_any() {
        let all = [Some("port".to_owned()), Some("口岸".to_owned()), None];
        assert_eq!([En, Zh, Ru].map(|l| l.pick(all.clone())).map(Option::unwrap), ["port", "口岸", "port"]);
        let only_chinese = [None, Some("口岸".to_owned()), None];
        assert_eq!(Ru.pick(only_chinese).as_deref(), Some("口岸"));
        assert_eq!(Ru.pick([None, None, None]), None);
    }
}
