//! The result on its way to the applicant (T21): by hand, electronically, by post.

use super::check;
use crate::access::Role;
use crate::case::sample::{Story, at, charge, command, examine, rules, sending, staff};
use crate::case::{
    CarrierReport, CarrierSays, Command, CommandKind, DELIVERY_ATTEMPTS_MAX, DeliveryState, DeliveryWay,
    Rules, Sending, Step, SupplementEffect,
};
use crate::catalogue::CollectedAt;

/// Issued on Tuesday to an applicant who chose this way, under rules that differ from the usual ones.
fn issued(way: DeliveryWay, change: impl FnOnce(&mut Rules)) -> Story {
    let mut changed = rules(SupplementEffect::Restart);
    change(&mut changed);
    let sent = Command::Send(Box::new(Sending {
        delivery: way,
        ..sending()
    }));
    let mut story = Story::new()
        .then(at(0, "09:00"), None, &sent)
        .then(
            at(0, "10:00"),
            Some(Role::ReceivingOfficer),
            &Command::Accept { rules: changed },
        )
        .then(at(0, "11:00"), Some(Role::ReceivingOfficer), &Command::HandOver);
    for (role, command) in [
        (
            Role::DivisionHead,
            Command::Assign {
                specialist: staff(Role::Specialist),
            },
        ),
        (Role::Specialist, examine(true)),
        (Role::Specialist, command(CommandKind::DraftOutcome)),
        (Role::Head, Command::SignOutcome),
        (Role::Clerk, Command::IssueOutcome { file: None }),
    ] {
        story = story.then(at(1, "08:00"), Some(role), &command);
    }
    story
}

fn dispatch(tracking: &str) -> Command {
    Command::Dispatch {
        tracking: tracking.to_owned(),
    }
}

fn carrier(tracking: &str, says: CarrierSays) -> Command {
    Command::ReportDelivery {
        report: CarrierReport {
            tracking: tracking.to_owned(),
            says,
        },
    }
}

fn received() -> CarrierSays {
    CarrierSays::Received {
        proof: "P-1".to_owned(),
    }
}

fn hand_out() -> Command {
    command(CommandKind::ReturnResult)
}

fn stands(story: &Story) -> DeliveryState {
    story.case().unwrap().deliveries.last().unwrap().state
}

#[test]
fn a_result_comes_the_way_that_the_applicant_chose() {
    let acts = [Command::CollectResult, hand_out(), dispatch("VN1")];
    let table: [(DeliveryWay, [super::Then<'_>; 3]); 3] = [
        (
            DeliveryWay::Electronic,
            [
                Ok(&["result_returned"]),
                Ok(&["result_returned"]),
                Err("not-by-post"),
            ],
        ),
        (
            DeliveryWay::Desk,
            [
                Err("collected-at-desk"),
                Ok(&["result_returned"]),
                Err("not-by-post"),
            ],
        ),
        (
            DeliveryWay::Post,
            [
                Err("comes-by-post"),
                Ok(&["result_returned"]),
                Ok(&["result_dispatched"]),
            ],
        ),
    ];
    for (way, verdicts) in table {
        let story = issued(way, |_| ());
        for (act, then) in acts.iter().zip(verdicts) {
            check(&story, (at(2, "08:00"), act), then);
        }
    }
}

#[test]
fn a_charge_of_the_return_falls_due_with_the_result_and_is_paid_before_it_leaves() {
    for way in [DeliveryWay::Electronic, DeliveryWay::Desk, DeliveryWay::Post] {
        let story = issued(way, |rules| rules.charges = vec![charge(CollectedAt::Return)]);
        let leaves = match way {
            DeliveryWay::Electronic => Command::CollectResult,
            DeliveryWay::Desk => hand_out(),
            DeliveryWay::Post => dispatch("VN1"),
        };
        check(&story, (at(2, "08:00"), &leaves), Err("fee-unpaid"));
        let paid = story.then(
            at(2, "08:00"),
            Some(Role::ReturningOfficer),
            &command(CommandKind::TakePayment),
        );
        assert!(paid.attempt(at(2, "08:01"), &leaves).is_ok());
    }
}

#[test]
fn what_the_carrier_proves_is_received() {
    let story = issued(DeliveryWay::Post, |_| ());
    check(&story, (at(2, "08:00"), &dispatch("  ")), Err("tracking-missing"));
    let sent = story.then(at(2, "08:00"), Some(Role::ReturningOfficer), &dispatch("VN1"));
    check(&sent, (at(2, "09:00"), &hand_out()), Err("with-carrier"));
    check(&sent, (at(2, "09:00"), &dispatch("VN2")), Err("with-carrier"));
    check(
        &sent,
        (at(2, "09:00"), &carrier("VN9", received())),
        Err("already-reported"),
    );
    let out = sent.then(
        at(3, "08:00"),
        Some(Role::ReturningOfficer),
        &carrier("VN1", CarrierSays::Out),
    );
    check(
        &out,
        (at(3, "08:01"), &carrier("VN1", CarrierSays::Out)),
        Err("already-reported"),
    );
    check(
        &out,
        (at(3, "09:00"), &carrier("VN1", received())),
        Ok(&["delivery_reported", "result_returned"]),
    );
    let case = out
        .then(
            at(3, "09:00"),
            Some(Role::ReturningOfficer),
            &carrier("VN1", received()),
        )
        .case()
        .unwrap();
    assert_eq!(
        (case.step, case.deliveries[0].state),
        (Step::Delivered, DeliveryState::Received)
    );
    assert_eq!(case.deliveries[0].proof.as_deref(), Some("P-1"));
}

#[test]
fn the_carrier_tries_a_few_times_and_then_the_result_waits_at_the_desk() {
    let mut story = issued(DeliveryWay::Post, |_| ());
    for attempt in 1..=DELIVERY_ATTEMPTS_MAX {
        let tracking = format!("VN{attempt}");
        story = story
            .then(at(2, "08:00"), Some(Role::ReturningOfficer), &dispatch(&tracking))
            .then(
                at(2, "08:00"),
                Some(Role::ReturningOfficer),
                &carrier(&tracking, CarrierSays::Failed),
            );
        check(
            &story,
            (at(2, "09:00"), &carrier(&tracking, CarrierSays::Failed)),
            Err("already-reported"),
        );
    }
    check(&story, (at(3, "08:00"), &dispatch("VN4")), Err("tried-often"));
    check(&story, (at(3, "08:00"), &hand_out()), Err("with-carrier"));
    let back = story.then(
        at(4, "08:00"),
        Some(Role::ReturningOfficer),
        &carrier("VN3", CarrierSays::Returned),
    );
    assert_eq!(stands(&back), DeliveryState::ReturnedToDesk);
    check(&back, (at(4, "09:00"), &hand_out()), Ok(&["result_returned"]));
}

#[test]
fn what_a_carrier_says_last_counts_though_it_did_not_tell_of_every_try() {
    let sent = issued(DeliveryWay::Post, |_| ()).then(
        at(2, "08:00"),
        Some(Role::ReturningOfficer),
        &dispatch("VN1"),
    );
    let back = carrier("VN1", CarrierSays::Returned);
    check(&sent, (at(3, "08:00"), &back), Ok(&["delivery_reported"]));
    let failed = sent.then(
        at(3, "08:00"),
        Some(Role::ReturningOfficer),
        &carrier("VN1", CarrierSays::Failed),
    );
    check(
        &failed,
        (at(4, "08:00"), &carrier("VN1", received())),
        Ok(&["delivery_reported", "result_returned"]),
    );
}
