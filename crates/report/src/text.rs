//! Running text in a terminal: widths as terminals count them, wrapping, cutting.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns that a text takes; a Chinese character takes two.
pub(crate) fn width(text: &str) -> usize {
    text.width()
}

/// A text on one line that no terminal can mistake for a command: control characters become spaces.
pub(crate) fn clean(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Cuts a text to a width, with an ellipsis where something is missing.
pub(crate) fn cut(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut kept = take(text, columns.saturating_sub(1)).trim_end().to_owned();
    kept.push('…');
    kept
}

/// Adds spaces on the right.
pub(crate) fn pad_right(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text))))
}

/// Adds spaces on the left.
pub(crate) fn pad_left(text: &str, columns: usize) -> String {
    format!("{}{text}", " ".repeat(columns.saturating_sub(width(text))))
}

/// Wraps a paragraph; lines after the first begin with `hang`. A word longer than a line is broken, as Chinese sentences are.
pub(crate) fn wrap(text: &str, columns: usize, hang: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let room = |line_number: usize| columns.saturating_sub(if line_number == 0 { 0 } else { width(hang) }).max(8);
    for word in clean(text).split_whitespace() {
        let mut word = word;
        if !line.is_empty() && width(&line) + 1 + width(word) <= room(lines.len()) {
            line.push(' ');
            line.push_str(word);
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        while width(word) > room(lines.len()) {
            let head = take(word, room(lines.len()));
            lines.push(head.to_owned());
            word = &word[head.len()..];
        }
        line = word.to_owned();
    }
    lines.push(line);
    lines.join(&format!("\n{hang}"))
}

/// The longest beginning that fits, at least one character so that wrapping ends.
fn take(text: &str, columns: usize) -> &str {
    let mut used = 0;
    for (at, c) in text.char_indices() {
        used += c.width().unwrap_or(0);
        if used > columns && at > 0 {
            return &text[..at];
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_takes_two_columns() {
        assert_eq!(width("口岸"), 4);
        assert_eq!(cut("黑河口岸查验", 7), "黑河口…");
        assert_eq!(pad_left("口岸", 6), "  口岸");
    }

    #[test]
    fn long_words_are_broken_and_short_ones_moved() {
        assert_eq!(wrap("one two three", 9, "  "), "one two\n  three");
        assert_eq!(wrap("布拉戈维申斯克", 8, ""), "布拉戈维\n申斯克");
        assert_eq!(wrap("", 8, ""), "");
    }

    #[test]
    fn control_characters_do_not_reach_the_terminal() {
        assert_eq!(clean("a\x1b[31mb\n"), "a [31mb ");
    }
}
