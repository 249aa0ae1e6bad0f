//! The person's own: notices, account, who looked at their data.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use motcua_engine::changes::AccessedThing;
use motcua_engine::view::{AccessView, NoticeView};
use motcua_text::Text;

use super::tracker::role_words;
use crate::components::{Link, LogEntry, Row};
use crate::edge::{Edge, Problem, Resident};
use crate::page::{Page, Tab};
use crate::pages::html;
use crate::words::{self, pick, say};

#[derive(Template)]
#[template(path = "city/notices.html")]
struct NoticesPage {
    page: Page,
    notices: Vec<LogEntry>,
}

/// The notices, newest first.
pub async fn notices(State(edge): State<Edge>, resident: Resident) -> Result<Response, Problem> {
    let visitor = &resident.visitor;
    let person = resident.person.id;
    let found = edge.ask(move |parts| parts.engine.notices(person)).await;
    let found = found.map_err(|error| visitor.problem(error))?;
    let t = visitor.t();
    let mut page = visitor.page(t.tracker_notices_title());
    page.tab = Some(Tab::Notices);
    let view = NoticesPage {
        page,
        notices: found.iter().map(|notice| notice_entry(t, notice)).collect(),
    };
    Ok(html(visitor, &view))
}

fn notice_entry(t: &Text, notice: &NoticeView) -> LogEntry {
    LogEntry {
        datetime: notice.at.to_string(),
        at: words::moment_short(t, notice.at),
        what: say(t, &format!("tracker-notice-{}", notice.key)),
        by: pick(&notice.procedure, t.lang()).to_owned(),
        link: Some(Link::to(format!("/cases/{}", notice.case), notice.case.as_str())),
    }
}

#[derive(Template)]
#[template(path = "city/account.html")]
struct AccountPage {
    page: Page,
    rows: Vec<Row>,
}

/// Who I am, as the provider says; numbers are masked.
pub async fn account(resident: Resident) -> Response {
    let visitor = &resident.visitor;
    let t = visitor.t();
    let person = &resident.person;
    let row = |label, value: Option<String>| Row {
        label,
        value: value.unwrap_or_else(|| t.tracker_account_unknown()),
        ..Row::default()
    };
    let number = person.personal_number.as_ref().map(|number| number.masked());
    let rows = vec![
        row(t.tracker_account_name(), Some(person.name.clone())),
        row(t.tracker_account_number(), number),
        row(
            t.tracker_account_born(),
            person.born_on.map(|on| words::day(t, on)),
        ),
        row(t.tracker_account_phone(), person.masked_phone()),
        row(
            t.tracker_account_email(),
            person.email.as_deref().map(masked_email),
        ),
    ];
    let page = visitor.page(t.tracker_account_title());
    html(visitor, &AccountPage { page, rows })
}

/// An address whose holder recognises it and nobody else reads it: the first letter and the host.
fn masked_email(email: &str) -> String {
    let (local, host) = email.split_once('@').unwrap_or((email, ""));
    let first: String = local.chars().take(1).collect();
    format!("{first}•••@{host}")
}

#[derive(Template)]
#[template(path = "city/looks.html")]
struct LooksPage {
    page: Page,
    looks: Vec<LookRow>,
}

struct LookRow {
    when: String,
    who: String,
    office: String,
    what: String,
    case: Option<Link>,
    why: String,
}

/// Who looked at my data.
pub async fn looks(State(edge): State<Edge>, resident: Resident) -> Result<Response, Problem> {
    let visitor = &resident.visitor;
    let person = resident.person.id;
    let found = edge.ask(move |parts| parts.engine.looks(person)).await;
    let found = found.map_err(|error| visitor.problem(error))?;
    let t = visitor.t();
    let view = LooksPage {
        page: visitor.page(t.tracker_looks_title()),
        looks: found.iter().map(|look| look_row(t, look)).collect(),
    };
    Ok(html(visitor, &view))
}

fn look_row(t: &Text, look: &AccessView) -> LookRow {
    let role = look.role.as_ref().map(|role| role_words(t, role));
    let agency = look
        .agency
        .as_ref()
        .map(|agency| pick(agency, t.lang()).to_owned());
    let office: Vec<String> = role.into_iter().chain(agency).collect();
    LookRow {
        when: words::moment(t, look.at),
        who: look.person.clone().unwrap_or_else(|| t.tracker_log_you()),
        office: office.join(", "),
        what: match look.what {
            AccessedThing::Case => t.tracker_looked_case(),
            AccessedThing::Paper => t.tracker_looked_paper(),
            AccessedThing::List => t.tracker_looked_list(),
            AccessedThing::Person => t.counter_looked_person(),
        },
        case: look
            .case
            .as_ref()
            .map(|case| Link::to(format!("/cases/{case}"), case.as_str())),
        why: say(t, &format!("tracker-why-{}", look.ground)),
    }
}
