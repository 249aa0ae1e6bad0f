//! The specialist's part: each condition met or not, then the draft to be signed.

use axum::extract::Path;
use axum::response::Response;
use motcua_domain::access::Actor;
use motcua_domain::case::{Command, CommandKind, Finding, OutcomeKind};
use motcua_engine::case::Acted;
use motcua_engine::engine::{Engine, UseError};

use super::Acting;
use super::reason::{WithReason, Words};
use crate::edge::{Officer, Problem};
use crate::office::Given;

/// T10 Thẩm định; with `then=grant`, the draft follows at once, and every condition left open counts as met, as the
/// button says. Without it every condition must be judged: the form comes back with what was, and names what was not.
pub async fn examine(officer: Officer, name: Path<String>, given: Given) -> Result<Response, Problem> {
    let is_granted = given.text("then") == "grant";
    let judged: Vec<(&str, Option<bool>)> = given
        .all("condition")
        .map(|condition| {
            (
                condition,
                judgement(&given, condition).or(is_granted.then_some(true)),
            )
        })
        .collect();
    if judged.iter().any(|(_, met)| met.is_none()) {
        return crate::office::case::again(&officer, &name, &given).await;
    }
    let findings: Vec<Finding> = judged
        .into_iter()
        .filter_map(|(condition, met)| {
            Some(Finding {
                condition: condition.to_owned(),
                met: met?,
            })
        })
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

/// What the form says of a condition: `met.<condition>` is `yes` or `no`; `None` where it says nothing.
pub(in crate::office) fn judgement(given: &Given, condition: &str) -> Option<bool> {
    match given.text(&format!("met.{condition}")) {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
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

/// T20: the draft of a result that is refused.
const DECLINING: WithReason = WithReason {
    kind: CommandKind::DraftOutcome,
    slug: "decline",
    words: |t| Words {
        title: t.office_decline_title(),
        note: t.office_decline_note(),
        hint: t.office_reason_hint(),
        act: t.office_act_decline(),
    },
    is_red: true,
    command: |reason| Command::DraftOutcome {
        kind: OutcomeKind::Refused,
        reason,
    },
};

/// T20: the page that asks why.
pub async fn declining(officer: Officer, name: Path<String>) -> Result<Response, Problem> {
    DECLINING.ask(&officer, name).await
}

/// T20: drafts the refusal with its reason.
pub async fn decline(officer: Officer, name: Path<String>, given: Given) -> Result<Response, Problem> {
    DECLINING.carry_out(officer, name, given).await
}
