//! The inside of a facility: its stages, and the order in which a vehicle passes them.

use super::input::{InputView, Inputs};
use portway_model::Model;
use portway_model::element::{BorderCrossingPoint, Facility, Lanes, Stage, StageKind, Step};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A place of processing.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct FacilityView {
    /// Name in the folder.
    pub(crate) name: String,
    /// Title for people.
    pub(crate) title: String,
    /// Where it stands.
    pub(crate) node: String,
    /// The facility that names the border crossing point of which it is part, where the folder says so.
    pub(crate) bcp: Option<String>,
    /// Its stages in the order of the folder.
    pub(crate) stages: Vec<StageView>,
    /// What a vehicle goes through, by direction.
    pub(crate) processes: Vec<ProcessView>,
}

/// Lanes with one queue.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct StageView {
    /// `facility.stage`.
    pub(crate) name: String,
    /// Title for people.
    pub(crate) title: String,
    /// What is done there.
    pub(crate) kind: StageKindView,
    /// Step of the release of goods.
    pub(crate) step: Option<String>,
    /// Most lanes over the day; none for as many as vehicles.
    pub(crate) lanes: Option<u32>,
    /// Waiting places; none for no limit.
    pub(crate) room: Option<u32>,
    /// Calendar; none for always.
    pub(crate) hours: Option<String>,
    /// Seasons; none for all the year.
    pub(crate) seasons: Vec<String>,
    /// Its inputs.
    pub(crate) values: Vec<InputView>,
}

/// What is done at a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum StageKindView {
    /// Vehicles are processed.
    Control,
    /// They stand in a lot until they are called.
    Holding,
    /// They wait at home for a slot that they have booked.
    Appointments,
}

/// The steps of one direction.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct ProcessView {
    /// Direction name.
    pub(crate) direction: String,
    /// Steps in order.
    pub(crate) steps: Vec<StepView>,
}

/// A step. Shares are by class, from 0 to 1; classes with nothing are left out.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(crate) enum StepView {
    /// Pass a stage.
    Visit {
        /// `facility.stage`.
        stage: String,
        /// Probability by class.
        share: BTreeMap<String, f64>,
    },
    /// Go through several steps together.
    Group {
        /// Probability by class.
        share: BTreeMap<String, f64>,
        /// The steps.
        #[schema(no_recursion)]
        steps: Vec<StepView>,
    },
    /// Take one of several ways.
    OneOf {
        /// The ways.
        #[schema(no_recursion)]
        ways: Vec<WayView>,
    },
    /// Go back and do it again.
    BackTo {
        /// `facility.stage`.
        stage: String,
        /// Probability by class.
        share: BTreeMap<String, f64>,
    },
}

/// One of several ways through a part of a facility.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct WayView {
    /// Share by class.
    pub(crate) share: BTreeMap<String, f64>,
    /// Its steps.
    #[schema(no_recursion)]
    pub(crate) steps: Vec<StepView>,
}

/// A facility of a model with its inputs.
pub(crate) fn facility(model: &Model, facility: &Facility, inputs: &Inputs<'_>) -> FacilityView {
    let own = |stage: &&Stage| model.facilities[stage.facility].name == facility.name;
    let process = |process: &portway_model::element::Process| ProcessView {
        direction: model.directions[process.direction].name.clone(),
        steps: process.steps.iter().map(|step| step_view(model, step)).collect(),
    };
    FacilityView {
        name: facility.name.clone(),
        title: facility.title.clone(),
        node: model.nodes[facility.node].name.clone(),
        bcp: match facility.bcp {
            BorderCrossingPoint::Of(id) => Some(model.facilities[id].name.clone()),
            BorderCrossingPoint::ByRoute | BorderCrossingPoint::Outside => None,
        },
        stages: model.stages.iter().filter(own).map(|stage| stage_view(model, stage, inputs)).collect(),
        processes: facility.processes.iter().map(process).collect(),
    }
}

fn stage_view(model: &Model, stage: &Stage, inputs: &Inputs<'_>) -> StageView {
    let inside = stage.name.split_once('.').map_or(stage.name.as_str(), |(_, name)| name);
    let facility = &model.facilities[stage.facility].name;
    StageView {
        name: stage.name.clone(),
        title: stage.title.clone(),
        kind: match stage.kind {
            StageKind::Control => StageKindView::Control,
            StageKind::Holding => StageKindView::Holding,
            StageKind::Appointments(_) => StageKindView::Appointments,
        },
        step: stage.step.map(|step| step.name().to_owned()),
        lanes: match &stage.lanes {
            Lanes::Unlimited => None,
            Lanes::Fixed(lanes) => Some(*lanes),
            Lanes::Shifts(shifts) => shifts.iter().map(|shift| shift.lanes).max(),
        },
        room: stage.room_vehicles,
        hours: stage.hours.map(|id| model.calendars[id].name.clone()),
        seasons: stage.seasons.iter().map(|&id| model.seasons[id].name.clone()).collect(),
        values: inputs.below(&format!("facility.{facility}.stage.{inside}.")),
    }
}

fn step_view(model: &Model, step: &Step) -> StepView {
    let shares = |share: &[f64]| -> BTreeMap<String, f64> {
        let named = model.classes.iter().map(|class| class.name.clone()).zip(share.iter().copied());
        named.filter(|(_, share)| *share > 0.0).collect()
    };
    let steps = |steps: &[Step]| steps.iter().map(|step| step_view(model, step)).collect();
    match step {
        Step::Visit { stage, share } => {
            StepView::Visit { stage: model.stages[*stage].name.clone(), share: shares(share) }
        }
        Step::Group { share, steps: inner } => StepView::Group { share: shares(share), steps: steps(inner) },
        Step::OneOf { ways } => StepView::OneOf {
            ways: ways.iter().map(|(share, inner)| WayView { share: shares(share), steps: steps(inner) }).collect(),
        },
        Step::BackTo { stage, share } => {
            StepView::BackTo { stage: model.stages[*stage].name.clone(), share: shares(share) }
        }
    }
}
