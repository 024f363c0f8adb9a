//! What each command answers when all is well.

use crate::world::World;
use serde_json::Value;

const QUICK: [&str; 2] = ["--replications", "3"];

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().expect("it is an object").keys().map(String::as_str).collect()
}

#[test]
fn a_new_corridor_passes_its_check_without_a_warning() {
    let world = World::new();
    let new = world.portway(&["new", "model"]);
    assert_eq!((new.code, new.err.as_str()), (0, ""));
    let check = world.portway(&["check", "model"]);
    assert_eq!((check.code, check.out.as_str(), check.err.as_str()), (0, "model: no errors\n", ""));
    let check = json(&world.portway(&["check", "model", "--json"]).out);
    assert_eq!(check["model"]["name"], "start");
    assert_eq!(check["diagnostics"], Value::Array(vec![]));
}

#[test]
fn a_run_prints_a_table_and_writes_a_run_folder() {
    let world = World::with_model();
    let said = world.portway(&["run", "model", "--replications", "3"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.out.contains("Truck") && said.out.contains('±'), "{said:?}");
    assert!(!said.out.contains('\u{1b}') && !said.err.contains('\u{1b}'), "a pipe gets no colour: {said:?}");
    assert_eq!(said.err, "Report: runs/start-base-seed1/report.html\n");
    assert_eq!(world.list("runs"), ["start-base-seed1"]);
    let files = world.list("runs/start-base-seed1");
    for expected in ["hourly.parquet", "manifest.json", "model", "report.html", "results.json", "samples.json"] {
        assert!(files.iter().any(|name| name == expected), "{expected} in {files:?}");
    }
    let manifest = json(&world.read("runs/start-base-seed1/manifest.json"));
    assert_eq!(manifest["arguments"], serde_json::json!(["run", "model", "--replications", "3"]));
    assert_eq!((&manifest["seed"], &manifest["replications"]), (&1.into(), &3.into()));
    assert_eq!(manifest["model"]["hash"].as_str().map(str::len), Some(64));
}

#[test]
fn visits_are_written_on_request() {
    let world = World::with_model();
    let said = world.portway(&["run", "model", "--visits", "--out", "seen", "--replications", "1"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(world.list("seen").contains(&"visits.parquet".to_owned()));
}

#[test]
fn a_run_begins_with_a_given_state() {
    let world = World::with_model();
    let state = "flow,stage,vehicles,since\ntrucks-north,north-checkpoint.documents,40,2026-03-01 22:00\n";
    world.write("state.csv", state);
    let window = ["run", "model", "--from", "2026-03-02", "--to", "2026-03-02", "--replications", "3", "--json"];
    let said = world.portway(&[&window[..], &["--state", "state.csv", "--out", "seen"]].concat());
    assert_eq!(said.code, 0, "{said:?}");
    let (given, empty) = (json(&said.out), json(&world.portway(&window).out));
    assert_eq!(given["diagnostics"][0]["code"], "given-state");
    let longest = |results: &Value| {
        let rows = results["measures"].as_array().expect("it is a list");
        let of_stage = |m: &&Value| m["name"] == "queue_max_vehicles" && m["scope"] == "north-checkpoint.documents";
        rows.iter().find(of_stage).and_then(|m| m["mean"].as_f64()).expect("trucks queue there")
    };
    // Three of the forty go straight to the three lanes.
    assert!(longest(&given) >= 37.0 && longest(&empty) < 37.0, "{} and {}", longest(&given), longest(&empty));
    assert_eq!(world.read("seen/state.csv"), state);

    world.write("state.csv", "flow,stage,vehicles\ntrucks-north,south-checkpoint.entry-control,1\n");
    let said = world.portway(&[&window[..], &["--state", "state.csv"]].concat());
    let message = "error: the given state has vehicles of flow `trucks-north` at `south-checkpoint.entry-control`, \
                   which they never pass";
    assert_eq!(said.failure(), message);
    let said = world.portway(&[&window[..], &["--state", "nowhere.csv"]].concat());
    assert!(said.failure().starts_with("error: cannot read nowhere.csv"), "{said:?}");
}

#[test]
fn json_is_one_object_of_the_documented_shape_and_nothing_else() {
    let world = World::with_model();
    let said = world.portway(&[&["run", "model", "--json"][..], &QUICK].concat());
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{said:?}");
    assert!(!world.path("runs").exists());
    let results = json(&said.out);
    let expected = ["portway", "model", "scenario", "seed", "replications", "from", "to", "measures", "diagnostics"];
    assert_eq!(keys(&results), expected);
    assert_eq!(keys(&results["model"]), ["name", "hash"]);
    let rows = results["measures"].as_array().expect("it is a list");
    let time = rows.iter().find(|m| m["name"] == "door_to_door_h").expect("everybody measures it");
    for key in ["name", "scope", "direction", "class", "unit", "mean", "half_width", "level", "quantiles"] {
        assert!(!time[key].is_null(), "{key} in {time}");
    }
    assert_eq!(keys(&time["quantiles"]), ["p50", "p90", "p95"]);
}

#[test]
fn results_are_the_same_bytes_for_any_number_of_threads() {
    let world = World::with_model();
    let run = |threads: &str| {
        let said =
            world.portway(&["run", "model", "--json", "--replications", "5", "--threads", threads, "--out", threads]);
        assert_eq!(said.code, 0, "{said:?}");
        let read = |name: &str| std::fs::read(world.path(&format!("{threads}/{name}"))).expect("it was written");
        (said.out, ["results.json", "report.html", "hourly.parquet"].map(read))
    };
    let alone = run("1");
    assert_eq!(alone.0.as_bytes(), alone.1[0]);
    assert!(alone == run("2") && alone == run("8"), "the number of threads changed a result");
}

#[test]
fn a_seed_repeats_and_another_differs() {
    let world = World::with_model();
    let run = |seed: &str| {
        json(&world.portway(&["run", "model", "--json", "--replications", "2", "--seed", seed]).out)["measures"].clone()
    };
    assert_eq!(run("4"), run("4"));
    assert_ne!(run("4"), run("5"));
}

#[test]
fn a_window_of_its_own_is_used() {
    let world = World::with_model();
    let said =
        world.portway(&["run", "model", "--json", "--from", "2026-03-04", "--to", "2026-03-05", "--replications", "2"]);
    let results = json(&said.out);
    assert_eq!((&results["from"], &results["to"]), (&"2026-03-04".into(), &"2026-03-05".into()));
}

#[test]
fn a_comparison_shows_what_a_lane_brings() {
    let world = World::with_model();
    let said = world.portway(&["compare", "model", "base", "more-lanes", "--replications", "8", "--out", "compared"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.out.contains("changed"), "{said:?}");
    assert_eq!(world.list("compared"), ["comparison.json", "manifest.json", "model", "report.html"]);
    let comparison = json(&world.read("compared/comparison.json"));
    let rows = comparison["rows"].as_array().expect("it is a list");
    let wait = rows.iter().find(|row| row["name"] == "wait_h" && row["direction"] == "northbound").expect("it waits");
    assert_eq!(wait["verdict"], "changed");
    assert!(wait["difference"].as_f64().is_some_and(|difference| difference < 0.0));
    let printed = world.portway(&["compare", "model", "base", "more-lanes", "--replications", "8", "--json"]);
    assert_eq!(json(&printed.out), comparison);
}

const OBSERVATIONS: &str = "id,scenario,measure,statistic,scope,direction,class,from,to,value,low,high,source,note\n";

#[test]
fn a_validation_passes_or_fails_by_its_rows() {
    let world = World::with_model();
    let row = |id: &str, low: u32, high: u32| {
        format!("{id},base,crossings_per_day,mean,,,,,,{low},{low},{high},a made-up count,\n")
    };
    world.write("model/observations.csv", OBSERVATIONS.to_owned() + &row("fits", 200, 400));
    let said = world.portway(&[&["validate", "model"][..], &QUICK].concat());
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.out.contains("fits"), "{said:?}");

    world.write("model/observations.csv", OBSERVATIONS.to_owned() + &row("fits", 200, 400) + &row("off", 900, 1000));
    let said = world.portway(&[&["validate", "model", "--json", "--out", "judged"][..], &QUICK].concat());
    assert_eq!(said.code, 1, "{said:?}");
    let verdicts: Vec<Value> =
        json(&said.out)["rows"].as_array().expect("a list").iter().map(|r| r["verdict"].clone()).collect();
    assert_eq!(verdicts, ["agrees", "misses"]);
    assert_eq!(world.list("judged"), ["manifest.json", "model", "report.html", "validation.json"]);
}

#[test]
fn a_queue_that_grows_is_a_finding() {
    let world = World::with_model();
    let demand = world.read("model/demand.toml").replace("150/day", "260/day");
    world.write("model/demand.toml", demand);
    let said = world.portway(&[&["run", "model", "--json"][..], &QUICK].concat());
    assert_eq!(said.code, 1, "{said:?}");
    let finding = &json(&said.out)["diagnostics"][0];
    assert_eq!((&finding["code"], &finding["scope"]), (&"queue-grows".into(), &"north-checkpoint.documents".into()));
    assert!(finding["message"].as_str().is_some_and(|text| text.contains("× capacity")), "{finding}");
}

#[test]
fn the_schema_is_json_and_the_measures_are_listed() {
    let world = World::new();
    let schema = json(&world.portway(&["schema"]).out);
    assert!(schema["$schema"].is_string());
    let measures = world.portway(&["measures"]);
    assert!(measures.out.contains("door_to_door_h") && measures.out.contains("lane_use_share"));
    let listed = json(&world.portway(&["measures", "--json"]).out);
    assert!(listed["measures"].as_array().is_some_and(|rows| rows.iter().all(|row| row["definition"].is_string())));
}

#[test]
fn several_scenarios_are_ranked() {
    let world = World::with_model();
    let said = world.portway(&["compare", "model", "base", "more-lanes", "--by", "wait_h", "--out", "ranked"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!(world.list("ranked"), ["manifest.json", "model", "ranking.json", "report.html"]);
    let ranking = json(&world.read("ranked/ranking.json"));
    let rows = ranking["rows"].as_array().expect("a list");
    let standings: Vec<&str> = rows.iter().filter_map(|row| row["standing"].as_str()).collect();
    assert_eq!(standings, ["chosen", "dropped"]);
    assert_eq!((ranking["by"]["measure"].as_str(), ranking["decided"].as_bool()), (Some("wait_h"), Some(true)));
    let printed = world.portway(&["compare", "model", "base", "more-lanes", "--by", "wait_h", "--json"]);
    assert_eq!(printed.out, world.read("ranked/ranking.json"));
    for lang in ["zh", "ru"] {
        let said = world.portway(&["compare", "model", "base", "more-lanes", "--by", "wait_h", "--lang", lang]);
        assert_eq!(said.code, 0, "{said:?}");
        assert!(said.out.lines().count() > 8, "{said:?}");
    }
}

#[test]
fn words_about_a_ranking_need_one() {
    let world = World::with_model();
    let refused = |more: &[&str], message: &str| {
        let said = world.portway(&[&["compare", "model", "base", "more-lanes"], more].concat());
        assert_eq!(said.code, 2, "{said:?}");
        assert!(said.err.contains(message), "{said:?}");
    };
    refused(&["--indifference", "1"], "say with --by which number decides");
    refused(&["--by", "wait_h", "--precision", "2%"], "use --indifference");
    refused(&["--by", "wait_h", "--indifference", "0"], "the indifference is a difference above zero");
    refused(&["--by", "wait"], "there is no measure `wait`");
    refused(&["--by", "wait_h:p99"], "it has mean, p50, p90 and p95");
    refused(&["--by", "wait_h", "--confidence", "40%"], "write a probability");
    refused(&["more-lanes"], "scenario `more-lanes` is named twice");
}

#[test]
fn an_explanation_is_a_table_an_object_and_a_page() {
    let world = World::with_model();
    let ask = ["explain", "model", "door_to_door_h", "--replications", "3", "--out", "why"];
    let said = world.portway(&ask);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.out.contains("Time door to door: ") && said.out.contains("What enters it"), "{said:?}");
    assert_eq!(world.list("why"), ["explanation.json", "manifest.json", "model", "report.html"]);
    let explanation = json(&world.read("why/explanation.json"));
    let shares: f64 =
        explanation["parts"].as_array().expect("it has parts").iter().filter_map(|p| p["share"].as_f64()).sum();
    assert!((shares - 1.0).abs() < 1e-9, "{shares}");
    for (lang, words) in [("zh", "按地点分解"), ("ru", "по местам")] {
        let said = world.portway(&[&ask[..5], &["--lang", lang]].concat());
        assert!(said.out.contains(words), "{said:?}");
    }
}

#[test]
fn what_cannot_be_explained_is_refused_with_the_name_that_was_meant() {
    let world = World::with_model();
    let said = world.portway(&["explain", "model", "wait_hours"]);
    assert_eq!(said.code, 2, "{said:?}");
    assert!(said.err.contains("there is no measure `wait_hours`"), "{said:?}");
    let said = world.portway(&["explain", "model", "lane_use_share"]);
    assert!(said.code == 2 && said.err.contains("name one with --scope"), "{said:?}");
}

/// Latin words that stand on pages in other languages too: codes, names, and zones of the tz database.
const NAMES: [&str; 17] = [
    "Amurasso",
    "Asia",
    "Yakutsk",
    "Shanghai",
    "Vladivostok",
    "CNY",
    "RUB",
    "LNG",
    "UNESCAP",
    "CAREC",
    "CPMM",
    "TFI",
    "TRS",
    "TIR",
    "hourly",
    "parquet",
    "GWh",
];

/// What stands on a page for people to read, above the evidence, which is quoted as its folder writes it.
fn read_by_people(page: &str) -> String {
    let body = page.split_once("</style>").map_or("", |(_, body)| body);
    let body = body.split_once("<div class=\"weights\"").map_or(body, |(above, _)| above);
    let mut words = String::new();
    let mut rest = body;
    while let Some((before, tag)) = rest.split_once('<') {
        words.push_str(before);
        words.push(' ');
        // Paths and values of the folder are the same in every language.
        let end = if tag.starts_with("code>") { "</code>" } else { ">" };
        rest = tag.split_once(end).map_or("", |(_, rest)| rest);
    }
    words
}

#[test]
fn the_page_of_the_whole_corridor_has_no_english_word_in_other_languages() {
    let world = World::new();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../corridors/amur");
    for language in ["zh", "ru"] {
        let days = ["--from", "2026-06-25", "--to", "2026-07-03", "--replications", "2"];
        let run = ["run", folder, "--scenario", "corridor-2026", "--lang", language, "--out", language];
        let said = world.portway(&[&run[..], &days[..]].concat());
        assert_eq!(said.code, 0, "{said:?}");
        let page = read_by_people(&world.read(&format!("{language}/report.html")));
        let latin = page.split(|letter: char| !letter.is_ascii_alphabetic()).filter(|word| word.len() >= 3);
        let english: Vec<&str> = latin.filter(|word| !NAMES.contains(word)).collect();
        assert_eq!(english, Vec::<&str>::new(), "the page in {language}");
        // The sections that only a whole corridor has.
        for figure in ["<svg", "<details", "<table"] {
            assert!(world.read(&format!("{language}/report.html")).contains(figure), "{figure}");
        }
    }
}
