//! How a language writes numbers, money, durations and things that are partly hidden.

use crate::{Lang, Text};

impl Text {
    /// A whole number in groups of three: "1.234.567", in English "1,234,567".
    #[must_use]
    pub fn number(&self, value: i64) -> String {
        let mark = match self.lang() {
            Lang::Vi => '.',
            Lang::En => ',',
        };
        let digits = value.unsigned_abs().to_string();
        let mut written = String::with_capacity(digits.len() + digits.len() / 3 + 1);
        if value < 0 {
            written.push('-');
        }
        for (position, digit) in digits.chars().enumerate() {
            if position > 0 && (digits.len() - position).is_multiple_of(3) {
                written.push(mark);
            }
            written.push(digit);
        }
        written
    }

    /// A number given in tenths, without a needless zero: `986` is "98,6", `990` is "99".
    #[must_use]
    pub fn tenths(&self, tenths: i64) -> String {
        let mark = match self.lang() {
            Lang::Vi => ',',
            Lang::En => '.',
        };
        let sign = if tenths < 0 && tenths > -10 { "-" } else { "" };
        let whole = self.number(tenths / 10);
        match tenths.unsigned_abs() % 10 {
            0 => whole,
            part => format!("{sign}{whole}{mark}{part}"),
        }
    }

    /// A share given in tenths of a per cent: `986` is "98,6%".
    #[must_use]
    pub fn percent_tenths(&self, tenths: i64) -> String {
        format!("{}%", self.tenths(tenths))
    }

    /// An amount of money in đồng: "50.000 đồng", in English "50,000 VND".
    #[must_use]
    pub fn dong(&self, amount: i64) -> String {
        match self.lang() {
            Lang::Vi => format!("{} đồng", self.number(amount)),
            Lang::En => format!("{} VND", self.number(amount)),
        }
    }

    /// Calendar days (ngày): "8 ngày", "8 days".
    #[must_use]
    pub fn days(&self, days: i64) -> String {
        self.counted(days * 10, "ngày", "day", "days")
    }

    /// Working days (ngày làm việc) given in half days, as promises are made in halves:
    /// `3` is "1,5 ngày làm việc", "1.5 working days".
    #[must_use]
    pub fn working_days_halves(&self, halves: i64) -> String {
        self.counted(halves * 5, "ngày làm việc", "working day", "working days")
    }

    /// Whole working days (ngày làm việc): "3 ngày làm việc".
    #[must_use]
    pub fn working_days(&self, days: i64) -> String {
        self.working_days_halves(days * 2)
    }

    /// Working hours (giờ làm việc): "8 giờ làm việc".
    #[must_use]
    pub fn working_hours(&self, hours: i64) -> String {
        self.counted(hours * 10, "giờ làm việc", "working hour", "working hours")
    }

    /// Months (tháng): "3 tháng".
    #[must_use]
    pub fn months(&self, months: i64) -> String {
        self.counted(months * 10, "tháng", "month", "months")
    }

    /// Years (năm): "2 năm".
    #[must_use]
    pub fn years(&self, years: i64) -> String {
        self.counted(years * 10, "năm", "year", "years")
    }

    /// A duration given in minutes: "1 giờ 52 phút", "2 giờ", "45 phút", "1 hour 52 minutes".
    #[must_use]
    pub fn minutes(&self, minutes: i64) -> String {
        let hours = self.counted(minutes / 60 * 10, "giờ", "hour", "hours");
        let rest = self.counted(minutes % 60 * 10, "phút", "minute", "minutes");
        match (minutes / 60, minutes % 60) {
            (0, _) => rest,
            (_, 0) => hours,
            _ => format!("{hours} {rest}"),
        }
    }

    /// The size of a file in the largest fitting unit, one decimal: "1,2 MB", "340 kB".
    #[must_use]
    pub fn file_size(&self, bytes: u64) -> String {
        let in_tenths = |unit: u64| i64::try_from(bytes.saturating_mul(10) / unit).unwrap_or(i64::MAX);
        if bytes >= 1_000_000 {
            format!("{} MB", self.tenths(in_tenths(1_000_000)))
        } else if bytes >= 1_000 {
            format!("{} kB", self.number(in_tenths(1_000) / 10))
        } else {
            format!("{bytes} B")
        }
    }

    fn counted(&self, tenths: i64, vietnamese: &str, one: &str, many: &str) -> String {
        let noun = match (self.lang(), tenths) {
            (Lang::Vi, _) => vietnamese,
            (Lang::En, 10) => one,
            (Lang::En, _) => many,
        };
        format!("{} {noun}", self.tenths(tenths))
    }
}

/// A number that identifies a person or reaches one, with the middle hidden: all but the first
/// `kept_first` and last `kept_last` characters become dots. "048•••••••34" for an identity number
/// is `masked(number, 3, 2)`. A number too short to hide anything is hidden whole.
#[must_use]
pub fn masked(number: &str, kept_first: usize, kept_last: usize) -> String {
    let length = number.chars().count();
    let hides = length > kept_first + kept_last;
    number
        .chars()
        .enumerate()
        .map(|(position, character)| {
            let kept = position < kept_first || position + kept_last >= length;
            if hides && kept { character } else { '•' }
        })
        .collect()
}
