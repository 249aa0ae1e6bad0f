//! From the draft to the applicant's hands (T19-T21).

use super::check;
use crate::access::Role;
use crate::case::sample::{Story, accepted_with, at, command, examine, note, staff};
use crate::case::{Command, CommandKind, OutcomeKind, Refusal, Step, SupplementEffect};

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
fn a_result_rests_on_an_examination() {
    check(
        &Story::in_appraisal(SupplementEffect::Restart),
        (at(1, "08:00"), &command(CommandKind::DraftOutcome)),
        Err("not-examined"),
    );
}

#[test]
fn where_the_rules_say_so_the_division_head_initials_before_it_is_signed() {
    let reviewed = Story::at_step(Step::DivisionReview);
    check(
        &reviewed,
        (at(1, "10:00"), &Command::SignOutcome),
        Err("not-at-this-step"),
    );
    let initialled = reviewed.then(at(1, "10:00"), Some(Role::DivisionHead), &Command::Initial);
    let case = initialled.case().unwrap();
    assert_eq!(case.initial.unwrap().by, staff(Role::DivisionHead));
    check(
        &initialled,
        (at(1, "11:00"), &Command::SignOutcome),
        Ok(&["outcome_signed"]),
    );
    check(
        &Story::before_signatory(OutcomeKind::Granted),
        (at(1, "10:00"), &Command::Initial),
        Err("not-at-this-step"),
    );
}

#[test]
fn a_draft_is_sent_back_with_a_reason_and_made_anew() {
    for story in [
        Story::at_step(Step::DivisionReview),
        Story::before_signatory(OutcomeKind::Granted),
        Story::at_step(Step::DivisionReview).then(
            at(1, "09:30"),
            Some(Role::DivisionHead),
            &Command::Initial,
        ),
    ] {
        check(
            &story,
            (at(1, "10:00"), &Command::SendBack { reason: None }),
            Err("reason-missing"),
        );
        let back = story.then(at(1, "10:00"), Some(Role::Head), &command(CommandKind::SendBack));
        let case = back.case().unwrap();
        assert_eq!(
            (case.step, case.draft, case.initial),
            (Step::Appraisal, None, None)
        );
        check(
            &back,
            (at(1, "11:00"), &command(CommandKind::DraftOutcome)),
            Ok(&["outcome_drafted"]),
        );
    }
    check(
        &Story::signed(),
        (at(1, "11:00"), &command(CommandKind::SendBack)),
        Err("not-at-this-step"),
    );
}

#[test]
fn a_rating_is_given_once_after_the_result_and_is_one_to_five() {
    let rate = |score| Command::RateService { score };
    check(
        &Story::issued(),
        (at(2, "08:00"), &rate(5)),
        Err("not-at-this-step"),
    );
    let returned = Story::at_step(Step::Delivered);
    for score in [0, 6] {
        check(
            &returned,
            (at(2, "08:00"), &rate(score)),
            Err("score-out-of-range"),
        );
    }
    let rated = returned.then(at(2, "08:00"), None, &rate(1));
    check(&rated, (at(2, "09:00"), &rate(5)), Err("already-rated"));
}

#[test]
fn a_case_whose_limit_was_at_once_is_late_from_the_first_minute_after() {
    let story = accepted_with(|rules| rules.limit = crate::time::TimeLimit::Minutes(30));
    let case = story.case().unwrap();
    assert!(!case.is_late(at(0, "10:30")));
    assert!(case.is_late(at(0, "10:31")));
}
