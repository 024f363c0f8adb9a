//! Timetables of public transport, as GTFS Schedule writes them, into a model folder and out of it.
//!
//! [`read`] turns the named texts of a feed into a [`Feed`], or tells every mistake in them. [`import()`] says it in the model
//! language: stops become nodes, ways between them links, trips services. [`export()`] goes the other way: the services of a
//! scenario become one feed for each time zone. What one side can say and the other cannot is told, never dropped in silence.
//!
//! This crate knows no files, no clock and no archives, and panics on no text.

mod days;
pub mod evidence;
pub mod export;
pub mod feed;
pub mod import;
mod mistakes;
mod table;
mod words;

pub use export::{Exported, Publisher, ZoneFeed, export};
pub use feed::{Feed, read};
pub use import::{Imported, Wishes, import};
pub use words::Mode;
