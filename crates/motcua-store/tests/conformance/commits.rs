use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use motcua_domain::case::Author;
use motcua_domain::id::{AnswerSetId, NoteId, PaperId};
use motcua_domain::time::Instant;
use motcua_engine::changes::{Access, AccessedThing, Changes, Numbering, Row, StreamChange, StreamKey};
use motcua_engine::ports::{CommitError, Committed};
use motcua_engine::rows::{CaseRow, NEVER};

use crate::sample::*;
use crate::stores::Place;

const DONE: Committed = Committed::Done { number: None };

fn is_conflict(outcome: &Result<Committed, CommitError>) -> bool {
    matches!(outcome, Err(CommitError::Conflict { .. }))
}

pub(crate) fn events_come_back_in_their_order_and_whole(place: Place) {
    let store = place.store();
    let mut changes = step(case(1), 0, "sent");
    let by = [Author::System, Author::Applicant(person_id(3)), event("").by];
    changes.streams[0].events = (0..12usize)
        .map(|n| motcua_engine::changes::EventRecord {
            by: by[n % 3].clone(),
            ..event(&format!("e{n}"))
        })
        .collect();
    let events = changes.streams[0].events.clone();
    assert_eq!(store.commit(changes).unwrap(), DONE);
    assert_eq!(store.commit(step(case(1), 12, "later")).unwrap(), DONE);
    let kept = store.events(&StreamKey::case(case_id(1))).unwrap();
    assert_eq!(kept[..12], events);
    assert_eq!(kept[12], event("later"));
    assert_eq!(store.events(&StreamKey::staff(staff_id(1))).unwrap(), []);
}

pub(crate) fn a_stream_that_moved_on_is_a_conflict(place: Place) {
    let store = place.store();
    store.commit(step(case(1), 0, "sent")).unwrap();
    assert!(is_conflict(&store.commit(step(case(1), 0, "sent"))));
    store.commit(step(case(1), 1, "accepted")).unwrap();
    assert!(is_conflict(&store.commit(step(case(1), 1, "refused"))));
    assert_eq!(store.events(&StreamKey::case(case_id(1))).unwrap().len(), 2);
    assert_eq!(store.case(case_id(1)).unwrap().unwrap().version, 2);
}

pub(crate) fn a_stream_that_is_not_there_yet_is_a_conflict(place: Place) {
    let store = place.store();
    assert!(is_conflict(&store.commit(step(case(1), 3, "from nowhere"))));
    assert_eq!(store.case(case_id(1)).unwrap(), None);
}

pub(crate) fn a_part_that_fails_leaves_nothing_of_the_whole(place: Place) {
    let store = place.store();
    store
        .commit(Changes {
            outbox: vec![message(1, NOW)],
            ..Changes::default()
        })
        .unwrap();
    let changes = Changes {
        idempotency: key("k", 1, "a"),
        outbox: vec![message(2, NOW), message(1, NOW)],
        accesses: vec![access(1, NOW)],
        ..step(case(5), 0, "sent")
    };
    assert!(is_conflict(&store.commit(changes)));
    assert_eq!(store.case(case_id(5)).unwrap(), None);
    assert_eq!(store.events(&StreamKey::case(case_id(5))).unwrap(), []);
    assert_eq!(store.outbox_counts().unwrap(), (1, 0));
    assert_eq!(store.accesses_of(person_id(1), NEVER, 10).unwrap(), []);
    let again = Changes {
        idempotency: key("k", 1, "b"),
        ..step(case(5), 0, "sent")
    };
    assert_eq!(
        store.commit(again).unwrap(),
        DONE,
        "the key of a failed commit is free"
    );
}

pub(crate) fn a_commit_over_two_streams_is_all_or_nothing(place: Place) {
    let store = place.store();
    store.commit(step(case(1), 0, "sent")).unwrap();
    let mut changes = step(case(2), 0, "sent");
    changes.streams.push(StreamChange {
        stream: StreamKey::case(case_id(1)),
        expected_version: 0,
        events: vec![event("late")],
    });
    assert!(is_conflict(&store.commit(changes)));
    assert_eq!(store.events(&StreamKey::case(case_id(2))).unwrap(), []);
    let mut changes = step(case(2), 0, "sent");
    changes.streams.push(StreamChange {
        stream: StreamKey::case(case_id(1)),
        expected_version: 1,
        events: vec![event("in time")],
    });
    store.commit(changes).unwrap();
    assert_eq!(store.events(&StreamKey::case(case_id(1))).unwrap().len(), 2);
    assert_eq!(store.events(&StreamKey::case(case_id(2))).unwrap().len(), 1);
}

pub(crate) fn a_case_row_comes_back_as_it_was_written(place: Place) {
    let store = place.store();
    let first = case(1);
    store.commit(step(first.clone(), 0, "sent")).unwrap();
    assert_eq!(store.case(case_id(1)).unwrap(), Some(first.clone()));
    let second = CaseRow {
        version: 2,
        number: Some("H17.BEES-261125-0042".to_owned()),
        step: motcua_domain::case::Step::ClerkIssuing,
        competent: agency(2),
        holder: Some(staff_id(4)),
        due_at: NOW.plus_hours(8),
        is_paused: true,
        is_answered: true,
        is_withdrawal_asked: true,
        issued_at: Some(NOW),
        is_on_time: Some(false),
        ..first
    };
    store.commit(step(second.clone(), 1, "much")).unwrap();
    assert_eq!(store.case(case_id(1)).unwrap(), Some(second));
}

pub(crate) fn the_last_of_two_rows_of_a_case_counts(place: Place) {
    let store = place.store();
    let mut changes = step(case(1), 0, "sent");
    changes.rows.push(Row::Case(CaseRow {
        is_answered: true,
        ..case(1)
    }));
    store.commit(changes).unwrap();
    assert!(store.case(case_id(1)).unwrap().unwrap().is_answered);
}

pub(crate) fn the_facts_of_a_sending_cannot_be_changed(place: Place) {
    let store = place.store();
    store.commit(step(case(1), 0, "sent")).unwrap();
    assert!(is_conflict(&store.commit(step(
        CaseRow {
            applicant: person_id(2),
            ..case(1)
        },
        1,
        "stolen"
    ))));
    assert_eq!(store.case(case_id(1)).unwrap(), Some(case(1)));
}

pub(crate) fn a_key_finds_the_first_answer(place: Place) {
    let store = place.store();
    let send = |answer| Changes {
        idempotency: key("send:1", 1, answer),
        ..step(case(1), 0, "sent")
    };
    assert_eq!(store.commit(send("first")).unwrap(), DONE);
    assert_eq!(
        store.commit(send("second")).unwrap(),
        Committed::Repeated {
            answer: "first".to_owned()
        }
    );
    assert_eq!(store.events(&StreamKey::case(case_id(1))).unwrap().len(), 1);
}

pub(crate) fn a_key_with_another_body_is_refused(place: Place) {
    let store = place.store();
    store
        .commit(Changes {
            idempotency: key("send:1", 1, "a"),
            ..step(case(1), 0, "sent")
        })
        .unwrap();
    let other = Changes {
        idempotency: key("send:1", 2, "a"),
        ..step(case(2), 0, "sent")
    };
    assert!(matches!(store.commit(other), Err(CommitError::KeyReused)));
    assert_eq!(store.case(case_id(2)).unwrap(), None);
}

pub(crate) fn fifty_senders_with_one_key_make_one_case(place: Place) {
    let store = place.store();
    let done = AtomicUsize::new(0);
    thread::scope(|scope| {
        for n in 1..=50 {
            let (store, done) = (&store, &done);
            scope.spawn(move || {
                // Every sender made a case of its own, as a browser's double click does.
                let changes = Changes {
                    idempotency: key("send:1", 1, &format!("case {n}")),
                    ..step(case(n), 0, "sent")
                };
                if store.commit(changes).unwrap() == DONE {
                    done.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
    });
    assert_eq!(done.into_inner(), 1);
    assert_eq!(store.case_ids_after(None, 100).unwrap().len(), 1);
}

pub(crate) fn many_writers_of_one_stream_follow_each_other(place: Place) {
    let store = place.store();
    thread::scope(|scope| {
        for n in 0..8 {
            let store = &store;
            scope.spawn(move || {
                for m in 0..5 {
                    let name = format!("w{n}-{m}");
                    loop {
                        let version = store.events(&StreamKey::case(case_id(1))).unwrap().len() as u64;
                        match store.commit(step(case(1), version, &name)) {
                            Ok(_) => break,
                            Err(CommitError::Conflict { .. }) => {}
                            Err(error) => panic!("{error}"),
                        }
                    }
                }
            });
        }
    });
    let names: std::collections::BTreeSet<String> = store
        .events(&StreamKey::case(case_id(1)))
        .unwrap()
        .into_iter()
        .map(|event| event.name)
        .collect();
    assert_eq!(names.len(), 40);
    assert_eq!(store.case(case_id(1)).unwrap().unwrap().version, 40);
}

pub(crate) fn work_that_panics_writes_nothing_and_the_store_goes_on(place: Place) {
    let store = place.store();
    let changes = Changes {
        numbering: Some(Numbering {
            series: series("H17.PANIC"),
            case: case_id(1),
            complete: Box::new(|_, _| panic!("a fault in a use case")),
        }),
        ..Changes::default()
    };
    assert!(matches!(store.commit(changes), Err(CommitError::Store(_))));
    assert_eq!(
        store.commit(numbered(1, "H17.PANIC")).unwrap(),
        Committed::Done { number: Some(1) }
    );
}

pub(crate) fn large_commits_are_whole(place: Place) {
    let store = place.store();
    let mut all = Changes::default();
    for n in 0..200 {
        let one = step(case(n), 0, "sent");
        all.streams.extend(one.streams);
        all.rows.extend(one.rows);
    }
    all.outbox.push(message(1, NOW));
    all.outbox.push(message(1, NOW));
    assert!(is_conflict(&store.commit(all)));
    assert_eq!(store.case_ids_after(None, 1000).unwrap().len(), 0);
    let mut all = Changes::default();
    for n in 0..200 {
        let one = step(case(n), 0, "sent");
        all.streams.extend(one.streams);
        all.rows.extend(one.rows);
    }
    store.commit(all).unwrap();
    assert_eq!(store.case_ids_after(None, 1000).unwrap().len(), 200);
}

pub(crate) fn case_ids_come_in_order_in_batches(place: Place) {
    let store = place.store();
    for n in [5, 3, 9, 1, 7] {
        store.commit(step(case(n), 0, "sent")).unwrap();
    }
    assert_eq!(store.case_ids_after(None, 2).unwrap(), [case_id(1), case_id(3)]);
    assert_eq!(
        store.case_ids_after(Some(case_id(3)), 9).unwrap(),
        [case_id(5), case_id(7), case_id(9)]
    );
    assert_eq!(store.case_ids_after(Some(case_id(9)), 9).unwrap(), []);
}

pub(crate) fn what_belongs_to_a_case_comes_back(place: Place) {
    let store = place.store();
    let (answers, note) = (AnswerSetId::new(id(1)), NoteId::new(id(1)));
    let paper = |n, kind: &str, at| Row::Paper {
        id: PaperId::new(id(n)),
        case: case_id(1),
        kind: kind.to_owned(),
        file: file(1).id,
        at,
    };
    let mut changes = step(case(1), 0, "sent");
    changes.rows.extend([
        Row::AnswerSet {
            id: answers,
            case: case_id(1),
            form: "bees@1".to_owned(),
            answers: "{}".to_owned(),
        },
        Row::Note {
            id: note,
            case: case_id(1),
            text: "Thiếu sơ đồ ban công".to_owned(),
        },
        Row::File(file(1)),
        paper(2, "form-03", NOW.plus_hours(1)),
        paper(3, "form-01", NOW),
    ]);
    store.commit(changes).unwrap();
    assert_eq!(
        store.answers(answers).unwrap(),
        Some(("bees@1".to_owned(), "{}".to_owned()))
    );
    assert_eq!(
        store.notes(case_id(1)).unwrap(),
        [(note, "Thiếu sơ đồ ban công".to_owned())]
    );
    assert_eq!(store.file(file(1).id).unwrap(), Some(file(1)));
    let papers = store.papers(case_id(1)).unwrap();
    assert_eq!(
        papers.iter().map(|paper| paper.kind.as_str()).collect::<Vec<_>>(),
        ["form-01", "form-03"]
    );
    assert_eq!(papers[0].file, file(1));
    let twice = Changes {
        rows: vec![Row::Note {
            id: note,
            case: case_id(1),
            text: "other".to_owned(),
        }],
        ..Changes::default()
    };
    assert!(
        is_conflict(&store.commit(twice)),
        "what is written once is not written over"
    );
}

fn access(person: u64, at: Instant) -> Access {
    Access {
        at,
        by: Author::Staff {
            staff: staff_id(2),
            role: "specialist".to_owned(),
        },
        agency: Some(agency(1)),
        person: Some(person_id(person)),
        case: Some(case_id(1)),
        what: AccessedThing::Case,
        ground: "deciding-agency".to_owned(),
    }
}

pub(crate) fn whoever_looked_is_remembered_newest_first(place: Place) {
    let store = place.store();
    let list = Access {
        person: None,
        case: None,
        agency: None,
        by: Author::System,
        what: AccessedThing::List,
        ..access(1, NOW)
    };
    for hours in [0, 1, 2] {
        let accesses = vec![access(1, NOW.plus_hours(hours)), access(2, NOW), list.clone()];
        store
            .commit(Changes {
                accesses,
                ..Changes::default()
            })
            .unwrap();
    }
    let seen = store.accesses_of(person_id(1), NEVER, 2).unwrap();
    assert_eq!(seen, [access(1, NOW.plus_hours(2)), access(1, NOW.plus_hours(1))]);
    assert_eq!(
        store.accesses_of(person_id(1), NOW.plus_hours(1), 9).unwrap(),
        [access(1, NOW)]
    );
}

pub(crate) fn what_was_acknowledged_is_there_after_reopening(place: Place) {
    let store = place.store();
    for n in 0..100 {
        store.commit(step(case(n), 0, "sent")).unwrap();
    }
    drop(store);
    let store = place.reopened().store();
    assert_eq!(store.case_ids_after(None, 1000).unwrap().len(), 100);
    assert_eq!(store.commit(step(case(7), 1, "accepted")).unwrap(), DONE);
}
