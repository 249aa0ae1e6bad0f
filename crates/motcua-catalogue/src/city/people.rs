//! `personas.toml` and `names.toml`: the invented cast.

use std::collections::{BTreeMap, BTreeSet};

use motcua_domain::access::Role;
use motcua_domain::case::GroundForActing;
use motcua_domain::form::{Answer, Facts};
use motcua_domain::id::UnitCode;
use motcua_domain::person::PersonalNumber;
use motcua_domain::unit::UnitTree;
use serde::Deserialize;

use super::error::CityError;
use super::layout::{AddressParts, Place, Words};
use super::source::Source;
use super::{Names, ResidentPersona, StaffPersona};

const FILE: &str = "personas.toml";
const NAMES: &str = "names.toml";
/// A place of birth registration that was never given out: such a number can be nobody's.
const INVENTED_PLACE: &str = "099";

/// Everybody who was invented.
pub(super) struct People {
    pub(super) staff: Vec<StaffPersona>,
    pub(super) residents: Vec<ResidentPersona>,
    pub(super) names: Names,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    staff: Vec<Staff>,
    resident: Vec<Resident>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Staff {
    id: String,
    name: String,
    unit: String,
    roles: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Resident {
    id: String,
    name: String,
    sex: String,
    born_on: String,
    personal_number: String,
    phone: String,
    email: Option<String>,
    address: AddressParts,
    commune: String,
    about: Words,
    #[serde(default)]
    is_parent: bool,
    #[serde(default)]
    facts: BTreeMap<String, Fact>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Fact {
    Text(String),
    Address(AddressParts),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NamesFile {
    male: Vec<String>,
    female: Vec<String>,
    surnames: BTreeMap<String, u32>,
}

pub(super) fn read(source: &Source, units: &UnitTree) -> Result<People, CityError> {
    let file: File = source.parse(FILE)?;
    let mut ids = BTreeSet::new();
    for id in file
        .staff
        .iter()
        .map(|staff| &staff.id)
        .chain(file.resident.iter().map(|resident| &resident.id))
    {
        if !ids.insert(id) {
            return Err(CityError::new(
                FILE,
                id,
                "stands twice: give each persona an id of its own",
            ));
        }
    }
    Ok(People {
        staff: file
            .staff
            .iter()
            .map(|staff| staff.persona(units))
            .collect::<Result<_, _>>()?,
        residents: file
            .resident
            .iter()
            .map(|resident| resident.persona(units))
            .collect::<Result<_, _>>()?,
        names: names(source)?,
    })
}

impl Staff {
    fn persona(&self, units: &UnitTree) -> Result<StaffPersona, CityError> {
        let place = Place {
            file: FILE,
            key: &self.id,
        };
        let unit = UnitCode::new(&self.unit);
        let agency = units
            .latest(&unit)
            .and_then(|known| units.agency_of(&unit, known.from))
            .ok_or_else(|| place.error(format!("serves `{}`, which units.toml does not have", self.unit)))?;
        let roles = self.roles.iter().map(|name| {
            Role::from_name(name).ok_or_else(|| {
                let known: Vec<&str> = Role::ALL.into_iter().map(Role::name).collect();
                place.error(format!("`{name}` is no role: write one of {}", known.join(", ")))
            })
        });
        Ok(StaffPersona {
            id: self.id.clone(),
            name: self.name.clone(),
            agency: agency.code.clone(),
            unit,
            roles: roles.collect::<Result<_, _>>()?,
        })
    }
}

impl Resident {
    fn persona(&self, units: &UnitTree) -> Result<ResidentPersona, CityError> {
        let place = Place {
            file: FILE,
            key: &self.id,
        };
        let commune = UnitCode::new(&self.commune);
        if !units.latest(&commune).is_some_and(|unit| unit.kind.is_commune()) {
            return Err(place.error(format!(
                "lives in `{}`, which is no commune of units.toml",
                self.commune
            )));
        }
        let born_on = place.day(&self.born_on)?;
        let number = PersonalNumber::parse(&self.personal_number)
            .ok_or_else(|| place.error("the personal number has not twelve digits"))?;
        if !number.reveal().starts_with(INVENTED_PLACE) {
            return Err(place.error(
                "the personal number could be somebody's: begin it with 099, which was never given out",
            ));
        }
        if number.birth_year() != Some(born_on.year()) {
            return Err(place.error("the personal number tells another year of birth than born_on"));
        }
        let is_female = match self.sex.as_str() {
            "female" => true,
            "male" => false,
            other => return Err(place.error(format!("sex `{other}`: write female or male"))),
        };
        let address = format!(
            "{}, {}, {}",
            self.address.line, self.address.commune, self.address.province
        );
        Ok(ResidentPersona {
            id: self.id.clone(),
            name: self.name.clone(),
            is_female,
            born_on,
            personal_number: number,
            phone: self.phone.clone(),
            email: self.email.clone(),
            address,
            commune,
            about: place.words(&self.about)?,
            facts: self.facts(),
            ground: if self.is_parent {
                GroundForActing::Parent
            } else {
                GroundForActing::Own
            },
        })
    }

    /// What registers hold: the person's own particulars, and what the file adds.
    fn facts(&self) -> Facts {
        let own = [
            ("person.name", Answer::text(&self.name)),
            ("person.born_on", Answer::text(&self.born_on)),
            ("person.personal_number", Answer::text(&self.personal_number)),
            ("person.phone", Answer::text(&self.phone)),
            (
                "person.email",
                Answer::text(self.email.as_deref().unwrap_or_default()),
            ),
            ("person.residence", answer(&self.address)),
        ];
        let more = self.facts.iter().map(|(name, fact)| {
            let value = match fact {
                Fact::Text(text) => Answer::text(text),
                Fact::Address(parts) => answer(parts),
            };
            (name.as_str(), value)
        });
        own.into_iter()
            .chain(more)
            .fold(Facts::new(), |facts, (name, value)| facts.with(name, value))
    }
}

fn answer(parts: &AddressParts) -> Answer {
    Answer::Address {
        line: parts.line.clone(),
        commune: parts.commune.clone(),
        province: parts.province.clone(),
    }
}

fn names(source: &Source) -> Result<Names, CityError> {
    let file: NamesFile = source.parse(NAMES)?;
    if file.male.is_empty() || file.female.is_empty() || file.surnames.values().all(|weight| *weight == 0) {
        return Err(CityError::new(
            NAMES,
            "the file",
            "a list is empty: people cannot be invented from it",
        ));
    }
    Ok(Names {
        surnames: file.surnames.into_iter().collect(),
        male: file.male,
        female: file.female,
    })
}
