//! `units.toml`: the dated tree of units. What every commune has is written once and derived here.

use motcua_domain::bilingual::Bilingual;
use motcua_domain::id::UnitCode;
use motcua_domain::time::Day;
use motcua_domain::unit::{Unit, UnitKind, UnitTree};
use serde::Deserialize;

use super::error::CityError;
use super::layout::{Place, Words, yes};
use super::rules::CityRules;
use super::source::Source;

pub(super) const FILE: &str = "units.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    from: String,
    legal_basis: String,
    province: Words,
    unit: Vec<UnitEntry>,
    commune_unit: Vec<CommuneUnit>,
    commune: Vec<Commune>,
}

/// A unit of the city itself.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UnitEntry {
    code: String,
    parent: Option<String>,
    kind: String,
    vi: String,
    en: String,
    document_code: Option<String>,
    official_code: Option<String>,
    address: Option<String>,
    #[serde(default)]
    has_desk: bool,
    #[serde(default = "office")]
    calendar: String,
    from: Option<String>,
    to: Option<String>,
    legal_basis: Option<String>,
}

/// A unit that every commune with a desk has.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CommuneUnit {
    code: String,
    kind: String,
    vi: String,
    /// The name in wards, where it differs.
    vi_ward: Option<String>,
    en: String,
    #[serde(default)]
    has_desk: bool,
    #[serde(default = "office")]
    calendar: String,
}

/// One of the 94.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Commune {
    code: String,
    kind: String,
    vi: String,
    en: String,
    population: u32,
    address: String,
    #[serde(default = "yes")]
    has_desk: bool,
    from: Option<String>,
    to: Option<String>,
}

fn office() -> String {
    "office".to_owned()
}

/// What the whole file says of its units.
struct Common<'a> {
    city: &'a UnitEntry,
    committee: &'a str,
    document_code: &'a str,
    province: Bilingual,
    from: Day,
    legal_basis: &'a str,
}

/// The tree, and the name of the city at its root.
pub(super) fn read(source: &Source, rules: &CityRules) -> Result<(UnitTree, Bilingual), CityError> {
    let file: File = source.parse(FILE)?;
    let top = Place {
        file: FILE,
        key: "unit",
    };
    let of_kind = |kind: UnitKind| {
        file.unit
            .iter()
            .find(|unit| unit.kind == kind.name())
            .ok_or_else(|| {
                top.error(format!(
                    "there is no unit of kind `{}`: every city has one",
                    kind.name()
                ))
            })
    };
    let city = of_kind(UnitKind::City)?;
    let common = Common {
        city,
        committee: &of_kind(UnitKind::CityCommittee)?.code,
        document_code: city.document_code.as_deref().ok_or_else(|| {
            Place {
                file: FILE,
                key: &city.code,
            }
            .error("the city has no document_code: case numbers begin with it")
        })?,
        province: top.words(&file.province)?,
        from: Place {
            file: FILE,
            key: "from",
        }
        .day(&file.from)?,
        legal_basis: &file.legal_basis,
    };
    let mut units = Vec::new();
    for entry in &file.unit {
        units.push(entry.unit(&common)?);
    }
    for entry in &file.commune {
        let commune = entry.unit(&common)?;
        if commune.has_desk {
            for part in &file.commune_unit {
                units.push(part.unit(&commune)?);
            }
        }
        units.push(commune);
    }
    for unit in &units {
        if !rules.calendars.contains_key(&unit.calendar) {
            return Err(CityError::new(
                FILE,
                unit.code.as_str(),
                format!(
                    "works by the calendar `{}`, which rules.toml does not have: add it to [[calendars.office]]",
                    unit.calendar
                ),
            ));
        }
    }
    let name = Place {
        file: FILE,
        key: &city.code,
    }
    .bilingual(&city.vi, &city.en)?;
    let tree = UnitTree::new(units).map_err(|error| top.error(error.to_string()))?;
    Ok((tree, name))
}

fn kind(place: Place<'_>, name: &str) -> Result<UnitKind, CityError> {
    UnitKind::from_name(name).ok_or_else(|| {
        let known: Vec<&str> = UnitKind::ALL.into_iter().map(UnitKind::name).collect();
        place.error(format!(
            "`{name}` is no kind of unit: write one of {}",
            known.join(", ")
        ))
    })
}

impl UnitEntry {
    fn unit(&self, common: &Common<'_>) -> Result<Unit, CityError> {
        let place = Place {
            file: FILE,
            key: &self.code,
        };
        let is_root = self.code == common.city.code;
        if self.parent.is_none() && !is_root {
            return Err(place.error("has no parent: only the city has none"));
        }
        Ok(Unit {
            code: UnitCode::new(&self.code),
            parent: self.parent.as_ref().map(UnitCode::new),
            kind: kind(place, &self.kind)?,
            name: place.bilingual(&self.vi, &self.en)?,
            document_code: self.document_code.clone(),
            official_code: self.official_code.clone(),
            population: None,
            address: self.address.clone(),
            has_desk: self.has_desk,
            calendar: self.calendar.clone(),
            from: place.day_maybe(self.from.as_deref())?.unwrap_or(common.from),
            to: place.day_maybe(self.to.as_deref())?,
            legal_basis: self
                .legal_basis
                .clone()
                .unwrap_or_else(|| common.legal_basis.to_owned()),
        })
    }
}

impl Commune {
    fn unit(&self, common: &Common<'_>) -> Result<Unit, CityError> {
        let place = Place {
            file: FILE,
            key: &self.code,
        };
        let kind = kind(place, &self.kind)?;
        if !kind.is_commune() || self.code.len() != 5 || !self.code.bytes().all(|byte| byte.is_ascii_digit())
        {
            return Err(place.error("a commune has an official code of five digits and the kind ward, rural-commune or special-zone"));
        }
        Ok(Unit {
            code: UnitCode::new(format!("{}-{}", common.city.code, self.code)),
            parent: Some(UnitCode::new(common.committee)),
            kind,
            name: place.bilingual(&self.vi, &self.en)?,
            document_code: Some(format!("{}.{}", common.document_code, self.code)),
            official_code: Some(self.code.clone()),
            population: Some(self.population),
            address: Some(format!("{}, {}", self.address, common.province.vi)),
            has_desk: self.has_desk,
            calendar: office(),
            from: place.day_maybe(self.from.as_deref())?.unwrap_or(common.from),
            to: place.day_maybe(self.to.as_deref())?,
            legal_basis: common.legal_basis.to_owned(),
        })
    }
}

impl CommuneUnit {
    fn unit(&self, commune: &Unit) -> Result<Unit, CityError> {
        let place = Place {
            file: FILE,
            key: &self.code,
        };
        let kind = kind(place, &self.kind)?;
        let in_ward = self.vi_ward.as_ref().filter(|_| commune.kind == UnitKind::Ward);
        let words = place.bilingual(in_ward.unwrap_or(&self.vi), &self.en)?;
        // "Trung tâm … phường Hải Châu": the word for the kind is small within a name.
        let name_vi = lower_first(&commune.name.vi);
        Ok(Unit {
            code: UnitCode::new(format!("{}.{}", commune.code, self.code)),
            parent: Some(commune.code.clone()),
            kind,
            name: Bilingual::new(
                words.vi.replace("{name}", &name_vi),
                words.en.replace("{name}", &commune.name.en),
            ),
            // The police decide in their own name, so their numbers need their own beginning.
            document_code: commune
                .document_code
                .as_ref()
                .filter(|_| kind.is_agency())
                .map(|code| format!("{code}.CA")),
            official_code: None,
            population: None,
            address: commune.address.clone(),
            has_desk: self.has_desk,
            calendar: self.calendar.clone(),
            from: commune.from,
            to: commune.to,
            legal_basis: commune.legal_basis.clone(),
        })
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
