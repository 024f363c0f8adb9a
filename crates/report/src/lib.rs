//! Renders results as terminal tables, JSON, Parquet and a self-contained HTML page. Runs nothing.
//!
//! Every function takes values and returns text or bytes; writing them anywhere is the caller's work. The same input gives
//! the same bytes. All words for people stand in one file, so that a language can be added beside English.

mod answer;
pub mod basis;
mod bottleneck;
mod capacity;
mod chart;
pub mod csv;
mod explain;
mod field;
pub mod html;
pub mod json;
pub mod language;
mod limits;
pub mod markdown;
mod measures;
mod money;
mod number;
mod owners;
pub mod parquet;
mod programme;
mod ranking;
pub mod rests_on;
mod sensitivity;
mod services;
pub mod since;
pub mod style;
mod sweep;
pub mod table;
mod text;
mod trade;
mod travellers;
mod view;
mod ways;
mod words;

pub use basis::Basis;
pub use language::Language;
pub use since::Since;
pub use style::Style;
