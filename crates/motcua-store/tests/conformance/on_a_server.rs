//! What only several processes on one server can do to each other.

use std::thread;

use motcua_engine::changes::Changes;
use motcua_engine::ports::{OutboxStore, Store};
use motcua_store::{PostgresStore, statements};
use postgres::{Client, NoTls};

use crate::sample::*;
use crate::stores;

/// Two workers choose the same message; the second waits for the first one's lock and must then see the lease.
#[test]
fn a_worker_that_waited_for_another_does_not_claim_what_that_one_has() {
    let Some(cluster) = stores::cluster() else {
        return;
    };
    let config = cluster.database("city_0").unwrap();
    let store = PostgresStore::connect(&config, 2).unwrap();
    store
        .commit(Changes {
            outbox: vec![message(1, NOW)],
            ..Changes::default()
        })
        .unwrap();
    let (_, claim) = statements().find(|(name, _)| *name == "OUTBOX_CLAIM").unwrap();
    let mut other = Client::connect(&config, NoTls).unwrap();
    let mut watcher = Client::connect(&config, NoTls).unwrap();
    let mut transaction = other.transaction().unwrap();
    let lease = NOW.plus_hours(1).millis();
    assert_eq!(
        transaction
            .query(claim, &[&lease, &NOW.millis(), &9i64])
            .unwrap()
            .len(),
        1
    );
    thread::scope(|scope| {
        let second = scope.spawn(|| store.claim(NOW, NOW.plus_hours(1), 9));
        let is_waiting = "SELECT count(*) FROM pg_stat_activity \
            WHERE datname = current_database() AND wait_event_type = 'Lock'";
        while !second.is_finished() && watcher.query_one(is_waiting, &[]).unwrap().get::<_, i64>(0) == 0 {
            thread::yield_now();
        }
        transaction.commit().unwrap();
        assert_eq!(second.join().unwrap().unwrap(), []);
    });
}
