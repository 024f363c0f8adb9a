//! A feed in, elements of the language out.

use crate::sample::{FEED, changed, corridor_of, files, imported, wishes};
use expect_test::{Expect, expect};
use portway_gtfs::Mode;
use portway_gtfs::import::Wishes;

/// The parts of what is written whose first line holds a text, and what is told.
fn check(feed: &portway_model::Folder, wishes: &Wishes, part: &str, expected: Expect) {
    let imported = imported(feed, wishes).unwrap_or_else(|said| panic!("{said}"));
    corridor_of(feed, wishes);
    let parts = imported.toml.split("\n\n").filter(|text| text.lines().next().is_some_and(|line| line.contains(part)));
    let parts: Vec<&str> = parts.map(str::trim_end).collect();
    let told: Vec<String> = imported.told.iter().map(|told| format!("- {told}\n")).collect();
    expected.assert_eq(&format!("{}\n{}", parts.join("\n"), told.concat()));
}

/// What is said against a feed or against what is wished.
fn refused(feed: &portway_model::Folder, wishes: &Wishes, expected: Expect) {
    expected.assert_eq(&imported(feed, wishes).expect_err("it is refused"));
}

#[test]
fn a_small_feed_becomes_services_with_the_departures_of_its_trips() {
    check(
        &files(FEED),
        &wishes(),
        "[",
        expect![[r#"
            [node.river-south-pier]
            title = "South pier"
            country = "CN"
            zone = "Asia/Shanghai"
            at = [127.534, 50.248]
            [node.river-north-pier]
            title = "North pier"
            country = "RU"
            zone = "Asia/Yakutsk"
            at = [127.536, 50.254]
            [node.river-market]
            title = "Market"
            country = "CN"
            zone = "Asia/Shanghai"
            at = [127.5, 50.2]
            [link.river-south-pier-north-pier]
            title = "South pier – North pier"
            from = "river-south-pier"
            to = "river-north-pier"
            travel = "15 min"
            mode = "water"
            border = true
            [link.river-market-south-pier]
            title = "Market – South pier"
            from = "river-market"
            to = "river-south-pier"
            travel = "20 min"
            [class.river-ferry]
            title = "Ferry, river"
            seats = 100
            [class.river-bus]
            title = "Bus, river"
            seats = 50
            [calendar.river-summer]
            zone = "Asia/Shanghai"
            open = "Mo-Su 00:00-24:00"
            closed = ["1900-01-01 .. 2026-05-31", "2026-06-12", "2026-09-02 .. 2200-12-31"]
            [calendar.river-all-06-00-22-00]
            zone = "Asia/Shanghai"
            open = "Mo-Su 06:00-22:00"
            closed = ["1900-01-01 .. 2025-12-31", "2027-01-01 .. 2200-12-31"]
            [calendar.river-night-next-day]
            zone = "Asia/Shanghai"
            open = "Sa-Su 00:00-24:00"
            closed = ["1900-01-01 .. 2026-01-02", "2026-12-28 .. 2200-12-31"]
            [service.river-f]
            title = "Ferry, \"both banks\", South pier – North pier"
            class = "river-ferry"
            path = ["river-south-pier-north-pier"]
            forward = "out"
            back = "in"
            timetable = ["08:00", "12:00"]
            timetable-back = ["10:00", "14:00"]
            hours = "river-summer"
            [service.river-b]
            title = "Market bus, Market – South pier"
            class = "river-bus"
            path = ["river-market-south-pier"]
            forward = "out"
            back = "in"
            every = "20 min"
            hours = "river-all-06-00-22-00"
            [service.river-b-2]
            title = "Market bus, Market – South pier"
            class = "river-bus"
            path = ["river-market-south-pier"]
            forward = "out"
            timetable = ["01:10"]
            hours = "river-night-next-day"
            - not read: shapes.txt
            - seats of river-ferry: 100 is assumed; say it with --seats ferry=N
            - seats of river-bus: 50 is assumed; say it with --seats bus=N
            - the feed speaks of 2026-01-01 to 2026-12-31: before and after, its services do not run
        "#]],
    );
}

#[test]
fn trips_of_different_length_make_links_of_their_mean_with_a_range() {
    let feed = changed("f2,12:15:00,12:15:00,N,2", "f2,12:25:00,12:25:00,N,2");
    let imported = imported(&feed, &wishes()).unwrap();
    let row = imported.evidence.iter().find(|row| row.status == "derived").unwrap();
    assert_eq!(
        (row.path.as_str(), row.low.as_str(), row.high.as_str()),
        ("link.river-south-pier-north-pier.travel", "15 min", "25 min")
    );
    // The way back takes another time, so it is a service of its own.
    check(
        &feed,
        &wishes(),
        "service.river-f",
        expect![[r#"
        [service.river-f]
        title = "Ferry, \"both banks\", South pier – North pier"
        class = "river-ferry"
        path = ["river-south-pier-north-pier"]
        forward = "out"
        timetable = ["08:00", "12:00"]
        hours = "river-summer"
        [service.river-f-2]
        title = "Ferry, \"both banks\", North pier – South pier"
        class = "river-ferry"
        path = ["river-north-pier-south-pier"]
        forward = "in"
        timetable = ["10:00", "14:00"]
        hours = "river-summer"
        - not read: shapes.txt
        - seats of river-ferry: 100 is assumed; say it with --seats ferry=N
        - seats of river-bus: 50 is assumed; say it with --seats bus=N
        - the feed speaks of 2026-01-01 to 2026-12-31: before and after, its services do not run
    "#]],
    );
}

#[test]
fn stops_in_between_are_passed_and_the_stay_there_counts() {
    let feed = changed("f1,08:15:00,08:15:00,N,2", "f1,08:05:00,08:07:00,M,2\nf1,08:15:00,08:15:00,N,3");
    check(
        &feed,
        &wishes(),
        "link.",
        expect![[r#"
            [link.river-south-pier-market]
            title = "South pier – Market"
            from = "river-south-pier"
            to = "river-market"
            travel = "5 min"
            mode = "water"
            [link.river-market-north-pier]
            title = "Market – North pier"
            from = "river-market"
            to = "river-north-pier"
            travel = "10 min"
            mode = "water"
            border = true
            [link.river-south-pier-north-pier]
            title = "South pier – North pier"
            from = "river-south-pier"
            to = "river-north-pier"
            travel = "15 min"
            mode = "water"
            border = true
            [link.river-market-south-pier]
            title = "Market – South pier"
            from = "river-market"
            to = "river-south-pier"
            travel = "20 min"
            - not read: shapes.txt
            - seats of river-ferry: 100 is assumed; say it with --seats ferry=N
            - seats of river-bus: 50 is assumed; say it with --seats bus=N
            - the feed speaks of 2026-01-01 to 2026-12-31: before and after, its services do not run
            - 1 service with stops in between: nobody gets on or off there, a service has two ends
        "#]],
    );
}

#[test]
fn intervals_off_the_beat_are_times_where_they_are_exact() {
    let feed = changed("b1,06:00:00,22:00:00,1200,1", "b1,06:05:00,07:00:00,1200,1\nb1,07:05:00,08:00:00,1200,0");
    check(
        &feed,
        &wishes(),
        "service.river-b",
        expect![[r#"
            [service.river-b]
            title = "Market bus, Market – South pier"
            class = "river-bus"
            path = ["river-market-south-pier"]
            forward = "out"
            timetable = ["06:05", "06:25", "06:45"]
            hours = "river-all"
            [service.river-b-2]
            title = "Market bus, Market – South pier"
            class = "river-bus"
            path = ["river-market-south-pier"]
            forward = "out"
            every = "20 min"
            hours = "river-all-07-05-08-00"
            [service.river-b-3]
            title = "Market bus, Market – South pier"
            class = "river-bus"
            path = ["river-market-south-pier"]
            forward = "out"
            timetable = ["01:10"]
            hours = "river-night-next-day"
            [service.river-b-4]
            title = "Market bus, South pier – Market"
            class = "river-bus"
            path = ["river-south-pier-market"]
            forward = "in"
            every = "20 min"
            hours = "river-all-06-00-22-00"
            - not read: shapes.txt
            - 1 trip repeated without exact times: `every` counts from midnight, so it leaves at other minutes
            - seats of river-ferry: 100 is assumed; say it with --seats ferry=N
            - seats of river-bus: 50 is assumed; say it with --seats bus=N
            - the feed speaks of 2026-01-01 to 2026-12-31: before and after, its services do not run
        "#]],
    );
}

#[test]
fn classes_seats_and_routes_are_as_the_user_says() {
    let only = Wishes { routes: vec!["F".into()], seats: vec![(None, 30), (Some(Mode::Ferry), 17)], ..wishes() };
    check(
        &files(FEED),
        &only,
        "class.",
        expect![[r#"
        [class.river-ferry]
        title = "Ferry, river"
        seats = 17
        - not read: shapes.txt
        - the feed speaks of 2026-06-01 to 2026-09-01: before and after, its services do not run
    "#]],
    );
}

#[test]
fn what_the_user_must_say_is_asked_for_all_at_once() {
    let none = Wishes {
        name: "A b".into(),
        forward: "north".into(),
        countries: Vec::new(),
        routes: vec!["X".into()],
        ..wishes()
    };
    let feed = portway_gtfs::read(&files(FEED)).unwrap();
    let corridor =
        crate::sample::corridor([("corridor.toml", portway_gtfs::import::new_corridor(&feed, &wishes()).as_str())]);
    let said = portway_gtfs::import(&feed, &none, corridor.model()).unwrap_err();
    expect![[r#"
        error[bad-name]: `A b` cannot begin the names of elements
         |
         = help: lower-case letters, digits and hyphens, at most 20: --name river

        error[unknown-name]: --forward: the folder has no direction `north`
         |
         = help: its directions: out, in

        error[unknown-id]: --route: routes.txt has no `X`
         |
         = help: its routes: F, B

        3 errors
    "#]]
    .assert_eq(&portway_model::render(&said, &files(FEED), false));
    let half = Wishes { back: None, countries: vec![(Some("Asia/Shanghai".into()), "CN".into())], ..wishes() };
    refused(
        &files(FEED),
        &half,
        expect![[r#"
        error[missing-country]: nobody said in which country stop `N` lies
         |
         = help: say it with --country Asia/Yakutsk=CN, or with --country CN for
                 all stops

        error[missing-direction]: some trips go back, and no direction is named for them
         |
         = help: name the direction that they count for with --back

        2 errors
    "#]],
    );
}

#[test]
fn clocks_that_do_not_change_together_are_refused() {
    let elsewhere = FEED.replace("127.536,Asia/Yakutsk", "127.536,Europe/Berlin");
    let feed = files(&elsewhere.replace("20260601,20260831", "20260101,20261231"));
    let all = Wishes { countries: vec![(None, "CN".into())], ..wishes() };
    refused(
        &feed,
        &all,
        expect![[r#"
        error[clock-change]: on the dates of service `summer` the clocks of Europe/Berlin and Asia/Shanghai are not always the same time apart
         |
         = help: a timetable is in local time; give summer and winter services of
                 their own in the feed

        1 error
    "#]],
    );
}

/// A quoted cell may hold line breaks; the heading of the file is one line whatever the feed says of itself.
#[test]
fn a_version_of_several_lines_adds_nothing_to_the_model() {
    let info = "feed_publisher_name,feed_publisher_url,feed_lang,feed_version\n";
    let version = "\"1\n[direction.smuggled]\n#\"";
    let feed = files(&format!("{FEED}--- feed_info.txt\n{info}Harbour,https://example.org/,en,{version}\n"));
    let imported = imported(&feed, &wishes()).unwrap_or_else(|said| panic!("{said}"));
    let heading = imported.toml.lines().next().unwrap_or_default();
    assert!(
        heading.starts_with("# GTFS feed of Harbour") && heading.contains("version 1 [direction.smuggled] #"),
        "{heading}"
    );
    assert!(corridor_of(&feed, &wishes()).model().directions.iter().all(|direction| direction.name != "smuggled"));
    assert!(imported.evidence.iter().all(|row| !row.source.contains('\n')));
}
