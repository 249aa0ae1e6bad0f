//! The demonstration city is whole.

mod broken;
mod forms;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::LazyLock;

use motcua_domain::access::Role;
use motcua_domain::catalogue::{CutOffUse, Money, PolicyEffect};
use motcua_domain::channel::Channel;
use motcua_domain::unit::UnitKind;

use super::*;

static CITY: LazyLock<City> = LazyLock::new(|| read_embedded().unwrap());

/// Appendix A of the handbook.
const CODES: &str = "\
1.001193 1.000656 1.000894 1.001022 1.004873 1.004859 1.004837 1.004884 1.000689 2.000635 2.002516 2.000806 2.000528
2.000815 2.000884 2.000908 2.001035 2.001019 2.001406
1.004222 1.004194 1.002755 1.010038 1.010041 1.003197 1.010039 2.001159 1.003677 1.014061 1.014062 1.014063 1.014064
3.000228 3.000498 3.000333 3.000348 3.000347 1.012575 1.013076 1.013080 1.001456 1.001445 1.003460 1.001146 3.000489
1.013978 1.012753 1.012783 1.012784 1.012786 1.012790 1.013980 1.013823 1.012812 1.011441 1.011443
1.013225 1.013227 1.013229 1.013236 1.014159 1.014632 1.012906 1.012910 1.013274 1.002693 1.000703 2.002288
1.001612 2.000720 1.001570 1.001266 2.000575 2.001583 2.001610 1.005280
2.001827 1.010727 1.010733 1.004122 2.001738 1.001662 1.004756 2.001064 1.001686 1.004359 1.003650
1.011607 2.001263 2.000829 2.000821 2.000950";

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn today() -> Day {
    day("2026-11-24")
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../city")
}

#[test]
fn all_ninety_two_procedures_are_there_and_the_bees() {
    let wanted: BTreeSet<&str> = CODES.split_whitespace().collect();
    assert_eq!(wanted.len(), 92);
    let found: BTreeSet<&str> = CITY
        .procedures
        .iter()
        .filter(|entry| !entry.is_invented)
        .map(|entry| entry.version.code.as_str())
        .collect();
    assert_eq!(found, wanted);
    assert_eq!(CITY.procedures.len(), 93);
}

#[test]
fn ninety_four_communes_are_twenty_three_wards_seventy_communes_and_one_special_zone() {
    let count = |kind| CITY.units.on(today()).filter(|unit| unit.kind == kind).count();
    assert_eq!(CITY.units.communes(today()).count(), 94);
    assert_eq!(
        (
            count(UnitKind::Ward),
            count(UnitKind::RuralCommune),
            count(UnitKind::SpecialZone)
        ),
        (23, 70, 1)
    );
    assert_eq!(
        CITY.units
            .communes(today())
            .filter_map(|unit| unit.population)
            .sum::<u32>(),
        3_121_752
    );
    assert_eq!(CITY.units.communes(day("2025-06-30")).count(), 0);
}

#[test]
fn every_commune_but_the_special_zone_has_a_desk_divisions_and_police() {
    for commune in CITY.units.communes(today()) {
        let kinds: BTreeSet<UnitKind> = CITY
            .units
            .children(&commune.code, today())
            .map(|unit| unit.kind)
            .collect();
        let expected: BTreeSet<UnitKind> = if commune.kind == UnitKind::SpecialZone {
            BTreeSet::new()
        } else {
            [
                UnitKind::OneStopCentre,
                UnitKind::Division,
                UnitKind::CommunePolice,
            ]
            .into()
        };
        assert_eq!(kinds, expected, "{}", commune.code);
        assert_eq!(commune.has_desk, !expected.is_empty());
    }
    let zone = CITY
        .units
        .communes(today())
        .find(|unit| unit.kind == UnitKind::SpecialZone)
        .unwrap();
    assert_eq!(
        CITY.units.centre_of(&zone.code, today()).unwrap().code.as_str(),
        "48-ubnd.pvhcc"
    );
}

#[test]
fn units_are_called_as_the_law_calls_them() {
    let name = |code: &str| CITY.units.latest(&UnitCode::new(code)).unwrap().name.clone();
    assert_eq!(
        name("48-20242.pvhcc").vi,
        "Trung tâm Phục vụ hành chính công phường Hải Châu"
    );
    assert_eq!(
        name("48-20242.kinh-te").vi,
        "Phòng Kinh tế, Hạ tầng và Đô thị phường Hải Châu"
    );
    assert_eq!(name("48-20698.kinh-te").vi, "Phòng Kinh tế xã La Êê");
    assert_eq!(name("48-20242.cong-an").en, "Police of Hai Chau Ward");
    assert_eq!(CITY.name, Bilingual::new("Thành phố Đà Nẵng", "Da Nang City"));
}

#[test]
fn agencies_have_document_codes_of_their_own() {
    let codes: Vec<&str> = CITY
        .units
        .on(today())
        .filter(|unit| unit.kind.is_agency())
        .map(|unit| unit.document_code.as_deref().unwrap())
        .collect();
    assert!(codes.iter().all(|code| code.starts_with("H17.")));
    assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());
}

#[test]
fn every_procedure_has_two_names_a_limit_that_can_be_counted_and_somebody_who_decides() {
    let ward = UnitCode::new("48-20242");
    let calendar = &CITY.calendars["office"];
    for entry in &CITY.procedures {
        let code = &entry.version.code;
        assert!(
            !entry.name.vi.is_empty() && !entry.name.en.is_empty() && !entry.field.en.is_empty(),
            "{code}"
        );
        assert!(entry.version.is_in_force_on(today()), "{code}");
        for channel in &entry.version.channels {
            assert!(
                calendar.due(today().midnight(), &channel.limit).is_ok(),
                "{code}: {}",
                channel.limit
            );
        }
        for variant in &entry.version.variants {
            assert!(
                calendar.due(today().midnight(), &variant.limit).is_ok(),
                "{code}: {}",
                variant.limit
            );
        }
        let competent = CITY.units.competent(&entry.competence, &ward, today());
        assert!(competent.is_some(), "{code}");
        assert!(
            !entry.conditions.is_empty() && !entry.outcomes.is_empty(),
            "{code}"
        );
        assert_eq!(entry.version.supplements.len(), 2, "{code}");
        assert!(entry.version.cut_off(CutOffUse::HandOver).is_some(), "{code}");
        assert!(CITY.form_for(entry, today()).is_some(), "{code}");
    }
}

#[test]
fn what_the_record_leaves_open_is_settled_with_a_mark_and_a_reason() {
    let limit = |code: &str| {
        let entry = CITY.procedure(code).unwrap();
        let settled = entry.settled.as_ref().unwrap();
        assert!(!settled.note.is_empty());
        assert!(
            entry
                .version
                .channels
                .iter()
                .all(|channel| channel.limit == settled.limit),
            "{code}"
        );
        (settled.limit.clone(), settled.mark)
    };
    assert_eq!(limit("1.001193"), (TimeLimit::SameDay, Mark::Read));
    assert_eq!(limit("1.001022"), (TimeLimit::WorkingDays(3), Mark::Designed));
    assert_eq!(limit("2.001159"), (TimeLimit::ElapsedHours(1), Mark::Designed));
    assert_eq!(limit("1.013236"), (TimeLimit::CalendarDays(10), Mark::Read));
    let every: Vec<&CityProcedure> = CITY
        .procedures
        .iter()
        .filter(|entry| entry.settled.is_some())
        .collect();
    for entry in every {
        limit(entry.version.code.as_str());
    }
}

#[test]
fn days_of_the_law_are_not_taken_for_working_days() {
    let limits = |code: &str| CITY.procedure(code).unwrap().version.channels[0].limit.clone();
    assert_eq!(limits("3.000333"), TimeLimit::CalendarDays(10));
    assert_eq!(limits("1.004873"), TimeLimit::WorkingDays(3));
    assert_eq!(limits("1.011607"), TimeLimit::CalendarDays(15));
}

#[test]
fn fees_are_those_of_the_text_where_the_field_errs() {
    let fee = |code: &str, channel| {
        let entry = CITY.procedure(code).unwrap();
        entry.version.entries(channel).next().unwrap().charges[0]
            .amount
            .unwrap()
    };
    let dong = |amount| Money::Vnd(motcua_domain::money::Dong::new(amount));
    assert_eq!(fee("2.001827", Channel::Online), dong(700_000));
    assert_eq!(fee("2.001610", Channel::Online), dong(100_000));
    assert_eq!(fee("1.004222", Channel::Online), dong(10_000));
    assert_eq!(fee("1.004222", Channel::Counter), dong(20_000));
    assert_eq!(fee("1.003460", Channel::Counter), Money::Usd(145));
    assert_eq!(
        fee("1.001193", Channel::Online),
        Money::Vnd(motcua_domain::money::Dong::ZERO)
    );
}

#[test]
fn supplements_restart_the_limit_unless_sector_law_says_otherwise() {
    let after = |code: &str| CITY.procedure(code).unwrap().version.supplements[1].clone();
    let usual = after("1.001193");
    assert_eq!(
        (usual.effect, usual.ask_within, usual.rounds_max),
        (PolicyEffect::Restart, TimeLimit::WorkingDays(3), 1)
    );
    let permit = after("1.013225");
    assert_eq!(
        (permit.ask_within, permit.rounds_max),
        (TimeLimit::WorkingDays(7), 3)
    );
    assert_eq!(
        after("2.000829").applicant_window,
        Some(TimeLimit::WorkingDays(5))
    );
}

#[test]
fn every_role_has_somebody_and_the_main_cast_serves_hai_chau() {
    let held: BTreeSet<Role> = CITY
        .staff
        .iter()
        .flat_map(|persona| persona.roles.clone())
        .collect();
    assert_eq!(held, Role::ALL.into_iter().collect());
    for role in [
        Role::ReceivingOfficer,
        Role::Specialist,
        Role::DivisionHead,
        Role::Head,
        Role::Clerk,
        Role::ReturningOfficer,
    ] {
        let first = CITY
            .staff
            .iter()
            .find(|persona| persona.roles.contains(&role))
            .unwrap();
        assert_eq!(first.agency.as_str(), "48-20242", "{role:?}");
    }
}

#[test]
fn there_are_names_to_invent_people_from() {
    assert_eq!((CITY.names.male.len(), CITY.names.female.len()), (60, 60));
    assert!(CITY.names.surnames.len() >= 30);
}

#[test]
fn what_is_built_in_is_what_lies_in_the_folder() {
    let built_in: BTreeSet<&str> = EMBEDDED_FILES.iter().map(|(path, _)| *path).collect();
    let source = source::from_dir(&folder()).unwrap();
    let lying: BTreeSet<&str> = ["forms", "procedures"]
        .iter()
        .flat_map(|place| source.files_in(place))
        .collect();
    assert!(
        lying.is_subset(&built_in),
        "not built in: {:?}",
        lying.difference(&built_in).collect::<Vec<_>>()
    );
    for (path, text) in EMBEDDED_FILES {
        assert_eq!(source.text(path).unwrap(), *text, "{path}");
    }
    assert_eq!(read(&folder()).unwrap().procedures, CITY.procedures);
}
