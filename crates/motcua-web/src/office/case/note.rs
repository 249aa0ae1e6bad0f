//! The officer's own note about a case.

use axum::extract::Path;
use axum::response::Response;
use motcua_engine::desk::{NOTE_LETTERS_MAX, NoteKept, PrivateNote};
use motcua_text::Text;

use super::{Attempt, refused};
use crate::components::{Problem as FieldProblem, TextField};
use crate::edge::{Officer, Problem};
use crate::office::Given;
use crate::pages::see;

/// The form of the note.
pub(super) struct NoteForm {
    /// The field.
    pub(super) field: TextField,
    /// The version that it was read at.
    pub(super) version: u64,
}

impl NoteForm {
    /// The note as it is kept.
    pub(super) fn of(t: &Text, note: &PrivateNote) -> Self {
        Self {
            field: TextField {
                name: "note".to_owned(),
                label: t.desk_note(),
                hint: t.desk_note_hint(),
                value: note.text.clone(),
                lines: 3,
                ..TextField::default()
            },
            version: note.version,
        }
    }

    /// What was typed, and why it is not kept.
    fn failed(t: &Text, typed: &str, version: u64, error: String) -> Self {
        let typed = PrivateNote {
            text: typed.to_owned(),
            version,
        };
        let mut form = Self::of(t, &typed);
        form.field.error = error;
        form
    }

    /// What is wrong with it.
    pub(super) fn problem(&self) -> Option<FieldProblem> {
        (!self.field.error.is_empty()).then(|| FieldProblem {
            field: self.field.name.clone(),
            words: self.field.error.clone(),
        })
    }
}

/// Keeps the note; where another window was first, nothing is overwritten and both texts are shown.
pub async fn keep(officer: Officer, Path(name): Path<String>, given: Given) -> Result<Response, Problem> {
    let text = given.text("note").to_owned();
    let version = given.text("version").parse().unwrap_or(0);
    let (typed, of) = (text.clone(), name.clone());
    let kept = officer
        .ask(move |engine, staff| engine.keep_note(staff, &of, &typed, version))
        .await?;
    let t = officer.visitor.t();
    let note = match kept {
        NoteKept::Yes => {
            let queue = given.text("queue");
            return Ok(see(&format!("/desk/cases/{name}?queue={queue}")));
        }
        NoteKept::TooLong => NoteForm::failed(
            t,
            &text,
            version,
            t.desk_note_too_long(NOTE_LETTERS_MAX.to_string()),
        ),
        NoteKept::ChangedElsewhere(stands) => {
            let error = t.desk_note_changed(stands.text.as_str());
            NoteForm::failed(t, &text, stands.version, error)
        }
    };
    let attempt = Attempt {
        note: Some(note),
        ..Attempt::default()
    };
    refused(&officer, &name, &given, attempt).await
}
