//! What of the year closes stations: seasons and water levels as spans of ticks, once the days and levels are known.
//!
//! Which days a year brings is drawn at the beginning of a replication. Until then there are only the numbers here.

use crate::observations::YearlyDate;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use portway_model::element::{MAX_SHIFT_DAYS, Season, Yearly};

const DAY_MS: f64 = 86_400_000.0;

/// Everything that returns every year, and the stations that it closes.
#[derive(Clone, Debug)]
pub(crate) struct Seasons {
    /// The corridor's own clock: a season begins and ends at its midnights.
    pub(crate) zone: TimeZone,
    /// Beginning of the run, milliseconds since 1970-01-01 UTC.
    pub(crate) start_ms: i64,
    /// First and last day of the run.
    pub(crate) days: (Date, Date),
    /// Names of the gauges; those of yearly days go with them.
    pub(crate) gauges: Vec<String>,
    /// What has a season or a water level at some time, sorted.
    pub(crate) gates: Vec<Gate>,
    /// Numbers that hold one after the other; together they cover the run.
    pub(crate) versions: Vec<Numbers>,
}

/// A station that is open for a part of the year: for all, or for a class that the water has to be deep enough for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Gate {
    pub(crate) station: u32,
    /// Index of the class; none for all.
    pub(crate) class: Option<usize>,
}

/// The numbers of one version of the model.
#[derive(Clone, Debug)]
pub(crate) struct Numbers {
    /// First tick, and first tick after it.
    pub(crate) from: i64,
    pub(crate) to: i64,
    /// Yearly days, each with the sampler of its spread.
    pub(crate) yearlies: Vec<(Yearly, u32)>,
    pub(crate) seasons: Vec<Season>,
    /// Mean level of each month at each gauge, with the sampler of its spread and the mean of that.
    pub(crate) levels: Vec<Levels>,
    /// In the order of [`Seasons::gates`].
    pub(crate) needs: Vec<Needs>,
}

/// Levels at one gauge, metres.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Levels {
    pub(crate) month_m: [f64; 12],
    pub(crate) spread: u32,
    pub(crate) mean_spread_m: f64,
}

/// When a gate is open.
#[derive(Clone, Debug, Default)]
pub(crate) struct Needs {
    /// Seasons, as indices; all of the year without one.
    pub(crate) seasons: Vec<usize>,
    /// Gauge, lowest and highest level, metres.
    pub(crate) water: Option<(usize, f64, f64)>,
}

/// Where the days and levels come from: drawn, or as they are in the mean.
pub(crate) trait Luck {
    /// How much later than its middle a yearly day comes in a year, milliseconds.
    fn shift_ms(&self, day: &(Yearly, u32), year: i16) -> i64;
    /// How much above its mean the level at a gauge is in a month counted from year 0, metres.
    fn rise_m(&self, gauge: usize, levels: &Levels, month: i32) -> f64;
}

/// The mean of all replications.
pub(crate) struct MeanLuck;

impl Luck for MeanLuck {
    fn shift_ms(&self, day: &(Yearly, u32), _: i16) -> i64 {
        day.0.spread_ms.mean() as i64
    }

    fn rise_m(&self, _: usize, levels: &Levels, _: i32) -> f64 {
        levels.mean_spread_m
    }
}

/// Spans of ticks, sorted, that neither touch nor overlap; the end excluded.
pub(crate) type Spans = Vec<(i64, i64)>;

impl Seasons {
    /// When each of [`Self::gates`] is closed, inside the run.
    pub(crate) fn closed(&self, luck: &impl Luck) -> Vec<Spans> {
        let mut closed: Vec<Spans> = vec![Vec::new(); self.gates.len()];
        for version in &self.versions {
            let seasons: Vec<Spans> =
                version.seasons.iter().map(|season| self.spans_of(season, version, luck)).collect();
            for (needs, spans) in version.needs.iter().zip(&mut closed) {
                let mut here = Vec::new();
                if !needs.seasons.is_empty() {
                    let open = needs.seasons.iter().flat_map(|season| &seasons[*season]).copied();
                    here = gaps(joined(open.collect()), version.from, version.to);
                }
                if let Some(need) = needs.water {
                    here.extend(self.dry_or_flooded(need, version, luck));
                }
                // Neighbours of two versions may touch, too.
                spans.extend(here.into_iter().map(|(from, to)| (from.max(version.from), to.min(version.to))));
            }
        }
        closed.into_iter().map(joined).collect()
    }

    /// When a season is on.
    fn spans_of(&self, season: &Season, version: &Numbers, luck: &impl Luck) -> Spans {
        let (from, to) = (&version.yearlies[season.from.index()], &version.yearlies[season.to.index()]);
        let over = Season::years_over(&from.0, &to.0);
        // A season lasts less than a year, and each of its days comes at most half a year early or late.
        let years = self.days.0.year() - 2..=self.days.1.year() + 1;
        let span = |year: i16| (self.day(from, year, luck), self.day(to, year + over, luck));
        joined(years.map(span).collect())
    }

    /// The tick at which a yearly day of a year begins.
    fn day(&self, day: &(Yearly, u32), year: i16, luck: &impl Luck) -> i64 {
        self.midnight(date(day, year, luck))
    }

    /// The dates of every yearly day: those of the years whose middle of the day lies inside the run, by the numbers that hold then.
    pub(crate) fn yearly_dates(&self, luck: &impl Luck) -> Vec<Vec<YearlyDate>> {
        let of = |at: usize| {
            let in_year = |year: i16| {
                let middle = self.versions[0].yearlies[at].0.middle(year);
                let tick = self.midnight(middle);
                let version = self.versions.iter().find(|version| (version.from..version.to).contains(&tick))?;
                let day = &version.yearlies[at];
                Some(YearlyDate { year, middle: day.0.middle(year), date: date(day, year, luck) })
            };
            (self.days.0.year()..=self.days.1.year()).filter_map(in_year).collect()
        };
        (0..self.versions[0].yearlies.len()).map(of).collect()
    }

    fn midnight(&self, date: Date) -> i64 {
        let at = date.to_zoned(self.zone.clone()).map_or(i64::MAX / 4, |at| at.timestamp().as_millisecond());
        at - self.start_ms
    }

    /// The months in which the water is lower or higher than a link can be travelled at.
    fn dry_or_flooded(&self, need: (usize, f64, f64), version: &Numbers, luck: &impl Luck) -> Spans {
        let (gauge, least_m, most_m) = need;
        let levels = &version.levels[gauge];
        let month_of = |date: Date| i32::from(date.year()) * 12 + i32::from(date.month()) - 1;
        let begins = |month: i32| {
            let date = Date::new((month / 12) as i16, (month % 12) as i8 + 1, 1);
            date.map_or(i64::MAX / 4, |date| self.midnight(date))
        };
        let closed = (month_of(self.days.0)..=month_of(self.days.1)).filter(|month| {
            let level_m = levels.month_m[(month % 12) as usize] + luck.rise_m(gauge, levels, *month);
            level_m < least_m || level_m > most_m
        });
        closed.map(|month| (begins(month), begins(month + 1))).collect()
    }
}

/// The date of a yearly day of a year: known, or drawn.
fn date(day: &(Yearly, u32), year: i16, luck: &impl Luck) -> Date {
    day.0.known_in(year).unwrap_or_else(|| {
        let days = (luck.shift_ms(day, year) as f64 / DAY_MS).round() as i64;
        let days = days.clamp(-MAX_SHIFT_DAYS, MAX_SHIFT_DAYS);
        day.0.middle(year).saturating_add(jiff::Span::new().days(days))
    })
}

/// Spans in any order as sorted ones that neither touch nor overlap; empty ones vanish.
fn joined(mut spans: Spans) -> Spans {
    spans.retain(|(from, to)| from < to);
    spans.sort_unstable();
    let mut all: Spans = Vec::with_capacity(spans.len());
    for (from, to) in spans {
        match all.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => all.push((from, to)),
        }
    }
    all
}

/// What sorted spans leave free between two ticks.
fn gaps(spans: Spans, from: i64, to: i64) -> Spans {
    let ends = spans.iter().map(|(_, end)| *end);
    let begins = spans.iter().map(|(begin, _)| *begin).chain([i64::MAX]);
    let free = [i64::MIN].into_iter().chain(ends).zip(begins);
    free.map(|(begin, end)| (begin.max(from), end.min(to))).filter(|(begin, end)| begin < end).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seasons_that_overlap_or_touch_are_one() {
        assert_eq!(joined(vec![(30, 40), (0, 10), (5, 12), (12, 20), (50, 50), (60, 55)]), [(0, 20), (30, 40)]);
    }

    #[test]
    fn what_no_season_covers_is_closed() {
        assert_eq!(gaps(vec![(-5, 3), (10, 20)], 0, 30), [(3, 10), (20, 30)]);
        assert_eq!(gaps(vec![(-5, 40)], 0, 30), []);
        assert_eq!(gaps(Vec::new(), 0, 30), [(0, 30)]);
    }
}
