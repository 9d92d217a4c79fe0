//! One request and its response, within the deadlines and the limit of the body.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::rc::Rc;
use std::task::Poll;

use newsprint_model::{MAX_BODY_BYTES, ReadError};

use super::failure::{Failure, LoadError};
use super::loader::Outcome;
use super::platform::{Incoming, Platform, Request};
use super::reply::Reply;
use super::retry::retry_after;

/// Makes a request, and waits for the whole response.
pub(super) async fn exchange(platform: &impl Platform, request: &Request) -> Outcome {
    let outcome = answer(platform, request).await;
    outcome.map_err(|(error, retry_after)| Failure { retry_after, ..error.failure(&request.url) })
}

/// The same; an error comes with the wait that the backend asks for, in milliseconds.
async fn answer(
    platform: &impl Platform,
    request: &Request,
) -> Result<Rc<Reply>, (LoadError, Option<f64>)> {
    let no_reply = |why| (LoadError::NoReply { is_online: platform.is_online(), why }, None);
    let late = |error| (error, None);
    let deadlines = platform.deadlines();

    let sent = within(platform, "the headers", deadlines.headers, platform.send(request)).await;
    let mut response = sent.map_err(late)?.map_err(no_reply)?;

    let status = response.status();
    if !matches!(status, 200..=299) {
        let wait = response
            .header("retry-after")
            .and_then(|header| retry_after(&header, platform.now(), |date| platform.moment(date)));
        return Err((LoadError::Status(status), wait));
    }

    let body = read_body(&mut response);
    let body = within(platform, "the whole body", deadlines.body, body).await;
    let body = body.map_err(late)?.map_err(|error| match error {
        BodyError::Broken(why) => no_reply(why),
        BodyError::TooLarge(bytes) => (LoadError::Unreadable(ReadError::TooLarge { bytes }), None),
    })?;
    Ok(Rc::new(Reply::new(&response, &request.url, body)))
}

/// The outcome of a task, unless it takes longer than so many milliseconds.
async fn within<T>(
    platform: &impl Platform,
    what: &'static str,
    ms: f64,
    task: impl Future<Output = T>,
) -> Result<T, LoadError> {
    let (mut task, mut deadline) = (pin!(task), pin!(platform.wait(ms)));
    poll_fn(|context| {
        if let Poll::Ready(outcome) = task.as_mut().poll(context) {
            return Poll::Ready(Ok(outcome));
        }
        deadline.as_mut().poll(context).map(|()| Err(LoadError::Late { what, ms }))
    })
    .await
}

/// Why there is no body.
pub(super) enum BodyError {
    /// It broke off: why, as far as a browser tells.
    Broken(String),
    /// It is larger than the contract allows: so many bytes have come.
    TooLarge(usize),
}

/// Reads a body, no further than the contract allows.
pub(super) async fn read_body(response: &mut impl Incoming) -> Result<Vec<u8>, BodyError> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(BodyError::Broken)? {
        body.extend_from_slice(&chunk);
        if body.len() > MAX_BODY_BYTES {
            return Err(BodyError::TooLarge(body.len()));
        }
    }
    Ok(body)
}
