//! Moves inside the office (T08, T09): they change whose turn it is, never the applicant's rights; so they alone can be
//! taken back.

use super::{Context, Verdict, needed};
use crate::case::command::Command;
use crate::case::event::Event;
use crate::case::refusal::Refusal;
use crate::case::state::Case;
use crate::id::StaffId;
use crate::time::Ledger;

pub(super) fn decide(case: &Case, command: &Command, context: &Context<'_>) -> Verdict {
    Some(match command {
        Command::HandOver => Ok(vec![Event::HandedOver]),
        Command::TakeOver => take_over(case, context),
        Command::Assign { specialist } if case.relations.holder == Some(*specialist) => {
            Err(Refusal::AlreadyAssigned)
        }
        Command::Assign { specialist } => Ok(vec![Event::Assigned {
            specialist: *specialist,
        }]),
        Command::TakeBack => Ok(vec![Event::TakenBack]),
        Command::GiveBack { reason } => needed(*reason).map(|reason| vec![Event::GivenBack { reason }]),
        Command::ReturnToDesk { reason } => {
            needed(*reason).map(|reason| vec![Event::ReturnedToDesk { reason }])
        }
        Command::Forward { to, task } => needed(*task).and_then(|task| forward(case, to, task)),
        Command::FinishForward { staff, result } => {
            let is_theirs = case
                .side_tasks
                .iter()
                .any(|task| task.staff == *staff && task.done.is_none());
            if is_theirs {
                Ok(vec![Event::ForwardFinished {
                    staff: *staff,
                    result: *result,
                }])
            } else {
                Err(Refusal::NoSuchTask)
            }
        }
        // Only whoever made a move takes it back.
        Command::UndoMove { staff } => match case.last_move {
            Some(moved) if moved.by == *staff => Ok(vec![Event::MoveUndone]),
            _ => Err(Refusal::NothingToUndo),
        },
        _ => return None,
    })
}

/// The resolving agency's limit counts from its own receipt (D309 8.3); the date on Form 01 stays beside it.
fn take_over(case: &Case, context: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    let rules = case.rules.as_ref().ok_or(Refusal::NothingSent)?;
    let ledger = Ledger::new(context.now, rules.limit.clone(), rules.cut_off_start);
    let due = ledger.due(context.calendar).map_err(Refusal::LimitNotSettled)?;
    Ok(vec![Event::TakenOver { due }])
}

fn forward(case: &Case, to: &[StaffId], task: crate::id::NoteId) -> Result<Vec<Event>, Refusal> {
    let mut others: Vec<StaffId> = Vec::new();
    for staff in to {
        let works_already = case
            .side_tasks
            .iter()
            .any(|task| task.staff == *staff && task.done.is_none());
        if case.relations.holder == Some(*staff) || works_already {
            return Err(Refusal::AlreadyAssigned);
        }
        if !others.contains(staff) {
            others.push(*staff);
        }
    }
    if others.is_empty() {
        return Err(Refusal::NothingListed);
    }
    Ok(vec![Event::Forwarded { to: others, task }])
}
