//! The first sentence of every report: how many cross, where the lanes are used most, and what the limit is.

use crate::view::{self, View};
use crate::words;

/// A lane use above which a stage is named as nearly full although demand is still the limit.
const NEARLY_FULL: f64 = 0.85;

/// Says the result of a run in one sentence, with its intervals.
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
    let mut parts = vec![match all {
        Some(all) => words::answer_crossings(&all.text(), &per_direction),
        None => words::ANSWER_NO_CROSSINGS.to_owned(),
    }];
    let busiest = view.staffed_stages().into_iter().max_by(|a, b| a.1.total_cmp(&b.1));
    if let Some((stage, share)) = busiest {
        let used = view::mean(view.station("lane_use_share", &stage.name, ""));
        parts.push(words::answer_busiest(
            &view::scope_title(model, &stage.name),
            &used.map_or_else(String::new, |used| used.text()),
        ));
        if view.growing().is_none() {
            parts.push(if share >= NEARLY_FULL { words::LIMIT_NEARLY_FULL } else { words::LIMIT_DEMAND }.to_owned());
        }
    }
    if let Some(scope) = view.growing() {
        parts.push(words::answer_limit(&view::scope_title(model, scope)));
    }
    format!("{}.", parts.join("; "))
}
