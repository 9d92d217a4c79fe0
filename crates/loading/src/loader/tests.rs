//! Requests and what comes of them, with a scripted platform.

use super::*;
use crate::scripted::{Response, Running, Test};

const URL: &str = "https://news.example/a.json";

fn request(url: &str) -> Request {
    Request { url: url.into(), credentials: "omit".into() }
}

/// Asks in a test, and notes what comes of it.
fn asking(test: &Test, request: Request) -> Running {
    let (script, loader) = (test.script.clone(), test.loader.clone());
    test.start(async move {
        match loader.ask(request).await {
            Ok(reply) => script.note(format_args!("{} bytes", reply.body.len())),
            Err(failure) => script.note(failure),
        }
    })
}

/// What happens when a URL is asked for that answers so.
fn log(responses: impl IntoIterator<Item = Response>) -> Vec<String> {
    let mut test = Test::new();
    test.script.answer(URL, responses);
    test.script.set_chance(0.5);
    let _asking = asking(&test, request(URL));
    test.pass(600_000.0);
    assert_eq!((test.script.running(), test.script.timers()), (0, 0));
    test.script.log()
}

#[test]
fn a_reply_comes() {
    assert_eq!(log([Response::body("12345")]), ["0 GET https://news.example/a.json", "10 5 bytes"]);
}

#[test]
fn what_may_pass_is_asked_for_three_times_more() {
    for response in
        [503, 500, 502, 504, 408, 425].map(Response::status).into_iter().chain([Response::broken()])
    {
        let log = log([response.clone()]);
        let times: Vec<_> = log.iter().map(|line| line.split(' ').next().unwrap()).collect();
        assert_eq!(times, ["0", "510", "1520", "3530", "3540"], "{response:?}");
    }
    let log = log([Response::status(503), Response::broken(), Response::body("12345")]);
    assert_eq!(log.last().unwrap(), "1530 5 bytes");
}

#[test]
fn what_will_not_pass_is_asked_for_once() {
    for status in [301, 304, 400, 401, 403, 404, 405, 410, 413, 451, 501, 505] {
        let log = log([Response::status(status)]);
        assert_eq!(log.len(), 2, "{log:?}");
    }
}

#[test]
fn a_backend_is_asked_again_when_it_says() {
    for header in ["7", "Mon, 18 Mar 2024 10:42:07 GMT"] {
        let log = log([
            Response::status(429).with("retry-after", header).after(0.0),
            Response::body("x"),
        ]);
        assert_eq!(log[1], "7000 GET https://news.example/a.json", "{header}");
    }
    let log = log([Response::status(503).with("retry-after", "3600")]);
    assert_eq!(log[1].split_once(": ").unwrap().0, "10 server");
}

#[test]
fn headers_have_a_deadline() {
    let log = log([Response::never()]);
    assert_eq!(log[1], "8500 GET https://news.example/a.json");
    assert_eq!(
        log[4],
        "35500 timeout: https://news.example/a.json: the headers did not come within 8000 ms."
    );
}

#[test]
fn the_body_has_a_deadline_of_its_own() {
    let dripping = Response::body("{").after(7000.0).dripping(1000, 1, 1000.0);
    assert_eq!(log([dripping])[1], "27500 GET https://news.example/a.json");
    let silent = Response::body("{").then_nothing();
    let log = log([silent]);
    assert!(log.last().unwrap().contains("timeout: https://news.example/a.json: the whole body"));
}

#[test]
fn a_slow_body_within_its_deadline_is_read() {
    assert_eq!(log([Response::body("{").dripping(19, 1, 1000.0)])[1], "19010 20 bytes");
}

#[test]
fn a_body_that_breaks_off_is_asked_for_again() {
    let log = log([Response::body("{").then_broken(), Response::body("{}")]);
    assert_eq!(log.last().unwrap(), "520 2 bytes");
}

#[test]
fn a_body_is_read_no_further_than_the_limit() {
    let endless = Response::body("").dripping(12, 1024 * 1024, 1.0);
    let log = log([endless]);
    assert_eq!(log.len(), 2);
    assert!(
        log[1].starts_with("21 too-large: https://news.example/a.json: The article is"),
        "{log:?}"
    );
    let exact = self::log([Response::body("").dripping(10, 1024 * 1024, 1.0)]);
    assert_eq!(exact[1], "20 10485760 bytes");
}

#[test]
fn the_next_try_waits_until_the_reader_looks() {
    let mut test = Test::new();
    test.script.answer(URL, [Response::status(503), Response::body("12345")]);
    let _asking = asking(&test, request(URL));
    test.pass(5.0);
    test.script.set_hidden(true);
    test.pass(60_000.0);
    assert_eq!(test.script.log(), ["0 GET https://news.example/a.json"]);
    test.script.set_hidden(false);
    test.pass(100.0);
    assert_eq!(test.script.log(), ["60005 GET https://news.example/a.json", "60015 5 bytes"]);
}

#[test]
fn a_network_that_goes_meanwhile_is_told() {
    let mut test = Test::new();
    test.script.answer(URL, [Response::status(503)]);
    test.script.set_chance(0.5);
    let _asking = asking(&test, request(URL));
    test.pass(50.0);
    test.script.set_offline(true);
    test.pass(60_000.0);
    let log = test.script.log();
    assert_eq!(log.len(), 2);
    assert!(log[1].starts_with("510 offline: https://news.example/a.json"), "{log:?}");
}

#[test]
fn without_a_network_nothing_is_tried_again() {
    let mut test = Test::new();
    test.script.answer(URL, [Response::broken()]);
    test.script.set_offline(true);
    let _asking = asking(&test, request(URL));
    test.pass(60_000.0);
    let log = test.script.log();
    assert_eq!(log.len(), 2);
    assert!(log[1].starts_with("0 offline: https://news.example/a.json could not"), "{log:?}");
}

#[test]
fn a_part_waits_for_the_network() {
    let mut test = Test::new();
    test.script.answer(URL, [Response::body("12345")]);
    test.script.set_offline(true);
    let (script, loader) = (test.script.clone(), test.loader.clone());
    let _part = test.start(async move {
        script.note(loader.part(request(URL)).await.is_ok());
    });
    test.pass(60_000.0);
    test.script.log();
    test.script.set_offline(false);
    test.pass(60_000.0);
    assert_eq!(test.script.log(), ["60000 GET https://news.example/a.json", "60010 true"]);
}

#[test]
fn two_that_ask_for_the_same_share_the_request() {
    let mut test = Test::new();
    test.script.answer(URL, [Response::status(503), Response::body("12345")]);
    let _one = asking(&test, request(URL));
    test.pass(5.0);
    let two = asking(&test, request(URL));
    let mut other = request(URL);
    other.credentials = "include".into();
    let three = asking(&test, other);
    test.pass(1.0);
    drop((two, three));
    let _four = asking(&test, request(URL));
    test.pass(50_000.0);
    let log = test.script.log();
    assert_eq!(log[0], "0 GET https://news.example/a.json");
    assert_eq!(log[1], "5 GET https://news.example/a.json");
    assert_eq!(log[2], "10 GET https://news.example/a.json");
    assert_eq!(log[3..], ["20 5 bytes", "20 5 bytes"]);
    // What is over is asked for anew.
    let _five = asking(&test, request(URL));
    test.pass(50_000.0);
    assert_eq!(test.script.log().len(), 2);
}

#[test]
fn what_nobody_waits_for_ends() {
    let mut test = Test::new();
    test.script.answer(URL, [Response::never()]);
    let one = asking(&test, request(URL));
    let two = asking(&test, request(URL));
    test.pass(5.0);
    drop(one);
    test.pass(5.0);
    assert_eq!(test.script.running(), 1);
    drop(two);
    test.pass(5.0);
    assert_eq!((test.script.running(), test.script.timers()), (0, 0));
}

#[test]
fn no_more_than_six_are_under_way_and_each_has_its_turn() {
    let mut test = Test::new();
    let urls: Vec<_> = (0..20).map(|number| format!("https://news.example/{number}")).collect();
    let all: Vec<_> = urls
        .iter()
        .map(|url| {
            test.script.answer(url, [Response::body("12345")]);
            asking(&test, request(url))
        })
        .collect();
    let mut all: Vec<_> = all.into_iter().map(Some).collect();
    test.pass(5.0);
    // One that is under way leaves, and one that waits.
    all[0] = None;
    all[7] = None;
    test.pass(1000.0);
    assert_eq!(test.script.most_at_once(), 6);
    let log = test.script.log();
    assert_eq!(log.iter().filter(|line| line.ends_with("5 bytes")).count(), 18);
    assert_eq!(log.iter().filter(|line| line.contains("GET")).count(), 19);
}
