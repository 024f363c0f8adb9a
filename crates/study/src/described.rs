//! The few words that a field of a result may hold where it is text, so that clients of an API know them too.

use portway_model::element::{ProjectStatus, ReleaseStep, TradeUnit};
use utoipa::openapi::{Object, ObjectBuilder, Type};

/// A text that is one of some words.
pub fn one_of(words: impl IntoIterator<Item = &'static str>) -> Object {
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(words)).build()
}

/// The state of a project, as the folder writes it.
pub fn project_status() -> Object {
    one_of(ProjectStatus::ALL.map(ProjectStatus::name))
}

/// How well an input is known that a change begins from.
pub(crate) fn weakest_evidence() -> Object {
    one_of([""].into_iter().chain(crate::bottleneck::EVIDENCE_WORDS))
}

/// A step of the release of goods; empty for none.
pub(crate) fn release_step_or_none() -> Object {
    one_of([""].into_iter().chain(ReleaseStep::ALL.map(ReleaseStep::name)))
}

/// A number that stands for many.
pub(crate) fn statistic() -> Object {
    one_of(["mean", "p50", "p90", "p95"])
}

/// What amounts of a commodity are counted in.
pub(crate) fn trade_unit() -> Object {
    one_of(TradeUnit::ALL.map(TradeUnit::name))
}
