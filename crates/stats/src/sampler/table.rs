//! The quantile table: a monotone piecewise quadratic through exact quantiles, with the exact mean in every piece.
//!
//! A draw is folded at one half, so `t` counts from the nearer end of (0, 1). The pieces are log-linear in `t`, like the
//! bins of [`crate::Histogram`]: each halving of the distance to the end is an octave of [`PIECES`] equal pieces, found
//! by counting leading zeros. Near an end a quantile function behaves like a logarithm or a power, which looks the same
//! in every octave, so a few pieces serve all of them. And because half of all draws fall into the first octaves, the
//! part of the table that is read often is a few hundred bytes.
//!
//! In a piece, with `f` from 0 to 1, the value is `start + f·(rise + bend·(f − 1))`. Start and rise hit the quantiles at
//! both ends and bend makes the mean of the piece that of the law. Quadratics whose bend does not exceed the rise are
//! monotone, so the bend is limited to it.
//!
//! Against the laws of the language with a coefficient of variation up to 3, the tests find the mean within 10⁻⁸, the
//! variance within 10⁻⁶ and every quantile within 10⁻³ standard deviations (mostly 10⁻⁵).

use super::law::Law;

/// Octaves at each end; beyond them, for one draw in 2¹⁶ at each end, the exact inverse is called.
const OCTAVES: usize = 15;
/// Pieces per octave; a power of two.
const PIECES: usize = 8;
const PIECE_BITS: u32 = PIECES.trailing_zeros();
/// Pieces of an end. The first octave stays empty, so that the zeros in front of a draw are the number of its octave and no
/// place is outside the table.
const SIDE: usize = (OCTAVES + 1) * PIECES;

/// Quadratic pieces of a quantile function, and the law for what lies beyond them.
#[derive(Clone, Debug)]
pub(super) struct Table {
    pieces: [Piece; 2 * SIDE],
    law: Law,
}

/// Single precision halves the cache that samplers take; the relative rounding of 6·10⁻⁸ has no direction.
#[derive(Clone, Copy, Debug, Default)]
struct Piece {
    start: f32,
    rise: f32,
    bend: f32,
}

impl Table {
    pub(super) fn of(law: Law) -> Self {
        let mut pieces = [Piece::default(); 2 * SIDE];
        for (side, half) in pieces.chunks_exact_mut(SIDE).enumerate() {
            let quantile = |t: f64| if side == 0 { law.lower(t) } else { law.upper(t) };
            // From the middle of the distribution outward, each piece begins where the next one inward ended.
            let mut end = quantile(0.5);
            for (octave, octave_pieces) in half.chunks_exact_mut(PIECES).skip(1).enumerate() {
                let base = libm::ldexp(1.0, -(octave as i32) - 2);
                for (number, piece) in octave_pieces.iter_mut().enumerate().rev() {
                    let at = |f: f64| quantile(base * (1.0 + (number as f64 + f) / PIECES as f64));
                    let start = at(0.0);
                    *piece = Piece::through(start, at(INNER), at(1.0 - INNER), end);
                    end = start;
                }
            }
        }
        Self { pieces, law }
    }

    #[inline]
    pub(super) fn sample(&self, bits: u64) -> f64 {
        let side = (bits as i64 >> 63) as u64;
        let t = bits ^ side;
        // The set bit spares the processor the case of zero, which is far beyond the pieces anyway.
        let zeros = (t | 1).leading_zeros();
        if zeros > OCTAVES as u32 {
            return self.beyond(bits);
        }
        // Drop the leading one; what remains is the place inside the octave.
        let place = t << zeros << 1;
        let number = (place >> (64 - PIECE_BITS)) as usize;
        let f = ((place << PIECE_BITS) >> 1) as i64 as f64 * (1.0 / (1u64 << 63) as f64);
        let octave = (zeros as usize * PIECES) & (SIDE - 1);
        let piece = &self.pieces[(side as usize & SIDE) | octave | number];
        piece.at(f)
    }

    #[cold]
    #[inline(never)]
    fn beyond(&self, bits: u64) -> f64 {
        let unit = libm::ldexp(1.0, -64);
        if bits >> 63 == 0 {
            self.law.lower((bits as f64 + 0.5) * unit)
        } else {
            self.law.upper((!bits as f64 + 0.5) * unit)
        }
    }
}

/// Inner node of the four-point Gauss–Lobatto rule on 0 to 1, exact for polynomials of degree five.
const INNER: f64 = 0.276_393_202_250_021;

impl Piece {
    fn through(start: f64, inner: f64, outer: f64, end: f64) -> Self {
        let mean = (start + end + 5.0 * (inner + outer)) / 12.0;
        let rounded_start = start as f32;
        // The rise is rounded toward zero, so that a piece never ends beyond the start of the next.
        let exact_rise = f64::from(end as f32) - f64::from(rounded_start);
        let rise = toward_zero(exact_rise);
        let bend = 6.0 * (0.5 * f64::from(rise) - (mean - f64::from(rounded_start)));
        let limit = f64::from(rise).abs();
        Self { start: rounded_start, rise, bend: toward_zero(bend.clamp(-limit, limit)) }
    }

    #[inline]
    fn at(self, f: f64) -> f64 {
        f64::from(self.start) + f * (f64::from(self.rise) + f64::from(self.bend) * (f - 1.0))
    }
}

fn toward_zero(value: f64) -> f32 {
    let near = value as f32;
    if f64::from(near).abs() <= value.abs() { near } else { f32::from_bits(near.to_bits() - 1) }
}

#[cfg(test)]
mod tests;
