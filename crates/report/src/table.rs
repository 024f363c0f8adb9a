//! Terminal tables of 80 columns: the answer, the numbers behind it, and what they rest on.

mod bottleneck;
mod capacity;
mod catalogue;
mod comparison;
mod exact;
mod explain;
mod field;
mod grid;
mod limits;
mod money;
mod owners;
mod programme;
mod ranking;
mod run;
mod sensitivity;
mod services;
mod since;
mod stations;
mod sweep;
mod trade;
mod validation;
mod ways;

pub use bottleneck::bottleneck;
pub use capacity::capacity;
pub use catalogue::measures;
pub use comparison::comparison;
pub use exact::exact;
pub(crate) use exact::{detectable, exact_value};
pub use explain::explain;
pub use programme::programme;
pub use ranking::ranking;
pub use run::run;
pub use sensitivity::sensitivity;
pub use sweep::sweep;
pub use validation::validation;

pub(crate) use comparison::{SHOWN, shown};
pub(crate) use validation::{range, simulated, why};
