//! The language described by the code that reads it.

use crate::decode::{self, Tables};
use crate::problem::{Problems, Sources};
use crate::reader::{Fields, Key, Names, Reader};

/// Every key at the top of a folder, with everything below it.
pub(crate) fn describe() -> Vec<Key> {
    let (sources, names, mut problems) = (Sources::new(), Names::default(), Problems::default());
    let mut reader = Reader::describing(&sources, &names, &mut problems);
    let mut fields = Fields::new(&mut reader, None, Default::default());
    decode::folder(&mut fields, &Tables::default(), true);
    fields.finish().0
}
