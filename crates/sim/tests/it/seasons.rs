//! What of the year closes stages and links: seasons between yearly days, water levels.

use crate::corridor::{agrees, cars, observe, port, program, replications, station, table, visits};
use expect_test::expect;
use portway_sim::{Observations, Program};

const DAY_MS: f64 = 86_400_000.0;

/// A stage of one lane with the given season, the days that it rests on, and a window.
fn seasonal(days: &str, stage: &str, flows: &str, from: &str, to: &str) -> String {
    let stage = format!("{days}\n[facility.port.stage.gate]\nlanes = 1\n{stage}");
    let text = port(&stage, r#"["gate"]"#, flows, 1, 0);
    text.replacen("from = \"2024-01-01\"\nto = \"2024-01-01\"", &format!("from = \"{from}\"\nto = \"{to}\""), 1)
}

fn yearly(name: &str, more: &str) -> String {
    format!("[yearly.{name}]\n{more}\n")
}

fn season(name: &str, from: &str, to: &str) -> String {
    format!("[season.{name}]\nfrom = \"{from}\"\nto = \"{to}\"\n")
}

/// The days of the window on which the gate is open at noon, counted from its first.
fn open_days(seen: &Observations) -> Vec<usize> {
    let noon = seen.stations[0].open_lane_ms_by_hour.iter().skip(12).step_by(24);
    noon.enumerate().filter(|(_, open)| **open > 0).map(|(day, _)| day).collect()
}

/// First and last of each run of days.
fn stretches(days: &[usize]) -> String {
    let mut text = Vec::new();
    let mut begin = 0;
    for at in 0..days.len() {
        if at + 1 == days.len() || days[at + 1] != days[at] + 1 {
            text.push(format!("{}..{}", days[begin], days[at]));
            begin = at + 1;
        }
    }
    text.join(" ")
}

fn stretches_of(days: &str, stage: &str, from: &str, to: &str) -> String {
    let stage = format!("service = \"1 min\"\n{stage}");
    let program = program(&seasonal(days, &stage, &cars("\"1/day\"", ""), from, to));
    stretches(&open_days(&observe(&program, 0)))
}

fn winter() -> String {
    yearly("freezes", "day = \"20 Dec\"") + &yearly("thaws", "day = \"10 Mar\"") + &season("ice", "freezes", "thaws")
}

/// Who comes before the season waits for its first midnight; who queues when it ends waits for the next.
#[test]
fn vehicles_wait_for_the_season() {
    let days = yearly("opens", "day = \"3 Jan\"\nknown = [\"2024-01-02\"]") + &yearly("closes", "day = \"4 Jan\"");
    let timetable = cars("[]", "").replace("volume = []", "timetable = [\"12:00\", \"23:50\"]");
    let stage = "service = \"30 min\"\nseason = \"open\"";
    let text = seasonal(&(days + &season("open", "opens", "closes")), stage, &timetable, "2024-01-01", "2024-01-05");
    let program = program(&text);
    expect![[r#"
        cars-0 lane 0: 720 1440 1470 1470
        cars-1 lane 0: 1430 1470 1500 1500
        cars-2 lane 0: 2160 2160 2190 2190
        cars-3 lane 0: 2870 2870 2900 2900
        cars-4 lane 0: 3600 3600 3630 3630
        cars-5 lane 0: 4310 4310 4340 4340
    "#]]
    .assert_eq(&table(&program, &visits(&program).visits, "port.gate"));
}

/// A season over New Year is on when the window begins and begins again before it ends, in every year of it.
#[test]
fn a_season_goes_over_new_year() {
    let of = |from, to| stretches_of(&winter(), "season = \"ice\"", from, to);
    // Day 69 is the tenth of March of a leap year, 354 the twentieth of December.
    assert_eq!(of("2024-01-01", "2024-12-31"), "0..68 354..365");
    assert_eq!(of("2024-01-01", "2026-02-01"), "0..68 354..433 719..762");
    assert_eq!(of("2024-02-01", "2024-02-10"), "0..9");
    assert_eq!(of("2024-06-01", "2024-06-10"), "");
}

/// Two seasons that overlap are one; between two that do not it is closed.
#[test]
fn seasons_of_a_list_add_up() {
    let days = winter()
        + &yearly("early", "day = \"1 Mar\"")
        + &yearly("late", "day = \"1 Apr\"")
        + &yearly("flood", "day = \"1 Jul\"")
        + &yearly("ebb", "day = \"10 Jul\"")
        + &season("mud", "early", "late")
        + &season("high", "flood", "ebb");
    let all = stretches_of(&days, "season = [\"ice\", \"mud\", \"high\"]", "2025-01-01", "2025-12-31");
    assert_eq!(all, "0..89 181..189 353..364");
    assert_eq!(stretches_of(&winter(), "season = \"always\"", "2025-01-01", "2025-01-05"), "0..4");
}

/// Where a year is known, it is that day in every replication; where it is not, each has its own.
#[test]
fn known_years_are_not_drawn() {
    let days = yearly(
        "opens",
        "day = \"9 Jan\"\nspread = \"normal(mean 0 d, sd 5 d)\"\nknown = [\"2024-01-03\", \"2024-12-30\"]",
    ) + &yearly("closes", "day = \"1 Mar\"")
        + &season("ice", "opens", "closes");
    let stage = "service = \"1 min\"\nseason = \"ice\"";
    let program = program(&seasonal(&days, stage, &cars("\"1/day\"", ""), "2024-01-01", "2026-12-31"));
    let runs: Vec<Vec<usize>> = (0..5).map(|replication| open_days(&observe(&program, replication))).collect();
    for run in &runs {
        assert_eq!(stretches(&run.iter().copied().filter(|day| *day < 700).collect::<Vec<_>>()), "2..59 364..424");
    }
    let third = |run: &Vec<usize>| run.iter().copied().find(|day| *day > 700);
    assert!(runs.iter().any(|run| third(run) != third(&runs[0])), "the third year is drawn");
}

/// Days open a year are the mean distance of the two days: 60 + 4 − 2 of the spreads.
#[test]
fn a_season_is_as_long_as_its_days_say() {
    let days = yearly("opens", "day = \"1 Feb\"\nspread = \"uniform(-6 d, 10 d)\"")
        + &yearly("closes", "day = \"2 Apr\"\nspread = \"normal(mean 4 d, sd 6 d)\"")
        + &season("open", "opens", "closes");
    let stage = "service = \"1 min\"\nseason = \"open\"";
    let program = program(&seasonal(&days, stage, &cars("\"1/day\"", ""), "2025-01-01", "2027-12-31"));
    let runs = replications(&program, 200);
    agrees("open days a year", 60.0 + 4.0 - 2.0, 0.01, &runs, |seen| {
        seen.stations[0].open_lane_ms as f64 / DAY_MS / 3.0
    });
    // What is known without running: the mean year.
    let available: f64 = program.offered_load()[0].available_lane_ms.as_ref().unwrap().iter().sum();
    assert_eq!(available / DAY_MS / 3.0, 62.0);
}

/// M/M/1/11 with ρ = 0.8 that is open for half of the year: loses 1.845 % then, and all but what fits its room in the other half.
#[test]
fn a_stage_that_is_closed_for_half_of_the_year() {
    let days =
        yearly("opens", "day = \"1 Apr\"") + &yearly("closes", "day = \"1 Oct\"") + &season("open", "opens", "closes");
    let stage = "service = \"exponential(mean 10 min)\"\nroom = 10\nwhen-full = \"turn-away\"\nseason = \"open\"";
    let program = program(&seasonal(&days, stage, &cars("\"115.2/day\"", ""), "2025-01-01", "2025-12-31"));
    let lost = 0.2 * 0.8_f64.powi(11) / (1.0 - 0.8_f64.powi(12));
    let served = 115.2 * 183.0 * (1.0 - lost);
    agrees("served", served, 0.003, &replications(&program, 24), |seen| seen.streams[0].left as f64);
}

/// The same replication has the same ice in every scenario, whatever else changes.
#[test]
fn every_scenario_has_the_same_ice() {
    let days = yearly("opens", "day = \"9 Jan\"\nspread = \"normal(mean 0 d, sd 9 d)\"")
        + &yearly("closes", "day = \"1 Mar\"\nspread = \"normal(mean 0 d, sd 9 d)\"")
        + &season("ice", "opens", "closes");
    let stage = "service = \"1 min\"\nseason = \"ice\"";
    let text = seasonal(&days, stage, &cars("\"1/day\"", ""), "2024-01-01", "2025-12-31");
    let more =
        yearly("aaa", "day = \"5 May\"\nspread = \"normal(mean 0 d, sd 9 d)\"") + &season("first", "aaa", "opens");
    let other = text.replacen("lanes = 1", "lanes = 4", 1).replacen("\"1/day\"", "\"90/day\"", 1);
    let (one, other) = (program(&text), program(&(more + &other)));
    let days = |program: &Program| (0..8).map(|r| open_days(&observe(program, r))).collect::<Vec<_>>();
    assert_eq!(days(&one), days(&other));
    assert_ne!(days(&one)[0], days(&one)[1]);
}

/// A dated change may move a season: what was on by the old day goes on by the new one.
#[test]
fn a_dated_change_moves_a_season() {
    let days = winter();
    let text =
        seasonal(&days, "service = \"1 min\"\nseason = \"ice\"", &cars("\"1/day\"", ""), "2024-01-01", "2024-04-30");
    let change = "[scenario.base.on.2024-03-01]\nyearly.thaws.day = \"20 Mar\"\n[scenario.base.on.2024-04-20]\nfacility.port.stage.gate.season = \"always\"\n";
    assert_eq!(stretches(&open_days(&observe(&program(&(text + change)), 0))), "0..78 110..120");
}

/// A ford that is travelled while the water is low: levels by month, and what the ford needs.
fn ford(levels: &str, need: &str, from: &str, to: &str) -> Program {
    program(&format!(
        r#"
[water.amur]
month = ["1 m", "1 m", "1 m", "2 m", "3 m", "4 m", "5 m", "5 m", "4 m", "3 m", "2 m", "1 m"]
{levels}
[link.ford]
from = "a"
to = "b"
length = "1 km"
travel = "5 min"
storage = 1
water = {{ at = "amur", {need} }}
[route.out]
direction = "out"
path = ["ford"]
{}
[scenario.base]
from = "{from}"
to = "{to}"
"#,
        cars("\"1/day\"", "")
    ))
}

/// At its mean level the ford is open in the months that are neither too dry nor too wet.
#[test]
fn water_opens_and_closes_a_link() {
    let of = |need, from, to| stretches(&open_days(&observe(&ford("", need, from, to), 0)));
    assert_eq!(of("least = \"2 m\"", "2025-01-01", "2025-12-31"), "90..333");
    assert_eq!(of("most = \"3 m\"", "2025-01-01", "2025-12-31"), "0..150 273..364");
    assert_eq!(of("least = \"2 m\", most = \"4 m\"", "2025-01-01", "2026-01-31"), "90..180 243..333");
    assert_eq!(of("least = \"1 m\"", "2025-03-20", "2025-04-10"), "0..21");
}

/// With levels that spread, a month is open with the probability that the level is high enough: 1 − Φ((3 − mean) / 1).
#[test]
fn a_spread_of_levels_opens_a_link_by_chance() {
    let program = ford("spread = \"normal(mean 0 m, sd 1 m)\"", "least = \"3 m\"", "2025-01-01", "2025-12-31");
    let tail = |distance: i32| match distance {
        2 => 0.022_750,
        1 => 0.158_655,
        0 => 0.5,
        -1 => 0.841_345,
        _ => 0.977_250,
    };
    let days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let levels = [1, 1, 1, 2, 3, 4, 5, 5, 4, 3, 2, 1];
    let exact: f64 = days.iter().zip(levels).map(|(days, level)| f64::from(*days) * tail(3 - level)).sum();
    let ford = station(&program, "ford");
    agrees("open days", exact, 0.012, &replications(&program, 400), |seen| {
        seen.stations[ford].open_lane_ms as f64 / DAY_MS
    });
}

/// A quay and a fairway behind it, for boats that draw little water (cars) and ships that draw much (buses).
fn fairway(water: &str, flows: &str, to: &str) -> Program {
    let text = format!(
        r#"
[water.amur]
month = ["1 m", "1 m", "1 m", "2 m", "3 m", "4 m", "5 m", "5 m", "4 m", "3 m", "2 m", "1 m"]
[facility.quay]
node = "a"
[facility.quay.stage.berth]
lanes = 2
service = "1 h"
[facility.quay.process]
out = ["berth"]
[link.fairway]
from = "a"
to = "b"
travel = "5 min"
storage = 1
water = {{ at = "amur", {water} }}
[route.out]
direction = "out"
path = ["quay", "fairway"]
{flows}
[scenario.base]
from = "2025-03-30"
to = "{to}"
"#
    );
    let deep = crate::corridor::HEAD.replace("[class.bus]", "[class.bus]\ndraught = \"1.6 m\"");
    crate::corridor::program_of(&format!("{deep}{text}"))
}

fn timetable(name: &str, class: &str, times: &str) -> String {
    format!("[flow.{name}]\nclass = \"{class}\"\nroute = \"out\"\ntimetable = [{times}]\n")
}

/// Ships need 1.6 m and 0.3 m under the keel; at level 1 m the fairway has 1.8 m, in April 2.8 m. Boats always pass; a ship keeps
/// its berth until April. A boat passes it as long as there is another berth.
#[test]
fn ships_wait_for_water_and_boats_pass_them() {
    let flows = timetable("ships", "bus", "\"12:00\"") + &timetable("boats", "car", "\"12:30\"");
    let program = fairway("depth = \"0.8 m\", under-keel = \"0.3 m\"", &flows, "2025-04-01");
    let seen = visits(&program).visits;
    expect![[r#"
        boats-0 lane 0: 810 810 815 815
        ships-0 lane 0: 2880 2880 2885 2885
        ships-1 lane 0: 2885 2885 2890 2890
        boats-1 lane 0: 2940 2940 2945 2945
        ships-2 lane 0: 3660 3660 3665 3665
        boats-2 lane 0: 3690 3690 3695 3695
    "#]]
    .assert_eq(&table(&program, &seen, "fairway"));
}

/// With enough water under the keel at the lowest level nothing is closed to anybody.
#[test]
fn a_fairway_that_is_deep_enough_is_a_link_like_others() {
    let flows = timetable("ships", "bus", "\"12:00\"") + &timetable("boats", "car", "\"12:30\"");
    let program = fairway("depth = \"0.8 m\", under-keel = \"0.2 m\"", &flows, "2025-04-01");
    let seen = visits(&program).visits;
    expect![[r#"
        ships-0 lane 0: 780 780 785 785
        boats-0 lane 0: 810 810 815 815
        ships-1 lane 0: 2220 2220 2225 2225
        boats-1 lane 0: 2250 2250 2255 2255
        ships-2 lane 0: 3660 3660 3665 3665
        boats-2 lane 0: 3690 3690 3695 3695
    "#]]
    .assert_eq(&table(&program, &seen, "fairway"));
}

/// Ships that need a level of 3 m enter from May to October, and those that come in the last week of April wait for it.
#[test]
fn ships_turn_away_from_water_that_stays_too_low() {
    let flows = timetable("ships", "bus", "\"12:00\"") + &timetable("boats", "car", "\"12:30\"");
    let program = fairway("depth = \"0 m\", under-keel = \"1.4 m\"", &flows, "2026-03-29");
    let seen = observe(&program, 0);
    let stream = |class: &str| program.streams.iter().position(|stream| stream.class_name == class).unwrap();
    let (ships, boats) = (&seen.streams[stream("bus")], &seen.streams[stream("car")]);
    assert_eq!((ships.left, ships.turned_away), (184 + 7, 365 - 184 - 7));
    assert_eq!((boats.left, boats.turned_away), (365, 0));
}

/// The dates that were drawn are those on which the season opens; a known one is itself.
#[test]
fn a_run_tells_when_the_yearly_days_came() {
    let days = yearly("opens", "day = \"9 Jan\"\nspread = \"normal(mean 0 d, sd 3 d)\"\nknown = [\"2024-01-03\"]")
        + &yearly("closes", "day = \"1 Mar\"")
        + &season("ice", "opens", "closes");
    let stage = "service = \"1 min\"\nseason = \"ice\"";
    let program = program(&seasonal(&days, stage, &cars("\"1/day\"", ""), "2024-01-01", "2025-12-31"));
    for replication in 0..5 {
        let seen = observe(&program, replication);
        let opens: Vec<String> = seen.yearly_dates[0].iter().map(|day| format!("{} {}", day.year, day.date)).collect();
        assert_eq!(opens[0], "2024 2024-01-03");
        let first = open_days(&seen).into_iter().find(|day| *day > 300).expect("the second year has ice too");
        let date = jiff::civil::date(2024, 1, 1).saturating_add(jiff::Span::new().days(first as i64));
        assert_eq!(opens[1], format!("2025 {date}"));
    }
}
