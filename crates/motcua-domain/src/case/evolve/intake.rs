//! From the sending to acceptance, and what completes a dossier later.

use crate::access::CaseRelations;
use crate::case::clock::{Clock, IntakeClock};
use crate::case::command::SupplementAnswer;
use crate::case::event::{Accepted, Event, Recorded, Sent, SupplementAnswered, SupplementRequested};
use crate::case::payment::{Charge, ChargeLine, PaymentMove};
use crate::case::rules::SupplementEffect;
use crate::case::state::{Case, FiledPaper, Supplement, SupplementStage};
use crate::case::step::Step;
use crate::catalogue::CollectedAt;
use crate::time::{ExclusionGround, Instant, Ledger};

pub(super) fn sent_case(sent: &Sent, at: Instant) -> Case {
    Case {
        id: sent.case,
        step: Step::Sent,
        step_since: at,
        reference: sent.reference.clone(),
        number: None,
        version: sent.version.clone(),
        channel: sent.channel,
        ground: sent.ground,
        relations: CaseRelations {
            applicant: sent.applicant,
            received_at: sent.received_at.clone(),
            competent: sent.competent.clone(),
            holder: None,
            agencies: sent.forward_to.iter().cloned().collect(),
            colleagues: Vec::new(),
        },
        forward_to: sent.forward_to.clone(),
        answers: sent.answers,
        papers: sent.papers.clone(),
        delivery: sent.delivery,
        sent_at: at,
        intake: IntakeClock {
            started_at: at,
            due: sent.intake_due,
            answered_at: None,
        },
        rules: None,
        clock: None,
        accepted_at: None,
        handed_over_at: None,
        supplements: Vec::new(),
        findings: Vec::new(),
        consultations: Vec::new(),
        visits: Vec::new(),
        postings: Vec::new(),
        duties: Vec::new(),
        side_tasks: Vec::new(),
        tasks: Vec::new(),
        draft: None,
        initial: None,
        signature: None,
        outcome: None,
        replaced: Vec::new(),
        correction: None,
        deliveries: Vec::new(),
        returned_at: None,
        charges: Vec::new(),
        outgoing: Vec::new(),
        incoming: Vec::new(),
        retrieval_failures: Vec::new(),
        apology_proposed: None,
        apology: None,
        stop: None,
        letters: Vec::new(),
        last_move: None,
        archived_at: None,
        withdrawal: None,
        refusal_reason: None,
        rating: None,
    }
}

pub(super) fn apply(case: &mut Case, recorded: &Recorded) {
    let at = recorded.at;
    match &recorded.event {
        Event::Recalled => case.step_to(Step::Recalled, at),
        Event::FeeAsked(asked) => {
            set_charges(case, &asked.charges);
            case.intake.answered_at = Some(at);
            case.step_to(Step::AwaitingFee, at);
        }
        Event::Accepted(accepted) => accept(case, accepted, at),
        Event::NumberAssigned { number } => case.number = Some(number.clone()),
        Event::IntakeRefused { reason } => {
            case.refusal_reason = Some(*reason);
            case.intake.answered_at = Some(at);
            case.step_to(Step::NotAccepted, at);
        }
        Event::SupplementRequested(asked) => ask(case, asked, at),
        Event::SupplementAnswered(answered) => answer(case, answered, at),
        Event::SupplementConfirmed { due } => {
            let answered_at = case
                .open_supplement()
                .and_then(|round| round.answered_at)
                .unwrap_or(at);
            if let (Some(clock), Some(rules)) = (&mut case.clock, &case.rules) {
                clock.ledger = resumed(&clock.ledger, rules.supplement.effect, answered_at);
                clock.current = *due;
            }
            if let Some(round) = case.supplements.last_mut() {
                round.confirmed_at = Some(at);
            }
            case.step_to(Step::Appraisal, at);
        }
        Event::RetrievalFailed(failed) => case.retrieval_failures.push(failed.component.clone()),
        _ => {}
    }
}

fn accept(case: &mut Case, accepted: &Accepted, at: Instant) {
    // Where another agency decides, Form 01 counts from the last lawful moment of its receipt (D309 8.3).
    let start = if case.is_border_free() {
        accepted.handover_by
    } else {
        at
    };
    case.clock = Some(Clock::new(
        &accepted.rules,
        start,
        accepted.due,
        accepted.promised,
        accepted.handover_by,
    ));
    if case.charges.is_empty() {
        set_charges(case, &accepted.rules.charges);
    }
    // A result given at once is paid at once, whenever the charge is collected else (T04).
    if accepted.rules.immediate {
        for charge in &mut case.charges {
            charge.go(PaymentMove::FallDue);
        }
    }
    case.rules = Some(accepted.rules.clone());
    case.accepted_at = Some(at);
    case.intake.answered_at = case.intake.answered_at.or(Some(at));
    case.step_to(Step::Accepted, at);
}

fn set_charges(case: &mut Case, lines: &[ChargeLine]) {
    case.charges = lines.iter().map(Charge::new).collect();
}

/// The ledger after an answered supplement.
pub(in crate::case) fn resumed(ledger: &Ledger, effect: SupplementEffect, answered_at: Instant) -> Ledger {
    let mut ledger = ledger.clone();
    match effect {
        SupplementEffect::Restart => ledger.restart(answered_at, ExclusionGround::SupplementAwaited),
        SupplementEffect::Suspend => ledger.resume_from(answered_at, ExclusionGround::SupplementAwaited),
        SupplementEffect::Nothing => {}
    }
    ledger
}

fn ask(case: &mut Case, asked: &SupplementRequested, at: Instant) {
    let step = match asked.stage {
        SupplementStage::Intake => {
            case.intake.answered_at = Some(at);
            Step::SupplementAtIntake
        }
        SupplementStage::Appraisal => {
            let stands_still = case
                .rules
                .as_ref()
                .is_some_and(|rules| rules.supplement.effect != SupplementEffect::Nothing);
            if let Some(clock) = case.clock.as_mut().filter(|_| stands_still) {
                clock.ledger.suspend(at, ExclusionGround::SupplementAwaited);
            }
            for charge in &mut case.charges {
                if charge.line.collected_at == CollectedAt::Supplement {
                    charge.go(PaymentMove::FallDue);
                }
            }
            Step::SupplementAfterAppraisal
        }
    };
    case.supplements.push(Supplement {
        stage: asked.stage,
        asked_at: at,
        items: asked.items.clone(),
        answer_by: asked.answer_by,
        answered_at: None,
        confirmed_at: None,
    });
    case.step_to(step, at);
}

fn answer(case: &mut Case, answered: &SupplementAnswered, at: Instant) {
    case.answers = answered.answers;
    let items = case
        .supplements
        .last()
        .map(|round| round.items.clone())
        .unwrap_or_default();
    for SupplementAnswer { item, files, .. } in &answered.replies {
        let Some(asked) = items.get(usize::from(*item)).filter(|asked| asked.is_paper) else {
            continue;
        };
        case.papers.retain(|paper| paper.component != asked.target);
        case.papers.extend(files.iter().map(|file| FiledPaper {
            component: asked.target.clone(),
            file: *file,
        }));
    }
    let at_intake = case.step == Step::SupplementAtIntake;
    if let Some(round) = case.supplements.last_mut() {
        round.answered_at = Some(at);
        // At intake the desk answers the whole sending anew, so nothing is left to confirm apart from that.
        round.confirmed_at = at_intake.then_some(at);
    }
    if let Some(due) = answered.intake_due.filter(|_| at_intake) {
        case.intake = IntakeClock {
            started_at: at,
            due,
            answered_at: None,
        };
        case.step_to(Step::Sent, at);
    }
}
