//! Money in whole đồng, checked: no fractions, no silent overflow (`domain.md` 1.2).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

#[cfg(test)]
mod tests;
mod words;

pub use words::number_in_words;

/// An amount of Vietnamese đồng (đồng). Whole, may be negative in a balance, never in a charge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Dong(i64);

impl Dong {
    /// Nothing to pay.
    pub const ZERO: Self = Self(0);

    /// An amount in whole đồng.
    pub const fn new(dong: i64) -> Self {
        Self(dong)
    }

    /// The amount in whole đồng.
    pub const fn get(self) -> i64 {
        self.0
    }

    /// Whether there is nothing to pay.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// The sum, or `None` if it does not fit.
    pub const fn checked_add(self, other: Self) -> Option<Self> {
        match self.0.checked_add(other.0) {
            Some(dong) => Some(Self(dong)),
            None => None,
        }
    }

    /// The difference, or `None` if it does not fit.
    pub const fn checked_sub(self, other: Self) -> Option<Self> {
        match self.0.checked_sub(other.0) {
            Some(dong) => Some(Self(dong)),
            None => None,
        }
    }

    /// The amount `count` times (pages, copies, persons), or `None` if it does not fit.
    pub const fn checked_times(self, count: u32) -> Option<Self> {
        match self.0.checked_mul(count as i64) {
            Some(dong) => Some(Self(dong)),
            None => None,
        }
    }

    /// The share `percent` of the amount, rounded down to the whole đồng in the payer's favour; `None` if it does
    /// not fit.
    pub const fn checked_percent(self, percent: u8) -> Option<Self> {
        match self.0.checked_mul(percent as i64) {
            Some(hundredfold) => Some(Self(hundredfold.div_euclid(100))),
            None => None,
        }
    }

    /// The sum of all amounts, or `None` if it does not fit.
    pub fn checked_sum(amounts: impl IntoIterator<Item = Self>) -> Option<Self> {
        amounts.into_iter().try_fold(Self::ZERO, Self::checked_add)
    }
}

/// Groups of three parted by dots, as Vietnamese writes them: `1.250.000`. The word "đồng" belongs to the sentence.
impl fmt::Display for Dong {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.unsigned_abs().to_string();
        let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                grouped.push('.');
            }
            grouped.push(digit);
        }
        out.pad_integral(self.0 >= 0, "", &grouped)
    }
}

/// A text that is no amount of đồng.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no amount in whole đồng")]
pub struct DongError(String);

/// Reads `50000`, `50.000` and `50,000`; a separator must stand before exactly three digits, so that `50.5` is never
/// taken for fifty-odd thousand.
impl FromStr for Dong {
    type Err = DongError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let refused = || DongError(text.to_owned());
        let trimmed = text.trim();
        let (sign, digits) = trimmed.strip_prefix('-').map_or((1, trimmed), |rest| (-1, rest));
        let mut groups = digits.split(['.', ',']);
        let first = groups.next().ok_or_else(refused)?;
        let rest: Vec<&str> = groups.collect();
        let is_grouped = rest.is_empty() || (first.len() <= 3 && rest.iter().all(|group| group.len() == 3));
        let joined = std::iter::once(first).chain(rest).collect::<String>();
        if first.is_empty() || !is_grouped || !joined.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(refused());
        }
        joined
            .parse::<i64>()
            .map(|dong| Self(sign * dong))
            .map_err(|_| refused())
    }
}
