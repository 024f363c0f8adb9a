//! Kinds of measures: what those of one kind have in common.

use super::{Detail, MeasureDefinition, MeasureScope, Wanted};
use crate::cost::Needs;

/// A count of traffic or of what it carries. Nobody can say which values are wanted unless its line does.
pub(super) const fn count(name: &'static str, unit: &'static str, definition: &'static str) -> MeasureDefinition {
    MeasureDefinition {
        name,
        unit,
        scope: MeasureScope::Corridor,
        detail: Detail::DirectionAndClass,
        quantiles: false,
        by_date: true,
        needs: Needs::Nothing,
        wanted: None,
        grows: false,
        definition,
    }
}

pub(super) const fn inside(name: &'static str, definition: &'static str) -> MeasureDefinition {
    MeasureDefinition { detail: Detail::Whole, ..no_dates(count(name, "vehicles", definition)).less() }
}

pub(super) const fn time(name: &'static str, definition: &'static str) -> MeasureDefinition {
    MeasureDefinition {
        name,
        unit: "h",
        scope: MeasureScope::Corridor,
        detail: Detail::DirectionAndClass,
        quantiles: true,
        by_date: false,
        needs: Needs::Nothing,
        wanted: Some(Wanted::Less),
        grows: true,
        definition,
    }
}

pub(super) const fn station(
    name: &'static str,
    unit: &'static str,
    detail: Detail,
    definition: &'static str,
) -> MeasureDefinition {
    MeasureDefinition {
        name,
        unit,
        scope: MeasureScope::Station,
        detail,
        quantiles: matches!(detail, Detail::Class),
        by_date: false,
        needs: Needs::Nothing,
        wanted: None,
        grows: false,
        definition,
    }
}

pub(super) const fn priced(
    name: &'static str,
    unit: &'static str,
    needs: Needs,
    definition: &'static str,
) -> MeasureDefinition {
    MeasureDefinition { needs, grows: true, ..no_dates(count(name, unit, definition)).less() }
}

/// Hours per vehicle of one interval of a Time Release Study.
pub(super) const fn release(name: &'static str, definition: &'static str) -> MeasureDefinition {
    no_quantiles(MeasureDefinition { scope: MeasureScope::Facility, ..time(name, definition) })
}

/// One number for each way of each flow that chooses.
pub(super) const fn of_way(definition: MeasureDefinition) -> MeasureDefinition {
    MeasureDefinition { scope: MeasureScope::Way, detail: Detail::Whole, ..no_dates(definition) }
}

pub(super) const fn limit(name: &'static str, unit: &'static str, definition: &'static str) -> MeasureDefinition {
    let of_station = no_quantiles(station(name, unit, Detail::Whole, definition));
    MeasureDefinition { scope: MeasureScope::Limit, ..of_station }
}

/// A count of a service, both ways together.
pub(super) const fn service(name: &'static str, unit: &'static str, definition: &'static str) -> MeasureDefinition {
    MeasureDefinition { scope: MeasureScope::Service, detail: Detail::Whole, ..count(name, unit, definition) }
}

/// What crossed of a commodity, in one direction or both.
pub(super) const fn trade(
    name: &'static str,
    unit: &'static str,
    needs: Needs,
    definition: &'static str,
) -> MeasureDefinition {
    MeasureDefinition {
        scope: MeasureScope::Commodity,
        detail: Detail::Whole,
        needs,
        ..count(name, unit, definition).more()
    }
}

pub(super) const fn no_dates(definition: MeasureDefinition) -> MeasureDefinition {
    MeasureDefinition { by_date: false, ..definition }
}

pub(super) const fn no_quantiles(definition: MeasureDefinition) -> MeasureDefinition {
    MeasureDefinition { quantiles: false, ..definition }
}

impl MeasureDefinition {
    pub(super) const fn with_quantiles(self) -> Self {
        Self { quantiles: true, ..self }
    }

    pub(super) const fn more(self) -> Self {
        Self { wanted: Some(Wanted::More), ..self }
    }

    pub(super) const fn less(self) -> Self {
        Self { wanted: Some(Wanted::Less), ..self }
    }

    pub(super) const fn growing(self) -> Self {
        Self { grows: true, ..self }
    }
}
