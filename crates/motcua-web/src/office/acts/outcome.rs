//! From the draft to the applicant's hands: signing or sending back, issuing, returning.

use axum::extract::Path;
use axum::response::Response;
use motcua_domain::case::{Command, CommandKind};

use super::{Acting, ReasonPage, WithReason, allowed};
use crate::edge::{Officer, Problem};
use crate::office::Given;

/// Ký.
pub async fn sign(officer: Officer, name: Path<String>, given: Given) -> Result<Response, Problem> {
    Acting::new(officer, name, &given)
        .carry_out(CommandKind::SignOutcome, |engine, actor, name| {
            engine.act_named(actor, name, |_| Ok(Command::SignOutcome))
        })
        .await
}

/// Lấy số, đóng dấu, ban hành. The result is rendered from the case itself.
pub async fn issue(officer: Officer, name: Path<String>, given: Given) -> Result<Response, Problem> {
    Acting::new(officer, name, &given)
        .carry_out(CommandKind::IssueOutcome, |engine, actor, name| {
            engine.act_named(actor, name, |_| Ok(Command::IssueOutcome { file: None }))
        })
        .await
}

/// T21 Trả kết quả at the desk, against identity and right.
pub async fn return_result(officer: Officer, name: Path<String>, given: Given) -> Result<Response, Problem> {
    let (identity_checked, right_checked) = (given.is_ticked("identity"), given.is_ticked("right"));
    Acting::new(officer, name, &given)
        .carry_out(CommandKind::ReturnResult, move |engine, actor, name| {
            engine.act_named(actor, name, |_| {
                Ok(Command::ReturnResult {
                    identity_checked,
                    right_checked,
                })
            })
        })
        .await
}

/// The page that asks what must be mended.
pub async fn sending_back(officer: Officer, Path(name): Path<String>) -> Result<Response, Problem> {
    allowed(&officer, &name, CommandKind::SendBack).await?;
    let queue = Given::of_query(&officer.visitor.path).text("queue").to_owned();
    Ok(ReasonPage::answer(
        &officer,
        mending(&officer, &name),
        &name,
        &queue,
        false,
    ))
}

/// Trả lại dự thảo.
pub async fn send_back(officer: Officer, name: Path<String>, given: Given) -> Result<Response, Problem> {
    let reason = given.text("reason").to_owned();
    if reason.is_empty() {
        let what = mending(&officer, &name);
        return Ok(ReasonPage::answer(
            &officer,
            what,
            &name,
            given.text("queue"),
            true,
        ));
    }
    Acting::new(officer, name, &given)
        .carry_out(CommandKind::SendBack, move |engine, actor, name| {
            engine.act_named(actor, name, |words| {
                Ok(Command::SendBack {
                    reason: words.note(&reason),
                })
            })
        })
        .await
}

fn mending(officer: &Officer, name: &str) -> WithReason {
    let t = officer.visitor.t();
    WithReason {
        title: t.office_send_back_title(),
        note: t.office_send_back_hint(),
        hint: String::new(),
        act: t.office_act_send_back(),
        is_red: false,
        action: format!("/desk/cases/{name}/send-back"),
    }
}
