//! Reading of what is in `weather.rs`.

use super::cursor::Cursor;
use super::reader::Reader;
use crate::{Condition, Link, Moment, Unit, Weather};

/// The units as backends write them, the words of the contract first.
const UNITS: &[(&str, Unit)] = &[
    (Unit::Celsius.as_str(), Unit::Celsius),
    (Unit::Fahrenheit.as_str(), Unit::Fahrenheit),
    ("c", Unit::Celsius),
    ("f", Unit::Fahrenheit),
    ("°C", Unit::Celsius),
    ("°F", Unit::Fahrenheit),
];

impl Weather {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        Some(Self {
            temperature: reader.required(at, "temperature", |at, reader| reader.number(at))?,
            // A temperature says nothing without a known unit.
            unit: match reader.optional_string(at, "unit") {
                Some(_) => Some(reader.word(at, "unit", UNITS)?),
                None => None,
            },
            condition: reader.word(at, "condition", Condition::WORDS),
            description: reader.optional_string(at, "description"),
            place: reader.optional_string(at, "place"),
            observed: reader.optional(at, "observed", Moment::read),
            attribution: reader.optional(at, "attribution", Link::read),
        })
    }
}
