//! Blocks of every type, and blocks in blocks.

use proptest::prelude::*;
use serde_json::Value;

use super::json::{
    Json, Member, array, boolean, constant, object, one_of, optional, pixels, required, union,
    whole,
};
use super::strings::{language, link_url, media_url, web_url, words};
use super::text::{SOME_ID, text};

pub(super) fn block() -> Json {
    plain_block().prop_recursive(3, 12, 3, |block| boxes(&block)).boxed()
}

/// An object with this `type`.
pub(super) fn typed(name: &'static str, mut members: Vec<Member>) -> Json {
    members.push(required("type", constant(name)));
    object(members)
}

/// A block of this `type`.
pub(super) fn block_of(name: &'static str, mut members: Vec<Member>) -> Json {
    members.push(optional("id", constant(SOME_ID)));
    typed(name, members)
}

/// A block without blocks in it.
pub(super) fn plain_block() -> Json {
    let media = ["video", "audio"]
        .into_iter()
        .flat_map(|name| media().into_iter().map(move |media| block_of(name, media)));
    let mut blocks = vec![
        block_of("paragraph", vec![required("text", text())]),
        block_of("heading", vec![required("text", text()), optional("level", whole(3..=6))]),
        list(),
        quote(),
        block_of("pullQuote", vec![required("text", text()), optional("cite", text())]),
        image_block(),
        gallery(),
        embed(),
        table(),
        block_of("code", vec![required("code", words()), optional("language", words())]),
        block_of("figure", vec![required("value", words()), required("label", text())]),
        file(),
        block_of("divider", vec![]),
        footnotes(),
    ];
    blocks.extend(media);
    union(blocks)
}

/// A block with these blocks in it.
pub(super) fn boxes(block: &Json) -> Json {
    let blocks = || required("blocks", array(block.clone(), 1..4));
    let event = object(vec![required("date", words()), optional("title", text()), blocks()]);
    let question = object(vec![required("question", text()), blocks()]);
    union(vec![
        block_of(
            "aside",
            vec![
                optional("kind", one_of(&["facts", "keyPoints"])),
                optional("title", text()),
                blocks(),
            ],
        ),
        block_of(
            "details",
            vec![required("summary", text()), blocks(), optional("open", boolean())],
        ),
        block_of("timeline", vec![required("events", array(event, 1..3))]),
        block_of("questions", vec![required("items", array(question, 1..3))]),
    ])
}

pub(super) fn list() -> Json {
    let item = text().prop_recursive(3, 8, 3, |item| {
        object(vec![required("text", text()), optional("items", array(item, 0..3))])
    });
    block_of(
        "list",
        vec![
            optional("ordered", boolean()),
            optional("start", whole(i32::MIN.into()..=i32::MAX.into())),
            required("items", array(item.boxed(), 1..4)),
        ],
    )
}

pub(super) fn quote() -> Json {
    let paragraphs = union(vec![text(), array(text(), 1..4)]);
    block_of("quote", vec![required("text", paragraphs), optional("cite", text())])
}

pub(super) fn image() -> Vec<Member> {
    let source = object(vec![required("src", media_url()), required("width", pixels())]);
    vec![
        required("src", media_url()),
        optional("alt", words()),
        optional("width", pixels()),
        optional("height", pixels()),
        optional("srcset", array(source, 0..3)),
        optional("caption", text()),
        optional("credit", words()),
    ]
}

pub(super) fn image_block() -> Json {
    let mut members = image();
    members.push(optional("layout", one_of(&["wide", "full"])));
    block_of("image", members)
}

pub(super) fn gallery() -> Json {
    block_of(
        "gallery",
        vec![required("images", array(object(image()), 1..3)), optional("caption", text())],
    )
}

/// A film or sound in both of its forms: with one `src`, and with `sources`.
pub(super) fn media() -> [Vec<Member>; 2] {
    let source =
        object(vec![required("src", media_url()), optional("mediaType", constant("video/mp4"))]);
    let forms = [required("src", media_url()), required("sources", array(source, 1..3))];
    let track = object(vec![
        required("src", media_url()),
        optional("kind", one_of(&["subtitles", "captions", "descriptions", "chapters"])),
        optional("lang", language()),
        optional("label", words()),
    ]);
    forms.map(|form| {
        vec![
            form,
            optional("poster", media_url()),
            optional("width", pixels()),
            optional("height", pixels()),
            optional("caption", text()),
            optional("credit", words()),
            optional("tracks", array(track.clone(), 0..3)),
            optional("transcript", text()),
        ]
    })
}

pub(super) fn embed() -> Json {
    block_of(
        "embed",
        vec![
            required("url", web_url()),
            optional("provider", words()),
            optional("title", words()),
            optional("width", pixels()),
            optional("height", pixels()),
            optional("poster", media_url()),
            optional("caption", text()),
        ],
    )
}

pub(super) fn table() -> Json {
    let cell = union(vec![text(), constant(""), constant(Vec::<Value>::new())]);
    let row = array(cell.clone(), 0..4);
    block_of(
        "table",
        vec![
            optional("caption", text()),
            optional("header", array(cell, 0..4)),
            required("rows", array(row, 1..4)),
            optional("rowHeader", boolean()),
        ],
    )
}

pub(super) fn file() -> Json {
    block_of(
        "file",
        vec![
            required("url", link_url()),
            required("title", words()),
            optional("mediaType", constant("application/pdf")),
            optional("bytes", whole(0..=1 << 53)),
        ],
    )
}

pub(super) fn footnotes() -> Json {
    let note = object(vec![required("id", constant(SOME_ID)), required("text", text())]);
    block_of("footnotes", vec![required("notes", array(note, 1..3))])
}
