//! Rows of `evidence.csv` that an import adds and a later one of the same name replaces. Other lines stay as they are.

use crate::table::records;

/// Where a number comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The input in the folder.
    pub path: String,
    /// `design`, `derived` or `assumption`.
    pub status: &'static str,
    /// What it says and where.
    pub source: String,
    /// Lowest plausible value; may be empty.
    pub low: String,
    /// Highest plausible value; may be empty.
    pub high: String,
}

const COLUMNS: [&str; 6] = ["path", "status", "source", "low", "high", "note"];

/// The note by which the rows of an import are known again.
fn note(name: &str) -> String {
    format!("import gtfs {name}")
}

/// `evidence.csv` with the rows of an import in place of those of an earlier one of the same name. Rows that an author
/// wrote stay and win. None when the text is no table with the columns of evidence.
pub fn merged(text: &str, name: &str, rows: &[Row]) -> Option<String> {
    let note = note(name);
    let text = if text.trim_matches(['\u{feff}', ' ', '\r', '\n']).is_empty() {
        COLUMNS.join(",") + "\n"
    } else {
        text.to_owned()
    };
    let all = records(&text)?;
    let mut all = all.iter().filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty()));
    let (_, header) = all.next()?;
    let column = |name: &str| header.iter().position(|cell| cell == name);
    let (path, notes) = (column("path")?, column("note"));
    let (mut kept, mut written_by_hand, mut at) = (String::new(), Vec::new(), 0);
    for (span, cells) in all {
        let ours = notes.is_some_and(|notes| cells.get(notes) == Some(&note));
        if ours {
            kept.push_str(&text[at..span.start]);
            at = span.end;
        } else {
            written_by_hand.extend(cells.get(path));
        }
    }
    kept.push_str(&text[at..]);
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    if !kept.ends_with('\n') {
        kept.push_str(end);
    }
    for row in rows.iter().filter(|row| !written_by_hand.contains(&&row.path)) {
        let cell = |name: &String| match name.as_str() {
            "path" => row.path.as_str(),
            "status" => row.status,
            "source" => &row.source,
            "low" => &row.low,
            "high" => &row.high,
            "note" => &note,
            _ => "",
        };
        kept.push_str(&line(header.iter().map(cell)));
        kept.push_str(end);
    }
    Some(kept)
}

/// Cells as a line without its end, quoted where they must be.
pub(crate) fn line<'c>(cells: impl IntoIterator<Item = &'c str>) -> String {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    // A vector takes everything, and what was text stays text.
    let written = writer.write_record(cells).and_then(|()| writer.flush().map_err(csv::Error::from));
    let bytes = written.ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default().trim_end_matches('\n').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    fn row(path: &str, source: &str) -> Row {
        Row { path: path.into(), status: "design", source: source.into(), low: String::new(), high: String::new() }
    }

    #[test]
    fn rows_are_added_and_replaced_and_those_of_authors_stay() {
        let text = "path,status,source,low,high,note\n# \"by hand\nlink.a.travel,observed,\"seen, twice\",,,\n";
        let once = merged(text, "river", &[row("link.a.travel", "x"), row("link.b.travel", "a, b")]).unwrap();
        let twice = merged(&once, "river", &[row("link.c.travel", "c")]).unwrap();
        expect![[r#"
            path,status,source,low,high,note
            # "by hand
            link.a.travel,observed,"seen, twice",,,
            link.b.travel,design,"a, b",,,import gtfs river
            path,status,source,low,high,note
            # "by hand
            link.a.travel,observed,"seen, twice",,,
            link.c.travel,design,c,,,import gtfs river
        "#]]
        .assert_eq(&(once + &twice));
    }

    #[test]
    fn line_ends_marks_and_the_order_of_columns_are_kept() {
        let text = "\u{feff}source,path,status\r\nx,link.a.travel,design";
        let merged = merged(text, "river", &[row("link.b.travel", "y")]).unwrap();
        assert_eq!(merged, "\u{feff}source,path,status\r\nx,link.a.travel,design\r\ny,link.b.travel,design\r\n");
    }
}
