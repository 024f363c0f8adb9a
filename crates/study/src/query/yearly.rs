//! What is asked of days that come every year, early or late.

use super::Query;
use crate::layout::Layout;
use crate::measures::MeasureDefinition;
use portway_sim::Observations;
use std::ops::Range;

impl Query {
    /// What is asked of a yearly day.
    pub(crate) fn of_yearly(
        measure: &'static MeasureDefinition,
        layout: &Layout,
        yearly: usize,
        days: Range<usize>,
    ) -> Self {
        let of_nothing = Self::of_service(measure, layout, "", Vec::new(), days);
        Self { service: None, yearly: Some(yearly), ..of_nothing }
    }

    /// The day of its year on which a yearly day came that is due in the days of the query.
    pub(super) fn day_of_year(&self, layout: &Layout, observations: &Observations, yearly: usize) -> Option<f64> {
        let days = &layout.days[self.days.clone()];
        let (first, last) = (days.first()?, days.last()?);
        let mut dates = observations.yearly_dates.get(yearly)?.iter();
        let due = dates.find(|due| (first..=last).contains(&&due.middle))?;
        let new_year = jiff::civil::Date::new(due.year, 1, 1).ok()?;
        Some(f64::from((due.date - new_year).get_days()) + 1.0)
    }
}
