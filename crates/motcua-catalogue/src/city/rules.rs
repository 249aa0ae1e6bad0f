//! `rules.toml`: what no single procedure sets.

use std::collections::BTreeMap;

use motcua_domain::bilingual::Bilingual;
use motcua_domain::case::SupplementStage;
use motcua_domain::catalogue::{CutOff, CutOffUse, FeeOverlay, OnExpiry, PolicyEffect, SupplementPolicy};
use motcua_domain::time::{CalendarRules, HolidayTable, Hours, OfficeCalendar, TimeLimit, TimeOfDay, Week};
use serde::Deserialize;

use super::CaseNumberFormat;
use super::error::CityError;
use super::layout::Place;
use super::source::Source;

pub(super) const FILE: &str = "rules.toml";

/// The rules in domain values.
#[derive(Clone, Debug)]
pub(super) struct CityRules {
    pub(super) case_numbers: Vec<CaseNumberFormat>,
    pub(super) intake_answer: TimeLimit,
    pub(super) fee_overlays: Vec<FeeOverlay>,
    pub(super) cut_offs: Vec<CutOff>,
    pub(super) at_intake: SupplementPolicy,
    pub(super) after_appraisal: SupplementPolicy,
    pub(super) conditions: Vec<(String, Bilingual)>,
    pub(super) default_form: String,
    pub(super) calendars: BTreeMap<String, OfficeCalendar>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case_number: Vec<CaseNumber>,
    intake: Intake,
    cut_off: Vec<CutOffEntry>,
    supplement: Supplement,
    supplement_at_intake: Supplement,
    condition: Vec<Condition>,
    form: Form,
    calendars: Calendars,
    #[serde(default)]
    incentive: Vec<Incentive>,
}

/// What the city takes off fees (`domain.md` 5.3): nothing until an act is entered, unless it says that it is of the
/// demonstration.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Incentive {
    #[serde(default)]
    procedures: Vec<String>,
    channel: Option<String>,
    fee_percent: u8,
    from: String,
    to: Option<String>,
    legal_basis: String,
    mark: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CaseNumber {
    from: String,
    to: Option<String>,
    pattern: String,
    sequence_digits: u8,
    legal_basis: String,
    mark: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Intake {
    answer_within: String,
    #[serde(rename = "legal_basis")]
    _legal_basis: String,
    mark: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CutOffEntry {
    used_for: String,
    at: String,
    legal_basis: String,
    mark: String,
}

/// A supplement policy; in a procedure, only what differs from the city's.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Supplement {
    effect: Option<String>,
    ask_within: Option<String>,
    applicant_window: Option<String>,
    rounds_max: Option<u8>,
    on_expiry: Option<String>,
    legal_basis: Option<String>,
    mark: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Condition {
    id: String,
    vi: String,
    en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    default: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Calendars {
    holidays: String,
    #[serde(rename = "legal_basis")]
    _legal_basis: String,
    mark: String,
    office: Vec<Office>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Office {
    name: String,
    weekdays: String,
    saturday: Option<String>,
}

pub(super) fn read(source: &Source) -> Result<CityRules, CityError> {
    let file: File = source.parse(FILE)?;
    let at = |key: &'static str| Place { file: FILE, key };
    at("intake").mark(&file.intake.mark)?;
    at("calendars").mark(&file.calendars.mark)?;
    let none = SupplementPolicy {
        stage: SupplementStage::Appraisal,
        effect: PolicyEffect::Restart,
        ask_within: TimeLimit::WorkingDays(3),
        applicant_window: None,
        rounds_max: 1,
        on_expiry: OnExpiry::Ask,
        legal_basis: String::new(),
    };
    let after_appraisal = file.supplement.over(&none, at("supplement"))?;
    let intake = SupplementPolicy {
        stage: SupplementStage::Intake,
        ..none
    };
    let at_intake = file
        .supplement_at_intake
        .over(&intake, at("supplement_at_intake"))?;
    for policy in [&after_appraisal, &at_intake] {
        if policy.legal_basis.is_empty() {
            return Err(at("supplement").error("names no legal_basis: write the text that says so"));
        }
    }
    Ok(CityRules {
        case_numbers: file
            .case_number
            .iter()
            .map(case_number)
            .collect::<Result<_, _>>()?,
        fee_overlays: file.incentive.iter().map(incentive).collect::<Result<_, _>>()?,
        intake_answer: at("intake").limit(&file.intake.answer_within)?,
        cut_offs: file.cut_off.iter().map(cut_off).collect::<Result<_, _>>()?,
        at_intake,
        after_appraisal,
        conditions: file
            .condition
            .iter()
            .map(|entry| entry.read(FILE))
            .collect::<Result<_, _>>()?,
        default_form: file.form.default,
        calendars: calendars(source, &file.calendars)?,
    })
}

fn incentive(entry: &Incentive) -> Result<FeeOverlay, CityError> {
    let place = Place {
        file: FILE,
        key: "incentive",
    };
    place.mark(&entry.mark)?;
    if entry.fee_percent > 100 || entry.legal_basis.trim().is_empty() {
        return Err(place.error("leaves more than all of a fee, or names no legal_basis"));
    }
    let channel = entry
        .channel
        .as_deref()
        .map(|name| {
            name.parse::<motcua_domain::channel::Channel>()
                .map_err(|error| place.error(error.to_string()))
        })
        .transpose()?;
    Ok(FeeOverlay {
        procedures: entry.procedures.clone(),
        channel,
        percent: entry.fee_percent,
        legal_basis: entry.legal_basis.clone(),
        from: place.day(&entry.from)?,
        to: place.day_maybe(entry.to.as_deref())?,
    })
}

fn case_number(entry: &CaseNumber) -> Result<CaseNumberFormat, CityError> {
    let place = Place {
        file: FILE,
        key: "case_number",
    };
    place.mark(&entry.mark)?;
    // The law's own order: who, when, the how-manieth of that day.
    let is_known = matches!(
        entry.pattern.as_str(),
        "{unit}-{yymmdd}-{sequence}" | "{unit}-{yyyymmdd}-{sequence}"
    );
    if !is_known {
        return Err(place.error(format!(
            "`{}` is no pattern that is read back: write {{unit}}-{{yymmdd}}-{{sequence}} or {{unit}}-{{yyyymmdd}}-{{sequence}}",
            entry.pattern
        )));
    }
    if !(4..=7).contains(&entry.sequence_digits) {
        return Err(place.error("sequence_digits is from 4 to 7: numbers in use have that many"));
    }
    Ok(CaseNumberFormat {
        from: place.day(&entry.from)?,
        to: place.day_maybe(entry.to.as_deref())?,
        pattern: entry.pattern.clone(),
        sequence_digits: entry.sequence_digits,
        legal_basis: entry.legal_basis.clone(),
    })
}

fn cut_off(entry: &CutOffEntry) -> Result<CutOff, CityError> {
    let place = Place {
        file: FILE,
        key: "cut_off",
    };
    place.mark(&entry.mark)?;
    let used_for = match entry.used_for.as_str() {
        "hand-over" => CutOffUse::HandOver,
        "same-day-result" => CutOffUse::SameDayResult,
        "bundle-start" => CutOffUse::BundleStart,
        other => {
            return Err(place.error(format!(
                "`{other}`: write hand-over, same-day-result or bundle-start"
            )));
        }
    };
    let at = TimeOfDay::parse(&entry.at).map_err(|error| place.error(error.to_string()))?;
    Ok(CutOff {
        used_for,
        at,
        legal_basis: entry.legal_basis.clone(),
    })
}

impl Supplement {
    /// The policy that stands when this is laid over another.
    pub(super) fn over(
        &self,
        base: &SupplementPolicy,
        place: Place<'_>,
    ) -> Result<SupplementPolicy, CityError> {
        if let Some(mark) = &self.mark {
            place.mark(mark)?;
        }
        let effect = match self.effect.as_deref() {
            None => base.effect,
            Some("restart") => PolicyEffect::Restart,
            Some("suspend") => PolicyEffect::Suspend,
            Some("nothing") => PolicyEffect::Nothing,
            Some(other) => {
                return Err(place.error(format!("effect `{other}`: write restart, suspend or nothing")));
            }
        };
        let on_expiry = match self.on_expiry.as_deref() {
            None => base.on_expiry,
            Some("stop") => OnExpiry::Stop,
            Some("refuse") => OnExpiry::Refuse,
            Some("ask") => OnExpiry::Ask,
            Some(other) => return Err(place.error(format!("on_expiry `{other}`: write stop, refuse or ask"))),
        };
        let limit = |text: &Option<String>| text.as_deref().map(|text| place.limit(text)).transpose();
        Ok(SupplementPolicy {
            stage: base.stage,
            effect,
            ask_within: limit(&self.ask_within)?.unwrap_or_else(|| base.ask_within.clone()),
            applicant_window: limit(&self.applicant_window)?.or_else(|| base.applicant_window.clone()),
            rounds_max: self.rounds_max.unwrap_or(base.rounds_max),
            on_expiry,
            legal_basis: self
                .legal_basis
                .clone()
                .unwrap_or_else(|| base.legal_basis.clone()),
        })
    }
}

impl Condition {
    pub(super) fn read(&self, file: &str) -> Result<(String, Bilingual), CityError> {
        let place = Place { file, key: &self.id };
        Ok((self.id.clone(), place.bilingual(&self.vi, &self.en)?))
    }
}

fn calendars(source: &Source, entry: &Calendars) -> Result<BTreeMap<String, OfficeCalendar>, CityError> {
    let holidays = HolidayTable::parse_csv(source.text(&entry.holidays)?).map_err(|error| {
        CityError::new(
            &entry.holidays,
            format!("line {}", error.line),
            error.reason.to_string(),
        )
    })?;
    let mut calendars = BTreeMap::new();
    for office in &entry.office {
        let place = Place {
            file: FILE,
            key: &office.name,
        };
        let hours = |text: &str| Hours::parse(text).map_err(|error| place.error(error.to_string()));
        let mut week = Week::weekdays(hours(&office.weekdays)?);
        if let Some(saturday) = &office.saturday {
            week = week.with_half_saturday(hours(saturday)?);
        }
        let rules = CalendarRules {
            week,
            holidays: holidays.clone(),
            ..CalendarRules::default()
        };
        calendars.insert(office.name.clone(), OfficeCalendar::new(rules));
    }
    Ok(calendars)
}
