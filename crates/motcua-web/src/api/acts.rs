//! Acts of the office on a case: `POST /cases/{name}/{act}`.

use axum::Json;
use axum::extract::Path;
use motcua_domain::case::{Command, SupplementItem};
use motcua_engine::case::{Acted, Wording};
use motcua_engine::engine::{UseError, actor_of};

use super::body::Asked;
use super::wire::{
    self, Assignment, Decision, DraftOutcome, Examination, HandingOut, Nothing, Notice, Reason,
};
use crate::edge::{Officer, Problem};

type Answer = Result<Json<wire::Acted>, Problem>;

fn answer(acted: Acted) -> Json<wire::Acted> {
    let case = acted.case;
    let reference = case.reference.as_str();
    Json(wire::Acted {
        name: case
            .number
            .as_ref()
            .map_or(reference, |number| number.as_str())
            .to_owned(),
        step: case.step.name(),
        status: case.step.national().code(),
    })
}

/// Carries out a command whose words become notes of the case.
async fn act<F>(officer: &Officer, name: String, command: F) -> Answer
where
    F: FnOnce(&mut Wording<'_>) -> Result<Command, UseError> + Send + 'static,
{
    let acted = officer
        .ask(move |engine, staff| engine.act_named(&actor_of(staff), &name, command))
        .await?;
    Ok(answer(acted))
}

pub(super) async fn accept(officer: Officer, Path(name): Path<String>, _: Asked<Nothing>) -> Answer {
    let acted = officer
        .ask(move |engine, staff| engine.accept(&actor_of(staff), &name))
        .await?;
    Ok(answer(acted))
}

pub(super) async fn refuse_intake(
    officer: Officer,
    Path(name): Path<String>,
    Asked(asked): Asked<Reason>,
) -> Answer {
    act(&officer, name, move |words| {
        Ok(Command::RefuseIntake {
            reason: words.note(&asked.reason),
        })
    })
    .await
}

pub(super) async fn request_supplement(
    officer: Officer,
    Path(name): Path<String>,
    Asked(asked): Asked<Notice>,
) -> Answer {
    act(&officer, name, move |words| {
        let mut items = Vec::with_capacity(asked.items.len());
        for item in asked.items {
            let reason = words
                .note(&item.reason)
                .ok_or(UseError::Unusable("reason-missing"))?;
            items.push(SupplementItem {
                target: item.target,
                is_paper: item.is_paper,
                reason,
            });
        }
        Ok(Command::RequestSupplement {
            items,
            further_ground: asked.further_ground,
        })
    })
    .await
}

pub(super) async fn confirm_supplement(
    officer: Officer,
    Path(name): Path<String>,
    _: Asked<Nothing>,
) -> Answer {
    act(&officer, name, |_| Ok(Command::ConfirmSupplement)).await
}

pub(super) async fn hand_over(officer: Officer, Path(name): Path<String>, _: Asked<Nothing>) -> Answer {
    act(&officer, name, |_| Ok(Command::HandOver)).await
}

pub(super) async fn assign(
    officer: Officer,
    Path(name): Path<String>,
    Asked(asked): Asked<Assignment>,
) -> Answer {
    let specialist = asked.specialist;
    act(&officer, name, move |_| Ok(Command::Assign { specialist })).await
}

pub(super) async fn examine(
    officer: Officer,
    Path(name): Path<String>,
    Asked(asked): Asked<Examination>,
) -> Answer {
    let findings = asked.findings;
    act(&officer, name, move |_| Ok(Command::Examine { findings })).await
}

pub(super) async fn draft_outcome(
    officer: Officer,
    Path(name): Path<String>,
    Asked(asked): Asked<DraftOutcome>,
) -> Answer {
    act(&officer, name, move |words| {
        Ok(Command::DraftOutcome {
            kind: asked.kind,
            reason: words.note(&asked.reason),
        })
    })
    .await
}

pub(super) async fn send_back(
    officer: Officer,
    Path(name): Path<String>,
    Asked(asked): Asked<Reason>,
) -> Answer {
    act(&officer, name, move |words| {
        Ok(Command::SendBack {
            reason: words.note(&asked.reason),
        })
    })
    .await
}

pub(super) async fn sign_outcome(officer: Officer, Path(name): Path<String>, _: Asked<Nothing>) -> Answer {
    act(&officer, name, |_| Ok(Command::SignOutcome)).await
}

pub(super) async fn issue_outcome(officer: Officer, Path(name): Path<String>, _: Asked<Nothing>) -> Answer {
    act(&officer, name, |_| Ok(Command::IssueOutcome { file: None })).await
}

pub(super) async fn return_result(
    officer: Officer,
    Path(name): Path<String>,
    Asked(asked): Asked<HandingOut>,
) -> Answer {
    act(&officer, name, move |_| {
        Ok(Command::ReturnResult {
            identity_checked: asked.identity_checked,
            right_checked: asked.right_checked,
        })
    })
    .await
}

pub(super) async fn decide_withdrawal(
    officer: Officer,
    Path(name): Path<String>,
    Asked(asked): Asked<Decision>,
) -> Answer {
    act(&officer, name, move |words| {
        Ok(Command::DecideWithdrawal {
            granted: asked.granted,
            reason: words.note(&asked.reason),
        })
    })
    .await
}
