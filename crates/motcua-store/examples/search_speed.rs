//! Measures the search on the national catalogue: `cargo run --release -p motcua-store --example search_speed`.

#[path = "../tests/catalogue/mod.rs"]
mod catalogue;

use motcua_engine::search::{ProcedureSearch, SearchQuery, Words};
use motcua_store::search::SearchIndex;
use std::time::{Duration, Instant};

const GOLDEN: &str = include_str!("../tests/golden_queries.tsv");
const ROUNDS: usize = 20;

#[expect(clippy::disallowed_methods, reason = "a measurement reads the clock")]
fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let from = Instant::now();
    let value = work();
    (value, from.elapsed())
}

#[expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a tool for developers, run by hand"
)]
fn main() {
    let Some(records) = catalogue::national(usize::MAX) else {
        println!("the shared data are not here");
        return;
    };
    let count = records.len();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("search.sqlite");
    let words = Words::parse(catalogue::WORDS).unwrap();
    let (_, built) = timed(|| SearchIndex::open_or_build(&path, "1", words.clone(), || records).unwrap());
    let (index, opened) = timed(|| SearchIndex::open_or_build(&path, "1", words, Vec::new).unwrap());
    let size = std::fs::metadata(&path).unwrap().len() / 1_000_000;
    println!("{count} procedures: built in {built:?}, {size} MB; opened again in {opened:?}");
    let mut slow = Vec::new();
    for _ in 0..ROUNDS {
        for text in GOLDEN
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|l| l.split('\t').nth(1))
        {
            let query = SearchQuery {
                text: text.to_owned(),
                limit: 20,
                ..SearchQuery::default()
            };
            let (results, took) = timed(|| index.search(&query));
            results.unwrap();
            slow.push((took, text));
        }
    }
    slow.sort_unstable();
    let at = |per_mille: usize| {
        slow.get((slow.len() - 1) * per_mille / 1000)
            .map_or(Duration::ZERO, |(took, _)| *took)
    };
    let [p50, p99, p999, max] = [500, 990, 999, 1000].map(at);
    println!(
        "{} searches: p50 {p50:?}, p99 {p99:?}, p99.9 {p999:?}, max {max:?}",
        slow.len()
    );
    for (took, text) in slow.iter().rev().step_by(ROUNDS).take(5) {
        println!("  {took:?} {text}");
    }
}
