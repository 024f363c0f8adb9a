//! A feed of timetables made from any bytes.
#![no_main]

#[path = "../src/gtfs.rs"]
mod body;

libfuzzer_sys::fuzz_target!(|data: &[u8]| body::gtfs(&portway_fuzz::folder(data)));
