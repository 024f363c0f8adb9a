//! A number that measures time, length or speed says its unit at the end of its name: `dwell_ms`, `length_m`.

use super::{Finding, Text};

/// Last words of a name that promise a quantity; such a name must go on with a unit.
const QUANTITIES: [&str; 9] =
    ["time", "delay", "duration", "dwell", "elapsed", "timeout", "speed", "travel", "interval"];

/// Plain number types: nothing but the name can say the unit.
const NUMBERS: [&str; 8] = ["i32", "i64", "i128", "u32", "u64", "u128", "f64", "f32"];

/// The file whose tests spell bad names.
const THIS_FILE: &str = "xtask/src/tidy/units.rs";

/// Checks declarations of the form `name: number` in one Rust text.
pub(super) fn check(text: &Text) -> Vec<Finding> {
    let mut findings = Vec::new();
    if text.file == THIS_FILE {
        return findings;
    }
    for (index, line) in text.content.lines().enumerate() {
        let code = line.split("//").next().unwrap_or_default();
        let parts: Vec<&str> = code.split(": ").collect();
        for pair in parts.windows(2) {
            let name = last_word(pair[0]);
            let kind = first_word(pair[1]);
            let quantity = name.rsplit('_').next().unwrap_or_default();
            if NUMBERS.contains(&kind) && QUANTITIES.contains(&quantity) {
                let message = format!("`{name}: {kind}` does not say its unit, as `dwell_ms` or `speed_m_per_s` do");
                findings.push(Finding { file: text.file.clone(), line: index + 1, message });
            }
        }
    }
    findings
}

fn last_word(code: &str) -> &str {
    code.rsplit(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
}

fn first_word(code: &str) -> &str {
    code.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::{Text, render};
    use expect_test::expect;

    #[test]
    fn a_number_of_time_says_its_unit() {
        let content =
            "dwell_time: i64,\ndwell_ms: i64,\nfn f(speed: f64, time: Zoned) {}\n// time: i64\n\"a dash –: f64\"\n";
        let text = Text { file: "a.rs".into(), content: content.into() };
        expect![[r#"
            a.rs:1: `dwell_time: i64` does not say its unit, as `dwell_ms` or `speed_m_per_s` do
            a.rs:3: `speed: f64` does not say its unit, as `dwell_ms` or `speed_m_per_s` do
        "#]]
        .assert_eq(&render(&super::check(&text)));
    }
}
