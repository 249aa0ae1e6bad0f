use std::sync::Mutex;
use std::thread;

use motcua_domain::time::Instant;
use motcua_engine::changes::{Changes, OutboxMessage};
use motcua_engine::ports::Store;

use crate::sample::*;
use crate::stores::Place;

fn put(store: &dyn Store, outbox: Vec<OutboxMessage>) {
    store
        .commit(Changes {
            outbox,
            ..Changes::default()
        })
        .unwrap();
}

fn after(minutes: i64) -> Instant {
    NOW.plus_millis(minutes * 60_000)
}

pub(crate) fn a_message_leaves_not_before_its_time_and_once_per_lease(place: Place) {
    let store = place.store();
    let without_case = OutboxMessage {
        case: None,
        ..message(3, after(-1))
    };
    put(
        &*store,
        vec![message(1, NOW), message(2, after(10)), without_case.clone()],
    );
    let items = store.claim(NOW, after(5), 10).unwrap();
    assert_eq!(
        items.iter().map(|item| &item.message).collect::<Vec<_>>(),
        [&without_case, &message(1, NOW)]
    );
    assert!(items.iter().all(|item| item.attempts == 0));
    assert_eq!(
        store.claim(after(4), after(9), 10).unwrap(),
        [],
        "they are leased"
    );
    store.done(items[0].message.id).unwrap();
    store.done(items[1].message.id).unwrap();
    assert_eq!(store.outbox_counts().unwrap(), (1, 0));
    assert_eq!(
        store.claim(after(10), after(15), 10).unwrap()[0].message,
        message(2, after(10))
    );
}

pub(crate) fn a_lease_that_ran_out_is_claimed_again(place: Place) {
    let store = place.store();
    put(&*store, vec![message(1, NOW)]);
    store.claim(NOW, after(5), 1).unwrap();
    let again = store.claim(after(5), after(10), 1).unwrap();
    assert_eq!(again[0].message, message(1, NOW));
    assert_eq!(again[0].attempts, 1, "a worker that vanished has tried too");
}

pub(crate) fn workers_at_once_share_the_messages(place: Place) {
    let store = place.store();
    put(&*store, (0..60).map(|n| message(n, NOW)).collect());
    let claimed = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..6 {
            scope.spawn(|| {
                // A worker that comes second may find its messages taken; it asks again.
                while store.outbox_counts().unwrap().0 > 0 {
                    for item in store.claim(NOW, after(5), 7).unwrap() {
                        store.done(item.message.id).unwrap();
                        claimed.lock().unwrap().push(item.message.id);
                    }
                }
            });
        }
    });
    let mut claimed = claimed.into_inner().unwrap();
    claimed.sort();
    assert_eq!(claimed, (0..60).map(|n| message(n, NOW).id).collect::<Vec<_>>());
}

pub(crate) fn a_message_is_retried_or_given_up(place: Place) {
    let store = place.store();
    put(&*store, vec![message(1, NOW), message(2, NOW)]);
    store.claim(NOW, after(5), 2).unwrap();
    store
        .failed(message(1, NOW).id, "the server is asleep", Some(after(2)))
        .unwrap();
    store.failed(message(2, NOW).id, "no such mailbox", None).unwrap();
    assert_eq!(store.outbox_counts().unwrap(), (1, 1));
    assert_eq!(store.claim(after(1), after(6), 9).unwrap(), []);
    let again = store.claim(after(2), after(7), 9).unwrap();
    assert_eq!((again.len(), again[0].attempts), (1, 1));
    assert_eq!(
        store.claim(after(9_999), after(99_999), 9).unwrap().len(),
        1,
        "what was given up stays where it is"
    );
}
