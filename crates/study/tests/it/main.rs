//! Studies of small corridors, from text to results.

mod bottleneck;
mod bridge;
mod capacity;
mod compare;
mod cost;
mod exact;
mod explain;
mod journey;
mod ranking;
mod run;
mod samples;
mod sweep;
mod sensitivity;
mod trials;
mod validate;
