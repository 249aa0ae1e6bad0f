//! The life of a case (hồ sơ): commands, events, and the two functions between them.
//!
//! [`decide`] says what a command makes happen, or why it may not; [`evolve`] says what an event means.
//! `fold(events) == row` always: nothing about a case is known that its events do not tell.
//! Source of every move: `domain.md` 3.3 (T01-T22); clocks: 4.

mod appraisal;
mod available;
mod clock;
mod command;
mod decide;
mod delivery;
mod ending;
mod event;
mod evolve;
mod exchange;
mod number;
mod payment;
mod refusal;
mod rules;
mod state;
mod step;
mod task;

#[cfg(test)]
pub mod sample;
#[cfg(test)]
mod tests;

pub use appraisal::{
    Activity, Consultation, Duty, Opinion, Posting, PostingEnd, SideTask, Silence, Visit, VisitFound,
    WithoutOpinion,
};
pub use available::{Availability, NotNow, available};
pub use clock::{Clock, IntakeClock, IntakeState, LimitState};
pub use command::{Command, CommandKind, DeskAnswer, Finding, Sending, SupplementAnswer, VisitRecord};
pub use decide::{Context, decide, guard};
pub use delivery::{
    CarrierReport, CarrierSays, DELIVERY_ATTEMPTS_MAX, Delivery, DeliveryMove, DeliveryState,
};
pub use ending::{Apology, ApologyProposal, Correction, Fault, Stop, StopGround, StopKind};
pub use event::{
    Accepted, Apologised, Author, CalendarApplied, CorrectionOpened, Event, Examined, FeeAsked, Issued,
    OpinionAsked, OpinionGiven, OutcomeDrafted, PaymentTaken, Recorded, RetrievalFailed, Returned, Sent,
    StoppedCase, SupplementAnswered, SupplementItem, SupplementRequested, TaskFinished, TasksOpened,
    VisitRecorded,
};
pub use evolve::{evolve, fold};
pub use exchange::{
    Became, EXCHANGE_TRIES_MAX, ExchangeKind, ExchangeReport, Incoming, Outgoing, OutgoingMove, OutgoingState,
};
pub use number::{CaseNumber, NumberSeries, SendingReference};
pub use payment::{
    Charge, ChargeLine, PaymentMethod, PaymentMove, PaymentReport, PaymentState, Receipt, Relief,
};
pub use refusal::Refusal;
pub use rules::{OpinionRule, Rules, SupplementEffect, SupplementRule};
pub use state::{
    Case, DeliveryWay, Draft, FiledPaper, GroundForActing, LastMove, Letter, Outcome, OutcomeKind, Signature,
    Supplement, SupplementStage, Withdrawal,
};
pub use step::{NationalStatus, Party, Step};
pub use task::{Task, TaskApology, TaskDone, TaskOrder, TaskPlan};
