//! Inter-agency cases (`domain.md` 3.5) and messages to and from other bodies (13.1).

use super::{Context, Verdict, due, needed, new_due};
use crate::case::command::Command;
use crate::case::event::{Event, TaskFinished, TasksOpened};
use crate::case::exchange::ExchangeReport;
use crate::case::refusal::Refusal;
use crate::case::state::Case;
use crate::case::task::{Task, TaskOrder, TaskPlan};

pub(super) fn decide(case: &Case, command: &Command, context: &Context<'_>) -> Verdict {
    Some(match command {
        Command::OpenTasks { order, tasks } => open(case, *order, tasks, context),
        Command::FinishTask { task, note, file } => running(case, *task).and_then(|running| {
            let finished = Event::TaskFinished(TaskFinished {
                task: *task,
                note: *note,
                file: *file,
                on_time: running.due.is_none_or(|due| context.now <= due.at),
            });
            let next = start_next(case, *task, context)?;
            Ok(std::iter::once(finished).chain(next).collect())
        }),
        Command::ApologiseTask {
            task,
            reason,
            new_day,
        } => running(case, *task).and_then(|running| {
            if running.apology.is_some() {
                return Err(Refusal::AlreadyExtended);
            }
            let current = running.due.ok_or(Refusal::NoSuchTask)?;
            Ok(vec![Event::TaskApologised {
                task: *task,
                reason: needed(*reason)?,
                due: new_due(current, *new_day, context)?,
            }])
        }),
        Command::ReportExchange { report } => report_exchange(case, report),
        _ => return None,
    })
}

/// Exactly one agency leads, and each has one task: its name stands on one day.
fn open(
    case: &Case,
    order: TaskOrder,
    tasks: &[TaskPlan],
    context: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    if tasks.is_empty() {
        return Err(Refusal::NothingListed);
    }
    if tasks.iter().filter(|task| task.is_lead).count() != 1 {
        return Err(Refusal::OneLeads);
    }
    // A share whose limit nobody settled would stop the chain when its turn comes.
    for task in tasks {
        due(context.calendar, context.now, &task.limit)?;
    }
    let first = case.tasks.len();
    let mut events = vec![Event::TasksOpened(TasksOpened {
        order,
        tasks: tasks.to_vec(),
    })];
    let at_once = match order {
        TaskOrder::AtOnce => tasks.len(),
        TaskOrder::InOrder => 1,
    };
    for (place, task) in tasks.iter().enumerate().take(at_once) {
        events.push(Event::TaskStarted {
            task: u16::try_from(first + place).map_err(|_| Refusal::NothingListed)?,
            due: due(context.calendar, context.now, &task.limit)?,
        });
    }
    Ok(events)
}

fn running(case: &Case, place: u16) -> Result<&Task, Refusal> {
    case.tasks
        .get(usize::from(place))
        .filter(|task| task.is_running())
        .ok_or(Refusal::NoSuchTask)
}

/// Where agencies work one after another, the next begins when this one is done.
fn start_next(case: &Case, done: u16, context: &Context<'_>) -> Result<Option<Event>, Refusal> {
    let waiting = (0u16..)
        .zip(&case.tasks)
        .find(|(place, task)| *place != done && task.started_at.is_none());
    waiting
        .map(|(task, waits)| {
            Ok(Event::TaskStarted {
                task,
                due: due(context.calendar, context.now, &waits.plan.limit)?,
            })
        })
        .transpose()
}

/// What was said before is not said again; what comes too early is kept by `evolve`.
fn report_exchange(case: &Case, report: &ExchangeReport) -> Result<Vec<Event>, Refusal> {
    let is_news = match report {
        ExchangeReport::Ours { message, became } => case
            .outgoing
            .get(usize::from(*message))
            .is_some_and(|ours| ours.state.after(became.happened()).is_some()),
        ExchangeReport::Theirs { from, sequence } => {
            *sequence > 0
                && case
                    .incoming
                    .iter()
                    .find(|incoming| incoming.from == *from)
                    .is_none_or(|incoming| !incoming.knows(*sequence))
        }
    };
    if is_news {
        Ok(vec![Event::ExchangeReported(report.clone())])
    } else {
        Err(Refusal::AlreadyReported)
    }
}
