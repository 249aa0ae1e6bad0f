//! The facts of a case, gathered once for whatever paper is to be printed.

use motcua_domain::case::{Author, Case, DeliveryWay, Event, Recorded};
use motcua_domain::catalogue::Money;
use motcua_domain::channel::Channel;
use motcua_domain::money::Dong;
use motcua_domain::time::Instant;

use crate::case::LoadedCase;
use crate::city::CityProcedure;
use crate::engine::{Engine, UseError};
use crate::ports::{HandoverLine, OutcomeFacts, PaperFacts};
use crate::rows::procedure_of;
use crate::view::{Memo, note_text};

impl Engine {
    /// Everything that a paper of the case may say at `made_at`.
    pub(crate) fn paper_facts(&self, loaded: &LoadedCase, made_at: Instant) -> Result<PaperFacts, UseError> {
        let case = &loaded.case;
        let relations = &case.relations;
        let person = self
            .store
            .person(relations.applicant)?
            .ok_or(UseError::NotFound)?;
        let notes = self.store.notes(case.id)?;
        let code = procedure_of(case.version.as_str()).to_owned();
        let procedure = self.city.procedure(&code);
        let round = case.supplements.last();
        let items = round.map_or(Ok(Vec::new()), |round| {
            self.supplement_lines(case, &round.items, &notes)
        })?;
        let reason = case
            .refusal_reason
            .or_else(|| case.draft.and_then(|draft| draft.reason))
            .and_then(|id| note_text(&notes, id));
        let due = case
            .clock
            .as_ref()
            .map_or(Some(case.intake.due), |clock| Some(clock.current));
        Ok(PaperFacts {
            made_at,
            is_demo: self.city.is_demo,
            city: self.city.name.clone(),
            centre: self.city.centre_name(&relations.received_at, case.sent_at.day()),
            agency: self.city.unit_name(&relations.competent),
            name: case.name().to_owned(),
            reference: case.reference.as_str().to_owned(),
            tracking: format!("{}/track?name={}", self.city.public_address, case.name()),
            applicant: person.name.clone(),
            address: person.address.clone(),
            phone: person.phone.clone(),
            email: person.email.clone(),
            personal_number: person
                .personal_number
                .as_ref()
                .map(motcua_domain::person::PersonalNumber::masked),
            procedure: self.procedure_name(&code)?,
            components: self.components(case, procedure),
            limit: case.rules.as_ref().map(|rules| rules.limit.clone()),
            is_online: case.channel == Channel::Online,
            sent_at: case.sent_at,
            intake_due: case.intake.due,
            accepted_at: case.accepted_at,
            due,
            fee: procedure.and_then(|procedure| fee_of(procedure, case)),
            is_electronic: case.delivery == DeliveryWay::Electronic,
            items: items
                .into_iter()
                .map(|item| (item.label, item.is_paper, item.reason))
                .collect(),
            answer_by: round.and_then(|round| round.answer_by),
            reason,
            officer: self.last_officer(&loaded.log)?,
            handovers: self.handover_lines(loaded)?,
            answers: self.case_answers(case, made_at)?,
            outcome: self.outcome_facts(case)?,
            code,
        })
    }

    fn components(
        &self,
        case: &Case,
        procedure: Option<&CityProcedure>,
    ) -> Vec<(motcua_domain::bilingual::Bilingual, usize)> {
        let papers = procedure
            .map(|procedure| procedure.papers.as_slice())
            .unwrap_or_default();
        papers
            .iter()
            .map(|paper| {
                let given = case
                    .papers
                    .iter()
                    .filter(|filed| filed.component == paper.name)
                    .count();
                (paper.label.clone(), given)
            })
            .filter(|(_, given)| *given > 0)
            .collect()
    }

    fn last_officer(&self, log: &[Recorded]) -> Result<Option<String>, UseError> {
        let staff = log.iter().rev().find_map(|recorded| match &recorded.by {
            Author::Staff { staff, .. } => Some(*staff),
            Author::Applicant(_) | Author::System => None,
        });
        staff.map_or(Ok(None), |id| self.staff_name(id))
    }

    /// The control sheet: every passage from one pair of hands to the next, read from the log.
    fn handover_lines(&self, loaded: &LoadedCase) -> Result<Vec<HandoverLine>, UseError> {
        let case = &loaded.case;
        let desk = self
            .city
            .centre_name(&case.relations.received_at, case.sent_at.day())
            .vi;
        let agency = self.city.unit_name(&case.relations.competent).vi;
        let mut lines: Vec<HandoverLine> = Vec::new();
        let mut memo = Memo::new(self);
        for recorded in &loaded.log {
            let (by, _) = memo.author(&recorded.by)?;
            let from = by.unwrap_or_else(|| desk.clone());
            let to = match &recorded.event {
                Event::Accepted(_) => desk.clone(),
                Event::HandedOver => agency.clone(),
                Event::Assigned { specialist } => {
                    memo.staff_name(*specialist)?.unwrap_or_else(|| agency.clone())
                }
                Event::OutcomeDrafted(_) | Event::OutcomeSigned => agency.clone(),
                Event::OutcomeIssued(_) => desk.clone(),
                _ => continue,
            };
            if let Some(open) = lines.last_mut() {
                open.done_at = Some(recorded.at);
            }
            let due = match &recorded.event {
                Event::Accepted(accepted) => Some(motcua_domain::time::Due::at(accepted.handover_by)),
                _ => case.clock.as_ref().map(|clock| clock.current),
            };
            lines.push(HandoverLine {
                from,
                to,
                at: recorded.at,
                done_at: None,
                due,
            });
        }
        Ok(lines)
    }

    fn outcome_facts(&self, case: &Case) -> Result<Option<OutcomeFacts>, UseError> {
        let Some(outcome) = &case.outcome else {
            return Ok(None);
        };
        let signatory = case
            .signature
            .map_or(Ok(None), |signature| self.staff_name(signature.by))?;
        Ok(Some(OutcomeFacts {
            kind: outcome.kind,
            document_number: outcome.document_number,
            year: outcome.year,
            issued_at: outcome.issued_at,
            signatory,
            code: outcome.code.clone(),
        }))
    }
}

/// The charge of the case's channel, where the record has exactly one.
fn fee_of(procedure: &CityProcedure, case: &Case) -> Option<Dong> {
    let entry = procedure.version.entries(case.channel).next()?;
    match entry.charges.as_slice() {
        [charge] => match charge.amount {
            Some(Money::Vnd(dong)) => Some(dong),
            _ => None,
        },
        _ => None,
    }
}
