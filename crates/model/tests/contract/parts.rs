//! Parts that come by a URL of their own.

use newsprint_model::{read_link_list, read_weather};
use newsprint_testing::urls;
use url::Url;

use crate::document::lines;

#[test]
fn a_list_is_read_on_its_own() {
    let urls = Url::parse("https://news.example/api/lists/latest.json").expect("a URL");
    let list = br#"{"title": "Latest", "items": [{"headline": "A", "url": "a"}, {"url": "/b"}]}"#;
    let reading = read_link_list(list, &urls).unwrap();
    let url = reading.value.items[0].url.as_ref().map(|url| url.href().to_string());
    assert_eq!(url.as_deref(), Some("https://news.example/api/lists/a"));
    assert_eq!(
        lines(&reading.diagnostics),
        ["/items/1: expected an object with \"headline\", found none"]
    );
    assert_eq!(read_link_list(b"[]", &urls).unwrap().value.items, []);
}

#[test]
fn weather_is_read_on_its_own() {
    let urls = urls();
    let reading = read_weather(br#"{"temperature": -3, "condition": "hail"}"#, &urls).unwrap();
    assert_eq!(reading.value.condition, None);
    assert_eq!(lines(&reading.diagnostics)[0].split(": ").next(), Some("/condition"));
    assert_eq!(reading.diagnostics.len(), 1);
}

#[test]
fn parts_that_are_none_are_clear_errors() {
    let urls = urls();
    let list = |body| read_link_list(body, &urls).unwrap_err().to_string();
    let weather = |body| read_weather(body, &urls).unwrap_err().to_string();
    for body in [&b"{}"[..], b"null", b"5", b"\"/list.json\""] {
        assert!(list(body).contains("expected an object with \"items\""), "{}", list(body));
    }
    for body in [&b"{}"[..], b"[]", b"9.5", b"null"] {
        assert!(
            weather(body).contains("expected an object with \"temperature\""),
            "{}",
            weather(body)
        );
    }
    for body in [&b"<html>"[..], b"", b"{\"items\": ["] {
        assert!(list(body).starts_with("The reply is not JSON"), "{}", list(body));
        assert!(weather(body).starts_with("The reply is not JSON"), "{}", weather(body));
    }
}
