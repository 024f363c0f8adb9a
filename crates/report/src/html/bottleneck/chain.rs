//! The chain of cause as a small flow picture: the cause on top, below it what it holds, below that what these hold.

use super::super::figure::{self, Cell, Table, figure};
use crate::bottleneck as said;
use crate::chart::path::c;
use crate::chart::{self, label};
use crate::language::Language;
use crate::text::cut;
use maud::{Markup, html};
use portway_model::Model;
use portway_study::Bottleneck;
use portway_study::bottleneck::{Cause, Held, Root, Where};

const WIDTH: f64 = 1040.0;
const BOX_HEIGHT: f64 = 46.0;
const GAP: f64 = 20.0;
const LEVEL: f64 = 78.0;

/// The widest a box becomes; a single one would otherwise stretch over the page.
const WIDEST: f64 = 420.0;

/// Width of a letter of a box's title, for cutting what would not fit.
const LETTER: f64 = 6.6;

pub(super) fn section(found: &Bottleneck, model: &Model, language: Language) -> Markup {
    let title = language.word("bottleneck-chain-title");
    if found.chain.is_empty() {
        return figure::section(&title, &language.word("bottleneck-chain-none"), &html! {});
    }
    // What the picture cannot say of a cause stands above it.
    let drawings = html! {
        @for root in &found.chain { p { (said::root(root, model, language)) } (drawing(root, model, language)) }
    };
    let key = html! { ul.key { li { (language.word("bottleneck-chain-chart")) } } };
    let content = figure(language, &drawings, &key, &table(found, model, language));
    figure::section(&title, &language.word("bottleneck-chain-lead"), &content)
}

/// A station in the picture.
struct Node<'a> {
    at: &'a Where,
    /// Steps from the cause.
    depth: usize,
    x: f64,
    width: f64,
}

impl Node<'_> {
    fn top(&self) -> f64 {
        self.depth as f64 * LEVEL + 4.0
    }

    fn middle(&self) -> f64 {
        self.x + self.width / 2.0
    }
}

/// Every station once, as near to the cause as it is held.
fn nodes(root: &Root) -> Vec<Node<'_>> {
    let mut found: Vec<(&Where, usize)> = vec![(&root.at, 0)];
    for held in &root.held {
        let depth = found.iter().find(|(at, _)| **at == held.waits_for).map_or(0, |(_, depth)| *depth);
        if !found.iter().any(|(at, _)| **at == held.at) {
            found.push((&held.at, depth + 1));
        }
    }
    let on = |depth: usize| found.iter().filter(move |(_, d)| *d == depth).count() as f64;
    let mut nodes: Vec<Node<'_>> = Vec::new();
    for (at, depth) in found.iter().copied() {
        let beside = on(depth);
        let width = ((WIDTH - GAP * (beside - 1.0)) / beside).min(WIDEST);
        let before = nodes.iter().filter(|node| node.depth == depth).count() as f64;
        let all = width * beside + GAP * (beside - 1.0);
        nodes.push(Node { at, depth, x: (WIDTH - all) / 2.0 + before * (width + GAP), width });
    }
    nodes
}

fn drawing(root: &Root, model: &Model, language: Language) -> Markup {
    let nodes = nodes(root);
    let find = |at: &Where| nodes.iter().find(|node| node.at == at);
    let deepest = nodes.iter().map(|node| node.depth).max().unwrap_or(0);
    let height = deepest as f64 * LEVEL + BOX_HEIGHT + 8.0;
    let title = said::root(root, model, language);
    let content = html! {
        @for held in &root.held {
            @if let (Some(from), Some(to)) = (find(&held.waits_for), find(&held.at)) { (arrow(from, to)) }
        }
        @for node in &nodes {
            @let bad = node.depth == 0 && root.cause == Cause::Overloaded;
            rect class=(if bad { "track over" } else { "track" })
                x=(c(node.x)) y=(c(node.top())) width=(c(node.width)) height=(c(BOX_HEIGHT)) rx="4" {}
            @let letters = (node.width / LETTER) as usize;
            (label(node.middle(), node.top() + 19.0, "mid strong", &cut(&said::station(node.at, model, language), letters)))
            @let (words, class) = below(root, node, language);
            (label(node.middle(), node.top() + 36.0, class, &words))
        }
    };
    chart::svg("chain", WIDTH, height, &title, &language.word("bottleneck-chain-chart"), &content)
}

/// The second line of a box: why the cause has no place, or how long and how many are held.
fn below(root: &Root, node: &Node<'_>, language: Language) -> (String, &'static str) {
    if node.depth == 0 {
        return match root.cause {
            Cause::Overloaded => (language.word("bottleneck-overloaded"), "mid small bad"),
            Cause::Busy => (language.word("bottleneck-busy"), "mid small"),
            Cause::Closed => (language.word("bottleneck-closed"), "mid small"),
            Cause::Full => (language.word("bottleneck-full"), "mid small"),
        };
    }
    let held = root.held.iter().find(|held| held.at == *node.at);
    let said = held.map(|held| {
        let (hours, vehicles) = (said::hours_held(held, language), said::vehicles_held(held, language));
        language.say("bottleneck-held-short", &[("hours", (&hours).into()), ("vehicles", (&vehicles).into())])
    });
    (said.unwrap_or_default(), "mid small")
}

/// From what has no place to what it holds.
fn arrow(from: &Node<'_>, to: &Node<'_>) -> Markup {
    let (x1, y1) = (from.middle(), from.top() + BOX_HEIGHT);
    let (x2, y2) = (to.middle(), to.top());
    let head = format!("M{} {}L{} {}L{} {}Z", c(x2 - 5.0), c(y2 - 8.0), c(x2), c(y2), c(x2 + 5.0), c(y2 - 8.0));
    let bend = (y1 + y2) / 2.0;
    let way = format!("M{} {}V{}H{}V{}", c(x1), c(y1), c(bend), c(x2), c(y2 - 6.0));
    html! { (chart::path(&way, "open")) (chart::path(&head, "seen")) }
}

fn table(found: &Bottleneck, model: &Model, language: Language) -> Table {
    let ids = ["held-at", "waits-for", "held-hours", "held-vehicles", "why"];
    let headings = ids.map(|id| language.word(&format!("bottleneck-{id}")));
    let mut table = Table::new(&headings.each_ref().map(String::as_str));
    for held in found.chain.iter().flat_map(|root| &root.held) {
        table.row(row(held, model, language));
    }
    table
}

fn row(held: &Held, model: &Model, language: Language) -> Vec<Cell> {
    let why = if said::is_closed(held) { "bottleneck-closed" } else { "bottleneck-no-room" };
    vec![
        Cell::Text(said::station(&held.at, model, language)),
        Cell::Text(said::station(&held.waits_for, model, language)),
        Cell::estimate(Some(said::of_amount(held.hours_per_day, 1))),
        Cell::estimate(Some(said::of_amount(held.vehicles, 1))),
        Cell::Text(language.word(why)),
    ]
}
