//! A temporary folder in which the program runs, and what it said there.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// An empty folder that is the current one of every command.
pub(crate) struct World(TempDir);

/// What a command said and how it ended.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl World {
    pub(crate) fn new() -> Self {
        Self(TempDir::new().expect("the machine has a temporary folder"))
    }

    /// A world with the corridor of `portway new` in the folder `model`.
    pub(crate) fn with_model() -> Self {
        let world = Self::new();
        assert_eq!(world.portway(&["new", "model"]).code, 0);
        world
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        std::fs::write(self.path(name), bytes).expect("the temporary folder can be written");
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// The names in a folder, sorted; hidden ones too.
    pub(crate) fn list(&self, name: &str) -> Vec<String> {
        list(&self.path(name))
    }

    /// The program, ready to be started in this world.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_portway"));
        command.args(arguments).current_dir(self.0.path()).env_remove("COLUMNS").env("RUST_BACKTRACE", "1");
        command
    }

    pub(crate) fn portway(&self, arguments: &[&str]) -> Said {
        Said::of(self.command(arguments).output().expect("the program was built"))
    }
}

impl Said {
    pub(crate) fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
        Self { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
    }

    /// Asserts that the command failed with one message, a hint at most, no backtrace, and nothing on standard output.
    pub(crate) fn failure(&self) -> &str {
        assert_eq!(self.code, 2, "{self:?}");
        assert_eq!(self.out, "", "{self:?}");
        assert_eq!(self.err.matches("error:").count(), 1, "{self:?}");
        assert!(!self.err.contains("backtrace") && !self.err.contains("panicked"), "{self:?}");
        self.err.trim_end()
    }
}

pub(crate) fn list(path: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(path) else { return Vec::new() };
    let mut names: Vec<String> =
        entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
