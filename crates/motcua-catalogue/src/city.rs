//! Reads the folder `city/`: the dated facts of one city, in our own layout.
//!
//! Every file is TOML (the holidays are CSV). The whole folder is read and checked before anything is used: each unit,
//! form, field and calendar that one file names must exist in another, each limit must be one that a calendar can
//! count. What is wrong is said with the file, the place in it and what to do ([`CityError`]).
//!
//! The path: [`source`] gets the texts, from a folder or from the binary itself → one module for each kind of file
//! reads its layout and builds domain values → [`read_source`] ties them together.

mod error;
mod forms;
mod layout;
mod people;
mod procedures;
mod rules;
mod source;
#[cfg(test)]
mod tests;
mod units;

use std::collections::BTreeMap;
use std::path::Path;

use motcua_domain::bilingual::Bilingual;
use motcua_domain::case::GroundForActing;
use motcua_domain::catalogue::{FeeOverlay, OfficeRules, ProcedureVersion};
use motcua_domain::form::{Facts, FormVersion};
use motcua_domain::id::UnitCode;
use motcua_domain::person::PersonalNumber;
use motcua_domain::time::{Day, OfficeCalendar, TimeLimit};
use motcua_domain::unit::{Competence, UnitTree};

pub use error::CityError;
pub use source::EMBEDDED_FILES;

/// A city as its folder tells it.
#[derive(Clone, Debug)]
pub struct City {
    /// The name of the city, the root of its tree.
    pub name: Bilingual,
    /// Its units.
    pub units: UnitTree,
    /// The procedures that can be filed here, by code.
    pub procedures: Vec<CityProcedure>,
    /// The form versions, by name and number. A procedure without a form of its own has a copy of the general form
    /// with one upload page for each of its papers, named `chung-1.004873`.
    pub forms: Vec<FormVersion>,
    /// The invented staff of the demonstration.
    pub staff: Vec<StaffPersona>,
    /// The invented residents of the demonstration.
    pub residents: Vec<ResidentPersona>,
    /// Names from which more people are invented.
    pub names: Names,
    /// Calendars by the names that units use.
    pub calendars: BTreeMap<String, OfficeCalendar>,
    /// How case numbers are written, oldest first.
    pub case_numbers: Vec<CaseNumberFormat>,
    /// How long the desk has to answer an online sending.
    pub intake_answer: TimeLimit,
    /// What the city takes off fees.
    pub fee_overlays: Vec<FeeOverlay>,
}

/// A procedure as the city carries it out.
#[derive(Clone, Debug, PartialEq)]
pub struct CityProcedure {
    /// Its text as of its first day; `name_vi` is the official name.
    pub version: ProcedureVersion,
    /// Its name as shown, short, in both languages.
    pub name: Bilingual,
    /// The field it belongs to, in both languages.
    pub field: Bilingual,
    /// Which kind of unit decides it.
    pub competence: Competence,
    /// The city's promise for online filings, where it makes one.
    pub promise: Option<TimeLimit>,
    /// How the office works on it.
    pub office: OfficeRules,
    /// What the specialist must judge before a result: stable name and words.
    pub conditions: Vec<(String, Bilingual)>,
    /// The papers that the applicant gives.
    pub papers: Vec<Paper>,
    /// The kinds of result in both languages, in the order of `version.outcomes`; the first is what is granted.
    pub outcomes: Vec<Bilingual>,
    /// Variants with a limit of their own, in the order of `version.variants`: stable name and words.
    pub variants: Vec<(String, Bilingual)>,
    /// How a limit that the national record leaves open is read; the page says "to be confirmed" unless it is
    /// marked as read.
    pub settled: Option<Settled>,
    /// For whoever keeps the folder.
    pub remark: String,
    /// How often it is asked for: the greater, the earlier it is shown; 0 is not known.
    pub popularity: u32,
    /// On which grounds it is filed, at least one; the first is the usual one.
    pub grounds: Vec<GroundForActing>,
    /// The question of its form that names the person concerned, where that is another than whoever acts.
    pub concerned: Option<String>,
    /// Whether the applicant says which of its cases (trường hợp) theirs is.
    pub is_variant_asked: bool,
    /// Whether it exists in no law.
    pub is_invented: bool,
}

/// A paper that the applicant gives (thành phần hồ sơ).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Stable name within the procedure.
    pub id: String,
    /// What it is.
    pub name: Bilingual,
    /// Originals wanted at a counter.
    pub originals: u32,
    /// Copies wanted at a counter.
    pub copies: u32,
    /// Whether a filing without it is not complete.
    pub is_required: bool,
    /// The cases of the procedure that need it, by the ids of its variants; all where none is named.
    pub variants: Vec<String>,
    /// The grounds on which it is needed; all where none is named.
    pub grounds: Vec<GroundForActing>,
    /// For whom it is, where not everybody needs it.
    pub only_for: Option<Bilingual>,
}

/// How an open limit is read (`domain.md` 17).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// The limit that stands.
    pub limit: TimeLimit,
    /// How we know.
    pub mark: Mark,
    /// What the record says.
    pub note: String,
}

/// How a fact is known: the marks of `domain.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// [R] read in the text of the law or in a primary data set.
    Read,
    /// [S] from a secondary source.
    Secondary,
    /// [K] general knowledge, not checked.
    Known,
    /// [D] a reading of ours.
    Designed,
}

/// An invented member of staff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffPersona {
    /// Stable name.
    pub id: String,
    /// Full name.
    pub name: String,
    /// The agency they serve.
    pub agency: UnitCode,
    /// The unit within it.
    pub unit: UnitCode,
    /// The offices they hold.
    pub roles: Vec<motcua_domain::access::Role>,
}

/// An invented resident.
#[derive(Clone, Debug, PartialEq)]
pub struct ResidentPersona {
    /// Stable name in ASCII; the subject of the sandbox's identity provider.
    pub id: String,
    /// Full name.
    pub name: String,
    /// Whether she is a woman: identity cards know two sexes.
    pub is_female: bool,
    /// Day of birth.
    pub born_on: Day,
    /// Personal number, invented.
    pub personal_number: PersonalNumber,
    /// Telephone in E.164.
    pub phone: String,
    /// Electronic mail, where they use it.
    pub email: Option<String>,
    /// Address in one line.
    pub address: String,
    /// The commune where they live.
    pub commune: UnitCode,
    /// Who they are in the story.
    pub about: Bilingual,
    /// What registers hold of them: `person.*` from the fields above, and more.
    pub facts: Facts,
    /// On what ground they file in the story.
    pub ground: GroundForActing,
}

/// Names from which people are invented.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Names {
    /// Surnames with their weights.
    pub surnames: Vec<(String, u32)>,
    /// Men's middle and given names.
    pub male: Vec<String>,
    /// Women's middle and given names.
    pub female: Vec<String>,
}

/// How case numbers are written in a time (`domain.md` 6.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseNumberFormat {
    /// The first day.
    pub from: Day,
    /// The last day; `None` while it lasts.
    pub to: Option<Day>,
    /// `{unit}-{yymmdd}-{sequence}`.
    pub pattern: String,
    /// Digits of the running number, zeros in front.
    pub sequence_digits: u8,
    /// The text that says so.
    pub legal_basis: String,
}

impl City {
    /// The procedure of a code.
    pub fn procedure(&self, code: &str) -> Option<&CityProcedure> {
        self.procedures
            .iter()
            .find(|procedure| procedure.version.code.as_str() == code)
    }

    /// The form version that new drafts of a procedure use on `day`.
    pub fn form_for(&self, procedure: &CityProcedure, day: Day) -> Option<&FormVersion> {
        let id = procedure.version.form.as_ref()?.as_str();
        let name = id.split('@').next()?;
        self.forms
            .iter()
            .filter(|form| form.name == name && form.is_in_force(day))
            .max_by_key(|form| form.number)
    }
}

/// Reads a city from its folder.
///
/// # Errors
/// The first thing that is wrong: a file that cannot be read, or what stands in one.
pub fn read(dir: &Path) -> Result<City, CityError> {
    read_source(&source::from_dir(dir)?)
}

/// Reads the demonstration city that is built into the binary, so that it runs from any folder.
///
/// # Errors
/// None in a build whose tests passed.
pub fn read_embedded() -> Result<City, CityError> {
    read_source(&source::embedded())
}

fn read_source(source: &source::Source) -> Result<City, CityError> {
    let rules = rules::read(source)?;
    let (units, name) = units::read(source, &rules)?;
    let mut forms = forms::read(source)?;
    let procedures = procedures::read(source, &rules, &units, &mut forms)?;
    let people = people::read(source, &units)?;
    Ok(City {
        name,
        units,
        procedures,
        forms: forms.into_usable(),
        staff: people.staff,
        residents: people.residents,
        names: people.names,
        calendars: rules.calendars,
        case_numbers: rules.case_numbers,
        intake_answer: rules.intake_answer,
        fee_overlays: rules.fee_overlays,
    })
}
