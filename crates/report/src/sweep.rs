//! A sweep in words: names of inputs and columns, the answer, and which points come first.

use crate::language::Language;
use crate::measures::asked_title;
use crate::number::localised;
use crate::ranking;
use crate::view;
use crate::words;
use portway_model::factor::Level;
use portway_model::levels::Levels;
use portway_study::measures::Wanted;
use portway_study::sweep::{SweptPoint, Varied};
use portway_study::{AskedMeasure, SweepResults};

/// The columns of the files, in order.
pub(crate) fn columns(results: &SweepResults) -> Vec<String> {
    let inputs = results.plan.vary.iter().map(|varied| format!("{}{}", varied.path, unit_suffix(unit_of(varied))));
    let measures = results.asked.iter().flat_map(|asked| [asked.word.clone(), format!("{}_half_width", asked.word)]);
    std::iter::once("point".to_owned())
        .chain(inputs)
        .chain(measures)
        .chain(["from_best", "from_best_half_width", "standing", "growing"].map(str::to_owned))
        .collect()
}

/// The unit that the values of an input are written in.
pub(crate) fn unit_of(varied: &Varied) -> &'static str {
    varied.levels().map_or("", |levels| levels.unit())
}

/// A unit as the end of a column's name.
fn unit_suffix(unit: &str) -> String {
    match unit {
        "" => String::new(),
        "%" => "_percent".to_owned(),
        unit => format!("_{}", unit.replace('/', "_per_").trim_start_matches('_')),
    }
}

/// A value of an input with its unit; texts without the quotes of the model language.
pub(crate) fn input_text(level: &Level, unit: &str) -> String {
    match level {
        Level::Number(number) => portway_model::levels::quantity_text(*number, unit),
        Level::Text(text) => {
            let inner = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
            inner.filter(|inner| !inner.contains(['"', '\\'])).unwrap_or(text).to_owned()
        }
    }
}

/// What the files say of a point: `best`, `as_good`, `worse`, `works_off`, or nothing where points cannot be compared.
pub(crate) fn standing(results: &SweepResults, point: u32) -> &'static str {
    match &results.best {
        Some(best) if best.point == point => "best",
        _ if results.points.get(point as usize).is_some_and(|point| point.works_off) => "works_off",
        Some(best) if !best.compared => "",
        Some(best) if best.as_good.binary_search(&point).is_ok() => "as_good",
        Some(_) if first_mean(results, point).is_some() => "worse",
        _ => "",
    }
}

fn first_mean(results: &SweepResults, point: u32) -> Option<f64> {
    results.points.get(point as usize)?.measures.first()?.mean
}

/// The inputs by the end of their paths, at least two parts long, and as long as tells them apart.
pub(crate) fn short_names(vary: &[Varied]) -> Vec<String> {
    let tail = |path: &str, parts: usize| -> String {
        let all: Vec<&str> = path.split('.').collect();
        all[all.len().saturating_sub(parts)..].join(".")
    };
    let longest = vary.iter().map(|varied| varied.path.split('.').count()).max().unwrap_or(0);
    let name = |varied: &Varied| {
        let alone = |parts: &usize| {
            vary.iter().filter(|other| tail(&other.path, *parts) == tail(&varied.path, *parts)).count() == 1
        };
        tail(&varied.path, (2..=longest).find(alone).unwrap_or(longest))
    };
    vary.iter().map(name).collect()
}

/// Numbers of points, the best first; those without a value of the first measure last. In the order of the design where nobody
/// can say what is better.
pub(crate) fn ranked(results: &SweepResults) -> Vec<&SweptPoint> {
    let mut points: Vec<&SweptPoint> = results.points.iter().collect();
    let Some(wanted) = results.asked.first().and_then(|asked| asked.wanted) else { return points };
    let key = |point: &SweptPoint| {
        let mean = point.measures.first().and_then(|measure| measure.mean);
        mean.map_or(f64::INFINITY, |mean| if wanted == Wanted::Less { mean } else { -mean })
    };
    points.sort_by(|a, b| key(a).total_cmp(&key(b)).then(a.point.cmp(&b.point)));
    points
}

/// The values of all inputs of a point: `freight.lanes = 7, booking.places = 12`.
pub(crate) fn inputs_text(results: &SweepResults, point: &SweptPoint, language: Language) -> String {
    let vary = &results.plan.vary;
    let value = |(level, varied): (&Level, &Varied)| match level {
        Level::Number(_) => localised(&input_text(level, unit_of(varied)), language),
        Level::Text(_) => input_text(level, ""),
    };
    let values = point.inputs.iter().zip(vary).map(value);
    let pairs = short_names(vary).into_iter().zip(values).map(|(name, value)| format!("{name} = {value}"));
    words::list(language, &pairs.collect::<Vec<_>>())
}

/// A measure of a point as text with its unit: `2.62 ± 0.03 h`.
pub(crate) fn value_text(asked: &AskedMeasure, value: f64, half_width: Option<f64>, language: Language) -> String {
    let number = localised(&view::in_unit(value, half_width, &asked.unit).text(), language);
    match words::unit(language, &asked.unit).as_str() {
        "" => number,
        // A number and its unit stay on one line of a page.
        unit => format!("{number}\u{a0}{unit}"),
    }
}

/// The smallest difference that matters, with its unit; of a share in percentage points.
pub(crate) fn indifference_text(results: &SweepResults, language: Language) -> String {
    let (Some(asked), Some(best)) = (results.asked.first(), &results.best) else { return String::new() };
    let value = best.indifference * words::scale_of(&asked.unit);
    // What somebody asked for is shown as it is, without what the scale brings beyond any digit; two per cent of something need no
    // more digits than its unit.
    let number = match results.plan.indifference {
        Some(_) => localised(&format!("{value:.6e}").parse().unwrap_or(value).to_string(), language),
        None => view::in_unit(best.indifference, None, &asked.unit).text_in(language),
    };
    ranking::with_difference_unit(&number, &asked.unit, language).replace(' ', "\u{a0}")
}

/// Points whose first measure has no mean because a queue grows.
pub(crate) fn growing(results: &SweepResults) -> usize {
    let grows = |point: &&SweptPoint| !point.growing.is_empty() || point.overflow.is_some();
    results.points.iter().filter(grows).filter(|point| point.measures.first().is_none_or(|m| m.mean.is_none())).count()
}

/// The result in one or two sentences.
pub(crate) fn answer(results: &SweepResults, language: Language) -> String {
    let Some(asked) = results.asked.first() else { return String::new() };
    let measure = asked_title(asked, language);
    let level = format!("{:.0}", results.plan.rests_on.level * 100.0);
    let mut said = Vec::new();
    let means = || results.points.iter().filter_map(|point| point.measures.first()?.mean);
    let best = results.best.as_ref().and_then(|best| Some((best, results.points.get(best.point as usize)?)));
    match best {
        Some((best, point)) => {
            let first = point.measures.first().copied().unwrap_or_default();
            let value = value_text(asked, first.mean.unwrap_or_default(), first.half_width, language);
            let (inputs, points) = (inputs_text(results, point, language), results.points.len());
            let values = [
                ("points", points.into()),
                ("measure", (&measure).into()),
                ("inputs", (&inputs).into()),
                ("value", (&value).into()),
            ];
            said.push(language.say("sweep-answer", &values));
            said.extend(at_an_edge(results, point, language));
            if best.compared {
                let count = best.as_good.len();
                let indifference = indifference_text(results, language);
                let values =
                    [("count", count.into()), ("level", (&level).into()), ("indifference", (&indifference).into())];
                let all = results.points.iter().filter(|point| point.from_best.is_some()).count() == count;
                said.push(language.say(if all { "sweep-all-same" } else { "sweep-same" }, &values));
            } else if results.plan.rests_on.replications == 1 {
                said.push(language.word("sweep-once"));
            }
        }
        None => match (means().reduce(f64::min), means().reduce(f64::max)) {
            (Some(low), Some(high)) => {
                let [low, high] = [low, high].map(|value| value_text(asked, value, None, language));
                let measure = words::capitalised(&measure);
                let values = [("measure", (&measure).into()), ("low", (&low).into()), ("high", (&high).into())];
                said.push(language.say("sweep-answer-range", &values));
            }
            _ => said.push(language.say("sweep-answer-none", &[("measure", (&measure).into())])),
        },
    }
    let works_off = results.points.iter().filter(|point| point.works_off).count();
    if works_off > 0 {
        said.push(language.say("sweep-work-off", &[("count", works_off.into())]));
    }
    let growing = growing(results);
    if growing > 0 {
        said.push(language.say("sweep-growing", &[("count", growing.into())]));
    }
    language.sentences(&said)
}

/// A sentence where the best point lies at an end of what was tried of an input whose value now lies beyond: the best of the map is
/// then not the best there is.
fn at_an_edge(results: &SweepResults, best: &SweptPoint, language: Language) -> Option<String> {
    let vary = &results.plan.vary;
    let names = short_names(vary);
    let beyond = vary.iter().zip(&best.inputs).zip(&names).find_map(|((varied, level), name)| {
        let Level::Number(best) = level else { return None };
        let Ok(Levels::Numbers { values, .. }) = varied.levels() else { return None };
        let now: f64 = portway_model::levels::number_of(&varied.now, unit_of(varied))?;
        let (low, high) = values.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| (l.min(*v), h.max(*v)));
        ((*best >= high && now > high) || (*best <= low && now < low)).then_some((name, now, unit_of(varied)))
    });
    let (name, now, unit) = beyond?;
    let now = localised(&input_text(&Level::Number(now), unit), language);
    Some(language.say("sweep-edge", &[("input", name.into()), ("now", (&now).into())]))
}

/// What the page and the table are about.
pub(crate) fn heading(results: &SweepResults, language: Language) -> String {
    let rests_on = &results.plan.rests_on;
    let window = language.iso_dates(&rests_on.from, &rests_on.to);
    let values = [
        ("title", (&rests_on.title).into()),
        ("points", results.points.len().into()),
        ("inputs", results.plan.vary.len().into()),
        ("window", (&window).into()),
    ];
    language.say("sweep-heading", &values)
}

/// The design and the rule behind the verdicts, for what the answer rests on.
pub(crate) fn design_lines(results: &SweepResults, language: Language) -> Vec<String> {
    use portway_study::sweep::Design;
    let design = match results.plan.design {
        Design::Full => "sweep-design-full",
        Design::Lhs { .. } => "sweep-design-lhs",
    };
    let mut lines = vec![language.word(design)];
    if results.best.as_ref().is_some_and(|best| best.compared) {
        let level = format!("{:.0}", results.plan.rests_on.level * 100.0);
        let indifference = indifference_text(results, language);
        let values = [("level", (&level).into()), ("indifference", (&indifference).into())];
        lines.push(language.say("sweep-rule", &values));
    }
    lines
}
