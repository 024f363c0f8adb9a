//! Explanations in the terminal and as a page. The numbers mean nothing.

use crate::sample;
use expect_test::expect;
use portway_report::{Language, Style, html, table};
use portway_study::explain::{Beside, Explanation, InputRow, Part, TakenApart};
use portway_study::journey::Figure;
use portway_study::results::ModelRef;
use portway_study::{EvidenceCounts, RestsOn};

fn figure(mean: f64) -> Figure {
    Figure { mean, half_width: Some(0.05 * mean) }
}

/// A time of one direction that is made of two stages and a road.
pub(crate) fn explanation() -> Explanation {
    let part = |scope: &str, title: &str, facility: &str, value: f64, visits: f64, inputs: &[usize]| Part {
        scope: scope.into(),
        title: title.into(),
        facility: facility.into(),
        direction: "east".into(),
        class: String::new(),
        value: figure(value),
        share: value / 2.0,
        visits: Some(figure(visits)),
        minutes_per_visit: Some(figure(60.0 * value / visits)),
        inputs: inputs.to_vec(),
    };
    let input = |path: &str, value: &str, status: &str, source: &str, (low, high): (&str, &str)| InputRow {
        path: path.into(),
        value: value.into(),
        status: status.into(),
        source: source.into(),
        low: low.into(),
        high: high.into(),
    };
    Explanation {
        rests_on: RestsOn {
            portway: "0.1.0".into(),
            model: ModelRef { name: "sample".into(), hash: "5f2a9c01d4e7b8a60123456789abcdef".into() },
            title: "Sample crossing".into(),
            scenario: "winter".into(),
            scenario_title: "Winter".into(),
            from: "2026-01-01".into(),
            to: "2026-01-31".into(),
            zone: "UTC".into(),
            seed: 1,
            replications: 20,
            level: 0.95,
            evidence: EvidenceCounts { observed: 1, design: 0, derived: 0, assumption: 1, without: 1 },
        },
        measure: "door_to_door_h".into(),
        unit: "h".into(),
        definition: "From coming to the first place of the route to leaving the last.".into(),
        scope: "corridor".into(),
        direction: "east".into(),
        class: "loaded".into(),
        owner: String::new(),
        value: Some(figure(2.01)),
        by: TakenApart::Places,
        parts_unit: "h".into(),
        parts: vec![
            part("road", "Road", "", 0.15, 1.0, &[0]),
            part("left-port.lot", "Left port, Holding lot", "left-port", 0.25, 0.1, &[1]),
            part("left-port.customs", "Left port, Customs 海关", "left-port", 1.6, 1.0, &[1, 2]),
        ],
        rest: Some(Figure { mean: 0.01, half_width: Some(0.02) }),
        beside: vec![Beside {
            measure: "turned_away_per_day".into(),
            scope: "corridor".into(),
            unit: "vehicles/day".into(),
            value: figure(1.2),
        }],
        inputs: vec![
            input("link.road.speed", "\"60 km/h\"", "observed", "the police's radar", ("", "")),
            input("facility.left-port.stage.lot.lanes", "120", "", "", ("", "")),
            input(
                "facility.left-port.stage.customs.service",
                "{ empty = \"lognormal(mean 9 min, cv 0.5)\", other = \"lognormal(mean 13 min, cv 0.5)\" }",
                "assumption",
                "nobody publishes it",
                ("5 min", "20 min"),
            ),
            input("flow.loaded.volume", "\"62/day\"", "derived", "counts of 2025", ("50/day", "70/day")),
        ],
        demand: vec![3],
        diagnostics: Vec::new(),
    }
}

#[test]
fn an_explanation_reads_from_the_number_to_its_inputs() {
    expect![[r#"
        Sample crossing: Winter, 2026-01-01 to 2026-01-31

        Time door to door (To the east, Loaded truck 货车): 2.01 ± 0.10 h, about 80 % of
        it Left port 左岸口岸, Customs 海关.
        From coming to the first place of the route to leaving the last, of vehicles
        that left in the window.

        Where it comes from, place by place
        part                           h  share %       visits  min/visit
        Road                 0.15 ± 0.01      7.5  1.00 ± 0.05  9.0 ± 0.5
        Left port 左岸口岸
          Holding lot        0.25 ± 0.01     12.5  0.10 ± 0.01  150 ±   8
          Customs 海关       1.60 ± 0.08     80.0  1.00 ± 0.05   96 ±   5
        edges of the window  0.01 ± 0.02
        together             2.01 ± 0.10

        Beside it
        turned away, a day  1.2 ± 0.1

        What enters it
        ● observed  ◐ design figure  ◍ derived  ○ assumption  · without evidence
        Left port 左岸口岸, Customs 海关
          · facility.left-port.stage.lot.lanes = 120
          ○ facility.left-port.stage.customs.service =
              { empty = "lognormal(mean 9 min, cv 0.5)", other = "log…
              range 5 min to 20 min; nobody publishes it
        Demand
          ◍ flow.loaded.volume = "62/day"
              range 50/day to 70/day; counts of 2025
        1 more input enters smaller parts; --json and the report list it.

        What it rests on
        3 inputs: 1 observed, 0 design figures, 0 derived, 1 assumption, 1 without
          evidence
        20 replications, seed 1, 2026-01-01 to 2026-01-31, UTC time
        scenario winter: Winter
        model sample 5f2a9c01d4e7, Portway 0.1.0
        ± is the half-width of the 95 % interval over replications.
    "#]]
    .assert_eq(&table::explain(&explanation(), &sample::model(), Style::PLAIN));
}

#[test]
fn every_language_says_all_of_it_in_80_columns() {
    for language in Language::ALL {
        let said = table::explain(&explanation(), &sample::model(), Style { language, ..Style::PLAIN });
        let widest = said.lines().map(unicode_width::UnicodeWidthStr::width).max();
        assert!(widest.is_some_and(|columns| columns <= 80), "{said}");
        let page = html::explain(language, &explanation(), &sample::model());
        assert!(page.contains("<svg") && page.contains("class=\"assumption\"") && page.contains("5 min – 20 min"));
    }
}

#[test]
fn a_number_without_parts_or_without_a_value_says_so() {
    let mut alone = explanation();
    (alone.by, alone.parts, alone.rest) = (TakenApart::Whole, Vec::new(), None);
    assert!(table::explain(&alone, &sample::model(), Style::PLAIN).contains("This number is not taken apart"));
    alone.value = None;
    assert!(table::explain(&alone, &sample::model(), Style::PLAIN).contains("no value"));
}
