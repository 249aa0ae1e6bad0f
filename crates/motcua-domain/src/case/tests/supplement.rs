//! Asking for more (T05, T12-T13), and what it does to the clock (`domain.md` 4.4, 4.5).

use super::{check, dues};
use crate::access::Role;
use crate::case::sample::{
    Story, accepted_with, answer, ask, at, charge, command, examine, note, rules, staff,
};
use crate::case::{
    Case, Command, CommandKind, Party, PaymentState, Refusal, Rules, Step, SupplementAnswer, SupplementEffect,
};
use crate::catalogue::CollectedAt;
use crate::time::{ExclusionGround, TimeLimit};

/// With the specialist on Monday afternoon, under rules that differ from the usual ones.
fn appraised_under(change: impl FnOnce(&mut Rules)) -> Story {
    accepted_with(change)
        .then(at(0, "11:00"), Some(Role::ReceivingOfficer), &Command::HandOver)
        .then(
            at(0, "14:00"),
            Some(Role::DivisionHead),
            &Command::Assign {
                specialist: staff(Role::Specialist),
            },
        )
}

fn excluded_days(case: &Case) -> Vec<(ExclusionGround, bool)> {
    let ledger = &case.clock.as_ref().unwrap().ledger;
    ledger
        .exclusions
        .iter()
        .map(|one| (one.ground, one.to.is_none()))
        .collect()
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
fn a_sector_that_allows_three_rounds_allows_three_and_no_fourth() {
    let mut story = appraised_under(|rules| {
        rules.supplement.rounds_max = 3;
        rules.supplement.effect = SupplementEffect::Nothing;
    });
    for hour in ["08:00", "09:00", "10:00"] {
        check(&story, (at(1, hour), &ask()), Ok(&["supplement_requested"]));
        story = story
            .then(at(1, hour), Some(Role::Specialist), &ask())
            .then(at(1, hour), None, &answer())
            .then(
                at(1, hour),
                Some(Role::ReceivingOfficer),
                &Command::ConfirmSupplement,
            );
    }
    check(
        &story,
        (at(1, "11:00"), &ask()),
        Err("further-round-needs-ground"),
    );
}

#[test]
fn an_answer_is_given_once_and_looked_at_by_the_desk() {
    let asked = Story::at_step(Step::SupplementAfterAppraisal);
    check(
        &asked,
        (at(1, "09:00"), &Command::ConfirmSupplement),
        Err("not-answered-yet"),
    );
    assert_eq!(asked.case().unwrap().in_hands_of(), Party::Applicant);
    // The window is over and nobody has stopped the case: an answer is still an answer.
    check(&asked, (at(30, "09:00"), &answer()), Ok(&["supplement_answered"]));
    let answered = asked.then(at(2, "08:00"), None, &answer());
    assert_eq!(answered.case().unwrap().in_hands_of(), Party::ReceivingOfficer);
    check(&answered, (at(2, "09:00"), &answer()), Err("already-answered"));
    check(
        &answered,
        (at(2, "09:00"), &Command::ConfirmSupplement),
        Ok(&["supplement_confirmed"]),
    );
}

#[test]
fn a_restart_leaves_other_excluded_time_standing() {
    let story = appraised_under(|rules| {
        rules.excluded = vec![ExclusionGround::OpinionAwaited, ExclusionGround::PublicPosting];
    })
    .then(
        at(0, "15:00"),
        Some(Role::Specialist),
        &command(CommandKind::AskOpinion),
    )
    .then(
        at(0, "15:00"),
        Some(Role::Specialist),
        &command(CommandKind::PostPublicly),
    )
    .then(at(1, "08:00"), Some(Role::Specialist), &ask())
    .then(at(3, "08:00"), None, &answer())
    // The desk takes a day to look at it: meanwhile the opinion is still out, and by law that time does not count.
    .then(
        at(4, "08:00"),
        Some(Role::ReceivingOfficer),
        &Command::ConfirmSupplement,
    );
    let case = story.case().unwrap();
    assert!(case.is_paused());
    assert_eq!(
        excluded_days(&case),
        [
            (ExclusionGround::OpinionAwaited, true),
            (ExclusionGround::PublicPosting, true),
            (ExclusionGround::SupplementAwaited, false),
        ]
    );
    let given = story.then(
        at(7, "08:00"),
        Some(Role::Specialist),
        &command(CommandKind::GiveOpinion),
    );
    assert!(given.case().unwrap().is_paused(), "the posting goes on");
    let over = given.then(
        at(16, "08:00"),
        Some(Role::Specialist),
        &command(CommandKind::EndPosting),
    );
    assert_eq!(dues(&over), (at(23, "08:00"), at(7, "10:00")));
}

#[test]
fn grounds_that_overlap_exclude_no_time_twice() {
    // An opinion from Tuesday to Thursday, a supplement from Wednesday to Friday: three working days in all.
    let story = appraised_under(|rules| {
        rules.supplement.effect = SupplementEffect::Suspend;
        rules.excluded = vec![ExclusionGround::OpinionAwaited];
    })
    .then(
        at(1, "08:00"),
        Some(Role::Specialist),
        &command(CommandKind::AskOpinion),
    )
    .then(at(2, "08:00"), Some(Role::Specialist), &ask())
    .then(
        at(3, "08:00"),
        Some(Role::Specialist),
        &command(CommandKind::GiveOpinion),
    )
    .then(at(4, "08:00"), None, &answer())
    .then(
        at(4, "09:00"),
        Some(Role::ReceivingOfficer),
        &Command::ConfirmSupplement,
    );
    assert_eq!(dues(&story), (at(10, "10:00"), at(7, "10:00")));
}

#[test]
fn a_charge_of_the_supplement_falls_due_with_the_notice() {
    let story = appraised_under(|rules| rules.charges = vec![charge(CollectedAt::Supplement)]);
    assert_eq!(story.case().unwrap().charges[0].state, PaymentState::NotDue);
    let asked = story.then(at(1, "08:00"), Some(Role::Specialist), &ask());
    assert_eq!(asked.case().unwrap().charges[0].state, PaymentState::Due);
}

#[test]
fn the_applicants_window_is_the_rules_and_silence_where_no_text_sets_one() {
    let answer_by = |window| {
        appraised_under(|rules| rules.supplement.applicant_window = window)
            .then(at(1, "08:00"), Some(Role::Specialist), &ask())
            .case()
            .unwrap()
            .supplements[0]
            .answer_by
    };
    assert_eq!(
        answer_by(Some(TimeLimit::WorkingDays(7))).unwrap().at,
        at(10, "08:00")
    );
    assert_eq!(answer_by(None), None);
}

#[test]
fn nothing_else_is_done_with_a_case_that_waits_for_the_applicant() {
    let asked = Story::at_step(Step::SupplementAfterAppraisal);
    for command in [&examine(true), &ask(), &command(CommandKind::DraftOutcome)] {
        check(&asked, (at(1, "09:00"), command), Err("not-at-this-step"));
    }
    let unsettled = Story::sent().then(
        at(0, "10:00"),
        Some(Role::ReceivingOfficer),
        &Command::Accept {
            rules: rules(SupplementEffect::Nothing),
        },
    );
    check(&unsettled, (at(0, "10:30"), &ask()), Err("not-at-this-step"));
    let withdrawn = asked.then(
        at(1, "09:00"),
        None,
        &Command::AskWithdrawal {
            reason: Some(note(1)),
        },
    );
    assert_eq!(withdrawn.case().unwrap().step, Step::SupplementAfterAppraisal);
}
