//! What an answer means once it was read.

use std::fmt;

use crate::id::FileId;
use crate::person::PersonalNumber;
use crate::time::{Day, TimeOfDay};

/// An answer that was read and can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Words, NFC, without stray white space.
    Text(String),
    /// A name, NFC, single spaces.
    Name(String),
    /// A day.
    Day(Day),
    /// A time of day.
    Time(TimeOfDay),
    /// The name of a choice.
    Choice(String),
    /// A whole number.
    Number(i64),
    /// A personal number.
    PersonalNumber(PersonalNumber),
    /// A telephone in E.164, `+84905123456`.
    Phone(String),
    /// An e-mail address.
    Email(String),
    /// An address.
    Address(Address),
    /// Files.
    Files(Vec<FileId>),
}

/// An address (địa chỉ) as written since 1 July 2025: no district.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// House number and street, or hamlet.
    pub line: String,
    /// Ward, commune or special zone.
    pub commune: String,
    /// Province or city.
    pub province: String,
}

impl fmt::Display for Address {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}, {}, {}", self.line, self.commune, self.province)
    }
}
