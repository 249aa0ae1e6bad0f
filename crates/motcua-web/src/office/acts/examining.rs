//! The specialist's part: each condition met or not, then the draft to be signed.

use axum::extract::Path;
use axum::response::Response;
use motcua_domain::access::Actor;
use motcua_domain::case::{Command, CommandKind, Finding, OutcomeKind};
use motcua_engine::case::Acted;
use motcua_engine::engine::{Engine, UseError};

use super::{Acting, ReasonPage, WithReason, allowed};
use crate::edge::{Officer, Problem};
use crate::office::Given;

/// Before the name of a condition in the form: `met.<condition>` is `yes` or `no`.
const MET: &str = "met.";

/// T10 Thẩm định; with `then=grant`, the draft follows at once, and every condition left open counts as met, as the
/// button says.
pub async fn examine(officer: Officer, name: Path<String>, given: Given) -> Result<Response, Problem> {
    let is_granted = given.text("then") == "grant";
    let findings: Vec<Finding> = given
        .all("condition")
        .filter_map(|condition| finding(&given, condition, is_granted))
        .collect();
    let kind = if is_granted {
        CommandKind::DraftOutcome
    } else {
        CommandKind::Examine
    };
    let acting = Acting::new(officer, name, &given);
    // What was found is not yet a draft, so its case stays open.
    let acting = if is_granted { acting } else { acting.staying() };
    acting
        .carry_out(kind, move |engine, actor, name| {
            let examined = engine.act_named(actor, name, |_| Ok(Command::Examine { findings }))?;
            if is_granted {
                grant_draft(engine, actor, name)
            } else {
                Ok(examined)
            }
        })
        .await
}

fn finding(given: &Given, condition: &str, open_is_met: bool) -> Option<Finding> {
    let met = match given.text(&format!("{MET}{condition}")) {
        "yes" => true,
        "no" => false,
        _ if open_is_met => true,
        _ => return None,
    };
    Some(Finding {
        condition: condition.to_owned(),
        met,
    })
}

fn grant_draft(engine: &Engine, actor: &Actor, name: &str) -> Result<Acted, UseError> {
    engine.act_named(actor, name, |_| {
        Ok(Command::DraftOutcome {
            kind: OutcomeKind::Granted,
            reason: None,
        })
    })
}

/// T19: the draft of a result that is granted.
pub async fn grant(officer: Officer, name: Path<String>, given: Given) -> Result<Response, Problem> {
    Acting::new(officer, name, &given)
        .carry_out(CommandKind::DraftOutcome, grant_draft)
        .await
}

/// T20: the page that asks why.
pub async fn declining(officer: Officer, Path(name): Path<String>) -> Result<Response, Problem> {
    allowed(&officer, &name, CommandKind::DraftOutcome).await?;
    let queue = Given::of_query(&officer.visitor.path).text("queue").to_owned();
    Ok(ReasonPage::answer(
        &officer,
        negative(&officer, &name),
        &name,
        &queue,
        false,
    ))
}

/// T20: the draft of a result that is refused, with its reason.
pub async fn decline(officer: Officer, name: Path<String>, given: Given) -> Result<Response, Problem> {
    let reason = given.text("reason").to_owned();
    if reason.is_empty() {
        let what = negative(&officer, &name);
        return Ok(ReasonPage::answer(
            &officer,
            what,
            &name,
            given.text("queue"),
            true,
        ));
    }
    Acting::new(officer, name, &given)
        .carry_out(CommandKind::DraftOutcome, move |engine, actor, name| {
            engine.act_named(actor, name, |words| {
                Ok(Command::DraftOutcome {
                    kind: OutcomeKind::Refused,
                    reason: words.note(&reason),
                })
            })
        })
        .await
}

fn negative(officer: &Officer, name: &str) -> WithReason {
    let t = officer.visitor.t();
    WithReason {
        title: t.office_decline_title(),
        note: t.office_decline_note(),
        hint: t.office_reason_hint(),
        act: t.office_act_decline(),
        is_red: true,
        action: format!("/desk/cases/{name}/decline"),
    }
}
