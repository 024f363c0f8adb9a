//! Vehicles that choose among ways: who takes which, and what they learn of each.

use crate::corridor::{HEAD, agrees, observe, program_of, replications, station, visits};
use portway_sim::{Observations, Program};
use std::collections::BTreeMap;

/// A corridor with money in which cars come to choose between the routes `left` and `right`.
fn corridor(demand: &str, choice: &str, rest: &str, (from, to): (&str, &str), warm_up_days: u32) -> Program {
    let priced = |class: &str| (class.to_owned(), format!("{class}\nhour-cost = \"1000 RUB/h\""));
    let head = [priced("[class.car]"), priced("[class.bus]")]
        .iter()
        .fold(HEAD.to_owned(), |head, (class, with_cost)| head.replace(class, with_cost));
    program_of(&format!(
        "{head}\n[flow.cars]\nclass = \"car\"\nroutes = [\"left\", \"right\"]\n{demand}\nchoice = {choice}\n{rest}\n\
         [scenario.base]\nfrom = \"{from}\"\nto = \"{to}\"\nwarm-up = \"{warm_up_days} d\"\n"
    ))
}

/// The paths of the two routes.
fn routes(left: &str, right: &str) -> String {
    format!("[route.left]\ndirection = \"out\"\npath = {left}\n[route.right]\ndirection = \"out\"\npath = {right}\n")
}

/// Cars between two links.
fn choosing(choice: &str, volume: &str, more: &str, window: (&str, &str), warm_up_days: u32) -> Program {
    let rest = format!("{RUB}{}{more}", routes("[\"left\"]", "[\"right\"]"));
    corridor(&format!("volume = \"{volume}\""), choice, &rest, window, warm_up_days)
}

/// Cars between a port at `a` and ten minutes of road.
fn with_port(choice: &str, volume: &str, stage: &str, warm_up_days: u32) -> Program {
    let port = format!(
        "[facility.port]\nnode = \"a\"\n[facility.port.stage.gate]\n{stage}\n[facility.port.process]\nout = [\"gate\"]\n\
         [link.right]\nfrom = \"a\"\nto = \"b\"\n{TEN_MINUTES}\n"
    );
    let rest = format!("{RUB}{}{port}", routes("[\"port\"]", "[\"right\"]"));
    corridor(&format!("volume = \"{volume}\""), choice, &rest, ("2024-06-01", "2024-08-31"), warm_up_days)
}

/// Two links between the same nodes.
fn links(left: &str, right: &str) -> String {
    format!("[link.left]\nfrom = \"a\"\nto = \"b\"\n{left}\n[link.right]\nfrom = \"a\"\nto = \"b\"\n{right}\n")
}

/// Without learning and waiting nothing but costs decides; an hour is worth 600 RUB, so ten minutes are one scale.
const LOGIT: &str = "{ kind = \"logit\", value-of-time = \"600 RUB/h\", scale = \"100 RUB\" }";
const RUB: &str = "[money]\ncurrency = \"RUB\"\n";
const JANUARY: (&str, &str) = ("2024-01-01", "2024-01-30");
const MAY: (&str, &str) = ("2024-05-01", "2024-05-30");
const TEN_MINUTES: &str = "travel = \"10 min\"";

/// The part of all that came which took a way.
fn share(seen: &Observations, way: usize) -> f64 {
    seen.alternatives[way].chosen as f64 / seen.alternatives[way].came as f64
}

fn holds_share(program: &Program, way: usize, exact: f64) {
    agrees("share", exact, 0.02, &replications(program, 16), |seen| share(seen, way));
}

#[test]
fn two_equal_ways_are_taken_by_half_each() {
    let program = choosing(LOGIT, "200/day", &links(TEN_MINUTES, TEN_MINUTES), JANUARY, 0);
    holds_share(&program, 0, 0.5);
    let seen = observe(&program, 0);
    assert_eq!(seen.alternatives[0].chosen + seen.alternatives[1].chosen, seen.alternatives[0].came);
    assert_eq!(seen.alternatives[0].came, seen.streams[0].arrived);
}

#[test]
fn fixed_shares_are_kept() {
    let choice = "{ kind = \"shares\", shares = { left = \"60 %\", right = \"40 %\" } }";
    holds_share(&choosing(choice, "200/day", &links(TEN_MINUTES, "travel = \"9 h\""), JANUARY, 0), 0, 0.6);
}

/// The right way takes ten minutes more, which are 100 RUB, and is 50 RUB of a bother: at a scale of 100 RUB it is taken by
/// 1 ∕ (1 + exp(1.5)).
#[test]
fn without_waits_shares_are_those_of_the_formula() {
    let choice = LOGIT.replace(" }", ", constants = { right = \"50 RUB\" } }");
    let program = choosing(&choice, "200/day", &links(TEN_MINUTES, "travel = \"20 min\""), JANUARY, 10);
    holds_share(&program, 1, 1.0 / (1.0 + 1.5_f64.exp()));
}

/// Half of the vehicles on the left way pay 80 RUB at a stage, and go through it once and a half on average; its kilometres cost
/// 2 CNY each, at 10 RUB. Until the rate changes in the middle of the window, when they are for nothing.
#[test]
fn money_is_fees_and_kilometres_as_often_as_they_are_met() {
    let rest = format!(
        r#"
[money]
currency = "RUB"
second = "CNY"
rate = {{ 2024-01-01 = 0.1, 2024-04-15 = 1000 }}
[facility.port]
node = "a"
[facility.port.stage.gate]
lanes = "unlimited"
service = "0 min"
[facility.port.stage.scan]
lanes = "unlimited"
service = "0 min"
fee = "80 RUB"
[facility.port.process]
out = ["gate", {{ stage = "scan", share = "50 %" }}, {{ back-to = "gate", share = "50 %" }}]
{}{}"#,
        routes("[\"port\", \"left\"]", "[\"right\"]"),
        links("length = \"6 km\"\nspeed = \"36 km/h\"\nrunning-cost = \"2 CNY/km\"", TEN_MINUTES)
    );
    let program = |window| corridor("volume = \"200/day\"", LOGIT, &rest, window, 30);
    // Each of two passes on average costs 40 RUB, and six kilometres 120 RUB.
    holds_share(&program(("2024-02-01", "2024-03-01")), 0, 1.0 / (1.0 + 2.0_f64.exp()));
    holds_share(&program(MAY), 0, 1.0 / (1.0 + (0.8 + 0.012 / 100.0_f64).exp()));
}

/// The left way is closed for a month, which everybody knows: nobody takes it. Afterwards it is a way like the other.
#[test]
fn a_closed_way_sends_everybody_to_the_other_until_it_opens() {
    let closed = "[incident.flood]\nat = [\"left\"]\nfrom = \"2024-04-01 00:00\"\nto = \"2024-05-01 00:00\"\n";
    let more = links(TEN_MINUTES, TEN_MINUTES) + closed;
    let program = |window, warm_up| choosing(LOGIT, "200/day", &more, window, warm_up);
    let seen = observe(&program(("2024-04-01", "2024-04-28"), 10), 0);
    assert_eq!(seen.alternatives[0].chosen, 0);
    assert!(seen.alternatives[1].came > 5000);
    holds_share(&program(MAY, 60), 0, 0.5);
    holds_share(&program(("2024-03-01", "2024-03-30"), 0), 0, 0.5);
}

/// A season opens the left way from the 1st of May on, of which everybody knows.
#[test]
fn a_way_out_of_season_is_taken_by_nobody() {
    let season = "[yearly.thaws]\nday = \"1 May\"\n[yearly.freezes]\nday = \"1 Nov\"\n[season.ships]\nfrom = \"thaws\"\nto = \"freezes\"\n";
    let more = links(&format!("{TEN_MINUTES}\nseason = \"ships\""), TEN_MINUTES) + season;
    let program = |window| choosing(LOGIT, "200/day", &more, window, 0);
    holds_share(&program(MAY), 0, 0.5);
    for window in [("2024-04-01", "2024-04-28"), ("2024-11-02", "2024-12-31")] {
        // The first window ends before the way opens, and the second before anybody knows when it will.
        assert_eq!(observe(&program(window), 0).alternatives[0].chosen, 0);
    }
}

/// Who is on the way when it closes has a month of it to tell, which says nothing of the open way.
#[test]
fn a_closure_is_no_experience_of_the_way() {
    let closed = "[incident.flood]\nat = [\"left\"]\nfrom = \"2024-04-01 00:00\"\nto = \"2024-05-01 00:00\"\n";
    // Two hours on the road, so that a dozen are caught before the closed link.
    let two_legs = "[link.road]\nfrom = \"a\"\nto = \"c\"\ntravel = \"2 h\"\n[link.left]\nfrom = \"c\"\nto = \"b\"\ntravel = \"0 min\"\n\
                    [link.right]\nfrom = \"a\"\nto = \"b\"\ntravel = \"2 h\"\n";
    let rest = format!("{RUB}{}{two_legs}{closed}", routes("[\"road\", \"left\"]", "[\"right\"]"));
    let program = corridor("volume = \"200/day\"", LOGIT, &rest, ("2024-05-02", "2024-05-31"), 60);
    holds_share(&program, 0, 0.5);
}

/// The left way is open from 8 to 20. Who comes at noon takes either, who comes at midnight does not wait eight hours; at half
/// past seven the wait of half an hour, three scales, leaves 1 ∕ (1 + exp(3)).
#[test]
fn opening_hours_are_known() {
    let hours = "[calendar.day]\nopen = \"Mo-Su 08:00-20:00\"\n";
    let links = links(&format!("{TEN_MINUTES}\nhours = \"day\""), TEN_MINUTES);
    let rest = format!("{RUB}{}{links}{hours}", routes("[\"left\"]", "[\"right\"]"));
    let runs = |departure: &str| {
        let demand = format!("timetable = [{}]", vec![format!("\"{departure}\""); 10].join(", "));
        replications(&corridor(&demand, LOGIT, &rest, ("2024-01-01", "2024-12-31"), 0), 16)
    };
    for (departure, exact) in [("12:00", 0.5), ("07:30", 1.0 / (1.0 + 3.0_f64.exp()))] {
        agrees("share", exact, 0.05, &runs(departure), |seen| share(seen, 0));
    }
    assert!(runs("00:00").iter().all(|seen| seen.alternatives[0].chosen == 0));
}

/// A ferry leaves twenty minutes past each hour, crosses in ten and costs 100 RUB; the road takes forty. Who comes on the hour knows
/// all that: thirty minutes and a fare are as dear as forty minutes. Who comes twenty minutes later does not wait.
#[test]
fn a_timetable_and_a_fare_are_known() {
    let ferry = "[link.river]\nfrom = \"a\"\nto = \"b\"\ntravel = \"10 min\"\n[link.right]\nfrom = \"a\"\nto = \"b\"\ntravel = \"40 min\"\n\
                 [class.ship]\nhour-cost = \"1000 RUB/h\"\nseats = 100\n[service.ferry]\nclass = \"ship\"\npath = [\"river\"]\n\
                 forward = \"out\"\nfare = \"100 RUB\"\ntimetable = [\"12:20\", \"13:20\"]\n";
    let rest = format!("{RUB}{}{ferry}", routes("[\"ferry\"]", "[\"right\"]"));
    let runs = |departure: &str| {
        let demand = format!("timetable = [{}]", vec![format!("\"{departure}\""); 10].join(", "));
        replications(&corridor(&demand, LOGIT, &rest, ("2024-01-01", "2024-12-31"), 0), 16)
    };
    for (departure, exact) in [("12:00", 0.5), ("13:20", 1.0 / (1.0 + (-2.0_f64).exp()))] {
        agrees("share", exact, 0.05, &runs(departure), |seen| share(seen, 0));
    }
    // The last one has left.
    assert!(runs("14:00").iter().all(|seen| seen.alternatives[0].chosen == 0));
}

/// The left way goes through a lane that serves one car a minute, M/M/1 with W = 1 ∕ (1 − λp); the right one always takes 10 min.
/// With one car a minute in all, a value of a RUB a minute and a scale of 2 RUB, the equilibrium is where p = 1 ∕ (1 + exp((W − 10) ∕ 2)).
#[test]
fn learning_brings_a_congested_way_to_equilibrium() {
    let choice = "{ kind = \"logit\", value-of-time = \"60 RUB/h\", scale = \"2 RUB\", learning = \"5 %\" }";
    let program = with_port(choice, "1440/day", "lanes = 1\nservice = \"exponential(mean 1 min)\"", 150);
    let excess = |p: f64| p - 1.0 / (1.0 + ((1.0 / (1.0 - p) - 10.0) / 2.0).exp());
    let (mut low, mut high) = (0.01, 0.99);
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        if excess(middle) > 0.0 { high = middle } else { low = middle }
    }
    assert!((0.8..0.9).contains(&low), "the equilibrium is inside: {low}");
    let runs = replications(&program, 8);
    let mean = runs.iter().map(|seen| share(seen, 0)).sum::<f64>() / runs.len() as f64;
    assert!((mean - low).abs() < 0.01, "{mean} against {low}");
}

#[test]
fn nobody_travels_when_every_way_costs_too_much() {
    // Ten minutes are 100 RUB.
    let choice = |limit: &str| LOGIT.replace(" }", &format!(", stay-home = \"{limit}\" }}"));
    let seen = |limit: &str| {
        observe(&choosing(&choice(limit), "200/day", &links(TEN_MINUTES, "travel = \"5 h\""), JANUARY, 0), 0)
    };
    let dear = seen("99 RUB");
    assert_eq!((dear.alternatives[0].chosen, dear.alternatives[1].chosen), (0, 0));
    assert_eq!(dear.streams[0].turned_away, dear.streams[0].arrived);
    assert_eq!(seen("101 RUB").streams[0].turned_away, 0);
}

/// A ferry of ten seats crosses in ten minutes, the road takes two hours. On the first day, of which nobody has told yet, four hundred
/// come at noon: ten have a seat, and every ten after them wait for one departure more, until the road is as quick and everybody takes
/// that. In all that time the ferry takes no more of them than it has seats for until two o'clock, and some who take a chance.
#[test]
fn a_queue_at_a_stop_is_seen() {
    let day = ("2024-01-01", "2024-01-01");
    let chosen = |leaves: &str, more: &str| {
        let ferry = format!(
            "[link.river]\nfrom = \"a\"\nto = \"b\"\ntravel = \"10 min\"\n[link.right]\nfrom = \"a\"\nto = \"b\"\ntravel = \"2 h\"\n\
             [class.ship]\nhour-cost = \"1000 RUB/h\"\nseats = 10\n[service.ferry]\nclass = \"ship\"\npath = [\"river\"]\n\
             forward = \"out\"\n{leaves}\n{more}"
        );
        let rest = format!("{RUB}{}{ferry}", routes("[\"ferry\"]", "[\"right\"]"));
        let demand = format!("timetable = [{}]", vec!["\"12:00\""; 400].join(", "));
        observe(&corridor(&demand, LOGIT, &rest, day, 0), 0).alternatives[0].chosen
    };
    let hourly = chosen("timetable = [\"12:00\", \"13:00\", \"14:00\", \"15:00\", \"16:00\", \"17:00\"]", "");
    assert!((20..40).contains(&hourly), "{hourly}");
    // Two ferries that come back after 20 minutes of travel and 40 at the stops leave every half an hour when they are full.
    let fleet = "back = \"back\"\nfleet = 2\nwhen-full = { at-most = \"10 min\" }\nturnaround = \"20 min\"";
    let full = chosen(fleet, "");
    assert!((35..70).contains(&full), "{full}");
    let broken =
        "[incident.broken]\nat = [\"ferry\"]\ncarriers = 1\nfrom = \"2024-01-01 00:00\"\nto = \"2024-01-02 00:00\"\n";
    let with_one = chosen(fleet, broken);
    assert!((15..40).contains(&with_one), "{with_one} with one of two, {full} with both");
}

/// Deviations weigh as the rule says: a way of the same mean with ±5 min about it, at a weight of 2, is one scale dearer.
#[test]
fn an_unreliable_way_is_dearer() {
    let choice = LOGIT.replace(" }", ", reliability = 2 }");
    let program = with_port(&choice, "400/day", "lanes = \"unlimited\"\nservice = \"empirical(5 min, 15 min)\"", 100);
    let runs = replications(&program, 8);
    let mean = runs.iter().map(|seen| share(seen, 0)).sum::<f64>() / runs.len() as f64;
    let exact = 1.0 / (1.0 + 1.0_f64.exp());
    assert!((mean - exact).abs() < 0.01, "{mean} against {exact}");
}

#[test]
fn another_flow_elsewhere_changes_nobodys_way() {
    let elsewhere = "[link.other]\nfrom = \"b\"\nto = \"c\"\ntravel = \"1 h\"\n[route.other]\ndirection = \"back\"\npath = [\"other\"]\n\
                     [flow.others]\nclass = \"bus\"\nroute = \"other\"\nvolume = \"500/day\"\n";
    let ways = |more: &str| -> BTreeMap<u32, u32> {
        let text = links(TEN_MINUTES, "travel = \"12 min\"");
        let program = choosing(LOGIT, "200/day", &format!("{text}{more}"), JANUARY, 0);
        let flow = program.flows.iter().position(|flow| flow.name == "cars").unwrap() as u32;
        let left = station(&program, "left") as u32;
        let of_flow = visits(&program).visits.into_iter().filter(|visit| visit.flow == flow);
        of_flow.map(|visit| (visit.vehicle, u32::from(visit.station == left))).collect()
    };
    let alone = ways("");
    assert_eq!(alone, ways(elsewhere));
    assert!(alone.values().any(|left| *left == 1) && alone.values().any(|left| *left == 0));
}

#[test]
fn the_load_of_a_choice_is_counted_on_each_way() {
    let program = choosing(LOGIT, "200/day", &links(TEN_MINUTES, "travel = \"20 min\""), JANUARY, 0);
    let load = program.offered_load();
    let passing = |name: &str| load[station(&program, name)].offered_vehicles[0];
    let left = 200.0 / (1.0 + (-1.0_f64).exp());
    assert!((passing("left") - left).abs() < 1e-9 && (passing("right") - (200.0 - left)).abs() < 1e-9);
}

/// Thirty who come together stay together: they choose once, by the draw of the first of them.
#[test]
fn a_group_takes_one_way_together() {
    let rest = format!("{RUB}{}{}", routes("[\"left\"]", "[\"right\"]"), links(TEN_MINUTES, TEN_MINUTES));
    let program = corridor("volume = \"3000/day\"\nbatch = 30", LOGIT, &rest, JANUARY, 0);
    let seen = visits(&program);
    let left = station(&program, "left") as u32;
    let mut ways: BTreeMap<u32, BTreeMap<bool, u32>> = BTreeMap::new();
    for visit in &seen.visits {
        *ways.entry(visit.vehicle / 30).or_default().entry(visit.station == left).or_default() += 1;
    }
    assert!(ways.len() > 2000, "{} groups", ways.len());
    assert!(ways.values().all(|members| members.len() == 1), "no group is torn");
    let took_left = ways.values().filter(|members| members.contains_key(&true)).count() as f64 / ways.len() as f64;
    assert!((took_left - 0.5).abs() < 0.05, "{took_left}");
    assert_eq!(seen.alternatives[0].chosen + seen.alternatives[1].chosen, seen.alternatives[0].came);
    assert_eq!(seen.alternatives[0].came, seen.streams[0].arrived);
}
