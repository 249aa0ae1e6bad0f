//! From the sending to acceptance (T01-T07).

use super::{Context, Verdict, due, intake_due, needed};
use crate::case::command::{Command, DeskAnswer, Sending, SupplementAnswer};
use crate::case::event::{
    Accepted, Author, Event, FeeAsked, Recorded, RetrievalFailed, Sent, SupplementAnswered, SupplementItem,
    SupplementRequested,
};
use crate::case::evolve::{evolve, resumed};
use crate::case::refusal::Refusal;
use crate::case::rules::Rules;
use crate::case::state::{Case, Supplement, SupplementStage};
use crate::case::step::Step;
use crate::time::Ledger;

/// Commands of a case that does not exist yet.
pub(super) fn begin(command: &Command, context: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Send(sending) => Ok(vec![sent(sending, context)]),
        Command::Receive { sending, answer } => receive(sending, answer, context),
        _ => Err(Refusal::NothingSent),
    }
}

pub(super) fn decide(case: &Case, command: &Command, context: &Context<'_>) -> Verdict {
    Some(match command {
        // A fee that came before acceptance goes back with the dossier.
        Command::Recall => Ok(std::iter::once(Event::Recalled)
            .chain(super::ending::refunds(case))
            .collect()),
        Command::AskFee { rules } => ask_fee(rules),
        Command::Accept { rules } => accept(case, rules, context),
        Command::RefuseIntake { reason } => {
            needed(*reason).map(|reason| vec![Event::IntakeRefused { reason }])
        }
        Command::RequestSupplement {
            items,
            further_ground,
        } => request_supplement(case, items, further_ground.as_deref(), context),
        Command::AnswerSupplement { answers, replies } => {
            complete(case.open_supplement(), replies).map(|replies| {
                vec![Event::SupplementAnswered(SupplementAnswered {
                    answers: *answers,
                    replies,
                    intake_due: (case.step == Step::SupplementAtIntake).then(|| intake_due(context)),
                })]
            })
        }
        Command::ConfirmSupplement => confirm_supplement(case, context),
        Command::RecordRetrievalFailure {
            component,
            source,
            error,
        } => retrieval_failed(component, source, error),
        _ => return None,
    })
}

/// The record alone opens a held component to being asked for, so it says what was looked for, where, and what came.
fn retrieval_failed(component: &str, source: &str, error: &str) -> Result<Vec<Event>, Refusal> {
    if [component, source, error]
        .iter()
        .any(|said| said.trim().is_empty())
    {
        return Err(Refusal::ReasonMissing);
    }
    Ok(vec![Event::RetrievalFailed(RetrievalFailed {
        component: component.trim().to_owned(),
        source: source.trim().to_owned(),
        error: error.trim().to_owned(),
    })])
}

fn sent(sending: &Sending, context: &Context<'_>) -> Event {
    Event::Sent(Box::new(Sent {
        case: sending.case,
        reference: sending.reference.clone(),
        version: sending.version.clone(),
        channel: sending.channel,
        applicant: sending.applicant,
        ground: sending.ground,
        received_at: sending.received_at.clone(),
        competent: sending.competent.clone(),
        forward_to: sending.forward_to.clone(),
        answers: sending.answers,
        papers: sending.papers.clone(),
        delivery: sending.delivery,
        intake_due: intake_due(context),
    }))
}

/// At the desk, sending and answer are one act, so there is never a moment in which nobody has answered.
fn receive(sending: &Sending, answer: &DeskAnswer, context: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    let sent = sent(sending, context);
    let recorded = Recorded {
        at: context.now,
        by: Author::System,
        event: sent.clone(),
    };
    let case = evolve(None, &recorded).ok_or(Refusal::NothingSent)?;
    let answered = match answer {
        DeskAnswer::Accept(rules) if rules.owes_first() => ask_fee(rules)?,
        DeskAnswer::Accept(rules) => accept(&case, rules, context)?,
        DeskAnswer::Ask(items) => request_supplement(&case, items, None, context)?,
        DeskAnswer::Refuse(reason) => vec![Event::IntakeRefused {
            reason: needed(*reason)?,
        }],
    };
    Ok(std::iter::once(sent).chain(answered).collect())
}

fn ask_fee(rules: &Rules) -> Result<Vec<Event>, Refusal> {
    if !rules.owes_at_intake() {
        return Err(Refusal::NothingToPay);
    }
    Ok(vec![Event::FeeAsked(FeeAsked {
        charges: rules.charges.clone(),
    })])
}

/// The limit begins now: "when received in full and correctly, as shown on Form 01" (D309 8.3). Where another agency
/// decides, its limit begins with its own receipt; Form 01 counts from the last lawful moment of that.
fn accept(case: &Case, rules: &Rules, context: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    if rules.owes_first() && case.step == Step::Sent && case.charges.is_empty() {
        return Err(Refusal::FeeUnpaid);
    }
    let handover_by = context.calendar.handover_by(context.now);
    let start = if case.is_border_free() {
        handover_by
    } else {
        context.now
    };
    let ledger = Ledger::new(start, rules.limit.clone(), rules.cut_off_start);
    let promised = match &rules.promise {
        Some(promise) => {
            let ledger = Ledger::new(start, promise.clone(), rules.cut_off_start);
            Some(ledger.due(context.calendar).map_err(Refusal::LimitNotSettled)?)
        }
        None => None,
    };
    Ok(vec![Event::Accepted(Box::new(Accepted {
        rules: rules.clone(),
        due: ledger.due(context.calendar).map_err(Refusal::LimitNotSettled)?,
        promised,
        handover_by,
    }))])
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
    if let Some(held) = items
        .iter()
        .find(|item| context.held.contains(&item.target) && !case.retrieval_failures.contains(&item.target))
    {
        return Err(Refusal::HeldByCity {
            component: held.target.clone(),
        });
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
            let (until, rule) = super::appraisal::asking_time(case, context)?;
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
