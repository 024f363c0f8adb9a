//! Quantities as the language says them: a number and its unit, e.g. `22 min`, `1284 m`, `31/day`, `15 %`.

use std::fmt::Write as _;
use std::ops::Range;

/// A mistake in a piece of text that is read as words: a quantity, a distribution, opening hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordError {
    /// Bytes of the given text that are wrong; may be empty where something is missing.
    pub span: Range<usize>,
    /// What is wrong, without a full stop.
    pub message: String,
    /// What to write instead, when that can be guessed.
    pub help: Option<String>,
}

impl WordError {
    pub(crate) fn new(span: Range<usize>, message: impl Into<String>) -> Self {
        Self { span, message: message.into(), help: None }
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same mistake when the text that was read begins `offset` bytes into a longer one.
    pub fn shifted(mut self, offset: usize) -> Self {
        self.span = self.span.start + offset..self.span.end + offset;
        self
    }
}

impl std::fmt::Display for WordError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for WordError {}

/// What kind of quantity a value is, which decides its units and its base unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dimension {
    /// Time span; base unit milliseconds.
    Duration,
    /// Base unit metres.
    Length,
    /// Base unit metres per second; never zero.
    Speed,
    /// Base unit tonnes.
    Mass,
    /// Events per time; base unit per day.
    Rate,
    /// Part of a whole; base unit 1, at most 1.
    Share,
    /// A plain number without a unit.
    Number,
}

/// Whether a negative value makes sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Zero and above.
    NonNegative,
    /// Any value, e.g. early (negative) or late against a slot.
    Any,
}

/// A unit: `value × numerator / denominator` is the value in the base unit. Both are whole numbers, so that `15 %` is
/// exactly `0.15` and `7 %` exactly `0.07`.
struct Unit {
    dimension: Dimension,
    name: &'static str,
    numerator: f64,
    denominator: f64,
}

const fn unit(dimension: Dimension, name: &'static str, numerator: f64, denominator: f64) -> Unit {
    Unit { dimension, name, numerator, denominator }
}

/// Every unit of the language; those of one dimension from small to large.
const UNITS: &[Unit] = &[
    unit(Dimension::Duration, "ms", 1.0, 1.0),
    unit(Dimension::Duration, "s", 1000.0, 1.0),
    unit(Dimension::Duration, "min", 60_000.0, 1.0),
    unit(Dimension::Duration, "h", 3_600_000.0, 1.0),
    unit(Dimension::Duration, "d", 86_400_000.0, 1.0),
    unit(Dimension::Length, "m", 1.0, 1.0),
    unit(Dimension::Length, "km", 1000.0, 1.0),
    unit(Dimension::Speed, "m/s", 1.0, 1.0),
    unit(Dimension::Speed, "km/h", 1000.0, 3600.0),
    unit(Dimension::Mass, "kg", 1.0, 1000.0),
    unit(Dimension::Mass, "t", 1.0, 1.0),
    unit(Dimension::Rate, "/day", 1.0, 1.0),
    unit(Dimension::Rate, "/h", 24.0, 1.0),
    unit(Dimension::Share, "%", 1.0, 100.0),
];

/// Words people write for a unit, and the unit. They are suggested, not accepted, so that every folder reads the same.
const OTHER_NAMES: &[(&str, &str)] = &[
    ("msec", "ms"),
    ("millisecond", "ms"),
    ("milliseconds", "ms"),
    ("sec", "s"),
    ("secs", "s"),
    ("second", "s"),
    ("seconds", "s"),
    ("mins", "min"),
    ("minute", "min"),
    ("minutes", "min"),
    ("hr", "h"),
    ("hrs", "h"),
    ("hour", "h"),
    ("hours", "h"),
    ("day", "d"),
    ("days", "d"),
    ("metre", "m"),
    ("metres", "m"),
    ("meter", "m"),
    ("meters", "m"),
    ("kilometre", "km"),
    ("kilometres", "km"),
    ("kph", "km/h"),
    ("kmh", "km/h"),
    ("mps", "m/s"),
    ("ton", "t"),
    ("tons", "t"),
    ("tonne", "t"),
    ("tonnes", "t"),
    ("/d", "/day"),
    ("/hour", "/h"),
    ("/hr", "/h"),
    ("percent", "%"),
];

/// Ten years: longer than any scenario, and sums of thousands of them still fit 64-bit milliseconds.
pub const MAX_DURATION_MS: f64 = 10.0 * 365.0 * 86_400_000.0;
/// The circumference of the Earth.
pub const MAX_LENGTH_M: f64 = 40_075_000.0;
/// 1200 km/h: nothing on a corridor outruns an airliner.
pub const MAX_SPEED_M_PER_S: f64 = 1_200.0 * 1000.0 / 3600.0;
/// Heavier than the heaviest ship ever loaded.
pub const MAX_MASS_T: f64 = 1_000_000.0;
/// More than a hundred a second, beyond any single flow or link.
pub const MAX_RATE_PER_DAY: f64 = 10_000_000.0;
/// Plain numbers are coefficients and counts; a thousand million is a slip of the keyboard.
pub const MAX_NUMBER: f64 = 1_000_000_000.0;

impl Dimension {
    /// The dimension with its article, for messages.
    fn a(self) -> &'static str {
        match self {
            Self::Duration => "a duration",
            Self::Length => "a length",
            Self::Speed => "a speed",
            Self::Mass => "a mass",
            Self::Rate => "a rate",
            Self::Share => "a share",
            Self::Number => "a plain number",
        }
    }

    fn example(self) -> &'static str {
        match self {
            Self::Duration => "22 min",
            Self::Length => "1284 m",
            Self::Speed => "60 km/h",
            Self::Mass => "17.5 t",
            Self::Rate => "31/day",
            Self::Share => "15 %",
            Self::Number => "0.7",
        }
    }

    /// Largest value in the base unit, how to say it, and why.
    fn limit(self) -> (f64, &'static str) {
        match self {
            Self::Duration => (MAX_DURATION_MS, "the longest duration is 3650 d"),
            Self::Length => (MAX_LENGTH_M, "the longest length is 40075 km, once around the Earth"),
            Self::Speed => (MAX_SPEED_M_PER_S, "the highest speed is 1200 km/h"),
            Self::Mass => (MAX_MASS_T, "the largest mass is 1000000 t"),
            Self::Rate => (MAX_RATE_PER_DAY, "the highest rate is 10000000/day"),
            Self::Share => (1.0, "a share is at most 1, which is 100 %"),
            Self::Number => (MAX_NUMBER, "the largest number is 1000000000"),
        }
    }

    fn units(self) -> impl Iterator<Item = &'static Unit> {
        UNITS.iter().filter(move |unit| unit.dimension == self)
    }

    fn wanted(self) -> String {
        format!("{} is wanted, e.g. \"{}\"", self.a(), self.example())
    }
}

/// Reads a quantity that is not negative and returns it in the base unit of its dimension.
///
/// ```
/// use portway_model::quantity::{Dimension, parse};
/// assert_eq!(parse("1 h 30 min", Dimension::Duration), Ok(5_400_000.0));
/// assert_eq!(parse("600/h", Dimension::Rate), Ok(14_400.0));
/// assert_eq!(parse("22", Dimension::Duration).unwrap_err().message, "`22` has no unit");
/// ```
///
/// # Errors
/// The first mistake, with its place in `text`.
pub fn parse(text: &str, dimension: Dimension) -> Result<f64, WordError> {
    parse_signed(text, dimension, Sign::NonNegative)
}

/// Reads a quantity that may be negative when `sign` allows it. A minus applies to all parts: `-1 h 30 min`.
///
/// # Errors
/// The first mistake, with its place in `text`.
pub fn parse_signed(text: &str, dimension: Dimension, sign: Sign) -> Result<f64, WordError> {
    let start = text.len() - text.trim_start().len();
    let all = start..start + text.trim().len();
    if all.is_empty() {
        return Err(WordError::new(0..text.len(), "nothing is written here").help(dimension.wanted()));
    }
    let minus = ["-", "\u{2212}"].into_iter().find(|minus| text[all.clone()].starts_with(minus));
    let mut rest = Rest { text, at: all.start + minus.map_or(0, str::len), end: all.end };
    let mut total = 0.0;
    let mut previous: Option<&Unit> = None;
    loop {
        rest.skip_space();
        let begin = rest.at;
        let number = rest.number(dimension)?;
        let number_end = rest.at;
        let unit = rest.unit(begin..number_end, dimension)?;
        if let (Some(previous), Some(unit)) = (previous, unit)
            && previous.numerator <= unit.numerator
        {
            let message = format!("`{}` cannot follow `{}`", unit.name, previous.name);
            return Err(WordError::new(begin..rest.at, message).help("parts go from large to small: \"1 h 30 min\""));
        }
        total += unit.map_or(number, |unit| number * unit.numerator / unit.denominator);
        previous = unit;
        rest.skip_space();
        if rest.is_empty() {
            break;
        }
        if dimension != Dimension::Duration {
            let message = format!("`{}` is left over after the quantity", &text[rest.at..rest.end]);
            return Err(WordError::new(rest.at..rest.end, message).help(dimension.wanted()));
        }
    }
    in_range(total, minus.is_some(), previous.is_some(), dimension, sign).map_err(|(message, help)| WordError {
        span: all,
        message,
        help,
    })
}

/// Applies the minus and checks the value against the limits of its dimension.
fn in_range(
    value: f64,
    minus: bool,
    has_unit: bool,
    dimension: Dimension,
    sign: Sign,
) -> Result<f64, (String, Option<String>)> {
    let (limit, reason) = dimension.limit();
    if minus && value != 0.0 && (sign == Sign::NonNegative || matches!(dimension, Dimension::Share | Dimension::Speed))
    {
        return Err((format!("{} cannot be negative here", dimension.a()), None));
    }
    // Infinity comes from hundreds of digits; it fails the same comparison.
    if value > limit {
        let percent = dimension == Dimension::Share && !has_unit && value <= 100.0;
        let help = percent.then(|| format!("did you mean \"{value} %\"?"));
        return Err((reason.to_owned(), help));
    }
    if dimension == Dimension::Speed && value == 0.0 {
        return Err(("a speed is above zero".to_owned(), None));
    }
    Ok(if minus && value != 0.0 { -value } else { value })
}

/// What is left to read of a text.
struct Rest<'a> {
    text: &'a str,
    at: usize,
    end: usize,
}

impl<'a> Rest<'a> {
    fn left(&self) -> &'a str {
        &self.text[self.at..self.end]
    }

    fn is_empty(&self) -> bool {
        self.at == self.end
    }

    fn skip_space(&mut self) {
        self.at = self.end - self.left().trim_start().len();
    }

    fn take_while(&mut self, belongs: impl Fn(char) -> bool) -> &'a str {
        let left = self.left();
        let length = left.find(|c| !belongs(c)).unwrap_or(left.len());
        self.at += length;
        &left[..length]
    }

    fn number(&mut self, dimension: Dimension) -> Result<f64, WordError> {
        let begin = self.at;
        let digits = self.take_while(|c| c.is_ascii_digit() || c == '.');
        if digits.is_empty() {
            let length = self.left().find(char::is_whitespace).unwrap_or(self.left().len());
            let found = &self.left()[..length];
            let message = match found {
                "" => "a number is missing".to_owned(),
                _ => format!("a number is wanted, not `{found}`"),
            };
            return Err(WordError::new(begin..begin + length, message).help(dimension.wanted()));
        }
        let grouped =
            self.left().starts_with([',', '_', '\'']) && self.left()[1..].starts_with(|c: char| c.is_ascii_digit());
        if grouped {
            let mark = self.left().chars().next().unwrap_or(',');
            let tail = self.take_while(|c| c.is_ascii_digit() || matches!(c, ',' | '_' | '\'' | '.'));
            let written = &self.text[begin..self.at];
            let error = WordError::new(begin..self.at, format!("`{written}` is not a number"));
            let plain: String = written.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
            return Err(if mark == ',' && tail.len() != 4 && !tail[1..].contains([',', '.']) {
                error.help(format!("the decimal mark is a point: `{}`", written.replace(',', ".")))
            } else {
                error.help(format!("digits are not grouped: `{plain}`"))
            });
        }
        let well_formed = digits.starts_with(|c: char| c.is_ascii_digit())
            && digits.ends_with(|c: char| c.is_ascii_digit())
            && digits.matches('.').count() <= 1;
        match digits.parse::<f64>() {
            Ok(number) if well_formed => Ok(number),
            _ => Err(WordError::new(begin..self.at, format!("`{digits}` is not a number"))
                .help("a number has digits on both sides of its point: `0.5`")),
        }
    }

    /// The unit after the number that stands at `number`; none for a share or plain number without one.
    fn unit(&mut self, number: Range<usize>, dimension: Dimension) -> Result<Option<&'static Unit>, WordError> {
        self.skip_space();
        let begin = self.at;
        let first = self.take_while(is_unit_char);
        let mut name = first.to_owned();
        if first == "per" || first == "/" {
            self.skip_space();
            name = format!("/{}", self.take_while(is_unit_char));
        }
        if name.is_empty() {
            if matches!(dimension, Dimension::Share | Dimension::Number) {
                return Ok(None);
            }
            let written = &self.text[number.clone()];
            let grouped = self.left().starts_with(|c: char| c.is_ascii_digit());
            return Err(if grouped {
                WordError::new(number.start..self.at, format!("`{written}` has no unit"))
                    .help("digits are not grouped, and every number has a unit")
            } else if self.is_empty() {
                let message = format!("`{written}` has no unit");
                WordError::new(number, message).help(dimension.wanted())
            } else {
                let character = self.left().chars().next().unwrap_or(' ');
                WordError::new(self.at..self.at + character.len_utf8(), format!("`{character}` does not belong here"))
                    .help(dimension.wanted())
            });
        }
        if let Some(unit) = dimension.units().find(|unit| unit.name == name) {
            return Ok(Some(unit));
        }
        let span = begin..self.at;
        let written = &self.text[span.clone()];
        if let Some(other) = UNITS.iter().find(|unit| unit.name == name) {
            let message = format!("`{written}` is {}; {}", other.dimension.unit_of(), dimension.wanted());
            let error = WordError::new(span, message);
            return Err(if dimension == Dimension::Duration && name == "m" {
                error.help("did you mean `min`?")
            } else {
                error
            });
        }
        let lower = name.to_lowercase();
        let names: Vec<&str> = dimension.units().map(|unit| unit.name).collect();
        let known =
            OTHER_NAMES.iter().find(|(word, unit)| *word == lower && names.contains(unit)).map(|(_, unit)| *unit);
        let error = WordError::new(span, format!("`{written}` is not a unit of {}", dimension.of()));
        Err(match known.or_else(|| nearest(&lower, names.iter().copied())) {
            Some(unit) => error.help(format!("did you mean `{unit}`?")),
            None if names.is_empty() => error.help(dimension.wanted()),
            None => error.help(format!("{}; its units are {}", dimension.wanted(), listed(&names))),
        })
    }
}

impl Dimension {
    /// The dimension as something that a unit belongs to.
    fn of(self) -> &'static str {
        match self {
            Self::Duration => "time",
            Self::Length => "length",
            Self::Speed => "speed",
            Self::Mass => "mass",
            Self::Rate => "rate",
            Self::Share => "share",
            Self::Number => "a plain number",
        }
    }

    fn unit_of(self) -> &'static str {
        self.a()
    }
}

fn is_unit_char(c: char) -> bool {
    !c.is_whitespace() && !c.is_ascii_digit() && !matches!(c, '-' | '+' | '.' | ',' | '(' | ')' | '=' | '_' | '\'')
}

/// The known name that is most like what was written, when one is near enough to be meant.
pub(crate) fn nearest<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    // Half the letters may differ in short words, a third in long ones; more is another word.
    let allowed = if written.chars().count() <= 4 { 2 } else { written.chars().count().div_ceil(3) };
    known
        .filter(|name| name.chars().next() == written.chars().next() || name.chars().count() > 3)
        .map(|name| (strsim::damerau_levenshtein(written, name), name))
        .filter(|(distance, _)| *distance <= allowed)
        // Letters are left out more often than added, so the longer of two equal candidates is meant.
        .min_by_key(|(distance, name)| (*distance, std::cmp::Reverse(name.len())))
        .map(|(_, name)| name)
}

/// Names in back quotes, separated by commas.
pub(crate) fn listed(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// The value, given in the base unit, as words that [`parse_signed`] reads back to exactly the same value.
///
/// ```
/// use portway_model::quantity::{Dimension, words};
/// assert_eq!(words(5_400_000.0, Dimension::Duration), "1 h 30 min");
/// assert_eq!(words(0.15, Dimension::Share), "15 %");
/// ```
pub fn words(value: f64, dimension: Dimension) -> String {
    if value < 0.0 {
        return format!("-{}", words(-value, dimension));
    }
    match dimension {
        Dimension::Duration => exact_duration(value),
        Dimension::Number => format!("{value}"),
        Dimension::Length if value < 10_000.0 => format!("{value} m"),
        Dimension::Mass => format!("{value} t"),
        _ => in_good_unit(value, dimension),
    }
}

/// Durations of whole milliseconds are written in parts, all others in milliseconds, because both are exact.
fn exact_duration(value_ms: f64) -> String {
    if value_ms == 0.0 {
        return "0 s".to_owned();
    }
    if value_ms.fract() != 0.0 || value_ms > MAX_DURATION_MS {
        return format!("{value_ms} ms");
    }
    parts(value_ms as u64)
}

fn parts(ms: u64) -> String {
    let mut left = ms;
    let mut text = String::new();
    for (name, size) in [("d", 86_400_000), ("h", 3_600_000), ("min", 60_000), ("s", 1000), ("ms", 1)] {
        if left >= size {
            let space = if text.is_empty() { "" } else { " " };
            // Writing to a String cannot fail.
            let _ = write!(text, "{space}{} {name}", left / size);
            left %= size;
        }
    }
    if text.is_empty() { "0 s".to_owned() } else { text }
}

/// The first unit, from large to small, in which three decimals say the value exactly; else the base unit in full.
fn in_good_unit(value: f64, dimension: Dimension) -> String {
    let space = if dimension == Dimension::Rate { "" } else { " " };
    let mut units: Vec<&Unit> = dimension.units().collect();
    // People count arrivals per day and read hours only for capacities that are written so.
    if dimension != Dimension::Rate {
        units.reverse();
    }
    units
        .into_iter()
        .map(|unit| {
            let in_unit = (value * unit.denominator / unit.numerator * 1000.0).round() / 1000.0;
            (in_unit * unit.numerator / unit.denominator, format!("{in_unit}{space}{}", unit.name))
        })
        .find(|(back, _)| *back == value)
        .map_or_else(|| base(value, dimension), |(_, text)| text)
}

fn base(value: f64, dimension: Dimension) -> String {
    match dimension {
        Dimension::Length => format!("{value} m"),
        Dimension::Speed => format!("{value} m/s"),
        Dimension::Rate => format!("{value}/day"),
        Dimension::Mass => format!("{value} t"),
        Dimension::Duration => format!("{value} ms"),
        Dimension::Share | Dimension::Number => format!("{value}"),
    }
}

/// A duration for people: rounded to what matters, e.g. `3 d 4 h`, `1 h 30 min`, `22 min`, `45 s`.
///
/// Days are rounded to hours, more than ten minutes to minutes, more than ten seconds to seconds.
pub fn rounded_duration(ms: f64) -> String {
    if !ms.is_finite() {
        return "–".to_owned();
    }
    if ms < 0.0 {
        return format!("-{}", rounded_duration(-ms));
    }
    let grain = match ms {
        _ if ms >= 86_400_000.0 => 3_600_000.0,
        _ if ms >= 600_000.0 => 60_000.0,
        _ if ms >= 10_000.0 => 1000.0,
        _ => 1.0,
    };
    parts(((ms / grain).round() * grain) as u64)
}
