//! What stands between the parentheses of a distribution.

use super::form::Form;
use crate::quantity::{self, Dimension, Sign, WordError, nearest, trimmed};
use std::ops::Range;

/// One argument between commas: an optional name and the bytes of its value.
pub(super) struct Argument {
    pub(super) name: Option<(String, Range<usize>)>,
    pub(super) value: Range<usize>,
}

impl Argument {
    pub(super) fn read(text: &str, span: Range<usize>) -> Self {
        let Range { start: begin, end } = trimmed(text, span);
        let written = &text[begin..end];
        let length = written.find(|c: char| !c.is_alphabetic() && c != '-' && c != '_').unwrap_or(written.len());
        if !written.starts_with(char::is_alphabetic) {
            return Self { name: None, value: begin..end };
        }
        let rest = &written[length..];
        let value = end - rest.trim_start().len();
        Self { name: Some((written[..length].to_owned(), begin..begin + length)), value: value..end }
    }

    pub(super) fn quantity(&self, text: &str, dimension: Dimension, sign: Sign) -> Result<Value, WordError> {
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
pub(super) struct Arguments<'a> {
    text: &'a str,
    pub(super) form: &'static Form,
    /// Between the parentheses.
    pub(super) span: Range<usize>,
    pub(super) named: Vec<(&'static str, Argument)>,
    pub(super) list: Vec<Argument>,
}

impl<'a> Arguments<'a> {
    pub(super) fn read(text: &'a str, span: Range<usize>, form: &'static Form) -> Result<Self, WordError> {
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

    pub(super) fn example(&self) -> String {
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

    pub(super) fn get(&self, name: &'static str, dimension: Dimension, sign: Sign) -> Result<Value, WordError> {
        match self.named.iter().find(|(known, _)| *known == name) {
            Some((_, argument)) => argument.quantity(self.text, dimension, sign),
            None => {
                let message = format!("`{}` needs its `{name}`", self.form.name);
                Err(WordError::new(self.span.clone(), message).help(self.example()))
            }
        }
    }

    pub(super) fn list(&self, dimension: Dimension, sign: Sign) -> Result<Vec<Value>, WordError> {
        self.list.iter().map(|argument| argument.quantity(self.text, dimension, sign)).collect()
    }
}

/// A value and where it is written.
#[derive(Clone)]
pub(super) struct Value {
    pub(super) value: f64,
    pub(super) span: Range<usize>,
}
