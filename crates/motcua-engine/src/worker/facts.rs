//! The facts of a case, gathered once for whatever paper is to be printed.

use motcua_domain::access::Role;
use motcua_domain::case::{Author, Case, DeliveryWay, Event, Recorded, Supplement, SupplementStage};
use motcua_domain::catalogue::Money;
use motcua_domain::channel::Channel;
use motcua_domain::money::Dong;
use motcua_domain::time::Instant;

use crate::case::LoadedCase;
use crate::city::CityProcedure;
use crate::engine::{Engine, UseError};
use crate::ports::{OutcomeFacts, PaperFacts, SupplementFacts};
use crate::rows::procedure_of;
use crate::view::note_text;

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
            tracking: self.city.tracking_address(case.name()),
            applicant: person.name.clone(),
            address: person.address.clone(),
            phone: person.phone.clone(),
            email: person.email.clone(),
            personal_number: person
                .personal_number
                .as_ref()
                .map(motcua_domain::person::PersonalNumber::masked),
            procedure: self.procedure_name(&code)?,
            components: self.components(case, procedure)?,
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
            supplement: round.map(|round| supplement_facts(case, round)),
            reason,
            officer: self.last_officer(&loaded.log)?,
            handovers: self.handover_lines(loaded, &person.name)?,
            answers: self.case_answers(case, made_at)?,
            outcome: self.outcome_facts(case, &loaded.log)?,
            code,
        })
    }

    fn components(
        &self,
        case: &Case,
        procedure: Option<&CityProcedure>,
    ) -> Result<Vec<(motcua_domain::bilingual::Bilingual, usize)>, UseError> {
        // At the counter a paper may be received without a scan: the counts stand with the answers.
        let counted: motcua_domain::form::Answers = match self.store.answers(case.answers)? {
            Some((_, answers)) => crate::filing::decode(&answers)?,
            None => motcua_domain::form::Answers::new(),
        };
        let papers = procedure
            .map(|procedure| procedure.papers.as_slice())
            .unwrap_or_default();
        Ok(papers
            .iter()
            .map(|paper| {
                let given = case
                    .papers
                    .iter()
                    .filter(|filed| filed.component == paper.name)
                    .count();
                let sheets = crate::filing::sheets_of(&counted, &paper.name);
                (paper.label.clone(), given.max(sheets as usize))
            })
            .filter(|(_, given)| *given > 0)
            .collect())
    }

    fn last_officer(&self, log: &[Recorded]) -> Result<Option<String>, UseError> {
        let staff = log.iter().rev().find_map(|recorded| match &recorded.by {
            Author::Staff { staff, .. } => Some(*staff),
            Author::Applicant(_) | Author::System => None,
        });
        staff.map_or(Ok(None), |id| self.staff_name(id))
    }

    fn outcome_facts(&self, case: &Case, log: &[Recorded]) -> Result<Option<OutcomeFacts>, UseError> {
        let Some(outcome) = &case.outcome else {
            return Ok(None);
        };
        let signatory = case
            .signature
            .map_or(Ok(None), |signature| self.staff_name(signature.by))?;
        let signed_as = log
            .iter()
            .rev()
            .find_map(|recorded| match (&recorded.event, &recorded.by) {
                (Event::OutcomeSigned, Author::Staff { role, .. }) => Role::from_name(role),
                _ => None,
            });
        Ok(Some(OutcomeFacts {
            kind: outcome.kind,
            document_number: outcome.document_number,
            year: outcome.year,
            issued_at: outcome.issued_at,
            signatory,
            signed_as,
            code: outcome.code.clone(),
        }))
    }
}

/// What a round of asking for more does to the limit. Before acceptance there is none to touch.
fn supplement_facts(case: &Case, round: &Supplement) -> SupplementFacts {
    let rule = case
        .rules
        .as_ref()
        .map(|rules| &rules.supplement)
        .filter(|_| round.stage == SupplementStage::Appraisal);
    SupplementFacts {
        stage: round.stage,
        effect: rule.map(|rule| rule.effect),
        legal_basis: rule.map(|rule| rule.legal_basis.clone()),
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
