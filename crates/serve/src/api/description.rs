//! What the description says beside the handlers, and a rule that all types keep.

use crate::guard;
use crate::view::place::{StepView, WayView};
use serde_json::{Value, json};
use utoipa::Modify;
use utoipa::openapi::OpenApi;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityScheme};

#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Portway studio",
        description = "A corridor, its texts and its studies. Requests that change something carry the header `x-portway: 1`.",
        license(name = "MIT OR Apache-2.0")
    ),
    components(schemas(StepView, WayView)),
    modifiers(&Own)
)]
pub(super) struct Description;

/// The header that no page of another site can send.
struct Own;

impl Modify for Own {
    fn modify(&self, description: &mut OpenApi) {
        let says = "Any value: it shows that no page of another site sends the request.";
        let header = SecurityScheme::ApiKey(ApiKey::Header(ApiKeyValue::with_description(guard::OWN.as_str(), says)));
        description.components.get_or_insert_default().add_security_scheme(guard::OWN.as_str(), header);
    }
}

/// The description as JSON for people and programs.
pub(super) fn finished(description: &OpenApi) -> String {
    let mut description = serde_json::to_value(description).unwrap_or_default();
    require(&mut description);
    fail(&mut description);
    format!("{description:#}\n")
}

/// Says that what may be refused may also fail, in the same form: a disk may be full.
fn fail(description: &mut Value) {
    let paths = description["paths"].as_object_mut().into_iter().flat_map(|paths| paths.values_mut());
    for operation in paths.filter_map(Value::as_object_mut).flat_map(|path| path.values_mut()) {
        let Some(responses) = operation["responses"].as_object_mut() else { continue };
        if let Some(refused) = responses.get("4XX").cloned() {
            responses.insert("5XX".into(), refused);
        }
    }
}

/// Says that a field which may be null is always there. The library takes it for one that may be missing; here a field that may
/// be missing is never null, or has a default.
fn require(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            fields.values_mut().for_each(require);
            let Some(Value::Object(properties)) = fields.get("properties") else { return };
            let nullable = properties.iter().filter(|(_, property)| may_be_null(property)).map(|(name, _)| json!(name));
            let nullable: Vec<Value> = nullable.collect();
            if nullable.is_empty() {
                return;
            }
            if let Value::Array(required) = fields.entry("required").or_insert_with(|| json!([])) {
                required.extend(nullable);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(require),
        _ => {}
    }
}

fn may_be_null(property: &Value) -> bool {
    let null = json!("null");
    let among = |choices: &Value, of: &dyn Fn(&Value) -> bool| choices.as_array().is_some_and(|all| all.iter().any(of));
    property.get("default").is_none()
        && (among(&property["type"], &|kind| *kind == null) || among(&property["oneOf"], &|one| one["type"] == null))
}
