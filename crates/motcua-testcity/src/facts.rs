//! The facts of the test city: the units, calendars and forms of `city/`, and of its procedures only two. The
//! invented one carries the engine's tests, so that a change of law breaks tests of the catalogue and nothing else;
//! birth registration stands for everything real.

use std::sync::{Arc, OnceLock};

use motcua_catalogue::city::{City, CityProcedure as Written, read_embedded};
use motcua_domain::bilingual::Bilingual;
use motcua_domain::case::SupplementStage;
use motcua_domain::catalogue::{PolicyEffect, SupplementPolicy};
use motcua_domain::form::{Choice, Page, Question, QuestionKind};
use motcua_domain::id::CalendarId;
use motcua_domain::time::{Day, Holiday, HolidayKind, OfficeCalendar, TimeLimit};
use motcua_engine::city::{CaseCondition, CasePaper, CityFacts, CityProcedure, VariantOffer};

use crate::city::{BEES, BIRTH};

/// The folder `city/`, read once for all tests of a process.
fn city() -> &'static City {
    static CITY: OnceLock<City> = OnceLock::new();
    CITY.get_or_init(|| read_embedded().expect("the city's folder is in order"))
}

/// The facts of the test city.
pub fn facts() -> CityFacts {
    let city = city();
    let procedures = [BEES, BIRTH].map(|code| {
        let written = city
            .procedure(code)
            .expect("the city's folder has both procedures");
        (code.to_owned(), procedure(written))
    });
    CityFacts {
        is_demo: false,
        name: city.name.clone(),
        public_address: "https://city.example".to_owned(),
        units: city.units.clone(),
        procedures: procedures.into(),
        forms: city
            .forms
            .iter()
            .map(|form| (form.id.as_str().to_owned(), Arc::new(form.clone())))
            .collect(),
        calendar: OfficeCalendar::standard(),
        calendar_id: CalendarId::new("test@1"),
        calendars: city.calendars.clone(),
        fee_overlays: city.fee_overlays.clone(),
    }
}

fn procedure(written: &Written) -> CityProcedure {
    let mut version = written.version.clone();
    version.name_en = Some(written.name.en.clone());
    let condition = |(name, label): &(String, Bilingual)| CaseCondition {
        name: name.clone(),
        label: label.clone(),
    };
    CityProcedure {
        version: Arc::new(version),
        competence: written.competence.clone(),
        promise: written.promise.clone(),
        office: written.office.clone(),
        conditions: written.conditions.iter().map(condition).collect(),
        papers: written
            .papers
            .iter()
            .map(|paper| CasePaper {
                name: paper.id.clone(),
                label: paper.name.clone(),
                is_required: paper.is_required,
                originals: paper.originals,
                copies: paper.copies,
                variants: paper.variants.clone(),
                grounds: paper.grounds.clone(),
                only_for: paper.only_for.clone(),
            })
            .collect(),
        popularity: written.popularity,
        field: written.field.clone(),
        outcomes: written.outcomes.clone(),
        grounds: written.grounds.clone(),
        concerned: written.concerned.clone(),
        variants: written
            .variants
            .iter()
            .filter(|_| written.is_variant_asked)
            .map(|(name, label)| VariantOffer {
                name: name.clone(),
                label: label.clone(),
            })
            .collect(),
    }
}

/// A decree gives the whole city a day off.
pub fn day_off(facts: &mut CityFacts, day: Day) {
    let decree = Holiday {
        kind: HolidayKind::Off,
        name: "Ngày nghỉ theo nghị định".to_owned(),
        name_en: None,
        basis: None,
        swapped_with: None,
        is_estimated: false,
    };
    for calendar in facts.calendars.values_mut().chain([&mut facts.calendar]) {
        let mut rules = calendar.rules().clone();
        rules.holidays.decide(day, decree.clone());
        *calendar = OfficeCalendar::new(rules);
    }
}

/// What a story may change about the invented procedure before its city opens.
pub mod bees {
    use super::*;

    fn procedure(facts: &mut CityFacts) -> &mut CityProcedure {
        facts
            .procedures
            .get_mut(BEES)
            .expect("every test city keeps bees")
    }

    /// A supplement after appraisal has this effect, and the applicant has seven working days for it.
    pub fn supplement(facts: &mut CityFacts, effect: PolicyEffect) {
        let version = Arc::make_mut(&mut procedure(facts).version);
        version.supplements = vec![SupplementPolicy {
            stage: SupplementStage::Appraisal,
            effect,
            ask_within: TimeLimit::WorkingDays(3),
            applicant_window: Some(TimeLimit::WorkingDays(7)),
            rounds_max: 1,
            on_expiry: motcua_domain::catalogue::OnExpiry::Ask,
            legal_basis: "D61 19.4".to_owned(),
        }];
    }

    /// The city promises this to whoever files online.
    pub fn promise(facts: &mut CityFacts, promise: TimeLimit) {
        procedure(facts).promise = Some(promise);
    }

    /// A specialist must judge one thing more.
    pub fn further_condition(facts: &mut CityFacts, name: &str) {
        procedure(facts).conditions.push(CaseCondition {
            name: name.to_owned(),
            label: same(name),
        });
    }

    /// The form asks how the result shall come back.
    pub fn ask_how_to_return(facts: &mut CityFacts) {
        let form = facts.forms.get_mut("ong@1").expect("the form of the bees");
        let choice = |value: &str| Choice {
            value: value.to_owned(),
            label: same(value),
            hint: None,
        };
        Arc::make_mut(form).pages.push(Page {
            id: "nhan-ket-qua".to_owned(),
            title: None,
            group: same("result"),
            questions: vec![Question {
                id: "return_way".to_owned(),
                was: Vec::new(),
                kind: QuestionKind::Choice(vec![choice("electronic"), choice("desk")]),
                is_required: true,
                label: same("How?"),
                short: same("Return"),
                hint: None,
                errors: Vec::new(),
                show_if: None,
                held_by: None,
                legal_basis: None,
            }],
        });
    }

    /// A second version of the form is in force from `day`: the hives have another name, and honey is asked for.
    pub fn newer_form(facts: &mut CityFacts, day: motcua_domain::time::Day) {
        let old = facts.forms.get_mut("ong@1").expect("the form of the bees");
        let mut new = (**old).clone();
        Arc::make_mut(old).to = Some(day.plus_days(-1));
        new.id = motcua_domain::id::FormId::new("ong@2");
        new.number = 2;
        new.from = day;
        let hives = new
            .pages
            .iter_mut()
            .flat_map(|page| &mut page.questions)
            .find(|question| question.id == "hives");
        let hives = hives.expect("the form asks for hives");
        let mut honey = hives.clone();
        hives.id = "colonies".to_owned();
        hives.was = vec!["hives".to_owned()];
        honey.id = "honey".to_owned();
        new.pages.push(Page {
            id: "mat-ong".to_owned(),
            title: None,
            group: same("honey"),
            questions: vec![honey],
        });
        facts.forms.insert("ong@2".to_owned(), Arc::new(new));
    }

    fn same(text: &str) -> Bilingual {
        Bilingual::new(text, text)
    }
}
