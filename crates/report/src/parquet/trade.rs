//! What is traded, by month, as a table.

use super::columns::{Column, ParquetError, write};
use portway_study::Results;

/// One row for each commodity, direction and month of the window.
///
/// | column | type | holds |
/// | --- | --- | --- |
/// | `commodity`, `direction` | text | names as in the folder |
/// | `month` | text | year and month, `2026-01` |
/// | `unit` | text | `t`, `MWh` or `m3` |
/// | `amount` | double | mean over replications |
/// | `value` | double, may be null | what it is worth, in the first currency |
///
/// Errors: none that results can cause.
pub fn trade(results: &Results) -> Result<Vec<u8>, ParquetError> {
    let rows = || results.trade.iter().flat_map(|row| row.months.iter().map(move |month| (row, month)));
    let group = vec![
        ("commodity", Column::Text(rows().map(|(row, _)| row.commodity.as_str()).collect())),
        ("direction", Column::Text(rows().map(|(row, _)| row.direction.as_str()).collect())),
        ("month", Column::Text(rows().map(|(_, month)| month.month.as_str()).collect())),
        ("unit", Column::Text(rows().map(|(row, _)| row.unit.as_str()).collect())),
        ("amount", Column::Number(rows().map(|(_, month)| Some(month.amount)).collect())),
        ("value", Column::Number(rows().map(|(_, month)| month.value).collect())),
    ];
    write("trade", group, std::iter::empty())
}
