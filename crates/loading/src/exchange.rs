//! One request and its reply, within the deadlines and the limit of the body.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::rc::Rc;
use std::task::Poll;

use newsprint_model::{MAX_BODY_BYTES, ReadError};

use super::failure::{Failure, LoadError};
use super::loader::{Answer, Loader, Outcome};
use super::platform::{Deadlines, Incoming, Platform, Request, Validators};
use super::reply::Reply;
use super::retry::retry_after;

impl<W: Platform> Loader<W> {
    /// One request and its reply.
    pub(super) async fn exchange(&self, request: &Request) -> Outcome {
        let _turn = self.turn().await;
        let outcome = self.answer(request).await;
        outcome
            .map_err(|(error, retry_after)| Failure { retry_after, ..error.failure(&request.url) })
    }

    async fn answer(&self, request: &Request) -> Result<Answer, (LoadError, Option<f64>)> {
        let no_reply =
            |why| (LoadError::NoReply { is_online: self.platform.is_online(), why }, None);
        let Deadlines { headers, body } = self.platform.deadlines();
        let late = |late| (late, None);
        let sent = self.within("the headers", headers, self.platform.send(request)).await;
        let mut incoming = sent.map_err(late)?.map_err(no_reply)?;
        let status = incoming.status();
        if status == 304 && request.validators != Validators::default() {
            return Ok(Answer::Unchanged);
        }
        if !matches!(status, 200..=299) {
            let header = incoming.header("retry-after");
            let after = header.and_then(|header| {
                retry_after(&header, self.platform.now(), |date| self.platform.moment(date))
            });
            return Err((LoadError::Status(status), after));
        }
        let body = self.within("the whole body", body, read_body(&mut incoming)).await;
        let body = body.map_err(late)?.map_err(|unread| match unread {
            Unread::Broken(why) => no_reply(why),
            Unread::TooLarge(bytes) => (LoadError::Unreadable(ReadError::TooLarge { bytes }), None),
        })?;
        Ok(Answer::Reply(Rc::new(Reply::new(&incoming, body))))
    }

    /// Waits for something, but no longer than so many milliseconds.
    async fn within<T>(
        &self,
        what: &'static str,
        ms: f64,
        something: impl Future<Output = T>,
    ) -> Result<T, LoadError> {
        let (mut something, mut end) = (pin!(something), pin!(self.platform.wait(ms)));
        poll_fn(|context| {
            if let Poll::Ready(outcome) = something.as_mut().poll(context) {
                return Poll::Ready(Ok(outcome));
            }
            end.as_mut().poll(context).map(|()| Err(LoadError::Late { what, ms }))
        })
        .await
    }
}

/// Why there is no body.
pub(super) enum Unread {
    /// It broke off: why, as far as a browser tells.
    Broken(String),
    /// It is larger than the contract allows: so many bytes have come.
    TooLarge(usize),
}

/// Reads a body, no further than the contract allows.
pub(super) async fn read_body(incoming: &mut impl Incoming) -> Result<Vec<u8>, Unread> {
    let mut body = Vec::new();
    while let Some(chunk) = incoming.chunk().await.map_err(Unread::Broken)? {
        body.extend_from_slice(&chunk);
        if body.len() > MAX_BODY_BYTES {
            return Err(Unread::TooLarge(body.len()));
        }
    }
    Ok(body)
}
