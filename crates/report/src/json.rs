//! Results as the JSON object that `--json` prints.

use serde::Serialize;

/// A value as indented JSON with a newline at the end.
///
/// Fields come in the order of their types, so the same value gives the same bytes. A number that is not finite is written as
/// `null`, as JSON has no word for it.
///
/// Errors: a map key that is not text, which no type of Portway has.
pub fn pretty<T: Serialize>(value: &T) -> Result<String, serde_json::Error> {
    let mut text = serde_json::to_string_pretty(value)?;
    text.push('\n');
    Ok(text)
}
