//! What the model crate promises, told by examples.

mod calendars;
mod demand;
mod distributions;
mod folders;
mod hours;
mod quantities;
