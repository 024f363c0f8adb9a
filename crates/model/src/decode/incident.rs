//! Incidents.

use super::network::MAX_VEHICLES;
use super::{Draft, known};
use crate::distribution::Sign;
use crate::element::{Incident, IncidentCause, IncidentTarget, Service};
use crate::id::Id;
use crate::problem::Problem;
use crate::quantity::Dimension;
use crate::reader::{Fields, Kind, Value};

/// Shortest mean time between two incidents. What comes oftener is a service time, and a run would do nothing else.
const MIN_MEAN_BETWEEN_MS: f64 = 60_000.0;

const RANDOM: &str = "incidents that come again and again";
const DATED: &str = "an incident of one date";

pub(super) fn incident(f: &mut Fields<'_, '_>, name: &str, draft: &Draft) -> Option<Incident> {
    let title = f.title(name);
    let at = "Links, stages as `facility.stage`, and services with a fleet that it hits, all together.";
    let targets = f.required("at", at, |v| v.list((1, usize::MAX), target));
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
    let carriers_lost = f.optional(
        "carriers",
        "Carriers of the fleet of a service that are out of order; each finishes its ride first.",
        "all",
        |v| v.count(1, MAX_VEHICLES),
    );
    let targets = targets?;
    check_carriers(f, draft, &targets, carriers_lost);
    Some(Incident { name: name.to_string(), title, targets, cause: cause.or(dated)?, lanes_lost, carriers_lost })
}

/// Carriers can only be lost of a service that has a fleet, and not more than it has.
fn check_carriers(f: &mut Fields<'_, '_>, draft: &Draft, targets: &[IncidentTarget], lost: Option<u32>) {
    if f.describing() {
        return;
    }
    let of_service = |target: &IncidentTarget| match target {
        IncidentTarget::Service(service) => Some(*service),
        IncidentTarget::Stage(_) | IncidentTarget::Link(_) => None,
    };
    let services: Vec<Id<Service>> = targets.iter().filter_map(of_service).collect();
    if lost.is_some() && services.is_empty() {
        let problem = Problem::error("no-fleet", "this incident hits no service, so it takes no carriers");
        f.fail(problem.at(f.place_of("carriers"), "of which fleet?").help("name a service in `at`"));
    }
    for service in services.into_iter().filter_map(|service| known(&draft.services, service)) {
        match (service.fleet, lost) {
            (None, _) => {
                let message = format!("service `{}` has no fleet that could be out of order", service.name);
                let problem = Problem::error("no-fleet", message).at(f.place_of("at"), "named here");
                f.fail(problem.help(format!("write service.{}.fleet, or name the link that is closed", service.name)));
            }
            (Some(fleet), Some(lost)) if lost > fleet => {
                let message = format!("service `{}` has no {lost} carriers", service.name);
                f.fail(
                    Problem::error("out-of-range", message).at(f.place_of("carriers"), format!("the fleet is {fleet}")),
                );
            }
            (Some(_), _) => {}
        }
    }
}

fn target(v: &mut Value<'_, '_>) -> Option<IncidentTarget> {
    if v.describing() {
        v.any_reference(&[Kind::Stage, Kind::Link, Kind::Service]);
        return Some(IncidentTarget::Stage(Id::new(0)));
    }
    let name = v.text("a link, a stage or a service", "")?;
    let names = v.reader.names;
    if let Some(link) = names.find(Kind::Link, &name) {
        v.reader.resolve(Kind::Link, &name, v.place());
        return Some(IncidentTarget::Link(Id::new(link)));
    }
    if let Some(service) = names.find(Kind::Service, &name) {
        v.reader.resolve(Kind::Service, &name, v.place());
        return Some(IncidentTarget::Service(Id::new(service)));
    }
    // A name with a point can only be meant as a stage; without one, a link is the likelier wish.
    let kind = if name.contains('.') { Kind::Stage } else { Kind::Link };
    let place = v.place();
    v.reader.resolve(kind, &name, place).map(|stage| IncidentTarget::Stage(Id::new(stage)))
}
