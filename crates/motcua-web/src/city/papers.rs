//! The papers of a draft: several files for each, phone photos among them.

use askama::Template;
use axum::Form;
use axum::extract::{Multipart, Path, Query, State};
use axum::response::{IntoResponse, Response};
use motcua_domain::id::FileId;
use motcua_engine::engine::UseError;
use motcua_engine::filing::{OpenDraft, PaperSlot, Stop};
use motcua_text::Text;
use serde::Deserialize;

use super::drafts::{self, Place, Then, draft_id, opened};
use super::uploads::{self, ACCEPT, PAPER_FIELD, Received};
use crate::components::{FileField, Problem as FieldProblem};
use crate::edge::{Edge, Problem, Resident};
use crate::page::Page;
use crate::pages::{html, see};
use crate::words::pick;

/// The button that uploads and stays.
const STAY: &str = "stay";
/// The button that saves and leaves.
const LATER: &str = "later";

#[derive(Template)]
#[template(path = "city/papers.html")]
struct PapersPage {
    page: Page,
    place: Place,
    action: String,
    remove: String,
    problems: Vec<FieldProblem>,
    /// Those that everybody gives.
    required: Vec<SlotView>,
    /// Those that only some give: folded until one is wanted.
    optional: Vec<SlotView>,
    /// How many these are.
    optional_title: String,
    /// Whether they are open: one of them has a file, or something wrong.
    is_optional_open: bool,
}

struct SlotView {
    is_required: bool,
    field: FileField,
    files: Vec<FileView>,
}

struct FileView {
    id: String,
    name: String,
    detail: String,
}

/// Asks for the papers.
pub async fn ask(
    State(edge): State<Edge>,
    resident: Resident,
    Path(id): Path<String>,
    Query(then): Query<Then>,
) -> Response {
    match opened(&edge, &resident, &id).await {
        Ok(draft) => papers_page(&edge, &resident, draft, then, &Received::default()).await,
        Err(elsewhere) => elsewhere,
    }
}

/// Takes files. What was refused keeps the person here; what was taken stays.
pub async fn give(
    State(edge): State<Edge>,
    resident: Resident,
    Path(id): Path<String>,
    Query(then): Query<Then>,
    multipart: Multipart,
) -> Response {
    let draft = match opened(&edge, &resident, &id).await {
        Ok(draft) => draft,
        Err(elsewhere) => return elsewhere,
    };
    let keep = uploads::into_draft(resident.person.clone(), draft.row.id);
    let received = uploads::receive(&edge, multipart, keep).await;
    let reopened = opened(&edge, &resident, &id).await;
    let (received, draft) = match (received, reopened) {
        (Ok(received), Ok(draft)) => (received, draft),
        (Err(error), _) => return resident.visitor.problem(error).into_response(),
        (_, Err(elsewhere)) => return elsewhere,
    };
    let today = edge.engine().now().day();
    let is_refused = !received.refused.is_empty();
    if !is_refused && received.has(STAY) {
        return see(&format!("/drafts/{}/papers{}", draft.row.id, then.query()));
    }
    if !is_refused && received.has(LATER) {
        return see("/cases");
    }
    if is_refused {
        return papers_page(&edge, &resident, draft, then, &received).await;
    }
    if !draft.missing_papers(today).is_empty() {
        return see(&format!(
            "/drafts/{}/papers{}",
            draft.row.id,
            then.query_with_errors()
        ));
    }
    see(&drafts::onward(&draft, &Stop::Papers, then, today))
}

/// The file to be taken out.
#[derive(Debug, Deserialize)]
pub struct Removed {
    file: String,
}

/// Takes a file out of a draft.
pub async fn remove(
    State(edge): State<Edge>,
    resident: Resident,
    Path(id): Path<String>,
    Query(then): Query<Then>,
    Form(removed): Form<Removed>,
) -> Result<Response, Problem> {
    let person = resident.person.clone();
    let to = format!("/drafts/{id}/papers{}", then.query());
    let gone = edge
        .ask(move |parts| {
            let file: FileId = removed.file.parse().map_err(|_| UseError::NotFound)?;
            parts.engine.detach(&person, draft_id(&id)?, file)
        })
        .await;
    gone.map_err(|error| resident.visitor.problem(error))?;
    Ok(see(&to))
}

/// Whoever opens the address of that act as a page is at the papers.
pub async fn remove_page(_: Resident, Path(id): Path<String>) -> Response {
    see(&format!("/drafts/{id}/papers"))
}

async fn papers_page(
    edge: &Edge,
    resident: &Resident,
    draft: OpenDraft,
    then: Then,
    received: &Received,
) -> Response {
    let visitor = &resident.visitor;
    let found = edge
        .ask(move |parts| Ok((parts.engine.paper_slots(&draft)?, draft)))
        .await;
    let (slots, draft) = match found {
        Ok(found) => found,
        Err(error) => return visitor.problem(error).into_response(),
    };
    let t = visitor.t();
    let missing = draft.missing_papers(edge.engine().now().day());
    let slots: Vec<SlotView> = slots
        .iter()
        .map(|slot| {
            slot_view(
                t,
                slot,
                received,
                then.shows_errors() && missing.contains(&slot.paper.name),
            )
        })
        .collect();
    let problems: Vec<FieldProblem> = slots
        .iter()
        .filter(|slot| !slot.field.error.is_empty())
        .map(|slot| FieldProblem {
            field: slot.field.name.clone(),
            words: slot.field.error.clone(),
        })
        .collect();
    let (required, optional): (Vec<_>, Vec<_>) = slots.into_iter().partition(|slot| slot.is_required);
    let mut page = visitor.page(t.filing_papers_title());
    page.has_errors = !problems.is_empty();
    let view = PapersPage {
        page,
        place: Place::of(edge, t, &draft, &Stop::Papers, then),
        action: format!("/drafts/{}/papers{}", draft.row.id, then.query()),
        remove: format!("/drafts/{}/papers/remove{}", draft.row.id, then.query()),
        problems,
        optional_title: if required.is_empty() {
            t.begin_papers_only_optional(optional.len())
        } else {
            t.begin_papers_optional(optional.len())
        },
        is_optional_open: optional
            .iter()
            .any(|slot| !slot.files.is_empty() || !slot.field.error.is_empty()),
        required,
        optional,
    };
    html(visitor, &view)
}

fn slot_view(t: &Text, slot: &PaperSlot, received: &Received, is_missing: bool) -> SlotView {
    let label = pick(&slot.paper.label, t.lang()).to_owned();
    let mut errors: Vec<String> = received
        .refused
        .iter()
        .filter(|refused| refused.paper == slot.paper.name)
        .map(|refused| refused.words(t))
        .collect();
    if errors.is_empty() && is_missing {
        errors.push(t.filing_paper_missing(&label));
    }
    let files = slot.files.iter().map(|file| FileView {
        id: file.id.to_string(),
        name: file.name.clone(),
        detail: t.filing_paper_file(file.pages, t.file_size(file.size)),
    });
    SlotView {
        is_required: slot.is_required,
        files: files.collect(),
        field: FileField {
            name: format!("{PAPER_FIELD}{}", slot.paper.name),
            label,
            is_title: false,
            hint: match (&slot.held_by, &slot.paper.only_for) {
                (Some(register), _) => t.begin_papers_held(pick(register, t.lang())),
                (None, Some(who)) => format!(
                    "{}. {}",
                    t.begin_papers_for(pick(who, t.lang())),
                    t.filing_papers_hint()
                ),
                (None, None) if slot.is_required => t.filing_papers_hint(),
                (None, None) => format!("{} {}", t.filing_papers_if(), t.filing_papers_hint()),
            },
            error: errors.join(". "),
            accept: ACCEPT,
            many: true,
        },
    }
}
