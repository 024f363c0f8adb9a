//! The guides tell the truth: their commands are run and their output is compared.
//!
//! Each page is played from top to bottom in a folder of its own that holds copies of `corridors/` and of
//! `docs/guides/harbour-feed/`. Three kinds of fenced blocks count, all others are for the reader only:
//!
//! - `console`: a line `$ portway …` is run. The lines under it must appear in its output in this order, spaces aside; `…` stands
//!   for anything, in a line or as a line. The exit code must be 0 unless the next command is `$ echo $?` with another.
//!   `UPDATE_EXPECT=1 cargo test -p portway` writes numbers that changed into the page.
//! - `toml append=FILE` and `csv append=FILE`: the block is added to the end of the file.
//! - `diff file=FILE`: the lines without `+` stand in the file, once, and become the lines without `-`.

use std::path::Path;
use std::process::Command;

#[test]
fn see_it_in_the_browser() {
    play("docs/guides/see-it-in-the-browser.md");
}

#[test]
fn change_the_lanes() {
    play("docs/guides/change-the-lanes.md");
}

#[test]
fn do_lanes_bring_trucks() {
    play("docs/guides/do-lanes-bring-trucks.md");
}

#[test]
fn choose_the_best() {
    play("docs/guides/choose-the-best.md");
}

#[test]
fn what_holds_it_back() {
    play("docs/guides/what-holds-it-back.md");
}

#[test]
fn what_is_agreed() {
    play("docs/guides/what-is-agreed.md");
}

#[test]
fn what_matters_that_we_do_not_know() {
    play("docs/guides/what-matters-that-we-do-not-know.md");
}

#[test]
fn validate() {
    play("docs/guides/validate.md");
}

#[test]
fn how_much_can_it_take() {
    play("docs/guides/how-much-can-it-take.md");
}

#[test]
fn where_does_the_time_go() {
    play("docs/guides/where-does-the-time-go.md");
}

#[test]
fn explain_a_number() {
    play("docs/guides/explain-a-number.md");
}

#[test]
fn read_a_report() {
    play("docs/guides/read-a-report.md");
}

#[test]
fn report_in_chinese_or_russian() {
    play("docs/guides/report-in-chinese-or-russian.md");
}

#[test]
fn write_a_corridor() {
    play("docs/guides/write-a-corridor.md");
}

#[test]
fn timetables_in_and_out() {
    play("docs/guides/timetables-in-and-out.md");
}

#[test]
fn bring_evidence() {
    play("docs/guides/bring-evidence.md");
}

#[test]
fn what_does_waiting_cost() {
    play("docs/guides/what-does-waiting-cost.md");
}

#[test]
fn try_many_values() {
    play("docs/guides/try-many-values.md");
}

#[test]
fn the_whole_corridor() {
    play("docs/guides/the-whole-corridor.md");
}

#[test]
fn readme() {
    play("README.md");
}

/// A fenced block: its first line after the backquotes, and its lines with their places in the page.
struct Block {
    info: String,
    lines: Vec<(usize, String)>,
}

/// What the last command did.
#[derive(Default)]
struct Last {
    command: String,
    code: i32,
    output: String,
}

fn play(page: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let text = std::fs::read_to_string(root.join(page)).expect("the page exists");
    let mut shown: Vec<String> = text.lines().map(String::from).collect();
    let place = tempfile::tempdir().expect("a temporary folder");
    copy(&root.join("corridors"), &place.path().join("corridors"));
    copy(&root.join("docs/guides/harbour-feed"), &place.path().join("harbour-feed"));
    for block in blocks(&text) {
        let (kind, option) = block.info.split_once(' ').unwrap_or((&block.info, ""));
        match (kind, option.split_once('=')) {
            ("console", None) => console(page, &block, place.path(), &mut shown),
            ("toml" | "csv", Some(("append", file))) => append(&place.path().join(file), &block),
            ("diff", Some(("file", file))) => patch(page, &place.path().join(file), &block),
            _ => {}
        }
    }
    let now = shown.join("\n") + "\n";
    if now != text {
        std::fs::write(root.join(page), now).expect("the page can be written");
    }
}

fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for (number, line) in text.lines().enumerate() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(info), None) => open = Some(Block { info: info.trim().into(), lines: Vec::new() }),
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (None, Some(block)) => block.lines.push((number, line.into())),
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "the last block is not closed");
    blocks
}

fn console(page: &str, block: &Block, place: &Path, shown: &mut [String]) {
    let mut last = Last::default();
    let mut from = 0;
    let mut told = true;
    for (number, line) in &block.lines {
        let Some(command) = line.strip_prefix("$ ") else {
            let (next, now) = follow(page, &last, from, line, update());
            from = next;
            shown[*number] = now;
            continue;
        };
        if command == "echo $?" {
            last.output = last.code.to_string();
            told = true;
        } else {
            assert!(told || last.code == 0, "{page}: `{}` ended with {}:\n{}", last.command, last.code, last.output);
            last = run(page, command, place);
            told = false;
        }
        from = 0;
    }
    assert!(told || last.code == 0, "{page}: `{}` ended with {}:\n{}", last.command, last.code, last.output);
}

/// Whether numbers that changed are written into the page, as expect-test does with its texts.
fn update() -> bool {
    std::env::var_os("UPDATE_EXPECT").is_some()
}

fn run(page: &str, command: &str, place: &Path) -> Last {
    let mut words = command.split_whitespace();
    assert_eq!(words.next(), Some("portway"), "{page}: only `portway` is run in a `console` block");
    let output = Command::new(env!("CARGO_BIN_EXE_portway"))
        .args(words)
        .current_dir(place)
        .env("NO_COLOR", "1")
        .output()
        .expect("the binary was built for this test");
    let text = [output.stdout, output.stderr].concat();
    Last {
        command: command.into(),
        code: output.status.code().unwrap_or(-1),
        output: String::from_utf8(text).expect("output is UTF-8"),
    }
}

/// Finds the shown line in the output after the lines found before it; returns where to go on, and the line as it should be shown.
fn follow(page: &str, last: &Last, from: usize, shown: &str, update: bool) -> (usize, String) {
    let pieces: Vec<String> = shown.split('…').map(tight).collect();
    if pieces.iter().all(String::is_empty) {
        return (from, shown.into());
    }
    let lines: Vec<&str> = last.output.lines().collect();
    if let Some(at) = (from..lines.len()).find(|&at| holds(&tight(lines[at]), &pieces)) {
        return (at + 1, shown.into());
    }
    let alike = (from..lines.len()).find(|&at| masked(lines[at]) == masked(shown));
    match alike {
        Some(at) if update => (at + 1, lines[at].trim_end().into()),
        Some(at) => panic!(
            "{page}: `{}` says other numbers; UPDATE_EXPECT=1 writes them into the page\nshown {shown}\nsaid  {}",
            last.command, lines[at]
        ),
        None => panic!("{page}: `{}` does not say (or not in this order)\n{shown}\nbut\n{}", last.command, last.output),
    }
}

/// The line without its numbers: every digit and sign of a number is gone, and a `#` stands for it.
fn masked(line: &str) -> String {
    let part = |c: char| c.is_ascii_digit() || "+-−.,".contains(c);
    let mut text = String::new();
    for word in line.split_whitespace() {
        for piece in word.split_inclusive(|c| !part(c)) {
            let other = piece.trim_start_matches(part);
            let number = piece.len() > other.len() && piece.contains(|c: char| c.is_ascii_digit());
            text.push_str(if number { "#" } else { &piece[..piece.len() - other.len()] });
            text.push_str(other);
        }
        text.push(' ');
    }
    text
}

/// Whether a line contains the pieces in order.
fn holds(line: &str, pieces: &[String]) -> bool {
    let mut rest = line;
    pieces.iter().all(|piece| match rest.find(piece.as_str()) {
        Some(at) => {
            rest = &rest[at + piece.len()..];
            true
        }
        None => false,
    })
}

/// Runs of spaces count as one: pages may be narrower than terminals.
fn tight(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn append(file: &Path, block: &Block) {
    let mut text = std::fs::read_to_string(file).unwrap_or_default();
    text.push('\n');
    for (_, line) in &block.lines {
        text.push_str(line);
        text.push('\n');
    }
    std::fs::write(file, text).expect("the copy can be written");
}

fn patch(page: &str, file: &Path, block: &Block) {
    let side = |other: char| -> String {
        let kept = block.lines.iter().map(|(_, line)| line).filter(|line| !line.starts_with(other));
        kept.map(|line| format!("{}\n", line.get(1..).unwrap_or_default())).collect()
    };
    let (before, after) = (side('+'), side('-'));
    let text = std::fs::read_to_string(file).expect("the patched file exists");
    assert_eq!(text.matches(&before).count(), 1, "{page}: the diff does not fit {}:\n{before}", file.display());
    std::fs::write(file, text.replace(&before, &after)).expect("the copy can be written");
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a temporary folder can be written");
    for entry in std::fs::read_dir(from).expect("the corridors are there") {
        let path = entry.expect("the corridors can be read").path();
        let target = to.join(path.file_name().expect("a file has a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).expect("a temporary folder can be written");
        }
    }
}

fn said(output: &str) -> Last {
    Last { output: output.into(), ..Last::default() }
}

#[test]
fn a_shown_line_is_found_in_order_with_gaps_and_other_spacing() {
    let last = said("direction   mean\ninto-ru  81.2 ± 1.4\n");
    let at = |from, shown| follow("page", &last, from, shown, false).0;
    assert_eq!(at(0, "direction mean"), 1);
    assert_eq!(at(1, "into-ru … ± …"), 2);
    assert_eq!(at(1, "…"), 1);
}

#[test]
#[should_panic(expected = "does not say")]
fn a_line_that_the_output_lacks_fails_the_page() {
    follow("page", &said("into-ru 81.2\n"), 0, "into-cn …", false);
}

#[test]
#[should_panic(expected = "says other numbers")]
fn a_number_that_changed_fails_the_page() {
    follow("page", &said("into-ru 81.2\n"), 0, "into-ru 80.9", false);
}

#[test]
fn a_number_that_changed_is_written_when_asked() {
    let (_, line) = follow("page", &said("into-ru  81.2\n"), 0, "into-ru  80.9", true);
    assert_eq!(line, "into-ru  81.2");
}

#[test]
fn a_diff_replaces_the_lines_where_they_stand() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let file = place.path().join("a.toml");
    std::fs::write(&file, "[a]\nlanes = 2\n[b]\nlanes = 2\n").expect("a temporary folder can be written");
    let lines = [" [b]", "-lanes = 2", "+lanes = 3"].map(|line| (0, line.to_owned())).to_vec();
    patch("page", &file, &Block { info: String::new(), lines });
    assert_eq!(std::fs::read_to_string(&file).expect("it was just written"), "[a]\nlanes = 2\n[b]\nlanes = 3\n");
}
