use std::fmt::Write as _;

use super::*;

#[test]
fn every_delivery_state_meets_every_move_as_the_snapshot_says() {
    let moves = [
        DeliveryMove::Dispatch,
        DeliveryMove::GoOut,
        DeliveryMove::Receive,
        DeliveryMove::Fail,
        DeliveryMove::ReturnToDesk,
        DeliveryMove::Collect,
    ];
    let mut table = String::new();
    for state in DeliveryState::ALL {
        writeln!(table, "{}", state.name()).unwrap();
        for happened in moves {
            let after = state.after(happened).map_or("-", DeliveryState::name);
            writeln!(table, "  {:<14}{after}", format!("{happened:?}")).unwrap();
            assert!(
                !state.is_done() || after == "-",
                "what was received stays received"
            );
        }
    }
    insta::assert_snapshot!(table);
}
