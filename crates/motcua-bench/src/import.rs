//! Importing the national catalogue, as `motcua catalogue import` does: read, understand, find what misleads, keep.

use std::io::{BufRead, BufReader};
use std::path::Path;

use motcua_catalogue::Fingerprint;
use motcua_domain::time::Instant as Moment;
use motcua_engine::ports::CatalogueStore;
use motcua_engine::rows::{ConfirmationRow, ProcedureRow};
use motcua_store::{Options, SqliteStore};

use crate::measure::{Round, alternate};
use crate::report::{Aim, Measured};
use crate::{Plan, catalogue};

const CRAWL: &str = "procedures/vn-procedures-api-raw-2026-07-18.jsonl.zst";

/// Measures where the shared data are here; they are not ours to carry.
pub(crate) fn measure(plan: Plan, report: &mut dyn FnMut(Measured)) {
    let Some(packed) = catalogue::shared(CRAWL) else {
        eprintln!("SKIPPED catalogue import: the shared data are not here");
        return;
    };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("crawl.jsonl.zst");
    std::fs::write(&path, &packed).expect("room for the crawl");
    let rounds = plan.rounds.min(2);
    let pair = alternate(rounds, || imported(&path, folder.path()), || parsed(&packed));
    report(Measured::beside(
        "catalogue import".to_owned(),
        "records",
        "unpacking it and parsing its JSON",
        Aim::None,
        pair,
    ));
}

fn imported(path: &Path, folder: &Path) -> Round {
    let folder = tempfile::tempdir_in(folder).expect("a temporary folder");
    let store = SqliteStore::open(&folder.path().join("city.sqlite"), Options::default()).expect("a store");
    Round::of_one(|| import_into(path, &store))
}

fn import_into(path: &Path, store: &SqliteStore) -> usize {
    let (mut rows, mut items) = (Vec::new(), Vec::new());
    let ending = motcua_catalogue::import_file(
        path,
        &mut |line| {
            let Ok(record) = line else { return };
            rows.push(ProcedureRow {
                code: record.version.code.as_str().to_owned(),
                fingerprint: Fingerprint::of(&record.version).as_str().to_owned(),
                encoded: motcua_catalogue::encode(&record.version),
                is_public: record.version.is_public(),
                raw: record.raw,
                seen_at: Moment::from_millis(1_784_000_000_000),
                is_in_last_import: true,
            });
            items.extend(record.items);
        },
        &mut |_| {},
    );
    items.extend(ending.expect("a file that can be read").items);
    let confirmations: Vec<_> = items
        .iter()
        .map(|item| ConfirmationRow {
            code: item.procedure.as_str().to_owned(),
            trap: item.trap.code().to_owned(),
            path: item.path.clone(),
            raw: item.raw.clone(),
            reason: item.trap.reason().to_owned(),
        })
        .collect();
    store
        .keep_procedures(&rows, &confirmations)
        .expect("the records to be kept");
    rows.len()
}

/// The least that anybody must do with the file: nothing is understood, nothing is kept.
fn parsed(packed: &[u8]) -> Round {
    Round::of_one(|| {
        let unpacked = ruzstd::decoding::StreamingDecoder::new(packed).expect("a packed file");
        let records = BufReader::new(unpacked).lines().map(|line| {
            let value: Result<serde_json::Value, _> = serde_json::from_str(&line.expect("a line"));
            value.expect("a line of JSON").is_object()
        });
        records.filter(|is_object| *is_object).count()
    })
}
