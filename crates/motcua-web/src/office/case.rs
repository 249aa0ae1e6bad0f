//! One case on one screen: facts left, papers in the middle, conditions and decision right.

mod facts;
mod judge;
mod note;

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use motcua_domain::case::Step;
use motcua_engine::view::{DeskCaseView, Queue};
use motcua_text::Text;

use self::facts::{FactGroup, LegalPaper, Round};
use self::judge::Judge;
use self::note::NoteForm;
pub use self::note::keep as keep_note;
use super::acts::Done;
use super::inbox::{queue_name, step_name};
use super::{Given, Place};
use crate::clock::{ClockPart, Reader};
use crate::components::{DaysLeft, LogEntry, Problem as FieldProblem};
use crate::edge::{Officer, Problem};
use crate::page::Page;
use crate::pages::html;
use crate::words::{self, pick};

/// A paper in the row of tabs.
struct PaperTab {
    href: String,
    words: String,
    /// The key that opens it: 1 to 9, empty beyond.
    key: String,
    is_current: bool,
}

/// The paper that is shown: its page images and where its original is.
struct Shown {
    images: Vec<(String, String)>,
    original: String,
}

#[derive(Template)]
#[template(path = "office/case.html")]
struct CasePage {
    page: Page,
    /// The case: its number, or its reference before acceptance.
    name: String,
    queue: &'static str,
    queue_name: String,
    left: Option<DaysLeft>,
    due: String,
    /// The cases beside it in the queue, and the next piece of work.
    before: Option<String>,
    after: Option<String>,
    next: Option<String>,
    done: Option<Done>,
    groups: Vec<FactGroup>,
    log: Vec<LogEntry>,
    clock: Vec<(String, String)>,
    days: Option<ClockPart>,
    /// By how much a finished case was late; empty for anything else.
    late_by: String,
    /// What is wrong with the examination that was sent.
    problems: Vec<FieldProblem>,
    /// The officer's own note.
    note: NoteForm,
    /// The same person's other filings.
    filed_again: Vec<(String, String)>,
    /// How long it was open on desks, for the head.
    time_open: String,
    rounds: Vec<Round>,
    life: Vec<crate::life::LifeShown>,
    legal: Vec<LegalPaper>,
    tabs: Vec<PaperTab>,
    shown: Option<Shown>,
    judge: Judge,
}

/// The case.
pub async fn show(officer: Officer, Path(name): Path<String>) -> Result<Response, Problem> {
    let asked = Given::of_query(&officer.visitor.path);
    let opened = name.clone();
    officer
        .ask(move |engine, staff| engine.opens_file(staff, &opened))
        .await?;
    let shown = build(&officer, &name, &asked, Attempt::default()).await?;
    Ok(html(&officer.visitor, &shown))
}

/// The case again after an examination that left a condition open: with every judgement that was made.
pub(super) async fn again(officer: &Officer, name: &str, given: &Given) -> Result<Response, Problem> {
    let attempt = Attempt {
        examination: Some(given),
        note: None,
    };
    refused(officer, name, given, attempt).await
}

/// What was sent from the case's own page and must be mended there.
#[derive(Default)]
struct Attempt<'a> {
    /// An examination that left a condition open.
    examination: Option<&'a Given>,
    /// A note that was not kept.
    note: Option<NoteForm>,
}

/// The case again, with what was sent and what is wrong with it.
async fn refused(
    officer: &Officer,
    name: &str,
    given: &Given,
    attempt: Attempt<'_>,
) -> Result<Response, Problem> {
    let mut shown = build(officer, name, given, attempt).await?;
    shown.page.path = format!("/desk/cases/{name}");
    let response = html(&officer.visitor, &shown);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, response).into_response())
}

async fn build(
    officer: &Officer,
    name: &str,
    asked: &Given,
    attempt: Attempt<'_>,
) -> Result<CasePage, Problem> {
    let queue = Queue::from_name(asked.text("queue")).unwrap_or(Queue::Mine);
    let name = name.to_owned();
    let (view, around, beside, next) = officer
        .ask(move |engine, staff| {
            let view = engine.desk_case(staff, &name)?;
            let around = engine.neighbours(staff, queue, &name)?;
            let beside = engine.beside_case(staff, &name)?;
            let next = engine.next_case(staff, Queue::Mine, &name)?;
            Ok((view, around, beside, next))
        })
        .await?;
    let t = officer.visitor.t();
    let place = asked.text("paper").parse::<usize>().unwrap_or(1).max(1) - 1;
    let mut page = officer.page(pick(&view.procedure, t.lang()), Place::Desk);
    page.which.clone_from(&view.name);
    let judge = Judge::of(t, &view, attempt.examination);
    let note = attempt.note.unwrap_or_else(|| NoteForm::of(t, &beside.note));
    let mut problems = judge.problems();
    problems.extend(note.problem());
    page.has_errors = !problems.is_empty();
    let to = |next: String| format!("/desk/cases/{next}?queue={}", queue.name());
    Ok(CasePage {
        page,
        queue: queue.name(),
        queue_name: queue_name(t, queue),
        left: words::days_left(t, view.left),
        due: due_words(t, &view),
        before: around.before.map(to),
        after: around.after.map(to),
        next: next.map(|next| format!("/desk/cases/{next}")),
        done: Done::of(t, asked),
        groups: facts::groups(t, &view, step_words(t, &view)),
        log: facts::log(t, &view),
        clock: facts::clock(t, &view),
        days: view
            .clock
            .as_ref()
            .map(|clock| ClockPart::of(t, Reader::Officer, clock, view.issued)),
        late_by: view
            .late_by_days
            .map_or_else(String::new, |days| t.desk_case_late_by(t.days(days))),
        problems,
        note,
        filed_again: facts::filed_again(t, &beside),
        time_open: facts::time_open(t, &beside),
        rounds: facts::rounds(t, &view),
        life: crate::life::shown(t, &view.life),
        legal: facts::legal_papers(t, &view),
        tabs: tabs(t, &view, queue, place),
        shown: shown(t, &view, place),
        judge,
        name: view.name,
    })
}

/// Where the case stands. A supplement that was answered waits for the desk, no longer for the applicant.
fn step_words(t: &Text, view: &DeskCaseView) -> String {
    let is_supplement = matches!(
        view.step,
        Step::SupplementAtIntake | Step::SupplementAfterAppraisal
    );
    if is_supplement && is_answered(view) {
        t.office_step_answered()
    } else {
        step_name(t, view.step)
    }
}

/// Whether the last supplement was answered.
fn is_answered(view: &DeskCaseView) -> bool {
    view.supplements
        .last()
        .is_some_and(|(_, _, answered)| answered.is_some())
}

/// What the office owes by when, in words.
fn due_words(t: &Text, view: &DeskCaseView) -> String {
    if let Some(by) = view.handover_by {
        return t.office_case_handover_by(words::before(t, by));
    }
    // While the applicant completes it, no answer of the desk is due.
    if let Some(due) = view.intake_due {
        if view.step == Step::SupplementAtIntake && !is_answered(view) {
            return String::new();
        }
        return t.office_case_intake_due(words::before(t, due.at));
    }
    view.clock.as_ref().map_or_else(String::new, |clock| {
        t.office_case_due(words::before(t, clock.current.at))
    })
}

fn tabs(t: &Text, view: &DeskCaseView, queue: Queue, place: usize) -> Vec<PaperTab> {
    let mut tabs = Vec::with_capacity(view.papers.len());
    for (at, paper) in view.papers.iter().enumerate() {
        let before = view.papers.iter().take(at);
        let earlier = before.filter(|other| other.label == paper.label).count();
        let label = pick(&paper.label, t.lang()).to_owned();
        let words = if earlier == 0 {
            label
        } else {
            format!("{label}, {}", t.office_case_paper_of(earlier + 1))
        };
        tabs.push(PaperTab {
            href: format!(
                "/desk/cases/{}?queue={}&paper={}",
                view.name,
                queue.name(),
                at + 1
            ),
            words,
            key: if at < 9 {
                (at + 1).to_string()
            } else {
                String::new()
            },
            is_current: at == place,
        });
    }
    tabs
}

fn shown(t: &Text, view: &DeskCaseView, place: usize) -> Option<Shown> {
    let paper = view.papers.get(place).or_else(|| view.papers.first())?;
    let address = format!("/desk/cases/{}/papers/{}", view.name, paper.file);
    let label = pick(&paper.label, t.lang());
    Some(Shown {
        images: (1..=paper.pages)
            .map(|page| (format!("{address}/{page}"), t.office_case_page_alt(label, page)))
            .collect(),
        original: format!("{address}/original"),
    })
}
