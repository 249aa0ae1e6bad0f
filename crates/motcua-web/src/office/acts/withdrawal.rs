//! Deciding about a request to withdraw (rút hồ sơ).

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use motcua_domain::case::{Command, CommandKind};

use super::{Acting, allowed};
use crate::components::{Choice, ChoiceField, Problem as FieldProblem, TextField};
use crate::edge::{Officer, Problem};
use crate::office::{Given, Place};
use crate::page::Page;
use crate::pages::html;

#[derive(Template)]
#[template(path = "office/withdrawal.html")]
struct WithdrawalPage {
    page: Page,
    name: String,
    queue: String,
    why: String,
    choice: ChoiceField,
    reason: TextField,
    problems: Vec<FieldProblem>,
}

/// T17: the request and the two decisions.
pub async fn deciding(officer: Officer, Path(name): Path<String>) -> Result<Response, Problem> {
    allowed(&officer, &name, CommandKind::DecideWithdrawal).await?;
    let given = Given::of_query(&officer.visitor.path);
    answer(&officer, &name, &given, false).await
}

/// T17: decides.
pub async fn decide(officer: Officer, name: Path<String>, given: Given) -> Result<Response, Problem> {
    let granted = given.text("decision") == "grant";
    let reason = given.text("reason").to_owned();
    if !granted && (given.text("decision") != "decline" || reason.is_empty()) {
        return answer(&officer, &name, &given, true).await;
    }
    Acting::new(officer, name, &given)
        .carry_out(CommandKind::DecideWithdrawal, move |engine, actor, name| {
            engine.act_named(actor, name, |words| {
                Ok(Command::DecideWithdrawal {
                    granted,
                    reason: words.note(&reason),
                })
            })
        })
        .await
}

async fn answer(officer: &Officer, name: &str, given: &Given, is_sent: bool) -> Result<Response, Problem> {
    let asked = name.to_owned();
    let view = officer
        .ask(move |engine, staff| engine.desk_case(staff, &asked))
        .await?;
    let t = officer.visitor.t();
    let decision = given.text("decision");
    let choice_error = is_sent && decision != "decline";
    let reason_error = is_sent && decision == "decline" && given.text("reason").is_empty();
    let said = |wrong: bool, words: String| if wrong { words } else { String::new() };
    let choice = |value: &str, label| Choice {
        value: value.to_owned(),
        label,
        hint: String::new(),
        checked: decision == value,
    };
    let choice = ChoiceField {
        name: "decision".to_owned(),
        label: t.office_withdrawal_choice(),
        error: said(choice_error, t.office_withdrawal_choice_missing()),
        choices: vec![
            choice("grant", t.office_withdrawal_grant()),
            choice("decline", t.office_withdrawal_decline()),
        ],
        ..ChoiceField::default()
    };
    let reason = TextField {
        name: "reason".to_owned(),
        label: t.office_reason(),
        hint: t.office_withdrawal_reason_hint(),
        error: said(reason_error, t.office_reason_missing()),
        value: given.text("reason").to_owned(),
        lines: 4,
        ..TextField::default()
    };
    let problems = [(&choice.name, &choice.error), (&reason.name, &reason.error)]
        .into_iter()
        .filter(|(_, words)| !words.is_empty())
        .map(|(field, words)| FieldProblem {
            field: field.clone(),
            words: words.clone(),
        })
        .collect();
    let mut page = officer.page(t.office_withdrawal_title(), Place::Desk);
    page.has_errors = is_sent;
    let shown = WithdrawalPage {
        page,
        name: view.name,
        queue: given.text("queue").to_owned(),
        why: view
            .withdrawal
            .flatten()
            .unwrap_or_else(|| t.office_case_withdrawal_no_reason()),
        choice,
        reason,
        problems,
    };
    let response = html(&officer.visitor, &shown);
    Ok(if is_sent {
        (StatusCode::UNPROCESSABLE_ENTITY, response).into_response()
    } else {
        response
    })
}
