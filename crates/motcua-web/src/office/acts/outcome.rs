//! From the draft to the applicant's hands: signing or sending back, issuing, returning.

use axum::extract::Path;
use axum::response::Response;
use motcua_domain::case::{Command, CommandKind};

use super::Acting;
use super::reason::{WithReason, Words};
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

/// Trả lại dự thảo.
const SENDING_BACK: WithReason = WithReason {
    kind: CommandKind::SendBack,
    slug: "send-back",
    words: |t| Words {
        title: t.office_send_back_title(),
        note: t.office_send_back_hint(),
        hint: String::new(),
        act: t.office_act_send_back(),
    },
    is_red: false,
    command: |reason| Command::SendBack { reason },
};

/// The page that asks what must be mended.
pub async fn sending_back(officer: Officer, name: Path<String>) -> Result<Response, Problem> {
    SENDING_BACK.ask(&officer, name).await
}

/// Sends the draft back.
pub async fn send_back(officer: Officer, name: Path<String>, given: Given) -> Result<Response, Problem> {
    SENDING_BACK.carry_out(officer, name, given).await
}
