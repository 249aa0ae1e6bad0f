//! Whether what a command names fits the city and whoever gives it: people, agencies, parts of a case. A form could name
//! anybody; the domain cannot know who exists.

use motcua_domain::access::{Actor, Role};
use motcua_domain::case::{Case, Command, SupplementItem};
use motcua_domain::id::{StaffId, UnitCode};

use crate::engine::{Engine, UseError, actor_of};

impl Engine {
    /// Refuses a command that names somebody or something that is not there, or is not the actor's.
    pub(super) fn needs_fit(&self, command: &Command, actor: &Actor, case: &Case) -> Result<(), UseError> {
        match command {
            Command::Assign { specialist } => {
                self.needs_specialist_of(*specialist, &case.relations.competent)
            }
            Command::Forward { to, .. } => to
                .iter()
                .try_for_each(|staff| self.needs_specialist_of(*staff, &case.relations.competent)),
            Command::RequestSupplement { items, .. } => self.needs_known_targets(items, case),
            // Whoever takes back, or is done with, a move or a part does so in their own name.
            Command::UndoMove { staff } | Command::FinishForward { staff, .. } => {
                needs(is_self(actor, *staff), "own-name")
            }
            Command::AskOpinion { of, .. } => self.needs_agency(of),
            Command::AskFinancialDuty { to, .. } => self.needs_agency(to),
            Command::OpenTasks { tasks, .. } => {
                tasks.iter().try_for_each(|task| self.needs_agency(&task.agency))
            }
            Command::GiveOpinion { consultation, .. } => {
                let asked = case.consultations.get(usize::from(*consultation));
                needs(asked.is_none_or(|asked| is_of(actor, &asked.of)), "own-agency")
            }
            Command::FinishTask { task, .. } | Command::ApologiseTask { task, .. } => {
                let given = case.tasks.get(usize::from(*task));
                needs(
                    given.is_none_or(|given| is_of(actor, &given.plan.agency)),
                    "own-agency",
                )
            }
            _ => Ok(()),
        }
    }

    fn needs_agency(&self, code: &UnitCode) -> Result<(), UseError> {
        let unit = self.city.units.get(code, self.clock.now().day());
        needs(unit.is_some_and(|unit| unit.kind.is_agency()), "agency-unknown")
    }

    /// Only a specialist of the agency that decides can be given a case, whomever a form names.
    fn needs_specialist_of(&self, staff: StaffId, agency: &UnitCode) -> Result<(), UseError> {
        let member = self.store.staff(staff)?;
        let is_one = member.is_some_and(|member| {
            member.is_active && member.agency == *agency && actor_of(&member).holds(Role::Specialist)
        });
        if is_one {
            Ok(())
        } else {
            Err(UseError::Unusable("specialist-unknown"))
        }
    }

    /// A notice can ask only for what the procedure and its form know, each once: nobody could answer another item.
    fn needs_known_targets(&self, items: &[SupplementItem], case: &Case) -> Result<(), UseError> {
        let known = self.supplement_targets(case)?;
        let is_known = |item: &SupplementItem| {
            known
                .iter()
                .any(|target| target.target == item.target && target.is_paper == item.is_paper)
        };
        let is_first = |place: usize, item: &SupplementItem| {
            !items
                .iter()
                .take(place)
                .any(|earlier| earlier.target == item.target && earlier.is_paper == item.is_paper)
        };
        let is_sound = items
            .iter()
            .enumerate()
            .all(|(place, item)| is_known(item) && is_first(place, item));
        if is_sound {
            Ok(())
        } else {
            Err(UseError::Unusable("supplement-target"))
        }
    }
}

fn needs(is_fit: bool, code: &'static str) -> Result<(), UseError> {
    if is_fit {
        Ok(())
    } else {
        Err(UseError::Unusable(code))
    }
}

fn is_self(actor: &Actor, staff: StaffId) -> bool {
    matches!(actor, Actor::Staff { staff: own, .. } if *own == staff)
}

/// Whether the actor serves this agency; a rule of the city serves all.
fn is_of(actor: &Actor, agency: &UnitCode) -> bool {
    match actor {
        Actor::Staff { agency: own, .. } => own == agency,
        Actor::System => true,
        Actor::Applicant { .. } => false,
    }
}
