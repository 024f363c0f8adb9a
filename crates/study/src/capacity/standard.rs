//! A service standard in words: `P90 wait <= 4 h`.

use portway_model::quantity::{Dimension, WordError, parse, words};
use serde::{Deserialize, Serialize};

/// What a flow must keep to be sustained. Every direction and group of classes keeps it by itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = capacity::Standard))]
pub struct Standard {
    /// `mean`, `p50`, `p90` or `p95`, over the vehicles of a replication.
    #[cfg_attr(feature = "openapi", schema(schema_with = crate::described::statistic))]
    pub statistic: String,
    /// Measure that is limited, as `portway measures` lists it.
    pub measure: String,
    /// Highest value that keeps the standard, hours.
    pub limit_h: f64,
    /// Lowest share of the vehicles that come that must reach the end of their route in the window.
    pub carried_share: f64,
}

/// The standard that is meant when none is given: nine vehicles in ten wait four hours on site or less.
pub const DEFAULT_STANDARD: &str = "P90 wait <= 4 h";

/// Share that must be carried when nothing is said. A corridor that turns away or loses more does not sustain its flow.
const DEFAULT_CARRIED: f64 = 0.95;

/// Names of what can be limited, and the measures behind them.
pub const LIMITED: [(&str, &str); 7] = [
    ("wait", "wait_on_site_h"),
    ("total-wait", "wait_h"),
    ("virtual-wait", "wait_virtual_h"),
    ("yard-wait", "wait_yard_h"),
    ("physical-wait", "wait_physical_h"),
    ("blocked-wait", "wait_blocked_h"),
    ("door-to-door", "door_to_door_h"),
];

const STATISTICS: [&str; 4] = ["mean", "P50", "P90", "P95"];
const MS_PER_H: f64 = 3_600_000.0;

impl Standard {
    /// Reads `STATISTIC NAME <= DURATION`, and after a comma `carried >= SHARE`. Letters may be large or small.
    ///
    /// # Errors
    /// The mistake with the bytes of the text that are wrong.
    pub fn parse(text: &str) -> Result<Self, WordError> {
        let (time, carried) = text.split_once(',').map_or((text, None), |(a, b)| (a, Some((a.len() + 1, b))));
        let (left, limit, at) = sides(time, "<=", "≤").ok_or_else(|| WordError {
            span: 0..time.len(),
            message: "a standard has a limit behind `<=`".into(),
            help: Some(format!("for example \"{DEFAULT_STANDARD}\"")),
        })?;
        let mut parts = pieces(left);
        let (statistic_at, statistic) = parts.next().unwrap_or((0, ""));
        let known = STATISTICS.iter().find(|name| name.eq_ignore_ascii_case(statistic));
        let statistic = known.ok_or_else(|| unknown(statistic_at, statistic, "a statistic", &STATISTICS))?;
        let (name_at, name) = parts.next().unwrap_or((left.len(), ""));
        let names = LIMITED.map(|(name, _)| name);
        let found = LIMITED.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        let (_, measure) = found.ok_or_else(|| unknown(name_at, name, "a time that can be limited", &names))?;
        if let Some((extra_at, extra)) = parts.next() {
            let span = extra_at..extra_at + extra.len();
            return Err(WordError { span, message: format!("`{extra}` is one word too many"), help: None });
        }
        let limit_ms = parse(limit, Dimension::Duration).map_err(|mistake| mistake.shifted(at))?;
        if limit_ms <= 0.0 {
            let message = "no flow keeps a limit of nothing".to_owned();
            return Err(WordError { span: at..at + limit.len(), message, help: None });
        }
        let carried_share = carried.map_or(Ok(DEFAULT_CARRIED), |(offset, text)| share_carried(offset, text))?;
        let (statistic, measure) = (statistic.to_ascii_lowercase(), (*measure).to_owned());
        Ok(Self { statistic, measure, limit_h: limit_ms / MS_PER_H, carried_share })
    }

    /// The standard as it can be read again.
    pub fn text(&self) -> String {
        let name = LIMITED.iter().find(|(_, measure)| *measure == self.measure).map_or("", |(name, _)| name);
        let limit = words((self.limit_h * MS_PER_H).round(), Dimension::Duration);
        format!(
            "{} {name} <= {limit}, carried >= {}",
            self.statistic_name(),
            words(self.carried_share, Dimension::Share)
        )
    }

    /// The statistic as people write it: `mean`, `P90`.
    pub fn statistic_name(&self) -> &str {
        STATISTICS.iter().find(|name| name.eq_ignore_ascii_case(&self.statistic)).copied().unwrap_or("mean")
    }
}

/// `carried >= 95 %`; everything must not be asked for, because some are always under way when a window ends.
fn share_carried(offset: usize, text: &str) -> Result<f64, WordError> {
    let whole = offset..offset + text.len();
    let wrong = |message: &str| WordError {
        span: whole.clone(),
        message: message.into(),
        help: Some("write it as `carried >= 95 %`, above 0 % and below 99.5 %".into()),
    };
    let (left, share, at) = sides(text, ">=", "≥").ok_or_else(|| wrong("this is no share that must be carried"))?;
    if !left.trim().eq_ignore_ascii_case("carried") {
        return Err(wrong("this is no share that must be carried"));
    }
    let share = parse(share, Dimension::Share).map_err(|mistake| mistake.shifted(offset + at))?;
    match share {
        share if share <= 0.0 => Err(wrong("a standard that lets everybody be turned away is none")),
        share if share >= MOST_CARRIED => Err(wrong("so much cannot be told from all")),
        share => Ok(share),
    }
}

/// Above this, the vehicles under way at the ends of a window decide.
const MOST_CARRIED: f64 = 0.995;

/// Both sides of a sign, the second trimmed, with its place.
fn sides<'t>(text: &'t str, sign: &str, other: &str) -> Option<(&'t str, &'t str, usize)> {
    let (at, length) = [sign, other].iter().find_map(|s| Some((text.find(s)?, s.len())))?;
    let right = &text[at + length..];
    let begins = at + length + (right.len() - right.trim_start().len());
    Some((&text[..at], right.trim(), begins))
}

/// Words with their places.
fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace().map(move |piece| (piece.as_ptr() as usize - text.as_ptr() as usize, piece))
}

fn unknown(at: usize, written: &str, what: &str, known: &[&str]) -> WordError {
    let message = if written.is_empty() { format!("{what} is missing") } else { format!("`{written}` is not {what}") };
    WordError { span: at..at + written.len(), message, help: Some(format!("write one of {}", known.join(", "))) }
}
