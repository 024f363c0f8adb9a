//! `portway measures`: every measure with its unit and definition.

use super::Outcome;
use crate::failure::Failure;
use crate::output;
use portway_study::measures::catalogue;

/// Prints the catalogue.
pub(crate) fn measures(json: bool) -> Result<Outcome, Failure> {
    let text = if json {
        output::json(&serde_json::json!({ "portway": portway_study::VERSION, "measures": catalogue() }))
    } else {
        portway_report::table::measures(catalogue(), output::style(portway_report::Language::En))
    };
    output::answer(&text)?;
    Ok(Outcome::Done)
}
