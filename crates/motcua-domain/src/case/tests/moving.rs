//! Moves inside the office and between desks (T08, T09), and taking the last one back.

use super::{check, dues};
use crate::access::Role;
use crate::case::sample::{Story, agency, at, command, examine, note, other_agency, rules, sending, staff};
use crate::case::{Author, Case, Command, CommandKind, LastMove, Recorded, Sending, Step, SupplementEffect};
use crate::time::{Day, Instant};

const RESTART: SupplementEffect = SupplementEffect::Restart;

/// Received by one agency's desk, decided by another (phi địa giới), accepted on Monday at a time.
fn border_free(accepted: &str) -> Story {
    let elsewhere = Sending {
        received_at: other_agency(),
        competent: agency(),
        forward_to: Some(agency()),
        ..sending()
    };
    Story::new()
        .then(at(0, "09:00"), None, &Command::Send(Box::new(elsewhere)))
        .then(
            at(0, accepted),
            Some(Role::ReceivingOfficer),
            &Command::Accept {
                rules: rules(RESTART),
            },
        )
}

fn forward(to: &[Role]) -> Command {
    Command::Forward {
        to: to.iter().copied().map(staff).collect(),
        task: Some(note(9)),
    }
}

fn undo(by: Role) -> Command {
    Command::UndoMove { staff: staff(by) }
}

#[test]
fn a_case_is_handed_over_the_same_day_or_after_fifteen_oclock_first_thing_next_working_day() {
    let handover_by = |day, time: &str| {
        Story::sent()
            .then(
                at(day, time),
                Some(Role::ReceivingOfficer),
                &Command::Accept {
                    rules: rules(RESTART),
                },
            )
            .case()
            .unwrap()
            .clock
            .unwrap()
    };
    assert_eq!(handover_by(0, "15:00").handover_by, at(0, "17:00"));
    assert_eq!(handover_by(0, "15:01").handover_by, at(1, "07:00"));
    assert_eq!(handover_by(4, "15:01").handover_by, at(7, "07:00"));
    assert_eq!(
        handover_by(0, "15:01").original.at,
        at(7, "15:01"),
        "the limit already runs"
    );
}

#[test]
fn the_limit_of_a_border_free_case_is_the_deciding_agencys_and_both_dates_stand() {
    let story = border_free("10:00");
    // Form 01 counts from the last lawful hand-over, closing time: the next working time is Tuesday morning.
    assert_eq!(dues(&story).1, at(8, "07:00"));
    let assign = command(CommandKind::Assign);
    let handed = story.then(at(0, "11:00"), Some(Role::ReceivingOfficer), &Command::HandOver);
    check(&handed, (at(1, "08:00"), &assign), Err("not-taken-over"));
    check(&handed, (at(1, "08:00"), &Command::TakeOver), Ok(&["taken_over"]));
    let taken = handed.then(at(1, "08:00"), Some(Role::ReceivingOfficer), &Command::TakeOver);
    assert_eq!(dues(&taken), (at(8, "08:00"), at(8, "07:00")));
    check(
        &taken,
        (at(1, "08:01"), &Command::TakeOver),
        Err("already-taken-over"),
    );
    check(&taken, (at(1, "08:01"), &assign), Ok(&["assigned"]));

    // Back to the desk and over again: the agency had it, its limit does not begin anew.
    let again = taken
        .then(
            at(1, "09:00"),
            Some(Role::DivisionHead),
            &command(CommandKind::ReturnToDesk),
        )
        .then(at(2, "09:00"), Some(Role::ReceivingOfficer), &Command::HandOver);
    check(
        &again,
        (at(2, "10:00"), &Command::TakeOver),
        Err("already-taken-over"),
    );
    assert_eq!(dues(&again), (at(8, "08:00"), at(8, "07:00")));
}

#[test]
fn a_case_received_where_it_is_decided_is_not_taken_over() {
    check(
        &Story::at_step(Step::HandedOver),
        (at(1, "08:00"), &Command::TakeOver),
        Err("not-border-free"),
    );
}

#[test]
fn a_new_date_before_the_take_over_would_be_lost_so_none_is_set() {
    let apology = Command::Apologise {
        reason: Some(note(1)),
        new_day: Day::parse("2026-12-21").unwrap(),
    };
    let handed = border_free("10:00").then(at(0, "11:00"), Some(Role::ReceivingOfficer), &Command::HandOver);
    check(&handed, (at(1, "08:00"), &apology), Err("not-taken-over"));
    let taken = handed.then(at(1, "08:00"), Some(Role::ReceivingOfficer), &Command::TakeOver);
    check(&taken, (at(1, "09:00"), &apology), Ok(&["apologised"]));
}

#[test]
fn a_case_goes_from_hand_to_hand_and_back_with_a_reason() {
    let held = Story::in_appraisal(RESTART);
    let same = Command::Assign {
        specialist: staff(Role::Specialist),
    };
    check(&held, (at(1, "08:00"), &same), Err("already-assigned"));
    check(
        &held,
        (at(1, "08:00"), &command(CommandKind::Assign)),
        Ok(&["assigned"]),
    );
    check(&held, (at(1, "08:00"), &Command::TakeBack), Ok(&["taken_back"]));
    check(
        &held,
        (at(1, "08:00"), &Command::GiveBack { reason: None }),
        Err("reason-missing"),
    );
    let back = held.then(
        at(1, "08:00"),
        Some(Role::Specialist),
        &command(CommandKind::GiveBack),
    );
    let case = back.case().unwrap();
    assert_eq!((case.step, case.relations.holder), (Step::HandedOver, None));
    check(
        &back,
        (at(1, "09:00"), &Command::ReturnToDesk { reason: None }),
        Err("reason-missing"),
    );
    let case = back
        .then(
            at(1, "09:00"),
            Some(Role::DivisionHead),
            &command(CommandKind::ReturnToDesk),
        )
        .case()
        .unwrap();
    assert_eq!((case.step, case.handed_over_at), (Step::Accepted, None));
    assert_eq!(
        case.clock.unwrap().current.at,
        at(7, "10:00"),
        "the limit runs all the while"
    );
}

#[test]
fn colleagues_beside_the_holder_finish_their_part_before_a_result_is_drafted() {
    let held = Story::in_appraisal(RESTART).then(at(1, "08:00"), Some(Role::Specialist), &examine(true));
    let draft = command(CommandKind::DraftOutcome);
    check(&held, (at(1, "09:00"), &forward(&[])), Err("nothing-listed"));
    check(
        &held,
        (at(1, "09:00"), &forward(&[Role::Specialist])),
        Err("already-assigned"),
    );
    let wordless = Command::Forward {
        to: vec![staff(Role::Clerk)],
        task: None,
    };
    check(&held, (at(1, "09:00"), &wordless), Err("reason-missing"));

    let two = held.then(
        at(1, "09:00"),
        Some(Role::Specialist),
        &forward(&[Role::Clerk, Role::Head, Role::Clerk]),
    );
    assert_eq!(
        two.case().unwrap().relations.colleagues,
        [staff(Role::Clerk), staff(Role::Head)]
    );
    check(&two, (at(1, "09:10"), &draft), Err("still-goes-on"));
    check(
        &two,
        (at(1, "09:10"), &forward(&[Role::Clerk])),
        Err("already-assigned"),
    );
    let finish = |role| Command::FinishForward {
        staff: staff(role),
        result: Some(note(1)),
    };
    check(
        &two,
        (at(1, "09:20"), &finish(Role::DivisionHead)),
        Err("no-such-task"),
    );
    let one = two.then(at(1, "09:20"), Some(Role::Clerk), &finish(Role::Clerk));
    check(&one, (at(1, "09:30"), &finish(Role::Clerk)), Err("no-such-task"));
    check(&one, (at(1, "09:30"), &draft), Err("still-goes-on"));
    let none = one.then(at(1, "09:40"), Some(Role::Head), &finish(Role::Head));
    check(&none, (at(1, "09:40"), &draft), Ok(&["outcome_drafted"]));
    assert_eq!(
        none.case().unwrap().relations.colleagues.len(),
        2,
        "who worked on it may still read it"
    );
}

/// Every internal move, from where it can be made.
fn moves() -> Vec<(Story, Command)> {
    let held =
        Story::in_appraisal(RESTART).then(at(0, "15:00"), Some(Role::Specialist), &forward(&[Role::Head]));
    vec![
        (Story::accepted(RESTART), Command::HandOver),
        (Story::at_step(Step::HandedOver), command(CommandKind::Assign)),
        (
            Story::at_step(Step::HandedOver),
            command(CommandKind::ReturnToDesk),
        ),
        (held.clone(), command(CommandKind::Assign)),
        (held.clone(), Command::TakeBack),
        (held.clone(), command(CommandKind::GiveBack)),
        (held, forward(&[Role::Clerk])),
    ]
}

#[test]
fn a_move_taken_back_leaves_the_case_as_it_was_before() {
    for (given, made) in moves() {
        let before = given.case().unwrap();
        let moved = given.then(at(1, "08:00"), Some(Role::DivisionHead), &made);
        assert_eq!(
            moved.case().unwrap().last_move.unwrap().undoable_until(),
            at(1, "08:00").plus_millis(LastMove::WINDOW_MILLIS)
        );
        let undone = moved.then(
            at(1, "08:00"),
            Some(Role::DivisionHead),
            &undo(Role::DivisionHead),
        );
        // Only what says whether something can be taken back differs: after an undo nothing can.
        let as_before = Case {
            last_move: None,
            ..before
        };
        assert_eq!(undone.case().unwrap(), as_before, "{made:?}");
        check(
            &undone,
            (at(1, "08:00"), &undo(Role::DivisionHead)),
            Err("nothing-to-undo"),
        );
    }
}

#[test]
fn a_move_is_taken_back_within_half_a_minute_by_its_maker_and_before_anything_else() {
    for (given, made) in moves() {
        let moved = given.then(at(1, "08:00"), Some(Role::DivisionHead), &made);
        let mine = undo(Role::DivisionHead);
        let last = at(1, "08:00").plus_millis(LastMove::WINDOW_MILLIS);
        check(&moved, (last, &mine), Ok(&["move_undone"]));
        check(&moved, (last.plus_millis(1), &mine), Err("nothing-to-undo"));
        check(&moved, (last, &undo(Role::Head)), Err("nothing-to-undo"));

        let written = moved
            .clone()
            .then(at(1, "08:00"), None, &command(CommandKind::WriteMessage));
        check(&written, (last, &mine), Ok(&["move_undone"]));
        let asked = moved.then(at(1, "08:00"), None, &Command::AskWithdrawal { reason: None });
        check(&asked, (last, &mine), Err("nothing-to-undo"));
    }
}

#[test]
fn a_rule_of_the_city_moves_nothing_that_somebody_could_take_back() {
    let mut story = Story::accepted(RESTART);
    let events = story.attempt(at(0, "11:00"), &Command::HandOver).unwrap();
    story.log.extend(events.into_iter().map(|event| Recorded {
        at: at(0, "11:00"),
        by: Author::System,
        event,
    }));
    let now: Instant = at(0, "11:00");
    check(&story, (now, &undo(Role::DivisionHead)), Err("nothing-to-undo"));
}
