//! Who crosses: people who ride with services, vehicles of their own, and the carriers that people ride on.

use crate::element::{Class, Leg, Model};
use crate::id::Id;

/// The classes of a corridor by who they are, each in the order of the folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Travellers {
    /// Classes of flows that ride with a service on any of their routes: a vehicle of theirs is one person.
    pub people: Vec<Id<Class>>,
    /// Classes of flows that ride with none.
    pub vehicles: Vec<Id<Class>>,
    /// Classes of the carriers of services: ships, coaches, cabins. Their passengers are counted, so they are not.
    pub carriers: Vec<Id<Class>>,
}

impl Travellers {
    /// The classes of a model.
    pub fn of(model: &Model) -> Self {
        let is_carrier = |class: Id<Class>| model.services.iter().any(|service| service.class == class);
        let rides = |class: Id<Class>| {
            let routes = model.flows.iter().filter(|flow| flow.class == class).flat_map(|flow| &flow.routes);
            routes.flat_map(|route| &model.routes[*route].legs).any(|leg| matches!(leg, Leg::Service { .. }))
        };
        let mut travellers = Self::default();
        for class in model.classes.ids() {
            let comes = model.flows.iter().any(|flow| flow.class == class);
            match (comes && rides(class), is_carrier(class)) {
                (true, _) => travellers.people.push(class),
                (false, true) => travellers.carriers.push(class),
                (false, false) if comes => travellers.vehicles.push(class),
                (false, false) => {}
            }
        }
        travellers
    }

    /// The classes that results tell of together, people first; empty where nobody rides with a service, because all traffic is
    /// then of one kind.
    pub fn groups(&self) -> Vec<&[Id<Class>]> {
        if self.people.is_empty() {
            return Vec::new();
        }
        [&self.people, &self.vehicles].into_iter().filter(|classes| !classes.is_empty()).map(Vec::as_slice).collect()
    }
}

/// The name under which results tell of several classes together.
pub fn together(model: &Model, classes: &[Id<Class>]) -> String {
    let names: Vec<&str> = classes.iter().map(|class| model.classes[*class].name.as_str()).collect();
    names.join("+")
}
