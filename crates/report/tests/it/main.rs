//! What people and programs read, checked as text.

mod bottleneck;
mod capacity;
mod explain;
mod files;
mod languages;
mod limits;
mod money;
mod owners;
mod pages;
mod programme;
mod sample;
mod sensitivity;
mod sweeps;
mod tables;
mod trade;
mod ways;
