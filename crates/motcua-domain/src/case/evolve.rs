//! What an event means: the only place where a case changes.

use super::command::SupplementAnswer;
use super::decide::resumed;
use super::event::{Author, Event, Recorded, Sent, SupplementAnswered, SupplementRequested};
use super::rules::SupplementEffect;
use super::state::{
    Case, Clock, Draft, FiledPaper, IntakeClock, Outcome, Signature, Supplement, SupplementStage, Withdrawal,
};
use super::step::Step;
use crate::access::CaseRelations;
use crate::id::StaffId;
use crate::time::{ExclusionGround, Instant, Ledger};

/// The case that a log tells of; `None` for an empty one.
pub fn fold<'a>(log: impl IntoIterator<Item = &'a Recorded>) -> Option<Case> {
    log.into_iter().fold(None, evolve)
}

/// The case after an event. It asks no rule: `decide` alone makes events, and only such as follow from the state. Of
/// what could stand in a damaged log, a second sending and anything before the first change nothing.
pub fn evolve(case: Option<Case>, recorded: &Recorded) -> Option<Case> {
    match (case, &recorded.event) {
        (None, Event::Sent(sent)) => Some(sent_case(sent, recorded.at)),
        (Some(mut case), event) => {
            apply(&mut case, event, recorded);
            Some(case)
        }
        (None, _) => None,
    }
}

fn sent_case(sent: &Sent, at: Instant) -> Case {
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
        },
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
        draft: None,
        signature: None,
        outcome: None,
        returned_at: None,
        withdrawal: None,
        refusal_reason: None,
        rating: None,
    }
}

fn apply(case: &mut Case, event: &Event, recorded: &Recorded) {
    let at = recorded.at;
    match event {
        Event::Sent(_) => {}
        Event::Recalled => case.step_to(Step::Recalled, at),
        Event::Accepted(accepted) => {
            case.rules = Some(accepted.rules.clone());
            case.clock = Some(Clock {
                ledger: Ledger::new(at, accepted.rules.limit.clone(), accepted.rules.cut_off_start),
                original: accepted.due,
                current: accepted.due,
                promised: accepted.promised,
                handover_by: accepted.handover_by,
            });
            case.accepted_at = Some(at);
            case.intake.answered_at = Some(at);
            case.step_to(Step::Accepted, at);
        }
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
        Event::HandedOver => {
            case.handed_over_at = Some(at);
            case.step_to(Step::HandedOver, at);
        }
        Event::Assigned { specialist } => {
            case.relations.holder = Some(*specialist);
            case.step_to(Step::Appraisal, at);
        }
        Event::Examined(examined) => case.findings.clone_from(&examined.findings),
        _ => decide_and_end(case, event, recorded),
    }
}

/// The second half of a case's life: from the draft on.
fn decide_and_end(case: &mut Case, event: &Event, recorded: &Recorded) {
    let at = recorded.at;
    match event {
        Event::OutcomeDrafted(drafted) => {
            case.draft = Some(Draft {
                kind: drafted.kind,
                reason: drafted.reason,
                by: staff(&recorded.by),
            });
            case.step_to(Step::LeaderSigning, at);
        }
        Event::SentBack { .. } => {
            case.draft = None;
            case.step_to(Step::Appraisal, at);
        }
        Event::OutcomeSigned => {
            case.signature = staff(&recorded.by).map(|by| Signature { by, at });
            case.step_to(Step::ClerkIssuing, at);
        }
        Event::OutcomeIssued(issued) => {
            if let Some(draft) = case.draft {
                case.outcome = Some(Outcome {
                    kind: draft.kind,
                    reason: draft.reason,
                    document_number: issued.document_number,
                    year: issued.year,
                    code: issued.outcome_code.clone(),
                    file: issued.file,
                    issued_at: at,
                    on_time: issued.on_time,
                });
            }
            case.step_to(Step::Ready, at);
        }
        Event::ResultReturned(_) => {
            case.returned_at = Some(at);
            case.step_to(Step::Delivered, at);
        }
        Event::WithdrawalAsked { reason } => {
            case.withdrawal = Some(Withdrawal {
                asked_at: at,
                reason: *reason,
            })
        }
        Event::WithdrawalDeclined { .. } => case.withdrawal = None,
        Event::Withdrawn => case.step_to(Step::Withdrawn, at),
        Event::CalendarDecisionApplied(applied) => {
            if let Some(clock) = &mut case.clock {
                clock.current = applied.due;
            }
        }
        Event::ServiceRated { score } => case.rating = Some(*score),
        _ => {}
    }
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

fn staff(by: &Author) -> Option<StaffId> {
    match by {
        Author::Staff { staff, .. } => Some(*staff),
        Author::Applicant(_) | Author::System => None,
    }
}

impl Case {
    fn step_to(&mut self, step: Step, at: Instant) {
        self.step = step;
        self.step_since = at;
    }
}
