//! Addressed random numbers: a draw is a pure function of where it stands, not of how many draws came before it.
//!
//! A usual generator hands out one number after another, so one more vehicle, one more stage or one more thread
//! shifts every later number. Two scenarios then differ by luck as well as by design. Here each number has an address,
//! `(seed, replication, words…, counter)`, and is computed from it. Scenarios that share a vehicle share its luck (common
//! random numbers), replications run in any order on any thread, and nothing has to be stored.
//!
//! # The generator
//!
//! Philox2x64 of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC 2011): rounds of a keyed
//! bijection of a 128-bit counter, each one wide multiplication and two exclusive ors. Its authors found it to pass all
//! of TestU01's BigCrush from six rounds on, for the structured counters and keys that addressing by position produces.
//! Keys are derived with their recommended ten rounds; draws, whose key and upper counter are then thoroughly mixed
//! already, take seven, the lower of the two numbers of rounds for which they publish known answers. That is 2.2 ns a
//! draw instead of 3.7 where this was written, and 10 ns from counter to result instead of 15.
//!
//! Squares (Widynski 2020, arXiv 2004.06278) would take 1.7 and 7.4 ns. Its quality rests on keys with irregular digits
//! made by a utility of their own; Philox takes any key, so a key can be a hash of an address.
//!
//! # The address
//!
//! A [`Key`] is 192 bits: the 64-bit Philox key and the upper half of the Philox counter; the lower half is the counter
//! of the draw. [`Key::new`] and [`Key::with`] absorb one word at a time by running the generator itself under a key with
//! all bits inverted, so no key on the way ever equals a draw. Two different addresses share a key with probability 2⁻¹²⁸.
//! Names become words by [`word_of`], never by their position in a list: adding an element to a model changes nobody
//! else's draws.

const MULTIPLIER: u64 = 0xD2B7_4407_B1CE_6E93;
const WEYL: u64 = 0x9E37_79B9_7F4A_7C15;
/// Rounds behind a draw: one more than BigCrush needs.
const DRAW_ROUNDS: usize = 7;
/// Rounds behind a key: the authors' recommendation, with a margin. Keys are made once a run, so the price is nothing.
const KEY_ROUNDS: usize = 10;

/// The address of a stream of draws: everything but the counter.
///
/// ```
/// use portway_stats::random::{Key, word_of};
///
/// let service = Key::new(42, 0).with(word_of("stage.documents")).with(word_of("service"));
/// assert_eq!(service.draw(7), service.draw(7));
/// assert_ne!(service.draw(7), service.draw(8));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    key: u64,
    stream: u64,
}

impl Key {
    /// The key of one replication of one experiment.
    pub fn new(seed: u64, replication: u32) -> Self {
        let root = Self { key: seed, stream: 0 };
        root.with(u64::from(replication))
    }

    /// The key of a stream inside this one. The order of words matters.
    #[must_use]
    pub fn with(self, word: u64) -> Self {
        let [key, stream] = philox::<KEY_ROUNDS>([word, self.stream], !self.key);
        Self { key, stream }
    }

    /// The draw number `counter` of this stream: 64 uniform bits.
    #[inline]
    pub fn draw(self, counter: u64) -> u64 {
        philox::<DRAW_ROUNDS>([counter, self.stream], self.key)[0]
    }

    /// The same stream, made ready for many draws.
    pub fn stream(self) -> Stream {
        Stream { stream: self.stream, round_keys: round_keys(self.key) }
    }
}

/// A [`Key`] whose round keys are worked out, which is a fourth of the work of a draw.
///
/// ```
/// use portway_stats::random::Key;
///
/// let key = Key::new(42, 0);
/// assert_eq!(key.stream().draw(7), key.draw(7));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stream {
    stream: u64,
    round_keys: [u64; DRAW_ROUNDS],
}

impl Stream {
    /// The draw number `counter`: 64 uniform bits.
    #[inline(always)]
    pub fn draw(&self, counter: u64) -> u64 {
        rounds([counter, self.stream], &self.round_keys)[0]
    }
}

/// The Philox2x64 block function of the given number of rounds: 128 bits from a 128-bit counter (low word first) and a 64-bit key.
#[inline]
pub fn philox<const ROUNDS: usize>(counter: [u64; 2], key: u64) -> [u64; 2] {
    rounds(counter, &round_keys::<ROUNDS>(key))
}

#[inline(always)]
fn rounds<const ROUNDS: usize>(counter: [u64; 2], round_keys: &[u64; ROUNDS]) -> [u64; 2] {
    let [mut low, mut high] = counter;
    for round_key in round_keys {
        let product = u128::from(low) * u128::from(MULTIPLIER);
        low = (product >> 64) as u64 ^ round_key ^ high;
        high = product as u64;
    }
    [low, high]
}

#[inline(always)]
fn round_keys<const ROUNDS: usize>(key: u64) -> [u64; ROUNDS] {
    std::array::from_fn(|round| key.wrapping_add(WEYL.wrapping_mul(round as u64)))
}

/// The word of a name: its 64-bit FNV-1a hash (Fowler, Noll and Vo), the same on every machine and version.
///
/// FNV-1a mixes short names weakly, which does no harm: [`Key::with`] passes the word through Philox.
pub fn word_of(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// The centre of the draw's place among the 2⁵² equal parts of (0, 1): never 0, never 1.
#[inline]
pub fn unit(bits: u64) -> f64 {
    ((bits >> 12) as i64 as f64 + 0.5) * (1.0 / (1u64 << 52) as f64)
}

/// The threshold under which a [`coin`] falls with the given probability, to within 2⁻⁵³; outside 0 to 1 it is clamped.
pub fn threshold(probability: f64) -> u64 {
    // The conversion saturates, so 1 becomes the largest number, and NaN becomes 0.
    (probability * 18_446_744_073_709_551_616.0) as u64
}

/// Whether a coin of the given [`threshold`] falls. A coin that falls for one probability falls for every larger one.
#[inline]
pub fn coin(bits: u64, threshold: u64) -> bool {
    bits < threshold || threshold == u64::MAX
}
