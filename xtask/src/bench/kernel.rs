//! Portway's kernel without the command around it: `bench/rust-peers/src/bin/portway_kernel.rs`.

use super::engines::{Workshop, printed};
use serde_json::Value;

/// Runs replications of a model folder one after the other; one line of JSON each.
pub(super) fn lines(
    workshop: &Workshop,
    folder: &str,
    from: &str,
    to: &str,
    replications: u64,
) -> Result<Vec<Value>, String> {
    let program = workshop.rust("portway_kernel").display().to_string();
    let replications = replications.to_string();
    let words: Vec<String> =
        [&program, folder, from, to, "1", &replications].into_iter().map(ToString::to_string).collect();
    let text = printed(&words)?;
    text.lines().map(|line| serde_json::from_str(line).map_err(|error| format!("{line}: {error}"))).collect()
}
