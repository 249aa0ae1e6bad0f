//! Decisions on days: two people put them on record, every office works by them without a restart, and the running
//! cases move by a reconciler that may be stopped anywhere.

#![expect(clippy::unwrap_used, reason = "a test says what is wrong by failing")]

use motcua_domain::access::Role;
use motcua_domain::calendar::{CalendarDecision, DayKind, DecidedDay};
use motcua_domain::time::{Day, Instant};
use motcua_engine::calendar::{Applied, CalendarProgress};
use motcua_engine::changes::StreamKey;
use motcua_engine::engine::UseError;
use motcua_engine::ports::{CaseStore, PassStore};
use motcua_testcity::{Office, Officer, TestCity};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn at(moment: &str) -> Instant {
    Instant::parse(&format!("{moment}:00+07:00")).unwrap()
}

fn off(on: &str) -> CalendarDecision {
    CalendarDecision {
        decree: "1234/QĐ-UBND".to_owned(),
        issued_by: "Ủy ban nhân dân thành phố".to_owned(),
        name: "Nghỉ phòng, chống bão".to_owned(),
        days: vec![DecidedDay {
            on: day(on),
            kind: DayKind::Off,
        }],
    }
}

/// Who proposes, and who approves.
fn pair(city: &TestCity) -> (Officer<'_>, Officer<'_>) {
    (
        city.officer(Role::TechnicalAdmin),
        city.officer(Role::CentreDirector),
    )
}

#[test]
fn a_decision_needs_two_people_and_counts_at_once_without_a_restart() {
    let city = TestCity::new();
    let (one, other) = pair(&city);
    let number = city
        .engine
        .propose_calendar(&one.actor(), off("2026-12-03"))
        .unwrap();
    let before = city.engine.calendars();
    assert!(
        before.usual.is_open_on(day("2026-12-03")),
        "a proposal decides nothing"
    );
    let own = city.engine.settle_calendar(&one.actor(), number, true);
    assert!(matches!(own, Err(UseError::Unusable("calendar-own"))));
    let clerk = city.officer(Role::Clerk);
    let denied = city.engine.settle_calendar(&clerk.actor(), number, true);
    assert!(matches!(denied, Err(UseError::Denied(_))));

    // A node beside this one, which has read the calendar before.
    let another_node = city.engine_where(|_| {});
    city.engine.settle_calendar(&other.actor(), number, true).unwrap();
    assert!(!city.engine.calendars().usual.is_open_on(day("2026-12-03")));
    another_node.refresh_calendars().unwrap();
    assert!(!another_node.calendars().usual.is_open_on(day("2026-12-03")));
    assert_eq!(another_node.calendars().id.as_str(), "test@1+1");
    let again = city.engine.settle_calendar(&other.actor(), number, true);
    assert!(matches!(again, Err(UseError::Changed)));
}

#[test]
fn what_is_shown_before_is_what_is_carried_out_after_and_the_original_date_stays() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let office = Office::of(&city);
    let case = office.takes_in(&lan.asks_for_bees());
    city.worker_runs();
    let (one, other) = pair(&city);
    let number = city
        .engine
        .propose_calendar(&one.actor(), off("2026-12-03"))
        .unwrap();
    let difference = city
        .engine
        .calendar_difference(&other.actor(), number, None)
        .unwrap();
    assert_eq!((difference.later, difference.earlier), (1, 0));
    let moved = &difference.moved[0];
    assert_eq!(moved.name, case.name());
    assert_eq!(
        (moved.from.at, moved.to.at),
        (at("2026-12-07T08:00"), at("2026-12-08T08:00"))
    );

    city.engine.settle_calendar(&other.actor(), number, true).unwrap();
    assert_eq!(
        city.engine.apply_calendar_decisions().unwrap(),
        Applied::Nothing,
        "other nodes have a minute to read it"
    );
    city.moment_passes(60_000);
    assert_eq!(
        city.engine.apply_calendar_decisions().unwrap(),
        Applied::LookedAt(1)
    );
    let clock = city.case(&case).clock.unwrap();
    assert_eq!(clock.current.at, moved.to.at);
    assert_eq!(clock.original.at, moved.from.at);
    city.worker_runs();
    let letters = city.letters.all();
    assert_eq!(letters.last().unwrap().key, "due-date-moved");
    assert_eq!(city.engine.apply_calendar_decisions().unwrap(), Applied::Nothing);
    let left = city
        .engine
        .calendar_difference(&other.actor(), number, None)
        .unwrap();
    assert_eq!(left.later + left.earlier, 0);
}

#[test]
fn a_pass_goes_on_where_it_was_left_and_twice_does_nothing_twice() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let mut cases = Vec::new();
    for n in 0..120 {
        let sent = city.resident(&format!("Người Thứ {n}")).asks_for_bees();
        cases.push(office.takes_in(&sent));
    }
    city.worker_runs();
    let (one, other) = pair(&city);
    let number = city
        .engine
        .propose_calendar(&one.actor(), off("2026-12-03"))
        .unwrap();
    city.engine.settle_calendar(&other.actor(), number, true).unwrap();
    let view = || city.engine.calendar_view(2026).unwrap().progress.unwrap();
    assert_eq!(view(), CalendarProgress::Waiting);
    city.moment_passes(60_000);
    assert_eq!(
        city.engine.apply_calendar_decisions().unwrap(),
        Applied::LookedAt(100)
    );
    assert_eq!(
        view(),
        CalendarProgress::Running {
            looked_at: 100,
            total: 120
        }
    );
    // The node dies here with its memory; another one goes on, and one that is late by a batch looks again.
    let late = city.store.pass("calendar").unwrap().unwrap();
    let another_node = city.engine_where(|_| {});
    assert_eq!(
        another_node.apply_calendar_decisions().unwrap(),
        Applied::LookedAt(20)
    );
    let mut again = city.store.pass("calendar").unwrap().unwrap();
    assert!(again.is_done && late.looked_at == 100);
    let expected = again.version;
    again = motcua_engine::rows::PassRow {
        after: None,
        looked_at: 0,
        is_done: false,
        version: expected + 1,
        ..again
    };
    city.store.keep_pass(&again, expected).unwrap();
    while city.engine.apply_calendar_decisions().unwrap() != Applied::Nothing {}
    assert_eq!(view(), CalendarProgress::Done { looked_at: 120 });
    for case in &cases {
        let events = city.store.events(&StreamKey::case(case.id)).unwrap();
        let moved = events
            .iter()
            .filter(|event| event.name == "calendar_decision_applied")
            .count();
        assert_eq!(moved, 1, "each case moves once");
    }
    city.worker_runs();
}
