//! Every relative link of a Markdown page leads to a file that exists, and to a heading of it.

use super::{Finding, Text};

/// Checks the links of all pages among `texts`; `exists` answers for paths from the root of the project.
pub(super) fn check(texts: &[Text], exists: impl Fn(&str) -> bool) -> Vec<Finding> {
    let mut findings = Vec::new();
    for page in texts.iter().filter(|text| text.file.ends_with(".md")) {
        for (line, target) in links(&page.content) {
            if let Some(message) = broken(page, &target, texts, &exists) {
                findings.push(Finding { file: page.file.clone(), line, message });
            }
        }
    }
    findings
}

fn broken(page: &Text, target: &str, texts: &[Text], exists: &impl Fn(&str) -> bool) -> Option<String> {
    if target.contains("://") || target.starts_with("mailto:") {
        return None;
    }
    let (path, anchor) = target.split_once('#').unwrap_or((target, ""));
    let file = if path.is_empty() { page.file.clone() } else { join(&page.file, path) };
    if !exists(&file) {
        return Some(format!("`{target}` leads nowhere"));
    }
    let text = texts.iter().find(|text| text.file == file)?;
    let known = anchor.is_empty() || headings(&text.content).any(|slug| slug == anchor);
    (!known).then(|| format!("`{target}`: {file} has no such heading"))
}

/// `docs/guides/a.md` + `../why.md` → `docs/why.md`.
fn join(page: &str, path: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            name => parts.push(name),
        }
    }
    parts.join("/")
}

/// Lines outside fenced code, numbered from 1.
fn prose(content: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut fenced = false;
    content.lines().enumerate().filter_map(move |(index, line)| {
        let fence = line.trim_start().starts_with("```");
        fenced ^= fence;
        (!fenced && !fence).then_some((index + 1, line))
    })
}

/// Targets of `[text](target)` outside code, with their lines.
fn links(content: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (number, line) in prose(content) {
        // Every second piece between backquotes is code.
        let text: String = line.split('`').step_by(2).collect::<Vec<_>>().join("``");
        for (at, _) in text.match_indices("](") {
            let rest = &text[at + 2..];
            if let Some(end) = rest.find(')') {
                found.push((number, rest[..end].to_owned()));
            }
        }
    }
    found
}

/// The anchors that hosting sites give to headings: lower case, spaces to hyphens, other signs dropped.
fn headings(content: &str) -> impl Iterator<Item = String> {
    prose(content).filter(|(_, line)| line.starts_with('#')).map(|(_, line)| {
        let title = line.trim_start_matches('#').trim().to_lowercase();
        let kept = title.chars().filter(|c| c.is_alphanumeric() || *c == ' ' || *c == '-' || *c == '_');
        kept.map(|c| if c == ' ' { '-' } else { c }).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Text, render};
    use expect_test::expect;

    #[test]
    fn a_link_leads_to_a_file_and_a_heading() {
        let page = "# Top\n[a](b.md) [c](../README.md#two-words) [d](#top) [e](https://example.org)\n\
                    [f](c.md) `[g](nowhere)` [h](b.md#none)\n```\n[i](nowhere)\n```\n[j](#bottom)\n";
        let texts = [
            Text { file: "docs/a.md".into(), content: page.into() },
            Text { file: "docs/b.md".into(), content: "# One".into() },
            Text { file: "README.md".into(), content: "## Two *words*!".into() },
        ];
        let exists = |path: &str| ["docs/a.md", "docs/b.md", "README.md"].contains(&path);
        expect![[r#"
            docs/a.md:3: `c.md` leads nowhere
            docs/a.md:3: `b.md#none`: docs/b.md has no such heading
            docs/a.md:7: `#bottom`: docs/a.md has no such heading
        "#]]
        .assert_eq(&render(&super::check(&texts, exists)));
    }
}
