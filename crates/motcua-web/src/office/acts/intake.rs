//! At the desk: accepting, refusing, handing over, and finding a supplement complete.

use axum::extract::Path;
use axum::response::Response;
use motcua_domain::case::{Command, CommandKind};

use super::Acting;
use super::reason::{WithReason, Words};
use crate::edge::{Officer, Problem};
use crate::office::Given;

/// T02 Tiếp nhận.
pub async fn accept(officer: Officer, name: Path<String>, given: Given) -> Result<Response, Problem> {
    Acting::new(officer, name, &given)
        .carry_out(CommandKind::Accept, |engine, actor, name| {
            engine.accept(actor, name)
        })
        .await
}

/// T08 Chuyển hồ sơ.
pub async fn hand_over(officer: Officer, name: Path<String>, given: Given) -> Result<Response, Problem> {
    Acting::new(officer, name, &given)
        .carry_out(CommandKind::HandOver, |engine, actor, name| {
            engine.act_named(actor, name, |_| Ok(Command::HandOver))
        })
        .await
}

/// T13: the supplement is complete.
pub async fn confirm_supplement(
    officer: Officer,
    name: Path<String>,
    given: Given,
) -> Result<Response, Problem> {
    Acting::new(officer, name, &given)
        .carry_out(CommandKind::ConfirmSupplement, |engine, actor, name| {
            engine.act_named(actor, name, |_| Ok(Command::ConfirmSupplement))
        })
        .await
}

/// T06 Từ chối tiếp nhận (Form 03).
const REFUSAL: WithReason = WithReason {
    kind: CommandKind::RefuseIntake,
    slug: "refuse-intake",
    words: |t| Words {
        title: t.office_refuse_title(),
        note: t.office_refuse_note(),
        hint: t.office_reason_hint(),
        act: t.office_act_refuse_intake(),
    },
    is_red: true,
    command: |reason| Command::RefuseIntake { reason },
};

/// T06: the page that asks why.
pub async fn refusing(officer: Officer, name: Path<String>) -> Result<Response, Problem> {
    REFUSAL.ask(&officer, name).await
}

/// T06: refuses.
pub async fn refuse(officer: Officer, name: Path<String>, given: Given) -> Result<Response, Problem> {
    REFUSAL.carry_out(officer, name, given).await
}
