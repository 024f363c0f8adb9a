//! What the pages are shown: plain values made from a corridor, without any reference to it.

pub(crate) mod corridor;
pub(crate) mod input;
pub(crate) mod network;
pub(crate) mod place;
pub(crate) mod project;
