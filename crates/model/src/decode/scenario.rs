//! Scenarios as they are written: a window, a base, and the tables that change.

use crate::folder::MAX_FILES;
use crate::problem::{Place, Problem};
use crate::quantity::Dimension;
use crate::reader::{Fields, Kind, Shape, Value};
use crate::tree::Table;
use jiff::civil::Date;

/// Longest window. Plans reach thirty years; more is a slip in a year.
const MAX_YEARS: i32 = 50;
/// Most parts of one scenario; a folder has no more files.
const MAX_PARTS: usize = MAX_FILES;
/// What is the same in all scenarios.
pub(crate) const NOT_CHANGEABLE: [&str; 4] = ["corridor", "scenario", "project", "part"];
/// Longest warm-up.
const MAX_WARM_UP_DAYS: u32 = 3660;
const DAY_MS: f64 = 86_400_000.0;

/// A scenario before its base is applied.
#[derive(Clone, Debug)]
pub(crate) struct ScenarioText {
    pub(crate) name: String,
    pub(crate) title: String,
    /// Where its name is written.
    pub(crate) place: Place,
    /// The base and where it is named.
    pub(crate) base: Option<(String, Place)>,
    pub(crate) from: Option<(Date, Place)>,
    pub(crate) to: Option<(Date, Place)>,
    pub(crate) warm_up_days: Option<u32>,
    /// The parts of the corridor that it is about; none when it does not say.
    pub(crate) parts: Option<Vec<String>>,
    pub(crate) set: Table,
    /// Changes by date, in the order of dates.
    pub(crate) on: Vec<(Date, Table)>,
}

pub(super) fn scenario(f: &mut Fields<'_, '_>, name: &str) -> Option<ScenarioText> {
    let title = f.title(name);
    let base = f.optional("base", "Scenario whose window and changes it starts from.", "none", |v| {
        let place = v.place();
        v.reference_name(Kind::Scenario).map(|base| (base, place))
    });
    let day = |v: &mut Value<'_, '_>| v.date().map(|date| (date, v.place()));
    let from = f.optional("from", "First day of results, corridor time.", "the base's", day);
    let to = f.optional("to", "Last day of results.", "the base's", day);
    let warm_up_days = f.optional(
        "warm-up",
        "Time simulated before `from`, so that the corridor is not empty; whole days.",
        "the base's, else 0 d",
        whole_days,
    );
    let parts = f.optional(
        "parts",
        "Parts of the corridor that it is about; what files of other parts define is left out.",
        "the base's, else all",
        |v| v.list((0, MAX_PARTS), |v| v.reference_name(Kind::Part)),
    );
    let set = f.optional("set", "Changes that hold from the beginning.", "none", |v| changes(v, "scenario"));
    let on = f.optional("on", "Changes that hold from a day on, by date.", "none", dated);
    Some(ScenarioText {
        name: name.to_string(),
        title,
        place: f.place,
        base,
        from,
        to,
        warm_up_days,
        parts,
        set: set.unwrap_or_default(),
        on: on.unwrap_or_default(),
    })
}

fn whole_days(v: &mut Value<'_, '_>) -> Option<u32> {
    let days = v.quantity(Dimension::Duration)? / DAY_MS;
    v.not_an_input();
    if v.describing() {
        return Some(0);
    }
    if days.fract() != 0.0 || days > f64::from(MAX_WARM_UP_DAYS) {
        v.wrong("out-of-range", "the warm-up is not whole days, or more than ten years", "write it as \"3 d\"");
        return None;
    }
    Some(days as u32)
}

/// The tables that change. The corridor itself, scenarios and projects are not part of what one of those can change; `who` does.
pub(super) fn changes(v: &mut Value<'_, '_>, who: &str) -> Option<Table> {
    let table = v.written_table(Shape::Changes)?;
    for key in NOT_CHANGEABLE {
        if let Some(entry) = table.get(key) {
            let problem = Problem::error("not-changeable", format!("a {who} cannot change `{key}`"));
            v.reader.report(problem.at(entry.place, "the same in all scenarios"));
            return None;
        }
    }
    Some(table.clone())
}

fn dated(v: &mut Value<'_, '_>) -> Option<Vec<(Date, Table)>> {
    let mut right = true;
    let mut all = Vec::new();
    for entry in v.written_table(Shape::DatedChanges)?.entries() {
        let dated = v.piece(&entry.item, entry.place, |v| {
            let date = v.key_as_date(&entry.key, "write the first day of the change, as in on.2025-12-25")?;
            Some((date, changes(v, "scenario")?))
        });
        right &= dated.is_some();
        all.extend(dated);
    }
    all.sort_by_key(|(date, _)| *date);
    right.then_some(all)
}

/// The window after its base is applied; a problem when there is none or it is reversed.
pub(crate) fn windowed(
    scenario: &ScenarioText,
    from: Option<(Date, Place)>,
    to: Option<(Date, Place)>,
) -> Result<(Date, Date), Problem> {
    let (Some((from, from_place)), Some((to, to_place))) = (from, to) else {
        let key = if from.is_none() { "from" } else { "to" };
        let problem = Problem::error("missing-key", format!("scenario `{}` has no `{key}`", scenario.name));
        return Err(problem.at(scenario.place, format!("needs `{key}`, its own or its base's")));
    };
    match window_mistake(from, to) {
        Some(mistake) => {
            let problem = Problem::error("wrong-window", format!("scenario `{}` {mistake}", scenario.name));
            Err(problem.at(to_place, "the last day").at(from_place, "the first day"))
        }
        None => Ok((from, to)),
    }
}

/// What is wrong with a window of dates.
pub(crate) fn window_mistake(from: Date, to: Date) -> Option<String> {
    let years = i32::from(to.year()) - i32::from(from.year());
    if to < from {
        Some("ends before it begins".into())
    } else if years > MAX_YEARS {
        Some(format!("is longer than {MAX_YEARS} years"))
    } else {
        None
    }
}
