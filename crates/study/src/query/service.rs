//! What services carried.

use super::{Query, Sample, known, ratio};
use crate::layout::Layout;
use crate::measures::MeasureDefinition;
use portway_sim::Observations;
use portway_sim::observations::LineObservations;
use std::ops::Range;

impl Query {
    /// What is measured of some ways of services, under the name that asks for them.
    pub(crate) fn of_service(
        measure: &'static MeasureDefinition,
        layout: &Layout,
        name: &str,
        lines: Vec<usize>,
        days: Range<usize>,
    ) -> Self {
        Self {
            measure,
            station: None,
            facility: None,
            alternative: None,
            limit: None,
            service: Some((name.to_owned(), lines)),
            yearly: None,
            trade: None,
            direction: String::new(),
            class: String::new(),
            owner: None,
            streams: layout.streams_of(None, &[]),
            days,
            hour: None,
            uncounted: Vec::new(),
        }
    }

    /// The answer of one replication about services.
    pub(super) fn ask_service(&self, observations: &Observations, lines: &[usize]) -> Sample {
        let seen: Vec<_> = lines.iter().filter_map(|line| observations.lines.get(*line)).collect();
        let on = |day: usize| seen.iter().filter_map(move |line| line.by_day.get(day));
        let boarded = |day: usize| on(day).map(|of| f64::from(of.boarded)).sum::<f64>();
        let departures = |day: usize| on(day).map(|of| f64::from(of.departures)).sum::<f64>();
        let days = self.days.len() as f64;
        match self.measure.name {
            "service_departures_per_day" => known(self.days.clone().map(departures).sum::<f64>() / days),
            "service_passengers_per_day" => known(self.days.clone().map(boarded).sum::<f64>() / days),
            "service_passengers" => known(self.days.clone().map(boarded).sum()),
            "service_busiest_day_passengers" => known(self.days.clone().map(boarded).fold(0.0, f64::max)),
            "service_waiting_max_passengers" => {
                known(seen.iter().map(|line| f64::from(line.waiting_max)).fold(0.0, f64::max))
            }
            "service_seat_use_share" => {
                let sum = |of: fn(&LineObservations) -> u64| seen.iter().map(|line| of(line)).sum::<u64>() as f64;
                ratio(sum(LineObservations::boarded), sum(|line| line.seats))
            }
            _ => Sample::default(),
        }
    }

    /// The same without the classes that only carriers of services belong to.
    pub(crate) fn without_carriers(mut self, layout: &Layout) -> Self {
        let is_carrier = |stream: &usize| layout.carriers.contains(&layout.streams[*stream].class);
        self.uncounted = (0..layout.streams.len()).filter(is_carrier).collect();
        self.streams.retain(|stream| !is_carrier(stream));
        self
    }
}
