//! The JSON Schema of the contract, made from the types: `contract/article.schema.json`.
//!
//! Types that derive their schema do so where they stand. Here are those whose JSON has more than
//! one form. The schema is the strict form of the contract; the reader also takes what the
//! contract calls lenient.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;

use super::article::{Article, Hero};
use super::block::{ListItem, Media};
use super::image::Image;
use super::language::Language;
use super::text::{Href, Span, Text};
use super::time::{Date, Instant, Moment};
use super::url::{DataUrl, LinkUrl, MediaUrl};

/// Stands for 'one of these, or an array of them' in a schema.
pub struct OneOrMore<T>(PhantomData<T>);

macro_rules! schema {
    ($type:ty, $name:literal, $schema:expr) => {
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let make: fn(&mut SchemaGenerator) -> Schema = $schema;
                make(generator)
            }
        }
    };
}

schema!(Text, "Text", |generator| {
    let span = generator.subschema_for::<Span>();
    json_schema!({
        "description": "Running text: a string, or an array of strings and spans. \
            There is no HTML in a string.",
        "anyOf": [
            { "type": "string" },
            { "type": "array", "items": { "anyOf": [{ "type": "string" }, span] } }
        ]
    })
});

schema!(ListItem, "ListItem", |generator| {
    let text = generator.subschema_for::<Text>();
    let item = generator.subschema_for::<ListItem>();
    json_schema!({
        "description": "An item of a list: its text, or its text with the items under it.",
        "anyOf": [
            text,
            {
                "type": "object",
                "properties": {
                    "text": text,
                    "items": {
                        "description": "The items under it.",
                        "type": "array",
                        "items": item
                    }
                },
                "required": ["text"]
            }
        ]
    })
});

schema!(Hero, "Hero", |generator| {
    let image = generator.subschema_for::<Image>();
    let video = generator.subschema_for::<Media>();
    let mut image = image.to_value();
    image["properties"] = serde_json::json!({
        "type": {
            "description": "What it is; a picture, when it is not said.",
            "type": ["string", "null"],
            "enum": ["image", null]
        }
    });
    json_schema!({
        "description": "The leading picture or film.",
        "if": {
            "type": "object",
            "properties": { "type": { "const": "video" } },
            "required": ["type"]
        },
        "then": video,
        "else": image
    })
});

schema!(Moment, "Moment", |generator| {
    let day = generator.subschema_for::<Date>();
    let instant = generator.subschema_for::<Instant>();
    json_schema!({
        "description": "When something happened: a moment, or only the day.",
        "anyOf": [instant, day]
    })
});

// It has another name than in Rust, because `Date` is something else in JavaScript.
schema!(Date, "Day", |_| json_schema!({
    "description": "A day of the calendar, the same everywhere.",
    "type": "string",
    "format": "date"
}));

schema!(Instant, "Instant", |_| json_schema!({
    "description": "A moment (RFC 3339).",
    "type": "string",
    "format": "date-time"
}));

schema!(Language, "Language", |_| json_schema!({
    "description": "A language tag (BCP 47).",
    "type": "string",
    "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"
}));

// The policy counts as a browser parses the URL. A pattern can only recognise schemes that are
// written plainly; it is there for editors that check while one types.
schema!(LinkUrl, "LinkUrl", |_| json_schema!({
    "description": "A URL, absolute or relative to the document: http, https, mailto or tel.",
    "type": "string",
    "minLength": 1,
    "pattern": "^(?![A-Za-z][A-Za-z0-9+.-]*:)|^([Hh][Tt][Tt][Pp][Ss]?|[Mm][Aa][Ii][Ll][Tt][Oo]|[Tt][Ee][Ll]):"
}));

schema!(MediaUrl, "MediaUrl", |_| json_schema!({
    "description": "The URL of a picture, film or sound: http, https, data: for pictures of the \
        types png, jpeg, gif, webp and avif, or blob: of the page's own origin.",
    "type": "string",
    "minLength": 1,
    "pattern": "^(?![A-Za-z][A-Za-z0-9+.-]*:)|^([Hh][Tt][Tt][Pp][Ss]?|[Bb][Ll][Oo][Bb]):|^[Dd][Aa][Tt][Aa]:image/(png|jpeg|gif|webp|avif)(;[^,]*)?,."
}));

schema!(DataUrl, "DataUrl", |_| json_schema!({
    "description": "The URL of more JSON: http or https.",
    "type": "string",
    "minLength": 1,
    "pattern": "^(?![A-Za-z][A-Za-z0-9+.-]*:)|^[Hh][Tt][Tt][Pp][Ss]?:"
}));

schema!(Href, "Href", |_| json_schema!({
    "description": "A URL as in a link, or # and the id of something in the article.",
    "anyOf": [LinkUrl::json_schema(&mut SchemaGenerator::default())]
}));

impl<T: JsonSchema> JsonSchema for OneOrMore<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("OneOrMore{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let one = generator.subschema_for::<T>();
        json_schema!({ "anyOf": [one, { "type": "array", "items": one, "minItems": 1 }] })
    }
}

/// The schema as it is written to the file.
fn article_schema() -> String {
    let mut schema = schemars::schema_for!(Article).to_value();
    let defs = &mut schema["$defs"];
    let src = serde_json::json!({ "$ref": "#/$defs/MediaUrl", "description": "Where it comes from, when there is one format only." });
    let media = &mut defs["Media"];
    media["properties"]["src"] = src;
    media.as_object_mut().unwrap().remove("required");
    media["anyOf"] = serde_json::json!([
        { "required": ["src"], "properties": { "src": { "$ref": "#/$defs/MediaUrl" } } },
        { "required": ["sources"], "properties": { "sources": { "type": "array" } } }
    ]);
    let event = &mut defs["TimelineEvent"];
    event["anyOf"] = serde_json::json!([
        { "required": ["title"], "properties": { "title": { "not": { "type": "null" } } } },
        { "required": ["blocks"], "properties": { "blocks": { "type": "array", "minItems": 1 } } }
    ]);
    allow_null_for_absent(&mut schema);
    let mut text = serde_json::to_string_pretty(&schema).unwrap();
    text.push('\n');
    text
}

/// `null` means the same as absent, for every member that may be absent.
fn allow_null_for_absent(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(allow_null_for_absent),
        Value::Object(object) => {
            object.values_mut().for_each(allow_null_for_absent);
            let required = object.get("required").cloned().unwrap_or_default();
            let Some(Value::Object(properties)) = object.get_mut("properties") else { return };
            for (name, property) in properties {
                let is_required =
                    required.as_array().is_some_and(|names| names.iter().any(|it| it == name));
                if !is_required && !allows_null(property) && property.get("const").is_none() {
                    let value = property.take();
                    *property = serde_json::json!({ "anyOf": [value, { "type": "null" }] });
                }
            }
        }
        _ => {}
    }
}

fn allows_null(schema: &Value) -> bool {
    match &schema["type"] {
        Value::String(one) => one == "null",
        Value::Array(several) => several.iter().any(|one| one == "null"),
        _ => schema["anyOf"].as_array().is_some_and(|schemas| schemas.iter().any(allows_null)),
    }
}

#[test]
fn schema_is_that_of_the_types() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../contract/article.schema.json");
    let schema = article_schema();
    if std::env::var_os("NEWSPRINT_UPDATE_SCHEMA").is_some() {
        std::fs::write(path, &schema).unwrap();
    }
    let written = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        written == schema,
        "contract/article.schema.json is not that of the types any more: run `cargo xtask schema`"
    );
}
