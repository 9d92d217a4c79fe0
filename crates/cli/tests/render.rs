//! `newsprint render`, as a site runs it.

mod support;

use std::fs;
use std::time::{Duration, Instant};

use support::{Folder, Server, newsprint};

const ARTICLE: &str = r#"{"lang": "de", "headline": "Fünf Brücken", "url": "/bruecken",
    "published": "2024-03-18T06:00:00Z", "latest": "/api/latest.json",
    "header": {"weather": "../weather.json"}, "hero": {"src": "../b.webp"}, "sections": []}"#;

#[test]
fn one_article_is_written_to_the_output() {
    let folder = Folder::new();
    folder.write("api/articles/a.json", ARTICLE);
    let run = newsprint(&folder, "render api/articles/a.json --src /api/articles/a.json");
    assert_eq!((run.code, &*run.errors), (0, ""));
    for part in [
        r#"<html lang="de" dir="ltr">"#,
        r#"<newsprint-article src="/api/articles/a.json">"#,
        r#"<template shadowrootmode="open"><link rel="stylesheet" href="/newsprint/newsprint.css">"#,
        r#"<span class="awaited" data-part="latest">"#,
        r#"<link rel="canonical" href="/bruecken">"#,
        // `openssl dgst -sha256 -binary a.json | base64`
        r#"data-json="sha256-duAG2Xc8/4THOsYEM+b5JPz7Z4FJh+7ljt0I5nzTBG4=""#,
        r#"src="/api/b.webp""#,
        "18. März 2024 um 06:00 UTC",
    ] {
        assert!(run.output.contains(part), "{part}\n{}", run.output);
    }
    assert!(!run.output.contains("newsprint.invalid"), "{}", run.output);
}

#[test]
fn with_its_origin_all_urls_are_whole() {
    let folder = Folder::new();
    folder.write("a.json", ARTICLE);
    let line = "render a.json --base https://news.example/api/articles/ --time-zone Asia/Almaty \
                --site-name Gazette --theme dark --refresh 60 --in-place --scope two";
    let run = newsprint(&folder, line);
    assert_eq!(run.code, 0, "{}", run.errors);
    for part in [
        r#"src="https://news.example/api/articles/a.json" theme="dark" navigation="in-place" refresh="60""#,
        r#"<meta property="og:image" content="https://news.example/api/b.webp">"#,
        "<title>Fünf Brücken – Gazette</title>",
        "um 11:00 GMT+5",
    ] {
        assert!(run.output.contains(part), "{part}\n{}", run.output);
    }
}

#[test]
fn a_relative_url_without_a_base_is_explained() {
    let folder = Folder::new();
    folder.write("a.json", ARTICLE);
    let run = newsprint(&folder, "render a.json");
    assert_eq!((run.code, &*run.output), (1, ""));
    assert!(run.errors.starts_with("error: a.json has the URL \"../"), "{}", run.errors);
    assert!(run.errors.contains("--src /api/articles/"), "{}", run.errors);
}

#[test]
fn parts_come_from_the_files_of_the_site() {
    let folder = Folder::new();
    folder.write("api/articles/a.json", ARTICLE);
    folder.write("api/weather.json", r#"{"temperature": 9.5, "unit": "C"}"#);
    folder.write("api/latest.json", r#"[{"headline": "Fähre", "url": "faehre"}]"#);
    let run = newsprint(&folder, "render api/articles --src /api/articles/ --resolve");
    assert_eq!((run.code, &*run.errors), (0, ""));
    assert!(run.output.contains("9,5\u{a0}°C"), "{}", run.output);
    assert!(run.output.contains(r#"href="/api/faehre">Fähre"#), "{}", run.output);
    fs::remove_file(folder.path("api/latest.json")).unwrap();
    let run = newsprint(&folder, "render api/articles --src /api/articles/ --resolve");
    assert_eq!(run.code, 0);
    assert!(run.errors.contains("warning: api/articles/a.json: /api/latest.json is in no file"));
    assert!(run.output.contains(r#"data-part="latest""#), "{}", run.output);
}

#[test]
fn parts_of_other_places_are_fetched_once() {
    let server = Server::start(&[("/latest.json", r#"[{"headline": "Ferry", "url": "ferry"}]"#)]);
    let folder = Folder::new();
    let origin = &server.origin;
    for number in 0..20 {
        let json =
            format!(r#"{{"headline": "H", "latest": "{origin}/latest.json", "sections": []}}"#);
        folder.write(&format!("in/{number}.json"), &json);
    }
    let line = "render in --src /api/ --resolve --out out --threads 1";
    let run = newsprint(&folder, line);
    assert_eq!((run.code, &*run.errors), (0, "Rendered 20 articles.\n"));
    assert_eq!(server.requests(), 1);
    for number in 0..20 {
        let page = folder.read(&format!("out/{number}.html"));
        assert!(page.contains(&format!(r#"href="{origin}/ferry">Ferry"#)), "{page}");
    }
    // What is hidden is not asked for.
    let run = newsprint(&folder, &format!("{line} --hide latest"));
    assert_eq!((run.code, server.requests()), (0, 1));
}

#[test]
fn a_part_that_is_not_there_stays_a_url() {
    let server = Server::start(&[("/no-list.json", "7")]);
    let folder = Folder::new();
    let json = |path: &str| {
        format!(r#"{{"headline": "H", "related": "{}/{path}", "sections": []}}"#, server.origin)
    };
    for (path, says) in [("none.json", "404"), ("no-list.json", "not a list of articles")] {
        folder.write("a.json", &json(path));
        let run = newsprint(&folder, "render a.json --resolve");
        assert_eq!(run.code, 0);
        assert!(run.errors.starts_with("warning: a.json: "), "{}", run.errors);
        assert!(run.errors.contains(says), "{}", run.errors);
        assert!(run.output.contains(r#"data-part="related""#), "{}", run.output);
    }
}

#[test]
fn many_articles_become_many_pages_in_a_template() {
    let folder = Folder::new();
    for number in 0..200 {
        let json = format!(r#"{{"headline": "Number {number}", "sections": []}}"#);
        folder.write(&format!("in/{}/{number}.json", number % 7), &json);
    }
    folder.write("in/0/broken.json", "{");
    folder.write("page.html", "<title>Ours</title><!-- newsprint-article --><p>End");
    let run = newsprint(&folder, "render in --out out --page page.html --threads 3");
    assert_eq!(run.code, 1);
    assert!(run.errors.contains("error: in/0/broken.json: "), "{}", run.errors);
    assert!(run.errors.ends_with("Rendered 200 articles.\n"), "{}", run.errors);
    for number in 0..200 {
        let page = folder.read(&format!("out/{}/{number}.html", number % 7));
        assert!(page.starts_with("<title>Ours</title><newsprint-article>"), "{page}");
        assert!(page.contains(&format!("<h1>Number {number}</h1>")), "{page}");
        assert!(page.ends_with("<p>End"), "{page}");
    }
}

#[test]
fn the_bundle_gives_names_and_hashes() {
    let folder = Folder::new();
    folder.write("a.json", r#"{"headline": "H", "sections": []}"#);
    folder.write(
        "dist/newsprint.json",
        r#"{"version": "0.1.0", "files": {
            "script": {"file": "newsprint.js", "integrity": "sha384-A"},
            "prerendered": {"file": "newsprint-1.css", "integrity": "sha384-B"}}}"#,
    );
    let line = "render a.json --dist dist --integrity --assets https://cdn.example/n/0.1.0";
    let run = newsprint(&folder, line);
    let styles = r#"href="https://cdn.example/n/0.1.0/newsprint-1.css" integrity="sha384-B" crossorigin="anonymous">"#;
    assert_eq!(run.output.matches(styles).count(), 2, "{}", run.output);
    assert!(run.output.contains(
        r#"src="https://cdn.example/n/0.1.0/newsprint.js" integrity="sha384-A" crossorigin="anonymous">"#
    ));
}

#[test]
fn what_is_asked_for_wrongly_is_explained() {
    let folder = Folder::new();
    folder.write("a.json", r#"{"headline": "H", "sections": []}"#);
    folder.write("b.json", r#"{"headline": "H", "sections": []}"#);
    folder.write("page.html", "<main></main>");
    for (line, says) in [
        ("render a.json --page page.html", "write <!-- newsprint-article --> there"),
        ("render a.json --page none.html", "none.html can't be read"),
        ("render a.json b.json", "--out public/articles"),
        ("render a.json b.json --out out --src /a.json", "with a / at its end"),
        ("render a.json --time-zone Berlin", "Europe/Berlin"),
        ("render a.json --heading-level 5", "1..=4"),
        ("render a.json --watch", "--out"),
        ("render a.json --dist dist", "cargo xtask build"),
        ("render", "FILE|FOLDER"),
    ] {
        let run = newsprint(&folder, line);
        assert_eq!(run.code, 2, "{line}: {}", run.errors);
        assert!(run.errors.contains(says), "{line}: {}", run.errors);
    }
}

#[test]
fn a_change_is_rendered_again() {
    let folder = Folder::new();
    folder.write("in/a.json", r#"{"headline": "Before", "latest": "/l.json", "sections": []}"#);
    let list = |headline: &str| format!(r#"[{{"headline": "{headline}", "url": "/u"}}]"#);
    folder.write("l.json", &list("First"));
    let watching = folder.start("render in --src /in/ --resolve --out out --watch");
    let wait_for = |words: &str| {
        let start = Instant::now();
        while !fs::read_to_string(folder.path("out/a.html")).is_ok_and(|it| it.contains(words)) {
            assert!(start.elapsed() < Duration::from_secs(60), "{words} did not come");
            std::thread::sleep(Duration::from_millis(20));
        }
    };
    wait_for("First");
    folder.write("l.json", &list("Another"));
    wait_for("Another");
    folder.write("in/a.json", r#"{"headline": "Afterwards", "sections": []}"#);
    wait_for("Afterwards");
    drop(watching);
}
