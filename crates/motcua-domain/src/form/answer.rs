//! What people typed, as they typed it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::id::FileId;

/// The answer to one question as given, right or wrong (câu trả lời). On the wire: a text, an object of the
/// fields that the question shows, or a list of files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Answer {
    /// One field. A date may come so too: `2026-11-21` or `21/11/2026`.
    Text(String),
    /// The three fields of a date.
    Date {
        /// Ngày.
        day: String,
        /// Tháng.
        month: String,
        /// Năm.
        year: String,
    },
    /// The fields of an address. There has been no district since 1 July 2025.
    Address {
        /// House number and street, or hamlet.
        line: String,
        /// Ward, commune or special zone.
        commune: String,
        /// Province or city.
        province: String,
    },
    /// Uploaded files, in the order they came.
    Files(Vec<FileId>),
}

impl Answer {
    /// A text as given.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A date as given in its three fields.
    pub fn date(day: impl Into<String>, month: impl Into<String>, year: impl Into<String>) -> Self {
        Self::Date {
            day: day.into(),
            month: month.into(),
            year: year.into(),
        }
    }

    /// Whether nothing was given: only white space, or no file.
    pub fn is_empty(&self) -> bool {
        let blank = |text: &String| text.trim().is_empty();
        match self {
            Self::Text(text) => blank(text),
            Self::Date { day, month, year } => [day, month, year].into_iter().all(blank),
            Self::Address {
                line,
                commune,
                province,
            } => [line, commune, province].into_iter().all(blank),
            Self::Files(files) => files.is_empty(),
        }
    }
}

/// A set of answers by the names of their questions (tờ khai). Ordered by name, so that two equal sets are equal
/// as text too.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(BTreeMap<String, Answer>);

impl Answers {
    /// No answer yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The answer to a question.
    pub fn get(&self, question: &str) -> Option<&Answer> {
        self.0.get(question)
    }

    /// Sets the answer to a question; an empty one stays, so that the page shows the field as it was left.
    pub fn set(&mut self, question: impl Into<String>, answer: Answer) {
        self.0.insert(question.into(), answer);
    }

    /// The same with one more answer.
    #[must_use]
    pub fn with(mut self, question: impl Into<String>, answer: Answer) -> Self {
        self.set(question, answer);
        self
    }

    /// Takes an answer away.
    pub fn remove(&mut self, question: &str) -> Option<Answer> {
        self.0.remove(question)
    }

    /// Every answer with its question, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Answer)> {
        self.0
            .iter()
            .map(|(question, answer)| (question.as_str(), answer))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(String, Answer)> for Answers {
    fn from_iter<T: IntoIterator<Item = (String, Answer)>>(answers: T) -> Self {
        Self(answers.into_iter().collect())
    }
}

/// What registers told about the people of a case, by the names of the facts: `person.name`,
/// `birth-notice.born_on` (dữ liệu đã có). A question whose fact is here is filled, not asked.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Facts(BTreeMap<String, Answer>);

impl Facts {
    /// Nothing known.
    pub fn new() -> Self {
        Self::default()
    }

    /// What is known under a name.
    pub fn get(&self, fact: &str) -> Option<&Answer> {
        self.0.get(fact).filter(|answer| !answer.is_empty())
    }

    /// The same with one more fact.
    #[must_use]
    pub fn with(mut self, fact: impl Into<String>, answer: Answer) -> Self {
        self.0.insert(fact.into(), answer);
        self
    }

    /// Both sets of facts; where both know something, `other` has the last word.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }
}
