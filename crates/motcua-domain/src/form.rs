//! E-forms (biểu mẫu điện tử tương tác): questions, conditions, answers.
//!
//! What a person typed is kept as typed ([`Answer`]); what it means is read from it each time ([`Value`]). So a
//! draft with errors is a value, not an error: it can be saved, carried to another device, and shown again with
//! every field as it was left. Which questions are asked at all depends on earlier answers ([`Condition`]) and on
//! what the State already holds ([`HeldBy`], D309 2.1: a fact that a register holds is filled, not asked).

mod answer;
mod carry;
mod condition;
mod filling;
mod problem;
mod question;
mod read;
#[cfg(test)]
mod tests;
mod value;

pub use answer::{Answer, Answers, Facts};
pub use carry::{CarryReport, carry_over};
pub use condition::Condition;
pub use filling::Filling;
pub use problem::{FieldProblem, ProblemCode};
pub use question::{Choice, DateRule, HeldBy, Question, QuestionKind};
pub use read::{read, read_as};
pub use value::{Address, Value};

use crate::bilingual::Bilingual;
use crate::id::FormId;
use crate::time::Day;

/// One version of an e-form (phiên bản biểu mẫu), in force from a day. A draft and a case keep the version they
/// were answered to.
#[derive(Clone, Debug, PartialEq)]
pub struct FormVersion {
    /// `khai-sinh@1`.
    pub id: FormId,
    /// The form that this is a version of, `khai-sinh`.
    pub name: String,
    /// Grows by one with each version, from 1.
    pub number: u32,
    /// What the form is called.
    pub title: Bilingual,
    /// The first day on which new drafts use it.
    pub from: Day,
    /// The last day on which new drafts use it; `None` while no newer version is decided.
    pub to: Option<Day>,
    /// The text that sets its questions.
    pub legal_basis: String,
    /// The pages, in the order of asking.
    pub pages: Vec<Page>,
}

/// One page of a form: usually one question (trang câu hỏi).
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Stable name within the form, used in addresses: `birth-date`.
    pub id: String,
    /// The heading where the page asks more than one question; with one question its label is the heading.
    pub title: Option<Bilingual>,
    /// The group under which the answers are shown before sending: "Thông tin của bé".
    pub group: Bilingual,
    /// The questions.
    pub questions: Vec<Question>,
}

impl FormVersion {
    /// Whether new drafts use it on `day`.
    pub fn is_in_force(&self, day: Day) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }

    /// Every question, in the order of asking.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.pages.iter().flat_map(|page| &page.questions)
    }

    /// The question of a name.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions().find(|question| question.id == id)
    }

    /// The page of a name.
    pub fn page(&self, id: &str) -> Option<&Page> {
        self.pages.iter().find(|page| page.id == id)
    }

    /// The form as being filled in: everything that depends on the answers is asked of this.
    pub fn filling<'a>(&'a self, answers: &'a Answers, facts: &'a Facts, today: Day) -> Filling<'a> {
        Filling {
            form: self,
            answers,
            facts,
            today,
        }
    }
}
