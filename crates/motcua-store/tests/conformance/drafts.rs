use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use motcua_engine::changes::{Changes, Row};
use motcua_engine::ports::CommitError;
use motcua_engine::rows::DraftRow;

use crate::people::keep;
use crate::sample::*;
use crate::stores::Place;

fn is_conflict<T>(outcome: Result<T, CommitError>) -> bool {
    matches!(outcome, Err(CommitError::Conflict { .. }))
}

pub(crate) fn a_draft_is_saved_only_over_the_version_that_was_read(place: Place) {
    let store = place.store();
    let (first, second) = (draft(1, 1), draft(1, 2));
    assert!(is_conflict(store.save_draft(&second, 1)), "there is none yet");
    store.save_draft(&first, 0).unwrap();
    assert_eq!(store.draft(first.id).unwrap(), Some(first.clone()));
    assert!(is_conflict(store.save_draft(&first, 0)), "there is one already");
    store.save_draft(&second, 1).unwrap();
    assert!(
        is_conflict(store.save_draft(&draft(1, 3), 1)),
        "another device was first"
    );
    assert_eq!(store.draft(first.id).unwrap(), Some(second));
    assert!(
        matches!(store.save_draft(&draft(1, 2), 2), Err(CommitError::Store(_))),
        "its version must grow"
    );
    store.delete_draft(first.id).unwrap();
    assert_eq!(store.draft(first.id).unwrap(), None);
    store.add_file(&file(4)).unwrap();
    assert_eq!(store.file(file(4).id).unwrap(), Some(file(4)));
}

pub(crate) fn two_devices_that_save_at_once_make_one_winner(place: Place) {
    let store = place.store();
    store.save_draft(&draft(1, 1), 0).unwrap();
    let saved = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..10 {
            scope.spawn(|| {
                if store.save_draft(&draft(1, 2), 1).is_ok() {
                    saved.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
    });
    assert_eq!(saved.into_inner(), 1);
}

pub(crate) fn a_sent_draft_is_gone_and_cannot_be_sent_again(place: Place) {
    let store = place.store();
    store.save_draft(&draft(1, 1), 0).unwrap();
    store.save_draft(&draft(1, 2), 1).unwrap();
    let send = |n: u64, version: u64| {
        let mut changes: Changes = step(case(n), 0, "sent");
        changes.rows.push(Row::DraftSpent {
            id: draft(1, 1).id,
            version,
        });
        changes
    };
    assert!(
        is_conflict(store.commit(send(1, 1))),
        "it was saved after it was read"
    );
    assert!(store.draft(draft(1, 1).id).unwrap().is_some());
    store.commit(send(1, 2)).unwrap();
    assert_eq!(store.draft(draft(1, 1).id).unwrap(), None);
    assert!(is_conflict(store.commit(send(2, 2))));
    assert_eq!(store.case(case_id(2)).unwrap(), None);
}

pub(crate) fn drafts_of_a_person_come_last_saved_first(place: Place) {
    let store = place.store();
    for (n, hours) in [(1, 0), (2, 2), (3, 1)] {
        store
            .save_draft(
                &DraftRow {
                    saved_at: NOW.plus_hours(hours),
                    ..draft(n, 1)
                },
                0,
            )
            .unwrap();
    }
    let other = DraftRow {
        person: person_id(2),
        ..draft(4, 1)
    };
    store.save_draft(&other, 0).unwrap();
    let ids: Vec<_> = store
        .drafts_of(person_id(1))
        .unwrap()
        .into_iter()
        .map(|draft| draft.id)
        .collect();
    assert_eq!(ids, [draft(2, 1).id, draft(3, 1).id, draft(1, 1).id]);
}

pub(crate) fn a_draft_is_begun_once_by_twenty_threads(place: Place) {
    let store = place.store();
    keep(&*store, vec![Row::Person(person(1, "An Ong"))]);
    let begun: Vec<_> = thread::scope(|threads| {
        let starts: Vec<_> = (1..=20)
            .map(|n| {
                let store = &store;
                threads.spawn(move || store.begin_draft(&draft(n, 1)).unwrap().id)
            })
            .collect();
        starts.into_iter().map(|start| start.join().unwrap()).collect()
    });
    let there = store.drafts_of(person_id(1)).unwrap();
    assert_eq!(there.len(), 1, "{there:?}");
    assert!(
        begun.iter().all(|id| *id == there[0].id),
        "everybody has the same one"
    );
    let other = DraftRow {
        procedure: "9.000002".to_owned(),
        ..draft(21, 1)
    };
    assert_eq!(
        store.begin_draft(&other).unwrap(),
        other,
        "another procedure is another draft"
    );
}
