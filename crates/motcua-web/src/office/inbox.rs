//! The inbox (bàn làm việc): queues with counts, the nearest deadline first.

use askama::Template;
use axum::response::Response;
use motcua_domain::case::Step;
use motcua_domain::id::CaseId;
use motcua_domain::time::{Day, Instant};
use motcua_engine::ports::Cursor;
use motcua_engine::view::{InboxQuery, InboxRow, InboxView, Narrowing, Queue, QueueCount};
use motcua_text::Text;

use super::acts::{Done, Selection};
use super::{Given, Place};
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
    /// What was typed and not found.
    not_found: Option<String>,
    selection: Selection,
}

/// The inbox; with `q`, the case that was typed, opened at once.
pub async fn show(officer: Officer) -> Result<Response, Problem> {
    let asked = Given::of_query(&officer.visitor.path);
    let typed = asked.text("q").to_owned();
    if !typed.is_empty() {
        let wanted = typed.clone();
        let found = officer
            .ask(move |engine, staff| engine.find_case(staff, &wanted))
            .await?;
        if let Some(name) = found {
            return Ok(see(&format!("/desk/cases/{name}")));
        }
    }
    let queue = Queue::from_name(asked.text("queue")).unwrap_or(Queue::Mine);
    let after = cursor(asked.text("after"));
    let query = InboxQuery {
        queue,
        narrowing: Narrowing::default(),
        after,
        limit: ROWS,
    };
    let (view, selection) = officer
        .ask(move |engine, staff| Ok((engine.inbox(staff, &query)?, Selection::of(engine, staff)?)))
        .await?;
    let t = officer.visitor.t();
    let mut page = officer.page(queue_name(t, queue), Place::Desk);
    if let Some(office) = &mut page.office {
        office.searched.clone_from(&typed);
    }
    Ok(html(
        &officer.visitor,
        &InboxPage {
            rail: rail(t, &view),
            pager: pager(t, &view, after.is_some()),
            count: t.common_count_cases(bounded(view.count)),
            queue: queue.name(),
            done: Done::of(t, &asked),
            not_found: (!typed.is_empty()).then_some(typed),
            grid: grid(
                t,
                &view,
                !selection.is_empty(),
                officer.visitor.edge.engine().now().day(),
            ),
            selection,
            page,
        },
    ))
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

fn rail(t: &Text, view: &InboxView) -> Vec<RailPart> {
    let part = |heading: String, queues: &[Queue]| RailPart {
        heading,
        links: view
            .queues
            .iter()
            .filter(|known| queues.contains(&known.queue))
            .map(|known| RailLink {
                href: address(known.queue, None),
                words: queue_name(t, known.queue),
                count: bounded(known.count),
                is_current: known.queue == view.queue,
            })
            .collect(),
    };
    vec![
        part(String::new(), &FIRST),
        part(t.office_rail_time(), &BY_TIME),
        part(t.office_rail_step(), &BY_STEP),
    ]
}

/// A count, or "99+" where counting stopped.
fn bounded(count: u32) -> String {
    if count >= QueueCount::BOUND {
        format!("{}+", QueueCount::BOUND - 1)
    } else {
        count.to_string()
    }
}

/// The address of a page of a queue.
fn address(queue: Queue, after: Option<Cursor>) -> String {
    let mut address = "/desk".to_owned();
    if queue != Queue::Mine {
        address.push_str(&format!("?queue={}", queue.name()));
    }
    if let Some(after) = after {
        let sign = if address.contains('?') { '&' } else { '?' };
        address.push_str(&format!("{sign}after={}.{}", after.at.millis(), after.id));
    }
    address
}

/// Reads `after=<milliseconds>.<case id>`; anything else is the first page.
pub(crate) fn cursor(text: &str) -> Option<Cursor> {
    let (millis, id) = text.split_once('.')?;
    Some(Cursor {
        at: Instant::from_millis(millis.parse().ok()?),
        id: id.parse::<CaseId>().ok()?,
    })
}

fn pager(t: &Text, view: &InboxView, is_later: bool) -> Pager {
    if view.next.is_none() && !is_later {
        return Pager::default();
    }
    Pager {
        previous: is_later.then(|| address(view.queue, None)),
        count: t.office_pager_shown(view.rows.len().to_string()),
        next: view.next.map(|next| address(view.queue, Some(next))),
    }
}

fn grid(t: &Text, view: &InboxView, can_select: bool, today: Day) -> Grid {
    let column = |name: String, sort| Column { name, sort };
    Grid {
        caption: t.office_inbox_caption(queue_name(t, view.queue)),
        can_select,
        columns: vec![
            column(t.office_column_left(), Some(Sort::Ascending)),
            column(t.office_column_number(), None),
            column(t.office_column_applicant(), None),
            column(t.office_column_procedure(), None),
            column(t.office_column_step(), None),
            column(t.office_column_channel(), None),
            column(t.office_column_desk(), None),
            column(t.office_column_sent(), None),
        ],
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

fn grid_row(t: &Text, queue: Queue, row: &InboxRow, today: Day) -> GridRow {
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
