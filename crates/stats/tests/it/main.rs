//! The behaviour of the statistics as their users see it.

mod histogram;
mod interval;
mod random;
mod sampler;
mod selection;
mod sensitivity;
mod stationary;
mod tests_of_fit;
