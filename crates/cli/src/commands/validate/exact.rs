//! Folders of exact answers: every one is run, and every row of their `exact.csv` is judged.

use super::ValidateSettings;
use crate::commands::Outcome;
use crate::failure::Failure;
use crate::progress::Bar;
use crate::{interrupt, model, output};
use portway_disk::run_folder::resolve;
use portway_model::Corridor;
use portway_model::element::{ExactAnswer, Timeline};
use portway_study::exact::{self, ExactReport};
use portway_study::results::ModelRef;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The model folders inside a folder that is none itself, in the order of their names.
pub(super) fn folders_in(dir: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries = fs::read_dir(dir).map_err(|e| Failure::io("read", dir, &e))?;
    let mut folders = Vec::new();
    for entry in entries {
        let path = entry.map_err(|e| Failure::io("read", dir, &e))?.path();
        if path.join("corridor.toml").is_file() {
            folders.push(path);
        }
    }
    folders.sort();
    Ok(folders)
}

/// One folder with its exact answers and the scenarios they are about.
struct Work {
    corridor: Corridor,
    answers: Vec<ExactAnswer>,
    timelines: Vec<Timeline>,
}

/// Judges every exact answer of the corridors.
pub(super) fn validate(settings: &ValidateSettings, corridors: Vec<Corridor>) -> Result<Outcome, Failure> {
    if settings.output.out.is_some() {
        return Err(Failure::new(
            "--out is for observations; exact answers have no run folder",
            "use --write FILE for a page, or --json",
        ));
    }
    settings.write.as_deref().map(check_page).transpose()?;
    let cancel = interrupt::flag()?;
    let work: Vec<Work> = corridors
        .into_iter()
        .map(|corridor| Work::new(corridor, settings.scenario.as_deref()))
        .collect::<Result<_, _>>()?;
    let rows = work.iter().map(|work| work.answers.len()).sum();
    if rows == 0 {
        return Err(Failure::new(
            format!("{} has no exact answers to compare with", settings.dir.display()),
            "write them into exact.csv of a model folder; docs/language.md describes it",
        ));
    }
    let bar = Bar::new();
    let mut report = ExactReport::new(rows, &settings.exact_options);
    for Work { corridor, answers, timelines } in &work {
        let about = (ModelRef::of(corridor), corridor.title());
        let check = exact::check_exact(answers, timelines, about, rows, &settings.exact_options, &bar, &cancel)?;
        report.checks.push(check);
    }
    drop(bar);
    if let Some(path) = &settings.write {
        for (check, Work { answers, timelines, .. }) in report.checks.iter_mut().zip(&work) {
            check.fingerprint = exact::fingerprint(answers, timelines, &cancel)?;
        }
        let page = portway_report::markdown::exact(settings.output.lang, &report);
        check_page(path)?;
        fs::write(path, page).map_err(|e| Failure::io("write", path, &e))?;
    }
    output::answer(&if settings.output.json {
        output::json(&report)
    } else {
        portway_report::table::exact(&report, output::style(settings.output.lang))
    })?;
    Ok(Outcome::of(!report.holds()))
}

/// How the first line of every page begins that `--write` has written, in every language.
const OURS: &str = "<!-- Written by `portway validate";

/// Makes sure that a page takes the place of nothing but an earlier page, and does not stand among the texts of a model.
fn check_page(page: &Path) -> Result<(), Failure> {
    let failed = |e: io::Error| Failure::io("write", page, &e);
    let refuse = |what: &str| {
        Err(Failure::new(format!("{} {what}; it is left as it is", page.display()), "choose another file with --write"))
    };
    if resolve(page).map_err(failed)?.ancestors().skip(1).any(|folder| folder.join("corridor.toml").exists()) {
        return refuse("lies in a model folder");
    }
    match fs::metadata(page) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(failed(error)),
        Ok(about) if !about.is_file() => return refuse("is not a regular file"),
        Ok(_) => {}
    }
    let mut begin = Vec::new();
    let read = fs::File::open(page).and_then(|file| file.take(OURS.len() as u64).read_to_end(&mut begin));
    read.map_err(failed)?;
    if begin == OURS.as_bytes() { Ok(()) } else { refuse("exists and is no page that portway validate wrote") }
}

impl Work {
    fn new(corridor: Corridor, scenario: Option<&str>) -> Result<Self, Failure> {
        let wanted = |row: &&ExactAnswer| scenario.is_none_or(|name| name == row.scenario);
        let answers: Vec<ExactAnswer> = corridor.exact_answers().iter().filter(wanted).cloned().collect();
        // In the order of the folder, which is the order in which people expect them.
        let asked = corridor.scenarios().filter(|s| answers.iter().any(|answer| answer.scenario == s.name));
        let timelines = asked.map(|s| model::timeline(&corridor, Some(&s.name), None, None));
        Ok(Self { timelines: timelines.collect::<Result<_, _>>()?, answers, corridor })
    }
}
