//! Many timelines at once: paired replications, the same answers for any number of threads, mistakes named.

use crate::bridge::{options, study, timeline};
use portway_study::{Progress, Question, Silent, StudyError, Trials};
use std::sync::Mutex;
use std::sync::atomic::AtomicBool;

fn questions() -> [Question; 2] {
    [Question::corridor("crossings_per_day"), Question::corridor("door_to_door_h").statistic("p90").direction("east")]
}

#[test]
fn a_trial_answers_as_a_study_of_its_own_does() {
    let cancel = AtomicBool::new(false);
    let trials = Trials::new(7, 2, &Silent, &cancel).expect("two threads");
    let both = [timeline("base"), timeline("two-lanes")];
    let answers = trials.run(&both, &questions(), 0..4).expect("the questions have answers");
    for (name, answer) in ["base", "two-lanes"].iter().zip(answers) {
        let answer = answer.expect("nothing overflows");
        let alone = study(name, &options(4)).results;
        let of = |wanted: &str, direction: &str| {
            alone
                .measures
                .iter()
                .find(|m| m.name == wanted && m.scope == "corridor" && m.direction == direction && m.class.is_empty())
        };
        let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
        let crossings = of("crossings_per_day", "").and_then(|m| m.mean);
        assert_eq!(crossings, Some(mean(&answer.known(0))), "{name}");
        let p90 = of("door_to_door_h", "east").and_then(|m| m.quantiles).map(|q| q.p90);
        assert_eq!(p90, Some(mean(&answer.known(1))), "{name}");
    }
}

#[test]
fn threads_and_parts_change_no_answer() {
    let cancel = AtomicBool::new(false);
    let ask = |threads: usize, parts: &[std::ops::Range<u32>]| {
        let trials = Trials::new(7, threads, &Silent, &cancel).expect("some threads");
        let run = |range: &std::ops::Range<u32>| trials.run(&[timeline("base")], &questions(), range.clone());
        let parts = parts.iter().map(|range| run(range).expect("answers").remove(0).expect("nothing overflows"));
        parts.flat_map(|answer| answer.values[0].clone()).collect::<Vec<_>>()
    };
    let alone = ask(1, std::slice::from_ref(&(0..6)));
    assert_eq!(alone, ask(3, std::slice::from_ref(&(0..6))));
    assert_eq!(alone, ask(2, &[0..2, 2..6]));
}

#[test]
fn progress_counts_all_trials_together() {
    struct Heard(Mutex<Vec<(u32, u32)>>);
    impl Progress for Heard {
        fn replications(&self, done: u32, total: u32) {
            self.0.lock().expect("nobody panicked").push((done, total));
        }
    }
    let (heard, cancel) = (Heard(Mutex::new(Vec::new())), AtomicBool::new(false));
    let trials = Trials::new(1, 1, &heard, &cancel).expect("one thread");
    trials.plan(6);
    let both = [timeline("base"), timeline("two-lanes")];
    trials.run(&both, &questions(), 0..3).expect("answers").into_iter().for_each(|answer| drop(answer.expect("one")));
    let heard = heard.0.into_inner().expect("nobody panicked");
    assert_eq!((heard.first(), heard.last(), heard.len()), (Some(&(0, 6)), Some(&(6, 6)), 7));
}

#[test]
fn what_cannot_be_asked_is_refused_and_an_interruption_ends_all() {
    let cancel = AtomicBool::new(false);
    let trials = Trials::new(1, 1, &Silent, &cancel).expect("one thread");
    let unknown = trials.run(&[timeline("base")], &[Question::corridor("crossing")], 0..1);
    assert_eq!(unknown.err(), Some(StudyError::Options("there is no measure `crossing`".into())));
    cancel.store(true, std::sync::atomic::Ordering::Relaxed);
    assert_eq!(trials.run(&[timeline("base")], &questions(), 0..1).err(), Some(StudyError::Cancelled));
}
