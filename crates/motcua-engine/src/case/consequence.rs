//! What follows from an event outside the case: papers to render, mail to send, notices to read. Pure, so that
//! nobody has to read handlers to know who is told what.

use motcua_domain::case::{Event, SupplementStage};

use crate::changes::Topic;

/// Something that must leave, or be shown, because an event happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consequence {
    /// A message for the outbox.
    Outbox(Topic, &'static str),
    /// A notice in the applicant's inbox, by the stable name of its sentence.
    Notice(&'static str),
}

/// Everything that follows from an event. Papers come first: a mail that names a paper leaves after it.
pub fn consequences(event: &Event) -> Vec<Consequence> {
    let told = |key: &'static str| vec![Consequence::Notice(key), Consequence::Outbox(Topic::Mail, key)];
    let with_paper = |paper: &'static str, key: &'static str| {
        let mut all = vec![Consequence::Outbox(Topic::Paper, paper)];
        all.extend(told(key));
        all
    };
    match event {
        Event::Sent(_) => with_paper("sending-receipt", "sent"),
        Event::Accepted(_) => with_paper("form-01", "accepted"),
        Event::IntakeRefused { .. } => with_paper("form-03", "intake-refused"),
        Event::SupplementRequested(asked) => match asked.stage {
            SupplementStage::Intake => with_paper("form-02", "supplement-at-intake"),
            SupplementStage::Appraisal => with_paper("form-02", "supplement-after-appraisal"),
        },
        Event::SupplementConfirmed { .. } => with_paper("form-01", "supplement-confirmed"),
        Event::OutcomeIssued(_) => {
            let mut all = vec![Consequence::Outbox(Topic::Paper, "form-06")];
            all.extend(with_paper("outcome", "ready"));
            all
        }
        Event::ResultReturned(_) => told("returned"),
        Event::Withdrawn => told("withdrawn"),
        Event::WithdrawalDeclined { .. } => told("withdrawal-declined"),
        Event::CalendarDecisionApplied(_) => with_paper("form-01", "due-date-moved"),
        Event::Recalled
        | Event::NumberAssigned { .. }
        | Event::SupplementAnswered(_)
        | Event::HandedOver
        | Event::Assigned { .. }
        | Event::Examined(_)
        | Event::OutcomeDrafted(_)
        | Event::SentBack { .. }
        | Event::OutcomeSigned
        | Event::WithdrawalAsked { .. }
        | Event::ServiceRated { .. } => Vec::new(),
    }
}
