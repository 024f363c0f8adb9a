//! What is asked of every point, from words: `door_to_door_h`, `door_to_door_h:p90@into-ru`, `lane_use_share@port.gate`.

use crate::backlog;
use crate::layout::Layout;
use crate::measures::{self, MeasureScope, Wanted};
use crate::trials::{OWNER, Question};
use portway_model::Model;
use serde::Serialize;

/// What is asked when nothing is said: time and its bad days, waiting, and whether as many come through. The first decides
/// which point is called the best.
pub const DEFAULT: [&str; 4] = ["door_to_door_h", "door_to_door_h:p90", "wait_h", "crossings_per_day"];

/// The word for all measures of the whole corridor.
pub const ALL: &str = "all";

/// Most measures of one sweep.
const MOST: usize = 100;

/// One number that is asked of every point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AskedMeasure {
    /// As it was asked, which is also its column in files.
    pub word: String,
    /// Measure name.
    pub name: &'static str,
    /// `p50`, `p90` or `p95`; empty for the mean.
    pub statistic: String,
    /// Stage or link; empty for the corridor.
    pub scope: String,
    /// Direction; empty for all.
    pub direction: String,
    /// Unit of the values, with the currency of the model where they are money.
    pub unit: String,
    /// Titles of its stage or link and of its direction, for people; none for the whole corridor.
    pub of: Vec<String>,
    /// Which values are wanted.
    pub wanted: Option<Wanted>,
}

impl AskedMeasure {
    /// Reads a word. The unit of money is that of the catalogue, which knows no currency.
    ///
    /// Errors: as [`Question::parse`].
    pub fn parse(word: &str) -> Result<Self, String> {
        let Question { measure, statistic, scope, direction, owner, .. } = Question::parse(word)?;
        let definition = measures::find(&measure).ok_or_else(|| format!("there is no measure `{measure}`"))?;
        let mut word = measure;
        for (mark, part) in [(':', &statistic), ('@', &scope), ('@', &direction)] {
            if !part.is_empty() {
                word.push(mark);
                word.push_str(part);
            }
        }
        if !owner.is_empty() {
            word += &format!("@{OWNER}{owner}");
        }
        let (name, unit, wanted) = (definition.name, definition.unit.to_owned(), definition.wanted);
        Ok(Self { word, name, statistic, scope, direction, unit, of: Vec::new(), wanted })
    }

    /// The question behind it.
    pub(crate) fn question(&self) -> Question {
        Question {
            measure: self.name.to_owned(),
            statistic: self.statistic.clone(),
            scope: self.scope.clone(),
            direction: self.direction.clone(),
            class: String::new(),
            owner: self.word.split_once(&format!("@{OWNER}")).map_or("", |(_, owner)| owner).to_owned(),
            without_carriers: false,
        }
    }
}

/// Reads words and makes sure that a scenario can answer them. Errors: every mistake, a line for each.
pub(super) fn asked(words: &[&str], model: &Model, layout: &Layout) -> Result<Vec<AskedMeasure>, String> {
    let mut asked: Vec<AskedMeasure> = Vec::new();
    let mut mistakes: Vec<String> = Vec::new();
    let named = words.iter().flat_map(|word| match *word {
        ALL => corridor_measures(layout),
        one => vec![one.to_owned()],
    });
    for word in named {
        let read = AskedMeasure::parse(&word).and_then(|measure| {
            let query = measure.question().query(layout)?;
            let of = titles(&measure, model, layout);
            Ok(AskedMeasure { unit: query.unit(layout), of, ..measure })
        });
        match read {
            // Asked twice is answered once.
            Ok(measure) if asked.iter().any(|known| known.word == measure.word) => {}
            Ok(measure) => asked.push(measure),
            Err(mistake) => mistakes.push(mistake),
        }
    }
    if asked.len() > MOST {
        mistakes.push(format!("more than {MOST} measures cannot be asked together"));
    }
    if mistakes.is_empty() { Ok(asked) } else { Err(mistakes.join("\n")) }
}

/// What a measure is asked of, as people call it.
fn titles(asked: &AskedMeasure, model: &Model, layout: &Layout) -> Vec<String> {
    let station = layout.stations.iter().find(|station| station.scope == asked.scope);
    let mut titles = station.map(|station| station.titles.clone()).unwrap_or_default();
    titles.extend(model.directions.find(&asked.direction).map(|id| model.directions[id].title.clone()));
    titles
}

/// Words with those that say whether a first count of traffic is no gain behind them.
pub(super) fn with_backlog(words: &[&str]) -> Vec<String> {
    let mut all: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    let first = words.first().and_then(|first| Question::parse(first).ok());
    if let Some(first) = first.filter(|first| backlog::adds_to(&first.measure)) {
        for question in backlog::questions(&first) {
            let direction = Some(question.direction).filter(|name| !name.is_empty());
            all.push(direction.map_or(question.measure.clone(), |name| format!("{}@{name}", question.measure)));
        }
    }
    all
}

/// All measures of the corridor that the model says enough for.
fn corridor_measures(layout: &Layout) -> Vec<String> {
    let all = measures::catalogue().iter().filter(|definition| definition.scope == MeasureScope::Corridor);
    let known = all.filter(|definition| layout.prices.meet(definition.needs));
    known.map(|definition| definition.name.to_owned()).collect()
}
