//! The units of the language and the limits of each dimension.

use super::Dimension;

/// A unit: `value × numerator / denominator` is the value in the base unit. Both are whole numbers, so that `15 %` is
/// exactly `0.15` and `7 %` exactly `0.07`.
pub(crate) struct Unit {
    pub(super) dimension: Dimension,
    pub(crate) name: &'static str,
    pub(crate) numerator: f64,
    pub(crate) denominator: f64,
}

const fn unit(dimension: Dimension, name: &'static str, numerator: f64, denominator: f64) -> Unit {
    Unit { dimension, name, numerator, denominator }
}

/// Every unit of the language; those of one dimension from small to large.
pub(super) const UNITS: &[Unit] = &[
    unit(Dimension::Duration, "ms", 1.0, 1.0),
    unit(Dimension::Duration, "s", 1000.0, 1.0),
    unit(Dimension::Duration, "min", 60_000.0, 1.0),
    unit(Dimension::Duration, "h", 3_600_000.0, 1.0),
    unit(Dimension::Duration, "d", 86_400_000.0, 1.0),
    unit(Dimension::Length, "mm", 1.0, 1000.0),
    unit(Dimension::Length, "m", 1.0, 1.0),
    unit(Dimension::Length, "km", 1000.0, 1.0),
    unit(Dimension::Speed, "m/s", 1.0, 1.0),
    unit(Dimension::Speed, "km/h", 1000.0, 3600.0),
    unit(Dimension::Mass, "kg", 1.0, 1000.0),
    unit(Dimension::Mass, "t", 1.0, 1.0),
    unit(Dimension::Rate, "/day", 1.0, 1.0),
    unit(Dimension::Rate, "/h", 24.0, 1.0),
    unit(Dimension::FuelRate, "l/h", 1.0, 1.0),
    unit(Dimension::EmissionFactor, "g/l", 1.0, 1000.0),
    unit(Dimension::EmissionFactor, "kg/l", 1.0, 1.0),
    unit(Dimension::Power, "GWh/year", 1000.0, 8760.0),
    unit(Dimension::Power, "MW", 1.0, 1.0),
    unit(Dimension::Power, "TWh/year", 1_000_000.0, 8760.0),
    unit(Dimension::Power, "GW", 1000.0, 1.0),
    unit(Dimension::GasFlow, "mcm/day", 1.0, 1.0),
    unit(Dimension::GasFlow, "bcm/year", 1000.0, 365.0),
    unit(Dimension::MassFlow, "t/day", 1.0, 1.0),
    unit(Dimension::MassFlow, "kt/year", 1000.0, 365.0),
    unit(Dimension::MassFlow, "Mt/year", 1_000_000.0, 365.0),
    unit(Dimension::Share, "%", 1.0, 100.0),
];

/// Words people write for a unit, and the unit. They are suggested, not accepted, so that every folder reads the same.
pub(super) const OTHER_NAMES: &[(&str, &str)] = &[
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
    ("lph", "l/h"),
    ("l/hour", "l/h"),
    ("litres/h", "l/h"),
    ("liters/h", "l/h"),
    ("kg/litre", "kg/l"),
    ("kg/liter", "kg/l"),
    ("twh", "TWh/year"),
    ("gwh", "GWh/year"),
    ("twh/yr", "TWh/year"),
    ("bcm", "bcm/year"),
    ("bcm/yr", "bcm/year"),
    ("bcma", "bcm/year"),
    ("mt/yr", "Mt/year"),
    ("mtpa", "Mt/year"),
    ("kt/yr", "kt/year"),
    ("t/d", "t/day"),
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
/// A large ship at full power; no engine on a road comes near.
pub const MAX_FUEL_L_PER_H: f64 = 20_000.0;
/// No fuel holds more than its own weight in carbon, which makes less than this in carbon dioxide.
pub const MAX_EMISSION_KG_PER_L: f64 = 10.0;
/// All power stations of the Earth together have less than ten times this.
pub const MAX_POWER_MW: f64 = 1_000_000.0;
/// More gas than all countries burn in a year of days.
pub const MAX_GAS_MCM_PER_DAY: f64 = 20_000.0;
/// Ten times what all ships of the Earth carry.
pub const MAX_T_PER_DAY: f64 = 300_000_000.0;
/// Plain numbers are coefficients and counts; a thousand million is a slip of the keyboard.
pub const MAX_NUMBER: f64 = 1_000_000_000.0;

impl Dimension {
    /// The dimension with its article, for messages.
    pub(super) fn a(self) -> &'static str {
        match self {
            Self::Duration => "a duration",
            Self::Length => "a length",
            Self::Speed => "a speed",
            Self::Mass => "a mass",
            Self::Rate => "a rate",
            Self::FuelRate => "a rate of fuel",
            Self::EmissionFactor => "an emission factor",
            Self::Power => "a power",
            Self::GasFlow => "a flow of gas",
            Self::MassFlow => "a flow of mass",
            Self::Share => "a share",
            Self::Number => "a plain number",
        }
    }

    pub(super) fn example(self) -> &'static str {
        match self {
            Self::Duration => "22 min",
            Self::Length => "1284 m",
            Self::Speed => "60 km/h",
            Self::Mass => "17.5 t",
            Self::Rate => "31/day",
            Self::FuelRate => "2.5 l/h",
            Self::EmissionFactor => "2.66 kg/l",
            Self::Power => "750 MW",
            Self::GasFlow => "44 bcm/year",
            Self::MassFlow => "30 Mt/year",
            Self::Share => "15 %",
            Self::Number => "0.7",
        }
    }

    /// Largest value in the base unit, how to say it, and why.
    pub(super) fn limit(self) -> (f64, &'static str) {
        match self {
            Self::Duration => (MAX_DURATION_MS, "the longest duration is 3650 d"),
            Self::Length => (MAX_LENGTH_M, "the longest length is 40075 km, once around the Earth"),
            Self::Speed => (MAX_SPEED_M_PER_S, "the highest speed is 1200 km/h"),
            Self::Mass => (MAX_MASS_T, "the largest mass is 1000000 t"),
            Self::Rate => (MAX_RATE_PER_DAY, "the highest rate is 10000000/day"),
            Self::FuelRate => (MAX_FUEL_L_PER_H, "the highest rate of fuel is 20000 l/h"),
            Self::EmissionFactor => (MAX_EMISSION_KG_PER_L, "the highest emission factor is 10 kg/l"),
            Self::Power => (MAX_POWER_MW, "the largest power is 1000000 MW"),
            Self::GasFlow => (MAX_GAS_MCM_PER_DAY, "the largest flow of gas is 20000 mcm/day"),
            Self::MassFlow => (MAX_T_PER_DAY, "the largest flow of mass is 300000000 t/day"),
            Self::Share => (1.0, "a share is at most 1, which is 100 %"),
            Self::Number => (MAX_NUMBER, "the largest number is 1000000000"),
        }
    }

    pub(crate) fn units(self) -> impl Iterator<Item = &'static Unit> {
        UNITS.iter().filter(move |unit| unit.dimension == self)
    }

    pub(super) fn wanted(self) -> String {
        format!("{} is wanted, e.g. \"{}\"", self.a(), self.example())
    }

    /// The dimension as something that a unit belongs to.
    pub(super) fn of(self) -> &'static str {
        match self {
            Self::Duration => "time",
            Self::Length => "length",
            Self::Speed => "speed",
            Self::Mass => "mass",
            Self::Rate => "rate",
            Self::FuelRate => "a rate of fuel",
            Self::EmissionFactor => "an emission factor",
            Self::Power => "power",
            Self::GasFlow => "a flow of gas",
            Self::MassFlow => "a flow of mass",
            Self::Share => "share",
            Self::Number => "a plain number",
        }
    }
}
