//! Why a command may not be carried out: a value, not a failure. Each has a stable code, under which the
//! sentences stand in `text/`, and the text of law or the reason behind it.

use thiserror::Error;

use super::command::CommandKind;
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
            _ => None,
        }
    }
}
