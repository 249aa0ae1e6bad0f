//! What every paper says of itself: whose it is, where and when it was made out, who signed.

use motcua_domain::time::{Day, Instant};
use serde::{Deserialize, Serialize};

/// A day (ngày). The template writes it: `ngày 24 tháng 11 năm 2026`, or 24/11/2026 in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Date {
    /// The year.
    pub year: i16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl From<Day> for Date {
    fn from(day: Day) -> Self {
        let date = day.date();
        Self {
            year: date.year(),
            month: date.month().unsigned_abs(),
            day: date.day().unsigned_abs(),
        }
    }
}

/// A moment in local time, to the minute (thời điểm).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// The day.
    pub date: Date,
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
}

impl From<Instant> for Moment {
    fn from(instant: Instant) -> Self {
        let minutes = instant.time_of_day().millis() / 60_000;
        Self {
            date: instant.day().into(),
            hour: u8::try_from(minutes / 60).unwrap_or_default(),
            minute: u8::try_from(minutes % 60).unwrap_or_default(),
        }
    }
}

/// By whom, where and when a paper was made out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    /// Whose paper it is.
    pub letterhead: Letterhead,
    /// When it was made out; also the PDF's date of creation.
    pub at: Moment,
    /// Whether this is a demonstration: every page then says so.
    pub demonstration: bool,
}

/// The block of the issuing agency and the place (Decree 30/2020, Annex I).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letterhead {
    /// The agency above it (cơ quan chủ quản): `Ủy ban nhân dân thành phố Đà Nẵng`. Set in capitals.
    pub superior: Option<String>,
    /// The agency that issues (cơ quan ban hành). Set in capitals.
    pub agency: String,
    /// The place in the line of place and day (địa danh): `Hải Châu`.
    pub place: String,
    /// The paper's own number and sign (số, ký hiệu), where it has one.
    pub sign: Option<String>,
}

/// One who signs (người ký).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// The full name under the signature; `None` leaves room to write it.
    pub name: Option<String>,
    /// What stands where a hand would sign, `Nộp trực tuyến`; `None` asks for signature and name by hand.
    pub note: Option<String>,
}
