//! Stochastic bisection: which flow to look at next, and what is known when the looking ends.
//!
//! Every flow looked at is told to keep the standard, to break it, or to be undecided. Flows that keep it push the lower end up,
//! flows that break it push the upper end down, and from the undecided ones both ends are brought near from outside. So
//! the two ends are always flows that were decided, and the capacity lies between them when the decisions are right.
//! Bisection with decisions that are each right with a set probability, because each is replicated until a test decides, is the
//! plain relative of the probabilistic bisection of Waeber, Frazier and Henderson, *Bisection search with noisy responses*,
//! SIAM J. Control Optim. 51 (2013); that the same replications serve all flows makes the search the root of a sample path,
//! as in the retrospective approximation reviewed by Pasupathy and Kim, *The stochastic root-finding problem*, ACM TOMACS 21
//! (2011).

/// Flows that one search looks at, at most. The tests share their error between so many.
pub(crate) const POINTS: usize = 12;

/// How much further each step goes while the capacity is not yet enclosed.
const STEPS: [f64; 6] = [1.12, 1.3, 1.6, 2.5, 5.0, 10.0];

/// The smallest flow that is looked at, as a share of the first.
const SMALLEST: f64 = 0.01;

/// A gap between an end and the undecided flows is closed further when it is more than this of the whole interval.
const WORTH_IT: f64 = 0.2;

/// What the replications of one flow say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Keeps,
    Breaks,
    Undecided,
}

/// One flow that was looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Point {
    pub(crate) per_day: f64,
    pub(crate) verdict: Verdict,
    /// The worst statistic over its limit; above 1 the standard is broken on average. Infinite where a queue grows.
    pub(crate) strain: f64,
}

/// A search under way.
#[derive(Clone, Debug)]
pub(crate) struct Search {
    first: f64,
    ceiling: f64,
    precision: f64,
    /// A flow of which it is known without looking that it breaks the standard.
    known_to_break: Option<f64>,
    points: Vec<Point>,
}

impl Search {
    /// Begins at `first`, vehicles per day, and goes no higher than `ceiling`. Ends when both ends are within `precision` of
    /// the middle, as a share of it, or not much further from an undecided flow than the undecided ones lie apart.
    pub(crate) fn new(first: f64, ceiling: f64, precision: f64) -> Self {
        Self { first: first.min(ceiling), ceiling, precision, known_to_break: None, points: Vec::new() }
    }

    /// The same below a flow that breaks the standard.
    pub(crate) fn below(first: f64, breaks: f64, precision: f64) -> Self {
        Self { known_to_break: Some(breaks), ..Self::new(first, breaks, precision) }
    }

    /// Notes what was found at a flow.
    pub(crate) fn note(&mut self, point: Point) {
        self.points.push(point);
    }

    /// The largest flow that keeps the standard below all that break it; none when there is none.
    pub(crate) fn low(&self) -> Option<f64> {
        let high = self.high().unwrap_or(f64::INFINITY);
        self.flows(Verdict::Keeps).filter(|flow| *flow < high).reduce(f64::max)
    }

    /// The smallest flow that breaks it; none when there is none.
    pub(crate) fn high(&self) -> Option<f64> {
        self.flows(Verdict::Breaks).chain(self.known_to_break).reduce(f64::min)
    }

    /// Whether a flow is the largest that the search may look at.
    pub(crate) fn is_top(&self, per_day: f64) -> bool {
        per_day >= self.ceiling
    }

    /// Whether a flow is the smallest that the search may look at.
    pub(crate) fn is_bottom(&self, per_day: f64) -> bool {
        per_day <= self.first * SMALLEST
    }

    fn flows(&self, verdict: Verdict) -> impl Iterator<Item = f64> + '_ {
        self.points.iter().filter(move |point| point.verdict == verdict).map(|point| point.per_day)
    }

    /// The undecided flows between the ends, from the least to the largest.
    fn undecided(&self) -> Option<(f64, f64)> {
        let (low, high) = (self.low().unwrap_or(0.0), self.high().unwrap_or(f64::INFINITY));
        let between = || self.flows(Verdict::Undecided).filter(|flow| (low..high).contains(flow));
        Some((between().reduce(f64::min)?, between().reduce(f64::max)?))
    }

    /// The flow to look at next; none when the search has ended.
    pub(crate) fn next(&self) -> Option<f64> {
        if self.points.is_empty() {
            return (self.first > 0.0).then_some(self.first);
        }
        if self.points.len() >= POINTS {
            return None;
        }
        let step = STEPS[(self.points.len() - 1).min(STEPS.len() - 1)];
        let undecided = self.undecided();
        match (self.low(), self.high()) {
            (low, None) => {
                let top = undecided.map_or(0.0, |(_, top)| top).max(low.unwrap_or(0.0));
                (top < self.ceiling).then(|| (top * step).min(self.ceiling))
            }
            (None, Some(high)) => {
                let (bottom, least) = (undecided.map_or(high, |(bottom, _)| bottom), self.first * SMALLEST);
                (bottom > least).then(|| (bottom / step).max(least))
            }
            (Some(low), Some(high)) => {
                let near = self.precision * (low + high) / 2.0;
                let Some((bottom, top)) = undecided else {
                    return (high - low > 2.0 * near).then_some((low + high) / 2.0);
                };
                let (below, above) = (bottom - low, high - top);
                match below.max(above) > near.max(WORTH_IT * (high - low)) {
                    true if below >= above => Some((low + bottom) / 2.0),
                    true => Some((top + high) / 2.0),
                    false => None,
                }
            }
        }
    }

    /// The smallest flow that breaks the standard on average, as its place among those that were looked at.
    pub(crate) fn first_strained(&self) -> Option<usize> {
        let strained = self.points.iter().enumerate().filter(|(_, point)| point.strain > 1.0);
        strained.min_by(|(_, a), (_, b)| a.per_day.total_cmp(&b.per_day)).map(|(at, _)| at)
    }

    /// Where the strain passes 1, drawn straight between the flows around; none when it passes nowhere.
    pub(crate) fn estimate(&self) -> Option<f64> {
        let (low, high) = (self.low()?, self.high()?);
        let mut inside: Vec<Point> =
            self.points.iter().copied().filter(|point| (low..=high).contains(&point.per_day)).collect();
        let known = |per_day| Point { per_day, verdict: Verdict::Breaks, strain: f64::INFINITY };
        inside.extend(self.known_to_break.filter(|flow| *flow <= high).map(known));
        inside.sort_by(|a, b| a.per_day.total_cmp(&b.per_day));
        let above = inside.iter().position(|point| point.strain > 1.0).filter(|at| *at > 0);
        let Some((before, after)) = above.map(|at| (inside[at - 1], inside[at])) else {
            return Some((low + high) / 2.0);
        };
        if !after.strain.is_finite() {
            return Some((before.per_day + after.per_day) / 2.0);
        }
        let share = (1.0 - before.strain) / (after.strain - before.strain);
        Some((before.per_day + share * (after.per_day - before.per_day)).clamp(low, high))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Searches where every flow within `doubt` of the capacity stays undecided.
    fn search(capacity: f64, first: f64, doubt: f64, precision: f64) -> Search {
        let mut search = Search::new(first, 1000.0, precision);
        while let Some(per_day) = search.next() {
            let verdict = match per_day {
                _ if (per_day - capacity).abs() < doubt => Verdict::Undecided,
                _ if per_day <= capacity => Verdict::Keeps,
                _ => Verdict::Breaks,
            };
            search.note(Point { per_day, verdict, strain: per_day / capacity });
        }
        search
    }

    #[test]
    fn the_capacity_lies_between_the_ends_and_they_are_near() {
        for (capacity, first) in [(100.0, 100.0), (100.0, 60.0), (100.0, 170.0), (137.0, 90.0), (3.0, 100.0)] {
            let found = search(capacity, first, 0.0, 0.02);
            let (low, high) = (found.low().expect("some flow keeps it"), found.high().expect("some flow breaks it"));
            assert!(low <= capacity && capacity < high, "{capacity} from {first}: {found:?}");
            assert!(high - low <= 0.05 * capacity, "{capacity} from {first}: {found:?}");
            let estimate = found.estimate().expect("both ends are known");
            assert!((estimate - capacity).abs() < 1e-9, "{found:?}");
        }
    }

    #[test]
    fn undecided_flows_are_approached_from_both_sides() {
        let found = search(100.0, 96.0, 5.0, 0.02);
        let (low, high) = (found.low().expect("a flow keeps it"), found.high().expect("a flow breaks it"));
        assert!((88.0..=95.0).contains(&low) && (105.0..=112.0).contains(&high), "{found:?}");
    }

    #[test]
    fn a_flow_known_to_break_is_an_end_and_not_looked_at() {
        let mut search = Search::below(85.0, 100.0, 0.02);
        while let Some(per_day) = search.next() {
            assert!(per_day < 100.0);
            search.note(Point { per_day, verdict: Verdict::Keeps, strain: 0.0 });
        }
        assert_eq!(search.high(), Some(100.0));
        assert!(search.low().is_some_and(|low| low > 96.0), "{search:?}");
        assert_eq!(Search::below(0.0, 0.0, 0.02).next(), None);
    }

    #[test]
    fn a_search_ends_where_nothing_binds_or_nothing_keeps() {
        let unbound = search(1e9, 100.0, 0.0, 0.02);
        assert_eq!((unbound.low(), unbound.high(), unbound.estimate()), (Some(1000.0), None, None));
        let hopeless = search(0.0, 100.0, 0.0, 0.02);
        assert_eq!((hopeless.low(), hopeless.high(), hopeless.estimate()), (None, Some(1.0), None));
    }
}
