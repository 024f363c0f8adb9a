//! What other programs read and write, as it is typed.

use super::{ModelArgs, WindowArgs, language};
use clap::{Args, Subcommand, ValueHint};
use portway_gtfs::{Mode, import};
use portway_report::Language;
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(crate) enum ImportCommand {
    /// Timetables of public transport (GTFS): stops become nodes, trips services
    #[command(after_help = "\
Trips of one line on one way and on the same days become a service; where the way back mirrors it,
the service goes both ways. The elements stand in gtfs-NAME.toml, their names begin with NAME, and
each number gets its row in evidence.csv. Nothing is written unless the folder can be used with it.
What the model cannot say is told.

Forward is out of the country that --country names first; inside one country it is direction_id 0.
Where DIR does not exist, a corridor of the feed alone is made, with a scenario of its first weeks.

Examples:
  portway import gtfs feed.zip --into border --forward into-ru --back into-cn --country CN
  portway import gtfs feed --into border --forward into-ru --back into-cn \\
    --country Asia/Shanghai=CN,Asia/Yakutsk=RU --seats ferry=240,bus=50 --route R1,R2")]
    Gtfs(ImportGtfsArgs),
}

#[derive(Debug, Args)]
pub(crate) struct ImportGtfsArgs {
    /// The feed: a folder of its files, or a .zip of them
    #[arg(value_name = "FEED", value_hint = ValueHint::AnyPath)]
    pub(crate) feed: PathBuf,
    /// Model folder that it comes into
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) into: PathBuf,
    /// How the names of all its elements begin [default: the name of FEED]
    #[arg(long, value_name = "NAME", value_parser = name)]
    pub(crate) name: Option<String>,
    /// Direction that trips forward count for
    #[arg(long, value_name = "DIRECTION", value_parser = name)]
    pub(crate) forward: String,
    /// Direction that trips back count for
    #[arg(long, value_name = "DIRECTION", value_parser = name)]
    pub(crate) back: Option<String>,
    /// Country of all stops (CN), or of those of a time zone or stop (Asia/Shanghai=CN)
    #[arg(long, value_name = "[OF=]COUNTRY", value_delimiter = ',', required = true, value_parser = country)]
    pub(crate) country: Vec<(Option<String>, String)>,
    /// Seats of all carriers (50), or of those of a kind (ferry=240) [default: usual ones, as an assumption]
    #[arg(long, value_name = "[KIND=]N", value_delimiter = ',', value_parser = seats)]
    pub(crate) seats: Vec<(Option<Mode>, u32)>,
    /// Class of the folder that stands for a kind of carriers (ferry=hovercraft)
    #[arg(long, value_name = "KIND=CLASS", value_delimiter = ',', value_parser = class)]
    pub(crate) class: Vec<(Mode, String)>,
    /// Only these lines, by route_id [default: all]
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub(crate) route: Vec<String>,
    /// Replace gtfs-NAME.toml of an earlier import, and its rows of evidence
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ExportCommand {
    /// Timetables of public transport (GTFS): the services of a scenario, a feed for each time zone
    #[command(after_help = "\
Each service is in the feed of the time zone in which its path begins, there and back. Its departures
in the window of the scenario are service dates and times of that clock; calendars, days off, seasons
and dated changes are in the dates. A season whose day nobody knows yet begins on the expected one.

Examples:
  portway export gtfs corridors/amur --scenario corridor-2026 --out amur-gtfs
  portway export gtfs border --out feed --mode shuttle=bus --publisher \"River port\" --url https://example.org")]
    Gtfs(ExportGtfsArgs),
}

#[derive(Debug, Args)]
pub(crate) struct ExportGtfsArgs {
    #[command(flatten)]
    pub(crate) model: ModelArgs,
    #[command(flatten)]
    pub(crate) window: WindowArgs,
    /// Folder to create; it must not exist, or be empty
    #[arg(long, value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    pub(crate) out: PathBuf,
    /// Who publishes the feed [default: the title of the corridor]
    #[arg(long, value_name = "NAME")]
    pub(crate) publisher: Option<String>,
    /// Address of the publisher on the web [default: a placeholder]
    #[arg(long, value_name = "URL", value_hint = ValueHint::Url, value_parser = url)]
    pub(crate) url: Option<String>,
    /// What the carriers of a class are, where its name does not say it (shuttle=bus)
    #[arg(long, value_name = "CLASS=KIND", value_delimiter = ',', value_parser = mode_of_class)]
    pub(crate) mode: Vec<(String, Mode)>,
    /// Language of the titles: en, zh (Chinese) or ru (Russian)
    #[arg(long, value_name = "LANG", value_parser = language, default_value = "en")]
    pub(crate) lang: Language,
}

fn name(text: &str) -> Result<String, String> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let right = text.chars().all(plain) && text.starts_with(|c: char| c != '-') && text.len() <= 60;
    if right { Ok(text.to_owned()) } else { Err("write lower-case letters, digits and hyphens".into()) }
}

fn country(text: &str) -> Result<(Option<String>, String), String> {
    let (of, country) = text.rsplit_once('=').map_or((None, text), |(of, country)| (Some(of.to_owned()), country));
    let right = country.len() == 2 && country.bytes().all(|b| b.is_ascii_uppercase());
    if right { Ok((of, country.to_owned())) } else { Err("a country is two capital letters, as in CN".into()) }
}

fn seats(text: &str) -> Result<(Option<Mode>, u32), String> {
    let (of, seats) = text.split_once('=').map_or((None, text), |(of, seats)| (Some(of), seats));
    let of = of.map(mode).transpose()?;
    let seats = seats.parse().ok().filter(|seats| (1..=10_000).contains(seats));
    Ok((of, seats.ok_or("write a whole number of seats from 1 to 10000")?))
}

fn class(text: &str) -> Result<(Mode, String), String> {
    let (of, class) = text.split_once('=').ok_or("write KIND=CLASS, as in ferry=hovercraft")?;
    Ok((mode(of)?, class.to_owned()))
}

fn mode_of_class(text: &str) -> Result<(String, Mode), String> {
    let (class, of) = text.split_once('=').ok_or("write CLASS=KIND, as in shuttle=bus")?;
    Ok((class.to_owned(), mode(of)?))
}

fn mode(text: &str) -> Result<Mode, String> {
    Mode::of_name(text).ok_or_else(|| format!("the kinds are {}", Mode::names()))
}

fn url(text: &str) -> Result<String, String> {
    let right = ["http://", "https://"].iter().any(|begin| text.len() > begin.len() && text.starts_with(begin));
    let right = right && !text.contains(|c: char| c.is_whitespace() || c.is_control());
    if right { Ok(text.to_owned()) } else { Err("an address begins with https:// or http://".into()) }
}

impl From<ImportGtfsArgs> for import::Wishes {
    fn from(args: ImportGtfsArgs) -> Self {
        let stem = || args.feed.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
        Self {
            name: args.name.unwrap_or_else(|| import::name_from(&stem())),
            forward: args.forward,
            back: args.back,
            countries: args.country,
            seats: args.seats,
            classes: args.class,
            routes: args.route,
        }
    }
}
