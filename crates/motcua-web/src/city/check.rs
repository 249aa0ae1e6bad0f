//! Checking, sending exactly once, and the receipt of sending.

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use motcua_engine::engine::UseError;
use motcua_engine::filing::{AnswerLine, CheckView, OpenDraft, Sending, Stop};
use motcua_engine::view::TrackerView;
use motcua_text::{Lang, Text, capitalised};
use serde::Deserialize;

use super::beginning;
use super::drafts::{self, Then, address, draft_id, opened};
use super::fields::problem_words;
use crate::components::{Item, Problem as FieldProblem, ProcessStep, Qr, Row, RowAct, Slip, Tone};
use crate::edge::{Edge, Problem, Resident};
use crate::page::{Page, Tab};
use crate::pages::{html, see};
use crate::words::{self, pick, uncapitalised};

/// The checkbox of the undertaking.
const UNDERTAKING: &str = "undertaking";

#[derive(Template)]
#[template(path = "city/check.html")]
struct CheckPage {
    page: Page,
    back: String,
    lead: String,
    problems: Vec<FieldProblem>,
    groups: Vec<(String, Vec<Row>)>,
    after: Vec<Item>,
    send: String,
    send_words: String,
    undertaking_error: String,
    mend: Option<String>,
    /// The same person's filings under this procedure that are near.
    filed_already: Vec<(String, String)>,
}

/// Shows everything before it is sent.
pub async fn check(
    State(edge): State<Edge>,
    resident: Resident,
    Path(id): Path<String>,
    Query(then): Query<Then>,
) -> Response {
    match opened(&edge, &resident, &id).await {
        Ok(draft) => check_page(&edge, &resident, draft, then.shows_errors()).await,
        Err(elsewhere) => elsewhere,
    }
}

/// The undertaking.
#[derive(Debug, Deserialize)]
pub struct Undertaking {
    undertaking: Option<String>,
}

/// Sends, exactly once: a second sending of the same draft ends at the same receipt.
pub async fn send(
    State(edge): State<Edge>,
    resident: Resident,
    Path(id): Path<String>,
    Form(form): Form<Undertaking>,
) -> Response {
    if form.undertaking.is_none() {
        return see(&format!("/drafts/{id}/check?errors=yes"));
    }
    let (person, draft) = (resident.person.clone(), id.clone());
    let sent = edge
        .ask(move |parts| match parts.engine.send(&person, draft_id(&draft)?) {
            // Something is missing after all, or the form has changed: the check says what.
            Err(UseError::Unusable(_)) => Ok(None),
            other => other.map(Some),
        })
        .await;
    match sent {
        Ok(Some(sent)) => see(&format!("/sent/{}", sent.reference)),
        Ok(None) => see(&format!("/drafts/{id}/check")),
        Err(error) => resident.visitor.problem(error).into_response(),
    }
}

/// Whoever opens the address of the act as a page is at the check, or at the receipt.
pub async fn send_page(_: Resident, Path(id): Path<String>) -> Response {
    see(&format!("/drafts/{id}/check"))
}

async fn check_page(edge: &Edge, resident: &Resident, draft: OpenDraft, is_unsworn: bool) -> Response {
    let visitor = &resident.visitor;
    let (person, id) = (resident.person.clone(), draft.row.id);
    let asked = edge
        .ask(move |parts| {
            let view = parts.engine.check_draft(&person, id)?;
            let near = parts.engine.filed_already(person.id, &view.code)?;
            Ok((view, near))
        })
        .await;
    let (view, near) = match asked {
        Ok(asked) => asked,
        Err(error) => return visitor.problem(error).into_response(),
    };
    let t = visitor.t();
    let today = edge.engine().now().day();
    let mut page = visitor.page(t.filing_check_title());
    page.has_errors = is_unsworn;
    let name = drafts::procedure_name(t, &draft);
    let problems = if is_unsworn {
        vec![FieldProblem {
            field: UNDERTAKING.to_owned(),
            words: t.filing_check_undertaking_missing(),
        }]
    } else {
        Vec::new()
    };
    let back = draft.before(&Stop::Check, today);
    let shown = CheckPage {
        back: back.map_or_else(|| "/cases".to_owned(), |stop| address(id, &stop)),
        lead: t.filing_check_lead(&name),
        undertaking_error: problems
            .first()
            .map_or_else(String::new, |problem| problem.words.clone()),
        problems,
        groups: groups(t, &view, &draft),
        after: after(t, &view),
        filed_already: near
            .iter()
            .map(|filing| {
                let words =
                    t.desk_filed_already_line(filing.name.as_str(), words::day(t, filing.sent_at.day()));
                (format!("/cases/{}", filing.name), words)
            })
            .collect(),
        send: format!("/drafts/{id}/send"),
        send_words: t.filing_check_send(match t.lang() {
            Lang::Vi => uncapitalised(&name),
            Lang::En => name,
        }),
        mend: (!view.is_complete()).then(|| address(id, &draft.first_open(today))),
        page,
    };
    html(visitor, &shown)
}

/// The answers by group in the order of asking, then the papers, then the desk.
fn groups(t: &Text, view: &CheckView, draft: &OpenDraft) -> Vec<(String, Vec<Row>)> {
    let mut groups = vec![(t.begin_people(), beginning::people_rows(t, view))];
    for line in &view.answers {
        let group = pick(&line.group, t.lang()).to_owned();
        let row = answer_row(t, view, draft, line);
        match groups.iter_mut().find(|(known, _)| *known == group) {
            Some((_, rows)) => rows.push(row),
            None => groups.push((group, vec![row])),
        }
    }
    if !view.papers.is_empty() {
        let rows = view.papers.iter().map(|slot| {
            let names: Vec<&str> = slot.files.iter().map(|file| file.name.as_str()).collect();
            let label = pick(&slot.paper.label, t.lang()).to_owned();
            Row {
                detail: if view.missing_papers.contains(&slot.paper.name) {
                    t.filing_paper_missing(&label)
                } else {
                    names.join(", ")
                },
                label,
                value: if names.is_empty() && slot.is_required {
                    t.filing_check_no_file()
                } else if let Some(register) = slot.held_by.as_ref().filter(|_| names.is_empty()) {
                    t.begin_papers_held_short(pick(register, t.lang()))
                } else if names.is_empty() {
                    t.filing_check_not_given()
                } else {
                    t.filing_check_files(names.len())
                },
                act: RowAct::Change(format!("{}?to=check", address(view.draft, &Stop::Papers))),
            }
        });
        groups.push((t.filing_check_papers(), rows.collect()));
    }
    let desk = view.desk.as_ref().map_or_else(
        || t.filing_check_empty(),
        |(_, name)| pick(name, t.lang()).to_owned(),
    );
    let row = Row {
        label: t.filing_desk_label(),
        value: desk,
        detail: String::new(),
        act: if view.is_desk_asked {
            RowAct::Change(format!("{}?to=check", address(view.draft, &Stop::Desk)))
        } else {
            RowAct::None
        },
    };
    groups.push((t.filing_check_desk(), vec![row]));
    groups.push((t.begin_fee(), beginning::fee_rows(t, &view.fee)));
    groups
}

fn answer_row(t: &Text, view: &CheckView, draft: &OpenDraft, line: &AnswerLine) -> Row {
    let value = words::answer(t, line);
    let problem = view
        .problems
        .iter()
        .find(|problem| problem.question == line.question)
        .and_then(|problem| {
            let question = draft.form.question(&line.question)?;
            Some(problem_words(t, question, problem.code))
        });
    let page = Stop::Question(line.page.clone());
    Row {
        label: pick(&line.label, t.lang()).to_owned(),
        value: if value.is_empty() {
            t.filing_check_empty()
        } else {
            value
        },
        detail: problem.unwrap_or_default(),
        act: match &line.register {
            Some(register) => RowAct::From(pick(register, t.lang()).to_owned()),
            None => RowAct::Change(format!("{}?to=check", address(view.draft, &page))),
        },
    }
}

fn after(t: &Text, view: &CheckView) -> Vec<Item> {
    let item = |icon, words, detail| Item { icon, words, detail };
    vec![
        item("doc", t.filing_check_after_receipt(), String::new()),
        item(
            "clock",
            t.filing_check_after_answer(),
            t.filing_check_after_answer_detail(),
        ),
        item(
            "seal",
            t.filing_check_after_limit(),
            capitalised(&t.filing_check_after_limit_detail(words::limit(t, &view.limit))),
        ),
    ]
}

#[derive(Template)]
#[template(path = "city/sent.html")]
struct SentPage {
    page: Page,
    slip: Slip,
    track: String,
    pdf: Option<String>,
    next: Vec<ProcessStep>,
}

/// The receipt of sending. It is there as long as the case is.
pub async fn receipt(
    State(edge): State<Edge>,
    resident: Resident,
    Path(reference): Path<String>,
) -> Result<Response, Problem> {
    let visitor = &resident.visitor;
    let person = resident.person.clone();
    let found = edge
        .ask(move |parts| {
            let sent = parts.engine.sending(&person, &reference)?;
            let view = parts.engine.track(&person, sent.reference.as_str())?;
            Ok((sent, view))
        })
        .await;
    let (sent, view) = found.map_err(|error| visitor.problem(error))?;
    Ok(html(visitor, &sent_page(&resident, &sent, &view)))
}

fn sent_page(resident: &Resident, sent: &Sending, view: &TrackerView) -> SentPage {
    let visitor = &resident.visitor;
    let t = visitor.t();
    let mut page = visitor.page(t.filing_sent_title());
    page.tab = Some(Tab::Cases);
    let answer = capitalised(&words::before(t, sent.answer_due.at));
    let mut pairs = vec![
        (
            t.filing_sent_procedure(),
            pick(&sent.procedure, t.lang()).to_owned(),
        ),
        (t.filing_sent_by(), resident.person.name.clone()),
        (
            t.begin_people_ground(),
            beginning::ground_words(t, sent.people.ground),
        ),
        (t.filing_sent_at(), words::moment(t, sent.sent_at)),
        (t.filing_sent_to(), pick(&sent.desk, t.lang()).to_owned()),
    ];
    if let Some(name) = sent.people.concerned.clone() {
        // After who files, and in which capacity.
        pairs.insert(3, (t.begin_people_concerned(), name));
    }
    let step = |name, detail| ProcessStep { name, detail };
    let is_printed = view.papers.iter().any(|paper| paper.kind == "sending-receipt");
    SentPage {
        slip: Slip {
            title: t.filing_sent_title(),
            number_label: t.filing_sent_number(),
            number: sent.reference.as_str().to_owned(),
            due_label: t.filing_sent_due(),
            due: answer.clone(),
            pairs,
            qr: Qr::of(&sent.tracking),
        },
        track: format!("/cases/{}", sent.reference),
        pdf: is_printed.then(|| format!("/cases/{}/papers/sending-receipt", sent.reference)),
        next: vec![
            step(answer, t.filing_sent_next_check()),
            step(t.filing_sent_next_accept(), t.filing_sent_next_accept_detail()),
            step(t.filing_sent_next_result(), t.filing_sent_next_result_detail()),
        ],
        page,
    }
}
