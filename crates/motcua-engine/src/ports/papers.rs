//! Letters and legal papers: what the worker asks to be carried and printed.

use motcua_domain::access::Role;
use motcua_domain::bilingual::Bilingual;
use motcua_domain::case::{OutcomeKind, SupplementEffect, SupplementStage};
use motcua_domain::id::MessageId;
use motcua_domain::money::Dong;
use motcua_domain::time::{Due, Instant, TimeLimit};
use thiserror::Error;

use super::world::MailError;
use crate::filing::AnswerLine;

/// A letter to an applicant: an act, a number, a day. Never a name, never what the case is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The outbox's key: the same at every attempt.
    pub id: MessageId,
    /// To whom.
    pub to: String,
    /// Which letter, by stable name; the sentences are in `text/`.
    pub key: String,
    /// Number, or reference before acceptance.
    pub name: String,
    /// The desk that has the case.
    pub desk: Bilingual,
    /// When the city, or the applicant, must have acted.
    pub due: Option<Due>,
}

/// Somebody who writes and carries letters.
pub trait Letters: Send + Sync {
    /// Hands the letter to the first server on its way.
    ///
    /// # Errors
    /// [`MailError`] tells whether trying again can help.
    fn deliver(&self, letter: &Letter) -> Result<(), MailError>;
}

/// The kinds of legal papers, by the stable names of the outbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PaperKind {
    /// Xác nhận đã gửi hồ sơ: not the legal receipt.
    SendingReceipt,
    /// Form 01: Giấy tiếp nhận hồ sơ và hẹn trả kết quả.
    Form01,
    /// Form 02: Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ.
    Form02,
    /// Form 03: Phiếu từ chối tiếp nhận giải quyết hồ sơ.
    Form03,
    /// Form 06: Phiếu kiểm soát quá trình giải quyết hồ sơ.
    Form06,
    /// The result itself, or the refusal with reasons.
    Outcome,
}

impl PaperKind {
    /// Every kind.
    pub const ALL: [Self; 6] = [
        Self::SendingReceipt,
        Self::Form01,
        Self::Form02,
        Self::Form03,
        Self::Form06,
        Self::Outcome,
    ];

    /// The stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::SendingReceipt => "sending-receipt",
            Self::Form01 => "form-01",
            Self::Form02 => "form-02",
            Self::Form03 => "form-03",
            Self::Form06 => "form-06",
            Self::Outcome => "outcome",
        }
    }

    /// The kind of a stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A paper to print: its kind, and everything that any paper of the case may say.
#[derive(Clone, Debug, PartialEq)]
pub struct PaperOrder {
    /// Which paper.
    pub kind: PaperKind,
    /// The facts of the case.
    pub facts: PaperFacts,
}

/// Everything that a paper of a case may say.
#[derive(Clone, Debug, PartialEq)]
pub struct PaperFacts {
    /// When the paper is made.
    pub made_at: Instant,
    /// Whether it is the demonstration's, and must say so.
    pub is_demo: bool,
    /// The city.
    pub city: Bilingual,
    /// The one-stop centre.
    pub centre: Bilingual,
    /// The agency that decides.
    pub agency: Bilingual,
    /// Number, or reference before acceptance.
    pub name: String,
    /// The reference of the sending.
    pub reference: String,
    /// The address of the tracker, for the QR code.
    pub tracking: String,
    /// The applicant's name.
    pub applicant: String,
    /// Their address in one line.
    pub address: Option<String>,
    /// Their telephone.
    pub phone: Option<String>,
    /// Their electronic mail.
    pub email: Option<String>,
    /// Their personal number, masked.
    pub personal_number: Option<String>,
    /// The procedure.
    pub procedure: Bilingual,
    /// Its code.
    pub code: String,
    /// The papers that were given: name and how many files.
    pub components: Vec<(Bilingual, usize)>,
    /// The limit by law.
    pub limit: Option<TimeLimit>,
    /// Whether it was filed online, so that nobody signs by hand.
    pub is_online: bool,
    /// When it was sent.
    pub sent_at: Instant,
    /// When the desk must answer the sending.
    pub intake_due: Due,
    /// When it was accepted.
    pub accepted_at: Option<Instant>,
    /// When the result is promised; before acceptance, when the desk must answer.
    pub due: Option<Due>,
    /// What it costs; `None` where nobody has settled it.
    pub fee: Option<Dong>,
    /// Whether the result comes back electronically (else at the desk).
    pub is_electronic: bool,
    /// What the last notice asks: label, whether a paper, and the reason.
    pub items: Vec<(Bilingual, bool, String)>,
    /// Until when the applicant may answer it; `None` where no text sets a day.
    pub answer_by: Option<Due>,
    /// When the last notice was sent and what it does to the limit; `None` where nothing was asked.
    pub supplement: Option<SupplementFacts>,
    /// The reason of a refusal.
    pub reason: Option<String>,
    /// The member of staff whose act the paper records.
    pub officer: Option<String>,
    /// Hand-overs: who gave, who took, when given, when due, when done.
    pub handovers: Vec<HandoverLine>,
    /// The answers of the form.
    pub answers: Vec<AnswerLine>,
    /// What was decided.
    pub outcome: Option<OutcomeFacts>,
}

/// What the last notice that asked for more means in law (`domain.md` 4.4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupplementFacts {
    /// Before acceptance, where there is no limit to touch, or after appraisal.
    pub stage: SupplementStage,
    /// What it does to the limit, by the rule that the case was accepted under; `None` before acceptance.
    pub effect: Option<SupplementEffect>,
    /// The text that says so, as the procedure names it.
    pub legal_basis: Option<String>,
}

/// A line of the control sheet (Form 06).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandoverLine {
    /// The unit or person that gave it.
    pub from: String,
    /// The unit or person that took it.
    pub to: String,
    /// When it was given.
    pub given_at: Instant,
    /// When it arrived: within the system at once; from the applicant when the desk accepted it.
    pub taken_at: Instant,
    /// When the step had to be done; `None` where no time is set for it.
    pub due: Option<Due>,
    /// What became of the step.
    pub end: StepEnd,
    /// Whose act the giving was; `None` where a rule of the city acted.
    pub given_by: Option<Confirmation>,
    /// The first act of those who took it: that they have it. `None` until the log knows one.
    pub taken_by: Option<Confirmation>,
}

/// What became of a step of the control sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepEnd {
    /// Somebody of the city still works on it.
    Running,
    /// Passed on at this moment.
    Done(Instant),
    /// The result is issued and waits to be collected; no limit runs any more.
    AwaitingReturn,
    /// The result was handed out at this moment.
    Returned(Instant),
    /// The case ended otherwise at this moment: withdrawn, or stopped.
    Closed(Instant),
}

/// An act that the log knows, in the place of a signature (xác nhận điện tử).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmation {
    /// Whose.
    pub name: String,
    /// When.
    pub at: Instant,
}

/// What was decided, for the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeFacts {
    /// Granted or refused.
    pub kind: OutcomeKind,
    /// The number in the agency's book.
    pub document_number: u32,
    /// The year of the book.
    pub year: i16,
    /// When it was issued.
    pub issued_at: Instant,
    /// Who signed.
    pub signatory: Option<String>,
    /// In which office they signed, as the log has it.
    pub signed_as: Option<Role>,
    /// National result code.
    pub code: Option<String>,
}

/// Somebody who prints papers (PDF), in bounded time.
pub trait PaperPress: Send + Sync {
    /// Prints a paper. The same order gives the same bytes.
    ///
    /// # Errors
    /// [`PressError`] tells whether trying again can help.
    fn press(&self, order: &PaperOrder) -> Result<Vec<u8>, PressError>;
}

/// A paper could not be printed. The reason holds no personal data: it is kept with the message and logged.
#[derive(Debug, Error)]
pub enum PressError {
    /// The machine could not, this time: try again later.
    #[error("press, for now: {0}")]
    Temporary(String),
    /// The order itself cannot be printed, however often it is tried: a person must look at it.
    #[error("press, for good: {0}")]
    Permanent(String),
}
