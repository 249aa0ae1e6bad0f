//! What follows from events outside the case: papers to render, mail to send, notices to read. Pure, so that
//! nobody has to read handlers to know who is told what.

use motcua_domain::case::{Author, CarrierSays, Event, Recorded, SupplementStage};

use crate::changes::Topic;

/// Something that must leave, or be shown, because an event happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consequence {
    /// A message for the outbox.
    Outbox(Topic, &'static str),
    /// A mail that waits as long as the move it tells of can be taken back.
    Waiting(&'static str),
    /// What waits so is told to nobody: the move was taken back.
    Untold,
    /// A notice in the applicant's inbox, by the stable name of its sentence.
    Notice(&'static str),
}

/// Everything that follows from the events of one act. Papers come first: a mail that names a paper leaves after it.
pub fn consequences(recorded: &[Recorded]) -> Vec<Consequence> {
    // A result given at once is in the applicant's hands: nobody writes that it is ready.
    let is_given_at_once = recorded
        .iter()
        .any(|entry| matches!(entry.event, Event::OutcomeIssued(_)))
        && recorded
            .iter()
            .any(|entry| matches!(entry.event, Event::ResultReturned(_)));
    recorded
        .iter()
        .flat_map(|entry| match &entry.event {
            Event::OutcomeIssued(_) if is_given_at_once => {
                vec![paper("form-06"), paper("outcome")]
            }
            // The receipt of sending is of what was sent from afar; at the desk the answer follows at once.
            Event::Sent(_) if recorded.len() > 1 => Vec::new(),
            event => of_event(event, &entry.by),
        })
        .collect()
}

const fn paper(kind: &'static str) -> Consequence {
    Consequence::Outbox(Topic::Paper, kind)
}

fn told(key: &'static str) -> Vec<Consequence> {
    vec![Consequence::Notice(key), Consequence::Outbox(Topic::Mail, key)]
}

fn with_paper(kind: &'static str, key: &'static str) -> Vec<Consequence> {
    let mut all = vec![paper(kind)];
    all.extend(told(key));
    all
}

fn of_event(event: &Event, by: &Author) -> Vec<Consequence> {
    match event {
        Event::Sent(_) => with_paper("sending-receipt", "sent"),
        Event::FeeAsked(_) => told("fee-asked"),
        // No Form 01 for what is given at once, unless the applicant asks for it (D61 17.4).
        Event::Accepted(accepted) if accepted.rules.immediate => Vec::new(),
        Event::Accepted(_) => with_paper("form-01", "accepted"),
        Event::IntakeRefused { .. } => with_paper("form-03", "intake-refused"),
        Event::SupplementRequested(asked) => match asked.stage {
            SupplementStage::Intake => with_paper("form-02", "supplement-at-intake"),
            SupplementStage::Appraisal => with_paper("form-02", "supplement-after-appraisal"),
        },
        Event::SupplementConfirmed { .. } => with_paper("form-01", "supplement-confirmed"),
        Event::TakenOver { .. } => told("taken-over"),
        Event::Assigned { .. } => vec![Consequence::Waiting("assigned")],
        Event::MoveUndone => vec![Consequence::Untold],
        Event::VisitPlanned { .. } => told("visit-planned"),
        Event::FinancialDutyAsked { .. } => told("financial-duty-asked"),
        Event::DutyNotified { .. } => told("duty-notified"),
        Event::DutyMet { .. } => told("duty-met"),
        Event::OutcomeIssued(_) => {
            let mut all = vec![paper("form-06")];
            all.extend(with_paper("outcome", "ready"));
            all
        }
        Event::ResultDispatched { .. } => told("dispatched"),
        Event::DeliveryReported(report) => match report.says {
            CarrierSays::Failed => told("delivery-failed"),
            CarrierSays::Returned => told("delivery-returned"),
            CarrierSays::Out | CarrierSays::Received { .. } => Vec::new(),
        },
        Event::ResultReturned(_) => told("returned"),
        Event::Apologised(_) => told("apologised"),
        Event::Stopped(_) => told("stopped"),
        Event::Resumed { .. } => told("resumed"),
        Event::Withdrawn => told("withdrawn"),
        Event::WithdrawalDeclined { .. } => told("withdrawal-declined"),
        Event::CorrectionOpened(_) => told("correction-opened"),
        Event::OutcomeRevoked { .. } => told("outcome-revoked"),
        Event::TaskFinished(finished) if finished.file.is_some() => told("part-ready"),
        Event::TaskApologised { .. } => told("part-late"),
        Event::PaymentTaken(_) => told("paid"),
        Event::PaymentDoubled { .. } => told("paid-twice"),
        Event::RefundDecided { granted: true, .. } => told("refunded"),
        Event::RefundDecided { granted: false, .. } => told("refund-refused"),
        // What the applicant wrote themself needs no telling.
        Event::MessageWritten { .. } if matches!(by, Author::Staff { .. }) => told("message"),
        Event::CalendarDecisionApplied(_) => with_paper("form-01", "due-date-moved"),
        _ => Vec::new(),
    }
}
