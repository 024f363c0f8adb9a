//! The description of the API: fresh where the pages are made from it, and true of what is sent.

use crate::world::World;
use expect_test::expect_file;
use serde_json::{Map, Value, json};
use std::fs;

/// What is uncertain, and a project: without them two kinds of studies have nothing to say.
const MORE: [(&str, &str); 2] = [
    (
        "evidence.csv",
        "path,status,source,low,high,note\n\
         facility.gate.stage.control.service,assumption,nobody,25 min,35 min,\n\
         facility.gate.stage.control.lanes,observed,counted,,,\n",
    ),
    (
        "projects.toml",
        "[project.lanes]\ntitle = \"More lanes\"\nstatus = \"under construction\"\nopens = \"2027-06-01\"\n\
         slip = \"normal(mean 0 d, sd 60 d)\"\n",
    ),
];

#[test]
fn the_description_that_the_pages_are_made_from_is_fresh() {
    expect_file!["../../../../studio/src/lib/openapi.json"].assert_eq(&portway_serve::openapi());
}

#[tokio::test]
async fn what_is_sent_is_what_is_described() {
    let world = World::new();
    for (name, text) in MORE {
        fs::write(world.model(name), text).expect("written");
    }
    let description = Description::new();
    let mut asked = vec![
        ("/api/v1/corridor".to_owned(), "/api/v1/corridor"),
        ("/api/v1/scenarios/base".to_owned(), "/api/v1/scenarios/{name}"),
        ("/api/v1/scenarios/base/inputs".to_owned(), "/api/v1/scenarios/{name}/inputs"),
        ("/api/v1/files".to_owned(), "/api/v1/files"),
    ];
    for kind in ["run", "animate", "compare", "bottleneck", "capacity", "sensitivity", "programme"] {
        let named = match kind {
            "compare" => {
                json!([{ "name": "base" }, { "name": "base", "changes": [{ "path": "flow.trucks.volume", "value": "\"70/day\"" }] }])
            }
            "programme" => json!([]),
            _ => json!([{ "name": "base" }]),
        };
        // A programme speaks of years and takes no window.
        let day = if kind == "programme" { Value::Null } else { json!("2026-01-05") };
        let study = json!({ "kind": kind, "scenarios": named, "replications": 2, "from": day, "to": day });
        let study = world.study(study).await;
        assert_eq!(study["state"], "finished", "{study}");
        let id = study["id"].as_str().expect("an id");
        asked.push((format!("/api/v1/studies/{id}/answer"), "/api/v1/studies/{id}/answer"));
        asked.push((format!("/api/v1/studies/{id}/files"), "/api/v1/studies/{id}/files"));
        asked.push((format!("/api/v1/studies/{id}"), "/api/v1/studies/{id}"));
    }
    asked.push(("/api/v1/studies".to_owned(), "/api/v1/studies"));
    for (address, path) in asked {
        let answer = world.get(&address).await;
        description.check(&answer.json(), path, "200");
    }
    let missing = world.get("/api/v1/studies/none").await;
    description.check(&missing.json(), "/api/v1/studies/{id}", "4XX");
}

/// The description, and whether values are as it says. Fields that it does not name are mistakes too.
struct Description(Value);

impl Description {
    fn new() -> Self {
        Self(serde_json::from_str(&portway_serve::openapi()).expect("JSON"))
    }

    fn check(&self, value: &Value, path: &str, status: &str) {
        let schema = &self.0["paths"][path]["get"]["responses"][status]["content"]["application/json"]["schema"];
        assert!(schema.is_object(), "{path} has no answer {status}");
        self.fits(value, schema, path).unwrap_or_else(|why| panic!("{why}"));
    }

    fn fits(&self, value: &Value, schema: &Value, at: &str) -> Result<(), String> {
        if let Some(name) = schema["$ref"].as_str() {
            let name = name.rsplit('/').next().unwrap_or_default();
            return self.fits(value, &self.0["components"]["schemas"][name], at);
        }
        if let Some(choices) = schema["oneOf"].as_array() {
            let fit: Vec<_> = choices.iter().map(|choice| self.fits(value, choice, at)).collect();
            return match fit.iter().filter(|fit| fit.is_ok()).count() {
                1 => Ok(()),
                count => Err(format!("{at} fits {count} of {}: {fit:?}", choices.len())),
            };
        }
        if schema["enum"].as_array().is_some_and(|words| !words.contains(value)) {
            return Err(format!("{at} is {value}, none of {}", schema["enum"]));
        }
        let kind = match value {
            Value::Null => "null",
            Value::Bool(_) => "boolean",
            Value::Number(number) if number.is_f64() => "number",
            Value::Number(_) => "integer",
            Value::String(_) => "string",
            Value::Array(_) => "array",
            Value::Object(_) => "object",
        };
        let is = |named: &Value| named == kind || named == "number" && kind == "integer";
        let named = &schema["type"];
        if !named.is_null() && !is(named) && !named.as_array().is_some_and(|kinds| kinds.iter().any(is)) {
            return Err(format!("{at} is {kind} and not {named}"));
        }
        match value {
            Value::Array(items) => items.iter().enumerate().try_for_each(|(index, item)| {
                let of = schema["prefixItems"].get(index).unwrap_or(&schema["items"]);
                self.fits(item, of, &format!("{at}[{index}]"))
            }),
            Value::Object(fields) => self.fits_object(fields, schema, at),
            _ => Ok(()),
        }
    }

    fn fits_object(&self, fields: &Map<String, Value>, schema: &Value, at: &str) -> Result<(), String> {
        let (mut properties, mut required) = (Map::new(), Vec::new());
        self.gather(schema, &mut properties, &mut required);
        if let Some(missing) = required.iter().find(|name| !fields.contains_key(*name)) {
            return Err(format!("{at} lacks {missing}"));
        }
        fields.iter().try_for_each(|(name, value)| {
            let of = properties.get(name).or(schema.get("additionalProperties"));
            self.fits(value, of.ok_or(format!("{at} has {name} too"))?, &format!("{at}.{name}"))
        })
    }

    /// Properties of an object, and of those that it consists of.
    fn gather(&self, schema: &Value, properties: &mut Map<String, Value>, required: &mut Vec<String>) {
        if let Some(name) = schema["$ref"].as_str() {
            let name = name.rsplit('/').next().unwrap_or_default();
            self.gather(&self.0["components"]["schemas"][name], properties, required);
        }
        properties.extend(schema["properties"].as_object().cloned().unwrap_or_default());
        let names = schema["required"].as_array().into_iter().flatten();
        required.extend(names.filter_map(|name| name.as_str().map(str::to_owned)));
        for part in schema["allOf"].as_array().into_iter().flatten() {
            self.gather(part, properties, required);
        }
    }
}
