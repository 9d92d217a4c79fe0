//! Where things are on the site: the JSON of an article, what its URLs are relative to, and the files
//! of the bundle.

use std::cell::RefCell;
use std::path::{Component, Path, PathBuf};

use newsprint_model::{ParsedUrl, UrlParser};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use url::Url;

use crate::failure::{Failure, Result};
use crate::fetch::is_web;
use crate::input::Input;

/// Stands for the origin of the site where that is not said. It is no one's: the name is
/// [reserved](https://www.rfc-editor.org/rfc/rfc2606).
const SOME_ORIGIN: &str = "https://newsprint.invalid";

/// What may stand in a segment of a path as it is.
const NOT_IN_SEGMENT: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Where the JSON of the articles is to be had.
#[derive(Debug, Clone, Default)]
pub struct Site {
    src: Option<String>,
    base: Option<Url>,
}

/// Where one article is to be had.
#[derive(Debug, Clone)]
pub struct Address {
    /// What the element has as `src`.
    pub src: Option<String>,
    /// What the URLs in the article are relative to.
    pub base: Url,
    /// Whether that is said: else only URLs from the root can be resolved.
    pub is_known: bool,
}

impl Site {
    /// A site, from what `--src` and `--base` say.
    pub fn new(src: Option<&str>, base: Option<&str>, is_one: bool) -> Result<Self> {
        for (option, value) in [("--src", src), ("--base", base)] {
            if let Some(value) = value.filter(|value| !is_one && !value.ends_with('/')) {
                return Err(Failure::new(format!(
                    "{option} {value} is the URL of one document, and there are several; give the \
                     URL of their folder, with a / at its end."
                )));
            }
        }
        if let Some(src) = src
            && !src.starts_with('/')
            && !is_web(src)
        {
            return Err(Failure::new(format!(
                "--src {src} would be relative to the page; begin it with / or with https://."
            )));
        }
        let base = base.map(|base| {
            let url = base.parse().ok().filter(|_| is_web(base));
            url.ok_or_else(|| {
                Failure::new(format!(
                    "--base {base} is no URL; write all of it: https://news.example/api/articles/."
                ))
            })
        });
        Ok(Self { src: src.map(str::to_owned), base: base.transpose()? })
    }

    /// Where an article is to be had.
    pub fn address(&self, input: &Input) -> Address {
        let of = |url: &str| {
            if url.ends_with('/') { in_folder(url, &input.relative) } else { url.into() }
        };
        let nowhere: Url = SOME_ORIGIN.parse().expect("a URL");
        let src = self.src.as_deref().map(of);
        let base = match &self.base {
            Some(base) => of(base.as_str()).parse().ok(),
            None => src.as_deref().and_then(|src| nowhere.join(src).ok()),
        };
        let is_known = base.is_some();
        let src = src.or_else(|| base.as_ref().map(Url::to_string));
        Address { src, base: base.unwrap_or(nowhere), is_known }
    }
}

impl Address {
    /// The origin whose URLs are written from the root: that of a site which is not said.
    pub fn own_origin(&self) -> Option<&'static str> {
        self.base.as_str().starts_with(SOME_ORIGIN).then_some(SOME_ORIGIN)
    }

    /// Whether something is on the site itself.
    pub fn is_own(&self, url: &Url) -> bool {
        self.is_known && url.origin() == self.base.origin()
    }

    /// The file beside this article's that the site serves at a URL of its own: the folders of both are
    /// compared, from their ends.
    pub fn file(&self, article: &Path, url: &Url) -> Option<PathBuf> {
        let mut folder: Vec<Component<'_>> = article.parent()?.components().collect();
        let own = segments(&self.base)?;
        let mut served = &own[..own.len() - 1];
        while let (Some((last, rest)), Some(Component::Normal(name))) =
            (served.split_last(), folder.last())
            && *name == last.as_str()
        {
            served = rest;
            folder.pop();
        }
        let wanted = segments(url)?;
        let rest = wanted.strip_prefix(served)?;
        Some(folder.iter().collect::<PathBuf>().join(rest.iter().collect::<PathBuf>()))
    }
}

/// The segments of a URL's path as names of folders and a file; `None` where one is none, so that no
/// URL leads out of a folder.
fn segments(url: &Url) -> Option<Vec<String>> {
    url.path_segments()?
        .map(|segment| {
            let name = percent_decode_str(segment).decode_utf8().ok()?;
            let is_name = !name.contains(['/', '\\', '\0', ':']) && name != ".." && name != ".";
            is_name.then(|| name.into_owned())
        })
        .collect()
}

/// The URL of a file in a folder.
fn in_folder(folder: &str, file: &Path) -> String {
    let names = file.components().filter_map(|part| match part {
        Component::Normal(name) => name.to_str(),
        _ => None,
    });
    let names: Vec<String> =
        names.map(|name| utf8_percent_encode(name, NOT_IN_SEGMENT).to_string()).collect();
    format!("{folder}{}", names.join("/"))
}

/// Parses the URLs of an article, and keeps the first that can't be resolved because nobody has said
/// where the article is.
pub struct Urls<'a> {
    address: &'a Address,
    unresolved: RefCell<Option<String>>,
}

impl<'a> Urls<'a> {
    pub fn new(address: &'a Address) -> Self {
        Self { address, unresolved: RefCell::default() }
    }

    /// Fails if there was a URL that can't be resolved.
    pub fn check(self, input: &Input) -> Result<()> {
        match self.unresolved.into_inner() {
            None => Ok(()),
            Some(reference) => Err(Failure::new(format!(
                "{} has the URL \"{reference}\", which is relative to where its JSON is served; say \
                 where that is: --src /api/articles/, or --base https://news.example/api/articles/.",
                input.path.display()
            ))),
        }
    }
}

impl UrlParser for Urls<'_> {
    fn parse(&self, reference: &str) -> Option<ParsedUrl> {
        let is_from_root = reference.trim_start().starts_with(['/', '\\']);
        let is_relative = Url::parse(reference) == Err(url::ParseError::RelativeUrlWithoutBase);
        if is_relative && !is_from_root && !self.address.is_known {
            self.unresolved.borrow_mut().get_or_insert_with(|| reference.to_owned());
        }
        UrlParser::parse(&self.address.base, reference)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input(path: &str, relative: &str) -> Input {
        Input { path: path.into(), relative: relative.into() }
    }

    fn address(src: Option<&str>, base: Option<&str>) -> Address {
        Site::new(src, base, false).unwrap().address(&input("site/api/a/ü 1.json", "a/ü 1.json"))
    }

    #[test]
    fn a_folder_is_completed_by_the_file() {
        let of_src = address(Some("/api/"), None);
        assert_eq!(of_src.src.as_deref(), Some("/api/a/%C3%BC%201.json"));
        assert_eq!(of_src.base.as_str(), "https://newsprint.invalid/api/a/%C3%BC%201.json");
        assert_eq!(of_src.own_origin(), Some("https://newsprint.invalid"));
        let of_base = address(None, Some("https://news.example/"));
        assert_eq!(of_base.src.as_deref(), Some("https://news.example/a/%C3%BC%201.json"));
        assert_eq!(of_base.own_origin(), None);
        let of_both = address(Some("/api/"), Some("https://cdn.example/"));
        assert_eq!(of_both.src.as_deref(), Some("/api/a/%C3%BC%201.json"));
        assert_eq!(of_both.base.as_str(), "https://cdn.example/a/%C3%BC%201.json");
        let nowhere = address(None, None);
        assert!(nowhere.src.is_none() && !nowhere.is_known);
    }

    #[test]
    fn what_is_said_wrongly_is_explained() {
        for (src, base, is_one, says) in [
            (Some("/a.json"), None, false, "with a / at its end"),
            (Some("api/"), None, true, "would be relative to the page"),
            (None, Some("/api/"), true, "is no URL"),
            (None, Some("file:///api/"), true, "is no URL"),
        ] {
            let error = Site::new(src, base, is_one).unwrap_err().to_string();
            assert!(error.contains(says), "{error}");
        }
        assert!(Site::new(Some("/a.json"), None, true).is_ok());
    }

    #[test]
    fn a_file_of_the_site_is_found_beside_the_article() {
        let address = address(Some("/api/"), None);
        let file = |path: &str, url: &str| {
            let url = address.base.join(url).unwrap();
            assert!(address.is_own(&url));
            address.file(Path::new(path), &url)
        };
        let article = "/srv/site/api/a/1.json";
        assert_eq!(file(article, "../lists/l.json"), Some("/srv/site/api/lists/l.json".into()));
        assert_eq!(file(article, "/other/l.json?x"), Some("/srv/site/other/l.json".into()));
        // Where the site serves the folder under another name, what is in it is found, and no more.
        assert_eq!(
            file("/srv/content/1.json", "/api/a/b.json"),
            Some("/srv/content/b.json".into())
        );
        assert_eq!(file("/srv/content/1.json", "/other.json"), None);
        for out in ["%2e%2e%2f%2e%2e%2fetc", "a%2Fb", "..%5Cb", "c%3A"] {
            assert_eq!(file(article, out), None, "{out}");
        }
        assert!(!address.is_own(&"https://other.example/".parse().unwrap()));
    }

    #[test]
    fn only_urls_from_the_root_need_no_base() {
        let (known, unknown) = (address(Some("/api/"), None), address(None, None));
        for (reference, is_resolved) in [
            ("/bridges", true),
            ("https://news.example/", true),
            ("//news.example/", true),
            ("mailto:a@b.example", true),
            ("../bridges", false),
            ("bridges", false),
            ("?page=2", false),
        ] {
            let urls = Urls::new(&known);
            urls.parse(reference);
            assert!(urls.check(&input("a", "a")).is_ok(), "{reference}");
            let urls = Urls::new(&unknown);
            urls.parse(reference);
            assert_eq!(urls.check(&input("a", "a")).is_ok(), is_resolved, "{reference}");
        }
    }
}
