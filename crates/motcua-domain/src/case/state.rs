//! What a case is, as its events tell it.

use serde::{Deserialize, Serialize};

use super::appraisal::{Activity, Consultation, Duty, Posting, SideTask, Visit};
use super::clock::{Clock, IntakeClock};
use super::command::Finding;
use super::delivery::Delivery;
use super::ending::{Apology, ApologyProposal, Correction, Stop, StopKind};
use super::event::{Author, SupplementItem};
use super::exchange::{Incoming, Outgoing};
use super::number::{CaseNumber, SendingReference};
use super::payment::{Charge, PaymentState};
use super::rules::Rules;
use super::step::{NationalStatus, Party, Step};
use super::task::Task;
use crate::access::CaseRelations;
use crate::catalogue::CollectedAt;
use crate::channel::Channel;
use crate::id::{AnswerSetId, CaseId, FileId, NoteId, StaffId, UnitCode, VersionId};
use crate::money::Dong;
use crate::time::{Due, Instant};

/// A case (hồ sơ): the fold of its events.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// Its identifier.
    pub id: CaseId,
    /// Where it is.
    pub step: Step,
    /// Since when it is there.
    pub step_since: Instant,
    /// What the receipt of sending calls it.
    pub reference: SendingReference,
    /// Its number, from acceptance.
    pub number: Option<CaseNumber>,
    /// The procedure version it was sent under; the one that binds is in `rules`.
    pub version: VersionId,
    /// The way it came.
    pub channel: Channel,
    /// On what ground the applicant acts.
    pub ground: GroundForActing,
    /// Who stands in which relation to it.
    pub relations: CaseRelations,
    /// The desk that serves the deciding agency, where another one received it (phi địa giới).
    pub forward_to: Option<UnitCode>,
    /// The answers as they now stand.
    pub answers: AnswerSetId,
    /// The papers as they now stand.
    pub papers: Vec<FiledPaper>,
    /// How the result comes back.
    pub delivery: DeliveryWay,
    /// When it was sent.
    pub sent_at: Instant,
    /// The clock of the desk's answer.
    pub intake: IntakeClock,
    /// The law it keeps, from acceptance.
    pub rules: Option<Rules>,
    /// The legal clock, from acceptance.
    pub clock: Option<Clock>,
    /// When it was accepted.
    pub accepted_at: Option<Instant>,
    /// When it was handed over.
    pub handed_over_at: Option<Instant>,
    /// Every notice that asked for more.
    pub supplements: Vec<Supplement>,
    /// What the specialist found; empty before the examination.
    pub findings: Vec<Finding>,
    /// Opinions that were asked of other bodies.
    pub consultations: Vec<Consultation>,
    /// Visits in the field.
    pub visits: Vec<Visit>,
    /// Public postings.
    pub postings: Vec<Posting>,
    /// Financial duties, the last one the one that is awaited.
    pub duties: Vec<Duty>,
    /// What colleagues do beside the holder.
    pub side_tasks: Vec<SideTask>,
    /// What other agencies do, in order.
    pub tasks: Vec<Task>,
    /// The draft before the signatory.
    pub draft: Option<Draft>,
    /// Who initialled the draft.
    pub initial: Option<Signature>,
    /// Who signed.
    pub signature: Option<Signature>,
    /// What was decided.
    pub outcome: Option<Outcome>,
    /// Results that this one replaced, oldest first.
    pub replaced: Vec<Outcome>,
    /// The correction under way.
    pub correction: Option<Correction>,
    /// Where the result is on its way to the applicant.
    pub deliveries: Vec<Delivery>,
    /// When the result was returned.
    pub returned_at: Option<Instant>,
    /// What it costs, and where each payment stands.
    pub charges: Vec<Charge>,
    /// Messages to other bodies.
    pub outgoing: Vec<Outgoing>,
    /// Messages from other bodies.
    pub incoming: Vec<Incoming>,
    /// What connected stores did not give when asked: only such components may be asked for.
    pub retrieval_failures: Vec<String>,
    /// An apology that waits for the head.
    pub apology_proposed: Option<ApologyProposal>,
    /// The apology that was made.
    pub apology: Option<Apology>,
    /// The stop, while it holds.
    pub stop: Option<Stop>,
    /// Messages between the applicant and the office.
    pub letters: Vec<Letter>,
    /// The last internal move, while it can be taken back.
    pub last_move: Option<LastMove>,
    /// When the package was closed.
    pub archived_at: Option<Instant>,
    /// A request to withdraw that waits for a decision.
    pub withdrawal: Option<Withdrawal>,
    /// The reason for a refusal at the door.
    pub refusal_reason: Option<NoteId>,
    /// The applicant's rating.
    pub rating: Option<u8>,
}

/// On what ground somebody acts (căn cứ thay mặt).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroundForActing {
    /// For themselves.
    Own,
    /// As a parent.
    Parent,
    /// As a guardian.
    Guardian,
    /// On a mandate.
    Mandate,
}

/// How the result comes back (cách trả kết quả).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryWay {
    /// As an electronic result, taken on the tracker page.
    Electronic,
    /// At the one-stop desk.
    Desk,
    /// By public post.
    Post,
}

/// A paper in the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiledPaper {
    /// The stable name of the requirement it meets.
    pub component: String,
    /// The file.
    pub file: FileId,
}

/// One round of asking for more.
#[derive(Clone, Debug, PartialEq)]
pub struct Supplement {
    /// Before acceptance or after appraisal.
    pub stage: SupplementStage,
    /// When it was asked.
    pub asked_at: Instant,
    /// What was asked, all at once.
    pub items: Vec<SupplementItem>,
    /// Until when the applicant may answer, where a text sets it.
    pub answer_by: Option<Due>,
    /// When the answer came.
    pub answered_at: Option<Instant>,
    /// When the desk found it complete.
    pub confirmed_at: Option<Instant>,
}

/// When more was asked: the two have different law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SupplementStage {
    /// Before acceptance (T05).
    Intake,
    /// After appraisal (T12).
    Appraisal,
}

/// A draft result before the signatory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Granted or refused.
    pub kind: OutcomeKind,
    /// Why.
    pub reason: Option<NoteId>,
    /// Who drafted it.
    pub by: Option<StaffId>,
}

/// What was decided (kết quả giải quyết).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OutcomeKind {
    /// Granted.
    Granted,
    /// Not eligible, with reasons: a result too (D61 19.8).
    Refused,
}

impl OutcomeKind {
    /// The stable name, for rows.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Granted => "granted",
            Self::Refused => "refused",
        }
    }

    /// The kind of a stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Granted, Self::Refused]
            .into_iter()
            .find(|kind| kind.name() == name)
    }
}

/// A signature of the signatory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Who signed.
    pub by: StaffId,
    /// When.
    pub at: Instant,
}

/// An issued result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Granted or refused.
    pub kind: OutcomeKind,
    /// Why.
    pub reason: Option<NoteId>,
    /// Its number in the agency's book of the year.
    pub document_number: u32,
    /// The year of the book.
    pub year: i16,
    /// National result code.
    pub code: Option<String>,
    /// The result as a file, where it is one.
    pub file: Option<FileId>,
    /// When it was issued.
    pub issued_at: Instant,
    /// Whether the original due moment was met.
    pub on_time: bool,
    /// Since when it no longer holds, and why.
    pub revoked: Option<(Instant, NoteId)>,
}

/// A message between the applicant and the office (trao đổi).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// When.
    pub at: Instant,
    /// Whose.
    pub by: Author,
    /// The words.
    pub text: NoteId,
}

/// An internal move that may still be taken back: where the case was before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastMove {
    /// When it was made.
    pub at: Instant,
    /// By whom.
    pub by: StaffId,
    /// The step before.
    pub step: Step,
    /// Since when it stood there.
    pub step_since: Instant,
    /// Who held it.
    pub holder: Option<StaffId>,
    /// When it was handed over.
    pub handed_over_at: Option<Instant>,
    /// How many colleagues worked beside the holder.
    pub side_tasks: usize,
}

impl LastMove {
    /// How long an internal move can be taken back, in milliseconds: half a minute, for which notices about it wait.
    pub const WINDOW_MILLIS: i64 = 30_000;

    /// Until when it can be taken back.
    pub const fn undoable_until(&self) -> Instant {
        self.at.plus_millis(Self::WINDOW_MILLIS)
    }
}

/// A request to withdraw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    /// When it was asked.
    pub asked_at: Instant,
    /// Why, if they said.
    pub reason: Option<NoteId>,
}

impl Case {
    /// What people call it: its number, or its reference before acceptance.
    pub fn name(&self) -> &str {
        self.number
            .as_ref()
            .map_or(self.reference.as_str(), CaseNumber::as_str)
    }

    /// Who has it: who its step says, but the desk while an answered supplement or duty waits to be looked at, or a paid
    /// fee to be accepted; and whoever's turn it is while a result is made anew.
    pub fn in_hands_of(&self) -> Party {
        match self.step {
            Step::SupplementAfterAppraisal if self.supplement_answered() => Party::ReceivingOfficer,
            Step::AwaitingFee if self.is_settled_for(CollectedAt::Intake) => Party::ReceivingOfficer,
            Step::FinancialDuty if self.duties.last().is_some_and(|duty| duty.proof.is_some()) => {
                Party::Specialist
            }
            Step::Correcting if self.signature.is_some() => Party::Clerk,
            Step::Correcting if self.draft.is_some() => Party::Signatory,
            step => step.in_hands_of(),
        }
    }

    /// The public face (trạng thái quốc gia).
    pub const fn national(&self) -> NationalStatus {
        self.step.national()
    }

    /// What goes on beside the appraisal, each once.
    pub fn activities(&self) -> Vec<Activity> {
        let goes_on = |activity| match activity {
            Activity::OpinionsOut => self.consultations.iter().any(Consultation::is_open),
            Activity::FieldCheck => self.visits.iter().any(|visit| visit.record.is_none()),
            Activity::PublicPosting => self.postings.iter().any(|posting| posting.ended.is_none()),
            Activity::SideTasks => self.side_tasks.iter().any(|task| task.done.is_none()),
            Activity::AgencyTasks => self.tasks.iter().any(|task| task.done.is_none()),
        };
        Activity::ALL
            .into_iter()
            .filter(|activity| goes_on(*activity))
            .collect()
    }

    /// Whether no charge collected at that moment is left to pay.
    pub fn is_settled_for(&self, moment: CollectedAt) -> bool {
        self.charges
            .iter()
            .filter(|charge| charge.line.collected_at == moment)
            .all(|charge| charge.state.is_settled())
    }

    /// What is left to pay now, in whole đồng, over all charges.
    pub fn left_to_pay(&self) -> Dong {
        let owed = self
            .charges
            .iter()
            .filter(|charge| charge.state != PaymentState::NotDue && !charge.state.is_settled())
            .map(|charge| charge.line.due);
        Dong::checked_sum(owed).unwrap_or_default()
    }

    /// Whether another desk received it than the one that serves the deciding agency (phi địa giới, D309 8.3).
    pub const fn is_border_free(&self) -> bool {
        self.forward_to.is_some()
    }

    /// Whether the window of a supplement passed without an answer, so that a stop can be proposed (T14).
    pub fn is_window_over(&self, now: Instant) -> bool {
        self.open_supplement()
            .is_some_and(|round| round.answered_at.is_none() && round.answer_by.is_some_and(|by| now > by.at))
    }

    /// The supplement that waits for the applicant or for the desk, if one does.
    pub fn open_supplement(&self) -> Option<&Supplement> {
        self.supplements
            .last()
            .filter(|round| round.confirmed_at.is_none())
    }

    /// Whether the applicant has answered and the desk has yet to find it complete.
    pub fn supplement_answered(&self) -> bool {
        self.open_supplement()
            .is_some_and(|round| round.answered_at.is_some())
    }

    /// Whether it is only held by a stop and may go on.
    pub fn is_held(&self) -> bool {
        self.step == Step::Stopped && self.stop.is_some_and(|stop| stop.kind == StopKind::Paused)
    }

    /// Whether nothing is awaited any more: closed, and not only held.
    pub fn is_over(&self) -> bool {
        self.step.is_closed() && !self.is_held()
    }

    /// Whether the legal clock stands still.
    pub fn is_paused(&self) -> bool {
        self.clock.as_ref().is_some_and(|clock| clock.ledger.is_paused())
    }

    /// Whether nobody who looked at it said no: granted, every condition met, every opinion in favour, no wish to
    /// withdraw. Only such drafts may be signed several at once.
    pub fn is_unanimous(&self) -> bool {
        self.draft.is_some_and(|draft| draft.kind == OutcomeKind::Granted)
            && self.findings.iter().all(|finding| finding.met)
            && self
                .consultations
                .iter()
                .all(|asked| !asked.is_open() && asked.opinions.last().is_none_or(|opinion| opinion.agrees))
            && self.withdrawal.is_none()
    }

    /// The moment by which somebody of the city must have acted: the intake answer before acceptance, the
    /// current due date after it; `None` where the city owes nothing.
    pub fn city_due(&self) -> Option<Due> {
        match self.step {
            Step::Sent => Some(self.intake.due),
            Step::Correcting => self.correction.map(|correction| correction.due),
            step if step.is_being_resolved() => self.clock.as_ref().map(|clock| clock.current),
            _ => None,
        }
    }

    /// Whether the moment has passed by which the city had to act. A paused clock is never late.
    pub fn is_late(&self, now: Instant) -> bool {
        !self.is_paused() && self.city_due().is_some_and(|due| now > due.at)
    }
}
