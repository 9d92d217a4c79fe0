//! Weather icons, drawn for Newsprint on a grid of 24 by 24

use yew::Html;

use newsprint_model::Condition;

use super::markup::element;

/// A cloud that leaves room below for what falls from it.
const CLOUD: &str = "M7 16a4 4 0 0 1-.4-7.98 5.5 5.5 0 0 1 10.6-.9A4.5 4.5 0 0 1 17.5 16z";

/// A cloud low enough for a sun to look over it.
const LOW_CLOUD: &str = "M8 20a3.5 3.5 0 0 1-.3-6.99 4.8 4.8 0 0 1 9.2-.8A3.9 3.9 0 0 1 17 20z";

/// A sun with its rays.
const SUN: &str = "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M4.9 4.9l1.8 1.8M17.3 17.3l1.8 1.8M4.9 19.1l1.8-1.8M17.3 6.7l1.8-1.8";

/// A sun half behind a low cloud.
const SUN_BEHIND: &str =
    "M5.6 10.6a4.2 4.2 0 0 1 7.6-3.4M9 1.5v2M2 8.5h2M4 3.6l1.4 1.4M14 3.6l-1.4 1.4";

/// What the sky does, as a picture. It says nothing to a screen reader: the words stand beside it.
pub(super) fn weather(condition: Condition) -> Html {
    let (first, second) = match condition {
        Condition::Clear => (SUN, ""),
        Condition::PartlyCloudy => (LOW_CLOUD, SUN_BEHIND),
        Condition::Cloudy => (LOW_CLOUD, "M10 9a4.3 4.3 0 0 1 8-1 3.4 3.4 0 0 1 3 5.6"),
        Condition::Fog => ("M4 9h13M7 13h13M4 17h10M9 5h8M17 17h3", ""),
        Condition::Drizzle => (CLOUD, "M8.5 19v1.5M12 19v1.5M15.5 19v1.5"),
        Condition::Rain => (CLOUD, "M8.5 18.5l-1.2 3.5M12.5 18.5l-1.2 3.5M16.5 18.5l-1.2 3.5"),
        Condition::Sleet => (
            CLOUD,
            "M8 18.5l-1.2 3.5M16.5 18.5l-1.2 3.5M12 18.6v3.4M10.5 19.4l3 1.7M13.5 19.4l-3 1.7",
        ),
        Condition::Snow => (
            CLOUD,
            "M8 18.6v3.4M6.5 19.4l3 1.7M9.5 19.4l-3 1.7M16 18.6v3.4M14.5 19.4l3 1.7M17.5 19.4l-3 1.7",
        ),
        Condition::Thunderstorm => (CLOUD, "M12.5 13.5L10 18.5h4l-2.5 4.5"),
    };
    let path = |line: &'static str| element("path").set("d", line).html();
    element("svg")
        .class("icon")
        .set("viewBox", "0 0 24 24")
        .set("aria-hidden", "true")
        .child(path(first))
        .child(path(second))
        .html()
}
