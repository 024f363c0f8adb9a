//! Small corridors as text in, what the kernel saw of them out.

mod addresses;
mod blocking;
mod calendars;
mod choice;
mod clear;
mod compiling;
mod corridor;
mod coverage;
mod exact;
mod limits;
mod load;
mod properties;
mod seasons;
mod services;
mod stages;
mod symmetry;
