//! What a use case wants to become true, all at once.
//!
//! One [`Changes`] is one durable transaction over several streams: events, projections, messages that must
//! leave, access records, numbers. Either all of it is true afterwards or none (house invariant 2).

use std::fmt;

use motcua_domain::case::{Author, NumberSeries};
use motcua_domain::id::{
    AnswerSetId, CaseId, DraftId, FileId, MessageId, NoteId, PaperId, PersonId, StaffId, UnitCode,
};
use motcua_domain::person::Person;
use motcua_domain::time::Instant;

use crate::rows::{CaseRow, ClosingRow, PasskeyRow, StaffRow, TakingRow};

/// A durable, all-or-nothing change.
#[derive(Debug, Default)]
pub struct Changes {
    /// A key under which a repeated call finds the first one's answer instead of acting twice.
    pub idempotency: Option<Idempotency>,
    /// New events, stream by stream.
    pub streams: Vec<StreamChange>,
    /// Rows that the events or the use case bring with them.
    pub rows: Vec<Row>,
    /// Messages for the outbox.
    pub outbox: Vec<OutboxMessage>,
    /// Who looked at what.
    pub accesses: Vec<Access>,
    /// A running number that must be taken inside the transaction.
    pub numbering: Option<Numbering>,
}

/// A stream of events: one thing with a history of its own.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StreamKey {
    /// The kind of thing: `case`, `staff`, `catalogue`, …
    pub kind: StreamKind,
    /// Which one.
    pub id: String,
}

/// The kinds of streams.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum StreamKind {
    /// A case.
    Case,
    /// A member of staff: enrolment and roles.
    Staff,
    /// The catalogue: imports and settled confirmations.
    Catalogue,
    /// The city's calendar: decisions on days.
    Calendar,
}

impl StreamKind {
    /// The stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Staff => "staff",
            Self::Catalogue => "catalogue",
            Self::Calendar => "calendar",
        }
    }
}

impl StreamKey {
    /// The stream of a case.
    pub fn case(id: CaseId) -> Self {
        Self {
            kind: StreamKind::Case,
            id: id.to_string(),
        }
    }

    /// The stream of a member of staff.
    pub fn staff(id: StaffId) -> Self {
        Self {
            kind: StreamKind::Staff,
            id: id.to_string(),
        }
    }

    /// The stream of the city's calendar.
    pub fn calendar() -> Self {
        Self {
            kind: StreamKind::Calendar,
            id: "city".to_owned(),
        }
    }

    /// The stream of the catalogue.
    pub fn catalogue() -> Self {
        Self {
            kind: StreamKind::Catalogue,
            id: "national".to_owned(),
        }
    }
}

/// New events of one stream, valid only if the stream is where the use case saw it.
#[derive(Clone, Debug, PartialEq)]
pub struct StreamChange {
    /// Which stream.
    pub stream: StreamKey,
    /// How many events it had when it was loaded; another count is a [`crate::ports::CommitError::Conflict`].
    pub expected_version: u64,
    /// What happened, in order.
    pub events: Vec<EventRecord>,
}

/// An event as the log keeps it: encoded, versioned, without personal data.
#[derive(Clone, Debug, PartialEq)]
pub struct EventRecord {
    /// When.
    pub at: Instant,
    /// Whose act.
    pub by: Author,
    /// The stable name of the event type, `accepted`.
    pub name: String,
    /// The version of its payload format, from 1.
    pub format: u16,
    /// The payload as JSON.
    pub payload: String,
    /// The text of law that lets it happen.
    pub legal_ground: String,
}

/// A key that makes a repeated call harmless.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Idempotency {
    /// Made by the caller, bound to the actor: `send:<draft id>:<token>`.
    pub key: String,
    /// A hash of what was asked; the same key with another body is refused.
    pub fingerprint: [u8; 32],
    /// What the first call answers and every later one finds.
    pub answer: String,
}

/// A running number taken in the same transaction that uses it, so that there are neither doubles nor gaps.
pub struct Numbering {
    /// From which series.
    pub series: NumberSeries,
    /// For which case; kept beside the number, so that every number explains itself.
    pub case: CaseId,
    /// Completes the changes once the number is known: called exactly once, inside the transaction, before
    /// anything of the changes is written. Where it cannot, nothing has happened and the number is free again.
    pub complete: Completion,
}

/// See [`Numbering::complete`]. The error is for the log: without content of rows.
pub type Completion = Box<dyn FnOnce(u32, &mut Changes) -> Result<(), String> + Send>;

impl fmt::Debug for Numbering {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Numbering")
            .field("series", &self.series)
            .field("case", &self.case)
            .finish_non_exhaustive()
    }
}

/// A row that a change writes. Projections are replaced whole; the rest is written once.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    /// The readable side of a case (replaced).
    Case(CaseRow),
    /// A person (replaced).
    Person(Person),
    /// A member of staff (replaced).
    Staff(StaffRow),
    /// A passkey of a member of staff (replaced by its credential id).
    Passkey(PasskeyRow),
    /// Answers, apart from the events because they are personal data (written once).
    AnswerSet {
        /// Which.
        id: AnswerSetId,
        /// Of which case.
        case: CaseId,
        /// The form version, `khai-sinh@1`.
        form: String,
        /// The answers as JSON.
        answers: String,
    },
    /// A free text of a case (written once).
    Note {
        /// Which.
        id: NoteId,
        /// Of which case.
        case: CaseId,
        /// The words.
        text: String,
    },
    /// A legal paper was rendered (written once).
    Paper {
        /// Which.
        id: PaperId,
        /// Of which case.
        case: CaseId,
        /// The kind, `form-01`.
        kind: String,
        /// The file that holds it.
        file: FileId,
        /// When.
        at: Instant,
    },
    /// A file is known: where it came from and what it is (written once).
    File(crate::rows::FileRow),
    /// Money that a desk took or paid back (written once).
    Taking(TakingRow),
    /// A closing of a desk's takings, with the case and the event's place of each of them (written once). Somebody else
    /// who closed one of them first is a conflict.
    Closing(ClosingRow, Vec<(CaseId, u64)>),
    /// A draft has become a case: it is gone if it stands at this version; else a conflict.
    DraftSpent {
        /// Which.
        id: DraftId,
        /// The version that was sent.
        version: u64,
    },
    /// Messages about a case that still wait for their time leave no more: the move they tell of was taken back.
    MessagesWithdrawn {
        /// Of which case.
        case: CaseId,
        /// Those that may not leave before a moment after this one.
        waiting_at: Instant,
    },
    /// Something to read in the person's inbox (written once).
    Notice {
        /// Which.
        id: MessageId,
        /// Whose inbox.
        person: PersonId,
        /// About which case.
        case: CaseId,
        /// The stable name of the sentence in `text/`.
        key: String,
        /// When.
        at: Instant,
    },
}

/// A message that leaves the building later, at least once, and not before its time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutboxMessage {
    /// Which; also the idempotency key towards the receiver.
    pub id: MessageId,
    /// About which case.
    pub case: Option<CaseId>,
    /// The kind of work: `mail`, `paper`.
    pub topic: Topic,
    /// What exactly, by stable name: `accepted`, `form-01`. No personal data.
    pub subject: String,
    /// Not before this moment.
    pub not_before: Instant,
}

/// What kind of work a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// An e-mail to the applicant.
    Mail,
    /// A legal paper to render.
    Paper,
}

impl Topic {
    /// The stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Paper => "paper",
        }
    }

    /// The topic of a stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Mail, Self::Paper]
            .into_iter()
            .find(|topic| topic.name() == name)
    }
}

/// An entry of the access log (nhật ký truy cập): who saw what, when, why (`domain.md` 9.4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    /// When.
    pub at: Instant,
    /// Who.
    pub by: Author,
    /// From which agency; `None` for the person themself.
    pub agency: Option<UnitCode>,
    /// Whose data; `None` where a list was read.
    pub person: Option<PersonId>,
    /// In which case.
    pub case: Option<CaseId>,
    /// What was seen: `case`, `paper`, `list`.
    pub what: AccessedThing,
    /// The ground that let them: stable name of [`motcua_domain::access::Ground`], or the reason they gave.
    pub ground: String,
}

/// What was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AccessedThing {
    /// A whole case.
    Case,
    /// One paper of a case.
    Paper,
    /// Names in a list.
    List,
    /// What is known of a person, looked up or registered at a desk.
    Person,
}

impl AccessedThing {
    /// The stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Paper => "paper",
            Self::List => "list",
            Self::Person => "person",
        }
    }

    /// The thing of a stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Case, Self::Paper, Self::List, Self::Person]
            .into_iter()
            .find(|thing| thing.name() == name)
    }
}
