//! Events: days on which other numbers come than usual.

use super::Draft;
use super::known;
use crate::element::{Event, Flow, Volume};
use crate::id::Id;
use crate::problem::Problem;
use crate::reader::{Fields, Kind, Shape, Value};

/// Largest factor of one event. Crowds of a holiday are a few times the usual; more is a slip of the point.
const MAX_FACTOR: f64 = 1000.0;

pub(super) fn event(f: &mut Fields<'_, '_>, name: &str, draft: &Draft) -> Option<Event> {
    let title = f.title(name);
    let from = f.required("from", "First day, in the local time of the first node of each flow.", |v| v.date());
    let to = f.required("to", "Last day.", |v| v.date());
    let factor =
        f.required("factor", "What the demand of each of these days is multiplied by.", |v| v.number(0.0, MAX_FACTOR));
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        let problem = Problem::error("reversed", "this event ends before it begins");
        f.fail(problem.at(f.place_of("to"), "the last day").at(f.place_of("from"), "the first day"));
    }
    f.exactly_one(&["flows", "classes"]);
    let named = f.optional("flows", "Flows that it multiplies; a `*` stands for any letters.", "use `classes`", |v| {
        Some(v.list((1, usize::MAX), matching)?.concat())
    });
    let of_classes = f.optional("classes", "Classes, all flows of which it multiplies.", "use `flows`", |v| {
        let classes = v.list((1, usize::MAX), class)?;
        let of_these = |flow: &Option<Flow>| flow.as_ref().is_some_and(|flow| classes.contains(&Some(flow.class)));
        let positions = draft.flows.iter().enumerate().filter(|(_, flow)| of_these(flow));
        Some(positions.map(|(position, _)| Id::new(position)).collect())
    });
    let mut flows: Vec<Id<Flow>> = named.or(of_classes)?;
    flows.sort_unstable_by_key(|flow| flow.index());
    flows.dedup();
    if flows.is_empty() && f.reader.names.is_whole() && draft.flows.iter().all(Option::is_some) && !f.describing() {
        let problem = f.problem("no-match", format!("event `{name}` matches no flow"), "multiplies nothing");
        f.fail(problem);
    }
    let scheduled =
        |flow: &&Id<Flow>| known(&draft.flows, **flow).is_some_and(|flow| matches!(flow.volume, Volume::Timetable(_)));
    if let Some(flow) = flows.iter().find(scheduled).and_then(|flow| known(&draft.flows, *flow)) {
        let message = format!("event `{name}` multiplies flow `{}`, which goes by a timetable", flow.name);
        let problem = f.problem("timetable", message, "a timetable has no volume to multiply");
        f.fail(
            problem.help("name the flows that have a `volume`, or write more departures on that day with a scenario"),
        );
    }
    Some(Event { name: name.to_string(), title, from: from?, to: to?, factor: factor?, flows })
}

/// The flows of a name, or of a name with a `*`.
fn matching(v: &mut Value<'_, '_>) -> Option<Vec<Id<Flow>>> {
    if v.describing() {
        let pattern = Shape::Text { what: "names", example: "tourists-*" };
        return v.alternatives(|v| v.reference(Kind::Flow), pattern).map(|flow| vec![flow]);
    }
    let text = v.text("the name of a flow", "")?;
    let names = v.reader.names;
    if !text.contains('*') {
        // What multiplies a flow that the scenario leaves out changes nothing, as what a scenario sets in it.
        let is_left_out = names.left_out(Kind::Flow, &text).is_some();
        return if is_left_out { Some(Vec::new()) } else { v.reference(Kind::Flow).map(|flow| vec![flow]) };
    }
    if !v.reader.spend(names.count(Kind::Flow)) {
        return None;
    }
    let found = names.positions(Kind::Flow).filter(|(_, name, _)| matches(&text, name));
    let found: Vec<Id<Flow>> = found.map(|(position, ..)| Id::new(position)).collect();
    if found.is_empty() && names.is_whole() {
        v.wrong("no-match", format!("`{}` matches no flow", crate::reader::shortened(&text)), "");
        return None;
    }
    Some(found)
}

/// A class; none inside when the scenario leaves it out.
fn class(v: &mut Value<'_, '_>) -> Option<Option<Id<crate::element::Class>>> {
    let text = if v.describing() { String::new() } else { v.text("the name of a class", "")? };
    if v.reader.names.left_out(Kind::Class, &text).is_some() {
        return Some(None);
    }
    v.reference(Kind::Class).map(Some)
}

/// Whether a name is one of those that a pattern means; a `*` stands for any letters, also none.
fn matches(pattern: &str, name: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = name.strip_prefix(first) else { return false };
    let mut parts: Vec<&str> = parts.collect();
    let last = parts.pop().unwrap_or_default();
    for part in parts {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_star_stands_for_any_letters() {
        assert!(matches("*", "tourists"));
        assert!(matches("tourists-*", "tourists-in"));
        assert!(matches("*-in", "tourists-in"));
        assert!(matches("t*-*n", "tourists-in"));
        assert!(matches("tourists*", "tourists"));
        assert!(!matches("tourists-*", "tourist-in"));
        assert!(!matches("in*in", "in"));
        assert!(!matches("*-out", "tourists-in"));
    }
}
