//! What the traffic of each owner saw, as a table.

use super::columns::{Column, ParquetError, write};
use portway_study::{Measure, Results};

/// One row for each owner and measure.
///
/// | column | type | holds |
/// | --- | --- | --- |
/// | `owner` | text | as the folder writes it; empty for traffic that nobody owns |
/// | `measure`, `unit` | text | as in results |
/// | `mean`, `half_width` | double, may be null | over replications |
/// | `p50`, `p90`, `p95` | double, may be null | quantiles over vehicles or days |
///
/// Errors: none that results can cause.
pub fn owners(results: &Results) -> Result<Vec<u8>, ParquetError> {
    let rows = || results.owners.iter().flat_map(|owner| owner.measures.iter().map(move |measure| (owner, measure)));
    let number = |of: fn(&Measure) -> Option<f64>| Column::Number(rows().map(|(_, measure)| of(measure)).collect());
    let group = vec![
        ("owner", Column::Text(rows().map(|(owner, _)| owner.owner.as_str()).collect())),
        ("measure", Column::Text(rows().map(|(_, measure)| measure.name.as_str()).collect())),
        ("unit", Column::Text(rows().map(|(_, measure)| measure.unit.as_str()).collect())),
        ("mean", number(|measure| measure.mean)),
        ("half_width", number(|measure| measure.half_width)),
        ("p50", number(|measure| measure.quantiles.map(|q| q.p50))),
        ("p90", number(|measure| measure.quantiles.map(|q| q.p90))),
        ("p95", number(|measure| measure.quantiles.map(|q| q.p95))),
    ];
    write("owners", group, std::iter::empty())
}
