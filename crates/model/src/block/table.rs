//! Tables.

use serde::Serialize;

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
    /// How many columns the table has: as many as its longest row.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.rows.iter().map(Vec::len).fold(self.header.len(), usize::max)
    }
}
