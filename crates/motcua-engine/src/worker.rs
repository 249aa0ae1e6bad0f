//! The worker: takes what waits in the outbox, has papers printed and letters carried. A reconciler: it may run at
//! any time, twice, late, or on two nodes at once; a lease only avoids waste.

mod facts;
mod passages;
mod sweep;

use motcua_domain::case::Step;
use motcua_domain::id::{CaseId, FileId, PaperId};
use motcua_domain::time::Instant;

use crate::changes::{Changes, Row, Topic};
use crate::engine::{Engine, UseError};
use crate::ports::{Letter, Letters, MailError, OutboxItem, PaperKind, PaperOrder, PaperPress, PressError};
use crate::rows::FileRow;

const MINUTE: i64 = 60_000;
/// A lease: longer than any message takes.
const LEASE: i64 = 2 * MINUTE;
const BATCH: u32 = 32;
/// After so many attempts a message is kept for people.
const ATTEMPTS_MAX: u32 = 12;

/// What a turn of the worker did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Turn {
    /// Messages that left.
    pub done: u32,
    /// Messages that will be tried again, or were given up.
    pub failed: u32,
}

/// What became of one message.
enum Fate {
    Done,
    Again(String),
    Never(String),
}

impl Engine {
    /// Does what is due now, at most a batch. `Turn::done == 0 && failed == 0` means nothing waits.
    ///
    /// # Errors
    /// A failure of the store; what was claimed comes back when its lease ends.
    pub fn work(&self, letters: &dyn Letters, press: &dyn PaperPress) -> Result<Turn, UseError> {
        let now = self.clock.now();
        let mut turn = Turn::default();
        for item in self.store.claim(now, now.plus_millis(LEASE), BATCH)? {
            match self.fate(&item, letters, press) {
                Fate::Done => {
                    self.store.done(item.message.id)?;
                    turn.done += 1;
                }
                Fate::Again(reason) if item.attempts + 1 < ATTEMPTS_MAX => {
                    self.store
                        .failed(item.message.id, &reason, Some(retry_at(now, item.attempts)))?;
                    turn.failed += 1;
                }
                Fate::Again(reason) | Fate::Never(reason) => {
                    tracing::error!(message = %item.message.id, subject = item.message.subject, reason, "given up");
                    self.store.failed(item.message.id, &reason, None)?;
                    turn.failed += 1;
                }
            }
        }
        Ok(turn)
    }

    fn fate(&self, item: &OutboxItem, letters: &dyn Letters, press: &dyn PaperPress) -> Fate {
        let Some(case) = item.message.case else {
            return Fate::Never("no case".to_owned());
        };
        let subject = item.message.subject.as_str();
        match item.message.topic {
            Topic::Paper => match PaperKind::from_name(subject) {
                Some(kind) => self.print(case, kind, item, press),
                None => Fate::Never(format!("no paper is called {subject}")),
            },
            Topic::Mail => self.carry(case, item, letters),
        }
    }

    fn carry(&self, case: CaseId, item: &OutboxItem, letters: &dyn Letters) -> Fate {
        let letter = match self.letter(case, item) {
            Ok(Some(letter)) => letter,
            // Whoever gave no address reads it in the inbox; nothing is owed.
            Ok(None) => return Fate::Done,
            Err(error) => return Fate::Again(error.to_string()),
        };
        match letters.deliver(&letter) {
            Ok(()) => Fate::Done,
            Err(MailError::Temporary(reason)) => Fate::Again(reason),
            Err(MailError::Permanent(reason)) => Fate::Never(reason),
        }
    }

    fn letter(&self, id: CaseId, item: &OutboxItem) -> Result<Option<Letter>, UseError> {
        let case = self.load_case(id)?.as_of(item.message.not_before).case;
        let person = self.store.person(case.relations.applicant)?;
        let Some(to) = person.and_then(|person| person.email) else {
            return Ok(None);
        };
        let asked = case.open_supplement().and_then(|round| round.answer_by);
        let due = match case.step {
            Step::SupplementAtIntake | Step::SupplementAfterAppraisal => asked,
            _ => case.city_due(),
        };
        Ok(Some(Letter {
            id: item.message.id,
            to,
            key: item.message.subject.clone(),
            name: case.name().to_owned(),
            desk: self
                .city
                .centre_name(&case.relations.received_at, case.sent_at.day()),
            due,
        }))
    }

    /// Prints a paper and makes it known in the case. Its identifier is the message's, so that a second run writes
    /// nothing new.
    fn print(&self, id: CaseId, kind: PaperKind, item: &OutboxItem, press: &dyn PaperPress) -> Fate {
        let order = match self.order(id, kind, item) {
            Ok(Some(order)) => order,
            Ok(None) => return Fate::Done,
            Err(error) => return Fate::Again(error.to_string()),
        };
        let bytes = match press.press(&order) {
            Ok(bytes) => bytes,
            Err(PressError::Temporary(reason)) => return Fate::Again(reason),
            Err(PressError::Permanent(reason)) => return Fate::Never(reason),
        };
        match self.keep_paper(id, &order, item, &bytes) {
            Ok(()) => Fate::Done,
            Err(error) => Fate::Again(error.to_string()),
        }
    }

    /// What is to be printed; `None` once it was.
    fn order(&self, id: CaseId, kind: PaperKind, item: &OutboxItem) -> Result<Option<PaperOrder>, UseError> {
        let paper = PaperId::new(item.message.id.raw());
        if self.store.papers(id)?.iter().any(|known| known.id == paper) {
            return Ok(None);
        }
        let loaded = self.load_case(id)?.as_of(item.message.not_before);
        let facts = self.paper_facts(&loaded, item.message.not_before)?;
        Ok(Some(PaperOrder { kind, facts }))
    }

    fn keep_paper(
        &self,
        id: CaseId,
        order: &PaperOrder,
        item: &OutboxItem,
        bytes: &[u8],
    ) -> Result<(), UseError> {
        let kind = order.kind.name();
        let hash = self.files.keep(bytes)?;
        let at = self.clock.now();
        let file = FileRow {
            id: FileId::new(item.message.id.raw()),
            name: format!("{kind}-{}.pdf", order.facts.name),
            media_type: "application/pdf".to_owned(),
            size: bytes.len() as u64,
            hash,
            pages: 0,
            owner: None,
            at,
        };
        let row = Row::Paper {
            id: PaperId::new(item.message.id.raw()),
            case: id,
            kind: kind.to_owned(),
            file: file.id,
            at,
        };
        self.store.commit(Changes {
            rows: vec![Row::File(file), row],
            ..Changes::default()
        })?;
        Ok(())
    }
}

/// The next attempt: soon at first, then ever later, at most an hour away.
fn retry_at(now: Instant, attempts: u32) -> Instant {
    let minutes = 1i64.checked_shl(attempts.min(6)).unwrap_or(64).min(60);
    now.plus_millis(minutes * MINUTE)
}
