use proptest::prelude::*;

use super::*;
use crate::id::UnitCode;

#[test]
fn a_message_that_fails_too_often_is_given_to_a_person() {
    let mut message = Outgoing::new(UnitCode::new("48.thue"), ExchangeKind::DutySlip);
    for _ in 1..EXCHANGE_TRIES_MAX {
        message.go(Became::Failed);
        assert_eq!(message.state, OutgoingState::Failed);
    }
    message.go(Became::Failed);
    assert_eq!(message.state, OutgoingState::Escalated);
    message.go(Became::Acknowledged);
    assert_eq!(message.state, OutgoingState::Acknowledged);
}

#[test]
fn what_is_acknowledged_or_rejected_stays_so() {
    for state in [OutgoingState::Acknowledged, OutgoingState::Rejected] {
        for became in [
            Became::Sent,
            Became::Acknowledged,
            Became::Rejected,
            Became::Failed,
        ] {
            assert_eq!(state.after(became.happened()), None);
        }
    }
}

proptest! {
    #[test]
    fn whatever_the_order_messages_are_applied_once_and_without_gaps(
        order in prop::collection::vec(1u32..12, 0..40)
    ) {
        let mut incoming = Incoming::new(UnitCode::new("48.thue"));
        let mut seen = std::collections::BTreeSet::new();
        for sequence in order {
            incoming.take(sequence);
            seen.insert(sequence);
            let gapless = (1..).take_while(|next| seen.contains(next)).count() as u32;
            prop_assert_eq!(incoming.applied, gapless);
            let kept: Vec<u32> = seen.iter().copied().filter(|sequence| *sequence > gapless).collect();
            prop_assert_eq!(&incoming.kept, &kept);
        }
    }
}
