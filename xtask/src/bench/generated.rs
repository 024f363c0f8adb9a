//! Model folders of any size, for the scaling benchmark.

use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Vehicles a day of [`alive`]; the same for every size, so that only the number of pending events differs.
pub(super) const ALIVE_PER_DAY: u32 = 1_000_000;

/// Stages that a vehicle of [`stages`] passes.
pub(super) const STAGES_PER_ROUTE: u32 = 10;

/// Vehicles a day on each route of [`stages`].
pub(super) const ROUTE_PER_DAY: u32 = 1_000;

const HEAD: &str = r#"[corridor]
language = 1
name = "generated"
zone = "UTC"
default-scenario = "all"

[scenario.all]
from = "2025-01-01"
to = "2025-12-31"

[direction.out]
[class.truck]

[node.here]
country = "CN"
zone = "UTC"
"#;

/// One stage without a limit of lanes, in which about `vehicles` are at any time: each has an event pending.
pub(super) fn alive(vehicles: u32) -> String {
    let mean_ms = u64::from(vehicles) * 86_400_000 / u64::from(ALIVE_PER_DAY);
    let stage = format!("lanes = \"unlimited\"\nservice = \"exponential(mean {mean_ms} ms)\"\n");
    format!("{HEAD}{}", route("road", &[stage], ALIVE_PER_DAY))
}

/// So many stages, ten on each of many routes; every lane is busy for seven tenths of the time.
pub(super) fn stages(stages: u32) -> String {
    let stage = "lanes = 1\nservice = \"exponential(mean 1 min)\"\n".to_owned();
    let of_route = vec![stage; STAGES_PER_ROUTE as usize];
    let mut text = HEAD.to_owned();
    for number in 0..stages / STAGES_PER_ROUTE {
        text.push_str(&route(&format!("road-{number}"), &of_route, ROUTE_PER_DAY));
    }
    text
}

/// Writes a folder of one file and gives its name.
pub(super) fn write(under: &Path, name: &str, text: &str) -> Result<PathBuf, String> {
    let folder = under.join(name);
    let written = std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(folder.join("corridor.toml"), text));
    written.map(|()| folder.clone()).map_err(|error| format!("{}: {error}", folder.display()))
}

fn route(name: &str, stages: &[String], per_day: u32) -> String {
    let mut text = format!("\n[facility.{name}]\nnode = \"here\"\n\n[facility.{name}.process]\nout = [");
    for number in 0..stages.len() {
        let _ = write!(text, "\"stage-{number}\", ");
    }
    text.push_str("]\n");
    for (number, stage) in stages.iter().enumerate() {
        let _ = write!(text, "\n[facility.{name}.stage.stage-{number}]\n{stage}");
    }
    let _ = write!(
        text,
        "\n[route.{name}]\ndirection = \"out\"\npath = [\"{name}\"]\n\n\
         [flow.{name}]\nclass = \"truck\"\nroute = \"{name}\"\nvolume = \"{per_day}/day\"\n"
    );
    text
}

#[cfg(test)]
mod tests {
    use super::{alive, stages};

    #[test]
    fn sizes_are_what_was_asked_for() {
        assert!(alive(1_000_000).contains("mean 86400000 ms"), "a million a day stay a day");
        let text = stages(100);
        assert_eq!([text.matches(".stage.").count(), text.matches("[flow.").count()], [100, 10]);
    }
}
