//! The portal's first page, and the pages to which every footer leads.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use motcua_engine::session::SignedIn;
use motcua_engine::view::HomeView;

use super::cases::CaseCard;
use super::offers::OfferRow;
use crate::about::About;
use crate::edge::{Edge, Problem, Visitor};
use crate::page::{Page, Tab};
use crate::pages::{html, html_text};

#[derive(Template)]
#[template(path = "city/home.html")]
struct HomePage {
    page: Page,
    often: [String; 4],
    mine: Vec<CaseCard>,
    mine_count: String,
    drafts: Option<String>,
    popular: Vec<OfferRow>,
    procedure_count: String,
    desk_count: String,
}

/// The first page: what do you need to do?
pub async fn first(State(edge): State<Edge>, visitor: Visitor) -> Result<Response, Problem> {
    let person = match &visitor.signed_in {
        Some(SignedIn::Person(person)) => Some(person.id),
        _ => None,
    };
    let view = edge
        .ask(move |parts| {
            let desks = parts.engine.city().desks(parts.engine.now().day()).len();
            Ok((parts.engine.home(person)?, desks))
        })
        .await;
    let (view, desks) = view.map_err(|error| visitor.problem(error))?;
    Ok(html(&visitor, &home_page(&visitor, &view, desks)))
}

fn home_page(visitor: &Visitor, view: &HomeView, desks: usize) -> HomePage {
    let t = visitor.t();
    let mut page = visitor.page(t.home_title());
    page.tab = Some(Tab::Home);
    let count = |count: usize| t.number(i64::try_from(count).unwrap_or(i64::MAX));
    HomePage {
        page,
        often: [
            t.home_often_1(),
            t.home_often_2(),
            t.home_often_3(),
            t.home_often_4(),
        ],
        mine: view.mine.iter().map(|case| CaseCard::of(t, case)).collect(),
        mine_count: t.number(i64::from(view.mine_count)),
        drafts: (view.drafts > 0).then(|| t.home_drafts_count(count(view.drafts))),
        popular: view
            .popular
            .iter()
            .map(|procedure| OfferRow::of(t, procedure))
            .collect(),
        procedure_count: count(view.procedure_count),
        desk_count: count(desks),
    }
}

/// Where a person helps.
pub async fn help(visitor: Visitor, headers: HeaderMap) -> Response {
    about(About::Help, &visitor, &headers)
}

/// What works for whom.
pub async fn accessibility(visitor: Visitor, headers: HeaderMap) -> Response {
    about(About::Accessibility, &visitor, &headers)
}

/// What the city holds about a person.
pub async fn privacy(visitor: Visitor, headers: HeaderMap) -> Response {
    about(About::Privacy, &visitor, &headers)
}

/// The page as it is kept, unless something of the visitor shows on it: their name, or a query in the address to
/// which the switch of language leads back.
fn about(about: About, visitor: &Visitor, headers: &HeaderMap) -> Response {
    let is_anybody = visitor.signed_in.is_none() && visitor.path == about.href();
    match is_anybody
        .then(|| visitor.edge.kept_page(about, visitor.lang))
        .flatten()
    {
        Some(kept) => kept.answer(headers),
        None => html_text(visitor, about.render(visitor.page(about.title(visitor.lang)))),
    }
}
