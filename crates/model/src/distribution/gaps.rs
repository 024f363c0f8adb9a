//! Gaps between arrivals from words and back.

use super::Distribution;
use super::argument::Argument;
use super::limit::{checked_cv, erlang_shape, hyper_cv};
use crate::quantity::{Dimension, Sign, WordError, nearest, trimmed};
use std::ops::Range;

/// Reads the gaps between arrivals, `exponential`, `constant`, `erlang 4`, `gamma cv 0.7` or `hyperexponential cv 2`, as
/// a distribution with mean 1.
///
/// # Errors
/// The first mistake, with its place in `text`.
pub fn parse_gaps(text: &str) -> Result<Distribution, WordError> {
    const NAMES: [&str; 5] = ["exponential", "constant", "erlang", "gamma", "hyperexponential"];
    const EXAMPLES: &str =
        "write \"exponential\", \"constant\", \"erlang 4\", \"gamma cv 0.7\" or \"hyperexponential cv 2\"";
    let Range { start, end } = trimmed(text, 0..text.len());
    if start == end {
        return Err(WordError::new(0..text.len(), "nothing is written here").help(EXAMPLES));
    }
    let length = text[start..end].find(|c: char| !c.is_alphabetic()).unwrap_or(end - start);
    let name = &text[start..start + length];
    let name_span = start..start + length;
    let Some(known) = NAMES.into_iter().find(|known| *known == name) else {
        let near = if name.is_empty() { None } else { nearest(&name.to_lowercase(), NAMES.into_iter()) };
        return Err(match near {
            Some(near) => WordError::new(name_span, format!("`{name}` is not a way to space arrivals"))
                .help(format!("did you mean `{near}`?")),
            None => WordError::new(start..end, format!("`{}` is not a way to space arrivals", &text[start..end]))
                .help(EXAMPLES),
        });
    };
    let parameter = match known {
        "erlang" => Some("shape"),
        "gamma" | "hyperexponential" => Some("cv"),
        _ => None,
    };
    let rest = trimmed(text, start + length..end);
    let Some(parameter) = parameter else {
        if !rest.is_empty() {
            return Err(WordError::new(rest, format!("`{known}` gaps have no parameter")).help(EXAMPLES));
        }
        return Ok(if known == "constant" {
            Distribution::Constant(1.0)
        } else {
            Distribution::Exponential { mean: 1.0 }
        });
    };
    if rest.is_empty() {
        return Err(WordError::new(name_span, format!("`{known}` needs its {parameter}")).help(EXAMPLES));
    }
    let argument = Argument::read(text, rest);
    if let Some((name, span)) = &argument.name
        && *name != parameter
    {
        return Err(WordError::new(span.clone(), format!("`{known}` gaps have no parameter `{name}`")).help(EXAMPLES));
    }
    if argument.name.is_none() && parameter == "cv" {
        let help = format!("\"{known} cv {}\"", &text[argument.value.clone()]);
        return Err(WordError::new(argument.value, "name the parameter").help(help));
    }
    let value = argument.quantity(text, Dimension::Number, Sign::NonNegative)?;
    match known {
        "erlang" => Ok(Distribution::Erlang { mean: 1.0, shape: erlang_shape(&value)? }),
        "gamma" => Ok(Distribution::Gamma { mean: 1.0, cv: checked_cv(&value)? }),
        _ => Ok(Distribution::Hyperexponential { mean: 1.0, cv: hyper_cv(&value)? }),
    }
}

pub(super) fn print_gaps(gaps: &Distribution) -> String {
    match gaps {
        Distribution::Constant(_) => "constant".to_owned(),
        Distribution::Exponential { .. } => "exponential".to_owned(),
        Distribution::Erlang { shape, .. } => format!("erlang {shape}"),
        Distribution::Gamma { cv, .. } => format!("gamma cv {cv}"),
        Distribution::Hyperexponential { cv, .. } => format!("hyperexponential cv {cv}"),
        // The language has no other gaps; a made one is printed in full.
        other => super::words::print(other, Dimension::Number),
    }
}
