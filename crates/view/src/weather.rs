//! Weather header

use yew::Html;

use newsprint_model::{Date, Header, InlineOrUrl, Link, Unit, Weather};

use super::dictionary::Key;
use super::icon;
use super::markup::{awaited, element};
use super::page::Page;
use super::text::{linked, string};

/// The line at the very top: temperature, place, and the date in words.
pub(super) fn header(header: &Header, page: &Page<'_>) -> Html {
    let (weather, is_pending) = match &header.weather {
        _ if page.options.hides("weather") => (None, false),
        Some(InlineOrUrl::Inline(weather)) => (Some(weather), false),
        Some(InlineOrUrl::Url(_)) => (None, true),
        None => (None, false),
    };
    let place = header.place.as_ref().or_else(|| weather?.place.as_ref());
    let date = header.date.filter(|_| !page.options.hides("date"));
    let is_empty = weather.is_none() && !is_pending && place.is_none() && date.is_none();
    if is_empty || page.options.hides("header") {
        return Html::default();
    }
    let mut line = element("div");
    line.class_and_part("header");
    if let Some(weather) = weather {
        line.child(sky(weather, page));
    } else if is_pending {
        // Keeps the place free, so that nothing moves when the weather comes.
        line.child(awaited("weather"));
    }
    if let Some(place) = place {
        line.child(element("span").class("place").child(string(place)).html());
    }
    if let Some(date) = date {
        line.child(day(date, page));
    }
    if let Some(source) = weather.and_then(|weather| weather.attribution.as_ref()) {
        line.child(attribution(source, page));
    }
    line.html()
}

fn sky(weather: &Weather, page: &Page<'_>) -> Html {
    let locale = page.options.locale;
    let mut sky = element("span");
    sky.class_and_part("weather");
    if let Some(condition) = weather.condition {
        sky.child(icon::weather(condition));
    }
    let mut for_ears = element("span");
    for_ears.class("for-ears");
    match (&weather.description, weather.condition) {
        (Some(description), _) => {
            sky.child(for_ears.child(string(description)).words(", ").html());
        }
        (None, Some(condition)) => {
            let words = page.label(Key::Condition(condition));
            sky.child(for_ears.child(words).words(", ").html());
        }
        (None, None) => {}
    }
    // A no-break space and the sign, as the International System of Units has it.
    let sent = weather.unit.unwrap_or(Unit::Celsius);
    let unit = page.options.unit.or(weather.unit).unwrap_or_else(|| locale.unit());
    let number = if unit == sent {
        locale.decimal(&weather.temperature)
    } else {
        locale.tenths(sent.convert(weather.temperature.value(), unit))
    };
    let temperature = format!("{number}\u{a0}{}", unit.sign());
    sky.child(element("bdi").text(temperature).html()).html()
}

fn day(date: Date, page: &Page<'_>) -> Html {
    element("time")
        .class_and_part("date")
        .attribute("datetime", date.to_string().into())
        .text(page.options.locale.weekday(date))
        .html()
}

/// Whoever the data comes from.
fn attribution(source: &Link, page: &Page<'_>) -> Html {
    element("span")
        .class("attribution")
        .child(page.label(Key::Weather))
        .label(page.words(Key::Colon))
        .child(linked(string(&source.text), source.url.as_ref()))
        .html()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{markup, options, read, rendered};
    use super::super::{RenderOptions, article};
    use newsprint_model::Unit;

    fn header(json: &str) -> String {
        let html = rendered(&format!(r#"{{"headline": "H", "header": {json}, "sections": []}}"#));
        let (from, _) = html.split_once("<h1").unwrap();
        from.split_once(r#"<header class="masthead">"#).unwrap().1.to_owned()
    }

    #[test]
    fn it_is_one_line_temperature_first_and_the_date_in_words() {
        assert_eq!(
            header(r#"{"date": "2024-03-18", "weather": {"temperature": 9.5, "unit": "C"}}"#),
            "<div class=\"header\" part=\"header\">\
             <span class=\"weather\" part=\"weather\"><bdi>9.5\u{a0}°C</bdi></span>\
             <time class=\"date\" part=\"date\" datetime=\"2024-03-18\">Monday, 18 March 2024</time>\
             </div>"
        );
    }

    #[test]
    fn the_icon_has_words_for_screen_readers() {
        let html = header(r#"{"weather": {"temperature": 46, "unit": "F", "condition": "rain"}}"#);
        assert!(html.contains(r#"aria-hidden="true""#), "{html}");
        assert!(html.contains(r#"<span class="for-ears">Rain, </span><bdi>46"#), "{html}");
        assert!(html.contains("°F"), "{html}");
        let html = header(
            r#"{"weather": {"temperature": 1, "condition": "snow", "description": "Thick snow"}}"#,
        );
        assert!(html.contains(r#"<span class="for-ears">Thick snow, </span>"#), "{html}");
    }

    #[test]
    fn temperatures_are_given_in_the_unit_that_is_wished() {
        let in_unit = |unit, json: &str| {
            let json =
                format!(r#"{{"headline": "H", "header": {{"weather": {json}}}, "sections": []}}"#);
            let html = markup(article(&read(&json), RenderOptions { unit, ..options() }));
            html.split_once("<bdi>").unwrap().1.split_once("</bdi>").unwrap().0.to_owned()
        };
        let (c, f) = (Some(Unit::Celsius), Some(Unit::Fahrenheit));
        assert_eq!(in_unit(f, r#"{"temperature": 9.5}"#), "49.1\u{a0}°F");
        assert_eq!(in_unit(c, r#"{"temperature": 50, "unit": "F"}"#), "10\u{a0}°C");
        assert_eq!(in_unit(c, r#"{"temperature": 9.5, "unit": "C"}"#), "9.5\u{a0}°C");
        assert_eq!(in_unit(None, r#"{"temperature": 50, "unit": "F"}"#), "50\u{a0}°F");
    }

    #[test]
    fn the_place_is_that_of_the_paper_before_that_of_the_weather() {
        let html = header(r#"{"place": "London", "weather": {"temperature": 1, "place": "Kew"}}"#);
        assert!(html.contains(r#"<span class="place">London</span>"#) && !html.contains("Kew"));
        assert!(header(r#"{"weather": {"temperature": 1, "place": "Kew"}}"#).contains("Kew"));
    }

    #[test]
    fn without_anything_to_show_it_leaves_no_hole() {
        assert_eq!(header("{}"), "");
        // The place is kept free until the weather comes.
        assert_eq!(
            header(r#"{"weather": "/api/weather.json"}"#),
            r#"<div class="header" part="header"><span class="awaited" data-part="weather"></span></div>"#
        );
        assert!(!header(r#"{"date": "2024-03-18"}"#).contains("weather"));
    }

    #[test]
    fn the_source_of_the_data_is_named() {
        let html = header(
            r#"{"weather": {"temperature": 1, "attribution": {"text": "Met", "url": "/met"}}}"#,
        );
        assert!(
            html.contains(r#"Weather: <a rel="noopener" href="https://news.example/met">Met</a>"#),
            "{html}"
        );
    }
}
