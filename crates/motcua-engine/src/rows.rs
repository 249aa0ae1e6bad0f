//! The readable side: rows that the store keeps beside the log, and what they must say.

use motcua_domain::case::{Case, OutcomeKind, PaymentMethod, Step};
use motcua_domain::catalogue::ChargeKind;
use motcua_domain::channel::Channel;
use motcua_domain::id::{CaseId, DraftId, FileId, PersonId, StaffId, TokenId, UnitCode};
use motcua_domain::money::Dong;
use motcua_domain::report::CaseFact;
use motcua_domain::time::Instant;

/// A moment that never comes: the due moment of a case that owes nothing. A sentinel, because `NULL` sorts
/// first in one engine and last in the other, and a keyset would skip it.
pub const NEVER: Instant = Instant::from_millis(253_402_275_599_000);

/// The row of a case: what lists, counts and rights look at. INVARIANT: `fold(events) == row`, so it is made by
/// [`CaseRow::of`] alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRow {
    /// Which.
    pub id: CaseId,
    /// How many events the case has.
    pub version: u64,
    /// The reference of the sending.
    pub reference: String,
    /// The number, from acceptance.
    pub number: Option<String>,
    /// The procedure's code, `1.001193`.
    pub procedure: String,
    /// Where it is.
    pub step: Step,
    /// Whose act.
    pub applicant: PersonId,
    /// The receiving agency.
    pub received_at: UnitCode,
    /// The deciding agency.
    pub competent: UnitCode,
    /// Who holds it.
    pub holder: Option<StaffId>,
    /// Agencies that were asked for something in it.
    pub agencies: Vec<UnitCode>,
    /// Colleagues who work beside the holder.
    pub colleagues: Vec<StaffId>,
    /// The way it came.
    pub channel: Channel,
    /// When it was sent.
    pub sent_at: Instant,
    /// When the city must have acted; [`NEVER`] where it owes nothing or the clock stands still.
    pub due_at: Instant,
    /// Whether the legal clock stands still.
    pub is_paused: bool,
    /// Whether the applicant has answered a supplement and the desk must look.
    pub is_answered: bool,
    /// Whether a request to withdraw waits.
    pub is_withdrawal_asked: bool,
    /// When it was issued.
    pub issued_at: Option<Instant>,
    /// Whether it was issued in time.
    pub is_on_time: Option<bool>,
    /// What was decided.
    pub result: Option<OutcomeKind>,
    /// When the result was returned.
    pub returned_at: Option<Instant>,
    /// The moments that reports count by.
    pub fact: CaseFact,
}

impl CaseRow {
    /// What people call it: its number, or its reference before acceptance.
    pub fn name(&self) -> &str {
        self.number.as_deref().unwrap_or(&self.reference)
    }

    /// The row of a case with `version` events.
    pub fn of(case: &Case, version: u64) -> Self {
        Self {
            id: case.id,
            version,
            reference: case.reference.as_str().to_owned(),
            number: case.number.as_ref().map(|number| number.as_str().to_owned()),
            procedure: procedure_of(case.version.as_str()).to_owned(),
            step: case.step,
            applicant: case.relations.applicant,
            received_at: case.relations.received_at.clone(),
            competent: case.relations.competent.clone(),
            holder: case.relations.holder,
            agencies: case.relations.agencies.clone(),
            colleagues: case.relations.colleagues.clone(),
            channel: case.channel,
            sent_at: case.sent_at,
            due_at: case
                .city_due()
                .filter(|_| !case.is_paused())
                .map_or(NEVER, |due| due.at),
            is_paused: case.is_paused(),
            is_answered: case.supplement_answered(),
            is_withdrawal_asked: case.withdrawal.is_some(),
            issued_at: case.outcome.as_ref().map(|outcome| outcome.issued_at),
            is_on_time: case.outcome.as_ref().map(|outcome| outcome.on_time),
            result: case.outcome.as_ref().map(|outcome| outcome.kind),
            returned_at: case.returned_at,
            fact: CaseFact::of(case),
        }
    }
}

/// The procedure code of a version id: the part before `@`.
pub fn procedure_of(version: &str) -> &str {
    version.split('@').next().unwrap_or(version)
}

/// A member of staff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffRow {
    /// Who.
    pub id: StaffId,
    /// Full name.
    pub name: String,
    /// The agency they serve.
    pub agency: UnitCode,
    /// The unit within it, for people to read.
    pub unit: UnitCode,
    /// Stable role names.
    pub roles: Vec<String>,
    /// Whether they may sign in.
    pub is_active: bool,
}

/// A passkey of a member of staff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasskeyRow {
    /// The credential id, as the authenticator names it.
    pub credential: Vec<u8>,
    /// Whose.
    pub staff: StaffId,
    /// The credential as the passkey gateway keeps it.
    pub payload: String,
    /// When it was enrolled.
    pub enrolled_at: Instant,
}

/// A file that somebody gave or that the city made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRow {
    /// Which.
    pub id: FileId,
    /// Its name as given, for people to read; never a path.
    pub name: String,
    /// Media type by content.
    pub media_type: String,
    /// Size in bytes.
    pub size: u64,
    /// SHA-256 of its content: the key in the file store.
    pub hash: [u8; 32],
    /// Number of page images, 0 where it has none.
    pub pages: u32,
    /// Whose upload it is; `None` for the city's own papers.
    pub owner: Option<PersonId>,
    /// When it came.
    pub at: Instant,
}

/// A draft (bản nháp): answers and papers not yet handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftRow {
    /// Which.
    pub id: DraftId,
    /// Whose.
    pub person: PersonId,
    /// For which procedure.
    pub procedure: String,
    /// The form version the answers were given to.
    pub form: String,
    /// The answers as JSON.
    pub answers: String,
    /// The papers: stable name of the requirement and the file, in the order they came.
    pub papers: Vec<(String, FileId)>,
    /// The member of staff who fills it in at a desk for the person; `None` where the person does so themself.
    pub officer: Option<StaffId>,
    /// Grows with every save; a save against an older one is a conflict.
    pub version: u64,
    /// When it was last saved.
    pub saved_at: Instant,
}

/// A view of the inbox that a member of staff keeps under a name (bộ lọc đã lưu).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedViewRow {
    /// Whose.
    pub staff: StaffId,
    /// What they call it; a name is given once among their views.
    pub name: String,
    /// The stable name of the queue.
    pub queue: String,
    /// Only this procedure, by code.
    pub procedure: Option<String>,
    /// Only what came this way.
    pub channel: Option<Channel>,
    /// Only what this agency's desk received.
    pub received_at: Option<UnitCode>,
    /// Grows with every save; a save against an older one is a conflict.
    pub version: u64,
}

/// What a member of staff noted for themself about a case (ghi chú riêng): it is in no log and shown to nobody else.
#[derive(Clone, PartialEq, Eq)]
pub struct PrivateNoteRow {
    /// Whose.
    pub staff: StaffId,
    /// About which case.
    pub case: CaseId,
    /// The words; empty once they were taken away.
    pub text: String,
    /// Grows with every save; a save against an older one is a conflict.
    pub version: u64,
    /// When it was last saved.
    pub saved_at: Instant,
}

impl std::fmt::Debug for PrivateNoteRow {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("PrivateNoteRow")
            .field("case", &self.case)
            .field("version", &self.version)
            .finish_non_exhaustive()
    }
}

/// Money that a desk took or paid back (một dòng của sổ thu): written with the event that it is of, and never changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakingRow {
    /// For which case.
    pub case: CaseId,
    /// The event's place in the case's log, from 1.
    pub event: u64,
    /// The agency whose desk it is.
    pub desk: UnitCode,
    /// When.
    pub at: Instant,
    /// Who took it; `None` where the payment service did.
    pub officer: Option<StaffId>,
    /// The stable name of the charge.
    pub name: String,
    /// Fee, levy or price.
    pub kind: ChargeKind,
    /// How it was paid.
    pub method: PaymentMethod,
    /// In whole đồng; what was paid back is negative.
    pub amount: Dong,
    /// The year of the series of receipts.
    pub year: i16,
    /// The number of the receipt: the one given, or the one that the money paid back was taken with.
    pub receipt: u32,
}

/// A closing of a desk's takings (khoá sổ): everything since the one before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosingRow {
    /// The agency whose desk it is.
    pub desk: UnitCode,
    /// The first closing of the desk is 1.
    pub sequence: u32,
    /// When.
    pub at: Instant,
    /// Who closed.
    pub officer: StaffId,
    /// What the till must hold, in whole đồng.
    pub cash: Dong,
    /// What the officer counted in it.
    pub counted: Dong,
    /// Everything, however it was paid.
    pub total: Dong,
    /// How many takings it closes.
    pub entries: u32,
    /// Why the till holds another amount; empty where it does not.
    pub reason: String,
}

/// A signed-in session. The store knows only a hash of the token that the browser holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionRow {
    /// SHA-256 of the token.
    pub token_hash: [u8; 32],
    /// Who is signed in.
    pub who: SessionHolder,
    /// When it began: the absolute limit counts from here.
    pub began_at: Instant,
    /// When it was last used: the idle limit counts from here.
    pub seen_at: Instant,
}

/// Who is signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionHolder {
    /// A resident.
    Person(PersonId),
    /// A member of staff.
    Staff(StaffId),
}

/// A token with which a program acts for somebody (mã truy cập). The store knows only a hash of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenRow {
    /// Which, for whoever takes it back.
    pub id: TokenId,
    /// SHA-256 of the token.
    pub token_hash: [u8; 32],
    /// What it is for, as whoever made it says.
    pub name: String,
    /// For whom it acts.
    pub who: SessionHolder,
    /// When it was made.
    pub made_at: Instant,
    /// It is worth nothing after this moment.
    pub expires_at: Instant,
    /// When it was taken back, if it was.
    pub revoked_at: Option<Instant>,
}

/// Something short-lived that may be taken once: a sign-in under way, an invitation, a bypass link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketRow {
    /// SHA-256 of the secret.
    pub secret_hash: [u8; 32],
    /// What it is for: `oidc`, `passkey-registration`, `passkey-sign-in`, `invitation`, `bypass`, `download`.
    pub purpose: String,
    /// What the taker needs to go on.
    pub payload: String,
    /// It is worth nothing after this moment.
    pub expires_at: Instant,
}

/// A notice in a person's inbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeRow {
    /// About which case.
    pub case: CaseId,
    /// The stable name of the sentence in `text/`.
    pub key: String,
    /// When.
    pub at: Instant,
}

/// A paper of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperRow {
    /// Which.
    pub id: motcua_domain::id::PaperId,
    /// The kind, `form-01`.
    pub kind: String,
    /// The file.
    pub file: FileRow,
    /// When it was rendered.
    pub at: Instant,
}

/// A version of a procedure in the catalogue, as the store keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcedureRow {
    /// Code, `1.001193`.
    pub code: String,
    /// A fingerprint of its content: equal fingerprints are the same version.
    pub fingerprint: String,
    /// The version, encoded by `motcua-catalogue`.
    pub encoded: Vec<u8>,
    /// The raw record as it came, kept whole.
    pub raw: Vec<u8>,
    /// When this version was first seen.
    pub seen_at: Instant,
    /// Whether the latest import contained it. A row not seen never means repealed.
    pub is_in_last_import: bool,
    /// Whether residents may find it.
    pub is_public: bool,
}

/// Something in an imported record that a person must settle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfirmationRow {
    /// Procedure code.
    pub code: String,
    /// Stable name of the trap, `limit-without-unit`.
    pub trap: String,
    /// Where in the record.
    pub path: String,
    /// The raw text.
    pub raw: String,
    /// Why it needs a person, or what is proposed.
    pub reason: String,
}

/// How far a reconciler has come on its way through the cases (lượt rà soát).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassRow {
    /// The reconciler's stable name.
    pub name: String,
    /// What it brings the cases to: the revision of what it applies.
    pub target: u32,
    /// It goes on behind this case; from the first where there is none.
    pub after: Option<CaseId>,
    /// Cases it has looked at.
    pub looked_at: u64,
    /// Cases there were when it began.
    pub total: u64,
    /// Whether it has come to the end.
    pub is_done: bool,
    /// Grows with every save; a save against an older one is a conflict.
    pub version: u64,
}
