//! The language described by the code that reads it.

use crate::decode::{self, Tables};
use crate::problem::{Problems, Sources};
use crate::reader::{Fields, Key, Names, Reader, Shape};

/// Every key at the top of a folder, with everything below it.
pub(crate) fn describe() -> Vec<Key> {
    let (sources, names, mut problems) = (Sources::new(), Names::default(), Problems::default());
    let mut reader = Reader::describing(&sources, &names, &mut problems);
    let mut fields = Fields::new(&mut reader, None, Default::default());
    decode::folder(&mut fields, &Tables::default(), true);
    fields.finish().0
}

/// The shape of the value at a path of a folder, e.g. `link.bridge.speed`, or of what a scenario changes.
pub(crate) fn shape_at<'k>(keys: &'k [Key], path: &str) -> Option<&'k Shape> {
    let segments: Vec<&str> = path.split('.').collect();
    let inside = match segments[..] {
        ["scenario", _, "set", ref inside @ ..] | ["scenario", _, "on", _, ref inside @ ..] => inside,
        ref all => all,
    };
    let (first, rest) = inside.split_first()?;
    shape_below(&keys.iter().find(|key| key.name == *first)?.shape, rest)
}

fn shape_below<'k>(shape: &'k Shape, path: &[&str]) -> Option<&'k Shape> {
    let Some((first, rest)) = path.split_first() else { return Some(shape) };
    match shape {
        Shape::Table(keys) => shape_below(&keys.iter().find(|key| key.name == *first)?.shape, rest),
        Shape::Named(inner) | Shape::Keyed(_, inner) | Shape::PerClass(inner) | Shape::ByDate(inner) => {
            shape_below(inner, rest)
        }
        Shape::Either(ways) => ways.iter().find_map(|way| shape_below(way, path)),
        _ => None,
    }
}
