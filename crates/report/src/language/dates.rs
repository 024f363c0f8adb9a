//! Dates as each language writes them.

use super::{Language, Value};
use jiff::civil::Date;

impl Language {
    /// A day: `2026-01-31`, `2026年1月31日`, `31 января 2026 г.`.
    pub(crate) fn date(self, date: Date) -> String {
        self.say_of(date, "date")
    }

    /// A day that results give as an ISO date; what is no date stays as it is.
    pub(crate) fn iso_date(self, text: &str) -> String {
        text.parse().map_or_else(|_| text.to_owned(), |date| self.date(date))
    }

    /// A window, both days included: `2026-01-01 to 2026-01-31`, `2026年1月1日至31日`, `с 1 по 31 января 2026 г.`.
    pub(crate) fn dates(self, from: Date, to: Date) -> String {
        let id = match (from.year() == to.year(), from.month() == to.month(), from == to) {
            (_, _, true) => "dates-one",
            (true, true, _) => "dates-in-month",
            (true, false, _) => "dates-in-year",
            (false, _, _) => "dates",
        };
        let (from_texts, to_texts) = (Parts::of(from), Parts::of(to));
        let mut values = to_texts.values(["iso", "year", "month", "day", "mm", "dd"]).to_vec();
        values.extend(from_texts.values(["from-iso", "from-year", "from-month", "from-day", "from-mm", "from-dd"]));
        self.say(id, &values)
    }

    /// A window whose ends are ISO dates, as results give them; what is no date stays as it is.
    pub(crate) fn iso_dates(self, from: &str, to: &str) -> String {
        match (from.parse(), to.parse()) {
            (Ok(from), Ok(to)) => self.dates(from, to),
            _ => format!("{from} – {to}"),
        }
    }

    /// A month of a year in a table: `2026-01`, `2026年1月`, `январь 2026 г.`.
    pub(crate) fn month(self, date: Date) -> String {
        self.say_of(date, "month-of-year")
    }

    /// A day on an axis, short: `01-31`, `1月31日`, `31.01`.
    pub(crate) fn day_of_year(self, date: Date) -> String {
        self.say_of(date, "axis-day")
    }

    /// A month on an axis, short: `2026-01`, `2026年1月`, `01.2026`.
    pub(crate) fn short_month(self, date: Date) -> String {
        self.say_of(date, "axis-month")
    }

    /// A month of a year where a table has little room: `2026-01`, `2026-01`, `01.2026`.
    pub(crate) fn month_in_table(self, date: Date) -> String {
        self.say_of(date, "date-in-table")
    }

    fn say_of(self, date: Date, id: &str) -> String {
        self.say(id, &Parts::of(date).values(["iso", "year", "month", "day", "mm", "dd"]))
    }
}

/// A date in all the ways in which a catalogue may ask for it.
struct Parts {
    iso: String,
    year: String,
    month: usize,
    day: usize,
    mm: String,
    dd: String,
}

impl Parts {
    fn of(date: Date) -> Self {
        let (month, day) = (usize::from(date.month().unsigned_abs()), usize::from(date.day().unsigned_abs()));
        Self {
            iso: date.to_string(),
            year: date.year().to_string(),
            month,
            day,
            mm: format!("{month:02}"),
            dd: format!("{day:02}"),
        }
    }

    fn values<'a>(&'a self, names: [&'a str; 6]) -> [(&'a str, Value<'a>); 6] {
        let [iso, year, month, day, mm, dd] = names;
        [
            (iso, (&self.iso).into()),
            (year, (&self.year).into()),
            (month, self.month.into()),
            (day, self.day.into()),
            (mm, (&self.mm).into()),
            (dd, (&self.dd).into()),
        ]
    }
}
