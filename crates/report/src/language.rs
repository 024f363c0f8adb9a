//! The languages of reports, and the catalogues that hold every word of them.
//!
//! A catalogue is a set of Fluent files (projectfluent.org) in `catalogues/LANGUAGE/`, one file for each part of the
//! reports. Code names a message by its id and hands over numbers and texts; plural, case and order of words are decided
//! in the catalogue. A message that a catalogue lacks is shown in English, and a test makes sure that none lacks any.

mod dates;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use portway_model::TitleLanguage;
use std::sync::LazyLock;

/// A language that reports are written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    Zh,
    /// Russian.
    Ru,
}

impl Language {
    /// All languages; English, which the others fall back to, first.
    pub const ALL: [Self; 3] = [Self::En, Self::Zh, Self::Ru];

    /// The tag of BCP 47: `en`, `zh-Hans` or `ru`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh-Hans",
            Self::Ru => "ru",
        }
    }

    /// The name of the tag's file folder and option: `en`, `zh` or `ru`.
    pub fn name(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh",
            Self::Ru => "ru",
        }
    }

    /// The language that titles of a folder are read in for reports in this one.
    pub fn titles(self) -> TitleLanguage {
        match self {
            Self::En => TitleLanguage::En,
            Self::Zh => TitleLanguage::Zh,
            Self::Ru => TitleLanguage::Ru,
        }
    }

    /// The text of a message without values.
    pub(crate) fn word(self, id: &str) -> String {
        self.say(id, &[])
    }

    /// The texts of several messages without values, such as the headings of a table.
    pub(crate) fn words<const N: usize>(self, ids: [&str; N]) -> [String; N] {
        ids.map(|id| self.word(id))
    }

    /// Several names one after another, as they stand in a sentence.
    pub(crate) fn list(self, names: &[String]) -> String {
        names.join(if self == Self::Zh { "、" } else { ", " })
    }

    /// Sentences one after another; in Chinese they stand without a space between them.
    pub(crate) fn sentences(self, said: &[String]) -> String {
        said.join(if self == Self::Zh { "" } else { " " })
    }

    /// The text of a message with its values.
    pub(crate) fn say(self, id: &str, values: &[(&str, Value<'_>)]) -> String {
        let mut arguments = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            match value {
                Value::Text(text) => arguments.set(*name, *text),
                Value::Count(count) => arguments.set(*name, FluentValue::from(*count)),
            }
        }
        let said = self.format(id, &arguments).or_else(|| Self::En.format(id, &arguments));
        debug_assert!(said.is_some(), "no catalogue has the message `{id}`");
        said.unwrap_or_else(|| id.to_owned())
    }

    /// Whether a catalogue has a message.
    pub(crate) fn knows(self, id: &str) -> bool {
        [self, Self::En].iter().any(|language| BUNDLES[*language as usize].has_message(id))
    }

    fn format(self, id: &str, arguments: &FluentArgs<'_>) -> Option<String> {
        let bundle = &BUNDLES[self as usize];
        let pattern = bundle.get_message(id)?.value()?;
        let mut mistakes = Vec::new();
        let said = bundle.format_pattern(pattern, Some(arguments), &mut mistakes);
        debug_assert!(mistakes.is_empty(), "`{id}` in {}: {mistakes:?}", self.tag());
        Some(said.into_owned())
    }
}

/// A value that a message has a place for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Value<'a> {
    /// A text, such as a number that is already written with its half-width.
    Text(&'a str),
    /// A whole number that the plural of a word may depend on.
    Count(usize),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Value<'_> {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl From<u32> for Value<'_> {
    fn from(count: u32) -> Self {
        Self::Count(count as usize)
    }
}

/// The files of a catalogue, each under the name that it has in every language.
macro_rules! catalogue {
    ($language:literal) => {
        [
            ("common", include_str!(concat!("../catalogues/", $language, "/common.ftl"))),
            ("dates", include_str!(concat!("../catalogues/", $language, "/dates.ftl"))),
            ("exact", include_str!(concat!("../catalogues/", $language, "/exact.ftl"))),
            ("run", include_str!(concat!("../catalogues/", $language, "/run.ftl"))),
            ("measures", include_str!(concat!("../catalogues/", $language, "/measures.ftl"))),
            ("findings", include_str!(concat!("../catalogues/", $language, "/findings.ftl"))),
            ("charts", include_str!(concat!("../catalogues/", $language, "/charts.ftl"))),
            ("validation", include_str!(concat!("../catalogues/", $language, "/validation.ftl"))),
            ("comparison", include_str!(concat!("../catalogues/", $language, "/comparison.ftl"))),
            ("evidence", include_str!(concat!("../catalogues/", $language, "/evidence.ftl"))),
            ("money", include_str!(concat!("../catalogues/", $language, "/money.ftl"))),
            ("capacity", include_str!(concat!("../catalogues/", $language, "/capacity.ftl"))),
            ("explain", include_str!(concat!("../catalogues/", $language, "/explain.ftl"))),
            ("owners", include_str!(concat!("../catalogues/", $language, "/owners.ftl"))),
            ("trade", include_str!(concat!("../catalogues/", $language, "/trade.ftl"))),
            ("limits", include_str!(concat!("../catalogues/", $language, "/limits.ftl"))),
            ("services", include_str!(concat!("../catalogues/", $language, "/services.ftl"))),
            ("journey", include_str!(concat!("../catalogues/", $language, "/journey.ftl"))),
            ("programme", include_str!(concat!("../catalogues/", $language, "/programme.ftl"))),
            ("ranking", include_str!(concat!("../catalogues/", $language, "/ranking.ftl"))),
            ("bottleneck", include_str!(concat!("../catalogues/", $language, "/bottleneck.ftl"))),
            ("sweep", include_str!(concat!("../catalogues/", $language, "/sweep.ftl"))),
            ("sensitivity", include_str!(concat!("../catalogues/", $language, "/sensitivity.ftl"))),
        ]
    };
}

/// Texts of the catalogues, in the order of [`Language::ALL`].
const CATALOGUES: [&[(&str, &str)]; 3] = [&catalogue!("en"), &catalogue!("zh"), &catalogue!("ru")];

static BUNDLES: LazyLock<[FluentBundle<FluentResource>; 3]> = LazyLock::new(|| Language::ALL.map(bundle));

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let tag = language.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // Marks of direction around every value would be seen in terminals, and all three languages run the same way.
    bundle.set_use_isolating(false);
    for (_, text) in CATALOGUES[language as usize] {
        // What can be read of a file with a mistake is used; a test sees the mistake.
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(readable, _)| readable);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
mod tests;
