//! What moves the date or ends a case out of its order (T14, T16-T18, T22).

use super::{check, dues};
use crate::access::Role;
use crate::case::sample::{Story, accepted_with, answer, ask, at, charge, command, examine, note};
use crate::case::{
    Command, CommandKind, LimitState, OutcomeKind, Refusal, Step, StopGround, StopKind, SupplementEffect,
};
use crate::catalogue::CollectedAt;
use crate::time::{CalendarRules, Day, HolidayTable, OfficeCalendar};

const RESTART: SupplementEffect = SupplementEffect::Restart;

fn apologise(day: &str) -> Command {
    Command::Apologise {
        reason: Some(note(1)),
        new_day: Day::parse(day).unwrap(),
    }
}

fn stop(ground: StopGround, kind: StopKind) -> Command {
    Command::Stop {
        ground,
        kind,
        reason: Some(note(1)),
    }
}

fn give_up(granted: bool, reason: bool) -> Command {
    Command::DecideWithdrawal {
        granted,
        reason: reason.then(|| note(1)),
    }
}

/// Issued late, or not, on a day.
pub(super) fn issued_on(story: Story, day: u8) -> Story {
    let mut story = story;
    for (role, command) in [
        (Role::Specialist, examine(true)),
        (Role::Specialist, command(CommandKind::DraftOutcome)),
        (Role::Head, Command::SignOutcome),
        (Role::Clerk, Command::IssueOutcome { file: None }),
    ] {
        story = story.then(at(day, "08:00"), Some(role), &command);
    }
    story
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
fn an_apology_comes_at_the_latest_the_day_before_or_says_that_it_is_late() {
    // Due on Monday 7 December at ten: a rest day gives way to the working day before it (4.10 rule 13).
    for (day, in_time) in [(3, true), (4, true), (5, false), (7, false), (8, false)] {
        let story =
            Story::in_appraisal(RESTART).then(at(day, "23:00"), Some(Role::Head), &apologise("2026-12-11"));
        assert_eq!(
            story.case().unwrap().apology.unwrap().in_time,
            in_time,
            "day {day}"
        );
        assert_eq!(dues(&story), (at(11, "17:00"), at(7, "10:00")));
    }
}

#[test]
fn a_new_date_is_set_once_later_than_the_old_one_on_a_working_day_and_with_a_reason() {
    let story = Story::in_appraisal(RESTART);
    let wordless = Command::Apologise {
        reason: None,
        new_day: Day::parse("2026-12-11").unwrap(),
    };
    check(&story, (at(4, "08:00"), &wordless), Err("reason-missing"));
    for day in ["2026-12-04", "2026-12-06", "2026-12-12"] {
        check(
            &story,
            (at(4, "08:00"), &apologise(day)),
            Err("new-date-not-later"),
        );
    }
    // The same day at closing time is later than ten o'clock.
    check(
        &story,
        (at(4, "08:00"), &apologise("2026-12-07")),
        Ok(&["apologised"]),
    );
    check(
        &story,
        (at(10, "18:00"), &apologise("2026-12-10")),
        Err("new-date-not-later"),
    );
    let sorry = story.then(at(4, "08:00"), Some(Role::Head), &apologise("2026-12-11"));
    check(
        &sorry,
        (at(9, "08:00"), &apologise("2026-12-21")),
        Err("already-extended"),
    );
    check(
        &sorry,
        (at(9, "08:00"), &command(CommandKind::ProposeApology)),
        Err("already-extended"),
    );
}

#[test]
fn a_case_that_needed_a_new_date_is_late_for_the_report_even_if_that_is_met() {
    let sorry = Story::in_appraisal(RESTART).then(at(4, "08:00"), Some(Role::Head), &apologise("2026-12-11"));
    let case = sorry.case().unwrap();
    assert!(
        !case.is_late(at(11, "17:00")),
        "nobody waits beyond the new date yet"
    );
    assert_eq!(
        case.clock.unwrap().state(None, at(8, "08:00")),
        LimitState::Missed
    );
    assert!(!issued_on(sorry, 9).case().unwrap().outcome.unwrap().on_time);
}

#[test]
fn while_the_clock_stands_still_there_is_nothing_to_apologise_for() {
    let asked = Story::at_step(Step::SupplementAfterAppraisal);
    check(
        &asked,
        (at(4, "08:00"), &apologise("2026-12-21")),
        Err("clock-stands-still"),
    );
}

#[test]
fn a_specialist_proposes_and_the_head_apologises() {
    let proposed = Story::in_appraisal(RESTART).then(
        at(3, "08:00"),
        Some(Role::Specialist),
        &command(CommandKind::ProposeApology),
    );
    assert_eq!(dues(&proposed).0, at(7, "10:00"), "a proposal moves nothing");
    assert!(proposed.case().unwrap().apology_proposed.is_some());
    let made = proposed.then(at(3, "09:00"), Some(Role::Head), &apologise("2026-12-21"));
    assert_eq!(made.case().unwrap().apology_proposed, None);
}

#[test]
fn for_want_of_a_supplement_a_case_is_stopped_for_good_and_only_after_the_window() {
    let want = stop(StopGround::NoSupplement, StopKind::Ended);
    let asked = Story::at_step(Step::SupplementAfterAppraisal);
    check(&asked, (at(10, "08:00"), &want), Err("window-not-over"));
    check(&asked, (at(10, "08:01"), &want), Ok(&["stopped"]));
    let held = stop(StopGround::NoSupplement, StopKind::Paused);
    check(&asked, (at(10, "08:01"), &held), Err("stop-is-final"));
    let wordless = Command::Stop {
        ground: StopGround::NoSupplement,
        kind: StopKind::Ended,
        reason: None,
    };
    check(&asked, (at(10, "08:01"), &wordless), Err("reason-missing"));
    check(
        &Story::in_appraisal(RESTART),
        (at(20, "08:00"), &want),
        Err("window-not-over"),
    );
    let answered = asked.then(at(10, "08:01"), None, &answer());
    check(&answered, (at(11, "08:00"), &want), Err("window-not-over"));
}

#[test]
fn a_stop_has_its_place_until_the_result_is_issued_and_ends_a_case_for_good() {
    let court = stop(StopGround::Court, StopKind::Ended);
    for step in Step::ALL {
        let stops = Story::at_step(step).attempt(at(1, "16:00"), &court).is_ok();
        let is_open = !matches!(step, Step::Ready | Step::Correcting) && !step.is_closed();
        assert_eq!(stops, is_open, "{step:?}");
    }
    check(
        &Story::at_step(Step::Stopped),
        (at(1, "08:00"), &Command::Resume),
        Err("stop-is-final"),
    );
}

#[test]
fn a_held_case_goes_on_where_it_was_and_the_time_does_not_count() {
    let hold = stop(StopGround::Court, StopKind::Paused);
    for story in [Story::accepted(RESTART), Story::in_appraisal(RESTART)] {
        let before = story.case().unwrap();
        let held = story.then(at(1, "08:00"), Some(Role::Head), &hold);
        let case = held.case().unwrap();
        assert_eq!((case.step, case.is_paused()), (Step::Stopped, true));
        check(
            &held,
            (at(2, "08:00"), &Command::Archive),
            Err("not-at-this-step"),
        );
        let resumed = held.then(at(3, "08:00"), Some(Role::Head), &Command::Resume);
        assert_eq!(resumed.case().unwrap().step, before.step);
        assert_eq!(dues(&resumed), (at(9, "10:00"), at(7, "10:00")));
        check(
            &resumed,
            (at(3, "09:00"), &Command::Resume),
            Err("not-at-this-step"),
        );
    }
    // Before acceptance no limit has begun that could be held.
    check(&Story::sent(), (at(0, "10:00"), &hold), Err("stop-is-final"));
}

#[test]
fn while_a_case_is_held_the_applicants_window_stands_still_too() {
    let held = Story::in_appraisal(RESTART)
        .then(at(1, "08:00"), Some(Role::Specialist), &ask())
        .then(
            at(2, "08:00"),
            Some(Role::Head),
            &stop(StopGround::Court, StopKind::Paused),
        );
    check(&held, (at(9, "08:00"), &answer()), Err("not-at-this-step"));
    let resumed = held.then(at(16, "08:00"), Some(Role::Head), &Command::Resume);
    let want = stop(StopGround::NoSupplement, StopKind::Ended);
    check(&resumed, (at(16, "09:00"), &want), Err("window-not-over"));
    check(&resumed, (at(24, "08:01"), &want), Ok(&["stopped"]));
    check(
        &resumed,
        (at(16, "09:00"), &answer()),
        Ok(&["supplement_answered"]),
    );
}

#[test]
fn what_is_paid_comes_back_with_a_withdrawal_or_a_stop_where_its_rule_says_so() {
    let ask_out = Command::AskWithdrawal { reason: None };
    for refundable in [true, false] {
        let paid = accepted_with(|rules| {
            let mut line = charge(CollectedAt::Intake);
            line.is_refundable = refundable;
            rules.charges = vec![line];
        })
        .then(
            at(0, "11:00"),
            Some(Role::ReceivingOfficer),
            &command(CommandKind::TakePayment),
        );
        let with = |name: &'static str| {
            if refundable {
                vec![name, "refund_asked"]
            } else {
                vec![name]
            }
        };
        let asked = paid.clone().then(at(1, "08:00"), None, &ask_out);
        check(
            &asked,
            (at(1, "09:00"), &give_up(true, false)),
            Ok(&with("withdrawn")),
        );
        check(
            &paid,
            (at(1, "09:00"), &stop(StopGround::Law, StopKind::Ended)),
            Ok(&with("stopped")),
        );
        check(
            &paid,
            (at(1, "09:00"), &stop(StopGround::Law, StopKind::Paused)),
            Ok(&["stopped"]),
        );
    }
}

#[test]
fn a_withdrawal_is_asked_once_and_a_no_says_why() {
    let open = Story::in_appraisal(RESTART);
    check(
        &open,
        (at(1, "08:00"), &give_up(true, false)),
        Err("no-withdrawal-asked"),
    );
    let asked = open.then(at(1, "08:00"), None, &Command::AskWithdrawal { reason: None });
    check(
        &asked,
        (at(1, "09:00"), &Command::AskWithdrawal { reason: None }),
        Err("withdrawal-waits"),
    );
    check(
        &asked,
        (at(1, "09:00"), &give_up(false, false)),
        Err("reason-missing"),
    );
    check(
        &asked,
        (at(1, "09:00"), &give_up(false, true)),
        Ok(&["withdrawal_declined"]),
    );
    let withdrawn = asked
        .then(at(1, "09:00"), Some(Role::Head), &give_up(true, false))
        .case()
        .unwrap();
    assert_eq!(withdrawn.national().code(), 7);
    check(
        &Story::issued(),
        (at(2, "08:00"), &Command::AskWithdrawal { reason: None }),
        Err("not-at-this-step"),
    );
}

#[test]
fn a_decree_on_days_off_moves_the_due_date_and_never_the_original() {
    let mut story = Story::in_appraisal(RESTART);
    let apply = command(CommandKind::ApplyCalendarDecision);
    check(&story, (at(1, "08:00"), &apply), Err("due-unchanged"));
    let decree = "date,kind,name\n2026-12-03,off,Nghỉ bù\n";
    story.calendar = OfficeCalendar::new(CalendarRules {
        holidays: HolidayTable::parse_csv(decree).unwrap(),
        ..CalendarRules::default()
    });
    check(
        &story,
        (at(1, "08:00"), &apply),
        Ok(&["calendar_decision_applied"]),
    );
    let moved = story.then(at(1, "08:00"), None, &apply);
    assert_eq!(dues(&moved), (at(8, "10:00"), at(7, "10:00")));
}
