//! From the sending to acceptance (T01-T07), and the result given at once (T04).

use super::check;
use crate::access::Role;
use crate::case::sample::{
    Story, accepted_with, agency, answer, ask, at, charge, command, note, other_agency, rules, send, sending,
};
use crate::case::{
    Command, CommandKind, DeskAnswer, IntakeState, Party, PaymentMethod, Rules, Sending, Step,
    SupplementEffect, SupplementItem,
};
use crate::catalogue::CollectedAt;
use crate::channel::Channel;
use crate::time::TimeLimit;

const RESTART: SupplementEffect = SupplementEffect::Restart;

/// What the desk says to a person who stands before it.
fn receive(answer: DeskAnswer) -> Command {
    Command::Receive {
        sending: Box::new(Sending {
            channel: Channel::Counter,
            ..sending()
        }),
        answer: Box::new(answer),
    }
}

fn with_fee() -> Rules {
    let mut rules = rules(RESTART);
    rules.fee_first = true;
    rules.charges = vec![charge(CollectedAt::Intake)];
    rules
}

fn defects() -> Vec<SupplementItem> {
    vec![SupplementItem {
        target: "consent".to_owned(),
        is_paper: true,
        reason: note(1),
    }]
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
fn at_a_desk_sending_and_answer_are_one_act() {
    let nobody = Story::new();
    for (answer, then, step) in [
        (
            DeskAnswer::Accept(rules(RESTART)),
            Ok(&["sent", "accepted"][..]),
            Some(Step::Accepted),
        ),
        (
            DeskAnswer::Ask(defects()),
            Ok(&["sent", "supplement_requested"][..]),
            Some(Step::SupplementAtIntake),
        ),
        (
            DeskAnswer::Refuse(Some(note(1))),
            Ok(&["sent", "intake_refused"][..]),
            Some(Step::NotAccepted),
        ),
        (
            DeskAnswer::Accept(with_fee()),
            Ok(&["sent", "fee_asked"][..]),
            Some(Step::AwaitingFee),
        ),
        (DeskAnswer::Refuse(None), Err("reason-missing"), None),
        (DeskAnswer::Ask(Vec::new()), Err("nothing-listed"), None),
    ] {
        let received = receive(answer);
        check(&nobody, (at(0, "09:00"), &received), then);
        if let Some(step) = step {
            let case = nobody
                .clone()
                .then(at(0, "09:00"), Some(Role::ReceivingOfficer), &received)
                .case()
                .unwrap();
            assert_eq!(case.step, step);
            assert_eq!(case.intake.answered_at, Some(at(0, "09:00")), "{step:?}");
        }
    }
}

#[test]
fn a_case_begins_once_and_with_a_sending() {
    for kind in CommandKind::ALL {
        let begins = matches!(kind, CommandKind::Send | CommandKind::Receive);
        let decided = Story::new().attempt(at(0, "09:00"), &command(kind));
        assert_eq!(decided.is_ok(), begins, "{kind:?}");
    }
    check(
        &Story::new(),
        (at(0, "09:00"), &Command::Recall),
        Err("nothing-sent"),
    );
    check(&Story::sent(), (at(0, "09:00"), &send()), Err("already-sent"));
    check(
        &Story::sent(),
        (at(0, "09:00"), &receive(DeskAnswer::Accept(rules(RESTART)))),
        Err("already-sent"),
    );
}

#[test]
fn the_desk_has_eight_working_hours_to_answer_and_again_after_a_supplement() {
    let sent = Story::sent().case().unwrap();
    assert_eq!(sent.intake.state(at(1, "09:00")), IntakeState::Running);
    assert_eq!(sent.intake.state(at(1, "09:01")), IntakeState::Overdue);
    let asked = Story::at_step(Step::SupplementAtIntake);
    assert_eq!(
        asked.case().unwrap().intake.state(at(20, "09:00")),
        IntakeState::Answered
    );
    assert_eq!(
        asked.case().unwrap().city_due(),
        None,
        "nobody hurries the city meanwhile"
    );
    let answered = asked.then(at(3, "08:00"), None, &answer()).case().unwrap();
    assert_eq!(answered.intake.due.at, at(4, "08:00"));
    assert_eq!(answered.intake.state(at(4, "08:01")), IntakeState::Overdue);
}

#[test]
fn a_fee_that_comes_first_is_paid_before_acceptance_and_the_limit_waits_for_it() {
    let sent = Story::sent();
    let accept = Command::Accept { rules: with_fee() };
    let ask_fee = Command::AskFee {
        rules: Box::new(with_fee()),
    };
    let free = Command::AskFee {
        rules: Box::new(rules(RESTART)),
    };
    check(&sent, (at(0, "10:00"), &accept), Err("fee-unpaid"));
    check(&sent, (at(0, "10:00"), &free), Err("nothing-to-pay"));
    check(&sent, (at(0, "10:00"), &ask_fee), Ok(&["fee_asked"]));

    let asked = sent.then(at(0, "10:00"), Some(Role::ReceivingOfficer), &ask_fee);
    let case = asked.case().unwrap();
    assert_eq!((case.in_hands_of(), case.city_due()), (Party::Applicant, None));
    assert_eq!(case.national().code(), 1);
    check(&asked, (at(0, "11:00"), &accept), Err("fee-unpaid"));

    let paid = asked.then(
        at(2, "08:00"),
        Some(Role::ReceivingOfficer),
        &Command::TakePayment {
            charge: 0,
            method: PaymentMethod::Cash,
        },
    );
    assert_eq!(
        paid.case().unwrap().step,
        Step::AwaitingFee,
        "money never moves a case"
    );
    assert_eq!(paid.case().unwrap().in_hands_of(), Party::ReceivingOfficer);
    let accepted = paid
        .then(at(2, "09:00"), Some(Role::ReceivingOfficer), &accept)
        .case()
        .unwrap();
    assert_eq!(accepted.clock.unwrap().original.at, at(9, "09:00"));
    assert_eq!(accepted.charges.len(), 1, "what was paid is not asked for again");
}

#[test]
fn before_acceptance_an_applicant_recalls_and_gets_a_paid_fee_back() {
    let recalled: [(Step, super::Then<'_>); 5] = [
        (Step::Sent, Ok(&["recalled"])),
        (Step::SupplementAtIntake, Ok(&["recalled"])),
        (Step::AwaitingFee, Ok(&["recalled"])),
        (Step::Accepted, Err("not-at-this-step")),
        (Step::Recalled, Err("not-at-this-step")),
    ];
    for (step, then) in recalled {
        check(&Story::at_step(step), (at(1, "08:00"), &Command::Recall), then);
    }
    let paid = Story::at_step(Step::AwaitingFee).then(
        at(0, "11:00"),
        Some(Role::ReceivingOfficer),
        &command(CommandKind::TakePayment),
    );
    check(
        &paid,
        (at(1, "08:00"), &Command::Recall),
        Ok(&["recalled", "refund_asked"]),
    );
}

#[test]
fn what_is_over_owes_nothing_any_more() {
    let recalled = Story::at_step(Step::AwaitingFee).then(at(0, "11:00"), None, &Command::Recall);
    for kind in [
        CommandKind::TakePayment,
        CommandKind::StartPayment,
        CommandKind::RelieveCharge,
    ] {
        check(
            &recalled,
            (at(0, "12:00"), &command(kind)),
            Err("not-at-this-step"),
        );
    }
}

#[test]
fn a_component_that_the_city_holds_is_asked_for_only_after_its_store_failed() {
    let failure = |error: &str| Command::RecordRetrievalFailure {
        component: "consent".to_owned(),
        source: "population".to_owned(),
        error: error.to_owned(),
    };
    for mut story in [Story::sent(), Story::in_appraisal(RESTART)] {
        check(&story, (at(0, "15:00"), &ask()), Ok(&["supplement_requested"]));
        story.held = vec!["consent".to_owned()];
        check(&story, (at(0, "15:00"), &ask()), Err("held-by-city"));
        check(&story, (at(0, "15:00"), &failure("  ")), Err("reason-missing"));
        check(
            &story,
            (at(0, "15:00"), &failure("timeout")),
            Ok(&["retrieval_failed"]),
        );
        let failed = story.then(at(0, "15:00"), Some(Role::ReceivingOfficer), &failure("timeout"));
        check(&failed, (at(0, "15:01"), &ask()), Ok(&["supplement_requested"]));
    }
    let mut nobody = Story::new();
    nobody.held = vec!["consent".to_owned()];
    check(
        &nobody,
        (at(0, "09:00"), &receive(DeskAnswer::Ask(defects()))),
        Err("held-by-city"),
    );
}

#[test]
fn a_result_given_at_once_is_recorded_against_identity_and_after_the_fee() {
    let give = |identity_checked| Command::GiveImmediately { identity_checked };
    check(
        &Story::accepted(RESTART),
        (at(0, "10:05"), &give(true)),
        Err("not-immediate"),
    );
    for collected_at in [CollectedAt::Intake, CollectedAt::Supplement, CollectedAt::Return] {
        let story = accepted_with(|rules| {
            rules.immediate = true;
            rules.limit = TimeLimit::SameDay;
            rules.charges = vec![charge(collected_at)];
        });
        check(&story, (at(0, "10:05"), &give(true)), Err("fee-unpaid"));
        let paid = story.then(
            at(0, "10:05"),
            Some(Role::ReceivingOfficer),
            &command(CommandKind::TakePayment),
        );
        check(&paid, (at(0, "10:06"), &give(false)), Err("identity-not-checked"));
        check(
            &paid,
            (at(0, "10:06"), &give(true)),
            Ok(&["outcome_issued", "result_returned"]),
        );
        let case = paid
            .then(at(0, "10:06"), Some(Role::ReceivingOfficer), &give(true))
            .case()
            .unwrap();
        assert_eq!(case.step, Step::Delivered);
        assert!(case.outcome.unwrap().on_time);
    }
}

#[test]
fn only_the_deciding_agency_gives_a_result_at_once() {
    let mut immediate = rules(RESTART);
    immediate.immediate = true;
    let elsewhere = Command::Receive {
        sending: Box::new(Sending {
            received_at: other_agency(),
            competent: agency(),
            forward_to: Some(agency()),
            channel: Channel::Counter,
            ..sending()
        }),
        answer: Box::new(DeskAnswer::Accept(immediate)),
    };
    let story = Story::new().then(at(0, "09:00"), Some(Role::ReceivingOfficer), &elsewhere);
    check(
        &story,
        (at(0, "09:05"), &command(CommandKind::GiveImmediately)),
        Err("not-taken-over"),
    );
}

#[test]
fn the_city_promises_beside_the_law_and_is_judged_by_the_law() {
    let story = accepted_with(|rules| rules.promise = Some(rules.limit.promise_half(Default::default())));
    let clock = story.case().unwrap().clock.unwrap();
    assert!(clock.promised.unwrap() < clock.original);
    assert!(clock.is_met_at(clock.original.at), "the promise is not the law");
}

#[test]
fn where_a_text_says_so_what_comes_after_fifteen_oclock_counts_from_the_next_working_day() {
    let due = |time: &str, cut_off_start| {
        let mut late = rules(RESTART);
        late.cut_off_start = cut_off_start;
        Story::sent()
            .then(
                at(0, time),
                Some(Role::ReceivingOfficer),
                &Command::Accept { rules: late },
            )
            .case()
            .unwrap()
            .clock
            .unwrap()
            .original
            .on
    };
    assert_eq!(due("15:00", true), at(7, "15:00").day());
    assert_eq!(due("15:01", false), at(7, "15:01").day());
    assert_eq!(due("15:01", true), at(8, "17:00").day());
}
