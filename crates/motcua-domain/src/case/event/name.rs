//! What an event is called, and the text that lets it happen.

use super::Event;
use crate::case::state::SupplementStage;

macro_rules! events {
    ($($variant:ident $name:literal $ground:literal),+ $(,)?) => {
        impl Event {
            /// The stable names of all events, as the log and `text/` write them.
            pub const NAMES: [&'static str; [$($name),+].len()] = [$($name),+];

            /// The stable name of the event's type.
            pub const fn name(&self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => $name),+
                }
            }

            const fn ground_of_kind(&self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => $ground),+
                }
            }
        }
    };
}

events! {
    Sent "sent" "D310; D224 15",
    Recalled "recalled" "NP T07",
    FeeAsked "fee_asked" "D224 15; TH",
    Accepted "accepted" "D309 8.3; C01 19",
    NumberAssigned "number_assigned" "D309 8.3; C01 19",
    IntakeRefused "intake_refused" "D61 17.1b",
    SupplementRequested "supplement_requested" "D309 8.1 (17.2a)",
    SupplementAnswered "supplement_answered" "D61 19.4",
    SupplementConfirmed "supplement_confirmed" "D61 19.4",
    RetrievalFailed "retrieval_failed" "D309 8.1",
    HandedOver "handed_over" "D61 18; D309 9",
    TakenOver "taken_over" "D309 8.3",
    Assigned "assigned" "D61 19.1",
    TakenBack "taken_back" "D61 19.1",
    GivenBack "given_back" "D61 19.1",
    ReturnedToDesk "returned_to_desk" "D61 19.1",
    Forwarded "forwarded" "D61 19.1",
    ForwardFinished "forward_finished" "D61 19.1",
    MoveUndone "move_undone" "D61 19.1",
    Examined "examined" "D61 19.3",
    OpinionAsked "opinion_asked" "D61 19.5",
    OpinionGiven "opinion_given" "D61 19.5",
    SilenceTaken "silence_taken" "D61 19.5",
    OpinionWaived "opinion_waived" "D61 19.5",
    VisitPlanned "visit_planned" "D61 19.3",
    VisitRecorded "visit_recorded" "D61 19.3",
    PostingBegun "posting_begun" "CAT 1.013978",
    PostingEnded "posting_ended" "CAT 1.013978",
    FinancialDutyAsked "financial_duty_asked" "CAT 1.013980",
    DutyNotified "duty_notified" "CAT 1.013980",
    DutyProved "duty_proved" "CAT 1.013980",
    DutyMet "duty_met" "CAT 1.013980",
    OutcomeDrafted "outcome_drafted" "D61 19.8",
    OutcomeInitialled "outcome_initialled" "D61 19.8",
    SentBack "sent_back" "D61 19.8",
    OutcomeSigned "outcome_signed" "D61 19.8",
    OutcomeIssued "outcome_issued" "D61 19.8",
    ResultDispatched "result_dispatched" "D61 20",
    DeliveryReported "delivery_reported" "D61 20",
    ResultReturned "result_returned" "D61 20",
    ApologyProposed "apology_proposed" "D61 19.9",
    Apologised "apologised" "D61 19.9",
    Stopped "stopped" "D301 8.1b; HN",
    Resumed "resumed" "HN",
    WithdrawalAsked "withdrawal_asked" "HN UC07",
    WithdrawalDeclined "withdrawal_declined" "HN UC07",
    Withdrawn "withdrawn" "HN UC07",
    CorrectionOpened "correction_opened" "D61 21",
    OutcomeRevoked "outcome_revoked" "D61 21",
    Archived "archived" "L33/2024",
    MessageWritten "message_written" "D224 15",
    TasksOpened "tasks_opened" "D61 19.6",
    TaskStarted "task_started" "D61 19.6",
    TaskFinished "task_finished" "D301 8.4",
    TaskApologised "task_apologised" "D301 4.3",
    PaymentStarted "payment_started" "D224 15",
    PaymentFailed "payment_failed" "D224 15",
    PaymentUnclear "payment_unclear" "D224 15",
    PaymentTaken "payment_taken" "D61 17; HN",
    PaymentDoubled "payment_doubled" "HN",
    ChargeRelieved "charge_relieved" "HN",
    RefundAsked "refund_asked" "HN",
    RefundDecided "refund_decided" "HN",
    PaymentReconciled "payment_reconciled" "HN",
    ExchangeReported "exchange_reported" "D301 7.4",
    CalendarDecisionApplied "calendar_decision_applied" "Labour Code 45/2019 112",
    ServiceRated "service_rated" "C01 13-15",
}

impl Event {
    /// The text that lets this happen, with the short tags of `domain.md`.
    pub const fn legal_ground(&self) -> &'static str {
        match self {
            Self::SupplementRequested(asked) if matches!(asked.stage, SupplementStage::Appraisal) => {
                "D61 19.4"
            }
            _ => self.ground_of_kind(),
        }
    }
}
