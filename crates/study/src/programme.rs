//! The programme: when what is agreed may open, how late that is against plan, and how sure.
//!
//! The day of an opening is the announced one and a slip, which is drawn many times. Slips of different projects are drawn apart:
//! that one owner's delay is often another's too is not known to the model, and chances of single projects do not need it.

mod effect;
mod loss;

pub use effect::{
    BestProject, Change, Effect, EffectOptions, Effects, Group, GroupEffect, Lanes, Outcome, Price, ProjectEffect,
    effects,
};
pub use loss::{Loss, Spread};

use crate::rests_on::EvidenceCounts;
use crate::results::ModelRef;
use jiff::ToSpan;
use jiff::civil::Date;
use portway_model::Corridor;
use portway_model::element::{Project, ProjectStatus};
use portway_sim::compile::sampler;
use portway_stats::random::{Key, word_of};
use serde::{Deserialize, Serialize};

/// Draws when nothing is said: a chance is then known to one in a hundred.
pub const DEFAULT_DRAWS: u32 = 10_000;
/// Most draws of one slip. A chance is then known to one in a thousand, and no slip is known so well.
pub const MOST_DRAWS: u32 = 1_000_000;

/// Most years that chances are told for.
const MOST_YEARS: i16 = 30;
const DAY_MS: f64 = 86_400_000.0;
/// Mean length of a month of the calendar.
const DAYS_PER_MONTH: f64 = 365.25 / 12.0;

/// What is asked of a programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgrammeOptions {
    /// Seed of every random number.
    pub seed: u64,
    /// Draws of each slip, at least 1.
    pub draws: u32,
    /// The year by the end of which the chance to be open is told first; none for that of the next announced opening.
    pub year: Option<i16>,
}

/// The agreed projects of a corridor and their openings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Programme {
    /// Version of Portway.
    pub portway: String,
    /// The model.
    pub model: ModelRef,
    /// Title of the corridor for people.
    pub title: String,
    /// Seed of every random number.
    pub seed: u64,
    /// Draws of each slip.
    pub draws: u32,
    /// The year by the end of which [`Outlook::chance_by_year`] is told; none when nothing is still to open.
    pub year: Option<i16>,
    /// How good the slips and costs are.
    pub evidence: EvidenceCounts,
    /// One row for each project, in the order of the folder.
    pub projects: Vec<ProjectRow>,
    /// What each of them brings in a scenario; none when no scenario was named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(nullable = false))]
    pub effects: Option<Effects>,
}

/// One project.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = programme::ProjectRow))]
pub struct ProjectRow {
    /// Name in the folder.
    pub name: String,
    /// Title for people.
    pub title: String,
    /// Who is to build or run it; empty when nobody is named.
    pub owner: String,
    /// `agreed`, `planned`, `under construction`, `open` or `stopped`.
    #[cfg_attr(feature = "openapi", schema(schema_with = crate::described::project_status))]
    pub status: String,
    /// First firm date of its opening that was named, ISO date.
    pub planned: Option<String>,
    /// Date of opening that is announced now, or on which it opened, ISO date.
    pub opens: Option<String>,
    /// Months from `planned` to `opens`; negative is early.
    pub months_late: Option<f64>,
    /// When it may open; none when it is open or stopped, and where the folder gives no date or no slip.
    pub outlook: Option<Outlook>,
    /// What it costs.
    pub cost: Option<Cost>,
    /// Milestones that are done.
    pub milestones_done: usize,
    /// All milestones, in the order of dates.
    pub milestones: Vec<MilestoneRow>,
    /// What it changes in the folder.
    pub changes: Vec<ChangeRow>,
}

/// When a project may open, over all draws of its slip.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = programme::Outlook))]
pub struct Outlook {
    /// In one draw of ten it opens on this day or before, ISO date.
    pub p10: String,
    /// In half of the draws.
    pub p50: String,
    /// In nine draws of ten.
    pub p90: String,
    /// Mean slip, days; negative is early.
    pub mean_slip_days: f64,
    /// Chance that it is open on the announced day.
    pub chance_as_announced: f64,
    /// Chance that it is open by the end of [`Programme::year`].
    pub chance_by_year: f64,
    /// Chance that it is open by the end of each year; the years are the same for all projects.
    pub years: Vec<YearChance>,
}

/// A chance to be open by the end of a year.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = programme::YearChance))]
pub struct YearChance {
    /// The year.
    pub year: i16,
    /// The chance, 0 to 1.
    pub chance: f64,
}

/// An amount of money, once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = programme::Cost))]
pub struct Cost {
    /// How much.
    pub amount: f64,
    /// Code of ISO 4217.
    pub currency: String,
}

/// A step on the way to an opening.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = programme::MilestoneRow))]
pub struct MilestoneRow {
    /// Day on which it was done, or is to be, ISO date.
    pub date: String,
    /// Title for people.
    pub title: String,
    /// Whether it is done.
    pub done: bool,
}

/// One value that a project changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = programme::ChangeRow))]
pub struct ChangeRow {
    /// Dotted path of the input.
    pub path: String,
    /// As written in the folder; empty where nothing is.
    pub before: String,
    /// As the project writes it.
    pub after: String,
}

/// Draws the openings of all projects of a corridor.
pub fn programme(corridor: &Corridor, options: &ProgrammeOptions) -> Programme {
    let to_open = corridor.projects().iter().filter(|project| project.status.is_to_open());
    let next = to_open.filter_map(|project| project.opens).map(Date::year).min();
    let year = options.year.or(next);
    let draws = options.draws.max(1);
    let drawn: Vec<Option<Openings>> =
        corridor.projects().iter().map(|project| Openings::draw(project, options.seed, draws)).collect();
    let years = years(&drawn, year);
    Programme {
        portway: crate::VERSION.to_owned(),
        model: ModelRef::of(corridor),
        title: corridor.title().to_owned(),
        seed: options.seed,
        draws,
        year,
        evidence: EvidenceCounts::of_projects(corridor),
        projects: corridor
            .projects()
            .iter()
            .zip(&drawn)
            .map(|(project, of)| row(project, of.as_ref(), year, &years))
            .collect(),
        effects: None,
    }
}

fn row(project: &Project, drawn: Option<&Openings>, year: Option<i16>, years: &[i16]) -> ProjectRow {
    let milestones = project.milestones.iter();
    let milestones: Vec<MilestoneRow> = milestones
        .map(|step| MilestoneRow { date: step.date.to_string(), title: step.title.clone(), done: step.done })
        .collect();
    let changes = project.changes.iter();
    let changes = changes
        .map(|change| ChangeRow {
            path: change.path.clone(),
            before: change.before.clone(),
            after: change.after.clone(),
        })
        .collect();
    // Of a stopped project a date that was once announced says nothing.
    let opens = project.opens.filter(|_| project.status != ProjectStatus::Stopped);
    let days_late = project.planned.zip(opens).map(|(planned, opens)| days_between(planned, opens));
    ProjectRow {
        name: project.name.clone(),
        title: project.title.clone(),
        owner: project.owner.clone(),
        status: project.status.name().to_owned(),
        planned: project.planned.map(|date| date.to_string()),
        opens: opens.map(|date| date.to_string()),
        months_late: days_late.map(|days| days as f64 / DAYS_PER_MONTH),
        outlook: drawn.map(|drawn| drawn.outlook(year, years)),
        cost: project.cost.map(|cost| Cost { amount: cost.amount, currency: cost.currency.code().to_owned() }),
        milestones_done: milestones.iter().filter(|step| step.done).count(),
        milestones,
        changes,
    }
}

/// The years that chances are told for: those in which most of what is drawn opens, the same for all projects.
fn years(drawn: &[Option<Openings>], asked: Option<i16>) -> Vec<i16> {
    let year_at = |p: f64| drawn.iter().flatten().map(move |of| of.at(p).year());
    let Some(first) = year_at(0.1).chain(asked).min() else { return Vec::new() };
    let last = year_at(0.9).max().map_or(first, |year| year.saturating_add(1));
    (first..=last.min(first.saturating_add(MOST_YEARS - 1))).collect()
}

/// The days on which a project opens in all draws.
struct Openings {
    announced: Date,
    /// Whole days after it, in ascending order; at least one.
    slips: Vec<i64>,
}

impl Openings {
    /// Draws the slips of a project. None when it is open or stopped, or where nobody says how far it may slip: that is not
    /// "not at all". Each slip is addressed by the project and the number of the draw, so that it stays the same whatever other
    /// projects the folder has.
    fn draw(project: &Project, seed: u64, draws: u32) -> Option<Self> {
        let announced = project.opens.filter(|_| project.status.is_to_open())?;
        let sampler = sampler(project.slip_ms.as_ref()?);
        let [kind, name, purpose] = ["project", &project.name, "slip"].map(word_of);
        let slip = |draw: u32| {
            let key = Key::new(seed, draw).with(kind).with(name).with(purpose);
            (sampler.sample(key.draw(0)) / DAY_MS).round() as i64
        };
        let mut slips: Vec<i64> = (0..draws).map(slip).collect();
        slips.sort_unstable();
        Some(Self { announced, slips })
    }

    /// The first day on which a part of all draws has opened.
    fn at(&self, part: f64) -> Date {
        let count = self.slips.len();
        let rank = ((part * count as f64).ceil() as usize).clamp(1, count);
        self.announced.saturating_add(self.slips[rank - 1].days())
    }

    /// The chance to be open so many days after the announced one.
    fn chance(&self, days: i64) -> f64 {
        self.slips.partition_point(|slip| *slip <= days) as f64 / self.slips.len() as f64
    }

    fn by_end_of(&self, year: i16) -> f64 {
        Date::new(year, 12, 31).map_or(0.0, |end| self.chance(days_between(self.announced, end)))
    }

    fn outlook(&self, year: Option<i16>, years: &[i16]) -> Outlook {
        let [p10, p50, p90] = [0.1, 0.5, 0.9].map(|part| self.at(part).to_string());
        Outlook {
            p10,
            p50,
            p90,
            mean_slip_days: self.slips.iter().sum::<i64>() as f64 / self.slips.len() as f64,
            chance_as_announced: self.chance(0),
            chance_by_year: year.map_or(0.0, |year| self.by_end_of(year)),
            years: years.iter().map(|year| YearChance { year: *year, chance: self.by_end_of(*year) }).collect(),
        }
    }
}

fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}
