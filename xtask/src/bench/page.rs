//! `docs/benchmarks.md`: a frame of fixed words around the sections that the benchmarks write.

use std::path::Path;
use std::process::Command;

/// The section of `cargo xtask bench --peers`.
pub(super) const PEERS: &str = "peers";

/// The section of `cargo xtask bench --scaling`.
pub(super) const SCALING: &str = "scaling";

/// The page before anything was measured. A section stands between its two marks.
const FRAME: &str = "# Benchmarks

Times depend on the machine; ratios last longer. Nothing here is asserted by a test. The networks and programs are in
[bench](../bench/README.md).

## Against other engines

`cargo xtask bench --peers --write` made this section. All engines simulate M/M/1 and M/M/5 at four fifths of their capacity and a
border checkpoint of two directions, each on one core. Portway's time is that of the whole command: it starts, reads the model folder,
simulates a year with all statistics on, and prints the results. The others report the processor time of their run alone, with nothing
recorded but two means. Times are medians of at least five runs.

<!-- peers -->
<!-- end of peers -->

## Scaling

`cargo xtask bench --scaling --write` made this section.

<!-- scaling -->
<!-- end of scaling -->
";

/// Replaces one section of the page; the page is made when it is not there.
pub(super) fn write(root: &Path, section: &str, text: &str) -> Result<(), String> {
    let path = root.join("docs/benchmarks.md");
    let page = std::fs::read_to_string(&path).unwrap_or_else(|_| FRAME.into());
    let page = replaced(&page, section, text).ok_or_else(|| format!("{} has no section {section}", path.display()))?;
    std::fs::write(&path, page).map_err(|error| format!("{}: {error}", path.display()))
}

/// One line on the day and the machine.
pub(super) fn made(root: &Path) -> String {
    let day = Command::new("date").args(["-u", "+%Y-%m-%d"]).output().ok();
    let day = day.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).filter(|day| !day.is_empty());
    format!("{}; {}", day.as_deref().unwrap_or("day unknown"), super::machine(root))
}

fn replaced(page: &str, section: &str, text: &str) -> Option<String> {
    let (begin, end) = (format!("<!-- {section} -->\n"), format!("<!-- end of {section} -->"));
    let (before, rest) = page.split_once(&begin)?;
    let (_, after) = rest.split_once(&end)?;
    Some(format!("{before}{begin}\n{}\n\n{end}{after}", text.trim()))
}

#[cfg(test)]
mod tests {
    use super::{FRAME, PEERS, SCALING, replaced};
    use expect_test::expect;

    #[test]
    fn a_section_is_replaced_and_the_rest_stays() {
        let page = "a\n<!-- peers -->\nold\n<!-- end of peers -->\nb\n";
        expect![[r#"
            a
            <!-- peers -->

            new

            <!-- end of peers -->
            b
        "#]]
        .assert_eq(&replaced(page, PEERS, "new\n").unwrap_or_default());
    }

    #[test]
    fn the_frame_has_both_sections() {
        assert!([PEERS, SCALING].iter().all(|section| replaced(FRAME, section, "text").is_some()));
    }
}
