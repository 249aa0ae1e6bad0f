//! One page of a form: asked, answered, and shown again with what is wrong.

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use motcua_engine::filing::{OpenDraft, Stop};

use super::drafts::{self, Place, Then, opened};
use super::fields::{self, FieldView, Sent};
use crate::components::Problem;
use crate::edge::{Edge, Resident};
use crate::page::Page;
use crate::pages::{html, see};
use crate::words::pick;

/// The field that says that a warning was seen.
const SEEN: &str = "@seen";
/// The button that saves and leaves.
const LATER: &str = "@later";

#[derive(Template)]
#[template(path = "city/question.html")]
struct QuestionPage {
    page: Page,
    place: Place,
    action: String,
    problems: Vec<Problem>,
    is_warned: bool,
    heading: Option<String>,
    fields: Vec<FieldView>,
}

/// Asks one page.
pub async fn ask(
    State(edge): State<Edge>,
    resident: Resident,
    Path((id, name)): Path<(String, String)>,
    Query(then): Query<Then>,
) -> Response {
    match opened(&edge, &resident, &id).await {
        Ok(draft) => question_page(&edge, &resident, &draft, &name, then),
        Err(elsewhere) => elsewhere,
    }
}

/// Takes the answers of one page. They are saved right or wrong; only what is wrong keeps the person here.
pub async fn answer(
    State(edge): State<Edge>,
    resident: Resident,
    Path((id, name)): Path<(String, String)>,
    Query(then): Query<Then>,
    Form(sent): Form<Sent>,
) -> Response {
    let draft = match opened(&edge, &resident, &id).await {
        Ok(draft) => draft,
        Err(elsewhere) => return elsewhere,
    };
    let today = edge.engine().now().day();
    let Some(form_page) = draft.form.page(&name) else {
        return see(&format!("/drafts/{}", draft.row.id));
    };
    let given = fields::given(&draft.questions(form_page, today), &sent);
    let (person, draft_id, page_name) = (resident.person.clone(), draft.row.id, name.clone());
    let saved = edge
        .ask(move |parts| {
            let problems = parts.engine.save_page(&person, draft_id, &page_name, &given)?;
            Ok((problems, parts.engine.open_draft(&person, draft_id)?))
        })
        .await;
    let (problems, draft) = match saved {
        Ok(saved) => saved,
        Err(error) => return resident.visitor.problem(error).into_response(),
    };
    let has = |wanted: &str| sent.iter().any(|(name, _)| name == wanted);
    if has(LATER) {
        return see("/cases");
    }
    let is_done = problems
        .iter()
        .all(|problem| problem.code.is_warning() && has(SEEN));
    if is_done {
        return see(&drafts::onward(&draft, &Stop::Question(name), then, today));
    }
    see(&format!(
        "/drafts/{}/q/{name}{}",
        draft.row.id,
        then.query_with_errors()
    ))
}

fn question_page(edge: &Edge, resident: &Resident, draft: &OpenDraft, name: &str, then: Then) -> Response {
    let visitor = &resident.visitor;
    let t = visitor.t();
    let today = edge.engine().now().day();
    let questions = draft
        .form
        .page(name)
        .map(|page| (page, draft.questions(page, today)))
        .filter(|(_, questions)| !questions.is_empty());
    let Some((form_page, questions)) = questions else {
        return see(&format!("/drafts/{}", draft.row.id));
    };
    let heading = form_page
        .title
        .as_ref()
        .filter(|_| questions.len() > 1)
        .map(|title| pick(title, t.lang()).to_owned());
    let title = heading.clone().or_else(|| {
        questions
            .first()
            .map(|question| pick(&question.label, t.lang()).to_owned())
    });
    let filling = draft.filling(today);
    let problems = if then.shows_errors() {
        filling.validate_page(form_page)
    } else {
        Vec::new()
    };
    let fields = fields::fields(t, &questions, &filling, &problems, heading.is_none());
    let mut page = visitor.page(title.unwrap_or_default());
    page.has_errors = !problems.is_empty();
    let stop = Stop::Question(name.to_owned());
    let view = QuestionPage {
        page,
        place: Place::of(edge, t, draft, &stop, then),
        action: format!("/drafts/{}/q/{name}{}", draft.row.id, then.query()),
        problems: fields::summary(&fields),
        is_warned: !problems.is_empty() && problems.iter().all(|problem| problem.code.is_warning()),
        heading,
        fields,
    };
    html(visitor, &view)
}
