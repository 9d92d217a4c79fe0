//! Whether and when to ask again.

use newsprint_model::FailureKind;

use super::failure::Failure;

/// How often a request is made again.
const RETRIES: i32 = 3;

/// The longest first wait, in milliseconds. It doubles for each wait after that.
const FIRST_WAIT: f64 = 1000.0;

/// The longest wait that a backend can ask for, in milliseconds. If it asks for more, there is no
/// retry.
const LONGEST_WAIT: f64 = 30_000.0;

/// How many milliseconds to wait before a request is made again, after so many retries; `None` if it
/// is not to be made again.
///
/// The longest wait doubles each time, and chance picks one between nothing and that
/// ([full jitter](https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/)), so
/// that not all readers ask at once when a backend comes back. If the backend says when to ask
/// (`Retry-After`), the wait is at least that long.
pub fn pause(failure: &Failure, retries: i32, chance: f64) -> Option<f64> {
    // Without a network no try can succeed: `follow` waits until it is back.
    if retries >= RETRIES || !failure.is_retryable() || failure.kind == FailureKind::Offline {
        return None;
    }
    let wanted = failure.retry_after.unwrap_or_default();
    (wanted <= LONGEST_WAIT).then(|| wanted.max(FIRST_WAIT * f64::from(1 << retries) * chance))
}

/// What a `Retry-After` says, in milliseconds from now: a number of seconds or a date
/// ([RFC 9110](https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3)). `None` for nonsense.
pub fn retry_after(header: &str, now: f64, moment: impl Fn(&str) -> Option<f64>) -> Option<f64> {
    let header = header.trim();
    let ms = if header.bytes().all(|byte| byte.is_ascii_digit()) {
        // A number too large to be read is as good as never.
        header.parse().map_or_else(
            |_| (!header.is_empty()).then_some(f64::MAX),
            |seconds: u32| Some(f64::from(seconds) * 1000.0),
        )
    } else {
        moment(header).map(|at| at - now)
    };
    ms.map(|ms| ms.max(0.0))
}

#[cfg(test)]
mod tests {
    use super::super::failure::LoadError;
    use super::*;

    fn failure(status: u16, retry_after: Option<f64>) -> Failure {
        Failure { retry_after, ..LoadError::Status(status).failure("/a.json") }
    }

    #[test]
    fn the_wait_doubles_and_chance_spreads_it() {
        let pause = |tries, chance| pause(&failure(503, None), tries, chance);
        assert_eq!(
            [0, 1, 2, 3].map(|tries| pause(tries, 0.5)),
            [Some(500.0), Some(1000.0), Some(2000.0), None]
        );
        assert_eq!([0, 1, 2].map(|tries| pause(tries, 0.0)), [Some(0.0); 3]);
    }

    #[test]
    fn what_will_not_pass_is_not_asked_for_again() {
        assert_eq!(pause(&failure(404, None), 0, 0.5), None);
        assert_eq!(pause(&failure(501, Some(1000.0)), 0, 0.5), None);
        let offline =
            LoadError::NoReply { is_online: false, why: String::new() }.failure("/a.json");
        assert_eq!(pause(&offline, 0, 0.5), None);
    }

    #[test]
    fn a_backend_that_names_its_time_gets_it_up_to_a_bound() {
        assert_eq!(pause(&failure(429, Some(7000.0)), 2, 0.5), Some(7000.0));
        assert_eq!(pause(&failure(503, Some(0.0)), 0, 0.5), Some(500.0));
        assert_eq!(pause(&failure(503, Some(30_000.0)), 0, 0.5), Some(30_000.0));
        assert_eq!(pause(&failure(503, Some(30_001.0)), 0, 0.5), None);
    }

    #[test]
    fn both_forms_of_the_header_are_read() {
        let moment = |date: &str| {
            httpdate::parse_http_date(date).ok().map(|time| {
                time.duration_since(std::time::UNIX_EPOCH).unwrap().as_secs_f64() * 1000.0
            })
        };
        let read = |header| retry_after(header, 784_111_777_000.0, moment);
        assert_eq!(read("120"), Some(120_000.0));
        assert_eq!(read(" 0 "), Some(0.0));
        assert_eq!(read("Sun, 06 Nov 1994 08:49:47 GMT"), Some(10_000.0));
        assert_eq!(read("Sun, 06 Nov 1994 08:49:17 GMT"), Some(0.0));
        assert_eq!(read("99999999999999999999"), Some(f64::MAX));
        assert_eq!([read(""), read("soon"), read("-1"), read("1.5")], [None; 4]);
    }
}
