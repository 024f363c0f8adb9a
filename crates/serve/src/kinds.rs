//! The kinds of studies: each calls the function that the command of its name calls, with the same defaults.

use crate::drawn;
use crate::folder::Loaded;
use crate::problem::{Answered, Problem};
use crate::request::{Asked, AskedScenario, MOST_ANIMATED_DAYS, StudyKind};
use crate::tracks;
use portway_disk::manifest::json;
use portway_disk::{RunFolder, earlier, run_files};
use portway_model::element::Timeline;
use portway_model::vary::{InputValue, Variation, vary};
use portway_report::{Basis, Language};
use portway_study::bottleneck::RankBy;
use portway_study::results::{ModelRef, Series};
use portway_study::sensitivity::{Analysis, SensitivityError};
use portway_study::{
    BottleneckOptions, CapacityOptions, Journey, ProgrammeOptions, Progress, Replications, Results, SensitivityOptions,
    Standard, Study, StudyOptions,
};
use serde::{Deserialize, Serialize};
use std::sync::atomic::AtomicBool;
use utoipa::ToSchema;

/// The standard of a capacity when nothing is said, as on the command line.
const DEFAULT_STANDARD: &str = portway_study::capacity::DEFAULT_STANDARD;
/// Draws of each slip, as on the command line.
const PROGRAMME_DRAWS: u32 = portway_study::programme::DEFAULT_DRAWS;

/// What a run found, with what its charts are drawn from.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct RunAnswer {
    /// Measures and findings, as `portway run --json` prints them.
    pub(crate) results: Results,
    /// By hour and day.
    pub(crate) series: Series,
    /// By place.
    pub(crate) journey: Journey,
    /// Days of the window, ISO dates.
    pub(crate) days: Vec<String>,
}

/// A study that is done, in all the forms that are written.
pub(crate) struct Made {
    /// Name of the object's file, as the command writes it.
    pub(crate) file: &'static str,
    /// The object.
    pub(crate) object: String,
    /// The page for people; empty for a run, which has its own way of writing.
    pub(crate) page: String,
    /// What the pages of the studio show.
    pub(crate) answer: String,
    /// A run, which leaves more files than others.
    pub(crate) run: Option<RunMade>,
    /// The records of an animation.
    pub(crate) tracks: Option<Vec<u8>>,
}

/// A run that is to be written.
pub(crate) struct RunMade {
    study: Study,
    timeline: Timeline,
    language: Language,
}

impl RunMade {
    /// Writes what the command `run` writes.
    pub(crate) fn write(
        &self,
        folder: &RunFolder,
        arguments: impl Iterator<Item = String>,
        loaded: &Loaded,
    ) -> Answered<()> {
        let corridor = loaded.corridor()?;
        let basis = Basis::of(corridor, &self.timeline);
        run_files::write(folder, arguments, self.language, &self.study, &basis, None)?;
        earlier::write(folder, &loaded.texts, &self.study.samples)?;
        Ok(())
    }
}

/// Does what is asked for. `cancel` is looked at between events of the kernel.
pub(crate) fn make(
    loaded: &Loaded,
    asked: &Asked,
    threads: usize,
    progress: &dyn Progress,
    cancel: &AtomicBool,
) -> Answered<Made> {
    let corridor = loaded.corridor()?;
    let timelines = asked.request.scenarios.iter().map(|scenario| timeline(loaded, asked, scenario));
    let timelines = timelines.collect::<Answered<Vec<Timeline>>>()?;
    let reference = || ModelRef::of(corridor);
    let Asked { seed, replications, language, .. } = *asked;
    let options = |replications, record_visits| StudyOptions {
        seed,
        replications: Replications::Fixed(replications),
        threads,
        record_visits,
    };
    match (asked.request.kind, &timelines[..]) {
        (StudyKind::Run, [timeline]) => {
            let study = portway_study::run(timeline, reference(), &options(replications, false), progress, cancel)?;
            run(loaded, asked, study, timeline)
        }
        (StudyKind::Animate, [timeline]) => {
            few_days(timeline)?;
            let study = portway_study::run(timeline, reference(), &options(1, true), progress, cancel)?;
            let tracks = study.visits.as_ref().map(|visits| tracks::tracks(visits, timeline));
            Ok(Made { tracks, ..run(loaded, asked, study, timeline)? })
        }
        (StudyKind::Compare, [a, b]) => {
            let found = portway_study::compare(a, b, reference(), &options(replications, false), progress, cancel)?;
            let [a, b] = [a, b].map(|timeline| Basis::of(corridor, timeline));
            let page = portway_report::html::comparison(language, &found, &a, &b);
            Ok(Made::plain("comparison.json", &found, page))
        }
        (StudyKind::Bottleneck, [timeline]) => {
            let options = BottleneckOptions { seed, replications, threads, by: RankBy::default(), part: None };
            let found = portway_study::bottleneck(corridor, timeline, &options, progress, cancel)?;
            let page = portway_report::html::bottleneck(language, &found, timeline.first());
            Ok(Made::plain("bottleneck.json", &found, page))
        }
        (StudyKind::Capacity, [timeline]) => {
            let options = capacity(asked, threads)?;
            let found = portway_study::capacity(corridor, timeline, &options, progress, cancel)?;
            let page = portway_report::html::capacity(language, &found, timeline.first());
            Ok(Made::plain("capacity.json", &found, page))
        }
        (StudyKind::Sensitivity, [timeline]) => {
            let options = SensitivityOptions { seed, threads, ..SensitivityOptions::default() };
            let analysis =
                Analysis::new(&loaded.texts, corridor, timeline, &options, progress, cancel).map_err(refused)?;
            if analysis.plan().inputs == 0 {
                let title = "evidence.csv gives no range for any input of this scenario";
                return Err(Problem::unusable(title, "fill in `low` and `high` of what is not known for sure"));
            }
            let base = analysis.base().map_err(refused)?;
            let found = analysis.run(&base).map_err(refused)?;
            let page = portway_report::html::sensitivity(language, &found, corridor.model());
            Ok(Made::plain("sensitivity.json", &found, page))
        }
        (StudyKind::Programme, _) => {
            if corridor.projects().is_empty() {
                return Err(Problem::unusable("the folder has no projects", "write what is agreed as [project.NAME]"));
            }
            let found =
                portway_study::programme(corridor, &ProgrammeOptions { seed, draws: PROGRAMME_DRAWS, year: None });
            let page = portway_report::html::programme(language, &found);
            Ok(Made::plain("programme.json", &found, page))
        }
        // The number of scenarios was checked when the study was asked for.
        _ => Err(Problem::unusable("the number of scenarios does not fit", "ask again")),
    }
}

impl Made {
    fn plain(file: &'static str, value: &impl Serialize, page: String) -> Self {
        let object = json(value);
        Self { file, answer: object.clone(), object, page, run: None, tracks: None }
    }
}

/// A run in all its forms. One in which something was tried is no run of the texts of the folder, so it leaves nothing that a later
/// run would be compared with; its manifest and its report tell what was tried.
fn run(loaded: &Loaded, asked: &Asked, study: Study, timeline: &Timeline) -> Answered<Made> {
    let days = std::iter::successors(Some(timeline.scenario.from), |day| day.tomorrow().ok());
    let days: Vec<String> = days.take_while(|day| *day <= timeline.scenario.to).map(|day| day.to_string()).collect();
    let answer = drawn::answer(&study.results, &days);
    if asked.tries_something() {
        let basis = Basis::of(loaded.corridor()?, timeline);
        let page = portway_report::html::run(asked.language, &study.results, &basis, None);
        return Ok(Made { answer, ..Made::plain(run_files::RESULTS, &study.results, page) });
    }
    let run = RunMade { study, timeline: timeline.clone(), language: asked.language };
    Ok(Made {
        file: run_files::RESULTS,
        object: String::new(),
        page: String::new(),
        answer,
        run: Some(run),
        tracks: None,
    })
}

/// A scenario of the folder with what is tried in it.
pub(crate) fn timeline(loaded: &Loaded, asked: &Asked, scenario: &AskedScenario) -> Answered<Timeline> {
    let plain = loaded.timeline(&scenario.name)?;
    let timeline = match scenario.changes.is_empty() {
        true => plain,
        false => {
            let value = |change: &crate::request::ChangedValue| InputValue {
                path: change.path.clone(),
                value: change.value.clone(),
            };
            let variation = Variation { changes: scenario.changes.iter().map(value).collect() };
            let varied = vary(&loaded.texts, loaded.corridor()?, &scenario.name, &[variation]);
            varied
                .map_err(|refused| Problem::of_texts("the changes cannot be tried", &refused.diagnostics))?
                .pop()
                .unwrap_or(plain)
        }
    };
    timeline.with_window(asked.from, asked.to).map_err(|mistake| Problem::of_texts("no such window", &[mistake]))
}

/// Refuses windows whose every vehicle is more than can be kept and watched.
pub(crate) fn few_days(timeline: &Timeline) -> Answered<()> {
    let days = (timeline.scenario.to - timeline.scenario.from).get_days() + 1;
    if days <= MOST_ANIMATED_DAYS {
        return Ok(());
    }
    let title = format!("{days} days are too many to watch every vehicle of");
    Err(Problem::unusable(title, format!("choose at most {MOST_ANIMATED_DAYS} days with `from` and `to`")))
}

/// The options of a capacity, as the command has them.
pub(crate) fn capacity(asked: &Asked, threads: usize) -> Answered<CapacityOptions> {
    let text = asked.request.standard.as_deref().unwrap_or(DEFAULT_STANDARD);
    let standard = Standard::parse(text)
        .map_err(|mistake| Problem::unusable(mistake.message, mistake.help.unwrap_or_default()))?;
    Ok(CapacityOptions::new(standard, asked.seed, threads))
}

fn refused(error: SensitivityError) -> Problem {
    match error {
        SensitivityError::Study(error) => error.into(),
        SensitivityError::Refused(refused) => {
            Problem::of_texts("two ranges of evidence.csv do not go together", &refused.diagnostics)
        }
    }
}
