//! Portway's kernel alone: reads a model folder, runs replications one after the other, and says what that took.
//!
//! Arguments: `FOLDER FROM TO SEED [REPLICATIONS]`, with dates as in `portway run`; `-` leaves the scenario's own.

use portway_model::{Folder, SourceFile, folder::is_model_file, load};
use portway_sim::{RunOptions, compile, run};
use rust_peers::{cpu_s, peak_bytes};
use std::path::Path;

fn main() -> Result<(), String> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [folder, from, to, seed, rest @ ..] = words.as_slice() else {
        return Err("arguments: FOLDER FROM TO SEED [REPLICATIONS]".into());
    };
    let number = |word: &String| word.parse::<u64>().map_err(|error| format!("{word}: {error}"));
    let date = |word: &String| match word.as_str() {
        "-" => Ok(None),
        word => word.parse::<jiff::civil::Date>().map(Some).map_err(|error| format!("{word}: {error}")),
    };
    let (from, to, seed) = (date(from)?, date(to)?, number(seed)?);
    let replications = rest.first().map_or(Ok(1), number)?;

    let begin = cpu_s();
    let folder = read(Path::new(folder))?;
    let loaded = load(&folder);
    let corridor = loaded.corridor.ok_or_else(|| portway_model::render(&loaded.diagnostics, &folder, false))?;
    let said = |diagnostic: &portway_model::Diagnostic| diagnostic.message.clone();
    let timeline = corridor.timeline(None).map_err(|all| all.iter().map(said).collect::<String>())?;
    let timeline = timeline.with_window(from, to).map_err(|diagnostic| said(&diagnostic))?;
    let program = compile(&timeline).map_err(|error| error.to_string())?;
    let load_s = cpu_s() - begin;

    for replication in 0..replications {
        let options =
            RunOptions { seed, replication: replication as u32, record_visits: false, record_holds: false, initial: &[], cancel: None };
        let begin = cpu_s();
        let seen = run(&program, &options).map_err(|error| error.to_string())?;
        let used = cpu_s() - begin;
        let count = |of: fn(&portway_sim::StreamObservations) -> u64| seen.streams.iter().map(of).sum::<u64>();
        let left = count(|stream| stream.left) as f64;
        let sum_ms = |of: fn(&portway_sim::StreamObservations) -> Option<f64>| {
            seen.streams.iter().map(|stream| of(stream).unwrap_or(0.0) * stream.left as f64).sum::<f64>()
        };
        let line = serde_json::json!({
            "engine": "portway-kernel",
            "seed": seed,
            "replication": replication,
            "vehicles": left as u64,
            "events": seen.events,
            "cpu_s": used,
            "load_s": load_s,
            "inside_at_end": count(|stream| stream.inside_at_end),
            "peak_bytes": peak_bytes(),
            "mean_time_min": sum_ms(|stream| stream.door_to_door_ms.mean()) / left / 60_000.0,
            "mean_wait_min": sum_ms(|stream| stream.wait_ms.mean()) / left / 60_000.0,
        });
        println!("{line}");
    }
    Ok(())
}

fn read(folder: &Path) -> Result<Folder, String> {
    let shown = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(shown)? {
        let entry = entry.map_err(shown)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if is_model_file(&name) {
            files.push(SourceFile { name, bytes: std::fs::read(entry.path()).map_err(shown)? });
        }
    }
    Ok(Folder { files })
}
