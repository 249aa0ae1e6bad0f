//! Accounts of the staff: who is known, new ones, and the one-time links by which they enrol a passkey.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use motcua_domain::access::Role;
use motcua_domain::id::{StaffId, UnitCode};
use motcua_domain::time::Day;
use motcua_engine::engine::{UseError, actor_of};
use motcua_engine::rows::StaffRow;
use motcua_engine::staffing::NewStaff;
use motcua_text::Text;

use super::{Given, Place};
use crate::components::{Choice, ChoiceField, Problem as FieldProblem, TextField};
use crate::edge::{Officer, Problem};
use crate::page::Page;
use crate::pages::{html, see};
use crate::words::{pick, say};

/// A member of staff in the list.
struct Member {
    id: String,
    name: String,
    unit: String,
    roles: String,
}

/// A member of staff who was just added: what is next for them.
struct Added {
    id: String,
    /// What was done.
    words: String,
}

/// One of the units to choose from.
struct Item {
    value: String,
    words: String,
    is_chosen: bool,
}

#[derive(Template)]
#[template(path = "office/staff.html")]
struct StaffPage {
    page: Page,
    agency: String,
    agencies: Vec<Item>,
    members: Vec<Member>,
    /// Who was just added, and has no passkey yet.
    added: Option<Added>,
    name: TextField,
    units: Vec<Item>,
    unit_error: String,
    roles: ChoiceField,
    problems: Vec<FieldProblem>,
}

#[derive(Template)]
#[template(path = "office/staff_link.html")]
struct LinkPage {
    page: Page,
    link: String,
}

/// The staff of an agency, and the form for one more.
pub async fn list(officer: Officer) -> Result<Response, Problem> {
    let given = Given::of_query(&officer.visitor.path);
    answer(&officer, &given, false).await
}

/// Adds a member of staff, and leads to the list.
pub async fn add(officer: Officer, given: Given) -> Result<Response, Problem> {
    let roles: Vec<Role> = given.all("roles").filter_map(Role::from_name).collect();
    let name = given.text("name").to_owned();
    let unit = unit_of(&officer, given.text("unit"));
    let (Some(unit), false, false) = (unit, name.is_empty(), roles.is_empty()) else {
        return answer(&officer, &given, true).await;
    };
    let new = NewStaff {
        name,
        agency: agency_of(&officer, &unit),
        unit,
        roles,
    };
    let added = officer
        .ask(move |engine, staff| engine.add_staff(&actor_of(staff), new))
        .await?;
    Ok(see(&format!(
        "/desk/staff?agency={}&added={}",
        added.agency, added.id
    )))
}

/// Makes a one-time link, and shows it this once.
pub async fn invite(officer: Officer, Path(id): Path<String>) -> Result<Response, Problem> {
    let id: StaffId = id
        .parse()
        .map_err(|_| officer.visitor.problem(UseError::NotFound))?;
    let (secret, invited) = officer
        .ask(move |engine, staff| engine.invite_staff(&actor_of(staff), id))
        .await?;
    let title = officer.visitor.t().office_staff_link_title(invited.name.as_str());
    let mut page = officer.page(title, Place::Staff);
    // The link is shown once: the language switch leads back to the list, not to another link.
    page.path = format!("/desk/staff?agency={}", invited.agency);
    let link = format!(
        "{}/invitation/{}",
        officer.visitor.edge.origins().staff,
        secret.reveal()
    );
    Ok(html(&officer.visitor, &LinkPage { page, link }))
}

/// The unit that was chosen, if it exists.
fn unit_of(officer: &Officer, code: &str) -> Option<UnitCode> {
    let code = UnitCode::new(code);
    let city = officer.visitor.edge.engine().city();
    city.units.latest(&code).map(|unit| unit.code.clone())
}

/// The agency that a unit serves: never taken from the form.
fn agency_of(officer: &Officer, unit: &UnitCode) -> UnitCode {
    let engine = officer.visitor.edge.engine();
    let agency = engine.city().units.agency_of(unit, engine.now().day());
    agency.map_or_else(|| unit.clone(), |agency| agency.code.clone())
}

async fn answer(officer: &Officer, given: &Given, is_sent: bool) -> Result<Response, Problem> {
    let chosen = match given.text("agency") {
        "" => officer.staff.agency.clone(),
        code => UnitCode::new(code),
    };
    let agency = chosen.clone();
    let members = officer
        .ask(move |engine, staff| engine.staff_list(&actor_of(staff), &agency))
        .await?;
    let page = officer.page(officer.visitor.t().office_staff_title(), Place::Staff);
    let shown = StaffPage::of(officer, page, &chosen, &members, given, is_sent);
    let response = html(&officer.visitor, &shown);
    Ok(if is_sent {
        (StatusCode::UNPROCESSABLE_ENTITY, response).into_response()
    } else {
        response
    })
}

impl StaffPage {
    fn of(
        officer: &Officer,
        mut page: Page,
        agency: &UnitCode,
        members: &[StaffRow],
        given: &Given,
        is_sent: bool,
    ) -> Self {
        let t = page.t;
        let today = officer.visitor.edge.engine().now().day();
        let said = |wrong: bool, words: String| if is_sent && wrong { words } else { String::new() };
        let name = TextField {
            name: "name".to_owned(),
            label: t.office_staff_name(),
            error: said(given.text("name").is_empty(), t.office_staff_name_missing()),
            value: given.text("name").to_owned(),
            ..TextField::default()
        };
        let unit_error = said(
            unit_of(officer, given.text("unit")).is_none(),
            t.office_staff_unit_missing(),
        );
        let roles = ChoiceField {
            name: "roles".to_owned(),
            label: t.office_staff_roles(),
            error: said(given.text("roles").is_empty(), t.office_staff_roles_missing()),
            many: true,
            choices: Role::ALL
                .into_iter()
                .map(|role| role_choice(&page, role, given))
                .collect(),
            ..ChoiceField::default()
        };
        let problems: Vec<FieldProblem> = [
            ("name", &name.error),
            ("unit", &unit_error),
            ("roles", &roles.error),
        ]
        .into_iter()
        .filter(|(_, words)| !words.is_empty())
        .map(|(field, words)| FieldProblem {
            field: field.to_owned(),
            words: words.clone(),
        })
        .collect();
        page.has_errors = !problems.is_empty();
        Self {
            agency: agency.as_str().to_owned(),
            agencies: agencies(officer, agency, today),
            added: added(page.t, members, given.text("added")),
            units: units(officer, agency, given.text("unit"), today),
            members: members
                .iter()
                .map(|member| self::member(officer, member))
                .collect(),
            page,
            name,
            unit_error,
            roles,
            problems,
        }
    }
}

/// The address says only which member it is: their name comes from the list.
fn added(t: &Text, members: &[StaffRow], id: &str) -> Option<Added> {
    let member = members.iter().find(|member| member.id.to_string() == id)?;
    Some(Added {
        id: id.to_owned(),
        words: t.desk_staff_added(member.name.as_str()),
    })
}

fn role_choice(page: &Page, role: Role, given: &Given) -> Choice {
    Choice {
        value: role.name().to_owned(),
        label: role_words(page, role.name()),
        hint: String::new(),
        checked: given.all("roles").any(|chosen| chosen == role.name()),
    }
}

fn role_words(page: &Page, role: &str) -> String {
    say(page.t, &format!("office-role-{}", role.replace('_', "-")))
}

fn member(officer: &Officer, member: &StaffRow) -> Member {
    let city = officer.visitor.edge.engine().city();
    let lang = officer.visitor.lang;
    let roles: Vec<String> = member
        .roles
        .iter()
        .map(|role| {
            let key = format!("office-role-{}", role.replace('_', "-"));
            say(officer.visitor.t(), &key)
        })
        .collect();
    Member {
        id: member.id.to_string(),
        name: member.name.clone(),
        unit: pick(&city.unit_name(&member.unit), lang).to_owned(),
        roles: roles.join(", "),
    }
}

fn agencies(officer: &Officer, chosen: &UnitCode, today: Day) -> Vec<Item> {
    let city = officer.visitor.edge.engine().city();
    let agencies = city.units.on(today).filter(|unit| unit.kind.is_agency());
    options(officer, agencies.map(|unit| &unit.code), chosen.as_str())
}

fn units(officer: &Officer, agency: &UnitCode, chosen: &str, today: Day) -> Vec<Item> {
    let city = officer.visitor.edge.engine().city();
    let own = city.units.get(agency, today);
    let under = city
        .units
        .children(agency, today)
        .filter(|unit| !unit.kind.is_agency());
    options(
        officer,
        own.into_iter().chain(under).map(|unit| &unit.code),
        chosen,
    )
}

fn options<'a>(officer: &Officer, codes: impl Iterator<Item = &'a UnitCode>, chosen: &str) -> Vec<Item> {
    let city = officer.visitor.edge.engine().city();
    let mut options: Vec<Item> = codes
        .map(|code| Item {
            value: code.as_str().to_owned(),
            words: pick(&city.unit_name(code), officer.visitor.lang).to_owned(),
            is_chosen: code.as_str() == chosen,
        })
        .collect();
    options.sort_by(|one, other| one.words.cmp(&other.words));
    options
}
