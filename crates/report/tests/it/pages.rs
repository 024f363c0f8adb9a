//! Pages: whole, closed to the network, and readable by those who cannot see them.

use crate::sample;
use portway_report::{Basis, Language, html};

/// Largest page of a year, in bytes: it is sent by mail.
const LARGEST_PAGE: usize = 1_000_000;

/// Elements of HTML that have no end tag.
const VOID: [&str; 3] = ["meta", "br", "!DOCTYPE"];

fn run(days: usize) -> String {
    let (timeline, evidence) = (sample::timeline(days), sample::evidence());
    html::run(
        Language::En,
        &sample::results(days),
        &Basis { timeline: &timeline, evidence: &evidence, counts: sample::counts() },
        None,
    )
}

fn compared() -> String {
    let (timeline, evidence) = (sample::timeline(31), sample::evidence());
    let mut before = timeline.clone();
    before.scenario.changes.clear();
    let [a, b] = [&before, &timeline].map(|timeline| Basis { timeline, evidence: &evidence, counts: sample::counts() });
    html::comparison(Language::En, &sample::comparison(), &a, &b)
}

fn every_page() -> [String; 7] {
    let decided = html::sensitivity(Language::Ru, &crate::sensitivity::sensitivity(), &sample::model());
    [
        decided,
        run(7),
        run(31),
        run(400),
        compared(),
        html::validation(Language::En, &sample::validation(), "Sample crossing"),
        html::explain(Language::En, &crate::explain::explanation(), &sample::model()),
    ]
}

/// Tags in order, e.g. `div`, `/div`; the style sheet is skipped.
fn tags(page: &str) -> Vec<String> {
    let style = page.find("<style>").zip(page.find("</style>"));
    let (start, end) = style.expect("every page has its style inside");
    let page = format!("{}{}", &page[..start], &page[end + "</style>".len()..]);
    page.split('<').skip(1).map(|rest| rest.split([' ', '>']).next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn every_tag_is_closed_in_order() {
    for page in every_page() {
        let mut open: Vec<String> = Vec::new();
        for tag in tags(&page) {
            match tag.strip_prefix('/') {
                Some(end) => assert_eq!(open.pop().as_deref(), Some(end)),
                None if VOID.contains(&tag.as_str()) => {}
                None => open.push(tag),
            }
        }
        assert!(open.is_empty(), "left open: {open:?}");
    }
}

#[test]
fn nothing_is_loaded_from_anywhere() {
    for page in every_page() {
        let page = page.replace("http://www.w3.org/2000/svg", "");
        for door in ["http:", "https:", "src=", "url(", "@import", "<script", "<link", "<iframe", "href="] {
            assert!(!page.contains(door), "a page contains {door}");
        }
    }
}

#[test]
fn every_drawing_has_a_title_and_a_table_behind() {
    for page in every_page() {
        for figure in page.split("<figure").skip(1) {
            let figure = figure.split("</figure>").next().unwrap_or_default();
            let drawings: Vec<&str> = figure.split("<svg").skip(1).collect();
            assert!(!drawings.is_empty());
            for drawing in &drawings {
                let start = drawing.split_once('>').map_or("", |(_, content)| content);
                assert!(start.starts_with("<title>") && !start.starts_with("<title></title>"), "{start:.60}");
                assert!(drawing.contains("role=\"img\""));
            }
            assert!(figure.contains("<table>") && figure.contains("<th scope=\"col\""));
        }
        let outside: String = page
            .split("<figure")
            .enumerate()
            .map(|(i, part)| if i == 0 { part } else { part.split_once("</figure>").map_or("", |(_, rest)| rest) })
            .collect();
        assert!(!outside.contains("<svg"), "a drawing without a figure has no table");
    }
}

#[test]
fn a_long_window_stays_small() {
    assert!(run(1235).len() < LARGEST_PAGE);
}

#[test]
fn the_same_results_give_the_same_page() {
    assert_eq!(run(31), run(31));
}

#[test]
fn titles_from_a_folder_cannot_become_markup() {
    let hostile = "<script>alert(1)</script>\"' onload=x";
    let mut timeline = sample::timeline(31);
    let model = &mut timeline.versions[0].model;
    model.title = hostile.into();
    for id in model.stages.ids() {
        model.stages[id].title = hostile.into();
    }
    for id in model.directions.ids() {
        model.directions[id].title = hostile.into();
    }
    for id in model.classes.ids() {
        model.classes[id].title = hostile.into();
    }
    timeline.scenario.title = hostile.into();
    timeline.scenario.changes[0].after = hostile.into();
    let mut evidence = sample::evidence();
    evidence[0].source = hostile.into();
    let mut results = sample::results(31);
    results.diagnostics[0].message = hostile.into();
    let page = html::run(
        Language::En,
        &results,
        &Basis { timeline: &timeline, evidence: &evidence, counts: sample::counts() },
        None,
    );
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert!(!page.contains("<script"));
    assert!(!page.contains("\"' onload"), "a quote in a title must not end an attribute");
}

#[test]
fn results_without_series_or_quantiles_still_make_a_page() {
    let (timeline, evidence) = (sample::timeline(31), Vec::new());
    let mut results = sample::results(31);
    results.series = Default::default();
    for measure in &mut results.measures {
        (measure.mean, measure.half_width) = (None, None);
        (measure.quantiles, measure.quantile_half_widths) = (None, None);
    }
    let page = html::run(
        Language::En,
        &results,
        &Basis { timeline: &timeline, evidence: &evidence, counts: sample::counts() },
        None,
    );
    assert!(page.contains("Nobody crosses"));
}
