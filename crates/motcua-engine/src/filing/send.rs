//! Sending, exactly once. The case takes the draft's identifier, so that a second sending (double click, retry,
//! Back) meets the first one's case instead of making another.

use motcua_domain::access::{Actor, may_send};
use motcua_domain::bilingual::Bilingual;
use motcua_domain::case::{
    self as domain, Author, Case, Command, Context, DeliveryWay, FiledPaper, Recorded, SendingReference,
    decide,
};
use motcua_domain::channel::Channel;
use motcua_domain::form::Value;
use motcua_domain::id::{AnswerSetId, CaseId, DraftId, UnitCode};
use motcua_domain::person::Person;
use motcua_domain::time::{Day, Due, Instant};
use motcua_domain::unit::Competence;

use super::beginning::PeopleOfCase;
use super::{OpenDraft, encode};
use crate::changes::Row;
use crate::city::CityProcedure;
use crate::engine::{Engine, UseError};

/// The question that asks how the result shall come back, in every form.
const DELIVERY: &str = "return_way";
/// Its answer for the desk.
const AT_DESK: &str = "desk";
/// Its answer for the post.
const BY_POST: &str = "post";

/// What the receipt of sending says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sending {
    /// The case.
    pub case: CaseId,
    /// The reference.
    pub reference: SendingReference,
    /// The procedure.
    pub procedure: Bilingual,
    /// When it arrived.
    pub sent_at: Instant,
    /// The desk must answer by then.
    pub answer_due: Due,
    /// The desk.
    pub desk: Bilingual,
    /// Where it is followed, for the QR code.
    pub tracking: String,
    /// Who acts, for whom, and on what ground.
    pub people: PeopleOfCase,
}

/// How the result shall come back, where the form asks and it was answered.
pub(super) fn delivery_of(draft: &OpenDraft, today: Day) -> Option<DeliveryWay> {
    let question = draft.form.question(DELIVERY)?;
    match draft.filling(today).value(question)? {
        Value::Choice(way) if way == AT_DESK => Some(DeliveryWay::Desk),
        Value::Choice(way) if way == BY_POST => Some(DeliveryWay::Post),
        _ => Some(DeliveryWay::Electronic),
    }
}

impl CityProcedure {
    /// Whether any commune's desk can receive it, so that the person chooses one.
    pub const fn is_filed_at_communes(&self) -> bool {
        matches!(
            self.competence,
            Competence::Commune { .. } | Competence::CommunePolice
        )
    }
}

impl Engine {
    /// Sends a draft. A second call for the same draft, at the same time or later, answers as the first did.
    ///
    /// # Errors
    /// Unusable if something is missing: the check page says what.
    pub fn send(&self, person: &Person, id: DraftId) -> Result<Sending, UseError> {
        if let Some(sent) = self.already_sent(person, id)? {
            return Ok(sent);
        }
        match self.send_draft(person, id) {
            // Another click or device was faster: its case is the answer to this call too, and the draft is gone.
            Err(error @ (UseError::Changed | UseError::NotFound)) => {
                self.already_sent(person, id)?.ok_or(error)
            }
            other => other,
        }
    }

    fn send_draft(&self, person: &Person, id: DraftId) -> Result<Sending, UseError> {
        if !self.check_draft(person, id)?.is_complete() {
            return Err(UseError::Unusable("draft-incomplete"));
        }
        let draft = self.open_draft(person, id)?;
        if draft.pending.is_some() {
            // Answers to a form that is no longer in force are carried over first, under the person's eyes.
            return Err(UseError::Unusable("form-newer"));
        }
        self.send_new(person, &draft)
    }

    /// The receipt of a sending, as long as the case is there: it survives bookmark, Back and another sign-in.
    ///
    /// # Errors
    /// Not found if the person sent no such case.
    pub fn sending(&self, person: &Person, reference: &str) -> Result<Sending, UseError> {
        let row = self.case_named(reference)?;
        if row.applicant != person.id {
            return Err(UseError::NotFound);
        }
        let case = self.load_case(row.id)?.case;
        self.receipt(&case)
    }

    /// The receipt of the case that a draft became, if it did: whoever comes back to the draft ends there.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn already_sent(&self, person: &Person, id: DraftId) -> Result<Option<Sending>, UseError> {
        let case = CaseId::new(id.raw());
        let Some(row) = self.store.case(case)?.filter(|row| row.applicant == person.id) else {
            return Ok(None);
        };
        let case = self.load_case(row.id)?.case;
        self.receipt(&case).map(Some)
    }

    fn send_new(&self, person: &Person, draft: &OpenDraft) -> Result<Sending, UseError> {
        let now = self.clock.now();
        let today = now.day();
        let actor = Actor::Applicant { person: person.id };
        may_send(&actor).map_err(UseError::Denied)?;
        let desk = self
            .desk_of(draft, today)
            .ok_or(UseError::Unusable("desk-unknown"))?;
        let competent = self
            .city
            .units
            .competent(&draft.procedure.competence, &desk, today)
            .map(|competent| competent.agency.code.clone())
            .ok_or(UseError::Unusable("desk-unknown"))?;
        let answers = AnswerSetId::new(self.chance.id(now));
        let case = CaseId::new(draft.row.id.raw());
        let command = Command::Send(Box::new(domain::Sending {
            case,
            reference: self.new_reference(),
            version: draft.procedure.version.id.clone(),
            channel: Channel::Online,
            applicant: person.id,
            ground: draft.ground().ok_or(UseError::Unusable("draft-incomplete"))?,
            received_at: desk,
            competent,
            forward_to: None,
            answers,
            papers: draft
                .row
                .papers
                .iter()
                .map(|(component, file)| FiledPaper {
                    component: component.clone(),
                    file: *file,
                })
                .collect(),
            delivery: delivery_of(draft, today).unwrap_or(DeliveryWay::Electronic),
        }));
        let rows = vec![
            Row::AnswerSet {
                id: answers,
                case,
                form: draft.form.id.as_str().to_owned(),
                answers: encode(&draft.answers_to_send(today))?,
            },
            Row::DraftSpent {
                id: draft.row.id,
                version: draft.row.version,
            },
        ];
        let case = self.send_command(person, &command, rows, now)?;
        self.receipt(&case)
    }

    /// Carries out the command that makes a case, with the rows that it points to.
    ///
    /// # Errors
    /// A refusal of a rule, or a failure of the machine.
    pub fn send_command(
        &self,
        person: &Person,
        command: &Command,
        rows: Vec<Row>,
        now: Instant,
    ) -> Result<Case, UseError> {
        let Command::Send(sending) = command else {
            return Err(UseError::NotFound);
        };
        let calendar = self.calendar_of(&sending.received_at);
        let context = Context::new(now, &calendar);
        let events = decide(None, command, &context).map_err(UseError::Refused)?;
        let by = Author::Applicant(person.id);
        let recorded = events
            .into_iter()
            .map(|event| Recorded {
                at: now,
                by: by.clone(),
                event,
            })
            .collect();
        self.write(None, recorded, rows, None)
    }

    /// The desk that receives a draft: the chosen commune's, or the one of the agency that decides alone.
    pub(crate) fn desk_of(&self, draft: &OpenDraft, today: Day) -> Option<UnitCode> {
        let units = &self.city.units;
        let at = match &draft.procedure.competence {
            Competence::Commune { .. } | Competence::CommunePolice => draft.desk()?,
            Competence::Agency { agency } => agency.clone(),
        };
        let centre = units.centre_of(&at, today)?;
        units
            .agency_of(&centre.code, today)
            .map(|agency| agency.code.clone())
    }

    /// A reference that nobody has.
    pub fn new_reference(&self) -> SendingReference {
        let mut bytes = [0u8; 8];
        self.chance.fill(&mut bytes);
        SendingReference::from_chance(u64::from_be_bytes(bytes))
    }

    fn receipt(&self, case: &Case) -> Result<Sending, UseError> {
        Ok(Sending {
            people: self.people_of(case)?,
            case: case.id,
            reference: case.reference.clone(),
            procedure: self.procedure_name(crate::rows::procedure_of(case.version.as_str()))?,
            sent_at: case.sent_at,
            answer_due: case.intake.due,
            desk: self
                .city
                .centre_name(&case.relations.received_at, case.sent_at.day()),
            tracking: self.city.tracking_address(case.reference.as_str()),
        })
    }
}
