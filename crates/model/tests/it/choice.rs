//! Flows with several routes: the rule that a folder or a flow gives, as the model holds it.

use crate::folders::good;
use crate::money::priced;
use portway_model::element::{Choice, Model};

/// The priced corridor with a second way east, which cars may swim, and lines to go with it.
pub(crate) fn with_ford(of_trucks: &str, more: &str) -> String {
    let text = priced().replacen(
        "class = \"truck\"\nroute = \"east\"",
        &format!("class = \"truck\"\nroutes = [\"east\", \"ford\"]\n{of_trucks}"),
        1,
    );
    let ford = "[link.ford]\nfrom = \"west\"\nto = \"east\"\ntravel = \"1 h\"\n\
                [route.ford]\ndirection = \"east\"\npath = [\"ford\", \"gate\"]\n";
    format!("{text}{ford}{more}")
}

const FOLDERS: &str = r#"
[choice]
kind = "logit"
value-of-time = { truck = "2000 RUB/h", other = "100 CNY/h" }
scale = "500 RUB"
constants = { ford = "30 CNY" }
"#;

fn model(text: &str) -> Model {
    let corridor = good(&[("corridor.toml", text)]);
    corridor.timeline(None).expect("there is one scenario").first().clone()
}

/// Routes by name, and the choice, of the trucks.
fn of_trucks(text: &str) -> (Vec<String>, Option<Choice>) {
    let model = model(text);
    let flow = &model.flows[model.flows.find("trucks").unwrap()];
    (flow.routes.iter().map(|route| model.routes[*route].name.clone()).collect(), flow.choice.clone())
}

#[test]
fn a_flow_takes_the_folders_rule_for_its_class() {
    let (routes, choice) = of_trucks(&with_ford("", FOLDERS));
    assert_eq!(routes, ["east", "ford"]);
    let Some(Choice::Logit(logit)) = choice else { panic!("{choice:?}") };
    assert_eq!((logit.value_of_time_per_h.amount, logit.scale.amount), (2000.0, 500.0));
    assert_eq!((logit.reliability, logit.learning, logit.stay_home), (0.0, 0.1, None));
    let constants: Vec<_> = logit.constants.iter().map(|price| price.map(|price| price.amount)).collect();
    assert_eq!(constants, [None, Some(30.0)]);
}

#[test]
fn a_flows_own_rule_stands_in_place_of_the_folders() {
    let own = "choice = { kind = \"shares\", shares = { ford = \"25 %\", east = 0.75 } }";
    assert_eq!(of_trucks(&with_ford(own, FOLDERS)).1, Some(Choice::Shares(vec![0.75, 0.25])));
    // Those with one route have no choice.
    let model = model(&with_ford(own, FOLDERS));
    let buses = &model.flows[model.flows.find("buses").unwrap()];
    assert_eq!((buses.routes.len(), &buses.choice), (1, &None));
}

#[test]
fn a_dated_change_may_move_the_numbers_of_a_choice() {
    let later = "on.2024-01-10.choice.scale = \"600 RUB\"\non.2024-01-10.choice.stay-home = \"9000 RUB\"\n";
    let text = with_ford("", FOLDERS).replacen("to = \"2024-01-31\"\n", &format!("to = \"2024-01-31\"\n{later}"), 1);
    let corridor = good(&[("corridor.toml", &text)]);
    let timeline = corridor.timeline(None).unwrap();
    let scales = timeline.versions.iter().map(|version| {
        let flow = version.model.flows.iter().next().unwrap();
        let Some(Choice::Logit(logit)) = &flow.choice else { panic!("a logit") };
        (logit.scale.amount, logit.stay_home.map(|price| price.amount))
    });
    assert_eq!(scales.collect::<Vec<_>>(), [(500.0, None), (600.0, Some(9000.0))]);
}

#[test]
fn every_number_of_a_choice_is_an_input() {
    let own = "choice = { kind = \"logit\", value-of-time = \"1 RUB/h\", scale = \"2 RUB\", reliability = 1, \
               learning = \"20 %\", constants = { ford = \"3 RUB\" }, stay-home = \"4 RUB\" }";
    let corridor = good(&[("corridor.toml", &with_ford(own, FOLDERS))]);
    let paths: Vec<&str> = corridor.inputs().iter().map(|input| input.path).filter(|p| p.contains("choice")).collect();
    assert_eq!(
        paths,
        [
            "choice.value-of-time",
            "choice.scale",
            "choice.constants.ford",
            "flow.trucks.choice.value-of-time",
            "flow.trucks.choice.scale",
            "flow.trucks.choice.reliability",
            "flow.trucks.choice.learning",
            "flow.trucks.choice.constants.ford",
            "flow.trucks.choice.stay-home",
        ]
    );
}

#[test]
fn a_scenario_that_leaves_out_a_route_leaves_the_others_to_choose_among() {
    let text = |choice: &str| {
        let aside = "[route.aside]\ndirection = \"east\"\npath = [\"bridge\", \"gate\"]\n[scenario.road]\nbase = \"now\"\nparts = []\n";
        with_ford(choice, aside).replacen("[\"east\", \"ford\"]", "[\"east\", \"ford\", \"aside\"]", 1)
    };
    let own = "choice = { kind = \"shares\", shares = { east = \"20 %\", ford = \"50 %\", aside = \"30 %\" } }";
    let (road, ford) = text(own)
        .split_once("[link.ford]")
        .map(|(road, rest)| {
            let (ford, aside) = rest.split_once("[route.aside]").expect("it is in the text");
            (format!("{road}[route.aside]{aside}"), format!("part = \"river\"\n[link.ford]{ford}"))
        })
        .expect("it is in the text");
    let road = road.replacen("zone = \"Asia/Yakutsk\"\n", "zone = \"Asia/Yakutsk\"\ndefault-scenario = \"now\"\n", 1);
    let corridor = good(&[("corridor.toml", &road), ("river.toml", &ford)]);
    let choice = |scenario: &str| {
        let model = corridor.timeline(Some(scenario)).expect("it is in the text").first().clone();
        model.flows[model.flows.find("trucks").unwrap()].choice.clone()
    };
    assert_eq!(choice("now"), Some(Choice::Shares(vec![0.2, 0.5, 0.3])));
    assert_eq!(choice("road"), Some(Choice::Shares(vec![0.4, 0.6])));
}
