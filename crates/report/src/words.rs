//! Every word for people, in one place, because Chinese and Russian will stand beside English.

mod exact;

pub(crate) use exact::{exact_answer, exact_page_head, exact_rests};

use crate::language::Language;
use crate::number;
use crate::view;
use portway_model::InputChange;
use portway_model::element::{EvidenceStatus, Model};
use portway_study::measures::{Detail, MeasureScope};
use portway_study::{
    ChangeVerdict, Comparison, ComparisonRow, MeasureDefinition, Obstacle, ObstacleKind, ValidatedScenario, Validation,
    ValidationRow, Verdict,
};

pub(crate) const ANSWER_NO_CROSSINGS: &str = "Nobody crosses";

/// "167 ± 2 vehicles a day cross (China → Russia 84.2 ± 1.1, Russia → China 83.1 ± 1.0)"; with those who come where not
/// everybody gets through: "245 ± 2 of 252 ± 2 vehicles a day cross (…)".
pub(crate) fn answer_crossings(all: &str, coming: Option<&str>, directions: &[(&str, String)]) -> String {
    let parts: Vec<String> = directions.iter().map(|(title, crossings)| format!("{title} {crossings}")).collect();
    let of = coming.map_or_else(String::new, |coming| format!(" of {coming}"));
    match parts.len() {
        0 | 1 => format!("{all}{of} vehicles a day cross"),
        _ => format!("{all}{of} vehicles a day cross ({})", parts.join(", ")),
    }
}

/// What is said when everybody who comes gets through.
pub(crate) fn answer_demand(stage: &str, used: &str, nearly_full: bool) -> String {
    if nearly_full {
        return format!(
            "The limit is demand, but {stage} is nearly full: its lanes are used {used} % of the time they are open"
        );
    }
    format!("The limit is demand: the busiest lanes, {stage}, are used {used} % of the time they are open")
}

pub(crate) fn answer_limit(place: &str) -> String {
    format!("The limit is {place}: the queue grows without bound")
}

pub(crate) const CLASS: &str = "class";
pub(crate) const ALL_CLASSES: &str = "all classes";
pub(crate) const CROSSINGS_PER_DAY: &str = "crossings/day";
pub(crate) const DOOR_TO_DOOR: &str = "door to door";
pub(crate) const MEAN: &str = "mean";
pub(crate) const P50: &str = "P50";
pub(crate) const P90: &str = "P90";
pub(crate) const LINKS: &str = "Links";

/// Headings of tables, terminal and page alike.
pub(crate) const TRAFFIC_TITLE: &str = "Traffic and time door to door, hours";
pub(crate) const WAITS_TITLE: &str = "Waits, hours";
pub(crate) const STAGES_TITLE: &str = "Stages and links, queues in vehicles";
pub(crate) const FINDINGS_TITLE: &str = "Findings";
pub(crate) const RESTS_ON_TITLE: &str = "What it rests on";
pub(crate) const QUANTILE_NOTE: &str = "P50, P90: half of the vehicles, nine in ten need no longer. –: no number.";
pub(crate) const NO_WAITS: &str = "Nobody waits.";
pub(crate) const INTERVAL_NOTE: &str = "± is the half-width of the 95 % interval of the mean over replications.";

/// The kinds of waiting: measure name and word.
pub(crate) const WAITS: [(&str, &str); 4] = [
    ("wait_virtual_h", "virtual"),
    ("wait_yard_h", "yard"),
    ("wait_physical_h", "physical"),
    ("wait_blocked_h", "blocked"),
];

pub(crate) const QUEUE: &str = "queue";
pub(crate) const LONGEST: &str = "longest";
pub(crate) const LANES_USED: &str = "lanes used %";
pub(crate) const LANES_BLOCKED: &str = "blocked %";
pub(crate) const GROWS: &str = "grows";

pub(crate) fn run_heading(title: &str, scenario: &str, from: &str, to: &str) -> String {
    format!("{title}: {scenario}, {from} to {to}")
}

pub(crate) fn rests_on_run(replications: u32, seed: u64, from: &str, to: &str, zone: &str) -> String {
    let replications = match replications {
        1 => "1 replication, so there are no intervals".to_owned(),
        n => format!("{n} replications"),
    };
    format!("{replications}, seed {seed}, {from} to {to}, {zone} time")
}

pub(crate) fn rests_on_evidence(counts: [usize; 4]) -> String {
    let [observed, design, derived, assumption] = counts;
    match counts.iter().sum() {
        0 => "no evidence is written down for any input".to_owned(),
        all => format!(
            "{all} inputs with evidence: {observed} observed, {design} design, {derived} derived, {assumption} {}",
            plural(assumption, "assumption", "assumptions")
        ),
    }
}

pub(crate) fn rests_on_model(name: &str, hash: &str, portway: &str) -> String {
    let short: String = hash.chars().take(12).collect();
    format!("model {name} {short}, Portway {portway}")
}

pub(crate) fn plural<'a>(n: usize, one: &'a str, many: &'a str) -> &'a str {
    if n == 1 { one } else { many }
}

pub(crate) const DIFFERENCES_TITLE: &str = "What changes";
pub(crate) const REMARKS_TITLE: &str = "Where it does not agree";

pub(crate) fn change_verdict(verdict: ChangeVerdict) -> &'static str {
    match verdict {
        ChangeVerdict::Changed => "verdict-changed",
        ChangeVerdict::NoChangeSeen => "verdict-not-seen",
        ChangeVerdict::CannotTell => "verdict-no-value",
    }
}

pub(crate) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Agrees => "verdict-agrees",
        Verdict::Misses => "verdict-misses",
        Verdict::CannotTell => "verdict-open",
    }
}

/// What a measure is called where its name would be hard to read; the name itself when it has no word.
pub(crate) fn measure_title(name: &str) -> &str {
    match name {
        "crossings_per_day" => "Crossings",
        "crossings" => "Crossings in all",
        "busiest_day_crossings" => "Busiest day",
        "weekday_crossings_per_day" => "Crossings, Monday to Friday",
        "weekend_crossings_per_day" => "Crossings, weekend",
        "arrivals_per_day" => "Arrivals",
        "cargo_t" => "Cargo",
        "cargo_per_crossing_t" => "Cargo per crossing",
        "passengers_per_day" => "Passengers",
        "direction_ratio" => "Ratio of directions",
        "door_to_door_h" => "Time door to door",
        "wait_h" => "All waiting",
        "wait_virtual_h" => "Virtual wait",
        "wait_yard_h" => "Yard wait",
        "wait_physical_h" => "Physical wait",
        "wait_blocked_h" => "Blocked",
        "turned_away_per_day" => "Turned away",
        "abandoned_per_day" => "Gave up",
        "inside_at_end_vehicles" => "Inside at the end",
        "inside_vehicles" => "Vehicles inside",
        "waiting_vehicles" => "Vehicles that wait",
        "queue_vehicles" => "Queue",
        "queue_max_vehicles" => "Longest queue",
        "queue_at_end_vehicles" => "Queue at the end",
        "blocked_vehicles" => "Vehicles blocked",
        "lane_use_share" => "Use of lanes",
        "lane_blocked_share" => "Lanes blocked",
        "stage_wait_min" => "Wait at the stage",
        "stage_service_min" => "Time of service",
        other => other,
    }
}

/// A share is shown in per cent.
pub(crate) fn scale_of(unit: &str) -> f64 {
    if unit == "share" { 100.0 } else { 1.0 }
}

pub(crate) fn unit(unit: &str) -> &str {
    match unit {
        "share" => "%",
        "ratio" => "",
        other => other,
    }
}

pub(crate) fn measure_with_unit(name: &str, of: &str) -> String {
    match unit(of) {
        "" => measure_title(name).to_owned(),
        of => format!("{}, {of}", measure_title(name)),
    }
}

/// Of what and of whom a number is.
pub(crate) fn scope_label(model: &Model, scope: &str, direction: &str, class: &str) -> String {
    let mut parts = Vec::new();
    if scope != view::CORRIDOR {
        parts.push(view::scope_title(model, scope));
    }
    if !direction.is_empty() {
        parts.push(view::direction_title(model, direction).to_owned());
    }
    if !class.is_empty() {
        parts.push(view::class_title(model, class).to_owned());
    }
    if parts.is_empty() { ALL_TRAFFIC.to_owned() } else { parts.join(", ") }
}

pub(crate) const ALL_TRAFFIC: &str = "all traffic";

pub(crate) fn side(letter: &str, scenario: &str, title: &str, from: &str, to: &str) -> String {
    let text = if title.is_empty() || title == scenario {
        format!("{letter}  {scenario}, {from} to {to}")
    } else {
        format!("{letter}  {scenario}: {title}, {from} to {to}")
    };
    text.trim_start().to_owned()
}

/// "B against A: crossings −2.1 ± 0.4 vehicles/day; time door to door −1.30 ± 0.12 h; ..."
pub(crate) fn comparison_answer(comparison: &Comparison, model: &Model) -> String {
    let parts = differences_said(comparison, model);
    match parts.is_empty() {
        true => "B and A have no measure in common.".to_owned(),
        false => format!("{} against {}: {}.", comparison.b.scenario, comparison.a.scenario, parts.join("; ")),
    }
}

/// Crossings, time door to door and the use of lanes that changed most, each with what is known of its difference.
pub(crate) fn differences_said(comparison: &Comparison, model: &Model) -> Vec<String> {
    let corridor = |name: &str| {
        comparison
            .rows
            .iter()
            .find(|r| r.name == name && r.scope == view::CORRIDOR && r.direction.is_empty() && r.class.is_empty())
    };
    let said: Vec<String> =
        ["crossings_per_day", "door_to_door_h"].iter().filter_map(|name| corridor(name)).map(difference_said).collect();
    let stations = comparison.rows.iter().filter(|r| r.name == "lane_use_share" && r.verdict == ChangeVerdict::Changed);
    let most = stations
        .max_by(|x, y| x.difference.map(f64::abs).unwrap_or(0.0).total_cmp(&y.difference.map(f64::abs).unwrap_or(0.0)));
    let most = most.map(|row| format!("{} at {}", difference_said(row), view::scope_title(model, &row.scope)));
    said.into_iter().chain(most).collect()
}

fn difference_said(row: &ComparisonRow) -> String {
    let title = measure_title(&row.name).to_lowercase();
    let unit = if row.unit == "share" { "percentage points" } else { unit(&row.unit) };
    let said = |d: f64| format!("{} {unit}", view::difference_in_unit(d, row.half_width, &row.unit).text());
    match (row.verdict, row.difference) {
        (ChangeVerdict::Changed, Some(d)) => format!("{title} {}", said(d)),
        (ChangeVerdict::NoChangeSeen, Some(d)) => format!("no change of {title} is seen ({})", said(d)),
        _ => format!("{title} has no value to compare"),
    }
}

pub(crate) fn rests_on_pairs(replications: u32, seed: u64) -> String {
    format!(
        "{replications} {} of replications with common random numbers, seed {seed}",
        plural(replications as usize, "pair", "pairs")
    )
}

/// What common random numbers saved, over the rows where they can be judged.
pub(crate) fn variance_reduction(comparison: &Comparison) -> String {
    let of = |name: &str| {
        let row = comparison.rows.iter().find(|r| r.name == name && r.direction.is_empty() && r.class.is_empty());
        let factor = row?.variance_reduction?;
        Some(format!("{} {} ×", measure_title(name).to_lowercase(), number::plain(factor)))
    };
    let parts: Vec<String> = ["crossings_per_day", "door_to_door_h"].iter().filter_map(|name| of(name)).collect();
    match parts.is_empty() {
        true => String::new(),
        false => format!("variance of the difference reduced by common random numbers: {}", parts.join(", ")),
    }
}

/// "9 of 12 observations agree, 2 miss, 1 is open."
pub(crate) fn validation_answer(validation: &Validation) -> String {
    let count = |wanted: Verdict| validation.rows.iter().filter(|row| row.verdict == wanted).count();
    let (agree, miss, open) = (count(Verdict::Agrees), count(Verdict::Misses), count(Verdict::CannotTell));
    let all = validation.rows.len();
    let mut text =
        format!("{agree} of {all} {} {}", plural(all, "observation", "observations"), plural(agree, "agrees", "agree"));
    if miss > 0 {
        text.push_str(&format!(", {miss} {}", plural(miss, "misses", "miss")));
    }
    if open > 0 {
        text.push_str(&format!(", {open} {} open", plural(open, "is", "are")));
    }
    text.push('.');
    text
}

/// What a check is about: measure, statistic, traffic and unit.
pub(crate) fn validated_measure(row: &ValidationRow) -> String {
    let mut text = measure_title(&row.measure).to_lowercase();
    if row.statistic != "mean" {
        text.push_str(&format!(" {}", row.statistic.to_uppercase()));
    }
    if !unit(&row.unit).is_empty() && row.unit != "share" {
        text.push_str(&format!(", {}", row.unit));
    }
    for part in [row.scope.as_str(), row.direction.as_str(), row.class.as_str()] {
        if !part.is_empty() && part != view::CORRIDOR {
            text.push_str(&format!(", {part}"));
        }
    }
    text
}

pub(crate) fn validated_scenario(scenario: &ValidatedScenario) -> String {
    format!(
        "{}: {} to {}, {} {}",
        scenario.scenario,
        Language::En.iso_date(&scenario.from),
        scenario.to,
        scenario.replications,
        plural(scenario.replications as usize, "replication", "replications")
    )
}

pub(crate) fn rests_on_validation(validation: &Validation) -> String {
    format!(
        "seed {}, {}; a check agrees when its whole interval lies in the allowed range",
        validation.seed,
        rests_on_model(&validation.model.name, &validation.model.hash, &validation.portway)
    )
}

/// What a measure is given for.
pub(crate) fn given_for(definition: &MeasureDefinition) -> String {
    let scope = match definition.scope {
        MeasureScope::Corridor => "corridor",
        MeasureScope::Station => "each stage and link",
    };
    let detail = match definition.detail {
        Detail::DirectionAndClass => ", by direction and class",
        Detail::Class => ", by class",
        Detail::Whole => "",
    };
    format!("{scope}{detail}{}", if definition.quantiles { "; mean, P50, P90, P95" } else { "; mean" })
}

/// What stands under the list of measures.
pub(crate) const SCOPES: &str = "The scope of a measure is `corridor`, a stage as `facility.stage`, or the name of a \
link. A link has a row for each direction that travels it; where several directions travel it the same way, they are one \
row without a direction, and that of the way back has the scope `link.reversed`. An empty direction or class means all. \
Names and scopes stay the same from version to version.";

pub(crate) fn status(status: EvidenceStatus) -> &'static str {
    match status {
        EvidenceStatus::Observed => "status-observed",
        EvidenceStatus::Design => "status-design",
        EvidenceStatus::Derived => "status-derived",
        EvidenceStatus::Assumption => "status-assumption",
    }
}

// The page.

pub(crate) const STAGE: &str = "stage";
pub(crate) const P95: &str = "P95";
pub(crate) const HOURS: &str = "h";
pub(crate) const DAY: &str = "day";
pub(crate) const MONTH: &str = "month";
pub(crate) const QUEUE_UNIT: &str = "queue, vehicles";
pub(crate) const LONGEST_UNIT: &str = "longest";
pub(crate) const WAIT_UNIT: &str = "wait, min";
pub(crate) const WAIT_P90_UNIT: &str = "wait P90, min";
pub(crate) const LANES_UNIT: &str = "lanes";

pub(crate) const STRIP_TITLE: &str = "The corridor in the order of travel";
pub(crate) const STRIP_LEAD: &str = "";
pub(crate) const STRIP_DESCRIPTION: &str = "Stages and links from one bank to the other. A circle is the mean queue, \
     its colour the mean wait, the bar the use of lanes.";
pub(crate) const COLUMN_USED: &str = "lanes used";
pub(crate) const COLUMN_WAIT: &str = "mean wait";
pub(crate) const KEY_USED: &str = "lanes serving, share of the time open";
pub(crate) const KEY_BLOCKED: &str = "blocked: done, but the next place is full";
pub(crate) const KEY_QUEUE: &str = "● mean queue, by area";
pub(crate) const KEY_WAIT: &str = "colour: mean wait,";

pub(crate) fn strip_alt(direction: &str) -> String {
    format!("{direction}: stages and links in the order of travel")
}

pub(crate) fn crossings_a_day(crossings: &str) -> String {
    format!("{crossings} a day")
}

pub(crate) fn wait_said(wait: &str) -> String {
    format!("wait {wait}")
}

pub(crate) fn stage_detail(lanes: Option<u32>, holding: bool, queue: Option<String>) -> String {
    let (one, many) = if holding { ("place", "places") } else { ("lane", "lanes") };
    let lanes = lanes.map(|n| format!("{n} {}", plural(n as usize, one, many)));
    let queue = queue.map(|queue| format!("queue {queue}"));
    [lanes, queue].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Said of a link that vehicles stand on.
pub(crate) fn stand_on_it(vehicles: &str) -> String {
    format!("{vehicles} vehicles stand on it, because the next place is full")
}

pub(crate) fn link_detail(language: Language, length_m: f64, travel_ms: i64, standing: Option<&str>) -> String {
    let travel = number::duration_min(language, travel_ms as f64 / 60_000.0, None);
    let travel = standing.map_or_else(|| travel.clone(), |vehicles| format!("{travel}, {vehicles} stand on it"));
    if length_m <= 0.0 {
        return travel;
    }
    let length = if length_m < 1000.0 {
        format!("{} m", number::plain(length_m))
    } else {
        format!("{} km", number::plain(length_m / 1000.0))
    };
    format!("{length}, {travel}")
}

pub(crate) fn station_said(title: &str, detail: &str, used: Option<&str>, wait: Option<&str>) -> String {
    let used = used.map(|used| format!("lanes used {used}"));
    let wait = wait.map(|wait| format!("mean wait {wait}"));
    let parts = [Some(title.to_owned()), Some(detail.to_owned()), used, wait].into_iter().flatten();
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

pub(crate) const DAILY_TITLE: &str = "Crossings by day";
pub(crate) const KEY_DAILY: &str =
    "mean over replications; the band is its 95 % interval; one vertical scale for both directions";

pub(crate) fn daily_title(mean: &str, busiest: &str) -> String {
    format!("{mean} vehicles cross on a mean day, {busiest} on the busiest")
}

pub(crate) fn daily_alt(direction: &str) -> String {
    format!("Crossings by day, {direction}")
}

pub(crate) const SPLIT_TITLE: &str = "Where the time goes";
pub(crate) const SPLIT_DESCRIPTION: &str =
    "Bars of the mean time door to door per class, split into moving and service and four kinds of waiting.";
pub(crate) const MOVING: &str = "moving and service";
pub(crate) const TIME_H: &str = "wait, hours";

pub(crate) fn split_title(waiting_percent: f64) -> String {
    format!("Waiting takes {} % of the time door to door", number::plain(waiting_percent))
}

pub(crate) fn split_alt(direction: &str) -> String {
    format!("Where the time goes, {direction}")
}

pub(crate) fn wait_explained(kind: &str) -> &str {
    match kind {
        "virtual" => "virtual: at home, for a slot",
        "yard" => "yard: in a holding lot",
        "physical" => "physical: in front of lanes and links",
        "blocked" => "blocked: done, the next place is full",
        other => other,
    }
}

pub(crate) const DISTRIBUTION_TITLE: &str = "How the time door to door spreads";
pub(crate) const KEY_DISTRIBUTION: &str = "share of vehicles by time door to door, each class to its own height; \
     marks at the median and at P90; the longest 1 % is not drawn";
pub(crate) const DOOR_TO_DOOR_MEAN: &str = "door to door, h: mean";

pub(crate) fn distribution_title(p50: &str, p90: &str) -> String {
    format!("Half of all vehicles are through in {p50} h, nine in ten in {p90} h")
}

pub(crate) fn distribution_alt(direction: &str) -> String {
    format!("Distribution of the time door to door, {direction}")
}

pub(crate) fn p90_said(hours: &str) -> String {
    format!("P90 {hours} h")
}

pub(crate) const HEAT_TITLE: &str = "When waiting is longest";
pub(crate) const HEAT_DESCRIPTION: &str =
    "Mean wait by weekday and hour of leaving the corridor; a stronger colour is a longer wait.";
pub(crate) const KEY_HEAT: &str = "mean wait of the vehicles that leave in the hour,";
pub(crate) const WAIT_MIN: &str = "wait, min";
pub(crate) const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const WEEKDAYS_IN_FULL: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

pub(crate) fn heat_title(weekday: usize, hour: usize, wait: &str) -> String {
    format!("Who leaves on {} at {hour:02}:00 has waited longest, {wait} on average", WEEKDAYS_IN_FULL[weekday % 7])
}

pub(crate) const OR_MORE: &str = " or more";

pub(crate) fn heat_lead(zone: &str, grows: bool) -> String {
    let grows = if grows { " A queue grows: longer windows would show longer waits." } else { "" };
    format!("Weekdays and hours in {zone} time.{grows}")
}

pub(crate) fn heat_alt(direction: &str) -> String {
    format!("Mean wait by weekday and hour, {direction}")
}

pub(crate) fn hour_of_week(weekday: usize, hour: usize) -> String {
    format!("{} {hour:02}:00", WEEKDAYS[weekday % 7])
}

pub(crate) const STATIONS_TITLE: &str = "Queue and lanes over time";
pub(crate) const STATIONS_DESCRIPTION: &str =
    "Above: mean queue. Below: lanes open as a line, lanes occupied as an area.";
pub(crate) const KEY_QUEUE_CURVE: &str = "mean queue";
pub(crate) const KEY_OCCUPIED: &str = "lanes occupied";
pub(crate) const KEY_OPEN: &str = "line: lanes open";
pub(crate) const HIGHEST_HOUR: &str = "highest hour";
pub(crate) const OCCUPIED_MEAN: &str = "lanes occupied";
pub(crate) const OPEN_MEAN: &str = "lanes open";

pub(crate) fn stations_lead(bucket_hours: usize, some_left_out: bool) -> String {
    let bucket = match bucket_hours {
        1 => "Means by hour.",
        24 => "Means by day; the hours are in hourly.parquet.",
        _ => "Means by week; the hours are in hourly.parquet.",
    };
    let rest = if some_left_out { " Stages and links where hardly anybody waits are left out." } else { "" };
    format!("{bucket}{rest}")
}

pub(crate) const EVIDENCE_TABLE: &str = "Every input with its evidence, assumptions first";
pub(crate) const RUN_WINDOW: &str = "window";
pub(crate) const RUN_REPLICATIONS: &str = "replications";
pub(crate) const RUN_SEED: &str = "seed";
pub(crate) const REPEAT_NOTE: &str =
    "The same model, seed and number of replications give the same numbers on any machine.";

pub(crate) fn changes_title(scenario: &str) -> String {
    format!("What the scenario changes: {scenario}")
}

pub(crate) fn window(language: Language, from: &str, to: &str, zone: &str) -> String {
    format!("{}, {zone} time", language.iso_dates(from, to))
}

pub(crate) fn rests_title(counts: [usize; 4]) -> String {
    match (counts[3], counts.iter().sum::<usize>()) {
        (_, 0) => RESTS_ON_TITLE.to_owned(),
        (assumptions, all) => {
            format!(
                "{RESTS_ON_TITLE}: {assumptions} of {all} inputs {}",
                plural(assumptions, "is an assumption", "are assumptions")
            )
        }
    }
}

pub(crate) const CHANGED_TEXT_TITLE: &str = "What was changed in the text";
pub(crate) const NO_CHANGES: &str = "Nothing but the window.";
pub(crate) const KEY_CHANGED: &str = "● changed: the 95 % interval of the paired difference does not contain zero";
pub(crate) const KEY_NOT_SEEN: &str = "○ no change seen with this many replications";
pub(crate) const DIFFERENCES_DESCRIPTION: &str = "Differences B minus A with their intervals beside a line at zero.";

pub(crate) fn comparison_heading(title: &str, a: &str, b: &str) -> String {
    format!("{title}: {b} against {a}")
}

pub(crate) fn only_in(scenario: &str) -> String {
    format!("Only in {scenario}")
}

pub(crate) fn differences_lead(comparison: &Comparison) -> String {
    format!("{} minus {}, each vehicle meeting the same chances in both.", comparison.b.scenario, comparison.a.scenario)
}

pub(crate) const VALIDATION_TITLE: &str = "Observed beside simulated";
pub(crate) const VALIDATION_LEAD: &str =
    "Each check has its own scale: the shaded band is the range that counts as agreement.";
pub(crate) const KEY_VALIDATION: &str =
    "● observed   ○ simulated with its 95 % interval; a circle at the edge lies further out";
pub(crate) const OBSERVED_AND_SIMULATED: &str = "allowed range, observed and simulated";

pub(crate) fn validation_heading(title: &str) -> String {
    format!("{title}: validation")
}

pub(crate) fn observed_said(observed: &str, simulated: &str) -> String {
    format!("{observed} → {simulated}")
}

pub(crate) const SINCE_TITLE: &str = "Since the run before";

/// Most inputs that a terminal lists; the page has all.
const MOST_EDITED: usize = 12;

/// "  facility.north.stage.documents.lanes: 3 → 4", one line each.
pub(crate) fn edited(language: Language, inputs: &[InputChange], files: &[String]) -> Vec<String> {
    let said = |value: &Option<String>| value.clone().unwrap_or_else(|| language.word("not-written"));
    let line = |change: &InputChange| format!("{}: {} → {}", change.path, said(&change.before), said(&change.after));
    let mut lines: Vec<String> = inputs.iter().take(MOST_EDITED).map(line).collect();
    if inputs.is_empty() {
        lines.push(no_inputs_changed(files));
    } else if inputs.len() > MOST_EDITED {
        lines.push(format!("and {} more inputs; the report lists all", inputs.len() - MOST_EDITED));
    }
    lines
}

/// Something else in the texts was edited: a name, a route, a table of days, evidence, a comment.
pub(crate) fn no_inputs_changed(files: &[String]) -> String {
    format!("no single number of this scenario was changed; other text was, in {}", files.join(", "))
}

pub(crate) fn since_lead(comparison: &Comparison, model: &Model) -> String {
    let said = differences_said(comparison, model).join("; ");
    let mut letters = said.chars();
    let first: String = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}. {}.", letters.as_str(), rests_on_pairs(comparison.replications, comparison.seed))
}

/// Why a run is not compared with the one before.
pub(crate) fn not_compared(obstacle: &Obstacle) -> String {
    let Obstacle { kind, before, now } = obstacle;
    let what = match kind {
        ObstacleKind::Version => "version of Portway",
        ObstacleKind::Corridor => "corridor",
        ObstacleKind::Scenario => "scenario",
        ObstacleKind::Window => "window",
        ObstacleKind::State => "number of vehicles at the beginning, or their places,",
        ObstacleKind::Seed => "seed",
        ObstacleKind::Replications => "number of replications",
    };
    format!("Not compared with the run before: its {what} was {before}, now {now}.")
}
