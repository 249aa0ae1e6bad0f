//! What the import of the national catalogue leaves to people.

use askama::Template;
use axum::response::Response;
use motcua_engine::engine::actor_of;
use motcua_engine::rows::ConfirmationRow;

use super::{Given, Place};
use crate::components::Pager;
use crate::edge::{Officer, Problem};
use crate::page::Page;
use crate::pages::html;

/// How many items one page shows, at least: a procedure's items stay together.
const ITEMS: u32 = 100;

#[derive(Template)]
#[template(path = "office/catalogue.html")]
struct CataloguePage {
    page: Page,
    items: Vec<ConfirmationRow>,
    pager: Pager,
}

/// The list, by procedure code.
pub async fn list(officer: Officer) -> Result<Response, Problem> {
    let after = Given::of_query(&officer.visitor.path).text("after").to_owned();
    let is_later = !after.is_empty();
    let open = officer
        .ask(move |engine, staff| engine.confirmations(&actor_of(staff), &after, ITEMS))
        .await?;
    let t = officer.visitor.t();
    let pager = Pager {
        previous: is_later.then(|| "/desk/catalogue".to_owned()),
        count: String::new(),
        next: open.next.map(|code| format!("/desk/catalogue?after={code}")),
    };
    Ok(html(
        &officer.visitor,
        &CataloguePage {
            page: officer.page(t.office_catalogue_title(), Place::Catalogue),
            items: open.items,
            pager,
        },
    ))
}
