//! From the draft to the result in the applicant's hands (T04, T19-T21).

use super::{Context, Verdict, needed};
use crate::case::command::Command;
use crate::case::delivery::{CarrierReport, CarrierSays, DeliveryMove};
use crate::case::event::{Event, Issued, OutcomeDrafted, Returned};
use crate::case::refusal::Refusal;
use crate::case::state::{Case, OutcomeKind};
use crate::id::{FileId, NoteId};

pub(super) fn decide(case: &Case, command: &Command, context: &Context<'_>) -> Verdict {
    Some(match command {
        Command::DraftOutcome { kind, reason } => draft(case, *kind, *reason),
        Command::Initial => Ok(vec![Event::OutcomeInitialled]),
        Command::SendBack { reason } => needed(*reason).map(|reason| vec![Event::SentBack { reason }]),
        Command::SignOutcome => Ok(vec![Event::OutcomeSigned]),
        Command::IssueOutcome { file } => Ok(vec![Event::OutcomeIssued(issued(case, *file, context))]),
        Command::GiveImmediately {
            identity_checked: false,
        } => Err(Refusal::IdentityNotChecked),
        Command::GiveImmediately { .. } => Ok(vec![
            Event::OutcomeIssued(issued(case, None, context)),
            Event::ResultReturned(by_hand()),
        ]),
        Command::ReturnResult {
            identity_checked: false,
            ..
        } => Err(Refusal::IdentityNotChecked),
        Command::ReturnResult {
            right_checked: false, ..
        } => Err(Refusal::RightNotChecked),
        Command::ReturnResult { .. } if !may(case, DeliveryMove::Collect) => Err(Refusal::WithCarrier),
        Command::ReturnResult { .. } => Ok(vec![Event::ResultReturned(by_hand())]),
        Command::CollectResult => Ok(vec![Event::ResultReturned(Returned {
            electronically: true,
            carrier_proof: None,
        })]),
        Command::Dispatch { tracking } => dispatch(case, tracking),
        Command::ReportDelivery { report } => report_delivery(case, report),
        _ => return None,
    })
}

const fn by_hand() -> Returned {
    Returned {
        electronically: false,
        carrier_proof: None,
    }
}

fn draft(case: &Case, kind: OutcomeKind, reason: Option<NoteId>) -> Result<Vec<Event>, Refusal> {
    let unmet = case.findings.iter().find(|finding| !finding.met);
    let reason = match (kind, unmet) {
        (OutcomeKind::Granted, Some(finding)) => {
            return Err(Refusal::ConditionNotMet {
                condition: finding.condition.clone(),
            });
        }
        (OutcomeKind::Granted, None) => reason,
        (OutcomeKind::Refused, None) => return Err(Refusal::NoGroundToRefuse),
        (OutcomeKind::Refused, Some(_)) => Some(needed(reason)?),
    };
    Ok(vec![Event::OutcomeDrafted(OutcomeDrafted { kind, reason })])
}

/// On time is judged once: a corrected result keeps what was judged of the first one.
fn issued(case: &Case, file: Option<FileId>, context: &Context<'_>) -> Issued {
    let on_time = match &case.outcome {
        Some(first) => first.on_time,
        None => case
            .clock
            .as_ref()
            .is_none_or(|clock| clock.is_met_at(context.now)),
    };
    Issued {
        document_number: 0,
        year: context.now.day().year(),
        outcome_code: outcome_code(case),
        file,
        on_time,
    }
}

/// A refusal is a result without a national result code of its own.
fn outcome_code(case: &Case) -> Option<String> {
    let refused = case.draft.is_some_and(|draft| draft.kind == OutcomeKind::Refused);
    case.rules
        .as_ref()
        .and_then(|rules| rules.outcome_code.clone())
        .filter(|_| !refused)
}

fn may(case: &Case, happened: DeliveryMove) -> bool {
    case.deliveries
        .last()
        .is_none_or(|delivery| delivery.state.after(happened).is_some())
}

fn dispatch(case: &Case, tracking: &str) -> Result<Vec<Event>, Refusal> {
    let tracking = tracking.trim();
    if tracking.is_empty() {
        return Err(Refusal::TrackingMissing);
    }
    if !may(case, DeliveryMove::Dispatch) {
        return Err(Refusal::WithCarrier);
    }
    if case
        .deliveries
        .last()
        .is_some_and(|delivery| !delivery.may_retry())
    {
        return Err(Refusal::TriedOften);
    }
    Ok(vec![Event::ResultDispatched {
        tracking: tracking.to_owned(),
    }])
}

/// A report about another sending, or one that comes twice or out of order, changes nothing.
fn report_delivery(case: &Case, report: &CarrierReport) -> Result<Vec<Event>, Refusal> {
    let is_ours = case
        .deliveries
        .last()
        .is_some_and(|delivery| delivery.tracking.as_ref() == Some(&report.tracking));
    if !is_ours || !may(case, report.says.happened()) {
        return Err(Refusal::AlreadyReported);
    }
    let reported = Event::DeliveryReported(report.clone());
    Ok(match &report.says {
        CarrierSays::Received { proof } => vec![
            reported,
            Event::ResultReturned(Returned {
                electronically: false,
                carrier_proof: Some(proof.clone()),
            }),
        ],
        CarrierSays::Out | CarrierSays::Failed | CarrierSays::Returned => vec![reported],
    })
}
