use motcua_engine::changes::{Changes, Row};
use motcua_engine::ports::CommitError;
use motcua_engine::rows::{CaseRow, PassRow};

use crate::sample::*;
use crate::stores::Place;

fn pass(looked_at: u64, version: u64) -> PassRow {
    PassRow {
        name: "calendar".to_owned(),
        target: 2,
        after: (looked_at > 0).then(|| case_id(looked_at)),
        looked_at,
        total: 9,
        is_done: looked_at == 9,
        version,
    }
}

pub(crate) fn a_pass_goes_on_only_from_where_it_was_read(place: Place) {
    let store = place.store();
    assert_eq!(store.pass("calendar").unwrap(), None);
    store.keep_pass(&pass(0, 1), 0).unwrap();
    assert!(matches!(
        store.keep_pass(&pass(0, 1), 0),
        Err(CommitError::Conflict { .. })
    ));
    store.keep_pass(&pass(4, 2), 1).unwrap();
    assert!(
        matches!(store.keep_pass(&pass(9, 3), 1), Err(CommitError::Conflict { .. })),
        "another node was first"
    );
    assert_eq!(store.pass("calendar").unwrap(), Some(pass(4, 2)));
    assert_eq!(store.pass("another").unwrap(), None);
    store.keep_pass(&pass(9, 3), 2).unwrap();
    assert_eq!(store.pass("calendar").unwrap(), Some(pass(9, 3)));
}

pub(crate) fn unresolved_cases_are_those_with_a_number_and_no_result(place: Place) {
    let store = place.store();
    let kept = |n: u64, number: Option<&str>, is_issued: bool| {
        let row = CaseRow {
            number: number.map(str::to_owned),
            issued_at: is_issued.then(|| motcua_domain::time::Instant::from_millis(9)),
            ..case(n)
        };
        let rows = vec![Row::Case(row)];
        store
            .commit(Changes {
                rows,
                ..Changes::default()
            })
            .unwrap();
    };
    kept(1, Some("N-1"), false);
    kept(2, None, false);
    kept(3, Some("N-3"), true);
    kept(4, Some("N-4"), false);
    kept(5, Some("N-5"), false);
    assert_eq!(store.unresolved().unwrap(), 3);
    assert_eq!(store.unresolved_after(None, 2).unwrap(), [case_id(1), case_id(4)]);
    assert_eq!(store.unresolved_after(Some(case_id(4)), 2).unwrap(), [case_id(5)]);
}
