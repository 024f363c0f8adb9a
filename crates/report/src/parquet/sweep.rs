//! The points of a sweep as a table.

use super::columns::{Column, Group, ParquetError, write};
use crate::sweep::{columns, input_text, standing};
use portway_model::factor::Level;
use portway_study::SweepResults;

/// One row for each point, with the columns of [`csv::sweep`](crate::csv::sweep()): an int32 for the number of the point, a double for
/// numbers, which may be null, and text for everything else.
///
/// Errors: none that a sweep can cause.
pub fn sweep(results: &SweepResults) -> Result<Vec<u8>, ParquetError> {
    let points = &results.points;
    let names = columns(results);
    let texts: Vec<Vec<String>> = (0..results.plan.vary.len())
        .map(|input| points.iter().map(|point| input_text(&point.inputs[input], "")).collect())
        .collect();
    let growing: Vec<String> = points.iter().map(|point| point.growing.join(" ")).collect();
    let mut values = vec![Column::Count(points.iter().map(|point| point.point).collect())];
    for (input, texts) in texts.iter().enumerate() {
        let number = |level: &Level| match level {
            Level::Number(number) => Some(*number),
            Level::Text(_) => None,
        };
        let numbers: Vec<Option<f64>> = points.iter().map(|point| number(&point.inputs[input])).collect();
        let numeric = numbers.iter().all(Option::is_some);
        values.push(if numeric {
            Column::Number(numbers)
        } else {
            Column::Text(texts.iter().map(String::as_str).collect())
        });
    }
    for measure in 0..results.asked.len() {
        values.push(Column::Number(points.iter().map(|point| point.measures[measure].mean).collect()));
        values.push(Column::Number(points.iter().map(|point| point.measures[measure].half_width).collect()));
    }
    values.push(Column::Number(points.iter().map(|point| point.from_best?.mean).collect()));
    values.push(Column::Number(points.iter().map(|point| point.from_best?.half_width).collect()));
    values.push(Column::Text(points.iter().map(|point| standing(results, point.point)).collect()));
    values.push(Column::Text(growing.iter().map(String::as_str).collect()));
    let group: Group<'_> = names.iter().map(String::as_str).zip(values).collect();
    write("sweep", group, std::iter::empty())
}
