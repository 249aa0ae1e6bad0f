//! What a form of an act lets choose from: agencies, colleagues, and what of the case is still open.

use motcua_domain::access::{Action, Actor, Role, may};
use motcua_domain::bilingual::Bilingual;
use motcua_domain::case::{Case, CommandKind};
use motcua_domain::id::{StaffId, UnitCode};
use motcua_domain::time::Due;

use super::note_text;
use crate::case::ground_name;
use crate::changes::AccessedThing;
use crate::engine::{Engine, UseError, actor_of};
use crate::rows::StaffRow;

/// What the form of an act shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetFacts {
    /// The case, by its name.
    pub name: String,
    /// The procedure.
    pub procedure: Bilingual,
    /// Agencies that can be asked or given a task: every one but the deciding agency itself where it only asks.
    pub agencies: Vec<(UnitCode, Bilingual)>,
    /// Specialists of the deciding agency, without the holder.
    pub colleagues: Vec<(StaffId, String)>,
    /// What the act can be about: open consultations, tasks under way.
    pub open: Vec<OpenThing>,
    /// What was proposed before, in words: the reason of an apology that waits.
    pub proposed: Option<String>,
}

/// Something of the case that an act can be about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenThing {
    /// Its place in the case, from 0.
    pub place: u16,
    /// The agency whose it is.
    pub agency: Bilingual,
    /// What was asked, in words.
    pub what: String,
    /// When it is due.
    pub due: Option<Due>,
}

impl Engine {
    /// What the form of an act on this case shows; asked before the form, with the right to the act. It tells what was
    /// written in the case, so that it was looked at is durable before this returns.
    ///
    /// # Errors
    /// Not found where the case is not within their rights; denied where the act is not theirs.
    pub fn sheet_facts(
        &self,
        staff: &StaffRow,
        name: &str,
        kind: CommandKind,
    ) -> Result<SheetFacts, UseError> {
        let actor = actor_of(staff);
        let (loaded, ground) = self.readable_case(&actor, name)?;
        let case = &loaded.case;
        may(&actor, Action::Act(kind), &case.relations).map_err(UseError::Denied)?;
        self.record_access(self.look(&actor, case, AccessedThing::Case, ground_name(ground)))?;
        let notes = self.store.notes(case.id)?;
        let words = |id| note_text(&notes, id).unwrap_or_default();
        let code = crate::rows::procedure_of(case.version.as_str());
        Ok(SheetFacts {
            name: case.name().to_owned(),
            procedure: self.procedure_name(code)?,
            agencies: self.agencies_beside(case, kind),
            colleagues: self.colleagues_of(case)?,
            open: self.open_things(case, &actor, kind, &words),
            proposed: case.apology_proposed.map(|proposal| words(proposal.reason)),
        })
    }

    fn agencies_beside(&self, case: &Case, kind: CommandKind) -> Vec<(UnitCode, Bilingual)> {
        let today = self.clock.now().day();
        let mut agencies: Vec<_> = self
            .city
            .units
            .on(today)
            .filter(|unit| unit.kind.is_agency())
            .filter(|unit| kind == CommandKind::OpenTasks || unit.code != case.relations.competent)
            .map(|unit| (unit.code.clone(), unit.name.clone()))
            .collect();
        // Departments and vertical offices first: they are asked most.
        agencies.sort_by_cached_key(|(code, name)| {
            let is_commune = self
                .city
                .units
                .latest(code)
                .is_some_and(|unit| unit.kind.is_commune());
            (is_commune, crate::search::fold(&name.vi))
        });
        agencies
    }

    fn colleagues_of(&self, case: &Case) -> Result<Vec<(StaffId, String)>, UseError> {
        let members = self.store.staff_of(case.relations.competent.as_str())?;
        let is_colleague = |member: &StaffRow| {
            member.is_active
                && actor_of(member).holds(Role::Specialist)
                && case.relations.holder != Some(member.id)
        };
        Ok(members
            .into_iter()
            .filter(is_colleague)
            .map(|member| (member.id, member.name))
            .collect())
    }

    fn open_things(
        &self,
        case: &Case,
        actor: &Actor,
        kind: CommandKind,
        words: &impl Fn(motcua_domain::id::NoteId) -> String,
    ) -> Vec<OpenThing> {
        let is_own = |agency: &UnitCode| matches!(actor, Actor::Staff { agency: own, .. } if own == agency);
        let thing = |place, agency: &UnitCode, what, due| OpenThing {
            place,
            agency: self.city.unit_name(agency),
            what,
            due,
        };
        match kind {
            CommandKind::GiveOpinion => (0u16..)
                .zip(&case.consultations)
                .filter(|(_, asked)| asked.ended.is_none() && is_own(&asked.of))
                .map(|(place, asked)| thing(place, &asked.of, words(asked.content), Some(asked.due)))
                .collect(),
            CommandKind::TakeSilence | CommandKind::ProceedWithoutOpinion => (0u16..)
                .zip(&case.consultations)
                .filter(|(_, asked)| asked.is_open())
                .map(|(place, asked)| thing(place, &asked.of, words(asked.content), Some(asked.due)))
                .collect(),
            CommandKind::FinishTask | CommandKind::ApologiseTask => (0u16..)
                .zip(&case.tasks)
                .filter(|(_, task)| task.is_running() && is_own(&task.plan.agency))
                .map(|(place, task)| thing(place, &task.plan.agency, words(task.plan.what), task.due))
                .collect(),
            _ => Vec::new(),
        }
    }
}
