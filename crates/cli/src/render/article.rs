//! One article, from its JSON to its page.

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD as STANDARD;
use newsprint_locale::{IcuLocale, Words};
use newsprint_model::{Article, Language, Reading, read_article};
use newsprint_view::{Head, Prerendering, RenderOptions, Template, head, hides, prerendered};
use sha2::{Digest, Sha256};

use super::bundle::{self, Bundle};
use super::options::Options;
use super::parts::{Kept, Parts};
use super::site::{Address, Site, Urls};
use crate::failure::{Failure, Result};
use crate::fetch::Fetcher;
use crate::input::{self, Input};
use crate::locate::without_mark;

/// What all articles share.
pub struct Press<'a> {
    options: &'a Options,
    site: Site,
    template: Template,
    bundle: Bundle,
    kept: Kept,
}

/// What a thread keeps from one article to the next.
pub struct Desk {
    fetcher: Fetcher,
    locales: HashMap<String, IcuLocale>,
}

impl Desk {
    pub fn new() -> Self {
        Self { fetcher: Fetcher::new(), locales: HashMap::new() }
    }
}

/// A page, and what there is to say about it.
#[derive(Debug)]
pub struct Rendered {
    /// The markup.
    pub html: String,
    /// What was left out.
    pub warnings: Vec<String>,
    /// The files that it was made from, beside the article's own.
    pub files: Vec<PathBuf>,
}

impl<'a> Press<'a> {
    /// Reads what all articles share.
    pub fn new(options: &'a Options, is_one: bool) -> Result<Self> {
        let template = match &options.page {
            None => Template::bare(),
            Some(path) => {
                let text = fs::read_to_string(path);
                let text = text.map_err(|error| Failure::of_file(path, "read", &error))?;
                Template::new(&text)
                    .map_err(|error| Failure::new(format!("{}: {error}", path.display())))?
            }
        };
        let bundle = match &options.dist {
            None => Bundle::named(&options.assets),
            Some(dist) => Bundle::read(&options.assets, dist, options.integrity)?,
        };
        let site = Site::new(options.src.as_deref(), options.base.as_deref(), is_one)?;
        Ok(Self { options, site, template, bundle, kept: Kept::default() })
    }

    /// The files that all articles share.
    pub fn files(options: &Options) -> Vec<PathBuf> {
        let manifest = options.dist.as_deref().map(bundle::manifest);
        options.page.iter().cloned().chain(manifest).collect()
    }

    /// The page of an article.
    pub fn render(&self, desk: &mut Desk, input: &Input) -> Result<Rendered> {
        let body = input::read(&input.path)?;
        let address = self.site.address(input);
        let urls = Urls::new(&address);
        let reading = read_article(without_mark(&body), &urls)
            .map_err(|error| Failure::new(format!("{}: {error}", input.path.display())))?;
        let hash = format!("sha256-{}", STANDARD.encode(Sha256::digest(&body)));
        drop(body);
        urls.check(input)?;
        let Reading { value: mut article, diagnostics } = reading;
        let said = |it: &dyn std::fmt::Display| format!("{}: {it}", input.path.display());
        let mut warnings: Vec<String> = diagnostics.iter().map(|it| said(it)).collect();
        let mut files = Vec::new();
        if self.options.resolve {
            let mut parts = Parts {
                input,
                address: &address,
                fetcher: &desk.fetcher,
                kept: &self.kept,
                files: Vec::new(),
                warnings: Vec::new(),
            };
            parts.resolve(&mut article, |part| hides(&self.options.hide, part));
            warnings.extend(parts.warnings.iter().map(|it| said(it)));
            files = parts.files;
        }
        let html = self.page(desk, &article, &address, &hash);
        Ok(Rendered { html, warnings, files })
    }

    fn page(&self, desk: &mut Desk, article: &Article, address: &Address, hash: &str) -> String {
        let options = self.options;
        let fallback = options.lang.as_deref().and_then(Language::new);
        let fallback = fallback.unwrap_or_else(Language::english);
        let language = article.lang.as_ref().unwrap_or(&fallback);
        let locale = desk
            .locales
            .entry(language.tag().to_string())
            .or_insert_with(|| IcuLocale::new(language, &options.time_zone));
        let rendering = RenderOptions {
            locale,
            words: &Words::of(language),
            heading_level: options.heading_level,
            unit: options.units.unit(),
            hide: &options.hide,
            width: None,
            notices: None,
            scope: &options.scope,
        };
        let refresh = options.refresh.map(|seconds| seconds.to_string());
        let mut attributes = Vec::new();
        if options.in_place {
            attributes.push(("navigation", "in-place"));
        }
        if let Some(seconds) = &refresh {
            attributes.push(("refresh", seconds));
        }
        if let Some(lang) = &options.lang {
            attributes.push(("lang", lang));
        }
        let with = Prerendering {
            src: address.src.as_deref(),
            json: address.src.is_some().then_some(hash),
            attributes: &attributes,
            styles: self.bundle.styles(),
            theme: options.theme.name(),
            own_origin: address.own_origin(),
        };
        let element = prerendered(article, rendering, &with);
        if options.only_element {
            return element + "\n";
        }
        let parts = Head {
            site_name: options.site_name.as_deref(),
            script: Some(self.bundle.script()),
            styles: self.bundle.styles(),
            own_origin: address.own_origin(),
        };
        self.template.page(article, &fallback, &head(article, &parts), &element)
    }
}
