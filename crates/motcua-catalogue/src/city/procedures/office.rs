//! How the office works on a procedure, and which kind of unit does.

use motcua_domain::case::{OpinionRule, Silence, TaskOrder};
use motcua_domain::catalogue::{AgencyShare, OfficeRules};
use motcua_domain::id::UnitCode;
use motcua_domain::time::ExclusionGround;
use motcua_domain::unit::{Competence, UnitKind, UnitTree};

use super::layout::{Office, Share};
use crate::city::error::CityError;
use crate::city::layout::Place;

pub(super) fn rules(
    office: &Office,
    from: &str,
    place: Place<'_>,
    units: &UnitTree,
) -> Result<OfficeRules, CityError> {
    let opinions = match &office.silence_is_consent {
        Some(legal_basis) if legal_basis.trim().is_empty() => {
            return Err(place.error("says that silence is consent: name the text that says so"));
        }
        Some(legal_basis) => OpinionRule {
            silence: Silence::Consents,
            legal_basis: legal_basis.clone(),
        },
        None => OpinionRule::default(),
    };
    let excluded = office
        .excluded
        .iter()
        .map(|name| ground(name, place))
        .collect::<Result<_, _>>()?;
    let agencies: Vec<AgencyShare> = office
        .agency
        .iter()
        .map(|entry| share(entry, from, place, units))
        .collect::<Result<_, _>>()?;
    if !agencies.is_empty() && agencies.iter().filter(|agency| agency.is_lead).count() != 1 {
        return Err(place.error("names agencies: exactly one of them has is_lead = true"));
    }
    Ok(OfficeRules {
        fee_first: office.fee_first,
        division_review: office.division_review,
        immediate: office.immediate,
        opinions,
        excluded,
        order: order(office.order.as_deref(), place)?,
        agencies,
    })
}

fn ground(name: &str, place: Place<'_>) -> Result<ExclusionGround, CityError> {
    ExclusionGround::ALL
        .into_iter()
        .find(|ground| ground.name() == name)
        .ok_or_else(|| {
            let known: Vec<_> = ExclusionGround::ALL.map(ExclusionGround::name).into();
            place.error(format!(
                "`{name}` is no ground; write one of {}",
                known.join(", ")
            ))
        })
}

fn order(name: Option<&str>, place: Place<'_>) -> Result<Option<TaskOrder>, CityError> {
    match name {
        None => Ok(None),
        Some("at-once") => Ok(Some(TaskOrder::AtOnce)),
        Some("in-order") => Ok(Some(TaskOrder::InOrder)),
        Some(other) => Err(place.error(format!(
            "`{other}` is no order of agencies; write at-once or in-order"
        ))),
    }
}

fn share(entry: &Share, from: &str, place: Place<'_>, units: &UnitTree) -> Result<AgencyShare, CityError> {
    Ok(AgencyShare {
        competence: competence(&entry.competent, from, place, units)?,
        what: place.bilingual(&entry.vi, &entry.en)?,
        limit: place.limit(&entry.limit)?,
        is_lead: entry.is_lead,
    })
}

pub(super) fn competence(
    written: &str,
    from: &str,
    place: Place<'_>,
    units: &UnitTree,
) -> Result<Competence, CityError> {
    if written == "commune-police" {
        return Ok(Competence::CommunePolice);
    }
    if let Some(division) = written.strip_prefix("commune:") {
        let suffix = format!(".{division}");
        let from = place.day(from)?;
        let exists = units
            .on(from)
            .any(|unit| unit.kind == UnitKind::Division && unit.code.as_str().ends_with(&suffix));
        let competence = Competence::Commune {
            division: division.to_owned(),
        };
        return exists.then_some(competence).ok_or_else(|| {
            place.error(format!(
                "no commune has the division `{division}`: add it to [[commune_unit]] in units.toml"
            ))
        });
    }
    let agency = UnitCode::new(written);
    let is_agency = units.latest(&agency).is_some_and(|unit| unit.kind.is_agency());
    is_agency.then_some(Competence::Agency { agency }).ok_or_else(|| {
        place.error(format!(
            "`{written}` is no agency of units.toml; write its code, commune:DIVISION or commune-police"
        ))
    })
}
