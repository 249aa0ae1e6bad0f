//! The person at the counter: found exactly, or registered; and what an officer fills in for them.

use motcua_domain::access::{Action, may_in_office};
use motcua_domain::form::{Answer, Answers};
use motcua_domain::id::{DraftId, FileId, PersonId};
use motcua_domain::person::{Person, PersonalNumber};
use motcua_domain::time::Day;

use super::{GROUND, OpenDraft, encode, ground_name};
use crate::changes::{Access, AccessedThing, Changes, Row};
use crate::engine::{Engine, UseError, actor_of};
use crate::ports::Inspected;
use crate::rows::{DraftRow, StaffRow};

/// Whom an officer looks for. There is no other way to look: nobody reads lists of people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sought {
    /// By personal number.
    Number(PersonalNumber),
    /// By the whole name and the day of birth, both exact.
    Birth {
        /// The name, NFC.
        name: String,
        /// The day of birth.
        born_on: Day,
    },
}

/// What looking gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nobody.
    Nobody,
    /// One person: what the officer now fills in for them.
    One(DraftId),
    /// More than one of that name and day: only the number tells them apart.
    Several,
}

/// Somebody to be registered at the desk, as their identity paper says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPerson {
    /// The personal number.
    pub personal_number: PersonalNumber,
    /// Full name, NFC.
    pub name: String,
    /// Day of birth.
    pub born_on: Day,
    /// Telephone in E.164, where they have one.
    pub phone: Option<String>,
    /// Address of residence in one line, where they gave it.
    pub address: Option<String>,
}

/// A draft at the counter, opened by the officer who fills it in.
#[derive(Clone, Debug)]
pub struct AtCounter {
    /// As it is stored. No procedure is chosen yet where it names none.
    pub row: DraftRow,
    /// For whom.
    pub person: Person,
    /// What is filed, once chosen.
    pub filing: Option<OpenDraft>,
}

/// Nobody born before this year files anything.
const BIRTH_YEAR_MIN: i16 = 1900;

impl Engine {
    /// Looks a person up and begins what the officer fills in for them. That they were looked up is durable before this
    /// answers.
    ///
    /// # Errors
    /// Denied unless the officer's office is to receive at the desk.
    pub fn find_person(&self, staff: &StaffRow, sought: &Sought) -> Result<Found, UseError> {
        may_in_office(&actor_of(staff), Action::FindPerson).map_err(UseError::Denied)?;
        let found = match sought {
            Sought::Number(number) => self.store.persons_by_number(number)?,
            Sought::Birth { name, born_on } => self.store.persons_by_birth(name, *born_on)?,
        };
        match (found.as_slice(), sought) {
            ([], _) => Ok(Found::Nobody),
            ([_, _, ..], Sought::Birth { .. }) => Ok(Found::Several),
            // One number is one person: who was known to a desk before they signed in is the later of two rows.
            ([person, ..], _) => self.begin_at_counter(staff, person, Vec::new()).map(Found::One),
        }
    }

    /// Registers a person by their identity paper, and begins what the officer fills in for them. Who is known already
    /// under the number is not made twice.
    ///
    /// # Errors
    /// Denied as in [`Engine::find_person`]; unusable where number, name and birth cannot belong together.
    pub fn register_person(&self, staff: &StaffRow, new: NewPerson) -> Result<DraftId, UseError> {
        may_in_office(&actor_of(staff), Action::FindPerson).map_err(UseError::Denied)?;
        let now = self.clock.now();
        if new.name.split_whitespace().count() < 2 {
            return Err(UseError::Unusable("person-name"));
        }
        if new.born_on > now.day() || new.born_on.year() < BIRTH_YEAR_MIN {
            return Err(UseError::Unusable("person-birth"));
        }
        // Digits four to six of the number tell the year of birth (Circular 07/2016/TT-BCA).
        if new.personal_number.birth_year() != Some(new.born_on.year()) {
            return Err(UseError::Unusable("person-number-year"));
        }
        if let Some(known) = self.store.persons_by_number(&new.personal_number)?.first() {
            return self.begin_at_counter(staff, known, Vec::new());
        }
        let person = Person {
            id: PersonId::new(self.chance.id(now)),
            subject: None,
            name: new.name,
            personal_number: Some(new.personal_number),
            born_on: Some(new.born_on),
            phone: new.phone,
            email: None,
            address: new.address,
        };
        self.begin_at_counter(staff, &person, vec![Row::Person(person.clone())])
    }

    fn begin_at_counter(
        &self,
        staff: &StaffRow,
        person: &Person,
        rows: Vec<Row>,
    ) -> Result<DraftId, UseError> {
        self.store.commit(Changes {
            rows,
            accesses: vec![self.look_at_person(staff, person.id)],
            ..Changes::default()
        })?;
        let own = self.store.drafts_at_desk(staff.id)?;
        if let Some(begun) = own
            .into_iter()
            .find(|draft| draft.person == person.id && draft.procedure.is_empty())
        {
            return Ok(begun.id);
        }
        let now = self.clock.now();
        let draft = DraftRow {
            id: DraftId::new(self.chance.id(now)),
            person: person.id,
            procedure: String::new(),
            form: String::new(),
            answers: encode(&Answers::new())?,
            papers: Vec::new(),
            officer: Some(staff.id),
            version: 1,
            saved_at: now,
        };
        self.store.save_draft(&draft, 0)?;
        Ok(draft.id)
    }

    /// The entry for a look at what is known of a person.
    pub(super) fn look_at_person(&self, staff: &StaffRow, person: PersonId) -> Access {
        Access {
            person: Some(person),
            what: AccessedThing::Person,
            ground: "at-the-desk".to_owned(),
            ..self.look_at_list(&actor_of(staff))
        }
    }

    /// What the officer fills in, with for whom and for what; last saved first. Names are shown, so the look is on
    /// record before this answers.
    ///
    /// # Errors
    /// Denied unless the officer's office is to receive at the desk.
    pub fn counter_drafts(
        &self,
        staff: &StaffRow,
    ) -> Result<Vec<(DraftRow, String, Option<motcua_domain::bilingual::Bilingual>)>, UseError> {
        may_in_office(&actor_of(staff), Action::ReceiveAtDesk).map_err(UseError::Denied)?;
        let drafts = self.store.drafts_at_desk(staff.id)?;
        if drafts.is_empty() {
            return Ok(Vec::new());
        }
        self.record_access(self.look_at_list(&actor_of(staff)))?;
        drafts
            .into_iter()
            .map(|draft| {
                let person = self.store.person(draft.person)?.ok_or(UseError::NotFound)?;
                let procedure = match draft.procedure.as_str() {
                    "" => None,
                    code => Some(self.procedure_name(code)?),
                };
                Ok((draft, person.name, procedure))
            })
            .collect()
    }

    /// Opens what the officer fills in.
    ///
    /// # Errors
    /// Denied unless the officer's office is to receive at the desk; not found if it is somebody else's.
    pub fn at_counter(&self, staff: &StaffRow, id: DraftId) -> Result<AtCounter, UseError> {
        may_in_office(&actor_of(staff), Action::ReceiveAtDesk).map_err(UseError::Denied)?;
        let row = self
            .store
            .draft(id)?
            .filter(|draft| draft.officer == Some(staff.id))
            .ok_or(UseError::NotFound)?;
        let person = self.store.person(row.person)?.ok_or(UseError::NotFound)?;
        let filing = if row.procedure.is_empty() {
            None
        } else {
            Some(self.open_row(row.clone(), self.facts_about(&person))?)
        };
        Ok(AtCounter { row, person, filing })
    }

    /// What is filed, opened by the officer: not found until a procedure is chosen.
    pub(super) fn filing_at_counter(&self, staff: &StaffRow, id: DraftId) -> Result<OpenDraft, UseError> {
        self.at_counter(staff, id)?.filing.ok_or(UseError::NotFound)
    }

    /// Chooses the procedure. Another one begins its form and papers anew.
    ///
    /// # Errors
    /// As [`Engine::at_counter`]; not found too if the procedure cannot be filed here.
    pub fn choose_procedure(&self, staff: &StaffRow, id: DraftId, code: &str) -> Result<(), UseError> {
        let mut row = self.at_counter(staff, id)?.row;
        if row.procedure == code {
            return Ok(());
        }
        let now = self.clock.now();
        let procedure = self.city.procedure(code).ok_or(UseError::NotFound)?;
        let form = self
            .city
            .form_for(procedure, now.day())
            .ok_or(UseError::NotFound)?;
        code.clone_into(&mut row.procedure);
        form.id.as_str().clone_into(&mut row.form);
        // Whoever stands there acts for themselves unless they say otherwise, where the procedure lets them.
        let ground = procedure.grounds.first().map(|ground| ground_name(*ground));
        let begun = ground.map(|ground| (GROUND.to_owned(), Answer::text(ground)));
        row.answers = encode(&begun.into_iter().collect())?;
        row.papers = Vec::new();
        self.save(row)
    }

    /// Throws away what the officer filled in.
    ///
    /// # Errors
    /// As [`Engine::at_counter`].
    pub fn discard_at_counter(&self, staff: &StaffRow, id: DraftId) -> Result<(), UseError> {
        let at = self.at_counter(staff, id)?;
        Ok(self.store.delete_draft(at.row.id)?)
    }

    /// Keeps an inspected scan as (part of) a paper. It is durable before this returns.
    ///
    /// # Errors
    /// As [`Engine::attach`] and [`Engine::at_counter`].
    pub fn attach_at_counter(
        &self,
        staff: &StaffRow,
        id: DraftId,
        (paper, name): (&str, &str),
        bytes: &[u8],
        inspected: &Inspected,
    ) -> Result<FileId, UseError> {
        let person = self.at_counter(staff, id)?.person;
        self.attach_to(
            || self.filing_at_counter(staff, id),
            &person,
            (paper, name),
            bytes,
            inspected,
        )
    }

    /// Takes a scan out again.
    ///
    /// # Errors
    /// As [`Engine::at_counter`].
    pub fn detach_at_counter(&self, staff: &StaffRow, id: DraftId, file: FileId) -> Result<(), UseError> {
        self.change_draft(
            || self.filing_at_counter(staff, id),
            |draft| {
                draft.row.papers.retain(|(_, known)| *known != file);
                Ok(())
            },
        )
    }

    /// Saves what the officer filled in, right or wrong: answers of the form, and what only the counter asks.
    ///
    /// # Errors
    /// As [`Engine::at_counter`].
    pub fn save_at_counter(
        &self,
        staff: &StaffRow,
        id: DraftId,
        given: &[(String, Answer)],
    ) -> Result<(), UseError> {
        self.change_draft(
            || self.filing_at_counter(staff, id),
            |draft| {
                for (name, answer) in given {
                    if draft.form.question(name).is_some() || super::desk::is_of_the_counter(draft, name) {
                        draft.answers.set(name.clone(), answer.clone());
                    }
                }
                Ok(())
            },
        )
    }
}
