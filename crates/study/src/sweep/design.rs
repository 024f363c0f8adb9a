//! Which combinations of values a sweep runs, and their numbers.
//!
//! A full design runs every combination; the last input changes fastest. A Latin hypercube (McKay, Beckman and Conover,
//! "A comparison of three methods for selecting values of input variables in the analysis of output from a computer code",
//! Technometrics 21, 1979) of `n` points cuts the range of every input into `n` equal parts and takes one value from each, so that
//! a few points meet the whole range of every input, however many inputs there are.
//!
//! Its random numbers have addresses: the seed, the path of the input, the number of the part. So a point is the same on every
//! machine, and one more input leaves the values of the others where they were.

use portway_model::factor::Level;
use portway_model::levels::Levels;
use portway_stats::random::{Key, unit, word_of};
use serde::{Deserialize, Serialize};

/// Which combinations are run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Design {
    /// Every combination.
    Full,
    /// A Latin hypercube.
    Lhs {
        /// Number of points.
        points: u32,
    },
}

/// The points of a design, numbered from 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Points {
    levels: Vec<Levels>,
    /// For a Latin hypercube, of every input the place in (0, 1) of every point; empty for a full design.
    places: Vec<Vec<f64>>,
    len: u32,
}

impl Points {
    /// The points of a design over inputs with their paths.
    ///
    /// Errors: one sentence when there are more than `most`, or a range without a number of values in a full design.
    pub fn new(design: Design, inputs: &[(String, Levels)], seed: u64, most: u32) -> Result<Self, String> {
        let levels: Vec<Levels> = inputs.iter().map(|(_, levels)| levels.clone()).collect();
        let (len, places) = match design {
            Design::Full => (full(inputs)?, Vec::new()),
            Design::Lhs { points } => {
                let places = |points: u32| inputs.iter().map(|(path, _)| column(seed, path, points)).collect();
                (u128::from(points), if points <= most { places(points) } else { Vec::new() })
            }
        };
        match u32::try_from(len) {
            Ok(0) => Err("a design needs at least one point".into()),
            Ok(len) if len <= most => Ok(Self { levels, places, len }),
            _ => Err(format!(
                "the design has {len} points, more than the {most} that are run unless --max-points says so"
            )),
        }
    }

    /// The number of points.
    #[allow(clippy::len_without_is_empty)] // There is always a point.
    pub fn len(&self) -> u32 {
        self.len
    }

    /// The values of a point, one for each input.
    pub fn get(&self, point: u32) -> Vec<Level> {
        if !self.places.is_empty() {
            return self.levels.iter().zip(&self.places).map(|(levels, places)| drawn(levels, places, point)).collect();
        }
        let mut rest = point as usize;
        let mut values: Vec<Level> = Vec::with_capacity(self.levels.len());
        for levels in self.levels.iter().rev() {
            let count = levels.count().unwrap_or(1);
            values.push(nth(levels, rest % count));
            rest /= count;
        }
        values.reverse();
        values
    }
}

/// The number of combinations.
fn full(inputs: &[(String, Levels)]) -> Result<u128, String> {
    let mut product = 1_u128;
    for (path, levels) in inputs {
        let count = levels.count().ok_or_else(|| {
            format!("a full design needs to know how many values of `{path}` to try: write `in 5` or `step …` behind the range")
        })?;
        product = product.saturating_mul(count as u128);
    }
    Ok(product)
}

/// The places of one input: `n` points, one in each of `n` equal parts of (0, 1), in an order of their own.
fn column(seed: u64, path: &str, points: u32) -> Vec<f64> {
    let key = Key::new(seed, 0).with(word_of("sweep")).with(word_of(path));
    let (order, inside) = (key.with(word_of("order")), key.with(word_of("inside")));
    let mut parts: Vec<u32> = (0..points).collect();
    // Fisher and Yates, every swap with the draw of its own place.
    for last in (1..points).rev() {
        let other = (u128::from(order.draw(u64::from(last))) * (u128::from(last) + 1)) >> 64;
        parts.swap(last as usize, other as usize);
    }
    let place = |part: u32| (f64::from(part) + unit(inside.draw(u64::from(part)))) / f64::from(points);
    parts.into_iter().map(place).collect()
}

/// The value at a place of an input's range; values named one by one each take an equal part of it.
fn drawn(levels: &Levels, places: &[f64], point: u32) -> Level {
    let place = places.get(point as usize).copied().unwrap_or(0.5);
    match levels {
        Levels::Between { low, high, .. } => Level::Number(legible(*low, *high, place, places.len())),
        named => {
            let count = named.count().unwrap_or(1);
            nth(named, ((place * count as f64) as usize).min(count - 1))
        }
    }
}

/// The number at a place, with no more digits than keep it in its part of the range: people read these numbers.
fn legible(low: f64, high: f64, place: f64, parts: usize) -> f64 {
    let exact = low + (high - low) * place;
    let part = (high - low) / parts as f64;
    // A thousandth of a part, as a power of ten; the digits come from text, which is the same on every machine.
    let decimals = format!("{:e}", part / 1000.0).split_once('e').and_then(|(_, power)| power.parse::<i32>().ok());
    let decimals = usize::try_from(-decimals.unwrap_or(0)).unwrap_or(0);
    format!("{exact:.decimals$}").parse::<f64>().unwrap_or(exact).clamp(low, high)
}

fn nth(levels: &Levels, index: usize) -> Level {
    match levels {
        Levels::Numbers { values, .. } => Level::Number(values.get(index).copied().unwrap_or_default()),
        Levels::Between { low, .. } => Level::Number(*low),
        Levels::Texts(texts) => Level::Text(texts.get(index).cloned().unwrap_or_default()),
    }
}
