//! Feeds of timetables as texts: what is read, what it becomes, what goes out, and what is refused.

mod corpus;
mod exporting;
mod importing;
mod reading;
mod round_trip;
mod sample;
