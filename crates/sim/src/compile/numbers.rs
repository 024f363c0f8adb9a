//! The numbers of each version as tables.

use super::CompileError;
use super::time::{Clock, Span};
use crate::kernel::RANKS_MAX;
use crate::program::{
    Booking, Epoch, Extra, IncidentNumbers, MILLI, Rules, Service, Station, StationElement, StopPart,
};
use portway_model::element::facility::{Discipline, Stage, StageKind, WhenFull};
use portway_model::element::incident::IncidentCause;
use portway_model::{Distribution, Id};
use portway_stats::Sampler;
use portway_stats::random::threshold;

const HOUR_MS: f64 = 3_600_000.0;

/// Distributions seen so far, each once: their tables are large, and a run reads few of them at a time.
#[derive(Default)]
pub(super) struct Numbers {
    pub(super) samplers: Vec<Sampler>,
    known: Vec<Distribution>,
}

impl Numbers {
    /// The index of the sampler of a distribution.
    pub(super) fn sampler(&mut self, distribution: &Distribution) -> u32 {
        let known = self.known.iter().position(|known| known == distribution);
        known.unwrap_or_else(|| {
            self.known.push(distribution.clone());
            self.samplers.push(sampler(distribution));
            self.samplers.len() - 1
        }) as u32
    }

    /// One epoch per version.
    pub(super) fn epochs(
        &mut self,
        clock: &Clock<'_>,
        stations: &[Station],
        shares: Vec<Vec<f64>>,
    ) -> Result<Vec<Epoch>, CompileError> {
        clock.versions.iter().zip(shares).map(|(version, shares)| self.epoch(version, stations, shares)).collect()
    }

    fn epoch(&mut self, version: &Span<'_>, stations: &[Station], shares: Vec<f64>) -> Result<Epoch, CompileError> {
        let model = version.model;
        let classes = model.classes.len();
        let mut services = Vec::new();
        let mut service_means = Vec::new();
        let mut rules = Vec::new();
        for station in stations {
            match station.element {
                StationElement::Link { link, .. } => {
                    let link = &model.links[Id::new(link)];
                    services.extend(std::iter::repeat_n(Service::Constant(link.travel_ms.max(0)), classes));
                    service_means.extend(std::iter::repeat_n(link.travel_ms as f64, classes));
                    rules.push(link_rules(link.flow_capacity_per_h, classes));
                }
                StationElement::Stop { service, part, .. } => {
                    let service = &model.services[Id::new(service)];
                    let least_ms = if part == StopPart::Berth { service.turnaround_ms } else { 0 };
                    services.extend(std::iter::repeat_n(Service::Constant(least_ms), classes));
                    service_means.extend(std::iter::repeat_n(least_ms as f64, classes));
                    let room = if part == StopPart::Platform { service.room_passengers } else { None };
                    rules.push(Rules { room: room.unwrap_or(u32::MAX), ..link_rules(None, classes) });
                }
                StationElement::Stage(stage) => {
                    let stage = &model.stages[Id::new(stage)];
                    for class in 0..classes {
                        let none = Distribution::Constant(0.0);
                        let service = stage.service_ms.get(class).unwrap_or(&none);
                        services.push(match service {
                            Distribution::Constant(ms) => Service::Constant(Sampler::constant(*ms).sample_ms(0)),
                            other => Service::Sampler(self.sampler(other)),
                        });
                        service_means.push(service.mean());
                    }
                    rules.push(self.stage_rules(stage, classes)?);
                }
            }
        }
        let incidents = model.incidents.iter().map(|incident| IncidentNumbers {
            random: match &incident.cause {
                IncidentCause::Random { between_ms, lasts_ms } => {
                    Some((self.sampler(between_ms), self.sampler(lasts_ms)))
                }
                IncidentCause::Dated { .. } => None,
            },
            lanes: incident.lanes_lost,
            carriers: incident.carriers_lost,
        });
        Ok(Epoch {
            from: version.from,
            services,
            service_means,
            thresholds: shares.iter().map(|share| threshold(*share)).collect(),
            shares,
            rules,
            incidents: incidents.collect(),
            limits: model.limits.iter().map(|limit| u64::from(limit.at_most) * MILLI).collect(),
            phases: model
                .links
                .iter()
                .filter_map(|link| link.alternating)
                .map(|a| (a.phase_ms, a.clearance_ms))
                .collect(),
        })
    }

    fn stage_rules(&mut self, stage: &Stage, classes: usize) -> Result<Rules, CompileError> {
        let (rank, weights) = ranks(&stage.discipline, classes)
            .ok_or_else(|| CompileError::TooManyRanks { stage: stage.name.clone() })?;
        let booking = match &stage.kind {
            StageKind::Appointments(a) => Some(Booking {
                every_ms: a.every_ms,
                places: a.places,
                lead_ms: a.lead_ms,
                punctuality: self.sampler(&a.punctuality_ms),
                no_show: threshold(a.no_show_share),
                no_show_share: a.no_show_share,
                lost: threshold(a.lost_share),
                lost_share: a.lost_share,
            }),
            StageKind::Control | StageKind::Holding => None,
        };
        Ok(Rules {
            room: stage.room_vehicles.unwrap_or(u32::MAX),
            turn_away: stage.when_full == WhenFull::TurnAway,
            balk_at: stage.balk_at_vehicles.unwrap_or(u32::MAX),
            patience: stage.patience_ms.as_ref().map(|patience| self.sampler(patience)),
            extra: stage.extra_lanes.map(|extra| Extra {
                lanes: extra.lanes,
                open_at: extra.open_at_vehicles,
                close_at: extra.close_at_vehicles,
            }),
            rank,
            weights,
            headway_ms: 0,
            booking,
        })
    }
}

fn link_rules(flow_capacity_per_h: Option<f64>, classes: usize) -> Rules {
    Rules {
        room: 0,
        turn_away: false,
        balk_at: u32::MAX,
        patience: None,
        extra: None,
        rank: vec![0; classes],
        weights: Vec::new(),
        headway_ms: flow_capacity_per_h.map_or(0, |per_h| (HOUR_MS / per_h).max(0.0) as i64),
        booking: None,
    }
}

/// Waiting list per class, and the weight of each list in a weighted cycle.
fn ranks(discipline: &Discipline, classes: usize) -> Option<(Vec<u8>, Vec<u32>)> {
    match discipline {
        Discipline::Fifo => Some((vec![0; classes], Vec::new())),
        Discipline::Priority(ranks) => {
            let mut sorted = ranks.clone();
            sorted.sort_unstable();
            sorted.dedup();
            if sorted.len() > RANKS_MAX {
                return None;
            }
            let place = |rank: &u8| sorted.binary_search(rank).unwrap_or(0) as u8;
            Some((ranks.iter().map(place).collect(), Vec::new()))
        }
        Discipline::Weighted(weights) => {
            let ranks = (0..classes).map(|class| class as u8).collect();
            (classes <= RANKS_MAX).then(|| (ranks, weights.iter().map(|weight| (*weight).max(1)).collect()))
        }
    }
}

/// The sampler of a distribution of the language, in the unit of its parameters.
pub fn sampler(distribution: &Distribution) -> Sampler {
    match distribution {
        Distribution::Constant(value) => Sampler::constant(*value),
        Distribution::Uniform { low, high } => Sampler::uniform(*low, *high),
        Distribution::Exponential { mean } => Sampler::exponential(*mean),
        Distribution::Erlang { mean, shape } => Sampler::erlang(*mean, *shape),
        Distribution::Gamma { mean, cv } => Sampler::gamma(*mean, *cv),
        Distribution::Lognormal { mean, cv } => Sampler::lognormal(*mean, *cv),
        Distribution::Weibull { mean, shape } => Sampler::weibull(*mean, *shape),
        Distribution::Hyperexponential { mean, cv } => Sampler::hyperexponential(*mean, *cv),
        Distribution::Triangular { low, mode, high } => Sampler::triangular(*low, *mode, *high),
        Distribution::Normal { mean, sd } => Sampler::normal(*mean, *sd),
        Distribution::Empirical(values) => Sampler::empirical(values),
    }
}
