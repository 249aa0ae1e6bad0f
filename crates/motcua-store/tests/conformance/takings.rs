use motcua_domain::case::PaymentMethod;
use motcua_domain::catalogue::ChargeKind;
use motcua_domain::money::Dong;
use motcua_engine::changes::{Changes, Row};
use motcua_engine::ports::{CommitError, Store};
use motcua_engine::rows::{ClosingRow, TakingRow};

use crate::people::keep;
use crate::sample::*;
use crate::stores::Place;

fn taking(n: u64, desk: u64, amount: i64) -> TakingRow {
    TakingRow {
        case: case(n).id,
        event: 2,
        desk: agency(desk),
        at: NOW.plus_millis(i64::try_from(n).unwrap()),
        officer: Some(staff_id(1)),
        name: "charge-1".to_owned(),
        kind: ChargeKind::FeeOrLevy,
        method: PaymentMethod::Card,
        amount: Dong::new(amount),
        year: 2026,
        receipt: u32::try_from(n).unwrap(),
    }
}

fn closing(sequence: u32, entries: u32) -> ClosingRow {
    ClosingRow {
        desk: agency(1),
        sequence,
        at: NOW,
        officer: staff_id(1),
        cash: Dong::ZERO,
        counted: Dong::new(-1),
        total: Dong::new(1000),
        entries,
        reason: "Thối nhầm".to_owned(),
    }
}

fn close(store: &dyn Store, row: ClosingRow, closed: &[&TakingRow]) -> Result<(), CommitError> {
    let closed = closed.iter().map(|taking| (taking.case, taking.event)).collect();
    store
        .commit(Changes {
            rows: vec![Row::Closing(row, closed)],
            ..Changes::default()
        })
        .map(drop)
}

pub(crate) fn takings_of_a_desk_come_in_order_until_a_closing_takes_them(place: Place) {
    let store = place.store();
    let (first, second, back, other) = (
        taking(1, 1, 2000),
        taking(2, 1, 3000),
        taking(3, 1, -2000),
        taking(4, 2, 1),
    );
    let rows = [&second, &first, &back, &other].map(|row| Row::Taking(row.clone()));
    keep(&*store, rows.into());
    let open = |n| -> Vec<TakingRow> {
        let open = store.open_takings(&agency(n)).unwrap();
        open.into_iter().map(|(row, _)| row).collect()
    };
    assert_eq!(open(1), [first.clone(), second.clone(), back.clone()]);
    close(&*store, closing(1, 2), &[&first, &second]).unwrap();
    assert_eq!(
        open(1),
        vec![back.clone()],
        "what came meanwhile belongs to the next closing"
    );
    assert_eq!(open(2), [other], "another desk's book is its own");
    let closed = store.closed_takings(&agency(1), 1).unwrap();
    assert_eq!(
        closed.into_iter().map(|(row, _)| row).collect::<Vec<_>>(),
        [first, second]
    );
    assert_eq!(store.closings(&agency(1), 9).unwrap(), [closing(1, 2)]);
}

pub(crate) fn a_taking_is_closed_once_and_a_closing_is_never_written_over(place: Place) {
    let store = place.store();
    let row = taking(1, 1, 2000);
    keep(&*store, vec![Row::Taking(row.clone())]);
    close(&*store, closing(1, 1), &[&row]).unwrap();
    let again = close(&*store, closing(2, 1), &[&row]);
    assert!(
        matches!(again, Err(CommitError::Conflict { .. })),
        "it is closed already"
    );
    let over = close(&*store, closing(1, 0), &[]);
    assert!(
        matches!(over, Err(CommitError::Conflict { .. })),
        "the first closing stands"
    );
    assert_eq!(store.closings(&agency(1), 9).unwrap(), [closing(1, 1)]);
    let twice = store.commit(Changes {
        rows: vec![Row::Taking(row)],
        ..Changes::default()
    });
    assert!(twice.is_err(), "an event is taken into the book once");
}
