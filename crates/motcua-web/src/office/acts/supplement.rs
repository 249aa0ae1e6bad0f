//! Asking for more (yêu cầu bổ sung): one notice that lists everything, each with its reason.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use motcua_domain::case::{Command, CommandKind, Refusal, SupplementItem};
use motcua_engine::case::Wording;
use motcua_engine::engine::UseError;
use motcua_engine::view::DeskCaseView;

use super::{Acting, allowed};
use crate::components::{Problem as FieldProblem, TextField};
use crate::edge::{Officer, Problem, refusal_words};
use crate::office::{Given, Place};
use crate::page::Page;
use crate::pages::{html, see};
use crate::words::pick;

/// One thing that can be asked for, as the page shows it.
struct Line {
    /// Whether it is a paper.
    is_paper: bool,
    /// What the checkbox sends: `paper.<name>` or `answer.<name>`; also its `id`.
    value: String,
    /// What it is.
    label: String,
    /// Whether it is chosen.
    is_chosen: bool,
    /// Its reason.
    field: TextField,
    /// What is wrong with not choosing it; empty for nothing.
    error: String,
}

#[derive(Template)]
#[template(path = "office/supplement.html")]
struct SupplementPage {
    page: Page,
    name: String,
    queue: String,
    papers: Vec<Line>,
    answers: Vec<Line>,
    ground: TextField,
    problems: Vec<FieldProblem>,
}

/// T05, T12: the page with everything that can be asked for.
pub async fn asking(officer: Officer, Path(name): Path<String>) -> Result<Response, Problem> {
    let given = Given::of_query(&officer.visitor.path);
    allowed(&officer, &name, CommandKind::RequestSupplement).await?;
    let view = view(&officer, &name).await?;
    Ok(answer(&officer, &view, &given, Vec::new()))
}

/// T05, T12 Yêu cầu bổ sung (Form 02). Whatever is wrong, everything that was typed stays on the page.
pub async fn ask(officer: Officer, name: Path<String>, given: Given) -> Result<Response, Problem> {
    let view = view(&officer, &name).await?;
    let lines = lines(&officer, &view, &given, true);
    let mut problems: Vec<FieldProblem> = lines.iter().filter_map(problem_of).collect();
    let is_chosen = lines.iter().any(|line| line.is_chosen);
    if !is_chosen && problems.is_empty() {
        problems.push(FieldProblem {
            field: lines.first().map_or_else(String::new, |line| line.value.clone()),
            words: officer.visitor.t().office_supplement_none(),
        });
    }
    if !problems.is_empty() {
        return Ok(answer(&officer, &view, &given, problems));
    }
    let wanted: Vec<(String, bool, String)> = lines
        .into_iter()
        .filter(|line| line.is_chosen)
        .map(|line| (target(&line.value).to_owned(), line.is_paper, line.field.value))
        .collect();
    let ground = given.text("ground").to_owned();
    let carried = Acting::new(officer.clone(), name, &given)
        .attempt(move |engine, actor, name| {
            engine.act_named(actor, name, |words| notice(words, &wanted, &ground))
        })
        .await;
    match carried {
        Ok(carried) => Ok(see(&carried.address(CommandKind::RequestSupplement))),
        Err((officer, UseError::Refused(refusal))) if is_about_ground(&refusal) => {
            let words = refusal_words(officer.visitor.t(), &refusal).0;
            let field = "ground".to_owned();
            Ok(answer(
                &officer,
                &view,
                &given,
                vec![FieldProblem { field, words }],
            ))
        }
        Err((officer, error)) => Err(officer.visitor.problem(error)),
    }
}

/// Refusals that the ground of sector law answers: the field for it is on this page.
const fn is_about_ground(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::AskingTimeOver { .. } | Refusal::FurtherRoundNeedsGround { .. }
    )
}

fn notice(
    words: &mut Wording<'_>,
    wanted: &[(String, bool, String)],
    ground: &str,
) -> Result<Command, UseError> {
    let items = wanted
        .iter()
        .filter_map(|(target, is_paper, reason)| {
            Some(SupplementItem {
                target: target.clone(),
                is_paper: *is_paper,
                reason: words.note(reason)?,
            })
        })
        .collect();
    Ok(Command::RequestSupplement {
        items,
        further_ground: (!ground.is_empty()).then(|| ground.to_owned()),
    })
}

async fn view(officer: &Officer, name: &str) -> Result<DeskCaseView, Problem> {
    let name = name.to_owned();
    officer
        .ask(move |engine, staff| engine.desk_case(staff, &name))
        .await
}

/// The name of the question or paper that a checkbox stands for.
fn target(value: &str) -> &str {
    value.split_once('.').map_or(value, |(_, target)| target)
}

fn problem_of(line: &Line) -> Option<FieldProblem> {
    (!line.field.error.is_empty()).then(|| FieldProblem {
        field: line.field.name.clone(),
        words: line.field.error.clone(),
    })
}

fn lines(officer: &Officer, view: &DeskCaseView, given: &Given, is_sent: bool) -> Vec<Line> {
    let t = officer.visitor.t();
    view.targets
        .iter()
        .map(|known| {
            let kind = if known.is_paper { "paper" } else { "answer" };
            let value = format!("{kind}.{}", known.target);
            let label = pick(&known.label, officer.visitor.lang).to_owned();
            let name = format!("reason.{value}");
            let reason = given.text(&name).to_owned();
            let is_chosen = given.all("item").any(|chosen| chosen == value);
            let error = match (is_sent, is_chosen, reason.is_empty()) {
                (true, true, true) => t.office_supplement_reason_missing(label.as_str()),
                (true, false, false) => t.office_supplement_not_chosen(label.as_str()),
                _ => String::new(),
            };
            Line {
                is_paper: known.is_paper,
                field: TextField {
                    name,
                    label: t.office_supplement_reason(label.as_str()),
                    error,
                    value: reason,
                    lines: 2,
                    ..TextField::default()
                },
                value,
                label,
                is_chosen,
                error: String::new(),
            }
        })
        .collect()
}

fn answer(officer: &Officer, view: &DeskCaseView, given: &Given, problems: Vec<FieldProblem>) -> Response {
    let t = officer.visitor.t();
    let is_sent = !problems.is_empty();
    let words_at = |field: &str| {
        let problem = problems.iter().find(|problem| problem.field == field);
        problem.map_or_else(String::new, |problem| problem.words.clone())
    };
    let (papers, answers) = lines(officer, view, given, is_sent)
        .into_iter()
        .map(|line| Line {
            error: words_at(&line.value),
            ..line
        })
        .partition(|line| line.is_paper);
    let error = words_at("ground");
    let mut page = officer.page(t.office_supplement_title(), Place::Desk);
    page.has_errors = is_sent;
    let shown = SupplementPage {
        page,
        name: view.name.clone(),
        queue: given.text("queue").to_owned(),
        papers,
        answers,
        ground: TextField {
            name: "ground".to_owned(),
            label: t.office_supplement_ground(),
            hint: t.office_supplement_ground_hint(),
            error,
            value: given.text("ground").to_owned(),
            optional: true,
            ..TextField::default()
        },
        problems,
    };
    let response = html(&officer.visitor, &shown);
    if is_sent {
        (StatusCode::UNPROCESSABLE_ENTITY, response).into_response()
    } else {
        response
    }
}
