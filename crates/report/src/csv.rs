//! The points of a sweep as comma-separated values, for spreadsheets.

use crate::sweep::{columns, input_text, standing};
use portway_model::factor::Level;
use portway_study::SweepResults;

/// One row for each point: its number, the values of the inputs, every measure with its half-width, what is said of it.
///
/// Numbers have all their digits and a point before decimals; where there is no number the field is empty.
pub fn sweep(results: &SweepResults) -> String {
    let mut text = columns(results).iter().map(|name| field(name)).collect::<Vec<_>>().join(",") + "\n";
    for point in &results.points {
        let mut row = vec![point.point.to_string()];
        row.extend(point.inputs.iter().map(|level| match level {
            Level::Number(number) => number.to_string(),
            Level::Text(_) => field(&input_text(level, "")),
        }));
        let number = |value: Option<f64>| value.map_or_else(String::new, |value| value.to_string());
        row.extend(point.measures.iter().flat_map(|m| [number(m.mean), number(m.half_width)]));
        row.extend([number(point.from_best.and_then(|m| m.mean)), number(point.from_best.and_then(|m| m.half_width))]);
        row.push(standing(results, point.point).to_owned());
        row.push(field(&point.growing.join(" ")));
        text += &(row.join(",") + "\n");
    }
    text
}

/// A field, in quotes where RFC 4180 wants them.
fn field(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}
