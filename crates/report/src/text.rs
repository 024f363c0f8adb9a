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

/// Cuts a text for a drawing, where letters have no columns: room for so many Latin letters is room for fewer Cyrillic ones,
/// which are wider in most fonts, and for half as many Chinese ones.
pub(crate) fn cut_drawn(text: &str, columns: usize) -> String {
    if drawn_tenths(text) <= columns * 10 {
        return text.to_owned();
    }
    let kept = as_many_as_fit(text.chars(), columns * 10 - 11);
    format!("{}…", kept.trim_end())
}

/// The same with the gap inside, for titles that differ at their ends, as those of the stages of one checkpoint do.
pub(crate) fn cut_drawn_inside(text: &str, columns: usize) -> String {
    if drawn_tenths(text) <= columns * 10 {
        return text.to_owned();
    }
    let tail: String = as_many_as_fit(text.chars().rev(), columns * 6).chars().rev().collect();
    let head = as_many_as_fit(text.chars(), columns * 4 - 11);
    format!("{}…{}", head.trim_end(), tail.trim_start())
}

/// The beginning that fits into so many tenths of a Latin letter.
fn as_many_as_fit(letters: impl Iterator<Item = char>, room: usize) -> String {
    let mut used = 0;
    let fits = |c: &char| {
        used += tenths(*c);
        used <= room
    };
    letters.take_while(fits).collect()
}

fn drawn_tenths(text: &str) -> usize {
    text.chars().map(tenths).sum()
}

/// Tenths of a Latin letter that a letter takes.
fn tenths(c: char) -> usize {
    match (c.width().unwrap_or(0), c.is_ascii()) {
        (2, _) => 21,
        (_, true) => 10,
        (_, false) => 11,
    }
}

/// Adds spaces on the right.
pub(crate) fn pad_right(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text))))
}

/// Adds spaces on the left.
pub(crate) fn pad_left(text: &str, columns: usize) -> String {
    format!("{}{text}", " ".repeat(columns.saturating_sub(width(text))))
}

/// Wraps a paragraph; lines after the first begin with `hang`.
///
/// A line ends at a space, or on either side of a Chinese character, of which sentences have no spaces between; but no line
/// begins with a closing mark, nor ends with an opening one (as GB/T 15834 asks). Spaces that do not break stay: they
/// hold a number and its unit together. A word longer than a line is broken.
pub(crate) fn wrap(text: &str, columns: usize, hang: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let room = |line_number: usize| columns.saturating_sub(if line_number == 0 { 0 } else { width(hang) }).max(8);
    let text = clean(text).split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    for piece in pieces(&text) {
        let mut piece = piece;
        if width(&line) + width(piece.trim_end_matches(' ')) > room(lines.len()) && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        while width(piece.trim_end_matches(' ')) > room(lines.len()) {
            let head = take(piece, room(lines.len()));
            lines.push(head.to_owned());
            piece = &piece[head.len()..];
        }
        line.push_str(piece);
    }
    lines.push(line);
    let lines: Vec<&str> = lines.iter().map(|line| line.trim_end_matches(' ')).collect();
    lines.join(&format!("\n{hang}"))
}

/// The pieces of a text between which a line may end, each with the space behind it.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((_, here)) = letters.next() {
        let Some(&(next_at, next)) = letters.peek() else { continue };
        let after_space = here == ' ';
        let beside_chinese = (is_wide(here) || is_wide(next)) && next != ' ';
        if after_space || (beside_chinese && !OPENING.contains(here) && !CLOSING.contains(next)) {
            pieces.push(&text[start..next_at]);
            start = next_at;
        }
    }
    pieces.push(&text[start..]);
    pieces
}

/// Marks that no line ends with.
const OPENING: &str = "（《“‘「【([";
/// Marks that no line begins with.
const CLOSING: &str = "，。；：、？！）》”’」】·…%),.;:!?]";

fn is_wide(c: char) -> bool {
    c.width() == Some(2)
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
    fn drawings_have_room_for_fewer_wide_letters() {
        assert_eq!(cut_drawn("Second line: transport", 22), "Second line: transport");
        assert_eq!(cut_drawn("Вторая линия: транспорт", 22), "Вторая линия: транс…");
        assert_eq!(cut_drawn("后续查验：运输、动物检疫", 22), "后续查验：运输、动…");
        assert_eq!(cut_drawn_inside("Kani-Kurgan checkpoint, Second line", 22), "Kani-Ku…, Second line");
    }

    #[test]
    fn long_words_are_broken_and_short_ones_moved() {
        assert_eq!(wrap("one two three", 9, "  "), "one two\n  three");
        assert_eq!(wrap("布拉戈维申斯克", 8, ""), "布拉戈维\n申斯克");
        assert_eq!(wrap("", 8, ""), "");
        assert_eq!(wrap("one  two three", 9, ""), "one two\nthree");
    }

    #[test]
    fn chinese_breaks_anywhere_but_before_a_closing_mark_or_behind_an_opening_one() {
        assert_eq!(wrap("排队持续增长，等待更久。", 12, ""), "排队持续增\n长，等待更\n久。");
        assert_eq!(wrap("平均等待（分钟）", 10, ""), "平均等待\n（分钟）");
        assert_eq!(wrap("日均 146 辆", 8, ""), "日均 146\n辆");
    }

    #[test]
    fn a_number_stays_with_what_belongs_to_it() {
        assert_eq!(wrap("очередь 1\u{202f}234,5\u{a0}авт.", 14, ""), "очередь\n1\u{202f}234,5\u{a0}авт.");
    }

    #[test]
    fn control_characters_do_not_reach_the_terminal() {
        assert_eq!(clean("a\x1b[31mb\n"), "a [31mb ");
    }
}
