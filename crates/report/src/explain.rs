//! The words of an explanation that the terminal and the page share.

use crate::language::Language;
use crate::number::{self, Estimate};
use crate::view;
use crate::words;
use portway_model::element::Model;
use portway_study::explain::{Beside, Explanation, InputRow, Part, TakenApart};
use portway_study::journey::Figure;

/// Share of a number from which its parts are told with their inputs in the terminal.
pub(crate) const TOLD: f64 = 0.9;

/// An explanation and the corridor that it is about.
#[derive(Clone, Copy)]
pub(crate) struct Told<'a> {
    pub(crate) explanation: &'a Explanation,
    pub(crate) model: &'a Model,
    pub(crate) language: Language,
}

impl<'a> Told<'a> {
    /// What is explained, and when.
    pub(crate) fn heading(&self) -> String {
        let rests_on = &self.explanation.rests_on;
        let window = self.language.iso_dates(&rests_on.from, &rests_on.to);
        let values = [
            ("title", (&rests_on.title).into()),
            ("scenario", (&rests_on.scenario_title).into()),
            ("window", (&window).into()),
        ];
        self.language.say("explain-heading", &values)
    }

    /// The first sentence: the number with its interval, and what most of it is.
    pub(crate) fn answer(&self) -> String {
        let (explanation, language) = (self.explanation, self.language);
        let what = self.what();
        let Some(value) = explanation.value else {
            let grows = !explanation.diagnostics.is_empty();
            let id = if grows { "explain-answer-grows" } else { "explain-answer-none" };
            return language.say(id, &[("what", (&what).into())]);
        };
        let value = self.with_unit(value);
        let most = explanation.largest_parts(0.0_f64.next_up()).first().map_or_else(String::new, |largest| {
            let part = &explanation.parts[*largest];
            let (share, name) = (about(part.share * 100.0), self.name(part));
            let share = number::localised(&share, language);
            language.say("explain-most", &[("share", (&share).into()), ("part", (&name).into())])
        });
        let values = [("what", (&what).into()), ("value", (&value).into()), ("most", (&most).into())];
        language.say("explain-answer", &values)
    }

    /// The measure, and of whom and where.
    pub(crate) fn what(&self) -> String {
        let Explanation { scope, direction, class, owner, .. } = self.explanation;
        let mut names = Vec::new();
        if !self.explanation.is_of_corridor() {
            names.push(self.scope_title(scope));
        }
        if !direction.is_empty() {
            names.push(view::direction_title(self.model, direction).to_owned());
        }
        names.extend(
            class
                .split('+')
                .filter(|class| !class.is_empty())
                .map(|class| view::class_title(self.model, class.trim()).to_owned()),
        );
        names.extend(Some(owner.clone()).filter(|owner| !owner.is_empty()));
        let names = words::list(self.language, &names);
        let of = match names.as_str() {
            "" => String::new(),
            names => self.language.say("explain-of", &[("names", names.into())]),
        };
        let measure = words::measure_heading(self.language, &self.explanation.measure);
        self.language.say("explain-what", &[("measure", (&measure).into()), ("of", (&of).into())])
    }

    fn scope_title(&self, scope: &str) -> String {
        let facility = self.model.facilities.find(scope);
        facility.map_or_else(
            || view::scope_title(self.language, self.model, scope),
            |id| self.model.facilities[id].title.clone(),
        )
    }

    /// A part by name: a place, with its direction where the number has several; or a direction and class.
    pub(crate) fn name(&self, part: &Part) -> String {
        let direction = view::direction_title(self.model, &part.direction);
        match self.explanation.by {
            TakenApart::Places if self.explanation.direction.is_empty() => {
                words::list(self.language, &[self.place(part), direction.to_owned()])
            }
            TakenApart::Places => self.place(part),
            _ => {
                let class = view::class_title(self.model, &part.class);
                words::list(self.language, &[direction.to_owned(), class.to_owned()])
            }
        }
    }

    /// The title of a place in the language of the report.
    fn place(&self, part: &Part) -> String {
        match self.model.stages.find(&part.scope) {
            Some(_) => view::scope_title(self.language, self.model, &part.scope),
            None => part.title.clone(),
        }
    }

    /// A number of the value's unit, with the unit.
    fn with_unit(&self, value: Figure) -> String {
        let unit = &self.explanation.unit;
        let text = view::in_unit(value.mean, value.half_width, unit).text_in(self.language);
        match words::unit(self.language, unit) {
            unit if unit.is_empty() => text,
            unit => format!("{text} {unit}"),
        }
    }

    /// A part's number.
    pub(crate) fn value(&self, figure: Figure) -> Estimate {
        view::in_unit(figure.mean, figure.half_width, &self.explanation.parts_unit)
    }

    /// The heading of the parts' numbers.
    pub(crate) fn unit(&self) -> String {
        words::unit(self.language, &self.explanation.parts_unit)
    }

    /// What the measure means, in the language of the report.
    pub(crate) fn definition(&self) -> String {
        self.language.word(&format!("definition-{}", self.explanation.measure))
    }

    /// Visits and minutes of a part.
    pub(crate) fn visits(part: &Part) -> [Option<Estimate>; 2] {
        [part.visits, part.minutes_per_visit]
            .map(|figure| figure.map(|figure| number::quantity(figure.mean, figure.half_width, 2)))
    }

    /// Words for a number beside this one; lanes of another place carry its name.
    pub(crate) fn beside(&self, beside: &Beside) -> String {
        if beside.measure == "lane_use_share" && beside.scope != self.explanation.scope {
            let place = view::scope_title(self.language, self.model, &beside.scope);
            return self.language.say("explain-busiest", &[("place", (&place).into())]);
        }
        self.language.word(&format!("explain-{}", beside.measure.replace('_', "-")))
    }

    /// Inputs that are assumptions, and all.
    pub(crate) fn assumed(&self) -> (usize, usize) {
        let inputs = &self.explanation.inputs;
        (inputs.iter().filter(|input| input.status == "assumption").count(), inputs.len())
    }
}

/// A share of two estimates in per cent, which has no half-width of its own: whole, or a tenth where it is small.
pub(crate) fn about(percent: f64) -> String {
    number::estimate_within(percent, None, i32::from(percent < 10.0)).value
}

/// The mark of an input's evidence: solid for observed, hollow for assumed.
pub(crate) fn mark(input: &InputRow) -> char {
    match input.status.as_str() {
        "observed" => '●',
        "design" => '◐',
        "derived" => '◍',
        "assumption" => '○',
        _ => '·',
    }
}

/// Where an input may plausibly lie, in words; empty when nobody says.
pub(crate) fn range(input: &InputRow, language: Language) -> String {
    match (input.low.as_str(), input.high.as_str()) {
        ("", "") => String::new(),
        (low, high) => language.say("explain-range", &[("low", low.into()), ("high", high.into())]),
    }
}
