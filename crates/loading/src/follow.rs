//! Following an article: the saved copy or what the backend says, whichever is there first, and again at
//! the interval that `refresh` sets
//! ([stale-while-revalidate](https://www.rfc-editor.org/rfc/rfc5861#section-3)).

use std::future::poll_fn;
use std::pin::pin;
use std::rc::Rc;
use std::task::Poll;

use newsprint_model::{Article, FailureKind, Fingerprint, Reading, read_article};

use super::failure::Failure;
use super::loader::Loader;
use super::platform::{Platform, Request};
use super::reply::Reply;

/// What becomes known of an article.
#[derive(Debug)]
pub enum Update {
    /// Nothing is shown, and it is asked for again.
    Loading,
    /// This is the article.
    Article {
        /// It, and what was left out of it.
        reading: Box<Reading<Article>>,
        /// The reply that it was read from.
        reply: Rc<Reply>,
        /// Which version of it this is.
        version: Version,
    },
    /// The version that is shown is the newest.
    Fresh,
    /// The backend could not be asked whether the version shown is the newest.
    Stale(Failure),
    /// There is no article, or no longer.
    Failure(Failure),
}

/// A version of an article that is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// How its body is told from those of other versions.
    fingerprint: Fingerprint,
    /// When this copy was saved, in milliseconds since 1970 in UTC. `None` once the backend has said
    /// that it is the newest version.
    pub kept: Option<f64>,
}

impl Version {
    fn of(reply: &Reply, kept: Option<f64>) -> Self {
        Self { fingerprint: Fingerprint::of(&reply.body), kept }
    }
}

/// What to follow, and how.
#[derive(Debug, Clone, PartialEq)]
pub struct Subscription {
    /// The URL, absolute.
    pub url: Rc<str>,
    /// Whether cookies are sent along: a word of
    /// [`fetch`](https://fetch.spec.whatwg.org/#concept-request-credentials-mode).
    pub credentials: Rc<str>,
    /// Seconds between looks for a newer version; 0 for none.
    pub refresh: f64,
}

/// Follows an article for as long as this is polled, and emits what becomes known of it. Where the
/// newest version is shown already, the first look comes after the interval.
pub async fn follow<W: Platform>(
    loader: Rc<Loader<W>>,
    subscription: Subscription,
    shown: Option<Version>,
    emit: impl Fn(Update),
) {
    let platform = &loader.platform;
    let mut following = Following { platform, subscription: &subscription, shown, emit };
    let mut next = match &following.shown {
        None => {
            let outcome = following.first(&loader).await;
            following.after(outcome)
        }
        Some(shown) if shown.kept.is_some() => Next::Now,
        Some(_) => Next::AfterInterval { at_least: 0.0 },
    };
    loop {
        match next {
            Next::Now => {}
            Next::WhenOnline => {
                platform.attention().await;
                following.is_back();
            }
            Next::AfterInterval { at_least } if subscription.refresh != 0.0 => {
                // Spread by chance, so that not all readers ask at once.
                let ms = subscription.refresh * 1000.0 * (0.9 + 0.2 * platform.chance());
                platform.wait(ms.max(at_least)).await;
                platform.attention().await;
            }
            Next::AfterInterval { .. } | Next::Never => return,
        }
        let reply = loader.ask(following.request()).await;
        let outcome = reply.and_then(|reply| following.on_reply(reply));
        next = following.after(outcome);
    }
}

/// When the backend is asked next.
enum Next {
    /// At once.
    Now,
    /// When the reader is online again.
    WhenOnline,
    /// After the interval, and not before so many milliseconds have passed.
    AfterInterval { at_least: f64 },
    /// Not any more: nothing will change.
    Never,
}

/// An article that is followed.
struct Following<'a, W, E> {
    platform: &'a W,
    subscription: &'a Subscription,
    /// The version that is shown.
    shown: Option<Version>,
    emit: E,
}

impl<W: Platform, E: Fn(Update)> Following<'_, W, E> {
    /// Shows a version.
    fn show(&mut self, reading: Reading<Article>, reply: Rc<Reply>, version: Version) {
        self.shown = Some(version.clone());
        (self.emit)(Update::Article { reading: reading.into(), reply, version });
    }

    /// The reader is online again.
    fn is_back(&self) {
        if self.shown.is_none() {
            (self.emit)(Update::Loading);
        }
    }

    /// What to ask the backend.
    fn request(&self) -> Request {
        let Subscription { url, credentials, .. } = self.subscription;
        Request { url: url.clone(), credentials: credentials.clone() }
    }

    /// When to ask again, after this came of asking.
    fn after(&mut self, outcome: Result<(), Failure>) -> Next {
        match outcome {
            Ok(()) => Next::AfterInterval { at_least: 0.0 },
            Err(failure) => self.on_failure(failure),
        }
    }

    /// Asks the backend, and looks for a saved copy beside that. The copy is shown unless there is an
    /// article from the backend first. Returns what came of asking.
    async fn first(&mut self, loader: &Rc<Loader<W>>) -> Result<(), Failure> {
        let mut reply = pin!(loader.ask(self.request()));
        let mut copy = pin!(loader.copy(&self.subscription.url));
        let mut outcome = None;
        let copy = poll_fn(|context| {
            if outcome.is_none()
                && let Poll::Ready(reply) = reply.as_mut().poll(context)
            {
                outcome = Some(reply.and_then(|reply| self.on_reply(reply)));
            }
            match outcome {
                Some(Ok(())) => Poll::Ready(None),
                _ => copy.as_mut().poll(context),
            }
        })
        .await;
        if let Some((copy, kept)) = copy
            && let Ok(reading) = copy.read(self.platform, read_article)
        {
            let version = Version::of(&copy, Some(kept));
            self.show(reading, copy.into(), version);
        }
        match outcome {
            Some(outcome) => outcome,
            None => reply.await.and_then(|reply| self.on_reply(reply)),
        }
    }

    /// The backend has answered: with the version that is shown, or with a newer one.
    fn on_reply(&mut self, reply: Rc<Reply>) -> Result<(), Failure> {
        let (platform, url) = (self.platform, &self.subscription.url);
        let version = Version::of(&reply, None);
        if let Some(old) = &self.shown
            && old.fingerprint == version.fingerprint
        {
            // Saved once: else each look would write the whole body.
            if old.kept.is_some() {
                reply.keep(platform, url);
            }
            self.shown = Some(version);
            (self.emit)(Update::Fresh);
            return Ok(());
        }
        let reading = reply.read(platform, read_article)?;
        reply.keep(platform, url);
        self.show(reading, reply, version);
        Ok(())
    }

    /// There is no newer version to be had, and perhaps no article any more.
    fn on_failure(&mut self, failure: Failure) -> Next {
        if failure.is_withdrawal() {
            self.platform.forget(&self.subscription.url);
            let is_copy = self.shown.as_ref().is_some_and(|shown| shown.kept.is_some());
            // A copy goes. What the backend has sent since stays, unless it is gone.
            if failure.kind == FailureKind::Gone || is_copy {
                self.shown = None;
            }
        }
        let next = if failure.kind == FailureKind::Offline {
            Next::WhenOnline
        } else if self.shown.is_none() && !failure.is_retryable() {
            Next::Never
        } else {
            // What the backend wants (`Retry-After`), but no more than an hour.
            Next::AfterInterval {
                at_least: failure.retry_after.unwrap_or_default().min(3_600_000.0),
            }
        };
        let is_shown = self.shown.is_some();
        (self.emit)(if is_shown { Update::Stale(failure) } else { Update::Failure(failure) });
        next
    }
}

#[cfg(test)]
mod tests;
