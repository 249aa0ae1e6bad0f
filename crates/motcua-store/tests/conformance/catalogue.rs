use motcua_domain::time::Instant;
use motcua_engine::rows::{ConfirmationRow, ProcedureRow};

use crate::sample::NOW;
use crate::stores::Place;

fn procedure(code: &str, fingerprint: &str, seen_at: Instant) -> ProcedureRow {
    ProcedureRow {
        code: code.to_owned(),
        fingerprint: fingerprint.to_owned(),
        encoded: fingerprint.as_bytes().to_vec(),
        raw: vec![0, 255, 1],
        seen_at,
        is_in_last_import: true,
        is_public: true,
    }
}

fn item(code: &str, trap: &str) -> ConfirmationRow {
    ConfirmationRow {
        code: code.to_owned(),
        trap: trap.to_owned(),
        path: "limits[0]".to_owned(),
        raw: "05 ngày".to_owned(),
        reason: "days of which kind?".to_owned(),
    }
}

pub(crate) fn an_import_adds_versions_and_keeps_equal_ones(place: Place) {
    let store = place.store();
    let later = NOW.plus_hours(24);
    store
        .keep_procedures(&[procedure("1.1", "a", NOW), procedure("1.2", "b", NOW)], &[])
        .unwrap();
    let unlisted = ProcedureRow {
        is_public: false,
        ..procedure("1.1", "a", later)
    };
    store
        .keep_procedures(&[unlisted, procedure("1.3", "c", later)], &[])
        .unwrap();
    let kept = |code| store.procedure(code).unwrap().unwrap();
    assert_eq!(
        kept("1.1"),
        ProcedureRow {
            is_public: false,
            ..procedure("1.1", "a", NOW)
        },
        "first seen stays"
    );
    assert_eq!(
        kept("1.2"),
        ProcedureRow {
            is_in_last_import: false,
            ..procedure("1.2", "b", NOW)
        }
    );
    assert_eq!(kept("1.3"), procedure("1.3", "c", later));
    store
        .keep_procedures(&[procedure("1.1", "a2", later)], &[])
        .unwrap();
    assert_eq!(kept("1.1"), procedure("1.1", "a2", later));
    store
        .keep_procedures(&[procedure("1.1", "a", later)], &[])
        .unwrap();
    assert_eq!(
        kept("1.1"),
        procedure("1.1", "a", later),
        "a text that comes back is a version of its own"
    );
    let fingerprints = store.procedure_fingerprints().unwrap();
    let pair = |code: &str, fingerprint: &str| (code.to_owned(), fingerprint.to_owned());
    assert_eq!(
        fingerprints,
        [pair("1.1", "a"), pair("1.2", "b"), pair("1.3", "c")]
    );
    assert_eq!(store.procedure("1.4").unwrap(), None);
}

pub(crate) fn what_must_be_settled_is_replaced_with_each_import(place: Place) {
    let store = place.store();
    let rows = [procedure("1.1", "a", NOW), procedure("1.2", "b", NOW)];
    store
        .keep_procedures(&rows, &[item("1.1", "x"), item("1.1", "a"), item("1.2", "y")])
        .unwrap();
    assert_eq!(
        store.confirmations("", 1).unwrap(),
        [item("1.1", "x"), item("1.1", "a")],
        "a code stays whole"
    );
    assert_eq!(store.confirmations("1.1", 9).unwrap(), [item("1.2", "y")]);
    store.keep_procedures(&rows[..1], &[item("1.1", "z")]).unwrap();
    assert_eq!(
        store.confirmations("", 9).unwrap(),
        [item("1.1", "z"), item("1.2", "y")]
    );
    store.keep_procedures(&rows[..1], &[]).unwrap();
    assert_eq!(store.confirmations("", 9).unwrap(), [item("1.2", "y")]);
}

pub(crate) fn every_procedure_is_visited_once_in_order(place: Place) {
    let store = place.store();
    let rows: Vec<ProcedureRow> = (0..150)
        .map(|n| procedure(&format!("1.{n:03}"), "a", NOW))
        .collect();
    store.keep_procedures(&rows, &[]).unwrap();
    store
        .keep_procedures(&[procedure("1.007", "b", NOW)], &[])
        .unwrap();
    let mut codes = Vec::new();
    store
        .for_each_procedure(&mut |row| {
            assert!(
                store.procedure(&row.code).unwrap().is_some(),
                "the store can be asked meanwhile"
            );
            codes.push(row.code);
        })
        .unwrap();
    assert_eq!(codes, rows.into_iter().map(|row| row.code).collect::<Vec<_>>());
}
