//! A draft: opening it where it was left, choosing the desk, taking a newer form, throwing it away.

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use motcua_domain::form::FormVersion;
use motcua_domain::id::DraftId;
use motcua_domain::person::Person;
use motcua_domain::time::Day;
use motcua_engine::engine::UseError;
use motcua_engine::filing::{OpenDraft, Stop};
use motcua_text::Text;
use serde::Deserialize;

use super::offers::held_items;
use crate::components::{Item, Link, Problem as FieldProblem};
use crate::edge::{Edge, Parts, Problem, Resident};
use crate::page::{Page, Tab};
use crate::pages::{html, see};
use crate::words::{self, pick};

/// Where a page of a draft leads after it was answered.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub struct Then {
    /// Whether it was opened from the check, to change one answer.
    #[serde(default)]
    to: Option<Back>,
    /// Whether what is wrong shall be said: the page was answered, and led back here. Errors are shown by a page that
    /// was got, not posted, so that Back never asks whether to send again.
    #[serde(default)]
    errors: Option<Yes>,
}

/// A mark in an address.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Yes {
    /// It is set.
    Yes,
}

/// The page that a change returns to.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Back {
    /// The check.
    Check,
}

impl Then {
    pub(super) const fn is_check(self) -> bool {
        self.to.is_some()
    }

    /// Whether what is wrong shall be said.
    pub(super) const fn shows_errors(self) -> bool {
        self.errors.is_some()
    }

    /// The query that keeps it.
    pub(super) const fn query(self) -> &'static str {
        if self.is_check() { "?to=check" } else { "" }
    }

    /// The query of the same page, saying what is wrong.
    pub(super) const fn query_with_errors(self) -> &'static str {
        if self.is_check() {
            "?to=check&errors=yes"
        } else {
            "?errors=yes"
        }
    }
}

/// A draft, or what has become of it.
pub(super) enum Found {
    /// It is there.
    Open(Box<OpenDraft>),
    /// Whoever asks must first go there: it was sent, or its form has changed.
    Elsewhere(String),
}

/// The draft of an address.
pub(super) fn draft_id(id: &str) -> Result<DraftId, UseError> {
    id.parse().map_err(|_| UseError::NotFound)
}

/// Finds a draft; one that was sent leads to its receipt, one whose form has a newer version to the report.
pub(super) fn find(parts: &Parts, person: &Person, id: &str) -> Result<Found, UseError> {
    let id = draft_id(id)?;
    if let Some(sent) = parts.engine.already_sent(person, id)? {
        return Ok(Found::Elsewhere(format!("/sent/{}", sent.reference)));
    }
    let draft = parts.engine.open_draft(person, id)?;
    if draft.pending.is_some() {
        return Ok(Found::Elsewhere(format!("/drafts/{id}/changes")));
    }
    Ok(Found::Open(Box::new(draft)))
}

/// The draft, or the answer that leads elsewhere.
pub(super) async fn opened(edge: &Edge, resident: &Resident, id: &str) -> Result<OpenDraft, Response> {
    let (person, id) = (resident.person.clone(), id.to_owned());
    match edge.ask(move |parts| find(parts, &person, &id)).await {
        Ok(Found::Open(draft)) => Ok(*draft),
        Ok(Found::Elsewhere(to)) => Err(see(&to)),
        Err(error) => Err(axum::response::IntoResponse::into_response(
            resident.visitor.problem(error),
        )),
    }
}

/// The address of a stop.
pub(super) fn address(draft: DraftId, stop: &Stop) -> String {
    match stop {
        Stop::Ground => format!("/drafts/{draft}/ground"),
        Stop::Variant => format!("/drafts/{draft}/variant"),
        Stop::Desk => format!("/drafts/{draft}/desk"),
        Stop::Question(page) => format!("/drafts/{draft}/q/{page}"),
        Stop::Papers => format!("/drafts/{draft}/papers"),
        Stop::Check => format!("/drafts/{draft}/check"),
    }
}

/// Where to go after a stop was answered: on, or back to the check unless the answer opened something new.
pub(super) fn onward(draft: &OpenDraft, stop: &Stop, then: Then, today: Day) -> String {
    let next = if then.is_check() {
        draft.first_open(today)
    } else {
        draft.after(stop, today)
    };
    address(draft.row.id, &next)
}

/// What stands on every page of the way.
pub(super) struct Place {
    /// Where Back leads.
    pub back: String,
    /// Which stop this is, from 1.
    pub at: usize,
    /// How many there are.
    pub of: usize,
    /// The procedure.
    pub procedure: String,
    /// What the person need not give.
    pub held: Vec<Item>,
    /// When the draft was last saved.
    pub saved: String,
}

impl Place {
    pub(super) fn of(edge: &Edge, t: &Text, draft: &OpenDraft, stop: &Stop, then: Then) -> Self {
        let today = edge.engine().now().day();
        let stops = draft.stops(today);
        let at = stops
            .iter()
            .position(|known| known == stop)
            .map_or(1, |place| place + 1);
        let back = match draft.before(stop, today) {
            _ if then.is_check() => address(draft.row.id, &Stop::Check),
            Some(before) => address(draft.row.id, &before),
            None => format!("/procedures/{}", draft.row.procedure),
        };
        let held = draft.held(today);
        let held = held
            .iter()
            .map(|(fact, register)| (pick(fact, t.lang()), pick(register, t.lang())));
        Self {
            back,
            at,
            of: stops.len().max(1),
            procedure: procedure_name(t, draft),
            held: held_items(held),
            saved: t.filing_saved(words::time(t, draft.row.saved_at)),
        }
    }
}

/// The name of the procedure that a draft is for.
pub(super) fn procedure_name(t: &Text, draft: &OpenDraft) -> String {
    let version = &draft.procedure.version;
    match t.lang() {
        motcua_text::Lang::Vi => version.name_vi.clone(),
        motcua_text::Lang::En => version.name_en.clone().unwrap_or_else(|| version.name_vi.clone()),
    }
}

/// Opens a draft where something is left to do.
pub async fn open(State(edge): State<Edge>, resident: Resident, Path(id): Path<String>) -> Response {
    match opened(&edge, &resident, &id).await {
        Ok(draft) => {
            let next = draft.first_open(edge.engine().now().day());
            see(&address(draft.row.id, &next))
        }
        Err(elsewhere) => elsewhere,
    }
}

#[derive(Template)]
#[template(path = "city/desk.html")]
struct DeskPage {
    page: Page,
    place: Place,
    action: String,
    problems: Vec<FieldProblem>,
    desks: Vec<DeskChoice>,
}

struct DeskChoice {
    code: String,
    name: String,
    is_chosen: bool,
}

/// The desk that was chosen.
#[derive(Debug, Deserialize)]
pub struct DeskForm {
    #[serde(default)]
    desk: String,
    later: Option<String>,
}

/// Asks at whose desk the case is handed in.
pub async fn desk(
    State(edge): State<Edge>,
    resident: Resident,
    Path(id): Path<String>,
    Query(then): Query<Then>,
) -> Response {
    match opened(&edge, &resident, &id).await {
        Ok(draft) => desk_page(&edge, &resident, &draft, then),
        Err(elsewhere) => elsewhere,
    }
}

/// Takes the choice.
pub async fn choose_desk(
    State(edge): State<Edge>,
    resident: Resident,
    Path(id): Path<String>,
    Query(then): Query<Then>,
    Form(form): Form<DeskForm>,
) -> Response {
    let draft = match opened(&edge, &resident, &id).await {
        Ok(draft) => draft,
        Err(elsewhere) => return elsewhere,
    };
    let (person, draft_id) = (resident.person.clone(), draft.row.id);
    let chosen = edge
        .ask(
            move |parts| match parts.engine.choose_desk(&person, draft_id, &form.desk) {
                Err(UseError::Unusable(_)) => Ok(None),
                Err(error) => Err(error),
                Ok(()) => parts.engine.open_draft(&person, draft_id).map(Some),
            },
        )
        .await;
    match chosen {
        Ok(_) if form.later.is_some() => see("/cases"),
        Ok(Some(draft)) => {
            let today = edge.engine().now().day();
            see(&onward(&draft, &Stop::Desk, then, today))
        }
        Ok(None) => see(&format!("/drafts/{draft_id}/desk{}", then.query_with_errors())),
        Err(error) => axum::response::IntoResponse::into_response(resident.visitor.problem(error)),
    }
}

fn desk_page(edge: &Edge, resident: &Resident, draft: &OpenDraft, then: Then) -> Response {
    let is_wrong = then.shows_errors() && draft.desk().is_none();
    let visitor = &resident.visitor;
    let t = visitor.t();
    let mut page = visitor.page(t.filing_desk_title());
    page.has_errors = is_wrong;
    let problems = if is_wrong {
        vec![FieldProblem {
            field: "desk".to_owned(),
            words: t.filing_desk_missing(),
        }]
    } else {
        Vec::new()
    };
    let chosen = draft.desk();
    let desks = edge.engine().city().desks(edge.engine().now().day());
    let view = DeskPage {
        place: Place::of(edge, t, draft, &Stop::Desk, then),
        action: format!("/drafts/{}/desk{}", draft.row.id, then.query()),
        problems,
        desks: desks
            .into_iter()
            .map(|(code, name)| DeskChoice {
                is_chosen: chosen.as_ref() == Some(&code),
                code: code.as_str().to_owned(),
                name: pick(&name, t.lang()).to_owned(),
            })
            .collect(),
        page,
    };
    html(visitor, &view)
}

#[derive(Template)]
#[template(path = "city/changes.html")]
struct ChangesPage {
    page: Page,
    lead: String,
    action: String,
    parts: Vec<(String, Vec<String>)>,
}

/// What becomes of each answer under the newer version of the form.
pub async fn changes(
    State(edge): State<Edge>,
    resident: Resident,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let visitor = &resident.visitor;
    let person = resident.person.clone();
    let draft = edge
        .ask(move |parts| parts.engine.open_draft(&person, draft_id(&id)?))
        .await;
    let draft = draft.map_err(|error| visitor.problem(error))?;
    let Some((newer, report)) = &draft.pending else {
        return Ok(see(&format!("/drafts/{}", draft.row.id)));
    };
    let t = visitor.t();
    let names = |form: &FormVersion, ids: &[String]| -> Vec<String> {
        ids.iter().map(|id| short(t, form, id)).collect()
    };
    let renamed = report
        .renamed
        .iter()
        .map(|(old, new)| t.filing_changes_from_to(short(t, &draft.form, old), short(t, newer, new)));
    let view = ChangesPage {
        page: visitor.page(t.filing_changes_title()),
        lead: t.filing_changes_lead(words::day(t, newer.from)),
        action: format!("/drafts/{}/changes", draft.row.id),
        parts: vec![
            (t.filing_changes_needs(), names(newer, &report.needs_answer)),
            (t.filing_changes_dropped(), names(&draft.form, &report.dropped)),
            (t.filing_changes_renamed(), renamed.collect()),
            (t.filing_changes_kept(), names(newer, &report.kept)),
        ],
    };
    Ok(html(visitor, &view))
}

fn short(t: &Text, form: &FormVersion, id: &str) -> String {
    form.question(id).map_or_else(
        || id.to_owned(),
        |question| pick(&question.short, t.lang()).to_owned(),
    )
}

/// Takes the newer form.
pub async fn take_changes(
    State(edge): State<Edge>,
    resident: Resident,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let person = resident.person.clone();
    let to = format!("/drafts/{id}");
    edge.ask(move |parts| parts.engine.carry_draft(&person, draft_id(&id)?))
        .await
        .map_err(|error| resident.visitor.problem(error))?;
    Ok(see(&to))
}

#[derive(Template)]
#[template(path = "city/discard.html")]
struct DiscardPage {
    page: Page,
    body: String,
    action: String,
    act: String,
    keep: Link,
}

/// What comes after a draft was thrown away.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub struct Afterwards {
    /// Whether a new one begins.
    again: Option<Yes>,
}

/// Asks whether the draft shall be gone, and whether a new one begins.
pub async fn discard(
    State(edge): State<Edge>,
    resident: Resident,
    Path(id): Path<String>,
    Query(afterwards): Query<Afterwards>,
) -> Response {
    let draft = match opened(&edge, &resident, &id).await {
        Ok(draft) => draft,
        Err(elsewhere) => return elsewhere,
    };
    let visitor = &resident.visitor;
    let t = visitor.t();
    let begins_again = afterwards.again.is_some();
    let (title, act, query) = if begins_again {
        (t.begin_again_title(), t.begin_again_act(), "?again=yes")
    } else {
        (t.filing_discard_title(), t.filing_discard_act(), "")
    };
    let mut page = visitor.page(title);
    page.tab = Some(Tab::Cases);
    let view = DiscardPage {
        page,
        body: t.filing_discard_body(procedure_name(t, &draft)),
        action: format!("/drafts/{}/discard{query}", draft.row.id),
        act,
        keep: if begins_again {
            Link::to(format!("/drafts/{}", draft.row.id), t.begin_again_keep())
        } else {
            Link::to("/cases", t.filing_discard_keep())
        },
    };
    html(visitor, &view)
}

/// Throws it away; begins anew where that was asked.
pub async fn throw_away(
    State(edge): State<Edge>,
    resident: Resident,
    Path(id): Path<String>,
    Query(afterwards): Query<Afterwards>,
) -> Result<Response, Problem> {
    let person = resident.person.clone();
    let gone = edge
        .ask(move |parts| {
            let id = draft_id(&id)?;
            let procedure = match parts.engine.open_draft(&person, id) {
                // Pressed twice: what was wanted is so.
                Err(UseError::NotFound) => return Ok(None),
                other => other?.row.procedure,
            };
            parts.engine.discard_draft(&person, id)?;
            match afterwards.again {
                Some(Yes::Yes) => Ok(Some(parts.engine.start_draft(person.id, &procedure)?.id)),
                None => Ok(None),
            }
        })
        .await;
    let begun = gone.map_err(|error| resident.visitor.problem(error))?;
    Ok(see(&begun.map_or_else(
        || "/cases".to_owned(),
        |draft| format!("/drafts/{draft}"),
    )))
}
