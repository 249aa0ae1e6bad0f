//! The one path of every act on a running case: load, rights, decide, fold, commit.

use motcua_domain::access::{Action, Actor, Ground, Role, may};
use motcua_domain::case::{
    Author, Case, Command, Context, Event, Issued, LastMove, NumberSeries, OutcomeKind, Recorded, decide,
    evolve,
};
use motcua_domain::catalogue::OutcomeCode;
use motcua_domain::id::{CaseId, MessageId, NoteId};
use motcua_domain::money::Dong;

use super::codec::encode;
use super::consequence::{Consequence, consequences};
use super::load::LoadedCase;
use crate::changes::{Changes, Idempotency, Numbering, OutboxMessage, Row, StreamChange, StreamKey, Topic};
use crate::engine::{Engine, UseError};
use crate::ports::Committed;
use crate::rows::{CaseRow, TakingRow};

/// An act that somebody asks for on a case.
pub struct Act {
    /// The command.
    pub command: Command,
    /// What the command brings with it: notes, answer sets.
    pub rows: Vec<Row>,
    /// A key that makes a repeated call harmless, where the caller has one.
    pub idempotency: Option<Idempotency>,
}

/// What an act made of the case.
#[derive(Clone, Debug, PartialEq)]
pub struct Acted {
    /// The case now.
    pub case: Case,
}

/// Words that go with a command: they become notes, apart from the events.
#[derive(Debug, Default)]
pub struct Words {
    rows: Vec<Row>,
}

impl Words {
    /// The notes that were made.
    pub fn into_rows(self) -> Vec<Row> {
        self.rows
    }
}

impl Engine {
    /// Turns words into a note of the case; empty words become none.
    pub fn note(&self, words: &mut Words, case: CaseId, text: &str) -> Option<NoteId> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let id = NoteId::new(self.chance.id(self.clock.now()));
        words.rows.push(Row::Note {
            id,
            case,
            text: text.to_owned(),
        });
        Some(id)
    }

    /// Carries out a command on a running case.
    ///
    /// # Errors
    /// [`UseError`]: not found (also when its existence is private to the actor), denied, refused by a rule,
    /// changed by somebody else, or a failure of the machine.
    pub fn act(&self, actor: &Actor, id: CaseId, act: Act) -> Result<Acted, UseError> {
        self.act_on(actor, self.load_case(id)?, act)
    }

    /// [`Engine::act`] on a case that is loaded already. Whoever changed it since is found by the commit.
    pub(crate) fn act_on(&self, actor: &Actor, loaded: LoadedCase, act: Act) -> Result<Acted, UseError> {
        let action = Action::Act(act.command.kind());
        may(actor, action, &loaded.case.relations).map_err(UseError::Denied)?;
        let now = self.clock.now();
        let calendar = self.calendar_of(&loaded.case.relations.competent);
        let context = Context::new(now, &calendar);
        self.needs_fit(&act.command, actor, &loaded.case)?;
        let events = decide(Some(&loaded.case), &act.command, &context).map_err(UseError::Refused)?;
        let author = author(actor, action);
        let recorded: Vec<Recorded> = events
            .into_iter()
            .map(|event| Recorded {
                at: now,
                by: author.clone(),
                event,
            })
            .collect();
        let case = self.write(Some(loaded), recorded, act.rows, act.idempotency)?;
        Ok(Acted { case })
    }

    /// Commits events of one case with everything that follows from them; gives the case as it is then.
    pub(crate) fn write(
        &self,
        before: Option<LoadedCase>,
        recorded: Vec<Recorded>,
        rows: Vec<Row>,
        idempotency: Option<Idempotency>,
    ) -> Result<Case, UseError> {
        let (before, version) = before.map_or((None, 0), |loaded| {
            let version = loaded.version();
            (Some(loaded.case), version)
        });
        let written = Written {
            before,
            version,
            recorded,
        };
        let after = written.case()?;
        let mut changes = Changes {
            rows,
            idempotency,
            ..Changes::default()
        };
        self.follow(&after, &written.recorded, &mut changes);
        let Some(series) = self.series_for(&after, &written.recorded) else {
            written.put(&mut changes)?;
            return match self.store.commit(changes)? {
                Committed::Done { .. } => {
                    self.wake.wake();
                    Ok(after)
                }
                Committed::Repeated { .. } => Ok(self.load_case(after.id)?.case),
            };
        };
        let (waiting, own) = (written.clone(), series.clone());
        changes.numbering = Some(Numbering {
            series: series.clone(),
            case: after.id,
            complete: Box::new(move |sequence, changes| {
                let numbered = waiting.numbered(&own, sequence);
                numbered.put(changes).map_err(|error| error.to_string())
            }),
        });
        match self.store.commit(changes)? {
            // The same events with the same number give the same case that was written.
            Committed::Done {
                number: Some(sequence),
            } => {
                self.wake.wake();
                written.numbered(&series, sequence).case()
            }
            Committed::Done { number: None } | Committed::Repeated { .. } => {
                Ok(self.load_case(after.id)?.case)
            }
        }
    }

    /// Adds what follows from the events: messages, papers, notices.
    fn follow(&self, case: &Case, recorded: &[Recorded], changes: &mut Changes) {
        let now = self.clock.now();
        if self.tells_nobody {
            return;
        }
        for (consequence, place) in consequences(recorded).into_iter().zip(0..) {
            // Identifiers sort by time, and a millisecond apart they keep the order: papers before the mail about them.
            let id = MessageId::new(self.chance.id(now.plus_millis(place)));
            match consequence {
                Consequence::Outbox(topic, subject) => changes.outbox.push(OutboxMessage {
                    id,
                    case: Some(case.id),
                    topic,
                    subject: subject.to_owned(),
                    not_before: now,
                }),
                Consequence::Waiting(subject) => changes.outbox.push(OutboxMessage {
                    id,
                    case: Some(case.id),
                    topic: Topic::Mail,
                    subject: subject.to_owned(),
                    not_before: now.plus_millis(LastMove::WINDOW_MILLIS),
                }),
                Consequence::Untold => changes.rows.push(Row::MessagesWithdrawn {
                    case: case.id,
                    waiting_at: now,
                }),
                Consequence::Notice(key) => changes.rows.push(Row::Notice {
                    id,
                    person: case.relations.applicant,
                    case: case.id,
                    key: key.to_owned(),
                    at: now,
                }),
            }
        }
    }

    /// The series from which these events take a number, if they take one.
    fn series_for(&self, case: &Case, recorded: &[Recorded]) -> Option<NumberSeries> {
        recorded.iter().find_map(|recorded| match &recorded.event {
            Event::Accepted(_) => {
                let unit = self.city.document_code(&case.relations.received_at);
                Some(NumberSeries::of_cases(&unit, recorded.at.day()))
            }
            Event::OutcomeIssued(issued) => Some(outcome_series(case, issued)),
            Event::PaymentTaken(taken) => {
                Some(NumberSeries::of_receipts(&case.relations.received_at, taken.year))
            }
            _ => None,
        })
    }
}

/// The book that a result is numbered in: an entry of civil status in its register, everything else in the agency's
/// book of the year. A refusal is no entry.
fn outcome_series(case: &Case, issued: &Issued) -> NumberSeries {
    let agency = &case.relations.competent;
    let is_granted = case
        .outcome
        .as_ref()
        .is_some_and(|outcome| outcome.kind == OutcomeKind::Granted);
    let register = issued
        .outcome_code
        .as_deref()
        .filter(|_| is_granted)
        .and_then(|code| OutcomeCode::new(code).civil_register());
    register.map_or_else(
        || NumberSeries::of_outcomes(agency, issued.year),
        |register| NumberSeries::of_civil_register(agency, register, issued.year),
    )
}

/// Who acts, in the office that lets them.
pub(crate) fn author(actor: &Actor, action: Action) -> Author {
    match actor {
        Actor::Applicant { person } => Author::Applicant(*person),
        Actor::Staff { staff, .. } => Author::Staff {
            staff: *staff,
            role: acting_role(actor, action).name().to_owned(),
        },
        Actor::System => Author::System,
    }
}

/// The role in which staff may do this: the first of theirs that the table of rights knows for it.
fn acting_role(actor: &Actor, action: Action) -> Role {
    Role::ALL
        .into_iter()
        .find(|role| actor.holds(*role) && motcua_domain::access::role_reaches(*role, action))
        .unwrap_or(Role::Watcher)
}

/// New events of one case, and what they come after.
#[derive(Clone)]
struct Written {
    before: Option<Case>,
    version: u64,
    recorded: Vec<Recorded>,
}

impl Written {
    /// The case that they make.
    fn case(&self) -> Result<Case, UseError> {
        let after = self.recorded.iter().fold(self.before.clone(), evolve);
        after.ok_or(UseError::NotFound)
    }

    /// Puts them and the row they fold to into the changes.
    fn put(&self, changes: &mut Changes) -> Result<(), UseError> {
        let events = self.recorded.iter().map(encode).collect::<Result<Vec<_>, _>>()?;
        let after = self.case()?;
        let row = CaseRow::of(&after, self.version + events.len() as u64);
        changes.streams.push(StreamChange {
            stream: StreamKey::case(after.id),
            expected_version: self.version,
            events,
        });
        changes.rows.extend(takings(&after, self.version, &self.recorded));
        changes.rows.push(Row::Case(row));
        Ok(())
    }

    /// The same once their number is known.
    fn numbered(mut self, series: &NumberSeries, sequence: u32) -> Self {
        let mut assigned = None;
        for entry in &mut self.recorded {
            match &mut entry.event {
                Event::OutcomeIssued(issued) => issued.document_number = sequence,
                Event::PaymentTaken(taken) => taken.receipt_number = sequence,
                Event::Accepted(_) => {
                    let event = Event::NumberAssigned {
                        number: series.case_number(sequence),
                    };
                    assigned = Some(Recorded {
                        at: entry.at,
                        by: entry.by.clone(),
                        event,
                    });
                }
                _ => {}
            }
        }
        self.recorded.extend(assigned);
        self
    }
}

/// What desks took or paid back by these events, as the rows of their takings say it.
fn takings(after: &Case, version: u64, recorded: &[Recorded]) -> Vec<Row> {
    let money = (version + 1..).zip(recorded).filter_map(|(event, entry)| {
        let (place, is_back) = match &entry.event {
            Event::PaymentTaken(taken) => (taken.charge, false),
            Event::RefundDecided {
                charge,
                granted: true,
                ..
            } => (*charge, true),
            _ => return None,
        };
        let charge = after.charges.get(usize::from(place))?;
        let receipt = charge.receipt.as_ref()?;
        let amount = charge.line.due;
        Some(Row::Taking(TakingRow {
            case: after.id,
            event,
            desk: after.relations.received_at.clone(),
            at: entry.at,
            officer: match &entry.by {
                Author::Staff { staff, .. } => Some(*staff),
                Author::Applicant(_) | Author::System => None,
            },
            name: charge.line.name.clone(),
            kind: charge.line.kind,
            method: receipt.method,
            amount: if is_back {
                Dong::ZERO.checked_sub(amount)?
            } else {
                amount
            },
            year: receipt.year,
            receipt: receipt.number,
        }))
    });
    money.collect()
}

/// The stable name of a ground, for access records.
pub(crate) const fn ground_name(ground: Ground) -> &'static str {
    match ground {
        Ground::OwnCase => "own-case",
        Ground::ReceivingDesk => "receiving-desk",
        Ground::DecidingAgency => "deciding-agency",
        Ground::Holder => "holder",
        Ground::InvolvedAgency => "involved-agency",
        Ground::Colleague => "colleague",
        Ground::Office => "office",
        Ground::Rule => "rule",
    }
}
