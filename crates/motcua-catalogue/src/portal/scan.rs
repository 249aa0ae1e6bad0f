//! What numbers stand in a sentence: amounts, limits, last days. Used to notice that a note contradicts a field, and to
//! propose; never to fill a field.

use motcua_domain::money::Dong;
use motcua_domain::time::{Day, TimeLimit};

/// A note cut into words, in small letters, without brackets and closing punctuation.
pub(super) struct Words(Vec<String>);

impl Words {
    /// Cuts a text.
    pub(super) fn of(text: &str) -> Self {
        let words = super::text::normal(text).to_lowercase();
        let parts = words.split(|sign: char| sign.is_whitespace() || "()[]{};:\"“”+–".contains(sign));
        Self(
            parts
                .map(|word| word.trim_matches(['.', ',', '-', '…']))
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect(),
        )
    }

    fn at(&self, place: usize) -> &str {
        self.0.get(place).map_or("", String::as_str)
    }

    fn before(&self, place: usize) -> &str {
        place.checked_sub(1).map_or("", |before| self.at(before))
    }

    /// Whether the words stand in the text, one after the other.
    pub(super) fn say(&self, phrase: &str) -> bool {
        let phrase: Vec<&str> = phrase.split(' ').collect();
        self.0
            .windows(phrase.len())
            .any(|words| words.iter().zip(&phrase).all(|(word, other)| word == other))
    }

    /// Whether the text leaves the charge to the People's Council (Hội đồng nhân dân).
    pub(super) fn name_the_council(&self) -> bool {
        self.say("hội đồng nhân dân")
            || self
                .0
                .iter()
                .any(|word| word.split(['/', '-']).any(|part| part == "hđnd"))
    }

    /// Amounts in đồng: `135.000 đồng/lần`, `40000đ`, `50 nghìn đồng`, `2 triệu đồng`. Zero is none.
    pub(super) fn amounts(&self) -> Vec<Dong> {
        (0..self.0.len())
            .filter_map(|place| self.amount_at(place))
            .filter(|amount| !amount.is_zero())
            .collect()
    }

    fn amount_at(&self, place: usize) -> Option<Dong> {
        let word = self.at(place);
        let end = word
            .find(|sign: char| !sign.is_ascii_digit() && sign != '.' && sign != ',')
            .unwrap_or(word.len());
        let (number, unit) = word.split_at_checked(end)?;
        let amount: Dong = number.parse().ok()?;
        match (unit, self.at(place + 1)) {
            ("", "nghìn" | "ngàn") if is_dong(self.at(place + 2)) => amount.checked_times(1_000),
            ("", "triệu") if is_dong(self.at(place + 2)) => amount.checked_times(1_000_000),
            ("", next) if is_dong(next) => Some(amount),
            (unit, _) if is_dong(unit) => Some(amount),
            _ => None,
        }
    }

    /// Limits: `05 ngày làm việc`, `20 ngày`, `02 tháng`, `8 giờ làm việc`. A bare `15 giờ` is an hour of the day and
    /// `ngày 01 tháng 7` a date, so neither is a limit.
    pub(super) fn limits(&self) -> Vec<TimeLimit> {
        (0..self.0.len())
            .filter_map(|place| self.limit_at(place))
            .collect()
    }

    fn limit_at(&self, place: usize) -> Option<TimeLimit> {
        let word = self.at(place);
        let number: u32 = (word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| word.parse().ok())
            .flatten()
            .filter(|number| *number > 0)?;
        if matches!(
            self.before(place),
            "ngày" | "tháng" | "điều" | "khoản" | "số" | "mẫu" | "bước"
        ) {
            return None;
        }
        let is_of_work = self.at(place + 2) == "làm" && self.at(place + 3).starts_with("việc");
        match self.at(place + 1) {
            "ngày" if is_of_work => Some(TimeLimit::WorkingDays(number)),
            "ngày" => Some(TimeLimit::CalendarDays(number)),
            "giờ" if is_of_work => Some(TimeLimit::WorkingHours(number)),
            "tháng" if self.at(place + 2).parse::<u32>().is_err() => Some(TimeLimit::Months(number)),
            _ => None,
        }
    }

    /// Last days named after "đến": `đến hết ngày 31/12/2026`, `đến 31-12-2025`, `đến hết ngày 31 tháng 12 năm 2026`.
    pub(super) fn last_days(&self) -> Vec<Day> {
        (0..self.0.len())
            .filter(|place| self.at(*place) == "đến")
            .filter_map(|place| self.day_after(place))
            .collect()
    }

    fn day_after(&self, place: usize) -> Option<Day> {
        let mut next = place + 1;
        while matches!(self.at(next), "hết" | "ngày" | "cuối") {
            next += 1;
        }
        let written = self.at(next);
        let parts: Vec<&str> = written.split(['/', '-', '.']).collect();
        match parts.as_slice() {
            [day, month, year] => day_of(day, month, year),
            [day] if self.at(next + 1) == "tháng" && self.at(next + 3) == "năm" => {
                day_of(day, self.at(next + 2), self.at(next + 4))
            }
            _ => None,
        }
    }
}

fn day_of(day: &str, month: &str, year: &str) -> Option<Day> {
    let year = year
        .parse::<i16>()
        .ok()
        .filter(|year| (1900..2200).contains(year))?;
    Day::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

fn is_dong(word: &str) -> bool {
    let head = word.split(['/', '.', ',', '-']).next().unwrap_or_default();
    matches!(head, "đ" | "đồng" | "vnđ" | "vnd" | "dong")
}
