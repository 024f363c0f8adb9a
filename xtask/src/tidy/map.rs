//! The code map of ARCHITECTURE.md names every top file of every crate, and no other.

use super::{Finding, Text};

const PAGE: &str = "ARCHITECTURE.md";

/// Checks the sections `### crates/NAME` against the files directly in `crates/NAME/src`.
pub(super) fn check(texts: &[Text]) -> Vec<Finding> {
    let Some(page) = texts.iter().find(|text| text.file == PAGE) else {
        return vec![Finding { file: PAGE.into(), line: 1, message: "is missing".into() }];
    };
    let mut findings = Vec::new();
    let mut find = |line: usize, message: String| findings.push(Finding { file: PAGE.into(), line, message });
    let mut sections: Vec<(String, usize, Vec<String>)> = Vec::new();
    for (index, line) in page.content.lines().enumerate() {
        if let Some(title) = line.strip_prefix('#') {
            let title = title.trim_start_matches('#').trim();
            let folder = title.split_whitespace().next().unwrap_or_default().to_owned();
            sections.push((folder, index + 1, Vec::new()));
        } else if let Some((folder, _, named)) = sections.last_mut() {
            for name in line.split('`').skip(1).step_by(2).filter(|name| is_file(name)) {
                let exists = texts.iter().any(|text| text.file == format!("{folder}/src/{name}"));
                if folder.starts_with("crates/") && !exists {
                    find(index + 1, format!("{folder} has no `{name}`"));
                }
                named.push(name.to_owned());
            }
        }
    }
    for text in texts {
        let Some((folder, name)) = text.file.split_once("/src/") else { continue };
        if !folder.starts_with("crates/") || !is_file(name) || name == "lib.rs" {
            continue;
        }
        match sections.iter().find(|(title, ..)| title == folder) {
            Some((_, line, named)) if !named.iter().any(|other| other == name) => {
                find(*line, format!("does not say what `{name}` of {folder} holds"));
            }
            None => find(1, format!("has no section for {folder}")),
            Some(_) => {}
        }
    }
    findings
}

/// `calendar.rs`, but not `calendar/words.rs`.
fn is_file(name: &str) -> bool {
    name.ends_with(".rs") && !name.contains('/')
}

#[cfg(test)]
mod tests {
    use super::super::{Text, render};
    use expect_test::expect;

    #[test]
    fn the_map_names_every_top_file_and_no_other() {
        let page = "# Map\n### crates/sim (`x`)\n| `kernel.rs`, `gone.rs` |\n## Next\n";
        let file = |file: &str, content: &str| Text { file: file.into(), content: content.into() };
        let texts = [
            file("ARCHITECTURE.md", page),
            file("crates/sim/src/lib.rs", ""),
            file("crates/sim/src/kernel.rs", ""),
            file("crates/sim/src/kernel/agenda.rs", ""),
            file("crates/sim/src/new.rs", ""),
            file("crates/cli/src/main.rs", ""),
        ];
        expect![[r#"
            ARCHITECTURE.md:3: crates/sim has no `gone.rs`
            ARCHITECTURE.md:2: does not say what `new.rs` of crates/sim holds
            ARCHITECTURE.md:1: has no section for crates/cli
        "#]]
        .assert_eq(&render(&super::check(&texts)));
    }
}
