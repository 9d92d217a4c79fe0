//! CSS: comments and needless whitespace go. Strings, `url(…)` and the spaces
//! that carry meaning (between selectors, around the operators of `calc()`)
//! stay.

use std::iter::Peekable;
use std::str::Chars;

/// Strips a style sheet.
pub fn css(source: &str) -> String {
    let mut output = Output::default();
    let mut input = source.chars().peekable();
    while let Some(next) = input.next() {
        match next {
            '/' if input.peek() == Some(&'*') => {
                skip_comment(&mut input);
                output.gap = output.gap.max(Gap::Comment);
            }
            _ if next.is_ascii_whitespace() => output.gap = Gap::Space,
            '"' | '\'' => {
                output.push(next);
                copy_until(next, &mut input, &mut output.text);
            }
            // `\:` and its like: whatever follows is part of a name.
            '\\' => {
                output.push(next);
                output.text.extend(input.next());
            }
            '(' => {
                output.push(next);
                if is_plain_url(&output.text, &input) {
                    copy_until(')', &mut input, &mut output.text);
                }
            }
            _ => output.push(next),
        }
    }
    output.text
}

/// What lay between two characters of the output.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    /// Nothing.
    #[default]
    None,
    /// A comment alone, which separates words but is no space.
    Comment,
    /// Whitespace.
    Space,
}

/// The text so far.
#[derive(Debug, Default)]
struct Output {
    text: String,
    gap: Gap,
}

impl Output {
    /// Appends a character, and before it what the gap has to leave behind.
    fn push(&mut self, next: char) {
        let last = self.text.chars().next_back();
        match std::mem::take(&mut self.gap) {
            Gap::None => {}
            _ if last.is_none_or(|last| "{};,(".contains(last)) => {}
            _ if "{};,)".contains(next) && last != Some(':') => {}
            // After the colon of a declaration; an empty custom property
            // (`--a: ;`) keeps its space, and so does `a :hover`.
            _ if last == Some(':') && !";})".contains(next) => {}
            Gap::Comment if last.is_some_and(is_name) && is_name(next) => {
                self.text.push_str("/**/");
            }
            Gap::Comment => {}
            Gap::Space => self.text.push(' '),
        }
        if next == '}' && self.text.ends_with(';') && !self.text.ends_with(":;") {
            self.text.pop();
        }
        self.text.push(next);
    }
}

/// Whether a character can be part of a word, so that two of them in a row
/// would grow together.
fn is_name(character: char) -> bool {
    !"{}[]()<>;:,+~*/=!\"'".contains(character)
}

/// Skips to the end of a comment whose `/` has been read.
fn skip_comment(input: &mut Peekable<Chars<'_>>) {
    let mut last = ' ';
    input.next();
    for next in input.by_ref() {
        if last == '*' && next == '/' {
            return;
        }
        last = next;
    }
}

/// Copies up to and with the closing character, past escaped ones.
fn copy_until(end: char, input: &mut Peekable<Chars<'_>>, text: &mut String) {
    while let Some(next) = input.next() {
        text.push(next);
        if next == '\\' {
            text.extend(input.next());
        } else if next == end {
            return;
        }
    }
}

/// Whether an address without quotes follows, in which `/*` is no comment.
fn is_plain_url(text: &str, input: &Peekable<Chars<'_>>) -> bool {
    let begins = text
        .len()
        .checked_sub(4)
        .and_then(|at| text.get(at..))
        .is_some_and(|end| end.eq_ignore_ascii_case("url("));
    begins
        && !input
            .clone()
            .find(|next| !next.is_ascii_whitespace())
            .is_some_and(|next| next == '"' || next == '\'')
}

#[cfg(test)]
mod tests {
    use super::css;

    /// Checks one example, and that a second pass changes nothing.
    fn becomes(source: &str, expected: &str) {
        assert_eq!(css(source), expected);
        assert_eq!(css(expected), expected);
    }

    #[test]
    fn comments_and_whitespace_go() {
        becomes(
            "/* head */\n:host {\n    color: red;\n    margin: 0 1em; /* why */\n}\n\n.a,\n.b > p {\n}\n",
            ":host{color:red;margin:0 1em}.a,.b > p{}",
        );
    }

    #[test]
    fn meaningful_spaces_stay() {
        becomes(
            "a { width: calc( 1px + 2 * (3em - 4px) ); }",
            "a{width:calc(1px + 2 * (3em - 4px))}",
        );
        becomes("a :hover , a:not( .b ) c { x: y }", "a :hover,a:not(.b) c{x:y}");
        becomes(
            "@media screen and (min-width: 40em) and (hover) { a { b: c } }",
            "@media screen and (min-width:40em) and (hover){a{b:c}}",
        );
        becomes("a { b: c !important; }", "a{b:c !important}");
    }

    #[test]
    fn a_comment_is_no_descendant_and_joins_no_words() {
        becomes("div/* x */.a {}", "div/**/.a{}");
        becomes("a { b: c/* x */d }", "a{b:c/**/d}");
        becomes("a { b: c /* x */ d }", "a{b:c d}");
        becomes("a { /* x */ b: /* y */ c }", "a{b:c}");
    }

    #[test]
    fn strings_and_addresses_stay() {
        becomes(
            "a::before { content: \"a  /* b */ ; \\\" }  \"; }",
            "a::before{content:\"a  /* b */ ; \\\" }  \"}",
        );
        becomes(
            "a { b: url(https://x.example/*;c/y.png) , url( \"d  e\" ); }",
            "a{b:url(https://x.example/*;c/y.png),url(\"d  e\")}",
        );
        becomes(".a\\:b , .c\\  d { }", ".a\\:b,.c\\  d{}");
    }

    #[test]
    fn empty_custom_properties_stay() {
        becomes("a { --b: ; --c:; }", "a{--b: ;--c:;}");
        becomes("a { b: var(--c, ); }", "a{b:var(--c,)}");
    }

    #[test]
    fn what_is_cut_short_does_no_harm() {
        for source in ["/* a", "a { b: \"c", "url(", "\\", ""] {
            css(source);
        }
    }
}
