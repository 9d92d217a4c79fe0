//! JavaScript: whole-line comments, indentation and empty lines go. Brotli
//! does the rest, and doing more would take a parser.

/// Strips a script, or returns it unchanged when lines may lie inside a string.
pub fn js(source: &str) -> String {
    let mut text = String::with_capacity(source.len());
    let mut in_comment = false;
    for line in source.lines() {
        let mut line = line.trim();
        // Outside of a string that spans lines, a line that begins like a
        // comment is one: no expression starts with `//` or `/*`.
        loop {
            if in_comment {
                match line.split_once("*/") {
                    Some((_, rest)) => {
                        in_comment = false;
                        line = rest.trim_start();
                    }
                    None => line = "",
                }
            } else if let Some(rest) = line.strip_prefix("/*") {
                in_comment = true;
                line = rest;
            } else {
                break;
            }
            if line.is_empty() {
                break;
            }
        }
        if line.is_empty() || line.starts_with("//") {
            continue;
        }
        // An open template or a continued string: the next lines may be text.
        if line.matches('`').count() % 2 == 1 || line.ends_with('\\') {
            return source.to_owned();
        }
        text.push_str(line);
        text.push('\n');
    }
    // An end that never came was no comment after all.
    if in_comment { source.to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use super::js;

    #[test]
    fn whole_line_comments_and_indentation_go() {
        let source = "/**\n * Docs with `a tick.\n */\nfunction f() {\n    // why\n\n    return 'a // b'; // c\n}\n\
                      /* one */ g();\n/* a */ /* b\n c */ h();\n";
        assert_eq!(js(source), "function f() {\nreturn 'a // b'; // c\n}\ng();\nh();\n");
    }

    #[test]
    fn templates_on_one_line_are_fine() {
        assert_eq!(js("  a(`x  ${b}`);\n"), "a(`x  ${b}`);\n");
    }

    #[test]
    fn text_that_spans_lines_stays_as_it_is() {
        for source in ["a(`\n  // text\n`);\n", "a('x\\\n  y');\n", "  a(); \n/* open\n"] {
            assert_eq!(js(source), source);
        }
    }

    #[test]
    fn a_second_pass_changes_nothing() {
        let once = js("  a();\n  // b\n  c();\n");
        assert_eq!(js(&once), once);
    }
}
