//! The lunar table against a sample that stands in the repository, and against the shared golden file if it
//! is near.

use std::path::Path;

use super::super::lunar::{self, LunarDay, LunarMonth};
use super::*;

/// Months that a wrong table misses: leap months, and the years whose Tết is not the Chinese one. Year, month,
/// leap, first day, length.
const SAMPLE: [(i16, u8, bool, &str, u8); 13] = [
    (1990, 1, false, "1990-01-27", 29),
    (1990, 5, true, "1990-06-23", 29),
    (1991, 1, false, "1991-02-15", 29),
    (2007, 1, false, "2007-02-17", 30),
    (2014, 9, true, "2014-10-24", 29),
    (2020, 4, true, "2020-05-23", 29),
    (2023, 2, true, "2023-03-22", 29),
    (2025, 6, true, "2025-07-25", 29),
    (2026, 1, false, "2026-02-17", 30),
    (2028, 5, true, "2028-06-23", 29),
    (2030, 1, false, "2030-02-02", 30),
    (2033, 11, true, "2033-12-22", 29),
    (2050, 10, false, "2050-11-14", 30),
];

fn month(year: i16, number: u8, is_leap: bool) -> LunarMonth {
    let is_this = |month: &LunarMonth| month.month == number && month.is_leap == is_leap;
    lunar::months_of(year)
        .into_iter()
        .find(is_this)
        .unwrap_or_else(|| panic!("no month {number} of {year}"))
}

#[test]
fn leap_months_and_the_years_that_differ_from_china_are_right() {
    for (year, number, is_leap, first, days) in SAMPLE {
        let got = month(year, number, is_leap);
        assert_eq!((got.first, got.days), (on(first), days), "{year}/{number}");
    }
}

#[test]
fn every_month_of_the_golden_file_is_equal() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../shared/data/calendar/vn-lunar-months-1990-2050.csv");
    let Ok(text) = std::fs::read_to_string(golden) else {
        return;
    };
    let mut months = (lunar::FIRST_YEAR..=lunar::LAST_YEAR).flat_map(lunar::months_of);
    let mut equal = 0;
    for line in text.lines().skip(1) {
        let got = months.next().unwrap();
        let leap = u8::from(got.is_leap);
        assert_eq!(
            line,
            format!("{},{},{leap},{},{}", got.year, got.month, got.first, got.days)
        );
        equal += 1;
    }
    assert_eq!(equal, 753);
}

#[test]
fn every_day_goes_to_its_lunar_day_and_back() {
    let (mut day, end) = (on("1990-01-27"), on("2051-02-11"));
    while day < end {
        let lunar = lunar::of(day).unwrap();
        assert_eq!(lunar.civil(), Some(day));
        day = day.plus_days(1);
    }
    assert_eq!(lunar::of(on("1990-01-26")), None);
    assert_eq!(lunar::of(end), None);
    assert_eq!(
        LunarDay {
            year: 2026,
            month: 1,
            is_leap: true,
            day: 1
        }
        .civil(),
        None
    );
    assert_eq!(
        LunarDay {
            year: 2026,
            month: 1,
            is_leap: false,
            day: 0
        }
        .civil(),
        None
    );
}
