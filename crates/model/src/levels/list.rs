//! Values named one by one.

use super::{EXAMPLES, Levels, MAX_LEVELS, amount, in_unit, unquoted};
use crate::quantity::{WordError, trimmed};
use std::ops::Range;

/// Reads `2,4,8`, `10 min,15 min`, `a,b` or `"a","b"`.
pub(super) fn list(text: &str, all: Range<usize>) -> Result<Levels, WordError> {
    let spans: Vec<Range<usize>> = pieces(text, all).into_iter().map(|span| trimmed(text, span)).collect();
    if let Some(empty) = spans.iter().find(|span| span.is_empty()) {
        return Err(WordError::new(empty.clone(), "a value is missing").help(EXAMPLES));
    }
    if spans.len() > MAX_LEVELS {
        let message = format!("these are more than {MAX_LEVELS} values");
        return Err(WordError::new(spans[MAX_LEVELS].clone(), message));
    }
    let levels = match numbers(text, &spans)? {
        Some(numbers) => numbers,
        None => Levels::Texts(spans.iter().map(|span| value_text(&text[span.clone()])).collect()),
    };
    let words: Vec<String> = match &levels {
        Levels::Numbers { values, .. } => values.iter().map(f64::to_string).collect(),
        Levels::Texts(texts) => texts.clone(),
        Levels::Between { .. } => Vec::new(),
    };
    match (1..words.len()).find(|&index| words[..index].contains(&words[index])) {
        Some(index) => Err(WordError::new(spans[index].clone(), "this value is named twice")),
        None => Ok(levels),
    }
}

/// The values as numbers of one unit; none when one of them is something else.
fn numbers(text: &str, spans: &[Range<usize>]) -> Result<Option<Levels>, WordError> {
    let amounts: Vec<_> = spans.iter().map(|span| amount(text, span.clone())).collect();
    let known = amounts.iter().flatten().count();
    let numeric = |span: &Range<usize>| {
        let written = &text[unquoted(text, span.clone())];
        written.trim_start_matches(['-', '\u{2212}']).starts_with(|c: char| c.is_ascii_digit())
    };
    if known < spans.len() {
        // A number with a slip of the pen is no text; opening hours that begin with a digit stand in quotes.
        let wrong = spans
            .iter()
            .zip(amounts)
            .find(|(span, amount)| amount.is_err() && numeric(span) && !text[(*span).clone()].starts_with(['"', '\'']));
        return wrong.map_or(Ok(None), |(_, amount)| amount.map(|_| None));
    }
    let amounts: Vec<_> = amounts.into_iter().flatten().collect();
    let Some(first) = amounts.first() else { return Ok(None) };
    if let Some(other) = amounts.iter().position(|amount| amount.dimension != first.dimension) {
        let message = "this value is of another kind than the first";
        return Err(WordError::new(spans[other].clone(), message).help(EXAMPLES));
    }
    let values = amounts.iter().map(|amount| in_unit(amount.base, first.dimension, first.unit)).collect();
    Ok(Some(Levels::Numbers { unit: first.unit, values }))
}

/// A value as a model file would have it. A shell takes quotes away, so words without any get them back.
fn value_text(written: &str) -> String {
    let kept = written.starts_with(['"', '\'', '{', '[']) || matches!(written, "true" | "false");
    let number = written.parse::<f64>().is_ok_and(f64::is_finite);
    if kept || number { written.to_owned() } else { format!("{written:?}") }
}

/// What stands between commas that are in no quotes, parentheses, brackets or braces.
fn pieces(text: &str, all: Range<usize>) -> Vec<Range<usize>> {
    let plain = outside_quotes(text);
    let mut depth = 0_usize;
    let mut begin = all.start;
    let mut pieces = Vec::new();
    for (at, byte) in plain.bytes().enumerate().take(all.end).skip(all.start) {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            b',' if depth == 0 => {
                pieces.push(begin..at);
                begin = at + 1;
            }
            _ => {}
        }
    }
    pieces.push(begin..all.end);
    pieces
}

/// The text with every character between quotes replaced by as many bytes of nothing, so that places stay the same.
pub(super) fn outside_quotes(text: &str) -> String {
    let mut open = None;
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match open {
            Some(mark) if c == mark => {
                open = None;
                plain.push(c);
            }
            Some(_) => plain.extend(std::iter::repeat_n('_', c.len_utf8())),
            None => {
                if matches!(c, '"' | '\'') {
                    open = Some(c);
                }
                plain.push(c);
            }
        }
    }
    plain
}
