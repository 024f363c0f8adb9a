//! The project's own checks and benchmarks: `cargo xtask test`, `cargo xtask bench`.

mod bench;
mod builds;
mod checks;
mod instructions;
mod pages;
mod tidy;
mod usage;

use clap::{Parser, Subcommand};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Checks and benchmarks of the Portway project")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Run every check: tidy, format, lints, documentation, instructions, builds, pages, browser, tests
    Test {
        /// Go on after a failed step and name all failures at the end
        #[arg(long)]
        keep_going: bool,
    },
    /// Run only the tidy check: layout, line length, banned words, links, units in names
    Tidy,
    /// Run only the guard of the kernel's speed: instructions an event, counted by callgrind
    Instructions,
    /// Install what the pages of the studio need, build them and the command, and open the studio on the reference corridor
    Studio,
    /// Run only the checks of the pages: types, words, pure parts, build
    Pages,
    /// Run only what people do in the studio, in a real browser; installs the browser when it is missing
    Browser,
    /// Run only the check that debug and release builds give the same bytes
    Builds,
    /// Measure a year of the reference corridor, the start-up time and the kernel, and print tables
    Bench {
        /// Also write the tables to this file
        #[arg(long)]
        out: Option<PathBuf>,
        /// Leave out the microbenchmarks of the crates, which take minutes
        #[arg(long)]
        quick: bool,
        /// Compare with other engines instead, after proving that all give the same answers; about ten minutes
        #[arg(long, conflicts_with_all = ["out", "quick", "scaling"])]
        peers: bool,
        /// Measure vehicles alive, stages, replications and memory instead
        #[arg(long, conflicts_with_all = ["out", "quick"])]
        scaling: bool,
        /// With --peers or --scaling: also write docs/benchmarks.md
        #[arg(long)]
        write: bool,
    },
    /// Optional: fuzz the reader of model folders; needs a nightly toolchain and `cargo install cargo-fuzz`
    Fuzz {
        /// `load` for whole folders, `words` for quantities, distributions and hours
        #[arg(default_value = "load")]
        target: String,
        /// How long
        #[arg(long, default_value_t = 60)]
        seconds: u32,
    },
    /// Run a command and print what it used as one line (a helper of `bench`)
    #[command(hide = true)]
    Usage {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true, required = true)]
        command: Vec<String>,
    },
}

fn main() -> ExitCode {
    let root = root();
    let done = match Arguments::parse().task {
        Task::Test { keep_going } => checks::run(&root, keep_going),
        Task::Tidy => checks::tidy(&root),
        Task::Instructions => instructions::check(&root),
        Task::Studio => pages::studio(&root),
        Task::Pages => pages::check(&root),
        Task::Browser => pages::browser(&root),
        Task::Builds => builds::check(&root),
        Task::Bench { peers: true, write, .. } => bench::peers(&root, write),
        Task::Bench { scaling: true, write, .. } => bench::scaling(&root, write),
        Task::Bench { out, quick, .. } => bench::run(&root, out.as_deref(), quick),
        Task::Fuzz { target, seconds } => fuzz(&root, &target, seconds),
        Task::Usage { command } => usage::print(&command),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}

/// The folder of the workspace, found from where this crate was built, so that `cargo xtask` works in any subfolder.
fn root() -> PathBuf {
    let crate_folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    crate_folder.parent().expect("xtask is a member in a subfolder of the workspace").to_path_buf()
}

/// The cargo that started us, so that a toolchain chosen on the command line stays chosen.
fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

fn fuzz(root: &Path, target: &str, seconds: u32) -> Result<(), String> {
    // What the fuzzer finds on its way stays out of the repository; of the corpus it only reads.
    let found = root.join("fuzz/target/corpus").join(target);
    std::fs::create_dir_all(&found).map_err(|error| format!("{}: {error}", found.display()))?;
    // `cargo +nightly` is a feature of rustup's own cargo, not of the toolchain's.
    let status = Command::new("cargo")
        // Without unsafe code there is nothing for the address sanitizer to find, and it makes a run several times slower.
        .args(["+nightly", "fuzz", "run", "--sanitizer", "none", target])
        .args([found, root.join("fuzz/corpus").join(target)])
        .args(["--", &format!("-max_total_time={seconds}")])
        .env_remove("RUSTUP_TOOLCHAIN")
        .env_remove("CARGO")
        .current_dir(root)
        .status()
        .map_err(|error| format!("cargo could not be started: {error}"))?;
    let hint = "fuzzing stopped; if the tool is missing: rustup toolchain install nightly && cargo install cargo-fuzz";
    if status.success() { Ok(()) } else { Err(hint.into()) }
}
