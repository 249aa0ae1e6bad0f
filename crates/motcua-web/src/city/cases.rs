//! The person's own cases and drafts.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use motcua_domain::case::Step;
use motcua_engine::view::{DaysLeft, MyCase};
use motcua_text::{Text, capitalised};

use crate::components::Tone;
use crate::edge::{Edge, Problem, Resident};
use crate::page::{Page, Tab};
use crate::pages::html;
use crate::words::{self, pick, say};

/// How many cases the list shows.
const SHOWN: u32 = 50;

/// A case in a list of the applicant's own.
pub(super) struct CaseCard {
    /// Its tracker.
    pub href: String,
    /// The procedure.
    pub name: String,
    /// Number or reference.
    pub number: String,
    /// How the state looks.
    pub tone: Tone,
    /// The state in words.
    pub state: String,
    /// What is next, and when.
    pub line: String,
}

impl CaseCard {
    pub(super) fn of(t: &Text, case: &MyCase) -> Self {
        let is_late = matches!(case.due.as_ref().map(|due| due.left), Some(DaysLeft::Late(_)));
        let tone = match case.step {
            _ if case.is_your_turn => Tone::Gold,
            _ if is_late => Tone::Late,
            Step::Delivered => Tone::Jade,
            step if step.is_closed() => Tone::Plain,
            _ => Tone::Sea,
        };
        Self {
            href: format!("/cases/{}", case.name),
            name: pick(&case.procedure, t.lang()).to_owned(),
            number: case.name.clone(),
            tone,
            state: status(t, case.step, is_waiting_answered(case)),
            line: line(t, case),
        }
    }
}

/// Whether the applicant has completed the case and the desk looks at it.
fn is_waiting_answered(case: &MyCase) -> bool {
    !case.is_your_turn && case.step == Step::SupplementAfterAppraisal
}

/// Where a case is, in the words of a list.
pub(super) fn status(t: &Text, step: Step, is_answered: bool) -> String {
    if is_answered {
        return t.tracker_status_answered();
    }
    say(t, &format!("tracker-status-{}", step.name().replace('_', "-")))
}

fn line(t: &Text, case: &MyCase) -> String {
    if case.is_your_turn {
        return match case.step {
            Step::Ready => t.tracker_line_ready(),
            _ => t.tracker_line_supplement(),
        };
    }
    let sent = || t.tracker_line_sent(words::day(t, case.sent_at.day()));
    let Some(due) = &case.due else {
        return match case.step {
            Step::SupplementAfterAppraisal => t.tracker_line_paused(),
            _ => sent(),
        };
    };
    match (case.step, words::days_left(t, due.left)) {
        (Step::Sent, _) => t.tracker_line_answer(words::before(t, due.at)),
        (_, Some(crate::components::DaysLeft::Paused)) => t.tracker_line_paused(),
        (_, Some(left)) => t.tracker_line_due(words::weekday_day(t, due.on), left.words(t)),
        (_, None) => sent(),
    }
}

struct DraftLine {
    href: String,
    discard: String,
    name: String,
    saved: String,
}

#[derive(Template)]
#[template(path = "city/cases.html")]
struct CasesPage {
    page: Page,
    running: Vec<CaseCard>,
    closed: Vec<CaseCard>,
    drafts: Vec<DraftLine>,
    has_more: bool,
}

/// My cases: those that need me first, then those under way, then drafts, then what is over.
pub async fn list(State(edge): State<Edge>, resident: Resident) -> Result<Response, Problem> {
    let visitor = resident.visitor;
    let person = resident.person.id;
    let found = edge
        .ask(move |parts| {
            let cases = parts.engine.my_cases(person, SHOWN)?;
            let drafts = parts.engine.named_drafts(person)?;
            let count = parts.engine.my_case_count(person)?;
            Ok((cases, drafts, count))
        })
        .await;
    let (mut cases, drafts, count) = found.map_err(|error| visitor.problem(error))?;
    let t = visitor.t();
    let mut page = visitor.page(t.tracker_cases_title());
    page.tab = Some(Tab::Cases);
    let has_more = usize::try_from(count).unwrap_or(usize::MAX) > cases.len();
    cases.sort_by_key(|case| !case.is_your_turn);
    let (closed, running): (Vec<_>, Vec<_>) = cases.iter().partition(|case| case.step.is_closed());
    let cards = |cases: Vec<&MyCase>| cases.into_iter().map(|case| CaseCard::of(t, case)).collect();
    let drafts = drafts
        .into_iter()
        .map(|(draft, name)| DraftLine {
            href: format!("/drafts/{}", draft.id),
            discard: format!("/drafts/{}/discard", draft.id),
            name: capitalised(pick(&name, t.lang())),
            saved: t.tracker_draft_saved(words::moment(t, draft.saved_at)),
        })
        .collect();
    let view = CasesPage {
        page,
        running: cards(running),
        closed: cards(closed),
        drafts,
        has_more,
    };
    Ok(html(&visitor, &view))
}
