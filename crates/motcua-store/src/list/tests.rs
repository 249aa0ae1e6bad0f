use motcua_domain::access::{Clause, Scope};
use motcua_domain::case::Step;
use motcua_domain::id::UnitCode;
use motcua_engine::ports::{CaseFilter, CaseQuery};

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
