//! What returns every year: days that come early or late, seasons between them, water levels by month.

use crate::distribution::Distribution;
use crate::id::{Id, Named};
use jiff::civil::Date;

/// A day that comes every year, early or late: the ice carries, the pontoon bridge opens.
///
/// Each replication draws it anew for each year, and a scenario meets the same days as any other.
#[derive(Clone, Debug, PartialEq)]
pub struct Yearly {
    /// Name in the folder.
    pub name: String,
    /// Title for people.
    pub title: String,
    /// Month of the day that the spread lies around, 1 to 12.
    pub month: i8,
    /// Day in the month, never the 29th of February.
    pub day: i8,
    /// How much later it comes, milliseconds; earlier when negative. Taken to whole days.
    pub spread_ms: Distribution,
    /// Years in which it is known, sorted, at most one date for each: there nothing is drawn.
    pub known: Vec<Date>,
}

/// Days that a yearly day comes early or late at most: half a year, so that it is clear which year's it is.
pub const MAX_SHIFT_DAYS: i64 = 182;

impl Yearly {
    /// The day of a year that the spread lies around.
    pub fn middle(&self, year: i16) -> Date {
        Date::new(year, self.month, self.day).unwrap_or(Date::ZERO)
    }

    /// The year that a date belongs to as this yearly day: the one whose middle is nearest.
    pub fn year_of(&self, date: Date) -> i16 {
        let distance = |year: &i16| days_between(self.middle(*year), date).abs();
        (date.year() - 1..=date.year() + 1).min_by_key(distance).unwrap_or(date.year())
    }

    /// The date in a year in which it is known.
    pub fn known_in(&self, year: i16) -> Option<Date> {
        self.known.iter().copied().find(|date| self.year_of(*date) == year)
    }
}

/// Days from one date to another.
fn days_between(from: Date, to: Date) -> i64 {
    i64::from((to - from).get_days())
}

/// A part of the year, from the beginning of one yearly day up to the beginning of another, by the corridor's clock. It may go
/// over New Year. In a year in which the second day comes before the first there is none.
#[derive(Clone, Debug, PartialEq)]
pub struct Season {
    /// Name in the folder.
    pub name: String,
    /// Title for people.
    pub title: String,
    /// First day of it.
    pub from: Id<Yearly>,
    /// First day after it.
    pub to: Id<Yearly>,
}

impl Season {
    /// Years from its first day to its end: 1 when it goes over New Year.
    pub fn years_over(from: &Yearly, to: &Yearly) -> i16 {
        i16::from((to.month, to.day) <= (from.month, from.day))
    }
}

/// The level of a river at a gauge, the same through each month, drawn anew for each month and replication.
#[derive(Clone, Debug, PartialEq)]
pub struct Water {
    /// Name in the folder.
    pub name: String,
    /// Title for people.
    pub title: String,
    /// Mean level of each month, January first, metres.
    pub month_m: [f64; 12],
    /// How much higher it is, metres; lower when negative.
    pub spread_m: Distribution,
}

/// The levels at which a link can be travelled; beyond them nobody enters it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WaterNeed {
    /// The gauge.
    pub at: Id<Water>,
    /// Lowest level, metres: less is too shallow.
    pub least_m: Option<f64>,
    /// Highest level, metres: more is a flood.
    pub most_m: Option<f64>,
    /// Of a fairway: who may enter it depends on its draught.
    pub fairway: Option<Fairway>,
}

/// The depth of a fairway, metres. A class with a draught may enter while the water under its keel is enough.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fairway {
    /// Depth when the gauge reads zero.
    pub depth_m: f64,
    /// Least water under a keel.
    pub under_keel_m: f64,
}

impl Fairway {
    /// The lowest level at the gauge at which a draught may enter.
    pub fn least_for_m(&self, draught_m: f64) -> f64 {
        draught_m + self.under_keel_m - self.depth_m
    }
}

impl Named for Yearly {
    fn name(&self) -> &str {
        &self.name
    }
}
impl Named for Season {
    fn name(&self) -> &str {
        &self.name
    }
}
impl Named for Water {
    fn name(&self) -> &str {
        &self.name
    }
}
