//! The places where one can walk in: by name, with address and hours, open now or not.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use motcua_domain::time::{Day, TimeOfDay};
use motcua_engine::view::{DayHours, OfficeState, OfficeView, OfficesView};
use motcua_text::{Text, capitalised};
use serde::Deserialize;

use crate::components::{TextField, Tone, Width};
use crate::edge::{Edge, Problem, Visitor};
use crate::page::Page;
use crate::pages::html;
use crate::words::{self, pick};

const TEXT_LENGTH_MAX: usize = 80;

/// What is looked for.
#[derive(Debug, Deserialize)]
pub struct Asked {
    #[serde(default)]
    q: String,
}

#[derive(Template)]
#[template(path = "city/offices.html")]
struct OfficesPage {
    page: Page,
    field: TextField,
    is_search: bool,
    count: String,
    /// The days of a usual week and their hours.
    hours: Vec<(String, String)>,
    shut: Vec<String>,
    offices: Vec<OfficeRow>,
}

struct OfficeRow {
    name: String,
    centre: String,
    address: String,
    takes_for: Vec<String>,
    tone: Tone,
    icon: &'static str,
    state: String,
}

/// The list.
pub async fn list(
    State(edge): State<Edge>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let text: String = asked.q.trim().chars().take(TEXT_LENGTH_MAX).collect();
    let words = text.clone();
    let found = edge.ask(move |parts| Ok(parts.engine.offices(&words))).await;
    let found = found.map_err(|error| visitor.problem(error))?;
    Ok(html(&visitor, &offices_page(&visitor, &found, text)))
}

fn offices_page(visitor: &Visitor, found: &OfficesView, asked: String) -> OfficesPage {
    let t = visitor.t();
    let number = |count: usize| t.number(i64::try_from(count).unwrap_or(i64::MAX));
    let is_search = !asked.is_empty();
    OfficesPage {
        page: visitor.page(t.offices_title()),
        count: match (is_search, found.offices.len()) {
            (_, 0) => t.offices_none(),
            (true, count) => t.offices_count(number(count), number(found.count)),
            (false, count) => t.offices_count_all(number(count)),
        },
        field: TextField {
            name: "q".to_owned(),
            label: t.offices_search(),
            hint: t.offices_search_hint(),
            value: asked,
            width: Width::Twenty,
            ..TextField::default()
        },
        is_search,
        hours: week(t, &found.week),
        shut: found
            .shut
            .iter()
            .map(|(day, name)| {
                t.offices_shut(capitalised(&words::weekday_day(t, *day)), pick(name, t.lang()))
            })
            .collect(),
        offices: found.offices.iter().map(|office| row(t, office)).collect(),
    }
}

fn row(t: &Text, office: &OfficeView) -> OfficeRow {
    let (tone, icon, state) = match office.state {
        OfficeState::OpenUntil(at) => (Tone::Jade, "check", t.offices_open_until(words::time(t, at))),
        OfficeState::OpensAt(at) => {
            let moment = t.offices_moment(words::time(t, at), words::weekday_day(t, at.day()));
            (Tone::Sea, "clock", t.offices_opens_at(moment))
        }
        OfficeState::NoDesk => (Tone::Sea, "info", t.offices_no_desk()),
    };
    OfficeRow {
        name: pick(&office.name, t.lang()).to_owned(),
        centre: pick(&office.centre, t.lang()).to_owned(),
        address: office.address.clone().unwrap_or_default(),
        takes_for: office
            .takes_for
            .iter()
            .map(|agency| pick(agency, t.lang()).to_owned())
            .collect(),
        tone,
        icon,
        state,
    }
}

/// "Thứ Hai đến thứ Sáu": "07:00 đến 11:30, 13:30 đến 17:00". Neighbouring days with the same hours are one line.
fn week(t: &Text, days: &[DayHours]) -> Vec<(String, String)> {
    let mut lines: Vec<(usize, usize, &DayHours)> = Vec::new();
    for (place, hours) in days.iter().enumerate() {
        match lines.last_mut() {
            Some((_, last, known)) if *known == hours => *last = place,
            _ => lines.push((place, place, hours)),
        }
    }
    lines
        .into_iter()
        .map(|(from, to, hours)| {
            let days = if from == to {
                weekday(t, from).to_owned()
            } else if to == from + 1 {
                t.offices_two_days(weekday(t, from), weekday(t, to))
            } else {
                t.offices_days(weekday(t, from), weekday(t, to))
            };
            (capitalised(&days), intervals(t, hours))
        })
        .collect()
}

fn intervals(t: &Text, hours: &DayHours) -> String {
    if hours.is_empty() {
        return t.offices_closed();
    }
    let time = |time: TimeOfDay| {
        let minutes = time.millis() / 60_000;
        let part = |value: i64| i8::try_from(value).unwrap_or(0);
        t.time(part(minutes / 60), part(minutes % 60))
    };
    let words: Vec<String> = hours
        .iter()
        .map(|(from, to)| t.offices_interval(time(*from), time(*to)))
        .collect();
    words.join(", ")
}

/// The name of a weekday, Monday is 0: that of any such day.
fn weekday(t: &Text, place: usize) -> &'static str {
    let monday = Day::parse("2026-11-23").ok();
    let day = monday.map(|monday| monday.plus_days(i64::try_from(place).unwrap_or(0)));
    day.map_or("", |day| {
        let (year, month, day) = words::parts(day);
        t.weekday(year, month, day)
    })
}
