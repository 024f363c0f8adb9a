//! The pages of the studio: what they need, how they are built and tried in a real browser.
//!
//! Nothing here is needed to build or use the command; it is for the studio, and for the checks of the project.

use crate::cargo;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Oldest Node that the tools of the pages run on.
const NODE_MAJOR: u32 = 20;
/// Where Debian puts its browser. The tests take it and no other, so that they see the same everywhere.
const CHROMIUM: &str = "/usr/bin/chromium";
/// The browser, and letters for Chinese.
const PACKAGES: [&str; 2] = ["chromium", "fonts-noto-cjk"];

/// Builds pages and command, and opens the studio on the reference corridor.
pub(crate) fn studio(root: &Path) -> Result<(), String> {
    build(root)?;
    run(cargo().current_dir(root).args([
        "run",
        "--release",
        "--locked",
        "-p",
        "portway",
        "--",
        "serve",
        "corridors/amur",
    ]))
}

/// Checks types, words and pure parts of the pages, and builds them.
pub(crate) fn check(root: &Path) -> Result<(), String> {
    install(root)?;
    npm(root, &["run", "check"])?;
    npm(root, &["test"])?;
    npm(root, &["run", "build"])
}

/// Plays what people do in the studio, in Debian's browser against the real command.
pub(crate) fn browser(root: &Path) -> Result<(), String> {
    browser_is_there()?;
    build(root)?;
    run(cargo().current_dir(root).args(["build", "--locked", "-p", "portway"]))?;
    npm(root, &["run", "e2e"])
}

/// Installs what the pages need, and builds them.
fn build(root: &Path) -> Result<(), String> {
    install(root)?;
    npm(root, &["run", "build"])
}

fn install(root: &Path) -> Result<(), String> {
    let version = Command::new("node").arg("--version").output();
    let version = version.map_err(|_| format!("the pages need Node {NODE_MAJOR} or newer, with npm"))?;
    let text = String::from_utf8_lossy(&version.stdout).trim().to_owned();
    let major = text.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE_MAJOR) {
        return Err(format!("the pages need Node {NODE_MAJOR} or newer; this one is {text}"));
    }
    // npm keeps a copy of the lock file beside what it installed, which says whether anything has changed since.
    let folder = pages(root);
    let modified = |path: &str| std::fs::metadata(folder.join(path)).and_then(|about| about.modified()).ok();
    let (asked, there) = (modified("package-lock.json"), modified("node_modules/.package-lock.json"));
    if there.is_some() && there >= asked {
        return Ok(());
    }
    npm(root, &["ci", "--no-audit", "--no-fund"])
}

fn browser_is_there() -> Result<(), String> {
    if Path::new(CHROMIUM).exists() {
        return Ok(());
    }
    println!("{CHROMIUM} is missing: installing {}", PACKAGES.join(" and "));
    let by_hand = || format!("install it with: apt-get install {}", PACKAGES.join(" "));
    // The lists of a fresh machine are empty, and those of an old one name versions that are gone.
    run(Command::new("apt-get").args(["update", "-q"])).map_err(|why| format!("{why}; {}", by_hand()))?;
    let install = ["install", "-y", "-q", "--no-install-recommends"];
    run(Command::new("apt-get").args(install).args(PACKAGES).env("DEBIAN_FRONTEND", "noninteractive"))
        .map_err(|why| format!("{why}; {}", by_hand()))
}

fn pages(root: &Path) -> PathBuf {
    root.join("studio")
}

fn npm(root: &Path, arguments: &[&str]) -> Result<(), String> {
    run(Command::new("npm").current_dir(pages(root)).args(arguments))
}

fn run(command: &mut Command) -> Result<(), String> {
    let shown = format!("{command:?}");
    let status = command.status().map_err(|error| format!("{shown} could not be started: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{shown} said no ({status})")) }
}
