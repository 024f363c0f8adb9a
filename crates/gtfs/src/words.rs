//! Times, dates and kinds of transport as GTFS writes them.

use jiff::civil::Date;
use portway_model::element;

/// Latest time of a trip, seconds: ten days, longer than the longest train rides.
const MAX_TIME_S: u32 = 240 * 3600;

/// Reads `H:MM:SS` counted from the beginning of the service day, as seconds. It may pass `24:00:00`.
pub(crate) fn time_s(text: &str) -> Result<u32, &'static str> {
    const WANTED: &str = "a time is hours, minutes and seconds, \"08:30:00\", and may pass 24:00:00 up to 240:00:00";
    let mut parts = text.split(':');
    let mut number = |most: u32, digits: std::ops::RangeInclusive<usize>| -> Result<u32, &'static str> {
        let part = parts.next().ok_or(WANTED)?;
        let right = digits.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        part.parse::<u32>().ok().filter(|number| right && *number <= most).ok_or(WANTED)
    };
    let time_s = number(240, 1..=3)? * 3600 + number(59, 2..=2)? * 60 + number(59, 2..=2)?;
    if parts.next().is_some() || time_s > MAX_TIME_S { Err(WANTED) } else { Ok(time_s) }
}

/// Seconds as GTFS writes them.
pub(crate) fn time_words(time_s: i64) -> String {
    format!("{:02}:{:02}:{:02}", time_s / 3600, time_s / 60 % 60, time_s % 60)
}

/// Reads `YYYYMMDD`.
pub(crate) fn date(text: &str) -> Result<Date, &'static str> {
    const WANTED: &str = "a date is eight digits, year, month and day: \"20260131\", between 1900 and 2200";
    if text.len() != 8 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(WANTED);
    }
    let number = |part: &str| part.parse::<i16>().unwrap_or(0);
    let (year, month, day) = (number(&text[..4]), number(&text[4..6]), number(&text[6..]));
    Date::new(year, month as i8, day as i8).ok().filter(|_| (1900..=2200).contains(&year)).ok_or(WANTED)
}

/// A date as GTFS writes it.
pub(crate) fn date_words(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// A kind of transport, as far as the model tells kinds apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// Streets on rails.
    Tram,
    /// Underground.
    Metro,
    /// Trains.
    Rail,
    /// Buses and coaches.
    Bus,
    /// Ships, boats and hovercraft.
    Ferry,
    /// Cabins on ropes.
    Cableway,
    /// Railways on ropes.
    Funicular,
    /// Buses on wires.
    Trolleybus,
    /// Trains on one beam.
    Monorail,
    /// Aircraft.
    Air,
}

/// What is known of a mode, see [`MODES`].
type AboutMode = (Mode, &'static str, u16, &'static [&'static str], [u32; 3]);

/// Every mode: its name, its `route_type`, words that its classes and services are called by, and seats of a usual carrier with
/// the fewest and the most.
const MODES: [AboutMode; 10] = [
    (Mode::Tram, "tram", 0, &["tram", "streetcar"], [60, 30, 100]),
    (Mode::Metro, "metro", 1, &["metro", "subway"], [200, 100, 400]),
    (Mode::Rail, "rail", 2, &["rail", "train", "railway"], [400, 100, 1000]),
    (Mode::Bus, "bus", 3, &["bus", "coach", "minibus"], [50, 15, 60]),
    (Mode::Ferry, "ferry", 4, &["ferry", "ship", "boat", "hovercraft", "vessel"], [100, 20, 300]),
    (Mode::Cableway, "cableway", 6, &["cableway", "cabin", "cabins", "gondola", "ropeway"], [60, 4, 120]),
    (Mode::Funicular, "funicular", 7, &["funicular"], [60, 20, 150]),
    (Mode::Trolleybus, "trolleybus", 11, &["trolleybus"], [40, 25, 60]),
    (Mode::Monorail, "monorail", 12, &["monorail"], [100, 50, 300]),
    (Mode::Air, "air", 1100, &["air", "aircraft", "plane", "flight", "flights"], [150, 50, 300]),
];

impl Mode {
    /// The name that a user types.
    pub fn name(self) -> &'static str {
        self.row().1
    }

    /// The mode of a name.
    pub fn of_name(name: &str) -> Option<Self> {
        MODES.iter().find(|row| row.1 == name).map(|row| row.0)
    }

    /// All names, for messages.
    pub fn names() -> String {
        MODES.map(|row| row.1).join(", ")
    }

    /// `route_type` of a feed: one of GTFS, or of the extended types that Google and others read.
    pub(crate) fn route_type(self) -> u16 {
        self.row().2
    }

    /// Seats of a usual carrier, and the fewest and most that are plausible.
    pub(crate) fn usual_seats(self) -> [u32; 3] {
        self.row().4
    }

    /// What the links of the model that it travels on say of themselves.
    pub(crate) fn of_links(self) -> element::Mode {
        match self {
            Self::Tram | Self::Metro | Self::Rail | Self::Funicular | Self::Monorail => element::Mode::Rail,
            Self::Bus | Self::Trolleybus => element::Mode::Road,
            Self::Ferry => element::Mode::Water,
            Self::Cableway => element::Mode::Cable,
            Self::Air => element::Mode::Air,
        }
    }

    /// What travels on links of a mode; none on roads, which are what a link is when nobody says anything.
    pub(crate) fn on_links(mode: element::Mode) -> Option<Self> {
        match mode {
            element::Mode::Road => None,
            element::Mode::Rail => Some(Self::Rail),
            element::Mode::Water | element::Mode::Ice => Some(Self::Ferry),
            element::Mode::Air => Some(Self::Air),
            element::Mode::Cable => Some(Self::Cableway),
        }
    }

    /// The mode that the words of a name speak of, when all that do agree.
    pub(crate) fn spoken_of(name: &str) -> Option<Self> {
        let words: Vec<&str> = name.split('-').collect();
        let mut spoken = MODES.iter().filter(|row| row.3.iter().any(|word| words.contains(word)));
        let first = spoken.next()?;
        spoken.next().is_none().then_some(first.0)
    }

    /// Reads a `route_type`.
    pub(crate) fn read(text: &str) -> Result<Self, &'static str> {
        const WANTED: &str = "a route_type is 0 to 7, 11, 12, or an extended type such as 1100 for air";
        let number = text.parse::<u16>().map_err(|_| WANTED)?;
        Ok(match number {
            0 | 5 | 900..=999 => Self::Tram,
            1 | 400..=404 | 500..=699 => Self::Metro,
            2 | 100..=199 | 300..=399 => Self::Rail,
            3 | 200..=299 | 700..=799 => Self::Bus,
            4 | 1000..=1099 | 1200..=1299 => Self::Ferry,
            6 | 1300..=1399 => Self::Cableway,
            7 | 1400..=1499 => Self::Funicular,
            11 | 800..=899 => Self::Trolleybus,
            12 | 405 => Self::Monorail,
            1100..=1199 => Self::Air,
            1500..=1599 => Self::Bus,
            _ => return Err(WANTED),
        })
    }

    fn row(self) -> &'static AboutMode {
        MODES.iter().find(|row| row.0 == self).unwrap_or(&MODES[3])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_pass_midnight_and_nothing_else_is_a_time() {
        assert_eq!(time_s("8:05:09"), Ok(8 * 3600 + 5 * 60 + 9));
        assert_eq!(time_s("25:10:00").map(|s| time_words(i64::from(s))), Ok("25:10:00".into()));
        for wrong in ["", "8:05", "08:60:00", "08:00:60", "-1:00:00", "240:00:01", "8:5:00", "08:00:00:00", "٨:00:00"]
        {
            assert!(time_s(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn dates_are_days_that_exist() {
        assert_eq!(date("20240229").map(date_words), Ok("20240229".into()));
        for wrong in ["", "20230229", "2024-02-29", "20241301", "18000101", "2024022９"] {
            assert!(date(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn every_mode_is_found_by_its_name_and_type() {
        for (mode, name, number, words, _) in MODES {
            assert_eq!((Mode::of_name(name), Mode::read(&number.to_string())), (Some(mode), Ok(mode)));
            assert!(words.iter().all(|word| Mode::spoken_of(word) == Some(mode)));
        }
        assert_eq!(Mode::spoken_of("bus-ferry"), None);
    }
}
