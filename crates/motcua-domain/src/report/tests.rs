use proptest::prelude::*;

use super::*;
use crate::time::Day;

fn at(hour: i64) -> Instant {
    Day::new(2026, 11, 1).unwrap().midnight().plus_hours(hour)
}

/// Facts as a case's life can make them: what ends or moves comes after what begins.
fn facts() -> impl Strategy<Value = CaseFact> {
    let maybe = |hours: std::ops::Range<i64>| prop::option::of(hours);
    (
        maybe(0..400),
        0i64..200,
        maybe(0..200),
        maybe(0..200),
        maybe(0..300),
        0usize..4,
    )
        .prop_map(|(accepted, due, extended, paused, ended, how)| {
            let after = |hours: Option<i64>| accepted.zip(hours).map(|(begun, hours)| at(begun + hours));
            let ended = match accepted {
                Some(begun) => ended.map(|hours| (at(begun + hours), Ending::ALL[how])),
                None => ended.map(|hours| (at(hours), Ending::NotAccepted)),
            };
            CaseFact {
                accepted_at: accepted.map(at),
                law_due_at: after(Some(due)),
                extended_at: after(extended),
                paused_since: after(paused).filter(|_| ended.is_none()),
                ended,
            }
        })
}

fn report(facts: &[CaseFact], begins: i64, closes: i64) -> Figures {
    let mut figures = Figures::default();
    for fact in facts {
        if let Some(marks) = Marks::of(fact, at(begins), at(closes)) {
            figures.add(marks.standing(), 1);
        }
    }
    figures
}

proptest! {
    #[test]
    fn what_comes_into_a_period_is_what_leaves_it_and_what_is_left(
        facts in prop::collection::vec(facts(), 0..60),
        begins in 0i64..400,
        length in 1i64..300,
    ) {
        let figures = report(&facts, begins, begins + length);
        prop_assert_eq!(figures.total(), figures.resolved() + figures.ended() + figures.open());
        let known = |fact: &&CaseFact| {
            fact.accepted_at.is_some_and(|accepted| accepted < at(begins + length))
                && fact.ended.is_none_or(|(ended, _)| ended >= at(begins))
        };
        prop_assert_eq!(figures.total() as usize, facts.iter().filter(known).count());
    }

    #[test]
    fn what_one_period_leaves_open_is_what_the_next_one_carries_over(
        facts in prop::collection::vec(facts(), 0..60),
        begins in 0i64..400,
        first in 1i64..200,
        second in 1i64..200,
    ) {
        let middle = begins + first;
        let (one, two) = (report(&facts, begins, middle), report(&facts, middle, middle + second));
        prop_assert_eq!(one.open(), two.carried_over);
        let both = report(&facts, begins, middle + second);
        prop_assert_eq!(both.received, one.received + two.received);
        prop_assert_eq!(both.resolved(), one.resolved() + two.resolved());
        prop_assert_eq!(both.turned_away, one.turned_away + two.turned_away);
    }

    #[test]
    fn figures_of_parts_add_up_to_those_of_the_whole(
        facts in prop::collection::vec(facts(), 0..60),
        cut in 0usize..60,
        closes in 1i64..600,
    ) {
        let (left, right) = facts.split_at(cut.min(facts.len()));
        let mut sum = report(left, 0, closes);
        sum += report(right, 0, closes);
        prop_assert_eq!(sum, report(&facts, 0, closes));
    }
}

/// A case that was accepted in hour 10 and is due in hour 50.
fn case() -> CaseFact {
    CaseFact {
        accepted_at: Some(at(10)),
        law_due_at: Some(at(50)),
        ..CaseFact::default()
    }
}

fn fate(fact: CaseFact, closes: i64) -> Fate {
    match Marks::of(&fact, at(0), at(closes)).unwrap().standing() {
        Standing::Counted(Entry::Received, fate) => fate,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_open_case_is_late_only_after_its_due_moment_and_never_on_time() {
    assert_eq!(fate(case(), 50), Fate::OpenInTime);
    assert_eq!(fate(case(), 51), Fate::OpenLate);
}

#[test]
fn late_and_open_is_apart_from_resolved_late() {
    let resolved = CaseFact {
        ended: Some((at(60), Ending::Late)),
        ..case()
    };
    assert_eq!(fate(resolved, 60), Fate::OpenLate, "before the result");
    assert_eq!(fate(resolved, 61), Fate::Late);
}

#[test]
fn a_paused_case_is_not_late_unless_it_needed_a_new_date() {
    let paused = CaseFact {
        paused_since: Some(at(40)),
        ..case()
    };
    assert_eq!(fate(paused, 80), Fate::Paused);
    let extended = CaseFact {
        extended_at: Some(at(30)),
        ..paused
    };
    assert_eq!(fate(extended, 30), Fate::OpenInTime, "before the apology");
    assert_eq!(fate(extended, 45), Fate::OpenLate, "though its old date is ahead");
}

#[test]
fn what_was_not_accepted_stands_beside_the_balance() {
    let refused = CaseFact {
        ended: Some((at(5), Ending::NotAccepted)),
        ..CaseFact::default()
    };
    let figures = report(&[refused], 0, 10);
    assert_eq!((figures.total(), figures.turned_away), (0, 1));
    assert_eq!(report(&[refused], 6, 10), Figures::default());
}

#[test]
fn the_share_on_time_is_of_what_was_resolved_and_nothing_where_nothing_was() {
    let figures = Figures {
        on_time: 2,
        late: 1,
        open_late: 7,
        open_in_time: 9,
        ..Figures::default()
    };
    assert_eq!(figures.on_time_permille(), Some(666));
    assert_eq!(Figures::default().on_time_permille(), None);
}

#[test]
fn a_period_closes_with_its_last_day_or_now() {
    let day = |day| Day::new(2026, 11, day).unwrap();
    let period = Period::new(day(1), day(3)).unwrap();
    assert_eq!(period.closes_at(at(1_000)), at(72));
    assert_eq!(period.closes_at(at(30)), at(30));
    assert_eq!(Period::new(day(3), day(1)), None);
    assert_eq!(
        Period::month_until(day(24)),
        Period::new(day(1), day(24)).unwrap()
    );
}
