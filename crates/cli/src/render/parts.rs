//! The parts of an article that it names by URL: read from the files of the site, or fetched.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use newsprint_model::{
    Article, DataUrl, InlineOrUrl, ReadError, Reading, UrlParser, read_link_list, read_weather,
};
use url::Url;

use super::site::Address;
use crate::failure::{Failure, Result};
use crate::fetch::{Fetched, Fetcher};
use crate::input::{self, Input};

/// How many bytes of what was fetched are kept for the next article that names it.
const KEPT_BYTES: usize = 32 * 1024 * 1024;

/// What was fetched so far. Articles of a site name the same lists, and each is asked for once.
#[derive(Debug, Default)]
pub struct Kept(Mutex<HashMap<Url, Result<Arc<Fetched>>>>);

impl Kept {
    fn get(&self, url: &Url, fetcher: &Fetcher) -> Result<Arc<Fetched>> {
        let kept = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = kept().get(url) {
            return known.clone();
        }
        let fetched = fetcher.get(url).map(Arc::new);
        let mut kept = kept();
        let length = |it: &Result<Arc<Fetched>>| it.as_ref().map_or(0, |it| it.body.len());
        if kept.values().map(length).sum::<usize>() + length(&fetched) <= KEPT_BYTES {
            kept.insert(url.clone(), fetched.clone());
        }
        fetched
    }
}

/// Puts the parts of one article in their places.
pub struct Parts<'a> {
    pub input: &'a Input,
    pub address: &'a Address,
    pub fetcher: &'a Fetcher,
    pub kept: &'a Kept,
    /// The files of the site that were read.
    pub files: Vec<PathBuf>,
    /// What could not be had or read.
    pub warnings: Vec<String>,
}

/// How a part is read.
type Read<T> = fn(&[u8], &dyn UrlParser) -> std::result::Result<Reading<T>, ReadError>;

impl Parts<'_> {
    /// Puts all parts in their places. One that can't be had stays a URL: the engine will ask for it.
    pub fn resolve(&mut self, article: &mut Article, hides: impl Fn(&str) -> bool) {
        if let Some(header) = article.header.as_mut().filter(|_| !hides("weather")) {
            self.part(&mut header.weather, read_weather);
        }
        if !hides("latest") {
            self.part(&mut article.latest, read_link_list);
        }
        if !hides("related") {
            self.part(&mut article.related, read_link_list);
        }
    }

    fn part<T>(&mut self, place: &mut Option<InlineOrUrl<T>>, read: Read<T>) {
        let Some(url) = place.as_ref().and_then(InlineOrUrl::url).map(DataUrl::href) else {
            return;
        };
        match self.read(url, read) {
            Ok(part) => *place = Some(InlineOrUrl::Inline(part)),
            Err(failure) => self.warnings.push(failure.to_string()),
        }
    }

    fn read<T>(&mut self, url: &str, read: Read<T>) -> Result<T> {
        let unreadable = |why: &dyn std::fmt::Display| Failure::new(format!("{url}: {why}"));
        let parsed: Url = url.parse().map_err(|error| unreadable(&error))?;
        let reading = if let Some(body) = self.own(&parsed)? {
            read(&body, &parsed)
        } else {
            let fetched = self.kept.get(&parsed, self.fetcher)?;
            read(&fetched.body, &fetched.url)
        };
        let reading = reading.map_err(|error| unreadable(&error))?;
        self.warnings.extend(reading.diagnostics.iter().map(|it| format!("{url}: {it}")));
        Ok(reading.value)
    }

    /// What is in the file of the site at this URL; `None` where it has to be fetched.
    fn own(&mut self, url: &Url) -> Result<Option<Vec<u8>>> {
        if !self.address.is_own(url) {
            return Ok(None);
        }
        let path = self.address.file(&self.input.path, url);
        // So that the page is rendered again when the file comes.
        self.files.extend(path.clone());
        match path.filter(|path| path.is_file()) {
            Some(path) => input::read(&path).map(Some),
            None if self.address.own_origin().is_some() => Err(Failure::new(format!(
                "{} is in no file beside {}; it stays a URL, which the engine asks for. To fetch it \
                 now, say where the site is: --base https://news.example/api/articles/.",
                url.path(),
                self.input.path.display()
            ))),
            None => Ok(None),
        }
    }
}
