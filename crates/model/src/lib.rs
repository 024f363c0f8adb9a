//! The corridor as text: parsing, checking and diagnostics of a model folder.
//!
//! A [`Folder`] of named texts goes in; a [`Corridor`] and every [`Diagnostic`] come out ([`load`]).
//! [`Corridor::timeline`] applies a scenario and gives the dated [`Model`] versions that a simulation compiles.
//!
//! This crate knows no files, no clock, no randomness and no simulation. It never panics on any text.

pub mod calendar;
pub mod distribution;
pub mod element;
pub mod id;
pub mod quantity;

pub use distribution::Distribution;
pub use element::Model;
pub use id::{Id, Table};
