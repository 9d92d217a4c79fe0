//! Markup: elements, put together by function calls.
//!
//! Functions rather than `html!`, because readers download the code: the macro expands at every
//! element, and calls of a few small functions take a third of the bytes. Names of elements and
//! attributes are literals of the program, never text of a document.

use std::mem::ManuallyDrop;
use std::rc::Rc;

use yew::virtual_dom::{VList, VNode, VTag, VText};
use yew::{AttrValue, Html};

use newsprint_model::{Fingerprint, Str};

use super::action::Action;

/// An element that is being built. It is Yew's own type from the start, behind one pointer, so that
/// it is made once and cheap to move. Nothing else holds it until it is finished.
pub(super) struct Element(ManuallyDrop<Option<Rc<VTag>>>);

/// An element of this name, without attributes or children yet.
#[inline(never)]
pub(super) fn element(name: &'static str) -> Element {
    let mut tag = VTag::new(name);
    // Yew compares attributes that are stored in different ways by other code, which the release does
    // not have. So all are stored in the way of those that have some.
    tag.attributes.get_mut_index_map();
    Element(ManuallyDrop::new(Some(Rc::new(tag))))
}

impl Element {
    #[inline(always)]
    fn change(&mut self, change: impl FnOnce(&mut VTag)) -> &mut Self {
        if let Some(tag) = self.0.as_mut().and_then(Rc::get_mut) {
            change(tag);
        }
        self
    }

    /// Sets an attribute.
    #[inline(never)]
    pub fn attribute(&mut self, name: &'static str, value: AttrValue) -> &mut Self {
        self.change(|tag| tag.add_attribute(name, value))
    }

    /// Sets an attribute to a word of the program's own.
    #[inline(never)]
    pub fn set(&mut self, name: &'static str, value: &'static str) -> &mut Self {
        self.attribute(name, AttrValue::Static(value))
    }

    /// Sets an attribute, where there is a value for it.
    #[inline(never)]
    pub fn maybe(&mut self, name: &'static str, value: Option<AttrValue>) -> &mut Self {
        match value {
            Some(value) => self.attribute(name, value),
            None => self,
        }
    }

    /// Sets an attribute to a string of the document, where there is one.
    #[inline(never)]
    pub fn string(&mut self, name: &'static str, value: Option<&Str>) -> &mut Self {
        self.maybe(name, value.cloned().map(AttrValue::from))
    }

    /// Sets an attribute to a number, where there is one.
    #[inline(never)]
    pub fn number(&mut self, name: &'static str, value: Option<u32>) -> &mut Self {
        self.maybe(name, value.map(|number| number.to_string().into()))
    }

    /// The class by which our own style sheet knows the element.
    #[inline(never)]
    pub fn class(&mut self, class: &'static str) -> &mut Self {
        self.set("class", class)
    }

    /// The name by which the host's style sheet knows the element
    /// ([CSS Shadow Parts](https://www.w3.org/TR/css-shadow-parts-1/)).
    #[inline(never)]
    pub fn part(&mut self, part: &'static str) -> &mut Self {
        self.set("part", part)
    }

    /// A class and a part of the same name.
    #[inline(never)]
    pub fn class_and_part(&mut self, name: &'static str) -> &mut Self {
        self.class(name).part(name)
    }

    /// The id that links inside the article point to, where it has one.
    #[inline(never)]
    pub fn id(&mut self, id: Option<AttrValue>) -> &mut Self {
        self.maybe("id", id)
    }

    /// Sets what the button does when it is pressed.
    pub fn action(&mut self, action: Action) -> &mut Self {
        self.set("data-action", action.name())
    }

    /// Sets the key by which Yew recognises the element in the next version: with another key it is
    /// another element.
    pub fn key(&mut self, key: &str) -> &mut Self {
        self.change(|tag| tag.key = Some(key.into()))
    }

    /// Adds a child. Nothing is added for an empty one.
    #[inline(never)]
    pub fn child(&mut self, child: Html) -> &mut Self {
        self.change(|tag| tag.add_child(child))
    }

    /// Adds an element.
    #[inline(never)]
    pub fn child_element(&mut self, child: &mut Self) -> &mut Self {
        self.child(child.html())
    }

    /// Adds children.
    #[inline(never)]
    pub fn children(&mut self, children: Vec<Html>) -> &mut Self {
        self.child(all(children))
    }

    /// Adds words of the program's own.
    #[inline(never)]
    pub fn words(&mut self, words: &'static str) -> &mut Self {
        self.child(text_node(AttrValue::Static(words)))
    }

    /// Adds words of the interface.
    #[inline(never)]
    pub fn label(&mut self, words: AttrValue) -> &mut Self {
        self.child(text_node(words))
    }

    /// Adds words that were made for this place.
    #[inline(never)]
    pub fn text(&mut self, words: String) -> &mut Self {
        self.child(text_node(words.into()))
    }

    /// The finished element.
    #[inline(never)]
    pub fn html(&mut self) -> Html {
        self.0.take().map_or_else(Html::default, Html::VTag)
    }
}

/// A slot: the page can put something of its own there.
#[inline(never)]
pub(super) fn slot(name: AttrValue) -> Html {
    element("slot").attribute("name", name).html()
}

/// The place of a part that is at a URL of its own: the element asks for it when the place comes
/// near what is in view.
#[inline(never)]
pub(super) fn awaited(part: &'static str) -> Html {
    element("span").class("awaited").set("data-part", part).html()
}

/// Text, and nothing else.
#[inline(never)]
pub(super) fn text_node(text: AttrValue) -> Html {
    VText::new(text).into()
}

/// The key of an item: it recognises the item in the next version of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct ItemKey(u64);

impl ItemKey {
    /// The key of something that has a number.
    pub fn number(number: u64) -> Self {
        Self(number)
    }
}

impl From<Fingerprint> for ItemKey {
    fn from(fingerprint: Fingerprint) -> Self {
        Self(fingerprint.0)
    }
}

/// Several elements as one, each with its key. In the next version the elements with the same keys
/// stay in the page, with all that the reader has done to them.
#[inline(never)]
pub(super) fn keyed(mut elements: Vec<(ItemKey, Html)>) -> Html {
    let mut order: Vec<_> =
        elements.iter().enumerate().map(|(index, (key, _))| (*key, index)).collect();
    order.sort_unstable();
    let (mut last, mut same) = (None, 0);
    for (key, index) in order {
        // Equal items are told apart by their order: the second here is the second there.
        same = if last == Some(key) { same + 1 } else { 0 };
        last = Some(key);
        if let VNode::VTag(tag) = &mut elements[index].1
            && let Some(tag) = Rc::get_mut(tag)
        {
            tag.key = Some(format!("{} {same}", key.0).into());
        }
    }
    all(elements.into_iter().map(|(_, element)| element).collect())
}

/// Several nodes as one.
#[inline(never)]
pub(super) fn all(nodes: Vec<Html>) -> Html {
    VList::with_children(nodes, None).into()
}
