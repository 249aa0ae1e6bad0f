//! The person: found by number, or by name and day of birth, both exact; else registered. Nobody is listed.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use motcua_domain::bilingual::Bilingual;
use motcua_domain::form::{Answer, DateRule, QuestionKind, Value, read_as};
use motcua_domain::person::PersonalNumber;
use motcua_domain::time::Day;
use motcua_engine::filing::{Found, NewPerson, Sought};
use motcua_engine::rows::DraftRow;
use motcua_text::Text;

use super::super::{Given, Place};
use super::address;
use crate::components::{DateField, Problem as FieldProblem, TextField, Tone, Width};
use crate::edge::{Officer, Problem};
use crate::page::Page;
use crate::pages::{html, see};
use crate::words::{self, pick, say};

/// What was begun and not handed in.
struct Begun {
    href: String,
    name: String,
    procedure: String,
    saved: String,
}

#[derive(Template)]
#[template(path = "office/counter.html")]
struct HomePage {
    page: Page,
    problems: Vec<FieldProblem>,
    number: TextField,
    name: TextField,
    born: DateField,
    /// Nobody was found, or more than one: what to do.
    found: Option<(Tone, String, String)>,
    /// The form for registering, once somebody was looked for in vain.
    register: Option<Register>,
    begun: Vec<Begun>,
}

struct Register {
    number: TextField,
    name: TextField,
    born: DateField,
    phone: TextField,
    address: TextField,
}

/// The counter: who is there, and what was begun.
pub async fn home(officer: Officer) -> Result<Response, Problem> {
    let empty = Given::default();
    Ok(html(
        &officer.visitor,
        &home_page(&officer, &empty, Looked::Not).await?,
    ))
}

/// The longest address in one line.
const ADDRESS_LENGTH_MAX: usize = 300;

fn today(officer: &Officer) -> Day {
    officer.visitor.edge.engine().now().day()
}

/// How looking went.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Looked {
    Not,
    /// What was typed cannot be looked for.
    Wrong,
    Nobody,
    Several,
    /// What was typed cannot be registered; the code says why.
    Unregistered(&'static str),
}

/// Looks the person up.
pub async fn find(officer: Officer, given: Given) -> Result<Response, Problem> {
    let Some(sought) = sought(&given, today(&officer)) else {
        return again(&officer, &given, Looked::Wrong).await;
    };
    let found = officer
        .ask(move |engine, staff| engine.find_person(staff, &sought))
        .await?;
    match found {
        Found::One(draft) => Ok(see(&address(draft))),
        Found::Nobody => again(&officer, &given, Looked::Nobody).await,
        Found::Several => again(&officer, &given, Looked::Several).await,
    }
}

/// Registers the person by their identity paper.
pub async fn register(officer: Officer, given: Given) -> Result<Response, Problem> {
    let new = match new_person(&given, today(&officer)) {
        Ok(new) => new,
        Err(code) => return again(&officer, &given, Looked::Unregistered(code)).await,
    };
    let staff = officer.staff.clone();
    let registered = officer
        .visitor
        .edge
        .ask(move |parts| parts.engine.register_person(&staff, new))
        .await;
    match registered {
        Ok(draft) => Ok(see(&address(draft))),
        Err(motcua_engine::engine::UseError::Unusable(code)) => {
            again(&officer, &given, Looked::Unregistered(code)).await
        }
        Err(error) => Err(officer.visitor.problem(error)),
    }
}

async fn again(officer: &Officer, given: &Given, looked: Looked) -> Result<Response, Problem> {
    let mut shown = home_page(officer, given, looked).await?;
    shown.page.path = "/desk/counter".to_owned();
    let status = match looked {
        Looked::Nobody | Looked::Several | Looked::Not => StatusCode::OK,
        Looked::Wrong | Looked::Unregistered(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Ok((status, html(&officer.visitor, &shown)).into_response())
}

/// By number where one was typed; else by name and day of birth.
fn sought(given: &Given, today: Day) -> Option<Sought> {
    if !given.text("number").is_empty() {
        return PersonalNumber::parse(given.text("number")).map(Sought::Number);
    }
    Some(Sought::Birth {
        name: name(given.text("name"), today)?,
        born_on: born(born_typed(given, "born"), today)?,
    })
}

fn new_person(given: &Given, today: Day) -> Result<NewPerson, &'static str> {
    let phone = match given.text("new-phone") {
        "" => None,
        typed => match value(&QuestionKind::Phone, &Answer::text(typed), today) {
            Some(Value::Phone(phone)) => Some(phone),
            _ => return Err("person-phone"),
        },
    };
    let address: String = given
        .text("new-address")
        .chars()
        .take(ADDRESS_LENGTH_MAX)
        .collect();
    Ok(NewPerson {
        personal_number: PersonalNumber::parse(given.text("new-number")).ok_or("person-number")?,
        name: name(given.text("new-name"), today).ok_or("person-name")?,
        born_on: born(born_typed(given, "new-born"), today).ok_or("person-birth")?,
        phone,
        address: (!address.is_empty()).then_some(address),
    })
}

/// Reads what was typed as the questions of forms are read.
fn value(kind: &QuestionKind, answer: &Answer, today: Day) -> Option<Value> {
    read_as(kind, answer, today).ok().flatten()
}

fn name(typed: &str, today: Day) -> Option<String> {
    match value(&QuestionKind::Name, &Answer::text(typed), today) {
        Some(Value::Name(name)) => Some(name),
        _ => None,
    }
}

/// A day in three fields.
fn born([day, month, year]: [String; 3], today: Day) -> Option<Day> {
    let kind = QuestionKind::Date(DateRule {
        may_be_future: false,
        years_ago_max: Some(130),
    });
    match value(&kind, &Answer::date(day, month, year), today) {
        Some(Value::Day(day)) => Some(day),
        _ => None,
    }
}

fn born_typed(given: &Given, field: &str) -> [String; 3] {
    ["day", "month", "year"].map(|part| given.text(&format!("{field}-{part}")).to_owned())
}

async fn home_page(officer: &Officer, given: &Given, looked: Looked) -> Result<HomePage, Problem> {
    let begun = officer.ask(|engine, staff| engine.counter_drafts(staff)).await?;
    let t = officer.visitor.t();
    let mut page = officer.page(t.counter_title(), Place::Counter);
    let wrong = if looked == Looked::Wrong {
        t.counter_find_wrong()
    } else {
        String::new()
    };
    let registering = match looked {
        Looked::Nobody => Some(None),
        Looked::Unregistered(code) => Some(Some(code)),
        Looked::Not | Looked::Wrong | Looked::Several => None,
    };
    let register = registering.map(|code| Register::of(t, given, code));
    let mut problems: Vec<FieldProblem> = register.iter().flat_map(Register::problems).collect();
    if !wrong.is_empty() {
        problems.push(FieldProblem {
            field: "number".to_owned(),
            words: wrong.clone(),
        });
    }
    page.has_errors = !problems.is_empty();
    let typed = |name: &str| {
        if register.is_some() {
            String::new()
        } else {
            given.text(name).to_owned()
        }
    };
    Ok(HomePage {
        number: TextField {
            name: "number".to_owned(),
            label: t.counter_number(),
            hint: t.counter_number_hint(),
            error: wrong,
            value: typed("number"),
            width: Width::Twenty,
            inputmode: "numeric",
            ..TextField::default()
        },
        name: TextField {
            name: "name".to_owned(),
            label: t.counter_name(),
            value: typed("name"),
            ..TextField::default()
        },
        born: DateField {
            name: "born".to_owned(),
            label: t.counter_born(),
            typed: if register.is_some() {
                Default::default()
            } else {
                born_typed(given, "born")
            },
            ..DateField::default()
        },
        found: found_words(t, looked),
        register,
        begun: begun.into_iter().map(|one| Begun::of(t, one)).collect(),
        problems,
        page,
    })
}

/// What looking gave, and what to do now.
fn found_words(t: &Text, looked: Looked) -> Option<(Tone, String, String)> {
    match looked {
        Looked::Nobody => Some((Tone::Sea, t.counter_found_nobody(), t.counter_found_nobody_next())),
        Looked::Several => Some((
            Tone::Gold,
            t.counter_found_several(),
            t.counter_found_several_next(),
        )),
        Looked::Not | Looked::Wrong | Looked::Unregistered(_) => None,
    }
}

impl Begun {
    fn of(t: &Text, (draft, name, procedure): (DraftRow, String, Option<Bilingual>)) -> Self {
        Self {
            href: address(draft.id),
            name,
            procedure: procedure.map_or_else(
                || t.counter_no_procedure(),
                |name| pick(&name, t.lang()).to_owned(),
            ),
            saved: words::moment(t, draft.saved_at),
        }
    }
}

impl Register {
    /// The form with what was typed, and what is wrong with it.
    fn of(t: &Text, given: &Given, code: Option<&str>) -> Self {
        let said = |codes: &[&str]| match code {
            Some(code) if codes.contains(&code) => say(t, &format!("counter-{code}")),
            _ => String::new(),
        };
        let field = |name: &str, label: String, error: String| TextField {
            name: format!("new-{name}"),
            label,
            error,
            value: match given.text(&format!("new-{name}")) {
                "" => given.text(name).to_owned(),
                typed => typed.to_owned(),
            },
            ..TextField::default()
        };
        let typed = ["day", "month", "year"].map(|part| match given.text(&format!("new-born-{part}")) {
            "" => given.text(&format!("born-{part}")).to_owned(),
            typed => typed.to_owned(),
        });
        Self {
            number: TextField {
                width: Width::Twenty,
                inputmode: "numeric",
                ..field(
                    "number",
                    t.counter_number(),
                    said(&["person-number", "person-number-year"]),
                )
            },
            name: field("name", t.counter_name(), said(&["person-name"])),
            born: DateField {
                name: "new-born".to_owned(),
                label: t.counter_born(),
                error: said(&["person-birth"]),
                typed,
                ..DateField::default()
            },
            phone: TextField {
                width: Width::Twenty,
                inputmode: "tel",
                optional: true,
                ..field("phone", t.counter_phone(), said(&["person-phone"]))
            },
            address: TextField {
                optional: true,
                ..field("address", t.counter_address(), String::new())
            },
        }
    }

    fn problems(&self) -> Vec<FieldProblem> {
        let fields = [
            (self.number.name.clone(), &self.number.error),
            (self.name.name.clone(), &self.name.error),
            (self.born.first_wrong(), &self.born.error),
            (self.phone.name.clone(), &self.phone.error),
        ];
        fields
            .into_iter()
            .filter(|(_, error)| !error.is_empty())
            .map(|(field, words)| FieldProblem {
                field,
                words: words.clone(),
            })
            .collect()
    }
}
