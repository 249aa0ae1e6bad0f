//! The cases behind a count of the head's desk.

use askama::Template;
use axum::response::Response;
use motcua_domain::id::UnitCode;
use motcua_engine::ports::Cursor;
use motcua_engine::view::{Queue, Risk, RiskLine, RiskQuery};

use crate::components::{Grid, Pager};
use crate::edge::{Officer, Problem};
use crate::office::inbox::{columns, cursor, grid_row};
use crate::office::{Given, Place};
use crate::page::Page;
use crate::pages::html;
use crate::words;

/// How many cases one page shows.
const ROWS: u32 = 50;

/// What stands for nobody in an address.
const NOBODY: &str = "-";

#[derive(Template)]
#[template(path = "office/head_cases.html")]
struct CasesPage {
    page: Page,
    grid: Grid,
    pager: Pager,
}

/// The address of the list behind a count.
pub(super) fn address(risk: Risk, line: Option<&RiskLine>, after: Option<Cursor>) -> String {
    let agency = line.map(|line| line.counts.agency.as_str());
    let division = line.map(|line| line.counts.division.as_ref().map_or(NOBODY, UnitCode::as_str));
    written(risk, agency, division, after)
}

fn written(risk: Risk, agency: Option<&str>, division: Option<&str>, after: Option<Cursor>) -> String {
    let mut address = url::form_urlencoded::Serializer::new("/desk/head/cases?".to_owned());
    address.append_pair("risk", risk.name());
    if let Some(agency) = agency {
        address.append_pair("agency", agency);
    }
    if let Some(division) = division {
        address.append_pair("division", division);
    }
    if let Some(after) = after {
        address.append_pair("after", &format!("{}.{}", after.at.millis(), after.id));
    }
    address.finish()
}

/// The list.
pub async fn show(officer: Officer) -> Result<Response, Problem> {
    let given = Given::of_query(&officer.visitor.path);
    let text = |name: &str| Some(given.text(name).to_owned()).filter(|text| !text.is_empty());
    let risk = Risk::from_name(given.text("risk")).unwrap_or(Risk::Late);
    let (agency, division) = (text("agency"), text("division"));
    let query = RiskQuery {
        risk,
        agency: agency.clone().map(UnitCode::new),
        division: division
            .clone()
            .map(|code| (code != NOBODY).then(|| UnitCode::new(code))),
        after: cursor(given.text("after")),
        limit: ROWS,
    };
    let is_later = query.after.is_some();
    let list = officer
        .ask(move |engine, staff| engine.cases_at_risk(staff, &query))
        .await?;
    let t = officer.visitor.t();
    let engine = officer.visitor.edge.engine();
    let title = match risk {
        Risk::Late => t.report_cases_late(),
        Risk::Within24Hours => t.report_cases_day(),
        Risk::WithinTwoDays => t.report_cases_days(),
    };
    let unit = match division.as_deref() {
        Some(NOBODY) => Some(t.report_nobody()),
        Some(code) => Some(code.to_owned()),
        None => agency.clone(),
    }
    .map(|code| words::pick(&engine.city().unit_name(&UnitCode::new(code)), t.lang()).to_owned());
    let title = match unit {
        Some(unit) => format!("{title}: {unit}"),
        None => title,
    };
    let today = engine.now().day();
    let to = |after| written(risk, agency.as_deref(), division.as_deref(), after);
    let shown = CasesPage {
        page: officer.page(title.clone(), Place::Head),
        grid: Grid {
            caption: title,
            can_select: false,
            columns: columns(t, None),
            rows: list
                .rows
                .iter()
                .map(|row| grid_row(t, Queue::Agency, row, today))
                .collect(),
            none: t.report_cases_none(),
        },
        pager: Pager {
            previous: is_later.then(|| to(None)),
            count: t.office_pager_shown(list.rows.len().to_string()),
            next: list.next.map(|next| to(Some(next))),
        },
    };
    Ok(html(&officer.visitor, &shown))
}
