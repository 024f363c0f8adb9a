//! `portway export`: what a scenario says, in the files of other programs.

use super::Outcome;
use crate::args::{ExportCommand, ExportGtfsArgs};
use crate::failure::Failure;
use crate::{model, output};
use portway_gtfs::{Exported, Publisher};
use portway_model::{Folder, render};
use portway_report::Language;
use std::path::Path;

/// An address that leads nowhere, where a feed must have one and the user gave none.
const NO_ADDRESS: &str = "https://example.org/";

pub(crate) fn export(what: ExportCommand) -> Result<Outcome, Failure> {
    match what {
        ExportCommand::Gtfs(args) => gtfs(args),
    }
}

fn gtfs(args: ExportGtfsArgs) -> Result<Outcome, Failure> {
    let ExportGtfsArgs { model: from, window, out, publisher, url, mode, lang } = args;
    let (corridor, _) = model::load(&from.dir, lang)?;
    let timeline = model::timeline(&corridor, window.scenario.as_deref(), window.from, window.to)?;
    let has_address = url.is_some();
    let publisher = Publisher {
        name: publisher,
        url: url.unwrap_or_else(|| NO_ADDRESS.to_owned()),
        language: match lang {
            Language::En => "en",
            Language::Zh => "zh",
            Language::Ru => "ru",
        }
        .to_owned(),
        version: corridor.hash().to_owned(),
        modes: mode,
    };
    let mut exported = portway_gtfs::export(&timeline, &publisher).map_err(|diagnostics| {
        output::say(render(&diagnostics, &Folder::default(), output::colour_stderr()).trim_end());
        let message = format!("{} cannot be exported as it is", from.dir.display());
        Failure::new(message, "correct the errors above; nothing was written")
    })?;
    if !has_address {
        exported.told.push(format!("agency_url is a placeholder, {NO_ADDRESS}: say --url"));
    }
    let folder = output::run_folder(&out)?;
    for feed in &exported.feeds {
        for (name, text) in &feed.files {
            folder.write(&format!("{}/{name}", feed.folder), text.as_bytes())?;
        }
    }
    folder.finish()?;
    output::answer(&answer(&exported, &out))?;
    Ok(Outcome::Done)
}

fn answer(exported: &Exported, out: &Path) -> String {
    let mut text = String::new();
    for feed in &exported.feeds {
        text += &format!("{}, times of {}\n", out.join(&feed.folder).display(), feed.zone);
        let header = ["line", "kind", "departures"].map(String::from);
        let rows = feed.lines.iter().map(|(name, mode, count)| [name.clone(), mode.name().into(), count.to_string()]);
        text += &output::columns(std::iter::once(header).chain(rows));
        text.push('\n');
    }
    if !exported.told.is_empty() {
        text += "Not exactly so, or left out:\n";
        exported.told.iter().for_each(|told| text += &format!("- {told}\n"));
    }
    text
}
