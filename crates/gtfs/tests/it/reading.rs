//! Mistakes of a feed, each told with its place.

use crate::sample::{FEED, changed, files};
use expect_test::{Expect, expect};
use portway_gtfs::read;
use portway_model::{Folder, render};

fn check(feed: &Folder, expected: Expect) {
    let diagnostics = read(feed).expect_err("it is refused");
    expected.assert_eq(&render(&diagnostics, feed, false));
}

#[test]
fn a_feed_is_read_with_marks_line_ends_quotes_and_blanks_of_any_kind() {
    let marked = |name: &str| format!("--- {name}\n\u{feff}");
    let windows =
        FEED.replace("--- stops.txt\n", &marked("stops.txt")).replace('\n', "\r\n").replace("\r\n--- ", "\n--- ");
    let mut odd = files(&windows);
    for file in &mut odd.files {
        file.name = file.name.trim_end().to_owned();
    }
    assert_eq!(read(&odd).unwrap(), read(&files(FEED)).unwrap());
    let blanks = changed("S,South pier,50.248", " \"S\" ,  South pier , 50.248");
    assert_eq!(read(&blanks).unwrap(), read(&files(FEED)).unwrap());
}

#[test]
fn files_that_are_missing_are_told_all_at_once() {
    check(
        &files("--- stops.txt\nstop_id\na\n"),
        expect![[r#"
        error[missing-file]: the feed has no agency.txt
         |
         = help: GTFS requires it

        error[missing-file]: the feed has no routes.txt
         |
         = help: GTFS requires it

        error[missing-file]: the feed has no trips.txt
         |
         = help: GTFS requires it

        error[missing-file]: the feed has no stop_times.txt
         |
         = help: GTFS requires it

        error[missing-file]: the feed has neither calendar.txt nor calendar_dates.txt
         |
         = help: one of them says on which days trips run

        5 errors
    "#]],
    );
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    check(
        &files(include_str!("../../../../fuzz/corpus/gtfs/broken.txt")),
        expect![[r#"
            error[several-zones]: this agency keeps the time of Asia/Yakutsk, and another one that of Asia/Shanghai
             --> agency.txt:3:3
              |
            3 | B,Asia/Yakutsk
              |   ^^^^^^^^^^^^
              |
              = help: all times of a feed are of one clock; make one feed for each time
                      zone and import them one by one

            error[wrong-value]: `Mars/Base` cannot be read
             --> agency.txt:4:3
              |
            4 | C,Mars/Base
              |   ^^^^^^^^^
              |
              = help: a time zone of the tz database, as in "Asia/Shanghai"

            error[unclosed-quote]: this quotation mark is never closed
             --> stops.txt:2:6
              |
            2 | a,91,"12
              |      ^
              |
              = help: a quotation mark inside a quoted cell is written twice

            error[wrong-value]: `1700` cannot be read
             --> routes.txt:2:3
              |
            2 | r,1700
              |   ^^^^
              |
              = help: a route_type is 0 to 7, 11, 12, or an extended type such as 1100
                      for air

            error[missing-column]: calendar.txt has no columns `monday`, `tuesday`, `wednesday`, `thursday`, `friday`, `saturday`, `sunday`, `start_date`, `end_date`
             --> calendar.txt:1:1
              |
            1 | service_id
              | ^^^^^^^^^^
              |
              = help: GTFS requires it; columns are named in the first line

            error[wrong-value]: `25:61:00` cannot be read
             --> stop_times.txt:2:7
              |
            2 | t,a,1,25:61:00
              |       ^^^^^^^^
              |
              = help: a time is hours, minutes and seconds, "08:30:00", and may pass
                      24:00:00 up to 240:00:00

            error[wrong-value]: `1` cannot be read
             --> frequencies.txt:2:21
              |
            2 | t,10:00:00,09:00:00,1
              |                     ^
              |
              = help: seconds, 10 to 86400

            7 errors
        "#]],
    );
}

#[test]
fn two_columns_of_one_name_are_refused() {
    check(
        &changed(
            "agency_id,agency_name,agency_url,agency_timezone\n",
            "agency_id,agency_name,agency_name,agency_timezone\n",
        ),
        expect![[r#"
            error[column-twice]: agency.txt has two columns `agency_name`
             --> agency.txt:1:23
              |
            1 | agency_id,agency_name,agency_name,agency_timezone
              |                       ^^^^^^^^^^^
              |
              = help: keep the one that is meant

            1 error
        "#]],
    );
}

#[test]
fn a_feed_of_several_time_zones_is_refused() {
    check(
        &changed(
            "h,Harbour lines,https://example.org/,Asia/Shanghai\n",
            "h,Harbour lines,https://example.org/,Asia/Shanghai\ny,North,https://example.org/,Asia/Yakutsk\n",
        ),
        expect![[r#"
            error[several-zones]: this agency keeps the time of Asia/Yakutsk, and another one that of Asia/Shanghai
             --> agency.txt:3:30
              |
            3 | y,North,https://example.org/,Asia/Yakutsk
              |                              ^^^^^^^^^^^^
              |
              = help: all times of a feed are of one clock; make one feed for each time
                      zone and import them one by one

            1 error
        "#]],
    );
}

#[test]
fn times_that_go_back_and_rows_that_are_short_are_told() {
    let feed = FEED
        .replace("f1,08:15:00,08:15:00,N,2", "f1,07:15:00,07:15:00,N,2")
        .replace("summer,20260612,2", "summer,20260612");
    check(
        &files(&feed),
        expect![[r#"
        error[wrong-row]: this row has 2 of 3 cells
         --> calendar_dates.txt:2:1
          |
        2 | summer,20260612
          | ^^^^^^^^^^^^^^^
          |
          = help: text with a comma is written in double quotes

        error[wrong-order]: this time lies before the one above it in the trip
         --> stop_times.txt:3:24
          |
        3 | f1,07:15:00,07:15:00,N,2
          |                        ^
          |
          = help: times of a trip never go back; after midnight they go on past
                  24:00:00

        2 errors
    "#]],
    );
}

#[test]
fn what_is_not_text_and_what_is_too_large_is_told() {
    let mut feed = files(FEED);
    feed.files[0].bytes = vec![b'a', 0xff];
    check(
        &feed,
        expect![[r#"
            error[not-text]: agency.txt is not UTF-8
             --> agency.txt:1:2
              |
            1 | a�
              |  ^
              |
              = help: save it as UTF-8, with or without a byte order mark

            1 error
        "#]],
    );
    let mut feed = files(FEED);
    feed.files[0].bytes = vec![b'\n'; portway_gtfs::feed::MAX_FILE_BYTES + 1];
    check(
        &feed,
        expect![[r#"
        error[too-large]: agency.txt makes the feed larger than can be read
         |
         = help: at most 64 MB a file and 128 MB in all

        1 error
    "#]],
    );
}

#[test]
fn three_hundred_years_without_a_weekday_are_not_free() {
    let mut rows = String::from(
        "--- calendar.txt\nservice_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n",
    );
    for number in 0..1000 {
        rows += &format!("s{number},0,0,0,0,0,0,0,19000101,22001231\n");
    }
    let diagnostics = read(&files(&rows)).unwrap_err();
    assert!(diagnostics.iter().any(|diagnostic| diagnostic.code == "too-large"));
}
