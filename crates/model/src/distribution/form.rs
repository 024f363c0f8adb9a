//! The names of the distributions and their parameters.

use crate::quantity::{WordError, nearest};
use std::ops::Range;

/// A name of the language and its parameters in their order.
pub(super) struct Form {
    pub(super) name: &'static str,
    pub(super) parameters: &'static [&'static str],
    pub(super) example: &'static str,
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

pub(super) fn find_form(name: &str, span: Range<usize>) -> Result<&'static Form, WordError> {
    if let Some(form) = FORMS.iter().find(|form| form.name == name) {
        return Ok(form);
    }
    let names: Vec<&str> = FORMS.iter().map(|form| form.name).collect();
    let all = || format!("known are {}", names.join(", "));
    if name.is_empty() {
        return Err(WordError::new(span, "the name of the distribution is missing").help(all()));
    }
    let error = WordError::new(span, format!("`{name}` is not a distribution"));
    Err(match nearest(&name.to_lowercase(), names.iter().copied()) {
        Some(near) => error.help(format!("did you mean `{near}`?")),
        None => error.help(all()),
    })
}
