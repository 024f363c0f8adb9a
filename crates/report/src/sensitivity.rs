//! What decides an answer in words, for the terminal and the page alike.

use crate::language::Language;
use crate::number::{self, Estimate};
use crate::ranking;
use portway_model::Model;
use portway_study::Sensitivity;
use portway_study::ranking::Spread;
use portway_study::sensitivity::{DECIDES, FixedInput, Rest, SensitivityAnswer, Share, VariedInput, Weight};

/// What the answer is about.
pub(crate) fn heading(sensitivity: &Sensitivity, language: Language) -> String {
    let values = [
        ("title", (&sensitivity.rests_on.title).into()),
        ("scenario", (&sensitivity.rests_on.scenario_title).into()),
        ("count", sensitivity.inputs.len().into()),
    ];
    language.say("sensitivity-heading", &values)
}

/// Which inputs decide an answer, and what the others come to together.
pub(crate) fn answer(
    sensitivity: &Sensitivity,
    answer: &SensitivityAnswer,
    model: &Model,
    language: Language,
) -> String {
    let measure = ranking::named(&answer.asked, model, language);
    let all = ("all", sensitivity.inputs.len().into());
    let about = ("measure", (&measure).into());
    if answer.deviation.is_none() {
        let changes = answer.rows.iter().any(|row| row.mean_absolute > 0.0);
        let id = if answer.rows.is_empty() || changes { "sensitivity-untold" } else { "sensitivity-nothing" };
        return language.say(id, &[all, about]);
    }
    let names: Vec<String> = answer.deciding().map(|row| short(&sensitivity.inputs[row.input].path)).collect();
    let (names, count) = (language.list(&names), names.len());
    let least = percent(DECIDES, language);
    let values = [all, about, ("count", count.into()), ("names", (&names).into()), ("least", (&least).into())];
    let said = language.say(if count == 0 { "sensitivity-none-decides" } else { "sensitivity-decide" }, &values);
    match answer.rest {
        Some(rest) => language.sentences(&[said, of_rest(rest, language)]),
        None => said,
    }
}

/// What the inputs that were not looked at closer come to together.
fn of_rest(rest: Rest, language: Language) -> String {
    let (share, high) = (percent(rest.total.value, language), percent(rest.total.high, language));
    let values = [("count", rest.inputs.into()), ("share", (&share).into()), ("most", (&high).into())];
    let id = if rest.total.value < DECIDES { "sensitivity-rest" } else { "sensitivity-rest-together" };
    language.say(id, &values)
}

/// The title of one answer, with its value as the model is written and its spread because of the inputs.
pub(crate) fn title(answer: &SensitivityAnswer, model: &Model, language: Language) -> String {
    let by = ranking::by(&answer.asked, model, language);
    language.say("sensitivity-title", &[("measure", (&by).into())])
}

/// The answer as the model is written, and how far the inputs spread it.
pub(crate) fn spread_of(answer: &SensitivityAnswer, language: Language) -> String {
    let unit = &answer.asked.unit;
    let number = |estimate: Option<Estimate>| {
        estimate.map_or_else(|| "–".to_owned(), |e| ranking::with_unit(&e.text_in(language), unit, language))
    };
    let written = number(ranking::spread(answer.written, unit));
    let [mean, deviation] =
        [answer.mean, answer.deviation].map(|of| number(of.and_then(|of| ranking::spread(of, unit))));
    let values = [("written", (&written).into()), ("mean", (&mean).into()), ("deviation", (&deviation).into())];
    language.say(if answer.mean.is_some() { "sensitivity-spread" } else { "sensitivity-written" }, &values)
}

/// The path of an input without the words that every path has: `kani-kurgan.freight.lanes`.
pub(crate) fn short(path: &str) -> String {
    match path.split_once("facility.") {
        Some((before, rest)) if rest.contains(".stage.") => format!("{before}{}", rest.replacen(".stage.", ".", 1)),
        _ => path.to_owned(),
    }
}

/// From where to where an input was varied, and where it stands.
pub(crate) fn range(input: &VariedInput, language: Language) -> String {
    let values = [
        ("low", (&input.low).into()),
        ("high", (&input.high).into()),
        ("written", (&input.written).into()),
        ("parts", input.parts.into()),
    ];
    language.say("sensitivity-range", &values)
}

/// A share of the variance in per cent with its interval: `44 % (30–58)`.
pub(crate) fn share(share: Option<Share>, language: Language) -> String {
    let Some(share) = share else { return "–".to_owned() };
    // By chance an estimate may leave the range that a share can have.
    let whole = |value: f64| number::localised(&number::integer(100.0 * value.clamp(0.0, 1.0)), language);
    format!("{} ({}–{})", with_sign(&whole(share.value), language), whole(share.low), whole(share.high))
}

/// A difference from the answer as written.
pub(crate) fn moved(spread: Option<Spread>, unit: &str) -> Option<Estimate> {
    ranking::difference(spread?, unit)
}

/// The inputs that were not looked at closer, shortest form.
pub(crate) fn rest(sensitivity: &Sensitivity) -> Vec<String> {
    let Some(answer) = sensitivity.answers.iter().find(|answer| !answer.rows.is_empty()) else { return Vec::new() };
    let rest = answer.rows.iter().filter(|row| row.weight == Weight::Rest).map(|row| row.input);
    let mut rest: Vec<usize> = rest.filter(|input| !sensitivity.set_aside.contains(input)).collect();
    rest.sort_unstable();
    named(sensitivity, &rest)
}

/// The inputs that stood out and were not looked at closer all the same, shortest form.
pub(crate) fn set_aside(sensitivity: &Sensitivity) -> Vec<String> {
    named(sensitivity, &sensitivity.set_aside)
}

fn named(sensitivity: &Sensitivity, inputs: &[usize]) -> Vec<String> {
    inputs.iter().map(|&input| short(&sensitivity.inputs[input].path)).collect()
}

/// Assumptions without a range, shortest form, and those whose range cannot be used with the reason.
pub(crate) fn fixed(sensitivity: &Sensitivity, language: Language) -> (Vec<String>, Vec<String>) {
    let without = |row: &&FixedInput| row.mistake.is_none();
    let named = sensitivity.fixed.iter().filter(without).map(|row| short(&row.path)).collect();
    let mistaken = sensitivity.fixed.iter().filter_map(|row| {
        let (path, why) = (short(&row.path), row.mistake.as_ref()?);
        Some(language.say("sensitivity-mistake", &[("path", (&path).into()), ("why", why.into())]))
    });
    (named, mistaken.collect())
}

/// Runs in which the answer depends on the window, when there are any.
pub(crate) fn growing(sensitivity: &Sensitivity, language: Language) -> Option<String> {
    let growing = &sensitivity.growing;
    let values = [
        ("runs", growing.runs.into()),
        ("of", growing.of.into()),
        ("scope", (&growing.scope).into()),
        ("left", growing.left_out.into()),
    ];
    (growing.runs + growing.left_out > 0).then(|| language.say("sensitivity-growing", &values))
}

/// How the inputs were varied.
pub(crate) fn method(sensitivity: &Sensitivity, language: Language) -> String {
    let most = |of: fn(&SensitivityAnswer) -> usize| sensitivity.answers.iter().map(of).max().unwrap_or(0);
    let least = percent(DECIDES, language);
    let values = [
        ("starts", most(|answer| answer.starts).into()),
        ("rows", most(|answer| answer.design_rows).into()),
        ("runs", sensitivity.runs.into()),
        ("replications", sensitivity.rests_on.replications.into()),
        ("alone", sensitivity.replications_alone.into()),
        ("least", (&least).into()),
    ];
    language.say("sensitivity-method", &values)
}

fn percent(share: f64, language: Language) -> String {
    let percent = (share * 100.0).max(0.0);
    let text = if percent > 0.0 && percent < 0.1 {
        "< 0.1".to_owned()
    } else {
        number::estimate_within(percent, None, 1).value
    };
    let text = text.strip_suffix(".0").unwrap_or(&text).to_owned();
    with_sign(&number::localised(&text, language), language)
}

/// A number of per cent; in Chinese the sign follows without a space.
fn with_sign(number: &str, language: Language) -> String {
    if language == Language::Zh { format!("{number}%") } else { format!("{number} %") }
}
