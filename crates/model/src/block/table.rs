//! Tables.

use serde::Serialize;

use super::super::cursor::Cursor;
use super::super::json::Json;
use super::super::reader::Reader;
use super::super::text::Text;

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Table {
    /// What it shows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caption: Option<Text>,
    /// The headings of its columns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub header: Vec<Text>,
    /// Its rows, cell by cell.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub rows: Vec<Vec<Text>>,
    /// Whether the first cell of each row is its heading.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub row_header: bool,
}

impl Table {
    pub(super) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
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
    fn read_cell(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Text> {
        match at.json {
            Json::Null => Some(Text::default()),
            _ => Text::read(at, reader),
        }
    }

    /// How many columns the table has: as many as its longest row.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.rows.iter().map(Vec::len).fold(self.header.len(), usize::max)
    }
}
