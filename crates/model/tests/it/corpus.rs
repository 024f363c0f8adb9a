//! Every input of the fuzzer's corpus, through the same functions that the fuzzer calls.

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
    let folder = bodies::folder(include_bytes!("../../../../fuzz/corpus/load/whole-language.txt"));
    let loaded = portway_model::load(&folder);
    let codes: Vec<&str> = loaded.diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
    assert_eq!(codes, ["no-evidence"], "{}", portway_model::render(&loaded.diagnostics, &folder, false));
}
