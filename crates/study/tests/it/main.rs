//! Studies of small corridors, from text to results.

mod bridge;
mod compare;
mod exact;
mod run;
mod samples;
mod trials;
mod validate;
