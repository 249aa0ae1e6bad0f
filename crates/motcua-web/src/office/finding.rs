//! Finding cases by number, by a person's name or by a personal number. What was typed may be personal: it is sent as a
//! form and stands in no address.

use askama::Template;
use axum::response::Response;
use motcua_engine::view::{FOUND_MAX, Found, Queue};
use motcua_text::Text;

use super::{Given, Place, inbox};
use crate::components::Grid;
use crate::edge::{Officer, Problem};
use crate::page::Page;
use crate::pages::{html, see};

#[derive(Template)]
#[template(path = "office/found.html")]
struct FoundPage {
    page: Page,
    lead: String,
    grid: Grid,
}

/// Looks, and leads to the case, lists the cases, or says why it shows none.
pub async fn find(officer: Officer, given: Given) -> Result<Response, Problem> {
    let typed = given.text("q").to_owned();
    if typed.is_empty() {
        return Ok(see("/desk"));
    }
    let wanted = typed.clone();
    let found = officer
        .ask(move |engine, staff| engine.find(staff, &wanted))
        .await?;
    let rows = match found {
        Found::Case(name) => return Ok(see(&format!("/desk/cases/{name}"))),
        Found::Cases(rows) => rows,
        other => return inbox::shown(&officer, &Given::default(), Some((typed, other)), None).await,
    };
    let t = officer.visitor.t();
    let today = officer.visitor.edge.engine().now().day();
    let mut page = officer.page(t.desk_found_title(typed.as_str()), Place::Desk);
    page.path = "/desk".to_owned();
    if let Some(office) = &mut page.office {
        office.searched.clone_from(&typed);
    }
    let grid = Grid {
        caption: page.title.clone(),
        can_select: false,
        columns: inbox::columns(t, None),
        rows: rows
            .iter()
            .map(|row| inbox::grid_row(t, Queue::Mine, row, today))
            .collect(),
        none: String::new(),
    };
    let shown = FoundPage {
        lead: t.desk_found_lead(t.common_count_cases(rows.len().to_string())),
        grid,
        page,
    };
    Ok(html(&officer.visitor, &shown))
}

/// Whoever opens the address of a search as a page is at the desk: it does not know what was typed.
pub async fn again(_: Officer) -> Response {
    see("/desk")
}

/// Why a search shows nothing, and what to do.
pub(super) fn nothing(t: &Text, typed: &str, found: &Found) -> (String, String) {
    match found {
        Found::TooMany => (
            t.desk_found_too_many(typed, FOUND_MAX.to_string()),
            t.desk_found_too_many_next(),
        ),
        Found::TooLittle => (t.desk_found_too_little(typed), t.desk_found_too_little_next()),
        Found::Nothing | Found::Case(_) | Found::Cases(_) => {
            (t.office_search_none(typed), t.office_search_none_next())
        }
    }
}
