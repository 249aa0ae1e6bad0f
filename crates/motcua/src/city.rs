//! From the city's folder to the city as the engine knows it.

use std::collections::BTreeMap;
use std::sync::Arc;

use motcua_catalogue::city::{City, CityProcedure as Written};
use motcua_domain::id::CalendarId;
use motcua_engine::city::{CaseCondition, CasePaper, CityFacts, CityProcedure, VariantOffer};

/// The calendar of agencies that name none.
const GENERAL: &str = "office";

/// The facts of a city for the engine.
pub(crate) fn facts(city: &City, is_demo: bool, public_address: &str) -> CityFacts {
    let procedures = city
        .procedures
        .iter()
        .map(|procedure| {
            let known = self::procedure(procedure);
            (known.version.code.as_str().to_owned(), known)
        })
        .collect();
    let forms: BTreeMap<_, _> = city
        .forms
        .iter()
        .map(|form| (form.id.as_str().to_owned(), Arc::new(form.clone())))
        .collect();
    let calendar = city
        .calendars
        .get(GENERAL)
        .or_else(|| city.calendars.values().next())
        .cloned();
    CityFacts {
        is_demo,
        name: city.name.clone(),
        public_address: public_address.to_owned(),
        units: city.units.clone(),
        procedures,
        forms,
        calendar: calendar.unwrap_or_else(motcua_domain::time::OfficeCalendar::standard),
        calendar_id: CalendarId::new("48@2026"),
        calendars: city.calendars.clone(),
        fee_overlays: city.fee_overlays.clone(),
    }
}

/// A procedure for the engine.
fn procedure(procedure: &Written) -> CityProcedure {
    let mut version = procedure.version.clone();
    // Pages show the short name; the official one stands on papers and in the catalogue.
    version.name_vi.clone_from(&procedure.name.vi);
    version.name_en = Some(procedure.name.en.clone());
    let conditions = procedure
        .conditions
        .iter()
        .map(|(name, label)| CaseCondition {
            name: name.clone(),
            label: label.clone(),
        })
        .collect();
    let papers = procedure
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
        .collect();
    CityProcedure {
        version: Arc::new(version),
        competence: procedure.competence.clone(),
        promise: procedure.promise.clone(),
        office: procedure.office.clone(),
        conditions,
        papers,
        popularity: procedure.popularity,
        field: procedure.field.clone(),
        outcomes: procedure.outcomes.clone(),
        grounds: procedure.grounds.clone(),
        concerned: procedure.concerned.clone(),
        variants: procedure
            .variants
            .iter()
            .filter(|_| procedure.is_variant_asked)
            .map(|(name, label)| VariantOffer {
                name: name.clone(),
                label: label.clone(),
            })
            .collect(),
    }
}
