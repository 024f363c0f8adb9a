//! A feed in the words of the model language.

mod group;
mod names;
mod runs;
mod toml;

pub(crate) use names::slug;

use crate::evidence::Row;
use crate::feed::Feed;
use crate::mistakes::Mistakes;
use crate::words::Mode;
use jiff::ToSpan as _;
use portway_model::element::Money;
use portway_model::quantity::Currency;
use portway_model::{Diagnostic, Model};

/// Most services that a feed may become; more is a network, and a planner asks for some of its lines.
pub const MAX_SERVICES: usize = 1000;
/// Most departures of all trips of a day together.
pub const MAX_DEPARTURES: usize = 500_000;
/// Longest name of an import, so that the names of its elements have room.
pub const MAX_NAME: usize = 20;

/// What a feed does not say and its user does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// How the names of all elements begin.
    pub name: String,
    /// Direction of the folder that trips forward count for.
    pub forward: String,
    /// Direction that trips back count for.
    pub back: Option<String>,
    /// Countries: of a stop or a time zone, or of all others. Trips out of the first one go forward.
    pub countries: Vec<(Option<String>, String)>,
    /// Seats of the carriers of a mode, or of all others.
    pub seats: Vec<(Option<Mode>, u32)>,
    /// Classes of the folder that stand for the carriers of a mode.
    pub classes: Vec<(Mode, String)>,
    /// The routes that are wanted; all when empty.
    pub routes: Vec<String>,
}

/// A feed as it comes into a folder.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// Elements in the model language.
    pub toml: String,
    /// Where each number of them comes from.
    pub evidence: Vec<Row>,
    /// The services in it.
    pub services: Vec<ServiceLine>,
    /// What could not be said, or was filled in, in sentences.
    pub told: Vec<String>,
}

/// A service in a few words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceLine {
    /// Its name in the folder.
    pub name: String,
    /// From where to where.
    pub way: String,
    /// The directions that it counts for.
    pub directions: String,
    /// How often it leaves.
    pub departures: String,
}

/// Says a feed in the model language, for a folder whose elements are those of a model.
///
/// # Errors
/// Everything that is missing or cannot be said.
pub fn import(feed: &Feed, wishes: &Wishes, model: &Model) -> Result<Imported, Vec<Diagnostic>> {
    let mut mistakes = Mistakes::default();
    check(feed, wishes, model, &mut mistakes);
    let countries = countries(feed, wishes, &mut mistakes);
    if !mistakes.is_empty() {
        return Err(mistakes.into_diagnostics());
    }
    let mut told = feed.untold.clone();
    let groups = group::groups(feed, wishes, &countries, &mut told, &mut mistakes);
    if mistakes.is_empty() && groups.list.is_empty() {
        let message = "no trip of the feed can become a service".into();
        mistakes.of_feed("nothing", message, "a service needs a trip between two stops, on some date");
    }
    classes(feed, wishes, model, &groups, &mut mistakes);
    if !mistakes.is_empty() {
        return Err(mistakes.into_diagnostics());
    }
    Ok(toml::write(feed, wishes, model.money.as_ref(), &countries, &groups, told))
}

/// A corridor that holds nothing yet, for a feed that comes into no folder: the clock of the feed, the two directions, and
/// a scenario of its first weeks.
pub fn new_corridor(feed: &Feed, wishes: &Wishes) -> String {
    const DAYS: i64 = 28;
    let dates = || feed.services.iter().flat_map(|service| service.dates.iter().copied());
    let from = dates().min().unwrap_or(jiff::civil::Date::constant(2026, 1, 1));
    let to = dates().max().unwrap_or(from).min(from.saturating_add((DAYS - 1).days()));
    let quoted = toml::quoted;
    let mut text = format!("[corridor]\nlanguage = 1\nname = {}\n", quoted(&wishes.name));
    text += &format!("title = {}\nzone = {}\n", quoted(&feed.publisher), quoted(&feed.zone.name));
    for direction in std::iter::once(&wishes.forward).chain(&wishes.back) {
        text += &format!("\n[direction.{direction}]\n");
    }
    text + &format!("\n[scenario.feed]\nfrom = \"{from}\"\nto = \"{to}\"\n")
}

/// A text as the name of an import: what of it a name can hold.
pub fn name_from(text: &str) -> String {
    slug(text).chars().take(MAX_NAME).collect::<String>().trim_end_matches('-').to_owned()
}

/// Whether a text can begin the names of elements.
pub fn is_name(text: &str) -> bool {
    text.len() <= MAX_NAME && slug(text) == text && !text.is_empty()
}

fn check(feed: &Feed, wishes: &Wishes, model: &Model, mistakes: &mut Mistakes) {
    if !is_name(&wishes.name) {
        let message = format!("`{}` cannot begin the names of elements", crate::mistakes::shown(&wishes.name));
        let help = format!("lower-case letters, digits and hyphens, at most {MAX_NAME}: --name river");
        mistakes.of_feed("bad-name", message, &help);
    }
    let known: Vec<&str> = model.directions.iter().map(|direction| direction.name.as_str()).collect();
    for (option, name) in [("--forward", Some(&wishes.forward)), ("--back", wishes.back.as_ref())] {
        if let Some(name) = name.filter(|name| !known.contains(&name.as_str())) {
            let message = format!("{option}: the folder has no direction `{}`", crate::mistakes::shown(name));
            mistakes.of_feed("unknown-name", message, &format!("its directions: {}", known.join(", ")));
        }
    }
    for (mode, name) in &wishes.classes {
        let class = model.classes.iter().find(|class| class.name == *name);
        if class.is_none_or(|class| class.seats == 0) {
            let message = format!("--class {}={name}: the folder has no such class with seats", mode.name());
            let seated: Vec<&str> =
                model.classes.iter().filter(|class| class.seats > 0).map(|class| &*class.name).collect();
            mistakes.of_feed("unknown-name", message, &format!("its classes with seats: {}", or_none(&seated)));
        }
    }
    for id in &wishes.routes {
        if !feed.routes.iter().any(|route| route.id == *id) {
            let message = format!("--route: routes.txt has no `{}`", crate::mistakes::shown(id));
            let ids: Vec<&str> = feed.routes.iter().take(20).map(|route| &*route.id).collect();
            mistakes.of_feed("unknown-id", message, &format!("its routes: {}", or_none(&ids)));
        }
    }
}

fn or_none(names: &[&str]) -> String {
    if names.is_empty() { "none".into() } else { names.join(", ") }
}

/// The country of each stop; empty where nobody said it.
fn countries(feed: &Feed, wishes: &Wishes, mistakes: &mut Mistakes) -> Vec<String> {
    for (of, country) in &wishes.countries {
        let right = country.len() == 2 && country.bytes().all(|b| b.is_ascii_uppercase());
        if !right {
            let message = format!("--country: `{}` is not a country code", crate::mistakes::shown(country));
            mistakes.of_feed("wrong-country", message, "two capital letters of ISO 3166, as in CN");
        }
        let known = |of: &String| feed.stops.iter().any(|stop| stop.id == *of || stop.zone.name == *of);
        if let Some(of) = of.as_ref().filter(|of| !known(of)) {
            let message = format!("--country: the feed has no stop and no time zone `{}`", crate::mistakes::shown(of));
            mistakes.of_feed("unknown-id", message, "write --country CN, or --country Asia/Shanghai=CN");
        }
    }
    let of_stop = |stop: &crate::feed::Stop| {
        let named = |name: &str| wishes.countries.iter().find(|(of, _)| of.as_deref() == Some(name));
        let others = || wishes.countries.iter().find(|(of, _)| of.is_none());
        named(&stop.id).or_else(|| named(&stop.zone.name)).or_else(others).map(|(_, country)| country.clone())
    };
    feed.stops.iter().map(|stop| of_stop(stop).unwrap_or_default()).collect()
}

/// Where there is money or air, a class says what an hour of it costs and burns; a feed does not know.
fn classes(feed: &Feed, wishes: &Wishes, model: &Model, groups: &group::Groups, mistakes: &mut Mistakes) {
    let asks = match (&model.money, &model.air) {
        (None, None) => return,
        (Some(_), None) => "[money]",
        (None, Some(_)) => "[air]",
        (Some(_), Some(_)) => "[money] and [air]",
    };
    let mut modes: Vec<Mode> = groups.list.iter().map(|group| feed.routes[group.key.route].mode).collect();
    modes.sort_unstable();
    modes.dedup();
    for mode in modes.into_iter().filter(|mode| wishes.classes.iter().all(|(of, _)| of != mode)) {
        let name = mode.name();
        let message =
            format!("the folder has {asks}, and the feed does not say what its carriers ({name}) cost and burn");
        let help = format!("write a class with seats, hour-cost and idle-fuel, and name it with --class {name}=CLASS");
        mistakes.of_feed("missing-class", message, &help);
    }
}

/// Whether the folder knows a currency.
fn pays(money: Option<&Money>, code: &str) -> bool {
    let Ok(currency) = Currency::parse(code) else { return false };
    money.is_some_and(|money| money.currency == currency || money.second == Some(currency))
}

/// The class that stands for a mode, when the user named one.
fn class_of(wishes: &Wishes, mode: Mode) -> Option<&str> {
    wishes.classes.iter().find(|(of, _)| *of == mode).map(|(_, name)| name.as_str())
}
