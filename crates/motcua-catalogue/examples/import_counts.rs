//! Imports a file and prints the counts as JSON: `cargo run --release -p motcua-catalogue --example import_counts FILE`.
//! With the code of a trap behind it, also its items, one a line, on standard error.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use motcua_catalogue::{Fingerprint, ImportCounts, encode, import_file};

#[derive(serde::Serialize)]
struct Report {
    #[serde(flatten)]
    counts: ImportCounts,
    by_trap: BTreeMap<&'static str, u64>,
    internal: u64,
    encoded_bytes: usize,
    milliseconds: u128,
}

fn main() -> ExitCode {
    let Some(file) = std::env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("usage: import_counts FILE");
        return ExitCode::FAILURE;
    };
    let shown = std::env::args().nth(2).unwrap_or_default();
    #[expect(clippy::disallowed_methods, reason = "an example is where time is measured")]
    let started = Instant::now();
    let mut by_trap = BTreeMap::new();
    let (mut internal, mut encoded_bytes) = (0, 0);
    let imported = import_file(
        &file,
        &mut |line| {
            let Ok(record) = line else { return };
            for item in &record.items {
                *by_trap.entry(item.trap.code()).or_insert(0) += 1;
                if item.trap.code() == shown {
                    let proposal = item.proposal.as_deref().unwrap_or("-");
                    eprintln!("{}\t{}\t{}\t{proposal}", item.procedure, item.path, item.raw);
                }
            }
            internal += u64::from(!record.version.is_public());
            encoded_bytes += encode(&record.version).len() + Fingerprint::of(&record.version).as_str().len();
        },
        &mut |_| {},
    );
    let ending = match imported {
        Ok(ending) => ending,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    for item in &ending.items {
        *by_trap.entry(item.trap.code()).or_insert(0) += 1;
    }
    let milliseconds = started.elapsed().as_millis();
    let report = Report {
        counts: ending.counts,
        by_trap,
        internal,
        encoded_bytes,
        milliseconds,
    };
    let written =
        serde_json::to_vec_pretty(&report).is_ok_and(|json| std::io::stdout().write_all(&json).is_ok());
    if written {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
