//! Names of elements from texts of a feed.

use std::collections::BTreeSet;

/// Longest name that the model takes.
const MAX_CHARS: usize = 60;

/// A text as part of a name: lower-case letters, digits and hyphens; empty when nothing of it can be.
pub(crate) fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// Names that were given, so that each is given once.
#[derive(Debug, Default)]
pub(super) struct Names(BTreeSet<String>);

impl Names {
    /// A name from the first text that can be one, with a number behind it when it was given before.
    pub(super) fn give(&mut self, prefix: &str, texts: &[&str]) -> String {
        // Of a name in other letters only crumbs would be left.
        let readable = |text: &&&str| text.is_ascii() && !slug(text).is_empty();
        let body = texts.iter().find(readable).map_or_else(|| "x".into(), |text| slug(text));
        let base = cut(&format!("{prefix}-{body}"), MAX_CHARS);
        let numbered = |number: usize| {
            let end = format!("-{number}");
            cut(&base, MAX_CHARS - end.len()) + &end
        };
        let name = std::iter::once(base.clone()).chain((2..).map(numbered)).find(|name| !self.0.contains(name));
        let name = name.unwrap_or(base);
        self.0.insert(name.clone());
        name
    }
}

/// At most so many characters of a name, which has only one byte for each.
fn cut(name: &str, chars: usize) -> String {
    name[..name.len().min(chars)].trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_plain_and_given_once() {
        let mut names = Names::default();
        assert_eq!(names.give("river", &["Heihe, Port №1", "S1"]), "river-s1");
        assert_eq!(names.give("river", &["黑河", "S1"]), "river-s1-2");
        assert_eq!(names.give("river", &["黑河"]), "river-x");
        let long = names.give("river", &["a".repeat(100).as_str()]);
        assert_eq!((long.len(), names.give("river", &["a".repeat(100).as_str()]).len()), (60, 60));
    }
}
