//! The leaves: numbers, quantities, dates, distributions and hours, read from a value with the place of every mistake.

use super::{Shape, Value, shortened, shortened_to};
use crate::calendar::{self, CivilSpan, MinuteSpan};
use crate::distribution::{self, Distribution};
use crate::problem::{Place, Problem};
use crate::quantity::{self, Currency, Dimension, Per, Price, Sign, WordError};
use crate::titles::TitleLanguage;
use crate::tree;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

/// A message may quote the folder, which may hold a megabyte without a space; nobody reads more than this.
const MAX_MESSAGE_CHARS: usize = 200;

/// What describe mode calls opening hours.
pub(crate) const WEEKLY_HOURS: &str = "hours by weekday";
/// What describe mode calls the name of a table in a file of its own.
pub(crate) const CSV_FILE: &str = "CSV file";

impl<'t> Value<'_, 't> {
    /// Any text.
    pub(crate) fn text(&mut self, what: &'static str, example: &'static str) -> Option<String> {
        self.shape = Shape::Text { what, example };
        self.written_text(what).map(str::to_string)
    }

    /// A title: one text for everybody, or one for each language, of which the reader wants one.
    pub(crate) fn title(&mut self) -> Option<String> {
        if self.describing() {
            self.shape = Shape::Title;
            return Some(String::new());
        }
        if self.as_table().is_some() { self.title_by_language() } else { self.text("text", "") }
    }

    fn title_by_language(&mut self) -> Option<String> {
        let wanted = self.reader.titles;
        self.table(|fields| {
            let mut titles = [None, None, None];
            for (title, language) in titles.iter_mut().zip(TitleLanguage::ALL) {
                *title = fields.optional(language.key(), "Title in this language.", "", |v| v.text("text", ""));
            }
            let title = wanted.pick(titles);
            if title.is_none() && !TitleLanguage::ALL.iter().any(|language| fields.has(language.key())) {
                let problem = fields.problem("missing-key", "the title has no language", "needs `en`, `zh` or `ru`");
                fields.fail(problem);
            }
            title
        })
    }

    /// A text; an empty one in describe mode.
    fn written_text(&mut self, what: &str) -> Option<&'t str> {
        if self.describing() { Some("") } else { self.plain_text(what) }
    }

    /// The text itself; a problem when the value is something else.
    pub(super) fn plain_text(&mut self, what: &str) -> Option<&'t str> {
        match &self.item?.value {
            tree::Value::Text(text) | tree::Value::Date(text) => Some(text),
            _ => {
                self.wrong_type(what);
                None
            }
        }
    }

    /// True or false.
    pub(crate) fn bool(&mut self) -> Option<bool> {
        self.shape = Shape::Bool;
        match self.item?.value {
            tree::Value::Bool(value) => Some(value),
            _ => {
                self.wrong_type("true or false");
                None
            }
        }
    }

    /// A whole number between bounds.
    pub(crate) fn count(&mut self, low: u32, high: u32) -> Option<u32> {
        self.is_input = true;
        self.shape = Shape::Count { low, high };
        let number = match self.item?.value {
            tree::Value::Whole(number) => number,
            _ => {
                self.wrong_type("a whole number");
                return None;
            }
        };
        let count = u32::try_from(number).ok().filter(|count| (low..=high).contains(count));
        if count.is_none() {
            let message = match number {
                i64::MIN | i64::MAX => format!("this number is too large: at most {high}"),
                number if number < 0 => format!("{number} is negative"),
                number if number < i64::from(low) => format!("{number} is too small: at least {low}"),
                number => format!("{number} is too large: at most {high}"),
            };
            self.wrong("out-of-range", message, "");
        }
        count
    }

    /// A number between bounds.
    pub(crate) fn number(&mut self, low: f64, high: f64) -> Option<f64> {
        self.is_input = true;
        self.shape = Shape::Number { low, high };
        let number = match self.item?.value {
            tree::Value::Whole(number) => number as f64,
            tree::Value::Number(number) => number,
            _ => {
                self.wrong_type("a number");
                return None;
            }
        };
        // A number that is not one is in no range.
        if (low..=high).contains(&number) {
            return Some(number);
        }
        self.wrong("out-of-range", format!("{number} is not between {low} and {high}"), "");
        None
    }

    /// A part of a whole: `"15 %"` or `0.15`.
    pub(crate) fn share(&mut self) -> Option<f64> {
        match self.item.map(|item| &item.value) {
            Some(tree::Value::Whole(_) | tree::Value::Number(_)) => {
                let share = self.number(0.0, 1.0);
                self.shape = Shape::Share;
                share
            }
            _ => {
                let share = self.quantity(Dimension::Share);
                self.shape = Shape::Share;
                share
            }
        }
    }

    /// A quantity, zero or above, in the base unit of its dimension.
    pub(crate) fn quantity(&mut self, dimension: Dimension) -> Option<f64> {
        self.is_input = true;
        self.shape = Shape::Quantity(dimension);
        if self.describing() {
            return Some(1.0);
        }
        if let Some(tree::Value::Whole(_) | tree::Value::Number(_)) = self.item.map(|item| &item.value) {
            let text = self.item.map(tree::written).unwrap_or_default();
            let problem = Problem::error("missing-unit", "a number without a unit").at(self.place(), "");
            let example = super::shape::example_of(dimension);
            self.reader.report(problem.help(format!("write {text} with its unit, as in \"{example}\"")));
            return None;
        }
        self.word("wrong-quantity", "a quantity with its unit", |text| quantity::parse(text, dimension))
    }

    /// Money, zero or above, for one of what it is paid for.
    pub(crate) fn price(&mut self, per: Per) -> Option<Price> {
        self.is_input = true;
        self.shape = Shape::Price(per);
        if self.describing() {
            return Currency::parse("CNY").ok().map(|currency| Price { amount: 1.0, currency });
        }
        if let Some(tree::Value::Whole(_) | tree::Value::Number(_)) = self.item.map(|item| &item.value) {
            let text = self.item.map(tree::written).unwrap_or_default();
            let problem = Problem::error("missing-unit", "a number without a currency").at(self.place(), "");
            self.reader.report(problem.help(format!("write {text} with its currency, as in \"{}\"", per.example())));
            return None;
        }
        self.word("wrong-quantity", "an amount of money", |text| quantity::parse_price(text, per))
    }

    /// A currency by its code.
    pub(crate) fn currency(&mut self) -> Option<Currency> {
        self.shape = Shape::Text { what: "code of a currency", example: "CNY" };
        if self.describing() {
            return Currency::parse("CNY").ok();
        }
        self.word("wrong-currency", "a currency such as \"CNY\"", Currency::parse)
    }

    /// A duration in whole milliseconds, at least `low`.
    pub(crate) fn duration_ms(&mut self, low: i64) -> Option<i64> {
        let ms = self.quantity(Dimension::Duration)?;
        let ms = ms.round() as i64;
        if ms < low && !self.describing() {
            self.wrong("out-of-range", "this duration is too short", &format!("at least {low} ms"));
            return None;
        }
        Some(ms)
    }

    /// A distribution of a quantity.
    pub(crate) fn distribution(&mut self, dimension: Dimension, sign: Sign) -> Option<Distribution> {
        self.is_input = true;
        self.shape = Shape::Distribution(dimension);
        if self.describing() {
            return Some(Distribution::Constant(1.0));
        }
        self.word("wrong-distribution", "a distribution or a quantity", |text| {
            distribution::parse(text, dimension, sign)
        })
    }

    /// Opening hours by weekday.
    pub(crate) fn weekly(&mut self) -> Option<[Vec<MinuteSpan>; 7]> {
        self.is_input = true;
        self.shape = Shape::Text { what: WEEKLY_HOURS, example: "Mo-Fr 08:00-20:00" };
        if self.describing() {
            return Some(Default::default());
        }
        self.word("wrong-hours", "hours such as \"Mo-Fr 08:00-20:00\"", calendar::parse_weekly)
    }

    /// Hours of one day.
    pub(crate) fn hours_of_day(&mut self) -> Option<Vec<MinuteSpan>> {
        self.is_input = true;
        self.shape = Shape::Text { what: "hours of a day", example: "08:00-12:00, 13:00-20:00" };
        if self.describing() {
            return Some(Vec::new());
        }
        self.word("wrong-hours", "hours such as \"08:00-20:00\"", calendar::parse_hours)
    }

    /// A time of day as minutes after midnight.
    pub(crate) fn minute_of_day(&mut self) -> Option<u16> {
        self.is_input = true;
        self.shape = Shape::Text { what: "time of day", example: "08:30" };
        if self.describing() {
            return Some(0);
        }
        self.word("wrong-time", "a time of day such as \"08:30\"", calendar::parse_minute)
    }

    /// Hours of a day off.
    pub(crate) fn holiday_hours(&mut self) -> Option<Vec<MinuteSpan>> {
        self.is_input = true;
        self.shape = Shape::Text { what: "hours of a day, or closed", example: "closed" };
        if self.describing() {
            return Some(Vec::new());
        }
        self.word("wrong-hours", "\"closed\" or hours such as \"09:00-12:00\"", calendar::parse_holiday_hours)
    }

    /// The gaps between arrivals, with mean 1.
    pub(crate) fn gaps(&mut self) -> Option<Distribution> {
        self.is_input = true;
        self.shape = Shape::Text { what: "form of gaps", example: "erlang 4" };
        if self.describing() {
            return Some(Distribution::Constant(1.0));
        }
        self.word("wrong-distribution", "gaps such as \"exponential\"", distribution::parse_gaps)
    }

    /// A span of civil time.
    pub(crate) fn civil_span(&mut self) -> Option<CivilSpan> {
        self.is_input = true;
        self.shape = Shape::Text { what: "dates or times", example: "2024-02-10 .. 2024-02-13" };
        if self.describing() {
            let midnight = Date::constant(2024, 1, 1).at(0, 0, 0, 0);
            return Some(CivilSpan { from: midnight, to: midnight });
        }
        self.word("wrong-date", "a span such as \"2024-02-10 .. 2024-02-13\"", calendar::parse_civil_span)
    }

    /// A day.
    pub(crate) fn date(&mut self) -> Option<Date> {
        self.shape = Shape::Text { what: "date", example: "2024-05-22" };
        if self.describing() {
            return Some(Date::constant(2024, 1, 1));
        }
        self.word("wrong-date", "a date such as \"2024-05-22\"", calendar::parse_date)
    }

    /// A day of the year as its month and its day in it.
    pub(crate) fn day_of_year(&mut self) -> Option<(i8, i8)> {
        self.is_input = true;
        self.shape = Shape::Text { what: "day of the year", example: "9 Jan" };
        if self.describing() {
            return Some((1, 9));
        }
        self.word("wrong-date", "a day of the year such as \"9 Jan\"", calendar::parse_day_of_year)
    }

    /// A moment of local time.
    pub(crate) fn date_time(&mut self) -> Option<DateTime> {
        self.shape = Shape::Text { what: "date and time", example: "2024-05-22 09:00" };
        if self.describing() {
            return Some(Date::constant(2024, 1, 1).at(0, 0, 0, 0));
        }
        self.word("wrong-date", "a moment such as \"2024-05-22 09:00\"", calendar::parse_moment)
    }

    /// A time zone of the tz database.
    pub(crate) fn zone(&mut self) -> Option<TimeZone> {
        self.shape = Shape::Text { what: "time zone", example: "Asia/Shanghai" };
        if self.describing() {
            return Some(TimeZone::UTC);
        }
        self.word("unknown-zone", "a time zone such as \"Asia/Shanghai\"", |text| {
            TimeZone::get(text).map_err(|_| {
                let names: Vec<String> = jiff::tz::db().available().map(|name| name.to_string()).collect();
                let near = crate::problem::did_you_mean(text, names.iter().map(String::as_str));
                WordError {
                    span: 0..text.len(),
                    message: format!("`{}` is not in the tz database", shortened(text)),
                    help: near.or(Some("write region and city, as in \"Asia/Yakutsk\"".into())),
                }
            })
        })
    }

    /// A country as ISO 3166 writes it.
    pub(crate) fn country(&mut self) -> Option<String> {
        self.shape = Shape::Text { what: "country", example: "CN" };
        if self.describing() {
            return Some("CN".into());
        }
        self.word("wrong-country", "a country such as \"CN\"", |text| {
            if is_country(text) {
                return Ok(text.to_string());
            }
            let message = format!("`{}` is not a country code", shortened(text));
            Err(WordError {
                span: 0..text.len(),
                message,
                help: Some("two capital letters of ISO 3166, as in \"CN\"".into()),
            })
        })
    }

    /// Reads a text as words and turns a mistake in them into a problem under the right letters.
    pub(crate) fn word<T>(
        &mut self,
        code: &'static str,
        what: &str,
        parse: impl FnOnce(&'t str) -> Result<T, WordError>,
    ) -> Option<T> {
        let text = self.plain_text(what)?;
        match parse(text) {
            Ok(value) => Some(value),
            Err(error) => {
                let place = self.part(text, &error);
                let message = shortened_to(&error.message, MAX_MESSAGE_CHARS);
                self.reader.report(Problem::error(code, message).at(place, "").maybe_help(error.help));
                None
            }
        }
    }

    /// Where a part of the text stands in the file. A text with escapes is underlined as a whole.
    fn part(&self, text: &str, error: &WordError) -> Place {
        let whole = self.place();
        let source = self.reader.sources.get(whole.file as usize).map_or("", |source| source.text);
        let inside = Place { start: whole.start + 1, end: whole.end.saturating_sub(1), ..whole };
        let plain = source.get(inside.start as usize..inside.end as usize) == Some(text);
        // An empty part marks something missing; at the very end that is the closing quote.
        if !plain || error.span.end > text.len() {
            return whole;
        }
        let start = inside.start + error.span.start as u32;
        Place { start, end: (inside.start + error.span.end as u32).max(start + 1), ..whole }
    }
}

/// Two capital letters.
pub(crate) fn is_country(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase())
}
