//! The law of time against the worked examples, a slow calendar, and golden files.

mod examples;
mod holidays;
mod lunar;
mod slow;
mod texts;

use super::*;

/// The decisions that the repository keeps for the demonstration city.
pub(super) const CITY: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../city/calendar/holidays.csv"
));

/// Hours from text.
pub(super) fn hours(text: &str) -> Hours {
    Hours::parse(text).unwrap()
}

/// The rules of calendar A, B or C of `domain.md` 4.11.
pub(super) fn rules(letter: char) -> CalendarRules {
    let week = match letter {
        'A' => Week::weekdays(hours("07:00-11:30,13:30-17:00")),
        'B' => Week::weekdays(hours("07:00-11:30,13:30-17:00")).with_half_saturday(hours("07:00-11:30")),
        'C' => Week::weekdays(hours("07:30-11:30,13:30-17:30")),
        other => panic!("no calendar {other}"),
    };
    CalendarRules {
        week,
        holidays: HolidayTable::parse_csv(CITY).unwrap(),
        ..CalendarRules::default()
    }
}

/// Calendar A, B or C.
pub(super) fn calendar(letter: char) -> OfficeCalendar {
    OfficeCalendar::new(rules(letter))
}

/// A moment written `2026-11-30 09:00` or with seconds, in local time.
pub(super) fn at(text: &str) -> Instant {
    let (day, time) = text.split_once(' ').unwrap();
    Day::parse(day).unwrap().at(TimeOfDay::parse(time).unwrap())
}

/// A day written `2026-11-30`.
pub(super) fn on(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// A limit written `5 working-days`.
pub(super) fn limit(text: &str) -> TimeLimit {
    text.parse().unwrap()
}
