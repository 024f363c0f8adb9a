//! Runs the scenarios that observations name and judges every row.

use super::{ValidatedScenario, Validation, ValidationRow, Verdict};
use crate::cost::Needs;
use crate::growth;
use crate::layout::Layout;
use crate::measures::{self, Detail, MeasureDefinition, MeasureScope};
use crate::options::{LEVEL, Progress, StudyError, StudyOptions};
use crate::query::{BY_HOUR, CORRIDOR, Query, measured};
use crate::replicate::{self, Prepared};
use crate::results::{Measure, ModelRef};
use crate::said::{Reason, Said, Values, values};
use crate::study::precision_note;
use crate::summary;
use jiff::civil::Date;
use portway_model::element::{Observation, Timeline};
use std::ops::Range;
use std::sync::atomic::AtomicBool;

/// Judges every observation against the simulation of its scenario.
///
/// Each timeline is run once, whatever the number of its observations. Rows keep the order of `observations`; one whose scenario
/// is not among `timelines`, or that asks for what the run cannot say, gets [`Verdict::CannotTell`] and a reason.
///
/// Errors: [`StudyError`].
pub fn validate(
    observations: &[Observation],
    timelines: &[Timeline],
    model: ModelRef,
    options: &StudyOptions,
    progress: &dyn Progress,
    cancel: &AtomicBool,
) -> Result<Validation, StudyError> {
    options.check()?;
    let pool = replicate::pool(options.threads)?;
    let mut rows: Vec<ValidationRow> = observations.iter().map(unanswered).collect();
    let mut scenarios = Vec::new();
    let mut diagnostics = Vec::new();
    for timeline in timelines {
        let scenario = &timeline.scenario;
        let mut prepared = Prepared::new(timeline)?;
        let mut asked = Vec::new();
        for (index, observation) in observations.iter().enumerate().filter(|(_, o)| o.scenario == scenario.name) {
            match query(observation, &prepared.layout) {
                Ok(query) => {
                    asked.push((index, prepared.queries.len()));
                    rows[index].begin(&query, &prepared.layout);
                    prepared.queries.push(query);
                }
                Err(reason) => rows[index].because(reason),
            }
        }
        progress.scenario(&scenario.name);
        let all = replicate::replicate(&prepared, options, &pool, progress, cancel)?;
        let growing = growth::find(&prepared, &all);
        for (index, query) in asked {
            let measure = summary::measure(&prepared.layout, &prepared.queries[query], all.of(query));
            if growing.affects(&prepared.queries[query]) {
                let sentence = "the queue grows until the window ends, so there is no such mean";
                rows[index].because(Reason::plain("grows", sentence));
            } else {
                rows[index].answer(&measure);
            }
        }
        let notes = growing.notes().into_iter().chain(precision_note(options, &prepared, &all));
        diagnostics.extend(notes.map(|note| note.of(&scenario.name)));
        scenarios.push(ValidatedScenario {
            scenario: scenario.name.clone(),
            from: scenario.from.to_string(),
            to: scenario.to.to_string(),
            replications: all.count(),
        });
    }
    let portway = crate::VERSION.to_owned();
    Ok(Validation { portway, model, seed: options.seed, scenarios, level: LEVEL, rows, diagnostics })
}

pub(crate) fn unanswered(observation: &Observation) -> ValidationRow {
    let date = |date: Option<Date>| date.map_or_else(String::new, |d| d.to_string());
    ValidationRow {
        id: observation.id.clone(),
        scenario: observation.scenario.clone(),
        measure: observation.measure.clone(),
        statistic: observation.statistic.clone(),
        scope: if observation.scope.is_empty() { CORRIDOR.into() } else { observation.scope.clone() },
        direction: observation.direction.clone(),
        class: observation.class.clone(),
        unit: String::new(),
        from: date(observation.from),
        to: date(observation.to),
        observed: observation.value,
        low: observation.low,
        high: observation.high,
        simulated: None,
        half_width: None,
        verdict: Verdict::CannotTell,
        reason: "its scenario was not run".into(),
        reason_code: "not-run".into(),
        reason_values: Values::new(),
        source: observation.source.clone(),
        note: observation.note.clone(),
    }
}

impl ValidationRow {
    fn begin(&mut self, query: &Query, layout: &Layout) {
        self.unit = query.unit(layout);
        self.from = layout.days[query.days.start].to_string();
        self.to = layout.days[query.days.end - 1].to_string();
    }

    fn answer(&mut self, measure: &Measure) {
        let of = |quantiles: Option<crate::Quantiles>| {
            quantiles.and_then(|q| match self.statistic.as_str() {
                "p50" => Some(q.p50),
                "p90" => Some(q.p90),
                "p95" => Some(q.p95),
                _ => None,
            })
        };
        (self.simulated, self.half_width) = match self.statistic.as_str() {
            "p50" | "p90" | "p95" => (of(measure.quantiles), of(measure.quantile_half_widths)),
            // An hour of the day is part of the query, so its mean is the answer too.
            _ => (measure.mean, measure.half_width),
        };
        let sentence = "the interval reaches over an edge of the range; run more replications";
        let (verdict, reason) = match (self.simulated, self.half_width) {
            (Some(value), Some(half_width)) => match Verdict::of(value, half_width, self.low, self.high) {
                Verdict::CannotTell => (Verdict::CannotTell, Reason::plain("over-an-edge", sentence)),
                verdict => (verdict, Reason::default()),
            },
            (Some(_), None) => {
                let sentence = "one replication has no interval; run at least two";
                (Verdict::CannotTell, Reason::plain("one-replication", sentence))
            }
            (None, _) => (Verdict::CannotTell, Reason::plain("never-occurred", "it never occurred in the simulation")),
        };
        self.verdict = verdict;
        self.because(reason);
    }

    fn because(&mut self, reason: Reason) {
        let Reason { code, sentence, values } = reason;
        (self.reason, self.reason_code, self.reason_values) = (sentence, code.to_owned(), values);
    }
}

/// The query that answers an observation, or the reason why there is none.
pub(crate) fn query(observation: &Observation, layout: &Layout) -> Result<Query, Reason> {
    let measure = measures::find(&observation.measure).ok_or_else(|| {
        let sentence = format!("there is no measure `{}`", observation.measure);
        Reason::about("no-measure", sentence, [("measure", &observation.measure)])
    })?;
    layout.prices.refuse(measure)?;
    let about = |code: &'static str, sentence: String| Reason::about(code, sentence, [("measure", measure.name)]);
    let hour = hour_of_day(&observation.statistic);
    match observation.statistic.as_str() {
        "mean" | "" => {}
        _ if hour.is_some() && BY_HOUR.contains(&measure.name) => {}
        "p50" | "p90" | "p95" if measure.quantiles => {}
        other => {
            let sentence = format!("`{}` has no statistic `{other}`", measure.name);
            let names = [("measure", measure.name), ("statistic", other)];
            return Err(Reason::about("no-statistic", sentence, names));
        }
    }
    let station = match (measure.scope, observation.scope.as_str()) {
        (MeasureScope::Corridor, "" | CORRIDOR) => None,
        (MeasureScope::Corridor, _) => {
            return Err(about("corridor-only", format!("`{}` is measured for the whole corridor only", measure.name)));
        }
        (MeasureScope::Station, name) => {
            let named = |s: &&crate::layout::Station| {
                s.scope == name
                    && (observation.direction.is_empty()
                        || s.direction.is_empty()
                        || s.direction == observation.direction)
            };
            let position = layout.stations.iter().position(|s| named(&s));
            Some(position.ok_or_else(|| {
                let sentence = format!("no vehicle passes a stage or link `{name}`");
                Reason::about("nobody-passes", sentence, [("scope", name)])
            })?)
        }
        // These are no stations, and found below.
        (
            MeasureScope::Facility
            | MeasureScope::BorderCrossingPoint
            | MeasureScope::Way
            | MeasureScope::Limit
            | MeasureScope::Service
            | MeasureScope::Yearly
            | MeasureScope::Commodity,
            _,
        ) => None,
    };
    let limit = limit(measure, &observation.scope, layout)?;
    let facility = facility(measure, &observation.scope, layout)?;
    let direction = match observation.direction.as_str() {
        "" => None,
        name => Some(layout.directions.iter().position(|d| d == name).ok_or_else(|| {
            let sentence = format!("there is no direction `{name}`");
            Reason::about("no-direction", sentence, [("direction", name)])
        })?),
    };
    let classes = match observation.class.as_str() {
        "" => Vec::new(),
        names => names
            .split('+')
            .map(|name| {
                let found = layout.classes.iter().position(|c| c == name.trim());
                found.ok_or_else(|| {
                    let sentence = format!("there is no class `{}`", name.trim());
                    Reason::about("no-class", sentence, [("class", name.trim())])
                })
            })
            .collect::<Result<_, _>>()?,
    };
    let twice = classes.iter().enumerate().find(|(at, class)| classes[..*at].contains(class));
    if let Some(class) = twice.and_then(|(_, class)| layout.classes.get(*class)) {
        let sentence = format!("class `{class}` is named twice");
        return Err(Reason::about("class-twice", sentence, [("class", class)]));
    }
    if measure.detail == Detail::Whole {
        // One ratio of the corridor is made of the traffic that is asked about; all else is of everybody.
        if !classes.is_empty() && measure.name != "direction_ratio" {
            return Err(about("not-by-class", format!("`{}` is not told apart by class", measure.name)));
        }
        // Each direction of a link is a station of its own.
        let of_trade = measure.scope == MeasureScope::Commodity;
        if direction.is_some()
            && !of_trade
            && station.is_none_or(|station| layout.stations[station].direction.is_empty())
        {
            return Err(about("not-by-direction", format!("`{}` is not told apart by direction", measure.name)));
        }
    }
    let days = days(observation, layout)?;
    if !measure.by_date && days != (0..layout.days.len()) {
        let sentence = format!("`{}` is known for the whole window of a scenario only", measure.name);
        return Err(about("whole-window-only", sentence));
    }
    if measure.scope == MeasureScope::Way {
        let way = layout.alternatives.iter().position(|way| way.scope == observation.scope);
        return way.map(|way| Query::of_way(measure, layout, way)).ok_or_else(|| {
            let sentence = format!("no flow chooses a way `{}`", observation.scope);
            Reason::about("no-way", sentence, [("scope", observation.scope.as_str())])
        });
    }
    if measure.scope == MeasureScope::Service {
        let lines = services(&observation.scope, layout)?;
        return Ok(Query::of_service(measure, layout, &observation.scope, lines, days));
    }
    if measure.scope == MeasureScope::Yearly {
        let yearly = layout.yearlies.iter().position(|name| *name == observation.scope);
        return yearly.map(|yearly| Query::of_yearly(measure, layout, yearly, days)).ok_or_else(|| {
            let sentence = format!("there is no yearly day `{}`", observation.scope);
            Reason::about("no-yearly", sentence, [("scope", observation.scope.as_str())])
        });
    }
    if measure.scope == MeasureScope::Commodity {
        let rows = commodities(measure, &observation.scope, direction, layout)?;
        return Ok(Query::of_trade(measure, layout, &observation.scope, &observation.direction, rows, days));
    }
    let streams = layout.streams_of(direction, &classes);
    let streams = measured(measure, layout, facility, classes.is_empty(), streams);
    let (direction, class) = (observation.direction.clone(), observation.class.clone());
    let (alternative, owner) = (None, None);
    let (service, yearly, trade) = (None, None, None);
    let uncounted = Vec::new();
    Ok(Query {
        measure,
        station,
        facility,
        alternative,
        limit,
        service,
        yearly,
        trade,
        direction,
        class,
        owner,
        streams,
        days,
        hour,
        uncounted,
    })
}

/// The ways of one service, or of several whose names are joined by `+`.
fn services(names: &str, layout: &Layout) -> Result<Vec<usize>, Reason> {
    let mut lines = Vec::new();
    for name in names.split('+').map(str::trim) {
        let found = layout.services.iter().find(|(known, _)| known == name);
        let unknown = || Reason::about("no-service", format!("there is no service `{name}`"), [("scope", name)]);
        lines.extend(&found.ok_or_else(unknown)?.1);
    }
    Ok(lines)
}

/// The rows of trade of commodities named by a scope; their units must agree.
fn commodities(
    measure: &MeasureDefinition,
    names: &str,
    direction: Option<usize>,
    layout: &Layout,
) -> Result<Vec<usize>, Reason> {
    let mut rows = Vec::new();
    for name in names.split('+').map(str::trim) {
        let found = layout.trade.rows_of(name, direction);
        if found.is_empty() {
            let sentence = format!("no commodity `{name}` crosses the border there");
            return Err(Reason::about("no-commodity", sentence, [("scope", name)]));
        }
        rows.extend(found);
    }
    let of_value = measure.needs != Needs::Nothing;
    if of_value && !rows.iter().all(|row| layout.trade.has_worth(*row)) {
        let sentence = format!("the folder does not say what `{names}` is worth");
        return Err(Reason::about("no-value", sentence, [("scope", names)]));
    }
    if !of_value && rows.windows(2).any(|pair| layout.trade.unit(pair[0]) != layout.trade.unit(pair[1])) {
        let sentence = format!("`{names}` are counted in different units");
        return Err(Reason::about("other-unit", sentence, [("scope", names)]));
    }
    Ok(rows)
}

/// The cap or quota that a measure of limits is asked of; none for other measures.
fn limit(measure: &MeasureDefinition, name: &str, layout: &Layout) -> Result<Option<usize>, Reason> {
    if measure.scope != MeasureScope::Limit {
        return Ok(None);
    }
    let found = layout.limits.iter().position(|limit| limit.name == name);
    let unknown = || Reason::about("no-limit", format!("there is no limit `{name}`"), [("scope", name)]);
    found.map(Some).ok_or_else(unknown)
}

/// The facility that a measure of facilities or border crossing points is asked of; none for other measures.
fn facility(measure: &MeasureDefinition, name: &str, layout: &Layout) -> Result<Option<usize>, Reason> {
    let (code, sentence) = match measure.scope {
        MeasureScope::Corridor
        | MeasureScope::Station
        | MeasureScope::Way
        | MeasureScope::Limit
        | MeasureScope::Service
        | MeasureScope::Yearly
        | MeasureScope::Commodity => return Ok(None),
        MeasureScope::Facility => {
            ("nothing-released", format!("nothing that passes a facility `{name}` is released there"))
        }
        MeasureScope::BorderCrossingPoint => {
            ("no-crossing-point", format!("no vehicle passes a border crossing point `{name}`"))
        }
    };
    let found = layout.travel.facilities.iter().position(|facility| facility.name == name);
    let all = layout.streams_of(None, &[]);
    let passed = found.filter(|facility| !measured(measure, layout, Some(*facility), false, all).is_empty());
    passed.map(Some).ok_or_else(|| Reason::about(code, sentence, [("scope", name)]))
}

/// The hour that a statistic from `h00` to `h23` is about.
fn hour_of_day(statistic: &str) -> Option<usize> {
    let hour = statistic.strip_prefix('h').filter(|digits| digits.len() == 2)?;
    hour.parse().ok().filter(|hour| *hour < 24)
}

fn days(observation: &Observation, layout: &Layout) -> Result<Range<usize>, Reason> {
    let position = |date: Option<Date>, otherwise: usize| match date {
        None => Ok(otherwise),
        Some(date) => layout.days.binary_search(&date).map_err(|_| Reason {
            code: "no-such-day",
            sentence: format!("{date} is not a day of scenario `{}`", observation.scenario),
            values: values([
                ("date", Said::Date(date.to_string())),
                ("scenario", Said::Text(observation.scenario.clone())),
            ]),
        }),
    };
    let (from, to) = (position(observation.from, 0)?, position(observation.to, layout.days.len().saturating_sub(1))?);
    if from > to || layout.days.is_empty() {
        return Err(Reason::plain("ends-before", "its last day is before its first"));
    }
    Ok(from..to + 1)
}
