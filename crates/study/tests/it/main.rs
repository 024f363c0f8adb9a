//! Studies of small corridors, from text to results.

mod bottleneck;
mod bottleneck_of_services;
mod bridge;
mod capacity;
mod choice;
mod compare;
mod cost;
mod effects;
mod exact;
mod explain;
mod journey;
mod limits;
mod owners;
mod programme;
mod ranking;
mod run;
mod samples;
mod sensitivity;
mod sweep;
mod trade;
mod trials;
mod validate;
