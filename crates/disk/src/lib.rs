//! Model folders and run folders on disk.
//!
//! A model folder is read as it is, within limits. A run folder appears whole or not at all and takes the place of nothing that a
//! user made. The command line and the server write the same folders through this crate, so either can open what the other left.

pub mod earlier;
mod failure;
pub mod folder;
pub mod manifest;
pub mod run_files;
pub mod run_folder;
pub mod whole;

pub use earlier::Earlier;
pub use failure::{Failure, reason};
pub use run_folder::RunFolder;
