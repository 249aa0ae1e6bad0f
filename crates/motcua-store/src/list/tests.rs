use motcua_domain::access::{Clause, Scope};
use motcua_domain::case::Step;
use motcua_domain::id::UnitCode;
use motcua_engine::ports::CaseQuery;

use super::{count, page};

#[test]
fn a_scope_that_admits_nothing_asks_nobody() {
    let query = CaseQuery {
        limit: 50,
        ..CaseQuery::default()
    };
    assert!(page(&Scope::default(), &query).is_none());
    assert!(count(&Scope::default(), &query, 100).is_none());
}

#[test]
fn a_desk_walks_once_for_each_way_in_and_each_step() {
    let agency = UnitCode::new("bees");
    let scope = Scope::of(vec![
        Clause::ReceivedAt(agency.clone()),
        Clause::DecidedBy(agency),
    ]);
    let query = CaseQuery {
        steps: vec![Step::Sent, Step::Accepted, Step::Sent],
        limit: 50,
        ..CaseQuery::default()
    };
    let sql = page(&scope, &query).unwrap();
    assert_eq!(sql.text.matches("FROM cases c WHERE").count(), 4);
    assert_eq!(sql.text.matches(" UNION SELECT").count(), 1);
    assert_eq!(sql.text.matches('$').count(), sql.values.len());
}
