//! Whether intervals mean what they say, through the simulator and not only in theory.

use crate::corridor::{cars, port, program};
use portway_sim::{RunOptions, run};
use portway_stats::Estimate;

/// Studies of the known system; with 2,000 of them the share that covers has a standard error of half a per cent.
const STUDIES: u64 = 2_000;
const REPLICATIONS: u32 = 10;

/// One lane, six cars an hour on average, five minutes each: the lane is used half of the time and the mean wait is five
/// minutes (M/M/1, Wq = ρ / (μ − λ)). Of 2,000 studies of ten replications, 95 % intervals cover the truth in 93 to 97 %.
#[test]
fn ninety_five_per_cent_intervals_cover_a_known_queue_that_often() {
    let stage = "[facility.port.stage.gate]\nlanes = 1\nservice = \"exponential(mean 5 min)\"\n";
    let program = program(&port(stage, "[\"gate\"]", &cars("\"144/day\"", ""), 4, 1));
    let (mut wait_covered, mut use_covered) = (0, 0);
    for study in 0..STUDIES {
        let seen = (0..REPLICATIONS).map(|replication| {
            let options = RunOptions {
                seed: study,
                replication,
                record_visits: false,
                record_holds: false,
                initial: &[],
                cancel: None,
            };
            run(&program, &options).expect("the run ends").stations.swap_remove(0)
        });
        let (waits, uses): (Vec<f64>, Vec<f64>) = seen
            .map(|gate| {
                let wait_min = gate.streams[0].wait_ms.mean().unwrap_or(0.0) / 60_000.0;
                (wait_min, gate.busy_lane_ms as f64 / gate.open_lane_ms as f64)
            })
            .unzip();
        wait_covered += u64::from(Estimate::of(&waits, 0.95).expect("ten values").covers(5.0));
        use_covered += u64::from(Estimate::of(&uses, 0.95).expect("ten values").covers(0.5));
    }
    for (what, covered) in [("mean wait", wait_covered), ("use of the lane", use_covered)] {
        let share = covered as f64 / STUDIES as f64;
        assert!((0.93..=0.97).contains(&share), "{what}: {share}");
    }
}
