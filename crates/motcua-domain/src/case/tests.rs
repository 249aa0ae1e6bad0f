use std::fmt::Write as _;

use proptest::prelude::*;

use super::sample::{Story, answer, ask, at, command, examine, note, officer, resident, rules, send, staff};
use super::*;
use crate::access::{Actor, Role};

#[test]
fn every_state_meets_every_command_as_the_snapshot_says() {
    let mut table = String::new();
    for step in Step::ALL {
        let story = Story::at_step(step);
        assert_eq!(story.case().unwrap().step, step);
        writeln!(table, "{} (national {})", step.name(), step.national().code()).unwrap();
        for kind in CommandKind::ALL {
            let verdict = match story.attempt(at(1, "16:00"), &command(kind)) {
                Ok(events) => {
                    let mut story = Story::at_step(step);
                    let by = Author::Staff {
                        staff: staff(Role::Head),
                        role: "head".to_owned(),
                    };
                    story.log.extend(events.into_iter().map(|event| Recorded {
                        at: at(1, "16:00"),
                        by: by.clone(),
                        event,
                    }));
                    format!("-> {}", story.case().unwrap().step.name())
                }
                Err(refusal) => format!("   {}", refusal.code()),
            };
            writeln!(table, "  {:<24}{verdict}", format!("{kind:?}")).unwrap();
        }
    }
    insta::assert_snapshot!(table);
}

#[test]
fn only_the_public_moves_of_the_law_exist() {
    // `domain.md` 3.3, the table "from \ to", for the acts of this path.
    let lawful = [
        (1, 1),
        (1, 2),
        (1, 3),
        (1, 5),
        (1, 8),
        (2, 4),
        (2, 7),
        (2, 8),
        (2, 9),
        (4, 4),
        (4, 2),
        (4, 5),
        (4, 6),
        (4, 7),
        (4, 8),
        (4, 9),
        (5, 1),
        (5, 3),
        (5, 4),
        (5, 7),
        (5, 8),
        (6, 4),
        (6, 6),
        (6, 7),
        (6, 8),
        (8, 8),
        (9, 9),
        (10, 9),
        (3, 3),
        (7, 7),
        (9, 10),
        (2, 2),
        (5, 5),
        (10, 10),
    ];
    for step in Step::ALL {
        for kind in CommandKind::ALL {
            let mut story = Story::at_step(step);
            let Ok(events) = story.attempt(at(1, "16:00"), &command(kind)) else {
                continue;
            };
            story.log.extend(events.into_iter().map(|event| Recorded {
                at: at(1, "16:00"),
                by: Author::System,
                event,
            }));
            let after = story.case().unwrap().step.national().code();
            assert!(
                lawful.contains(&(step.national().code(), after)),
                "{step:?} {kind:?} -> {after}"
            );
        }
    }
}

#[test]
fn a_sending_gets_a_reference_and_eight_working_hours_but_no_number_and_no_limit() {
    let case = Story::sent().case().unwrap();
    assert_eq!(case.intake.due.at, at(1, "09:00"));
    assert_eq!((case.number, case.clock, case.accepted_at), (None, None, None));
}

#[test]
fn acceptance_starts_the_limit_and_freezes_the_original_due_date() {
    let case = Story::accepted(SupplementEffect::Restart).case().unwrap();
    let clock = case.clock.unwrap();
    assert_eq!(clock.original.at, at(7, "10:00"));
    assert_eq!(clock.handover_by, at(0, "17:00"));
}

#[test]
fn a_limit_that_nobody_settled_cannot_be_promised() {
    let mut unsettled = rules(SupplementEffect::Restart);
    unsettled.limit = crate::time::TimeLimit::Unparsed("1 OTHER".to_owned());
    let refusal = Story::sent()
        .attempt(at(0, "10:00"), &Command::Accept { rules: unsettled })
        .unwrap_err();
    assert_eq!(refusal.code(), "limit-not-settled");
}

#[test]
fn a_supplement_after_appraisal_restarts_suspends_or_leaves_the_clock() {
    // Accepted Monday 10:00, asked Tuesday 08:00, answered Thursday 08:00, confirmed a day later.
    for (effect, due) in [
        (SupplementEffect::Restart, at(10, "08:00")),
        (SupplementEffect::Suspend, at(9, "10:00")),
        (SupplementEffect::Nothing, at(7, "10:00")),
    ] {
        let story = Story::in_appraisal(effect)
            .then(at(1, "08:00"), Some(Role::Specialist), &ask())
            .then(at(3, "08:00"), None, &answer());
        assert_eq!(
            story.case().unwrap().is_paused(),
            effect != SupplementEffect::Nothing
        );
        let case = story
            .then(
                at(4, "08:00"),
                Some(Role::ReceivingOfficer),
                &Command::ConfirmSupplement,
            )
            .case()
            .unwrap();
        let clock = case.clock.as_ref().unwrap();
        assert_eq!(clock.current.at, due, "{effect:?}");
        assert_eq!(
            clock.original.at,
            at(7, "10:00"),
            "the original is never overwritten"
        );
        assert_eq!(case.step, Step::Appraisal);
        assert!(!case.is_paused());
    }
}

#[test]
fn the_days_the_desk_takes_to_look_at_an_answer_are_the_citys_own() {
    let confirmed_on = |day| {
        Story::in_appraisal(SupplementEffect::Suspend)
            .then(at(1, "08:00"), Some(Role::Specialist), &ask())
            .then(at(2, "08:00"), None, &answer())
            .then(
                at(day, "08:00"),
                Some(Role::ReceivingOfficer),
                &Command::ConfirmSupplement,
            )
            .case()
            .unwrap()
            .clock
            .unwrap()
            .current
    };
    assert_eq!(confirmed_on(2), confirmed_on(4));
}

#[test]
fn an_answer_replaces_the_paper_that_was_asked_for_and_keeps_the_others() {
    let case = Story::at_step(Step::SupplementAtIntake)
        .then(at(1, "08:00"), None, &answer())
        .case()
        .unwrap();
    assert_eq!(case.papers.len(), 1);
    assert_eq!(case.papers[0].file.raw().as_u128(), 19);
    assert_eq!((case.step, case.intake.due.at), (Step::Sent, at(2, "08:00")));
}

#[test]
fn every_item_of_a_notice_must_be_answered() {
    let partial = Command::AnswerSupplement {
        answers: crate::id::AnswerSetId::new(uuid::Uuid::from_u128(18)),
        replies: vec![SupplementAnswer {
            item: 0,
            files: Vec::new(),
            answered: true,
        }],
    };
    let refusal = Story::at_step(Step::SupplementAtIntake)
        .attempt(at(1, "08:00"), &partial)
        .unwrap_err();
    assert_eq!(refusal, Refusal::ItemsUnanswered { missing: vec![1] });
}

#[test]
fn a_notice_without_items_is_refused() {
    let empty = Command::RequestSupplement {
        items: Vec::new(),
        further_ground: None,
    };
    assert_eq!(
        Story::sent().attempt(at(0, "10:00"), &empty),
        Err(Refusal::NothingListed)
    );
}

#[test]
fn a_second_notice_at_the_same_stage_needs_a_named_ground() {
    let story = Story::at_step(Step::SupplementAtIntake).then(at(1, "08:00"), None, &answer());
    assert_eq!(
        story.attempt(at(1, "09:00"), &ask()),
        Err(Refusal::FurtherRoundNeedsGround { rounds_max: 1 })
    );
    let Command::RequestSupplement { items, .. } = ask() else {
        unreachable!()
    };
    let grounded = Command::RequestSupplement {
        items,
        further_ground: Some("Decree 175/2024 art 54".to_owned()),
    };
    assert!(story.attempt(at(1, "09:00"), &grounded).is_ok());
}

#[test]
fn after_three_working_days_more_can_be_asked_only_on_a_named_ground() {
    let story = Story::in_appraisal(SupplementEffect::Restart);
    assert!(story.attempt(at(3, "10:00"), &ask()).is_ok());
    assert_eq!(
        story.attempt(at(3, "10:01"), &ask()),
        Err(Refusal::AskingTimeOver {
            until: at(3, "10:00")
        })
    );
}

#[test]
fn a_refusal_has_a_reason_at_the_door_and_as_a_result() {
    assert_eq!(
        Story::sent().attempt(at(0, "10:00"), &Command::RefuseIntake { reason: None }),
        Err(Refusal::ReasonMissing)
    );
    let examined = Story::in_appraisal(SupplementEffect::Restart).then(
        at(1, "08:00"),
        Some(Role::Specialist),
        &examine(false),
    );
    let refuse = Command::DraftOutcome {
        kind: OutcomeKind::Refused,
        reason: None,
    };
    assert_eq!(
        examined.attempt(at(1, "09:00"), &refuse),
        Err(Refusal::ReasonMissing)
    );
    let grant = Command::DraftOutcome {
        kind: OutcomeKind::Granted,
        reason: None,
    };
    assert_eq!(
        examined.attempt(at(1, "09:00"), &grant).unwrap_err().code(),
        "condition-not-met"
    );
}

#[test]
fn an_examination_judges_every_condition_of_the_case_once_and_no_other() {
    let story = Story::in_appraisal(SupplementEffect::Restart);
    let finding = |condition: &str| Finding {
        condition: condition.to_owned(),
        met: true,
    };
    for findings in [
        vec![],
        vec![finding("bogus")],
        vec![finding("neighbours-agree"), finding("bogus")],
        vec![finding("neighbours-agree"), finding("neighbours-agree")],
    ] {
        assert_eq!(
            story.attempt(at(1, "08:00"), &Command::Examine { findings }),
            Err(Refusal::NotExamined)
        );
    }
}

#[test]
fn a_result_cannot_be_refused_when_every_condition_is_met() {
    let examined = Story::in_appraisal(SupplementEffect::Restart).then(
        at(1, "08:00"),
        Some(Role::Specialist),
        &examine(true),
    );
    let refuse = Command::DraftOutcome {
        kind: OutcomeKind::Refused,
        reason: Some(note(1)),
    };
    assert_eq!(
        examined.attempt(at(1, "09:00"), &refuse),
        Err(Refusal::NoGroundToRefuse)
    );
}

#[test]
fn a_refusal_as_a_result_ends_the_clock_within_the_limit_and_carries_no_result_code() {
    let case = Story::before_signatory(OutcomeKind::Refused)
        .then(at(1, "10:00"), Some(Role::Head), &Command::SignOutcome)
        .then(
            at(1, "11:00"),
            Some(Role::Clerk),
            &Command::IssueOutcome { file: None },
        )
        .case()
        .unwrap();
    let outcome = case.outcome.unwrap();
    assert_eq!(
        (outcome.kind, outcome.code, outcome.on_time),
        (OutcomeKind::Refused, None, true)
    );
}

#[test]
fn on_time_is_judged_when_the_result_is_issued() {
    let issued_on = |day| {
        Story::signed()
            .then(
                at(day, "10:01"),
                Some(Role::Clerk),
                &Command::IssueOutcome { file: None },
            )
            .case()
            .unwrap()
            .outcome
            .unwrap()
            .on_time
    };
    assert!(issued_on(4));
    assert!(!issued_on(7));
}

#[test]
fn a_result_leaves_the_desk_only_against_identity_and_right() {
    let story = Story::issued();
    let hand = |identity_checked, right_checked| Command::ReturnResult {
        identity_checked,
        right_checked,
    };
    assert_eq!(
        story.attempt(at(2, "08:00"), &hand(false, true)),
        Err(Refusal::IdentityNotChecked)
    );
    assert_eq!(
        story.attempt(at(2, "08:00"), &hand(true, false)),
        Err(Refusal::RightNotChecked)
    );
    assert!(story.attempt(at(2, "08:00"), &hand(true, true)).is_ok());
}

#[test]
fn lateness_never_blocks_the_way_of_a_case() {
    let late = Story::signed().then(
        at(30, "08:00"),
        Some(Role::Clerk),
        &Command::IssueOutcome { file: None },
    );
    assert!(late.attempt(at(31, "08:00"), &Command::CollectResult).is_ok());
}

#[test]
fn a_case_is_late_only_while_the_city_owes_it_something() {
    let accepted = Story::accepted(SupplementEffect::Restart).case().unwrap();
    assert!(!accepted.is_late(at(7, "10:00")));
    assert!(accepted.is_late(at(7, "10:01")));
    assert!(Story::sent().case().unwrap().is_late(at(1, "09:01")));
    assert!(
        !Story::at_step(Step::SupplementAfterAppraisal)
            .case()
            .unwrap()
            .is_late(at(30, "10:00"))
    );
    assert!(
        !Story::at_step(Step::Delivered)
            .case()
            .unwrap()
            .is_late(at(30, "10:00"))
    );
}

#[test]
fn a_request_to_withdraw_stops_the_result_until_it_is_decided() {
    let asked = Story::before_signatory(OutcomeKind::Granted).then(
        at(1, "10:00"),
        None,
        &Command::AskWithdrawal { reason: None },
    );
    assert_eq!(
        asked.attempt(at(1, "11:00"), &Command::SignOutcome),
        Err(Refusal::WithdrawalWaits)
    );
    let declined = asked.then(
        at(1, "11:00"),
        Some(Role::Head),
        &Command::DecideWithdrawal {
            granted: false,
            reason: Some(note(6)),
        },
    );
    assert!(declined.attempt(at(1, "12:00"), &Command::SignOutcome).is_ok());
}

#[test]
fn what_a_page_offers_is_what_decide_allows() {
    for step in Step::ALL {
        let story = Story::at_step(step);
        let case = story.case().unwrap();
        let now = at(1, "16:00");
        let context = Context::new(now, &story.calendar);
        for role in Role::ALL {
            let mut actor = officer(role);
            if role == Role::Specialist
                && let (Some(holder), Actor::Staff { staff, .. }) = (case.relations.holder, &mut actor)
            {
                *staff = holder;
            }
            for offer in available(&case, &actor, &context) {
                let decided = story.attempt(now, &command(offer.kind));
                match offer.verdict {
                    Err(NotNow::Refused(refusal)) => {
                        assert_eq!(decided, Err(refusal), "{step:?} {:?}", offer.kind)
                    }
                    Err(NotNow::Denied(_)) => {}
                    Ok(()) => assert!(
                        decided.is_ok() || matches!(decided, Err(Refusal::ConditionNotMet { .. })),
                        "{step:?} {:?} {decided:?}",
                        offer.kind
                    ),
                }
            }
        }
    }
}

proptest! {
    #[test]
    fn any_history_keeps_the_invariants_of_a_case(picks in prop::collection::vec((0usize..CommandKind::ALL.len(), 1u8..8), 1..60)) {
        let mut story = Story::new();
        let mut now = at(0, "08:00");
        let first = decide(None, &send(), &Context::new(now, &story.calendar)).unwrap();
        story.log.extend(first.into_iter().map(|event| Recorded { at: now, by: Author::Applicant(resident()), event }));
        let mut original = None;
        for (pick, hours) in picks {
            now = crate::time::Instant::from_millis(now.millis() + i64::from(hours) * 3_600_000);
            let before = story.case().unwrap();
            let Ok(events) = story.attempt(now, &command(CommandKind::ALL[pick])) else { continue };
            let by = Author::Staff { staff: staff(Role::Head), role: "head".to_owned() };
            story.log.extend(events.into_iter().map(|event| Recorded { at: now, by: by.clone(), event }));
            let case = story.case().unwrap();
            prop_assert!(!before.step.is_closed() || case.step == before.step, "a closed case moved");
            if let Some(clock) = &case.clock {
                prop_assert_eq!(*original.get_or_insert(clock.original), clock.original);
                if !case.is_paused() && case.step.is_being_resolved() {
                    prop_assert_eq!(clock.ledger.due(&story.calendar).unwrap(), clock.current);
                }
            }
            prop_assert_eq!(case.outcome.is_some(), matches!(case.step, Step::Ready | Step::Delivered));
        }
    }
}

mod names {
    use super::super::{CaseNumber, NumberSeries, SendingReference};
    use crate::time::Day;

    #[test]
    fn a_case_number_is_unit_date_and_running_number() {
        let series = NumberSeries::of_cases("H17.20194", Day::parse("2026-11-25").unwrap());
        assert_eq!(series.case_number(42).as_str(), "H17.20194-261125-0042");
        assert_eq!(series.case_number(42).without_unit(), "261125-0042");
        assert_eq!(series.case_number(12345).as_str(), "H17.20194-261125-12345");
    }

    #[test]
    fn numbers_of_every_known_form_are_read() {
        for known in [
            "000.00.06.H56-231027-0361",
            "H15.50.05.13-261008-0975",
            "G09.20-20260609-0092637",
        ] {
            assert!(CaseNumber::parse(known).is_some(), "{known}");
        }
        assert_eq!(
            CaseNumber::parse(" h17.20194-261125-0042 ").unwrap().as_str(),
            "H17.20194-261125-0042"
        );
        for wrong in [
            "",
            "H17",
            "H17-26112-0042",
            "H17-261125-42",
            "'; DROP-261125-0042",
        ] {
            assert!(CaseNumber::parse(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn a_reference_survives_the_way_people_type_it_and_a_slip_is_caught() {
        for chance in [0, 1, 0x1234_5678_9abc_def0, u64::MAX] {
            let reference = SendingReference::from_chance(chance);
            let typed = reference
                .as_str()
                .to_lowercase()
                .replace('-', " ")
                .replace('0', "o");
            assert_eq!(SendingReference::parse(&typed), Some(reference.clone()));
            for (place, right) in reference
                .as_str()
                .char_indices()
                .skip(3)
                .filter(|(_, sign)| *sign != '-')
            {
                for slip in "0123456789ABCDEFGHJKMNPQRSTVWXY"
                    .chars()
                    .filter(|slip| *slip != right)
                {
                    let mut typed = reference.as_str().to_owned();
                    typed.replace_range(place..=place, &slip.to_string());
                    assert_eq!(SendingReference::parse(&typed), None, "{typed}");
                }
            }
        }
    }
}
