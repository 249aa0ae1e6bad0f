//! The office's cases: the inbox, and one case.

use axum::Json;
use axum::extract::Path;
use motcua_domain::access::Denied;
use motcua_domain::case::NotNow;
use motcua_engine::view::{self, DeskCaseView, InboxQuery, InboxRow, Narrowing, Queue};
use motcua_text::Text;

use super::wire::{
    AnswerLine, Applicant, CaseLine, Condition, DeskCase, GivenPaper, Offer, Page, Person, Target,
};
use crate::edge::{Officer, Problem};
use crate::office::{Given, inbox};
use crate::words;

/// How many cases one page has.
const CASES: u32 = 50;

/// `GET /cases?queue=&after=`: nearest deadline first.
pub(super) async fn list(officer: Officer) -> Result<Json<Page<CaseLine>>, Problem> {
    let asked = Given::of_query(&officer.visitor.path);
    let queue = Queue::from_name(asked.text("queue")).unwrap_or(Queue::Mine);
    let query = InboxQuery {
        queue,
        narrowing: Narrowing::default(),
        after: inbox::cursor(asked.text("after")),
        limit: CASES,
    };
    let view = officer
        .ask(move |engine, staff| engine.inbox(staff, &query))
        .await?;
    let next = view.next.map(|next| {
        let (millis, id) = (next.at.millis(), next.id);
        format!("/api/v1/cases?queue={}&after={millis}.{id}", queue.name())
    });
    Ok(Json(Page {
        items: view.rows.into_iter().map(line).collect(),
        next,
    }))
}

fn line(row: InboxRow) -> CaseLine {
    CaseLine {
        name: row.name,
        procedure: row.procedure.into(),
        step: row.step.name(),
        sent_at: row.sent_at.to_string(),
        is_your_turn: None,
        left: Some(row.left.into()),
        applicant: Some(row.applicant),
    }
}

/// `GET /cases/{name}`.
pub(super) async fn show(officer: Officer, Path(name): Path<String>) -> Result<Json<DeskCase>, Problem> {
    let view = officer
        .ask(move |engine, staff| engine.desk_case(staff, &name))
        .await?;
    Ok(Json(desk_case(officer.visitor.t(), view)))
}

fn desk_case(t: &Text, view: DeskCaseView) -> DeskCase {
    DeskCase {
        answers: view.answers.iter().map(|line| answer(t, line)).collect(),
        papers: view.papers.into_iter().map(paper).collect(),
        conditions: view.findings.into_iter().map(condition).collect(),
        specialists: view
            .specialists
            .into_iter()
            .map(|(id, name)| Person {
                id: id.to_string(),
                name,
            })
            .collect(),
        targets: view
            .targets
            .into_iter()
            .map(|line| Target {
                target: line.target,
                label: line.label.into(),
                is_paper: line.is_paper,
            })
            .collect(),
        offers: view.offers.iter().map(offer).collect(),
        log: view.log.into_iter().map(Into::into).collect(),
        legal_papers: view.legal_papers.into_iter().map(Into::into).collect(),
        name: view.name,
        code: view.code,
        procedure: view.procedure.into(),
        step: view.step.name(),
        left: view.left.into(),
        applicant: Applicant {
            name: view.applicant,
            personal_number: view.personal_number,
            phone: view.phone,
        },
        holder: view.holder,
    }
}

fn answer(t: &Text, line: &motcua_engine::filing::AnswerLine) -> AnswerLine {
    AnswerLine {
        question: line.question.clone(),
        label: line.label.clone().into(),
        value: words::answer(t, line),
    }
}

fn paper(paper: view::PaperImage) -> GivenPaper {
    GivenPaper {
        file: paper.file.to_string(),
        label: paper.label.into(),
        pages: paper.pages,
    }
}

fn condition(finding: view::FindingView) -> Condition {
    Condition {
        condition: finding.condition,
        label: finding.label.into(),
        met: finding.met,
    }
}

fn offer(offer: &view::Offer) -> Offer {
    Offer {
        act: offer.kind.name(),
        is_open: offer.not_now.is_none(),
        why: offer.not_now.as_ref().map(|not_now| match not_now {
            NotNow::Denied(Denied::NotYourOffice) => "not-your-office",
            NotNow::Denied(Denied::NotYourCase) => "not-your-case",
            NotNow::Refused(refusal) => refusal.code(),
        }),
    }
}
