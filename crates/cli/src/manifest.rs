//! What a run folder says about how it came into being, so that it can be repeated to the byte.

use portway_study::results::ModelRef;
use serde_json::{Value, json};

/// The manifest of a command. `what` holds the scenario or scenarios, their windows and replications.
///
/// No clock is read: two runs with the same manifest have the same bytes, manifest included. Options that change no result, such
/// as the number of threads and the place of the folder, are kept as they were typed.
pub(crate) fn manifest(command: &str, model: &ModelRef, seed: u64, what: Value) -> String {
    let arguments: Vec<String> = std::env::args_os().skip(1).map(|a| a.to_string_lossy().into_owned()).collect();
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
