//! The ways a case turns: supplements, refusal, recall, withdrawal, a draft sent back, a decree on days off.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use motcua_domain::case::{Command, NationalStatus, OutcomeKind, Refusal, Step};
use motcua_domain::catalogue::PolicyEffect;
use motcua_domain::time::Instant;
use motcua_engine::case::Act;
use motcua_engine::engine::UseError;
use motcua_engine::ports::PaperKind;
use motcua_engine::view::{DaysLeft, NextStep, Queue, YourPart};
use motcua_testcity::{Office, TestCity, bees, day_off, request};

fn at(moment: &str) -> Instant {
    Instant::parse(&format!("{moment}:00+07:00")).unwrap()
}

fn last_letter(city: &TestCity) -> String {
    city.worker_runs();
    city.letters.all().pop().unwrap().key
}

#[test]
fn a_supplement_at_intake_lists_everything_once_and_gives_the_desk_eight_new_hours() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let office = Office::of(&city);
    let sent = lan.asks_for_bees();
    city.hours_pass(2);
    let asked = [
        ("hives", false, "Ghi lại số tổ"),
        ("anh-ban-cong", true, "Ảnh mờ"),
    ];
    let case = office.desk.asks_for(&sent, &asked);
    assert_eq!((case.step, case.clock), (Step::SupplementAtIntake, None));
    assert_eq!(last_letter(&city), "supplement-at-intake");
    let form_02 = &city.press.of(PaperKind::Form02)[0].facts;
    assert_eq!(
        form_02
            .items
            .iter()
            .map(|item| item.2.as_str())
            .collect::<Vec<_>>(),
        ["Ghi lại số tổ", "Ảnh mờ"]
    );

    let YourPart::Supplement { items, .. } = lan.tracks(&sent).your_part else {
        panic!("it is the resident's turn")
    };
    assert_eq!(items.len(), 2);
    let old_paper = city.case(&sent).papers[0].file;
    city.it_becomes("2026-12-01T08:00");
    let answered = lan.completes(&sent);
    assert_eq!(
        (answered.step, answered.intake.due.at),
        (Step::Sent, at("2026-12-02T08:00"))
    );
    assert_ne!(answered.papers[0].file, old_paper);
    let second = office.desk.tries(&sent, |words| request(words, &asked, None));
    assert!(matches!(
        second,
        Err(UseError::Refused(Refusal::FurtherRoundNeedsGround {
            rounds_max: 1
        }))
    ));
    assert_eq!(office.desk.accepts(&sent).step, Step::Accepted);
}

#[test]
fn after_appraisal_a_supplement_restarts_suspends_or_leaves_the_clock() {
    // Accepted Monday 08:00, asked Tuesday 08:00, answered Thursday 08:00, found complete on Friday.
    for (effect, due) in [
        (PolicyEffect::Restart, "2026-12-10T08:00"),
        (PolicyEffect::Suspend, "2026-12-09T08:00"),
        (PolicyEffect::Nothing, "2026-12-07T08:00"),
    ] {
        let city = TestCity::with(|facts| bees::supplement(facts, effect));
        let lan = city.resident("Nguyễn Thị Lan");
        let office = Office::of(&city);
        let sent = lan.asks_for_bees();
        office.takes_in(&sent);
        city.days_pass(1);
        office
            .specialist
            .asks_for(&sent, &[("anh-ban-cong", true, "Chụp cả lan can")]);
        assert_eq!(lan.tracks(&sent).status, NationalStatus::SupplementAsked);
        let is_paused = effect != PolicyEffect::Nothing;
        assert_eq!(
            office.desk.opens(&sent).left == DaysLeft::Paused,
            is_paused,
            "{effect:?}"
        );
        assert_eq!(
            office.desk.inbox(Queue::Paused).rows.len(),
            usize::from(is_paused),
            "{effect:?}"
        );
        city.days_pass(2);
        lan.completes(&sent);
        assert_eq!(lan.tracks(&sent).next, NextStep::DeskChecksAnswer);
        assert_eq!(office.desk.inbox(Queue::Answered).rows.len(), 1);
        city.days_pass(1);
        let case = office.desk.confirms(&sent);
        let clock = case.clock.as_ref().unwrap();
        assert_eq!(clock.current.at, at(due), "{effect:?}");
        assert_eq!(
            clock.original.at,
            at("2026-12-07T08:00"),
            "the original is never overwritten"
        );
        assert_eq!(case.step, Step::Appraisal);
        assert_eq!(last_letter(&city), "supplement-confirmed");
        assert_eq!(
            city.press
                .of(PaperKind::Form01)
                .last()
                .unwrap()
                .facts
                .due
                .unwrap()
                .at,
            at(due)
        );
    }
}

#[test]
fn a_refusal_at_the_door_is_form_03_with_its_reason() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let office = Office::of(&city);
    let sent = lan.asks_for_bees();
    let silent = office.desk.tries(&sent, |words| Command::RefuseIntake {
        reason: words.note("  "),
    });
    assert!(matches!(silent, Err(UseError::Refused(Refusal::ReasonMissing))));
    city.worker_runs();
    office.desk.refuses(&sent, "Việc này không thuộc phường");
    let seen = lan.tracks(&sent);
    assert_eq!(
        (seen.status, seen.refusal.as_deref()),
        (NationalStatus::NotAccepted, Some("Việc này không thuộc phường"))
    );
    assert_eq!(last_letter(&city), "intake-refused");
    let form_03 = &city.press.of(PaperKind::Form03)[0].facts;
    assert_eq!(form_03.reason.as_deref(), Some("Việc này không thuộc phường"));
    assert_eq!(form_03.officer.as_ref(), Some(&office.desk.staff.name));
}

#[test]
fn a_refusal_as_the_result_needs_an_unmet_condition_and_a_reason() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let office = Office::of(&city);
    let sent = lan.asks_for_bees();
    office.takes_in(&sent);
    office.specialist.examines(&sent, false);
    let granted = office.specialist.tries(&sent, |_| Command::DraftOutcome {
        kind: OutcomeKind::Granted,
        reason: None,
    });
    assert!(matches!(
        granted,
        Err(UseError::Refused(Refusal::ConditionNotMet { .. }))
    ));
    office
        .specialist
        .drafts(&sent, OutcomeKind::Refused, "Lan can thấp hơn 1,4 mét");
    office.head.signs(&sent);
    let outcome = office.clerk.issues(&sent).outcome.unwrap();
    assert_eq!((outcome.kind, outcome.code), (OutcomeKind::Refused, None));
    let seen = lan.tracks(&sent);
    assert_eq!(
        (seen.status, seen.refusal.as_deref()),
        (NationalStatus::Resolved, Some("Lan can thấp hơn 1,4 mét"))
    );
}

#[test]
fn a_resident_takes_a_sending_back_until_it_is_accepted() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let office = Office::of(&city);
    let first = lan.asks_for_bees();
    assert_eq!(lan.recalls(&first).step, Step::Recalled);
    assert!(office.desk.inbox(Queue::Intake).rows.is_empty());
    let second = lan.asks_for_bees();
    office.desk.accepts(&second);
    let late = lan.tries(&second, Command::Recall);
    assert!(matches!(
        late,
        Err(UseError::Refused(Refusal::NotAtThisStep { .. }))
    ));
}

#[test]
fn a_request_to_withdraw_is_decided_by_somebody_and_stops_the_result_until_then() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let office = Office::of(&city);
    let sent = lan.asks_for_bees();
    office.takes_in(&sent);
    office.specialist.examines(&sent, true);
    lan.asks_to_withdraw(&sent, "Tôi chuyển nhà");
    assert_eq!(
        office.head.opens(&sent).withdrawal,
        Some(Some("Tôi chuyển nhà".to_owned()))
    );
    assert_eq!(office.head.inbox(Queue::Withdrawal).rows.len(), 1);
    let draft = office.specialist.tries(&sent, |_| Command::DraftOutcome {
        kind: OutcomeKind::Granted,
        reason: None,
    });
    assert!(matches!(draft, Err(UseError::Refused(Refusal::WithdrawalWaits))));
    city.worker_runs();
    office.head.decides_withdrawal(&sent, false, "Kết quả đã có");
    assert_eq!(last_letter(&city), "withdrawal-declined");
    lan.asks_to_withdraw(&sent, "");
    office.head.decides_withdrawal(&sent, true, "");
    assert_eq!(lan.tracks(&sent).status, NationalStatus::Withdrawn);
    assert_eq!(last_letter(&city), "withdrawn");
}

#[test]
fn a_draft_sent_back_returns_to_the_specialist_who_drafted_it() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let office = Office::of(&city);
    let sent = lan.asks_for_bees();
    office.takes_in(&sent);
    office.specialist.examines(&sent, true);
    office.specialist.drafts(&sent, OutcomeKind::Granted, "");
    let case = office.head.sends_back(&sent, "Ghi rõ số tổ ong");
    assert_eq!(
        (case.step, case.relations.holder),
        (Step::Appraisal, Some(office.specialist.staff.id))
    );
    assert_eq!(office.specialist.inbox(Queue::Mine).rows.len(), 1);
    office.specialist.drafts(&sent, OutcomeKind::Granted, "");
    assert_eq!(office.head.signs(&sent).step, Step::ClerkIssuing);
}

#[test]
fn a_decree_on_days_off_moves_the_current_due_date_and_leaves_the_original() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let office = Office::of(&city);
    let sent = lan.asks_for_bees();
    let case = office.takes_in(&sent);
    city.worker_runs();
    let decision = || Act {
        command: Command::ApplyCalendarDecision {
            calendar: motcua_domain::id::CalendarId::new("test@2"),
        },
        rows: Vec::new(),
        idempotency: None,
    };
    let unchanged = city
        .engine
        .act(&motcua_domain::access::Actor::System, case.id, decision());
    assert!(matches!(unchanged, Err(UseError::Refused(Refusal::DueUnchanged))));

    let engine =
        city.engine_where(|facts| day_off(facts, motcua_domain::time::Day::parse("2026-12-02").unwrap()));
    let moved = engine
        .act(&motcua_domain::access::Actor::System, case.id, decision())
        .unwrap()
        .case;
    let clock = moved.clock.unwrap();
    assert_eq!(clock.current.at, at("2026-12-08T08:00"));
    assert_eq!(clock.original.at, at("2026-12-07T08:00"));
    assert_eq!(last_letter(&city), "due-date-moved");
}
