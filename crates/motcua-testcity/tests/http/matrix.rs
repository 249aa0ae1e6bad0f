//! Every route of the table for every kind of visitor: nobody gets what the table does not give them, nothing fails.

use std::collections::BTreeMap;

use axum::http::{Method, StatusCode};
use motcua_domain::access::{Action, Actor, Role, may, may_in_office};
use motcua_domain::calendar::{CalendarDecision, DayKind, DecidedDay};
use motcua_domain::person::PersonalNumber;
use motcua_domain::time::Day;
use motcua_engine::filing::NewPerson;
use motcua_engine::session::Secret;
use motcua_testcity::{BEES, HOA_CUONG, Office, Officer, Resident, TestCity};
use motcua_web::routes::{Row, Who, table};

use crate::browser::{Browser, Site, View};

/// Somebody at the door.
struct Caller {
    name: String,
    actor: Option<Actor>,
    session: Option<Secret>,
}

impl Caller {
    fn resident(name: &str, resident: &Resident<'_>) -> Self {
        Self {
            name: name.to_owned(),
            actor: Some(resident.actor()),
            session: Some(resident.signs_in()),
        }
    }

    fn officer(name: &str, officer: &Officer<'_>) -> Self {
        Self {
            name: name.to_owned(),
            actor: Some(officer.actor()),
            session: Some(officer.signs_in()),
        }
    }

    const fn is_resident(&self) -> bool {
        matches!(self.actor, Some(Actor::Applicant { .. }))
    }

    const fn is_staff(&self) -> bool {
        matches!(self.actor, Some(Actor::Staff { .. }))
    }
}

/// What somebody meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meets {
    SignIn,
    NotFound,
    Forbidden,
    /// A way to another address, or that what was sent cannot be used.
    NoPage,
    /// The thing itself.
    It,
}

fn met(view: &View) -> Meets {
    match view.status {
        StatusCode::UNAUTHORIZED => Meets::SignIn,
        StatusCode::SEE_OTHER if view.header("location").starts_with("/sign-in?") => Meets::SignIn,
        StatusCode::NOT_FOUND => Meets::NotFound,
        StatusCode::FORBIDDEN => Meets::Forbidden,
        StatusCode::OK | StatusCode::CREATED | StatusCode::CONFLICT => Meets::It,
        _ => Meets::NoPage,
    }
}

/// A city in which every address of the table means something: a case in the specialist's hands, its papers printed,
/// a draft, a member of staff.
struct Scene<'a> {
    city: &'a TestCity,
    case: motcua_domain::case::Case,
    names: BTreeMap<&'static str, String>,
    callers: Vec<Caller>,
}

fn scene(city: &TestCity) -> Scene<'_> {
    let owner = city.resident("Nguyễn Thị Lan");
    let stranger = city.resident("Trần Văn Minh");
    let office = Office::of(city);
    let sent = owner.asks_for_bees();
    office.takes_in(&sent);
    city.worker_runs();
    let case = city.case(&sent);
    let draft = owner.starts(BEES);
    let somebody = city.officer(Role::Watcher);
    let off = CalendarDecision {
        decree: "1234/QĐ-UBND".to_owned(),
        issued_by: "Ủy ban nhân dân thành phố".to_owned(),
        name: "Nghỉ phòng, chống bão".to_owned(),
        days: vec![DecidedDay {
            on: city.today(),
            kind: DayKind::Off,
        }],
    };
    let proposed = city.engine.propose_calendar(&Actor::System, off).unwrap();
    let mut names = BTreeMap::from([
        ("code", BEES.to_owned()),
        ("name", case.number.as_ref().unwrap().to_string()),
        ("reference", sent.reference.to_string()),
        ("kind", "form-01".to_owned()),
        ("file", case.papers[0].file.to_string()),
        ("paper", "anh-ban-cong".to_owned()),
        ("secret", "a".repeat(64)),
        ("ticket", "a".repeat(64)),
        ("draft", draft.to_string()),
        ("staff", somebody.staff.id.to_string()),
        ("number", proposed.to_string()),
        ("format", "csv".to_owned()),
    ]);
    let mut callers = vec![
        Caller {
            name: "nobody".to_owned(),
            actor: None,
            session: None,
        },
        Caller::resident("stranger", &stranger),
        Caller::officer("everybody elsewhere", &city.officer_of(HOA_CUONG, &Role::ALL)),
    ];
    for role in Role::ALL {
        let officer = match role {
            Role::Specialist => office.specialist.clone(),
            _ => city.officer(role),
        };
        if role == Role::ReceivingOfficer {
            names.insert("counter", at_counter(&officer));
        }
        callers.push(Caller::officer(role.name(), &officer));
    }
    callers.push(Caller::resident("owner", &owner));
    Scene {
        city,
        case,
        names,
        callers,
    }
}

/// What an officer has begun at the counter for somebody who is there.
fn at_counter(officer: &Officer<'_>) -> String {
    let engine = &officer.city().engine;
    let person = NewPerson {
        personal_number: PersonalNumber::parse("048190000017").unwrap(),
        name: "Phạm Thị Hạnh".to_owned(),
        born_on: Day::parse("1990-05-02").unwrap(),
        phone: None,
        address: None,
    };
    let draft = engine.register_person(&officer.staff, person).unwrap();
    engine.choose_procedure(&officer.staff, draft, BEES).unwrap();
    draft.to_string()
}

impl Scene<'_> {
    /// The address of a route with everything named.
    fn address(&self, row: &Row) -> String {
        let parts = row.path.split('/').map(|part| {
            let Some(name) = part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) else {
                return part.to_owned();
            };
            let known = match name {
                "id" if row.path.contains("/staff/") => "staff",
                "id" if row.path.contains("/counter/") => "counter",
                "sequence" => return "1".to_owned(),
                "id" => "draft",
                "page" if row.path.contains("/q/") => return "so-to".to_owned(),
                "page" => return "1".to_owned(),
                other => other,
            };
            self.names
                .get(known)
                .unwrap_or_else(|| panic!("{} names {name}, which no scene has", row.path))
                .clone()
        });
        parts.collect::<Vec<_>>().join("/")
    }

    /// What the table and the rights say that a caller meets.
    fn expected(&self, row: &Row, caller: &Caller) -> Vec<Meets> {
        let at_home = if row.origin == "staff" {
            caller.is_staff()
        } else {
            caller.is_resident()
        };
        let is_private = row.path.contains("/drafts/{id}") || row.path == "/sent/{reference}";
        let is_owner = caller.name == "owner";
        match row.who {
            Who::Anyone => vec![Meets::It, Meets::NoPage, Meets::NotFound],
            _ if !at_home => vec![Meets::SignIn],
            Who::Resident | Who::Case(_) if is_private && is_owner => vec![Meets::It, Meets::NoPage],
            Who::Resident | Who::Case(_) if is_private => vec![Meets::NotFound, Meets::NoPage],
            // What names nothing finds nothing.
            Who::Resident | Who::Officer => vec![Meets::It, Meets::NoPage, Meets::NotFound],
            Who::Case(action) => self.on_case(action, caller),
            Who::Office(action) => {
                let has_it = caller
                    .actor
                    .as_ref()
                    .is_some_and(|actor| may_in_office(actor, action).is_ok());
                let is_of_one = row.path.contains("/counter/{id}");
                if has_it && is_of_one && caller.name != Role::ReceivingOfficer.name() {
                    // What somebody begins at the counter is theirs alone.
                    vec![Meets::NotFound, Meets::NoPage]
                } else if has_it && row.path.contains("{sequence}") {
                    // No desk has closed a day yet.
                    vec![Meets::NotFound]
                } else if has_it && is_of_one {
                    // A post without a form is no use, and what was thrown away is not there.
                    vec![Meets::It, Meets::NoPage, Meets::NotFound]
                } else if has_it {
                    vec![Meets::It, Meets::NoPage]
                } else {
                    vec![Meets::Forbidden]
                }
            }
        }
    }

    fn on_case(&self, action: Action, caller: &Caller) -> Vec<Meets> {
        let Some(actor) = &caller.actor else {
            return vec![Meets::SignIn];
        };
        let relations = &self.case.relations;
        if may(actor, Action::ReadCase, relations).is_err() {
            return vec![Meets::NotFound];
        }
        match may(actor, action, relations) {
            Ok(_) => vec![Meets::It, Meets::NoPage],
            Err(_) => vec![Meets::Forbidden, Meets::NotFound],
        }
    }

    fn knocks(&self, row: &Row, caller: &Caller) -> View {
        let browser = Browser::at(self.city, Site::of(row.origin));
        let browser = match &caller.session {
            Some(session) => browser.holding(session),
            None => browser,
        };
        let address = self.address(row);
        if row.method == Method::GET {
            return browser.opens(&address);
        }
        let is_json =
            row.path.starts_with("/api/") || row.path.ends_with("/begin") || row.path.ends_with("/finish");
        if is_json {
            browser.sends(&address, "application/json", b"{}".to_vec())
        } else {
            browser.posts(&address, &[])
        }
    }
}

#[test]
fn every_route_gives_every_visitor_what_the_table_says_and_fails_for_none() {
    let mut wrong = Vec::new();
    let rows = table();
    assert!(rows.len() > 60, "the table is whole");
    for row in &rows {
        // A city for each route, because an act that is allowed changes it; whoever may not comes first.
        let city = TestCity::new();
        let scene = scene(&city);
        for caller in &scene.callers {
            let view = scene.knocks(row, caller);
            let expected = scene.expected(row, caller);
            if view.status.is_server_error() || !expected.contains(&met(&view)) {
                let Row {
                    origin, method, path, ..
                } = row;
                wrong.push(format!(
                    "{origin} {method} {path} for {}: {}, not {expected:?}",
                    caller.name, view.status
                ));
            }
        }
        city.worker_runs();
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_route_that_does_not_exist_is_not_found_for_anybody() {
    let city = TestCity::new();
    let scene = scene(&city);
    for site in [Site::City, Site::Staff, Site::Papers] {
        for caller in &scene.callers {
            let browser = Browser::at(&city, site);
            let browser = match &caller.session {
                Some(session) => browser.holding(session),
                None => browser,
            };
            for path in [
                "/no/such/page",
                "/.env",
                "/..%2f..%2fetc%2fpasswd",
                "/desk/../cases",
            ] {
                let status = browser.opens(path).status;
                assert_eq!(
                    status,
                    StatusCode::NOT_FOUND,
                    "{site:?} {path} for {}",
                    caller.name
                );
            }
        }
    }
}
