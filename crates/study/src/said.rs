//! Sentences for people: the English one, and its values for reports that say the same in another language.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A value that stands in a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// A name, as it is.
    Text(String),
    /// A number as the English sentence rounds it, e.g. `1.30`.
    Number(String),
    /// A day, ISO date.
    Date(String),
    /// The title of a link, or those of a facility and its stage.
    Place(Vec<String>),
}

/// The values of a sentence by the names that the catalogues of reports give them.
pub type Values = BTreeMap<String, Said>;

/// Values from names and values.
pub(crate) fn values<const N: usize>(pairs: [(&str, Said); N]) -> Values {
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// Why something cannot be told: a stable code, the English sentence, and its values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reason {
    pub(crate) code: &'static str,
    pub(crate) sentence: String,
    pub(crate) values: Values,
}

impl Reason {
    /// A reason without values.
    pub(crate) fn plain(code: &'static str, sentence: &str) -> Self {
        Self { code, sentence: sentence.to_owned(), values: Values::new() }
    }

    /// A reason about names.
    pub(crate) fn about<const N: usize>(code: &'static str, sentence: String, names: [(&str, &str); N]) -> Self {
        Self { code, sentence, values: values(names.map(|(name, text)| (name, Said::Text(text.to_owned())))) }
    }
}
