//! A form as being filled in: what is asked, what comes next, what is wrong.

use super::answer::{Answer, Answers, Facts};
use super::problem::{FieldProblem, ProblemCode};
use super::question::{Question, QuestionKind};
use super::read::read;
use super::value::Value;
use super::{FormVersion, Page};
use crate::time::Day;

/// What the names of answers begin with that belong to every filing, whatever its form asks.
const BEGUN: char = '@';

/// A form with the answers and facts of one person on one day. Made by [`FormVersion::filling`].
#[derive(Clone, Copy, Debug)]
pub struct Filling<'a> {
    /// The form.
    pub form: &'a FormVersion,
    /// What was typed.
    pub answers: &'a Answers,
    /// What registers hold.
    pub facts: &'a Facts,
    /// Today, for dates that may not lie ahead.
    pub today: Day,
}

impl<'a> Filling<'a> {
    /// The fact that answers a question without asking.
    pub fn held(&self, question: &Question) -> Option<&'a Answer> {
        question
            .held_by
            .as_ref()
            .and_then(|held| self.facts.get(&held.fact))
    }

    /// What stands in a question's field: the fact where a register holds it, else what was typed.
    pub fn answer(&self, question: &Question) -> Option<&'a Answer> {
        self.held(question).or_else(|| self.answers.get(&question.id))
    }

    /// What a question's answer means; `None` where it has none, or none that can be read.
    pub fn value(&self, question: &Question) -> Option<Value> {
        self.answer(question)
            .and_then(|answer| read(question, answer, self.today).ok().flatten())
    }

    /// Whether a question belongs to this case, by the answers before it.
    pub fn is_visible(&self, question: &Question) -> bool {
        question
            .show_if
            .as_ref()
            .is_none_or(|condition| condition.holds(&|id| self.given(id)))
    }

    /// The text given to a visible question, or to one that every filing begins with, such as `@ground`.
    fn given(&self, id: &str) -> Option<&'a str> {
        if id.starts_with(BEGUN) {
            return match self.answers.get(id) {
                Some(Answer::Text(text)) => Some(text.trim()).filter(|text| !text.is_empty()),
                _ => None,
            };
        }
        let question = self.form.question(id)?;
        if !self.is_visible(question) {
            return None;
        }
        match self.answer(question)? {
            answer if answer.is_empty() => None,
            Answer::Text(text) => Some(text.trim()),
            // Dates, addresses and files can be asked about only as given or not.
            Answer::Date { .. } | Answer::Address { .. } | Answer::Files(_) => Some("given"),
        }
    }

    /// The questions that belong to this case, asked or held, in order.
    pub fn visible_questions(&self) -> impl Iterator<Item = &'a Question> {
        let this = *self;
        self.form
            .questions()
            .filter(move |question| this.is_visible(question))
    }

    /// The questions of a page that are asked: visible and held by no register.
    pub fn asked(&self, page: &'a Page) -> impl Iterator<Item = &'a Question> {
        let this = *self;
        page.questions
            .iter()
            .filter(move |question| this.is_visible(question) && this.held(question).is_none())
    }

    /// The pages that ask something, in order: "Câu 2 trên 4" counts these.
    pub fn pages(&self) -> impl Iterator<Item = &'a Page> {
        let this = *self;
        self.form
            .pages
            .iter()
            .filter(move |page| this.asked(page).next().is_some())
    }

    /// The page after the named one; the first for `None`. `None` at the end, where the answers are checked.
    pub fn next_page(&self, after: Option<&str>) -> Option<&'a Page> {
        let place = after.and_then(|id| self.form.pages.iter().position(|page| page.id == id));
        let start = place.map_or(0, |place| place + 1);
        let this = *self;
        self.form
            .pages
            .iter()
            .skip(start)
            .find(move |page| this.asked(page).next().is_some())
    }

    /// The page before the named one.
    pub fn previous_page(&self, before: &str) -> Option<&'a Page> {
        self.pages().take_while(|page| page.id != before).last()
    }

    /// The first page with an answer that cannot be sent: where a draft is taken up again.
    pub fn first_open_page(&self) -> Option<&'a Page> {
        let this = *self;
        self.pages().find(move |page| {
            this.validate_page(page)
                .iter()
                .any(|problem| !problem.code.is_warning())
        })
    }

    /// What is wrong on one page, in the order of its questions.
    pub fn validate_page(&self, page: &'a Page) -> Vec<FieldProblem> {
        self.asked(page)
            .filter_map(|question| self.problem(question))
            .collect()
    }

    /// What is wrong anywhere, in the order of asking.
    pub fn validate_all(&self) -> Vec<FieldProblem> {
        self.form
            .pages
            .iter()
            .flat_map(|page| self.validate_page(page))
            .collect()
    }

    /// Whether the answers can be sent: nothing is wrong but warnings.
    pub fn is_complete(&self) -> bool {
        self.validate_all()
            .iter()
            .all(|problem| problem.code.is_warning())
    }

    /// The answers that belong to this case, facts filled in: what is sent. Answers to branches that were left
    /// stay in the draft and go no further.
    pub fn answers_to_send(&self) -> Answers {
        self.visible_questions()
            .filter_map(|question| {
                let answer = self.answer(question).filter(|answer| !answer.is_empty())?;
                Some((question.id.clone(), answer.clone()))
            })
            .collect()
    }

    fn problem(&self, question: &Question) -> Option<FieldProblem> {
        let found = |code| {
            Some(FieldProblem {
                question: question.id.clone(),
                code,
            })
        };
        let read = self
            .answers
            .get(&question.id)
            .map_or(Ok(None), |answer| read(question, answer, self.today));
        match read {
            Err(code) => found(code),
            Ok(None) if question.is_required => found(ProblemCode::Missing),
            Ok(Some(Value::PersonalNumber(number))) => {
                let born = self.born_on(question)?;
                let agrees = number.birth_year().is_none_or(|year| year == born.year());
                if agrees {
                    None
                } else {
                    found(ProblemCode::DisagreesWithBirthDate)
                }
            }
            Ok(_) => None,
        }
    }

    /// The birth date that was given for the person whose number a question asks.
    fn born_on(&self, question: &Question) -> Option<Day> {
        let QuestionKind::PersonalNumber { born: Some(born) } = &question.kind else {
            return None;
        };
        match self.value(
            self.form
                .question(born)
                .filter(|question| self.is_visible(question))?,
        )? {
            Value::Day(day) => Some(day),
            _ => None,
        }
    }
}
