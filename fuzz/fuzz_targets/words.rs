//! Quantities, distributions, hours and dates from any bytes.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| portway_fuzz::words(data));
