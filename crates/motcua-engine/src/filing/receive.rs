//! The desk's answer (T03-T06): sending and answer are one act, so that there is never a moment in which nobody has
//! answered. The case takes the draft's identifier: a second click meets the first one's case.

use motcua_domain::access::{Action, may_in_office};
use motcua_domain::case::{
    Author, Case, Command, Context, DeliveryWay, DeskAnswer, FiledPaper, Recorded, Sending, SupplementItem,
    decide,
};
use motcua_domain::form::Answers;
use motcua_domain::id::{AnswerSetId, CaseId, DraftId, FormId};

use super::desk::{CounterFiling, is_of_the_counter};
use super::send::delivery_of;
use super::{OpenDraft, encode};
use crate::case::{Words, author};
use crate::changes::Row;
use crate::engine::{Engine, UseError, actor_of};
use crate::rows::StaffRow;

/// What the officer says to what is before them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeskSays {
    /// T03 Tiếp nhận; where the fee comes first, the fee is asked.
    Accept,
    /// T05 Yêu cầu bổ sung, hoàn thiện: the name of a paper (`true`) or of a question, and the reason for each.
    Ask(Vec<(String, bool, String)>),
    /// T06 Từ chối tiếp nhận, with the reason.
    Refuse(String),
}

impl Engine {
    /// Receives what the officer filled in, with the desk's answer. A second call answers as the first did.
    ///
    /// # Errors
    /// Denied unless the officer's office is to receive at the desk; unusable where the dossier is not complete, or
    /// belongs to another desk and is not border-free; a refusal of a rule.
    pub fn receive(&self, staff: &StaffRow, id: DraftId, says: DeskSays) -> Result<Case, UseError> {
        let actor = actor_of(staff);
        may_in_office(&actor, Action::ReceiveAtDesk).map_err(UseError::Denied)?;
        if let Some(known) = self.received_before(staff, id)? {
            return Ok(known);
        }
        let at = self.at_counter(staff, id)?;
        let draft = at.filing.ok_or(UseError::Unusable("counter-no-procedure"))?;
        let filing = self.counter_filing(staff, draft)?;
        if !filing.is_receivable {
            return Err(UseError::Unusable("counter-other-desk"));
        }
        if says == DeskSays::Accept && !filing.is_complete() {
            return Err(UseError::Unusable("counter-incomplete"));
        }
        match self.receive_new(staff, &filing, says) {
            Err(error @ (UseError::Changed | UseError::NotFound)) => {
                self.received_before(staff, id)?.ok_or(error)
            }
            other => other,
        }
    }

    fn received_before(&self, staff: &StaffRow, id: DraftId) -> Result<Option<Case>, UseError> {
        let row = self
            .store
            .case(CaseId::new(id.raw()))?
            .filter(|row| row.received_at == staff.agency);
        row.map(|row| self.load_case(row.id).map(|loaded| loaded.case))
            .transpose()
    }

    fn receive_new(
        &self,
        staff: &StaffRow,
        filing: &CounterFiling,
        says: DeskSays,
    ) -> Result<Case, UseError> {
        let now = self.clock.now();
        let draft = &filing.draft;
        let case = CaseId::new(draft.row.id.raw());
        let mut words = Words::default();
        let answer = self.desk_answer(filing, says, case, &mut words)?;
        let kept = answers_of(draft, now.day());
        let answers = AnswerSetId::new(self.chance.id(now));
        let sending = self.sending_at_counter(staff, filing, answers)?;
        let calendar = self.calendar_of(&sending.competent);
        let command = Command::Receive {
            sending: Box::new(sending),
            answer: Box::new(answer),
        };
        let events = decide(None, &command, &Context::new(now, &calendar)).map_err(UseError::Refused)?;
        let by: Author = author(&actor_of(staff), Action::ReceiveAtDesk);
        let recorded = events
            .into_iter()
            .map(|event| Recorded {
                at: now,
                by: by.clone(),
                event,
            })
            .collect();
        let mut rows = words.into_rows();
        rows.push(Row::AnswerSet {
            id: answers,
            case,
            form: draft.form.id.as_str().to_owned(),
            answers: encode(&kept)?,
        });
        rows.push(Row::DraftSpent {
            id: draft.row.id,
            version: draft.row.version,
        });
        self.write(None, recorded, rows, None)
    }

    fn desk_answer(
        &self,
        filing: &CounterFiling,
        says: DeskSays,
        case: CaseId,
        words: &mut Words,
    ) -> Result<DeskAnswer, UseError> {
        Ok(match says {
            DeskSays::Accept => {
                let form = FormId::new(filing.draft.form.id.as_str());
                let rules = self.rules_now(
                    &filing.draft.procedure,
                    filing.channel,
                    form,
                    filing.charges.clone(),
                    Some(filing.limit.clone()),
                );
                DeskAnswer::Accept(rules)
            }
            DeskSays::Ask(asked) => DeskAnswer::Ask(
                asked
                    .into_iter()
                    .map(|(target, is_paper, reason)| {
                        if !is_known(&filing.draft, &target, is_paper) {
                            return Err(UseError::Unusable("supplement-target"));
                        }
                        let reason = self
                            .note(words, case, &reason)
                            .ok_or(UseError::Unusable("reason-missing"))?;
                        Ok(SupplementItem {
                            target,
                            is_paper,
                            reason,
                        })
                    })
                    .collect::<Result<_, _>>()?,
            ),
            DeskSays::Refuse(reason) => DeskAnswer::Refuse(self.note(words, case, &reason)),
        })
    }

    fn sending_at_counter(
        &self,
        staff: &StaffRow,
        filing: &CounterFiling,
        answers: AnswerSetId,
    ) -> Result<Sending, UseError> {
        let draft = &filing.draft;
        let files = draft.row.papers.iter().map(|(component, file)| FiledPaper {
            component: component.clone(),
            file: *file,
        });
        Ok(Sending {
            case: CaseId::new(draft.row.id.raw()),
            reference: self.new_reference(),
            version: draft.procedure.version.id.clone(),
            channel: filing.channel,
            applicant: draft.row.person,
            ground: filing.ground.ok_or(UseError::Unusable("counter-incomplete"))?,
            received_at: staff.agency.clone(),
            competent: filing
                .competent
                .clone()
                .ok_or(UseError::Unusable("counter-other-desk"))?,
            forward_to: filing.forward_to.clone(),
            answers,
            papers: files.collect(),
            // Where the form does not ask, whoever came to the desk comes back to it.
            delivery: delivery_of(draft, filing.now.day()).unwrap_or(DeliveryWay::Desk),
        })
    }
}

/// What is kept of the answers: what the form asked, and what the counter asked beside it.
fn answers_of(draft: &OpenDraft, today: motcua_domain::time::Day) -> Answers {
    let mut kept = draft.answers_to_send(today);
    for (name, answer) in draft.answers.iter() {
        if is_of_the_counter(draft, name) && !answer.is_empty() {
            kept.set(name, answer.clone());
        }
    }
    kept
}

fn is_known(draft: &OpenDraft, target: &str, is_paper: bool) -> bool {
    if is_paper {
        draft.procedure.papers.iter().any(|paper| paper.name == target)
    } else {
        draft.form.question(target).is_some()
    }
}
