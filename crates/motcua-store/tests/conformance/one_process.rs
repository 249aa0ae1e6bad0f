//! What only the embedded engine must promise.

use std::sync::mpsc::channel;
use std::sync::{Arc, Barrier};
use std::thread;

use motcua_engine::changes::{Changes, Numbering};
use motcua_engine::ports::{CaseStore, CommitError, Store};
use motcua_store::{OpenError, Options, SqliteStore};

use crate::sample::*;

#[test]
fn a_full_queue_says_that_the_store_is_busy() {
    let store = Arc::new(SqliteStore::in_memory_with(Options { readers: 1, queue: 2 }).unwrap());
    let (hold, held) = (Arc::new(Barrier::new(2)), Arc::new(Barrier::new(2)));
    let (entered, release) = (Arc::clone(&held), Arc::clone(&hold));
    let slow = Changes {
        numbering: Some(Numbering {
            series: series("H17.SLOW"),
            case: case_id(1),
            complete: Box::new(move |_, _| {
                entered.wait();
                release.wait();
                Ok(())
            }),
        }),
        ..Changes::default()
    };
    thread::scope(|scope| {
        scope.spawn(|| store.commit(slow).unwrap());
        held.wait();
        // The writer is within a commit now. Of those who come, the queue takes two.
        let (told, outcomes) = channel();
        for n in 2..6 {
            let (store, told) = (&store, told.clone());
            scope.spawn(move || told.send(store.commit(step(case(n), 0, "sent"))));
        }
        let refused = [outcomes.recv().unwrap(), outcomes.recv().unwrap()];
        // Nothing is asserted before the writer may go on: a test that fails must not hang.
        hold.wait();
        let written = [outcomes.recv().unwrap(), outcomes.recv().unwrap()];
        assert!(
            refused
                .iter()
                .all(|outcome| matches!(outcome, Err(CommitError::Busy)))
        );
        assert!(written.iter().all(Result::is_ok));
    });
    assert_eq!(store.case_ids_after(None, 9).unwrap().len(), 2);
}

#[test]
fn two_stores_cannot_have_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("city.sqlite");
    let first = SqliteStore::open(&path, Options::default()).unwrap();
    assert!(matches!(
        SqliteStore::open(&path, Options::default()),
        Err(OpenError::InUse)
    ));
    drop(first);
    assert!(SqliteStore::open(&path, Options::default()).is_ok());
}

#[test]
fn a_newer_schema_is_refused_with_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("city.sqlite");
    drop(SqliteStore::open(&path, Options::default()).unwrap());
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection
        .execute("INSERT INTO schema_version (version) VALUES (99)", [])
        .unwrap();
    drop(connection);
    let error = SqliteStore::open(&path, Options::default()).err().unwrap();
    assert!(matches!(error, OpenError::Newer { found: 99, .. }));
    assert!(error.to_string().contains("use the newer program"), "{error}");
}

#[test]
fn what_waits_in_the_queue_is_written_before_the_store_is_closed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("city.sqlite");
    let store = Arc::new(SqliteStore::open(&path, Options::default()).unwrap());
    let writers: Vec<_> = (1..=20)
        .map(|n| {
            let store = Arc::clone(&store);
            thread::spawn(move || store.commit(step(case(n), 0, "sent")).is_ok())
        })
        .collect();
    drop(store);
    assert!(writers.into_iter().all(|writer| writer.join().unwrap()));
    let store = SqliteStore::open(&path, Options::default()).unwrap();
    assert_eq!(store.case_ids_after(None, 99).unwrap().len(), 20);
}
