//! From the draft to the result in the applicant's hands.

use super::staff;
use crate::case::delivery::{CarrierSays, Delivery, DeliveryMove};
use crate::case::event::{Event, Issued, Recorded, Returned};
use crate::case::payment::PaymentMove;
use crate::case::state::{Case, Draft, Outcome, OutcomeKind, Signature};
use crate::case::step::Step;
use crate::time::Instant;

pub(super) fn apply(case: &mut Case, recorded: &Recorded) {
    let at = recorded.at;
    match &recorded.event {
        Event::OutcomeDrafted(drafted) => {
            case.draft = Some(Draft {
                kind: drafted.kind,
                reason: drafted.reason,
                by: staff(&recorded.by),
            });
            case.initial = None;
            let is_reviewed = case.rules.as_ref().is_some_and(|rules| rules.division_review);
            match case.step {
                // A result made anew goes its short way inside one step: the public face stays "resolved".
                Step::Correcting => {}
                _ if is_reviewed => case.step_to(Step::DivisionReview, at),
                _ => case.step_to(Step::LeaderSigning, at),
            }
        }
        Event::OutcomeInitialled => {
            case.initial = staff(&recorded.by).map(|by| Signature { by, at });
            case.step_to(Step::LeaderSigning, at);
        }
        Event::SentBack { .. } => {
            case.draft = None;
            case.initial = None;
            if case.step != Step::Correcting {
                case.step_to(Step::Appraisal, at);
            }
        }
        Event::OutcomeSigned => {
            case.signature = staff(&recorded.by).map(|by| Signature { by, at });
            if case.step != Step::Correcting {
                case.step_to(Step::ClerkIssuing, at);
            }
        }
        Event::OutcomeIssued(issued) => issue(case, issued, at),
        Event::ResultDispatched { tracking } => {
            if let Some(delivery) = case.deliveries.last_mut() {
                delivery.go(DeliveryMove::Dispatch);
                delivery.tracking = Some(tracking.clone());
            }
        }
        Event::DeliveryReported(report) => {
            if let Some(delivery) = case.deliveries.last_mut() {
                delivery.go(report.says.happened());
                match &report.says {
                    CarrierSays::Failed => delivery.failures = delivery.failures.saturating_add(1),
                    CarrierSays::Received { proof } => delivery.proof = Some(proof.clone()),
                    CarrierSays::Out | CarrierSays::Returned => {}
                }
            }
        }
        Event::ResultReturned(returned) => give(case, returned, at),
        _ => {}
    }
}

fn issue(case: &mut Case, issued: &Issued, at: Instant) {
    // An immediate result has no draft: it is granted at the desk (T04).
    let (kind, reason) = case
        .draft
        .map_or((OutcomeKind::Granted, None), |draft| (draft.kind, draft.reason));
    let outcome = Outcome {
        kind,
        reason,
        document_number: issued.document_number,
        year: issued.year,
        code: issued.outcome_code.clone(),
        file: issued.file,
        issued_at: at,
        on_time: issued.on_time,
        revoked: None,
    };
    case.replaced.extend(case.outcome.replace(outcome));
    case.correction = None;
    case.deliveries.push(Delivery::new(case.delivery));
    case.returned_at = None;
    for charge in &mut case.charges {
        charge.go(PaymentMove::FallDue);
    }
    case.step_to(Step::Ready, at);
}

fn give(case: &mut Case, returned: &Returned, at: Instant) {
    if let Some(delivery) = case.deliveries.last_mut()
        && returned.carrier_proof.is_none()
    {
        delivery.go(DeliveryMove::Collect);
    }
    case.returned_at = Some(at);
    case.step_to(Step::Delivered, at);
}
