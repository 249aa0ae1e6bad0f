//! What a command makes happen, or why it may not.

use super::command::{Command, CommandKind, Finding, SupplementAnswer};
use super::event::{
    Accepted, CalendarApplied, Event, Examined, Issued, OutcomeDrafted, Returned, Sent, SupplementAnswered,
    SupplementItem, SupplementRequested,
};
use super::refusal::Refusal;
use super::rules::{Rules, SupplementEffect, SupplementRule};
use super::state::{Case, DeliveryWay, OutcomeKind, Supplement, SupplementStage};
use super::step::Step;
use crate::id::NoteId;
use crate::time::{Due, Instant, Ledger, OfficeCalendar, TimeLimit};

/// What a decision may look at besides the case and the command.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The time.
    pub now: Instant,
    /// The calendar of the agency that decides the case.
    pub calendar: &'a OfficeCalendar,
}

/// Says what the command makes happen. Rights are asked before ([`crate::access::may`]); here speaks the law
/// of the case itself.
///
/// # Errors
/// The [`Refusal`] that names the rule which says no.
pub fn decide(case: Option<&Case>, command: &Command, context: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    let Some(case) = case else {
        return send(command, context);
    };
    guard(case, command.kind(), context)?;
    match command {
        Command::Send { .. } => Err(Refusal::AlreadySent),
        Command::Recall => Ok(vec![Event::Recalled]),
        Command::Accept { rules } => accept(rules, context),
        Command::RefuseIntake { reason } => Ok(vec![Event::IntakeRefused {
            reason: needed(*reason)?,
        }]),
        Command::RequestSupplement {
            items,
            further_ground,
        } => request_supplement(case, items, further_ground.as_deref(), context),
        Command::AnswerSupplement { answers, replies } => {
            let answered = SupplementAnswered {
                answers: *answers,
                replies: complete(case.open_supplement(), replies)?,
                intake_due: match case.step {
                    Step::SupplementAtIntake => Some(intake_due(context)),
                    _ => None,
                },
            };
            Ok(vec![Event::SupplementAnswered(answered)])
        }
        Command::ConfirmSupplement => confirm_supplement(case, context),
        Command::HandOver => Ok(vec![Event::HandedOver]),
        Command::Assign { specialist } if case.relations.holder == Some(*specialist) => {
            Err(Refusal::AlreadyAssigned)
        }
        Command::Assign { specialist } => Ok(vec![Event::Assigned {
            specialist: *specialist,
        }]),
        Command::Examine { findings } => examine(case, findings),
        _ => decide_result(case, command, context),
    }
}

/// The second half of a case's life: from the draft on, and what can end it.
fn decide_result(case: &Case, command: &Command, context: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::DraftOutcome { kind, reason } => draft(case, *kind, *reason),
        Command::SendBack { reason } => Ok(vec![Event::SentBack {
            reason: needed(*reason)?,
        }]),
        Command::SignOutcome => Ok(vec![Event::OutcomeSigned]),
        Command::IssueOutcome { file } => {
            let issued = Issued {
                document_number: 0,
                year: context.now.day().year(),
                outcome_code: outcome_code(case),
                file: *file,
                on_time: case
                    .clock
                    .as_ref()
                    .is_none_or(|clock| clock.is_met_at(context.now)),
            };
            Ok(vec![Event::OutcomeIssued(issued)])
        }
        Command::ReturnResult {
            identity_checked: false,
            ..
        } => Err(Refusal::IdentityNotChecked),
        Command::ReturnResult {
            right_checked: false, ..
        } => Err(Refusal::RightNotChecked),
        Command::ReturnResult { .. } => Ok(vec![Event::ResultReturned(Returned {
            electronically: false,
        })]),
        Command::CollectResult => Ok(vec![Event::ResultReturned(Returned { electronically: true })]),
        Command::AskWithdrawal { reason } => Ok(vec![Event::WithdrawalAsked { reason: *reason }]),
        Command::DecideWithdrawal { granted: true, .. } => Ok(vec![Event::Withdrawn]),
        Command::DecideWithdrawal { reason, .. } => Ok(vec![Event::WithdrawalDeclined {
            reason: needed(*reason)?,
        }]),
        Command::ApplyCalendarDecision { calendar } => {
            let clock = case.clock.as_ref().ok_or(Refusal::DueUnchanged)?;
            let due = clock
                .ledger
                .due(context.calendar)
                .map_err(Refusal::LimitNotSettled)?;
            if due == clock.current {
                return Err(Refusal::DueUnchanged);
            }
            Ok(vec![Event::CalendarDecisionApplied(CalendarApplied {
                calendar: calendar.clone(),
                due,
            })])
        }
        Command::RateService { score: score @ 1..=5 } => Ok(vec![Event::ServiceRated { score: *score }]),
        Command::RateService { .. } => Err(Refusal::ScoreOutOfRange),
        _ => Err(Refusal::NotAtThisStep {
            command: command.kind(),
            step: case.step,
        }),
    }
}

/// Whether a command of this kind has a place now, before its content is known. Pages use it to say why an
/// act may not be done; `decide` asks it first, so that no page and no rule can differ.
///
/// # Errors
/// The [`Refusal`] that the command would meet whatever it contains.
pub fn guard(case: &Case, kind: CommandKind, context: &Context<'_>) -> Result<(), Refusal> {
    use CommandKind as C;
    use Step as S;
    let has_place = match kind {
        C::Send => return Err(Refusal::AlreadySent),
        C::Recall => matches!(case.step, S::Sent | S::SupplementAtIntake),
        C::Accept | C::RefuseIntake => case.step == S::Sent,
        C::RequestSupplement => matches!(case.step, S::Sent | S::Appraisal),
        C::AnswerSupplement | C::ConfirmSupplement if case.step == S::SupplementAfterAppraisal => {
            return match (kind, case.supplement_answered()) {
                (C::AnswerSupplement, true) => Err(Refusal::AlreadyAnswered),
                (C::ConfirmSupplement, false) => Err(Refusal::NotAnsweredYet),
                _ => Ok(()),
            };
        }
        C::AnswerSupplement => case.step == S::SupplementAtIntake,
        C::ConfirmSupplement => false,
        C::HandOver => case.step == S::Accepted,
        C::Assign => matches!(case.step, S::HandedOver | S::Appraisal),
        C::Examine | C::DraftOutcome => case.step == S::Appraisal,
        C::SendBack | C::SignOutcome => case.step == S::LeaderSigning,
        C::IssueOutcome => case.step == S::ClerkIssuing,
        C::ReturnResult | C::CollectResult => case.step == S::Ready,
        C::AskWithdrawal | C::DecideWithdrawal | C::ApplyCalendarDecision => case.step.is_being_resolved(),
        C::RateService => case.step == S::Delivered,
    };
    if !has_place {
        return Err(Refusal::NotAtThisStep {
            command: kind,
            step: case.step,
        });
    }
    match kind {
        C::RequestSupplement if case.step == S::Appraisal => asking_time(case, context).map(|_| ()),
        C::DraftOutcome if case.findings.is_empty() => Err(Refusal::NotExamined),
        C::DraftOutcome | C::SignOutcome | C::IssueOutcome if case.withdrawal.is_some() => {
            Err(Refusal::WithdrawalWaits)
        }
        C::CollectResult if case.delivery == DeliveryWay::Desk => Err(Refusal::CollectedAtDesk),
        C::AskWithdrawal if case.withdrawal.is_some() => Err(Refusal::WithdrawalWaits),
        C::DecideWithdrawal if case.withdrawal.is_none() => Err(Refusal::NoWithdrawalAsked),
        C::RateService if case.rating.is_some() => Err(Refusal::AlreadyRated),
        _ => Ok(()),
    }
}

fn send(command: &Command, context: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    let Command::Send {
        case,
        reference,
        version,
        channel,
        applicant,
        ground,
        received_at,
        competent,
        answers,
        papers,
        delivery,
    } = command
    else {
        return Err(Refusal::NothingSent);
    };
    Ok(vec![Event::Sent(Box::new(Sent {
        case: *case,
        reference: reference.clone(),
        version: version.clone(),
        channel: *channel,
        applicant: *applicant,
        ground: *ground,
        received_at: received_at.clone(),
        competent: competent.clone(),
        answers: *answers,
        papers: papers.clone(),
        delivery: *delivery,
        intake_due: intake_due(context),
    }))])
}

/// The limit begins now: "when received in full and correctly, as shown on Form 01" (D309 8.3).
fn accept(rules: &Rules, context: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    let ledger = Ledger::new(context.now, rules.limit.clone(), rules.cut_off_start);
    let promised = match &rules.promise {
        Some(promise) => {
            let ledger = Ledger::new(context.now, promise.clone(), rules.cut_off_start);
            Some(ledger.due(context.calendar).map_err(Refusal::LimitNotSettled)?)
        }
        None => None,
    };
    Ok(vec![Event::Accepted(Box::new(Accepted {
        rules: rules.clone(),
        due: ledger.due(context.calendar).map_err(Refusal::LimitNotSettled)?,
        promised,
        handover_by: context.calendar.handover_by(context.now),
    }))])
}

/// The last moment for asking after appraisal, and whether asking now needs a further ground.
fn asking_time(case: &Case, context: &Context<'_>) -> Result<(Instant, SupplementRule), Refusal> {
    let (Some(rules), Some(clock)) = (&case.rules, &case.clock) else {
        return Err(Refusal::NothingSent);
    };
    let until = due(
        context.calendar,
        clock.ledger.received_at,
        &rules.supplement.ask_within,
    )?
    .at;
    Ok((until, rules.supplement.clone()))
}

fn request_supplement(
    case: &Case,
    items: &[SupplementItem],
    further_ground: Option<&str>,
    context: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    if items.is_empty() {
        return Err(Refusal::NothingListed);
    }
    let further_ground = further_ground.map(str::trim).filter(|ground| !ground.is_empty());
    let stage = match case.step {
        Step::Appraisal => SupplementStage::Appraisal,
        _ => SupplementStage::Intake,
    };
    let earlier = case
        .supplements
        .iter()
        .filter(|round| round.stage == stage)
        .count();
    let (rounds_max, window) = match stage {
        SupplementStage::Intake => (1, None),
        SupplementStage::Appraisal => {
            let (until, rule) = asking_time(case, context)?;
            if context.now > until && further_ground.is_none() {
                return Err(Refusal::AskingTimeOver { until });
            }
            (rule.rounds_max, rule.applicant_window)
        }
    };
    if earlier >= usize::from(rounds_max) && further_ground.is_none() {
        return Err(Refusal::FurtherRoundNeedsGround { rounds_max });
    }
    let answer_by = window
        .map(|window| due(context.calendar, context.now, &window))
        .transpose()?;
    Ok(vec![Event::SupplementRequested(SupplementRequested {
        stage,
        items: items.to_vec(),
        answer_by,
        further_ground: further_ground.map(str::to_owned),
    })])
}

/// Every item of the notice must have an answer, so that nobody is asked twice for the same thing.
fn complete(
    asked: Option<&Supplement>,
    replies: &[SupplementAnswer],
) -> Result<Vec<SupplementAnswer>, Refusal> {
    let items = asked.map_or(&[][..], |round| &round.items);
    let answered = |place: u16, item: &SupplementItem| {
        replies.iter().any(|reply| {
            reply.item == place
                && if item.is_paper {
                    !reply.files.is_empty()
                } else {
                    reply.answered
                }
        })
    };
    let missing: Vec<u16> = (0u16..)
        .zip(items)
        .filter(|(place, item)| !answered(*place, item))
        .map(|(place, _)| place)
        .collect();
    if missing.is_empty() {
        Ok(replies.to_vec())
    } else {
        Err(Refusal::ItemsUnanswered { missing })
    }
}

/// The clock goes on from the moment the applicant's answer arrived, not from the desk's look at it: the
/// city's own waiting is never a ground (`domain.md` 4.5).
fn confirm_supplement(case: &Case, context: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    let (Some(rules), Some(clock)) = (&case.rules, &case.clock) else {
        return Err(Refusal::NothingSent);
    };
    let answered_at = case
        .open_supplement()
        .and_then(|round| round.answered_at)
        .ok_or(Refusal::NotAnsweredYet)?;
    let ledger = resumed(&clock.ledger, rules.supplement.effect, answered_at);
    let due = ledger.due(context.calendar).map_err(Refusal::LimitNotSettled)?;
    Ok(vec![Event::SupplementConfirmed { due }])
}

/// The ledger after an answered supplement.
pub(super) fn resumed(ledger: &Ledger, effect: SupplementEffect, answered_at: Instant) -> Ledger {
    let mut ledger = ledger.clone();
    match effect {
        SupplementEffect::Restart => ledger.restart(answered_at),
        SupplementEffect::Suspend => ledger.resume(answered_at),
        SupplementEffect::Nothing => {}
    }
    ledger
}

/// Every condition that the case's rules name is judged, each once, and nothing else: whoever asks cannot choose
/// what a result rests on.
fn examine(case: &Case, findings: &[Finding]) -> Result<Vec<Event>, Refusal> {
    let wanted = case.rules.as_ref().map_or(&[][..], |rules| &rules.conditions);
    let is_judged_once = |name: &String| {
        findings
            .iter()
            .filter(|finding| finding.condition == *name)
            .count()
            == 1
    };
    let is_whole = wanted.iter().all(is_judged_once) && (wanted.is_empty() || findings.len() == wanted.len());
    if findings.is_empty() || !is_whole {
        return Err(Refusal::NotExamined);
    }
    Ok(vec![Event::Examined(Examined {
        findings: findings.to_vec(),
    })])
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

/// A refusal is a result without a national result code of its own.
fn outcome_code(case: &Case) -> Option<String> {
    let granted = case.draft.is_some_and(|draft| draft.kind == OutcomeKind::Granted);
    case.rules
        .as_ref()
        .and_then(|rules| rules.outcome_code.clone())
        .filter(|_| granted)
}

fn needed(reason: Option<NoteId>) -> Result<NoteId, Refusal> {
    reason.ok_or(Refusal::ReasonMissing)
}

/// The desk answers a sending within eight working hours (Decree 45/2020; `domain.md` 4.2).
fn intake_due(context: &Context<'_>) -> Due {
    Due::at(context.calendar.intake_answer_by(context.now))
}

fn due(calendar: &OfficeCalendar, from: Instant, limit: &TimeLimit) -> Result<Due, Refusal> {
    calendar.due(from, limit).map_err(Refusal::LimitNotSettled)
}
