//! The engines that are compared, and how one run of each is asked for and understood.

use crate::cargo;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The networks, as the programs and the model folders call them, with the days of a run that every engine can afford.
pub(super) const NETWORKS: [(&str, u32); 3] = [("mm1", 30), ("mm5", 30), ("checkpoint", 60)];

/// Days of a timed run of a compiled engine: a year, so that starting a process does not count for much.
pub(super) const YEAR_DAYS: u32 = 365;

/// First day of the model folders' scenario.
const FIRST_DAY: &str = "2025-01-01";

/// An engine.
pub(super) struct Engine {
    /// Its name in tables.
    pub(super) name: &'static str,
    /// How it is run.
    kind: Kind,
    /// Independent runs behind its answers; the slow ones do with fewer.
    pub(super) runs: u64,
    /// Whether its runs are short enough for timing a whole year.
    pub(super) compiled: bool,
}

#[derive(Clone, Copy)]
enum Kind {
    /// The command `portway run` on a model folder.
    Portway,
    /// A program of `bench/peers`.
    Python(&'static str),
    /// A program of `bench/rust-peers`.
    Rust(&'static str),
}

/// All engines; Portway first, because the others are held against it.
pub(super) const ENGINES: [Engine; 6] = [
    Engine { name: "Portway", kind: Kind::Portway, runs: 40, compiled: true },
    Engine { name: "simu-des", kind: Kind::Rust("peer_simu"), runs: 40, compiled: true },
    Engine { name: "nexosim", kind: Kind::Rust("peer_nexosim"), runs: 40, compiled: true },
    Engine { name: "SimPy", kind: Kind::Python("peer_simpy.py"), runs: 20, compiled: false },
    Engine { name: "Ciw", kind: Kind::Python("peer_ciw.py"), runs: 10, compiled: false },
    Engine { name: "salabim", kind: Kind::Python("peer_salabim.py"), runs: 5, compiled: false },
];

/// What one run gave.
#[derive(Clone, Debug)]
pub(super) struct Outcome {
    /// Version of the engine.
    pub(super) version: String,
    /// Vehicles behind the means.
    pub(super) vehicles: f64,
    /// Processor seconds of the run alone; none when the program does not say.
    pub(super) cpu_s: Option<f64>,
    /// Mean time in the system, minutes.
    pub(super) inside_min: f64,
    /// Mean wait, minutes.
    pub(super) wait_min: f64,
}

/// Where everything that the benchmark builds or generates lies.
pub(super) struct Workshop {
    /// The root of the project.
    pub(super) root: PathBuf,
    /// A folder under `target/`.
    pub(super) folder: PathBuf,
}

impl Workshop {
    /// Names the folder; nothing is made yet.
    pub(super) fn new(root: &Path) -> Self {
        Self { root: root.into(), folder: super::target(root).join("bench") }
    }

    /// Builds the Rust programs, and the command itself.
    pub(super) fn build(&self) -> Result<(), String> {
        super::build(&self.root)?;
        let status = cargo()
            .current_dir(self.root.join("bench/rust-peers"))
            .args(["build", "--release", "--locked"])
            .env("CARGO_TARGET_DIR", self.folder.join("rust"))
            .status()
            .map_err(|error| format!("cargo could not be started: {error}"))?;
        if status.success() { Ok(()) } else { Err("bench/rust-peers did not build".into()) }
    }

    /// Makes a virtual environment with the pinned engines, once for each state of `requirements.txt`.
    pub(super) fn install(&self) -> Result<(), String> {
        let requirements = self.root.join("bench/peers/requirements.txt");
        let wanted = read(&requirements)?;
        let installed = self.folder.join("venv/installed.txt");
        if std::fs::read_to_string(&installed).is_ok_and(|text| text == wanted) {
            return Ok(());
        }
        println!("installing {} into {}", requirements.display(), self.folder.join("venv").display());
        let venv = self.folder.join("venv").display().to_string();
        let python = if cfg!(windows) { "python" } else { "python3" };
        let make = Command::new(python).args(["-m", "venv", "--clear", &venv]).status();
        done(make, "python3 -m venv")?;
        let pip = Command::new(self.python())
            .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"])
            .arg(&requirements)
            .status();
        done(pip, "pip install")?;
        std::fs::write(&installed, wanted).map_err(|error| format!("{}: {error}", installed.display()))
    }

    /// The interpreter of the virtual environment.
    pub(super) fn python(&self) -> PathBuf {
        self.folder.join(if cfg!(windows) { "venv/Scripts/python.exe" } else { "venv/bin/python" })
    }

    /// A program of `bench/rust-peers`.
    pub(super) fn rust(&self, program: &str) -> PathBuf {
        self.folder.join("rust/release").join(format!("{program}{}", std::env::consts::EXE_SUFFIX))
    }

    /// The command itself.
    pub(super) fn portway(&self) -> PathBuf {
        super::target(&self.root).join("release").join(format!("portway{}", std::env::consts::EXE_SUFFIX))
    }

    /// The words of one run.
    pub(super) fn command(&self, engine: &Engine, network: &str, days: u32, seed: u64) -> Vec<String> {
        let seed = seed.to_string();
        let peer = [network.to_owned(), days.to_string(), seed.clone()];
        let words = |program: PathBuf| vec![program.display().to_string()];
        match engine.kind {
            Kind::Python(script) => {
                let mut words = words(self.python());
                // Compiled scripts belong under target/, not beside the sources.
                words.push("-B".into());
                words.push(self.root.join("bench/peers").join(script).display().to_string());
                words.into_iter().chain(peer).collect()
            }
            Kind::Rust(program) => words(self.rust(program)).into_iter().chain(peer).collect(),
            Kind::Portway => {
                let mut words = words(self.portway());
                let folder = self.root.join("bench/models").join(network).display().to_string();
                let last = last_day(days);
                let options = ["run", &folder, "--from", FIRST_DAY, "--to", &last, "--seed", &seed];
                let study = ["--threads", "1", "--replications", "1", "--json"];
                words.extend(options.iter().chain(&study).map(ToString::to_string));
                words
            }
        }
    }

    /// Runs an engine once and reads its answer.
    pub(super) fn run(&self, engine: &Engine, network: &str, days: u32, seed: u64) -> Result<Outcome, String> {
        let words = self.command(engine, network, days, seed);
        let text = printed(&words)?;
        let value: Value = serde_json::from_str(&text).map_err(|error| format!("{}: {error}", words.join(" ")))?;
        let outcome = match engine.kind {
            Kind::Portway => portway_outcome(&value, days),
            Kind::Python(_) | Kind::Rust(_) => peer_outcome(&value),
        };
        outcome.ok_or_else(|| format!("{} printed something else than expected:\n{text}", words.join(" ")))
    }
}

/// What a command prints; also when its exit code says that it found something.
pub(super) fn printed(words: &[String]) -> Result<String, String> {
    let output = Command::new(&words[0])
        .args(&words[1..])
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("{}: {error}", words[0]))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if text.trim().is_empty() {
        return Err(format!("{} failed:\n{}", words.join(" "), String::from_utf8_lossy(&output.stderr)));
    }
    Ok(text)
}

/// The last day of a window that begins with 2025 and has so many days.
pub(super) fn last_day(days: u32) -> String {
    let (mut year, mut month, mut day) = (2025, 1, days.max(1));
    loop {
        let leap_day = u32::from(year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
        let length = match month {
            2 => 28 + leap_day,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        if day <= length {
            return format!("{year}-{month:02}-{day:02}");
        }
        day -= length;
        (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    }
}

fn peer_outcome(line: &Value) -> Option<Outcome> {
    Some(Outcome {
        version: line["version"].as_str()?.into(),
        vehicles: line["vehicles"].as_f64()?,
        cpu_s: Some(line["cpu_s"].as_f64()?),
        inside_min: line["mean_time_min"].as_f64()?,
        wait_min: line["mean_wait_min"].as_f64()?,
    })
}

fn portway_outcome(results: &Value, days: u32) -> Option<Outcome> {
    let measure = |name: &str| {
        let all = |entry: &&Value| {
            entry["name"] == name && entry["scope"] == "corridor" && entry["direction"] == "" && entry["class"] == ""
        };
        results["measures"].as_array()?.iter().find(all)?["mean"].as_f64()
    };
    Some(Outcome {
        version: results["portway"].as_str()?.into(),
        vehicles: measure("arrivals_per_day")? * f64::from(days),
        cpu_s: None,
        inside_min: measure("door_to_door_h")? * 60.0,
        wait_min: measure("wait_h")? * 60.0,
    })
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn done(status: std::io::Result<std::process::ExitStatus>, what: &str) -> Result<(), String> {
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{what} ended with {status}")),
        Err(error) => Err(format!("{what} could not be started: {error}")),
    }
}

#[cfg(test)]
mod tests {
    use super::{last_day, portway_outcome};
    use expect_test::expect;

    #[test]
    fn windows_begin_with_the_year() {
        let last = [1, 31, 32, 365, 1000, 1155].map(last_day);
        assert_eq!(last, ["2025-01-01", "2025-01-31", "2025-02-01", "2025-12-31", "2027-09-27", "2028-02-29"]);
    }

    #[test]
    fn the_answer_of_a_run_is_found_among_its_measures() {
        let measure = |name: &str, direction: &str, mean: f64| {
            let class = "";
            serde_json::json!({ "name": name, "scope": "corridor", "direction": direction, "class": class, "mean": mean })
        };
        let results = serde_json::json!({ "portway": "0.1.0", "measures": [
            measure("wait_h", "out", 9.0), measure("wait_h", "", 0.05),
            measure("door_to_door_h", "", 0.5), measure("arrivals_per_day", "", 600.0),
        ] });
        expect![[r#"
            Some(
                Outcome {
                    version: "0.1.0",
                    vehicles: 6000.0,
                    cpu_s: None,
                    inside_min: 30.0,
                    wait_min: 3.0,
                },
            )
        "#]]
        .assert_debug_eq(&portway_outcome(&results, 10));
    }
}
