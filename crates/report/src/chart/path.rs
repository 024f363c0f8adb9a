//! Path data with one decimal: finer would only make the file larger.

use std::fmt::Write;

/// A coordinate as text.
pub(crate) fn c(value: f64) -> String {
    let text = format!("{:.1}", if value.is_finite() { value } else { 0.0 });
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// A line through points.
pub(crate) fn line(points: &[(f64, f64)]) -> String {
    let mut d = String::new();
    for (index, (x, y)) in points.iter().enumerate() {
        let _ = write!(d, "{}{} {}", if index == 0 { 'M' } else { 'L' }, c(*x), c(*y));
    }
    d
}

/// The area between an upper and a lower edge with the same number of points.
pub(crate) fn band(upper: &[(f64, f64)], lower: &[(f64, f64)]) -> String {
    let points: Vec<(f64, f64)> = upper.iter().copied().chain(lower.iter().rev().copied()).collect();
    if points.is_empty() { String::new() } else { line(&points) + "Z" }
}

/// The area between a line and a base.
pub(crate) fn area(points: &[(f64, f64)], base: f64) -> String {
    let lower: Vec<(f64, f64)> = [points.first(), points.last()].into_iter().flatten().map(|p| (p.0, base)).collect();
    band(points, &lower)
}

/// Corners of a staircase: each value holds from its own edge to the next. There is one edge more than values.
pub(crate) fn stairs(edges: &[f64], values: &[f64]) -> Vec<(f64, f64)> {
    values.iter().zip(edges.windows(2)).flat_map(|(y, x)| [(x[0], *y), (x[1], *y)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_read_as_svg_writes_them() {
        assert_eq!(line(&[(0.0, 1.25), (2.0, -0.04)]), "M0 1.2L2 0");
        assert_eq!(area(&[(0.0, 1.0), (2.0, 3.0)], 9.0), "M0 1L2 3L2 9L0 9Z");
        assert_eq!(stairs(&[0.0, 1.0, 2.0], &[5.0, 6.0]), [(0.0, 5.0), (1.0, 5.0), (1.0, 6.0), (2.0, 6.0)]);
        assert_eq!(band(&[], &[]), "");
    }
}
