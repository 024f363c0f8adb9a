//! What the programs share: the networks of `bench/peers/spec.json`, the arguments, random draws, and the line each prints.

use rand::rngs::SmallRng;
use rand::{Rng, SeedableRng};
use rand_distr::{Distribution, Exp1, LogNormal};
use serde::{Deserialize, Serialize};

/// Minutes of a day.
pub const DAY_MIN: f64 = 1440.0;

/// Prints one line of JSON with means over the vehicles that left.
///
/// `cpu_s` is the processor time of the run alone: building the model is not counted, as with the Python programs.
pub fn report(engine: &str, version: &str, arguments: &Arguments, cpu_s: f64, tally: &Tally) {
    let left = tally.left as f64;
    let line = serde_json::json!({
        "engine": engine,
        "version": version,
        "model": arguments.model,
        "days": arguments.days,
        "seed": arguments.seed,
        "vehicles": tally.left,
        "cpu_s": cpu_s,
        "mean_time_min": tally.inside_min / left,
        "mean_wait_min": tally.waited_min / left,
    });
    println!("{line}");
}

/// The vehicles that left.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct Tally {
    /// How many.
    pub left: u64,
    /// Sum of their time in the system, minutes.
    pub inside_min: f64,
    /// Sum of their waiting, minutes.
    pub waited_min: f64,
}

impl Tally {
    /// Counts a vehicle that leaves.
    pub fn count(&mut self, inside_min: f64, waited_min: f64) {
        self.left += 1;
        self.inside_min += inside_min;
        self.waited_min += waited_min;
    }
}

/// The arguments: `MODEL DAYS SEED`.
#[derive(Clone, Debug)]
pub struct Arguments {
    /// Name of the network.
    pub model: String,
    /// Length of the run, days.
    pub days: f64,
    /// Seed of the run.
    pub seed: u64,
}

impl Arguments {
    /// Reads the command line.
    pub fn read() -> Result<Self, String> {
        let words: Vec<String> = std::env::args().skip(1).collect();
        let usage = || "arguments: MODEL DAYS SEED".to_string();
        let [model, days, seed] = words.as_slice() else { return Err(usage()) };
        Ok(Self {
            model: model.clone(),
            days: days.parse().map_err(|_| usage())?,
            seed: seed.parse().map_err(|_| usage())?,
        })
    }

    /// The network that is asked for.
    pub fn network(&self) -> Result<Network, String> {
        let spec: Spec = serde_json::from_str(include_str!("../../peers/spec.json")).map_err(|e| e.to_string())?;
        match self.model.as_str() {
            "mm1" => Ok(Network::Queue(spec.mm1)),
            "mm5" => Ok(Network::Queue(spec.mm5)),
            "checkpoint" => Ok(Network::Checkpoint(spec.checkpoint)),
            other => Err(format!("there is no network `{other}`")),
        }
    }

    /// End of the run, minutes.
    pub fn horizon_min(&self) -> f64 {
        self.days * DAY_MIN
    }
}

/// A network of `spec.json`.
#[derive(Clone, Debug)]
pub enum Network {
    /// M/M/c.
    Queue(Queue),
    /// The checkpoint network.
    Checkpoint(Checkpoint),
}

#[derive(Deserialize)]
struct Spec {
    mm1: Queue,
    mm5: Queue,
    checkpoint: Checkpoint,
}

/// M/M/c.
#[derive(Clone, Debug, Deserialize)]
pub struct Queue {
    /// Poisson arrivals.
    pub arrivals_per_min: f64,
    /// Servers.
    pub servers: usize,
    /// Mean of the exponential service.
    pub service_mean_min: f64,
}

/// The checkpoint network; lanes, places and arrivals are times `scale`.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs, reason = "the stages are what they are called")]
pub struct Checkpoint {
    pub scale: usize,
    pub arrivals_per_day_and_direction: f64,
    pub hour_weights: Vec<f64>,
    pub gate: Stage,
    pub passport: Stage,
    pub documents: Stage,
    pub x_ray: Stage,
    pub physical: Stage,
    pub bridge: Bridge,
}

/// A stage with exponential service, or lognormal where it has a coefficient of variation.
#[derive(Clone, Debug, Deserialize)]
pub struct Stage {
    /// Lanes.
    pub lanes: usize,
    /// Mean service.
    pub mean_min: f64,
    /// Coefficient of variation of a lognormal service.
    pub cv: Option<f64>,
    /// Share of the vehicles that go there; none for all.
    pub share: Option<f64>,
}

/// The bridge of one direction.
#[derive(Clone, Debug, Deserialize)]
pub struct Bridge {
    /// Vehicles at once.
    pub places: usize,
    /// Time on it.
    pub travel_min: f64,
}

/// Service of a stage.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub enum Service {
    /// With this mean, minutes.
    Exponential(f64),
    /// With these parameters of the logarithm.
    Lognormal(f64, f64),
    /// Always this long, minutes.
    Constant(f64),
}

impl Service {
    /// The service of a stage of the specification.
    pub fn of(stage: &Stage) -> Self {
        match stage.cv {
            None => Self::Exponential(stage.mean_min),
            Some(cv) => {
                let variance = (1.0 + cv * cv).ln();
                Self::Lognormal(stage.mean_min.ln() - variance / 2.0, variance.sqrt())
            }
        }
    }

    /// Draws one service, minutes.
    pub fn draw(&self, rng: &mut SmallRng) -> f64 {
        match *self {
            Self::Exponential(mean_min) => exponential(mean_min, rng),
            Self::Lognormal(mu, sigma) => LogNormal::new(mu, sigma).map_or(0.0, |law| law.sample(rng)),
            Self::Constant(minutes) => minutes,
        }
    }
}

/// Poisson arrivals, the rate of which may change by the hour of the day.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Arrivals {
    peak_per_min: f64,
    /// Rate of each hour over the peak; empty for a constant rate.
    hours: Vec<f64>,
}

impl Arrivals {
    /// A constant rate.
    pub fn constant(per_min: f64) -> Self {
        Self { peak_per_min: per_min, hours: Vec::new() }
    }

    /// One direction of the checkpoint network.
    pub fn of(network: &Checkpoint) -> Self {
        let peak = network.hour_weights.iter().copied().fold(0.0, f64::max);
        let per_min = network.arrivals_per_day_and_direction * network.scale as f64 / DAY_MIN;
        let hours = network.hour_weights.iter().map(|weight| weight / peak).collect();
        Self { peak_per_min: per_min * peak, hours }
    }

    /// The arrival after `now_min`, by thinning.
    pub fn next_min(&self, now_min: f64, rng: &mut SmallRng) -> f64 {
        let mut at_min = now_min;
        loop {
            at_min += exponential(1.0 / self.peak_per_min, rng);
            let hour = (at_min / 60.0) as usize % 24;
            match self.hours.get(hour) {
                Some(share) if rng.random::<f64>() >= *share => {}
                _ => return at_min,
            }
        }
    }
}

/// A generator for one part of a run; parts must not share draws.
pub fn generator(seed: u64, part: u64) -> SmallRng {
    SmallRng::seed_from_u64(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(part))
}

fn exponential(mean_min: f64, rng: &mut SmallRng) -> f64 {
    let unit: f64 = Exp1.sample(rng);
    mean_min * unit
}

/// Processor seconds that this process used so far.
pub fn cpu_s() -> f64 {
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeValLike;
    getrusage(UsageWho::RUSAGE_SELF)
        .map_or(f64::NAN, |usage| (usage.user_time() + usage.system_time()).num_microseconds() as f64 / 1e6)
}

/// Largest resident memory of this process so far, bytes.
pub fn peak_bytes() -> u64 {
    use nix::sys::resource::{UsageWho, getrusage};
    // Linux counts in KiB, macOS in bytes.
    let unit = if cfg!(target_os = "macos") { 1 } else { 1024 };
    getrusage(UsageWho::RUSAGE_SELF).map_or(0, |usage| usage.max_rss() as u64 * unit)
}
