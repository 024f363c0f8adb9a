//! The corridor as text: parsing, checking and diagnostics of a model folder.
//!
//! A [`Folder`] of named texts goes in; a [`Corridor`] and every [`Diagnostic`] come out ([`load`]).
//! [`Corridor::timeline`] applies a scenario and gives the dated [`Model`] versions that a simulation compiles.
//!
//! This crate knows no files, no clock, no randomness and no simulation. It never panics on any text.

pub mod calendar;
mod changes;
mod corridor;
mod decode;
mod description;
pub mod diagnostic;
mod digest;
pub mod distribution;
pub mod element;
pub mod factor;
pub mod folder;
pub mod id;
pub mod levels;
mod load;
pub mod opened;
mod problem;
pub mod quantity;
pub mod range;
mod reader;
mod records;
mod reference;
mod rescale;
mod said;
mod schema;
mod state;
mod table;
mod titles;
pub mod travel;
pub mod travellers;
mod tree;
pub mod uncertain;
pub mod vary;

pub use changes::{InputChange, changed_inputs};
pub use corridor::{Corridor, Input, Loaded};
pub use diagnostic::{Diagnostic, Label, Severity, render};
pub use distribution::Distribution;
pub use element::Model;
pub use folder::{Folder, SourceFile};
pub use id::{Id, Table};
pub use load::{load, load_in};
pub use opened::{Opened, opened};
pub use reference::reference;
pub use rescale::Demand;
pub use said::{SaidInput, SaidValue};
pub use schema::schema;
pub use titles::TitleLanguage;
