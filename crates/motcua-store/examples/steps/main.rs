//! Durable case steps a second, through the store and through the bare engine below it, alternating in one run.
//!
//! `cargo run --release -p motcua-store --example steps -- [--json] [--rounds N] [--millis N]`. A step is what an
//! officer's act writes: two events, the case's row, one message. The ceiling writes the same rows by the same
//! statements without anything around them: on SQLite one connection and as many steps in a transaction as there
//! are callers, on PostgreSQL a connection for each caller and a statement for each row.

#![expect(clippy::disallowed_methods, reason = "a measurement reads the clock")]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a tool that cannot go on stops, and says so; it prints what it measured"
)]

mod bare;
#[path = "../../tests/conformance/cluster.rs"]
mod cluster;
mod measure;
mod ours;

use std::time::Duration;

use measure::{Round, Summary};
use motcua_store::{Options, PostgresStore, SqliteStore};
use serde_json::{Value, json};

/// Callers at once.
const CALLERS: [usize; 3] = [1, 8, 32];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let is_json = arguments.iter().any(|argument| argument == "--json");
    let number = |name: &str, otherwise: u64| {
        let place = arguments.iter().position(|argument| argument == name);
        place
            .and_then(|place| arguments.get(place + 1)?.parse().ok())
            .unwrap_or(otherwise)
    };
    let round = Duration::from_millis(number("--millis", 1500));
    let rounds = number("--rounds", 5);
    let mut results = Vec::new();
    for callers in CALLERS {
        results.push(on_sqlite(callers, rounds, round));
    }
    match cluster::Cluster::start(true) {
        Ok(cluster) => {
            for callers in CALLERS {
                results.push(on_postgres(&cluster, callers, rounds, round));
            }
        }
        Err(reason) => eprintln!("SKIPPED postgres: {reason}"),
    }
    if is_json {
        println!("{}", Value::from(results));
    } else {
        results.iter().for_each(print);
    }
}

fn on_sqlite(callers: usize, rounds: u64, length: Duration) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let (here, there) = (
        folder.path().join("ours.sqlite"),
        folder.path().join("bare.sqlite"),
    );
    drop(SqliteStore::open(&there, Options::default()).unwrap());
    let store = SqliteStore::open(&here, Options::default()).unwrap();
    let mut ours = ours::Ours::new(&store, callers);
    let mut bare = bare::Sqlite::new(&there, callers);
    compare(
        "sqlite",
        callers,
        rounds,
        || ours.round(length),
        || bare.round(length),
    )
}

fn on_postgres(cluster: &cluster::Cluster, callers: usize, rounds: u64, length: Duration) -> Value {
    let (here, there) = (
        cluster.database("template1").unwrap(),
        cluster.database("template1").unwrap(),
    );
    drop(PostgresStore::connect(&there, 1).unwrap());
    let store = PostgresStore::connect(&here, callers).unwrap();
    let mut ours = ours::Ours::new(&store, callers);
    let mut bare = bare::Postgres::new(&there, callers);
    compare(
        "postgres",
        callers,
        rounds,
        || ours.round(length),
        || bare.round(length),
    )
}

/// One round of each in turn, after one of each that does not count. The ratio is the median of the ratios of the
/// rounds: what disturbs the machine disturbs neighbours alike.
fn compare(
    engine: &str,
    callers: usize,
    rounds: u64,
    mut ours: impl FnMut() -> Round,
    mut ceiling: impl FnMut() -> Round,
) -> Value {
    ours();
    ceiling();
    let pairs: Vec<(Round, Round)> = (0..rounds).map(|_| (ours(), ceiling())).collect();
    let mut ratios: Vec<f64> = pairs
        .iter()
        .map(|(ours, ceiling)| ours.per_second() / ceiling.per_second())
        .collect();
    ratios.sort_by(f64::total_cmp);
    let ratio = ratios[ratios.len() / 2];
    let (ours, ceilings): (Vec<Round>, Vec<Round>) = pairs.into_iter().unzip();
    json!({
        "engine": engine,
        "callers": callers,
        "ratio": ratio,
        "ours": Summary::of(ours).json(),
        "ceiling": Summary::of(ceilings).json(),
    })
}

fn print(result: &Value) {
    let side = |name: &str| {
        let side = &result[name];
        format!(
            "{:>7.0}/s  p50 {:>6.2}  p99 {:>6.2}  p99.9 {:>6.2}  max {:>6.2} ms",
            side["steps_per_second"].as_f64().unwrap_or(0.0),
            side["p50_ms"].as_f64().unwrap_or(0.0),
            side["p99_ms"].as_f64().unwrap_or(0.0),
            side["p999_ms"].as_f64().unwrap_or(0.0),
            side["max_ms"].as_f64().unwrap_or(0.0),
        )
    };
    println!(
        "{} with {} callers: {:.2} of the bare engine",
        result["engine"],
        result["callers"],
        result["ratio"].as_f64().unwrap_or(0.0)
    );
    println!("  ours    {}", side("ours"));
    println!("  ceiling {}", side("ceiling"));
}
