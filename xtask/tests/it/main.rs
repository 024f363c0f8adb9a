//! Facts about the whole workspace.

mod ladder;
