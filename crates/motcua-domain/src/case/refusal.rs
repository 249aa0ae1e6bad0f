//! Why a command may not be carried out: a value, not a failure. Each has a stable code, under which the
//! sentences stand in `text/`, and the text of law or the reason behind it.

use thiserror::Error;

use super::appraisal::Activity;
use super::command::CommandKind;
use super::payment::PaymentState;
use super::step::Step;
use crate::time::{Instant, LimitError};

/// A rule says no.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// There is no such case yet.
    #[error("nothing has been sent")]
    NothingSent,
    /// The case was sent already.
    #[error("already sent")]
    AlreadySent,
    /// The act has no place at this step.
    #[error("{command:?} has no place at {step:?}")]
    NotAtThisStep {
        /// What was asked.
        command: CommandKind,
        /// Where the case is.
        step: Step,
    },
    /// The limit of the procedure is not settled, so no due date can be promised.
    #[error("the limit is not settled: {0}")]
    LimitNotSettled(LimitError),
    /// An act that needs a reason came without one.
    #[error("a reason is needed")]
    ReasonMissing,
    /// A supplement notice must list something.
    #[error("the notice lists nothing")]
    NothingListed,
    /// After appraisal more may be asked only within a time from reception, unless sector law says otherwise.
    #[error("more could be asked until {until}")]
    AskingTimeOver {
        /// The last moment.
        until: Instant,
    },
    /// A further notice at the same stage needs a named legal ground.
    #[error("{rounds_max} round(s) of supplement need no ground, a further one does")]
    FurtherRoundNeedsGround {
        /// How many need none.
        rounds_max: u8,
    },
    /// Not every item of the notice is answered.
    #[error("{} item(s) are not answered", .missing.len())]
    ItemsUnanswered {
        /// Places in the notice, from 0.
        missing: Vec<u16>,
    },
    /// The applicant has answered already; the desk is checking.
    #[error("already answered")]
    AlreadyAnswered,
    /// The applicant has not answered yet.
    #[error("not answered yet")]
    NotAnsweredYet,
    /// The specialist holds it already.
    #[error("already assigned to this person")]
    AlreadyAssigned,
    /// A result rests on an examination.
    #[error("not examined yet")]
    NotExamined,
    /// A condition is not met, so the result cannot be granted.
    #[error("condition {condition} is not met")]
    ConditionNotMet {
        /// The stable name of the condition.
        condition: String,
    },
    /// Every condition is met, so a refusal has no ground.
    #[error("all conditions are met")]
    NoGroundToRefuse,
    /// A request to withdraw waits and must be decided first.
    #[error("a request to withdraw waits for a decision")]
    WithdrawalWaits,
    /// No request to withdraw waits.
    #[error("nobody asked to withdraw")]
    NoWithdrawalAsked,
    /// A result is handed out only after the identity was checked.
    #[error("identity not checked")]
    IdentityNotChecked,
    /// A result is handed out only after the right to collect was checked.
    #[error("right to collect not checked")]
    RightNotChecked,
    /// The applicant chose to collect it at the desk.
    #[error("to be collected at the desk")]
    CollectedAtDesk,
    /// Rated already.
    #[error("already rated")]
    AlreadyRated,
    /// A score is one to five.
    #[error("a score is one to five")]
    ScoreOutOfRange,
    /// The decision changes nothing for this case.
    #[error("the due date stays")]
    DueUnchanged,
    /// Only a member of staff can do this.
    #[error("an act of staff")]
    ActOfStaff,
    /// A fee must be paid first.
    #[error("a fee is not paid")]
    FeeUnpaid,
    /// No charge of intake is left to pay.
    #[error("there is nothing to pay")]
    NothingToPay,
    /// The procedure has no immediate result.
    #[error("not a matter of an immediate result")]
    NotImmediate,
    /// The same agency receives and decides it.
    #[error("received where it is decided")]
    NotBorderFree,
    /// The competent agency has it already.
    #[error("already taken over")]
    AlreadyTakenOver,
    /// The competent agency has not confirmed its receipt.
    #[error("not taken over yet")]
    NotTakenOver,
    /// There is no move of theirs that can still be taken back.
    #[error("nothing to take back")]
    NothingToUndo,
    /// No such task runs.
    #[error("no such task runs")]
    NoSuchTask,
    /// Tasks of agencies run already.
    #[error("tasks of agencies run")]
    TasksRun,
    /// Exactly one agency must lead.
    #[error("exactly one agency leads")]
    OneLeads,
    /// Nobody was asked.
    #[error("no such consultation")]
    NoSuchConsultation,
    /// The consultation ended.
    #[error("the consultation is over")]
    ConsultationOver,
    /// The same body was asked and has not answered.
    #[error("already asked")]
    AlreadyAsked,
    /// An agency does not consult itself.
    #[error("the agency itself")]
    OwnAgency,
    /// No text makes silence consent here.
    #[error("silence is no consent")]
    SilenceIsNoConsent,
    /// Nothing is posted.
    #[error("nothing is posted")]
    NothingPosted,
    /// A plan lies in the future.
    #[error("must lie in the future")]
    NotInTheFuture,
    /// What is recorded has happened.
    #[error("lies in the future")]
    InTheFuture,
    /// The tax office has not set the duty yet.
    #[error("the duty is not set yet")]
    DutyNotNotified,
    /// No proof of payment has come.
    #[error("the duty is not proved")]
    DutyNotProved,
    /// The applicant chose the post.
    #[error("comes by post")]
    ComesByPost,
    /// The applicant did not choose the post.
    #[error("does not go by post")]
    NotByPost,
    /// The carrier has the result.
    #[error("the carrier has it")]
    WithCarrier,
    /// A sending has the carrier's number.
    #[error("no tracking number")]
    TrackingMissing,
    /// The carrier tried as often as it may.
    #[error("tried often enough")]
    TriedOften,
    /// It was reported before, or speaks of something else: nothing changes.
    #[error("already known")]
    AlreadyReported,
    /// The date was set anew before; the law allows it once.
    #[error("the date was already set anew")]
    AlreadyExtended,
    /// While the clock stands still there is nothing to apologise for.
    #[error("the clock stands still")]
    ClockStandsStill,
    /// The applicant still has time to complete it.
    #[error("the window is not over")]
    WindowNotOver,
    /// A stop that ended the case is not lifted.
    #[error("the stop is final")]
    StopIsFinal,
    /// The result no longer holds.
    #[error("the result was revoked")]
    OutcomeRevoked,
    /// The package is closed.
    #[error("already archived")]
    AlreadyArchived,
    /// The case has no such charge.
    #[error("no such charge")]
    NoSuchCharge,
    /// A relief leaves less to pay than before.
    #[error("no relief")]
    ReliefIsNone,
    /// Money that nobody owed is paid back.
    #[error("owed back")]
    OwedBack,
    /// Something a decision must rest on is still out.
    #[error("{} still goes on", activity.name())]
    StillGoesOn {
        /// What.
        activity: Activity,
    },
    /// It may not be done before a moment.
    #[error("not before {until}")]
    StillTime {
        /// The moment.
        until: Instant,
    },
    /// A new date is a working day later than the one that stands.
    #[error("a new date must be a working day later than {than}")]
    NewDateNotLater {
        /// The moment that stands.
        than: Instant,
    },
    /// A connected store holds it: the office takes it from there.
    #[error("the city holds {component}")]
    HeldByCity {
        /// The component.
        component: String,
    },
    /// The payment does not stand where this could happen.
    #[error("not while the payment is {}", state.name())]
    PaymentNotNow {
        /// Where it stands.
        state: PaymentState,
    },
}

impl Refusal {
    /// The stable code: never changed, never reused; the sentences in `text/` and the API's problem types go by it.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NothingSent => "nothing-sent",
            Self::AlreadySent => "already-sent",
            Self::NotAtThisStep { .. } => "not-at-this-step",
            Self::LimitNotSettled(_) => "limit-not-settled",
            Self::ReasonMissing => "reason-missing",
            Self::NothingListed => "nothing-listed",
            Self::AskingTimeOver { .. } => "asking-time-over",
            Self::FurtherRoundNeedsGround { .. } => "further-round-needs-ground",
            Self::ItemsUnanswered { .. } => "items-unanswered",
            Self::AlreadyAnswered => "already-answered",
            Self::NotAnsweredYet => "not-answered-yet",
            Self::AlreadyAssigned => "already-assigned",
            Self::NotExamined => "not-examined",
            Self::ConditionNotMet { .. } => "condition-not-met",
            Self::NoGroundToRefuse => "no-ground-to-refuse",
            Self::WithdrawalWaits => "withdrawal-waits",
            Self::NoWithdrawalAsked => "no-withdrawal-asked",
            Self::IdentityNotChecked => "identity-not-checked",
            Self::RightNotChecked => "right-not-checked",
            Self::CollectedAtDesk => "collected-at-desk",
            Self::AlreadyRated => "already-rated",
            Self::ScoreOutOfRange => "score-out-of-range",
            Self::DueUnchanged => "due-unchanged",
            Self::ActOfStaff => "act-of-staff",
            Self::FeeUnpaid => "fee-unpaid",
            Self::NothingToPay => "nothing-to-pay",
            Self::NotImmediate => "not-immediate",
            Self::NotBorderFree => "not-border-free",
            Self::AlreadyTakenOver => "already-taken-over",
            Self::NotTakenOver => "not-taken-over",
            Self::NothingToUndo => "nothing-to-undo",
            Self::NoSuchTask => "no-such-task",
            Self::TasksRun => "tasks-run",
            Self::OneLeads => "one-leads",
            Self::NoSuchConsultation => "no-such-consultation",
            Self::ConsultationOver => "consultation-over",
            Self::AlreadyAsked => "already-asked",
            Self::OwnAgency => "own-agency",
            Self::SilenceIsNoConsent => "silence-is-no-consent",
            Self::NothingPosted => "nothing-posted",
            Self::NotInTheFuture => "not-in-the-future",
            Self::InTheFuture => "in-the-future",
            Self::DutyNotNotified => "duty-not-notified",
            Self::DutyNotProved => "duty-not-proved",
            Self::ComesByPost => "comes-by-post",
            Self::NotByPost => "not-by-post",
            Self::WithCarrier => "with-carrier",
            Self::TrackingMissing => "tracking-missing",
            Self::TriedOften => "tried-often",
            Self::AlreadyReported => "already-reported",
            Self::AlreadyExtended => "already-extended",
            Self::ClockStandsStill => "clock-stands-still",
            Self::WindowNotOver => "window-not-over",
            Self::StopIsFinal => "stop-is-final",
            Self::OutcomeRevoked => "outcome-revoked",
            Self::AlreadyArchived => "already-archived",
            Self::NoSuchCharge => "no-such-charge",
            Self::ReliefIsNone => "relief-is-none",
            Self::OwedBack => "owed-back",
            Self::StillGoesOn { .. } => "still-goes-on",
            Self::StillTime { .. } => "still-time",
            Self::NewDateNotLater { .. } => "new-date-not-later",
            Self::HeldByCity { .. } => "held-by-city",
            Self::PaymentNotNow { .. } => "payment-not-now",
        }
    }

    /// The text of law behind it, where there is one.
    pub const fn legal_basis(&self) -> Option<&'static str> {
        match self {
            Self::ReasonMissing => Some("D61 17.1b, 19.8"),
            Self::NothingListed => Some("D61 17.2a; D309 8.1"),
            Self::AskingTimeOver { .. } | Self::FurtherRoundNeedsGround { .. } => Some("D61 19.4"),
            Self::NotExamined | Self::ConditionNotMet { .. } | Self::NoGroundToRefuse => {
                Some("D61 19.3, 19.8")
            }
            Self::IdentityNotChecked | Self::RightNotChecked => Some("D61 20"),
            Self::LimitNotSettled(_) => Some("D309 8.3"),
            Self::FeeUnpaid => Some("D224 15; HN"),
            Self::NotImmediate => Some("D61 17.4"),
            Self::NotTakenOver => Some("D309 8.3"),
            Self::OneLeads => Some("D61 19.6"),
            Self::SilenceIsNoConsent => Some("D61 19.5"),
            Self::AlreadyExtended => Some("D61 19.9"),
            Self::WindowNotOver => Some("D301 8.1b"),
            Self::StillGoesOn { .. } => Some("D61 19.5, 19.6; HN 3.7.2"),
            Self::NewDateNotLater { .. } => Some("D61 19.9"),
            Self::HeldByCity { .. } => Some("D309 2.1, 8.1"),
            _ => None,
        }
    }
}
