//! Requests: from a URL to a response, or to the reason why there is none.

use std::cell::{Cell, RefCell};
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::rc::{Rc, Weak};
use std::task::{Poll, Waker};

use newsprint_model::{FailureKind, MAX_BODY_BYTES, ReadError};

use super::failure::{Failure, LoadError};
use super::platform::{Deadlines, Incoming, Platform, Request, Validators};
use super::reply::Reply;
use super::retry::{pause, retry_after};

/// The most requests under way at once; the others wait for their turn.
const AT_ONCE: usize = 6;

/// What a backend answered, for all who wait for it.
#[derive(Debug, Clone)]
pub enum Answer {
    /// There is nothing newer than the version that the request named.
    Unchanged,
    /// This is the newest version.
    Reply(Rc<Reply>),
}

/// What comes of a request.
pub type Outcome = Result<Answer, Failure>;

/// A request that one or more wait for. It ends when nobody waits any more.
struct Asked<W: Platform> {
    request: Request,
    outcome: RefCell<Option<Outcome>>,
    waiting: RefCell<Vec<Waker>>,
    task: RefCell<Option<W::Task>>,
}

/// Makes the requests of all elements of a page.
pub struct Loader<W: Platform> {
    /// What makes them.
    pub platform: W,
    /// How many are under way.
    running: Cell<usize>,
    /// Those that wait for their turn.
    queue: RefCell<Vec<Waker>>,
    /// The requests under way, so that two who ask for the same share one.
    asked: RefCell<Vec<Weak<Asked<W>>>>,
}

impl<W: Platform> Loader<W> {
    /// A loader without requests.
    pub fn new(platform: W) -> Rc<Self> {
        let (running, queue, asked) = Default::default();
        Rc::new(Self { platform, running, queue, asked })
    }

    /// Asks for a document until there is an answer, or until another try can't help. Two who ask for
    /// the same at the same time share the request. It ends when nobody waits any more.
    pub async fn ask(self: &Rc<Self>, request: Request) -> Outcome {
        let asked = self.under_way(&request).unwrap_or_else(|| self.begin(request));
        poll_fn(|context| {
            if let Some(outcome) = &*asked.outcome.borrow() {
                return Poll::Ready(outcome.clone());
            }
            asked.waiting.borrow_mut().push(context.waker().clone());
            Poll::Pending
        })
        .await
    }

    /// The request under way for the same, where there is one.
    fn under_way(&self, request: &Request) -> Option<Rc<Asked<W>>> {
        let asked = self.asked.borrow();
        let mut asked = asked.iter().filter_map(Weak::upgrade);
        asked.find(|asked| asked.request == *request && asked.outcome.borrow().is_none())
    }

    fn begin(self: &Rc<Self>, request: Request) -> Rc<Asked<W>> {
        let (outcome, waiting, task) = Default::default();
        let asked = Rc::new(Asked { request: request.clone(), outcome, waiting, task });
        let (weak, loader) = (Rc::downgrade(&asked), self.clone());
        let mut all = self.asked.borrow_mut();
        all.retain(|asked| asked.strong_count() > 0);
        all.push(weak.clone());
        let task = self.platform.start(Box::pin(async move {
            let outcome = loader.insist(request).await;
            if let Some(asked) = weak.upgrade() {
                *asked.outcome.borrow_mut() = Some(outcome);
                asked.waiting.take().into_iter().for_each(Waker::wake);
            }
        }));
        *asked.task.borrow_mut() = Some(task);
        asked
    }

    /// Asks for a part of an article. Without a network it waits for one.
    pub async fn part(self: Rc<Self>, request: Request) -> Outcome {
        loop {
            match self.ask(request.clone()).await {
                Err(failure) if failure.kind == FailureKind::Offline => {
                    self.platform.attention().await
                }
                outcome => return outcome,
            }
        }
    }

    /// The saved copy of a document, and when it was saved.
    pub async fn copy(&self, url: &str) -> Option<(Reply, f64)> {
        let mut copy = self.platform.copy(url).await?;
        let body = read(&mut copy).await.ok()?;
        let kept = copy.header("date").and_then(|date| self.platform.moment(&date))?;
        Some((Reply::new(&copy, body), kept))
    }

    /// Asks, and asks again.
    async fn insist(&self, request: Request) -> Outcome {
        let mut tries = 0;
        loop {
            let outcome = self.exchange(&request).await;
            let Err(failure) = &outcome else { return outcome };
            let Some(ms) = pause(failure, tries, self.platform.chance()) else { return outcome };
            tries += 1;
            self.platform.wait(ms).await;
            if !self.platform.is_online() {
                // That the reader should know, and it is waited for elsewhere.
                let error = LoadError::NoReply { is_online: false, why: "no network".into() };
                return Err(error.failure(&request.url));
            }
            self.platform.attention().await;
        }
    }

    /// One request and its reply.
    async fn exchange(&self, request: &Request) -> Outcome {
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
        let body = self.within("the whole body", body, read(&mut incoming)).await;
        let body = body.map_err(late)?.map_err(|unread| match unread {
            Unread::Broken(why) => no_reply(why),
            Unread::TooLarge(bytes) => (LoadError::Unreadable(ReadError::TooLarge { bytes }), None),
        })?;
        Ok(Answer::Reply(Rc::new(Reply::new(&incoming, body))))
    }

    /// What comes of something, unless it takes longer than so many milliseconds.
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

    /// Waits until it may be one of those under way.
    async fn turn(&self) -> Turn<'_, W> {
        poll_fn(|context| {
            if self.running.get() < AT_ONCE {
                return Poll::Ready(());
            }
            self.queue.borrow_mut().push(context.waker().clone());
            Poll::Pending
        })
        .await;
        self.running.set(self.running.get() + 1);
        Turn(self)
    }
}

/// The right to be under way; its end is the next one's turn.
struct Turn<'a, W: Platform>(&'a Loader<W>);

impl<W: Platform> Drop for Turn<'_, W> {
    fn drop(&mut self) {
        self.0.running.set(self.0.running.get() - 1);
        // One of them may not be waiting any more, so that all have to look.
        for waker in self.0.queue.take() {
            waker.wake();
        }
    }
}

/// Why there is no body.
enum Unread {
    /// It broke off: why, as far as a browser tells.
    Broken(String),
    /// It is larger than the contract allows: so many bytes have come.
    TooLarge(usize),
}

/// Reads a body, no further than the contract allows.
async fn read(incoming: &mut impl Incoming) -> Result<Vec<u8>, Unread> {
    let mut body = Vec::new();
    while let Some(chunk) = incoming.chunk().await.map_err(Unread::Broken)? {
        body.extend_from_slice(&chunk);
        if body.len() > MAX_BODY_BYTES {
            return Err(Unread::TooLarge(body.len()));
        }
    }
    Ok(body)
}

#[cfg(test)]
mod tests {
    use super::super::scripted::{Play, Running, Test};
    use super::*;

    const URL: &str = "https://news.example/a.json";

    fn request(url: &str) -> Request {
        Request { url: url.into(), credentials: "omit".into(), ..Request::default() }
    }

    /// Asks in a test, and notes what comes of it.
    fn asking(test: &Test, request: Request) -> Running {
        let (script, loader) = (test.script.clone(), test.loader.clone());
        test.start(async move {
            match loader.ask(request).await {
                Ok(Answer::Unchanged) => script.note("unchanged"),
                Ok(Answer::Reply(reply)) => {
                    script.note(format_args!("{} bytes", reply.body.len()));
                }
                Err(failure) => script.note(failure),
            }
        })
    }

    /// What happens when a URL is asked for that answers so.
    fn log(plays: impl IntoIterator<Item = Play>) -> Vec<String> {
        let mut test = Test::new();
        test.script.play(URL, plays);
        test.script.set_chance(0.5);
        let _asking = asking(&test, request(URL));
        test.pass(600_000.0);
        assert_eq!((test.script.running(), test.script.timers()), (0, 0));
        test.script.log()
    }

    #[test]
    fn a_reply_comes() {
        assert_eq!(log([Play::body("12345")]), ["0 GET https://news.example/a.json", "10 5 bytes"]);
    }

    #[test]
    fn what_may_pass_is_asked_for_three_times_more() {
        for play in
            [503, 500, 502, 504, 408, 425].map(Play::status).into_iter().chain([Play::broken()])
        {
            let log = log([play.clone()]);
            let times: Vec<_> = log.iter().map(|line| line.split(' ').next().unwrap()).collect();
            assert_eq!(times, ["0", "510", "1520", "3530", "3540"], "{play:?}");
        }
        let log = log([Play::status(503), Play::broken(), Play::body("12345")]);
        assert_eq!(log.last().unwrap(), "1530 5 bytes");
    }

    #[test]
    fn what_will_not_pass_is_asked_for_once() {
        for status in [301, 304, 400, 401, 403, 404, 405, 410, 413, 451, 501, 505] {
            let log = log([Play::status(status)]);
            assert_eq!(log.len(), 2, "{log:?}");
        }
    }

    #[test]
    fn a_backend_is_asked_again_when_it_says() {
        for header in ["7", "Mon, 18 Mar 2024 10:42:07 GMT"] {
            let log =
                log([Play::status(429).with("retry-after", header).after(0.0), Play::body("x")]);
            assert_eq!(log[1], "7000 GET https://news.example/a.json", "{header}");
        }
        let log = log([Play::status(503).with("retry-after", "3600")]);
        assert_eq!(log[1].split_once(": ").unwrap().0, "10 server");
    }

    #[test]
    fn headers_have_a_deadline() {
        let log = log([Play::never()]);
        assert_eq!(log[1], "8500 GET https://news.example/a.json");
        assert_eq!(
            log[4],
            "35500 timeout: https://news.example/a.json: the headers did not come within 8000 ms."
        );
    }

    #[test]
    fn the_body_has_a_deadline_of_its_own() {
        let dripping = Play::body("{").after(7000.0).dripping(1000, 1, 1000.0);
        assert_eq!(log([dripping])[1], "27500 GET https://news.example/a.json");
        let silent = Play::body("{").then_nothing();
        let log = log([silent]);
        assert!(
            log.last().unwrap().contains("timeout: https://news.example/a.json: the whole body")
        );
    }

    #[test]
    fn a_slow_body_within_its_deadline_is_read() {
        assert_eq!(log([Play::body("{").dripping(19, 1, 1000.0)])[1], "19010 20 bytes");
    }

    #[test]
    fn a_body_that_breaks_off_is_asked_for_again() {
        let log = log([Play::body("{").then_broken(), Play::body("{}")]);
        assert_eq!(log.last().unwrap(), "520 2 bytes");
    }

    #[test]
    fn a_body_is_read_no_further_than_the_limit() {
        let endless = Play::body("").dripping(12, 1024 * 1024, 1.0);
        let log = log([endless]);
        assert_eq!(log.len(), 2);
        assert!(
            log[1].starts_with("21 too-large: https://news.example/a.json: The article is"),
            "{log:?}"
        );
        let exact = self::log([Play::body("").dripping(10, 1024 * 1024, 1.0)]);
        assert_eq!(exact[1], "20 10485760 bytes");
    }

    #[test]
    fn the_next_try_waits_until_the_reader_looks() {
        let mut test = Test::new();
        test.script.play(URL, [Play::status(503), Play::body("12345")]);
        let _asking = asking(&test, request(URL));
        test.pass(5.0);
        test.script.set_hidden(true);
        test.pass(60_000.0);
        assert_eq!(test.script.log(), ["0 GET https://news.example/a.json"]);
        test.script.set_hidden(false);
        test.pass(100.0);
        assert_eq!(test.script.log(), ["60005 GET https://news.example/a.json", "60015 5 bytes"]);
    }

    #[test]
    fn a_network_that_goes_meanwhile_is_told() {
        let mut test = Test::new();
        test.script.play(URL, [Play::status(503)]);
        test.script.set_chance(0.5);
        let _asking = asking(&test, request(URL));
        test.pass(50.0);
        test.script.set_offline(true);
        test.pass(60_000.0);
        let log = test.script.log();
        assert_eq!(log.len(), 2);
        assert!(log[1].starts_with("510 offline: https://news.example/a.json"), "{log:?}");
    }

    #[test]
    fn without_a_network_nothing_is_tried_again() {
        let mut test = Test::new();
        test.script.play(URL, [Play::broken()]);
        test.script.set_offline(true);
        let _asking = asking(&test, request(URL));
        test.pass(60_000.0);
        let log = test.script.log();
        assert_eq!(log.len(), 2);
        assert!(log[1].starts_with("0 offline: https://news.example/a.json could not"), "{log:?}");
    }

    #[test]
    fn a_part_waits_for_the_network() {
        let mut test = Test::new();
        test.script.play(URL, [Play::body("12345")]);
        test.script.set_offline(true);
        let (script, loader) = (test.script.clone(), test.loader.clone());
        let _part = test.start(async move {
            script.note(loader.part(request(URL)).await.is_ok());
        });
        test.pass(60_000.0);
        test.script.log();
        test.script.set_offline(false);
        test.pass(60_000.0);
        assert_eq!(test.script.log(), ["60000 GET https://news.example/a.json", "60010 true"]);
    }

    #[test]
    fn two_that_ask_for_the_same_share_the_request() {
        let mut test = Test::new();
        test.script.play(URL, [Play::status(503), Play::body("12345")]);
        let _one = asking(&test, request(URL));
        test.pass(5.0);
        let two = asking(&test, request(URL));
        let mut other = request(URL);
        other.validators.etag = Some("x".into());
        let three = asking(&test, other);
        test.pass(1.0);
        drop((two, three));
        let _four = asking(&test, request(URL));
        test.pass(50_000.0);
        let log = test.script.log();
        assert_eq!(log[0], "0 GET https://news.example/a.json");
        assert_eq!(log[1], "5 GET https://news.example/a.json unless x");
        assert_eq!(log[2], "10 GET https://news.example/a.json");
        assert_eq!(log[3..], ["20 5 bytes", "20 5 bytes"]);
        // What is over is asked for anew.
        let _five = asking(&test, request(URL));
        test.pass(50_000.0);
        assert_eq!(test.script.log().len(), 2);
    }

    #[test]
    fn what_nobody_waits_for_ends() {
        let mut test = Test::new();
        test.script.play(URL, [Play::never()]);
        let one = asking(&test, request(URL));
        let two = asking(&test, request(URL));
        test.pass(5.0);
        drop(one);
        test.pass(5.0);
        assert_eq!(test.script.running(), 1);
        drop(two);
        test.pass(5.0);
        assert_eq!((test.script.running(), test.script.timers()), (0, 0));
    }

    #[test]
    fn no_more_than_six_are_under_way_and_each_has_its_turn() {
        let mut test = Test::new();
        let urls: Vec<_> = (0..20).map(|number| format!("https://news.example/{number}")).collect();
        let all: Vec<_> = urls
            .iter()
            .map(|url| {
                test.script.play(url, [Play::body("12345")]);
                asking(&test, request(url))
            })
            .collect();
        let mut all: Vec<_> = all.into_iter().map(Some).collect();
        test.pass(5.0);
        // One that is under way leaves, and one that waits.
        all[0] = None;
        all[7] = None;
        test.pass(1000.0);
        assert_eq!(test.script.most_at_once(), 6);
        let log = test.script.log();
        assert_eq!(log.iter().filter(|line| line.ends_with("5 bytes")).count(), 18);
        assert_eq!(log.iter().filter(|line| line.contains("GET")).count(), 19);
    }
}
