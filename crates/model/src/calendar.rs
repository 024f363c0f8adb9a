//! Opening hours in local time, holidays and special closures.

mod dates;
mod lanes;
pub(crate) mod local;
mod spans;
mod words;

pub use dates::{parse_civil_span, parse_date, parse_day_of_year, parse_moment};
pub use lanes::lane_steps;
pub(crate) use words::single_span;
pub use words::{Week, merge_weeks, parse_holiday_hours, parse_hours, parse_minute, parse_weekly};

use crate::id::Named;
use jiff::civil::{Date, DateTime};

/// Minutes after local midnight, `from` included, `to` excluded, `0 <= from < to <= 1440`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MinuteSpan {
    /// First open minute of the day.
    pub from: u16,
    /// First minute that is closed again.
    pub to: u16,
}

/// Opening hours of stages, links and flows, in the local time of one zone.
#[derive(Clone, Debug, PartialEq)]
pub struct Calendar {
    /// Name in the folder.
    pub name: String,
    /// Title for people; the name when none is given.
    pub title: String,
    /// Zone in which all its times are read.
    pub zone: jiff::tz::TimeZone,
    /// Open spans of Monday to Sunday. A span never crosses midnight; `22:00-06:00` was split by the loader.
    pub weekly: [Vec<MinuteSpan>; 7],
    /// What differs on public holidays, when anything does.
    pub holidays: Option<HolidayHours>,
    /// Special closures, local civil time, end excluded. They win over everything else.
    pub closed: Vec<CivilSpan>,
    /// Special openings, local civil time, end excluded. They win over weekly hours and holidays.
    pub opened: Vec<CivilSpan>,
}

/// Hours that replace the weekly ones on days off of a country; make-up workdays get Monday's hours of the week.
#[derive(Clone, Debug, PartialEq)]
pub struct HolidayHours {
    /// ISO 3166 code of the country whose days off count, e.g. `CN`.
    pub country: String,
    /// Open spans on such a day; empty means closed.
    pub open: Vec<MinuteSpan>,
}

/// A span of local civil time, end excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CivilSpan {
    /// First moment.
    pub from: DateTime,
    /// First moment after it.
    pub to: DateTime,
}

/// Kind of a day that differs from its weekday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpecialDay {
    /// A public holiday or a day transferred to one.
    Off,
    /// A weekend day that is worked.
    Workday,
}

/// The special days of every country in `holidays.csv`, sorted by country and date.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Holidays {
    /// Country code, date, kind; unique and sorted by the first two.
    pub days: Vec<(String, Date, SpecialDay)>,
}

impl Named for Calendar {
    fn name(&self) -> &str {
        &self.name
    }
}
