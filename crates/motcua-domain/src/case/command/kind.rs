//! The kind of a command: what rights, snapshots and buttons speak of.

use super::Command;

macro_rules! kinds {
    ($($name:ident $stable:literal),+ $(,)?) => {
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

            /// The stable name of the act: its address, its sentences, its resource in the API.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$name => $stable),+
                }
            }

            /// The act of a stable name.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|kind| kind.name() == name)
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
    Send "send",
    Receive "receive",
    Recall "recall",
    AskFee "ask-fee",
    Accept "accept",
    RefuseIntake "refuse-intake",
    RequestSupplement "request-supplement",
    AnswerSupplement "answer-supplement",
    ConfirmSupplement "confirm-supplement",
    RecordRetrievalFailure "record-retrieval-failure",
    HandOver "hand-over",
    TakeOver "take-over",
    Assign "assign",
    TakeBack "take-back",
    GiveBack "give-back",
    ReturnToDesk "return-to-desk",
    Forward "forward",
    FinishForward "finish-forward",
    UndoMove "undo-move",
    Examine "examine",
    AskOpinion "ask-opinion",
    GiveOpinion "give-opinion",
    TakeSilence "take-silence",
    ProceedWithoutOpinion "proceed-without-opinion",
    PlanVisit "plan-visit",
    RecordVisit "record-visit",
    PostPublicly "post-publicly",
    EndPosting "end-posting",
    AskFinancialDuty "ask-financial-duty",
    NotifyDuty "notify-duty",
    ProveDuty "prove-duty",
    ConfirmDuty "confirm-duty",
    DraftOutcome "draft-outcome",
    Initial "initial",
    SendBack "send-back",
    SignOutcome "sign-outcome",
    IssueOutcome "issue-outcome",
    GiveImmediately "give-immediately",
    ReturnResult "return-result",
    CollectResult "collect-result",
    Dispatch "dispatch",
    ReportDelivery "report-delivery",
    ProposeApology "propose-apology",
    Apologise "apologise",
    Stop "stop",
    Resume "resume",
    AskWithdrawal "ask-withdrawal",
    DecideWithdrawal "decide-withdrawal",
    OpenCorrection "open-correction",
    RevokeOutcome "revoke-outcome",
    Archive "archive",
    WriteMessage "write-message",
    OpenTasks "open-tasks",
    FinishTask "finish-task",
    ApologiseTask "apologise-task",
    TakePayment "take-payment",
    StartPayment "start-payment",
    ReportPayment "report-payment",
    RelieveCharge "relieve-charge",
    AskRefund "ask-refund",
    DecideRefund "decide-refund",
    Reconcile "reconcile",
    ReportExchange "report-exchange",
    ApplyCalendarDecision "apply-calendar-decision",
    RateService "rate-service",
}
