//! What is agreed about the corridor.

use portway_model::Corridor;
use portway_model::element::Project;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Something that is agreed.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct ProjectView {
    /// Name in the folder.
    pub(crate) name: String,
    /// Title for people.
    pub(crate) title: String,
    /// Who is to build or run it; empty when nobody is named.
    pub(crate) owner: String,
    /// `agreed`, `planned`, `under construction`, `open` or `stopped`.
    #[schema(schema_with = portway_study::described::project_status)]
    pub(crate) status: String,
    /// First firm date, ISO.
    pub(crate) planned: Option<String>,
    /// Announced now.
    pub(crate) opens: Option<String>,
    /// Steps on the way.
    pub(crate) milestones: Vec<MilestoneView>,
}

/// A step on the way to an opening.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct MilestoneView {
    /// ISO date.
    pub(crate) date: String,
    /// Title for people.
    pub(crate) title: String,
    /// Whether it is done.
    pub(crate) done: bool,
}

/// All of it, in the order of the folder.
pub(crate) fn projects(corridor: &Corridor) -> Vec<ProjectView> {
    let project = |project: &Project| ProjectView {
        name: project.name.clone(),
        title: project.title.clone(),
        owner: project.owner.clone(),
        status: project.status.name().into(),
        planned: project.planned.map(|day| day.to_string()),
        opens: project.opens.map(|day| day.to_string()),
        milestones: project
            .milestones
            .iter()
            .map(|step| MilestoneView { date: step.date.to_string(), title: step.title.clone(), done: step.done })
            .collect(),
    };
    corridor.projects().iter().map(project).collect()
}
