//! Reading of what is in `block/boxes.rs`.

use super::super::cursor::Cursor;
use super::super::reader::Reader;
use crate::{Aside, AsideKind, Block, Details, Question, Questions, Text, Timeline, TimelineEvent};

impl Aside {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        Some(Self {
            blocks: some_blocks(at, reader)?,
            kind: reader.word(at, "kind", AsideKind::WORDS).unwrap_or_default(),
            title: Text::optional(at, reader, "title"),
        })
    }
}

impl Details {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        Some(Self {
            summary: reader.required(at, "summary", Text::read_some)?,
            blocks: some_blocks(at, reader)?,
            open: reader.boolean(at, "open"),
        })
    }
}

impl Timeline {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let events = reader.required_list(at, "events", |at, reader| {
            let date = reader.required_string(at, "date")?;
            let title = Text::optional(at, reader, "title");
            // An event needs a title or blocks.
            let blocks = match title {
                Some(_) if at.get("blocks").is_none() => Vec::new(),
                Some(_) => Block::read_within(at, reader, "blocks"),
                None => some_blocks(at, reader)?,
            };
            Some(TimelineEvent { date, title, blocks })
        })?;
        Some(Self { events })
    }
}

impl Questions {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let items = reader.required_list(at, "items", |at, reader| {
            let question = reader.required(at, "question", Text::read_some)?;
            Some(Question { question, blocks: some_blocks(at, reader)? })
        })?;
        Some(Self { items })
    }
}

/// The blocks of a box that needs at least one.
fn some_blocks(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Vec<Block>> {
    let before = reader.diagnostics.len();
    let blocks = Block::read_within(at, reader, "blocks");
    if !blocks.is_empty() {
        return Some(blocks);
    }
    if reader.diagnostics.len() == before {
        reader.report_found(at, "at least one block in \"blocks\"".into(), "none".into());
    }
    None
}
