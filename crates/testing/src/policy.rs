//! The policy for URLs, written a second time and from the text of a URL alone, so that what the model
//! lets past is checked without the model.

use newsprint_model::{Content, Hero, Href, InlineOrUrl, LinkUrl, MediaUrl, Str, read_article};
use serde_json::{Value, json};
use url::Url;

/// Where a link may lead.
const LINK: &[&str] = &["http", "https", "mailto", "tel"];

/// Where a picture or film may come from; more is asked of the last two.
const MEDIA: &[&str] = &["http", "https", "data", "blob"];

/// Where more JSON may come from.
const DATA: &[&str] = &["http", "https"];

/// An article that has this URL in every kind of place where one may stand.
fn article_with(reference: &str) -> Value {
    json!({
        "headline": "Headline",
        "hero": { "src": reference, "srcset": [{ "src": reference, "width": 1 }] },
        "latest": reference,
        "sections": [{ "blocks": [
            { "type": "embed", "url": reference },
            { "type": "file", "url": reference, "title": "File" },
            { "type": "video", "src": reference, "poster": reference, "tracks": { "src": reference } },
        ] }],
        "standfirst": { "text": "Standfirst", "href": reference },
        "tags": [{ "text": "Tag", "url": reference }],
        "url": reference,
    })
}

/// Checks what is read of this reference wherever it stands, in an article that came from `base`.
///
/// # Errors
/// What got past the policy, or that the same reference is one in one place and none in another.
pub fn check_everywhere(base: &Url, reference: &str) -> Result<(), String> {
    let body = article_with(reference).to_string();
    let article = read_article(body.as_bytes(), base);
    let article = article.map_err(|error| error.to_string())?.value;
    let mut links = vec![article.url.as_ref(), article.tags[0].url.as_ref()];
    // A fragment is a place in the article, and there is none here.
    if !reference.trim().starts_with('#') {
        links.push(article.standfirst.as_ref().and_then(|text| match &text.spans[0].link {
            Some(Href::Url(url)) => Some(url),
            _ => None,
        }));
    }
    let mut media = Vec::new();
    let (mut embed, mut file) = (None, None);
    for block in article.sections.iter().flat_map(|section| &section.blocks) {
        match &block.content {
            Content::Embed(block) => embed = Some(&block.url),
            Content::File(block) => file = Some(&block.url),
            Content::Video(video) => {
                media.push(video.sources.first().map(|source| &source.src));
                media.push(video.poster.as_ref());
                media.push(video.tracks.first().map(|track| &track.src));
            }
            other => return Err(format!("{other:?} is no block of this article")),
        }
    }
    links.extend([embed, file]);
    if let Some(Hero::Image(image)) = &article.hero {
        media.push(Some(&image.src));
        media.push(image.srcset.first().map(|source| &source.src));
    }
    let latest = match &article.latest {
        Some(InlineOrUrl::Url(url)) => Some(url.href()),
        _ => None,
    };
    check_same(links.iter().map(|url| url.map(LinkUrl::href)))?;
    check_same(media.iter().map(|url| url.map(MediaUrl::href)))?;
    let link = links[0].map(LinkUrl::href);
    let medium = media.first().and_then(|url| url.map(MediaUrl::href));
    for (href, schemes) in [(link, LINK), (medium, MEDIA), (latest, DATA)] {
        if let Some(href) = href {
            check(base, reference, href, schemes)?;
        }
    }
    Ok(())
}

/// Checks that places of one kind agree about a URL.
fn check_same<'a>(mut hrefs: impl Iterator<Item = Option<&'a Str>>) -> Result<(), String> {
    let Some(first) = hrefs.next() else { return Ok(()) };
    match hrefs.find(|href| *href != first) {
        Some(other) => Err(format!("{first:?} here is {other:?} there")),
        None => Ok(()),
    }
}

/// Checks a URL that got past: it is what a browser makes of the reference, and has one of these
/// schemes, both by its own text and by that of the reference.
fn check(base: &Url, reference: &str, href: &str, schemes: &[&str]) -> Result<(), String> {
    let url = Url::parse(href).map_err(|error| format!("{href:?} is no URL: {error}"))?;
    if base.join(reference).ok().as_ref() != Some(&url) {
        return Err(format!("{reference:?} became {href:?}, which a browser makes of another"));
    }
    let said = scheme_in(reference).unwrap_or_else(|| base.scheme().to_owned());
    if !schemes.contains(&url.scheme()) || said != url.scheme() {
        return Err(format!("{reference:?} with the scheme {said} became {href:?}"));
    }
    let fits = match url.scheme() {
        "data" => {
            let kind = url.path().split([';', ',']).next().unwrap_or_default();
            let kinds = ["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"];
            kinds.iter().any(|it| it.eq_ignore_ascii_case(kind))
        }
        "blob" => url.origin() == base.origin(),
        _ => true,
    };
    if fits { Ok(()) } else { Err(format!("{reference:?} became {href:?}")) }
}

/// The scheme that a reference names, by the steps of the
/// [standard](https://url.spec.whatwg.org/#concept-basic-url-parser): control characters and spaces
/// before it do not count, nor do tabs and line ends within, nor does case.
fn scheme_in(reference: &str) -> Option<String> {
    let text = reference.trim_start_matches(|it: char| it <= ' ').replace(['\t', '\n', '\r'], "");
    let (scheme, _) = text.split_once(':')?;
    let starts = scheme.starts_with(|it: char| it.is_ascii_alphabetic());
    let goes_on = scheme.chars().all(|it| it.is_ascii_alphanumeric() || "+-.".contains(it));
    (starts && goes_on).then(|| scheme.to_ascii_lowercase())
}
