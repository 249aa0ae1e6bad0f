//! The cast of the demonstration: staff and residents of the city's folder, known to the store under identifiers that
//! never change, so that a second start finds them again.

use std::io::Write;

use motcua_catalogue::city::{City, ResidentPersona, StaffPersona};
use motcua_domain::access::Role;
use motcua_domain::form::Facts;
use motcua_domain::id::{PersonId, StaffId};
use motcua_domain::person::{Person, Subject};
use motcua_engine::changes::{Changes, Row};
use motcua_engine::engine::Engine;
use motcua_engine::ports::{Registers, Store};
use motcua_engine::rows::{SessionHolder, StaffRow};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::fault::Fault;

/// Links and tokens last so long: a working day of trying things out.
const LASTS: i64 = 12 * 3_600_000;

/// An identifier that a name always gives.
fn id_of(name: &str) -> Uuid {
    let hash = Sha256::digest(name.as_bytes());
    let mut bytes = [0u8; 16];
    for (byte, value) in bytes.iter_mut().zip(hash) {
        *byte = value;
    }
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

pub(super) fn staff_id(persona: &StaffPersona) -> StaffId {
    StaffId::new(id_of(&format!("staff:{}", persona.id)))
}

pub(super) fn person_id(persona: &ResidentPersona) -> PersonId {
    PersonId::new(id_of(&format!("resident:{}", persona.id)))
}

/// Makes the cast known.
pub(super) fn enrol(city: &City, store: &dyn Store) -> Result<(), Fault> {
    let staff = city.staff.iter().map(|persona| {
        Row::Staff(StaffRow {
            id: staff_id(persona),
            name: persona.name.clone(),
            agency: persona.agency.clone(),
            unit: persona.unit.clone(),
            roles: persona.roles.iter().map(|role| role.name().to_owned()).collect(),
            is_active: true,
        })
    });
    let residents = city.residents.iter().map(|persona| Row::Person(person(persona)));
    let rows = staff.chain(residents).collect();
    store.commit(Changes {
        rows,
        ..Changes::default()
    })?;
    Ok(())
}

fn person(persona: &ResidentPersona) -> Person {
    Person {
        id: person_id(persona),
        subject: Some(Subject {
            issuer: super::sandbox::ISSUER.to_owned(),
            name: persona.id.clone(),
        }),
        name: persona.name.clone(),
        personal_number: Some(persona.personal_number.clone()),
        born_on: Some(persona.born_on),
        phone: Some(persona.phone.clone()),
        email: persona.email.clone(),
        address: Some(persona.address.clone()),
    }
}

/// The registers of the sandbox: what the personas' folder says of them, by the subject of their sign-in.
#[derive(Debug)]
pub(super) struct PersonaRegisters(Vec<(String, Facts)>);

impl PersonaRegisters {
    pub(super) fn of(city: &City) -> Self {
        Self(
            city.residents
                .iter()
                .map(|persona| (persona.id.clone(), persona.facts.clone()))
                .collect(),
        )
    }
}

impl Registers for PersonaRegisters {
    fn facts(&self, person: &Person) -> Facts {
        let known = self.0.iter().find(|(name, _)| {
            person
                .subject
                .as_ref()
                .is_some_and(|subject| subject.name == *name)
        });
        known.map(|(_, facts)| facts.clone()).unwrap_or_default()
    }
}

/// One person of the cast, ready to be used.
pub(super) struct Ready {
    role: &'static str,
    name: String,
    link: String,
    token: String,
}

/// A one-time link and an API token for each role.
pub(super) fn ready(city: &City, engine: &Engine, origins: (&str, &str)) -> Result<Vec<Ready>, Fault> {
    let mut all = Vec::new();
    let mut add = |role: &'static str, name: &str, who: SessionHolder| -> Result<(), Fault> {
        let origin = match who {
            SessionHolder::Person(_) => origins.0,
            SessionHolder::Staff(_) => origins.1,
        };
        let link = format!("{origin}/bypass/{}", engine.issue_bypass(who, LASTS)?.reveal());
        let token = engine.issue_api_token(who, LASTS)?.reveal().to_owned();
        all.push(Ready {
            role,
            name: name.to_owned(),
            link,
            token,
        });
        Ok(())
    };
    if let Some(resident) = city.residents.first() {
        add(
            "resident",
            &resident.name,
            SessionHolder::Person(person_id(resident)),
        )?;
    }
    for role in Role::ALL {
        if let Some(persona) = city.staff.iter().find(|persona| persona.roles.contains(&role)) {
            add(
                role.name(),
                &persona.name,
                SessionHolder::Staff(staff_id(persona)),
            )?;
        }
    }
    Ok(all)
}

/// The links and tokens as JSON: role → link, and under `tokens` role → token.
pub(super) fn as_json(ready: &[Ready]) -> Value {
    let text = |value: &str| Value::String(value.to_owned());
    let mut object: Map<String, Value> = ready
        .iter()
        .map(|one| (one.role.to_owned(), text(&one.link)))
        .collect();
    let tokens = ready
        .iter()
        .map(|one| (one.role.to_owned(), text(&one.token)))
        .collect();
    object.insert("tokens".to_owned(), Value::Object(tokens));
    Value::Object(object)
}

/// Tells on the terminal where the city is and who is in it.
pub(super) fn tell(out: &mut dyn Write, ready: &[Ready], origins: &[(&str, &str)]) -> std::io::Result<()> {
    writeln!(out, "\nMột cửa Đà Nẵng · BẢN TRÌNH DIỄN · DEMO\n")?;
    for (what, address) in origins {
        writeln!(out, "  {what:<28}{address}")?;
    }
    writeln!(out, "\nSign in once, without credentials:\n")?;
    for one in ready {
        writeln!(out, "  {:<18}{:<24}{}", one.role, one.name, one.link)?;
    }
    writeln!(
        out,
        "\nCtrl+C ends it; the data stay. People, cases and papers are invented.\n"
    )?;
    out.flush()
}
