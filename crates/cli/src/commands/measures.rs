//! `portway measures`: every measure with its unit and definition.

use super::Outcome;
use crate::failure::Failure;
use crate::output;
use portway_report::Language;
use portway_study::measures::catalogue;

/// Prints the catalogue.
pub(crate) fn measures(json: bool, language: Language) -> Result<Outcome, Failure> {
    let text = if json {
        output::json(&serde_json::json!({ "portway": portway_study::VERSION, "measures": catalogue() }))
    } else {
        portway_report::table::measures(catalogue(), output::style(language))
    };
    output::answer(&text)?;
    Ok(Outcome::Done)
}
