//! Hours, dates and spans of dates as words.

use crate::quantities::show;
use expect_test::expect;
use portway_model::calendar::{
    MinuteSpan, Week, merge_weeks, parse_civil_span, parse_date, parse_holiday_hours, parse_hours, parse_minute,
    parse_moment, parse_weekly,
};
use portway_model::quantity::WordError;
use proptest::prelude::*;

fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

fn spans(spans: &[MinuteSpan]) -> String {
    spans.iter().map(|span| format!("{}-{}", clock(span.from), clock(span.to))).collect::<Vec<_>>().join(" ")
}

fn week(week: &Week) -> String {
    if week.iter().all(|day| *day == week[0]) {
        return format!("every day {}", spans(&week[0]));
    }
    week.iter().map(|day| format!("[{}]", spans(day))).collect::<Vec<_>>().join(" ")
}

fn refused<T: std::fmt::Debug>(read: impl Fn(&str) -> Result<T, WordError>, texts: &[&str]) -> String {
    texts.iter().map(|text| show(text, &read(text).unwrap_err())).collect()
}

#[test]
fn weekly_hours_are_read_day_by_day() {
    let texts = [
        "Mo-Su 00:00-24:00",
        "Mo-Fr 08:00-20:00",
        "Sa 09:00-15:00, 16:00-18:00",
        "Mo, We, Fr-Su 8",
        "Sa-Mo 10:00-11:00",
        "Su 22:00-06:00",
        "Mo-Su 20:00-08:00",
        "Mo 20:00-00:00",
        "Mo 08:00-12:00, 10:00-14:00, 14:00-15:00",
        " Tu   07:00 - 08:00 ",
    ];
    let read: Vec<String> = texts
        .iter()
        .map(|text| format!("{text} => {}", parse_weekly(text).map_or_else(|e| e.message, |read| week(&read))))
        .collect();
    expect![[r#"
        Mo-Su 00:00-24:00 => every day 00:00-24:00
        Mo-Fr 08:00-20:00 => [08:00-20:00] [08:00-20:00] [08:00-20:00] [08:00-20:00] [08:00-20:00] [] []
        Sa 09:00-15:00, 16:00-18:00 => [] [] [] [] [] [09:00-15:00 16:00-18:00] []
        Mo, We, Fr-Su 8 => `8` is not a span of hours
        Sa-Mo 10:00-11:00 => [10:00-11:00] [] [] [] [] [10:00-11:00] [10:00-11:00]
        Su 22:00-06:00 => [00:00-06:00] [] [] [] [] [] [22:00-24:00]
        Mo-Su 20:00-08:00 => every day 00:00-08:00 20:00-24:00
        Mo 20:00-00:00 => [20:00-24:00] [] [] [] [] [] []
        Mo 08:00-12:00, 10:00-14:00, 14:00-15:00 => [08:00-15:00] [] [] [] [] [] []
         Tu   07:00 - 08:00  => [] [07:00-08:00] [] [] [] [] []"#]]
    .assert_eq(&read.join("\n"));
}

#[test]
fn several_weekly_texts_are_merged() {
    let both = merge_weeks(parse_weekly("Mo-Fr 08:00-20:00").unwrap(), parse_weekly("Fr-Sa 19:00-23:00").unwrap());
    expect!["[08:00-20:00] [08:00-20:00] [08:00-20:00] [08:00-20:00] [08:00-23:00] [19:00-23:00] []"]
        .assert_eq(&week(&both));
}

#[test]
fn hours_of_a_shift_and_of_a_day_off() {
    assert_eq!(spans(&parse_hours("08:00-20:00").unwrap()), "08:00-20:00");
    assert_eq!(spans(&parse_hours("20:00-08:00").unwrap()), "00:00-08:00 20:00-24:00");
    assert_eq!(spans(&parse_holiday_hours("10:00-12:00, 13:00-24:00").unwrap()), "10:00-12:00 13:00-24:00");
    assert_eq!(parse_holiday_hours(" closed "), Ok(vec![]));
    assert_eq!(parse_minute("08:30"), Ok(510));
}

#[test]
fn mistakes_in_hours() {
    let weekly = [
        "",
        "08:00-20:00",
        "Mo-Fr",
        "Mo-Fri 08:00-20:00",
        "mo 08:00-20:00",
        "Xy 08:00-20:00",
        "Mo- 08:00-20:00",
        "Mo,, Tu 08:00-20:00",
        "Mo 8:00-20:00",
        "Mo 08:00",
        "Mo 08:00-20:60",
        "Mo 08:00-25:00",
        "Mo 08:00-08:00",
        "Mo 24:00-08:00",
        "Mo 08:00-12:00,",
        "Mo 08:00-12:00; Tu 08:00-12:00",
        "24/7",
        "Mo 08.00-20.00",
        "Mo 08:00–20:00",
    ];
    expect![[r#"

        ^ nothing is written here
          = e.g. "Mo-Fr 08:00-20:00" or "Sa 09:00-15:00, 16:00-18:00"
        08:00-20:00
        ^ the days are missing
          = every day is "Mo-Su 00:00-24:00"
        Mo-Fr
        ^^^^^ the hours are missing
          = e.g. "Mo-Fr 08:00-20:00" or "Sa 09:00-15:00, 16:00-18:00"
        Mo-Fri 08:00-20:00
           ^^^ `Fri` is not a day
          = did you mean `Fr`?
        mo 08:00-20:00
        ^^ `mo` is not a day
          = did you mean `Mo`?
        Xy 08:00-20:00
        ^^ `Xy` is not a day
          = days are Mo, Tu, We, Th, Fr, Sa, Su
        Mo- 08:00-20:00
           ^ a day is missing
          = days are Mo, Tu, We, Th, Fr, Sa, Su
        Mo,, Tu 08:00-20:00
           ^ a day is missing
          = days are Mo, Tu, We, Th, Fr, Sa, Su
        Mo 8:00-20:00
           ^^^^ `8:00` is not a time
          = a time is hours and minutes: "08:00"
        Mo 08:00
           ^^^^^ `08:00` is not a span of hours
          = e.g. "08:00-20:00"; the whole day is "00:00-24:00"
        Mo 08:00-20:60
                 ^^^^^ there is no time `20:60`
        Mo 08:00-25:00
                 ^^^^^ there is no time `25:00`
        Mo 08:00-08:00
           ^^^^^^^^^^^ the hours end when they begin
          = the whole day is "00:00-24:00"
        Mo 24:00-08:00
           ^^^^^^^^^^^ hours cannot begin at 24:00
          = write `00:00`
        Mo 08:00-12:00,
                       ^ hours are missing here
          = e.g. "08:00-20:00"; the whole day is "00:00-24:00"
        Mo 08:00-12:00; Tu 08:00-12:00
                      ^ `;` does not belong here
          = hours of other days stand in a text of their own: ["Mo-Fr 08:00-20:00", "Sa 09:00-15:00"]
        24/7
        ^ the days are missing
          = every day is "Mo-Su 00:00-24:00"
        Mo 08.00-20.00
           ^^^^^ `08.00` is not a time
          = a time is hours and minutes: "08:00"
        Mo 08:00–20:00
           ^^^^^^^^^^^ `08:00–20:00` is not a span of hours
          = e.g. "08:00-20:00"; the whole day is "00:00-24:00"
    "#]]
    .assert_eq(&refused(parse_weekly, &weekly));
    expect![[r#"
        Closed
        ^^^^^^ `Closed` is neither `closed` nor hours
          = e.g. "08:00-20:00"; the whole day is "00:00-24:00"

        ^ nothing is written here
          = e.g. "08:00-20:00"; the whole day is "00:00-24:00"
        20:00-08:00
        ^^^^^^^^^^^ hours of a day off may not pass midnight
          = the day after has its own hours; end at 24:00
        8-12
        ^ `8` is not a time
          = a time is hours and minutes: "08:00"
    "#]]
    .assert_eq(&refused(parse_holiday_hours, &["Closed", "", "20:00-08:00", "8-12"]));
    expect![[r#"
        24:00
        ^^^^^ a day ends before 24:00
          = write `00:00`
        noon
        ^^^^ `noon` is not a time
          = a time is hours and minutes: "08:00"

        ^ a time is missing
          = a time is hours and minutes: "08:00"
        12:0
        ^^^^ `12:0` is not a time
          = a time is hours and minutes: "08:00"
    "#]]
    .assert_eq(&refused(parse_minute, &["24:00", "noon", "", "12:0"]));
}

#[test]
fn spans_of_dates_include_the_last_day_and_spans_of_times_exclude_the_end() {
    let texts = [
        "2024-02-10 .. 2024-02-13",
        "2024-02-09 13:00 .. 2024-02-10 00:00",
        "2024-02-10",
        "2024-02-10..2024-02-10",
        "2024-02-10 .. 2024-02-10 12:00",
        "2024-12-31 20:00 .. 2024-12-31 24:00",
    ];
    let read: Vec<String> = texts
        .iter()
        .map(|text| parse_civil_span(text).map(|span| format!("{text} => {} to {}", span.from, span.to)).unwrap())
        .collect();
    expect![[r#"
        2024-02-10 .. 2024-02-13 => 2024-02-10T00:00:00 to 2024-02-14T00:00:00
        2024-02-09 13:00 .. 2024-02-10 00:00 => 2024-02-09T13:00:00 to 2024-02-10T00:00:00
        2024-02-10 => 2024-02-10T00:00:00 to 2024-02-11T00:00:00
        2024-02-10..2024-02-10 => 2024-02-10T00:00:00 to 2024-02-11T00:00:00
        2024-02-10 .. 2024-02-10 12:00 => 2024-02-10T00:00:00 to 2024-02-10T12:00:00
        2024-12-31 20:00 .. 2024-12-31 24:00 => 2024-12-31T20:00:00 to 2025-01-01T00:00:00"#]]
    .assert_eq(&read.join("\n"));
    assert_eq!(parse_moment("2024-05-22 09:00").unwrap().to_string(), "2024-05-22T09:00:00");
    assert_eq!(parse_date(" 2024-02-29 ").unwrap().to_string(), "2024-02-29");
}

#[test]
fn mistakes_in_dates() {
    let texts = [
        "",
        "..",
        "2024-02-30",
        "2024-2-3",
        "24-02-10",
        "10.02.2024",
        "tomorrow",
        "1850-01-01",
        "2024-02-10 12:00",
        "2024-02-13 .. 2024-02-10",
        "2024-02-10 12:00 .. 2024-02-10 12:00",
        "2024-02-10 .. ",
        "2024-02-10 9 .. 2024-02-11",
        "2024-02-10 .. 2024-02-11 .. 2024-02-12",
    ];
    expect![[r#"

        ^ a date is missing
          = a date is year, month and day: "2024-02-10"
        ..
        ^ a date is missing
          = a date is year, month and day: "2024-02-10"
        2024-02-30
        ^^^^^^^^^^ there is no day `2024-02-30`
        2024-2-3
        ^^^^^^^^ `2024-2-3` is not a date
          = a date is year, month and day: "2024-02-10"
        24-02-10
        ^^^^^^^^ `24-02-10` is not a date
          = a date is year, month and day: "2024-02-10"
        10.02.2024
        ^^^^^^^^^^ `10.02.2024` is not a date
          = a date is year, month and day: "2024-02-10"
        tomorrow
        ^^^^^^^^ `tomorrow` is not a date
          = a date is year, month and day: "2024-02-10"
        1850-01-01
        ^^^^^^^^^^ the year lies outside 1900 to 2200
        2024-02-10 12:00
        ^^^^^^^^^^^^^^^^ the end is missing
          = e.g. "2024-02-10 .. 2024-02-13" or "2024-02-09 13:00 .. 2024-02-10 00:00"
        2024-02-13 .. 2024-02-10
        ^^^^^^^^^^^^^^^^^^^^^^^^ the end is not after the start
        2024-02-10 12:00 .. 2024-02-10 12:00
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the end is not after the start
        2024-02-10 .. 
                      ^ a date is missing
          = a date is year, month and day: "2024-02-10"
        2024-02-10 9 .. 2024-02-11
                   ^ `9` is not a time
          = a time is hours and minutes: "08:00"
        2024-02-10 .. 2024-02-11 .. 2024-02-12
                                 ^^^^^^^^^^^^^ `.. 2024-02-12` is not a time
          = a time is hours and minutes: "08:00"
    "#]]
    .assert_eq(&refused(parse_civil_span, &texts));
}

proptest! {
    #[test]
    fn no_text_panics_and_every_mistake_lies_in_it(
        text in "\\PC{0,40}|(Mo|Fr|Su|-|,| ){0,4} ?([0-2][0-9]:[0-6][0-9]|-|,| |2024-[01][0-9]-[0-3][0-9]| \\.\\. ){0,6}"
    ) {
        let errors = [
            parse_weekly(&text).err(),
            parse_hours(&text).err(),
            parse_holiday_hours(&text).err(),
            parse_minute(&text).err(),
            parse_date(&text).err(),
            parse_moment(&text).err(),
            parse_civil_span(&text).err(),
        ];
        for error in errors.into_iter().flatten() {
            prop_assert!(text.get(error.span.clone()).is_some(), "{:?} of {text:?}", error.span);
        }
    }

    #[test]
    fn hours_are_sorted_apart_and_inside_the_day(times in prop::collection::vec((0u16..1440, 0u16..=1440), 1..5)) {
        let text: Vec<String> = times.iter().map(|(from, to)| format!("{}-{}", clock(*from), clock(*to))).collect();
        if let Ok(read) = parse_hours(&text.join(", ")) {
            prop_assert!(read.iter().all(|span| span.from < span.to && span.to <= 1440));
            prop_assert!(read.windows(2).all(|pair| pair[0].to < pair[1].from));
        }
    }
}
