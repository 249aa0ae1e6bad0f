use std::thread;

use motcua_engine::changes::{Changes, Numbering, StreamKey};
use motcua_engine::ports::{CommitError, Committed};

use crate::sample::*;
use crate::stores::Place;

pub(crate) fn numbers_are_unique_and_gapless_among_sixteen_threads_with_failures(place: Place) {
    let store = place.store();
    store.commit(step(case(9_999), 0, "sent")).unwrap();
    thread::scope(|scope| {
        for thread in 0..16u64 {
            let store = &store;
            scope.spawn(move || {
                for n in 0..12 {
                    let mut changes = numbered(thread * 100 + n + 1, "H17.BEES");
                    if n % 3 == 0 {
                        // A commit that fails after its number was taken.
                        changes.rows.extend(step(case(9_999), 0, "").rows);
                        changes.outbox =
                            vec![message(thread * 1000 + n, NOW), message(thread * 1000 + n, NOW)];
                        assert!(matches!(store.commit(changes), Err(CommitError::Conflict { .. })));
                    } else {
                        assert!(matches!(
                            store.commit(changes),
                            Ok(Committed::Done { number: Some(_) })
                        ));
                    }
                }
            });
        }
    });
    let given = store.numbers(series("H17.BEES").key()).unwrap();
    assert_eq!(
        given.iter().map(|(number, _)| *number).collect::<Vec<_>>(),
        (1..=128).collect::<Vec<_>>()
    );
    for (number, case) in given {
        let row = store.case(case).unwrap().unwrap();
        assert_eq!(
            row.number.as_deref(),
            Some(series("H17.BEES").case_number(number).as_str())
        );
    }
}

pub(crate) fn a_number_that_cannot_be_used_is_free_again(place: Place) {
    let store = place.store();
    let mut changes = step(case(7), 0, "sent");
    changes.numbering = Some(Numbering {
        series: series("H17.A"),
        case: case_id(7),
        complete: Box::new(|_, _| Err("it cannot be completed".to_owned())),
    });
    let error = store.commit(changes).unwrap_err();
    assert_eq!(error.to_string(), "store: it cannot be completed");
    assert_eq!(store.case(case_id(7)).unwrap(), None);
    assert_eq!(
        store.commit(numbered(1, "H17.A")).unwrap(),
        Committed::Done { number: Some(1) }
    );
    assert_eq!(store.numbers(series("H17.A").key()).unwrap(), [(1, case_id(1))]);
}

pub(crate) fn a_number_is_written_into_what_it_numbers(place: Place) {
    let store = place.store();
    assert_eq!(
        store.commit(numbered(1, "H17.A")).unwrap(),
        Committed::Done { number: Some(1) }
    );
    assert_eq!(
        store.commit(numbered(2, "H17.A")).unwrap(),
        Committed::Done { number: Some(2) }
    );
    assert_eq!(
        store.commit(numbered(3, "H17.B")).unwrap(),
        Committed::Done { number: Some(1) }
    );
    assert_eq!(
        store.case(case_id(2)).unwrap().unwrap().number.as_deref(),
        Some("H17.A-261125-0002")
    );
    assert_eq!(store.events(&StreamKey::case(case_id(2))).unwrap().len(), 1);
    assert_eq!(
        store.numbers(series("H17.A").key()).unwrap(),
        [(1, case_id(1)), (2, case_id(2))]
    );
}

pub(crate) fn a_repeated_call_takes_no_number(place: Place) {
    let store = place.store();
    let accept = || Changes {
        idempotency: key("accept:1", 1, "done"),
        ..numbered(1, "H17.A")
    };
    assert_eq!(
        store.commit(accept()).unwrap(),
        Committed::Done { number: Some(1) }
    );
    assert_eq!(
        store.commit(accept()).unwrap(),
        Committed::Repeated {
            answer: "done".to_owned()
        }
    );
    assert_eq!(
        store.commit(numbered(2, "H17.A")).unwrap(),
        Committed::Done { number: Some(2) }
    );
}

pub(crate) fn a_case_is_found_by_number_and_by_reference(place: Place) {
    let store = place.store();
    store.commit(numbered(1, "H17.A")).unwrap();
    store.commit(step(case(2), 0, "sent")).unwrap();
    let found = |name| store.case_named(name).unwrap().map(|row| row.id);
    assert_eq!(found("H17.A-261125-0001"), Some(case_id(1)));
    assert_eq!(found("GN-BEES-2"), Some(case_id(2)));
    assert_eq!(found("GN-BEES-3"), None);
}
