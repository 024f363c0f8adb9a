//! Who crosses, in rows for tables and pages alike: people, vehicles and carriers apart where the corridor has people.

use crate::language::Language;
use crate::view::{self, View};
use portway_model::Id;
use portway_model::element::Class;
use portway_model::travellers::{self, Travellers};
use portway_study::Measure;

/// People or vehicles, of whom results tell together.
pub(crate) struct Group {
    /// Value of `$who` in messages: `people` or `vehicles`.
    pub(crate) who: &'static str,
    /// The class that measures of all of them carry.
    pub(crate) together: String,
}

/// A class, or several together, in a table.
pub(crate) struct Row {
    pub(crate) title: String,
    /// As measures carry it; empty for all traffic.
    pub(crate) class: String,
}

/// The groups of a corridor, people first; none where all traffic is vehicles.
pub(crate) fn groups(view: &View<'_>) -> Vec<Group> {
    let model = view.model();
    let of = Travellers::of(model);
    let group =
        |(who, classes): (&'static str, &[Id<Class>])| Group { who, together: travellers::together(model, classes) };
    let groups = if of.people.is_empty() {
        Vec::new()
    } else {
        [("people", of.people.as_slice()), ("vehicles", of.vehicles.as_slice())].map(group).into()
    };
    groups
        .into_iter()
        .filter(|group: &Group| view.corridor("crossings_per_day", "", &group.together).is_some())
        .collect()
}

/// Value of `$who` in messages about all traffic.
pub(crate) fn who(model: &portway_model::Model) -> &'static str {
    let of = Travellers::of(model);
    match (of.people.is_empty(), of.vehicles.is_empty()) {
        (true, _) => "vehicles",
        (false, true) => "people",
        (false, false) => "mixed",
    }
}

/// The classes that somebody came in, each group with its sum below; where there are no groups, all traffic at the end when there
/// is more than one class.
pub(crate) fn rows(view: &View<'_>, direction: &str) -> Vec<Row> {
    let model = view.model();
    let of_class = |class: &str| Row { title: view::class_title(model, class).to_owned(), class: class.to_owned() };
    let classes = view.classes(direction);
    let Travellers { people, vehicles, carriers } = Travellers::of(model);
    if people.is_empty() {
        let all = (classes.len() != 1).then(|| Row { title: view.language.word("all-classes"), class: String::new() });
        return classes.into_iter().map(of_class).chain(all).collect();
    }
    let groups = groups(view);
    let mut rows = Vec::new();
    for (who, of) in [("people", people), ("vehicles", vehicles), ("carriers", carriers)] {
        let names = of.iter().map(|class| model.classes[*class].name.as_str());
        let here: Vec<&str> = names.filter(|name| classes.contains(name) && came(view, direction, name)).collect();
        rows.extend(here.iter().map(|class| of_class(class)));
        if let Some(group) = groups.iter().find(|group| group.who == who && here.len() > 1) {
            rows.push(Row { title: all_of(view.language, who), class: group.together.clone() });
        }
    }
    rows
}

/// The classes of a direction: people, vehicles, then carriers; each in the order of the folder.
pub(crate) fn classes<'a>(view: &View<'a>, direction: &'a str) -> Vec<&'a str> {
    let model = view.model();
    let Travellers { people, vehicles, carriers } = Travellers::of(model);
    let here = view.classes(direction);
    if people.is_empty() {
        return here;
    }
    let all = people.into_iter().chain(vehicles).chain(carriers).map(|class| model.classes[class].name.as_str());
    all.filter(|name| here.contains(name)).collect()
}

/// The word for a whole group.
pub(crate) fn all_of(language: Language, who: &str) -> String {
    language.say("all-of-group", &[("who", who.into())])
}

/// Titles of the classes that nobody came in, in any direction; those of a corridor with people only, which has many.
pub(crate) fn absent(view: &View<'_>) -> Vec<String> {
    let model = view.model();
    if Travellers::of(model).people.is_empty() {
        return Vec::new();
    }
    let directions = view.directions();
    let is_absent = |class: &&Class| {
        let mut travels = directions.iter().filter(|direction| view.classes(direction).contains(&class.name.as_str()));
        travels.clone().next().is_some() && travels.all(|direction| !came(view, direction, &class.name))
    };
    let mut titles: Vec<String> = model.classes.iter().filter(is_absent).map(|class| class.title.clone()).collect();
    titles.dedup();
    titles
}

/// Whether anybody of a class crossed, or left after a way that crosses nothing.
pub(crate) fn came(view: &View<'_>, direction: &str, class: &str) -> bool {
    let mean = |name: &str| view.corridor(name, direction, class).and_then(|measure: &Measure| measure.mean);
    mean("crossings_per_day").is_some_and(|crossings| crossings > 0.0) || mean("door_to_door_h").is_some()
}
