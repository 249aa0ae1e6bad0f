//! The figures of a period as tables, on the page and as a file, with the rule of each.

use axum::extract::Path;
use axum::response::Response;
use motcua_domain::report::Figures;
use motcua_engine::engine::UseError;
use motcua_engine::view::{Part, ReportView};
use motcua_text::Text;

use super::period_of;
use crate::edge::{Officer, Problem};
use crate::office::Given;
use crate::office::export::{Cell, Format, Sheet};
use crate::words;

/// One view of the figures.
pub(super) struct Table {
    pub(super) heading: String,
    pub(super) rows: Vec<(String, Vec<String>)>,
}

/// The columns of every table, after the first one.
pub(super) fn columns(t: &Text) -> Vec<String> {
    vec![
        t.report_total(),
        t.report_carried_over(),
        t.report_received(),
        t.report_resolved(),
        t.report_on_time(),
        t.report_late(),
        t.report_share(),
        t.report_open(),
        t.report_open_in_time(),
        t.report_open_late(),
        t.report_paused(),
        t.report_withdrawn(),
        t.report_stopped(),
        t.report_turned_away(),
    ]
}

fn cells(t: &Text, figures: &Figures) -> Vec<Cell> {
    vec![
        figures.total().into(),
        figures.carried_over.into(),
        figures.received.into(),
        figures.resolved().into(),
        figures.on_time.into(),
        figures.late.into(),
        share(t, figures).into(),
        figures.open().into(),
        figures.open_in_time.into(),
        figures.open_late.into(),
        figures.paused.into(),
        figures.withdrawn.into(),
        figures.stopped.into(),
        figures.turned_away.into(),
    ]
}

/// The share on time in hundredths with one decimal, cut and never rounded up: 99.96 % is not 100 %.
fn share(t: &Text, figures: &Figures) -> String {
    figures.on_time_permille().map_or_else(
        || t.report_share_none(),
        |permille| t.report_percent((permille / 10).to_string(), (permille % 10).to_string()),
    )
}

/// The rule of each figure, in the order of reading.
pub(super) fn rules(t: &Text) -> Vec<(String, String)> {
    vec![
        (t.report_total(), t.report_total_rule()),
        (t.report_received(), t.report_received_rule()),
        (t.report_on_time(), t.report_on_time_rule()),
        (t.report_late(), t.report_late_rule()),
        (t.report_share(), t.report_share_rule()),
        (t.report_open_in_time(), t.report_open_in_time_rule()),
        (t.report_open_late(), t.report_open_late_rule()),
        (t.report_paused(), t.report_paused_rule()),
        (t.report_stopped(), t.report_stopped_rule()),
        (t.report_turned_away(), t.report_turned_away_rule()),
    ]
}

fn named(t: &Text, part: &Part, with_code: bool) -> String {
    let name = words::pick(&part.name, t.lang());
    if with_code {
        format!("{} · {name}", part.code)
    } else {
        name.to_owned()
    }
}

/// What the report tells, one way of cutting it after the other; the sum first.
fn parts(t: &Text, view: &ReportView) -> Vec<(String, Vec<(String, Figures)>)> {
    let of = |parts: &[Part], with_code| {
        parts
            .iter()
            .map(|part| (named(t, part, with_code), part.figures))
            .collect::<Vec<_>>()
    };
    let mut agencies = vec![(t.report_sum(), view.total)];
    agencies.extend(of(&view.by_agency, false));
    let channels = view
        .by_channel
        .iter()
        .map(|(channel, figures)| (words::channel(t, *channel), *figures))
        .collect();
    vec![
        (t.report_by_agency(), agencies),
        (t.report_by_procedure(), of(&view.by_procedure, true)),
        (t.report_by_channel(), channels),
    ]
}

/// The tables of the page.
pub(super) fn tables(t: &Text, view: &ReportView) -> Vec<Table> {
    let words_of = |cell| match cell {
        Cell::Words(words) => words,
        Cell::Count(count) => count.to_string(),
    };
    parts(t, view)
        .into_iter()
        .map(|(heading, rows)| Table {
            heading,
            rows: rows
                .into_iter()
                .map(|(name, figures)| (name, cells(t, &figures).into_iter().map(words_of).collect()))
                .collect(),
        })
        .collect()
}

/// The report as a file.
pub async fn file(officer: Officer, Path(format): Path<String>) -> Result<Response, Problem> {
    let not_found = || officer.visitor.problem(UseError::NotFound);
    let format = Format::from_name(&format).ok_or_else(not_found)?;
    let period = period_of(&officer, &Given::of_query(&officer.visitor.path));
    let view = officer
        .ask(move |engine, staff| engine.report(staff, period))
        .await?;
    let t = officer.visitor.t();
    let mut above = vec![
        t.report_title(),
        t.report_period(words::day(t, period.from()), words::day(t, period.to())),
        t.report_closed_at(words::moment(t, view.closes_at)),
    ];
    above.extend(
        rules(t)
            .into_iter()
            .map(|(figure, rule)| format!("{figure}: {rule}")),
    );
    let mut rows = Vec::new();
    for (heading, lines) in parts(t, &view) {
        for (name, figures) in lines {
            let mut row = vec![Cell::Words(heading.clone()), Cell::Words(name)];
            row.extend(cells(t, &figures));
            rows.push(row);
        }
    }
    let mut heads = vec![t.report_cut(), t.report_name()];
    heads.extend(columns(t));
    let sheet = Sheet {
        above,
        columns: heads,
        rows,
    };
    sheet
        .file(&format!("bao-cao-{}-{}", period.from(), period.to()), format)
        .ok_or_else(|| {
            officer
                .visitor
                .problem(UseError::Failed("too large a file".to_owned()))
        })
}
