//! One proposal: what it would move among the running cases, and approving or declining it.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use motcua_domain::calendar::Proposal;
use motcua_domain::case::Author;
use motcua_domain::time::Due;
use motcua_engine::calendar::CalendarDifference;
use motcua_engine::engine::{UseError, actor_of};
use motcua_text::Text;

use super::days_in_words;
use crate::components::Tone;
use crate::edge::{Officer, Problem};
use crate::office::{Given, Place};
use crate::page::Page;
use crate::pages::{html, see};
use crate::words;

/// A case that would move.
struct MovedRow {
    name: String,
    from: String,
    to: String,
}

#[derive(Template)]
#[template(path = "office/calendar_proposal.html")]
struct ProposalPage {
    page: Page,
    number: u32,
    pairs: Vec<(String, String)>,
    moves: String,
    bounds: String,
    rows: Vec<MovedRow>,
    next: Option<String>,
    is_open: bool,
    /// Why this officer cannot approve; empty where they can.
    not_theirs: String,
    tone: Tone,
}

/// The page of a proposal.
pub async fn difference(officer: Officer, Path(number): Path<String>) -> Result<Response, Problem> {
    let number = number_of(&officer, &number)?;
    let given = Given::of_query(&officer.visitor.path);
    let after = given.text("after").parse().ok();
    let (found, difference) = officer
        .ask(move |engine, staff| {
            let actor = actor_of(staff);
            let difference = engine.calendar_difference(&actor, number, after)?;
            let proposals = engine.calendar_view(engine.now().day().year())?.proposals;
            let found = proposals
                .into_iter()
                .find(|(proposal, _, _)| proposal.number == number);
            Ok((found.ok_or(UseError::NotFound)?, difference))
        })
        .await?;
    let (proposal, proposed_by, _) = found;
    let t = officer.visitor.t();
    let is_own = matches!(&proposal.proposed_by, Author::Staff { staff, .. } if *staff == officer.staff.id);
    let shown = ProposalPage {
        page: officer.page(
            t.calendar_proposal_title(proposal.decision.decree.as_str()),
            Place::Calendar,
        ),
        number,
        pairs: pairs(t, &proposal, &proposed_by),
        moves: moves(t, &difference),
        bounds: bounds(t, &difference),
        rows: difference
            .moved
            .iter()
            .map(|moved| MovedRow {
                name: moved.name.clone(),
                from: due(t, moved.from),
                to: due(t, moved.to),
            })
            .collect(),
        next: difference
            .next
            .map(|after| format!("/desk/calendar/{number}?after={after}")),
        is_open: proposal.verdict.is_none(),
        not_theirs: if is_own {
            t.calendar_own_waits()
        } else {
            String::new()
        },
        tone: Tone::Gold,
    };
    Ok(html(&officer.visitor, &shown))
}

/// Approves a proposal, and leads back to the calendar.
pub async fn approve(officer: Officer, Path(number): Path<String>) -> Result<Response, Problem> {
    settle(officer, &number, true).await
}

/// Declines a proposal, or takes one's own back.
pub async fn decline(officer: Officer, Path(number): Path<String>) -> Result<Response, Problem> {
    settle(officer, &number, false).await
}

async fn settle(officer: Officer, number: &str, approve: bool) -> Result<Response, Problem> {
    let number = number_of(&officer, number)?;
    officer
        .ask(move |engine, staff| engine.settle_calendar(&actor_of(staff), number, approve))
        .await?;
    Ok(see("/desk/calendar"))
}

fn number_of(officer: &Officer, text: &str) -> Result<u32, Problem> {
    text.parse()
        .map_err(|_| officer.visitor.problem(UseError::NotFound))
}

fn due(t: &Text, due: Due) -> String {
    words::moment(t, due.at)
}

fn pairs(t: &Text, proposal: &Proposal, proposed_by: &str) -> Vec<(String, String)> {
    let decision = &proposal.decision;
    vec![
        (t.calendar_decree(), decision.decree.clone()),
        (t.calendar_issued_by(), decision.issued_by.clone()),
        (t.calendar_name(), decision.name.clone()),
        (t.calendar_days(), days_in_words(t, proposal)),
        (
            t.calendar_proposed(),
            t.calendar_proposed_by(proposed_by, words::moment(t, proposal.proposed_at)),
        ),
    ]
}

fn moves(t: &Text, difference: &CalendarDifference) -> String {
    let all = i64::from(difference.later) + i64::from(difference.earlier);
    if all == 0 {
        return t.calendar_moves_none();
    }
    t.calendar_moves(
        t.number(all),
        t.number(difference.later.into()),
        t.number(difference.earlier.into()),
    )
}

fn bounds(t: &Text, difference: &CalendarDifference) -> String {
    let running = i64::try_from(difference.running).unwrap_or(i64::MAX);
    t.calendar_looked_at(t.number(difference.looked_at.into()), t.number(running))
}
