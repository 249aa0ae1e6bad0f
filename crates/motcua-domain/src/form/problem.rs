//! What is wrong with an answer, by a stable code; the sentence is the form's or the city's text.

use std::fmt;

/// Why an answer cannot be taken, or should be looked at again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(
    missing_docs,
    reason = "each code says itself what is wrong; the sentences are text"
)]
pub enum ProblemCode {
    Missing,
    TooLong,
    NotAName,
    NotADate,
    InTheFuture,
    TooLongAgo,
    NotATime,
    NotAChoice,
    NotANumber,
    TooSmall,
    TooLarge,
    NotAPersonalNumber,
    NotAPhone,
    NotAnEmail,
    AddressIncomplete,
    TooManyFiles,
    /// Digits four to six tell another year or century than the birth date given. A warning: numbers were given
    /// wrongly before, and the person cannot mend that here (`domain.md` 1.3).
    DisagreesWithBirthDate,
}

impl ProblemCode {
    /// Every code.
    pub const ALL: [Self; 17] = [
        Self::Missing,
        Self::TooLong,
        Self::NotAName,
        Self::NotADate,
        Self::InTheFuture,
        Self::TooLongAgo,
        Self::NotATime,
        Self::NotAChoice,
        Self::NotANumber,
        Self::TooSmall,
        Self::TooLarge,
        Self::NotAPersonalNumber,
        Self::NotAPhone,
        Self::NotAnEmail,
        Self::AddressIncomplete,
        Self::TooManyFiles,
        Self::DisagreesWithBirthDate,
    ];

    /// The stable name, which finds the sentence.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::TooLong => "too-long",
            Self::NotAName => "not-a-name",
            Self::NotADate => "not-a-date",
            Self::InTheFuture => "in-the-future",
            Self::TooLongAgo => "too-long-ago",
            Self::NotATime => "not-a-time",
            Self::NotAChoice => "not-a-choice",
            Self::NotANumber => "not-a-number",
            Self::TooSmall => "too-small",
            Self::TooLarge => "too-large",
            Self::NotAPersonalNumber => "not-a-personal-number",
            Self::NotAPhone => "not-a-phone",
            Self::NotAnEmail => "not-an-email",
            Self::AddressIncomplete => "address-incomplete",
            Self::TooManyFiles => "too-many-files",
            Self::DisagreesWithBirthDate => "disagrees-with-birth-date",
        }
    }

    /// The code of a stable name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.code() == code)
    }

    /// Whether the answer can be sent all the same: it is shown, and asked about, but does not block.
    pub const fn is_warning(self) -> bool {
        matches!(self, Self::DisagreesWithBirthDate)
    }
}

impl fmt::Display for ProblemCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code())
    }
}

/// What is wrong with the answer to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldProblem {
    /// The question.
    pub question: String,
    /// What is wrong.
    pub code: ProblemCode,
}
