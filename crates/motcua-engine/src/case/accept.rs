//! Accepting a case (tiếp nhận): the law in force now is pinned on it, and its number, Form 01 and legal limit begin.

use motcua_domain::access::Actor;
use motcua_domain::case::Command;
use motcua_domain::id::FormId;

use super::act::{Act, Acted};
use crate::engine::{Engine, UseError};
use crate::rows::procedure_of;

impl Engine {
    /// Accepts a case under the rules that its procedure has now, with the form version that was answered.
    ///
    /// # Errors
    /// As [`Engine::act_named`]; not found too if the city no longer knows the procedure.
    pub fn accept(&self, actor: &Actor, name: &str) -> Result<Acted, UseError> {
        let row = self.visible_case(actor, name)?;
        let case = self.load_case(row.id)?.case;
        let (form, _) = self.store.answers(case.answers)?.ok_or(UseError::NotFound)?;
        let procedure = self
            .city
            .procedure(procedure_of(case.version.as_str()))
            .ok_or(UseError::NotFound)?;
        let rules = procedure.rules(case.channel, FormId::new(form), self.city.calendar_id.clone());
        self.act(
            actor,
            row.id,
            Act {
                command: Command::Accept { rules },
                rows: Vec::new(),
                idempotency: None,
            },
        )
    }
}
