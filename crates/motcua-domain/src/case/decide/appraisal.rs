//! What is checked, asked, visited, posted and awaited while a case is appraised (T10, T11, T15).

use super::{Context, Verdict, due, due_after, needed};
use crate::case::appraisal::{Consultation, Silence};
use crate::case::command::{Command, Finding, VisitRecord};
use crate::case::event::{Event, Examined, OpinionAsked, OpinionGiven, VisitRecorded};
use crate::case::refusal::Refusal;
use crate::case::rules::SupplementRule;
use crate::case::state::Case;
use crate::id::{NoteId, UnitCode};
use crate::time::{ExclusionGround, Instant, TimeLimit};

pub(super) fn decide(case: &Case, command: &Command, context: &Context<'_>) -> Verdict {
    Some(match command {
        Command::Examine { findings } => examine(case, findings),
        Command::AskOpinion { of, content, limit } => {
            needed(*content).and_then(|content| ask_opinion(case, of, content, limit, context))
        }
        Command::GiveOpinion {
            consultation,
            agrees,
            text,
        } => give_opinion(case, *consultation, *agrees, *text, context),
        Command::TakeSilence { consultation } => take_silence(case, *consultation, context),
        Command::ProceedWithoutOpinion { consultation, ground } => {
            needed(*ground).and_then(|ground| proceed(case, *consultation, ground, context))
        }
        Command::PlanVisit { at, place } => needed(*place).and_then(|place| {
            if *at <= context.now {
                return Err(Refusal::NotInTheFuture);
            }
            Ok(vec![Event::VisitPlanned { at: *at, place }])
        }),
        Command::RecordVisit { visited_at, record } => record_visit(case, *visited_at, record, context),
        Command::PostPublicly { period, content } => needed(*content).and_then(|content| {
            let until = due(context.calendar, context.now, period)?;
            Ok(vec![Event::PostingBegun { content, until }])
        }),
        Command::EndPosting { objections, note } => end_posting(case, *objections, *note, context),
        Command::AskFinancialDuty { to, slip } => {
            needed(*slip).map(|slip| vec![Event::FinancialDutyAsked { to: to.clone(), slip }])
        }
        Command::NotifyDuty { notice, amount } => {
            if notice.trim().is_empty() || amount.get() <= 0 {
                Err(Refusal::ReasonMissing)
            } else {
                Ok(vec![Event::DutyNotified {
                    notice: notice.trim().to_owned(),
                    amount: *amount,
                }])
            }
        }
        Command::ProveDuty { file } => Ok(vec![Event::DutyProved { file: *file }]),
        Command::ConfirmDuty => confirm_duty(case, context),
        _ => return None,
    })
}

/// The last moment for asking after appraisal, and the rule it comes from.
pub(super) fn asking_time(case: &Case, context: &Context<'_>) -> Result<(Instant, SupplementRule), Refusal> {
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

fn ask_opinion(
    case: &Case,
    of: &UnitCode,
    content: NoteId,
    limit: &TimeLimit,
    context: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    if *of == case.relations.competent {
        return Err(Refusal::OwnAgency);
    }
    if case
        .consultations
        .iter()
        .any(|asked| asked.of == *of && asked.is_open())
    {
        return Err(Refusal::AlreadyAsked);
    }
    let silence = case
        .rules
        .as_ref()
        .map(|rules| rules.opinions.silence)
        .unwrap_or_default();
    Ok(vec![Event::OpinionAsked(OpinionAsked {
        of: of.clone(),
        content,
        due: due(context.calendar, context.now, limit)?,
        silence,
    })])
}

fn consultation(case: &Case, place: u16) -> Result<&Consultation, Refusal> {
    case.consultations
        .get(usize::from(place))
        .ok_or(Refusal::NoSuchConsultation)
}

/// A body may say more than once; it says nothing new of a question that ended without it.
fn give_opinion(
    case: &Case,
    place: u16,
    agrees: bool,
    text: Option<NoteId>,
    context: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    let asked = consultation(case, place)?;
    if asked.ended.is_some() {
        return Err(Refusal::ConsultationOver);
    }
    // A body that does not agree says why.
    let text = if agrees { text } else { Some(needed(text)?) };
    let given = |due| {
        Event::OpinionGiven(OpinionGiven {
            consultation: place,
            agrees,
            text,
            due,
        })
    };
    let due = due_after(case, given(None), context)?;
    Ok(vec![given(due)])
}

fn take_silence(case: &Case, place: u16, context: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    let asked = consultation(case, place)?;
    if !asked.is_open() {
        return Err(Refusal::ConsultationOver);
    }
    if asked.silence != Silence::Consents {
        return Err(Refusal::SilenceIsNoConsent);
    }
    if context.now <= asked.due.at {
        return Err(Refusal::StillTime { until: asked.due.at });
    }
    let taken = |due| Event::SilenceTaken {
        consultation: place,
        due,
    };
    let due = due_after(case, taken(None), context)?;
    Ok(vec![taken(due)])
}

fn proceed(case: &Case, place: u16, ground: NoteId, context: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    if !consultation(case, place)?.is_open() {
        return Err(Refusal::ConsultationOver);
    }
    let waived = |due| Event::OpinionWaived {
        consultation: place,
        ground,
        due,
    };
    let due = due_after(case, waived(None), context)?;
    Ok(vec![waived(due)])
}

fn record_visit(
    case: &Case,
    visited_at: Instant,
    record: &VisitRecord,
    context: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    if visited_at > context.now {
        return Err(Refusal::InTheFuture);
    }
    let (place, attended, found) = (
        needed(record.place)?,
        needed(record.attended)?,
        needed(record.found)?,
    );
    let recorded = |due| {
        Event::VisitRecorded(VisitRecorded {
            visited_at,
            place,
            attended,
            found,
            due,
        })
    };
    let due = due_after(case, recorded(None), context)?;
    Ok(vec![recorded(due)])
}

fn end_posting(
    case: &Case,
    objections: u16,
    note: Option<NoteId>,
    context: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    let running = case.postings.iter().find(|posting| posting.ended.is_none());
    if let Some(posting) = running.filter(|posting| context.now < posting.until.at) {
        return Err(Refusal::StillTime {
            until: posting.until.at,
        });
    }
    let note = if objections == 0 {
        note
    } else {
        Some(needed(note)?)
    };
    let ended = |due| Event::PostingEnded {
        objections,
        note,
        due,
    };
    let due = due_after(case, ended(None), context)?;
    Ok(vec![ended(due)])
}

/// The clock goes on from the moment the proof came: the office's own look at it is not the applicant's time.
fn confirm_duty(case: &Case, context: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    let (Some(clock), Some(proved_at)) = (
        &case.clock,
        case.duties.last().and_then(|duty| duty.proof).map(|(_, at)| at),
    ) else {
        return Err(Refusal::DutyNotProved);
    };
    let mut ledger = clock.ledger.clone();
    ledger.resume_from(proved_at, ExclusionGround::FinancialDuty);
    let due = ledger.due(context.calendar).map_err(Refusal::LimitNotSettled)?;
    Ok(vec![Event::DutyMet { due }])
}
