use motcua_domain::access::{Clause, Scope};
use motcua_domain::case::Step;
use motcua_domain::id::UnitCode;
use motcua_engine::ports::{CaseFilter, CaseQuery, Timing};

use super::{counts, page};

#[test]
fn a_scope_that_admits_nothing_asks_nobody() {
    let query = CaseQuery {
        limit: 50,
        ..CaseQuery::everything()
    };
    assert!(page(&Scope::default(), &query).is_none());
    assert!(counts(&Scope::default(), &[query], 100).is_none());
}

#[test]
fn a_query_without_a_filter_asks_nobody_for_a_page() {
    let scope = Scope::of(vec![Clause::Everything]);
    assert!(page(&scope, &CaseQuery::default()).is_none());
}

#[test]
fn a_desk_walks_once_for_each_way_in_and_each_step() {
    let agency = UnitCode::new("bees");
    let scope = Scope::of(vec![
        Clause::ReceivedAt(agency.clone()),
        Clause::DecidedBy(agency),
    ]);
    let query = CaseQuery {
        limit: 50,
        ..CaseQuery::of(CaseFilter {
            steps: vec![Step::Sent, Step::Accepted, Step::Sent],
            ..CaseFilter::default()
        })
    };
    let sql = page(&scope, &query).unwrap();
    assert_eq!(sql.text.matches("FROM cases c WHERE").count(), 4);
    assert_eq!(sql.text.matches(" UNION SELECT").count(), 1);
    assert_eq!(sql.text.matches('$').count(), sql.values.len());
}

/// How SQLite would answer, line by line.
fn plan(sql: &super::Sql<'_>) -> Vec<String> {
    let connection = rusqlite::Connection::open_in_memory().unwrap();
    crate::migrate::migrate(&mut crate::driver::Driver::Sqlite(&connection)).unwrap();
    let mut statement = connection
        .prepare(&format!("EXPLAIN QUERY PLAN {}", sql.text))
        .unwrap();
    for place in 1..=statement.parameter_count() {
        statement.raw_bind_parameter(place, 50).unwrap();
    }
    let mut rows = statement.raw_query();
    let mut lines = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        lines.push(row.get::<_, String>(3).unwrap());
    }
    lines
}

fn desk() -> Scope {
    let agency = UnitCode::new("bees");
    Scope::of(vec![
        Clause::ReceivedAt(agency.clone()),
        Clause::DecidedBy(agency),
    ])
}

/// The filters of every queue, by the index that each must walk along.
fn filters() -> Vec<(CaseFilter, [&'static str; 2])> {
    let at = |steps: &[Step]| CaseFilter {
        steps: steps.to_vec(),
        ..CaseFilter::default()
    };
    let by_step = ["cases_of_desk", "cases_of_agency"];
    let now = motcua_domain::time::Instant::from_millis(50);
    vec![
        (at(&[Step::Sent, Step::Accepted]), by_step),
        (
            CaseFilter {
                timing: Some(Timing::LateAt(now)),
                ..at(&[Step::Appraisal])
            },
            by_step,
        ),
        (
            CaseFilter {
                timing: Some(Timing::Paused),
                ..CaseFilter::default()
            },
            ["cases_of_desk_paused", "cases_of_agency_paused"],
        ),
        (
            CaseFilter {
                is_answered: true,
                ..at(&[Step::SupplementAfterAppraisal])
            },
            ["cases_of_desk_answered", "cases_of_agency_answered"],
        ),
        (
            CaseFilter {
                is_withdrawal_asked: Some(true),
                ..at(&[Step::Appraisal, Step::LeaderSigning])
            },
            ["cases_of_desk_withdrawal", "cases_of_agency_withdrawal"],
        ),
    ]
}

#[test]
fn every_queue_walks_along_an_index_that_is_already_in_order() {
    for (filter, indexes) in filters() {
        let query = CaseQuery {
            limit: 50,
            ..CaseQuery::of(filter.clone())
        };
        let scope = desk();
        let questions = [query.clone()];
        let asked = [
            page(&scope, &query).unwrap(),
            counts(&scope, &questions, 100).unwrap(),
        ];
        for sql in &asked {
            let lines = plan(sql);
            let walks: Vec<&String> = lines.iter().filter(|line| line.contains(" c USING ")).collect();
            for index in indexes {
                let name = format!("INDEX {index} ");
                assert!(
                    walks.iter().any(|line| line.contains(&name)),
                    "{index}: {lines:#?}"
                );
            }
            let is_scan = |line: &&String| {
                *line == "SCAN c" || line.starts_with("SCAN c ") || line.starts_with("SCAN cases")
            };
            assert_eq!(lines.iter().find(is_scan), None, "{filter:?}: {lines:#?}");
        }
        // A walk on its own sorts nothing: its first rows are there at once, however many follow.
        let one_way = Scope::of(vec![Clause::DecidedBy(UnitCode::new("bees"))]);
        let mut walk = super::Sql::default();
        walk.push("SELECT c.due_at AS at, c.id AS id");
        let along = super::walks(&one_way.clauses()[0], &filter)[0];
        super::Walk {
            way: &one_way.clauses()[0],
            filter: &filter,
            along,
        }
        .push(&mut walk);
        walk.push(" ORDER BY at, id LIMIT 50");
        let lines = plan(&walk);
        assert_eq!(lines.len(), 1, "one search and no sorting: {filter:?} {lines:#?}");
        assert!(lines[0].starts_with("SEARCH c USING "), "{lines:?}");
    }
}
