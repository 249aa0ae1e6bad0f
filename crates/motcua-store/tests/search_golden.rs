//! What residents type finds what they mean: the golden set, over the city's procedures and over the national catalogue.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test: it stops at what is wrong and prints what is missed"
)]

mod catalogue;

use motcua_engine::search::{ProcedureSearch, SearchQuery, SearchRecord, Words};
use motcua_store::search::SearchIndex;
use std::collections::HashSet;

const GOLDEN: &str = include_str!("golden_queries.tsv");
/// The share of queries whose answer must be among the first three, in percent.
const RIGHT_PERCENT_MIN: usize = 90;
/// So many queries must be held out for their score to say something.
const HELD_MIN: usize = 60;
/// In tests only the beginning of the long texts is indexed, for speed; they answer none of these queries.
const BODY_CHARACTERS: usize = 600;

struct Golden {
    held: bool,
    text: &'static str,
    codes: Vec<&'static str>,
}

fn golden() -> Vec<Golden> {
    GOLDEN
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let columns: Vec<&str> = line.split('\t').collect();
            assert_eq!(columns.len(), 3, "not three columns: {line}");
            assert!(["open", "held"].contains(&columns[0]), "not a set: {line}");
            Golden {
                held: columns[0] == "held",
                text: columns[1],
                codes: columns[2].split(',').collect(),
            }
        })
        .collect()
}

/// How many of the queries have a right code among the first three; prints the others.
fn right(index: &SearchIndex, queries: &[&Golden], name: &str) -> usize {
    let mut right = 0;
    for query in queries {
        let ask = SearchQuery {
            text: query.text.to_owned(),
            limit: 3,
            ..SearchQuery::default()
        };
        let results = index.search(&ask).unwrap();
        if results
            .hits
            .iter()
            .any(|hit| query.codes.contains(&hit.code.as_str()))
        {
            right += 1;
        } else {
            println!("{name}: {:?} should find {:?}, found:", query.text, query.codes);
            for hit in &results.hits {
                println!("    {} {:.2} {} {:?}", hit.code, hit.score, hit.title, hit.why);
            }
        }
    }
    println!("{name}: {right} of {} right in the first three", queries.len());
    right
}

fn judge(records: Vec<SearchRecord>, place: &str) {
    let held: HashSet<String> = records.iter().map(|record| record.code.clone()).collect();
    let folder = tempfile::tempdir().unwrap();
    let words = Words::parse(catalogue::WORDS).unwrap();
    let index = SearchIndex::open_or_build(&folder.path().join("search.sqlite"), "golden", words, || records)
        .unwrap();
    let queries = golden();
    let answerable = |query: &&Golden| query.codes.iter().any(|code| held.contains(*code));
    for (name, in_set) in [("open", false), ("held", true)] {
        let set: Vec<&Golden> = queries
            .iter()
            .filter(answerable)
            .filter(|query| query.held == in_set)
            .collect();
        let right = right(&index, &set, &format!("{place}, {name}"));
        assert!(
            right * 100 >= RIGHT_PERCENT_MIN * set.len(),
            "{place}, {name}: {right} of {} queries are right",
            set.len()
        );
    }
}

#[test]
fn the_golden_set_is_large_and_much_of_it_is_held_out() {
    let queries = golden();
    let held = queries.iter().filter(|query| query.held).count();
    assert!(queries.len() >= 130, "{} queries", queries.len());
    assert!(held >= HELD_MIN, "{held} of {} are held out", queries.len());
}

#[test]
fn residents_find_the_citys_procedures() {
    judge(catalogue::city(), "city");
}

#[test]
fn residents_find_procedures_in_the_national_catalogue() {
    match catalogue::national(BODY_CHARACTERS) {
        Some(records) => judge(records, "national"),
        None => println!("the shared data are not here: judged on the city's procedures only"),
    }
}

/// The codes that a query finds among the city's procedures, best first.
fn found_in_the_city(text: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let words = Words::parse(catalogue::WORDS).unwrap();
    let path = folder.path().join("search.sqlite");
    let index = SearchIndex::open_or_build(&path, "weak", words, catalogue::city).unwrap();
    let ask = SearchQuery {
        text: text.to_owned(),
        limit: 20,
        ..SearchQuery::default()
    };
    let hits = index.search(&ask).unwrap().hits;
    hits.into_iter().map(|hit| hit.code).collect()
}

#[test]
fn a_newborn_child_brings_no_death_and_no_groundwater() {
    let birth = found_in_the_city("con tôi mới sinh");
    assert_eq!(birth[0], "1.001193");
    assert!(
        birth.contains(&"2.000528".to_owned()),
        "a foreign parent: {birth:?}"
    );
    for other in ["1.000656", "1.001662"] {
        assert!(!birth.contains(&other.to_owned()), "{other} in {birth:?}");
    }
    let death = found_in_the_city("bo toi mat");
    assert_eq!(death, ["1.000656"], "neither a birth nor a well");
}

#[test]
fn naughty_strings_are_searched_like_any_other() {
    let folder = tempfile::tempdir().unwrap();
    let words = Words::parse(catalogue::WORDS).unwrap();
    let path = folder.path().join("search.sqlite");
    let index = SearchIndex::open_or_build(&path, "naughty", words, catalogue::city).unwrap();
    let Some(list) = catalogue::shared("web-attacks/blns.json") else {
        println!("the shared data are not here");
        return;
    };
    for text in serde_json::from_slice::<Vec<String>>(&list).unwrap() {
        index
            .search(&SearchQuery {
                text,
                limit: 20,
                ..SearchQuery::default()
            })
            .unwrap();
    }
}
