//! A scenario's corridor as one picture: places, ways, what is inside facilities, services and seasons.

use super::corridor::ScenarioView;
use super::input::{InputView, Inputs};
use super::place::{FacilityView, facility};
use super::project::{ProjectView, projects};
use crate::folder::Loaded;
use portway_model::element::{Departures, Leg, Mode, Timeline};
use portway_model::travellers::{self, Travellers};
use portway_model::{Corridor, Model};
use portway_study::programme::Group;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::Object;

/// A name and a title.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct Titled {
    /// Name in the folder.
    pub(crate) name: String,
    /// Title for people.
    pub(crate) title: String,
}

/// The corridor on the first day of a scenario's window.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct NetworkView {
    /// The scenario.
    pub(crate) scenario: ScenarioView,
    /// Directions of travel.
    pub(crate) directions: Vec<Titled>,
    /// Classes of vehicles and passengers.
    pub(crate) classes: Vec<Titled>,
    /// Classes that results tell of together, people first; empty where all traffic is vehicles.
    pub(crate) groups: Vec<GroupView>,
    /// Places.
    pub(crate) nodes: Vec<NodeView>,
    /// Ways between places.
    pub(crate) links: Vec<LinkView>,
    /// Places of processing.
    pub(crate) facilities: Vec<FacilityView>,
    /// Lines of carriers.
    pub(crate) services: Vec<ServiceView>,
    /// Opening hours.
    pub(crate) calendars: Vec<CalendarView>,
    /// Parts of the year.
    pub(crate) seasons: Vec<SeasonView>,
    /// Ways through the corridor.
    pub(crate) routes: Vec<RouteView>,
    /// Demand.
    pub(crate) flows: Vec<FlowView>,
    /// What is agreed about the corridor.
    pub(crate) projects: Vec<ProjectView>,
}

/// People, or vehicles of their own: a number of both together would say nothing.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct GroupView {
    /// Who they are.
    pub(crate) who: Group,
    /// The class that measures of all of them carry.
    pub(crate) class: String,
}

/// A place.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct NodeView {
    /// Name in the folder.
    pub(crate) name: String,
    /// Title for people.
    pub(crate) title: String,
    /// ISO 3166 code of the country.
    pub(crate) country: String,
    /// Local time.
    pub(crate) zone: String,
    /// WGS 84 degrees; none when the folder does not say.
    pub(crate) longitude: Option<f64>,
    /// WGS 84 degrees.
    pub(crate) latitude: Option<f64>,
}

/// A way between two places.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct LinkView {
    /// Name in the folder.
    pub(crate) name: String,
    /// Title for people.
    pub(crate) title: String,
    /// Node at one end.
    pub(crate) from: String,
    /// Node at the other.
    pub(crate) to: String,
    /// Only `from` to `to` may be travelled.
    pub(crate) one_way: bool,
    /// Whether leaving it is crossing the border.
    pub(crate) border: bool,
    /// Metres.
    pub(crate) length_m: f64,
    /// Minutes when nobody is in the way.
    pub(crate) travel_min: f64,
    /// Vehicles that fit on one direction; none for no limit.
    pub(crate) storage_vehicles: Option<u32>,
    /// Vehicles an hour that can leave one direction.
    pub(crate) flow_capacity_per_h: Option<f64>,
    /// Calendar of entry; none for always.
    pub(crate) hours: Option<String>,
    /// Seasons of entry; none for all the year.
    pub(crate) seasons: Vec<String>,
    /// The part of the corridor that it belongs to; empty for none.
    pub(crate) part: String,
    /// What travels on it: `road`, `rail`, `water`, `air`, `cable` or `ice`.
    #[schema(schema_with = modes)]
    pub(crate) mode: String,
    /// Its inputs.
    pub(crate) values: Vec<InputView>,
}

/// A line of carriers.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct ServiceView {
    /// Name in the folder.
    pub(crate) name: String,
    /// Title for people.
    pub(crate) title: String,
    /// Class of the carriers.
    pub(crate) class: String,
    /// Node of one stop.
    pub(crate) from: String,
    /// Node of the other.
    pub(crate) to: String,
    /// Direction on the way there.
    pub(crate) forward: String,
    /// Direction on the way back; none when nothing goes back.
    pub(crate) back: Option<String>,
    /// Carriers that go to and fro; none when one comes for every departure.
    pub(crate) fleet: Option<u32>,
    /// Seats of a carrier.
    pub(crate) seats: u32,
    /// What lets a carrier leave.
    pub(crate) departures: DeparturesKind,
    /// Calendar of departures.
    pub(crate) hours: Option<String>,
    /// Seasons of departures.
    pub(crate) seasons: Vec<String>,
    /// Links on the way.
    pub(crate) links: Vec<String>,
    /// Its inputs.
    pub(crate) values: Vec<InputView>,
}

/// What lets a carrier leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum DeparturesKind {
    /// The clock, at written times.
    Timetable,
    /// The clock, again and again.
    Every,
    /// Enough passengers.
    WhenFull,
}

/// Opening hours.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct CalendarView {
    /// Name in the folder.
    pub(crate) name: String,
    /// Title for people.
    pub(crate) title: String,
    /// Zone of its times.
    pub(crate) zone: String,
    /// Open spans of Monday to Sunday: minutes after midnight, the end excluded.
    pub(crate) weekly: Vec<Vec<(u16, u16)>>,
    /// Its inputs, as written.
    pub(crate) values: Vec<InputView>,
}

/// A part of the year.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct SeasonView {
    /// Name in the folder.
    pub(crate) name: String,
    /// Title for people.
    pub(crate) title: String,
    /// First day: title of the yearly day, and month and day that it lies around.
    pub(crate) from: YearlyView,
    /// First day after it.
    pub(crate) to: YearlyView,
}

/// A day that comes every year.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct YearlyView {
    /// Name in the folder.
    pub(crate) name: String,
    /// Title for people.
    pub(crate) title: String,
    /// Month, 1 to 12.
    pub(crate) month: i8,
    /// Day in the month.
    pub(crate) day: i8,
    /// ISO dates of the years in which it is known.
    pub(crate) known: Vec<String>,
}

/// A way through the corridor.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct RouteView {
    /// Name in the folder.
    pub(crate) name: String,
    /// Title for people.
    pub(crate) title: String,
    /// Direction that its traffic counts for.
    pub(crate) direction: String,
    /// Elements in the order of travel.
    pub(crate) legs: Vec<LegView>,
}

/// One element of a route.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct LegView {
    /// What the element is.
    pub(crate) kind: LegKind,
    /// Name of the element.
    pub(crate) name: String,
    /// Travelled from its `to` to its `from`.
    pub(crate) reversed: bool,
}

/// What an element of a route is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum LegKind {
    /// A place of processing.
    Facility,
    /// A way between places.
    Link,
    /// A line of carriers.
    Service,
}

/// Demand.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct FlowView {
    /// Name in the folder.
    pub(crate) name: String,
    /// Title for people.
    pub(crate) title: String,
    /// Class of who travels.
    pub(crate) class: String,
    /// Direction of all its routes.
    pub(crate) direction: String,
    /// Routes that it takes or chooses among.
    pub(crate) routes: Vec<String>,
    /// Who owns it.
    pub(crate) owner: Option<String>,
    /// Its inputs.
    pub(crate) values: Vec<InputView>,
}

fn modes() -> Object {
    portway_study::described::one_of(Mode::ALL.map(Mode::name))
}

/// Name of a zone of the tz database.
fn zone(zone: &jiff::tz::TimeZone) -> String {
    zone.iana_name().unwrap_or("UTC").to_owned()
}

/// The picture of a scenario.
pub(crate) fn network(corridor: &Corridor, loaded: &Loaded, timeline: &Timeline) -> NetworkView {
    let model = timeline.on(timeline.scenario.from);
    let inputs = Inputs::of(corridor, &timeline.scenario);
    let files = crate::edit::files_of_scenarios(&loaded.texts);
    let titled = |name: &str, title: &str| Titled { name: name.into(), title: title.into() };
    NetworkView {
        scenario: ScenarioView::new(&timeline.scenario, &files, loaded),
        directions: model.directions.iter().map(|d| titled(&d.name, &d.title)).collect(),
        classes: model.classes.iter().map(|c| titled(&c.name, &c.title)).collect(),
        groups: groups(model),
        nodes: nodes(model),
        links: links(corridor, model, &inputs),
        facilities: model.facilities.iter().map(|found| facility(model, found, &inputs)).collect(),
        services: services(model, &inputs),
        calendars: calendars(model, &inputs),
        seasons: seasons(model),
        routes: routes(model),
        flows: flows(model, &inputs),
        projects: projects(corridor),
    }
}

fn groups(model: &Model) -> Vec<GroupView> {
    let of = Travellers::of(model);
    let groups = of.groups().into_iter().map(|classes| GroupView {
        who: if classes == of.people { Group::People } else { Group::Vehicles },
        class: travellers::together(model, classes),
    });
    groups.collect()
}

fn nodes(model: &Model) -> Vec<NodeView> {
    let node = |node: &portway_model::element::Node| NodeView {
        name: node.name.clone(),
        title: node.title.clone(),
        country: node.country.clone(),
        zone: zone(&node.zone),
        longitude: node.longitude_deg,
        latitude: node.latitude_deg,
    };
    model.nodes.iter().map(node).collect()
}

fn links(corridor: &Corridor, model: &Model, inputs: &Inputs<'_>) -> Vec<LinkView> {
    let link = |link: &portway_model::element::Link| LinkView {
        name: link.name.clone(),
        title: link.title.clone(),
        from: model.nodes[link.from].name.clone(),
        to: model.nodes[link.to].name.clone(),
        one_way: link.one_way,
        border: link.border,
        length_m: link.length_m,
        travel_min: link.travel_ms as f64 / 60_000.0,
        storage_vehicles: link.storage_vehicles,
        flow_capacity_per_h: link.flow_capacity_per_h,
        hours: link.hours.map(|id| model.calendars[id].name.clone()),
        seasons: link.seasons.iter().map(|&id| model.seasons[id].name.clone()).collect(),
        part: corridor.part_of(&format!("link.{}", link.name)).unwrap_or_default().to_owned(),
        mode: link.mode.name().to_owned(),
        values: inputs.below(&format!("link.{}.", link.name)),
    };
    model.links.iter().map(link).collect()
}

fn services(model: &Model, inputs: &Inputs<'_>) -> Vec<ServiceView> {
    let service = |service: &portway_model::element::Service| ServiceView {
        name: service.name.clone(),
        title: service.title.clone(),
        class: model.classes[service.class].name.clone(),
        from: model.nodes[service.from].name.clone(),
        to: model.nodes[service.to].name.clone(),
        forward: model.directions[service.forward].name.clone(),
        back: service.back.map(|id| model.directions[id].name.clone()),
        fleet: service.fleet,
        seats: model.classes[service.class].seats,
        departures: match service.departures {
            Departures::Timetable { .. } => DeparturesKind::Timetable,
            Departures::Every(_) => DeparturesKind::Every,
            Departures::WhenFull { .. } => DeparturesKind::WhenFull,
        },
        hours: service.hours.map(|id| model.calendars[id].name.clone()),
        seasons: service.seasons.iter().map(|&id| model.seasons[id].name.clone()).collect(),
        links: service
            .legs
            .iter()
            .map(|leg| leg_view(model, leg))
            .filter(|leg| leg.kind == LegKind::Link)
            .map(|leg| leg.name)
            .collect(),
        values: inputs.below(&format!("service.{}.", service.name)),
    };
    model.services.iter().map(service).collect()
}

fn calendars(model: &Model, inputs: &Inputs<'_>) -> Vec<CalendarView> {
    let calendar = |calendar: &portway_model::calendar::Calendar| CalendarView {
        name: calendar.name.clone(),
        title: calendar.title.clone(),
        zone: zone(&calendar.zone),
        weekly: calendar.weekly.iter().map(|day| day.iter().map(|span| (span.from, span.to)).collect()).collect(),
        values: inputs.below(&format!("calendar.{}.", calendar.name)),
    };
    model.calendars.iter().map(calendar).collect()
}

fn seasons(model: &Model) -> Vec<SeasonView> {
    let yearly = |id| {
        let yearly: &portway_model::element::Yearly = &model.yearlies[id];
        YearlyView {
            name: yearly.name.clone(),
            title: yearly.title.clone(),
            month: yearly.month,
            day: yearly.day,
            known: yearly.known.iter().map(ToString::to_string).collect(),
        }
    };
    let season = |season: &portway_model::element::Season| SeasonView {
        name: season.name.clone(),
        title: season.title.clone(),
        from: yearly(season.from),
        to: yearly(season.to),
    };
    model.seasons.iter().map(season).collect()
}

fn leg_view(model: &Model, leg: &Leg) -> LegView {
    let (kind, name, reversed) = match *leg {
        Leg::Facility(id) => (LegKind::Facility, &model.facilities[id].name, false),
        Leg::Link { link, reversed } => (LegKind::Link, &model.links[link].name, reversed),
        Leg::Service { service, reversed } => (LegKind::Service, &model.services[service].name, reversed),
    };
    LegView { kind, name: name.clone(), reversed }
}

fn routes(model: &Model) -> Vec<RouteView> {
    let route = |route: &portway_model::element::Route| RouteView {
        name: route.name.clone(),
        title: route.title.clone(),
        direction: model.directions[route.direction].name.clone(),
        legs: route.legs.iter().map(|leg| leg_view(model, leg)).collect(),
    };
    model.routes.iter().map(route).collect()
}

fn flows(model: &Model, inputs: &Inputs<'_>) -> Vec<FlowView> {
    let flow = |flow: &portway_model::element::Flow| FlowView {
        name: flow.name.clone(),
        title: flow.title.clone(),
        class: model.classes[flow.class].name.clone(),
        direction: model.directions[model.direction_of(flow)].name.clone(),
        routes: flow.routes.iter().map(|&id| model.routes[id].name.clone()).collect(),
        owner: flow.owner.clone(),
        values: inputs.below(&format!("flow.{}.", flow.name)),
    };
    model.flows.iter().map(flow).collect()
}
