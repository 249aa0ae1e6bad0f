//! What the import of the national catalogue leaves to people.

use askama::Template;
use axum::response::Response;
use motcua_engine::engine::actor_of;
use motcua_engine::rows::ConfirmationRow;
use motcua_text::Text;

use super::{Given, Place};
use crate::components::Pager;
use crate::edge::{Officer, Problem};
use crate::page::Page;
use crate::pages::html;
use crate::words;

/// How many items one page shows, at least: a procedure's items stay together.
const ITEMS: u32 = 100;

/// Something to be settled, in words.
struct Item {
    code: String,
    /// What is unclear.
    trap: String,
    /// Where in the record.
    path: String,
    /// What stands there.
    raw: String,
    /// Why it needs a person.
    why: String,
    /// What the import proposes; empty for nothing.
    proposed: String,
}

impl Item {
    fn of(t: &Text, row: ConfirmationRow) -> Self {
        let proposed = row.reason.split_once(PROPOSED).map(|(_, rest)| rest);
        Self {
            trap: words::say(t, &format!("trap-{}", row.trap)),
            why: words::say(t, &format!("trap-{}-why", row.trap)),
            proposed: proposed.map_or_else(String::new, |rest| t.trap_proposed(rest)),
            code: row.code,
            path: row.path,
            raw: row.raw,
        }
    }
}

/// What stands before a proposal in a row's reason.
const PROPOSED: &str = " Proposed: ";

#[derive(Template)]
#[template(path = "office/catalogue.html")]
struct CataloguePage {
    page: Page,
    items: Vec<Item>,
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
            items: open.items.into_iter().map(|row| Item::of(t, row)).collect(),
            pager,
        },
    ))
}

#[cfg(test)]
mod tests;
