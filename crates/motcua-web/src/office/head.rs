//! The head's desk (bàn lãnh đạo): what must be decided today, what is late or soon will be, what waits for the signature,
//! and the report of a period with the rule of each figure beside it.

use askama::Template;
use axum::response::Response;
use motcua_domain::report::Period;
use motcua_domain::time::Day;
use motcua_engine::view::{ReportView, Risk, RiskLine};
use motcua_text::Text;

use super::{Given, Place};
use crate::components::Tone;
use crate::edge::{Officer, Problem};
use crate::page::Page;
use crate::pages::html;
use crate::words;

mod cases;
mod report;
mod signing;

pub use cases::show as cases;
pub use report::file;
pub use signing::{look, sign};

use report::Table;
use signing::{DRAFTS, DraftRow};

/// A thing to be decided today.
struct Matter {
    tone: Tone,
    icon: &'static str,
    tag: String,
    lead: String,
    body: String,
    act: String,
    href: String,
}

/// How the open cases of a unit stand, with the addresses of the lists behind the counts.
struct RiskRow {
    unit: String,
    agency: String,
    late: u64,
    day: u64,
    days: u64,
    open: u64,
    /// The lists behind the three counts.
    hrefs: [String; 3],
    /// The lengths of the two bars in hundredths of the longest.
    late_width: u64,
    soon_width: u64,
}

#[derive(Template)]
#[template(path = "office/head.html")]
struct HeadPage {
    page: Page,
    counted_at: String,
    matters: Vec<Matter>,
    risks: Vec<RiskRow>,
    drafts: Vec<DraftRow>,
    unanimous: usize,
    from: String,
    to: String,
    period: String,
    tables: Vec<Table>,
    columns: Vec<String>,
    rules: Vec<(String, String)>,
    csv: String,
    xlsx: String,
}

/// The head's desk.
pub async fn show(officer: Officer) -> Result<Response, Problem> {
    let given = Given::of_query(&officer.visitor.path);
    let period = period_of(&officer, &given);
    let (view, risks, drafts) = officer
        .ask(move |engine, staff| {
            Ok((
                engine.report(staff, period)?,
                engine.risks(staff)?,
                engine.to_sign(staff, DRAFTS)?,
            ))
        })
        .await?;
    let t = officer.visitor.t();
    let now = officer.visitor.edge.engine().now();
    let drafts: Vec<DraftRow> = drafts.iter().map(|line| DraftRow::of(t, line)).collect();
    let unanimous = drafts.iter().filter(|draft| draft.is_unanimous).count();
    let risks: Vec<RiskRow> = risk_rows(t, &risks);
    let shown = HeadPage {
        matters: matters(t, &risks, drafts.len(), unanimous),
        counted_at: t.report_counted_at(words::weekday_day(t, now.day()), words::time(t, now)),
        risks,
        drafts,
        unanimous,
        from: period.from().to_string(),
        to: period.to().to_string(),
        period: t.report_period(words::day(t, period.from()), words::day(t, period.to())),
        tables: report::tables(t, &view),
        columns: report::columns(t),
        rules: report::rules(t),
        csv: address("csv", &view),
        xlsx: address("xlsx", &view),
        page: officer.page(t.report_head_title(), Place::Head),
    };
    Ok(html(&officer.visitor, &shown))
}

fn address(format: &str, view: &ReportView) -> String {
    let (from, to) = (view.period.from(), view.period.to());
    format!("/desk/head/report/{format}?from={from}&to={to}")
}

/// The period that an address asks for: this month up to today where it asks for none that can be.
pub(super) fn period_of(officer: &Officer, given: &Given) -> Period {
    let today = officer.visitor.edge.engine().now().day();
    let day = |name: &str| given.text(name).parse::<Day>().ok();
    day("from")
        .zip(day("to"))
        .and_then(|(from, to)| Period::new(from, to))
        .unwrap_or_else(|| Period::month_until(today))
}

fn risk_rows(t: &Text, lines: &[RiskLine]) -> Vec<RiskRow> {
    let longest = lines
        .iter()
        .map(|line| line.counts.late.saturating_add(line.counts.within_days))
        .max()
        .unwrap_or(0)
        .max(1);
    let width = |count: u64| count.saturating_mul(100).checked_div(longest).unwrap_or(0);
    lines
        .iter()
        .map(|line| RiskRow {
            unit: match &line.division {
                Some(division) => words::pick(division, t.lang()).to_owned(),
                None => t.report_nobody(),
            },
            agency: words::pick(&line.agency, t.lang()).to_owned(),
            late: line.counts.late,
            day: line.counts.within_24_hours,
            days: line.counts.within_days,
            open: line.counts.open,
            hrefs: Risk::ALL.map(|risk| cases::address(risk, Some(line), None)),
            late_width: width(line.counts.late),
            soon_width: width(line.counts.within_days),
        })
        .collect()
}

/// At most three, each with one act: the unit with the most late cases, the one with the most soon due, and what can be
/// signed.
fn matters(t: &Text, risks: &[RiskRow], drafts: usize, unanimous: usize) -> Vec<Matter> {
    let sum = |count: fn(&RiskRow) -> u64| risks.iter().map(count).sum::<u64>();
    let mut matters = Vec::new();
    let worst = risks.iter().max_by_key(|row| row.late).filter(|row| row.late > 0);
    if let Some(worst) = worst {
        matters.push(Matter {
            tone: Tone::Late,
            icon: "alert",
            tag: t.report_matter_late(sum(|row| row.late).to_string()),
            lead: t.report_matter_late_lead(worst.unit.as_str(), worst.late.to_string()),
            body: t.report_matter_late_body(worst.days.to_string()),
            act: t.report_matter_late_act(),
            href: worst.hrefs[0].clone(),
        });
    }
    let soon = risks.iter().max_by_key(|row| row.days).filter(|row| row.days > 0);
    if let Some(soon) = soon {
        matters.push(Matter {
            tone: Tone::Gold,
            icon: "clock",
            tag: t.report_matter_soon(sum(|row| row.days).to_string()),
            lead: t.report_matter_soon_lead(soon.unit.as_str(), soon.days.to_string()),
            body: t.report_matter_soon_body(soon.day.to_string()),
            act: t.report_matter_soon_act(),
            href: soon.hrefs[2].clone(),
        });
    }
    if drafts > 0 {
        matters.push(Matter {
            tone: Tone::Sea,
            icon: "pen",
            tag: t.report_matter_sign(drafts.to_string()),
            lead: t.report_matter_sign_lead(unanimous.to_string()),
            body: t.report_matter_sign_body(drafts.saturating_sub(unanimous).to_string()),
            act: t.report_matter_sign_act(),
            href: "#sign".to_owned(),
        });
    }
    matters
}
