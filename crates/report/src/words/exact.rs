//! Words about exact answers.

use super::plural;
use portway_study::Verdict;
use portway_study::exact::ExactReport;

/// "203 of 203 exact answers agree."
pub(crate) fn exact_answer(report: &ExactReport) -> String {
    let [agree, miss, open] = [Verdict::Agrees, Verdict::Misses, Verdict::CannotTell].map(|v| report.count(v));
    let answers = plural(report.rows, "exact answer", "exact answers");
    let mut text = format!("{agree} of {} {answers} {}", report.rows, plural(agree, "agrees", "agree"));
    if miss > 0 {
        text.push_str(&format!(", {miss} {}", plural(miss, "misses", "miss")));
    }
    if open > 0 {
        text.push_str(&format!(", {open} {} open", plural(open, "is", "are")));
    }
    text.push('.');
    text
}

/// How the verdicts about exact answers are made.
pub(crate) fn exact_rests(report: &ExactReport) -> Vec<String> {
    let events: u64 = report.checks.iter().map(|check| check.events).sum();
    vec![
        format!(
            "z is the distance from the exact answer in standard errors. The limits are such that a correct simulator has all {} rows \
             within them with a probability of {:.0} % (Bonferroni).",
            report.rows,
            (1.0 - report.family_error) * 100.0
        ),
        format!(
            "\"finds\" is the bias that a row finds with a probability of {:.0} %; a row is open when it is above {:.0} %, \
             unless the answer itself is no surer.",
            report.power * 100.0,
            report.bias_to_find * 100.0
        ),
        format!(
            "Portway {}, seed {}, {:.0} million events in {} folders",
            report.portway,
            report.seed,
            events as f64 / 1e6,
            report.checks.len()
        ),
    ]
}

/// The beginning of the page about exact answers.
pub(crate) fn exact_page_head(report: &ExactReport) -> String {
    let events: u64 = report.checks.iter().map(|check| check.events).sum();
    format!(
        "<!-- Written by `portway validate validation --precision {}% --write docs/validation.md`; do not edit. -->\n\n\
         # Simulated against exact\n\n\
         Every folder of `validation/` is an ordinary corridor whose answer is known: from a formula, from a Markov chain\n\
         solved numerically, or from thousands of replications of an independent program. `portway validate validation`\n\
         runs them all. This page was written by such a run.\n\n\
         **{}** Portway {}, seed {}, {:.0} million events.\n\n\
         ## How a verdict is made\n\n\
         - *simulated* is the mean over independent replications with its 95 % Student interval; *z* is its distance from the\n  \
         exact answer in standard errors. Where the answer was itself simulated, its own standard error counts too.\n\
         - *limit* is the largest z that agrees. It is set so that a correct simulator has all {} rows within their limits with\n  \
         a probability of {:.0} % (Bonferroni over the rows, Student factors for the replications of each).\n\
         - *finds* is the smallest bias that the row finds with a probability of {:.0} %. Replications are added until it is at\n  \
         most {:.0} %, or, where the answer was itself simulated, until the simulation is as sure as the answer.\n\
         - Nothing here is pinned to digits. Tests that pin digits are regression tests; they live elsewhere.\n\n\
         Service that interrupts another (preemptive priority) is not in the language: a vehicle on a lane is finished. Its\n\
         exact answers are therefore not checked.\n\n\
         The last two columns of the next table are the beginning of the hash of the folder's texts and a fingerprint of a short\n\
         run of it. A test makes both anew, so a change of a folder or of what the simulator computes shows that this page is\n\
         not fresh.\n",
        report.bias_to_find * 100.0,
        exact_answer(report),
        report.portway,
        report.seed,
        events as f64 / 1e6,
        report.rows,
        (1.0 - report.family_error) * 100.0,
        report.power * 100.0,
        report.bias_to_find * 100.0,
    )
}
