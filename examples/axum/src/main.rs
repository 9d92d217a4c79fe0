//! Renders articles on an [axum](https://docs.rs/axum) server, without a browser and without
//! JavaScript: `newsprint-model` reads the JSON, `newsprint-view` makes the page, and `newsprint-locale`
//! writes dates and numbers in the language of the article.
//!
//! ```sh
//! cargo run --package newsprint-example-axum
//! ```
//!
//! Then open `http://127.0.0.1:3000/articles/saltmere-counts-its-bridges`.

use std::io;
use std::path::Path;

use axum::Router;
use axum::extract;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use newsprint_locale::{IcuLocale, TimeZone, Words};
use newsprint_model::{Language, ReadError, read_article};
use newsprint_view::{Asset, Head, Prerendering, RenderOptions, Template, head, prerendered};
use tower_http::services::ServeDir;
use url::Url;

/// Where the JSON of the demo's articles is, with its pictures beside it.
const API: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../demo/api");

/// Where the styles are.
const STYLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../styles");

/// Where the server answers.
const ADDRESS: &str = "127.0.0.1:3000";

/// What a browser may do on the page: no script at all.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' https: data:; \
                      media-src 'self' https:; base-uri 'none'; form-action 'none'";

#[tokio::main(flavor = "current_thread")]
async fn main() -> io::Result<()> {
    let listener = tokio::net::TcpListener::bind(ADDRESS).await?;
    println!("http://{ADDRESS}/articles/saltmere-counts-its-bridges");
    axum::serve(listener, router()).await
}

/// The pages, and what they refer to.
fn router() -> Router {
    Router::new()
        .route("/articles/{name}", get(page))
        .nest_service("/api", ServeDir::new(API))
        .nest_service("/styles", ServeDir::new(STYLES))
}

/// The page of an article.
async fn page(extract::Path(name): extract::Path<String>) -> Response {
    // A name, and no way out of the folder.
    if !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        return StatusCode::NOT_FOUND.into_response();
    }
    let path = Path::new(API).join("articles").join(format!("{name}.json"));
    let Ok(body) = tokio::fs::read(&path).await else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match render(&name, &body) {
        Ok(page) => ([(header::CONTENT_SECURITY_POLICY, POLICY)], Html(page)).into_response(),
        Err(error) => {
            eprintln!("{}: {error}", path.display());
            StatusCode::BAD_GATEWAY.into_response()
        }
    }
}

/// An article as a whole page: the element with its shadow root, and the same article as bare HTML for
/// those who can't see into that. `docs/prerendering.md` tells what else there is.
fn render(name: &str, body: &[u8]) -> Result<String, ReadError> {
    // The URLs of an article are relative to the URL of its JSON.
    let base: Url = format!("http://{ADDRESS}/api/articles/{name}.json").parse().expect("a URL");
    let reading = read_article(body, &base)?;
    for diagnostic in &reading.diagnostics {
        eprintln!("{name}: {diagnostic}");
    }
    let article = reading.value;
    let language = article.lang.clone().unwrap_or_else(Language::english);
    let options = RenderOptions {
        locale: &IcuLocale::new(&language, &TimeZone::utc()),
        words: &Words::of(&language),
        heading_level: 1,
        unit: None,
        hide: "",
        width: None,
        notices: None,
        scope: name,
    };
    let styles = Asset::at("/styles/newsprint.css");
    let element = prerendered(
        &article,
        options,
        &Prerendering { src: Some(base.path()), ..Prerendering::with_styles(styles) },
    );
    let head = head(&article, &Head { site_name: None, script: None, styles, own_origin: None });
    Ok(Template::bare().page(&article, &language, &head, &element))
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::http::Request;
    use http_body_util::BodyExt;
    use tower::ServiceExt;

    use super::*;

    async fn answer(path: &str) -> (StatusCode, String) {
        let request = Request::get(path).body(Body::empty()).expect("a request");
        let response = router().oneshot(request).await.expect("a response");
        let status = response.status();
        let body = response.into_body().collect().await.expect("a body").to_bytes();
        (status, String::from_utf8_lossy(&body).into_owned())
    }

    #[tokio::test]
    async fn every_article_of_the_demo_is_a_page() {
        let folder = std::fs::read_dir(Path::new(API).join("articles")).expect("the demo");
        let mut pages = 0;
        for entry in folder {
            let name = entry.expect("an entry").path();
            let name = name.file_stem().and_then(|name| name.to_str()).expect("a name");
            let (status, page) = answer(&format!("/articles/{name}")).await;
            assert_eq!(status, StatusCode::OK, "{name}");
            assert!(page.contains("<h1 class=\"headline\""), "{name}: {page}");
            pages += 1;
        }
        assert!(pages > 5);
    }

    #[tokio::test]
    async fn what_the_page_refers_to_is_there() {
        for path in
            ["/styles/newsprint.css", "/styles/blocks/prose.css", "/api/images/snow-street.svg"]
        {
            assert_eq!(answer(path).await.0, StatusCode::OK, "{path}");
        }
    }

    #[tokio::test]
    async fn another_name_is_not_found() {
        for path in ["/articles/none", "/articles/..%2Fweather%2Fsaltmere", "/"] {
            assert_eq!(answer(path).await.0, StatusCode::NOT_FOUND, "{path}");
        }
    }

    #[test]
    fn text_of_an_article_is_text_in_the_page() {
        let page =
            render("a", br#"{"headline": "</title><script>", "sections": []}"#).expect("a page");
        assert!(page.contains("<title>&lt;/title&gt;&lt;script&gt;</title>"), "{page}");
        assert!(!page.contains("<script>"), "{page}");
    }

    #[test]
    fn dates_and_words_are_in_the_language_of_the_article() {
        let page = render(
            "a",
            br#"{"lang": "de", "headline": "H", "published": "2024-03-18T06:00:00Z", "sections": []}"#,
        );
        let page = page.expect("a page");
        assert!(page.contains("18. M\u{e4}rz 2024 um 06:00 UTC"), "{page}");
    }
}
