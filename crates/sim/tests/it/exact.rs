//! Answers of queueing theory that the kernel must give within its own sampling error.
//!
//! Time runs in minutes. Each exact value names the formula that gives it; means over independent replications are held
//! against it with [`agrees`].

use crate::corridor::{agrees, cars, port, program, replications, station};
use portway_sim::{Observations, Program};

const REPLICATIONS: u32 = 16;

fn mean_wait_min(program: &Program, seen: &Observations, name: &str, class: &str) -> f64 {
    let stream = program.streams.iter().position(|stream| stream.class_name == class).unwrap();
    seen.stations[station(program, name)].streams[stream].wait_ms.mean().unwrap() / 60_000.0
}

fn mean_queue(program: &Program, seen: &Observations, name: &str) -> f64 {
    let window = (program.window.to_tick - program.window.from_tick) as f64;
    seen.stations[station(program, name)].queue_vehicle_ms as f64 / window
}

/// A single stage with arrivals per day and stage text.
fn queue(stage: &str, per_day: f64, more: &str, days: u32) -> Program {
    let stage = format!("[facility.port.stage.gate]\n{stage}");
    program(&port(&stage, r#"["gate"]"#, &cars(&format!("\"{per_day}/day\""), more), days, 4))
}

fn holds_wait(program: &Program, seen: &[Observations], exact_min: f64, relative_error: f64) {
    agrees("mean wait", exact_min, relative_error, seen, |seen| mean_wait_min(program, seen, "port.gate", "car"));
}

/// M/M/1 with λ = 0.8 and μ = 1 a minute: W_q = ρ/(μ − λ) = 4; nine tenths wait less than 10.397 (Erlang C).
#[test]
fn one_lane() {
    let program = queue("lanes = 1\nservice = \"exponential(mean 1 min)\"", 1152.0, "", 60);
    let runs = replications(&program, REPLICATIONS);
    holds_wait(&program, &runs, 4.0, 0.02);
    agrees("queue", 3.2, 0.03, &runs, |seen| mean_queue(&program, seen, "port.gate"));
    agrees("P90 of the wait", 10.397, 0.03, &runs, |seen| {
        seen.stations[0].streams[0].wait_ms.quantile(0.9).unwrap() as f64 / 60_000.0
    });
}

/// M/M/3 with λ = 6 and μ = 3 an hour: W_q = 0.148148 h (Erlang C).
#[test]
fn three_lanes() {
    let program = queue("lanes = 3\nservice = \"exponential(mean 20 min)\"", 144.0, "", 300);
    let runs = replications(&program, REPLICATIONS);
    holds_wait(&program, &runs, 0.148148 * 60.0, 0.02);
}

/// M/G/1 with ρ = 0.8: W_q = λE[S²]/2(1 − ρ) (Pollaczek and Khinchine).
#[test]
fn one_lane_of_any_spread() {
    for (service, exact) in
        [("1 min", 2.0), ("erlang(mean 1 min, shape 4)", 2.5), ("lognormal(mean 1 min, cv 1.5)", 6.5)]
    {
        let program = queue(&format!("lanes = 1\nservice = \"{service}\""), 1152.0, "", 80);
        let runs = replications(&program, REPLICATIONS);
        holds_wait(&program, &runs, exact, 0.04);
    }
}

/// Arrivals in even or Erlang gaps at one lane, ρ = 0.8: D/M/1 waits 1.692731, E4/M/1 2.267384 (roots of the
/// characteristic equation), against 4 for M/M/1.
#[test]
fn slots_against_random_arrivals() {
    for (gaps, exact) in [("constant", 1.692731), ("erlang 4", 2.267384)] {
        let program =
            queue("lanes = 1\nservice = \"exponential(mean 1 min)\"", 1152.0, &format!("gaps = \"{gaps}\""), 60);
        let runs = replications(&program, REPLICATIONS);
        holds_wait(&program, &runs, exact, 0.02);
    }
}

/// Priorities without preemption at a port with four lanes of 30 an hour: trusted 25/h wait 0.4154 min, others 75/h
/// 2.4924 min (Cobham 1954).
#[test]
fn priorities() {
    let stage = "[facility.port.stage.gate]\nlanes = 4\nservice = \"exponential(mean 2 min)\"\n\
                 discipline = { priority = [\"bus\", \"car\"] }";
    let buses = "[flow.buses]\nclass = \"bus\"\nroute = \"out\"\nvolume = \"600/day\"\n";
    let program = program(&port(stage, r#"["gate"]"#, &(cars("\"1800/day\"", "") + buses), 40, 2));
    let runs = replications(&program, REPLICATIONS);
    for (class, exact) in [("bus", 0.4154), ("car", 2.4924)] {
        agrees(class, exact, 0.02, &runs, |seen| mean_wait_min(&program, seen, "port.gate", class));
    }
}

/// M/M/5/15 with λ = 48 and μ = 10 an hour, full places turn away: blocked 5.6488 %, W_q of the others 0.077934 h.
#[test]
fn finite_room() {
    let stage = "lanes = 5\nservice = \"exponential(mean 6 min)\"\nroom = 10\nwhen-full = \"turn-away\"";
    let program = queue(stage, 1152.0, "", 60);
    let runs = replications(&program, REPLICATIONS);
    holds_wait(&program, &runs, 0.077934 * 60.0, 0.01);
    agrees("turned away", 0.056488, 0.02, &runs, |seen| {
        seen.streams[0].turned_away as f64 / seen.streams[0].arrived as f64
    });
}

/// M/M/5 + M (Erlang A) with λ = 48, μ = 10 and patience 1/2 h: 9.5042 % give up, the queue is 2.281.
#[test]
fn patience() {
    let stage = "lanes = 5\nservice = \"exponential(mean 6 min)\"\npatience = \"exponential(mean 30 min)\"";
    let program = queue(stage, 1152.0, "", 60);
    let runs = replications(&program, REPLICATIONS);
    agrees("gave up", 0.095042, 0.02, &runs, |seen| seen.streams[0].abandoned as f64 / seen.streams[0].arrived as f64);
    agrees("queue", 2.281004, 0.02, &runs, |seen| mean_queue(&program, seen, "port.gate"));
}

/// Two or three stations of rate 1 in a row, the first never idle, with b waiting places between: throughput
/// (b + 2)/(b + 3) for two; 0.564103 for three without room (solved as a Markov chain).
#[test]
fn blocking_in_a_saturated_line() {
    let per_minute = |program: &Program, seen: &Observations| {
        let left: u64 = seen.streams.iter().map(|stream| stream.left).sum();
        left as f64 * 60_000.0 / (program.window.to_tick - program.window.from_tick) as f64
    };
    for (room, exact) in [(0, 2.0 / 3.0), (1, 0.75), (2, 0.8), (5, 0.875)] {
        let stages = format!(
            "[facility.port.stage.one]\nlanes = 1\nservice = \"exponential(mean 1 min)\"\nroom = 20\nwhen-full = \"turn-away\"\n\
             [facility.port.stage.two]\nlanes = 1\nservice = \"exponential(mean 1 min)\"\nroom = {room}"
        );
        // Arrivals at almost three times the rate keep the first station busy but for one moment in 10⁹.
        let program = program(&port(&stages, r#"["one", "two"]"#, &cars("\"4000/day\"", ""), 20, 1));
        let runs = replications(&program, REPLICATIONS);
        agrees("throughput of two", exact, 0.01, &runs, |seen| per_minute(&program, seen));
    }
    let stage = |name: &str, more: &str| {
        format!("[facility.port.stage.{name}]\nlanes = 1\nservice = \"exponential(mean 1 min)\"\n{more}\n")
    };
    let stages =
        stage("one", "room = 20\nwhen-full = \"turn-away\"") + &stage("two", "room = 0") + &stage("three", "room = 0");
    let program = program(&port(&stages, r#"["one", "two", "three"]"#, &cars("\"4000/day\"", ""), 20, 1));
    let runs = replications(&program, REPLICATIONS);
    agrees("throughput of three", 0.564103, 0.01, &runs, |seen| per_minute(&program, seen));
}

/// An open line with blocking: 20 an hour, 4 lanes of 6, four places, 3 lanes of 8. Time in the system 0.857262 h,
/// lanes held 0.304963, queue 9.379885 (solved as a Markov chain).
#[test]
fn blocking_in_an_open_line() {
    let stages = "[facility.port.stage.one]\nlanes = 4\nservice = \"exponential(mean 10 min)\"\n\
                  [facility.port.stage.two]\nlanes = 3\nservice = \"exponential(mean 7.5 min)\"\nroom = 4";
    let program = program(&port(stages, r#"["one", "two"]"#, &cars("\"480/day\"", ""), 500, 10));
    let runs = replications(&program, REPLICATIONS);
    agrees("time in the system", 0.857262, 0.02, &runs, |seen| {
        seen.streams[0].door_to_door_ms.mean().unwrap() / 3_600_000.0
    });
    agrees("lanes held", 0.304963, 0.02, &runs, |seen| {
        let window = (program.window.to_tick - program.window.from_tick) as f64;
        seen.stations[0].blocked_lane_ms as f64 / window
    });
    agrees("queue", 9.379885, 0.03, &runs, |seen| mean_queue(&program, seen, "port.one"));
}

/// A port with rework as a network of queues (Jackson 1957): 24 an hour through gate, passports, customs; a fifth to the
/// x-ray, and half of those back to customs. Time in port 0.751083 h; customs wait 0.123323 h.
#[test]
fn rework() {
    let stage = |name: &str, lanes: u32, per_hour: f64| {
        let mean_ms = 3_600_000.0 / per_hour;
        format!("[facility.port.stage.{name}]\nlanes = {lanes}\nservice = \"exponential(mean {mean_ms:.0} ms)\"\n")
    };
    let stages =
        stage("gate", 1, 30.0) + &stage("passport", 5, 7.0) + &stage("customs", 4, 8.0) + &stage("x-ray", 1, 7.0);
    let process = r#"["gate", "passport", "customs", { share = "20 %", path = ["x-ray", { back-to = "customs", share = "50 %" }] }]"#;
    let program = program(&port(&stages, process, &cars("\"576/day\"", ""), 500, 5));
    let runs = replications(&program, REPLICATIONS);
    agrees("time in port", 0.751083, 0.02, &runs, |seen| seen.streams[0].door_to_door_ms.mean().unwrap() / 3_600_000.0);
    agrees("customs wait", 0.123323, 0.03, &runs, |seen| mean_wait_min(&program, seen, "port.customs", "car") / 60.0);
}

/// Buses of 45 at one lane, ρ = 0.7: 53.666667 in the system on average (M^[K]/M/1).
#[test]
fn batches() {
    let program = queue("lanes = 1\nservice = \"exponential(mean 1 min)\"", 1008.0, "batch = 45", 300);
    let runs = replications(&program, REPLICATIONS);
    agrees("vehicles inside", 53.666667, 0.03, &runs, |seen| {
        let window = (program.window.to_tick - program.window.from_tick) as f64;
        (seen.stations[0].queue_vehicle_ms + seen.stations[0].busy_lane_ms) as f64 / window
    });
}

/// Lanes without limit and a daily rhythm: M_t/M/∞. Vehicles inside at time t follow m'(t) = λ(t) − μm(t), here solved
/// hour by hour for the step rates that the profile gives.
#[test]
fn daily_rhythm() {
    let weights: Vec<f64> = (0..24).map(|hour| 1.0 + 0.4 * libm_sin(hour as f64 / 24.0)).collect();
    let profile = format!("profile = \"wave\"\n[profile.wave]\nhour = {weights:?}");
    let program = queue("lanes = \"unlimited\"\nservice = \"exponential(mean 2 h)\"", 240.0, &profile, 60);
    let runs = replications(&program, REPLICATIONS);
    // From any beginning, ten days lead to the periodic solution.
    let (mu, scale) = (0.5, 24.0 / weights.iter().sum::<f64>());
    let mut inside = 0.0;
    let mut hourly = [0.0; 24];
    for hour in 0..240 {
        let level = 10.0 * weights[hour % 24] * scale / mu;
        let decay = f64::exp(-mu);
        hourly[hour % 24] = level + (inside - level) * (1.0 - decay) / mu;
        inside = level + (inside - level) * decay;
    }
    for hour in [3, 9, 15, 21] {
        agrees("vehicles inside", hourly[hour], 0.02, &runs, |seen| {
            let lanes = seen.stations[0].occupied_lane_ms_by_hour.iter().skip(hour).step_by(24);
            lanes.sum::<u64>() as f64 / 3_600_000.0 / 60.0
        });
    }
}

/// One sine wave over 0 to 1; standard floats suffice, because the test uses the same numbers on both sides.
fn libm_sin(turn: f64) -> f64 {
    (turn * std::f64::consts::TAU).sin()
}
