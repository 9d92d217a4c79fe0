//! Reading of what is in `block/table.rs`.

use super::super::cursor::Cursor;
use super::super::json::Json;
use super::super::reader::Reader;
use crate::{Table, Text};

impl Table {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        Some(Self {
            rows: reader.required_list(at, "rows", |row, reader| {
                Some(row.items().filter_map(|cell| Self::read_cell(&cell, reader)).collect())
            })?,
            caption: Text::optional(at, reader, "caption"),
            header: reader.list(at, "header", Self::read_cell),
            row_header: reader.boolean(at, "rowHeader"),
        })
    }

    /// Reads a cell; `null` is an empty one.
    pub(crate) fn read_cell(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Text> {
        match at.json {
            Json::Null => Some(Text::default()),
            _ => Text::read(at, reader),
        }
    }
}
