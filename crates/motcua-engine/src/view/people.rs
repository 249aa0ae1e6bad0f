//! Finding cases by what somebody typed: a number, a person's name, or a personal number. Only within rights, only
//! a few, and on record before the answer leaves.

use motcua_domain::access::{Action, Actor, scope};
use motcua_domain::person::PersonalNumber;

use super::inbox::InboxRow;
use crate::changes::{Access, AccessedThing, Changes};
use crate::engine::{Engine, UseError, actor_of};
use crate::ports::PersonKey;
use crate::rows::{CaseRow, StaffRow};
use crate::search::fold;

#[cfg(test)]
mod tests;

/// The most cases that a search shows: whoever has more must say more.
pub const FOUND_MAX: u32 = 20;

/// What a search gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// The case whose number or reference was typed.
    Case(String),
    /// Cases of people, the newest first.
    Cases(Vec<InboxRow>),
    /// Too many are called so: more of the name, or the personal number, is needed.
    TooMany,
    /// Nothing within the searcher's rights; whether there is anything beyond is private.
    Nothing,
    /// Not enough was typed to look for: a name has two words, a personal number twelve digits.
    TooLittle,
}

impl Engine {
    /// Finds cases within the officer's rights. That somebody's cases were found is durable before this returns.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn find(&self, staff: &StaffRow, typed: &str) -> Result<Found, UseError> {
        if let Some(name) = self.find_case(staff, typed)? {
            return Ok(Found::Case(name));
        }
        let Some(who) = person_key(typed) else {
            let is_number = typed.chars().any(|letter| letter.is_ascii_digit());
            return Ok(if is_number {
                Found::Nothing
            } else {
                Found::TooLittle
            });
        };
        let actor = actor_of(staff);
        let scope = scope(&actor, Action::ReadCase);
        let found = self.store.cases_of_people(&scope, &who, FOUND_MAX + 1)?;
        // No mass listing: a common name shows nobody.
        if found.is_cut || found.cases.len() > FOUND_MAX as usize {
            return Ok(Found::TooMany);
        }
        if found.cases.is_empty() {
            return Ok(Found::Nothing);
        }
        let accesses = found
            .cases
            .iter()
            .map(|(row, _)| self.found(&actor, row))
            .collect();
        self.store.commit(Changes {
            accesses,
            ..Changes::default()
        })?;
        let now = self.clock.now();
        Ok(Found::Cases(
            found
                .cases
                .into_iter()
                .map(|(row, applicant)| self.inbox_row(staff, row, applicant, now))
                .collect::<Result<_, _>>()?,
        ))
    }

    /// The entry for a person whose case came up in a search.
    fn found(&self, actor: &Actor, row: &CaseRow) -> Access {
        Access {
            person: Some(row.applicant),
            case: Some(row.id),
            what: AccessedThing::List,
            ..self.look_at_list(actor)
        }
    }
}

/// Whom the words look for; `None` for too little to look for.
fn person_key(typed: &str) -> Option<PersonKey> {
    if let Some(number) = PersonalNumber::parse(typed) {
        return Some(PersonKey::Number(number.reveal().to_owned()));
    }
    if typed.chars().any(|letter| letter.is_ascii_digit()) {
        return None;
    }
    let folded = fold(typed);
    (folded.split(' ').count() >= 2).then_some(PersonKey::Name(folded))
}
