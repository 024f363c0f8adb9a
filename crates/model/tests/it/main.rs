//! What the model crate promises, told by examples.

mod quantities;
