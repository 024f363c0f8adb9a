//! Builds anew when the pages are. Their folder is always there; it is empty until `cargo xtask studio` fills it.

fn main() {
    println!("cargo:rerun-if-changed=../../studio/dist");
}
