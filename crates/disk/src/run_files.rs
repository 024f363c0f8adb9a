//! The files of one run: results for programs, a page for people, tables for analysts.

use crate::failure::Failure;
use crate::manifest::{json, manifest};
use crate::run_folder::{MANIFEST, REPORT, RunFolder};
use portway_model::InputChange;
use portway_report::parquet::{self, ParquetError};
use portway_report::{Basis, Language, Since};
use portway_study::{Results, Study};
use serde_json::json;

/// The answer of a run, as a program reads it.
pub const RESULTS: &str = "results.json";

/// Writes what a run found into its folder. `arguments` are those of the command line that does the same.
///
/// # Errors
/// A file that cannot be written.
pub fn write(
    folder: &RunFolder,
    arguments: impl Iterator<Item = String>,
    language: Language,
    study: &Study,
    basis: &Basis<'_>,
    since: Option<&Since>,
) -> Result<(), Failure> {
    let Results { scenario, from, to, replications, seed, .. } = &study.results;
    let what = json!({ "scenario": scenario, "from": from, "to": to, "replications": replications });
    folder.write(MANIFEST, manifest("run", arguments, &study.results.model, *seed, what).as_bytes())?;
    folder.write(RESULTS, json(&study.results).as_bytes())?;
    folder.write(REPORT, portway_report::html::run(language, &study.results, basis, since).as_bytes())?;
    if let Some(Since::Compared { inputs, files, comparison }) = since {
        let input =
            |change: &InputChange| json!({ "path": change.path, "before": change.before, "after": change.after });
        let inputs: Vec<_> = inputs.iter().map(input).collect();
        let told = json!({ "files": files, "inputs": inputs, "comparison": comparison });
        folder.write("since.json", json(&told).as_bytes())?;
    }
    let parquet = |name: &str, bytes: Result<Vec<u8>, ParquetError>| {
        let bytes = bytes.map_err(|error| Failure::new(format!("cannot make {name}: {error}"), ""))?;
        folder.write(name, &bytes)
    };
    parquet("hourly.parquet", parquet::hourly(&study.results, basis))?;
    if !study.results.owners.is_empty() {
        parquet("owners.parquet", parquet::owners(&study.results))?;
    }
    if !study.results.trade.is_empty() {
        parquet("trade.parquet", parquet::trade(&study.results))?;
    }
    if let Some(visits) = &study.visits {
        parquet("visits.parquet", parquet::visits(visits, 0))?;
    }
    Ok(())
}
