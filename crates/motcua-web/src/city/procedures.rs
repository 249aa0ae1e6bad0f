//! Finding a procedure, and its page.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use motcua_domain::channel::Channel;
use motcua_domain::time::TimeLimit;
use motcua_engine::engine::UseError;
use motcua_engine::filing::Beginning;
use motcua_engine::search::SearchQuery;
use motcua_engine::session::SignedIn;
use motcua_engine::view::{ChannelView, ProcedureView, RequirementView, SearchView};
use motcua_text::{Text, capitalised};
use serde::Deserialize;
use url::form_urlencoded;

use super::offers::{self, OfferRow};
use crate::components::{Fact, Item, Link, Pager, ProcessStep, Tone};
use crate::edge::{Edge, Problem, Visitor};
use crate::page::{Page, Tab};
use crate::pages::{html, see};
use crate::words::{self, pick};

/// How many procedures one page of results shows.
const SHOWN: usize = 20;
/// Searches look no deeper than this: whoever needs more should use other words.
const DEPTH_MAX: usize = 400;
const TEXT_LENGTH_MAX: usize = 200;

/// What a search asks.
#[derive(Debug, Deserialize)]
pub struct Asked {
    #[serde(default)]
    q: String,
    field: Option<String>,
    from: Option<usize>,
}

#[derive(Template)]
#[template(path = "city/search.html")]
struct SearchPage {
    page: Page,
    text: String,
    field: Option<String>,
    lead: String,
    rows: Vec<OfferRow>,
    fields: Vec<Link>,
    all_fields: String,
    suggestions: Vec<Link>,
    pager: Option<Pager>,
}

/// The results of a search, best first; without words, what most people need.
pub async fn search(
    State(edge): State<Edge>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let text: String = asked.q.trim().chars().take(TEXT_LENGTH_MAX).collect();
    let field = asked.field.filter(|field| !field.trim().is_empty());
    let from = asked.from.unwrap_or(0).min(DEPTH_MAX);
    let query = SearchQuery {
        text: text.clone(),
        field: field.clone(),
        limit: SHOWN,
        offset: from,
        ..SearchQuery::default()
    };
    let found = edge.ask(move |parts| parts.engine.search(&query)).await;
    let found = found.map_err(|error| visitor.problem(error))?;
    Ok(html(&visitor, &search_page(&visitor, &found, field, from)))
}

fn search_page(visitor: &Visitor, found: &SearchView, field: Option<String>, from: usize) -> SearchPage {
    let t = visitor.t();
    let title = if found.text.is_empty() {
        t.home_search_title()
    } else {
        t.home_search_for(found.text.as_str())
    };
    let mut page = visitor.page(title);
    page.tab = Some(Tab::Procedures);
    let lead = match &found.read_as {
        Some(read_as) => t.home_search_read_as(read_as.as_str()),
        None if found.text.is_empty() && !found.found.is_empty() => t.home_search_list(),
        None => String::new(),
    };
    let mut names: Vec<&String> = found
        .found
        .iter()
        .map(|procedure| &procedure.field)
        .filter(|name| !name.is_empty())
        .collect();
    names.sort();
    names.dedup();
    let fields = match &field {
        None if names.len() > 1 => names
            .into_iter()
            .map(|name| Link::to(address(&found.text, Some(name), 0), name.as_str()))
            .collect(),
        _ => Vec::new(),
    };
    let suggestions = found.suggestions.iter();
    SearchPage {
        lead,
        rows: found
            .found
            .iter()
            .map(|procedure| OfferRow::of(t, procedure))
            .collect(),
        fields,
        all_fields: address(&found.text, None, 0),
        suggestions: suggestions
            .map(|words| Link::to(address(words, None, 0), words.as_str()))
            .collect(),
        pager: pager(t, found, field.as_deref(), from),
        text: found.text.clone(),
        field,
        page,
    }
}

fn address(text: &str, field: Option<&str>, from: usize) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("q", text);
    if let Some(field) = field {
        query.append_pair("field", field);
    }
    if from > 0 {
        query.append_pair("from", &from.to_string());
    }
    format!("/procedures?{}", query.finish())
}

fn pager(t: &Text, found: &SearchView, field: Option<&str>, from: usize) -> Option<Pager> {
    let count = found.found.len();
    if from == 0 && !found.has_more || count == 0 {
        return None;
    }
    let number = |place: usize| t.number(i64::try_from(place).unwrap_or(i64::MAX));
    Some(Pager {
        previous: (from > 0).then(|| address(&found.text, field, from.saturating_sub(SHOWN))),
        count: t.home_search_range(number(from + 1), number(from + count)),
        next: (found.has_more && from < DEPTH_MAX).then(|| address(&found.text, field, from + SHOWN)),
    })
}

#[derive(Template)]
#[template(path = "city/procedure.html")]
struct ProcedurePage {
    page: Page,
    crumbs: Vec<Link>,
    code: String,
    /// Who may apply, in the words of the national list.
    audience: String,
    /// The language of what comes from the record: the national catalogue has Vietnamese only.
    catalogue_lang: &'static str,
    is_unconfirmed: bool,
    can_file_here: bool,
    facts: Vec<Fact>,
    agencies: Vec<String>,
    need: Vec<Item>,
    need_if: Vec<Item>,
    need_if_count: String,
    held_title: String,
    held_rest: String,
    held: Vec<Item>,
    draft: Option<DraftCard>,
    ways: Vec<WayRow>,
    process: Vec<ProcessStep>,
    record_steps: Vec<String>,
    conditions: Vec<String>,
    outcomes: Vec<Item>,
    legal_bases: Vec<(String, String)>,
    legal_count: String,
    about: Vec<String>,
}

/// The draft that the person has of it.
struct DraftCard {
    href: String,
    saved: String,
    again: String,
}

struct WayRow {
    name: String,
    note: String,
    promise: String,
    law: String,
    fee: String,
    is_online: bool,
}

/// The page of one procedure.
pub async fn procedure(
    State(edge): State<Edge>,
    visitor: Visitor,
    Path(code): Path<String>,
) -> Result<Response, Problem> {
    let person = visitor.signed_in.clone();
    let found = edge
        .ask(move |parts| {
            let view = parts.engine.procedure(&code)?;
            let person = match &person {
                Some(SignedIn::Person(person)) => Some(&**person),
                _ => None,
            };
            let beginning = view.can_file_here.then(|| parts.engine.beginning(person, &code));
            Ok((view, beginning.transpose()?))
        })
        .await;
    let (view, beginning) = found.map_err(|error| visitor.problem(error))?;
    Ok(html(&visitor, &procedure_page(&visitor, view, beginning)))
}

fn procedure_page(visitor: &Visitor, view: ProcedureView, beginning: Option<Beginning>) -> ProcedurePage {
    let t = visitor.t();
    let is_for_person = beginning
        .as_ref()
        .is_some_and(|beginning| beginning.is_for_person);
    let mut page = visitor.page(pick(&view.name, visitor.lang));
    page.tab = Some(Tab::Procedures);
    let mut about = vec![t.procedure_code(view.code.as_str())];
    if !view.field.is_empty() {
        about.push(t.procedure_field(pick(&view.field_name, t.lang())));
    }
    if !view.decision.is_empty() {
        about.push(t.procedure_decision(view.decision.as_str()));
    }
    ProcedurePage {
        page,
        crumbs: crumbs(t, &view),
        audience: view.audience.join(", "),
        catalogue_lang: if view.is_unconfirmed {
            "vi"
        } else {
            t.lang().code()
        },
        facts: facts(t, &view, beginning.as_ref()),
        need_if_count: need_if_count(t, &view),
        need: need_items(t, &view, true),
        need_if: need_items(t, &view, false),
        held_title: if is_for_person {
            t.begin_held_signed_in()
        } else {
            t.begin_held_signed_out()
        },
        held_rest: held_rest(t, beginning.as_ref()),
        held: offers::held_items(
            beginning
                .iter()
                .flat_map(|beginning| &beginning.held)
                .map(|(fact, register)| (pick(fact, t.lang()), pick(register, t.lang()))),
        ),
        draft: beginning.as_ref().and_then(|beginning| draft_card(t, beginning)),
        ways: view.channels.iter().map(|way| way_row(t, &view, way)).collect(),
        process: if view.can_file_here {
            process(t)
        } else {
            Vec::new()
        },
        legal_count: t.number(i64::try_from(view.legal_bases.len()).unwrap_or(0)),
        outcomes: view
            .outcomes
            .iter()
            .map(|name| Item {
                icon: "doc",
                words: pick(name, t.lang()).to_owned(),
                detail: String::new(),
            })
            .collect(),
        about,
        code: view.code,
        is_unconfirmed: view.is_unconfirmed,
        can_file_here: view.can_file_here,
        agencies: view.agencies,
        record_steps: view.steps,
        conditions: view.conditions,
        legal_bases: view.legal_bases,
    }
}

fn crumbs(t: &Text, view: &ProcedureView) -> Vec<Link> {
    let mut links = vec![Link::to("/procedures", t.common_nav_procedures())];
    if !view.field.is_empty() {
        links.push(Link::to(
            address("", Some(&view.field), 0),
            pick(&view.field_name, t.lang()),
        ));
    }
    links
}

/// A figure of the national record is not shown without saying that nobody has confirmed it.
fn figure(t: &Text, view: &ProcedureView, words: String) -> String {
    if view.is_unconfirmed {
        t.procedure_figure_unconfirmed(words)
    } else {
        words
    }
}

/// What stands under the list of what is held: nothing to say, that it is not sure, or that it is empty.
fn held_rest(t: &Text, beginning: Option<&Beginning>) -> String {
    match beginning {
        Some(beginning) if beginning.held.is_empty() => t.begin_held_nothing(),
        Some(beginning) if !beginning.is_for_person => t.begin_held_signed_out_rest(),
        _ => String::new(),
    }
}

fn draft_card(t: &Text, beginning: &Beginning) -> Option<DraftCard> {
    let (id, saved_at) = beginning.draft?;
    Some(DraftCard {
        href: format!("/drafts/{id}"),
        saved: t.begin_draft_saved(words::moment(t, saved_at)),
        again: format!("/drafts/{id}/discard?again=yes"),
    })
}

fn facts(t: &Text, view: &ProcedureView, beginning: Option<&Beginning>) -> Vec<Fact> {
    let online = offers::way(view, Channel::Online);
    let counter = offers::way(view, Channel::Counter);
    let law = online.or(counter).or(view.channels.first());
    let law_words = offers::limit(t, law.map(|way| &way.limit));
    let is_settled = |limit: &TimeLimit| !matches!(limit, TimeLimit::Unparsed(_));
    let promise = view.promise.as_ref().filter(|limit| is_settled(limit));
    let mut facts = vec![Fact {
        icon: "clock",
        label: t.procedure_time(),
        value: capitalised(&figure(
            t,
            view,
            promise.map_or_else(|| law_words.clone(), |limit| words::limit(t, limit)),
        )),
        detail: if promise.is_some() {
            t.procedure_time_law(words::uncapitalised(&law_words))
        } else {
            t.procedure_time_only()
        },
    }];
    let (first, other) = (online.or(counter), counter);
    facts.push(Fact {
        icon: "wallet",
        label: t.procedure_fee(),
        value: figure(
            t,
            view,
            match online {
                Some(way) => t.procedure_fee_online(words::fee(t, way.fee)),
                None => offers::fee(t, first),
            },
        ),
        detail: match (online, other) {
            _ if view.is_fee_unconfirmed => t.begin_fee_unconfirmed_short(),
            (Some(online), Some(counter)) if online.fee != counter.fee => {
                t.procedure_fee_counter(words::fee(t, counter.fee))
            }
            (Some(_), Some(_)) => t.procedure_fee_same(),
            _ => String::new(),
        },
    });
    if let Some(beginning) = beginning {
        facts.push(Fact {
            icon: "list",
            label: t.procedure_questions(),
            value: t.begin_questions_count(t.number(i64::try_from(beginning.stops).unwrap_or(0))),
            detail: if beginning.is_for_person {
                t.begin_questions_signed_in()
            } else {
                t.begin_questions_signed_out()
            },
        });
    }
    facts
}

fn need_if_count(t: &Text, view: &ProcedureView) -> String {
    let count = view.need.iter().filter(|need| !need.is_required).count();
    if count == view.need.len() {
        t.begin_papers_only_optional(count)
    } else {
        t.begin_papers_optional(count)
    }
}

/// The papers that everybody needs, or those that only some do.
fn need_items(t: &Text, view: &ProcedureView, is_required: bool) -> Vec<Item> {
    let wanted = view.need.iter().filter(|need| need.is_required == is_required);
    wanted
        .map(|need| need_item(t, need, view.can_file_here))
        .collect()
}

fn need_item(t: &Text, need: &RequirementView, can_file_here: bool) -> Item {
    let mut details = Vec::new();
    match &need.only_for {
        Some(who) => details.push(t.begin_papers_for(pick(who, t.lang()))),
        None if !need.is_required => details.push(t.procedure_need_if()),
        None => {}
    }
    if can_file_here {
        details.push(t.procedure_need_photo());
    } else {
        if need.originals > 0 {
            details.push(t.procedure_need_originals(t.number(i64::from(need.originals))));
        }
        if need.copies > 0 {
            details.push(t.procedure_need_copies(t.number(i64::from(need.copies))));
        }
    }
    Item {
        icon: "doc",
        words: pick(&need.label, t.lang()).to_owned(),
        detail: details.join(" · "),
    }
}

fn way_row(t: &Text, view: &ProcedureView, way: &ChannelView) -> WayRow {
    let is_online = way.channel == Channel::Online;
    let promise = view.promise.as_ref().filter(|_| is_online).unwrap_or(&way.limit);
    WayRow {
        name: words::channel(t, way.channel),
        note: way.note.clone(),
        promise: capitalised(&words::limit(t, promise)),
        law: capitalised(&words::limit(t, &way.limit)),
        fee: words::fee(t, way.fee),
        is_online,
    }
}

fn process(t: &Text) -> Vec<ProcessStep> {
    let step = |name, detail| ProcessStep { name, detail };
    vec![
        step(t.procedure_step_send(), t.procedure_step_send_detail()),
        step(t.procedure_step_check(), t.procedure_step_check_detail()),
        step(t.procedure_step_examine(), t.procedure_step_examine_detail()),
        step(t.procedure_step_sign(), t.procedure_step_sign_detail()),
        step(t.procedure_step_return(), t.procedure_step_return_detail()),
    ]
}

/// Begins a draft, or takes up the one that is there.
pub async fn start(
    State(edge): State<Edge>,
    visitor: Visitor,
    Path(code): Path<String>,
) -> Result<Response, Problem> {
    let Some(SignedIn::Person(person)) = visitor.signed_in.clone() else {
        // After signing in the person is back at the procedure, whose button is still there.
        return Ok(see(&format!("/sign-in?{}", sign_in_query(&code))));
    };
    let draft = edge
        .ask(move |parts| parts.engine.start_draft(person.id, &code))
        .await
        .map_err(|error: UseError| visitor.problem(error))?;
    Ok(see(&format!("/drafts/{}", draft.id)))
}

/// Whoever opens the address of the act as a page is at the procedure.
pub async fn start_page(Path(code): Path<String>) -> Response {
    see(&procedure_address(&code))
}

fn procedure_address(code: &str) -> String {
    let encoded: String = form_urlencoded::byte_serialize(code.as_bytes()).collect();
    format!("/procedures/{encoded}")
}

fn sign_in_query(code: &str) -> String {
    form_urlencoded::Serializer::new(String::new())
        .append_pair("to", &procedure_address(code))
        .finish()
}
