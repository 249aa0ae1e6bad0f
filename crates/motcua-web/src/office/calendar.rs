//! The city's calendar: a year of decided days with their sources, proposals, what one would move, and approving it.

mod form;
mod proposal;

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use motcua_domain::access::{Action, may_in_office};
use motcua_domain::calendar::{DecisionFault, Proposal};
use motcua_domain::time::HolidayKind;
use motcua_engine::calendar::{CalendarProgress, CalendarView, DecidedDayView};
use motcua_engine::engine::actor_of;
use motcua_text::Text;

use super::{Given, Place};
use crate::components::{Problem as FieldProblem, TextField, Tone};
use crate::edge::{Officer, Problem};
use crate::page::Page;
use crate::pages::{html, see};
use crate::words;

pub use proposal::{approve, decline, difference};

/// A decided day in the list.
struct DayRow {
    day: String,
    weekday: String,
    is_worked: bool,
    name: String,
    source: String,
}

/// A proposal in the list.
struct ProposalRow {
    number: u32,
    decree: String,
    name: String,
    days: String,
    state: String,
    is_open: bool,
}

#[derive(Template)]
#[template(path = "office/calendar.html")]
struct CalendarPage {
    page: Page,
    earlier: i16,
    year: i16,
    later: i16,
    progress: Option<(Tone, String)>,
    days: Vec<DayRow>,
    proposals: Vec<ProposalRow>,
    may_approve: bool,
    may_propose: bool,
    fields: Vec<TextField>,
    problems: Vec<FieldProblem>,
}

/// The year that an address asks for, else this one.
pub async fn show(officer: Officer) -> Result<Response, Problem> {
    let given = Given::of_query(&officer.visitor.path);
    answer(&officer, &given, &[], None).await
}

/// Puts a decision on record, and leads to what it would move.
pub async fn propose(officer: Officer, given: Given) -> Result<Response, Problem> {
    let today = officer.visitor.edge.engine().now().day();
    let (decision, unread) = form::decision(&given);
    let mut faults = decision.faults(today);
    if unread.is_some() {
        faults.retain(|fault| *fault != DecisionFault::Days);
    }
    if !faults.is_empty() || unread.is_some() {
        return answer(&officer, &given, &faults, unread).await;
    }
    let number = officer
        .ask(move |engine, staff| engine.propose_calendar(&actor_of(staff), decision))
        .await?;
    Ok(see(&format!("/desk/calendar/{number}")))
}

async fn answer(
    officer: &Officer,
    given: &Given,
    faults: &[DecisionFault],
    unread: Option<form::Unread>,
) -> Result<Response, Problem> {
    let today = officer.visitor.edge.engine().now().day();
    let asked = given.text("year").parse().ok();
    let year = asked
        .filter(|year| (1900..2200).contains(year))
        .unwrap_or(today.year());
    let view = officer.ask(move |engine, _| engine.calendar_view(year)).await?;
    let is_wrong = !faults.is_empty() || unread.is_some();
    let t = officer.visitor.t();
    let fields = form::fields(t, given, faults, unread.as_ref());
    let mut page = officer.page(t.calendar_title(), Place::Calendar);
    page.has_errors = is_wrong;
    let actor = actor_of(&officer.staff);
    let shown = CalendarPage {
        page,
        earlier: year.saturating_sub(1),
        year,
        later: year.saturating_add(1),
        progress: view.progress.map(|progress| progress_words(t, progress)),
        days: view.days.iter().map(|day| DayRow::of(t, day)).collect(),
        proposals: proposals(t, &view),
        may_approve: may_in_office(&actor, Action::ApproveChange).is_ok(),
        may_propose: may_in_office(&actor, Action::ManageUnits).is_ok(),
        problems: form::problems(&fields),
        fields,
    };
    let response = html(&officer.visitor, &shown);
    Ok(if is_wrong {
        (StatusCode::UNPROCESSABLE_ENTITY, response).into_response()
    } else {
        response
    })
}

fn progress_words(t: &Text, progress: CalendarProgress) -> (Tone, String) {
    let figure = |count: u64| t.number(i64::try_from(count).unwrap_or(i64::MAX));
    match progress {
        CalendarProgress::Waiting => (Tone::Gold, t.calendar_progress_waiting()),
        CalendarProgress::Running { looked_at, total } => (
            Tone::Sea,
            t.calendar_progress_running(figure(looked_at), figure(total)),
        ),
        CalendarProgress::Done { looked_at } => (Tone::Jade, t.calendar_progress_done(figure(looked_at))),
    }
}

impl DayRow {
    fn of(t: &Text, row: &DecidedDayView) -> Self {
        let (year, month, day) = words::parts(row.day);
        let mut source = row.decision.basis.clone().unwrap_or_default();
        if row.decision.is_estimated {
            source = t.calendar_estimated();
        }
        if let Some(other) = row.decision.swapped_with {
            let swap = t.calendar_swapped(words::day(t, other));
            source = if source.is_empty() {
                swap
            } else {
                format!("{source} · {swap}")
            };
        }
        Self {
            day: words::day(t, row.day),
            weekday: t.weekday(year, month, day).to_owned(),
            is_worked: row.decision.kind == HolidayKind::Worked,
            name: row.decision.name.clone(),
            source,
        }
    }
}

/// The days of a proposal in words: "03/12/2026 (nghỉ), 05/12/2026 (làm bù)".
fn days_in_words(t: &Text, proposal: &Proposal) -> String {
    let days = proposal.decision.days.iter().map(|decided| {
        let kind = match decided.kind.holiday() {
            HolidayKind::Off => t.calendar_off(),
            HolidayKind::Worked => t.calendar_worked(),
        };
        format!("{} ({})", words::day(t, decided.on), words::uncapitalised(&kind))
    });
    days.collect::<Vec<_>>().join(", ")
}

fn proposals(t: &Text, view: &CalendarView) -> Vec<ProposalRow> {
    let rows = view.proposals.iter().map(|(proposal, proposed_by, settled_by)| {
        let proposed = t.calendar_proposed_by(proposed_by.as_str(), words::moment(t, proposal.proposed_at));
        let state = match &proposal.verdict {
            None => proposed,
            Some(verdict) => {
                let at = words::moment(t, verdict.at);
                let settled = if verdict.is_approved {
                    t.calendar_approved_by(settled_by.as_str(), at)
                } else {
                    t.calendar_declined_by(settled_by.as_str(), at)
                };
                format!("{proposed} {settled}")
            }
        };
        ProposalRow {
            number: proposal.number,
            decree: format!("{} · {}", proposal.decision.decree, proposal.decision.issued_by),
            name: proposal.decision.name.clone(),
            days: days_in_words(t, proposal),
            state,
            is_open: proposal.verdict.is_none(),
        }
    });
    rows.collect()
}
