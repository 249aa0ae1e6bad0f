//! What a case is called: the reference of its sending, and the number it has from acceptance.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::id::UnitCode;
use crate::time::Day;

/// The reference of a sending (mã gửi hồ sơ): proof that the city has it, before it is a case in law.
/// Ten characters in two groups, the last one a check: `GN-7K3MX-92QX4`. The alphabet has 31 signs, a prime, so
/// that the check catches every single slip; it leaves out I, L, O, U and Z, which people mistake.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SendingReference(String);

const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKMNPQRSTVWXY";

impl SendingReference {
    /// Makes a reference of 44 random bits. Chance is an argument.
    pub fn from_chance(chance: u64) -> Self {
        let digits: Vec<u8> = (0..9)
            .map(|place| (chance / 31u64.pow(place) % 31) as u8)
            .collect();
        let text: String = digits
            .iter()
            .chain([&check(&digits)])
            .map(|digit| letter(*digit))
            .collect();
        let (head, tail) = text.split_at(5);
        Self(format!("GN-{head}-{tail}"))
    }

    /// Reads a reference as a person types it: case, spaces and hyphens do not matter, O is 0, I and L are 1.
    pub fn parse(text: &str) -> Option<Self> {
        let upper: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .flat_map(char::to_uppercase)
            .collect();
        let body = upper.strip_prefix("GN")?;
        let digits: Option<Vec<u8>> = body.chars().map(digit).collect();
        let digits = digits?;
        let (last, rest) = digits.split_last()?;
        (rest.len() == 9 && check(rest) == *last).then(|| {
            let text: String = digits.iter().map(|digit| letter(*digit)).collect();
            let (head, tail) = text.split_at(5);
            Self(format!("GN-{head}-{tail}"))
        })
    }

    /// The reference as printed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A weighted sum modulo the prime size of the alphabet: it catches every single slip and every swap of neighbours.
fn check(digits: &[u8]) -> u8 {
    let sum: u32 = digits
        .iter()
        .zip(2u32..)
        .map(|(digit, weight)| (u32::from(*digit) + 1) * weight)
        .sum();
    (sum % 31) as u8
}

fn letter(digit: u8) -> char {
    ALPHABET
        .get(usize::from(digit))
        .map_or('0', |byte| char::from(*byte))
}

fn digit(letter: char) -> Option<u8> {
    let letter = match letter {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET
        .iter()
        .position(|byte| char::from(*byte) == letter)
        .and_then(|place| u8::try_from(place).ok())
}

impl fmt::Display for SendingReference {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// The number of an accepted case (mã hồ sơ), Circular 01/2018/TT-VPCP art 19: code of the receiving unit,
/// date received, running number of that unit and day: `H17.20194-261125-0042`.
/// It is no secret and opens nothing.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CaseNumber(String);

impl CaseNumber {
    /// Takes a number as stored or as read from a paper, in any format that was ever in force.
    /// `None` unless it is unit, six or eight digits of the date and a running number of four to seven digits.
    pub fn parse(text: &str) -> Option<Self> {
        let trimmed = text.trim().to_uppercase();
        let mut parts = trimmed.rsplitn(3, '-');
        let (sequence, date, unit) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let is_number = (4..=7).contains(&sequence.len())
            && digits(sequence)
            && matches!(date.len(), 6 | 8)
            && digits(date)
            && !unit.is_empty()
            && unit.chars().all(|c| c.is_ascii_alphanumeric() || c == '.');
        is_number.then_some(Self(trimmed))
    }

    /// The number as printed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number without its unit, as the own unit's lists show it: `261125-0042`.
    pub fn without_unit(&self) -> &str {
        self.0
            .char_indices()
            .rev()
            .filter(|(_, c)| *c == '-')
            .nth(1)
            .and_then(|(at, _)| self.0.get(at + 1..))
            .unwrap_or(&self.0)
    }
}

impl fmt::Display for CaseNumber {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// One series of running numbers: the store gives each number once, inside the commit that uses it, so there
/// is no gap that a refused or lost commit could leave.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NumberSeries {
    key: String,
}

impl NumberSeries {
    /// The series of case numbers of a unit on a day. `unit` is its code in electronic documents, `H17.20194`.
    pub fn of_cases(unit: &str, received_on: Day) -> Self {
        Self {
            key: format!("{unit}-{}", received_on.compact()),
        }
    }

    /// The series of outcome documents of an agency in a year: `KQ.48-20194.2026`.
    pub fn of_outcomes(agency: &UnitCode, year: i16) -> Self {
        Self {
            key: format!("KQ.{agency}.{year}"),
        }
    }

    /// The series of fee receipts of a desk in a year: `BL.48-20194.2026`.
    pub fn of_receipts(desk: &UnitCode, year: i16) -> Self {
        Self {
            key: format!("BL.{desk}.{year}"),
        }
    }

    /// The series of a register of civil status of an agency in a year: `HT.khai-sinh.48-20194.2026`.
    pub fn of_civil_register(agency: &UnitCode, register: &str, year: i16) -> Self {
        Self {
            key: format!("HT.{register}.{agency}.{year}"),
        }
    }

    /// The stable name of the series.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The case number that stands at a place of this series.
    pub fn case_number(&self, sequence: u32) -> CaseNumber {
        CaseNumber(format!("{}-{sequence:04}", self.key))
    }
}
