//! What a run folder says about how it came into being, so that it can be repeated to the byte.

use portway_study::results::ModelRef;
use serde_json::{Value, json};

/// The manifest of a command. `arguments` are those of the command line that does the same; `what` holds the scenario or
/// scenarios, their windows and replications.
///
/// No clock is read: two runs with the same manifest have the same bytes, manifest included. The number of
/// threads is left out, because it is a property of the machine and changes no byte; all else is kept as it was typed.
pub fn manifest(
    command: &str,
    arguments: impl Iterator<Item = String>,
    model: &ModelRef,
    seed: u64,
    what: Value,
) -> String {
    let mut manifest = json!({
        "portway": portway_study::VERSION,
        "command": command,
        "arguments": without_threads(arguments),
        "model": model,
        "seed": seed,
    });
    if let (Some(manifest), Value::Object(what)) = (manifest.as_object_mut(), what) {
        manifest.extend(what);
    }
    json(&manifest)
}

/// A value as indented JSON with a newline at its end.
pub fn json<T: serde::Serialize>(value: &T) -> String {
    // The types hold no maps with keys other than text, which is the one thing that cannot be written.
    portway_report::json::pretty(value).unwrap_or_default()
}

fn without_threads(mut typed: impl Iterator<Item = String>) -> Vec<String> {
    let mut kept = Vec::new();
    while let Some(argument) = typed.next() {
        match argument.as_str() {
            "--threads" => drop(typed.next()),
            other if other.starts_with("--threads=") => {}
            _ => kept.push(argument),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_threads_is_left_out() {
        let kept = |line: &str| without_threads(line.split(' ').map(str::to_owned)).join(" ");
        assert_eq!(kept("run model --threads 2 --seed 3"), "run model --seed 3");
        assert_eq!(kept("run model --threads=2"), "run model");
    }
}
