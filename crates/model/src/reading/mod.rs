//! Reading: from bytes to JSON, and from JSON to the types of the model.
//!
//! What can't be read is left out and reported, and the rest is kept. For each file of types there is
//! one here of the same name, with a `read` for each type.

mod article;
mod block;
mod image;
mod language;
mod link;
mod number;
mod person;
mod text;
mod time;
mod url;
mod weather;

pub(crate) mod cursor;
pub(crate) mod ids;
pub(crate) mod json;
pub(crate) mod reader;
