//! Numbers, with the digits that were sent.

use std::rc::Rc;

use serde::{Serialize, Serializer};

/// A number as JSON writes it ([RFC 8259](https://www.rfc-editor.org/rfc/rfc8259#section-6)).
///
/// It is kept as text, because a 64-bit number would lose digits of a long one, and would have to be
/// written anew where an article prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number(Rc<str>);

impl Number {
    /// A number from text that is one.
    pub(crate) fn new(text: impl Into<Rc<str>>) -> Self {
        Self(text.into())
    }

    /// The number as it was sent.
    #[must_use]
    pub fn text(&self) -> &Rc<str> {
        &self.0
    }

    /// Its value. Whole numbers of up to 15 digits are exact; of others the last digits may differ.
    ///
    /// The standard library's way is always exact, and carries a table of ten kilobytes that each
    /// reader would download.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "what does not fit in 53 bits is rounded")]
    pub fn value(&self) -> f64 {
        let (mantissa, exponent) = match self.0.split_once(['e', 'E']) {
            // An exponent that is too long to be read is too large or too small as well.
            Some((mantissa, sent)) => (
                mantissa,
                sent.parse().unwrap_or(if sent.starts_with('-') { i32::MIN } else { i32::MAX }),
            ),
            None => (&*self.0, 0),
        };
        let (mut digits, mut places, mut is_fraction) = (0_u64, 0_i32, false);
        for byte in mantissa.bytes() {
            match byte {
                b'.' => is_fraction = true,
                b'0'..=b'9' if digits < u64::MAX / 100 => {
                    digits = digits * 10 + u64::from(byte - b'0');
                    places -= i32::from(is_fraction);
                }
                // More digits than fit only move the point.
                b'0'..=b'9' => places += i32::from(!is_fraction),
                _ => {}
            }
        }
        let exponent = exponent.saturating_add(places);
        let power = 10_f64.powi(exponent.saturating_abs());
        let value = match exponent {
            _ if digits == 0 => 0.0,
            0.. => digits as f64 * power,
            // A quotient of two exact numbers is rounded only once.
            _ => digits as f64 / power,
        };
        if mantissa.starts_with('-') { -value } else { value }
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (self.0.parse(), self.0.parse()) {
            (Ok(whole), _) => serializer.serialize_i64(whole),
            (_, Ok(number)) => serializer.serialize_f64(number),
            _ => serializer.serialize_f64(self.value()),
        }
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Number {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        f64::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        f64::json_schema(generator)
    }

    fn inline_schema() -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_value_is_that_of_the_standard_library() {
        for text in [
            "0",
            "-0",
            "7",
            "-12",
            "9.5",
            "-0.25",
            "640.0",
            "6.4e2",
            "6.4E+2",
            "100e-2",
            "1e15",
            "65535",
            "9007199254740992",
            "0e999999999999",
            "1e400",
            "-1e99999999999",
            "1e-99999999999",
        ] {
            assert_eq!(Number::new(text).value(), text.parse::<f64>().unwrap(), "{text}");
        }
        for text in [
            "4e-7",
            "1e300",
            "-1e-300",
            "123456789012345678",
            "12345678901234567890123456789",
            "0.1",
            "0.000000000000000000000000000000000000000000001",
            "98765432109876543210.5e-30",
        ] {
            let exact: f64 = text.parse().unwrap();
            assert!((Number::new(text).value() / exact - 1.0).abs() < 1e-14, "{text}");
        }
        assert!(Number::new("9".repeat(100_000)).value().is_infinite());
    }
}
