//! What is filed: the procedure, its papers and questions, and beside them the receipt as it would be printed now.

use askama::Template;
use axum::extract::{Multipart, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use motcua_domain::form::Answer;
use motcua_domain::id::DraftId;
use motcua_engine::engine::UseError;
use motcua_engine::filing::{
    CounterFiling, CounterPaper, CounterView, DeskSays, ORIGINALS, PaperSource, ground_name,
};
use motcua_engine::search::SearchQuery;
use motcua_text::Text;

use super::super::{Given, Place};
use super::receipt::Receipt;
use super::{address, draft_id};
use crate::city::fields::{self, FieldView};
use crate::city::uploads::{self, ACCEPT, Received};
use crate::components::{Problem as FieldProblem, Tone};
use crate::edge::{Edge, Officer, Parts, Problem};
use crate::page::Page;
use crate::pages::{html, see};
use crate::words::{self, pick, say};

/// How many procedures a search shows.
const SHOWN: usize = 8;
const TEXT_LENGTH_MAX: usize = 200;

/// One of a few to choose from.
struct Item {
    value: String,
    words: String,
    is_chosen: bool,
}

/// A component of the dossier in the table.
struct PaperRow {
    name: String,
    label: String,
    source: String,
    state: (Tone, &'static str, String),
    is_asked: bool,
    originals: String,
    copies: String,
    wanted: String,
    error: String,
    files: Vec<(String, String)>,
}

/// The questions of one page of the form.
struct Group {
    heading: String,
    fields: Vec<FieldView>,
}

/// The filing, once a procedure is chosen.
struct Filing {
    procedure: String,
    code: String,
    hint: String,
    stop: Option<(String, String)>,
    channels: Vec<Item>,
    grounds: Vec<Item>,
    variants: Vec<Item>,
    communes: Vec<Item>,
    quantity: Option<String>,
    papers: Vec<PaperRow>,
    progress: String,
    groups: Vec<Group>,
    accept: String,
}

#[derive(Template)]
#[template(path = "office/counter_filing.html")]
struct FilingPage {
    page: Page,
    action: String,
    problems: Vec<FieldProblem>,
    person: String,
    person_lines: Vec<String>,
    text: String,
    found: Vec<(String, String, String)>,
    is_searched: bool,
    filing: Option<Filing>,
    receipt: Receipt,
    accept_types: &'static str,
}

/// The person and what they file.
pub async fn show(officer: Officer, Path(id): Path<String>) -> Result<Response, Problem> {
    let id = draft_id(&officer, &id)?;
    let asked = Given::of_query(&officer.visitor.path);
    let shows_errors = asked.is_ticked("errors");
    Ok(html(
        &officer.visitor,
        &page(&officer, id, &asked, &Received::default(), shows_errors).await?,
    ))
}

/// Chooses the procedure.
pub async fn choose(officer: Officer, Path(id): Path<String>, given: Given) -> Result<Response, Problem> {
    let id = draft_id(&officer, &id)?;
    let code = given.text("code").to_owned();
    officer
        .ask(move |engine, staff| engine.choose_procedure(staff, id, &code))
        .await?;
    Ok(see(&address(id)))
}

/// Saves everything that is on the page, and then does what the button says.
pub async fn save(
    State(edge): State<Edge>,
    officer: Officer,
    Path(id): Path<String>,
    multipart: Multipart,
) -> Result<Response, Problem> {
    let id = draft_id(&officer, &id)?;
    // Whose it is, is asked before a file of the request is read.
    officer
        .ask(move |engine, staff| engine.at_counter(staff, id).map(drop))
        .await?;
    let member = officer.staff.clone();
    let keep = move |parts: &Parts,
                     paper: &str,
                     name: &str,
                     bytes: &[u8],
                     inspected: &motcua_engine::ports::Inspected| {
        parts
            .engine
            .attach_at_counter(&member, id, (paper, name), bytes, inspected)
            .map(drop)
    };
    let received = uploads::receive(&edge, multipart, keep).await;
    let received = received.map_err(|error| officer.visitor.problem(error))?;
    let sent = received.fields.clone();
    officer
        .ask(move |engine, staff| {
            let at = engine.at_counter(staff, id)?;
            let draft = at.filing.ok_or(UseError::NotFound)?;
            let today = engine.now().day();
            let questions: Vec<_> = draft
                .form
                .pages
                .iter()
                .flat_map(|page| draft.questions(page, today))
                .collect();
            let mut given = fields::given(&questions, &sent);
            given.extend(
                sent.iter()
                    .filter(|(name, _)| name.starts_with('@'))
                    .map(|(name, value)| (name.clone(), Answer::text(value.clone()))),
            );
            engine.save_at_counter(staff, id, &given)
        })
        .await?;
    if !received.refused.is_empty() {
        let shown = page(&officer, id, &Given::default(), &received, false).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&officer.visitor, &shown)).into_response());
    }
    let then = received
        .fields
        .iter()
        .find(|(name, _)| name == "then")
        .map_or("", |(_, value)| value.as_str());
    match then {
        "accept" => accept(officer, id).await,
        "ask" => Ok(see(&format!("{}/ask", address(id)))),
        "refuse" => Ok(see(&format!("{}/refuse", address(id)))),
        _ => Ok(see(&address(id))),
    }
}

/// T03, T04: receives it; what is missing is said on the page.
async fn accept(officer: Officer, id: DraftId) -> Result<Response, Problem> {
    let staff = officer.staff.clone();
    let received = officer
        .visitor
        .edge
        .ask(move |parts| parts.engine.receive(&staff, id, DeskSays::Accept))
        .await;
    match received {
        Ok(case) => Ok(see(&super::answers::after(&case))),
        Err(UseError::Unusable("counter-incomplete")) => Ok(see(&format!("{}?errors=1", address(id)))),
        Err(error) => Err(officer.visitor.problem(error)),
    }
}

async fn page(
    officer: &Officer,
    id: DraftId,
    asked: &Given,
    received: &Received,
    shows_errors: bool,
) -> Result<FilingPage, Problem> {
    let text: String = asked.text("q").chars().take(TEXT_LENGTH_MAX).collect();
    let query = SearchQuery {
        text: text.clone(),
        limit: SHOWN * 4,
        ..SearchQuery::default()
    };
    let (view, found) = officer
        .ask(move |engine, staff| {
            let view = engine.counter_view(staff, id)?;
            let found = if view.filing.is_none() || !query.text.is_empty() {
                engine.search(&query)?.found
            } else {
                Vec::new()
            };
            Ok((view, found))
        })
        .await?;
    let t = officer.visitor.t();
    let mut page = officer.page(t.counter_title(), Place::Counter);
    page.path = address(id);
    let filing = view
        .filing
        .as_ref()
        .map(|filing| Filing::of(officer, filing, received, shows_errors));
    let problems = filing.as_ref().map(Filing::problems).unwrap_or_default();
    page.has_errors = !problems.is_empty();
    Ok(FilingPage {
        action: address(id),
        problems,
        person_lines: person_lines(t, &view),
        receipt: Receipt::of(officer, &view),
        person: view.name,
        is_searched: !text.is_empty(),
        text,
        // Only what can be filed here: the rest of the national catalogue has no form.
        found: found
            .iter()
            .filter(|procedure| procedure.can_file_here || officer.can_file(&procedure.code))
            .take(SHOWN)
            .map(|procedure| {
                (
                    procedure.code.clone(),
                    pick(&procedure.name, t.lang()).to_owned(),
                    procedure.field.clone(),
                )
            })
            .collect(),
        filing,
        accept_types: ACCEPT,
        page,
    })
}

impl Officer {
    /// Whether the city has this procedure with a form, so that a desk can receive it.
    fn can_file(&self, code: &str) -> bool {
        let engine = self.visitor.edge.engine();
        let city = engine.city();
        city.procedure(code)
            .is_some_and(|procedure| city.form_for(procedure, engine.now().day()).is_some())
    }
}

fn person_lines(t: &Text, view: &CounterView) -> Vec<String> {
    let born = view.born_on.map(|day| t.counter_born_on(words::day(t, day)));
    let phone = view.phone.clone();
    let known: Vec<String> = view
        .personal_number
        .clone()
        .into_iter()
        .chain(born)
        .chain(phone)
        .collect();
    [known.join(" · "), view.address.clone().unwrap_or_default()]
        .into_iter()
        .filter(|line| !line.is_empty())
        .collect()
}

impl Filing {
    fn of(officer: &Officer, filing: &CounterFiling, received: &Received, shows_errors: bool) -> Self {
        let t = officer.visitor.t();
        let lang = t.lang();
        let missing = |paper: &CounterPaper| shows_errors && filing.missing.contains(&paper.paper.name);
        let papers: Vec<PaperRow> = filing
            .papers
            .iter()
            .filter(|paper| paper.source != PaperSource::NotAsked)
            .map(|paper| paper_row(t, paper, received, missing(paper)))
            .collect();
        let given = filing.papers.iter().filter(|paper| paper.is_given).count();
        let channel = |channel: motcua_domain::channel::Channel| Item {
            value: channel.name().to_owned(),
            words: words::channel(t, channel),
            is_chosen: filing.channel == channel,
        };
        Self {
            procedure: pick(&filing.procedure, lang).to_owned(),
            code: filing.draft.row.procedure.clone(),
            hint: hint(officer, filing),
            stop: (!filing.is_receivable).then(|| (t.counter_other_desk(), t.counter_other_desk_next())),
            channels: vec![
                channel(motcua_domain::channel::Channel::Counter),
                channel(motcua_domain::channel::Channel::PublicPost),
            ],
            grounds: filing
                .draft
                .procedure
                .grounds
                .iter()
                .map(|ground| Item {
                    value: ground_name(*ground).to_owned(),
                    words: say(t, &format!("counter-ground-{}", ground_name(*ground))),
                    is_chosen: filing.ground == Some(*ground),
                })
                .collect(),
            variants: variants(officer, filing),
            communes: communes(officer, filing),
            quantity: filing.quantity.clone(),
            progress: t.counter_progress(given, filing.papers.len()),
            papers,
            groups: groups(t, filing, shows_errors),
            accept: if filing.is_immediate {
                t.counter_accept_immediate()
            } else if filing.is_fee_first && filing.charges.iter().any(|line| !line.due.is_zero()) {
                t.counter_accept_fee()
            } else {
                t.counter_accept()
            },
        }
    }

    fn problems(&self) -> Vec<FieldProblem> {
        let papers = self
            .papers
            .iter()
            .filter(|paper| !paper.error.is_empty())
            .map(|paper| FieldProblem {
                field: format!("{ORIGINALS}{}", paper.name),
                words: paper.error.clone(),
            });
        let answers = self
            .groups
            .iter()
            .flat_map(|group| fields::summary(&group.fields));
        papers.chain(answers).collect()
    }
}

fn paper_row(t: &Text, paper: &CounterPaper, received: &Received, is_missing: bool) -> PaperRow {
    let label = pick(&paper.paper.label, t.lang()).to_owned();
    let refused: Vec<String> = received
        .refused
        .iter()
        .filter(|refused| refused.paper == paper.paper.name)
        .map(|refused| refused.words(t))
        .collect();
    let (source, state) = match &paper.source {
        PaperSource::Register(register) => (
            pick(register, t.lang()).to_owned(),
            (Tone::Jade, "check", t.counter_paper_held()),
        ),
        _ if paper.is_given => (
            t.counter_paper_of_person(),
            (Tone::Jade, "check", t.counter_paper_given()),
        ),
        _ if paper.is_required => (
            t.counter_paper_of_person(),
            (Tone::Gold, "pen", t.counter_paper_missing()),
        ),
        _ => (
            t.counter_paper_of_person(),
            (Tone::Sea, "info", t.counter_paper_optional()),
        ),
    };
    PaperRow {
        error: if refused.is_empty() && is_missing {
            t.counter_paper_needed(label.as_str())
        } else {
            refused.join(". ")
        },
        name: paper.paper.name.clone(),
        label,
        source,
        state,
        is_asked: !matches!(paper.source, PaperSource::Register(_)),
        originals: paper.originals.clone(),
        copies: paper.copies.clone(),
        wanted: t.counter_paper_wanted(paper.paper.originals, paper.paper.copies),
        files: paper
            .files
            .iter()
            .map(|file| (file.id.to_string(), file.name.clone()))
            .collect(),
    }
}

fn groups(t: &Text, filing: &CounterFiling, shows_errors: bool) -> Vec<Group> {
    let today = filing.now.day();
    let filling = filing.draft.filling(today);
    let problems = if shows_errors {
        filing.problems.as_slice()
    } else {
        &[]
    };
    filing
        .draft
        .form
        .pages
        .iter()
        .filter_map(|page| {
            let questions = filing.draft.questions(page, today);
            let fields = fields::fields(t, &questions, &filling, problems, false);
            (!fields.is_empty()).then(|| Group {
                heading: pick(&page.group, t.lang()).to_owned(),
                fields,
            })
        })
        .collect()
}

/// Where it is decided, and by when.
fn hint(officer: &Officer, filing: &CounterFiling) -> String {
    let t = officer.visitor.t();
    let city = officer.visitor.edge.engine().city();
    let limit = words::limit(t, &filing.limit);
    match (&filing.competent, &filing.forward_to) {
        (Some(agency), Some(_)) => {
            t.counter_procedure_elsewhere(pick(&city.unit_name(agency), t.lang()), limit)
        }
        (Some(agency), None) => t.counter_procedure_here(pick(&city.unit_name(agency), t.lang()), limit),
        (None, _) => limit,
    }
}

/// The cases of the procedure, where there are several to choose from.
fn variants(officer: &Officer, filing: &CounterFiling) -> Vec<Item> {
    let all = &filing.draft.procedure.variants;
    if all.len() < 2 {
        return Vec::new();
    }
    let chosen = filing.draft.variant();
    all.iter()
        .map(|variant| Item {
            value: variant.name.clone(),
            words: pick(&variant.label, officer.visitor.lang).to_owned(),
            is_chosen: chosen.is_some_and(|known| known.name == variant.name),
        })
        .collect()
}

fn communes(officer: &Officer, filing: &CounterFiling) -> Vec<Item> {
    let chosen = filing
        .draft
        .desk()
        .unwrap_or_else(|| officer.staff.agency.clone());
    filing
        .communes
        .iter()
        .map(|(code, name)| Item {
            value: code.as_str().to_owned(),
            words: pick(name, officer.visitor.lang).to_owned(),
            is_chosen: *code == chosen,
        })
        .collect()
}
