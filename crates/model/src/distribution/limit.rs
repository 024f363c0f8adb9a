//! Limits of the parameters, each with its reason.

use super::argument::Value;
use crate::quantity::WordError;

/// A narrower cv is a constant in everything but name, and a gamma's shape would overflow.
pub const MIN_CV: f64 = 0.001;
/// A wider cv means that nearly every draw is zero and the mean is never seen in a run.
pub const MAX_CV: f64 = 20.0;
/// A flatter Weibull has moments that no run ever meets; a steeper one is a constant.
pub const WEIBULL_SHAPES: (f64, f64) = (0.1, 1000.0);
/// An Erlang of more phases is a constant for every purpose.
pub const MAX_ERLANG_SHAPE: u32 = 1000;

pub(super) fn ordered(low: &Value, high: &Value) -> Result<(), WordError> {
    let both = low.span.start.min(high.span.start)..low.span.end.max(high.span.end);
    if low.value > high.value {
        return Err(WordError::new(both, "low is above high"));
    }
    if low.value == high.value {
        return Err(WordError::new(both, "low and high are the same").help("write the value itself for a constant"));
    }
    Ok(())
}

pub(super) fn above_zero(value: Value, what: &str) -> Result<f64, WordError> {
    if value.value > 0.0 {
        return Ok(value.value);
    }
    Err(WordError::new(value.span, format!("{what} must be above zero")).help("write the value itself for a constant"))
}

pub(super) fn checked_cv(cv: &Value) -> Result<f64, WordError> {
    if cv.value == 0.0 {
        Err(WordError::new(cv.span.clone(), "cv must be above zero").help("write the mean itself for a constant"))
    } else if cv.value < MIN_CV {
        let message = format!("a cv below {MIN_CV} is as good as a constant");
        Err(WordError::new(cv.span.clone(), message).help("write the mean itself for a constant"))
    } else if cv.value > MAX_CV {
        let error = WordError::new(cv.span.clone(), format!("the largest cv is {MAX_CV}"));
        Err(error.help("the cv is the standard deviation over the mean, not in per cent"))
    } else {
        Ok(cv.value)
    }
}

pub(super) fn hyper_cv(cv: &Value) -> Result<f64, WordError> {
    if cv.value < 1.0 {
        let message = "the cv of a hyperexponential is at least 1";
        return Err(WordError::new(cv.span.clone(), message).help("below 1 a `gamma` or `erlang` fits"));
    }
    checked_cv(cv)
}

pub(super) fn erlang_shape(shape: &Value) -> Result<u32, WordError> {
    if shape.value.fract() == 0.0 && shape.value >= 1.0 && shape.value <= f64::from(MAX_ERLANG_SHAPE) {
        return Ok(shape.value as u32);
    }
    let message = format!("the shape of an erlang is a whole number from 1 to {MAX_ERLANG_SHAPE}");
    Err(WordError::new(shape.span.clone(), message).help("a `gamma` takes any cv"))
}

pub(super) fn weibull_shape(shape: &Value) -> Result<f64, WordError> {
    let (least, most) = WEIBULL_SHAPES;
    if (least..=most).contains(&shape.value) {
        return Ok(shape.value);
    }
    Err(WordError::new(shape.span.clone(), format!("the shape of a weibull is from {least} to {most}")))
}
