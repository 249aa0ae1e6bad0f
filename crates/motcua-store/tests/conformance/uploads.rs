use motcua_domain::id::{DraftId, FileId};
use motcua_domain::time::Instant;
use motcua_engine::ports::{Store, Swept};
use motcua_engine::rows::{DraftRow, FileRow};

use crate::sample::*;
use crate::stores::Place;

fn file_id(n: u64) -> FileId {
    FileId::new(id(n))
}

fn upload(n: u64, content: u8, at: Instant) -> FileRow {
    FileRow {
        id: file_id(n),
        name: "anh.jpg".to_owned(),
        media_type: "image/jpeg".to_owned(),
        size: 1000,
        hash: [content; 32],
        pages: 2,
        owner: Some(person_id(1)),
        at,
    }
}

fn drafts_with(store: &dyn Store, files: &[u64]) {
    let draft = DraftRow {
        id: DraftId::new(id(700)),
        person: person_id(1),
        procedure: "9.000001".to_owned(),
        form: "bees@1".to_owned(),
        answers: "{}".to_owned(),
        papers: files.iter().map(|n| ("photo".to_owned(), file_id(*n))).collect(),
        officer: None,
        version: 1,
        saved_at: NOW,
    };
    store.save_draft(&draft, 0).unwrap();
}

pub(crate) fn uploads_of_a_day_are_counted_by_person(place: Place) {
    let store = place.store();
    for (n, hours) in [(1, 0), (2, 1), (3, 2)] {
        store.add_file(&upload(n, 1, NOW.plus_hours(hours))).unwrap();
    }
    let others = FileRow {
        owner: Some(person_id(2)),
        ..upload(4, 1, NOW)
    };
    store.add_file(&others).unwrap();
    let of_the_city = FileRow {
        owner: None,
        ..upload(5, 1, NOW)
    };
    store.add_file(&of_the_city).unwrap();
    assert_eq!(store.uploads_since(person_id(1), NOW).unwrap(), (3, 3000));
    assert_eq!(
        store.uploads_since(person_id(1), NOW.plus_hours(1)).unwrap(),
        (2, 2000)
    );
    assert_eq!(store.uploads_since(person_id(3), NOW).unwrap(), (0, 0));
}

pub(crate) fn uploads_that_nothing_refers_to_are_forgotten_and_no_others(place: Place) {
    let store = place.store();
    let old = NOW.plus_hours(-30);
    // Nothing refers to 1 and 2; 3 is in a draft; 4 in a case; 5 is young; 6 has the content of 2 and is in the draft.
    for (n, content) in [(1, 1), (2, 2), (3, 3), (4, 4), (6, 2)] {
        store.add_file(&upload(n, content, old)).unwrap();
    }
    store.add_file(&upload(5, 5, NOW)).unwrap();
    let of_the_city = FileRow {
        owner: None,
        ..upload(8, 8, old)
    };
    store.add_file(&of_the_city).unwrap();
    drafts_with(&*store, &[3, 6]);
    let mut sent = step(case(1), 0, "sent");
    for event in sent.streams.iter_mut().flat_map(|stream| &mut stream.events) {
        event.payload = format!("{{\"papers\":[{{\"file\":\"{}\"}}]}}", file_id(4));
    }
    store.commit(sent).unwrap();
    assert_eq!(case(1).applicant, person_id(1), "the case is the owner's");

    let before = NOW.plus_hours(-24);
    let first = store.sweep_uploads(before, None, 2).unwrap();
    let swept = Swept {
        content: vec![([1; 32], 2)],
        forgotten: 2,
        last: Some(file_id(2)),
    };
    assert_eq!(first, swept, "the content of 2 is 6's too");
    let second = store.sweep_uploads(before, first.last, 9).unwrap();
    assert_eq!((second.forgotten, second.last), (0, Some(file_id(6))));
    assert_eq!(
        store.sweep_uploads(before, second.last, 9).unwrap(),
        Swept::default()
    );
    for (n, is_there) in [
        (1, false),
        (2, false),
        (3, true),
        (4, true),
        (5, true),
        (6, true),
        (8, true),
    ] {
        assert_eq!(store.file(file_id(n)).unwrap().is_some(), is_there, "{n}");
    }
    let again = store.sweep_uploads(before, None, 9).unwrap();
    assert_eq!(again.last, Some(file_id(6)), "3 and 6 may lose their draft");
    store.delete_draft(DraftId::new(id(700))).unwrap();
    let last = store.sweep_uploads(before, None, 9).unwrap();
    assert_eq!((last.forgotten, last.content.len()), (2, 2));
    assert!(store.file(file_id(4)).unwrap().is_some(), "what a case has stays");
}
