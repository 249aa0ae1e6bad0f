//! Giấy khai sinh from the answers of the form of birth registration, in each of its versions.

use motcua_domain::form::Value;
use motcua_domain::time::Day;
use motcua_engine::ports::{OutcomeFacts, PaperFacts};

use super::Gap;
use super::agency::{agency, lower_first, title};
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
        ethnicity: answers.choice("ethnicity").ok_or(Gap::Answer("ethnicity"))?,
        nationality: answers.choice("nationality").ok_or(Gap::Answer("nationality"))?,
        birth_place: answers.needed("birth_place")?,
        // Renamed in the second version of the form.
        home_town: answers
            .text("home_town")
            .or_else(|| answers.text("native_place"))
            .ok_or(Gap::Answer("home_town"))?,
        personal_number: None,
        mother: answers.parent("mother"),
        father: answers.parent("father"),
        declarant: facts.applicant.clone(),
        declarant_paper: facts
            .personal_number
            .as_deref()
            .map(|number| vi().paper_declarant_number(number)),
        registered_at_place: format!("{agency}, {}", lower_first(&facts.city.vi)),
        registered_on: outcome.issued_at.day().into(),
        signatory_office: outcome.signed_as.and_then(|role| title(&facts.agency.vi, role)),
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

    /// The words of a choice, or what was written in their place in the question of the same name and `_other`.
    fn choice(&self, question: &str) -> Option<String> {
        let line = self.0.answers.iter().find(|line| line.question == question)?;
        match (&line.value, &line.choice) {
            (Some(Value::Choice(value)), _) if value == OTHER => self.text(&format!("{question}_other")),
            (Some(_), Some(words)) => Some(words.vi.clone()),
            _ => None,
        }
    }

    /// A parent, where one is declared. The first version of the form did not ask ethnicity and nationality; nobody
    /// may guess them.
    fn parent(&self, who: &str) -> Option<Parent> {
        let question = |what: &str| format!("{who}_{what}");
        Some(Parent {
            name: self.text(&question("name"))?,
            birth_year: self.day(&question("born_on")).map(Day::year),
            ethnicity: self.choice(&question("ethnicity")),
            nationality: self.choice(&question("nationality")),
            residence: self.text(&question("residence")),
        })
    }
}
