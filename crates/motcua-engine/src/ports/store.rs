//! The store: one write path, and the reads that views need.

use motcua_domain::access::Scope;
use motcua_domain::case::Step;
use motcua_domain::channel::Channel;
use motcua_domain::id::{
    AnswerSetId, CaseId, DraftId, FileId, MessageId, NoteId, PersonId, StaffId, TokenId, UnitCode,
};
use motcua_domain::person::{Person, PersonalNumber, Subject};
use motcua_domain::time::{Day, Instant};
use thiserror::Error;

use super::desk::DeskStore;
use super::pass::PassStore;
use super::report::ReportStore;
use crate::changes::{Access, Changes, EventRecord, OutboxMessage, StreamKey};
use crate::rows::{
    CaseRow, ClosingRow, ConfirmationRow, DraftRow, FileRow, NoticeRow, PaperRow, PasskeyRow, ProcedureRow,
    SessionRow, StaffRow, TakingRow, TicketRow, TokenRow,
};

/// Everything the engine asks of a store.
pub trait Store:
    CaseStore
    + PeopleStore
    + DeskStore
    + PassStore
    + ReportStore
    + DraftStore
    + MoneyStore
    + SessionStore
    + OutboxStore
    + CatalogueStore
{
    /// Makes the changes true, durably, all or nothing. Returns only when a power cut cannot take it back.
    ///
    /// # Errors
    /// [`CommitError`]; nothing has changed then.
    fn commit(&self, changes: Changes) -> Result<Committed, CommitError>;
}

/// What a commit did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Committed {
    /// The changes are true now. Carries the running number that was taken, if one was.
    Done {
        /// The number.
        number: Option<u32>,
    },
    /// The same key was committed before; here is its answer. Nothing has changed.
    Repeated {
        /// What the first call answered.
        answer: String,
    },
}

/// Why a commit changed nothing.
#[derive(Debug, Error)]
pub enum CommitError {
    /// A stream or a draft has moved on since it was loaded: load again and decide anew.
    #[error("somebody else changed {what} first")]
    Conflict {
        /// What.
        what: String,
    },
    /// The idempotency key was used for something else.
    #[error("the key was used for another request")]
    KeyReused,
    /// Too much waits to be written: try again after a moment. Nothing is lost.
    #[error("the store is busy")]
    Busy,
    /// The machine cannot.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The machine cannot: a fault of disk, network or schema.
#[derive(Debug, Error)]
#[error("store: {0}")]
pub struct StoreError(pub String);

/// Reads about cases.
pub trait CaseStore: Send + Sync {
    /// The events of a stream, in order. Empty if there is none.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn events(&self, stream: &StreamKey) -> Result<Vec<EventRecord>, StoreError>;

    /// The row of a case.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn case(&self, id: CaseId) -> Result<Option<CaseRow>, StoreError>;

    /// The case that a number or a reference of a sending names (exactly, as printed).
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn case_named(&self, number_or_reference: &str) -> Result<Option<CaseRow>, StoreError>;

    /// A page of cases within a scope, nearest due moment first, with the applicants' names.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn list_cases(&self, scope: &Scope, query: &CaseQuery) -> Result<Vec<(CaseRow, String)>, StoreError>;

    /// How many cases within a scope match, counting no further than `bound`.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn count_cases(&self, scope: &Scope, query: &CaseQuery, bound: u32) -> Result<u32, StoreError>;

    /// The same for several queries in one question: the counts stand in the order of the queries.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn counts_of_cases(
        &self,
        scope: &Scope,
        queries: &[CaseQuery],
        bound: u32,
    ) -> Result<Vec<u32>, StoreError>;

    /// A set of answers: form version and JSON.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn answers(&self, id: AnswerSetId) -> Result<Option<(String, String)>, StoreError>;

    /// The notes of a case.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn notes(&self, case: CaseId) -> Result<Vec<(NoteId, String)>, StoreError>;

    /// The papers of a case, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn papers(&self, case: CaseId) -> Result<Vec<PaperRow>, StoreError>;

    /// A file's row.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn file(&self, id: FileId) -> Result<Option<FileRow>, StoreError>;

    /// Who looked at a person's data, newest first, at most `limit`, before `before`.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn accesses_of(&self, person: PersonId, before: Instant, limit: u32) -> Result<Vec<Access>, StoreError>;

    /// Every case id after `after` in the order of ids, at most `limit`: for audits and recomputation in batches.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn case_ids_after(&self, after: Option<CaseId>, limit: u32) -> Result<Vec<CaseId>, StoreError>;

    /// The numbers given in a series with the case of each, in order: for the audit of gaps.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn numbers(&self, series: &str) -> Result<Vec<(u32, CaseId)>, StoreError>;
}

/// Which cases a list shows, and from which place on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseQuery {
    /// Any of these lets a case in, once; no filter, no case. What a person may see stands in the [`Scope`] beside it.
    pub any: Vec<CaseFilter>,
    /// Only what comes after this place.
    pub after: Option<Cursor>,
    /// Which comes first.
    pub order: Order,
    /// At most so many.
    pub limit: u32,
}

impl CaseQuery {
    /// Every case of the scope.
    pub fn everything() -> Self {
        Self::of(CaseFilter::default())
    }

    /// The cases that one filter lets in.
    pub fn of(filter: CaseFilter) -> Self {
        Self {
            any: vec![filter],
            ..Self::default()
        }
    }
}

/// Conditions that a case must all meet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseFilter {
    /// Only these steps; empty means all.
    pub steps: Vec<Step>,
    /// Only those that this member of staff holds.
    pub holder: Option<StaffId>,
    /// Only those that nobody holds yet.
    pub is_unassigned: bool,
    /// Only those that somebody of this unit within an agency holds.
    pub division: Option<UnitCode>,
    /// Only those that this agency decides.
    pub competent: Option<UnitCode>,
    /// Only those of this procedure.
    pub procedure: Option<String>,
    /// Only those that came this way.
    pub channel: Option<Channel>,
    /// Only those that this agency's desk received.
    pub received_at: Option<UnitCode>,
    /// Only those of this person.
    pub applicant: Option<PersonId>,
    /// Only those in this relation to the clock.
    pub timing: Option<Timing>,
    /// Only those whose supplement is answered.
    pub is_answered: bool,
    /// Only those with a request to withdraw, or only those without one.
    pub is_withdrawal_asked: Option<bool>,
}

/// Which case of a list comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The nearest due moment first.
    #[default]
    NearestDue,
    /// The same backwards: what stands before a place comes nearest to it first.
    FarthestDue,
    /// The newest sending first.
    NewestSent,
}

/// A relation to the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// Due before this moment: late.
    LateAt(Instant),
    /// Due from the first moment on and before the second.
    Between(Instant, Instant),
    /// The clock stands still.
    Paused,
}

/// A place in a list: the sort key of the last row seen (due moment, or sending moment by [`Order::NewestSent`]) and
/// its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// The sort key.
    pub at: Instant,
    /// The tie-breaker.
    pub id: CaseId,
}

/// Reads about people and staff.
pub trait PeopleStore: Send + Sync {
    /// A person.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn person(&self, id: PersonId) -> Result<Option<Person>, StoreError>;

    /// The person that an identity provider names so.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn person_by_subject(&self, subject: &Subject) -> Result<Option<Person>, StoreError>;

    /// Persons with this number, at most two: more is a list, and nobody reads lists of people.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn persons_by_number(&self, number: &PersonalNumber) -> Result<Vec<Person>, StoreError>;

    /// Persons of exactly this name (NFC) born on this day, at most two.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn persons_by_birth(&self, name: &str, born_on: Day) -> Result<Vec<Person>, StoreError>;

    /// Gives `issuer` to the persons that were recognised before issuers were kept; gives how many. A city had one
    /// provider then, so whoever is configured when it is upgraded named them.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn adopt_subjects(&self, issuer: &str) -> Result<u64, StoreError>;

    /// A member of staff.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn staff(&self, id: StaffId) -> Result<Option<StaffRow>, StoreError>;

    /// Active staff of an agency, by given name.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn staff_of(&self, agency: &str) -> Result<Vec<StaffRow>, StoreError>;

    /// A member's passkeys.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn passkeys(&self, staff: StaffId) -> Result<Vec<PasskeyRow>, StoreError>;

    /// The passkey with this credential id.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn passkey(&self, credential: &[u8]) -> Result<Option<PasskeyRow>, StoreError>;

    /// A person's notices, newest first.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn notices(&self, person: PersonId, limit: u32) -> Result<Vec<NoticeRow>, StoreError>;
}

/// Reads about money at the desks.
pub trait MoneyStore: Send + Sync {
    /// What a desk took since its last closing, oldest first, each with the name of its case.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn open_takings(&self, desk: &UnitCode) -> Result<Vec<(TakingRow, String)>, StoreError>;

    /// What one closing of a desk closed, oldest first, each with the name of its case.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn closed_takings(&self, desk: &UnitCode, sequence: u32) -> Result<Vec<(TakingRow, String)>, StoreError>;

    /// The closings of a desk, newest first.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn closings(&self, desk: &UnitCode, limit: u32) -> Result<Vec<ClosingRow>, StoreError>;
}

/// Drafts: plain rows with compare-and-swap.
pub trait DraftStore: Send + Sync {
    /// A draft.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn draft(&self, id: DraftId) -> Result<Option<DraftRow>, StoreError>;

    /// What a member of staff fills in at a desk, last saved first.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn drafts_at_desk(&self, officer: StaffId) -> Result<Vec<DraftRow>, StoreError>;

    /// A person's own drafts, last saved first.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn drafts_of(&self, person: PersonId) -> Result<Vec<DraftRow>, StoreError>;

    /// Saves a new draft durably, unless its person already has one of its procedure; gives the one that is there
    /// afterwards. However often and from however many devices it is asked at once, there is one.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn begin_draft(&self, draft: &DraftRow) -> Result<DraftRow, StoreError>;

    /// Saves a draft durably if the stored one has `expected` as its version (0: there is none yet).
    ///
    /// # Errors
    /// [`CommitError::Conflict`] if another device saved first.
    fn save_draft(&self, draft: &DraftRow, expected: u64) -> Result<(), CommitError>;

    /// Throws a draft away.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn delete_draft(&self, id: DraftId) -> Result<(), StoreError>;

    /// Makes a file known outside a case's commit: an upload to a draft.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn add_file(&self, file: &FileRow) -> Result<(), StoreError>;

    /// How many files a person has uploaded from `since` on, and how many bytes.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn uploads_since(&self, person: PersonId, since: Instant) -> Result<(u64, u64), StoreError>;

    /// Looks at up to `limit` uploads after `after`, in the order of ids, that came before `before` and are not known
    /// to belong to a case: forgets those to which neither a case nor a draft of their owner refers, and notes which
    /// belong to a case now.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn sweep_uploads(&self, before: Instant, after: Option<FileId>, limit: u32) -> Result<Swept, StoreError>;
}

/// What [`DraftStore::sweep_uploads`] did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// The rows that are gone, to whose content no other row refers: hash and number of pages.
    pub content: Vec<([u8; 32], u32)>,
    /// How many rows are gone.
    pub forgotten: u32,
    /// The last upload that was looked at; `None` if there was none.
    pub last: Option<FileId>,
}

/// Sessions and tickets.
pub trait SessionStore: Send + Sync {
    /// Begins a session.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn begin_session(&self, session: &SessionRow) -> Result<(), StoreError>;

    /// The session of a token hash.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn session(&self, token_hash: &[u8; 32]) -> Result<Option<SessionRow>, StoreError>;

    /// Notes that a session was used.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn touch_session(&self, token_hash: &[u8; 32], seen_at: Instant) -> Result<(), StoreError>;

    /// Ends a session.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn end_session(&self, token_hash: &[u8; 32]) -> Result<(), StoreError>;

    /// Keeps a ticket.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn keep_ticket(&self, ticket: &TicketRow) -> Result<(), StoreError>;

    /// Takes a ticket: it exists once, and only one taker gets it. `None` if unknown, taken or expired at `now`.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn take_ticket(
        &self,
        secret_hash: &[u8; 32],
        purpose: &str,
        now: Instant,
    ) -> Result<Option<TicketRow>, StoreError>;

    /// Looks at a ticket without taking it (the invitation's page).
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn ticket(
        &self,
        secret_hash: &[u8; 32],
        purpose: &str,
        now: Instant,
    ) -> Result<Option<TicketRow>, StoreError>;

    /// Keeps a token of a program.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn keep_token(&self, token: &TokenRow) -> Result<(), StoreError>;

    /// The token of a hash, also one that is over.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn token(&self, token_hash: &[u8; 32]) -> Result<Option<TokenRow>, StoreError>;

    /// Every token, also those that are over, newest first.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn tokens(&self) -> Result<Vec<TokenRow>, StoreError>;

    /// Takes a token back at `at`; gives whether it was good until then.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn revoke_token(&self, id: TokenId, at: Instant) -> Result<bool, StoreError>;

    /// Forgets tickets that had expired by `now` and sessions not used since `unused_since`; gives how many.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn forget_expired(&self, now: Instant, unused_since: Instant) -> Result<u64, StoreError>;
}

/// Messages that wait to leave.
pub trait OutboxStore: Send + Sync {
    /// Leases up to `limit` messages that are due at `now` until `lease_until`: no other worker gets them before.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn claim(&self, now: Instant, lease_until: Instant, limit: u32) -> Result<Vec<OutboxItem>, StoreError>;

    /// The message has left.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn done(&self, id: MessageId) -> Result<(), StoreError>;

    /// It has not; it may be tried again at `retry_at`, or is given up and kept for people when `None`.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn failed(&self, id: MessageId, error: &str, retry_at: Option<Instant>) -> Result<(), StoreError>;

    /// How many wait, and how many were given up.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn outbox_counts(&self) -> Result<(u64, u64), StoreError>;
}

/// A claimed message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutboxItem {
    /// The message.
    pub message: OutboxMessage,
    /// How often it was tried before.
    pub attempts: u32,
}

/// The catalogue.
pub trait CatalogueStore: Send + Sync {
    /// Keeps the records of an import in one transaction: new versions are added, equal ones kept, rows not in
    /// this import marked as not seen; confirmation items of the imported codes are replaced.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn keep_procedures(&self, rows: &[ProcedureRow], items: &[ConfirmationRow]) -> Result<(), StoreError>;

    /// The latest version of a procedure.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn procedure(&self, code: &str) -> Result<Option<ProcedureRow>, StoreError>;

    /// Code and fingerprint of the latest version of every procedure.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn procedure_fingerprints(&self) -> Result<Vec<(String, String)>, StoreError>;

    /// Calls `each` with the latest version of every procedure, in the order of codes.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn for_each_procedure(&self, each: &mut dyn FnMut(ProcedureRow)) -> Result<(), StoreError>;

    /// What people must settle, by code; at most `limit` after `after_code`.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn confirmations(&self, after_code: &str, limit: u32) -> Result<Vec<ConfirmationRow>, StoreError>;
}
