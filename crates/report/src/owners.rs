//! The traffic of each owner of flows in rows, for tables and pages alike.

use crate::money;
use crate::number::Estimate;
use crate::view::{self, View};
use portway_study::OwnerResults;

/// One owner and what its traffic saw.
pub(crate) struct OwnerRow {
    pub(crate) title: String,
    /// Crossings a day, hours door to door, nine in ten of them, hours waiting, and with prices the cost of a crossing.
    pub(crate) values: Vec<Option<Estimate>>,
}

/// The headings of the rows, the title first. The terminal has room for fewer words.
pub(crate) fn headings(view: &View<'_>) -> Vec<String> {
    let words = ["owner", "crossings-per-day", "door-to-door", "p90", "owner-waits"];
    let cost =
        money::money(view).map(|money| view.language.say("owner-cost", &[("currency", money.currency.code().into())]));
    words.iter().map(|id| view.language.word(id)).chain(cost).collect()
}

/// One row for each owner, in the order of the folder, and one for what nobody owns; none where owners are not told apart.
pub(crate) fn rows(view: &View<'_>) -> Vec<OwnerRow> {
    let row = |owner: &OwnerResults| {
        let of = |name: &str| owner.measure(name);
        let door = of("door_to_door_h");
        let mut values =
            vec![view::mean(of("crossings_per_day")), view::mean(door), view::p90(door), view::mean(of("wait_h"))];
        values.extend(money::money(view).map(|_| view::mean(of("cost_per_crossing"))));
        let nobody = || view.language.word("owner-nobody");
        OwnerRow { title: if owner.owner.is_empty() { nobody() } else { owner.owner.clone() }, values }
    };
    view.results.owners.iter().map(row).collect()
}
