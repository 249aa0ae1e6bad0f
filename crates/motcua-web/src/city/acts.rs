//! What the applicant does with a running case: take it back, ask to withdraw, take the result, rate.

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use motcua_domain::case::{Command, CommandKind};
use motcua_engine::engine::UseError;
use motcua_engine::view::TrackerView;
use serde::Deserialize;

use super::drafts::Then;
use crate::components::{Choice, ChoiceField, Problem as FieldProblem, TextField};
use crate::edge::{Edge, Problem, Resident};
use crate::page::{Page, Tab};
use crate::pages::{html, see};
use crate::words::pick;

#[derive(Template)]
#[template(path = "city/act.html")]
struct ActPage {
    page: Page,
    back: String,
    under_title: String,
    problems: Vec<FieldProblem>,
    body: String,
    reason: Option<TextField>,
    choice: Option<ChoiceField>,
    action: String,
    act: String,
    kind: &'static str,
    keep: String,
}

fn tracker(name: &str) -> String {
    format!("/cases/{name}")
}

async fn tracked(edge: &Edge, resident: &Resident, name: &str) -> Result<TrackerView, Problem> {
    let (person, name) = (resident.person.clone(), name.to_owned());
    edge.ask(move |parts| parts.engine.track(&person, &name))
        .await
        .map_err(|error| resident.visitor.problem(error))
}

/// An empty page of an act, to be completed.
fn act_page(resident: &Resident, view: &TrackerView, name: &str, title: String) -> ActPage {
    let t = resident.visitor.t();
    let mut page = resident.visitor.page(title);
    page.tab = Some(Tab::Cases);
    ActPage {
        page,
        back: tracker(name),
        under_title: format!(
            "{} · {}",
            pick(&view.procedure, t.lang()),
            view.number.as_ref().unwrap_or(&view.reference)
        ),
        problems: Vec::new(),
        body: String::new(),
        reason: None,
        choice: None,
        action: String::new(),
        act: String::new(),
        kind: "",
        keep: t.tracker_keep(),
    }
}

/// Asks whether the case shall be taken back.
pub async fn recall_page(
    State(edge): State<Edge>,
    resident: Resident,
    Path(name): Path<String>,
) -> Result<Response, Problem> {
    let view = tracked(&edge, &resident, &name).await?;
    if !view.can.contains(&CommandKind::Recall) {
        return Ok(see(&tracker(&name)));
    }
    let t = resident.visitor.t();
    let page = ActPage {
        body: t.tracker_recall_body(),
        action: format!("/cases/{name}/recall"),
        act: t.tracker_recall_act(),
        kind: "btn-red",
        ..act_page(&resident, &view, &name, t.tracker_recall_title())
    };
    Ok(html(&resident.visitor, &page))
}

/// Takes the case back.
pub async fn recall(
    State(edge): State<Edge>,
    resident: Resident,
    Path(name): Path<String>,
) -> Result<Response, Problem> {
    act(&edge, &resident, &name, |_| Ok(Command::Recall)).await
}

/// The reason of a withdrawal.
#[derive(Debug, Deserialize)]
pub struct Reason {
    #[serde(default)]
    reason: String,
}

/// Asks why the case shall be withdrawn.
pub async fn withdraw_page(
    State(edge): State<Edge>,
    resident: Resident,
    Path(name): Path<String>,
) -> Result<Response, Problem> {
    let view = tracked(&edge, &resident, &name).await?;
    if !view.can.contains(&CommandKind::AskWithdrawal) {
        return Ok(see(&tracker(&name)));
    }
    let t = resident.visitor.t();
    let page = ActPage {
        body: t.tracker_withdraw_body(),
        reason: Some(TextField {
            name: "reason".to_owned(),
            label: t.tracker_withdraw_reason(),
            optional: true,
            lines: 4,
            ..TextField::default()
        }),
        action: format!("/cases/{name}/withdraw"),
        act: t.tracker_withdraw_act(),
        kind: "btn-red",
        ..act_page(&resident, &view, &name, t.tracker_withdraw_title())
    };
    Ok(html(&resident.visitor, &page))
}

/// Asks to withdraw.
pub async fn withdraw(
    State(edge): State<Edge>,
    resident: Resident,
    Path(name): Path<String>,
    Form(form): Form<Reason>,
) -> Result<Response, Problem> {
    act(&edge, &resident, &name, move |wording| {
        Ok(Command::AskWithdrawal {
            reason: wording.note(&form.reason),
        })
    })
    .await
}

/// Asks what shall be written to whoever has the case.
pub async fn message_page(
    State(edge): State<Edge>,
    resident: Resident,
    Path(name): Path<String>,
    Query(then): Query<Then>,
) -> Result<Response, Problem> {
    let view = tracked(&edge, &resident, &name).await?;
    if !view.can.contains(&CommandKind::WriteMessage) {
        return Ok(see(&tracker(&name)));
    }
    let t = resident.visitor.t();
    let is_wrong = then.shows_errors();
    let error = if is_wrong {
        t.applicant_message_missing()
    } else {
        String::new()
    };
    let mut page = ActPage {
        body: t.applicant_message_body(),
        reason: Some(TextField {
            name: "reason".to_owned(),
            label: t.applicant_message_words(),
            error: error.clone(),
            lines: 6,
            ..TextField::default()
        }),
        action: format!("/cases/{name}/message"),
        act: t.applicant_message_act(),
        keep: t.common_cancel(),
        ..act_page(&resident, &view, &name, t.applicant_message_title())
    };
    page.page.has_errors = is_wrong;
    if is_wrong {
        page.problems.push(FieldProblem {
            field: "reason".to_owned(),
            words: error,
        });
    }
    Ok(html(&resident.visitor, &page))
}

/// Writes to whoever has the case.
pub async fn message(
    State(edge): State<Edge>,
    resident: Resident,
    Path(name): Path<String>,
    Form(form): Form<Reason>,
) -> Result<Response, Problem> {
    if form.reason.trim().is_empty() {
        return Ok(see(&format!("/cases/{name}/message?errors=yes")));
    }
    act(&edge, &resident, &name, move |wording| {
        Ok(Command::WriteMessage {
            text: wording.note(&form.reason),
        })
    })
    .await
}

/// Takes the electronic result; it can be opened from then on.
pub async fn collect(
    State(edge): State<Edge>,
    resident: Resident,
    Path(name): Path<String>,
) -> Result<Response, Problem> {
    act(&edge, &resident, &name, |_| Ok(Command::CollectResult)).await
}

/// Whoever opens the address of that act as a page is at the tracker.
pub async fn collect_page(_: Resident, Path(name): Path<String>) -> Response {
    see(&tracker(&name))
}

/// The rating.
#[derive(Debug, Deserialize)]
pub struct Rating {
    #[serde(default)]
    score: String,
}

/// Asks how it was.
pub async fn rate_page(
    State(edge): State<Edge>,
    resident: Resident,
    Path(name): Path<String>,
    Query(then): Query<Then>,
) -> Result<Response, Problem> {
    rating(&edge, &resident, &name, then.shows_errors()).await
}

/// Takes the rating.
pub async fn rate(
    State(edge): State<Edge>,
    resident: Resident,
    Path(name): Path<String>,
    Form(form): Form<Rating>,
) -> Result<Response, Problem> {
    match form.score.parse() {
        Ok(score @ 1..=5) => {
            act(&edge, &resident, &name, move |_| {
                Ok(Command::RateService { score })
            })
            .await
        }
        _ => Ok(see(&format!("/cases/{name}/rate?errors=yes"))),
    }
}

async fn rating(edge: &Edge, resident: &Resident, name: &str, is_wrong: bool) -> Result<Response, Problem> {
    let view = tracked(edge, resident, name).await?;
    if !view.can.contains(&CommandKind::RateService) {
        return Ok(see(&tracker(name)));
    }
    let t = resident.visitor.t();
    let scores = [
        ("5", t.tracker_rate_5()),
        ("4", t.tracker_rate_4()),
        ("3", t.tracker_rate_3()),
        ("2", t.tracker_rate_2()),
        ("1", t.tracker_rate_1()),
    ];
    let error = if is_wrong {
        t.tracker_rate_missing()
    } else {
        String::new()
    };
    let mut page = act_page(resident, &view, name, t.tracker_rate_title());
    page.page.has_errors = is_wrong;
    if is_wrong {
        page.problems.push(FieldProblem {
            field: "score".to_owned(),
            words: error.clone(),
        });
    }
    page.choice = Some(ChoiceField {
        name: "score".to_owned(),
        label: page.page.title.clone(),
        is_title: true,
        hint: t.tracker_rate_hint(),
        error,
        many: false,
        choices: scores
            .map(|(value, label)| Choice {
                value: value.to_owned(),
                label,
                ..Choice::default()
            })
            .to_vec(),
    });
    page.action = format!("/cases/{name}/rate");
    page.act = t.tracker_rate_act();
    page.keep = t.common_cancel();
    Ok(html(&resident.visitor, &page))
}

/// Carries out an act and leads to the tracker, where its effect is seen.
async fn act(
    edge: &Edge,
    resident: &Resident,
    name: &str,
    command: impl FnOnce(&mut motcua_engine::case::Wording<'_>) -> Result<Command, UseError> + Send + 'static,
) -> Result<Response, Problem> {
    let actor = resident.actor();
    let called = name.to_owned();
    edge.ask(move |parts| parts.engine.act_named(&actor, &called, command))
        .await
        .map_err(|error| resident.visitor.problem(error))?;
    Ok(see(&tracker(name)).into_response())
}
