//! What is read: named texts, and the limits that keep a hostile folder from eating the machine.

use sha2::{Digest, Sha256};

/// Largest file that is read. A year of hourly rows is under 1 MB; a larger file is something else than a model.
pub const MAX_FILE_BYTES: usize = 8 << 20;
/// Most files in a folder: one per element of a large corridor.
pub const MAX_FILES: usize = 500;
/// Largest folder altogether, so that many files of the largest size are not all held at once.
pub const MAX_FOLDER_BYTES: usize = 32 << 20;
/// Most values in all TOML files together; the reference corridor has about a thousand.
pub const MAX_VALUES: usize = 200_000;
/// Most rows of one CSV file: ten years of days for fifty flows.
pub const MAX_CSV_ROWS: usize = 200_000;
/// Most classes of vehicle: every stage and step holds a value for each, and a rank among them fits a byte.
pub const MAX_CLASSES: usize = 200;
/// Most owners of flows: what a run counts is counted for each.
pub const MAX_OWNERS: usize = 100;
/// Most values that loading may look at, all scenarios and dates together. Bounds both time and memory.
pub const MAX_WORK: u64 = 5_000_000;
/// Most diagnostics that are kept: nobody reads more, and each holds text.
pub const MAX_DIAGNOSTICS: usize = 200;

/// One file of a model folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Name relative to the folder, e.g. `corridor.toml`.
    pub name: String,
    /// Content as it is on disk, in whatever encoding.
    pub bytes: Vec<u8>,
}

/// A model folder as named texts. Who reads the disk gives the `*.toml` and `*.csv` files; other files are ignored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    /// The files in any order: loading sorts them by name.
    pub files: Vec<SourceFile>,
}

impl Folder {
    /// A folder of texts, for tests and generated models.
    ///
    /// ```
    /// let folder = portway_model::Folder::of([("corridor.toml", "[corridor]")]);
    /// assert_eq!(folder.files[0].name, "corridor.toml");
    /// ```
    pub fn of<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let file = |(name, text): (&str, &str)| SourceFile { name: name.into(), bytes: text.into() };
        Self { files: files.into_iter().map(file).collect() }
    }

    /// The model's files, sorted by name.
    pub fn sorted(&self) -> Vec<&SourceFile> {
        let mut files: Vec<_> = self.files.iter().filter(|f| is_model_file(&f.name)).collect();
        files.sort_by(|a, b| a.name.cmp(&b.name));
        files
    }

    /// SHA-256 of names, lengths and contents of the model's files, as 64 hexadecimal digits.
    ///
    /// Lengths are hashed too, so that text moved from one file to the next gives another hash.
    pub fn hash(&self) -> String {
        let mut sha = Sha256::new();
        for file in self.sorted() {
            for part in [file.name.as_bytes(), &file.bytes] {
                sha.update((part.len() as u64).to_le_bytes());
                sha.update(part);
            }
        }
        sha.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Whether a file of this name is part of a model.
pub fn is_model_file(name: &str) -> bool {
    name.ends_with(".toml") || name.ends_with(".csv")
}
