//! The answer on top of every report: how many cross, what the limit is, and how sure both are.

use crate::view::{self, View};
use crate::words;

/// A lane use above which a stage is named as nearly full although demand is still the limit.
const NEARLY_FULL: f64 = 0.85;

/// Says the result of a run in two short sentences, with its intervals.
pub(crate) fn sentence(view: &View<'_>) -> String {
    let model = view.model();
    let all = view::mean(view.corridor("crossings_per_day", "", ""));
    let per_direction: Vec<(&str, String)> = view
        .directions()
        .into_iter()
        .filter_map(|name| {
            let crossings = view::mean(view.corridor("crossings_per_day", name, ""))?;
            Some((view::direction_title(model, name), crossings.text()))
        })
        .collect();
    let crossing = match all {
        Some(all) if view.growing().is_some() => {
            let coming = view::mean(view.corridor("arrivals_per_day", "", ""));
            words::answer_crossings(&all.text(), coming.map(|c| c.text()).as_deref(), &per_direction)
        }
        Some(all) => words::answer_crossings(&all.text(), None, &per_direction),
        None => words::ANSWER_NO_CROSSINGS.to_owned(),
    };
    match limit(view) {
        Some(limit) => format!("{crossing}. {limit}."),
        None => format!("{crossing}."),
    }
}

/// Where the queue grows, or else how far the busiest lanes are from being the limit.
fn limit(view: &View<'_>) -> Option<String> {
    if let Some(scope) = view.growing() {
        return Some(words::answer_limit(&view::scope_title(view.model(), scope)));
    }
    let (stage, share) = view.staffed_stages().into_iter().max_by(|a, b| a.1.total_cmp(&b.1))?;
    let used = view::mean(view.station("lane_use_share", &stage.name, ""))?;
    Some(words::answer_demand(&view::scope_title(view.model(), &stage.name), &used.text(), share >= NEARLY_FULL))
}
