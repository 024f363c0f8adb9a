//! `portway schema`: the JSON Schema of model files.

use super::Outcome;
use crate::failure::Failure;
use crate::output;

/// Prints the schema.
pub(crate) fn schema() -> Result<Outcome, Failure> {
    output::answer(&output::json(&portway_model::schema()))?;
    Ok(Outcome::Done)
}
