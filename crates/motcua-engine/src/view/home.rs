//! The portal's first page.

use motcua_domain::bilingual::Bilingual;
use motcua_domain::case::Step;
use motcua_domain::id::PersonId;
use motcua_domain::time::{Instant, OfficeCalendar};

use super::procedure::ProcedureView;
use super::shared::{DaysLeft, DueView};
use crate::engine::{Engine, UseError};
use crate::rows::{CaseRow, NEVER};

/// What the first page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct HomeView {
    /// The applicant's cases, the one that needs them first; at most two.
    pub mine: Vec<MyCase>,
    /// How many they have in all.
    pub mine_count: u32,
    /// Procedures that many people need.
    pub popular: Vec<ProcedureView>,
    /// How many procedures can be found.
    pub procedure_count: usize,
    /// How many drafts they have begun.
    pub drafts: usize,
}

/// A case in the applicant's own list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MyCase {
    /// Number, or reference before acceptance.
    pub name: String,
    /// The procedure.
    pub procedure: Bilingual,
    /// Where it is.
    pub step: Step,
    /// Whether it waits for the applicant.
    pub is_your_turn: bool,
    /// When it was sent.
    pub sent_at: Instant,
    /// When the city must have acted.
    pub due: Option<DueView>,
}

/// A row of the applicant's own list.
pub(super) fn my_case(
    row: &CaseRow,
    procedure: Bilingual,
    calendar: &OfficeCalendar,
    now: Instant,
) -> MyCase {
    let is_your_turn = matches!(
        row.step,
        Step::SupplementAtIntake | Step::SupplementAfterAppraisal
    ) && !row.is_answered
        || row.step == Step::Ready;
    let due = (row.due_at != NEVER).then(|| DueView {
        at: row.due_at,
        on: row.due_at.day(),
        left: DaysLeft::until(row.due_at, calendar, now),
    });
    MyCase {
        name: row.name().to_owned(),
        procedure,
        step: row.step,
        is_your_turn,
        sent_at: row.sent_at,
        due,
    }
}

impl Engine {
    /// The portal's first page, for nobody in particular or for a person.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn home(&self, person: Option<PersonId>) -> Result<HomeView, UseError> {
        let (mut mine, mine_count, drafts) = match person {
            Some(person) => (
                self.my_cases(person, 20)?,
                self.my_case_count(person)?,
                self.store.drafts_of(person)?.len(),
            ),
            None => (Vec::new(), 0, 0),
        };
        mine.sort_by_key(|case| (!case.is_your_turn, case.step.is_closed()));
        mine.truncate(2);
        let mut popular: Vec<_> = self.city.procedures.values().collect();
        popular.sort_by(|one, other| {
            other
                .popularity
                .cmp(&one.popularity)
                .then_with(|| one.version.code.cmp(&other.version.code))
        });
        let popular = popular
            .into_iter()
            .take(POPULAR)
            .map(|procedure| self.city_procedure_view(procedure))
            .collect();
        let procedure_count = self.procedures.count().max(self.city.procedures.len());
        Ok(HomeView {
            mine,
            mine_count,
            popular,
            procedure_count,
            drafts,
        })
    }
}

/// How many procedures the first page shows.
const POPULAR: usize = 6;
