//! Progress for everybody who knows a number: status and due day, nothing else (C01 16).

use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use motcua_engine::engine::UseError;
use motcua_engine::view::{ProgressDue, PublicProgress};
use serde::Deserialize;

use crate::components::{Problem as FieldProblem, TextField, Width};
use crate::edge::{Edge, Visitor};
use crate::page::Page;
use crate::pages::html;
use crate::words::{self, say};

const NAME_LENGTH_MAX: usize = 60;

/// The number that somebody typed.
#[derive(Debug, Deserialize)]
pub struct Asked {
    name: Option<String>,
}

#[derive(Template)]
#[template(path = "city/track.html")]
struct TrackPage {
    page: Page,
    problems: Vec<FieldProblem>,
    field: TextField,
    found: Option<ProgressView>,
}

struct ProgressView {
    name: String,
    status: String,
    due: String,
    open: String,
}

/// Looks up a case by number or reference.
pub async fn show(State(edge): State<Edge>, visitor: Visitor, Query(asked): Query<Asked>) -> Response {
    let t = visitor.t();
    let typed: Option<String> = asked
        .name
        .map(|name| name.trim().chars().take(NAME_LENGTH_MAX).collect());
    let (found, error) = match typed.clone() {
        None => (None, String::new()),
        Some(name) if name.is_empty() => (None, t.tracker_track_empty()),
        Some(name) => match edge.ask(move |parts| parts.engine.progress(&name)).await {
            Ok(progress) => (Some(progress), String::new()),
            Err(UseError::NotFound) => (None, t.tracker_track_unknown()),
            Err(error) => return visitor.problem(error).into_response(),
        },
    };
    let mut page = visitor.page(t.tracker_track_title());
    page.has_errors = !error.is_empty();
    let problems = if error.is_empty() {
        Vec::new()
    } else {
        vec![FieldProblem {
            field: "name".to_owned(),
            words: error.clone(),
        }]
    };
    let view = TrackPage {
        page,
        problems,
        field: TextField {
            name: "name".to_owned(),
            label: t.tracker_track_label(),
            hint: t.tracker_track_hint(),
            error,
            value: typed.unwrap_or_default(),
            width: Width::Twenty,
            ..TextField::default()
        },
        found: found.map(|progress| progress_view(t, progress)),
    };
    html(&visitor, &view)
}

/// What is due, from whom, by what: an answer is no result, and a promise no limit.
fn due_words(t: &motcua_text::Text, due: ProgressDue) -> String {
    let before = |due: motcua_domain::time::Due| words::before(t, due.at);
    match due {
        ProgressDue::IntakeAnswer(due) => t.begin_track_intake(before(due)),
        ProgressDue::Limit(due) => t.begin_track_limit(before(due)),
        ProgressDue::Promise { promised, limit } => {
            t.begin_track_promise(before(promised), words::weekday_day(t, limit.on))
        }
        ProgressDue::SupplementWindow(due) => t.begin_track_supplement(before(due)),
        ProgressDue::SupplementOpen => t.begin_track_supplement_open(),
        ProgressDue::Paused => t.begin_track_paused(),
        ProgressDue::NotYet => t.begin_track_not_yet(),
        ProgressDue::Over => t.begin_track_over(),
    }
}

fn progress_view(t: &motcua_text::Text, progress: PublicProgress) -> ProgressView {
    ProgressView {
        status: say(t, &format!("tracker-national-{}", progress.status.code())),
        due: due_words(t, progress.due),
        open: format!("/cases/{}", progress.name),
        name: progress.name,
    }
}
