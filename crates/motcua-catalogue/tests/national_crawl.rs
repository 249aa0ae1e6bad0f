//! The whole national crawl, where the shared data is beside the repository.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test fails by panicking, and says aloud when it is skipped"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use motcua_catalogue::{Fingerprint, ImportEnding, ImportedRecord, decode, diff, encode, import_file};
use motcua_domain::catalogue::{Money, Trap};
use motcua_domain::time::TimeLimit;

const CRAWL: &str = "shared/data/procedures/vn-procedures-api-raw-2026-07-18.jsonl.zst";

fn crawl() -> Option<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = here
        .ancestors()
        .map(|folder| folder.join(CRAWL))
        .find(|file| file.exists());
    if found.is_none() {
        println!("skipped: shared data not present");
    }
    found
}

fn import_all(file: &Path) -> (Vec<ImportedRecord>, ImportEnding) {
    let mut records = Vec::new();
    let ending = import_file(file, &mut |line| records.push(line.unwrap()), &mut |_| {}).unwrap();
    (records, ending)
}

#[test]
fn the_national_crawl_is_read_whole_and_its_traps_are_found() {
    // One test, because reading the file is what takes the time.
    let Some(file) = crawl() else { return };
    let (records, ending) = import_all(&file);
    counts_are_those_of_the_flattened_file(&records, &ending);
    known_records_are_understood(&records);
    every_version_is_kept_without_loss(&records);
}

fn counts_are_those_of_the_flattened_file(records: &[ImportedRecord], ending: &ImportEnding) {
    let counts = &ending.counts;
    let read = (
        counts.procedures,
        counts.channel_times,
        counts.requirements,
        counts.outcomes,
        counts.legal_bases,
    );
    assert_eq!(read, (5_665, 16_558, 28_064, 7_014, 23_561));
    assert_eq!(counts.rejected, []);

    let mut by_trap: BTreeMap<Trap, usize> = BTreeMap::new();
    let all_items = records
        .iter()
        .flat_map(|record| &record.items)
        .chain(&ending.items);
    for item in all_items {
        *by_trap.entry(item.trap).or_default() += 1;
    }
    assert_eq!(by_trap.values().sum::<usize>() as u64, counts.needs_confirmation);
    for trap in Trap::ALL {
        assert!(by_trap.contains_key(trap), "{trap} is not in the crawl");
    }
    // As measured in the handbook (domain.md 7.6).
    assert_eq!(by_trap[&Trap::FieldMissing], 2_518);
    assert_eq!(by_trap[&Trap::ForeignProvinceCode], 77);
    assert_eq!(by_trap[&Trap::VariantsWithDifferentLimits], 411);
    assert_eq!(
        records
            .iter()
            .filter(|record| record.version.flags.is_internal)
            .count(),
        190
    );
}

fn known_records_are_understood(records: &[ImportedRecord]) {
    let of = |code: &str| {
        records
            .iter()
            .find(|record| record.version.code.as_str() == code)
            .unwrap()
    };
    let has = |code: &str, trap| of(code).items.iter().any(|item| item.trap == trap);
    assert!(
        has("1.013225", Trap::NoteAgainstLimit),
        "building permit: the channel against the variant"
    );
    assert!(
        has("2.001827", Trap::AmountOffByThousand),
        "food safety: 700 for 700.000"
    );
    assert!(
        has("3.000348", Trap::ChargeInNote),
        "driving licence: 135.000 in the note"
    );
    assert!(has("2.000986", Trap::Superseded));
    let birth = of("1.001193");
    assert_eq!(
        birth.version.channels[0].limit,
        TimeLimit::Unparsed("1 OTHER".to_owned())
    );
    let unit = birth
        .items
        .iter()
        .find(|item| item.trap == Trap::LimitWithoutUnit)
        .unwrap();
    assert_eq!(unit.proposal.as_deref(), Some("1 working-day"));
    let card = of("1.003460");
    assert!(
        card.version
            .channels
            .iter()
            .flat_map(|entry| &entry.charges)
            .any(|charge| charge.amount == Some(Money::Usd(145)))
    );
}

fn every_version_is_kept_without_loss(records: &[ImportedRecord]) {
    let mut prints = Vec::new();
    for record in records {
        assert_eq!(decode(&encode(&record.version)).unwrap(), record.version);
        prints.push((record.version.code.clone(), Fingerprint::of(&record.version)));
    }
    let same = diff(&prints, &prints);
    assert_eq!(
        (
            same.unchanged,
            same.added.len(),
            same.changed.len(),
            same.not_seen.len()
        ),
        (5_665, 0, 0, 0)
    );
}
