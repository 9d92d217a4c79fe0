//! Numbers, with the digits and separators of a language.

use fixed_decimal::{
    Decimal, FloatPrecision, SignDisplay, SignedRoundingMode, UnsignedRoundingMode,
};
use icu_decimal::DecimalFormatter;
use newsprint_model::Number;

/// How many digits after the point a browser writes at most, when it is asked for as many as there are.
const MOST_FRACTION_DIGITS: i16 = 20;

/// A number with all its digits.
pub(crate) fn decimal(format: &DecimalFormatter, number: &Number) -> String {
    // An exponent beyond all reason would fill the page with zeros.
    let decimal = Some(number.value())
        .filter(|value| value.abs() < 1e100)
        .and_then(|_| number.text().parse().ok());
    written(format, decimal, MOST_FRACTION_DIGITS).unwrap_or_else(|| number.text().to_string())
}

/// A number with at most one digit after the point.
pub(crate) fn tenths(format: &DecimalFormatter, number: f64) -> String {
    let decimal = Decimal::try_from_f64(number, FloatPrecision::RoundTrip).ok();
    written(format, decimal, 1).unwrap_or_else(|| number.to_string())
}

fn written(
    format: &DecimalFormatter,
    decimal: Option<Decimal>,
    most_fraction_digits: i16,
) -> Option<String> {
    let mut decimal = decimal?;
    let half_away_from_zero = SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfExpand);
    decimal.round_with_mode(-most_fraction_digits, half_away_from_zero);
    decimal.absolute.trim_start();
    decimal.absolute.trim_end();
    // A negative zero has no sign.
    decimal.apply_sign_display(SignDisplay::Negative);
    // A minus sign is as wide as a plus; a hyphen is not.
    Some(format.format(&decimal).to_string().replace('-', "−"))
}
