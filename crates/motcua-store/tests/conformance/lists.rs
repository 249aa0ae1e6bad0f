use motcua_domain::access::{Clause, Scope};
use motcua_domain::case::Step;
use motcua_domain::channel::Channel;
use motcua_domain::time::Instant;
use motcua_engine::changes::{Changes, Row};
use motcua_engine::ports::{CaseFilter, CaseQuery, CaseStore, Cursor, Order, Store, Timing};
use motcua_engine::rows::{CaseRow, NEVER};

use crate::sample::*;
use crate::stores::Place;

/// Seeded chance: what fails once fails every time.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % bound
    }

    pub(crate) fn is(&mut self) -> bool {
        self.below(2) == 0
    }
}

fn any_case(n: u64, chance: &mut Chance) -> CaseRow {
    CaseRow {
        procedure: format!("9.00000{}", chance.below(3)),
        channel: if chance.is() {
            Channel::Online
        } else {
            Channel::Counter
        },
        step: Step::ALL[chance.below(5) as usize],
        applicant: person_id(chance.below(4)),
        received_at: agency(chance.below(3)),
        competent: agency(chance.below(3)),
        holder: chance.is().then(|| staff_id(chance.below(3))),
        agencies: (0..chance.below(3)).map(agency).collect(),
        colleagues: (0..chance.below(3)).map(staff_id).collect(),
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
        .map(|_| match chance.below(13) {
            0 | 1 => Clause::AppliedBy(person_id(chance.below(4))),
            2 | 3 => Clause::ReceivedAt(agency(chance.below(3))),
            4 | 5 => Clause::DecidedBy(agency(chance.below(3))),
            6 | 7 => Clause::HeldBy(staff_id(chance.below(3))),
            8 | 9 => Clause::Involves(agency(chance.below(3))),
            10 | 11 => Clause::HelpedBy(staff_id(chance.below(3))),
            _ => Clause::Everything,
        })
        .collect();
    Scope::of(clauses)
}

fn any_filter(chance: &mut Chance) -> CaseFilter {
    let seldom = |chance: &mut Chance| chance.below(4) == 0;
    CaseFilter {
        steps: (0..chance.below(4))
            .map(|_| Step::ALL[chance.below(5) as usize])
            .collect(),
        holder: seldom(chance).then(|| staff_id(chance.below(3))),
        is_unassigned: seldom(chance),
        division: None,
        competent: seldom(chance).then(|| agency(chance.below(3))),
        procedure: seldom(chance).then(|| "9.000001".to_owned()),
        channel: seldom(chance).then_some(Channel::Online),
        received_at: seldom(chance).then(|| agency(chance.below(3))),
        applicant: seldom(chance).then(|| person_id(chance.below(4))),
        timing: match chance.below(8) {
            0 => Some(Timing::LateAt(NOW.plus_hours(2))),
            1 => Some(Timing::Between(NOW.plus_hours(1), NOW.plus_hours(3))),
            2 => Some(Timing::Paused),
            _ => None,
        },
        is_answered: seldom(chance),
        is_withdrawal_asked: seldom(chance).then(|| chance.is()),
    }
}

fn any_query(chance: &mut Chance) -> CaseQuery {
    CaseQuery {
        any: (0..chance.below(4)).map(|_| any_filter(chance)).collect(),
        after: None,
        order: ORDERS[chance.below(3) as usize],
        limit: 1 + chance.below(9) as u32,
    }
}

/// The slow, obvious reading of a query.
fn matches(query: &CaseQuery, row: &CaseRow) -> bool {
    query.any.iter().any(|filter| is_let_in(filter, row))
}

fn is_let_in(filter: &CaseFilter, row: &CaseRow) -> bool {
    (filter.steps.is_empty() || filter.steps.contains(&row.step))
        && filter.holder.is_none_or(|holder| row.holder == Some(holder))
        && (!filter.is_unassigned || row.holder.is_none())
        && filter
            .procedure
            .as_ref()
            .is_none_or(|procedure| row.procedure == *procedure)
        && filter.channel.is_none_or(|channel| row.channel == channel)
        && filter
            .received_at
            .as_ref()
            .is_none_or(|agency| row.received_at == *agency)
        && filter
            .competent
            .as_ref()
            .is_none_or(|agency| row.competent == *agency)
        && filter
            .applicant
            .is_none_or(|applicant| row.applicant == applicant)
        && (!filter.is_answered || row.is_answered)
        && filter
            .is_withdrawal_asked
            .is_none_or(|asked| row.is_withdrawal_asked == asked)
        && match filter.timing {
            Some(Timing::LateAt(now)) => row.due_at < now,
            Some(Timing::Between(from, before)) => from <= row.due_at && row.due_at < before,
            Some(Timing::Paused) => row.is_paused,
            None => true,
        }
}

const ORDERS: [Order; 3] = [Order::NearestDue, Order::FarthestDue, Order::NewestSent];

fn key_of(order: Order, row: &CaseRow) -> Instant {
    match order {
        Order::NearestDue | Order::FarthestDue => row.due_at,
        Order::NewestSent => row.sent_at,
    }
}

fn expected(cases: &[CaseRow], scope: &Scope, query: &CaseQuery) -> Vec<CaseRow> {
    let mut rows: Vec<CaseRow> = cases
        .iter()
        .filter(|row| admits(scope, row) && matches(query, row))
        .cloned()
        .collect();
    rows.sort_by_key(|row| (key_of(query.order, row), row.id));
    if query.order != Order::NearestDue {
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
        let at = key_of(query.order, last);
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
        ..CaseQuery::everything()
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
    for order in ORDERS {
        for limit in [1, 2, 7] {
            let query = CaseQuery {
                order,
                limit,
                ..CaseQuery::everything()
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
            .count_cases(&everything, &CaseQuery::everything(), bound)
            .unwrap()
    };
    assert_eq!((count(10), count(59), count(60), count(1000)), (10, 59, 60, 60));
    let after = CaseQuery {
        after: Some(Cursor {
            at: NEVER,
            id: case_id(60),
        }),
        limit: 1,
        ..CaseQuery::everything()
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
        ..CaseQuery::everything()
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
        ..CaseQuery::everything()
    };
    let listed = CaseStore::list_cases(&*store, &Scope::of(vec![Clause::Everything]), &query).unwrap();
    let names: Vec<&str> = listed.iter().map(|(_, name)| name.as_str()).collect();
    assert_eq!(
        names,
        ["Trần Thị Ong", ""],
        "a person who was destroyed leaves the case in the list"
    );
}

pub(crate) fn counts_of_several_lists_are_those_of_each(place: Place) {
    let store = place.store();
    let (cases, mut chance) = filled(&*store, 120, 0x5eed_0006);
    for _ in 0..40 {
        let scope = any_scope(&mut chance);
        let queries: Vec<CaseQuery> = (0..chance.below(6)).map(|_| any_query(&mut chance)).collect();
        let counted: Vec<u32> = queries
            .iter()
            .map(|query| expected(&cases, &scope, query).len().min(7) as u32)
            .collect();
        assert_eq!(
            store.counts_of_cases(&scope, &queries, 7).unwrap(),
            counted,
            "{scope:?} {queries:?}"
        );
    }
}

pub(crate) fn a_case_that_several_filters_let_in_is_listed_once(place: Place) {
    let store = place.store();
    let marked = CaseRow {
        is_withdrawal_asked: true,
        step: Step::LeaderSigning,
        ..case(1)
    };
    store.commit(step(marked, 0, "sent")).unwrap();
    let scope = Scope::of(vec![Clause::ReceivedAt(agency(1)), Clause::DecidedBy(agency(1))]);
    let signing = CaseFilter {
        steps: vec![Step::LeaderSigning],
        ..CaseFilter::default()
    };
    let withdrawal = CaseFilter {
        is_withdrawal_asked: Some(true),
        ..CaseFilter::default()
    };
    let query = CaseQuery {
        any: vec![signing, withdrawal],
        limit: 10,
        ..CaseQuery::default()
    };
    assert_eq!(store.list_cases(&scope, &query).unwrap().len(), 1);
    assert_eq!(store.count_cases(&scope, &query, 10).unwrap(), 1);
    let nothing = CaseQuery {
        any: Vec::new(),
        ..query
    };
    assert_eq!(store.list_cases(&scope, &nothing).unwrap(), []);
}
