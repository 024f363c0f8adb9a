//! What was traded.

use super::{Query, Sample, maybe};
use crate::layout::Layout;
use crate::measures::MeasureDefinition;
use std::ops::Range;

impl Query {
    /// What is measured of some rows of trade, under the name that asks for them.
    pub(crate) fn of_trade(
        measure: &'static MeasureDefinition,
        layout: &Layout,
        name: &str,
        direction: &str,
        rows: Vec<usize>,
        days: Range<usize>,
    ) -> Self {
        Self {
            measure,
            station: None,
            facility: None,
            alternative: None,
            limit: None,
            service: None,
            yearly: None,
            trade: Some((name.to_owned(), rows)),
            direction: direction.to_owned(),
            class: String::new(),
            owner: None,
            streams: layout.streams_of(None, &[]),
            days,
            hour: None,
            uncounted: Vec::new(),
        }
    }

    /// The answer of one replication about trade.
    pub(super) fn ask_trade(&self, layout: &Layout, crossed: &[Vec<u64>], rows: &[usize]) -> Sample {
        let all =
            |value: bool| rows.iter().map(|row| layout.trade.of_days(*row, crossed, self.days.clone(), value)).sum();
        maybe(all(self.measure.name == "trade_value"))
    }
}
