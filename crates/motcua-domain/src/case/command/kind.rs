//! The kind of a command: what rights, snapshots and buttons speak of.

use super::Command;

macro_rules! kinds {
    ($($name:ident),+ $(,)?) => {
        /// The kind of a command.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(
            missing_docs,
            reason = "each kind is documented at the command of the same name"
        )]
        pub enum CommandKind {
            $($name),+
        }

        impl CommandKind {
            /// Every kind, in the order of a case's life.
            pub const ALL: [Self; [$(stringify!($name)),+].len()] = [$(Self::$name),+];

            /// The name as the code has it, for logs and matrices.
            pub const fn code_name(self) -> &'static str {
                match self {
                    $(Self::$name => stringify!($name)),+
                }
            }
        }

        impl Command {
            /// What kind of command this is.
            pub const fn kind(&self) -> CommandKind {
                match self {
                    $(Self::$name { .. } => CommandKind::$name),+
                }
            }
        }
    };
}

kinds! {
    Send, Receive, Recall, AskFee, Accept, RefuseIntake, RequestSupplement, AnswerSupplement, ConfirmSupplement,
    RecordRetrievalFailure,
    HandOver, TakeOver, Assign, TakeBack, GiveBack, ReturnToDesk, Forward, FinishForward, UndoMove,
    Examine, AskOpinion, GiveOpinion, TakeSilence, ProceedWithoutOpinion, PlanVisit, RecordVisit,
    PostPublicly, EndPosting, AskFinancialDuty, NotifyDuty, ProveDuty, ConfirmDuty,
    DraftOutcome, Initial, SendBack, SignOutcome, IssueOutcome, GiveImmediately,
    ReturnResult, CollectResult, Dispatch, ReportDelivery,
    ProposeApology, Apologise, Stop, Resume, AskWithdrawal, DecideWithdrawal, OpenCorrection, RevokeOutcome, Archive,
    WriteMessage, OpenTasks, FinishTask, ApologiseTask,
    TakePayment, StartPayment, ReportPayment, RelieveCharge, AskRefund, DecideRefund, Reconcile, ReportExchange,
    ApplyCalendarDecision, RateService,
}
