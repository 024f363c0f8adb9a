//! Sensitivity analysis against functions whose answer is known exactly.

use expect_test::expect;
use portway_stats::Key;
use portway_stats::random::unit;
use portway_stats::sensitivity::{
    Effect, VarianceDesign, VarianceShares, elementary_effects, latin_hypercube, radial, variance_shares,
};
use std::f64::consts::PI;

/// Ishigami and Homma 1990: a = 7, b = 0.1, inputs uniform from -π to π.
fn ishigami(x: &[f64]) -> f64 {
    let [x1, x2, x3] = [0, 1, 2].map(|i| PI * (2.0 * x[i] - 1.0));
    x1.sin() + 7.0 * x2.sin().powi(2) + 0.1 * x3.powi(4) * x1.sin()
}

/// Exact first-order and total indices of [`ishigami`], from its variance in closed form.
fn ishigami_indices() -> [[f64; 3]; 2] {
    let (a, b) = (7.0_f64, 0.1_f64);
    let v1 = 0.5 * (1.0 + b * PI.powi(4) / 5.0).powi(2);
    let v2 = a * a / 8.0;
    let v13 = b * b * PI.powi(8) * (1.0 / 18.0 - 1.0 / 50.0);
    let v = v1 + v2 + v13;
    [[v1 / v, v2 / v, 0.0], [(v1 + v13) / v, v2 / v, v13 / v]]
}

/// Parameters of Sobol's g-function: the first input matters most, the last four hardly at all.
const G: [f64; 8] = [0.0, 1.0, 4.5, 9.0, 99.0, 99.0, 99.0, 99.0];

fn g_function(x: &[f64]) -> f64 {
    x.iter().zip(G).map(|(x, a)| ((4.0 * x - 2.0).abs() + a) / (1.0 + a)).product()
}

fn g_indices() -> [Vec<f64>; 2] {
    let part = |a: f64| 1.0 / (3.0 * (1.0 + a) * (1.0 + a));
    let variance = G.iter().map(|a| 1.0 + part(*a)).product::<f64>() - 1.0;
    let first = G.iter().map(|a| part(*a) / variance).collect();
    let total = G.iter().map(|a| part(*a) * (variance + 1.0) / (1.0 + part(*a)) / variance).collect();
    [first, total]
}

/// The answers of a function at the points of a design, each so many times with noise of a standard deviation of `noise`.
fn asked(
    points: impl Iterator<Item = Vec<Vec<f64>>>,
    f: impl Fn(&[f64]) -> f64,
    noise: f64,
    replications: u64,
    seed: u64,
) -> Vec<Vec<Vec<f64>>> {
    let mut counter = 0;
    let stream = Key::new(seed, 9);
    let mut noisy = |point: &Vec<f64>| {
        let answer = f(point);
        let mut draw = || {
            counter += 1;
            // A uniform from -√3 to √3 has a standard deviation of 1.
            answer + noise * 3.0_f64.sqrt() * (2.0 * unit(stream.draw(counter)) - 1.0)
        };
        (0..replications).map(|_| draw()).collect::<Vec<f64>>()
    };
    points.map(|row| row.iter().map(&mut noisy).collect()).collect()
}

fn shares(
    f: fn(&[f64]) -> f64,
    groups: Vec<Vec<usize>>,
    rows: usize,
    (noise, replications): (f64, u64),
    seed: u64,
) -> VarianceShares {
    let inputs = groups.iter().flatten().max().map_or(0, |last| last + 1);
    let design = VarianceDesign::new(Key::new(seed, 0), rows, inputs, groups);
    let points = (0..design.rows()).map(|row| design.points(row));
    let answers = asked(points, f, noise, replications, seed);
    variance_shares(&answers, Key::new(seed, 1), 0.95).expect("the function varies")
}

fn alone(inputs: usize) -> Vec<Vec<usize>> {
    (0..inputs).map(|input| vec![input]).collect()
}

#[test]
fn a_latin_hypercube_has_one_point_in_every_part_of_every_axis() {
    let points = latin_hypercube(Key::new(1, 0), 7, 3);
    for axis in 0..3 {
        let mut parts: Vec<usize> = points.iter().map(|point| (point[axis] * 7.0) as usize).collect();
        parts.sort_unstable();
        assert_eq!(parts, [0, 1, 2, 3, 4, 5, 6]);
    }
    assert_ne!(points, latin_hypercube(Key::new(2, 0), 7, 3));
}

#[test]
fn indices_of_the_ishigami_function_are_found() {
    let found = shares(ishigami, alone(3), 20_000, (0.0, 1), 1);
    let [first, total] = ishigami_indices();
    for (input, indices) in found.groups.iter().enumerate() {
        assert!((indices.first.value - first[input]).abs() < 0.02, "first {input}: {indices:?}");
        assert!((indices.total.value - total[input]).abs() < 0.02, "total {input}: {indices:?}");
    }
    assert!((found.mean.value - 3.5).abs() < 0.05, "{:?}", found.mean);
    assert!((found.variance.value - 13.845).abs() < 0.2, "{:?}", found.variance);
}

#[test]
fn indices_of_the_g_function_are_found() {
    let found = shares(g_function, alone(8), 20_000, (0.0, 1), 1);
    let [first, total] = g_indices();
    for (input, indices) in found.groups.iter().enumerate() {
        assert!((indices.first.value - first[input]).abs() < 0.02, "first {input}: {indices:?}");
        assert!((indices.total.value - total[input]).abs() < 0.02, "total {input}: {indices:?}");
    }
}

#[test]
fn inputs_that_hardly_matter_can_be_asked_together() {
    let groups = vec![vec![0], vec![1], (2..8).collect()];
    let found = shares(g_function, groups, 20_000, (0.0, 1), 1);
    // The group is one input whose part of the variance is the product of those of its members.
    let part = |a: f64| 1.0 / (3.0 * (1.0 + a) * (1.0 + a));
    let rest = G[2..].iter().map(|a| 1.0 + part(*a)).product::<f64>() - 1.0;
    let variance = (1.0 + part(0.0)) * (1.0 + part(1.0)) * (1.0 + rest) - 1.0;
    let exact = rest * (1.0 + part(0.0)) * (1.0 + part(1.0)) / variance;
    assert!((found.groups[2].total.value - exact).abs() < 0.01, "{:?} is not {exact}", found.groups[2]);
}

#[test]
fn intervals_cover_the_exact_indices_about_as_often_as_they_say() {
    let [first, total] = ishigami_indices();
    let (mut covered, mut all) = (0, 0);
    for seed in 0..100 {
        let found = shares(ishigami, alone(3), 100, (1.0, 2), seed);
        for (input, indices) in found.groups.iter().enumerate() {
            for (index, exact) in [(indices.first, first[input]), (indices.total, total[input])] {
                covered += usize::from((index.low..=index.high).contains(&exact));
                all += 1;
            }
        }
    }
    // Six hundred intervals of 95 %, six of one seed together: a share of 92 % would be five standard errors away at most.
    assert!(covered * 100 >= all * 91, "{covered} of {all}");
}

#[test]
fn noise_of_the_simulation_is_not_taken_for_variance() {
    // The noise is as large as the function, and the third input of four does nothing.
    let f = |x: &[f64]| x[0] + x[1] + 0.0 * x[2];
    let noise = (1.0_f64 / 6.0).sqrt();
    let (mut useless, mut half) = (0.0_f64, 0.0_f64);
    for seed in 0..40 {
        let found = shares(f, alone(3), 200, (noise, 2), seed);
        half += found.groups[0].total.value / 40.0;
        useless += found.groups[2].total.value / 40.0;
    }
    assert!(useless.abs() < 0.03, "{useless}");
    assert!((half - 0.5).abs() < 0.05, "{half}");
    // What squares of one replication would say.
    let naive = shares(f, alone(3), 4000, (noise, 1), 1);
    assert!(naive.groups[2].total.value > 0.3, "{naive:?}");
}

fn effects(f: impl Fn(&[f64]) -> f64, inputs: usize, starts: usize, noise: f64, seed: u64) -> Vec<Effect> {
    let design = radial(Key::new(seed, 0), starts, inputs);
    let points = design.iter().map(|start| start.points());
    elementary_effects(&design, &asked(points, f, noise, 2, seed))
}

#[test]
fn the_effects_of_a_straight_function_are_its_slopes() {
    let found = effects(|x| 3.0 * x[0] - 2.0 * x[1] + 0.0 * x[2], 3, 6, 0.0, 1);
    for (effect, slope) in found.iter().zip([3.0_f64, -2.0, 0.0]) {
        assert!((effect.mean - slope).abs() < 1e-9, "{effect:?}");
        assert!((effect.mean_absolute - slope.abs()).abs() < 1e-9, "{effect:?}");
        assert!(effect.spread.expect("six starts") < 1e-9, "{effect:?}");
        assert_eq!(effect.real, slope != 0.0, "{effect:?}");
    }
}

/// The function that Morris made up in 1991 to try his method on: twenty inputs of which ten matter. The numbers that he
/// drew at random for the rest of its coefficients are zero here.
fn morris(x: &[f64]) -> f64 {
    let w = |i: usize| {
        let x = x[i];
        if [2, 4, 6].contains(&i) { 2.0 * (1.1 * x / (x + 0.1) - 0.5) } else { 2.0 * (x - 0.5) }
    };
    let product = |inputs: &[usize]| inputs.iter().map(|&i| w(i)).product::<f64>();
    let mut sum = (0..10).map(|i| 20.0 * w(i)).sum::<f64>();
    for i in 0..6 {
        for j in i + 1..6 {
            sum -= 15.0 * product(&[i, j]);
            for k in j + 1..5 {
                sum -= 10.0 * product(&[i, j, k]);
            }
        }
    }
    sum + 5.0 * product(&[0, 1, 2, 3])
}

#[test]
fn screening_finds_the_ten_inputs_that_matter_in_the_function_of_morris() {
    let found = effects(morris, 20, 10, 0.0, 3);
    let real: Vec<usize> = (0..20).filter(|&input| found[input].real).collect();
    assert!(found[10..].iter().all(|effect| !effect.real && effect.mean_absolute == 0.0), "{real:?}");
    let least = found[..10].iter().map(|effect| effect.mean_absolute).fold(f64::INFINITY, f64::min);
    assert!(least > 10.0, "{least}");
    // Inputs 8 to 10 add up without any interplay, the first five do not.
    assert!(found[7..10].iter().all(|effect| effect.spread < Some(1e-9)));
    assert!(found[..5].iter().all(|effect| effect.spread > Some(10.0)));
}

#[test]
fn noise_alone_is_rarely_called_an_effect() {
    let mut called = 0;
    for seed in 0..50 {
        called += effects(|_| 0.0, 10, 12, 1.0, seed).iter().filter(|effect| effect.real).count();
    }
    // Five of 500 are expected; noise that is not normal may make it a few more.
    assert!((1..=15).contains(&called), "{called} of 500");
}

/// A function of the first input, with luck as common random numbers give it: a replication of a row is one number, and what it
/// does to a point depends on the second input. `shared` is one set of replications for all rows.
fn lucky(points: impl Iterator<Item = Vec<Vec<f64>>>, shared: bool, seed: u64) -> Vec<Vec<Vec<f64>>> {
    let stream = Key::new(seed, 9);
    let of_row = |(row, points): (usize, Vec<Vec<f64>>)| {
        let luck = [0, 1].map(|replication| unit(stream.draw(if shared { 0 } else { 2 * row as u64 } + replication)));
        let at = |x: &Vec<f64>| luck.map(|luck| x[0] + 0.3 * (2.0 * PI * (luck + x[1])).sin()).to_vec();
        points.iter().map(at).collect()
    };
    points.enumerate().map(of_row).collect()
}

#[test]
fn rows_with_luck_of_their_own_do_not_take_it_for_effects_and_rows_that_share_it_do() {
    // The second input only moves luck about, so its effects are none and its part of the variance is nothing.
    let wrong = |shared: bool| {
        let (mut effects, mut shares) = (0, 0);
        for seed in 0..100 {
            let design = radial(Key::new(seed, 0), 12, 2);
            let answers = lucky(design.iter().map(|start| start.points()), shared, seed);
            effects += usize::from(elementary_effects(&design, &answers)[1].real);
            let design = VarianceDesign::new(Key::new(seed, 2), 100, 2, alone(2));
            let answers = lucky((0..100).map(|row| design.points(row)), shared, seed);
            let total = variance_shares(&answers, Key::new(seed, 1), 0.95).expect("it varies").groups[1].total;
            shares += usize::from(!(total.low..=total.high).contains(&0.0));
        }
        format!("{effects} effects and {shares} shares of 100")
    };
    // One effect and five shares are expected of rows that are independent.
    expect!["2 effects and 8 shares of 100"].assert_eq(&wrong(false));
    expect!["26 effects and 86 shares of 100"].assert_eq(&wrong(true));
}

#[test]
fn an_answer_that_never_changes_has_no_shares() {
    let design = VarianceDesign::new(Key::new(1, 0), 8, 2, alone(2));
    let answers = asked((0..8).map(|row| design.points(row)), |_| 42.1, 0.0, 2, 1);
    assert_eq!(variance_shares(&answers, Key::new(1, 1), 0.95), None);
    assert_eq!(variance_shares(&[], Key::new(1, 1), 0.95), None);
}
