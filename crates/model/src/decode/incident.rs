//! Incidents.

use super::network::MAX_VEHICLES;
use crate::distribution::Sign;
use crate::element::{Incident, IncidentCause, IncidentTarget};
use crate::id::Id;
use crate::problem::Problem;
use crate::quantity::Dimension;
use crate::reader::{Fields, Kind, Value};

/// Shortest mean time between two incidents. What comes oftener is a service time, and a run would do nothing else.
const MIN_MEAN_BETWEEN_MS: f64 = 60_000.0;

const RANDOM: &str = "incidents that come again and again";
const DATED: &str = "an incident of one date";

pub(super) fn incident(f: &mut Fields<'_, '_>, name: &str) -> Option<Incident> {
    let title = f.title(name);
    let targets = f.required("at", "Links, and stages as `facility.stage`, that it hits, all together.", |v| {
        v.list((1, usize::MAX), target)
    });
    f.exactly_one(&["every", "from"]);
    let random = f.has("every") || !f.has("from") || f.describing();
    let cause = f.only_when(RANDOM, random, |f| {
        let duration = |v: &mut Value<'_, '_>| v.distribution(Dimension::Duration, Sign::NonNegative);
        let between = f.optional("every", "Time from the end of one to the start of the next.", "use `from`", duration);
        let lasts = f.optional("lasts", "How long each lasts; needed with `every`.", "use `to`", duration);
        if f.has("every") && !f.has("lasts") {
            let problem = f.problem("missing-key", "`lasts` is missing", "needs `lasts` beside `every`");
            f.fail(problem);
        }
        if between.as_ref().is_some_and(|between| between.mean() < MIN_MEAN_BETWEEN_MS) && !f.describing() {
            let problem = Problem::error("out-of-range", "this comes too often for an incident");
            f.fail(problem.at(f.place_of("every"), "at least 1 min on average"));
        }
        Some(IncidentCause::Random { between_ms: between?, lasts_ms: lasts? })
    });
    let dated = f.only_when(DATED, f.has("from") || f.describing(), |f| {
        let from = f.optional("from", "Start of a dated one, corridor time.", "use `every`", |v| v.date_time());
        let to = f.optional("to", "End of a dated one; needed with `from`.", "use `lasts`", |v| v.date_time());
        if f.has("from") && !f.has("to") {
            let problem = f.problem("missing-key", "`to` is missing", "needs `to` beside `from`");
            f.fail(problem);
        }
        if let (Some(from), Some(to)) = (from, to)
            && to <= from
            && !f.describing()
        {
            let problem = Problem::error("reversed", "this incident ends before it begins");
            f.fail(problem.at(f.place_of("to"), "the end").at(f.place_of("from"), "the beginning"));
        }
        Some(IncidentCause::Dated { from: from?, to: to? })
    });
    let lanes_lost = f.optional("lanes", "Lanes lost at a stage.", "all", |v| v.count(1, MAX_VEHICLES));
    Some(Incident { name: name.to_string(), title, targets: targets?, cause: cause.or(dated)?, lanes_lost })
}

fn target(v: &mut Value<'_, '_>) -> Option<IncidentTarget> {
    if v.describing() {
        let stage = v.alternatives(|v| v.reference(Kind::Stage), crate::reader::Shape::Reference(Kind::Link));
        return stage.map(IncidentTarget::Stage);
    }
    let name = v.text("a link or a stage", "")?;
    let names = v.reader.names;
    if let Some(link) = names.find(Kind::Link, &name) {
        v.reader.resolve(Kind::Link, &name, v.place());
        return Some(IncidentTarget::Link(Id::new(link)));
    }
    // A name with a point can only be meant as a stage; without one, a link is the likelier wish.
    let kind = if name.contains('.') { Kind::Stage } else { Kind::Link };
    let place = v.place();
    v.reader.resolve(kind, &name, place).map(|stage| IncidentTarget::Stage(Id::new(stage)))
}
