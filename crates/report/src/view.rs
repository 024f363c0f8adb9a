//! Looks things up: measures by name, titles by name.

use crate::basis::Basis;
use crate::language::Language;
use crate::number::{self, Estimate};
use crate::words;
use portway_model::element::{Model, Stage};
use portway_study::{Measure, Quantiles, Results};

/// The scope that measures of the whole corridor carry.
pub(crate) const CORRIDOR: &str = "corridor";

/// Vehicles held up on a link, on average, below which nobody would call it a queue on the road.
const STANDING: f64 = 0.5;

/// Results and the corridor they belong to.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    pub(crate) results: &'a Results,
    pub(crate) basis: &'a Basis<'a>,
    pub(crate) language: Language,
}

impl<'a> View<'a> {
    pub(crate) fn model(&self) -> &'a Model {
        self.basis.timeline.first()
    }

    /// A measure of the whole corridor.
    pub(crate) fn corridor(&self, name: &str, direction: &str, class: &str) -> Option<&'a Measure> {
        self.measure(name, CORRIDOR, direction, class)
    }

    /// A measure of a stage or link, all classes together.
    pub(crate) fn station(&self, name: &str, scope: &str, direction: &str) -> Option<&'a Measure> {
        self.measure(name, scope, direction, "")
    }

    /// A measure of a cap or quota.
    pub(crate) fn limit(&self, name: &str, limit: &str) -> Option<&'a Measure> {
        self.measure(name, limit, "", "")
    }

    fn measure(&self, name: &str, scope: &str, direction: &str, class: &str) -> Option<&'a Measure> {
        self.results
            .measures
            .iter()
            .find(|m| m.name == name && m.scope == scope && m.direction == direction && m.class == class)
    }

    /// The mean number of vehicles that stand on a link because the next place is full, where it is worth saying.
    pub(crate) fn standing(&self, link: &str, direction: &str) -> Option<Estimate> {
        let standing = self.station("blocked_vehicles", link, direction)?;
        mean(Some(standing)).filter(|_| standing.mean.is_some_and(|vehicles| vehicles >= STANDING))
    }

    /// The place of a direction in the folder, which gives it its hue.
    pub(crate) fn direction_index(&self, name: &str) -> usize {
        self.model().directions.find(name).map_or(0, |id| id.index())
    }

    /// The first day of the window.
    pub(crate) fn first_day(&self) -> Option<jiff::civil::Date> {
        self.results.from.parse().ok()
    }

    /// The corridor's own clock, by its name in the tz database.
    pub(crate) fn zone_name(&self) -> String {
        self.model().zone.iana_name().unwrap_or("UTC").to_owned()
    }

    /// Directions that results speak of, in the order of the folder.
    pub(crate) fn directions(&self) -> Vec<&'a str> {
        let names = self.model().directions.iter().map(|d| d.name.as_str());
        names.filter(|name| self.corridor("crossings_per_day", name, "").is_some()).collect()
    }

    /// Classes that travel in a direction, in the order of the folder.
    pub(crate) fn classes(&self, direction: &str) -> Vec<&'a str> {
        let names = self.model().classes.iter().map(|c| c.name.as_str());
        names.filter(|name| self.corridor("crossings_per_day", direction, name).is_some()).collect()
    }

    /// Stages whose lanes have a use, in the order of the folder.
    pub(crate) fn staffed_stages(&self) -> Vec<(&'a Stage, f64)> {
        let stages = self.model().stages.iter();
        stages.filter_map(|stage| Some((stage, self.station("lane_use_share", &stage.name, "")?.mean?))).collect()
    }

    /// The scope whose queue grows without bound, when a finding says so.
    pub(crate) fn growing(&self) -> Option<&'a str> {
        self.results.diagnostics.iter().find(|note| note.code == "queue-grows").map(|note| note.scope.as_str())
    }

    /// Whether the queue of a scope grows without bound.
    pub(crate) fn grows(&self, scope: &str) -> bool {
        self.results.diagnostics.iter().any(|note| note.code == "queue-grows" && note.scope == scope)
    }
}

/// Title of a direction; its name when the model does not know it.
pub(crate) fn direction_title<'a>(model: &'a Model, name: &'a str) -> &'a str {
    model.directions.find(name).map_or(name, |id| &model.directions[id].title)
}

/// Title of a class; its name when the model does not know it.
pub(crate) fn class_title<'a>(model: &'a Model, name: &'a str) -> &'a str {
    model.classes.find(name).map_or(name, |id| &model.classes[id].title)
}

/// Title of a stage with its facility, of a link or limit, or the scope itself.
pub(crate) fn scope_title(language: Language, model: &Model, scope: &str) -> String {
    if let Some(id) = model.stages.find(scope) {
        let stage = &model.stages[id];
        let facility = &model.facilities[stage.facility].title;
        let values = [("facility", facility.into()), ("stage", (&stage.title).into())];
        return language.say("stage-of-facility", &values);
    }
    let link = model.links.find(scope).map(|id| model.links[id].title.clone());
    let limit = || model.limits.find(scope).map(|id| model.limits[id].title.clone());
    let service = || model.services.find(scope).map(|id| model.services[id].title.clone());
    link.or_else(limit)
        .or_else(service)
        .or_else(|| stop_title(language, model, scope))
        .unwrap_or_else(|| scope.to_owned())
}

/// Title of a service with the stop at which its passengers wait, of a scope written `service.node`.
fn stop_title(language: Language, model: &Model, scope: &str) -> Option<String> {
    // Beside the platform, a stop may have the place where carriers stand, and those who wait aboard for a facility.
    let part = [(".berth", "stop-berth"), (".aboard", "stop-aboard")];
    let part = part.iter().find_map(|(end, word)| Some((scope.strip_suffix(end)?, *word)));
    let (stop, word) = part.map_or((scope, None), |(stop, word)| (stop, Some(language.word(word))));
    let (service, node) = stop.rsplit_once('.')?;
    let (service, node) = (model.services.find(service)?, model.nodes.find(node)?);
    let titles = [model.services[service].title.clone(), model.nodes[node].title.clone()];
    Some(words::list(language, &titles.into_iter().chain(word).collect::<Vec<_>>()))
}

/// Whether those who wait at a scope are people: at a stop of a service.
pub(crate) fn is_stop(model: &Model, scope: &str) -> bool {
    model.stages.find(scope).is_none()
        && scope.rsplit_once('.').is_some_and(|(service, _)| model.services.find(service).is_some())
}

/// Decimals beyond which a number of this unit says nothing to a person: 0.01 h is half a minute.
fn most_decimals(unit: &str) -> i32 {
    match unit {
        "h" | "vehicles" | "departures/day" => 2,
        "min" | "share" | "vehicles/day" | "passengers/day" | "people" | "people/day" => 1,
        "t" => 0,
        "h/year" => 0,
        "t/year" => 1,
        _ if unit.ends_with("× 20 t)") => 0,
        _ if unit.ends_with("/vehicle") && unit != "t/vehicle" => 2,
        _ => 4,
    }
}

/// A value of a measure's unit with its half-width; shares become per cent.
pub(crate) fn in_unit(value: f64, half_width: Option<f64>, unit: &str) -> Estimate {
    let scale = words::scale_of(unit);
    number::quantity(value * scale, half_width.map(|hw| hw * scale), most_decimals(unit))
}

/// A difference of two values of a measure's unit, with its sign; shares become percentage points.
pub(crate) fn difference_in_unit(value: f64, half_width: Option<f64>, unit: &str) -> Estimate {
    let scale = words::scale_of(unit);
    number::signed(value * scale, half_width.map(|hw| hw * scale), most_decimals(unit))
}

/// Whether a difference is too small to be written in its unit.
pub(crate) fn is_too_small_to_write(value: f64, unit: &str) -> bool {
    (value * words::scale_of(unit)).abs() < 0.5 * smallest_written(unit)
}

/// The smallest number other than nothing that is written of a unit; of a share in per cent.
pub(crate) fn smallest_written(unit: &str) -> f64 {
    10_f64.powi(-most_decimals(unit))
}

/// The mean of a measure with its half-width; a share in per cent.
pub(crate) fn mean(measure: Option<&Measure>) -> Option<Estimate> {
    let measure = measure?;
    Some(in_unit(measure.mean?, measure.half_width, &measure.unit))
}

/// The median.
pub(crate) fn p50(measure: Option<&Measure>) -> Option<Estimate> {
    quantile(measure, |q| q.p50)
}

/// The value that nine tenths are below.
pub(crate) fn p90(measure: Option<&Measure>) -> Option<Estimate> {
    quantile(measure, |q| q.p90)
}

/// The value that nineteen of twenty are below.
pub(crate) fn p95(measure: Option<&Measure>) -> Option<Estimate> {
    quantile(measure, |q| q.p95)
}

fn quantile(measure: Option<&Measure>, of: fn(&Quantiles) -> f64) -> Option<Estimate> {
    let measure = measure?;
    let half_width = measure.quantile_half_widths.as_ref().map(of);
    Some(in_unit(of(measure.quantiles.as_ref()?), half_width, &measure.unit))
}
