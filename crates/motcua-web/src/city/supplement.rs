//! Answering a supplement, item by item: the officer's reason beside each, questions asked by the form's own field,
//! papers uploaded anew, everything sent at once.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use askama::Template;
use axum::extract::{Multipart, Path, State};
use axum::response::{IntoResponse, Response};
use motcua_domain::id::FileId;
use motcua_domain::person::Person;
use motcua_engine::engine::UseError;
use motcua_engine::filing::{ItemProblem, OpenSupplement, SupplementOutcome, SupplementReply};
use motcua_engine::rows::FileRow;
use motcua_text::Text;

use super::fields::{self, FieldView};
use super::uploads::{self, ACCEPT, PAPER_FIELD, Received};
use crate::components::{FileField, Problem as FieldProblem};
use crate::edge::{Edge, Parts, Resident};
use crate::page::{Page, Tab};
use crate::pages::{html, see};
use crate::words::{self, pick, say};

/// What comes before the name of a paper in the name of a field that keeps an uploaded file.
const KEPT_FIELD: &str = "kept-";

#[derive(Template)]
#[template(path = "city/supplement.html")]
struct SupplementPage {
    page: Page,
    back: String,
    action: String,
    under_title: String,
    by: String,
    problems: Vec<FieldProblem>,
    items: Vec<ItemView>,
}

struct ItemView {
    label: String,
    reason: String,
    answer: ItemField,
}

enum ItemField {
    Question(FieldView),
    Paper { field: FileField, kept: Vec<KeptFile> },
}

struct KeptFile {
    field: String,
    id: String,
    name: String,
    detail: String,
}

/// What a page shows besides the notice: what was given so far, and what is wrong with it.
#[derive(Default)]
struct Shown {
    reply: SupplementReply,
    files: Vec<FileRow>,
    problems: Vec<(usize, ItemProblem)>,
    received: Received,
}

/// Shows what is asked.
pub async fn ask(State(edge): State<Edge>, resident: Resident, Path(name): Path<String>) -> Response {
    let (person, called) = (resident.person.clone(), name.clone());
    let open = edge
        .ask(
            move |parts| match parts.engine.open_supplement(&person, &called) {
                Err(UseError::Unusable(_)) => Ok(None),
                other => other.map(Some),
            },
        )
        .await;
    match open {
        Ok(Some(open)) => supplement_page(&resident, &name, &open, &Shown::default()),
        // It was answered meanwhile, or nothing was asked.
        Ok(None) => see(&format!("/cases/{name}")),
        Err(error) => resident.visitor.problem(error).into_response(),
    }
}

/// Takes the answers.
pub async fn answer(
    State(edge): State<Edge>,
    resident: Resident,
    Path(name): Path<String>,
    multipart: Multipart,
) -> Response {
    match try_answer(&edge, &resident, &name, multipart).await {
        Ok(response) => response,
        Err(error) => resident.visitor.problem(error).into_response(),
    }
}

async fn try_answer(
    edge: &Edge,
    resident: &Resident,
    name: &str,
    multipart: Multipart,
) -> Result<Response, UseError> {
    let (person, called) = (resident.person.clone(), name.to_owned());
    // Asked before a file is read, because what is kept stays: there is nothing to upload to unless something is asked.
    match edge
        .ask(move |parts| parts.engine.open_supplement(&person, &called))
        .await
    {
        Err(UseError::Unusable(_)) => return Ok(see(&format!("/cases/{name}"))),
        other => drop(other?),
    }
    let kept = Kept::default();
    let received = uploads::receive(edge, multipart, kept.keeping(resident.person.clone())).await?;
    let (person, called) = (resident.person.clone(), name.to_owned());
    let has_refused = !received.refused.is_empty();
    let (open, shown) = edge
        .ask(move |parts| {
            let open = match parts.engine.open_supplement(&person, &called) {
                Err(UseError::Unusable(_)) => return Ok((None, None)),
                other => other?,
            };
            let reply = reply_of(&open, &received, &kept.take());
            let files: Vec<FileId> = reply.files.values().flatten().copied().collect();
            let files = parts.engine.own_files(&person, &files)?;
            let problems = if has_refused {
                Vec::new()
            } else {
                match parts.engine.answer_supplement(&person, &called, &reply)? {
                    SupplementOutcome::Answered => return Ok((None, None)),
                    SupplementOutcome::Wrong(problems) => problems,
                }
            };
            let shown = Shown {
                reply,
                files,
                problems,
                received,
            };
            Ok((Some(open), Some(shown)))
        })
        .await?;
    match (open, shown) {
        (Some(open), Some(shown)) => Ok(supplement_page(resident, name, &open, &shown)),
        _ => Ok(see(&format!("/cases/{name}"))),
    }
}

/// Files that were uploaded with a request, by paper, until the answer takes them.
#[derive(Clone, Default)]
pub(super) struct Kept(Arc<Mutex<BTreeMap<String, Vec<FileId>>>>);

impl Kept {
    pub(super) fn keeping(
        &self,
        person: Person,
    ) -> impl Fn(&Parts, &str, &str, &[u8], &motcua_engine::ports::Inspected) -> Result<(), UseError>
    + Clone
    + Send
    + 'static {
        let kept = self.0.clone();
        move |parts, paper, name, bytes, inspected| {
            let file = parts.engine.keep_file(&person, name, bytes, inspected)?;
            let mut files = kept.lock().unwrap_or_else(PoisonError::into_inner);
            files.entry(paper.to_owned()).or_default().push(file);
            Ok(())
        }
    }

    pub(super) fn take(&self) -> BTreeMap<String, Vec<FileId>> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// What was given: answers to the questions of the notice, files that an earlier try kept, and new ones.
fn reply_of(
    open: &OpenSupplement,
    received: &Received,
    uploaded: &BTreeMap<String, Vec<FileId>>,
) -> SupplementReply {
    let questions: Vec<_> = open
        .items
        .iter()
        .filter(|item| !item.is_paper)
        .filter_map(|item| open.form.question(&item.target))
        .collect();
    let mut reply = SupplementReply {
        answers: fields::given(&questions, &received.fields).into_iter().collect(),
        files: BTreeMap::new(),
    };
    for (name, value) in &received.fields {
        if let (Some(paper), Ok(file)) = (name.strip_prefix(KEPT_FIELD), value.parse()) {
            reply.files.entry(paper.to_owned()).or_default().push(file);
        }
    }
    for (paper, files) in uploaded {
        reply.files.entry(paper.clone()).or_default().extend(files);
    }
    reply
}

fn supplement_page(resident: &Resident, name: &str, open: &OpenSupplement, shown: &Shown) -> Response {
    let visitor = &resident.visitor;
    let t = visitor.t();
    let wrong: HashMap<usize, ItemProblem> = shown.problems.iter().copied().collect();
    let mut problems = Vec::new();
    let mut items = Vec::new();
    for (place, item) in open.items.iter().enumerate() {
        let label = pick(&item.label, t.lang()).to_owned();
        let problem = wrong.get(&place).copied();
        let answer = match open.form.question(&item.target).filter(|_| !item.is_paper) {
            Some(question) => {
                let code = match problem {
                    Some(ItemProblem::Answer(code)) => Some(code),
                    _ => None,
                };
                let given = shown
                    .reply
                    .answers
                    .get(&item.target)
                    .or_else(|| open.answers.get(&item.target));
                let field = fields::field(t, question, given, code, false);
                problems.extend(fields::summary(std::slice::from_ref(&field)));
                ItemField::Question(field)
            }
            None => {
                let (field, kept) = paper_field(t, &item.target, &label, problem, shown);
                if !field.error.is_empty() {
                    problems.push(FieldProblem {
                        field: field.name.clone(),
                        words: field.error.clone(),
                    });
                }
                ItemField::Paper { field, kept }
            }
        };
        items.push(ItemView {
            label,
            reason: item.reason.clone(),
            answer,
        });
    }
    let mut page = visitor.page(t.tracker_supplement_title());
    page.tab = Some(Tab::Cases);
    page.has_errors = !problems.is_empty();
    let view = SupplementPage {
        page,
        back: format!("/cases/{name}"),
        action: format!("/cases/{name}/supplement"),
        under_title: format!("{} · {name}", pick(&open.procedure, t.lang())),
        by: open.by.map_or_else(String::new, |due| {
            t.tracker_part_supplement_by(words::before(t, due.at))
        }),
        problems,
        items,
    };
    html(visitor, &view)
}

fn paper_field(
    t: &Text,
    paper: &str,
    label: &str,
    problem: Option<ItemProblem>,
    shown: &Shown,
) -> (FileField, Vec<KeptFile>) {
    let mut errors: Vec<String> = shown
        .received
        .refused
        .iter()
        .filter(|refused| refused.paper == paper)
        .map(|refused| refused.words(t))
        .collect();
    if errors.is_empty() {
        errors.extend(problem.map(|problem| match problem {
            ItemProblem::TooManyFiles => say(t, "filing-file-too-many"),
            ItemProblem::NoFile | ItemProblem::Answer(_) => t.tracker_supplement_file_missing(label),
        }));
    }
    let kept = shown
        .reply
        .files
        .get(paper)
        .into_iter()
        .flatten()
        .filter_map(|id| shown.files.iter().find(|file| file.id == *id))
        .map(|file| KeptFile {
            field: format!("{KEPT_FIELD}{paper}"),
            id: file.id.to_string(),
            name: file.name.clone(),
            detail: t.filing_paper_file(file.pages, t.file_size(file.size)),
        });
    let field = FileField {
        name: format!("{PAPER_FIELD}{paper}"),
        label: t.tracker_supplement_new_file(label),
        is_title: false,
        hint: t.tracker_supplement_files_hint(),
        error: errors.join(". "),
        accept: ACCEPT,
        many: true,
    };
    (field, kept.collect())
}
