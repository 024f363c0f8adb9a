//! The corridor, a scenario of it as one picture, and the inputs behind.

use crate::problem::{Answered, Problem};
use crate::request::{language, languages};
use crate::studio::Studio;
use crate::view::corridor::{CorridorView, corridor as corridor_view};
use crate::view::input::{InputView, Inputs};
use crate::view::network::{NetworkView, network as network_view};
use axum::Json;
use axum::extract::{Path, Query, State};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use utoipa::{IntoParams, ToSchema};

/// The language of titles.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct InLanguage {
    /// `en`, `zh` or `ru`; English when nothing is said.
    #[param(schema_with = languages)]
    pub(crate) lang: Option<String>,
}

/// All inputs of a scenario.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct InputsView {
    /// In the order of the folder.
    pub(crate) inputs: Vec<InputView>,
}

/// The folder as a whole: scenarios, and everything that is wrong with it.
#[utoipa::path(
    get,
    path = "/api/v1/corridor",
    params(InLanguage),
    responses((status = 200, body = CorridorView), (status = "4XX", body = Problem)),
)]
pub(crate) async fn corridor(
    State(studio): State<Arc<Studio>>,
    Query(query): Query<InLanguage>,
) -> Answered<Json<CorridorView>> {
    let language = language(query.lang.as_deref())?;
    studio.aside(move |studio| Ok(Json(corridor_view(&*studio.load(language)?)))).await
}

/// A scenario as one picture: places, ways, facilities, services, seasons.
#[utoipa::path(
    get,
    path = "/api/v1/scenarios/{name}",
    params(("name" = String, Path, description = "Name of the scenario"), InLanguage),
    responses((status = 200, body = NetworkView), (status = "4XX", body = Problem)),
)]
pub(crate) async fn network(
    State(studio): State<Arc<Studio>>,
    Path(name): Path<String>,
    Query(query): Query<InLanguage>,
) -> Answered<Json<NetworkView>> {
    let language = language(query.lang.as_deref())?;
    let view = move |studio: &Studio| {
        let loaded = studio.load(language)?;
        let timeline = loaded.timeline(&name)?;
        Ok(Json(network_view(loaded.corridor()?, &loaded, &timeline)))
    };
    studio.aside(view).await
}

/// Every input that has a say in a scenario, with its evidence.
#[utoipa::path(
    get,
    path = "/api/v1/scenarios/{name}/inputs",
    params(("name" = String, Path, description = "Name of the scenario"), InLanguage),
    responses((status = 200, body = InputsView), (status = "4XX", body = Problem)),
)]
pub(crate) async fn inputs(
    State(studio): State<Arc<Studio>>,
    Path(name): Path<String>,
    Query(query): Query<InLanguage>,
) -> Answered<Json<InputsView>> {
    let language = language(query.lang.as_deref())?;
    let view = move |studio: &Studio| {
        let loaded = studio.load(language)?;
        let timeline = loaded.timeline(&name)?;
        Ok(Json(InputsView { inputs: Inputs::of(loaded.corridor()?, &timeline.scenario).all() }))
    };
    studio.aside(view).await
}
