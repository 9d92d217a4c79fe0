//! What a reader sees of an article that is followed, visit by visit and look by look.

use super::*;
use crate::scripted::{Response, Running, Test};

const URL: &str = "https://update.example/a.json";

fn subscription(refresh: f64) -> Subscription {
    Subscription { url: URL.into(), credentials: "omit".into(), refresh }
}

/// Follows in a test, and notes what is told.
fn following(test: &Test, refresh: f64) -> Running {
    let (script, loader) = (test.script.clone(), test.loader.clone());
    test.start(follow(loader, subscription(refresh), None, move |update| {
        script.note(match update {
            Update::Loading => "loading".into(),
            Update::Article { reading, version, .. } => {
                let from = if version.kept.is_some() { "a copy of " } else { "" };
                format!("{from}'{}'", reading.value.headline)
            }
            Update::Fresh => "fresh".into(),
            Update::Stale(failure) => format!("stale: {}", failure.kind.as_str()),
            Update::Failure(failure) => format!("failure: {}", failure.kind.as_str()),
        });
    }))
}

/// What happens on a visit when the backend answers so.
fn visit(test: &mut Test, responses: impl IntoIterator<Item = Response>) -> Vec<String> {
    test.script.answer(URL, responses);
    let visit = following(test, 0.0);
    test.pass(100_000.0);
    drop(visit);
    test.pass(100_000.0);
    assert_eq!((test.script.running(), test.script.timers()), (0, 0));
    let log = test.script.log();
    log.iter().map(|line| line.split_once(' ').unwrap().1.replace(URL, "it")).collect()
}

#[test]
fn the_first_visit_keeps_a_copy_for_the_next() {
    let mut test = Test::new();
    assert_eq!(visit(&mut test, [Response::article("One")]), ["GET it", "'One'"]);
    let (headers, body) = test.script.kept(URL).unwrap();
    assert!(body.contains("One"), "{body}");
    assert_eq!(headers[0], ("content-location", URL.to_owned()));
    assert_eq!(headers[1], ("date", "Mon, 18 Mar 2024 10:42:00 GMT".to_owned()));
    let same = visit(&mut test, [Response::article("One")]);
    assert_eq!(same, ["a copy of 'One'", "GET it", "fresh"]);
    let newer = visit(&mut test, [Response::article("Two")]);
    assert_eq!(newer, ["a copy of 'One'", "GET it", "'Two'"]);
    assert_eq!(visit(&mut test, [Response::article("Two")])[0], "a copy of 'Two'");
}

#[test]
fn whichever_is_there_first_is_shown_the_copy_or_the_reply() {
    // (how long the look for a copy takes, what is seen)
    for (lookup, seen) in
        [(9.0, ["GET it", "a copy of 'One'", "'Two'"].as_slice()), (11.0, &["GET it", "'Two'"])]
    {
        let mut test = Test::new();
        visit(&mut test, [Response::article("One")]);
        test.script.set_lookup(lookup);
        assert_eq!(visit(&mut test, [Response::article("Two")]), seen);
        let (_, body) = test.script.kept(URL).unwrap();
        assert!(body.contains("Two"), "{body}");
    }
}

#[test]
fn a_copy_is_shown_even_if_a_failure_is_there_first() {
    for (response, told) in [
        (Response::status(400), "stale: server"),
        (Response::body("<!doctype html>"), "stale: not-json"),
        (Response::status(410), "failure: gone"),
    ] {
        let mut test = Test::new();
        visit(&mut test, [Response::article("One")]);
        test.script.set_lookup(100.0);
        let log = visit(&mut test, [response]);
        assert_eq!(log, ["GET it", "a copy of 'One'", told]);
    }
}

#[test]
fn what_a_copy_refers_to_is_where_it_came_from() {
    let mut test = Test::new();
    let article = r#"{"headline": "H", "url": "x", "sections": []}"#;
    test.script.answer(
        URL,
        [Response::body(article).from("https://cdn.example/deep/a.json"), Response::broken()],
    );
    drop(following(&test, 0.0));
    for _ in 0..2 {
        let (script, loader) = (test.script.clone(), test.loader.clone());
        let _visit = test.start(follow(loader, subscription(0.0), None, move |update| {
            let Update::Article { reading, .. } = update else { return };
            script.note(reading.value.url.unwrap().href());
        }));
        test.pass(100.0);
        let log = test.script.log().join(" ");
        assert!(log.contains("https://cdn.example/deep/x"), "{log}");
    }
}

#[test]
fn a_copy_that_is_the_newest_is_as_good_as_new() {
    let mut test = Test::new();
    visit(&mut test, [Response::article("One")]);
    visit(&mut test, [Response::article("One")]);
    let (headers, _) = test.script.kept(URL).unwrap();
    assert_eq!(headers[1], ("date", "Mon, 18 Mar 2024 10:45:20 GMT".to_owned()));
}

#[test]
fn a_copy_is_checked_even_when_the_interval_changes_meanwhile() {
    let mut test = Test::new();
    test.script.answer(URL, [Response::article("One")]);
    let (script, loader) = (test.script.clone(), test.loader.clone());
    let shown = Version { fingerprint: Fingerprint(1), kept: Some(1.0) };
    let _visit =
        test.start(follow(loader, subscription(0.0), Some(shown), move |_| script.note("")));
    test.pass(1000.0);
    assert_eq!(test.script.log().len(), 2);
}

#[test]
fn a_backend_that_wants_to_be_left_alone_is() {
    let mut test = Test::new();
    let busy = Response::status(429).with("retry-after", "600");
    test.script.answer(URL, [Response::article("One"), busy, Response::article("One")]);
    let _visit = following(&test, 60.0);
    test.pass(700_000.0);
    let log = test.script.log();
    let asked: Vec<_> = log.iter().filter(|line| line.contains("GET")).collect();
    let times: Vec<_> = asked.iter().map(|line| line.split('.').next().unwrap()).collect();
    assert!(times[1].starts_with("54010 ") && times[2].starts_with("654020 "), "{log:?}");
}

#[test]
fn what_must_not_be_stored_is_not_kept() {
    let mut test = Test::new();
    visit(&mut test, [Response::article("One")]);
    visit(&mut test, [Response::article("Two").with("cache-control", "private, No-Store")]);
    assert_eq!(test.script.kept(URL), None);
}

#[test]
fn a_takedown_takes_down() {
    for (status, kind) in
        [(404, "not-found"), (410, "gone"), (451, "gone"), (401, "forbidden"), (403, "forbidden")]
    {
        let mut test = Test::new();
        visit(&mut test, [Response::article("One")]);
        let log = visit(&mut test, [Response::status(status)]);
        assert_eq!(log[2..], [format!("failure: {kind}")]);
        assert_eq!(test.script.kept(URL), None, "{status}");
    }
}

#[test]
fn a_copy_outlives_everything_else() {
    for (response, kind) in [
        (Response::status(503), "server"),
        (Response::status(400), "server"),
        (Response::broken(), "network"),
        (Response::never(), "timeout"),
        (Response::body("<!doctype html>"), "not-json"),
        (Response::body("{}"), "not-an-article"),
        (Response::body("").dripping(11, 1024 * 1024, 1.0), "too-large"),
    ] {
        let mut test = Test::new();
        visit(&mut test, [Response::article("One")]);
        let log = visit(&mut test, [response]);
        assert_eq!(log[0], "a copy of 'One'");
        assert_eq!(log.last().unwrap(), &format!("stale: {kind}"));
        assert!(test.script.kept(URL).is_some(), "{kind}");
    }
}

#[test]
fn a_copy_that_can_not_be_read_is_none() {
    let mut test = Test::new();
    test.script.keep(URL, URL, b"{");
    assert_eq!(visit(&mut test, [Response::article("One")]), ["GET it", "'One'"]);
}

#[test]
fn offline_the_copy_is_shown_and_it_goes_on_when_the_network_is_back() {
    let mut test = Test::new();
    visit(&mut test, [Response::article("One")]);
    test.script.answer(URL, [Response::article("Two")]);
    test.script.set_offline(true);
    let _visit = following(&test, 0.0);
    test.pass(1_000_000.0);
    let copy = ["a copy of 'One'", "GET it", "stale: offline"];
    let log = |test: &Test| -> Vec<_> {
        let log = test.script.log();
        log.iter().map(|it| it.split_once(' ').unwrap().1.replace(URL, "it")).collect()
    };
    assert_eq!(log(&test), copy);
    test.script.set_offline(false);
    test.pass(100.0);
    assert_eq!(log(&test), ["GET it", "'Two'"]);
}

#[test]
fn offline_without_a_copy_it_is_told_at_once_and_loads_when_the_network_is_back() {
    let mut test = Test::new();
    test.script.answer(URL, [Response::article("One")]);
    test.script.set_offline(true);
    let _visit = following(&test, 0.0);
    test.pass(1000.0);
    test.script.set_offline(false);
    test.pass(1000.0);
    assert_eq!(
        test.script.log(),
        [
            "0 GET https://update.example/a.json",
            "0 failure: offline",
            "1000 loading",
            "1000 GET https://update.example/a.json",
            "1010 'One'"
        ]
    );
}

#[test]
fn a_refresh_asks_every_now_and_then_and_shows_only_changes() {
    let mut test = Test::new();
    test.script.set_chance(0.5);
    test.script.answer(
        URL,
        [Response::article("One"), Response::article("One"), Response::article("Two")],
    );
    let _visit = following(&test, 60.0);
    test.pass(130_000.0);
    assert_eq!(
        test.script.log(),
        [
            "0 GET https://update.example/a.json",
            "10 'One'",
            "60010 GET https://update.example/a.json",
            "60020 fresh",
            "120020 GET https://update.example/a.json",
            "120030 'Two'",
        ]
    );
}

#[test]
fn readers_do_not_refresh_all_at_once() {
    for (chance, at) in [(0.0, "54010"), (0.999, "65998")] {
        let mut test = Test::new();
        test.script.set_chance(chance);
        test.script.answer(URL, [Response::article("One")]);
        let _visit = following(&test, 60.0);
        test.pass(70_000.0);
        let log = test.script.log();
        assert!(log[2].starts_with(at), "{log:?}");
    }
}

#[test]
fn a_refresh_waits_for_the_reader_and_goes_on_at_once() {
    let mut test = Test::new();
    test.script.answer(URL, [Response::article("One")]);
    let _visit = following(&test, 60.0);
    test.pass(1000.0);
    test.script.log();
    test.script.set_hidden(true);
    test.pass(600_000.0);
    assert!(test.script.log().is_empty());
    test.script.set_hidden(false);
    test.pass(100.0);
    assert_eq!(test.script.log().len(), 2);
}

#[test]
fn a_failed_refresh_takes_nothing_away_but_a_takedown_does() {
    let mut test = Test::new();
    test.script.answer(
        URL,
        [
            Response::article("One"),
            Response::status(404),
            Response::body("{}"),
            Response::article("One"),
            Response::status(410),
        ],
    );
    let _visit = following(&test, 60.0);
    test.pass(600_000.0);
    let log = test.script.log();
    let told: Vec<_> = log.iter().filter(|it| !it.contains("GET")).collect();
    let told: Vec<_> = told.iter().map(|it| it.split_once(' ').unwrap().1).collect();
    assert_eq!(
        told,
        ["'One'", "stale: not-found", "stale: not-an-article", "fresh", "failure: gone"]
    );
}

#[test]
fn a_refresh_goes_on_after_a_failure_that_may_pass() {
    let mut test = Test::new();
    test.script.answer(
        URL,
        [503, 503, 503, 503].map(Response::status).into_iter().chain([Response::article("One")]),
    );
    let _visit = following(&test, 60.0);
    test.pass(100_000.0);
    assert!(test.script.log().iter().any(|it| it.ends_with("'One'")));
}

#[test]
fn what_is_shown_already_is_looked_after_from_then_on() {
    let mut test = Test::new();
    test.script.answer(URL, [Response::article("One")]);
    let (script, loader) = (test.script.clone(), test.loader.clone());
    let reading = Reply::inline(r#"{"headline": "One", "sections": []}"#, &URL.into(), "it");
    let shown = Version::of(&reading, None);
    let _visit = test.start(follow(loader, subscription(60.0), Some(shown), move |update| {
        script.note(matches!(update, Update::Fresh));
    }));
    test.pass(59_000.0);
    assert_eq!(test.script.log(), ["54000 GET https://update.example/a.json", "54010 true"]);
}
