//! The whole loader on a folder made from any bytes.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| portway_fuzz::load(data));
