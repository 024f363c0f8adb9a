//! What crossings cost and what idling burns, as far as the model says prices: the rows and sentences of tables and pages.

use crate::language::Language;
use crate::number::{self, Estimate};
use crate::view::{self, View};
use crate::words;
use portway_model::element::Money;
use portway_model::quantity::Currency;
use portway_study::Measure;

/// From here on an amount is told in millions.
const MILLION: f64 = 1e6;
/// The two words that Chinese has for large numbers.
const TEN_THOUSAND: f64 = 1e4;
const HUNDRED_MILLION: f64 = 1e8;

/// The parts of the cost of a crossing, each with its message: what it costs without waiting first, what waiting adds last.
pub(crate) const PARTS: [(&str, &str); 6] = [
    ("cost_fees_per_crossing", "money-fees"),
    ("cost_running_per_crossing", "money-running"),
    ("cost_moving_per_crossing", "money-moving"),
    ("cost_service_per_crossing", "money-service"),
    ("cost_waiting_per_crossing", "money-waiting"),
    ("cost_idling_per_crossing", "money-idling"),
];

/// The currencies of the corridor.
pub(crate) fn money<'a>(view: &View<'a>) -> Option<&'a Money> {
    view.model().money.as_ref()
}

/// The classes of a direction that somebody crossed in.
pub(crate) fn classes<'a>(view: &View<'a>, direction: &'a str) -> Vec<&'a str> {
    let crossed = |class: &&str| {
        let crossings = view.corridor("crossings_per_day", direction, class).and_then(|m| m.mean);
        crossings.is_some_and(|mean| mean > 0.0)
    };
    view.classes(direction).into_iter().filter(crossed).collect()
}

/// What waiting costs and idling burns in a year, how a year is made of the window, and which rates were taken. Sentences without
/// their number are left out: a queue that grows has none.
pub(crate) fn sentences(view: &View<'_>) -> Vec<String> {
    let language = view.language;
    let total = |name: &str| view.corridor(name, "", "");
    let said = |measure: Option<&Measure>| Some(whole(measure?)?.text_in(language));
    let mut all = Vec::new();
    if let Some(money) = money(view) {
        let hours = said(total("delay_h_per_year"));
        let cost = amount(view, total("delay_cost_per_year"), money.currency);
        let second = money.second.and_then(|second| amount(view, total("delay_cost_per_year_second"), second));
        if let (Some(hours), Some(cost)) = (&hours, &cost) {
            let mut values = vec![("hours", hours.into()), ("cost", cost.into())];
            values.extend(second.as_ref().map(|second| ("second", second.into())));
            all.push(language.say(if second.is_some() { "money-delay-in-both" } else { "money-delay" }, &values));
        }
    }
    if let (Some(fuel), Some(co2)) = (said(total("idling_fuel_l_per_year")), said(total("idling_co2_t_per_year"))) {
        all.push(language.say("money-idling-year", &[("fuel", (&fuel).into()), ("co2", (&co2).into())]));
    }
    if let (false, Some(days)) = (all.is_empty(), days(view)) {
        all.push(language.say("money-year", &[("days", days.into())]));
    }
    all.extend(money(view).and_then(|money| rates(view, money)));
    if money(view).is_some() && view.model().air.is_none() {
        all.push(language.word("money-no-air"));
    }
    all
}

/// A yearly sum in its own unit: sentences have room for all digits.
fn whole(measure: &Measure) -> Option<Estimate> {
    Some(number::quantity(measure.mean?, measure.half_width, 0))
}

/// A yearly amount of money; from a million on in millions.
fn amount(view: &View<'_>, measure: Option<&Measure>, currency: Currency) -> Option<String> {
    let measure = measure?;
    let mean = measure.mean?;
    let scaled = |unit: f64, decimals: i32| {
        number::quantity(mean / unit, measure.half_width.map(|half_width| half_width / unit), decimals)
    };
    // Chinese counts large numbers by ten thousand and by a hundred million.
    let (scaled, of, id) = match view.language {
        Language::Zh if mean >= HUNDRED_MILLION => (scaled(HUNDRED_MILLION, 2), "亿", "money-amount"),
        Language::Zh if mean >= MILLION => (scaled(TEN_THOUSAND, 0), "万", "money-amount"),
        _ if mean >= MILLION => (view::mean(Some(measure))?, "", "money-amount-million"),
        _ => (whole(measure)?, "", "money-amount"),
    };
    let currency = format!("{of}{}", words::currency_name(view.language, currency.code()));
    let values = [("number", &scaled.text_in(view.language)), ("currency", &currency)];
    Some(view.language.say(id, &values.map(|(name, text)| (name, text.into()))))
}

/// Days of the window.
fn days(view: &View<'_>) -> Option<usize> {
    let scenario = &view.basis.timeline.scenario;
    let days = scenario.from.until(scenario.to).ok()?.get_days();
    usize::try_from(days).ok().map(|days| days + 1)
}

/// The rate of the window, or the lowest and the highest.
fn rates(view: &View<'_>, money: &Money) -> Option<String> {
    let second = money.second?;
    let scenario = &view.basis.timeline.scenario;
    let inside = money.rates.iter().filter(|(from, _)| (scenario.from..=scenario.to).contains(from));
    let all = inside.map(|(_, rate)| *rate).chain([money.rate_on(scenario.from)]);
    let (low, high) = all.fold((f64::INFINITY, 0.0_f64), |(low, high), rate| (low.min(rate), high.max(rate)));
    let said = |rate: f64| number::localised(&format!("{rate}"), view.language);
    let mut values = vec![("currency", money.currency.code().into()), ("second", second.code().into())];
    let (low_said, high_said) = (said(low), said(high));
    if low == high {
        values.push(("rate", (&low_said).into()));
        return Some(view.language.say("money-rate", &values));
    }
    values.extend([("low", (&low_said).into()), ("high", (&high_said).into())]);
    Some(view.language.say("money-rates", &values))
}
