use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use motcua_engine::rows::{SessionHolder, SessionRow, TicketRow};

use crate::sample::*;
use crate::stores::Place;

pub(crate) fn a_session_begins_is_used_and_ends(place: Place) {
    let store = place.store();
    for (token, who) in [
        (1, SessionHolder::Person(person_id(1))),
        (2, SessionHolder::Staff(staff_id(2))),
    ] {
        let session = SessionRow {
            token_hash: [token; 32],
            who,
            began_at: NOW,
            seen_at: NOW,
        };
        store.begin_session(&session).unwrap();
        assert_eq!(store.session(&[token; 32]).unwrap(), Some(session));
    }
    store.touch_session(&[1; 32], NOW.plus_hours(1)).unwrap();
    assert_eq!(
        store.session(&[1; 32]).unwrap().unwrap().seen_at,
        NOW.plus_hours(1)
    );
    store.end_session(&[1; 32]).unwrap();
    assert_eq!(store.session(&[1; 32]).unwrap(), None);
    assert!(store.session(&[2; 32]).unwrap().is_some());
}

fn session() -> SessionRow {
    SessionRow {
        token_hash: [7; 32],
        who: SessionHolder::Person(person_id(1)),
        began_at: NOW,
        seen_at: NOW,
    }
}

fn ticket() -> TicketRow {
    TicketRow {
        secret_hash: [3; 32],
        purpose: "invitation".to_owned(),
        payload: "{}".to_owned(),
        expires_at: NOW.plus_hours(1),
    }
}

pub(crate) fn a_ticket_is_taken_once_by_twenty_threads(place: Place) {
    let store = place.store();
    store.keep_ticket(&ticket()).unwrap();
    let taken = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..20 {
            scope.spawn(|| {
                if let Some(found) = store.take_ticket(&[3; 32], "invitation", NOW).unwrap() {
                    assert_eq!(found, ticket());
                    taken.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
    });
    assert_eq!(taken.into_inner(), 1);
}

pub(crate) fn a_ticket_expires_and_keeps_to_its_purpose(place: Place) {
    let store = place.store();
    store.keep_ticket(&ticket()).unwrap();
    let late = NOW.plus_hours(1).plus_millis(1);
    assert_eq!(store.ticket(&[3; 32], "invitation", late).unwrap(), None);
    assert_eq!(store.take_ticket(&[3; 32], "invitation", late).unwrap(), None);
    assert_eq!(store.take_ticket(&[3; 32], "bypass", NOW).unwrap(), None);
    assert_eq!(
        store.ticket(&[3; 32], "invitation", NOW).unwrap(),
        Some(ticket()),
        "looking does not take"
    );
    assert_eq!(
        store
            .take_ticket(&[3; 32], "invitation", NOW.plus_hours(1))
            .unwrap(),
        Some(ticket())
    );
}

pub(crate) fn what_has_expired_is_forgotten_and_the_rest_is_kept(place: Place) {
    let store = place.store();
    store.keep_ticket(&ticket()).unwrap();
    store.begin_session(&session()).unwrap();
    let seen_at = session().seen_at;
    assert_eq!(store.forget_expired(ticket().expires_at, seen_at).unwrap(), 0);
    assert!(store.ticket(&[3; 32], "invitation", NOW).unwrap().is_some());
    assert!(store.session(&session().token_hash).unwrap().is_some());
    let late = ticket().expires_at.plus_millis(1);
    assert_eq!(store.forget_expired(late, seen_at.plus_millis(1)).unwrap(), 2);
    assert!(store.ticket(&[3; 32], "invitation", NOW).unwrap().is_none());
    assert!(store.session(&session().token_hash).unwrap().is_none());
}
