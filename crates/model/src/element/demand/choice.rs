//! How the vehicles of a flow choose among its routes.

use crate::quantity::Price;

/// The rule of a choice. Values by route stand in the order of the flow's routes.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// Fixed parts, of sum 1.
    Shares(Vec<f64>),
    /// By generalised cost.
    Logit(Logit),
}

/// The multinomial logit model of choice (D. McFadden, Conditional logit analysis of qualitative choice behavior, 1974): a route is
/// chosen with a probability in proportion to exp(−cost ∕ scale), where its cost is what it takes in money and, at the value of time,
/// in expected hours.
#[derive(Clone, Debug, PartialEq)]
pub struct Logit {
    /// What an hour on the way is worth to a vehicle.
    pub value_of_time_per_h: Price,
    /// Dispersion of what vehicles do not tell us about their costs, above zero: at a difference of this much, 27 of 100 still take
    /// the dearer of two routes.
    pub scale: Price,
    /// Hours of expected time that an hour of its mean absolute deviation counts like.
    pub reliability: f64,
    /// How far the expected time moves in a day towards what was experienced on it, above 0 and at most 1.
    pub learning: f64,
    /// Money that each route costs beside what the model counts: the inconvenience of a transfer, habit.
    pub constants: Vec<Option<Price>>,
    /// Cost of the way from which on nobody travels, when every way costs more.
    pub stay_home: Option<Price>,
}
