//! The article for search engines, as [`NewsArticle`](https://schema.org/NewsArticle).

use serde_json::{Map, Value, json};

use newsprint_model::{Article, Hero, Image, Language, LinkUrl, Moment, Person, Text};

use super::urls::from_root;

/// The article as JSON-LD that can stand in a `script`: no string in it can end that.
pub fn json_ld(article: &Article, site_name: Option<&str>, own_origin: Option<&str>) -> String {
    let url = |href: &str| from_root(href, own_origin).to_owned();
    let link = |link: &LinkUrl| url(link.href());
    let mut all = Map::new();
    let mut put = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            all.insert(name.to_owned(), value);
        }
    };
    put("@context", Some("https://schema.org".into()));
    put("@type", Some("NewsArticle".into()));
    put("headline", Some((*article.headline).into()));
    put("description", article.standfirst.as_ref().map(Text::plain).map(Value::from));
    put("inLanguage", article.lang.as_ref().map(Language::tag).map(|tag| (**tag).into()));
    put("datePublished", article.published.as_ref().map(Moment::to_string).map(Value::from));
    put("dateModified", article.updated.as_ref().map(Moment::to_string).map(Value::from));
    let address = article.url.as_ref().map(link);
    put("mainEntityOfPage", address.clone().map(Value::from));
    put("url", address.map(Value::from));
    if let Some(Hero::Image(hero)) = &article.hero {
        put("image", Some(json!([image(hero, &url)])));
    }
    if let Some(byline) = &article.byline {
        let authors = byline.authors.iter().map(|author| person(author, &link));
        put("author", Some(authors.collect()));
    }
    put("publisher", site_name.map(|name| json!({ "@type": "Organization", "name": name })));
    put("articleSection", article.topic.as_ref().map(|topic| (*topic.text).into()));
    let tags: Vec<&str> = article.tags.iter().map(|tag| &*tag.text).collect();
    put("keywords", (!tags.is_empty()).then(|| tags.into()));
    put("copyrightNotice", article.rights.as_ref().map(|rights| (**rights).into()));
    Value::Object(all)
        .to_string()
        .replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
}

fn image(image: &Image, url: &dyn Fn(&str) -> String) -> Value {
    let mut object = json!({ "@type": "ImageObject", "url": url(image.src.href()) });
    for (name, pixels) in [("width", image.width), ("height", image.height)] {
        if let Some(pixels) = pixels {
            object[name] = pixels.into();
        }
    }
    if let Some(caption) = &image.caption {
        object["caption"] = caption.plain().into();
    }
    object
}

fn person(person: &Person, link: &dyn Fn(&LinkUrl) -> String) -> Value {
    let mut object = json!({ "@type": "Person", "name": &*person.name });
    if let Some(url) = &person.url {
        object["url"] = link(url).into();
    }
    if let Some(role) = &person.role {
        object["jobTitle"] = (**role).into();
    }
    object
}
