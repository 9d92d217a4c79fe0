//! Films, sounds, files, and what other sites show

use yew::Html;

use newsprint_model::{Embed, File, Media, Player, Str, TrackKind};

use super::super::action::Action;
use super::super::dictionary::Key;
use super::super::markup::{Element, element};
use super::super::page::Page;
use super::super::picture::{caption, img};
use super::super::text::{link, string, text};
use super::Id;

/// A film with the browser's own controls.
pub(in super::super) fn video(media: &Media, id: Id, page: &Page<'_>) -> Html {
    let mut player = element("video");
    player
        .set("playsinline", "")
        .string("poster", media.poster.as_ref().map(|poster| poster.href()))
        .number("width", media.width)
        .number("height", media.height);
    media_figure(media, player, id, page)
}

/// A sound with the browser's own controls.
pub(super) fn audio(media: &Media, id: Id, page: &Page<'_>) -> Html {
    media_figure(media, element("audio"), id, page)
}

fn media_figure(media: &Media, mut player: Element, id: Id, page: &Page<'_>) -> Html {
    // Nothing is fetched before the reader plays it.
    player.set("controls", "").set("preload", "none");
    player.maybe("aria-label", media.caption.as_ref().map(|caption| caption.plain().into()));
    for source in &media.sources {
        let source = element("source")
            .string("src", Some(source.src.href()))
            .string("type", source.media_type.as_ref())
            .html();
        player.child(source);
    }
    for track in &media.tracks {
        let track = element("track")
            .string("src", Some(track.src.href()))
            .maybe("kind", track.kind.map(TrackKind::as_str).map(Into::into))
            .string("srclang", track.lang.as_ref().map(|lang| lang.tag()))
            .string("label", track.label.as_ref())
            .html();
        player.child(track);
    }
    let mut figure = element("figure");
    figure.class_and_part("figure").id(id).child_element(&mut player).child(caption(
        media.caption.as_ref(),
        media.credit.as_ref(),
        page,
    ));
    if let Some(transcript) = &media.transcript {
        let summary = element("summary").child(page.label(Key::Transcript)).html();
        let words = element("p").child(text(transcript, page)).html();
        figure.child_element(element("details").child(summary).child(words));
    }
    figure.html()
}

/// A link with a title and, for a known site, a button that loads its player. Nothing is asked of the
/// other site before the button is pressed.
pub(super) fn embed(embed: &Embed, id: Id, page: &Page<'_>) -> Html {
    let title = embed.title.as_ref().or(embed.provider.as_ref()).unwrap_or(embed.url.href());
    let mut figure = element("figure");
    figure.class_and_part("embed").id(id);
    if let Some(player) = embed.player() {
        figure.child(button(embed, &player, title, page));
    }
    figure.child(link(&embed.url).child(string(title)).html());
    if let Some(provider) = embed.provider.as_ref().filter(|provider| *provider != title) {
        figure.child_element(element("span").class("provider").child(string(provider)));
    }
    figure.child(caption(embed.caption.as_ref(), None, page)).html()
}

/// A button of the size of the player. When the reader presses it, the shell puts the player after
/// it. The address is the key: with another address, an open player goes.
fn button(embed: &Embed, player: &Player, title: &Str, page: &Page<'_>) -> Html {
    let Player { url, allow } = player;
    let (width, height) = embed.width.zip(embed.height).unwrap_or((16, 9));
    let mut button = element("button");
    button.class_and_part("load").set("type", "button").action(Action::Play);
    button.set("data-allow", allow);
    // An empty canvas keeps the shape of the player by its width and height, without a style.
    let mut canvas = element("canvas");
    button.child_element(canvas.number("width", Some(width)).number("height", Some(height)));
    if let Some(poster) = &embed.poster {
        button
            .child(img("picture").set("loading", "lazy").string("src", Some(poster.href())).html());
    }
    let host = url.split('/').nth(2).unwrap_or_default().to_owned();
    // In one piece: the two would change places in a line of the other direction.
    let words = page.phrase(Key::Load, host);
    // What is seen beside the button has to be said with it.
    let what = element("i").class("for-ears").child(string(title)).html();
    let button = button.attribute("value", url.clone().into()).child(words).child(what).html();
    element("div").class("player").key(url).child(button).html()
}

/// A link to a file, with what it is and how large.
pub(super) fn file(file: &File, id: Id, page: &Page<'_>) -> Html {
    // Where the media type is none that people use, the end of the file's name is: 'DOCX'.
    let kind = file.media_type.as_deref().and_then(file_kind).or_else(|| {
        let path = file.url.href().split(['?', '#']).next()?;
        word(path.rsplit('/').next()?.rsplit_once('.')?.1)
    });
    let facts: Vec<String> =
        kind.into_iter().chain(file.bytes.map(|bytes| size(bytes, page))).collect();
    let mut line = element("p");
    line.class("file").id(id).child(link(&file.url).child(string(&file.title)).html());
    if !facts.is_empty() {
        let facts = format!(" ({})", facts.join(", "));
        line.child_element(element("span").class("provider").text(facts));
    }
    line.html()
}

/// What people call a media type: 'PDF', 'CSV'; nothing where its name is no word that they use, as
/// in `application/vnd.ms-excel` and `text/plain`.
fn file_kind(media_type: &str) -> Option<String> {
    let media_type = media_type.split(';').next()?.trim();
    // `zip` of `application/x-zip-compressed`, `svg` of `image/svg+xml`.
    let name = media_type.split_once('/')?.1;
    let name = name.strip_prefix("x-").unwrap_or(name);
    word(name.strip_suffix("-compressed").unwrap_or(name).split('+').next()?)
}

/// A short word in capitals, if it is one that people use for a kind of file.
fn word(name: &str) -> Option<String> {
    let is_word = matches!(name.len(), 1..=5)
        && name != "plain"
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_word.then(|| name.to_ascii_uppercase())
}

/// A size in the largest unit that leaves a whole number before the point, once it is rounded to one
/// digit after it.
#[expect(clippy::cast_precision_loss, reason = "one digit after the point is shown")]
fn size(bytes: i64, page: &Page<'_>) -> String {
    let (mut number, mut unit) = (bytes as f64, "B");
    for larger in ["kB", "MB", "GB", "TB"] {
        if number >= 999.95 {
            (number, unit) = (number / 1000.0, larger);
        }
    }
    format!("{}\u{a0}{unit}", page.options.locale.tenths(number))
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::rendered_blocks;

    #[test]
    fn media_types_are_called_what_people_call_them() {
        for (media_type, name) in [
            ("application/pdf", "PDF"),
            ("text/csv; charset=utf-8", "CSV"),
            ("image/svg+xml", "SVG"),
            ("application/epub+zip", "EPUB"),
            ("application/x-zip-compressed", "ZIP"),
            ("video/mp4", "MP4"),
        ] {
            assert_eq!(super::file_kind(media_type).as_deref(), Some(name), "{media_type}");
        }
        for media_type in [
            "application/octet-stream",
            "application/vnd.ms-excel",
            "application/msword",
            "text/plain",
            "pdf",
            "",
            "a/é",
        ] {
            assert_eq!(super::file_kind(media_type), None, "{media_type}");
        }
    }

    #[test]
    fn what_the_media_type_does_not_say_the_name_of_the_file_does() {
        for (url, media_type, kind) in [
            (
                "/a.docx",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "DOCX",
            ),
            ("/a.xls", "application/vnd.ms-excel", "XLS"),
            ("/a.b.ods", "application/vnd.oasis.opendocument.spreadsheet", "ODS"),
            ("/a.bin", "application/octet-stream", "BIN"),
            ("/a.txt", "text/plain", "TXT"),
            ("/a.doc", "application/pdf", "PDF"),
            ("/downloads/12345", "application/octet-stream", ""),
            ("/a.document", "application/octet-stream", ""),
            ("/a.docx?v=2", "application/octet-stream", "DOCX"),
            ("/", "application/octet-stream", ""),
        ] {
            let html = rendered_blocks(&format!(
                r#"[{{"type": "file", "url": "{url}", "title": "A", "mediaType": "{media_type}"}}]"#
            ));
            let shown =
                html.split_once(" (").map_or("", |(_, rest)| rest.split(')').next().unwrap());
            assert_eq!(shown, kind, "{html}");
        }
    }

    #[test]
    fn sizes_are_rounded_before_their_unit_is_chosen() {
        for (bytes, size) in [
            (0, "0\u{a0}B"),
            (999, "999\u{a0}B"),
            (1000, "1\u{a0}kB"),
            (999_940, "999.9\u{a0}kB"),
            (999_950, "1\u{a0}MB"),
            (999_999_999, "1\u{a0}GB"),
        ] {
            let html = rendered_blocks(&format!(
                r#"[{{"type": "file", "url": "/a", "title": "A", "bytes": {bytes}}}]"#
            ));
            assert!(html.contains(&format!("({size})")), "{html}");
        }
    }

    #[test]
    fn a_film_has_the_browsers_controls_and_fetches_nothing_by_itself() {
        let html = rendered_blocks(
            r#"[{"type": "video", "src": "/a.mp4", "poster": "/a.webp", "width": 640, "height": 360,
                "tracks": [{"src": "/a.vtt", "kind": "captions", "lang": "en", "label": "English"}],
                "transcript": "Words"}]"#,
        );
        for piece in [
            r#"controls="" preload="none""#,
            r#"<source src="https://news.example/a.mp4">"#,
            r#"<track src="https://news.example/a.vtt" kind="captions" srclang="en" label="English">"#,
            "<details><summary>Transcript</summary><p>Words</p></details>",
        ] {
            assert!(html.contains(piece), "{piece} in {html}");
        }
    }

    #[test]
    fn an_embed_is_a_titled_link() {
        assert_eq!(
            rendered_blocks(
                r#"[{"type": "embed", "url": "https://v.example/1", "title": "T", "provider": "V"}]"#
            ),
            "<figure class=\"embed\" part=\"embed\"><a rel=\"noopener\" href=\"https://v.example/1\">T</a>\
             <span class=\"provider\">V</span></figure>"
        );
        let html = rendered_blocks(r#"[{"type": "embed", "url": "https://v.example/1"}]"#);
        assert!(html.contains(">https://v.example/1</a></figure>"), "{html}");
    }

    #[test]
    fn an_embed_of_a_known_site_waits_for_the_reader() {
        let html = rendered_blocks(
            r#"[{"type": "embed", "url": "https://youtu.be/aaaaaaaaaaa", "title": "T", "width": 640, "height": 480,
                "poster": "/p.webp"}, {"type": "embed", "url": "https://open.spotify.com/track/4uaaaaaaaaaaaaaaaaaaaa"}]"#,
        );
        for piece in [
            "<figure class=\"embed\" part=\"embed\"><div class=\"player\"><button class=\"load\" \
             part=\"load\" type=\"button\" data-action=\"play\" data-allow=\"fullscreen\" \
             value=\"https://www.youtube-nocookie.com/embed/aaaaaaaaaaa\">\
             <canvas width=\"640\" height=\"480\"></canvas><img class=\"picture\" alt=\"\" decoding=\"async\" \
             referrerpolicy=\"strict-origin\" loading=\"lazy\" src=\"https://news.example/p.webp\">\
             <bdi>Load from www.youtube-nocookie.com</bdi><i class=\"for-ears\">T</i></button></div>\
             <a rel=\"noopener\" href=\"https://youtu.be/aaaaaaaaaaa\">T</a></figure>",
            "value=\"https://open.spotify.com/embed/track/4uaaaaaaaaaaaaaaaaaaaa\">\
             <canvas width=\"16\" height=\"9\"></canvas><bdi>Load from open.spotify.com</bdi>",
        ] {
            assert!(html.contains(piece), "{piece} in {html}");
        }
        assert!(!html.contains("<iframe"), "{html}");
        let html = rendered_blocks(r#"[{"type": "embed", "url": "http://youtu.be/a"}]"#);
        assert!(!html.contains("<button"), "{html}");
    }

    #[test]
    fn a_file_says_what_it_is_and_how_large() {
        for (bytes, size) in
            [(999, "999\u{a0}B"), (4_210, "4.2\u{a0}kB"), (1_200_000, "1.2\u{a0}MB")]
        {
            let html = rendered_blocks(&format!(
                r#"[{{"type": "file", "url": "/a.pdf", "title": "Report", "mediaType": "application/pdf", "bytes": {bytes}}}]"#
            ));
            assert!(
                html.contains(&format!(
                    ">Report</a><span class=\"provider\"> (PDF, {size})</span>"
                )),
                "{html}"
            );
        }
    }
}
