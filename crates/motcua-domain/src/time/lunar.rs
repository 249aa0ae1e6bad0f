//! The Vietnamese lunar calendar (âm lịch), 1990 to 2050, from a table: one code a year.
//!
//! A table is smaller than the astronomy, and exact. Viet Nam reckons the new moon at UTC+7, so that its year may
//! begin on another day than the Chinese one (2007, 2030). Past 2050 published tables and algorithms part, so this
//! one ends there.

use super::instant::Day;

/// First lunar year of the table.
pub const FIRST_YEAR: i16 = 1990;
/// Last lunar year of the table.
pub const LAST_YEAR: i16 = 2050;

/// A year in 23 bits: days from 1 January to Tết (6 bits), the month that is followed by its leap twin or 0
/// (4 bits), and from the lowest bit up, for each of the 12 or 13 months in order, whether it has 30 days.
const YEARS: [u32; 61] = [
    0x34be92, 0x5a0e92, 0x440d26, 0x2c6a56, 0x500a57, 0x3d1556, 0x62056a, 0x4a0b55, 0x36b6c9, 0x5c0749,
    0x460693, 0x2e952b, 0x54052b, 0x3e0a5b, 0x2a555a, 0x4e056a, 0x38eb65, 0x5e0ba5, 0x4a0d49, 0x32ba95,
    0x580a95, 0x42052d, 0x2c8aad, 0x500ab5, 0x3d35aa, 0x6205d2, 0x4c0da5, 0x36dd4a, 0x5c0e4a, 0x460c96,
    0x30992e, 0x540556, 0x3e0ab5, 0x2a55b2, 0x5006d2, 0x38cea5, 0x5e0725, 0x48064b, 0x32ac97, 0x5604ab,
    0x40055b, 0x2c6ada, 0x520b6a, 0x3d7752, 0x620b92, 0x4c0b25, 0x36da4b, 0x5a0a4d, 0x4404ad, 0x2ea95b,
    0x5405ad, 0x3e0baa, 0x2a5b52, 0x500d92, 0x3afd25, 0x5e0d25, 0x480a55, 0x32b4ad, 0x5804b6, 0x4006b5,
    0x2c6daa,
];

/// A day of the lunar calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LunarDay {
    /// The lunar year, named after the civil year it begins in.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: u8,
    /// Whether it is the leap twin of that month (tháng nhuận).
    pub is_leap: bool,
    /// The day of the month, 1 to 30.
    pub day: u8,
}

/// A month of the lunar calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LunarMonth {
    /// The lunar year.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: u8,
    /// Whether it is a leap twin.
    pub is_leap: bool,
    /// Its first day.
    pub first: Day,
    /// Its length, 29 or 30.
    pub days: u8,
}

/// The months of a lunar year in order; none outside the table.
pub fn months_of(year: i16) -> Vec<LunarMonth> {
    let code = usize::try_from(i32::from(year) - i32::from(FIRST_YEAR))
        .ok()
        .and_then(|place| YEARS.get(place));
    let (Some(code), Ok(january)) = (code, Day::new(year, 1, 1)) else {
        return Vec::new();
    };
    let leap = (code >> 13 & 0xf) as u8;
    let mut next = january.plus_days(i64::from(code >> 17));
    (0..12 + u8::from(leap > 0))
        .map(|place| {
            let is_leap = leap > 0 && place == leap;
            let month = if leap > 0 && place >= leap {
                place
            } else {
                place + 1
            };
            let days = 29 + (code >> place & 1) as u8;
            let first = next;
            next = first.plus_days(i64::from(days));
            LunarMonth {
                year,
                month,
                is_leap,
                first,
                days,
            }
        })
        .collect()
}

/// The first day of a lunar year (mùng một Tết); `None` outside the table.
pub fn new_year(year: i16) -> Option<Day> {
    months_of(year).first().map(|month| month.first)
}

/// The lunar day of a civil day; `None` outside the table.
pub fn of(day: Day) -> Option<LunarDay> {
    let civil = day.year();
    let months = months_of(civil.saturating_sub(1))
        .into_iter()
        .chain(months_of(civil));
    let month = months.rev().find(|month| month.first <= day)?;
    let offset = u8::try_from(month.first.days_until(day))
        .ok()
        .filter(|offset| *offset < month.days)?;
    Some(LunarDay {
        year: month.year,
        month: month.month,
        is_leap: month.is_leap,
        day: offset + 1,
    })
}

impl LunarDay {
    /// The civil day; `None` outside the table, or if the month is not that long or has no leap twin.
    pub fn civil(self) -> Option<Day> {
        let is_this = |month: &LunarMonth| month.month == self.month && month.is_leap == self.is_leap;
        let month = months_of(self.year).into_iter().find(is_this)?;
        let offset = self.day.checked_sub(1).filter(|offset| *offset < month.days)?;
        Some(month.first.plus_days(i64::from(offset)))
    }
}
