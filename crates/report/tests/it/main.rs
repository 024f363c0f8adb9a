//! What people and programs read, checked as text.

mod pages;
mod sample;
mod tables;
