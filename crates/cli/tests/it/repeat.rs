//! The same question gets the same answer, to the byte.

use std::path::Path;
use std::process::Command;

/// Standard output of `portway` on the reference corridor, which must succeed.
fn answer(arguments: &[&str]) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let output = Command::new(env!("CARGO_BIN_EXE_portway"))
        .args(arguments)
        .current_dir(root)
        .output()
        .expect("the binary was built for this test");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("output is UTF-8")
}

/// Two weeks of the corridor as JSON, with what the test adds.
fn fortnight(more: &[&str]) -> String {
    let arguments = ["run", "corridors/amur", "--from", "2026-01-05", "--to", "2026-01-18", "--json"];
    answer(&[&arguments, more].concat())
}

#[test]
fn the_number_of_threads_changes_no_byte() {
    let one = fortnight(&["--replications", "9", "--threads", "1"]);
    for threads in ["2", "8"] {
        assert_eq!(one, fortnight(&["--replications", "9", "--threads", threads]), "{threads} threads");
    }
}
