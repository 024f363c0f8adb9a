//! From folder to corridor: every file is read, every scenario applied, every mistake kept.

mod apply;
mod evidence;
mod parts;
mod projects;
mod sense;

pub(crate) use parts::{Belonging, LeftOut, PART, Parts};

use crate::corridor::{Corridor, Loaded};
use crate::decode::{self, Draft, Tables};
use crate::element::{Scenario, Timeline};
use crate::folder::{Folder, MAX_FILES, MAX_FOLDER_BYTES, SourceFile};
use crate::problem::{Problem, Problems, Source, Sources};
use crate::reader::{Fields, Kind, Names, ReadKey, Reader};
use crate::records;
use crate::table::{self, CsvTable};
use crate::titles::TitleLanguage;
use crate::tree::{self, Item, Parsed, Table, Value, parse};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) const HOLIDAYS: &str = "holidays.csv";
const EVIDENCE: &str = "evidence.csv";
const OBSERVATIONS: &str = "observations.csv";
const EXACT: &str = "exact.csv";

/// Mistakes that may only follow from a line that is not TOML, and so would mislead beside it.
const CONSEQUENCES: [&str; 9] = [
    "missing-key",
    "missing-class",
    "missing-row",
    "unknown-name",
    "no-process",
    "not-connected",
    "unused",
    "evidence",
    "missing-corridor",
];

/// Reads a folder. Never fails and never stops at a mistake; the corridor is there when no diagnostic is an error.
///
/// ```
/// use portway_model::{Folder, load};
/// let loaded = load(&Folder::of([("corridor.toml", "[corridor]\nlanguage = 1\nzoen = 'Asia/Yakutsk'")]));
/// assert!(loaded.corridor.is_none());
/// let help: Vec<_> = loaded.diagnostics.iter().filter_map(|d| d.help.as_deref()).collect();
/// assert!(help.contains(&"did you mean `zone`?"));
/// ```
pub fn load(folder: &Folder) -> Loaded {
    load_in(folder, TitleLanguage::En)
}

/// The same with titles in a language, as far as the folder has them. Diagnostics do not depend on it.
pub fn load_in(folder: &Folder, titles: TitleLanguage) -> Loaded {
    let mut problems = Problems::default();
    let files = folder.sorted();
    let sources = read_texts(&files, &mut problems);
    let corridor = read(&sources, folder, titles, &mut problems);
    let corridor = if problems.has_errors() { None } else { corridor };
    Loaded { corridor, diagnostics: problems.into_diagnostics(&sources) }
}

fn read_texts<'f>(files: &[&'f SourceFile], problems: &mut Problems) -> Sources<'f> {
    let bytes: usize = files.iter().map(|file| file.bytes.len()).sum();
    if files.len() > MAX_FILES || bytes > MAX_FOLDER_BYTES {
        let message = format!("the folder has more than {MAX_FILES} files or {} MB", MAX_FOLDER_BYTES >> 20);
        problems.add(Problem::error("too-large", message));
        return Sources::new();
    }
    let mut sources = Sources::new();
    for (index, file) in files.iter().enumerate() {
        if index > 0 && files[index - 1].name == file.name {
            problems.add(Problem::error("duplicate", format!("the folder has two files `{}`", file.name)));
        }
        sources.push(Source { name: &file.name, text: tree::text_of(file, index as u32, problems) });
    }
    sources
}

/// What a reading of the tree leaves behind.
struct Reading {
    draft: Draft,
    keys: Vec<ReadKey>,
    used: BTreeSet<(Kind, usize)>,
    work: u64,
}

/// Decodes one tree, with or without its scenarios.
fn decode_tree(
    root: &Table,
    names: &Names,
    sources: &Sources<'_>,
    tables: &Tables,
    work: u64,
    with_scenarios: bool,
    problems: &mut Problems,
) -> Reading {
    let mut reader = Reader::new(sources, names, problems, work);
    reader.titles = tables.titles;
    let mut fields = Fields::new(&mut reader, Some(root), Default::default());
    let draft = decode::folder(&mut fields, tables, with_scenarios);
    fields.finish();
    Reading { draft, keys: reader.keys, used: reader.used, work: reader.work }
}

fn read(sources: &Sources<'_>, folder: &Folder, titles: TitleLanguage, problems: &mut Problems) -> Option<Corridor> {
    let Parsed { root, parts, clean } = parse(sources, problems);
    let names = Names::of(&root).with_parts(&parts);
    let parted = parts.elements(&root);
    let mut csv: BTreeMap<&str, CsvTable<'_>> = BTreeMap::new();
    for (index, source) in sources.iter().enumerate() {
        // A file that could not be read has said so; of an empty one only that of a flow is missed.
        let is_empty = folder.files.iter().any(|file| file.name == source.name && file.bytes.is_empty());
        let own = [HOLIDAYS, EVIDENCE, OBSERVATIONS, EXACT].contains(&source.name);
        if source.name.ends_with(".csv") && (!source.text.is_empty() || is_empty && !own) {
            csv.insert(source.name, table::read(source, index as u32, problems));
        }
    }
    let tables = Tables { titles, ..read_tables(&root, &csv, problems) };
    let base = decode_tree(&root, &names, sources, &tables, 0, true, problems);
    if root.get("corridor").is_none() {
        let problem = Problem::error("missing-corridor", "no file has a [corridor] table");
        problems.add(problem.help("begin corridor.toml with [corridor], language = 1, name and zone"));
    }
    let observations = csv.get(OBSERVATIONS).map(|table| records::observations(table, &names, problems));
    let exact_answers = csv.get(EXACT).map(|table| records::exact_answers(table, &names, problems));
    let mut applied = apply::scenarios(&root, &parted, &base, &names, sources, &tables, problems);
    let work = applied.work;
    let projects = projects::projects(&root, &base, sources, &tables, work, &mut applied.used, problems);
    if let (Some(rows), Some(timelines)) = (&observations, &applied.timelines) {
        records::outside_windows(rows, timelines, problems);
    }
    // Beside an error, what is unused is mostly its consequence: the name that was meant is written wrongly somewhere.
    if !problems.has_errors() {
        warn_unused(&names, &applied.used, problems);
    }
    if let (false, Some(timelines)) = (problems.has_errors(), &applied.timelines) {
        warn_of_events(&names, timelines, problems);
        sense::warn_of_sense(&names, timelines, problems);
    }
    let rows = csv.get(EVIDENCE).map(|table| records::evidence(table, problems));
    let evidence = evidence::attach(rows, &root, &base.keys, applied.inputs, problems);
    if problems.has_errors() {
        // Beside an error, a value outside its range is mostly the same slip told again.
        problems.retain(|code| code != "evidence-range");
    }
    if csv.contains_key(EXACT) {
        // Such a folder tests the simulator. Its numbers are chosen, not found anywhere.
        problems.retain(|code| code != "no-evidence");
    }
    if !clean {
        problems.retain(|code| !CONSEQUENCES.contains(&code));
    }
    let head = base.draft.head.clone()?;
    let model = base.draft.model(&head, &tables.holidays)?;
    Some(Corridor {
        hash: folder.hash(),
        titles,
        model,
        timelines: applied.timelines?,
        said: applied.said,
        parts: parted.into_iter().map(|(element, belonging)| (element, belonging.part)).collect(),
        projects: projects?,
        default_scenario: head.default_scenario,
        evidence: evidence.rows,
        observations: observations.into_iter().flatten().map(|row| row.observation).collect(),
        exact_answers: exact_answers.unwrap_or_default(),
        inputs: evidence.inputs,
    })
}

/// Reads the tables that elements need: days off, and every CSV file that the tree names.
fn read_tables(root: &Table, csv: &BTreeMap<&str, CsvTable<'_>>, problems: &mut Problems) -> Tables {
    let mut named = BTreeSet::new();
    texts_in(root, &mut named);
    let mut flows = BTreeSet::new();
    flow_names(root, &mut flows);
    let mut tables = Tables::default();
    for (&name, table) in csv {
        match name {
            HOLIDAYS => tables.holidays = records::holidays(table, problems),
            EVIDENCE | OBSERVATIONS | EXACT => {}
            name if named.contains(name) => {
                tables.demand.insert(name.to_string(), records::demand(table, &flows, problems));
            }
            name => {
                let problem = Problem::warning("unused", format!("nothing reads `{name}`"));
                problems.add(problem.help(format!("a flow names it with volume = \"{name}\"")));
            }
        }
    }
    tables
}

/// All texts of a tree that could name a CSV file.
fn texts_in<'t>(table: &'t Table, texts: &mut BTreeSet<&'t str>) {
    fn inside<'t>(item: &'t Item, texts: &mut BTreeSet<&'t str>) {
        match &item.value {
            Value::Text(text) if text.ends_with(".csv") => {
                texts.insert(decode::part_of_file(text).map_or(text, |(_, file)| file));
            }
            Value::Table(table) => texts_in(table, texts),
            Value::List(items) => items.iter().for_each(|item| inside(item, texts)),
            _ => {}
        }
    }
    table.entries().iter().for_each(|entry| inside(&entry.item, texts));
}

/// The flows of the folder and those that scenarios and projects add.
fn flow_names<'t>(root: &'t Table, flows: &mut BTreeSet<&'t str>) {
    let tables = |table: &'t Table| table.table("flow").map_or(&[][..], Table::entries);
    flows.extend(tables(root).iter().map(|entry| &*entry.key));
    for changing in ["scenario", "project"].iter().flat_map(|kind| root.table(kind).map_or(&[][..], Table::entries)) {
        let Value::Table(changing) = &changing.item.value else { continue };
        let set = changing.table("set").map_or(&[][..], tables);
        flows.extend(set.iter().map(|entry| &*entry.key));
    }
}

/// Warns of events that no scenario sees, most often by a slip in the year.
fn warn_of_events(names: &Names, timelines: &[Timeline], problems: &mut Problems) {
    let sees = |timeline: &Timeline, name: &str| {
        let Scenario { from, to, warm_up_days, .. } = &timeline.scenario;
        let begin = from.checked_sub(jiff::Span::new().days(i64::from(*warm_up_days))).unwrap_or(*from);
        let events = timeline.versions.iter().filter_map(|version| {
            let events = &version.model.events;
            events.find(name).map(|id| &events[id])
        });
        events.into_iter().any(|event| event.from <= *to && event.to >= begin)
    };
    for (_, name, place) in names.positions(Kind::Event) {
        if !timelines.iter().any(|timeline| sees(timeline, name)) {
            let problem =
                Problem::warning("unused", format!("event `{name}` lies outside the window of every scenario"));
            problems.add(problem.at(place, "multiplies nothing"));
        }
    }
}

/// Warns of elements that nothing refers to, in no scenario: most often a name was changed in one place only.
fn warn_unused(names: &Names, used: &BTreeSet<(Kind, usize)>, problems: &mut Problems) {
    let kinds = [
        (Kind::Direction, "no route goes this way"),
        (Kind::Class, "no flow is of this class"),
        (Kind::Node, "no link ends here and no facility stands here"),
        (Kind::Calendar, "nothing has these hours"),
        (Kind::Yearly, "no season begins or ends with it"),
        (Kind::Season, "nothing has this season"),
        (Kind::Water, "no link asks for its level"),
        (Kind::Link, "no route travels it"),
        (Kind::Facility, "no route passes it"),
        (Kind::Stage, "no process passes it"),
        (Kind::Service, "no route rides with it"),
        (Kind::Route, "no flow takes it"),
        (Kind::Profile, "no flow follows it"),
        (Kind::Commodity, "no flow and no line carries it"),
        (Kind::Part, "every scenario leaves it out"),
    ];
    for (kind, why) in kinds {
        for (position, name, place) in names.positions(kind) {
            if !used.contains(&(kind, position)) {
                let problem = Problem::warning("unused", format!("{} `{name}` is never used", kind.noun()));
                problems.add(problem.at(place, why));
            }
        }
    }
}
