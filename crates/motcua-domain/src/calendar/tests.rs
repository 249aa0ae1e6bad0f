use super::*;
use crate::id::StaffId;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn staff(n: u128, role: &str) -> Author {
    Author::Staff {
        staff: StaffId::new(uuid::Uuid::from_u128(n)),
        role: role.to_owned(),
    }
}

fn decision(days: &[(&str, DayKind)]) -> CalendarDecision {
    CalendarDecision {
        decree: "12/QĐ-TTg".to_owned(),
        issued_by: "Thủ tướng Chính phủ".to_owned(),
        name: "Nghỉ bão".to_owned(),
        days: days
            .iter()
            .map(|(on, kind)| DecidedDay {
                on: day(on),
                kind: *kind,
            })
            .collect(),
    }
}

fn record(events: Vec<(Author, CalendarEvent)>) -> CalendarRecord {
    let log: Vec<_> = (0..)
        .zip(events)
        .map(|(n, (by, event))| CalendarRecorded {
            at: Instant::from_millis(n * 1_000),
            by,
            event,
        })
        .collect();
    CalendarRecord::fold(&log)
}

#[test]
fn whoever_proposed_may_not_approve_in_any_office_and_may_take_back() {
    let one = staff(1, "administrator");
    let proposed = CalendarEvent::CalendarDecisionProposed(decision(&[("2026-12-03", DayKind::Off)]));
    let record = record(vec![(one.clone(), proposed)]);
    for by in [one.clone(), staff(1, "head")] {
        assert_eq!(record.settling(1, &by, true), Err(SettleRefusal::OwnProposal));
    }
    assert!(record.settling(1, &one, false).is_ok());
    assert!(record.settling(1, &staff(2, "head"), true).is_ok());
    assert_eq!(record.settling(2, &one, true), Err(SettleRefusal::Unknown));
}

#[test]
fn a_settled_proposal_is_settled_for_good() {
    let (one, other) = (staff(1, "administrator"), staff(2, "head"));
    let proposed = CalendarEvent::CalendarDecisionProposed(decision(&[("2026-12-03", DayKind::Off)]));
    let declined = CalendarEvent::CalendarDecisionDeclined { proposal: 1 };
    let approved = CalendarEvent::CalendarDecisionApproved { proposal: 1 };
    let record = record(vec![
        (one, proposed),
        (other.clone(), declined),
        (other.clone(), approved),
    ]);
    assert_eq!(record.settling(1, &other, true), Err(SettleRefusal::Settled));
    assert_eq!(record.revision(), 0, "a declined decision decides nothing");
}

#[test]
fn the_later_approval_decides_where_two_speak_of_a_day() {
    let (one, other) = (staff(1, "administrator"), staff(2, "head"));
    let off = CalendarEvent::CalendarDecisionProposed(decision(&[("2026-12-05", DayKind::Off)]));
    let worked = CalendarEvent::CalendarDecisionProposed(decision(&[("2026-12-05", DayKind::Worked)]));
    let approve = |proposal| {
        (
            other.clone(),
            CalendarEvent::CalendarDecisionApproved { proposal },
        )
    };
    let record = record(vec![(one.clone(), off), (one, worked), approve(2), approve(1)]);
    let mut table = HolidayTable::default();
    record.write_into(&mut table);
    assert_eq!(table.get(day("2026-12-05")).unwrap().kind, HolidayKind::Off);
    assert_eq!(record.revision(), 2);
    assert_eq!(record.approved_last_at(), Some(Instant::from_millis(3_000)));
}

#[test]
fn a_swap_names_its_other_half_and_the_decree() {
    let mut table = HolidayTable::default();
    decision(&[("2026-01-02", DayKind::Off), ("2026-01-10", DayKind::Worked)]).write_into(&mut table);
    let off = table.get(day("2026-01-02")).unwrap();
    assert_eq!(off.swapped_with, Some(day("2026-01-10")));
    assert_eq!(off.basis.as_deref(), Some("12/QĐ-TTg"));
    assert_eq!(
        table.get(day("2026-01-10")).unwrap().swapped_with,
        Some(day("2026-01-02"))
    );
}

#[test]
fn a_slip_of_the_pen_is_found() {
    let today = day("2026-11-24");
    assert_eq!(decision(&[("2026-12-03", DayKind::Off)]).faults(today), []);
    let twice = decision(&[("2026-12-03", DayKind::Off), ("2026-12-03", DayKind::Worked)]);
    assert_eq!(twice.faults(today), [DecisionFault::Twice(day("2026-12-03"))]);
    let far = decision(&[("2062-12-03", DayKind::Off)]);
    assert_eq!(far.faults(today), [DecisionFault::TooFar(day("2062-12-03"))]);
    let empty = CalendarDecision {
        decree: " ".to_owned(),
        issued_by: String::new(),
        name: "a\nb".to_owned(),
        days: Vec::new(),
    };
    assert_eq!(
        empty.faults(today),
        [
            DecisionFault::Decree,
            DecisionFault::IssuedBy,
            DecisionFault::Name,
            DecisionFault::Days
        ]
    );
}
