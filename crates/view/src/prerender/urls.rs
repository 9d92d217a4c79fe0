//! URLs of the site itself, written from its root.

use std::rc::Rc;

use yew::virtual_dom::{VNode, VTag};

/// The attributes that hold URLs of the site.
const HOLD_URLS: [&str; 5] = ["href", "src", "srcset", "poster", "data-article"];

/// Writes all URLs of this origin from the root, in this node and in all that is in it.
pub fn write_from_root(node: &mut VNode, origin: &str) {
    match node {
        VNode::VTag(tag) => {
            let tag = Rc::make_mut(tag);
            for name in HOLD_URLS {
                if let Some(value) = attribute(tag, name)
                    && value.contains(origin)
                {
                    let candidates = value.split(", ").map(|url| from_root(url, Some(origin)));
                    let value = candidates.collect::<Vec<_>>().join(", ");
                    tag.add_attribute(name, value);
                }
            }
            if let Some(children) = tag.children_mut() {
                write_from_root(children, origin);
            }
        }
        VNode::VList(list) => {
            for child in Rc::make_mut(list).iter_mut() {
                write_from_root(child, origin);
            }
        }
        _ => {}
    }
}

/// A URL without its origin, if it is this one.
pub fn from_root<'a>(url: &'a str, origin: Option<&str>) -> &'a str {
    let rest = origin.and_then(|origin| url.strip_prefix(origin));
    rest.filter(|rest| rest.starts_with('/')).unwrap_or(url)
}

/// The value of an attribute.
pub fn attribute(tag: &VTag, name: &str) -> Option<String> {
    tag.attributes.iter().find(|(it, _)| *it == name).map(|(_, value)| value.to_owned())
}
