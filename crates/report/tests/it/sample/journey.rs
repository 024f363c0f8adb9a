//! The ways of the sample corridor, place by place.

use super::{DIRECTIONS, measure, model};
use portway_model::travel;
use portway_study::journey::{Figure, Stop, Way};
use portway_study::{Journey, Measure};

/// Where the time goes: half an hour at every stage that a direction passes, most of it waiting, and on every link a quarter.
pub(super) fn journey() -> Journey {
    let model = model();
    let way = |direction: &str| {
        let index = DIRECTIONS.iter().position(|(name, _)| *name == direction).unwrap_or(0);
        let route = travel::main_route(&model, index).expect("both directions have one");
        let mut km = 0.0;
        let mut stops = Vec::new();
        for place in travel::places(route) {
            match place {
                travel::Place::Link(link) => {
                    let link = &model.links[link];
                    stops.push(stop(&link.name, &link.title, "", (km, km + 4.0), [0.25, 0.0, 0.0, 0.0, 0.0]));
                    km += 4.0;
                }
                travel::Place::Service(..) => {}
                travel::Place::Facility(facility) => {
                    for id in travel::stages(&model, facility, index) {
                        let (stage, name) = (&model.stages[id], &model.facilities[facility].name);
                        let waits = [0.1, 0.0, 0.1, 0.25, 0.05];
                        stops.push(stop(&stage.name, &stage.title, name, (km, km), waits));
                    }
                }
            }
        }
        let whole = stops.iter().map(|stop| stop.time_h.mean).sum::<f64>() + 0.01;
        let (door_to_door_h, rest_h) = (Some(figure(whole)), Some(figure(0.01)));
        Way { direction: direction.into(), class: String::new(), grows: false, door_to_door_h, stops, rest_h }
    };
    Journey { ways: DIRECTIONS.map(|(direction, _)| way(direction)).into() }
}

fn figure(mean: f64) -> Figure {
    Figure { mean, half_width: Some(0.05 * mean) }
}

fn stop(scope: &str, title: &str, facility: &str, (from, to): (f64, f64), hours: [f64; 5]) -> Stop {
    let [service_h, virtual_h, yard_h, physical_h, blocked_h] = hours.map(figure);
    Stop {
        scope: scope.into(),
        title: title.into(),
        facility: facility.into(),
        border_crossing_point: facility.into(),
        step: String::new(),
        from_km: Some(from),
        to_km: Some(to),
        visits: figure(1.0),
        time_h: figure(hours.iter().sum()),
        service_h,
        virtual_h,
        yard_h,
        physical_h,
        blocked_h,
        cost: Some(figure(100.0 * hours.iter().sum::<f64>())),
        cost_waiting: Some(figure(100.0 * (hours[1] + hours[3]))),
        cost_held: Some(figure(100.0 * (hours[2] + hours[4]))),
    }
}

/// The measures of the field that belong to them.
pub(super) fn measures() -> Vec<Measure> {
    let mut measures = Vec::new();
    for (direction, _) in DIRECTIONS {
        for point in ["left-port", "right-port"] {
            measures.push(measure("cpmm_tfi1_h", point, direction, "", "h", 1.42, 0.12, false));
        }
        measures.push(measure("cpmm_tfi4_swod_kmh", "corridor", direction, "", "km/h", 54.8, 0.1, false));
        measures.push(measure("cpmm_tfi4_swd_kmh", "corridor", direction, "", "km/h", 17.2, 1.3, false));
        measures.push(measure("trs_to_assessment_h", "left-port", direction, "", "h", 0.8, 0.1, false));
        measures.push(measure("trs_to_inspection_h", "left-port", direction, "", "h", 0.3, 0.02, false));
        measures.push(measure("trs_arrival_to_exit_h", "left-port", direction, "", "h", 1.1, 0.1, false));
    }
    measures
}
