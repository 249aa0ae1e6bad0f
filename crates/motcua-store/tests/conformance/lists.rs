use motcua_domain::access::{CaseRelations, Clause, Scope};
use motcua_domain::case::Step;
use motcua_engine::changes::{Changes, Row};
use motcua_engine::ports::{CaseQuery, CaseStore, Cursor, Store, Timing};
use motcua_engine::rows::{CaseRow, NEVER};

use crate::sample::*;
use crate::stores::Place;

/// Seeded chance: what fails once fails every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % bound
    }

    fn is(&mut self) -> bool {
        self.below(2) == 0
    }
}

fn any_case(n: u64, chance: &mut Chance) -> CaseRow {
    CaseRow {
        procedure: format!("9.00000{}", chance.below(3)),
        step: Step::ALL[chance.below(5) as usize],
        applicant: person_id(chance.below(4)),
        received_at: agency(chance.below(3)),
        competent: agency(chance.below(3)),
        holder: chance.is().then(|| staff_id(chance.below(3))),
        // Few moments, so that many cases tie.
        sent_at: NOW.plus_hours(chance.below(4) as i64),
        due_at: if chance.is() {
            NEVER
        } else {
            NOW.plus_hours(chance.below(4) as i64)
        },
        is_paused: chance.is(),
        is_answered: chance.is(),
        is_withdrawal_asked: chance.is(),
        ..case(n)
    }
}

fn any_scope(chance: &mut Chance) -> Scope {
    let clauses = (0..chance.below(4))
        .map(|_| match chance.below(9) {
            0 | 1 => Clause::AppliedBy(person_id(chance.below(4))),
            2 | 3 => Clause::ReceivedAt(agency(chance.below(3))),
            4 | 5 => Clause::DecidedBy(agency(chance.below(3))),
            6 | 7 => Clause::HeldBy(staff_id(chance.below(3))),
            _ => Clause::Everything,
        })
        .collect();
    Scope::of(clauses)
}

fn any_query(chance: &mut Chance) -> CaseQuery {
    let seldom = |chance: &mut Chance| chance.below(4) == 0;
    CaseQuery {
        steps: (0..chance.below(4))
            .map(|_| Step::ALL[chance.below(5) as usize])
            .collect(),
        holder: seldom(chance).then(|| staff_id(chance.below(3))),
        is_unassigned: seldom(chance),
        procedure: seldom(chance).then(|| "9.000001".to_owned()),
        applicant: seldom(chance).then(|| person_id(chance.below(4))),
        timing: match chance.below(8) {
            0 => Some(Timing::LateAt(NOW.plus_hours(2))),
            1 => Some(Timing::Between(NOW.plus_hours(1), NOW.plus_hours(3))),
            2 => Some(Timing::Paused),
            _ => None,
        },
        is_answered: seldom(chance),
        is_withdrawal_asked: seldom(chance),
        after: None,
        is_newest_first: chance.is(),
        limit: 1 + chance.below(9) as u32,
    }
}

/// The slow, obvious reading of a scope.
fn admits(scope: &Scope, row: &CaseRow) -> bool {
    scope.admits(&CaseRelations {
        applicant: row.applicant,
        received_at: row.received_at.clone(),
        competent: row.competent.clone(),
        holder: row.holder,
    })
}

/// The slow, obvious reading of a query.
fn matches(query: &CaseQuery, row: &CaseRow) -> bool {
    (query.steps.is_empty() || query.steps.contains(&row.step))
        && query.holder.is_none_or(|holder| row.holder == Some(holder))
        && (!query.is_unassigned || row.holder.is_none())
        && query
            .procedure
            .as_ref()
            .is_none_or(|procedure| row.procedure == *procedure)
        && query.applicant.is_none_or(|applicant| row.applicant == applicant)
        && (!query.is_answered || row.is_answered)
        && (!query.is_withdrawal_asked || row.is_withdrawal_asked)
        && match query.timing {
            Some(Timing::LateAt(now)) => row.due_at < now,
            Some(Timing::Between(from, before)) => from <= row.due_at && row.due_at < before,
            Some(Timing::Paused) => row.is_paused,
            None => true,
        }
}

fn expected(cases: &[CaseRow], scope: &Scope, query: &CaseQuery) -> Vec<CaseRow> {
    let mut rows: Vec<CaseRow> = cases
        .iter()
        .filter(|row| admits(scope, row) && matches(query, row))
        .cloned()
        .collect();
    rows.sort_by_key(|row| {
        (
            if query.is_newest_first {
                row.sent_at
            } else {
                row.due_at
            },
            row.id,
        )
    });
    if query.is_newest_first {
        rows.reverse();
    }
    rows
}

/// Every page of a list, one after the other.
fn every_page(store: &dyn Store, scope: &Scope, query: &CaseQuery) -> Vec<CaseRow> {
    let mut query = query.clone();
    let mut all = Vec::new();
    loop {
        let page = store.list_cases(scope, &query).unwrap();
        assert!(page.len() <= query.limit as usize);
        assert!(all.len() <= 1_000, "the pages do not end");
        let Some((last, _)) = page.last() else { return all };
        let at = if query.is_newest_first {
            last.sent_at
        } else {
            last.due_at
        };
        query.after = Some(Cursor { at, id: last.id });
        all.extend(page.into_iter().map(|(row, _)| row));
    }
}

fn filled(store: &dyn Store, count: u64, seed: u64) -> (Vec<CaseRow>, Chance) {
    let mut chance = Chance(seed);
    let cases: Vec<CaseRow> = (1..=count).map(|n| any_case(n, &mut chance)).collect();
    let mut changes = Changes::default();
    for case in &cases {
        let one = step(case.clone(), 0, "sent");
        changes.streams.extend(one.streams);
        changes.rows.extend(one.rows);
    }
    store.commit(changes).unwrap();
    (cases, chance)
}

pub(crate) fn a_scope_lists_exactly_what_it_admits(place: Place) {
    let store = place.store();
    let (cases, mut chance) = filled(&*store, 120, 0x5eed_0001);
    let query = CaseQuery {
        limit: 1000,
        ..CaseQuery::default()
    };
    for _ in 0..150 {
        let scope = any_scope(&mut chance);
        let rows: Vec<CaseRow> = store
            .list_cases(&scope, &query)
            .unwrap()
            .into_iter()
            .map(|(row, _)| row)
            .collect();
        assert_eq!(rows, expected(&cases, &scope, &query), "{scope:?}");
        assert_eq!(
            store.count_cases(&scope, &query, 1000).unwrap() as usize,
            rows.len(),
            "{scope:?}"
        );
    }
}

pub(crate) fn pages_are_complete_without_doubles_under_ties(place: Place) {
    let store = place.store();
    let (cases, _) = filled(&*store, 90, 0x5eed_0002);
    let scope = Scope::of(vec![Clause::ReceivedAt(agency(1)), Clause::DecidedBy(agency(1))]);
    for is_newest_first in [false, true] {
        for limit in [1, 2, 7] {
            let query = CaseQuery {
                is_newest_first,
                limit,
                ..CaseQuery::default()
            };
            assert_eq!(
                every_page(&*store, &scope, &query),
                expected(&cases, &scope, &query)
            );
        }
    }
}

pub(crate) fn every_filter_narrows_as_it_says(place: Place) {
    let store = place.store();
    let (cases, mut chance) = filled(&*store, 120, 0x5eed_0003);
    let mut found = 0;
    for _ in 0..250 {
        let (scope, query) = (any_scope(&mut chance), any_query(&mut chance));
        let expected = expected(&cases, &scope, &query);
        assert_eq!(
            every_page(&*store, &scope, &query),
            expected,
            "{scope:?} {query:?}"
        );
        assert_eq!(
            store.count_cases(&scope, &query, 1000).unwrap() as usize,
            expected.len(),
            "{scope:?} {query:?}"
        );
        found += expected.len();
    }
    assert!(
        found > 500,
        "the questions were too narrow to tell anything: {found}"
    );
}

pub(crate) fn a_count_goes_no_further_than_its_bound(place: Place) {
    let store = place.store();
    filled(&*store, 60, 0x5eed_0004);
    let everything = Scope::of(vec![Clause::Everything]);
    let count = |bound| {
        store
            .count_cases(&everything, &CaseQuery::default(), bound)
            .unwrap()
    };
    assert_eq!((count(10), count(59), count(60), count(1000)), (10, 59, 60, 60));
    let after = CaseQuery {
        after: Some(Cursor {
            at: NEVER,
            id: case_id(60),
        }),
        limit: 1,
        ..CaseQuery::default()
    };
    assert_eq!(
        store.count_cases(&everything, &after, 1000).unwrap(),
        60,
        "a count is of the list, not of a page"
    );
}

pub(crate) fn an_empty_scope_lists_nothing(place: Place) {
    let store = place.store();
    filled(&*store, 10, 0x5eed_0005);
    let query = CaseQuery {
        limit: 10,
        ..CaseQuery::default()
    };
    assert_eq!(store.list_cases(&Scope::default(), &query).unwrap(), []);
    assert_eq!(store.count_cases(&Scope::default(), &query, 10).unwrap(), 0);
}

pub(crate) fn names_come_with_the_cases(place: Place) {
    let store = place.store();
    let mut changes = step(case(1), 0, "sent");
    changes.rows.push(Row::Person(person(1, "Trần Thị Ong")));
    store.commit(changes).unwrap();
    store
        .commit(step(
            CaseRow {
                applicant: person_id(2),
                ..case(2)
            },
            0,
            "sent",
        ))
        .unwrap();
    let query = CaseQuery {
        limit: 10,
        ..CaseQuery::default()
    };
    let listed = CaseStore::list_cases(&*store, &Scope::of(vec![Clause::Everything]), &query).unwrap();
    let names: Vec<&str> = listed.iter().map(|(_, name)| name.as_str()).collect();
    assert_eq!(
        names,
        ["Trần Thị Ong", ""],
        "a person who was destroyed leaves the case in the list"
    );
}
