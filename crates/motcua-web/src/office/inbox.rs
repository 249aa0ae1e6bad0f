//! The inbox (bàn làm việc): queues with counts, the nearest deadline first.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use motcua_domain::case::Step;
use motcua_domain::id::CaseId;
use motcua_domain::time::{Day, Instant};
use motcua_engine::ports::Cursor;
use motcua_engine::view::{Found, InboxQuery, InboxRow, InboxView, Queue, QueueCount};
use motcua_text::Text;

use super::acts::{Done, Selection};
use super::views::{Filters, Wanted};
use super::{Given, Place, finding};
use crate::components::{Column, Grid, GridRow, Pager, Sort};
use crate::edge::{Officer, Problem};
use crate::page::Page;
use crate::pages::{html, see};
use crate::words;

/// How many cases one page shows.
const ROWS: u32 = 50;

/// Queues under their headings, in the order of the rail.
const BY_TIME: [Queue; 4] = [Queue::Late, Queue::Today, Queue::Within24Hours, Queue::Paused];
const BY_STEP: [Queue; 8] = [
    Queue::Intake,
    Queue::Appraisal,
    Queue::Signing,
    Queue::Issuing,
    Queue::Ready,
    Queue::Answered,
    Queue::Withdrawal,
    Queue::Applicant,
];
const FIRST: [Queue; 3] = [Queue::Mine, Queue::Agency, Queue::Unassigned];

/// A queue in the rail.
struct RailLink {
    href: String,
    words: String,
    count: String,
    is_current: bool,
}

/// A part of the rail: its heading, empty for the first one, and its queues.
struct RailPart {
    heading: String,
    links: Vec<RailLink>,
}

#[derive(Template)]
#[template(path = "office/inbox.html")]
struct InboxPage {
    page: Page,
    rail: Vec<RailPart>,
    grid: Grid,
    pager: Pager,
    count: String,
    queue: &'static str,
    done: Option<Done>,
    filters: Filters,
    /// What was looked for without success: what is said, and what to do.
    not_found: Option<(String, String)>,
    /// The next piece of work.
    next: Option<String>,
    selection: Selection,
}

/// The inbox; with `q`, the case whose number was typed, opened at once.
pub async fn show(officer: Officer) -> Result<Response, Problem> {
    let asked = Given::of_query(&officer.visitor.path);
    let typed = asked.text("q").to_owned();
    if typed.is_empty() {
        return shown(&officer, &asked, None, None).await;
    }
    let wanted = typed.clone();
    let found = officer
        .ask(move |engine, staff| engine.find_case(staff, &wanted))
        .await?;
    match found {
        Some(name) => Ok(see(&format!("/desk/cases/{name}"))),
        None => shown(&officer, &asked, Some((typed, Found::Nothing)), None).await,
    }
}

/// The inbox as an address or a form asks for it: after a search that found nothing to show, or with what is wrong
/// with a view that was to be kept.
pub(super) async fn shown(
    officer: &Officer,
    asked: &Given,
    searched: Option<(String, Found)>,
    view_error: Option<String>,
) -> Result<Response, Problem> {
    let (named, after) = (asked.text("view").to_owned(), cursor(asked.text("after")));
    let wanted = Wanted::of(asked);
    let (view, wanted, selection) = officer
        .ask(move |engine, staff| {
            engine.leaves_file(staff)?;
            let saved = engine.saved_views(staff)?;
            let wanted = saved
                .into_iter()
                .find(|saved| saved.name == named)
                .map_or(wanted, Wanted::saved);
            let query = InboxQuery {
                queue: wanted.queue,
                narrowing: wanted.narrowing.clone(),
                after,
                limit: ROWS,
            };
            Ok((
                engine.inbox(staff, &query)?,
                wanted,
                Selection::of(engine, staff)?,
            ))
        })
        .await?;
    let t = officer.visitor.t();
    let title = wanted
        .saved
        .as_ref()
        .map_or_else(|| queue_name(t, wanted.queue), |(name, _)| name.clone());
    let mut page = officer.page(title, Place::Desk);
    let has_failed = view_error.is_some();
    page.has_errors = has_failed;
    page.path = wanted.address(after);
    if let (Some(office), Some((typed, _))) = (&mut page.office, &searched) {
        office.searched.clone_from(typed);
    }
    let today = officer.visitor.edge.engine().now().day();
    let shown = InboxPage {
        rail: rail(t, &view, &wanted),
        pager: pager(t, &view, &wanted, after.is_some()),
        count: t.common_count_cases(bounded(view.count)),
        queue: wanted.queue.name(),
        done: Done::of(t, asked),
        filters: Filters::of(officer, &wanted, asked, view_error),
        not_found: searched.map(|(typed, found)| finding::nothing(t, &typed, &found)),
        next: view.first_work.as_ref().map(|name| format!("/desk/cases/{name}")),
        grid: grid(t, &view, !selection.is_empty(), today),
        selection,
        page,
    };
    let response = html(&officer.visitor, &shown);
    Ok(if has_failed {
        (StatusCode::UNPROCESSABLE_ENTITY, response).into_response()
    } else {
        response
    })
}

#[derive(Template)]
#[template(path = "office/keys.html")]
struct KeysPage {
    page: Page,
}

/// Every key of the office.
pub async fn keys(officer: Officer) -> Response {
    let page = officer.page(officer.visitor.t().office_keys_title(), Place::Desk);
    html(&officer.visitor, &KeysPage { page })
}

/// The name of a queue.
pub(super) fn queue_name(t: &Text, queue: Queue) -> String {
    words::say(t, &format!("office-queue-{}", queue.name()))
}

/// The name of a step as the office says it.
pub(super) fn step_name(t: &Text, step: Step) -> String {
    words::say(t, &format!("office-step-{}", step.name().replace('_', "-")))
}

fn rail(t: &Text, view: &InboxView, wanted: &Wanted) -> Vec<RailPart> {
    let is_plain = wanted.saved.is_none() && wanted.narrowing.is_wide();
    let part = |heading: String, queues: &[Queue]| RailPart {
        heading,
        links: view
            .queues
            .iter()
            .filter(|known| queues.contains(&known.queue))
            .map(|known| RailLink {
                href: Wanted::queue(known.queue).address(None),
                words: queue_name(t, known.queue),
                count: bounded(known.count),
                is_current: is_plain && known.queue == view.queue,
            })
            .collect(),
    };
    let saved = RailPart {
        heading: t.desk_views(),
        links: view
            .views
            .iter()
            .map(|(saved, count)| RailLink {
                href: Wanted::saved(saved.clone()).address(None),
                words: saved.name.clone(),
                count: bounded(*count),
                is_current: wanted.saved.as_ref().is_some_and(|(name, _)| *name == saved.name),
            })
            .collect(),
    };
    let mut rail = vec![
        part(String::new(), &FIRST),
        part(t.office_rail_time(), &BY_TIME),
        part(t.office_rail_step(), &BY_STEP),
    ];
    if !saved.links.is_empty() {
        rail.push(saved);
    }
    rail
}

/// A count, or "99+" where counting stopped.
fn bounded(count: u32) -> String {
    if count >= QueueCount::BOUND {
        format!("{}+", QueueCount::BOUND - 1)
    } else {
        count.to_string()
    }
}

/// Reads `after=<milliseconds>.<case id>`; anything else is the first page.
pub(crate) fn cursor(text: &str) -> Option<Cursor> {
    let (millis, id) = text.split_once('.')?;
    Some(Cursor {
        at: Instant::from_millis(millis.parse().ok()?),
        id: id.parse::<CaseId>().ok()?,
    })
}

fn pager(t: &Text, view: &InboxView, wanted: &Wanted, is_later: bool) -> Pager {
    if view.next.is_none() && !is_later {
        return Pager::default();
    }
    Pager {
        previous: is_later.then(|| wanted.address(None)),
        count: t.office_pager_shown(view.rows.len().to_string()),
        next: view.next.map(|next| wanted.address(Some(next))),
    }
}

/// The columns of every list of cases.
pub(super) fn columns(t: &Text, sort: Option<Sort>) -> Vec<Column> {
    let column = |name: String, sort| Column { name, sort };
    vec![
        column(t.office_column_left(), sort),
        column(t.office_column_number(), None),
        column(t.office_column_applicant(), None),
        column(t.office_column_procedure(), None),
        column(t.office_column_step(), None),
        column(t.office_column_channel(), None),
        column(t.office_column_desk(), None),
        column(t.office_column_sent(), None),
    ]
}

fn grid(t: &Text, view: &InboxView, can_select: bool, today: Day) -> Grid {
    Grid {
        caption: t.office_inbox_caption(queue_name(t, view.queue)),
        can_select,
        columns: columns(t, Some(Sort::Ascending)),
        rows: view
            .rows
            .iter()
            .map(|row| grid_row(t, view.queue, row, today))
            .collect(),
        none: match view.queue {
            Queue::Mine => t.office_inbox_none_mine(),
            Queue::Late => t.office_inbox_none_late(),
            _ => t.office_inbox_none(),
        },
    }
}

/// The time of today, the day of another.
fn sent(t: &Text, at: Instant, today: Day) -> String {
    if at.day() == today {
        return words::time(t, at);
    }
    let (_, month, day) = words::parts(at.day());
    t.day_short(month, day)
}

pub(super) fn grid_row(t: &Text, queue: Queue, row: &InboxRow, today: Day) -> GridRow {
    let prefix = row.name.strip_suffix(row.short_name.as_str()).unwrap_or("");
    GridRow {
        href: format!("/desk/cases/{}?queue={}", row.name, queue.name()),
        value: row.name.clone(),
        number_prefix: prefix.to_owned(),
        number: row.short_name.clone(),
        left: words::days_left(t, row.left),
        cells: vec![
            row.applicant.clone(),
            words::pick(&row.procedure, t.lang()).to_owned(),
            if row.is_answered {
                t.office_step_answered()
            } else {
                step_name(t, row.step)
            },
            words::channel(t, row.channel),
            words::pick(&row.received_at, t.lang()).to_owned(),
            sent(t, row.sent_at, today),
        ],
    }
}

#[cfg(test)]
mod tests;
