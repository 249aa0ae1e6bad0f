//! Searches as residents type them, in the national catalogue where the shared data are here, else among the city's
//! own procedures.

use std::time::Duration;

use motcua_engine::search::{ProcedureSearch, SearchQuery, Words};
use motcua_store::search::SearchIndex;

use crate::measure::{Round, Side};
use crate::report::{Aim, Measured};
use crate::{Plan, catalogue};

const GOLDEN: &str = include_str!("../../motcua-store/tests/golden_queries.tsv");

/// Measures every golden query, as many rounds as the plan says, four times each.
pub(crate) fn measure(plan: Plan, report: &mut dyn FnMut(Measured)) {
    let records = catalogue::national(usize::MAX).unwrap_or_else(|| {
        eprintln!("the shared data are not here: searching the city's own procedures");
        catalogue::city()
    });
    let count = records.len();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let words = Words::parse(catalogue::WORDS).expect("the city's words");
    let index = SearchIndex::open_or_build(&folder.path().join("search.sqlite"), "1", words, || records);
    let index = index.expect("an index");
    let typed = GOLDEN
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split('\t').nth(1));
    let queries: Vec<SearchQuery> = typed
        .map(|text| SearchQuery {
            text: text.to_owned(),
            limit: 20,
            ..SearchQuery::default()
        })
        .collect();
    let round = || {
        let asked = queries.iter().cycle().take(queries.len() * 4);
        Round::of_each(asked, |query| drop(index.search(query).expect("results")))
    };
    round();
    let ours = Side::of((0..plan.rounds).map(|_| round()).collect());
    report(Measured::alone(
        format!("search among {count} procedures"),
        "searches",
        Aim::P99(Duration::from_millis(5)),
        ours,
    ));
}
