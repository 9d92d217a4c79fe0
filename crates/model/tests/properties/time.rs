//! Dates and moments are written as they are read.

use newsprint_model::{Date, Moment};
use proptest::prelude::*;

use super::check;

#[test]
fn dates_are_read_as_they_are_written() {
    check(2000, (any::<u16>(), 0..14_u8, 0..33_u8), |(year, month, day)| {
        let Some(date) = Date::new(year % 10_001, month, day) else {
            return Ok(());
        };
        prop_assert_eq!(Date::parse(&date.to_string()), Some(date));
        prop_assert_eq!(Moment::parse(&date.to_string()), Some(Moment::Day(date)));
        Ok(())
    });
}

#[test]
fn moments_are_read_as_they_are_written() {
    let moment = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[Tt ]\
        ([01][0-9]|2[0-3]):[0-5][0-9](:[0-6][0-9])?(\\.[0-9]{1,10})?([Zz]|[+-][0-2][0-9]:?[0-5][0-9])";
    check(3000, moment, |text| {
        let Some(moment) = Moment::parse(&text) else {
            return Ok(());
        };
        let written = moment.to_string();
        prop_assert_eq!(Moment::parse(&written), Some(moment), "{} from {}", written, text);
        Ok(())
    });
}

#[test]
fn what_looks_like_a_moment_never_panics() {
    check(2000, "[0-9TtZz:.,+ \u{660}é-]{0,30}", |text| {
        let _ = (Date::parse(&text), Moment::parse(&text));
        Ok(())
    });
}
