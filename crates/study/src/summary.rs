//! From samples of every replication to measures with intervals.

use crate::growth::Growing;
use crate::layout::Layout;
use crate::options::LEVEL;
use crate::query::{Query, Sample};
use crate::replicate::{Prepared, Replicated};
use crate::results::{Measure, OwnerResults, Quantiles};
use portway_stats::Estimate;

/// One measure per query that is not about an owner. Rows about a part of the corridor that never had a value are left out:
/// nobody of that class passes there.
pub(crate) fn measures(prepared: &Prepared, all: &Replicated, growing: &Growing) -> Vec<Measure> {
    let mut rows = Vec::new();
    for (index, query) in prepared.queries.iter().enumerate().filter(|(_, query)| query.owner.is_none()) {
        let mut row = measure(&prepared.layout, query, all.of(index));
        if !query.is_of_corridor() && row.mean.is_none() {
            continue;
        }
        if growing.affects(query) {
            row.forget();
        }
        rows.push(row);
    }
    rows
}

/// The measures of each owner, in the order of the folder, and of the traffic that nobody owns behind them.
pub(crate) fn owners(prepared: &Prepared, all: &Replicated, growing: &Growing) -> Vec<OwnerResults> {
    let mut owners: Vec<OwnerResults> = Vec::new();
    for (index, query) in prepared.queries.iter().enumerate() {
        let Some(owner) = &query.owner else { continue };
        let mut row = measure(&prepared.layout, query, all.of(index));
        if growing.affects(query) {
            row.forget();
        }
        match owners.last_mut().filter(|last| last.owner == *owner) {
            Some(last) => last.measures.push(row),
            None => owners.push(OwnerResults { owner: owner.clone(), measures: vec![row] }),
        }
    }
    owners
}

/// Mean and interval over the replications in which the measure occurred.
pub(crate) fn measure(layout: &Layout, query: &Query, samples: impl Iterator<Item = Sample>) -> Measure {
    let samples: Vec<Sample> = samples.collect();
    let values: Vec<f64> = samples.iter().filter_map(|s| s.value).collect();
    let quantiles: Vec<Quantiles> = samples.iter().filter_map(|s| s.quantiles).collect();
    let estimate = Estimate::of(&values, LEVEL);
    let pick = |of: fn(&Quantiles) -> f64| Estimate::of(&quantiles.iter().map(of).collect::<Vec<_>>(), LEVEL);
    let of_quantiles = [pick(|q| q.p50), pick(|q| q.p90), pick(|q| q.p95)];
    let means = of_quantiles.map(|e| e.map(|e| e.mean));
    let half_widths = of_quantiles.map(|e| e.and_then(|e| e.half_width));
    Measure {
        name: query.measure.name.to_owned(),
        scope: query.scope(layout).to_owned(),
        direction: query.direction.clone(),
        class: query.class.clone(),
        unit: query.unit(layout),
        mean: estimate.map(|e| e.mean),
        half_width: estimate.and_then(|e| e.half_width),
        level: LEVEL,
        quantiles: three(means),
        quantile_half_widths: three(half_widths),
    }
}

fn three([p50, p90, p95]: [Option<f64>; 3]) -> Option<Quantiles> {
    Some(Quantiles { p50: p50?, p90: p90?, p95: p95? })
}
