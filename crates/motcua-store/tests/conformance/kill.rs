//! A process that is killed in the middle of its work.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

use motcua_engine::changes::StreamKey;
use motcua_engine::ports::{CaseStore, Store};
use motcua_store::{Options, SqliteStore};

use crate::sample::*;

const PLACE: &str = "MOTCUA_KILL_TEST_STORE";
const WRITERS: u64 = 8;

/// Not a test of its own: the process that is killed. It prints the number of every case that was acknowledged.
#[test]
#[ignore = "it is the other process of the test below"]
fn writes_until_it_is_killed() {
    let Ok(path) = std::env::var(PLACE) else { return };
    let store = SqliteStore::open(Path::new(&path), Options::default()).unwrap();
    let first = store
        .case_ids_after(None, u32::MAX)
        .unwrap()
        .last()
        .map_or(1, |id| id.raw().as_u64_pair().1 & 0xffff_ffff)
        + 1;
    thread::scope(|scope| {
        for writer in 0..WRITERS {
            let store = &store;
            scope.spawn(move || {
                for n in (first + writer..).step_by(WRITERS as usize) {
                    store.commit(step(case(n), 0, "sent")).unwrap();
                    println!("acknowledged {n}");
                }
            });
        }
    });
}

#[test]
fn whatever_was_acknowledged_survives_being_killed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("city.sqlite");
    let mut acknowledged = Vec::new();
    for round in 1..=5usize {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "kill::writes_until_it_is_killed",
                "--ignored",
                "--nocapture",
            ])
            .env(PLACE, &path)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap())
            .lines()
            .map_while(Result::ok);
        let number = |line: String| {
            line.split("acknowledged ")
                .nth(1)
                .and_then(|n| n.trim().parse::<u64>().ok())
        };
        acknowledged.extend(lines.by_ref().filter_map(number).take(100 * round));
        child.kill().unwrap();
        // What it still said before it died counts as well.
        acknowledged.extend(lines.filter_map(number));
        child.wait().unwrap();
    }
    assert!(acknowledged.len() >= 1500);
    let store = SqliteStore::open(&path, Options::default()).unwrap();
    for n in acknowledged {
        assert!(
            store.case(case_id(n)).unwrap().is_some(),
            "case {n} was acknowledged and is lost"
        );
        assert_eq!(store.events(&StreamKey::case(case_id(n))).unwrap().len(), 1);
    }
}
