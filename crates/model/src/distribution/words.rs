//! Distributions from words and back.

use super::Distribution;
use super::argument::Arguments;
use super::form::find_form;
use super::limit::{above_zero, checked_cv, erlang_shape, hyper_cv, ordered, weibull_shape};
use crate::quantity::{self, Dimension, Sign, WordError, trimmed};
use std::ops::Range;

/// Reads a distribution of a quantity; a plain quantity is a constant. Named parameters may stand in any order.
///
/// With [`Sign::Any`] values may be negative (early or late); a distribution that cannot be negative by its nature, such
/// as a gamma, has a mean above zero either way.
///
/// # Errors
/// The first mistake, with its place in `text`.
pub fn parse(text: &str, dimension: Dimension, sign: Sign) -> Result<Distribution, WordError> {
    let all = trimmed(text, 0..text.len());
    let start = all.start;
    let written = &text[all.clone()];
    let Some(open) = written.find('(').map(|at| at + start) else {
        return parse_bare(text, all, dimension, sign);
    };
    let name = text[start..open].trim();
    let name_span = start..start + name.len();
    let form = find_form(name, name_span.clone())?;
    let Some(close) = text[open..all.end].find(')').map(|at| at + open) else {
        return Err(WordError::new(open..open + 1, "this parenthesis is never closed")
            .help(format!("e.g. \"{}\"", form.example)));
    };
    if close + 1 < all.end {
        let rest = text[close + 1..all.end].trim();
        return Err(WordError::new(close + 1..all.end, format!("`{rest}` is left over after the distribution")));
    }
    let arguments = Arguments::read(text, open + 1..close, form)?;
    build(&arguments, name_span, dimension, sign)
}

/// A text without a parenthesis: a quantity, or a mistake.
fn parse_bare(text: &str, all: Range<usize>, dimension: Dimension, sign: Sign) -> Result<Distribution, WordError> {
    let written = &text[all.clone()];
    if written.starts_with(char::is_alphabetic) {
        let length = written.find(|c: char| !c.is_alphabetic()).unwrap_or(written.len());
        let form = find_form(&written[..length], all.start..all.start + length)?;
        let message = format!("`{}` needs its parameters in parentheses", form.name);
        return Err(WordError::new(all, message).help(format!("e.g. \"{}\"", form.example)));
    }
    if let Some(close) = written.find(')') {
        let at = all.start + close;
        return Err(WordError::new(at..at + 1, "this parenthesis was never opened"));
    }
    quantity::parse_signed(text, dimension, sign).map(Distribution::Constant)
}

fn build(
    arguments: &Arguments,
    name_span: Range<usize>,
    dimension: Dimension,
    sign: Sign,
) -> Result<Distribution, WordError> {
    let number = |name| arguments.get(name, Dimension::Number, Sign::NonNegative);
    let quantity = |name| arguments.get(name, dimension, sign);
    let mean = || above_zero(arguments.get("mean", dimension, Sign::NonNegative)?, "the mean");
    Ok(match arguments.form.name {
        "constant" => {
            let values = arguments.list(dimension, sign)?;
            match values.as_slice() {
                [value] => Distribution::Constant(value.value),
                _ => {
                    return Err(
                        WordError::new(arguments.span.clone(), "a constant is one value").help(arguments.example())
                    );
                }
            }
        }
        "uniform" => {
            let (low, high) = bounds(arguments, dimension, sign)?;
            Distribution::Uniform { low, high }
        }
        "exponential" => Distribution::Exponential { mean: mean()? },
        "erlang" => Distribution::Erlang { mean: mean()?, shape: erlang_shape(&number("shape")?)? },
        "gamma" => Distribution::Gamma { mean: mean()?, cv: checked_cv(&number("cv")?)? },
        "lognormal" => Distribution::Lognormal { mean: mean()?, cv: checked_cv(&number("cv")?)? },
        "weibull" => Distribution::Weibull { mean: mean()?, shape: weibull_shape(&number("shape")?)? },
        "hyperexponential" => Distribution::Hyperexponential { mean: mean()?, cv: hyper_cv(&number("cv")?)? },
        "triangular" => {
            let (low, mode, high) = (quantity("low")?, quantity("mode")?, quantity("high")?);
            ordered(&low, &high)?;
            if mode.value < low.value || mode.value > high.value {
                return Err(WordError::new(mode.span, "the mode lies outside low and high"));
            }
            Distribution::Triangular { low: low.value, mode: mode.value, high: high.value }
        }
        "normal" => {
            let mean = quantity("mean")?;
            let sd = arguments.get("sd", dimension, Sign::NonNegative)?;
            Distribution::Normal { mean: mean.value, sd: above_zero(sd, "the sd")? }
        }
        "empirical" => {
            let values = arguments.list(dimension, sign)?;
            Distribution::Empirical(values.into_iter().map(|value| value.value).collect())
        }
        _ => {
            return Err(WordError::new(name_span, "this distribution cannot be read"));
        }
    })
}

/// The bounds of a uniform, in order or by name but not both.
fn bounds(arguments: &Arguments, dimension: Dimension, sign: Sign) -> Result<(f64, f64), WordError> {
    let wrong = || WordError::new(arguments.span.clone(), "a uniform has two bounds").help(arguments.example());
    let (low, high) = match (arguments.list.len(), arguments.named.len()) {
        (2, 0) => {
            let values = arguments.list(dimension, sign)?;
            (values[0].clone(), values[1].clone())
        }
        (0, _) => (arguments.get("low", dimension, sign)?, arguments.get("high", dimension, sign)?),
        _ => return Err(wrong()),
    };
    ordered(&low, &high)?;
    Ok((low.value, high.value))
}

pub(super) fn print(distribution: &Distribution, dimension: Dimension) -> String {
    let words = |value: &f64| quantity::words(*value, dimension);
    match distribution {
        Distribution::Constant(value) => words(value),
        Distribution::Uniform { low, high } => format!("uniform({}, {})", words(low), words(high)),
        Distribution::Exponential { mean } => format!("exponential(mean {})", words(mean)),
        Distribution::Erlang { mean, shape } => {
            format!("erlang(mean {}, shape {shape})", words(mean))
        }
        Distribution::Gamma { mean, cv } => format!("gamma(mean {}, cv {cv})", words(mean)),
        Distribution::Lognormal { mean, cv } => format!("lognormal(mean {}, cv {cv})", words(mean)),
        Distribution::Weibull { mean, shape } => {
            format!("weibull(mean {}, shape {shape})", words(mean))
        }
        Distribution::Hyperexponential { mean, cv } => {
            format!("hyperexponential(mean {}, cv {cv})", words(mean))
        }
        Distribution::Triangular { low, mode, high } => {
            format!("triangular(low {}, mode {}, high {})", words(low), words(mode), words(high))
        }
        Distribution::Normal { mean, sd } => {
            format!("normal(mean {}, sd {})", words(mean), words(sd))
        }
        Distribution::Empirical(values) => {
            format!("empirical({})", values.iter().map(words).collect::<Vec<_>>().join(", "))
        }
    }
}
