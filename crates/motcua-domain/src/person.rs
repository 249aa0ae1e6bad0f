//! People (cá nhân): the applicant, who acts for them, and whom the outcome is about.

use std::fmt;

use crate::id::PersonId;
use crate::time::Day;

#[cfg(test)]
mod tests;

/// The personal identification number (số định danh cá nhân): twelve digits without a check digit
/// (Circular 07/2016/TT-BCA). It tells place, sex and year of birth, so it is shown masked and never
/// stands in an address or a log: `Debug` prints the mask.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct PersonalNumber(String);

impl PersonalNumber {
    /// Reads a number; spaces, dots and hyphens between digits are dropped. `None` unless twelve digits remain.
    pub fn parse(text: &str) -> Option<Self> {
        let digits: String = text
            .chars()
            .filter(|c| !matches!(c, ' ' | '.' | '-' | '\u{a0}'))
            .collect();
        (digits.len() == 12 && digits.bytes().all(|b| b.is_ascii_digit())).then_some(Self(digits))
    }

    /// The twelve digits, for a register or a legal form that must print them.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// The number as pages show it: `048•••••••34`.
    pub fn masked(&self) -> String {
        let (head, rest) = self.0.split_at(3);
        let (_, tail) = rest.split_at(7);
        format!("{head}•••••••{tail}")
    }

    /// The year of birth that digits four to six tell; the century is in the fourth.
    pub fn birth_year(&self) -> Option<i16> {
        let mut digits = self.0.bytes().skip(3).map(|b| i16::from(b - b'0'));
        let century = digits.next()? / 2;
        let tens = digits.next()?;
        let ones = digits.next()?;
        Some(1900 + century * 100 + tens * 10 + ones)
    }
}

impl fmt::Debug for PersonalNumber {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.masked())
    }
}

/// How an identity provider (hệ thống định danh) names a person: a name is unique under its issuer and nowhere else, so
/// one without the other is nobody (OpenID Connect Core 2).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Subject {
    /// The provider's own address.
    pub issuer: String,
    /// The provider's name for the person, never reused.
    pub name: String,
}

/// What the city knows of a person who signed in or stood at a desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The city's own identifier.
    pub id: PersonId,
    /// How an identity provider names them; `None` for somebody registered at a desk.
    pub subject: Option<Subject>,
    /// Họ, chữ đệm và tên, as on the document, NFC.
    pub name: String,
    /// The personal number, where known.
    pub personal_number: Option<PersonalNumber>,
    /// Day of birth, where known.
    pub born_on: Option<Day>,
    /// Telephone in E.164, where known.
    pub phone: Option<String>,
    /// Electronic mail, where known.
    pub email: Option<String>,
    /// Address of residence in one line, where known.
    pub address: Option<String>,
}

impl Person {
    /// The telephone as pages show it: the first four and the last two digits, `0905 ••• •18`.
    pub fn masked_phone(&self) -> Option<String> {
        let digits: String = self.phone.as_deref()?.strip_prefix("+84").map_or_else(
            || self.phone.clone().unwrap_or_default(),
            |national| format!("0{national}"),
        );
        let head: String = digits.chars().take(4).collect();
        let tail: String = digits
            .chars()
            .skip(digits.chars().count().saturating_sub(2))
            .collect();
        Some(format!("{head} ••• •{tail}"))
    }
}
