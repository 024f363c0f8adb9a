//! Every feed of the fuzzer's corpus, and slips of the pen in a good one, through the function that the fuzzer calls.

use crate::sample::FEED;
use portway_model::Folder;
use proptest::prelude::*;

#[allow(unreachable_pub, dead_code, reason = "the same file is a library for the fuzz targets")]
#[path = "../../../../fuzz/src/lib.rs"]
mod bodies;

#[allow(unreachable_pub, reason = "the same file is part of a fuzz target")]
#[path = "../../../../fuzz/src/gtfs.rs"]
mod body;

#[test]
fn the_corpus_of_feeds_is_read() {
    let corpus = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/gtfs");
    let mut files: Vec<_> = std::fs::read_dir(&corpus).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty());
    for file in files {
        let feed: Folder = bodies::folder(&std::fs::read(&file).unwrap());
        let broken = std::panic::catch_unwind(|| body::gtfs(&feed)).is_err();
        assert!(!broken, "{} breaks the target gtfs", file.display());
    }
}

/// A slip of the pen: a cell that stands elsewhere, a line twice or not at all, another number, a sign too much.
fn slip(lines: &mut Vec<String>, (kind, here, there, cell): (u8, usize, usize, usize)) {
    if lines.is_empty() {
        return;
    }
    let (here, there) = (here % lines.len(), there % lines.len());
    let cells = |line: &str| line.split(',').map(str::to_owned).collect::<Vec<_>>();
    let (mut own, other) = (cells(&lines[here]), cells(&lines[there]));
    let at = cell % own.len();
    match kind {
        0 => drop(lines.remove(here)),
        1 => lines.insert(there, lines[here].clone()),
        2 => lines.swap(here, there),
        3 | 4 => {
            own[at] = other[cell % other.len()].clone();
            lines[here] = own.join(",");
        }
        5 => {
            own.remove(at);
            lines[here] = own.join(",");
        }
        6 => {
            const WORDS: [&str; 14] = [
                "",
                "0",
                "-1",
                "1e9",
                "\"",
                "\"\"\"\"",
                "24:00:00",
                "49:59:59",
                "20260229",
                "19000101",
                "22001231",
                "1700",
                "黑河",
                "18446744073709551616",
            ];
            own[at] = WORDS[there % WORDS.len()].into();
            lines[here] = own.join(",");
        }
        _ => {
            let end = lines[here].char_indices().nth(cell % 40).map_or(0, |(at, _)| at);
            lines[here].truncate(end);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn slips_of_the_pen_never_panic(
        slips in prop::collection::vec((0u8..8, any::<usize>(), any::<usize>(), any::<usize>()), 1..4)
    ) {
        let mut lines: Vec<String> = FEED.lines().map(str::to_owned).collect();
        slips.into_iter().for_each(|one| slip(&mut lines, one));
        body::gtfs(&bodies::folder(lines.join("\n").as_bytes()));
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), file in 0_usize..11) {
        let name = portway_gtfs::feed::FILES[file];
        body::gtfs(&bodies::folder(&[format!("--- {name}\n").as_bytes(), &bytes].concat()));
    }
}
