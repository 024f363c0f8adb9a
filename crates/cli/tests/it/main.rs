//! The command as a user meets it: the binary itself, in folders of its own.

mod guides;
mod repeat;
