//! Broken and hostile folders: loading never panics, always ends, and says the same every time.

use crate::folders::SMALL;
use portway_model::folder::MAX_DIAGNOSTICS;
use portway_model::{Folder, SourceFile, load, render};
use proptest::prelude::*;

/// Loads and renders, with and without colour. Everything that could panic is walked through.
fn survive(files: Vec<SourceFile>) -> String {
    let folder = Folder { files };
    let loaded = load(&folder);
    assert!(loaded.diagnostics.len() <= MAX_DIAGNOSTICS + 1);
    assert_eq!(loaded.corridor.is_none(), loaded.diagnostics.iter().any(|d| d.is_error()));
    render(&loaded.diagnostics, &folder, true);
    let text = render(&loaded.diagnostics, &folder, false);
    if let Some(corridor) = loaded.corridor {
        for scenario in corridor.scenarios() {
            corridor.timeline(Some(&scenario.name)).expect("a scenario of the corridor");
        }
        let _ = corridor.inputs();
    }
    text
}

fn file(name: &str, bytes: impl Into<Vec<u8>>) -> SourceFile {
    SourceFile { name: name.into(), bytes: bytes.into() }
}

/// Lines that make the small corridor use nearly every key there is.
const RICH: &str = r#"
[scenario.later]
base = "now"
warm-up = "2 d"
set.class.car.load = "1 t"
[scenario.later.on.2024-01-10]
facility.gate.stage.documents.lanes = [{ hours = "08:00-20:00", lanes = 5 }]
[calendar.day]
open = ["Mo-Fr 08:00-20:00", "Sa 22:00-02:00"]
holidays = { country = "CN", open = "closed" }
closed = ["2024-02-10 .. 2024-02-13"]
[profile.p]
month = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2]
holiday = { country = "CN", factor = 0.3 }
[facility.lot]
node = "east"
[facility.lot.stage.slots]
kind = "appointments"
every = "1 h"
places = 10
punctuality = "normal(mean 0 min, sd 25 min)"
[facility.lot.stage.check]
lanes = 3
service = "lognormal(mean 22 min, cv 0.6)"
discipline = { weights = { bus = 5, other = 1 } }
hours = "day"
extra-lanes = { lanes = 2, open-at = 15, close-at = 3 }
[facility.lot.process]
east = ["slots", { share = "5 %", path = ["check", { back-to = "slots", share = "50 %" }] },
  { one-of = [{ share = "60 %", path = ["check"] }, { share = 0.4, path = [] }] }]
[incident.x]
at = ["bridge", "lot.check"]
every = "exponential(mean 60 d)"
lasts = "2 h"
[flow.table]
class = "bus"
route = "east"
volume = "demand.csv"
profile = "p"
gaps = "erlang 4"
"#;
const DEMAND: &str = "flow,from,per_day\ntable,2024-01-01,3\ntable,2024-02-01,4.5\n";
const HOLIDAYS: &str = "date,country,kind,name\n2024-01-01,CN,off,\"New Year, day 1\"\n2024-02-04,CN,workday,\n";
const EVIDENCE: &str = "path,status,source\nlink.*.speed,observed,sign\nfacility.*.stage.*.lanes,assumption,none\n";

fn rich() -> Vec<(&'static str, String)> {
    vec![
        ("corridor.toml", format!("{SMALL}{RICH}")),
        ("demand.csv", DEMAND.into()),
        ("holidays.csv", HOLIDAYS.into()),
        ("evidence.csv", EVIDENCE.into()),
    ]
}

#[test]
fn the_rich_folder_is_right() {
    let text = survive(rich().into_iter().map(|(name, text)| file(name, text)).collect());
    assert!(!text.contains("error"), "{text}");
}

/// Cuts, doubles, swaps and overwrites pieces of a text.
fn mutate(text: &str, edits: &[(usize, usize, u8, String)]) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for (at, length, kind, with) in edits {
        let at = at % (bytes.len() + 1);
        let end = (at + length % 20).min(bytes.len());
        match kind % 4 {
            0 => drop(bytes.drain(at..end)),
            1 => drop(bytes.splice(at..at, with.bytes())),
            2 => drop(bytes.splice(at..end, with.bytes())),
            _ => {
                let piece = bytes[at..end].to_vec();
                let to = (at * 7) % (bytes.len() + 1);
                bytes.splice(to..to, piece);
            }
        }
    }
    bytes
}

fn edits() -> impl Strategy<Value = Vec<(usize, usize, u8, String)>> {
    let pieces = prop_oneof![
        Just("[".to_string()),
        Just("]".to_string()),
        Just("\"".to_string()),
        Just("{".to_string()),
        Just("-".to_string()),
        Just("9999999999999999999".to_string()),
        Just("nan".to_string()),
        Just(" = ".to_string()),
        Just("\n".to_string()),
        Just("\0".to_string()),
        Just("'''".to_string()),
        Just("黑".to_string()),
        Just("other".to_string()),
        ".{0,5}",
    ];
    proptest::collection::vec((any::<usize>(), any::<usize>(), any::<u8>(), pieces), 1..6)
}

proptest! {
    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..300), name in "(corridor\\.toml|evidence\\.csv|x\\.csv)") {
        survive(vec![file(&name, bytes)]);
    }

    #[test]
    fn any_text(text in "\\PC{0,200}") {
        survive(vec![file("a.toml", text.clone()), file("holidays.csv", text)]);
    }

    #[test]
    fn a_folder_with_typing_mistakes(which in 0..4_usize, edits in edits()) {
        let files = |mutated: usize| rich().into_iter().enumerate().map(move |(index, (name, text))| {
            if index == mutated { (name, None, text) } else { (name, Some(()), text) }
        });
        let folder = || files(which).map(|(name, kept, text)| match kept {
            Some(()) => file(name, text),
            None => file(name, mutate(&text, &edits)),
        }).collect::<Vec<_>>();
        let first = survive(folder());
        let mut turned = folder();
        turned.reverse();
        prop_assert_eq!(first, survive(turned), "the order in which files are given must not matter");
    }

    #[test]
    fn values_of_another_type(key in 0..200_usize, value in "(true|1|-1|1e300|nan|\"\"|\"x\"|\\[\\]|\\{\\}|\\[\\[\\]\\]|2024-01-01|\\{ other = 1 \\})") {
        let text = format!("{SMALL}{RICH}");
        let lines: Vec<&str> = text.lines().collect();
        let keyed: Vec<usize> = (0..lines.len()).filter(|&line| lines[line].contains(" = ") && !lines[line].starts_with(' ')).collect();
        let target = keyed[key % keyed.len()];
        let changed: Vec<String> = lines.iter().enumerate().map(|(line, text)| match text.split_once(" = ") {
            Some((key, _)) if line == target => format!("{key} = {value}"),
            _ => (*text).to_string(),
        }).collect();
        survive(vec![file("corridor.toml", changed.join("\n")), file("demand.csv", DEMAND), file("holidays.csv", HOLIDAYS)]);
    }
}

/// Folders that are small or allowed in size and want to be expensive.
#[test]
fn folders_that_multiply() {
    let many = |count: usize, line: &dyn Fn(usize) -> String| (0..count).map(line).collect::<String>();
    let head = SMALL;
    let classes = many(5000, &|n| format!("[class.c{n}]\n"));
    let stages = many(3000, &|n| format!("[facility.gate.stage.s{n}]\nlanes = 1\nservice = \"1 min\"\n"));
    let scenarios =
        many(400, &|n| format!("[scenario.s{n}]\nbase = \"now\"\nset.facility.gate.stage.documents.lanes = {n}\n"));
    let dates = many(365, &|n| {
        let day = format!("2024-{:02}-{:02}", 1 + n / 31, 1 + n % 31);
        format!("[scenario.now.on.{day}]\nfacility.gate.stage.documents.lanes = 3\n")
    });
    let chain = many(300, &|n| format!("[scenario.s{n}]\nbase = \"s{}\"\n", n + 1));
    let unknown = many(20_000, &|n| format!("[flow.f{n}]\nclass = \"truk{n}\"\nroute = \"est\"\nvolume = \"1/day\"\n"));
    let deep = format!("x = {}1{}\n", "[".repeat(5000), "]".repeat(5000));
    let dotted = format!("{} = 1\n", vec!["a"; 5000].join("."));
    let nested = format!("[facility.gate.process]\nx = {}{}\n", "[{ path = ".repeat(60), "[] }]".repeat(60));
    let wide = format!("x = \"{}\"\n", "a".repeat(1 << 20));
    let stars =
        format!("path,status,source\n{}", many(3000, &|n| format!("{}{n},observed,x\n", "*.".repeat(1 + n % 5))));
    let shares = format!("{head}{}", many(500, &|n| format!("[class.k{n}]\n")));
    for toml in [
        format!("{head}{classes}{stages}"),
        format!("{head}{stages}{scenarios}"),
        format!("{head}{stages}{dates}"),
        format!("{head}{chain}"),
        format!("{head}{unknown}"),
        format!("{head}{deep}"),
        format!("{head}{dotted}"),
        format!("{head}{nested}"),
        format!("{head}{wide}"),
        shares,
    ] {
        survive(vec![file("corridor.toml", toml), file("evidence.csv", stars.clone())]);
    }
    let rows = many(150_000, &|n| format!("nobody{n},2024-01-01,1\n"));
    let csv = format!("flow,from,per_day\n{rows}");
    survive(vec![
        file("corridor.toml", format!("{head}{RICH}")),
        file("demand.csv", csv.clone()),
        file("evidence.csv", csv),
    ]);
    survive((0..600).map(|n| file(&format!("{n}.toml"), "[class.a]\n")).collect());
}
