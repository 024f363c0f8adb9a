//! Distributions from words and back.

use super::Distribution;
use crate::quantity::{self, Dimension, Sign, WordError, listed, nearest};
use std::ops::Range;

/// A narrower cv is a constant in everything but name, and a gamma's shape would overflow.
pub const MIN_CV: f64 = 0.001;
/// A wider cv means that nearly every draw is zero and the mean is never seen in a run.
pub const MAX_CV: f64 = 20.0;
/// A flatter Weibull has moments that no run ever meets; a steeper one is a constant.
pub const WEIBULL_SHAPES: (f64, f64) = (0.1, 1000.0);
/// An Erlang of more phases is a constant for every purpose.
pub const MAX_ERLANG_SHAPE: u32 = 1000;

/// A name of the language and its parameters in their order.
struct Form {
    name: &'static str,
    parameters: &'static [&'static str],
    example: &'static str,
}

const fn form(name: &'static str, parameters: &'static [&'static str], example: &'static str) -> Form {
    Form { name, parameters, example }
}

const FORMS: &[Form] = &[
    form("constant", &[], "constant(45 s)"),
    form("uniform", &["low", "high"], "uniform(5 min, 9 min)"),
    form("exponential", &["mean"], "exponential(mean 6 min)"),
    form("erlang", &["mean", "shape"], "erlang(mean 6 min, shape 2)"),
    form("gamma", &["mean", "cv"], "gamma(mean 6 min, cv 0.7)"),
    form("lognormal", &["mean", "cv"], "lognormal(mean 22 min, cv 0.6)"),
    form("weibull", &["mean", "shape"], "weibull(mean 6 min, shape 1.5)"),
    form("hyperexponential", &["mean", "cv"], "hyperexponential(mean 6 min, cv 2)"),
    form("triangular", &["low", "mode", "high"], "triangular(low 5 min, mode 7 min, high 20 min)"),
    form("normal", &["mean", "sd"], "normal(mean 0 min, sd 20 min)"),
    form("empirical", &[], "empirical(4 min, 5 min, 9 min)"),
];

/// A value and where it is written.
#[derive(Clone)]
struct Value {
    value: f64,
    span: Range<usize>,
}

/// Reads a distribution of a quantity; a plain quantity is a constant. Named parameters may stand in any order.
///
/// With [`Sign::Any`] values may be negative (early or late); a distribution that cannot be negative by its nature, such
/// as a gamma, has a mean above zero either way.
///
/// # Errors
/// The first mistake, with its place in `text`.
pub fn parse(text: &str, dimension: Dimension, sign: Sign) -> Result<Distribution, WordError> {
    let start = text.len() - text.trim_start().len();
    let all = start..start + text.trim().len();
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

/// Reads the gaps between arrivals, `exponential`, `constant`, `erlang 4`, `gamma cv 0.7` or `hyperexponential cv 2`, as
/// a distribution with mean 1.
///
/// # Errors
/// The first mistake, with its place in `text`.
pub fn parse_gaps(text: &str) -> Result<Distribution, WordError> {
    const NAMES: [&str; 5] = ["exponential", "constant", "erlang", "gamma", "hyperexponential"];
    const EXAMPLES: &str = "gaps are \"exponential\", \"constant\", \"erlang 4\", \"gamma cv 0.7\" or \"hyperexponential cv 2\"; their mean comes from the volume";
    let start = text.len() - text.trim_start().len();
    let end = start + text.trim().len();
    if start >= end {
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
    let rest_start = start + length + (text[start + length..end].len() - text[start + length..end].trim_start().len());
    let rest = rest_start..end;
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

fn find_form(name: &str, span: Range<usize>) -> Result<&'static Form, WordError> {
    if let Some(form) = FORMS.iter().find(|form| form.name == name) {
        return Ok(form);
    }
    let names: Vec<&str> = FORMS.iter().map(|form| form.name).collect();
    let all = || format!("the distributions are {}", listed(&names));
    if name.is_empty() {
        return Err(WordError::new(span, "the name of the distribution is missing").help(all()));
    }
    let error = WordError::new(span, format!("`{name}` is not a distribution"));
    Err(match nearest(&name.to_lowercase(), names.iter().copied()) {
        Some(near) => error.help(format!("did you mean `{near}`?")),
        None => error.help(all()),
    })
}

/// One argument between commas: an optional name and the bytes of its value.
struct Argument {
    name: Option<(String, Range<usize>)>,
    value: Range<usize>,
}

impl Argument {
    fn read(text: &str, span: Range<usize>) -> Self {
        let written = &text[span.clone()];
        let lead = written.len() - written.trim_start().len();
        let begin = span.start + lead;
        let end = begin + written.trim().len();
        let trimmed = &text[begin..end];
        let length = trimmed.find(|c: char| !c.is_alphabetic() && c != '-' && c != '_').unwrap_or(trimmed.len());
        if length == 0 || !trimmed.starts_with(char::is_alphabetic) {
            return Self { name: None, value: begin..end };
        }
        let rest = &trimmed[length..];
        let value = end - rest.trim_start().len();
        Self { name: Some((trimmed[..length].to_owned(), begin..begin + length)), value: value..end }
    }

    fn quantity(&self, text: &str, dimension: Dimension, sign: Sign) -> Result<Value, WordError> {
        let written = &text[self.value.clone()];
        if let (Some((name, span)), true) = (&self.name, written.is_empty()) {
            return Err(WordError::new(span.clone(), format!("`{name}` has no value")));
        }
        if let (Some((name, _)), Some(sign)) = (&self.name, written.chars().next().filter(|c| matches!(c, '=' | ':'))) {
            let help = format!("\"{name} {}\"", written[1..].trim());
            let at = self.value.start;
            return Err(
                WordError::new(at..at + 1, format!("a parameter and its value stand without `{sign}`")).help(help)
            );
        }
        let value =
            quantity::parse_signed(written, dimension, sign).map_err(|error| error.shifted(self.value.start))?;
        Ok(Value { value, span: self.value.clone() })
    }
}

/// The arguments of a distribution, each sorted to its parameter.
struct Arguments<'a> {
    text: &'a str,
    form: &'static Form,
    /// Between the parentheses.
    span: Range<usize>,
    named: Vec<(&'static str, Argument)>,
    list: Vec<Argument>,
}

impl<'a> Arguments<'a> {
    fn read(text: &'a str, span: Range<usize>, form: &'static Form) -> Result<Self, WordError> {
        let mut read = Self { text, form, span: span.clone(), named: Vec::new(), list: Vec::new() };
        if text[span.clone()].trim().is_empty() {
            let around = span.start - 1..span.end + 1;
            return Err(WordError::new(around, format!("`{}` needs its parameters", form.name)).help(read.example()));
        }
        let mut begin = span.start;
        for piece in text[span.clone()].split(',') {
            let end = begin + piece.len();
            if piece.trim().is_empty() {
                let mark = begin.saturating_sub(1).max(span.start)..end;
                return Err(WordError::new(mark, "nothing stands between these commas").help(read.example()));
            }
            read.add(Argument::read(text, begin..end))?;
            begin = end + 1;
        }
        Ok(read)
    }

    fn example(&self) -> String {
        format!("e.g. \"{}\"", self.form.example)
    }

    fn add(&mut self, argument: Argument) -> Result<(), WordError> {
        let form = self.form;
        let Some((name, span)) = &argument.name else {
            // Only the bounds of a uniform are plain by their order; anything else could be mixed up unseen.
            if form.parameters.is_empty() || form.name == "uniform" {
                self.list.push(argument);
                return Ok(());
            }
            return Err(WordError::new(argument.value, "name the parameter").help(self.example()));
        };
        let Some(known) = form.parameters.iter().copied().find(|known| known == name) else {
            let error = WordError::new(span.clone(), format!("`{}` has no parameter `{name}`", form.name));
            return Err(match nearest(&name.to_lowercase(), form.parameters.iter().copied()) {
                Some(near) => error.help(format!("did you mean `{near}`?")),
                None => error.help(self.example()),
            });
        };
        if self.named.iter().any(|(other, _)| *other == known) {
            return Err(WordError::new(span.clone(), format!("`{known}` is given twice")));
        }
        self.named.push((known, argument));
        Ok(())
    }

    fn get(&self, name: &'static str, dimension: Dimension, sign: Sign) -> Result<Value, WordError> {
        match self.named.iter().find(|(known, _)| *known == name) {
            Some((_, argument)) => argument.quantity(self.text, dimension, sign),
            None => {
                let message = format!("`{}` needs its `{name}`", self.form.name);
                Err(WordError::new(self.span.clone(), message).help(self.example()))
            }
        }
    }

    fn list(&self, dimension: Dimension, sign: Sign) -> Result<Vec<Value>, WordError> {
        self.list.iter().map(|argument| argument.quantity(self.text, dimension, sign)).collect()
    }
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

fn ordered(low: &Value, high: &Value) -> Result<(), WordError> {
    let both = low.span.start.min(high.span.start)..low.span.end.max(high.span.end);
    if low.value > high.value {
        return Err(WordError::new(both, "low is above high"));
    }
    if low.value == high.value {
        return Err(WordError::new(both, "low and high are the same").help("write the value itself for a constant"));
    }
    Ok(())
}

fn above_zero(value: Value, what: &str) -> Result<f64, WordError> {
    if value.value > 0.0 {
        return Ok(value.value);
    }
    Err(WordError::new(value.span, format!("{what} must be above zero")).help("write the value itself for a constant"))
}

fn checked_cv(cv: &Value) -> Result<f64, WordError> {
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

fn hyper_cv(cv: &Value) -> Result<f64, WordError> {
    if cv.value < 1.0 {
        let message = "the cv of a hyperexponential is at least 1";
        return Err(WordError::new(cv.span.clone(), message).help("below 1 a `gamma` or `erlang` fits"));
    }
    checked_cv(cv)
}

fn erlang_shape(shape: &Value) -> Result<u32, WordError> {
    if shape.value.fract() == 0.0 && shape.value >= 1.0 && shape.value <= f64::from(MAX_ERLANG_SHAPE) {
        return Ok(shape.value as u32);
    }
    let message = format!("the shape of an erlang is a whole number from 1 to {MAX_ERLANG_SHAPE}");
    Err(WordError::new(shape.span.clone(), message).help("a `gamma` takes any cv"))
}

fn weibull_shape(shape: &Value) -> Result<f64, WordError> {
    let (least, most) = WEIBULL_SHAPES;
    if (least..=most).contains(&shape.value) {
        return Ok(shape.value);
    }
    Err(WordError::new(shape.span.clone(), format!("the shape of a weibull is from {least} to {most}")))
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

pub(super) fn print_gaps(gaps: &Distribution) -> String {
    match gaps {
        Distribution::Constant(_) => "constant".to_owned(),
        Distribution::Exponential { .. } => "exponential".to_owned(),
        Distribution::Erlang { shape, .. } => format!("erlang {shape}"),
        Distribution::Gamma { cv, .. } => format!("gamma cv {cv}"),
        Distribution::Hyperexponential { cv, .. } => format!("hyperexponential cv {cv}"),
        // The language has no other gaps; a made one is printed in full.
        other => print(other, Dimension::Number),
    }
}
