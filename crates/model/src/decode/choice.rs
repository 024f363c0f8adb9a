//! Ways of a flow: one route, or several and the rule by which its vehicles choose among them.

use super::money::Priced;
use super::route::first_node;
use super::{Draft, known};
use crate::element::{Choice, Class, Logit, PerClass, Route};
use crate::id::Id;
use crate::problem::{Place, Problem};
use crate::quantity::{Per, Price};
use crate::reader::{Fields, Kind, Value};
use jiff::tz::TimeZone;

/// Most routes that a flow chooses among: nobody compares more.
const MAX_ROUTES: usize = 20;
/// Most hours that an hour of deviation may count like; studies find one or two.
const MAX_RELIABILITY: f64 = 100.0;
/// How far the sum of shares may be from 1.
const SHARE_TOLERANCE: f64 = 1e-5;
/// Learning where the folder says nothing: the last two weeks make up most of what is expected.
const LEARNING: f64 = 0.1;

const WITH_ROUTES: &str = "a flow with `routes`";
const SHARES: &str = "`kind = \"shares\"`";
const LOGIT: &str = "`kind = \"logit\"`";

/// A rule of choice as it is written, before anybody knows whose it is.
#[derive(Clone, Debug)]
pub(crate) enum Rule {
    Shares(ByRoute<f64>),
    Logit {
        value_of_time: PerClass<Price>,
        scale: PerClass<Price>,
        reliability: f64,
        learning: f64,
        constants: ByRoute<Price>,
        stay_home: Option<PerClass<Price>>,
    },
}

/// Values by the names of routes.
type ByRoute<T> = Vec<(Id<Route>, T, Place)>;

#[derive(Clone, Copy, PartialEq)]
enum Word {
    Logit,
    Shares,
}

/// The `[choice]` table, or the one of a flow.
pub(super) fn rule(f: &mut Fields<'_, '_>, priced: Priced) -> Option<Rule> {
    let all = f.describing();
    let kind = f.required("kind", "By generalised cost, or in fixed parts.", |v| {
        v.choice(&[("logit", Word::Logit), ("shares", Word::Shares)])
    });
    let is = |word: Word| all || kind == Some(word);
    let shares = f.only_when(SHARES, is(Word::Shares), |f| {
        f.required("shares", "Part of the vehicles that takes each route; they sum to 1.", |v| {
            by_route(v, |v| v.share())
        })
    });
    if kind == Some(Word::Logit) && !priced.money {
        let problem = Problem::error("choice-without-money", "a logit choice weighs money against time");
        let problem = problem.at(f.place_of("kind"), "but the corridor has no [money]");
        f.fail(problem.help("add [money] with its currency, or give fixed parts with kind = \"shares\""));
    }
    let logit = f.only_when(LOGIT, is(Word::Logit), |f| logit(f, priced));
    match kind? {
        Word::Shares => Some(Rule::Shares(shares?)),
        Word::Logit => logit,
    }
}

fn logit(f: &mut Fields<'_, '_>, priced: Priced) -> Option<Rule> {
    let value_of_time =
        f.required("value-of-time", "What an hour on the way is worth to a vehicle; one for all or by class.", |v| {
            priced.prices(v, Per::Hour)
        });
    let scale = f.required(
        "scale",
        "Difference of cost at which 27 of 100 still take the dearer of two routes; one for all or by class.",
        |v| v.per_class(|v| above_zero(v, priced)),
    );
    let reliability = f.optional(
        "reliability",
        "Hours of expected time that an hour of its mean absolute deviation counts like.",
        "0",
        |v| v.number(0.0, MAX_RELIABILITY),
    );
    let learning = f.optional(
        "learning",
        "How far the expected time moves in a day towards what was experienced on it.",
        "10 %",
        learning,
    );
    let constants =
        f.optional("constants", "What routes cost beside money and time that the model counts.", "none", |v| {
            by_route(v, |v| priced.price(v, Per::Once))
        });
    let stay_home = f.optional(
        "stay-home",
        "Cost from which on nobody travels, when every way costs more; one for all or by class.",
        "everybody travels",
        |v| priced.prices(v, Per::Once),
    );
    Some(Rule::Logit {
        value_of_time: value_of_time?,
        scale: scale?,
        reliability: reliability.unwrap_or(0.0),
        learning: learning.unwrap_or(LEARNING),
        constants: constants.unwrap_or_default(),
        stay_home,
    })
}

fn above_zero(v: &mut Value<'_, '_>, priced: Priced) -> Option<Price> {
    let price = priced.price(v, Per::Once)?;
    if price.amount <= 0.0 {
        v.wrong("out-of-range", "the scale must be above zero", "the cheapest way by a hair would take everybody");
        return None;
    }
    Some(price)
}

fn learning(v: &mut Value<'_, '_>) -> Option<f64> {
    let share = v.share()?;
    if share <= 0.0 {
        v.wrong("out-of-range", "learning must be above 0", "nobody would ever learn how long a way takes");
        return None;
    }
    Some(share)
}

fn by_route<T>(v: &mut Value<'_, '_>, mut read: impl FnMut(&mut Value<'_, '_>) -> Option<T>) -> Option<ByRoute<T>> {
    v.keyed(Kind::Route, |v, position| {
        let place = v.owner;
        read(v).map(|value| (Id::new(position), value, place))
    })
}

/// The routes of a flow, and the choice where they are several.
pub(super) fn ways(
    f: &mut Fields<'_, '_>,
    class: Option<Id<Class>>,
    draft: &Draft,
    priced: Priced,
) -> Option<(Vec<Id<Route>>, Option<Choice>)> {
    f.exactly_one(&["route", "routes"]);
    let one = f.optional("route", "Which way.", "use `routes`", |v| v.reference(Kind::Route));
    let several = f.optional("routes", "The ways that its vehicles choose among; at least two.", "use `route`", |v| {
        v.list((1, MAX_ROUTES), way)
    });
    let chooses = f.has("routes") || f.describing();
    let own = f.only_when(WITH_ROUTES, chooses, |f| {
        f.optional("choice", "How its vehicles choose among `routes`.", "as in [choice]", |v| {
            v.table(|f| rule(f, priced))
        })
    });
    if f.describing() {
        return Some((vec![one?], None));
    }
    if let Some(one) = one {
        return Some((vec![one], None));
    }
    let several = several?;
    let is_whole = several.iter().all(|(route, _)| route.is_some());
    let left: Vec<(Id<Route>, Place)> = several.iter().filter_map(|(route, place)| Some(((*route)?, *place))).collect();
    if left.is_empty() {
        let problem = Problem::error("left-out", "the scenario leaves out every route of this flow");
        let help = "write the flow in a file of the part that its routes belong to";
        f.fail(problem.at(f.place_of("routes"), "nothing is left to choose").help(help));
        return None;
    }
    if !alike(f, &left, is_whole, draft) {
        return None;
    }
    let routes: Vec<Id<Route>> = left.into_iter().map(|(route, _)| route).collect();
    if routes.len() == 1 {
        return Some((routes, None));
    }
    // A rule with a mistake has been reported where it is written.
    let is_own = f.has("choice");
    let rule = if is_own { own? } else { folders(f, draft)? };
    let choice = Flows { is_own, is_whole, routes: &routes }.resolve(f, &rule, class?)?;
    Some((routes, Some(choice)))
}

/// One of several routes; none inside when the scenario leaves it out, which leaves the others to choose among.
fn way(v: &mut Value<'_, '_>) -> Option<(Option<Id<Route>>, Place)> {
    let text = if v.describing() { String::new() } else { v.text("the name of a route", "")? };
    let is_left_out = v.reader.names.left_out(Kind::Route, &text).is_some();
    let route = if is_left_out { None } else { Some(v.reference(Kind::Route)?) };
    Some((route, v.place()))
}

/// The folder's rule, which a flow without its own needs.
fn folders(f: &mut Fields<'_, '_>, draft: &Draft) -> Option<Rule> {
    if draft.choice.is_none() && !draft.has_choice {
        let problem = Problem::error("missing-key", "nothing says how the vehicles choose among `routes`");
        let problem = problem.at(f.place_of("routes"), "several ways");
        f.fail(problem.help("write [choice] for the folder, or `choice` for this flow"));
    }
    draft.choice.clone()
}

/// Whether several routes may be ways of one flow: at least two unless the scenario leaves some out, each once, in one direction,
/// beginning on one clock.
fn alike(f: &mut Fields<'_, '_>, routes: &[(Id<Route>, Place)], is_whole: bool, draft: &Draft) -> bool {
    let (first, first_place) = routes[0];
    if routes.len() == 1 && is_whole {
        let problem = Problem::error("one-way-only", "a single route leaves nothing to choose");
        f.fail(problem.at(first_place, "the only one").help("write it as `route`, or add another to `routes`"));
        return false;
    }
    let mut right = true;
    for (at, (route, place)) in routes.iter().enumerate().skip(1) {
        if let Some((_, before)) = routes[..at].iter().find(|(other, _)| other == route) {
            let problem = Problem::error("conflict", "the same route twice");
            f.fail(problem.at(*place, "and here").at(*before, "here"));
            right = false;
            continue;
        }
        // A route with a mistake has been reported where it is written.
        let (Some(one), Some(other)) = (known(&draft.routes, first), known(&draft.routes, *route)) else { continue };
        if one.direction != other.direction {
            let problem = Problem::error("other-direction", "the routes go in different directions");
            let name = |route: &Route| known(&draft.directions, route.direction).map_or("", |d| &d.name).to_owned();
            let problem = problem.at(*place, format!("goes {}", name(other)));
            f.fail(problem.at(first_place, format!("goes {}", name(one))));
            right = false;
        }
        let zones = first_zone(one, draft).zip(first_zone(other, draft));
        if let Some((one, other)) = zones.filter(|(one, other)| one != other) {
            let problem = Problem::error("other-zone", "the routes begin in different time zones");
            let name = |zone: &TimeZone| format!("begins in {}", zone.iana_name().unwrap_or("a zone of its own"));
            let problem = problem.at(*place, name(other)).at(first_place, name(one));
            f.fail(problem.help("profile and timetable are in the local time of the first place"));
            right = false;
        }
    }
    right
}

fn first_zone<'d>(route: &Route, draft: &'d Draft) -> Option<&'d TimeZone> {
    let node = first_node(draft, route.legs.first()?)?;
    known(&draft.nodes, node).map(|node| &node.zone)
}

/// Whose rule it is: the routes that a flow chooses among.
struct Flows<'a> {
    /// The rule is written for this flow alone.
    is_own: bool,
    /// The scenario leaves none of its routes out.
    is_whole: bool,
    routes: &'a [Id<Route>],
}

impl Flows<'_> {
    /// The rule for these routes and a class.
    fn resolve(&self, f: &mut Fields<'_, '_>, rule: &Rule, class: Id<Class>) -> Option<Choice> {
        match rule {
            Rule::Shares(shares) => {
                self.name_only_these(f, shares).then(|| self.shares(f, shares)).flatten().map(Choice::Shares)
            }
            Rule::Logit { value_of_time, scale, reliability, learning, constants, stay_home } => {
                if !self.name_only_these(f, constants) {
                    return None;
                }
                let of_class = |prices: &PerClass<Price>| prices.get(class.index()).copied();
                Some(Choice::Logit(Logit {
                    value_of_time_per_h: of_class(value_of_time)?,
                    scale: of_class(scale)?,
                    reliability: *reliability,
                    learning: *learning,
                    constants: values(constants, self.routes),
                    stay_home: stay_home.as_ref().and_then(of_class),
                }))
            }
        }
    }

    /// Shares that sum to 1. Where the scenario leaves out a route, the others have its share in proportion to theirs.
    fn shares(&self, f: &mut Fields<'_, '_>, shares: &ByRoute<f64>) -> Option<Vec<f64>> {
        let shares: Vec<f64> = values(shares, self.routes).into_iter().map(|share| share.unwrap_or(0.0)).collect();
        let sum: f64 = shares.iter().sum();
        if (self.is_whole && (sum - 1.0).abs() > SHARE_TOLERANCE) || sum <= 0.0 {
            // Six digits say what the author wrote, not what binary fractions made of it.
            let percent = (sum * 1e6).round() / 1e4;
            let message = format!("the shares of the routes sum to {percent} %, not 100 %");
            let place = f.place_of(if self.is_own { "choice" } else { "routes" });
            f.fail(Problem::error("shares", message).at(place, "every vehicle takes exactly one way"));
            return None;
        }
        Some(if self.is_whole { shares } else { shares.iter().map(|share| share / sum).collect() })
    }

    /// Whether a rule of the flow's own has values for no other routes; the folder's may.
    fn name_only_these<T>(&self, f: &mut Fields<'_, '_>, by_route: &ByRoute<T>) -> bool {
        let is_other = |route: &Id<Route>| self.is_own && !self.routes.contains(route);
        let others: Vec<Place> = by_route.iter().filter(|(r, ..)| is_other(r)).map(|(.., place)| *place).collect();
        for place in &others {
            let problem = Problem::error("not-a-way", "this flow does not choose this route");
            f.fail(problem.at(*place, "not in its `routes`").at(f.place_of("routes"), "its ways"));
        }
        others.is_empty()
    }
}

fn values<T: Copy>(by_route: &ByRoute<T>, routes: &[Id<Route>]) -> Vec<Option<T>> {
    let of = |route: &Id<Route>| by_route.iter().find(|(of, ..)| of == route).map(|(_, value, _)| *value);
    routes.iter().map(of).collect()
}
