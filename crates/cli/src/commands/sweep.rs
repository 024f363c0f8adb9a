//! `portway sweep`: one scenario at many values of its inputs, kept point by point.

use super::Outcome;
use crate::args::{DesignName, ModelArgs, OutputArgs, SweepArgs, TrialArgs, WindowArgs};
use crate::failure::{Failure, INTERRUPTED};
use crate::progress::Bar;
use crate::sweep_folder::SweepFolder;
use crate::{interrupt, model, output, settings};
use portway_disk::run_folder::REPORT;
use portway_model::Folder;
use portway_report::{Language, html, parquet, table};
use portway_study::sweep::journal::Journal;
use portway_study::sweep::{Design, PointAnswer, Shard, SweepOptions, summarise};
use portway_study::{Sweep, SweepError, SweepPlan};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

/// What is said when there was no time to count what is finished.
pub(super) const KEPT: &str = "interrupted; what is finished is kept, and the same command goes on from there";

/// What `sweep` is asked to do.
#[derive(Debug)]
pub(crate) struct SweepSettings {
    dir: PathBuf,
    options: SweepOptions,
    scenario: Option<String>,
    threads: usize,
    shard: Option<Shard>,
    output: OutputArgs,
}

impl SweepSettings {
    pub(crate) fn new(
        model: &ModelArgs,
        sweep: SweepArgs,
        window: WindowArgs,
        trial: &TrialArgs,
        output: OutputArgs,
    ) -> Result<Self, Failure> {
        settings::window(window.from, window.to)?;
        let design = match (sweep.design, sweep.points) {
            (DesignName::Full, None) => Design::Full,
            (DesignName::Full, Some(_)) => {
                return Err(Failure::new("--points belongs to --design lhs", "a full design runs every combination"));
            }
            (DesignName::Lhs, Some(points)) => Design::Lhs { points },
            (DesignName::Lhs, None) => {
                return Err(Failure::new(
                    "--design lhs needs a number of points",
                    "say it with --points, e.g. --points 50",
                ));
            }
        };
        let options = SweepOptions {
            scenario: String::new(),
            from: window.from,
            to: window.to,
            seed: trial.seed,
            replications: trial.replications,
            design,
            vary: sweep.vary,
            measures: sweep.measures,
            indifference: sweep.indifference,
            most_points: sweep.max_points,
        };
        let threads = trial.threads.unwrap_or(0);
        Ok(Self { dir: model.dir.clone(), options, scenario: window.scenario, threads, shard: sweep.shard, output })
    }
}

/// Sweeps a scenario, or goes on where an earlier sweep was interrupted.
pub(crate) fn sweep(settings: &SweepSettings) -> Result<Outcome, Failure> {
    let cancel = interrupt::flag_saying(KEPT)?;
    // The titles of a report in another language are looked up when it is written; the plan is the same for all.
    let (corridor, texts) = model::load(&settings.dir, Language::En)?;
    let scenario = model::timeline(&corridor, settings.scenario.as_deref(), None, None)?.scenario.name;
    let options = SweepOptions { scenario, ..settings.options.clone() };
    let sweep = Sweep::new(&corridor, &texts, &options).map_err(refused)?.shard(settings.shard);
    let (plan, points) = (sweep.plan(), sweep.points().len());
    let place = settings.output.out.clone().unwrap_or_else(|| default_place(plan));
    let (folder, mut journal) = SweepFolder::open(&place, plan, points, &texts)?;
    announce(plan, points, &journal);

    let found = run(&sweep, &folder, &journal, settings.threads, &cancel);
    let (answers, ended) = found;
    journal.answers.extend(answers.into_iter().map(|answer| (answer.point, answer)));
    ended.map_err(|failure| with_what_is_kept(failure, plan, points, &journal, &place))?;
    folder.sort(&journal)?;
    match plan.shard {
        Some(shard) => {
            let finished: Vec<u32> = journal.answers.keys().copied().collect();
            let told = serde_json::json!({ "shard": shard, "points": points, "finished": finished });
            let text = if settings.output.json {
                output::json(&told)
            } else {
                let Shard { number, of } = shard;
                let count = finished.len();
                format!("Shard {number}/{of} is finished: {count} of {points} points, in {}.\n", place.display())
            };
            output::answer(&text)?;
            if !settings.output.json {
                output::say("portway merge puts the shards together.");
            }
        }
        None => deliver(&folder, plan, &texts, &journal, &place, &settings.output, &cancel)?,
    }
    Ok(Outcome::Done)
}

/// Runs what is missing and keeps every point as soon as it is finished. The points come back whatever ended the work.
fn run(
    sweep: &Sweep<'_>,
    folder: &SweepFolder,
    journal: &Journal,
    threads: usize,
    cancel: &AtomicBool,
) -> (Vec<PointAnswer>, Result<(), Failure>) {
    let bar = Bar::new();
    let found: Mutex<Vec<PointAnswer>> = Mutex::default();
    let broken: Mutex<Option<Failure>> = Mutex::default();
    let keep = |answer: PointAnswer| {
        if let Err(failure) = folder.add(&answer) {
            broken.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(failure);
            return false;
        }
        found.lock().unwrap_or_else(PoisonError::into_inner).push(answer);
        true
    };
    let ended = sweep.run(&|point| journal.answers.contains_key(&point), threads, &bar, cancel, &keep);
    drop(bar);
    let found = found.into_inner().unwrap_or_else(PoisonError::into_inner);
    let broken = broken.into_inner().unwrap_or_else(PoisonError::into_inner);
    (found, broken.map_or_else(|| ended.map_err(refused), Err))
}

/// Writes everything that is made of the answers, and prints the table or the object. The same plan and answers give the same bytes.
pub(super) fn deliver(
    folder: &SweepFolder,
    plan: &SweepPlan,
    texts: &Folder,
    journal: &Journal,
    place: &Path,
    output: &OutputArgs,
    cancel: &AtomicBool,
) -> Result<(), Failure> {
    let titled = portway_model::load_in(texts, output.lang.titles()).corridor;
    let plan = &titled.map_or_else(|| plan.clone(), |corridor| plan.titled(&corridor));
    let results = summarise(plan, journal).map_err(|why| Failure::new(format!("{}: {why}", place.display()), ""))?;
    let bytes =
        parquet::sweep(&results).map_err(|why| Failure::new(format!("cannot make results.parquet: {why}"), ""))?;
    folder.write("results.csv", portway_report::csv::sweep(&results).as_bytes())?;
    folder.write("results.parquet", &bytes)?;
    folder.write(REPORT, html::sweep(&results, output.lang).as_bytes())?;
    if cancel.load(Ordering::Relaxed) {
        return Err(Failure { message: KEPT.into(), hint: String::new(), code: INTERRUPTED });
    }
    let style = output::style(output.lang);
    output::answer(&if output.json { output::json(&results) } else { table::sweep(&results, style) })?;
    if !output.json {
        output::say(&format!("Report: {}", place.join(REPORT).display()));
    }
    Ok(())
}

/// Where a sweep goes when nobody says.
pub(super) fn default_place(plan: &SweepPlan) -> PathBuf {
    let rests_on = &plan.rests_on;
    let mut name = format!("{}-{}-sweep-seed{}", rests_on.model.name, rests_on.scenario, rests_on.seed);
    if let Some(Shard { number, of }) = plan.shard {
        name += &format!("-shard-{number}-of-{of}");
    }
    Path::new("runs").join(name)
}

/// Says how much work there is before it begins.
fn announce(plan: &SweepPlan, points: u32, journal: &Journal) {
    let mine = u32::try_from((0..points).filter(|point| plan.is_mine(*point)).count()).unwrap_or(u32::MAX);
    let replications = plan.rests_on.replications;
    let of = plan.shard.map_or_else(String::new, |_| format!(" of {points}"));
    let several = |count: u32, what: &str| if count == 1 { what.to_owned() } else { format!("{what}s") };
    let (point, replication) =
        (several(if of.is_empty() { mine } else { points }, "point"), several(replications, "replication"));
    output::say(&format!("{mine}{of} {point}, {replications} {replication} of each"));
    match journal.answers.len() {
        0 => {}
        1 => output::say("1 of them is finished already"),
        finished => output::say(&format!("{finished} of them are finished already")),
    }
}

/// An interruption is told with what it cost, which is nothing that was finished.
fn with_what_is_kept(failure: Failure, plan: &SweepPlan, points: u32, journal: &Journal, place: &Path) -> Failure {
    if failure.code != INTERRUPTED {
        return failure;
    }
    let mine = (0..points).filter(|point| plan.is_mine(*point)).count();
    let (finished, place) = (journal.answers.len(), place.display());
    Failure {
        message: format!("interrupted; {finished} of {mine} points are finished and kept in {place}"),
        hint: "the same command goes on from there".into(),
        code: INTERRUPTED,
    }
}

fn refused(error: SweepError) -> Failure {
    match error {
        SweepError::Refused(refused) => {
            output::say(
                portway_model::render(&refused.diagnostics, &refused.folder, output::colour_stderr()).trim_end(),
            );
            Failure::new("these values cannot be swept", "correct the errors above; nothing was run")
        }
        SweepError::Study(portway_study::StudyError::Options(why)) => {
            Failure::new(why, "portway sweep --help shows how values, designs and measures are written")
        }
        SweepError::Study(error) => error.into(),
    }
}
