//! Mistakes about flows with several routes.

use super::{check_files, check_more};
use crate::choice::with_ford;
use expect_test::{Expect, expect};

const LOGIT: &str = "kind = \"logit\", value-of-time = \"100 CNY/h\", scale = \"500 RUB\"";

/// Shows what is said about a choice of the trucks.
fn check_choice(choice: &str, expect: Expect) {
    check_files(&[("corridor.toml", &with_ford(&format!("choice = {{ {choice} }}"), ""))], expect);
}

/// Shows what is said about the routes of a further flow.
fn check_routes(routes: &str, more: &str, expect: Expect) {
    let flow =
        format!("[flow.more]\nclass = \"bus\"\nroutes = {routes}\nvolume = \"5/day\"\nchoice = {{ {LOGIT} }}\n{more}");
    let own = format!("choice = {{ {LOGIT} }}");
    check_files(&[("corridor.toml", &with_ford(&own, &flow))], expect);
}

#[test]
fn one_route_leaves_no_choice() {
    check_routes(
        "[\"east\"]",
        "",
        expect![[r#"
        error[one-way-only]: a single route leaves nothing to choose
          --> corridor.toml:77:11
           |
        77 | routes = ["east"]
           |           ^^^^^^ the only one
           |
           = help: write it as `route`, or add another to `routes`

        1 error
    "#]],
    );
}

#[test]
fn one_route_twice() {
    check_routes(
        "[\"east\", \"ford\", \"east\"]",
        "",
        expect![[r#"
        error[conflict]: the same route twice
          --> corridor.toml:77:27
           |
        77 | routes = ["east", "ford", "east"]
           |           ------ here     ^^^^^^ and here

        1 error
    "#]],
    );
}

#[test]
fn routes_in_different_directions() {
    let west = "[direction.west]\n[route.west]\ndirection = \"west\"\npath = [\"bridge\"]\n";
    check_routes(
        "[\"east\", \"west\"]",
        west,
        expect![[r#"
        error[other-direction]: the routes go in different directions
          --> corridor.toml:77:19
           |
        77 | routes = ["east", "west"]
           |           ------  ^^^^^^ goes west
           |           |
           |           goes east

        1 error
    "#]],
    );
}

#[test]
fn routes_that_begin_on_different_clocks() {
    let gate = "[route.late]\ndirection = \"east\"\npath = [\"gate\"]\n";
    check_routes(
        "[\"east\", \"late\"]",
        gate,
        expect![[r#"
        error[other-zone]: the routes begin in different time zones
          --> corridor.toml:77:19
           |
        77 | routes = ["east", "late"]
           |           ------  ^^^^^^ begins in Asia/Yakutsk
           |           |
           |           begins in Asia/Shanghai
           |
           = help: profile and timetable are in the local time of the first place

        1 error
    "#]],
    );
}

#[test]
fn a_route_and_routes() {
    check_routes(
        "[\"east\", \"ford\"]\nroute = \"east\"",
        "",
        expect![[r#"
        error[conflict]: only one of `route` or `routes` may be written
          --> corridor.toml:77:10
           |
        77 | routes = ["east", "ford"]
           |          ^^^^^^^^^^^^^^^^ and here
        78 | route = "east"
           |         ------ here

        1 error
    "#]],
    );
}

#[test]
fn a_choice_of_a_flow_with_one_route() {
    check_more(
        "[flow.more]\nclass = \"bus\"\nroute = \"east\"\nvolume = \"5/day\"\n\
         choice = { kind = \"shares\", shares = { east = 1 } }\n",
        expect![[r#"
            error[key-not-read]: `choice` is read only for a flow with `routes`
              --> corridor.toml:55:1
               |
            55 | choice = { kind = "shares", shares = { east = 1 } }
               | ^^^^^^ has no effect here

            1 error
        "#]],
    );
}

#[test]
fn routes_and_nothing_that_says_how_they_are_chosen() {
    check_files(
        &[("corridor.toml", &with_ford("", ""))],
        expect![[r#"
        error[missing-key]: nothing says how the vehicles choose among `routes`
          --> corridor.toml:47:10
           |
        47 | routes = ["east", "ford"]
           |          ^^^^^^^^^^^^^^^^ several ways
           |
           = help: write [choice] for the folder, or `choice` for this flow

        1 error
    "#]],
    );
}

#[test]
fn a_logit_without_money() {
    check_more(
        "[choice]\nkind = \"logit\"\nvalue-of-time = \"100 CNY/h\"\nscale = \"500 RUB\"\n",
        expect![[r#"
        error[choice-without-money]: a logit choice weighs money against time
          --> corridor.toml:52:8
           |
        52 | kind = "logit"
           |        ^^^^^^^ but the corridor has no [money]
           |
           = help: add [money] with its currency, or give fixed parts with kind =
                   "shares"

        1 error
    "#]],
    );
}

#[test]
fn shares_that_are_not_all() {
    check_choice(
        "kind = \"shares\", shares = { east = \"60 %\", ford = \"30 %\" }",
        expect![[r#"
        error[shares]: the shares of the routes sum to 90 %, not 100 %
          --> corridor.toml:48:10
           |
        48 | choice = { kind = "shares", shares = { east = "60 %", ford = "30 %" } }
           |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ every vehicle takes exactly one way

        1 error
    "#]],
    );
}

#[test]
fn a_share_of_a_route_that_is_no_way_of_the_flow() {
    let aside = "[route.aside]\ndirection = \"east\"\npath = [\"bridge\"]\n";
    let own = "choice = { kind = \"shares\", shares = { east = \"60 %\", aside = \"40 %\" } }";
    check_files(
        &[("corridor.toml", &with_ford(own, aside))],
        expect![[r#"
        error[not-a-way]: this flow does not choose this route
          --> corridor.toml:48:55
           |
        47 | routes = ["east", "ford"]
           |          ---------------- its ways
        48 | choice = { kind = "shares", shares = { east = "60 %", aside = "40 %" } }
           |                                                       ^^^^^ not in its `routes`

        1 error
    "#]],
    );
}

#[test]
fn a_constant_of_a_route_that_is_no_way_of_the_flow() {
    let aside = "[route.aside]\ndirection = \"east\"\npath = [\"bridge\"]\n";
    let own = format!("choice = {{ {LOGIT}, constants = {{ aside = \"200 RUB\" }} }}");
    check_files(
        &[("corridor.toml", &with_ford(&own, aside))],
        expect![[r#"
        error[not-a-way]: this flow does not choose this route
          --> corridor.toml:48:90
           |
        47 | ... = ["east", "ford"]
           |       ---------------- its ways
        48 | ... = { kind = "logit", value-of-time = "100 CNY/h", scale = "500 RUB", constants = { aside = ...
           |                                                                                       ^^^^^ not in its `routes`

        1 error
    "#]],
    );
}

#[test]
fn learning_nothing_and_more_than_all() {
    check_choice(
        &format!("{LOGIT}, learning = 0"),
        expect![[r#"
        error[out-of-range]: learning must be above 0
          --> corridor.toml:48:87
           |
        48 | ...learning = 0 }
           |               ^ nobody would ever learn how long a way takes

        1 error
    "#]],
    );
    check_choice(
        &format!("{LOGIT}, learning = \"120 %\""),
        expect![[r#"
        error[wrong-quantity]: a share is at most 1, which is 100 %
          --> corridor.toml:48:88
           |
        48 | ... scale = "500 RUB", learning = "120 %" }
           |                                    ^^^^^

        1 error
    "#]],
    );
}

#[test]
fn a_scale_of_nothing() {
    check_choice(
        "kind = \"logit\", value-of-time = \"100 CNY/h\", scale = \"0 RUB\"",
        expect![[r#"
        error[out-of-range]: the scale must be above zero
          --> corridor.toml:48:65
           |
        48 | choice = { kind = "logit", value-of-time = "100 CNY/h", scale = "0 RUB" }
           |                                                                 ^^^^^^^ the cheapest way by a hair would take everybody

        1 error
    "#]],
    );
}

#[test]
fn keys_of_the_other_kind() {
    check_choice(
        "kind = \"shares\", shares = { east = 1 }, scale = \"500 RUB\"",
        expect![[r#"
        error[key-not-read]: `scale` is read only for `kind = "logit"`
          --> corridor.toml:48:52
           |
        48 | choice = { kind = "shares", shares = { east = 1 }, scale = "500 RUB" }
           |                                                    ^^^^^ has no effect here

        1 error
    "#]],
    );
}

#[test]
fn a_dated_change_of_the_ways() {
    let own = format!("choice = {{ {LOGIT} }}");
    let text = with_ford(&own, "").replacen(
        "to = \"2024-01-31\"\n",
        "to = \"2024-01-31\"\non.2024-01-10.flow.trucks.routes = [\"ford\", \"east\"]\n",
        1,
    );
    check_files(
        &[("corridor.toml", &text)],
        expect![[r#"
        error[structure-change]: a dated change may not change `routes` of a flow
          --> corridor.toml:58:27
           |
        58 | on.2024-01-10.flow.trucks.routes = ["ford", "east"]
           |                           ^^^^^^ vehicles are under way on this day
           |
           = help: write it under `set`, which holds from the beginning

        1 error
    "#]],
    );
}
