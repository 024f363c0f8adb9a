//! Projects: their dates, and the order that these must keep.

use super::money::{Priced, WITH_MONEY};
use super::scenario::changes;
use crate::distribution::Sign;
use crate::element::{Milestone, Project, ProjectStatus};
use crate::problem::{Place, Problem};
use crate::quantity::{Dimension, Per};
use crate::reader::{Fields, Value};
use crate::tree::Table;
use jiff::civil::Date;

/// What `slip` is read for: the day of an opening that has been, or that nobody expects, is not drawn.
const TO_OPEN: &str = "a project that is to open";
/// Most milestones of one project; a chart of more could not be read.
const MAX_MILESTONES: usize = 200;

/// A project before what it changes is tried on the folder.
#[derive(Clone, Debug)]
pub(crate) struct ProjectText {
    pub(crate) project: Project,
    pub(crate) set: Table,
    /// Where its name is written.
    pub(crate) place: Place,
}

pub(super) fn project(f: &mut Fields<'_, '_>, name: &str, priced: Priced) -> Option<ProjectText> {
    let title = f.title(name);
    let owner = f.optional("owner", "Who is to build or run it.", "nobody", |v| v.title());
    let statuses = ProjectStatus::ALL.map(|status| (status.name(), status));
    let status = f.required("status", "How far it is.", |v| v.choice(&statuses));
    let planned = f.optional("planned", "First firm date of its opening that was named.", "not told", |v| v.date());
    let opens = f.optional(
        "opens",
        "Date of opening that is announced now; of an open project, the day on which it opened.",
        "none announced",
        |v| v.date(),
    );
    if status == Some(ProjectStatus::Open) && !f.has("opens") && !f.describing() {
        let problem =
            f.problem("missing-key", format!("project `{name}` is open, but not since when"), "needs `opens`");
        f.fail(problem);
    }
    let to_open = f.describing() || status.is_none_or(ProjectStatus::is_to_open);
    let slip = f.only_when(TO_OPEN, to_open, |f| {
        f.optional("slip", "How much later than `opens` it opens; negative is earlier.", "none", |v| {
            v.distribution(Dimension::Duration, Sign::Any)
        })
    });
    if f.has("slip") && !f.has("opens") && to_open && !f.describing() {
        let problem = Problem::error("missing-key", format!("project `{name}` slips from no date"));
        f.fail(problem.at(f.place_of("slip"), "needs `opens`"));
    }
    let cost = f.only_when(WITH_MONEY, priced.money, |f| {
        f.optional("cost", "What it costs, once.", "not told", |v| priced.price(v, Per::Once))
    });
    let milestones = f.optional("milestones", "What has to happen first, in the order of dates.", "none", |v| {
        v.list((0, MAX_MILESTONES), |v| v.table(milestone))
    });
    let set = f.optional("set", "What it changes, as `set` of a scenario.", "nothing", |v| changes(v, "project"));
    let milestones = milestones.unwrap_or_default();
    if !f.describing() {
        in_order(f, name, status, opens, &milestones);
    }
    let project = Project {
        name: name.to_string(),
        title,
        owner: owner.unwrap_or_default(),
        status: status?,
        planned,
        opens,
        slip_ms: slip,
        cost,
        milestones: milestones.into_iter().map(|(milestone, _)| milestone).collect(),
        changes: Vec::new(),
    };
    Some(ProjectText { project, set: set.unwrap_or_default(), place: f.place })
}

/// A milestone and where its date is written.
fn milestone(f: &mut Fields<'_, '_>) -> Option<(Milestone, Place)> {
    let day = |v: &mut Value<'_, '_>| v.date().map(|date| (date, v.place()));
    let date = f.required("date", "Day on which it was done, or is to be.", day);
    let title = f.required("title", "For people; by language where reports in several are wanted.", |v| v.title());
    let done = f.optional("done", "Whether it is done.", "false", |v| v.bool());
    let (date, place) = date?;
    Some((Milestone { date, title: title?, done: done.unwrap_or(false) }, place))
}

/// Milestones come in the order of dates, and an opening after all that is done before it.
fn in_order(
    f: &mut Fields<'_, '_>,
    name: &str,
    status: Option<ProjectStatus>,
    opens: Option<Date>,
    milestones: &[(Milestone, Place)],
) {
    for pair in milestones.windows(2) {
        let [(first, before), (second, place)] = pair else { continue };
        if second.date < first.date {
            let problem =
                Problem::error("reversed", format!("the milestones of `{name}` are not in the order of dates"));
            f.fail(problem.at(*place, "earlier").at(*before, "than the one before it"));
        }
    }
    let last = milestones.iter().filter(|(milestone, _)| milestone.done).max_by_key(|(milestone, _)| milestone.date);
    match (opens, last) {
        (Some(opens), Some((last, place))) if last.date > opens => {
            let message = match status {
                Some(ProjectStatus::Open) => format!("a milestone of `{name}` was done after the project opened"),
                _ => format!("project `{name}` is to open before its last done milestone"),
            };
            let problem = Problem::error("reversed", message);
            f.fail(problem.at(f.place_of("opens"), "the opening").at(*place, "done later"));
        }
        _ => to_come(f, name, status, opens, milestones),
    }
}

/// Of a project that is open nothing is left to be done, and what is left of another comes before it opens. Neither makes a date
/// unknown, so both are doubts and no mistakes.
fn to_come(
    f: &mut Fields<'_, '_>,
    name: &str,
    status: Option<ProjectStatus>,
    opens: Option<Date>,
    milestones: &[(Milestone, Place)],
) {
    let Some((milestone, place)) = milestones.iter().rfind(|(milestone, _)| !milestone.done) else { return };
    if status == Some(ProjectStatus::Open) {
        let problem =
            Problem::warning("not-done", format!("project `{name}` is open, and a milestone of it is not done"));
        f.reader.report(problem.at(*place, "still to come").help("write `done = true`, or take it out"));
    } else if status.is_some_and(ProjectStatus::is_to_open)
        && let Some(opens) = opens.filter(|opens| milestone.date > *opens)
    {
        let problem = Problem::warning("not-done", format!("project `{name}` is to open before its last milestone"));
        let problem = problem.at(*place, format!("after {opens}")).at(f.place_of("opens"), "the opening");
        f.reader.report(problem.help("name the opening that can still be kept; the slip is drawn around it"));
    }
}
