//! What one page asks the store more than once: the name of a colleague on every line of a log.

use std::collections::BTreeMap;

use motcua_domain::case::Author;
use motcua_domain::id::{CaseId, StaffId};

use crate::engine::{Engine, UseError};
use crate::rows::CaseRow;

/// Remembers for the length of one view what the store said, so that each row is read once.
pub(crate) struct Memo<'a> {
    engine: &'a Engine,
    names: BTreeMap<StaffId, Option<String>>,
    cases: BTreeMap<CaseId, Option<CaseRow>>,
}

impl<'a> Memo<'a> {
    /// Nothing is known yet.
    pub(crate) const fn new(engine: &'a Engine) -> Self {
        Self {
            engine,
            names: BTreeMap::new(),
            cases: BTreeMap::new(),
        }
    }

    /// The name of a member of staff.
    pub(crate) fn staff_name(&mut self, id: StaffId) -> Result<Option<String>, UseError> {
        if let Some(known) = self.names.get(&id) {
            return Ok(known.clone());
        }
        let name = self.engine.staff_name(id)?;
        self.names.insert(id, name.clone());
        Ok(name)
    }

    /// Name and office of whose act it was; of the city's people only.
    pub(crate) fn author(&mut self, by: &Author) -> Result<(Option<String>, Option<String>), UseError> {
        Ok(match by {
            Author::Staff { staff, role } => (self.staff_name(*staff)?, Some(role.clone())),
            Author::Applicant(_) | Author::System => (None, None),
        })
    }

    /// The row of a case.
    pub(crate) fn case(&mut self, id: CaseId) -> Result<Option<&CaseRow>, UseError> {
        if !self.cases.contains_key(&id) {
            self.cases.insert(id, self.engine.store.case(id)?);
        }
        Ok(self.cases.get(&id).and_then(Option::as_ref))
    }
}
