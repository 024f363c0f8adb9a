//! Log-linear histograms of non-negative integers, exact to merge.
//!
//! Waiting times span six orders of magnitude, so equal bins waste either memory or precision. Here every power of two is
//! cut into 64 equal bins, as in Tene's HdrHistogram: the bin of a value follows from its leading zeros, without a search
//! and without a table. Values below [`Histogram::EXACT_BELOW`] have bins of their own. Count, sum and maximum are kept
//! apart and exact. All of it is integers, so merging is addition and the order of replications cannot show.

/// Bits of a value that its bin keeps after the leading one.
const SUB_BITS: u32 = 6;

/// Counts of values in log-linear bins: exact below [`Histogram::EXACT_BELOW`], relative width at most 1/64 above it.
///
/// Recording is a few instructions, merging adds counts, so results do not depend on the order of either.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Histogram {
    /// Ends with the bin of the largest value, so equal contents are equal histograms.
    bins: Vec<u64>,
    sum: u128,
    count: u64,
    max: u64,
}

impl Histogram {
    /// Values below this have a bin of their own.
    pub const EXACT_BELOW: u64 = 2 << SUB_BITS;

    /// An empty histogram. It allocates nothing until a value comes.
    pub fn new() -> Self {
        Self::default()
    }

    /// Counts one value.
    #[inline]
    pub fn record(&mut self, value: u64) {
        let bin = bin_of(value);
        match self.bins.get_mut(bin) {
            Some(count) => *count += 1,
            None => self.grow(bin, 1),
        }
        self.count += 1;
        self.sum += u128::from(value);
        self.max = self.max.max(value);
    }

    /// Counts one value many times at once.
    ///
    /// ```
    /// let (mut one_by_one, mut at_once) = (portway_stats::Histogram::new(), portway_stats::Histogram::new());
    /// (0..3).for_each(|_| one_by_one.record(500));
    /// at_once.record_many(500, 3);
    /// assert_eq!(one_by_one, at_once);
    /// ```
    pub fn record_many(&mut self, value: u64, times: u64) {
        if times == 0 {
            return;
        }
        let bin = bin_of(value);
        match self.bins.get_mut(bin) {
            Some(count) => *count += times,
            None => self.grow(bin, times),
        }
        self.count += times;
        self.sum += u128::from(value) * u128::from(times);
        self.max = self.max.max(value);
    }

    /// Counts one value of signed milliseconds; a negative one, which a clock step can make, counts as zero.
    #[inline]
    pub fn record_ms(&mut self, value_ms: i64) {
        self.record(value_ms.max(0) as u64);
    }

    #[cold]
    fn grow(&mut self, bin: usize, times: u64) {
        self.bins.resize(bin + 1, 0);
        self.bins[bin] = times;
    }

    /// Adds everything that the other histogram counted.
    pub fn merge(&mut self, other: &Self) {
        if other.bins.len() > self.bins.len() {
            self.bins.resize(other.bins.len(), 0);
        }
        for (mine, theirs) in self.bins.iter_mut().zip(&other.bins) {
            *mine += theirs;
        }
        self.count += other.count;
        self.sum += other.sum;
        self.max = self.max.max(other.max);
    }

    /// Values counted.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Whether nothing was counted.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Exact sum of the values.
    pub fn sum(&self) -> u128 {
        self.sum
    }

    /// Exact largest value; 0 when empty.
    pub fn max(&self) -> u64 {
        self.max
    }

    /// Mean of the values, from the exact sum; `None` when empty.
    pub fn mean(&self) -> Option<f64> {
        (self.count > 0).then(|| self.sum as f64 / self.count as f64)
    }

    /// The value that a share `q` of the values does not exceed; `None` when empty. `q` is clamped to 0 to 1.
    ///
    /// With n values this is the estimate of the ⌈q·n⌉-th smallest: exact below [`Self::EXACT_BELOW`], else the middle of
    /// its bin, so within 1/128 of it. Quantile 1 is the exact maximum.
    pub fn quantile(&self, q: f64) -> Option<u64> {
        if self.count == 0 {
            return None;
        }
        let rank = (libm::ceil(q.clamp(0.0, 1.0) * self.count as f64) as u64).clamp(1, self.count);
        if rank == self.count {
            return Some(self.max);
        }
        let mut seen = 0;
        for (bin, &count) in self.bins.iter().enumerate() {
            seen += count;
            if seen >= rank {
                return Some((lower_edge(bin) + (width(bin) - 1) / 2).min(self.max));
            }
        }
        Some(self.max)
    }

    /// The value that a share `q` of the values does not exceed, with the values of a bin taken as spread evenly over it;
    /// `None` when empty. `q` is clamped to 0 to 1.
    ///
    /// For a law with a smooth density the error is far below the width of a bin: at the 95th percentile of an exponential
    /// it is less than 0.02 %. Means of it over replications are therefore fit to be held against an exact answer, which
    /// the middles of bins that [`Self::quantile`] gives are not.
    pub fn smooth_quantile(&self, q: f64) -> Option<f64> {
        if self.count == 0 {
            return None;
        }
        let rank = q.clamp(0.0, 1.0) * self.count as f64;
        let mut below = 0.0;
        for (bin, &count) in self.bins.iter().enumerate().filter(|(_, count)| **count > 0) {
            let count = count as f64;
            if below + count >= rank {
                if lower_edge(bin) < Self::EXACT_BELOW {
                    return Some(lower_edge(bin) as f64);
                }
                let part = ((rank - below) / count).clamp(0.0, 1.0);
                // A recorded integer stands for the values that round to it.
                return Some((lower_edge(bin) as f64 - 0.5 + part * width(bin) as f64).min(self.max as f64));
            }
            below += count;
        }
        Some(self.max as f64)
    }

    /// Share of the values that do not exceed `value`; 0 when empty.
    ///
    /// Exact below [`Self::EXACT_BELOW`] and from the maximum on. Between, the values of the bin that `value` falls into
    /// are taken as spread evenly over it, so the error is at most the share of that one bin.
    pub fn fraction_at_most(&self, value: u64) -> f64 {
        if self.count == 0 {
            return 0.0;
        }
        if value >= self.max {
            return 1.0;
        }
        let bin = bin_of(value);
        let below: u64 = self.bins[..bin].iter().sum();
        let part = (value - lower_edge(bin) + 1) as f64 / width(bin) as f64;
        (below as f64 + part * self.bins[bin] as f64) / self.count as f64
    }

    /// The bins that hold something, as (largest value of the bin, count), in ascending order.
    pub fn iter(&self) -> impl Iterator<Item = (u64, u64)> + '_ {
        let filled = self.bins.iter().enumerate().filter(|(_, count)| **count > 0);
        filled.map(|(bin, &count)| (lower_edge(bin) + (width(bin) - 1), count))
    }
}

#[inline]
fn bin_of(value: u64) -> usize {
    // The set bit makes every value below the first power of two use bins of width one, without a branch.
    let shift = (63 - SUB_BITS) - (value | 1 << SUB_BITS).leading_zeros();
    ((u64::from(shift) << SUB_BITS) + (value >> shift)) as usize
}

fn lower_edge(bin: usize) -> u64 {
    let shift = shift_of(bin);
    (bin as u64 - (u64::from(shift) << SUB_BITS)) << shift
}

fn width(bin: usize) -> u64 {
    1 << shift_of(bin)
}

fn shift_of(bin: usize) -> u32 {
    ((bin >> SUB_BITS) as u32).saturating_sub(1)
}
