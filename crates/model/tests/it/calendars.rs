//! Calendars as instants: zones, clock changes, holidays, closures.

use expect_test::expect;
use jiff::Timestamp;
use jiff::civil::date;
use jiff::tz::TimeZone;
use portway_model::calendar::{
    Calendar, HolidayHours, Holidays, SpecialDay, Week, lane_steps, merge_weeks, parse_civil_span, parse_hours,
    parse_moment, parse_weekly,
};
use portway_model::element::LaneShift;
use proptest::prelude::*;

fn calendar(zone: &str, weekly: &[&str]) -> Calendar {
    let weekly = weekly.iter().map(|text| parse_weekly(text).unwrap()).fold(Week::default(), merge_weeks);
    Calendar {
        name: "test".into(),
        title: "Test".into(),
        zone: TimeZone::get(zone).unwrap(),
        weekly,
        holidays: None,
        closed: vec![],
        opened: vec![],
    }
}

fn instant(zone: &TimeZone, moment: &str) -> i64 {
    zone.to_timestamp(parse_moment(moment).unwrap()).unwrap().as_millisecond()
}

fn local(zone: &TimeZone, ms: i64) -> String {
    Timestamp::from_millisecond(ms).unwrap().to_zoned(zone.clone()).strftime("%a %Y-%m-%d %H:%M%:::z").to_string()
}

/// The open spans between two local moments, one a line, in local time with its offset.
fn open(calendar: &Calendar, holidays: &Holidays, from: &str, to: &str) -> String {
    let zone = &calendar.zone;
    calendar
        .open_spans(holidays, instant(zone, from), instant(zone, to))
        .into_iter()
        .map(|(from, to)| format!("{} .. {}\n", local(zone, from), local(zone, to)))
        .collect()
}

#[test]
fn a_plain_week_in_heihe() {
    let hall = calendar("Asia/Shanghai", &["Mo-Fr 08:00-20:00", "Sa 09:00-15:00, 16:00-18:00"]);
    let none = Holidays::default();
    expect![[r#"
        Fri 2024-02-16 08:00+08 .. Fri 2024-02-16 20:00+08
        Sat 2024-02-17 09:00+08 .. Sat 2024-02-17 15:00+08
        Sat 2024-02-17 16:00+08 .. Sat 2024-02-17 18:00+08
        Mon 2024-02-19 08:00+08 .. Mon 2024-02-19 20:00+08
        Tue 2024-02-20 08:00+08 .. Tue 2024-02-20 12:00+08
    "#]]
    .assert_eq(&open(&hall, &none, "2024-02-16", "2024-02-20 12:00"));
}

#[test]
fn the_same_hours_begin_an_hour_earlier_on_the_other_bank() {
    let none = Holidays::default();
    let first =
        |zone| calendar(zone, &["Mo-Su 08:00-20:00"]).open_spans(&none, 1_704_060_000_000, 1_704_160_000_000)[0];
    let (yakutsk, shanghai) = (first("Asia/Yakutsk"), first("Asia/Shanghai"));
    assert_eq!(shanghai.0 - yakutsk.0, 3_600_000);
    assert_eq!(yakutsk.1 - yakutsk.0, 12 * 3_600_000);
}

#[test]
fn a_night_shift_and_a_day_without_end_are_one_span() {
    let none = Holidays::default();
    expect![[r#"
        Fri 2024-02-16 00:00+09 .. Fri 2024-02-16 08:00+09
        Fri 2024-02-16 20:00+09 .. Sat 2024-02-17 08:00+09
        Sat 2024-02-17 20:00+09 .. Sun 2024-02-18 00:00+09
    "#]]
    .assert_eq(&open(&calendar("Asia/Yakutsk", &["Mo-Su 20:00-08:00"]), &none, "2024-02-16", "2024-02-18"));
    expect![[r#"
        Fri 2022-06-10 00:00+09 .. Thu 2026-01-01 00:00+09
    "#]]
    .assert_eq(&open(&calendar("Asia/Yakutsk", &["Mo-Su 00:00-24:00"]), &none, "2022-06-10", "2026-01-01"));
}

#[test]
fn in_spring_the_skipped_hour_does_not_happen() {
    let none = Holidays::default();
    // In Berlin 02:00 to 03:00 does not exist on 31 March 2024.
    let night = calendar("Europe/Berlin", &["Mo-Su 01:00-05:00"]);
    expect![[r#"
        Sun 2024-03-31 01:00+01 .. Sun 2024-03-31 05:00+02
    "#]]
    .assert_eq(&open(&night, &none, "2024-03-31", "2024-04-01"));
    let half = calendar("Europe/Berlin", &["Mo-Su 02:15-02:45", "Mo-Su 02:50-04:00"]);
    expect![[r#"
        Sat 2024-03-30 02:15+01 .. Sat 2024-03-30 02:45+01
        Sat 2024-03-30 02:50+01 .. Sat 2024-03-30 04:00+01
        Sun 2024-03-31 03:00+02 .. Sun 2024-03-31 04:00+02
    "#]]
    .assert_eq(&open(&half, &none, "2024-03-30", "2024-04-01"));
}

#[test]
fn in_autumn_the_repeated_hour_happens_twice() {
    let none = Holidays::default();
    // In Berlin 02:00 to 03:00 comes twice on 27 October 2024.
    let night = calendar("Europe/Berlin", &["Mo-Su 01:00-05:00"]);
    expect![[r#"
        Sun 2024-10-27 01:00+02 .. Sun 2024-10-27 05:00+01
    "#]]
    .assert_eq(&open(&night, &none, "2024-10-27", "2024-10-28"));
    let half = calendar("Europe/Berlin", &["Mo-Su 02:15-02:45"]);
    expect![[r#"
        Sun 2024-10-27 02:15+02 .. Sun 2024-10-27 02:45+02
        Sun 2024-10-27 02:15+01 .. Sun 2024-10-27 02:45+01
    "#]]
    .assert_eq(&open(&half, &none, "2024-10-27", "2024-10-28"));
}

#[test]
fn holidays_workdays_openings_and_closures_in_their_order_of_strength() {
    let mut port = calendar("Asia/Shanghai", &["Mo-Fr 08:00-20:00"]);
    port.holidays = Some(HolidayHours { country: "CN".into(), open: parse_hours("10:00-12:00").unwrap() });
    port.opened = vec![parse_civil_span("2024-02-17 06:00 .. 2024-02-17 09:00").unwrap()];
    port.closed = vec![
        parse_civil_span("2024-02-12").unwrap(),
        parse_civil_span("2024-02-18 12:00 .. 2024-02-18 13:00").unwrap(),
        parse_civil_span("2024-02-17 08:00 .. 2024-02-17 08:30").unwrap(),
    ];
    let day = |day, kind| ("CN".to_owned(), date(2024, 2, day), kind);
    let holidays = Holidays {
        days: vec![
            day(11, SpecialDay::Off),
            day(12, SpecialDay::Off),
            day(13, SpecialDay::Off),
            day(18, SpecialDay::Workday),
            ("RU".to_owned(), date(2024, 2, 14), SpecialDay::Off),
        ],
    };
    expect![[r#"
        Sun 2024-02-11 10:00+08 .. Sun 2024-02-11 12:00+08
        Tue 2024-02-13 10:00+08 .. Tue 2024-02-13 12:00+08
        Wed 2024-02-14 08:00+08 .. Wed 2024-02-14 20:00+08
        Thu 2024-02-15 08:00+08 .. Thu 2024-02-15 20:00+08
        Fri 2024-02-16 08:00+08 .. Fri 2024-02-16 20:00+08
        Sat 2024-02-17 06:00+08 .. Sat 2024-02-17 08:00+08
        Sat 2024-02-17 08:30+08 .. Sat 2024-02-17 09:00+08
        Sun 2024-02-18 08:00+08 .. Sun 2024-02-18 12:00+08
        Sun 2024-02-18 13:00+08 .. Sun 2024-02-18 20:00+08
        Mon 2024-02-19 08:00+08 .. Mon 2024-02-19 20:00+08
    "#]]
    .assert_eq(&open(&port, &holidays, "2024-02-10", "2024-02-20"));
    assert_eq!(holidays.kind("RU", date(2024, 2, 14)), Some(SpecialDay::Off));
    assert_eq!(holidays.kind("CN", date(2024, 2, 14)), None);
    assert_eq!(holidays.kind("KZ", date(2024, 2, 14)), None);
}

#[test]
fn an_opening_joins_the_hours_that_it_touches() {
    let mut port = calendar("Asia/Yakutsk", &["Mo-Su 08:00-20:00"]);
    port.opened = vec![parse_civil_span("2024-02-10 20:00 .. 2024-02-11 08:00").unwrap()];
    expect![[r#"
        Sat 2024-02-10 08:00+09 .. Sun 2024-02-11 20:00+09
    "#]]
    .assert_eq(&open(&port, &Holidays::default(), "2024-02-10", "2024-02-12"));
}

#[test]
fn windows_at_the_ends_of_time_are_cut() {
    let always = calendar("Asia/Shanghai", &["Mo-Su 00:00-24:00"]);
    let none = Holidays::default();
    assert_eq!(always.open_spans(&none, i64::MAX - 1, i64::MAX), []);
    assert_eq!(always.open_spans(&none, 5, 5), []);
    assert_eq!(always.open_spans(&none, 7, 3), []);
    let (from, to) = (Timestamp::MIN.as_millisecond(), Timestamp::MIN.as_millisecond() + 86_400_000);
    assert_eq!(always.open_spans(&none, i64::MIN, to), [(from, to)]);
}

#[test]
fn shifts_become_steps_in_local_time() {
    let shifts = |plan: &[(&str, u32)]| -> Vec<LaneShift> {
        let spans = |(hours, lanes): &(&str, u32)| {
            let lanes = *lanes;
            parse_hours(hours).unwrap().into_iter().map(move |span| LaneShift { span, lanes })
        };
        plan.iter().flat_map(spans).collect()
    };
    let steps = |plan: &[(&str, u32)], zone: &str, from: &str, to: &str| -> String {
        let zone = TimeZone::get(zone).unwrap();
        let steps = lane_steps(&shifts(plan), &zone, instant(&zone, from), instant(&zone, to));
        steps.into_iter().map(|(from, lanes)| format!("{} {lanes}\n", local(&zone, from))).collect()
    };
    let plan = [("08:00-20:00", 5), ("20:00-08:00", 3)];
    expect![[r#"
        Fri 2024-02-16 07:00+09 3
        Fri 2024-02-16 08:00+09 5
        Fri 2024-02-16 20:00+09 3
        Sat 2024-02-17 08:00+09 5
        Sat 2024-02-17 20:00+09 3
    "#]]
    .assert_eq(&steps(&plan, "Asia/Yakutsk", "2024-02-16 07:00", "2024-02-17 23:00"));
    expect![[r#"
        Fri 2024-02-16 00:00+09 0
        Fri 2024-02-16 09:00+09 5
        Fri 2024-02-16 12:00+09 0
        Fri 2024-02-16 13:00+09 5
        Fri 2024-02-16 18:00+09 0
    "#]]
    .assert_eq(&steps(&[("09:00-12:00", 5), ("13:00-18:00", 5)], "Asia/Yakutsk", "2024-02-16", "2024-02-17"));
    expect![[r#"
        Fri 2024-02-16 00:00+09 2
        Fri 2024-02-16 09:00+09 3
        Fri 2024-02-16 12:00+09 2
        Sat 2024-02-17 09:00+09 3
        Sat 2024-02-17 12:00+09 2
    "#]]
    .assert_eq(&steps(&[("00:00-24:00", 2), ("09:00-12:00", 1)], "Asia/Yakutsk", "2024-02-16", "2024-02-18"));
    expect![[r#"
        Sun 2024-10-27 00:00+02 0
        Sun 2024-10-27 02:30+02 2
        Sun 2024-10-27 02:00+01 0
        Sun 2024-10-27 02:30+01 2
        Sun 2024-10-27 04:00+01 0
    "#]]
    .assert_eq(&steps(&[("02:30-04:00", 2)], "Europe/Berlin", "2024-10-27", "2024-10-28"));
    expect![[r#"
        Sun 2024-03-31 00:00+01 0
        Sun 2024-03-31 03:00+02 2
        Sun 2024-03-31 04:00+02 0
    "#]]
    .assert_eq(&steps(&[("02:30-04:00", 2)], "Europe/Berlin", "2024-03-31", "2024-04-01"));
    expect![[r#"
        Sun 2024-03-31 00:00+01 0
    "#]]
    .assert_eq(&steps(&[], "Europe/Berlin", "2024-03-31", "2024-04-01"));
}

/// Whether a calendar is open at an instant, straight from its definition and one instant at a time.
fn is_open(calendar: &Calendar, holidays: &Holidays, ms: i64) -> bool {
    let local = Timestamp::from_millisecond(ms).unwrap().to_zoned(calendar.zone.clone()).datetime();
    let within = |spans: &[portway_model::calendar::CivilSpan]| spans.iter().any(|s| s.from <= local && local < s.to);
    let minute = u16::try_from(i32::from(local.hour()) * 60 + i32::from(local.minute())).unwrap();
    let weekday = usize::try_from(local.weekday().to_monday_zero_offset()).unwrap();
    let hours = match calendar.holidays.as_ref().map(|h| (h, holidays.kind(&h.country, local.date()))) {
        Some((special, Some(SpecialDay::Off))) => &special.open,
        Some((_, Some(SpecialDay::Workday))) => &calendar.weekly[0],
        _ => &calendar.weekly[weekday],
    };
    let ordinary = hours.iter().any(|span| span.from <= minute && minute < span.to);
    !within(&calendar.closed) && (within(&calendar.opened) || ordinary)
}

prop_compose! {
    fn any_calendar()(
        zone in prop::sample::select(vec!["Asia/Shanghai", "Asia/Yakutsk", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe"]),
        hours in prop::collection::vec((0usize..7, 0u16..1440, 0u16..1440), 0..5),
        special in prop::collection::vec((any::<bool>(), 0i64..20_000, 1i64..6000), 0..5),
        holiday in prop::option::of((0u16..1440, 0u16..1440)),
    ) -> Calendar {
        const DAYS: [&str; 7] = ["Mo-Fr", "Mo-Su", "Sa", "Su", "Sa-Mo", "We", "Th-Fr"];
        let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
        let mut calendar = calendar(zone, &[]);
        for (days, from, to) in hours {
            if let Ok(week) = parse_weekly(&format!("{} {}-{}", DAYS[days], clock(from), clock(to))) {
                calendar.weekly = merge_weeks(calendar.weekly, week);
            }
        }
        for (closed, from, minutes) in special {
            let from = date(2024, 10, 20).at(0, 0, 0, 0).saturating_add(jiff::SignedDuration::from_mins(from));
            let to = from.saturating_add(jiff::SignedDuration::from_mins(minutes));
            let spans = if closed { &mut calendar.closed } else { &mut calendar.opened };
            spans.push(portway_model::calendar::CivilSpan { from, to });
        }
        calendar.holidays = holiday.map(|(from, to)| HolidayHours {
            country: "CN".into(),
            open: parse_hours(&format!("{}-{}", clock(from), clock(to))).unwrap_or_default(),
        });
        calendar
    }
}

proptest! {
    #[test]
    fn open_spans_are_sorted_apart_inside_the_window_and_say_when_it_is_open(
        calendar in any_calendar(),
        // Around the end of summer time in the zones of the north and its start in the south.
        from in 1_728_000_000_000i64..1_730_500_000_000,
        length in 0i64..2_000_000_000,
        probes in prop::collection::vec(0.0..1.0f64, 40),
    ) {
        let day = |day, kind| ("CN".to_owned(), date(2024, 10, day), kind);
        let holidays = Holidays { days: vec![day(7, SpecialDay::Off), day(12, SpecialDay::Workday), day(27, SpecialDay::Off)] };
        let to = from + length;
        let spans = calendar.open_spans(&holidays, from, to);
        prop_assert!(spans.iter().all(|span| from <= span.0 && span.0 < span.1 && span.1 <= to));
        prop_assert!(spans.windows(2).all(|pair| pair[0].1 < pair[1].0));
        let edges = spans.iter().flat_map(|span| [span.0 - 1, span.0, span.1 - 1, span.1]);
        let probes = probes.into_iter().map(|share| from + (share * length as f64) as i64);
        for instant in edges.chain(probes).filter(|instant| (from..to).contains(instant)) {
            let inside = spans.iter().any(|span| span.0 <= instant && instant < span.1);
            prop_assert_eq!(inside, is_open(&calendar, &holidays, instant), "at {}", local(&calendar.zone, instant));
        }
    }
}
