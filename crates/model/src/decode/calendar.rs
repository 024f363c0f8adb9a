//! Opening hours.

use crate::calendar::{Calendar, HolidayHours, Holidays, Week, merge_weeks};
use crate::problem::Problem;
use crate::reader::{Fields, Form, Value};
use jiff::tz::TimeZone;

pub(super) fn calendar(
    f: &mut Fields<'_, '_>,
    name: &str,
    corridor_zone: &TimeZone,
    holidays: &Holidays,
) -> Option<Calendar> {
    let title = f.title(name);
    let zone = f.optional("zone", "Zone in which all its times are read.", "the corridor's", |v| v.zone());
    let weekly = f.required("open", "Hours by weekday; several lines as a list. Spans may pass midnight.", |v| {
        v.either(
            "hours such as \"Mo-Fr 08:00-20:00\", or a list of them",
            &mut [(Form::Text, &mut |v| v.weekly()), (Form::List, &mut weekly_list)],
        )
    });
    let special = f.optional("holidays", "Other hours on days off of a country.", "as on other days", |v| {
        v.table(|f| {
            let country =
                f.required("country", "Whose days off, from holidays.csv.", |v| country_with_days(v, holidays));
            let open = f.required("open", "Hours on such a day, or `closed`.", |v| v.holiday_hours());
            Some(HolidayHours { country: country?, open: open? })
        })
    });
    let spans = |v: &mut Value<'_, '_>| v.list((0, usize::MAX), |v| v.civil_span());
    let closed =
        f.optional("closed", "Special closures. Dates include the last day; times exclude the end.", "none", spans);
    let opened = f.optional("opened", "Special openings; `closed` wins over them.", "none", spans);
    if weekly.as_ref().is_some_and(|week| week.iter().all(Vec::is_empty))
        && opened.as_ref().is_none_or(Vec::is_empty)
        && !f.describing()
    {
        let problem = Problem::error("never-open", format!("calendar `{name}` never opens"));
        f.fail(problem.at(f.place_of("open"), "no hours at all").help("give hours in `open` or spans in `opened`"));
    }
    Some(Calendar {
        name: name.to_string(),
        title,
        zone: zone.unwrap_or_else(|| corridor_zone.clone()),
        weekly: weekly?,
        holidays: special,
        closed: closed.unwrap_or_default(),
        opened: opened.unwrap_or_default(),
    })
}

fn weekly_list(v: &mut Value<'_, '_>) -> Option<Week> {
    let weeks = v.list((0, usize::MAX), |v| v.weekly())?;
    Some(weeks.into_iter().fold(Week::default(), merge_weeks))
}

/// A country of `holidays.csv`; a warning when it has no days there, because then nothing would ever happen.
pub(super) fn country_with_days(v: &mut Value<'_, '_>, holidays: &Holidays) -> Option<String> {
    let country = v.country()?;
    if !v.describing() && !holidays.days.iter().any(|(of, ..)| *of == country) {
        let message = format!("holidays.csv has no days of {country}");
        let problem = Problem::warning("no-holidays", message).at(v.place(), "so this changes nothing");
        v.reader.report(problem);
    }
    Some(country)
}
