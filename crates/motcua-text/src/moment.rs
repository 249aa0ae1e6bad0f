//! How a language writes days and times of day.
//!
//! Days come as year, month and day of the Gregorian calendar, times as hour and minute in the
//! city's time. Month and day must be those of a real day: the callers hold checked dates.

use crate::{Lang, Text};

const WEEKDAYS_VI: [&str; 7] = [
    "Chủ nhật",
    "thứ Hai",
    "thứ Ba",
    "thứ Tư",
    "thứ Năm",
    "thứ Sáu",
    "thứ Bảy",
];
const WEEKDAYS_EN: [&str; 7] = [
    "Sunday",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Text {
    /// A day in full: "24/11/2026", in English "24 November 2026".
    #[must_use]
    pub fn day(&self, year: i16, month: i8, day: i8) -> String {
        match self.lang() {
            Lang::Vi => format!("{day:02}/{month:02}/{year}"),
            Lang::En => format!("{day} {} {year}", month_name(month)),
        }
    }

    /// A day as documents write it: "ngày 24 tháng 11 năm 2026". Days below ten and the first two
    /// months get a leading zero, so that no digit can be added in front (Decree 30/2020).
    #[must_use]
    pub fn day_long(&self, year: i16, month: i8, day: i8) -> String {
        match self.lang() {
            Lang::Vi if month < 3 => format!("ngày {day:02} tháng {month:02} năm {year}"),
            Lang::Vi => format!("ngày {day:02} tháng {month} năm {year}"),
            Lang::En => self.day(year, month, day),
        }
    }

    /// A day of a year that is clear from the page: "24/11", "24 Nov".
    #[must_use]
    pub fn day_short(&self, month: i8, day: i8) -> String {
        match self.lang() {
            Lang::Vi => format!("{day:02}/{month:02}"),
            Lang::En => format!("{day} {}", month_name(month).get(..3).unwrap_or_default()),
        }
    }

    /// A near day with its weekday: "thứ Tư 25/11", "Wednesday 25 November".
    #[must_use]
    pub fn weekday_day(&self, year: i16, month: i8, day: i8) -> String {
        let name = self.weekday(year, month, day);
        match self.lang() {
            Lang::Vi => format!("{name} {}", self.day_short(month, day)),
            Lang::En => format!("{name} {day} {}", month_name(month)),
        }
    }

    /// The weekday of a day: "thứ Tư", "Wednesday".
    #[must_use]
    pub fn weekday(&self, year: i16, month: i8, day: i8) -> &'static str {
        let names = match self.lang() {
            Lang::Vi => &WEEKDAYS_VI,
            Lang::En => &WEEKDAYS_EN,
        };
        names
            .get(weekday_number(year, month, day))
            .copied()
            .unwrap_or_default()
    }

    /// A time of day: "17:00".
    #[must_use]
    pub fn time(&self, hour: i8, minute: i8) -> String {
        format!("{hour:02}:{minute:02}")
    }

    /// A moment in full: "09:40 ngày 24/11/2026", "24 November 2026, 09:40".
    #[must_use]
    pub fn moment(&self, (year, month, day): (i16, i8, i8), (hour, minute): (i8, i8)) -> String {
        let (time, day) = (self.time(hour, minute), self.day(year, month, day));
        match self.lang() {
            Lang::Vi => format!("{time} ngày {day}"),
            Lang::En => format!("{day}, {time}"),
        }
    }

    /// A moment in a list, of a year that is clear: "24/11, 09:40", "24 Nov, 09:40".
    #[must_use]
    pub fn moment_short(&self, (month, day): (i8, i8), (hour, minute): (i8, i8)) -> String {
        format!("{}, {}", self.day_short(month, day), self.time(hour, minute))
    }

    /// A promised moment: "trước 17:00 thứ Tư 25/11", "by 17:00 on Wednesday 25 November".
    #[must_use]
    pub fn before(&self, (year, month, day): (i16, i8, i8), (hour, minute): (i8, i8)) -> String {
        let (time, day) = (self.time(hour, minute), self.weekday_day(year, month, day));
        match self.lang() {
            Lang::Vi => format!("trước {time} {day}"),
            Lang::En => format!("by {time} on {day}"),
        }
    }
}

fn month_name(month: i8) -> &'static str {
    usize::try_from(month - 1)
        .ok()
        .and_then(|index| MONTHS_EN.get(index))
        .copied()
        .unwrap_or_default()
}

/// Days since Sunday, by the congruence that counts March as the first month, so that the leap day
/// is the last of its year.
fn weekday_number(year: i16, month: i8, day: i8) -> usize {
    let (year, month, day) = (i64::from(year), i64::from(month), i64::from(day));
    let (year, month) = if month < 3 {
        (year - 1, month + 9)
    } else {
        (year, month - 3)
    };
    let days = 365 * year + year.div_euclid(4) - year.div_euclid(100)
        + year.div_euclid(400)
        + (153 * month + 2) / 5
        + day;
    // 1 March of the year 0 was a Wednesday.
    usize::try_from((days + 2).rem_euclid(7)).unwrap_or_default()
}
