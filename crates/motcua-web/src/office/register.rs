//! The register (Mẫu 07, sổ theo dõi hồ sơ) by desk and period: on the screen, on paper, and as a file.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use motcua_domain::case::OutcomeKind;
use motcua_domain::id::UnitCode;
use motcua_domain::report::{Ending, Period};
use motcua_engine::engine::UseError;
use motcua_engine::ports::Cursor;
use motcua_engine::view::{RegisterLine, RegisterQuery};
use motcua_text::Text;

use super::export::{Cell, Format, Sheet};
use super::head::period_of;
use super::inbox::{cursor, step_name};
use super::{Given, Place};
use crate::components::Pager;
use crate::edge::{Officer, Problem};
use crate::page::Page;
use crate::pages::html;
use crate::words;

/// How many lines one page shows.
const LINES: u32 = 50;

/// How many lines one file holds; the rest is in the next part.
const LINES_OF_A_FILE: u32 = 5_000;

/// A desk to choose.
struct DeskOption {
    code: String,
    name: String,
    is_chosen: bool,
}

#[derive(Template)]
#[template(path = "office/register.html")]
struct RegisterPage {
    page: Page,
    from: String,
    to: String,
    desks: Vec<DeskOption>,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
    pager: Pager,
    /// The addresses of the files of the part shown.
    csv: String,
    xlsx: String,
    most: String,
}

/// What the address asks for.
struct Asked {
    period: Period,
    desk: Option<UnitCode>,
    after: Option<Cursor>,
}

impl Asked {
    fn of(officer: &Officer) -> Self {
        let given = Given::of_query(&officer.visitor.path);
        Self {
            period: period_of(officer, &given),
            desk: Some(given.text("desk"))
                .filter(|code| !code.is_empty())
                .map(UnitCode::new),
            after: cursor(given.text("after")),
        }
    }

    fn query(&self, limit: u32) -> RegisterQuery {
        RegisterQuery {
            period: self.period,
            desk: self.desk.clone(),
            after: self.after,
            limit,
        }
    }

    fn address(&self, path: &str, after: Option<Cursor>) -> String {
        let mut address = url::form_urlencoded::Serializer::new(format!("{path}?"));
        address
            .append_pair("from", &self.period.from().to_string())
            .append_pair("to", &self.period.to().to_string());
        if let Some(desk) = &self.desk {
            address.append_pair("desk", desk.as_str());
        }
        if let Some(after) = after {
            address.append_pair("after", &format!("{}.{}", after.at.millis(), after.id));
        }
        address.finish()
    }
}

/// The register.
pub async fn show(officer: Officer) -> Result<Response, Problem> {
    let asked = Asked::of(&officer);
    let query = asked.query(LINES);
    let view = officer
        .ask(move |engine, staff| engine.register(staff, &query))
        .await?;
    let t = officer.visitor.t();
    let engine = officer.visitor.edge.engine();
    let desks = engine
        .city()
        .desks(engine.now().day())
        .into_iter()
        .map(|(code, name)| DeskOption {
            is_chosen: asked.desk.as_ref() == Some(&code),
            name: words::pick(&name, t.lang()).to_owned(),
            code: code.as_str().to_owned(),
        })
        .collect();
    let shown = RegisterPage {
        page: officer.page(t.report_register_title(), Place::Register),
        from: asked.period.from().to_string(),
        to: asked.period.to().to_string(),
        desks,
        columns: columns(t),
        rows: view.lines.iter().map(|line| cells(t, line)).collect(),
        pager: Pager {
            previous: asked.after.map(|_| asked.address("/desk/register", None)),
            count: t.common_count_cases(view.lines.len().to_string()),
            next: view.next.map(|next| asked.address("/desk/register", Some(next))),
        },
        csv: asked.address("/desk/register/csv", asked.after),
        xlsx: asked.address("/desk/register/xlsx", asked.after),
        most: LINES_OF_A_FILE.to_string(),
    };
    Ok(html(&officer.visitor, &shown))
}

/// The register as a file: at most so many lines from the place that the page shows, and what to do about the rest.
pub async fn file(officer: Officer, Path(format): Path<String>) -> Result<Response, Problem> {
    let not_found = || officer.visitor.problem(UseError::NotFound);
    let format = Format::from_name(&format).ok_or_else(not_found)?;
    let asked = Asked::of(&officer);
    let query = asked.query(LINES_OF_A_FILE);
    let view = officer
        .ask(move |engine, staff| engine.register(staff, &query))
        .await?;
    let t = officer.visitor.t();
    let (from, to) = (asked.period.from(), asked.period.to());
    let mut above = vec![
        t.report_register_title(),
        t.report_period(words::day(t, from), words::day(t, to)),
        t.common_count_cases(view.lines.len().to_string()),
    ];
    if let Some(next) = view.next {
        let origin = &officer.visitor.edge.origins().staff;
        let address = asked.address("/desk/register", Some(next));
        above.push(t.report_export_rest(format!("{origin}{address}")));
    }
    let sheet = Sheet {
        above,
        columns: columns(t),
        rows: view
            .lines
            .iter()
            .map(|line| cells(t, line).into_iter().map(Cell::from).collect())
            .collect(),
    };
    let name = format!("mau-07-{from}-{to}");
    sheet.file(&name, format).ok_or_else(|| {
        officer
            .visitor
            .problem(UseError::Failed("too large a file".to_owned()))
    })
}

/// The columns of Form 07.
fn columns(t: &Text) -> Vec<String> {
    vec![
        t.report_register_number(),
        t.report_register_applicant(),
        t.report_register_procedure(),
        t.report_register_desk(),
        t.report_register_received(),
        t.report_register_due(),
        t.report_register_result(),
        t.report_register_ended(),
        t.report_register_returned(),
        t.report_register_signature(),
    ]
}

fn cells(t: &Text, line: &RegisterLine) -> Vec<String> {
    let moment = |at| words::moment(t, at);
    let maybe = |at: Option<_>| at.map_or_else(String::new, moment);
    let result = match (line.result, line.ended) {
        (Some(kind), ended) => {
            let what = match kind {
                OutcomeKind::Granted => t.report_register_granted(),
                OutcomeKind::Refused => t.report_register_refused(),
            };
            match ended {
                Some((_, Ending::Late)) => format!("{what}, {}", t.report_register_late()),
                _ => what,
            }
        }
        (None, _) => step_name(t, line.step),
    };
    vec![
        line.number.clone(),
        line.applicant.clone(),
        words::pick(&line.procedure, t.lang()).to_owned(),
        words::pick(&line.desk, t.lang()).to_owned(),
        moment(line.received_at),
        maybe(line.due_at),
        result,
        maybe(line.ended.map(|(at, _)| at)),
        maybe(line.returned_at),
        // The paper form has a place to sign; what is signed by passkey stands in the log.
        String::new(),
    ]
}
