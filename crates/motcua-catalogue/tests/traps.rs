//! Every trap of the national record is found in an invented record of the portal's shape, and a clean one has none.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;

use motcua_catalogue::{ImportEnding, ImportedRecord, import_file};
use motcua_domain::catalogue::{ConfirmationItem, Money, ProcedureKind, Trap};
use motcua_domain::money::Dong;
use motcua_domain::time::TimeLimit;

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(format!("{name}.json"))
}

fn imported(name: &str) -> (Vec<ImportedRecord>, ImportEnding) {
    let mut records = Vec::new();
    let ending = import_file(
        &fixture(name),
        &mut |line| records.push(line.unwrap()),
        &mut |_| {},
    )
    .unwrap();
    (records, ending)
}

fn items(name: &str) -> Vec<ConfirmationItem> {
    let (records, ending) = imported(name);
    records
        .into_iter()
        .flat_map(|record| record.items)
        .chain(ending.items)
        .collect()
}

#[test]
fn every_trap_is_found_where_it_was_laid_and_nothing_else_is() {
    for trap in Trap::ALL {
        let found: BTreeSet<Trap> = items(trap.code()).into_iter().map(|item| item.trap).collect();
        assert_eq!(found, BTreeSet::from([*trap]), "in the fixture {trap}");
    }
}

#[test]
fn every_record_of_a_fixture_has_its_trap() {
    for trap in Trap::ALL
        .iter()
        .filter(|trap| !matches!(trap, Trap::NameRepeats | Trap::DuplicateCode))
    {
        for record in imported(trap.code()).0 {
            assert!(
                record.items.iter().any(|item| item.trap == *trap),
                "{trap}, line {}",
                record.line
            );
        }
    }
}

#[test]
fn a_clean_record_has_nothing_to_settle() {
    let (records, ending) = imported("clean");
    assert_eq!(records.len(), 1);
    assert_eq!(items("clean"), []);
    assert_eq!(ending.counts.needs_confirmation, 0);
    assert_eq!(ending.counts.channel_times, 3);
    let version = &records[0].version;
    assert!(version.is_public());
    assert_eq!(version.channels[0].limit, TimeLimit::WorkingDays(5));
    assert_eq!(
        version.channels[0].charges[0].amount,
        Some(Money::Vnd(Dong::new(20_000)))
    );
    assert_eq!(version.id.as_str(), "9.900001@2026-06-05");
    assert_eq!(version.decision.taken_on.unwrap().to_string(), "2026-01-16");
}

#[test]
fn what_is_found_says_where_and_what_and_proposes() {
    let mut found = BTreeMap::new();
    for trap in Trap::ALL {
        let mut written = String::new();
        for item in items(trap.code()) {
            let proposal = item.proposal.as_deref().unwrap_or("-");
            writeln!(
                written,
                "{} {} | {} | {proposal}",
                item.procedure, item.path, item.raw
            )
            .unwrap();
        }
        found.insert(trap.code(), written);
    }
    insta::assert_debug_snapshot!(
        found
            .iter()
            .map(|(trap, items)| (trap, items.lines().collect()))
            .collect::<BTreeMap<_, Vec<_>>>()
    );
}

#[test]
fn an_unsettled_limit_is_never_a_number() {
    for trap in [
        "limit-without-unit",
        "limit-as-text",
        "limit-not-whole",
        "hour-kind-unknown",
    ] {
        for record in imported(trap).0 {
            let limits = record.version.channels.iter().map(|entry| &entry.limit);
            assert!(
                limits
                    .into_iter()
                    .all(|limit| matches!(limit, TimeLimit::Unparsed(_))),
                "{trap}"
            );
        }
    }
}

#[test]
fn an_internal_procedure_is_kept_and_hidden() {
    let (records, _) = imported("internal-procedure");
    assert_eq!(records.len(), 2, "one by its flag, one by its kind alone");
    assert!(
        records
            .iter()
            .all(|record| record.version.kind == ProcedureKind::Internal && !record.version.is_public())
    );
}

#[test]
fn two_procedures_under_one_code_are_both_kept_and_told_apart() {
    let (records, ending) = imported("duplicate-code");
    let codes: Vec<&str> = records
        .iter()
        .map(|record| record.version.code.as_str())
        .collect();
    assert_eq!(codes[0], "9.999998");
    assert!(codes[1].starts_with("9.999998-"), "{}", codes[1]);
    assert_eq!(ending.counts.procedures, 2);
}
