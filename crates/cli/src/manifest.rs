//! What a run folder says about how it came into being, so that it can be repeated to the byte.

use portway_study::results::ModelRef;
use serde_json::{Value, json};

/// The manifest of a command. `what` holds the scenario or scenarios, their windows and replications.
///
/// No clock is read: two runs with the same manifest have the same bytes, manifest included. The number of
/// threads is left out, because it is a property of the machine and changes no byte; all else is kept as it was typed.
pub(crate) fn manifest(command: &str, model: &ModelRef, seed: u64, what: Value) -> String {
    let arguments = without_threads(std::env::args_os().skip(1).map(|a| a.to_string_lossy().into_owned()));
    let mut manifest = json!({
        "portway": portway_study::VERSION,
        "command": command,
        "arguments": arguments,
        "model": model,
        "seed": seed,
    });
    if let (Some(manifest), Value::Object(what)) = (manifest.as_object_mut(), what) {
        manifest.extend(what);
    }
    crate::output::json(&manifest)
}

fn without_threads(typed: impl Iterator<Item = String>) -> Vec<String> {
    let mut kept = Vec::new();
    let mut typed = typed;
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
