//! What the writer says when the disk does not do as it should.

use std::path::Path;
use std::thread;

use super::*;
use crate::sqlite::connection;

fn table(path: &Path) -> Arc<Mutex<Connection>> {
    let connection = connection::writer(path).unwrap();
    connection
        .execute_batch("CREATE TABLE IF NOT EXISTS notes (n INTEGER PRIMARY KEY, text BLOB NOT NULL) STRICT")
        .unwrap();
    Arc::new(Mutex::new(connection))
}

fn writer(connection: &Arc<Mutex<Connection>>, commits: Option<CommitHook>) -> Writer {
    let (sender, jobs) = sync_channel(64);
    let desk = Desk {
        connection: Arc::clone(connection),
        bell: None,
        grave: None,
        commits,
    };
    Writer::of(desk, sender, jobs).unwrap()
}

fn adds(writer: &Writer, n: i64, size: usize) -> Result<(), Fault> {
    writer.write(move |driver| {
        let text = vec![7u8; size];
        let values = [n.into(), text.as_slice().into()];
        driver
            .execute("INSERT INTO notes (n, text) VALUES ($1, $2)", &values)
            .map(|_| ())
    })
}

/// What a program that opens the file afterwards finds.
fn kept(path: &Path) -> Vec<i64> {
    let connection = Connection::open(path).unwrap();
    let mut all = connection.prepare("SELECT n FROM notes ORDER BY n").unwrap();
    all.query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap()
}

/// A failure of the disk, as SQLite reports it.
fn broken(code: i32) -> Fault {
    rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(code), None).into()
}

/// Commits `good` times, then fails with `code`, then would commit again.
fn fails_after(good: u32, code: i32, is_written: bool) -> CommitHook {
    let mut turn = 0;
    Box::new(move |connection| {
        turn += 1;
        if turn == good + 1 {
            if is_written {
                statement(connection, "COMMIT")?;
            }
            return Err(broken(code));
        }
        statement(connection, "COMMIT")
    })
}

#[test]
fn a_flush_that_fails_is_told_to_everybody_and_nothing_is_acknowledged_after_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notes.sqlite");
    for (round, code) in [
        rusqlite::ffi::SQLITE_IOERR_FSYNC,
        rusqlite::ffi::SQLITE_IOERR_WRITE,
    ]
    .into_iter()
    .enumerate()
    {
        let from = i64::try_from(round).unwrap() * 100;
        let connection = table(&path);
        let writer = writer(&connection, Some(fails_after(2, code, false)));
        adds(&writer, from + 1, 10).unwrap();
        adds(&writer, from + 2, 10).unwrap();
        for n in 3..6 {
            let refused = adds(&writer, from + n, 10);
            assert!(matches!(refused, Err(Fault::Machine { .. })), "{n}: {refused:?}");
        }
        drop(writer);
        drop(connection);
        let found: Vec<i64> = kept(&path).into_iter().filter(|n| *n >= from).collect();
        assert_eq!(
            found,
            [from + 1, from + 2],
            "what was acknowledged, and nothing else"
        );
    }
}

/// Whether a transaction whose commit failed is on the disk, nobody knows; only that nobody was told that it is.
#[test]
fn a_commit_that_failed_after_it_was_written_is_not_acknowledged_either() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notes.sqlite");
    let connection = table(&path);
    let writer = writer(
        &connection,
        Some(fails_after(1, rusqlite::ffi::SQLITE_IOERR_FSYNC, true)),
    );
    adds(&writer, 1, 10).unwrap();
    assert!(adds(&writer, 2, 10).is_err());
    assert!(adds(&writer, 3, 10).is_err());
    drop(writer);
    drop(connection);
    let found = kept(&path);
    assert!(found.starts_with(&[1]) && !found.contains(&3), "{found:?}");
}

#[test]
fn everybody_in_a_group_that_fails_hears_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notes.sqlite");
    let connection = table(&path);
    let writer = writer(
        &connection,
        Some(fails_after(0, rusqlite::ffi::SQLITE_IOERR_FSYNC, false)),
    );
    let acknowledged = thread::scope(|scope| {
        let all: Vec<_> = (0..16)
            .map(|n| {
                let writer = &writer;
                scope.spawn(move || adds(writer, n, 10).is_ok())
            })
            .collect();
        all.into_iter()
            .map(|one| one.join().unwrap())
            .filter(|ok| *ok)
            .count()
    });
    assert_eq!(acknowledged, 0);
    drop(writer);
    drop(connection);
    assert_eq!(kept(&path), Vec::<i64>::new());
}

#[test]
fn a_full_disk_is_said_politely_and_the_writer_goes_on_when_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notes.sqlite");
    let connection = table(&path);
    let room = |pages: u32| {
        let held = connection.lock().unwrap();
        held.pragma_update(None, "max_page_count", pages).unwrap();
    };
    let writer = writer(&connection, None);
    adds(&writer, 1, 10).unwrap();
    room(4);
    let refused = adds(&writer, 2, 100_000);
    assert!(matches!(refused, Err(Fault::Full)), "{refused:?}");
    adds(&writer, 3, 10).unwrap();
    room(1_000_000);
    adds(&writer, 4, 100_000).unwrap();
    drop(writer);
    drop(connection);
    assert_eq!(kept(&path), [1, 3, 4]);
}

#[test]
fn a_disk_that_is_full_at_the_commit_takes_that_group_back_and_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notes.sqlite");
    let connection = table(&path);
    let writer = writer(
        &connection,
        Some(fails_after(1, rusqlite::ffi::SQLITE_FULL, false)),
    );
    adds(&writer, 1, 10).unwrap();
    assert!(matches!(adds(&writer, 2, 10), Err(Fault::Full)));
    adds(&writer, 3, 10).unwrap();
    drop(writer);
    drop(connection);
    assert_eq!(kept(&path), [1, 3]);
}
