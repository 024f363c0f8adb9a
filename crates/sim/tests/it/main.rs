//! Small corridors as text in, what the kernel saw of them out.

mod corridor;
mod exact;
