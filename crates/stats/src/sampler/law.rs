//! Exact inverse distribution functions from both ends, by `libm` alone so that every machine builds the same tables.

use libm::{exp, expm1, lgamma, log, log1p, pow, sqrt};

/// A continuous law with unbounded tails, ready to be inverted.
#[derive(Clone, Copy, Debug)]
pub(super) enum Law {
    Normal { mean: f64, sd: f64 },
    Lognormal { mu: f64, sigma: f64 },
    Weibull { scale: f64, shape: f64 },
    Gamma { scale: f64, shape: f64, log_gamma: f64 },
    Hyperexponential { first_share: f64, first_rate: f64, second_rate: f64 },
}

impl Law {
    pub(super) fn lognormal(mean: f64, cv: f64) -> Self {
        let variance = log1p(cv * cv);
        Self::Lognormal { mu: log(mean) - variance / 2.0, sigma: sqrt(variance) }
    }

    pub(super) fn weibull(mean: f64, shape: f64) -> Self {
        Self::Weibull { scale: mean / exp(lgamma(1.0 + 1.0 / shape)), shape }
    }

    pub(super) fn gamma(mean: f64, cv: f64) -> Self {
        let shape = 1.0 / (cv * cv);
        Self::Gamma { scale: mean / shape, shape, log_gamma: lgamma(shape) }
    }

    pub(super) fn hyperexponential(mean: f64, cv: f64) -> Self {
        let square = cv * cv;
        let first_share = 0.5 * (1.0 + sqrt((square - 1.0) / (square + 1.0)));
        Self::Hyperexponential {
            first_share,
            first_rate: 2.0 * first_share / mean,
            second_rate: 2.0 * (1.0 - first_share) / mean,
        }
    }

    /// The value that is exceeded with probability `1 − p`; best for `p` up to one half.
    pub(super) fn lower(&self, p: f64) -> f64 {
        match *self {
            Self::Normal { mean, sd } => mean + sd * normal_lower(p),
            Self::Lognormal { mu, sigma } => exp(mu + sigma * normal_lower(p)),
            Self::Weibull { scale, shape } => scale * power(-log1p(-p), shape),
            Self::Gamma { scale, shape, log_gamma } => scale * gamma_inverse(shape, log_gamma, p, Side::Lower),
            Self::Hyperexponential { first_share, first_rate, second_rate } => {
                // The distribution function is concave, so Newton's method climbs from zero without overshooting.
                newton(|x| {
                    let (first, second) = (expm1(-first_rate * x), expm1(-second_rate * x));
                    let miss = p + first_share * first + (1.0 - first_share) * second;
                    let slope =
                        first_share * first_rate * (first + 1.0) + (1.0 - first_share) * second_rate * (second + 1.0);
                    miss / slope
                })
            }
        }
    }

    /// The value that is exceeded with probability `q`; best for `q` up to one half.
    pub(super) fn upper(&self, q: f64) -> f64 {
        match *self {
            Self::Normal { mean, sd } => mean - sd * normal_lower(q),
            Self::Lognormal { mu, sigma } => exp(mu - sigma * normal_lower(q)),
            Self::Weibull { scale, shape } => scale * power(-log(q), shape),
            Self::Gamma { scale, shape, log_gamma } => scale * gamma_inverse(shape, log_gamma, q, Side::Upper),
            Self::Hyperexponential { first_share, first_rate, second_rate } => {
                // The logarithm of the survival function is convex, so Newton's method again climbs from zero.
                newton(|x| {
                    let first = first_share * exp(-first_rate * x);
                    let second = (1.0 - first_share) * exp(-second_rate * x);
                    let survival = first + second;
                    log(survival / q) * survival / (first * first_rate + second * second_rate)
                })
            }
        }
    }
}

/// `x` to the power of `1 / shape`, without the rounding of a power where it is the exponential.
fn power(x: f64, shape: f64) -> f64 {
    if shape == 1.0 { x } else { pow(x, 1.0 / shape) }
}

/// Newton's method doubles the digits: after a relative step this small the error is about 10⁻¹⁰, and the table's single
/// precision 6·10⁻⁸.
const LAST_STEP: f64 = 1e-5;

/// Climbs from zero by the given steps until they vanish.
fn newton(step: impl Fn(f64) -> f64) -> f64 {
    let mut x = 0.0;
    for _ in 0..200 {
        let by = step(x);
        x += by;
        if by.abs() <= LAST_STEP * x {
            break;
        }
    }
    x
}

/// The standard normal quantile of `p` up to one half (negative), to about 16 digits: algorithm AS 241 of Wichura,
/// "The percentage points of the normal distribution", Applied Statistics 37 (1988).
#[allow(clippy::excessive_precision)]
fn normal_lower(p: f64) -> f64 {
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180625 - q * q;
        const A: [f64; 8] = [
            3.387_132_872_796_366_608_0,
            1.331_416_678_917_843_774_5e2,
            1.971_590_950_306_551_442_7e3,
            1.373_169_376_550_946_112_5e4,
            4.592_195_393_154_987_145_7e4,
            6.726_577_092_700_870_085_3e4,
            3.343_057_558_358_812_810_5e4,
            2.509_080_928_730_122_672_7e3,
        ];
        const B: [f64; 8] = [
            1.0,
            4.231_333_070_160_091_125_2e1,
            6.871_870_074_920_579_083_0e2,
            5.394_196_021_424_751_107_7e3,
            2.121_379_430_158_659_586_7e4,
            3.930_789_580_009_271_061_0e4,
            2.872_908_573_572_194_267_4e4,
            5.226_495_278_852_854_561_0e3,
        ];
        return q * polynomial(&A, r) / polynomial(&B, r);
    }
    let r = sqrt(-log(p));
    if r <= 5.0 {
        const C: [f64; 8] = [
            1.423_437_110_749_683_577_34,
            4.630_337_846_156_545_295_90,
            5.769_497_221_460_691_405_50,
            3.647_848_324_763_204_605_04,
            1.270_458_252_452_368_382_58,
            2.417_807_251_774_506_117_70e-1,
            2.272_384_498_926_918_458_33e-2,
            7.745_450_142_783_414_076_40e-4,
        ];
        const D: [f64; 8] = [
            1.0,
            2.053_191_626_637_758_821_87,
            1.676_384_830_183_803_849_40,
            6.897_673_349_851_000_045_50e-1,
            1.481_039_764_274_800_745_90e-1,
            1.519_866_656_361_645_719_66e-2,
            5.475_938_084_995_344_946_00e-4,
            1.050_750_071_644_416_843_24e-9,
        ];
        return -polynomial(&C, r - 1.6) / polynomial(&D, r - 1.6);
    }
    const E: [f64; 8] = [
        6.657_904_643_501_103_777_20,
        5.463_784_911_164_114_369_90,
        1.784_826_539_917_291_335_80,
        2.965_605_718_285_048_912_30e-1,
        2.653_218_952_657_612_309_30e-2,
        1.242_660_947_388_078_438_60e-3,
        2.711_555_568_743_487_578_15e-5,
        2.010_334_399_292_288_132_65e-7,
    ];
    const F: [f64; 8] = [
        1.0,
        5.998_322_065_558_879_376_90e-1,
        1.369_298_809_227_358_053_10e-1,
        1.487_536_129_085_061_485_25e-2,
        7.868_691_311_456_132_591_00e-4,
        1.846_318_317_510_054_681_80e-5,
        1.421_511_758_316_445_888_70e-7,
        2.044_263_103_389_939_785_64e-15,
    ];
    -polynomial(&E, r - 5.0) / polynomial(&F, r - 5.0)
}

fn polynomial(coefficients: &[f64], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, coefficient| sum * x + coefficient)
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Lower,
    Upper,
}

/// Above this shape (cv below 0.01) the cube-root approximation is closer to the law than the table is.
const NEARLY_NORMAL_SHAPE: f64 = 1e4;

/// The value of the gamma law of scale 1 with the given probability below it (`Lower`) or above it (`Upper`).
fn gamma_inverse(shape: f64, log_gamma: f64, probability: f64, side: Side) -> f64 {
    // Wilson and Hilferty, "The distribution of chi-square" (1931): the cube root of a gamma is nearly normal.
    let z = if side == Side::Lower { normal_lower(probability) } else { -normal_lower(probability) };
    let root = 1.0 - 1.0 / (9.0 * shape) + z / (3.0 * sqrt(shape));
    let mut x = shape * root * root * root;
    if shape > NEARLY_NORMAL_SHAPE {
        return x;
    }
    // Far down the lower tail the law is a power.
    let power_law = exp((log(probability) + log_gamma + log(shape)) / shape);
    if side == Side::Lower && (root <= 0.3 || shape < 1.0) {
        x = power_law;
    } else if root <= 0.1 {
        x = shape.min(1.0) * 0.5;
    }
    for _ in 0..60 {
        if x < f64::MIN_POSITIVE {
            // The value is smaller than any number that can be told from zero.
            return 0.0;
        }
        let density = exp((shape - 1.0) * log(x) - x - log_gamma);
        let (lower, upper) = incomplete_gamma(shape, x, density);
        // Newton's method on the logarithm of the tail: along log x below, along x above, where it is nearly straight.
        let next = if side == Side::Lower {
            x * exp((log(probability / lower) * lower / (x * density)).clamp(-2.0, 2.0))
        } else {
            (x + log(upper / probability) * upper / density).clamp(x / 8.0, x * 8.0 + 1.0)
        };
        let close = (next - x).abs() <= LAST_STEP * x;
        x = next;
        if close {
            break;
        }
    }
    x
}

/// Shares of the gamma law of scale 1 below and above `x`: the series below, the continued fraction above (Abramowitz
/// and Stegun 6.5.29 and 6.5.31, the latter by Lentz's method), whichever converges fast.
fn incomplete_gamma(shape: f64, x: f64, density: f64) -> (f64, f64) {
    if x < shape + 1.0 {
        let mut term = 1.0 / shape;
        let mut sum = term;
        let mut n = shape;
        while term > sum * 1e-16 {
            n += 1.0;
            term *= x / n;
            sum += term;
        }
        let lower = sum * density * x;
        (lower, 1.0 - lower)
    } else {
        let mut b = x + 1.0 - shape;
        let mut c = f64::MAX;
        let mut d = 1.0 / b;
        let mut h = d;
        for i in 1..10_000 {
            let i = f64::from(i);
            let a = -i * (i - shape);
            b += 2.0;
            d = 1.0 / (a * d + b);
            c = b + a / c;
            h *= d * c;
            if (d * c - 1.0).abs() < 1e-15 {
                break;
            }
        }
        let upper = h * density * x;
        (1.0 - upper, upper)
    }
}
