//! The same act on several cases of the inbox, each by itself: what a rule refuses stays, and the line says how many.

use axum::response::Response;
use motcua_domain::case::Command;
use motcua_engine::engine::{Engine, UseError, actor_of};
use motcua_engine::rows::StaffRow;
use motcua_engine::view::Queue;
use motcua_text::Text;

use super::Done;
use super::assigning::{UNKNOWN, specialist};
use crate::components::Tone;
use crate::edge::{Officer, Problem};
use crate::office::Given;
use crate::pages::see;

/// The most cases of one sending: a page of the inbox.
const CASES_MAX: usize = 50;

/// Hands over, or gives to a specialist, every chosen case.
pub async fn act(officer: Officer, given: Given) -> Result<Response, Problem> {
    let command = match given.text("act") {
        "hand-over" => Command::HandOver,
        "assign" => Command::Assign {
            specialist: specialist(&given).ok_or_else(|| officer.visitor.problem(UNKNOWN))?,
        },
        _ => return Err(officer.visitor.problem(UseError::NotFound)),
    };
    let cases: Vec<String> = given.all("case").take(CASES_MAX).map(str::to_owned).collect();
    let asked = cases.len();
    let done = officer
        .ask(move |engine, staff| each(engine, staff, &command, &cases))
        .await?;
    let queue = Queue::from_name(given.text("queue")).unwrap_or(Queue::Mine);
    Ok(see(&format!(
        "/desk?queue={}&done=selected&count={done}&asked={asked}",
        queue.name()
    )))
}

fn each(engine: &Engine, staff: &StaffRow, command: &Command, cases: &[String]) -> Result<usize, UseError> {
    let actor = actor_of(staff);
    let mut done = 0;
    for name in cases {
        match engine.act_named(&actor, name, |_| Ok(command.clone())) {
            Ok(_) => done += 1,
            // A rule or another officer was in the way of this case; the others can still be done.
            Err(UseError::Refused(_) | UseError::Denied(_) | UseError::NotFound | UseError::Changed) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(done)
}

/// The line that says how many were done.
pub(super) fn done(t: &Text, given: &Given) -> Option<Done> {
    let done: usize = given.text("count").parse().ok()?;
    let asked: usize = given.text("asked").parse().ok()?;
    let all = done == asked && asked > 0;
    Some(Done {
        tone: if all { Tone::Jade } else { Tone::Gold },
        words: if asked == 0 {
            t.office_select_none()
        } else {
            t.office_select_done(done.to_string(), asked.to_string())
        },
        rest: if all || asked == 0 {
            String::new()
        } else {
            t.office_select_rest()
        },
        href: None,
    })
}
