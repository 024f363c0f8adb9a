//! What people and programs read, checked as text.

mod sample;
mod tables;
