use std::collections::BTreeSet;

use super::*;
use crate::channel::Channel;
use crate::id::VersionId;
use crate::time::{Day, TimeLimit};

fn bees(id: &str) -> ProcedureVersion {
    ProcedureVersion {
        id: VersionId::new(id),
        name_en: Some("Keeping bees on a balcony".to_owned()),
        kind: ProcedureKind::Specific,
        levels: vec![AuthorityLevel::Commune],
        channels: vec![
            entry(Channel::Online, 5),
            entry(Channel::Counter, 5),
            entry(Channel::Online, 7),
        ],
        ..crate::case::sample::version(Vec::new())
    }
}

fn entry(channel: Channel, days: u32) -> ChannelEntry {
    ChannelEntry {
        channel,
        limit: TimeLimit::WorkingDays(days),
        charges: Vec::new(),
        note: String::new(),
    }
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

#[test]
fn a_procedure_code_is_believed_or_refused() {
    for code in ["1.001193", " 1.014325", "2.009182739", "1.014955-Xoa"] {
        assert_eq!(ProcedureCode::new(code).unwrap().as_str(), code.trim());
    }
    let long = format!("1.{}", "0".repeat(40));
    for code in [
        "",
        "1",
        "1.",
        ".001193",
        "a.001193",
        "1.00 1193",
        "1.001193; drop",
        long.as_str(),
    ] {
        assert!(ProcedureCode::new(code).is_err(), "{code}");
    }
    assert!(ProcedureCode::new("1.001193").unwrap().is_national_shape());
    assert!(!ProcedureCode::new("1.0133611").unwrap().is_national_shape());
}

#[test]
fn an_outcome_code_tells_its_shape_and_its_province() {
    assert!(OutcomeCode::new("KQ.G15.000031").is_national_shape());
    for code in [
        "000.00.00.G15-KQ003320",
        "KQ-H17.000001",
        "KQ.G15.31",
        "KQ.G15.000031.1",
        "Giấy phép",
    ] {
        assert!(!OutcomeCode::new(code).is_national_shape(), "{code}");
    }
    assert_eq!(OutcomeCode::new("H37.003").province(), Some("H37"));
    assert_eq!(OutcomeCode::new("KQ-H17.000001").province(), Some("H17"));
    assert_eq!(OutcomeCode::new("000.00.00.H05-KQ000330").province(), Some("H05"));
    assert_eq!(OutcomeCode::new("KQ.G15.000031").province(), None);
    assert_eq!(
        OutcomeCode::new("TNHH17").province(),
        None,
        "letters that only look like a province"
    );
}

#[test]
fn an_entry_of_civil_status_knows_its_register_and_nothing_else_has_one() {
    let register = |code: &str| OutcomeCode::new(code).civil_register();
    assert_eq!(register("KQ.G15.000031"), Some("khai-sinh"));
    assert_eq!(register("KQ.G15.000032"), Some("ket-hon"));
    assert_eq!(register("KQ.G15.000342"), None, "a copy is no entry");
    assert_eq!(register("KQ.G17.000311"), None);
}

#[test]
fn every_trap_has_its_own_code_and_is_found_by_it() {
    let codes: BTreeSet<&str> = Trap::ALL.iter().map(|trap| trap.code()).collect();
    assert_eq!(codes.len(), Trap::ALL.len());
    for trap in Trap::ALL {
        assert_eq!(trap.code().parse(), Ok(*trap));
        assert!(!trap.reason().is_empty());
    }
}

#[test]
fn the_version_in_force_is_the_newest_that_has_begun() {
    let old = ProcedureVersion {
        in_force_from: Some(day("2026-01-01")),
        in_force_to: Some(day("2026-06-30")),
        ..bees("9.999999@2026-01-01")
    };
    let new = ProcedureVersion {
        in_force_from: Some(day("2026-07-01")),
        ..bees("9.999999@2026-07-01")
    };
    let procedure = Procedure {
        code: old.code.clone(),
        versions: vec![old, new],
    };
    let on = |text| {
        procedure
            .in_force_on(day(text))
            .map(|version| version.id.as_str())
    };
    assert_eq!(on("2025-12-31"), None);
    assert_eq!(on("2026-06-30"), Some("9.999999@2026-01-01"));
    assert_eq!(on("2026-07-01"), Some("9.999999@2026-07-01"));
}

#[test]
fn an_assisted_filing_reads_the_rows_of_the_way_it_is_filed() {
    let version = bees("9.999999@2026-01-01");
    let days = |channel| {
        version
            .entries(channel)
            .map(|entry| entry.limit.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        days(Channel::Kiosk),
        [TimeLimit::WorkingDays(5), TimeLimit::WorkingDays(7)]
    );
    assert_eq!(days(Channel::Phone), [], "nothing is filed by phone");
}

#[test]
fn internal_procedures_are_not_for_the_public() {
    let version = bees("9.999999@2026-01-01");
    assert!(version.is_public());
    let flagged = ProcedureVersion {
        flags: Flags {
            is_internal: true,
            ..Flags::default()
        },
        ..version.clone()
    };
    assert!(!flagged.is_public());
    assert!(
        !ProcedureVersion {
            kind: ProcedureKind::Internal,
            ..version
        }
        .is_public()
    );
}

#[test]
fn no_new_case_pins_the_legacy_effect_of_a_supplement() {
    assert_eq!(PolicyEffect::ShiftByDays.pinned(), None);
    assert!(PolicyEffect::Restart.pinned().is_some());
}
