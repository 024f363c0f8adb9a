//! What the model crate promises, told by examples.

mod calendars;
mod choice;
mod corpus;
mod demand;
mod digests;
mod distributions;
mod documentation;
mod factors;
mod folders;
mod generated;
mod hostile;
mod hours;
mod levels;
mod mistakes;
mod money;
mod opened;
mod parts;
mod projects;
mod quantities;
mod ranges;
mod rescale;
mod states;
mod titles;
mod travel;
mod uncertain;
mod vary;
