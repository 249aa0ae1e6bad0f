use motcua_domain::access::{Clause, Scope};
use motcua_domain::case::{OutcomeKind, Step};
use motcua_domain::report::{CaseFact, Ending, Figures, Marks, may_be_open};
use motcua_engine::changes::{Changes, Row};
use motcua_engine::ports::{Cursor, Horizon, RegisterPart, Store};
use motcua_engine::rows::{CaseRow, NEVER, StaffRow};

use crate::lists::Chance;
use crate::sample::*;
use crate::stores::Place;

fn any_case(n: u64, chance: &mut Chance) -> CaseRow {
    let mut moment = |from: i64| NOW.plus_hours(from + chance.below(40) as i64);
    let accepted = moment(0);
    let (due, extended, paused, ended) = (moment(10), moment(10), moment(10), moment(0).max(accepted));
    let is_accepted = chance.below(5) > 0;
    let ending = Ending::ALL[chance.below(4) as usize];
    let ended = chance.is().then_some(if is_accepted {
        (ended, ending)
    } else {
        (ended, Ending::NotAccepted)
    });
    let open: Vec<Step> = Step::ALL
        .into_iter()
        .filter(|step| ended.is_some() || !is_accepted || may_be_open(*step))
        .collect();
    let step = open[chance.below(open.len() as u64) as usize];
    CaseRow {
        procedure: format!("9.00000{}", chance.below(3)),
        step,
        received_at: agency(chance.below(3)),
        competent: agency(chance.below(3)),
        holder: chance.is().then(|| staff_id(chance.below(3))),
        due_at: if chance.is() { NEVER } else { due },
        result: chance.is().then_some(OutcomeKind::Refused),
        returned_at: chance.is().then_some(accepted),
        fact: CaseFact {
            accepted_at: is_accepted.then_some(accepted),
            law_due_at: is_accepted.then_some(due),
            extended_at: (chance.below(4) == 0).then_some(extended),
            paused_since: (chance.below(4) == 0).then_some(paused),
            ended,
        },
        ..case(n)
    }
}

fn filled(store: &dyn Store, seed: u64) -> (Vec<CaseRow>, Chance) {
    let mut chance = Chance(seed);
    let cases: Vec<CaseRow> = (1..=200).map(|n| any_case(n, &mut chance)).collect();
    let mut changes = Changes::default();
    for case in &cases {
        let one = step(case.clone(), 0, "sent");
        changes.streams.extend(one.streams);
        changes.rows.extend(one.rows);
    }
    for n in 0..3 {
        changes.rows.push(Row::Staff(StaffRow {
            id: staff_id(n),
            name: format!("Keeper {n}"),
            agency: agency(n),
            unit: agency(10 + n % 2),
            roles: Vec::new(),
            is_active: true,
        }));
    }
    store.commit(changes).unwrap();
    (cases, chance)
}

/// Own desk or own decisions: two ways in, through which one case may come twice.
fn scope_of(n: u64) -> Scope {
    Scope::of(vec![Clause::ReceivedAt(agency(n)), Clause::DecidedBy(agency(n))])
}

pub(crate) fn cases_are_counted_by_the_marks_that_the_domain_sees(place: Place) {
    let store = place.store();
    let (cases, mut chance) = filled(&*store, 0x5eed_0011);
    let scopes = [
        scope_of(0),
        scope_of(1),
        Scope::of(vec![Clause::Everything]),
        Scope::default(),
    ];
    for round in 0..40 {
        let scope = &scopes[round % scopes.len()];
        let begins = NOW.plus_hours(chance.below(40) as i64);
        let closes = begins.plus_hours(1 + chance.below(40) as i64);
        let mut counted = Figures::default();
        let mut groups = 0;
        for tally in store.tallies(scope, begins, closes).unwrap() {
            let same = cases.iter().filter(|row| {
                admits(scope, row)
                    && row.competent == tally.agency
                    && row.procedure == tally.procedure
                    && row.channel == tally.channel
                    && Marks::of(&row.fact, begins, closes) == Some(tally.marks)
            });
            assert_eq!(same.count() as u64, tally.count, "{tally:?}");
            counted.add(tally.marks.standing(), tally.count);
            groups += tally.count;
        }
        let known = cases
            .iter()
            .filter(|row| admits(scope, row) && Marks::of(&row.fact, begins, closes).is_some());
        assert_eq!(known.count() as u64, groups, "every case, once");
        assert_eq!(
            counted.total(),
            counted.resolved() + counted.ended() + counted.open()
        );
    }
}

pub(crate) fn late_and_soon_due_are_counted_by_agency_and_division(place: Place) {
    let store = place.store();
    let (cases, _) = filled(&*store, 0x5eed_0012);
    let horizon = Horizon {
        now: NOW.plus_hours(20),
        day: NOW.plus_hours(30),
        days: NOW.plus_hours(45),
    };
    let scope = scope_of(1);
    let division = |row: &CaseRow| {
        let number = (0..3).find(|n| row.holder == Some(staff_id(*n)));
        number.map(|n| agency(10 + n % 2))
    };
    let found = store.at_risk(&scope, &horizon).unwrap();
    for unit in &found {
        let count = |from: Option<_>, before| {
            let is_in = |row: &&CaseRow| {
                admits(&scope, row)
                    && row.competent == unit.agency
                    && division(row) == unit.division
                    && (row.step == Step::Sent || row.step.is_being_resolved())
                    && from.is_none_or(|from| row.due_at >= from)
                    && row.due_at < before
            };
            cases.iter().filter(is_in).count() as u64
        };
        assert_eq!(unit.open, count(None, NEVER.plus_hours(1)), "{unit:?}");
        assert_eq!(unit.late, count(None, horizon.now), "{unit:?}");
        assert_eq!(
            unit.within_24_hours,
            count(Some(horizon.now), horizon.day),
            "{unit:?}"
        );
        assert_eq!(
            unit.within_days,
            count(Some(horizon.now), horizon.days),
            "{unit:?}"
        );
    }
    assert!(found.iter().any(|unit| unit.late > 0) && found.iter().any(|unit| unit.division.is_none()));
    assert_eq!(store.at_risk(&Scope::default(), &horizon).unwrap(), []);
}

pub(crate) fn the_register_comes_in_the_order_of_acceptance_whole_and_within_the_scope(place: Place) {
    let store = place.store();
    let (cases, _) = filled(&*store, 0x5eed_0013);
    for (scope, desk) in [
        (scope_of(0), None),
        (scope_of(1), Some(agency(2))),
        (Scope::default(), None),
    ] {
        let (from, before) = (NOW.plus_hours(3), NOW.plus_hours(35));
        let mut expected: Vec<CaseRow> = cases
            .iter()
            .filter(|row| {
                let accepted = row.fact.accepted_at;
                admits(&scope, row)
                    && accepted.is_some_and(|at| from <= at && at < before)
                    && desk.as_ref().is_none_or(|desk| row.received_at == *desk)
            })
            .cloned()
            .collect();
        expected.sort_by_key(|row| (row.fact.accepted_at, row.id));
        let mut part = RegisterPart {
            from,
            before,
            desk: desk.clone(),
            after: None,
            limit: 7,
        };
        let mut found = Vec::new();
        loop {
            let page = store.register(&scope, &part).unwrap();
            let Some((last, _)) = page.last() else { break };
            part.after = last.fact.accepted_at.map(|at| Cursor { at, id: last.id });
            found.extend(page.into_iter().map(|(row, _)| row));
        }
        assert_eq!(found, expected);
    }
}
