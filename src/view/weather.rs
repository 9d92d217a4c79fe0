//! Weather header

use yew::Html;

use crate::model::{Date, Header, Link, Supply, Weather};

use super::icon;
use super::markup::element;
use super::page::Page;
use super::text::{linked, string};

/// The line at the very top: temperature, place, and the date in words.
pub(super) fn header(header: &Header, page: &Page<'_>) -> Html {
    let weather = match &header.weather {
        Some(Supply::Inline(weather)) => Some(weather),
        // It is still on its way, or it never came: the line does without.
        Some(Supply::Url(_)) | None => None,
    };
    let place = header.place.as_ref().or_else(|| weather?.place.as_ref());
    if weather.is_none() && place.is_none() && header.date.is_none() {
        return Html::default();
    }
    let mut line = element("div");
    line.named("header");
    if let Some(weather) = weather {
        line.child(sky(weather, page));
    }
    if let Some(place) = place {
        line.child(element("span").class("place").child(string(place)).html());
    }
    if let Some(date) = header.date {
        line.child(day(date, page));
    }
    if let Some(source) = weather.and_then(|weather| weather.attribution.as_ref()) {
        line.child(attribution(source, page));
    }
    line.html()
}

fn sky(weather: &Weather, page: &Page<'_>) -> Html {
    let locale = page.edition.locale;
    let mut sky = element("span");
    sky.named("weather");
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
            let words = locale.words().conditions[condition as usize];
            sky.child(for_ears.words(words).words(", ").html());
        }
        (None, None) => {}
    }
    // A no-break space and the sign, as the International System of Units has it.
    let number = locale.decimal(weather.temperature);
    let temperature = format!("{number}\u{a0}{}", weather.unit.sign());
    sky.child(element("bdi").written(temperature).html()).html()
}

fn day(date: Date, page: &Page<'_>) -> Html {
    element("time")
        .named("date")
        .attribute("datetime", date.to_string().into())
        .written(page.edition.locale.weekday(date))
        .html()
}

/// Whom the data is owed to.
fn attribution(source: &Link, page: &Page<'_>) -> Html {
    let words = page.edition.locale.words();
    element("span")
        .class("attribution")
        .words(words.weather)
        .words(words.colon)
        .child(linked(string(&source.text), source.url.as_ref()))
        .html()
}
