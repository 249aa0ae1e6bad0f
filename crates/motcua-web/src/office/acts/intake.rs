//! At the desk: accepting, refusing, handing over, and finding a supplement complete.

use axum::extract::Path;
use axum::response::Response;
use motcua_domain::case::{Command, CommandKind};

use super::{Acting, ReasonPage, WithReason, allowed};
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

/// T06: the page that asks why.
pub async fn refusing(officer: Officer, Path(name): Path<String>) -> Result<Response, Problem> {
    allowed(&officer, &name, CommandKind::RefuseIntake).await?;
    let queue = Given::of_query(&officer.visitor.path).text("queue").to_owned();
    Ok(ReasonPage::answer(
        &officer,
        refusal(&officer, &name),
        &name,
        &queue,
        false,
    ))
}

/// T06 Từ chối tiếp nhận (Form 03).
pub async fn refuse(officer: Officer, name: Path<String>, given: Given) -> Result<Response, Problem> {
    let reason = given.text("reason").to_owned();
    if reason.is_empty() {
        let what = refusal(&officer, &name);
        return Ok(ReasonPage::answer(
            &officer,
            what,
            &name,
            given.text("queue"),
            true,
        ));
    }
    Acting::new(officer, name, &given)
        .carry_out(CommandKind::RefuseIntake, move |engine, actor, name| {
            engine.act_named(actor, name, |words| {
                Ok(Command::RefuseIntake {
                    reason: words.note(&reason),
                })
            })
        })
        .await
}

fn refusal(officer: &Officer, name: &str) -> WithReason {
    let t = officer.visitor.t();
    WithReason {
        title: t.office_refuse_title(),
        note: t.office_refuse_note(),
        hint: t.office_reason_hint(),
        act: t.office_act_refuse_intake(),
        is_red: true,
        action: format!("/desk/cases/{name}/refuse-intake"),
    }
}
