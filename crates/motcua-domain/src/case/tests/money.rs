//! Money of a case (`domain.md` 5): nothing is guessed, nothing is lost, and nothing of it moves the case.

use super::check;
use crate::access::Role;
use crate::case::sample::{Story, accepted_with, at, charge, command, note};
use crate::case::{
    Command, CommandKind, PaymentMethod, PaymentReport, PaymentState, Relief, StopKind, SupplementEffect,
};
use crate::catalogue::CollectedAt;
use crate::money::Dong;

/// Accepted with one charge of 8 000 đồng, due at once.
fn owed() -> Story {
    accepted_with(|rules| rules.charges = vec![charge(CollectedAt::Intake)])
}

fn take(method: PaymentMethod) -> Command {
    Command::TakePayment { charge: 0, method }
}

fn start() -> Command {
    Command::StartPayment { charge: 0 }
}

fn report(report: PaymentReport) -> Command {
    Command::ReportPayment { charge: 0, report }
}

fn paid(attempt: u16, reference: &str) -> Command {
    report(PaymentReport::Paid {
        attempt,
        reference: reference.to_owned(),
    })
}

fn failed(attempt: u16) -> Command {
    report(PaymentReport::Failed { attempt })
}

fn unclear(attempt: u16) -> Command {
    report(PaymentReport::Unclear { attempt })
}

fn ask_refund() -> Command {
    command(CommandKind::AskRefund)
}

fn decide_refund(granted: bool, reason: bool) -> Command {
    Command::DecideRefund {
        charge: 0,
        granted,
        reason: reason.then(|| note(1)),
    }
}

/// One thing after another on Tuesday.
fn on(story: Story, commands: &[Command]) -> Story {
    commands.iter().fold(story, |story, command| {
        story.then(at(1, "08:00"), Some(Role::FinanceOfficer), command)
    })
}

fn state(story: &Story) -> PaymentState {
    story.case().unwrap().charges[0].state
}

#[test]
fn a_desk_takes_cash_transfer_or_card_once() {
    for method in PaymentMethod::AT_DESK {
        let story = on(owed(), &[take(method)]);
        assert_eq!(state(&story), PaymentState::Paid);
        check(&story, (at(1, "09:00"), &take(method)), Err("payment-not-now"));
        check(&story, (at(1, "09:00"), &start()), Err("payment-not-now"));
    }
    check(
        &owed(),
        (at(1, "08:00"), &take(PaymentMethod::Online)),
        Err("payment-not-now"),
    );
    let beyond = Command::TakePayment {
        charge: 1,
        method: PaymentMethod::Cash,
    };
    check(&owed(), (at(1, "08:00"), &beyond), Err("no-such-charge"));
    check(
        &Story::accepted(SupplementEffect::Restart),
        (at(1, "08:00"), &take(PaymentMethod::Cash)),
        Err("no-such-charge"),
    );
    let later = accepted_with(|rules| rules.charges = vec![charge(CollectedAt::Return)]);
    check(
        &later,
        (at(1, "08:00"), &take(PaymentMethod::Cash)),
        Err("payment-not-now"),
    );
}

#[test]
fn while_an_online_payment_is_under_way_nothing_else_is_taken_or_waived() {
    for story in [on(owed(), &[start()]), on(owed(), &[start(), unclear(1)])] {
        for command in [
            take(PaymentMethod::Cash),
            start(),
            command(CommandKind::RelieveCharge),
        ] {
            check(&story, (at(1, "09:00"), &command), Err("payment-not-now"));
        }
    }
    let again = on(owed(), &[start(), failed(1)]);
    check(
        &again,
        (at(1, "09:00"), &take(PaymentMethod::Cash)),
        Ok(&["payment_taken"]),
    );
    check(&again, (at(1, "09:00"), &start()), Ok(&["payment_started"]));
}

#[test]
fn the_service_may_say_it_twice_or_late_and_only_the_attempt_under_way_can_fail() {
    let second = on(owed(), &[start(), unclear(1), failed(1), start()]);
    assert_eq!(second.case().unwrap().charges[0].attempts, 2);
    for stale in [failed(1), unclear(1)] {
        check(&second, (at(1, "09:00"), &stale), Err("already-reported"));
    }
    check(&second, (at(1, "09:00"), &unclear(2)), Ok(&["payment_unclear"]));
    check(
        &on(second.clone(), &[unclear(2)]),
        (at(1, "09:00"), &unclear(2)),
        Err("already-reported"),
    );
    // Money of an attempt that was given up is money.
    check(&second, (at(1, "09:00"), &paid(1, "A")), Ok(&["payment_taken"]));
    let first = on(second, &[paid(1, "A")]);
    check(&first, (at(1, "09:00"), &paid(1, "A")), Err("already-reported"));
    check(&first, (at(1, "09:00"), &failed(2)), Err("already-reported"));
    check(&first, (at(1, "09:00"), &paid(2, "B")), Ok(&["payment_doubled"]));
}

#[test]
fn money_that_nobody_owed_is_kept_paid_back_and_never_paid_back_again() {
    let double = on(
        owed(),
        &[start(), failed(1), take(PaymentMethod::Cash), paid(1, "B")],
    );
    let charge = double.case().unwrap().charges[0].clone();
    assert_eq!(
        (charge.state, charge.doubles),
        (PaymentState::Paid, vec!["B".to_owned()])
    );
    check(&double, (at(1, "09:00"), &paid(1, "B")), Err("already-reported"));
    check(
        &double,
        (at(1, "09:00"), &decide_refund(false, true)),
        Err("owed-back"),
    );
    let back = on(double, &[decide_refund(true, false)]);
    let charge = back.case().unwrap().charges[0].clone();
    assert_eq!((charge.state, charge.is_owed_back()), (PaymentState::Paid, false));
    check(&back, (at(2, "08:00"), &paid(1, "B")), Err("already-reported"));
    check(
        &back,
        (at(2, "08:00"), &decide_refund(true, false)),
        Err("payment-not-now"),
    );
}

#[test]
fn money_for_a_case_that_is_over_is_owed_back_but_a_held_case_still_takes_it() {
    let stop = |kind| Command::Stop {
        ground: crate::case::StopGround::Law,
        kind,
        reason: Some(note(1)),
    };
    for (kind, then) in [
        (StopKind::Ended, "payment_doubled"),
        (StopKind::Paused, "payment_taken"),
    ] {
        let stopped = on(owed(), &[start(), stop(kind)]);
        check(&stopped, (at(2, "08:00"), &paid(1, "A")), Ok(&[then]));
    }
}

#[test]
fn a_relief_has_a_ground_and_leaves_less() {
    let relief = |due: i64, ground: &str, legal_basis: &str| Command::RelieveCharge {
        charge: 0,
        relief: Relief {
            due: Dong::new(due),
            ground: ground.to_owned(),
            legal_basis: legal_basis.to_owned(),
        },
    };
    let story = owed();
    for (command, code) in [
        (relief(0, " ", "NQ 1"), "reason-missing"),
        (relief(0, "poor-household", " "), "reason-missing"),
        (relief(8_000, "poor-household", "NQ 1"), "relief-is-none"),
        (relief(-1, "poor-household", "NQ 1"), "relief-is-none"),
    ] {
        check(&story, (at(1, "08:00"), &command), Err(code));
    }
    let half = on(story.clone(), &[relief(4_000, "poor-household", "NQ 1")]);
    let charge = half.case().unwrap().charges[0].clone();
    assert_eq!(
        (charge.line.list, charge.line.due),
        (Dong::new(8_000), Dong::new(4_000))
    );
    assert_eq!(charge.state, PaymentState::Due);
    let waived = on(story, &[relief(0, "poor-household", "NQ 1")]);
    assert_eq!(state(&waived), PaymentState::Waived);
    check(
        &waived,
        (at(1, "09:00"), &relief(0, "x", "y")),
        Err("payment-not-now"),
    );
    let paid = on(owed(), &[take(PaymentMethod::Cash)]);
    check(
        &paid,
        (at(1, "09:00"), &relief(0, "x", "y")),
        Err("payment-not-now"),
    );
}

#[test]
fn a_refund_is_asked_for_and_decided_and_a_no_says_why() {
    check(&owed(), (at(1, "08:00"), &ask_refund()), Err("payment-not-now"));
    let asked = on(owed(), &[take(PaymentMethod::Cash), ask_refund()]);
    check(&asked, (at(1, "09:00"), &ask_refund()), Err("payment-not-now"));
    check(
        &asked,
        (at(1, "09:00"), &decide_refund(false, false)),
        Err("reason-missing"),
    );
    let no = on(asked.clone(), &[decide_refund(false, true)]);
    assert_eq!(state(&no), PaymentState::RefundRefused);
    let yes = on(asked, &[decide_refund(true, false)]);
    assert_eq!(state(&yes), PaymentState::Refunded);
    for story in [no, yes] {
        check(&story, (at(1, "09:00"), &ask_refund()), Err("payment-not-now"));
        check(
            &story,
            (at(1, "09:00"), &decide_refund(true, false)),
            Err("payment-not-now"),
        );
    }
}

#[test]
fn the_books_agree_once_on_what_was_taken() {
    let reconcile = command(CommandKind::Reconcile);
    check(&owed(), (at(1, "08:00"), &reconcile), Err("payment-not-now"));
    let taken = on(owed(), &[take(PaymentMethod::Card)]);
    check(&taken, (at(1, "09:00"), &reconcile), Ok(&["payment_reconciled"]));
    check(
        &on(taken, std::slice::from_ref(&reconcile)),
        (at(1, "09:00"), &reconcile),
        Err("payment-not-now"),
    );
}

#[test]
fn a_charge_of_nothing_is_waived_from_the_first_moment() {
    let free = accepted_with(|rules| {
        let mut line = charge(CollectedAt::Intake);
        line.due = Dong::ZERO;
        rules.charges = vec![line];
    });
    assert_eq!(state(&free), PaymentState::Waived);
}
