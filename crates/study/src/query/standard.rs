//! The questions that every run answers.

use super::{Query, measured};
use crate::layout::Layout;
use crate::measures::{Detail, MeasureDefinition, MeasureScope};

/// The queries behind the results of every run, in their stable order: by measure, then scope, direction and class.
pub(crate) fn standard(layout: &Layout) -> Vec<Query> {
    let mut queries = Vec::new();
    let all_days = 0..layout.days.len();
    let all_streams = layout.streams_of(None, &[]);
    let known = |measure: &&MeasureDefinition| layout.prices.meet(measure.needs);
    for measure in crate::measures::catalogue().iter().filter(known) {
        let mut push = |station, facility, direction: &str, class: &str, streams: Vec<usize>| {
            let streams = measured(measure, layout, facility, class.is_empty(), streams);
            if streams.is_empty() {
                return;
            }
            let (direction, class, days) = (direction.to_owned(), class.to_owned(), all_days.clone());
            let owner = None;
            queries.push(Query {
                measure,
                station,
                facility,
                alternative: None,
                limit: None,
                service: None,
                yearly: None,
                trade: None,
                direction,
                class,
                owner,
                streams,
                days,
                hour: None,
                uncounted: Vec::new(),
            });
        };
        if measure.scope == MeasureScope::Way {
            queries.extend((0..layout.alternatives.len()).map(|way| Query::of_way(measure, layout, way)));
            continue;
        }
        if measure.scope == MeasureScope::Limit {
            queries.extend((0..layout.limits.len()).map(|limit| Query::of_limit(measure, layout, limit)));
            continue;
        }
        if measure.scope == MeasureScope::Service {
            queries.extend(
                layout
                    .services
                    .iter()
                    .map(|(name, lines)| Query::of_service(measure, layout, name, lines.clone(), all_days.clone())),
            );
            continue;
        }
        if measure.scope == MeasureScope::Yearly {
            let of = |yearly| Query::of_yearly(measure, layout, yearly, all_days.clone());
            queries.extend((0..layout.yearlies.len()).map(of));
            continue;
        }
        // Results have a table of trade of their own.
        if measure.scope == MeasureScope::Commodity {
            continue;
        }
        if matches!(measure.scope, MeasureScope::Facility | MeasureScope::BorderCrossingPoint) {
            for facility in 0..layout.travel.facilities.len() {
                let mut ask = |direction: &str, class: &str, streams: Vec<usize>| {
                    push(None, Some(facility), direction, class, streams);
                };
                ask("", "", all_streams.clone());
                for (d, direction) in layout.directions.iter().enumerate() {
                    ask(direction, "", layout.streams_of(Some(d), &[]));
                    for (c, class) in layout.classes.iter().enumerate() {
                        ask(direction, class, layout.streams_of(Some(d), &[c]));
                    }
                }
            }
            continue;
        }
        let mut ask = |station: Option<usize>, direction: &str, class: &str, streams: Vec<usize>| {
            push(station, None, direction, class, streams);
        };
        match measure.scope {
            MeasureScope::Corridor => {
                ask(None, "", "", all_streams.clone());
                if measure.detail == Detail::Whole {
                    continue;
                }
                for (group, classes) in &layout.groups {
                    ask(None, "", group, layout.streams_of(None, classes));
                }
                for (d, direction) in layout.directions.iter().enumerate() {
                    ask(None, direction, "", layout.streams_of(Some(d), &[]));
                    // A group of one class has that class's own rows already.
                    for (group, classes) in layout.groups.iter().filter(|(_, classes)| classes.len() > 1) {
                        ask(None, direction, group, layout.streams_of(Some(d), classes));
                    }
                    for (c, class) in layout.classes.iter().enumerate() {
                        ask(None, direction, class, layout.streams_of(Some(d), &[c]));
                    }
                }
            }
            MeasureScope::Facility
            | MeasureScope::BorderCrossingPoint
            | MeasureScope::Way
            | MeasureScope::Limit
            | MeasureScope::Service
            | MeasureScope::Yearly => {}
            MeasureScope::Commodity => {}
            MeasureScope::Station => {
                for station in 0..layout.stations.len() {
                    let direction = layout.stations[station].direction.as_str();
                    ask(Some(station), direction, "", all_streams.clone());
                    if measure.detail == Detail::Whole {
                        continue;
                    }
                    for (c, class) in layout.classes.iter().enumerate() {
                        ask(Some(station), direction, class, layout.streams_of(None, &[c]));
                    }
                }
            }
        }
    }
    queries.extend(of_owners(layout));
    queries
}

/// What is told of the traffic of each owner.
const OF_OWNERS: [&str; 7] = [
    "crossings_per_day",
    "crossings",
    "cargo_t",
    "door_to_door_h",
    "wait_h",
    "cost_per_crossing",
    "cost_per_crossing_second",
];

/// The queries about owners, owner by owner, and about the traffic that nobody owns behind them; none where owners are not told
/// apart.
fn of_owners(layout: &Layout) -> Vec<Query> {
    let mut queries = Vec::new();
    let owners = layout.owners.iter().map(String::as_str).enumerate();
    let owners = owners.map(|(index, name)| (Some(index), name)).chain([(None, "")]);
    for (owner, name) in owners.filter(|_| !layout.owners.is_empty()) {
        let streams: Vec<usize> = (0..layout.streams.len()).filter(|&s| layout.streams[s].owner == owner).collect();
        let measures = OF_OWNERS.iter().filter_map(|measure| crate::measures::find(measure));
        let known = measures.filter(|measure| layout.prices.meet(measure.needs) && !streams.is_empty());
        queries.extend(known.map(|measure| Query {
            measure,
            station: None,
            facility: None,
            direction: String::new(),
            class: String::new(),
            alternative: None,
            limit: None,
            service: None,
            yearly: None,
            trade: None,
            owner: Some(name.to_owned()),
            streams: streams.clone(),
            days: 0..layout.days.len(),
            hour: None,
            uncounted: Vec::new(),
        }));
    }
    queries
}
