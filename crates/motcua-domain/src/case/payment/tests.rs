use std::fmt::Write as _;

use super::*;

const MOVES: [PaymentMove; 9] = [
    PaymentMove::FallDue,
    PaymentMove::Start,
    PaymentMove::Fail,
    PaymentMove::Lose,
    PaymentMove::Pay,
    PaymentMove::Waive,
    PaymentMove::AskRefund,
    PaymentMove::Refund,
    PaymentMove::RefuseRefund,
];

#[test]
fn every_payment_state_meets_every_move_as_the_snapshot_says() {
    let mut table = String::new();
    for state in PaymentState::ALL {
        writeln!(table, "{}", state.name()).unwrap();
        for happened in MOVES {
            let after = state.after(happened).map_or("-", PaymentState::name);
            writeln!(table, "  {:<14}{after}", format!("{happened:?}")).unwrap();
        }
    }
    insta::assert_snapshot!(table);
}

#[test]
fn money_that_came_can_only_be_given_back() {
    for happened in MOVES {
        let after = PaymentState::Paid.after(happened);
        assert!(
            after.is_none() || after == Some(PaymentState::RefundAsked),
            "{happened:?}"
        );
    }
}

#[test]
fn a_charge_of_nothing_is_settled_from_the_first_moment() {
    let mut line = crate::case::sample::charge(CollectedAt::Intake);
    line.due = Dong::ZERO;
    assert!(Charge::new(&line).state.is_settled());
}
