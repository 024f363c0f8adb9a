//! Compiles a model to a flat program and runs one replication of it. Knows no files, threads or wall clock.
//!
//! [`compile()`] turns a `Timeline` into a [`Program`];
//! [`run`] turns a program and a replication number into [`Observations`].

pub mod compile;
pub mod kernel;
pub mod observations;
pub mod program;

pub use compile::{CompileError, compile};
pub use kernel::{InitialVehicle, RunError, RunOptions, run};
pub use observations::{
    AlternativeObservations, Hold, LimitObservations, Observations, StationObservations, StreamObservations, Visit,
};
pub use program::Program;
