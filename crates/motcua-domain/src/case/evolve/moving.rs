//! Moves inside the office, and taking the last one back.

use super::staff;
use crate::case::appraisal::SideTask;
use crate::case::event::{Event, Recorded};
use crate::case::state::{Case, LastMove};
use crate::case::step::Step;
use crate::time::Ledger;

/// Where the case stands before an internal move, so that it can be taken back; `None` for any other event.
pub(super) fn before(case: &Case, recorded: &Recorded) -> Option<LastMove> {
    let is_move = matches!(
        recorded.event,
        Event::HandedOver
            | Event::Assigned { .. }
            | Event::TakenBack
            | Event::GivenBack { .. }
            | Event::ReturnedToDesk { .. }
            | Event::Forwarded { .. }
    );
    staff(&recorded.by).filter(|_| is_move).map(|by| LastMove {
        at: recorded.at,
        by,
        step: case.step,
        step_since: case.step_since,
        holder: case.relations.holder,
        handed_over_at: case.handed_over_at,
        side_tasks: case.side_tasks.len(),
    })
}

pub(super) fn apply(case: &mut Case, recorded: &Recorded) {
    let at = recorded.at;
    match &recorded.event {
        Event::HandedOver => {
            case.handed_over_at = Some(at);
            case.step_to(Step::HandedOver, at);
        }
        Event::TakenOver { due } => {
            if let (Some(clock), Some(rules)) = (&mut case.clock, &case.rules) {
                clock.ledger = Ledger::new(at, rules.limit.clone(), rules.cut_off_start);
                clock.current = *due;
                clock.taken_over_at = Some(at);
            }
        }
        Event::Assigned { specialist } => {
            case.relations.holder = Some(*specialist);
            case.step_to(Step::Appraisal, at);
        }
        Event::TakenBack | Event::GivenBack { .. } => {
            case.relations.holder = None;
            case.step_to(Step::HandedOver, at);
        }
        Event::ReturnedToDesk { .. } => {
            case.handed_over_at = None;
            case.step_to(Step::Accepted, at);
        }
        Event::Forwarded { to, task } => {
            case.side_tasks.extend(to.iter().map(|staff| SideTask {
                staff: *staff,
                task: *task,
                given_at: at,
                done: None,
            }));
            follow_colleagues(case);
        }
        Event::ForwardFinished { staff, result } => {
            let theirs = case
                .side_tasks
                .iter_mut()
                .find(|task| task.staff == *staff && task.done.is_none());
            if let Some(task) = theirs {
                task.done = Some((at, *result));
            }
        }
        Event::MoveUndone => {
            if let Some(moved) = case.last_move {
                case.step = moved.step;
                case.step_since = moved.step_since;
                case.relations.holder = moved.holder;
                case.handed_over_at = moved.handed_over_at;
                case.side_tasks.truncate(moved.side_tasks);
                follow_colleagues(case);
            }
        }
        _ => {}
    }
}

/// Whoever works, or worked, beside the holder may read the case.
fn follow_colleagues(case: &mut Case) {
    case.relations.colleagues.clear();
    for task in &case.side_tasks {
        if !case.relations.colleagues.contains(&task.staff) {
            case.relations.colleagues.push(task.staff);
        }
    }
}
