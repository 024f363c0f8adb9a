//! Demand over time: rates by local hour, departures by timetable.

use expect_test::expect;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use portway_model::calendar::{Holidays, SpecialDay};
use portway_model::element::{DatedFactor, Flow, Profile, RateStep, Volume, arrival_rate, timetable};
use portway_model::{Distribution, Id};
use proptest::prelude::*;

const DAY_MS: i64 = 86_400_000;

fn flow(volume: Volume) -> Flow {
    Flow {
        name: "loaded-in".into(),
        title: "Loaded in".into(),
        class: Id::new(0),
        routes: vec![Id::new(0)],
        choice: None,
        volume,
        profile: Profile { month: [1.0; 12], weekday: [1.0; 7], hour: [1.0; 24], holiday: None },
        profile_name: String::new(),
        gaps: Distribution::Exponential { mean: 1.0 },
        batch_vehicles: 1,
        owner: None,
        cargo: Vec::new(),
        events: Vec::new(),
    }
}

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap()
}

fn midnight(zone: &TimeZone, day: Date) -> i64 {
    day.to_zoned(zone.clone()).unwrap().timestamp().as_millisecond()
}

fn local(zone: &TimeZone, ms: i64) -> String {
    Timestamp::from_millisecond(ms).unwrap().to_zoned(zone.clone()).strftime("%a %Y-%m-%d %H:%M%:::z").to_string()
}

/// Steps as vehicles per day in local time.
fn show(steps: &[RateStep], zone: &TimeZone) -> String {
    let line = |step: &RateStep| format!("{} {:.2}/day\n", local(zone, step.from_ms), step.per_ms * DAY_MS as f64);
    steps.iter().map(line).collect()
}

/// Expected arrivals between the first step and `to_ms`.
fn total(steps: &[RateStep], to_ms: i64) -> f64 {
    let ends = steps.iter().skip(1).map(|step| step.from_ms).chain([to_ms]);
    steps.iter().zip(ends).map(|(step, end)| step.per_ms * (end - step.from_ms) as f64).sum()
}

#[test]
fn a_flat_flow_is_one_step() {
    let heihe = zone("Asia/Shanghai");
    let (from, to) = (midnight(&heihe, date(2022, 6, 10)), midnight(&heihe, date(2026, 1, 1)));
    let steps = arrival_rate(&flow(Volume::PerDay(62.0)), &heihe, &Holidays::default(), from, to);
    expect![[r#"
        Fri 2022-06-10 00:00+08 62.00/day
    "#]]
    .assert_eq(&show(&steps, &heihe));
}

#[test]
fn a_plain_year_brings_the_volume_times_the_factors_of_its_months() {
    let heihe = zone("Asia/Shanghai");
    let mut loaded = flow(Volume::PerDay(62.0));
    loaded.profile.month = [0.75, 0.55, 0.93, 0.93, 1.35, 0.93, 0.93, 0.93, 0.93, 1.25, 1.25, 1.30];
    loaded.profile.hour[8] = 9.0;
    let days = [31.0, 28.0, 31.0, 30.0, 31.0, 30.0, 31.0, 31.0, 30.0, 31.0, 30.0, 31.0];
    let expected: f64 = days.iter().zip(loaded.profile.month).map(|(days, factor)| 62.0 * days * factor).sum();
    let (from, to) = (midnight(&heihe, date(2023, 1, 1)), midnight(&heihe, date(2024, 1, 1)));
    let brought = total(&arrival_rate(&loaded, &heihe, &Holidays::default(), from, to), to);
    assert!((brought - expected).abs() < 1e-6, "{brought} and {expected}");
}

#[test]
fn weights_are_scaled_over_whole_weeks_and_batches_share_the_volume() {
    let heihe = zone("Asia/Shanghai");
    let mut tourists = flow(Volume::PerDay(84.0));
    tourists.profile.weekday = [2.0, 2.0, 2.0, 2.0, 2.0, 7.0, 9.0];
    tourists.profile.hour[20] = 0.0;
    tourists.batch_vehicles = 3;
    let (from, to) = (midnight(&heihe, date(2023, 1, 2)), midnight(&heihe, date(2024, 1, 1)));
    let brought = total(&arrival_rate(&tourists, &heihe, &Holidays::default(), from, to), to);
    assert!((brought - 52.0 * 7.0 * 84.0 / 3.0).abs() < 1e-6, "{brought}");
}

#[test]
fn volumes_by_date_begin_at_local_midnight() {
    let yakutsk = zone("Asia/Yakutsk");
    let steps = Volume::Steps(vec![(date(2024, 1, 3), 10.0), (date(2024, 1, 5), 20.0)]);
    let (from, to) = (midnight(&yakutsk, date(2024, 1, 1)), midnight(&yakutsk, date(2024, 1, 8)));
    let rate = arrival_rate(&flow(steps), &yakutsk, &Holidays::default(), from, to);
    expect![[r#"
        Mon 2024-01-01 00:00+09 0.00/day
        Wed 2024-01-03 00:00+09 10.00/day
        Fri 2024-01-05 00:00+09 20.00/day
    "#]]
    .assert_eq(&show(&rate, &yakutsk));
}

#[test]
fn holidays_replace_the_weekday_and_workdays_count_as_any_of_monday_to_friday() {
    let heihe = zone("Asia/Shanghai");
    let mut loaded = flow(Volume::PerDay(70.0));
    loaded.profile.weekday = [1.0, 1.0, 1.0, 1.0, 2.0, 0.5, 0.5];
    loaded.profile.holiday = Some(("CN".into(), 0.3));
    let day = |day, kind| ("CN".to_owned(), date(2024, 2, day), kind);
    let holidays = Holidays { days: vec![day(15, SpecialDay::Off), day(18, SpecialDay::Workday)] };
    let (from, to) = (midnight(&heihe, date(2024, 2, 14)), midnight(&heihe, date(2024, 2, 20)));
    expect![[r#"
        Wed 2024-02-14 00:00+08 70.00/day
        Thu 2024-02-15 00:00+08 21.00/day
        Fri 2024-02-16 00:00+08 140.00/day
        Sat 2024-02-17 00:00+08 35.00/day
        Sun 2024-02-18 00:00+08 84.00/day
        Mon 2024-02-19 00:00+08 70.00/day
    "#]]
    .assert_eq(&show(&arrival_rate(&loaded, &heihe, &holidays, from, to), &heihe));
}

#[test]
fn events_multiply_the_days_from_the_first_to_the_last_and_each_other() {
    let heihe = zone("Asia/Shanghai");
    let mut tourists = flow(Volume::PerDay(100.0));
    let event = |from, to, factor| DatedFactor { from: date(2026, 6, from), to: date(2026, 6, to), factor };
    tourists.events = vec![event(17, 21, 1.5), event(20, 20, 2.0), event(22, 22, 0.0)];
    let (from, to) = (midnight(&heihe, date(2026, 6, 15)), midnight(&heihe, date(2026, 6, 25)));
    expect![[r#"
        Mon 2026-06-15 00:00+08 100.00/day
        Wed 2026-06-17 00:00+08 150.00/day
        Sat 2026-06-20 00:00+08 300.00/day
        Sun 2026-06-21 00:00+08 150.00/day
        Mon 2026-06-22 00:00+08 0.00/day
        Tue 2026-06-23 00:00+08 100.00/day
    "#]]
    .assert_eq(&show(&arrival_rate(&tourists, &heihe, &Holidays::default(), from, to), &heihe));
}

#[test]
fn hours_follow_the_local_clock_through_its_changes() {
    let berlin = zone("Europe/Berlin");
    let mut night = flow(Volume::PerDay(24.0));
    night.profile.hour = [0.0; 24];
    night.profile.hour[2] = 1.0;
    for day in [date(2024, 3, 31), date(2024, 10, 27)] {
        let (from, to) = (midnight(&berlin, day), midnight(&berlin, day.tomorrow().unwrap()));
        let steps = arrival_rate(&night, &berlin, &Holidays::default(), from, to);
        let shown = show(&steps, &berlin);
        if day.month() == 3 {
            expect![[r#"
                Sun 2024-03-31 00:00+01 0.00/day
            "#]]
            .assert_eq(&shown);
        } else {
            expect![[r#"
                Sun 2024-10-27 00:00+02 0.00/day
                Sun 2024-10-27 02:00+02 576.00/day
                Sun 2024-10-27 03:00+01 0.00/day
            "#]]
            .assert_eq(&shown);
        }
    }
}

#[test]
fn buses_leave_by_the_local_clock_on_days_that_are_not_zero() {
    let berlin = zone("Europe/Berlin");
    let mut bus = flow(Volume::Timetable(vec![12 * 60, 2 * 60 + 30]));
    bus.profile.weekday = [0.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0];
    let departures = |from, to| -> String {
        let (from, to) = (midnight(&berlin, from), midnight(&berlin, to));
        timetable(&bus, &berlin, &Holidays::default(), from, to)
            .into_iter()
            .map(|instant| format!("{}\n", local(&berlin, instant)))
            .collect()
    };
    expect![[r#"
        Sat 2024-03-30 02:30+01
        Sat 2024-03-30 12:00+01
        Sun 2024-03-31 03:30+02
        Sun 2024-03-31 12:00+02
        Tue 2024-04-02 02:30+02
        Tue 2024-04-02 12:00+02
    "#]]
    .assert_eq(&departures(date(2024, 3, 30), date(2024, 4, 3)));
    expect![[r#"
        Sat 2024-10-26 02:30+02
        Sat 2024-10-26 12:00+02
        Sun 2024-10-27 02:30+02
        Sun 2024-10-27 12:00+01
    "#]]
    .assert_eq(&departures(date(2024, 10, 26), date(2024, 10, 29)));
    assert_eq!(timetable(&flow(Volume::PerDay(3.0)), &berlin, &Holidays::default(), 0, DAY_MS), Vec::<i64>::new());
    assert_eq!(arrival_rate(&bus, &berlin, &Holidays::default(), 0, DAY_MS), [RateStep { from_ms: 0, per_ms: 0.0 }]);
}

proptest! {
    #[test]
    fn steps_are_sorted_differ_and_are_never_negative(
        from in 1_700_000_000_000i64..1_740_000_000_000,
        length in 1i64..10_000_000_000,
        month in prop::array::uniform12(0.0..3.0f64),
        weekday in prop::array::uniform7(0.0..3.0f64),
        hour in prop::array::uniform24(0.0..3.0f64),
        zone_name in prop::sample::select(vec!["Asia/Shanghai", "Europe/Berlin", "Australia/Lord_Howe"]),
    ) {
        let mut any = flow(Volume::PerDay(100.0));
        any.profile = Profile { month, weekday, hour, holiday: None };
        let steps = arrival_rate(&any, &zone(zone_name), &Holidays::default(), from, from + length);
        prop_assert_eq!(steps[0].from_ms, from);
        prop_assert!(steps.iter().all(|step| step.per_ms >= 0.0 && step.per_ms.is_finite() && step.from_ms < from + length));
        prop_assert!(steps.windows(2).all(|pair| pair[0].from_ms < pair[1].from_ms && pair[0].per_ms != pair[1].per_ms));
    }
}
