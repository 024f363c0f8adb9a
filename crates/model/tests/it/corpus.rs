//! Every input of the fuzzer's corpus, through the same functions that the fuzzer calls.

use proptest::prelude::*;

const WHOLE: &str = include_str!("../../../../fuzz/corpus/load/whole-language.txt");

#[allow(unreachable_pub, reason = "the same file is a library for the fuzz targets")]
#[path = "../../../../fuzz/src/lib.rs"]
mod bodies;

/// Runs one target on every file of its corpus and names the file that breaks it.
fn replay(target: &str, body: fn(&[u8])) {
    let corpus = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus").join(target);
    let mut files: Vec<_> = std::fs::read_dir(&corpus).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty(), "the corpus of {target} is empty");
    for file in files {
        let data = std::fs::read(&file).unwrap();
        let broken = std::panic::catch_unwind(|| body(&data)).is_err();
        assert!(!broken, "{} breaks the target {target}", file.display());
    }
}

#[test]
fn the_corpus_of_words_is_read() {
    replay("words", bodies::words);
}

#[test]
fn the_corpus_of_folders_is_loaded() {
    replay("load", bodies::load);
}

#[test]
fn the_whole_language_is_loaded() {
    let folder = bodies::folder(WHOLE.as_bytes());
    let loaded = portway_model::load(&folder);
    let codes: Vec<&str> = loaded.diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
    assert_eq!(codes, ["no-evidence"], "{}", portway_model::render(&loaded.diagnostics, &folder, false));
}

/// A slip of the pen in a list of lines; the numbers choose places in it.
fn slip(lines: &mut Vec<String>, (kind, here, there): (u8, usize, usize)) {
    if lines.is_empty() {
        return;
    }
    let (here, there) = (here % lines.len(), there % lines.len());
    let value = |line: &str| line.split_once('=').map(|(_, value)| value.to_owned());
    match kind {
        0 => drop(lines.remove(here)),
        1 => lines.insert(there, lines[here].clone()),
        2 => lines.swap(here, there),
        3 => {
            if let (Some((key, _)), Some(other)) = (lines[here].split_once('='), value(&lines[there])) {
                lines[here] = format!("{key}={other}");
            }
        }
        4 => {
            if let (Some((key, _)), Some(value)) = (lines[there].split_once('='), value(&lines[here])) {
                lines[here] = format!("{key}={value}");
            }
        }
        5 => {
            let cut = lines[here].char_indices().nth(there % 40).map_or(0, |(at, _)| at);
            lines[here].truncate(cut);
        }
        _ => {
            const WORDS: [&str; 12] = [
                "0",
                "-1",
                "1e9",
                "\"\"",
                "{}",
                "[]",
                "\"99999999 d\"",
                "\"0 %\"",
                "true",
                "é",
                "2024-02-29",
                "18446744073709551616",
            ];
            let digits = |c: char| c.is_ascii_digit();
            if let Some(at) = lines[here].find(digits) {
                let end = lines[here][at..].find(|c| !digits(c)).map_or(lines[here].len(), |length| at + length);
                lines[here].replace_range(at..end, WORDS[there % WORDS.len()]);
            }
        }
    }
}

proptest! {
    // Each case loads a folder twice and renders it twice, so there are few; the fuzzer does the long search.
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn slips_of_the_pen_never_panic(slips in prop::collection::vec((0u8..7, any::<usize>(), any::<usize>()), 1..5)) {
        let mut lines: Vec<String> = WHOLE.lines().map(str::to_owned).collect();
        slips.into_iter().for_each(|one| slip(&mut lines, one));
        bodies::load(lines.join("\n").as_bytes());
    }
}
