//! Giấy khai sinh from the answers of the form of birth registration, in each of its versions.

use motcua_domain::form::Value;
use motcua_domain::time::Day;
use motcua_engine::ports::{OutcomeFacts, PaperFacts};

use super::Gap;
use super::agency::{agency, lower_first};
use super::outcome::{check, signature};
use super::words::{issue, vi};
use crate::paper::{BirthCertificate, Parent, Sex};

/// The choice that sends the reader to the question of the same name and `_other`.
const OTHER: &str = "khac";

/// The certificate. It states facts in the city's name, so an answer that is missing is an error, never a gap;
/// only of a parent may nothing be said.
pub(super) fn certificate(facts: &PaperFacts, outcome: &OutcomeFacts) -> Result<BirthCertificate, Gap> {
    let answers = Answers(facts);
    let agency = agency(&facts.agency.vi);
    Ok(BirthCertificate {
        issue: issue(facts, &facts.agency.vi, outcome.issued_at, None),
        number: format!("{}/{}", outcome.document_number, outcome.year),
        child: answers.needed("child_name")?,
        born_on: answers
            .day("child_born_on")
            .ok_or(Gap::Answer("child_born_on"))?
            .into(),
        sex: answers.sex()?,
        ethnicity: answers.needed_choice("ethnicity", "ethnicity_other")?,
        nationality: answers.needed_choice("nationality", "nationality_other")?,
        birth_place: answers.needed("birth_place")?,
        // Renamed in the second version of the form.
        home_town: answers
            .text("home_town")
            .or_else(|| answers.text("native_place"))
            .ok_or(Gap::Answer("home_town"))?,
        personal_number: None,
        mother: answers.parent("mother_name", "mother_born_on", "mother_residence"),
        father: answers.parent("father_name", "father_born_on", "father_residence"),
        declarant: facts.applicant.clone(),
        declarant_paper: facts
            .personal_number
            .as_deref()
            .map(|number| vi().paper_declarant_number(number)),
        registered_at_place: format!("{agency}, {}", lower_first(&facts.city.vi)),
        registered_on: outcome.issued_at.day().into(),
        signatory_office: None,
        signature: signature(outcome),
        check: check(facts),
    })
}

struct Answers<'a>(&'a PaperFacts);

impl Answers<'_> {
    fn value(&self, question: &str) -> Option<&Value> {
        let line = self.0.answers.iter().find(|line| line.question == question)?;
        line.value.as_ref()
    }

    fn text(&self, question: &str) -> Option<String> {
        match self.value(question)? {
            Value::Text(text) | Value::Name(text) => Some(text.clone()),
            Value::Address(address) => Some(address.to_string()),
            _ => None,
        }
    }

    fn needed(&self, question: &'static str) -> Result<String, Gap> {
        self.text(question).ok_or(Gap::Answer(question))
    }

    fn day(&self, question: &str) -> Option<Day> {
        match self.value(question)? {
            Value::Day(day) => Some(*day),
            _ => None,
        }
    }

    fn sex(&self) -> Result<Sex, Gap> {
        match self.value("child_sex") {
            Some(Value::Choice(choice)) if choice == "male" => Ok(Sex::Male),
            Some(Value::Choice(choice)) if choice == "female" => Ok(Sex::Female),
            _ => Err(Gap::Answer("child_sex")),
        }
    }

    /// The words of a choice, or what was written in their place.
    fn needed_choice(&self, question: &'static str, other: &'static str) -> Result<String, Gap> {
        let line = self.0.answers.iter().find(|line| line.question == question);
        let line = line.ok_or(Gap::Answer(question))?;
        match (&line.value, &line.choice) {
            (Some(Value::Choice(value)), _) if value == OTHER => self.needed(other),
            (Some(_), Some(words)) => Ok(words.vi.clone()),
            _ => Err(Gap::Answer(question)),
        }
    }

    /// A parent, where one is declared. The form does not ask ethnicity and nationality of parents.
    fn parent(&self, name: &str, born_on: &str, residence: &str) -> Option<Parent> {
        Some(Parent {
            name: self.text(name)?,
            birth_year: self.day(born_on).map(Day::year),
            ethnicity: None,
            nationality: None,
            residence: self.text(residence),
        })
    }
}
