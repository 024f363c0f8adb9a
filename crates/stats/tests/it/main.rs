//! The behaviour of the statistics as their users see it.

mod histogram;
mod random;
mod sampler;
