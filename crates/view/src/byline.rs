//! Byline, and when the article was published

use yew::{AttrValue, Html};

use newsprint_model::{Article, Byline, Moment, Person};

use super::dictionary::Key;
use super::markup::element;
use super::page::Page;
use super::text::{link, string};

/// Who the article is by: 'Authored by: A, B and C'.
pub(super) fn byline(byline: &Byline, page: &Page<'_>) -> Html {
    let locale = page.options.locale;
    let mut line = element("p");
    line.class_and_part("byline");
    let has_colon = match &byline.label {
        Some(label) => {
            line.child_element(element("bdi").child(string(label)));
            label.trim_end().ends_with([':', '：'])
        }
        None => {
            line.child(page.label(Key::AuthoredBy));
            false
        }
    };
    line.label(if has_colon { AttrValue::Static(" ") } else { page.words(Key::Colon) });
    let names: Vec<&str> = byline.authors.iter().map(|author| &*author.name).collect();
    let mut separators = locale.list_separators(&names).into_iter();
    for author in &byline.authors {
        line.child(name(author));
        if let Some(separator) = separators.next() {
            line.text(separator);
        }
    }
    line.html()
}

fn name(author: &Person) -> Html {
    let name = element("bdi").class("author").child(string(&author.name)).html();
    match &author.url {
        Some(url) => link(url).set("rel", "author noopener").child(name).html(),
        None => name,
    }
}

/// When the article was published, and when it was last changed.
pub(super) fn times(article: &Article, page: &Page<'_>) -> Html {
    // A scheduled article was last changed before it came out, and a backend that knows of no change
    // sends the same time twice. What happened within the same minute reads the same.
    let minute = |moment: &Moment| moment.epoch_ms().div_euclid(60_000);
    let published = article.published.as_ref().map(minute);
    let updated = article.updated.filter(|updated| Some(minute(updated)) > published);
    if article.published.is_none() && updated.is_none() {
        return Html::default();
    }
    let mut line = element("p");
    line.class("times");
    for (label, at) in [(Key::Published, article.published), (Key::Updated, updated)] {
        if let Some(at) = at {
            let time = moment(at, page);
            line.child_element(element("span").child(page.label(label)).words(" ").child(time));
        }
    }
    line.html()
}

/// A moment in words, with the exact time for programs in `datetime`.
pub(super) fn moment(moment: Moment, page: &Page<'_>) -> Html {
    let locale = page.options.locale;
    let words = match moment {
        Moment::Day(date) => locale.day(date),
        Moment::Instant(instant) => locale.moment(instant),
    };
    element("time").attribute("datetime", moment.datetime().into()).text(words).html()
}

#[cfg(test)]
mod tests {
    use super::super::testing::rendered;

    fn byline(json: &str) -> String {
        let html = rendered(&format!(r#"{{"headline": "H", "byline": {json}, "sections": []}}"#));
        match html.split_once(r#"<p class="byline" part="byline">"#) {
            Some((_, from)) => from.split_once("</p>").unwrap().0.to_owned(),
            None => String::new(),
        }
    }

    fn times(json: &str) -> String {
        let html = rendered(&format!(r#"{{"headline": "H", {json}, "sections": []}}"#));
        match html.split_once(r#"<p class="times">"#) {
            Some((_, from)) => from.split_once("</p>").unwrap().0.to_owned(),
            None => String::new(),
        }
    }

    #[test]
    fn authors_are_linked_and_joined_as_the_language_does_it() {
        assert_eq!(
            byline(r#"{"authors": [{"name": "A", "url": "/a"}, {"name": "B"}, {"name": "C"}]}"#),
            "Authored by: <a rel=\"author noopener\" href=\"https://news.example/a\">\
             <bdi class=\"author\">A</bdi></a>, <bdi class=\"author\">B</bdi> and \
             <bdi class=\"author\">C</bdi>"
        );
    }

    #[test]
    fn a_label_is_used_as_it_came_and_gets_one_colon() {
        for label in ["Words", "Words:", "Words: "] {
            let html = byline(&format!(r#"{{"label": "{label}", "authors": [{{"name": "A"}}]}}"#));
            assert!(html.replace("</bdi>", "").starts_with("<bdi>Words: "), "{html}");
        }
    }

    #[test]
    fn times_are_words_for_people_and_exact_for_programs() {
        assert_eq!(
            times(r#""published": "2024-03-18T09:30:00+01:00", "updated": "2024-03-19""#),
            "<span>Published <time datetime=\"2024-03-18T08:30:00Z\">\
             18 March 2024 at 08:30 UTC</time></span>\
             <span>Updated <time datetime=\"2024-03-19\">19 March 2024</time></span>"
        );
    }

    #[test]
    fn only_a_later_update_that_reads_otherwise_is_told() {
        for (published, updated, is_told) in [
            ("2024-03-18T09:00:00Z", "2024-03-18T09:01:00Z", true),
            ("2024-03-18T09:00:00Z", "2024-03-19", true),
            ("2024-03-18", "2024-03-18T10:00:00Z", true),
            // Saved before it came out.
            ("2024-03-18T09:00:00Z", "2024-03-11T16:20:00Z", false),
            ("2024-03-18", "2024-03-17", false),
            // Later by less than a reader sees.
            ("2024-03-18T09:00:00Z", "2024-03-18T09:00:59Z", false),
            ("2024-03-18T09:00:00Z", "2024-03-18", false),
        ] {
            let html = times(&format!(r#""published": "{published}", "updated": "{updated}""#));
            assert_eq!(html.contains("Updated"), is_told, "{published} {updated}");
        }
        assert!(times(r#""updated": "2024-03-18""#).contains("Updated"));
    }

    #[test]
    fn an_update_at_the_time_of_publication_is_none() {
        let html =
            times(r#""published": "2024-03-18T09:30:00+01:00", "updated": "2024-03-18T08:30:00Z""#);
        assert!(html.contains("Published") && !html.contains("Updated"), "{html}");
        assert_eq!(times(r#""kicker": "K""#), "");
    }
}
