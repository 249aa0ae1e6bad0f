//! A question and what may answer it.

use super::condition::Condition;
use super::problem::ProblemCode;
use crate::bilingual::Bilingual;

/// One question of a form (câu hỏi).
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Stable name within the form, `child_name`.
    pub id: String,
    /// The names it had in earlier versions of the form, so that a draft's answer finds its new place.
    pub was: Vec<String>,
    /// What may answer it.
    pub kind: QuestionKind,
    /// Whether it must be answered where it is asked.
    pub is_required: bool,
    /// The question itself, in a resident's words.
    pub label: Bilingual,
    /// The words that the law's paper uses for it, for the summary and the officer: "Họ, chữ đệm và tên".
    pub short: Bilingual,
    /// What helps to answer it.
    pub hint: Option<Bilingual>,
    /// Sentences of this question for some problems; the others have the city's general ones.
    pub errors: Vec<(ProblemCode, Bilingual)>,
    /// When it is asked; `None` is always.
    pub show_if: Option<Condition>,
    /// The register that already holds the answer.
    pub held_by: Option<HeldBy>,
    /// The text that allows asking it.
    pub legal_basis: Option<String>,
}

/// A register that holds the answer to a question (cơ sở dữ liệu đã có).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldBy {
    /// What the register is called for people: "Dân cư, qua VNeID".
    pub register: Bilingual,
    /// The name of the fact, `person.name`.
    pub fact: String,
}

/// What may answer a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuestionKind {
    /// Words.
    Text {
        /// At most so many characters.
        length_max: usize,
        /// Whether several lines are usual.
        is_long: bool,
    },
    /// Họ, chữ đệm và tên, in one field as on the document.
    Name,
    /// A day.
    Date(DateRule),
    /// A time of day, to the minute.
    Time,
    /// One of a few.
    Choice(Vec<Choice>),
    /// A whole number.
    Number {
        /// The least.
        least: i64,
        /// The most.
        most: i64,
    },
    /// Số định danh cá nhân: twelve digits.
    PersonalNumber {
        /// The question that asks the birth date of the same person, where there is one.
        born: Option<String>,
    },
    /// A telephone number; foreign ones with their country code.
    Phone,
    /// An e-mail address.
    Email,
    /// House and street, commune, province.
    Address,
    /// Uploaded files.
    File {
        /// The stable name of the requirement that they meet; `None` where they meet none.
        component: Option<String>,
        /// At most so many.
        files_max: usize,
    },
}

impl QuestionKind {
    /// The stable name, as in the city's folder.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Text { .. } => "text",
            Self::Name => "name",
            Self::Date(_) => "date",
            Self::Time => "time",
            Self::Choice(_) => "choice",
            Self::Number { .. } => "number",
            Self::PersonalNumber { .. } => "personal-number",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Address => "address",
            Self::File { .. } => "file",
        }
    }
}

/// Which days a date question takes. Every day must exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct DateRule {
    /// Whether a day after today can be meant.
    pub may_be_future: bool,
    /// How many years before today it can lie; `None` has no limit.
    pub years_ago_max: Option<u16>,
}

/// One of the answers to a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Stable name.
    pub value: String,
    /// What people read.
    pub label: Bilingual,
    /// What explains it.
    pub hint: Option<Bilingual>,
}
