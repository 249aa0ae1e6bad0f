//! The desk's other answers: everything that is missing in one notice (Form 02), or a refusal with its reason (Form 03).

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use motcua_domain::case::{Case, CommandKind, Step};
use motcua_engine::engine::UseError;
use motcua_engine::filing::{CounterFiling, DeskSays, PaperSource};
use motcua_text::Lang;

use super::super::{Given, Place};
use super::{address, draft_id};
use crate::components::{Problem as FieldProblem, TextField, Tone};
use crate::edge::{Officer, Problem};
use crate::page::Page;
use crate::pages::{html, see};
use crate::words::pick;

/// Something that can be asked for.
struct Item {
    value: String,
    label: String,
    is_asked: bool,
    reason: String,
}

#[derive(Template)]
#[template(path = "office/counter_answer.html")]
struct AnswerPage {
    page: Page,
    back: String,
    action: String,
    note: (Tone, String),
    items: Vec<Item>,
    reason: Option<TextField>,
    act: String,
    is_red: bool,
    problems: Vec<FieldProblem>,
}

/// The page that asks what is missing.
pub async fn asking(officer: Officer, Path(id): Path<String>) -> Result<Response, Problem> {
    asking_page(&officer, &id, &Given::default(), false).await
}

/// T05 Yêu cầu bổ sung: everything in one notice.
pub async fn ask(officer: Officer, Path(id): Path<String>, given: Given) -> Result<Response, Problem> {
    let items: Vec<(String, bool, String)> = given
        .all("item")
        .map(|value| {
            let (kind, target) = value.split_once(':').unwrap_or(("question", value));
            (
                target.to_owned(),
                kind == "paper",
                given.text(&format!("reason.{value}")).to_owned(),
            )
        })
        .collect();
    if items.is_empty() || items.iter().any(|(_, _, reason)| reason.is_empty()) {
        return asking_page(&officer, &id, &given, true).await;
    }
    receive(officer, &id, DeskSays::Ask(items)).await
}

/// The page that asks why.
pub async fn refusing(officer: Officer, Path(id): Path<String>) -> Result<Response, Problem> {
    refusing_page(&officer, &id, false).await
}

/// T06 Từ chối tiếp nhận.
pub async fn refuse(officer: Officer, Path(id): Path<String>, given: Given) -> Result<Response, Problem> {
    let reason = given.text("reason").to_owned();
    if reason.is_empty() {
        return refusing_page(&officer, &id, true).await;
    }
    receive(officer, &id, DeskSays::Refuse(reason)).await
}

async fn receive(officer: Officer, id: &str, says: DeskSays) -> Result<Response, Problem> {
    let id = draft_id(&officer, id)?;
    let case = officer
        .ask(move |engine, staff| engine.receive(staff, id, says))
        .await?;
    Ok(see(&after(&case)))
}

/// Where an officer goes when the desk has answered: to the money where some is owed or the result is given at once,
/// else to the case with its papers.
pub(super) fn after(case: &Case) -> String {
    let name = case
        .number
        .as_ref()
        .map_or_else(|| case.reference.as_str(), |number| number.as_str());
    let is_at_once = case.step == Step::Accepted && case.rules.as_ref().is_some_and(|rules| rules.immediate);
    let is_owed = case.charges.iter().any(|charge| charge.state.is_payable());
    let done = match case.step {
        Step::SupplementAtIntake => CommandKind::RequestSupplement,
        Step::NotAccepted => CommandKind::RefuseIntake,
        Step::AwaitingFee => CommandKind::AskFee,
        _ => CommandKind::Receive,
    };
    let page = if is_at_once || is_owed { "/money" } else { "" };
    format!("/desk/cases/{name}{page}?done={}&of={name}", done.name())
}

async fn asking_page(officer: &Officer, id: &str, given: &Given, is_sent: bool) -> Result<Response, Problem> {
    let id = draft_id(officer, id)?;
    let view = officer
        .ask(move |engine, staff| engine.counter_view(staff, id))
        .await?;
    let Some(filing) = view.filing else {
        return Err(officer.visitor.problem(UseError::NotFound));
    };
    let t = officer.visitor.t();
    let items = items(t.lang(), &filing, given, is_sent);
    let wrong = items
        .iter()
        .find(|item| item.is_asked && item.reason.is_empty())
        .or_else(|| items.first())
        .filter(|_| is_sent);
    let problems: Vec<FieldProblem> = wrong
        .map(|item| FieldProblem {
            field: format!("reason.{}", item.value),
            words: t.counter_ask_missing(),
        })
        .into_iter()
        .collect();
    let mut page = officer.page(t.counter_ask_title(), Place::Counter);
    page.path = format!("{}/ask", address(id));
    page.has_errors = !problems.is_empty();
    let shown = AnswerPage {
        page,
        back: address(id),
        action: format!("{}/ask", address(id)),
        note: (Tone::Sea, t.counter_ask_note()),
        items,
        reason: None,
        act: t.counter_ask(),
        is_red: false,
        problems,
    };
    Ok(answered(officer, &shown, is_sent))
}

/// Everything that can be asked for; what is missing or wrong is proposed.
fn items(lang: Lang, filing: &CounterFiling, given: &Given, is_sent: bool) -> Vec<Item> {
    let today = filing.now.day();
    let asked: Vec<&str> = given.all("item").collect();
    let item = |value: String, label: String, is_missing: bool| Item {
        is_asked: if is_sent {
            asked.contains(&value.as_str())
        } else {
            is_missing
        },
        reason: given.text(&format!("reason.{value}")).to_owned(),
        label,
        value,
    };
    let papers = filing
        .papers
        .iter()
        // What a register holds is asked of nobody (D309 2.1).
        .filter(|paper| paper.source == PaperSource::Person)
        .map(|paper| {
            item(
                format!("paper:{}", paper.paper.name),
                pick(&paper.paper.label, lang).to_owned(),
                filing.missing.contains(&paper.paper.name),
            )
        });
    let questions = filing
        .draft
        .form
        .pages
        .iter()
        .flat_map(|page| filing.draft.questions(page, today))
        .map(|question| {
            item(
                format!("question:{}", question.id),
                pick(&question.short, lang).to_owned(),
                filing
                    .problems
                    .iter()
                    .any(|problem| problem.question == question.id && !problem.code.is_warning()),
            )
        });
    papers.chain(questions).collect()
}

async fn refusing_page(officer: &Officer, id: &str, is_sent: bool) -> Result<Response, Problem> {
    let id = draft_id(officer, id)?;
    officer
        .ask(move |engine, staff| engine.counter_view(staff, id).map(drop))
        .await?;
    let t = officer.visitor.t();
    let error = if is_sent {
        t.office_reason_missing()
    } else {
        String::new()
    };
    let mut page = officer.page(t.counter_refuse_title(), Place::Counter);
    page.path = format!("{}/refuse", address(id));
    page.has_errors = is_sent;
    let shown = AnswerPage {
        page,
        back: address(id),
        action: format!("{}/refuse", address(id)),
        note: (Tone::Red, t.office_refuse_note()),
        items: Vec::new(),
        problems: is_sent
            .then(|| FieldProblem {
                field: "reason".to_owned(),
                words: error.clone(),
            })
            .into_iter()
            .collect(),
        reason: Some(TextField {
            name: "reason".to_owned(),
            label: t.office_reason(),
            hint: t.office_reason_hint(),
            error,
            lines: 5,
            ..TextField::default()
        }),
        act: t.counter_refuse(),
        is_red: true,
    };
    Ok(answered(officer, &shown, is_sent))
}

fn answered(officer: &Officer, shown: &AnswerPage, is_sent: bool) -> Response {
    let response = html(&officer.visitor, shown);
    if is_sent {
        (StatusCode::UNPROCESSABLE_ENTITY, response).into_response()
    } else {
        response
    }
}
