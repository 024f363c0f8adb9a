//! At which points a function is asked.

use crate::random::{Key, unit};

/// Points that fill every axis evenly: of `points` equal parts of an axis, each holds one point.
///
/// McKay, Beckman and Conover, "A comparison of three methods for selecting values of input variables" (Technometrics 21,
/// 1979). Their place inside a part and the order of the parts are drawn at the address `key`.
pub fn latin_hypercube(key: Key, points: usize, dimensions: usize) -> Vec<Vec<f64>> {
    let mut all = vec![vec![0.0; dimensions]; points];
    for dimension in 0..dimensions {
        let stream = key.with(dimension as u64);
        let mut order: Vec<usize> = (0..points).collect();
        // The shuffle of Fisher and Yates, with one draw for each exchange.
        for last in (1..points).rev() {
            let other = (unit(stream.draw(last as u64)) * (last + 1) as f64) as usize;
            order.swap(last, other.min(last));
        }
        for (point, part) in all.iter_mut().zip(order) {
            let inside = unit(stream.draw((points + part) as u64));
            point[dimension] = (part as f64 + inside) / points as f64;
        }
    }
    all
}

/// One start of a screening design: the point itself, and for every input the position that it moves to alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Radial {
    /// The point to start from.
    pub start: Vec<f64>,
    /// Where each input moves, all others staying; half of the whole range away.
    pub moved: Vec<f64>,
}

/// A radial design: around each of `starts` points, every input moves alone through half of its range.
///
/// Morris, "Factorial sampling plans for preliminary computational experiments" (Technometrics 33, 1991), with steps that
/// all begin at the start instead of following each other, as Campolongo, Saltelli and Cariboni advise in "From screening
/// to quantitative sensitivity analysis" (Computer Physics Communications 182, 2011): one point that cannot be run then
/// costs one effect and not the rest of a trajectory. The starts are a Latin hypercube.
pub fn radial(key: Key, starts: usize, inputs: usize) -> Vec<Radial> {
    let half_way = |position: &f64| if *position < 0.5 { position + 0.5 } else { position - 0.5 };
    let all = latin_hypercube(key, starts, inputs).into_iter();
    all.map(|start| Radial { moved: start.iter().map(half_way).collect(), start }).collect()
}

impl Radial {
    /// The start, then one point for each input.
    pub fn points(&self) -> Vec<Vec<f64>> {
        let moved = (0..self.start.len()).map(|input| {
            let mut point = self.start.clone();
            point[input] = self.moved[input];
            point
        });
        std::iter::once(self.start.clone()).chain(moved).collect()
    }
}

/// A design for shares of the variance: rows of two independent points `a` and `b`, and for every group of inputs the point
/// `a` with that group taken from `b`.
///
/// Saltelli, Annoni, Azzini, Campolongo, Ratto and Tarantola, "Variance based sensitivity analysis of model output"
/// (Computer Physics Communications 181, 2010). A group of inputs is treated like one input.
#[derive(Clone, Debug, PartialEq)]
pub struct VarianceDesign {
    a: Vec<Vec<f64>>,
    b: Vec<Vec<f64>>,
    groups: Vec<Vec<usize>>,
}

impl VarianceDesign {
    /// A design of so many rows, drawn at the address `key`; `a` and `b` are two halves of one Latin hypercube.
    pub fn new(key: Key, rows: usize, inputs: usize, groups: Vec<Vec<usize>>) -> Self {
        let both = latin_hypercube(key, rows, 2 * inputs);
        let halves = both.iter().map(|row| row.split_at(inputs));
        let (a, b) = halves.map(|(a, b)| (a.to_vec(), b.to_vec())).unzip();
        Self { a, b, groups }
    }

    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.a.len()
    }

    /// The points of a row: `a`, `b`, then one for each group.
    pub fn points(&self, row: usize) -> Vec<Vec<f64>> {
        let (a, b) = (&self.a[row], &self.b[row]);
        let mixed = self.groups.iter().map(|group| {
            let mut point = a.clone();
            group.iter().for_each(|&input| point[input] = b[input]);
            point
        });
        [a.clone(), b.clone()].into_iter().chain(mixed).collect()
    }
}
