//! What the model crate promises, told by examples.

mod calendars;
mod demand;
mod distributions;
mod hours;
mod quantities;
