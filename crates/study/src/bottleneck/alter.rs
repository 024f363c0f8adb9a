//! One unit more of lanes, hours and time, as values of the model.

use portway_model::Distribution;
use portway_model::calendar::{MinuteSpan, Week};
use portway_model::element::{LaneShift, Lanes};

const DAY_MIN: u16 = 1440;
const HOUR_MIN: u16 = 60;

/// Lanes with `more` applied to every shift that has any: a shift without lanes is a time of rest, not a number to raise.
pub(super) fn more_lanes(lanes: &Lanes, more: impl Fn(u32) -> u32) -> Lanes {
    match lanes {
        Lanes::Unlimited => Lanes::Unlimited,
        Lanes::Fixed(n) => Lanes::Fixed(more(*n)),
        Lanes::Shifts(shifts) => {
            let raised =
                |shift: &LaneShift| LaneShift { lanes: if shift.lanes > 0 { more(shift.lanes) } else { 0 }, ..*shift };
            Lanes::Shifts(shifts.iter().map(raised).collect())
        }
    }
}

/// Lanes of the strongest shift.
pub(super) fn total_lanes(lanes: &Lanes) -> u32 {
    match lanes {
        Lanes::Unlimited => 0,
        Lanes::Fixed(n) => *n,
        Lanes::Shifts(shifts) => shifts.iter().map(|shift| shift.lanes).max().unwrap_or(0),
    }
}

/// Every day that is open at all and not around the clock is open an hour longer: into the front of its longest closed
/// span, in the evening where it can be, otherwise before it opens. A closed span shorter than an hour disappears.
pub(super) fn longer(weekly: &Week) -> Week {
    weekly.clone().map(|day| if day.is_empty() { day } else { longer_day(day) })
}

fn longer_day(mut open: Vec<MinuteSpan>) -> Vec<MinuteSpan> {
    let mut edges: Vec<(u16, u16)> = Vec::new();
    let mut from = 0;
    for span in &open {
        edges.push((from, span.from));
        from = span.to;
    }
    edges.push((from, DAY_MIN));
    // The last of the longest, because closing later is the usual way.
    let Some((from, to)) = edges.into_iter().filter(|(from, to)| to > from).max_by_key(|(from, to)| to - from) else {
        return open;
    };
    // Before the first opening of the day there is nothing to prolong, so it opens earlier.
    let added = if from == 0 {
        MinuteSpan { from: to.saturating_sub(HOUR_MIN), to }
    } else {
        MinuteSpan { from, to: (from + HOUR_MIN).min(to) }
    };
    open.push(added);
    open.sort_by_key(|span| span.from);
    open.dedup_by(|next, kept| {
        let touches = next.from <= kept.to;
        if touches {
            kept.to = kept.to.max(next.to);
        }
        touches
    });
    open
}

/// Open minutes of a week.
pub(super) fn open_minutes(weekly: &Week) -> f64 {
    weekly.iter().flatten().map(|span| f64::from(span.to - span.from)).sum()
}

/// The law of a multiple of the quantity: its mean times `by`, its shape as before.
pub(super) fn scaled(law: &Distribution, by: f64) -> Distribution {
    use Distribution as D;
    match law {
        D::Constant(value) => D::Constant(value * by),
        D::Uniform { low, high } => D::Uniform { low: low * by, high: high * by },
        D::Exponential { mean } => D::Exponential { mean: mean * by },
        D::Erlang { mean, shape } => D::Erlang { mean: mean * by, shape: *shape },
        D::Gamma { mean, cv } => D::Gamma { mean: mean * by, cv: *cv },
        D::Lognormal { mean, cv } => D::Lognormal { mean: mean * by, cv: *cv },
        D::Weibull { mean, shape } => D::Weibull { mean: mean * by, shape: *shape },
        D::Hyperexponential { mean, cv } => D::Hyperexponential { mean: mean * by, cv: *cv },
        D::Triangular { low, mode, high } => D::Triangular { low: low * by, mode: mode * by, high: high * by },
        D::Normal { mean, sd } => D::Normal { mean: mean * by, sd: sd * by },
        D::Empirical(values) => D::Empirical(values.iter().map(|value| value * by).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use portway_model::calendar::parse_weekly;

    #[test]
    fn an_hour_longer_is_an_hour_on_every_open_day() {
        let longer = |words: &str| longer(&parse_weekly(words).expect("hours"));
        let same = |words: &str, more: &str| assert_eq!(longer(words), parse_weekly(more).expect("hours"), "{words}");
        same("Mo-Fr 08:00-20:00", "Mo-Fr 07:00-20:00");
        same("Mo-Su 06:00-17:00", "Mo-Su 06:00-18:00");
        same("Mo-Su 08:00-24:00", "Mo-Su 07:00-24:00");
        same("Mo-Su 00:00-24:00", "Mo-Su 00:00-24:00");
        same("Mo-Su 07:00-13:00, 13:30-24:00", "Mo-Su 06:00-13:00, 13:30-24:00");
        same("Mo-Su 00:00-12:00, 12:30-24:00", "Mo-Su 00:00-24:00");
        // A night that passes midnight has its closed span in the middle of the day.
        same("Mo-Su 20:00-06:00", "Mo-Su 20:00-07:00");
    }

    #[test]
    fn a_scaled_law_has_the_scaled_mean() {
        let laws = [
            "uniform(5 min, 9 min)",
            "lognormal(mean 22 min, cv 0.6)",
            "triangular(low 5 min, mode 7 min, high 20 min)",
        ];
        for words in laws {
            let law = portway_model::distribution::parse(
                words,
                portway_model::quantity::Dimension::Duration,
                portway_model::distribution::Sign::NonNegative,
            );
            let law = law.expect("a law");
            assert!((scaled(&law, 0.9).mean() - 0.9 * law.mean()).abs() < 1e-6, "{words}");
        }
    }

    #[test]
    fn a_shift_without_lanes_stays_without() {
        let shift = |lanes| LaneShift { span: MinuteSpan { from: 0, to: 720 }, lanes };
        let lanes = Lanes::Shifts(vec![shift(3), shift(0)]);
        assert_eq!(more_lanes(&lanes, |n| n + 1), Lanes::Shifts(vec![shift(4), shift(0)]));
        assert_eq!(total_lanes(&lanes), 3);
    }
}
