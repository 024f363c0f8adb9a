//! The inputs behind a number: what the folder and the scenario state under a place, a flow or a class.

use super::{Explanation, InputRow, Part};
use crate::cost::Needs;
use crate::layout::Layout;
use crate::query::Query;
use portway_model::element::{Event, EvidenceStatus, Flow, IncidentTarget, Model, Season};
use portway_model::{Corridor, Id, travel, vary};

/// An input, and its path without the scenario that states it.
pub(super) struct Known {
    row: InputRow,
    bare: String,
}

/// The inputs that have a say in a scenario: those of the folder, unless the scenario or a base of it sets them; those set; and
/// all that change on a date. Prices have none where the question is not about money.
pub(super) fn of(corridor: &Corridor, scenario: &str, asked: &Query) -> Vec<Known> {
    let chain = vary::chain_of(corridor, scenario);
    let mut known: Vec<(Known, usize)> = Vec::new();
    for input in corridor.inputs().into_iter().filter(|input| !input.is_of_project()) {
        let (bare, depth, dated) = match input.path.strip_prefix("scenario.") {
            None => (input.path.to_owned(), usize::MAX, false),
            Some(rest) => {
                let Some((name, rest)) = rest.split_once('.') else { continue };
                let Some(depth) = chain.iter().position(|known| known.name == name) else { continue };
                match (rest.strip_prefix("set."), rest.strip_prefix("on.").and_then(|rest| rest.split_once('.'))) {
                    (Some(bare), _) => (bare.to_owned(), depth, false),
                    (None, Some((_, bare))) => (bare.to_owned(), depth, true),
                    (None, None) => continue,
                }
            }
        };
        if corridor.left_out_of(scenario, &bare).is_some() {
            continue;
        }
        let evidence = input.evidence;
        let text = |of: fn(&portway_model::element::Evidence) -> &String| evidence.map(of).cloned().unwrap_or_default();
        let row = InputRow {
            path: input.path.to_owned(),
            value: input.value.to_owned(),
            status: evidence.map_or("", |evidence| status(evidence.status)).to_owned(),
            source: text(|evidence| &evidence.source),
            low: text(|evidence| &evidence.low),
            high: text(|evidence| &evidence.high),
        };
        let new = (Known { row, bare }, depth);
        // The scenario itself has depth 0, and the folder is the deepest base.
        match known.iter_mut().find(|(old, _)| !dated && old.bare == new.0.bare && !old.row.path.contains(".on.")) {
            Some(old) if new.1 < old.1 => *old = new,
            Some(_) => {}
            None => known.push(new),
        }
    }
    let is_price = |known: &Known| PRICES.iter().any(|key| known.bare.ends_with(key));
    let known = known.into_iter().map(|(known, _)| known);
    known.filter(|known| asked.measure.needs != Needs::Nothing || !is_price(known)).collect()
}

/// Keys of prices among those of stages and links.
const PRICES: [&str; 2] = [".fee", ".running-cost"];

fn status(status: EvidenceStatus) -> &'static str {
    match status {
        EvidenceStatus::Observed => "observed",
        EvidenceStatus::Design => "design",
        EvidenceStatus::Derived => "derived",
        EvidenceStatus::Assumption => "assumption",
    }
}

/// The inputs that enter a part: of a stage its own, its place in the process, its hours, and what disturbs it; of a link the same;
/// of traffic its flows, and what a vehicle carries where that counts.
pub(super) fn behind(inputs: &[Known], model: &Model, asked: &Query, part: &Part) -> Vec<usize> {
    if part.class.is_empty() {
        let mut found = of_scope(inputs, model, &part.scope);
        if !part.facility.is_empty() {
            found.extend(under(inputs, &[format!("facility.{}.process.{}", part.facility, part.direction)]));
        }
        return sorted(found);
    }
    let mut prefixes = flows(model, asked, &part.direction, &part.class);
    if asked.measure.name.starts_with("cargo") {
        prefixes.push(format!("class.{}.load", part.class));
    }
    if asked.measure.name.starts_with("passengers") {
        prefixes.push(format!("class.{}.passengers", part.class));
    }
    if asked.station.is_some() {
        // Of the stage, what is told apart by class enters here as well.
        let mut found = under(inputs, &prefixes);
        found.extend(station(inputs, model, asked));
        return sorted(found);
    }
    under(inputs, &prefixes)
}

/// The inputs of the stage that a question is about.
fn station(inputs: &[Known], model: &Model, asked: &Query) -> Vec<usize> {
    let stage = asked.station.filter(|station| *station < model.stages.len());
    stage.map_or_else(Vec::new, |stage| of_scope(inputs, model, &model.stages[Id::new(stage)].name))
}

/// The inputs of a stage, link or limit by its name: what is written under it, its calendar, what of the year closes it, the
/// incidents that hit it.
pub(super) fn of_scope(inputs: &[Known], model: &Model, scope: &str) -> Vec<usize> {
    let mut prefixes = Vec::new();
    let mut hours = None;
    let mut seasons: &[Id<Season>] = &[];
    let mut target = None;
    if let Some(id) = model.stages.find(scope) {
        let (facility, stage) = scope.split_once('.').unwrap_or((scope, ""));
        prefixes.push(format!("facility.{facility}.stage.{stage}"));
        hours = model.stages[id].hours;
        seasons = &model.stages[id].seasons;
        target = Some(IncidentTarget::Stage(id));
    } else if let Some(id) = model.links.find(scope.strip_suffix(".reversed").unwrap_or(scope)) {
        prefixes.push(format!("link.{}", model.links[id].name));
        hours = model.links[id].hours;
        seasons = &model.links[id].seasons;
        prefixes.extend(model.links[id].water.map(|need| format!("water.{}", model.waters[need.at].name)));
        target = Some(IncidentTarget::Link(id));
    }
    if model.limits.find(scope).is_some() {
        prefixes.push(format!("limit.{scope}"));
    }
    if let Some(point) = model.facilities.find(scope) {
        // What is paid at a border crossing point is paid at the stages of all its facilities.
        let stages = model.stages.iter();
        let own = stages.filter(|stage| travel::border_crossing_point(model, stage.facility) == Some(point));
        prefixes.extend(own.filter_map(|stage| {
            let (facility, stage) = stage.name.split_once('.')?;
            Some(format!("facility.{facility}.stage.{stage}.fee"))
        }));
    }
    prefixes.extend(hours.map(|id| format!("calendar.{}", model.calendars[id].name)));
    let days = seasons.iter().flat_map(|id| [model.seasons[*id].from, model.seasons[*id].to]);
    prefixes.extend(days.map(|day| format!("yearly.{}", model.yearlies[day].name)));
    let hits =
        model.incidents.iter().filter(|incident| target.is_some_and(|target| incident.targets.contains(&target)));
    prefixes.extend(hits.map(|incident| format!("incident.{}", incident.name)));
    under(inputs, &prefixes)
}

/// The inputs of the demand that a question is about.
pub(super) fn demand(inputs: &[Known], model: &Model, layout: &Layout, asked: &Query) -> Vec<usize> {
    let mut found = Vec::new();
    for &stream in &asked.streams {
        let of = layout.streams[stream];
        let (direction, class) = (&layout.directions[of.direction], &layout.classes[of.class]);
        found.extend(under(inputs, &flows(model, asked, direction, class)));
    }
    if asked.measure.needs != Needs::Nothing {
        let classes = asked.streams.iter().map(|&stream| &layout.classes[layout.streams[stream].class]);
        let of_class = classes.flat_map(|class| ["hour-cost", "idle-fuel"].map(|key| format!("class.{class}.{key}")));
        let prices: Vec<String> = of_class.chain(["money".to_owned(), "air".to_owned()]).collect();
        found.extend(under(inputs, &prices));
    }
    sorted(found)
}

/// Paths of the flows of a direction and class, of their profiles, and of the events that multiply them.
fn flows(model: &Model, asked: &Query, direction: &str, class: &str) -> Vec<String> {
    let wanted = |flow: &&Flow| {
        model.directions[model.direction_of(flow)].name == direction
            && model.classes[flow.class].name == class
            && asked.owner.as_deref().is_none_or(|owner| flow.owner.as_deref() == Some(owner))
    };
    let paths = |flow: &Flow| {
        let profile = Some(format!("profile.{}", flow.profile_name)).filter(|_| !flow.profile_name.is_empty());
        // Who takes a way follows from the folder's choice too, unless the flow has its own.
        let choice = flow.choice.as_ref().map(|_| "choice".to_owned());
        std::iter::once(format!("flow.{}", flow.name)).chain(profile).chain(choice)
    };
    let multiplies = |event: &&Event| event.flows.iter().any(|flow| wanted(&&model.flows[*flow]));
    let events = model.events.iter().filter(multiplies).map(|event| format!("event.{}", event.name));
    model.flows.iter().filter(wanted).flat_map(paths).chain(events).collect()
}

fn under(inputs: &[Known], prefixes: &[String]) -> Vec<usize> {
    let is_under = |known: &Known| {
        prefixes.iter().any(|prefix| {
            known.bare.strip_prefix(prefix.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        })
    };
    inputs.iter().enumerate().filter(|(_, known)| is_under(known)).map(|(index, _)| index).collect()
}

fn sorted(mut indices: Vec<usize>) -> Vec<usize> {
    indices.sort_unstable();
    indices.dedup();
    indices
}

/// Moves the inputs that the explanation refers to into it, and its indices with them.
pub(super) fn keep_used(inputs: &mut Vec<Known>, explanation: &mut Explanation) {
    let mut used = explanation.demand.clone();
    used.extend(explanation.parts.iter().flat_map(|part| &part.inputs));
    let used = sorted(used);
    let renumber = |indices: &mut Vec<usize>| {
        indices.iter_mut().for_each(|index| *index = used.binary_search(index).unwrap_or_default());
    };
    renumber(&mut explanation.demand);
    explanation.parts.iter_mut().for_each(|part| renumber(&mut part.inputs));
    let rows = std::mem::take(inputs).into_iter().enumerate();
    explanation.inputs =
        rows.filter(|(index, _)| used.binary_search(index).is_ok()).map(|(_, known)| known.row).collect();
}
