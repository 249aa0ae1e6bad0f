//! How many are looked at at once, and who waits.

use std::thread;
use std::time::Duration;

use crate::slots::Slots;

const LONG: Duration = Duration::from_secs(60);

#[test]
fn whoever_waits_gets_the_place_that_comes_free() {
    let slots = Slots::new(1, 1);
    let first = slots.take(LONG);
    assert!(first.is_some());
    thread::scope(|scope| {
        let second = scope.spawn(|| slots.take(LONG).is_some());
        drop(first);
        assert!(second.join().unwrap());
    });
}

#[test]
fn beyond_those_who_may_wait_nobody_waits() {
    let slots = Slots::new(1, 0);
    let first = slots.take(LONG);
    assert!(first.is_some());
    assert!(slots.take(LONG).is_none(), "at once: a wait would be a minute");
    drop(first);
    assert!(slots.take(LONG).is_some());
}

#[test]
fn nobody_waits_longer_than_their_patience() {
    let slots = Slots::new(1, 1);
    let _first = slots.take(LONG);
    assert!(slots.take(Duration::from_millis(5)).is_none());
    assert!(
        slots.take(Duration::from_millis(5)).is_none(),
        "whoever gave up waits no more"
    );
}
