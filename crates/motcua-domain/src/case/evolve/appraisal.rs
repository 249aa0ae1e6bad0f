//! What is checked, asked, visited, posted and awaited while a case is appraised; the part of other agencies.

use super::staff;
use crate::case::appraisal::{
    Consultation, Duty, Opinion, Posting, PostingEnd, Visit, VisitFound, WithoutOpinion,
};
use crate::case::event::{Event, OpinionGiven, Recorded, TaskFinished, VisitRecorded};
use crate::case::exchange::{ExchangeKind, ExchangeReport, Incoming, Outgoing};
use crate::case::state::Case;
use crate::case::step::Step;
use crate::case::task::{Task, TaskApology, TaskDone};
use crate::id::UnitCode;
use crate::time::{ExclusionGround, Instant};

pub(super) fn apply(case: &mut Case, recorded: &Recorded) {
    let at = recorded.at;
    match &recorded.event {
        Event::Examined(examined) => case.findings.clone_from(&examined.findings),
        Event::OpinionAsked(asked) => {
            case.consultations.push(Consultation {
                of: asked.of.clone(),
                content: asked.content,
                asked_at: at,
                due: asked.due,
                silence: asked.silence,
                opinions: Vec::new(),
                ended: None,
            });
            involve(case, &asked.of, ExchangeKind::OpinionRequest);
        }
        Event::OpinionGiven(given) => opinion(case, given, recorded),
        Event::SilenceTaken { consultation, due } => {
            end_consultation(case, *consultation, WithoutOpinion::Silence);
            case.due_from_now_on(*due);
        }
        Event::OpinionWaived {
            consultation,
            ground,
            due,
        } => {
            end_consultation(case, *consultation, WithoutOpinion::Waived(*ground));
            case.due_from_now_on(*due);
        }
        Event::VisitPlanned { at, place } => case.visits.push(Visit {
            at: *at,
            place: *place,
            record: None,
        }),
        Event::VisitRecorded(visited) => visit(case, visited, at),
        Event::PostingBegun { content, until } => case.postings.push(Posting {
            content: *content,
            from: at,
            until: *until,
            ended: None,
        }),
        Event::PostingEnded {
            objections,
            note,
            due,
        } => {
            if let Some(posting) = case.postings.iter_mut().find(|posting| posting.ended.is_none()) {
                posting.ended = Some(PostingEnd {
                    at,
                    objections: *objections,
                    note: *note,
                });
            }
            case.due_from_now_on(*due);
        }
        _ => outside(case, recorded),
    }
}

/// The tax office.
fn outside(case: &mut Case, recorded: &Recorded) {
    let at = recorded.at;
    match &recorded.event {
        Event::FinancialDutyAsked { to, slip } => {
            case.duties.push(Duty {
                to: to.clone(),
                slip: *slip,
                asked_at: at,
                notice: None,
                proof: None,
                confirmed_at: None,
            });
            case.outgoing
                .push(Outgoing::new(to.clone(), ExchangeKind::DutySlip));
            if let Some(clock) = &mut case.clock {
                clock.ledger.suspend(at, ExclusionGround::FinancialDuty);
            }
            case.step_to(Step::FinancialDuty, at);
        }
        Event::DutyNotified { notice, amount } => {
            if let Some(duty) = case.duties.last_mut() {
                duty.notice = Some((notice.clone(), *amount));
            }
        }
        Event::DutyProved { file } => {
            if let Some(duty) = case.duties.last_mut() {
                duty.proof = Some((*file, at));
            }
        }
        Event::DutyMet { due } => {
            let proved_at = case
                .duties
                .last()
                .and_then(|duty| duty.proof)
                .map_or(at, |(_, at)| at);
            if let Some(clock) = &mut case.clock {
                clock
                    .ledger
                    .resume_from(proved_at, ExclusionGround::FinancialDuty);
            }
            if let Some(duty) = case.duties.last_mut() {
                duty.confirmed_at = Some(at);
            }
            case.due_from_now_on(Some(*due));
            case.step_to(Step::Appraisal, at);
        }
        _ => agencies(case, recorded),
    }
}

/// The part of other agencies, and messages to and from other bodies.
fn agencies(case: &mut Case, recorded: &Recorded) {
    let at = recorded.at;
    match &recorded.event {
        Event::TasksOpened(opened) => {
            for plan in &opened.tasks {
                involve(case, &plan.agency, ExchangeKind::TaskTransfer);
                case.tasks.push(Task {
                    plan: plan.clone(),
                    started_at: None,
                    due: None,
                    apology: None,
                    done: None,
                });
            }
        }
        Event::TaskStarted { task, due } => {
            if let Some(task) = case.tasks.get_mut(usize::from(*task)) {
                task.started_at = Some(at);
                task.due = Some(*due);
            }
        }
        Event::TaskFinished(finished) => finish_task(case, finished, recorded),
        Event::TaskApologised { task, reason, due } => {
            if let Some(task) = case.tasks.get_mut(usize::from(*task)) {
                task.apology = Some(TaskApology {
                    at,
                    reason: *reason,
                    due: *due,
                });
            }
        }
        Event::ExchangeReported(report) => exchange(case, report),
        _ => {}
    }
}

fn opinion(case: &mut Case, given: &OpinionGiven, recorded: &Recorded) {
    if let Some(asked) = case.consultations.get_mut(usize::from(given.consultation)) {
        asked.opinions.push(Opinion {
            at: recorded.at,
            by: staff(&recorded.by),
            agrees: given.agrees,
            text: given.text,
        });
    }
    case.due_from_now_on(given.due);
}

fn end_consultation(case: &mut Case, place: u16, how: WithoutOpinion) {
    if let Some(asked) = case.consultations.get_mut(usize::from(place)) {
        asked.ended = Some(how);
    }
}

/// A record answers the visit that was planned; a visit that nobody planned stands for itself.
fn visit(case: &mut Case, visited: &VisitRecorded, at: Instant) {
    let record = Some(VisitFound {
        recorded_at: at,
        attended: visited.attended,
        found: visited.found,
    });
    match case.visits.iter_mut().find(|visit| visit.record.is_none()) {
        Some(planned) => {
            planned.at = visited.visited_at;
            planned.place = visited.place;
            planned.record = record;
        }
        None => case.visits.push(Visit {
            at: visited.visited_at,
            place: visited.place,
            record,
        }),
    }
    case.due_from_now_on(visited.due);
}

fn finish_task(case: &mut Case, finished: &TaskFinished, recorded: &Recorded) {
    if let Some(task) = case.tasks.get_mut(usize::from(finished.task)) {
        task.done = Some(TaskDone {
            at: recorded.at,
            by: staff(&recorded.by),
            note: finished.note,
            file: finished.file,
            on_time: finished.on_time,
        });
    }
}

/// A body that was asked may read what it was asked about, from then on.
fn involve(case: &mut Case, agency: &UnitCode, kind: ExchangeKind) {
    if !case.relations.agencies.contains(agency) {
        case.relations.agencies.push(agency.clone());
    }
    case.outgoing.push(Outgoing::new(agency.clone(), kind));
}

fn exchange(case: &mut Case, report: &ExchangeReport) {
    match report {
        ExchangeReport::Ours { message, became } => {
            if let Some(ours) = case.outgoing.get_mut(usize::from(*message)) {
                ours.go(*became);
            }
        }
        ExchangeReport::Theirs { from, sequence } => {
            match case.incoming.iter_mut().find(|incoming| incoming.from == *from) {
                Some(known) => known.take(*sequence),
                None => {
                    let mut incoming = Incoming::new(from.clone());
                    incoming.take(*sequence);
                    case.incoming.push(incoming);
                }
            }
        }
    }
}
