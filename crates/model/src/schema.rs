//! The JSON Schema of the language, for editors and for people who generate folders.

use crate::decode::{LANGUAGE, NOT_CHANGEABLE};
use crate::description::describe;
use crate::quantity::Dimension;
use crate::reader::{Key, Presence, Shape, example_of};
use serde_json::{Map, Value, json};

/// What a name may look like.
const NAME_PATTERN: &str = "^[a-z0-9][a-z0-9-]{0,59}$";
/// What a date looks like.
const DATE_PATTERN: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

/// The language as a JSON Schema, draft 2020-12. It describes the folder as one document: each file holds a part of it.
///
/// The schema is made by the functions that read a folder, so every key, word and bound in it is one that is read.
pub fn schema() -> Value {
    let mut definitions = Map::new();
    let keys = describe();
    let mut root = object(&keys, true, &mut definitions);
    // A scenario writes parts of the same tables, so nothing is required there.
    let changeable: Vec<Key> = keys.iter().filter(|key| !NOT_CHANGEABLE.contains(&key.name)).cloned().collect();
    let changes = object(&changeable, false, &mut Map::new());
    definitions.insert("changes".into(), changes);
    let head = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": format!("Portway corridor, language {LANGUAGE}"),
        "description": "The TOML files of a corridor folder. Every file holds a part of these tables.",
    });
    let mut all = match head {
        Value::Object(map) => map,
        _ => Map::new(),
    };
    if let Value::Object(root) = &mut root {
        all.append(root);
    }
    all.insert("$defs".into(), Value::Object(definitions));
    Value::Object(all)
}

/// A table with these keys; `whole` says that required keys must be there.
fn object(keys: &[Key], whole: bool, definitions: &mut Map<String, Value>) -> Value {
    let mut properties = Map::new();
    for key in keys {
        let mut schema = of(&key.shape, whole, definitions);
        if let Value::Object(schema) = &mut schema {
            let mut doc = key.doc.to_string();
            if let Some(when) = key.only_when {
                doc += &format!(" Read only for {when}.");
            }
            if let Presence::Optional(default) = key.presence
                && !default.is_empty()
            {
                doc += &format!(" Default: {default}.");
            }
            schema.insert("description".into(), doc.into());
        }
        properties.insert(key.name.into(), schema);
    }
    let required: Vec<&str> = keys
        .iter()
        .filter(|key| key.presence == Presence::Required && key.only_when.is_none())
        .map(|key| key.name)
        .collect();
    let mut schema = Map::new();
    schema.insert("type".into(), "object".into());
    schema.insert("properties".into(), Value::Object(properties));
    if whole && !required.is_empty() {
        schema.insert("required".into(), json!(required));
    }
    schema.insert("additionalProperties".into(), false.into());
    Value::Object(schema)
}

fn of(shape: &Shape, whole: bool, definitions: &mut Map<String, Value>) -> Value {
    match shape {
        Shape::Nothing => json!({}),
        Shape::Text { what, example } => json!({ "type": "string", "title": what, "examples": [example] }),
        Shape::Title => {
            let text = |example: &str| json!({ "type": "string", "examples": [example] });
            let by_language = json!({
                "type": "object",
                "title": "by language",
                "properties": { "en": text("Heihe port"), "zh": text("黑河口岸"), "ru": text("Пункт пропуска Хэйхэ") },
                "minProperties": 1,
                "additionalProperties": false,
            });
            definitions.insert("title".into(), json!({ "anyOf": [text("Heihe port"), by_language] }));
            json!({ "$ref": "#/$defs/title" })
        }
        Shape::Words(words) => json!({ "enum": words }),
        Shape::Bool => json!({ "type": "boolean" }),
        Shape::Count { low, high } => json!({ "type": "integer", "minimum": low, "maximum": high }),
        Shape::Number { low, high } => json!({ "type": "number", "minimum": low, "maximum": high }),
        Shape::Share => json!({
            "title": "share",
            "anyOf": [
                { "type": "number", "minimum": 0, "maximum": 1 },
                { "type": "string", "pattern": "%$", "examples": ["15 %"] },
            ],
        }),
        Shape::Quantity(dimension) => {
            json!({ "type": "string", "title": title_of(*dimension), "examples": [example_of(*dimension)] })
        }
        Shape::Price(per) => json!({ "type": "string", "title": per.title(), "examples": [per.example()] }),
        Shape::Distribution(dimension) => json!({
            "type": "string",
            "title": format!("distribution of a {}", title_of(*dimension)),
            "examples": [example_of(*dimension), "lognormal(mean 22 min, cv 0.6)"],
        }),
        Shape::Reference(kind) => {
            json!({ "type": "string", "title": format!("name of a {}", kind.noun()) })
        }
        Shape::List { of: inner, low, high } => {
            let mut schema = json!({ "type": "array", "items": of(inner, whole, definitions) });
            if *low > 0 {
                schema["minItems"] = json!(low);
            }
            if *high < usize::MAX {
                schema["maxItems"] = json!(high);
            }
            schema
        }
        Shape::Table(keys) => object(keys, whole, definitions),
        Shape::Named(inner) => json!({
            "type": "object",
            "patternProperties": { NAME_PATTERN: of(inner, whole, definitions) },
            "additionalProperties": false,
        }),
        Shape::Keyed(kind, inner) => json!({
            "type": "object",
            "title": format!("by name of a {}", kind.word()),
            "additionalProperties": of(inner, whole, definitions),
        }),
        Shape::ByDate(inner) => json!({
            "type": "object",
            "title": "by date",
            "patternProperties": { DATE_PATTERN: of(inner, whole, definitions) },
            "additionalProperties": false,
        }),
        Shape::PerClass(inner) => {
            let one = of(inner, whole, definitions);
            json!({ "anyOf": [one, { "type": "object", "title": "by class, with `other` for the rest", "additionalProperties": one }] })
        }
        Shape::Either(shapes) => {
            let all: Vec<Value> = shapes.iter().map(|shape| of(shape, whole, definitions)).collect();
            json!({ "anyOf": all })
        }
        Shape::Recursive(name, inner) => {
            if let Some(inner) = inner
                && !definitions.contains_key(*name)
            {
                let schema = of(inner, true, definitions);
                definitions.insert((*name).into(), schema);
            }
            json!({ "$ref": format!("#/$defs/{name}") })
        }
        Shape::Changes => json!({ "$ref": "#/$defs/changes" }),
        Shape::DatedChanges => json!({
            "type": "object",
            "patternProperties": { DATE_PATTERN: { "$ref": "#/$defs/changes" } },
            "additionalProperties": false,
        }),
    }
}

/// What a quantity measures.
pub(crate) fn title_of(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Duration => "duration",
        Dimension::Length => "length",
        Dimension::Speed => "speed",
        Dimension::Mass => "mass",
        Dimension::Rate => "rate",
        Dimension::FuelRate => "rate of fuel",
        Dimension::EmissionFactor => "emission factor",
        Dimension::Power => "power",
        Dimension::GasFlow => "flow of gas",
        Dimension::MassFlow => "flow of mass",
        Dimension::Share => "share",
        Dimension::Number => "number",
    }
}
