//! The desk's takings: what came since the last closing, by method and kind; the closing itself; and both as a table for
//! the books.

use askama::Template;
use axum::extract::Path;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use motcua_engine::engine::UseError;
use motcua_engine::money::TakingsView;
use motcua_engine::rows::ClosingRow;
use motcua_text::Text;

use super::money::amount;
use super::{Given, Place};
use crate::components::{Problem as FieldProblem, TextField, Width};
use crate::edge::{Officer, Problem};
use crate::page::Page;
use crate::pages::{html, see};
use crate::words::{self, pick, say};

/// A line of the book.
struct Line {
    receipt: String,
    at: String,
    case: String,
    kind: String,
    method: String,
    amount: String,
}

#[derive(Template)]
#[template(path = "office/takings.html")]
struct TakingsPage {
    page: Page,
    problems: Vec<FieldProblem>,
    desk: String,
    lines: Vec<Line>,
    /// Method or kind, how often, how much.
    by_method: Vec<(String, u32, String)>,
    by_kind: Vec<(String, u32, String)>,
    total: String,
    cash: String,
    gaps: String,
    /// The closing that is shown, in words; empty for what is open.
    closed: String,
    counted: TextField,
    reason: TextField,
    closings: Vec<(String, String)>,
    export: String,
}

/// What the desk took since its last closing.
pub async fn show(officer: Officer) -> Result<Response, Problem> {
    let view = officer.ask(|engine, staff| engine.takings(staff)).await?;
    Ok(html(
        &officer.visitor,
        &page(&officer, &view, &Given::default(), None),
    ))
}

/// What one closing closed.
pub async fn closed(officer: Officer, Path(sequence): Path<String>) -> Result<Response, Problem> {
    let sequence: u32 = sequence
        .parse()
        .map_err(|_| officer.visitor.problem(UseError::NotFound))?;
    let view = officer
        .ask(move |engine, staff| engine.closed_takings(staff, sequence))
        .await?;
    Ok(html(
        &officer.visitor,
        &page(&officer, &view, &Given::default(), None),
    ))
}

/// Khoá sổ: closes what was taken.
pub async fn close(officer: Officer, given: Given) -> Result<Response, Problem> {
    let reason = given.text("reason").to_owned();
    let counted = amount(given.text("counted"));
    let staff = officer.staff.clone();
    let closed = officer
        .visitor
        .edge
        .ask(move |parts| {
            let counted = counted.ok_or(UseError::Unusable("takings-counted"))?;
            parts.engine.close_takings(&staff, counted, &reason)
        })
        .await;
    match closed {
        Ok(closing) => Ok(see(&format!("/desk/takings/closed/{}", closing.sequence))),
        Err(UseError::Unusable(code @ ("takings-counted" | "takings-difference"))) => {
            let view = officer.ask(|engine, staff| engine.takings(staff)).await?;
            let shown = page(&officer, &view, &given, Some(code));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&officer.visitor, &shown)).into_response())
        }
        Err(error) => Err(officer.visitor.problem(error)),
    }
}

/// The book as CSV: of what is open, or of the closing that the address names.
pub async fn export(officer: Officer) -> Result<Response, Problem> {
    let asked = Given::of_query(&officer.visitor.path);
    let closing = asked.text("closing").parse::<u32>().ok();
    let view = officer
        .ask(move |engine, staff| match closing {
            Some(sequence) => engine.closed_takings(staff, sequence),
            None => engine.takings(staff),
        })
        .await?;
    let name = match closing {
        Some(sequence) => format!("attachment; filename=\"so-thu-{sequence}.csv\""),
        None => "attachment; filename=\"so-thu.csv\"".to_owned(),
    };
    let disposition = HeaderValue::from_str(&name).unwrap_or_else(|_| HeaderValue::from_static("attachment"));
    let kind = HeaderValue::from_static("text/csv; charset=utf-8");
    let body = csv(officer.visitor.t(), &view);
    Ok(([(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, disposition)], body).into_response())
}

fn page(officer: &Officer, view: &TakingsView, given: &Given, wrong: Option<&str>) -> TakingsPage {
    let t = officer.visitor.t();
    let mut page = officer.page(t.takings_title(), Place::Takings);
    let [counted, reason] = fields(t, view, given, wrong);
    let problems: Vec<FieldProblem> = [&counted, &reason]
        .into_iter()
        .filter(|field| !field.error.is_empty())
        .map(|field| FieldProblem {
            field: field.name.clone(),
            words: field.error.clone(),
        })
        .collect();
    page.has_errors = !problems.is_empty();
    page.path = match &view.closing {
        Some(closing) => format!("/desk/takings/closed/{}", closing.sequence),
        None => "/desk/takings".to_owned(),
    };
    TakingsPage {
        desk: pick(&view.desk_name, t.lang()).to_owned(),
        lines: lines(t, view),
        by_method: view
            .by_method
            .iter()
            .map(|(method, count, sum)| {
                (
                    say(t, &format!("money-method-{}", method.name())),
                    *count,
                    t.dong(sum.get()),
                )
            })
            .collect(),
        by_kind: view
            .by_kind
            .iter()
            .map(|(kind, count, sum)| (kind_words(t, kind.name()), *count, t.dong(sum.get())))
            .collect(),
        total: t.dong(view.total.get()),
        cash: t.dong(view.cash.get()),
        gaps: gaps(t, view),
        closed: view
            .closing
            .as_ref()
            .map_or_else(String::new, |closing| closing_words(t, closing)),
        counted,
        reason,
        closings: view
            .closings
            .iter()
            .map(|closing| {
                (
                    format!("/desk/takings/closed/{}", closing.sequence),
                    closing_words(t, closing),
                )
            })
            .collect(),
        export: match &view.closing {
            Some(closing) => format!("/desk/takings/export?closing={}", closing.sequence),
            None => "/desk/takings/export".to_owned(),
        },
        problems,
        page,
    }
}

/// What was counted, and why it differs.
fn fields(t: &Text, view: &TakingsView, given: &Given, wrong: Option<&str>) -> [TextField; 2] {
    let said = |code: &str| {
        if wrong == Some(code) {
            say(t, &format!("edge-why-{code}"))
        } else {
            String::new()
        }
    };
    [
        TextField {
            name: "counted".to_owned(),
            label: t.takings_counted(),
            hint: t.takings_counted_hint(t.dong(view.cash.get())),
            error: said("takings-counted"),
            value: given.text("counted").to_owned(),
            width: Width::Twenty,
            inputmode: "numeric",
            ..TextField::default()
        },
        TextField {
            name: "reason".to_owned(),
            label: t.takings_reason(),
            error: said("takings-difference"),
            value: given.text("reason").to_owned(),
            optional: true,
            lines: 2,
            ..TextField::default()
        },
    ]
}

fn lines(t: &Text, view: &TakingsView) -> Vec<Line> {
    view.rows
        .iter()
        .map(|(row, case)| Line {
            receipt: t.takings_receipt(row.receipt, row.year.to_string()),
            at: words::moment(t, row.at),
            case: case.clone(),
            kind: kind_words(t, row.kind.name()),
            method: say(t, &format!("money-method-{}", row.method.name())),
            amount: t.dong(row.amount.get()),
        })
        .collect()
}

fn kind_words(t: &Text, kind: &str) -> String {
    say(t, &format!("counter-kind-{}", kind.replace('_', "-")))
}

fn gaps(t: &Text, view: &TakingsView) -> String {
    if view.gaps.is_empty() {
        return t.takings_no_gaps();
    }
    let missing: Vec<String> = view.gaps.iter().map(u32::to_string).collect();
    t.takings_gaps(missing.join(", "))
}

fn closing_words(t: &Text, closing: &ClosingRow) -> String {
    let words = t.takings_closing(
        closing.sequence,
        words::moment(t, closing.at),
        t.dong(closing.total.get()),
        closing.entries,
    );
    let difference = closing.counted.get().saturating_sub(closing.cash.get());
    if difference == 0 {
        words
    } else {
        format!(
            "{words} {}",
            t.takings_difference(t.dong(difference), closing.reason.as_str())
        )
    }
}

/// Rows of a table as other programs read it: marked as UTF-8, each cell safe from being taken for a formula.
fn csv(t: &Text, view: &TakingsView) -> String {
    let head = [
        t.takings_column_receipt(),
        t.takings_column_year(),
        t.takings_column_at(),
        t.takings_column_case(),
        t.takings_column_kind(),
        t.takings_column_method(),
        t.takings_column_amount(),
    ];
    let mut table = String::from("\u{feff}");
    table.push_str(&head.map(|cell| cell_of(&cell)).join(","));
    for (row, case) in &view.rows {
        let cells = [
            row.receipt.to_string(),
            row.year.to_string(),
            cell_of(&words::moment(t, row.at)),
            cell_of(case),
            cell_of(&kind_words(t, row.kind.name())),
            cell_of(&say(t, &format!("money-method-{}", row.method.name()))),
            // A whole number of our own making: a minus before it is no formula.
            row.amount.get().to_string(),
        ];
        table.push_str("\r\n");
        table.push_str(&cells.join(","));
    }
    table.push_str("\r\n");
    table
}

/// One cell: a text that begins like a formula gets an apostrophe (OWASP, CSV injection), quotes are doubled.
fn cell_of(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        "'"
    } else {
        ""
    };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests;
