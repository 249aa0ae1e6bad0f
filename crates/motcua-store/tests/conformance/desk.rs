use motcua_domain::access::{Clause, Scope};
use motcua_domain::channel::Channel;
use motcua_domain::person::Person;
use motcua_engine::changes::{Changes, Row};
use motcua_engine::ports::{CommitError, FoundCases, PersonKey, Store, TimeOpen};
use motcua_engine::rows::{CaseRow, PrivateNoteRow, SavedViewRow};

use crate::sample::*;
use crate::stores::Place;

const MINUTE: i64 = 60_000;

fn is_conflict<T>(outcome: Result<T, CommitError>) -> bool {
    matches!(outcome, Err(CommitError::Conflict { .. }))
}

fn view(n: u64, name: &str, version: u64) -> SavedViewRow {
    SavedViewRow {
        staff: staff_id(n),
        name: name.to_owned(),
        queue: "mine".to_owned(),
        procedure: Some("9.000001".to_owned()),
        channel: (version > 1).then_some(Channel::Online),
        received_at: Some(agency(1)),
        version,
    }
}

pub(crate) fn a_view_is_saved_only_over_the_version_that_was_read(place: Place) {
    let store = place.store();
    assert!(
        is_conflict(store.save_view(&view(1, "Ong", 2), 1)),
        "there is none yet"
    );
    store.save_view(&view(1, "Ong", 1), 0).unwrap();
    assert!(
        is_conflict(store.save_view(&view(1, "Ong", 1), 0)),
        "the name is given"
    );
    store.save_view(&view(1, "Hộ kinh doanh", 1), 0).unwrap();
    store.save_view(&view(2, "Ong", 1), 0).unwrap();
    store.save_view(&view(1, "Ong", 2), 1).unwrap();
    assert!(
        is_conflict(store.save_view(&view(1, "Ong", 3), 1)),
        "another window was first"
    );
    assert_eq!(
        store.saved_views(staff_id(1)).unwrap(),
        [view(1, "Hộ kinh doanh", 1), view(1, "Ong", 2)]
    );
    store.delete_view(staff_id(1), "Ong").unwrap();
    assert_eq!(
        store.saved_views(staff_id(1)).unwrap(),
        [view(1, "Hộ kinh doanh", 1)]
    );
    assert_eq!(
        store.saved_views(staff_id(2)).unwrap(),
        [view(2, "Ong", 1)],
        "a colleague's stays"
    );
    assert!(matches!(
        store.save_view(&view(1, "Ong", 1), 1),
        Err(CommitError::Store(_))
    ));
}

fn note(n: u64, text: &str, version: u64) -> PrivateNoteRow {
    PrivateNoteRow {
        staff: staff_id(n),
        case: case_id(1),
        text: text.to_owned(),
        version,
        saved_at: NOW,
    }
}

pub(crate) fn a_private_note_is_its_writers_alone(place: Place) {
    let store = place.store();
    store
        .save_private_note(&note(1, "gọi lại thứ Sáu", 1), 0)
        .unwrap();
    assert_eq!(
        store.private_note(staff_id(1), case_id(1)).unwrap(),
        Some(note(1, "gọi lại thứ Sáu", 1))
    );
    assert_eq!(store.private_note(staff_id(2), case_id(1)).unwrap(), None);
    assert_eq!(store.private_note(staff_id(1), case_id(2)).unwrap(), None);
    store.save_private_note(&note(1, "", 2), 1).unwrap();
    assert!(is_conflict(store.save_private_note(&note(1, "cũ", 2), 1)));
    assert!(is_conflict(store.save_private_note(&note(1, "cũ", 1), 0)));
    assert_eq!(
        store.private_note(staff_id(1), case_id(1)).unwrap(),
        Some(note(1, "", 2))
    );
}

pub(crate) fn a_file_is_open_until_its_reader_looks_elsewhere_and_no_longer_than_the_most(place: Place) {
    let store = place.store();
    let at = |minutes: i64| NOW.plus_millis(minutes * MINUTE);
    let looks = |n, case: Option<u64>, minutes| {
        store
            .looks_at(staff_id(n), case.map(case_id), at(minutes), 15 * MINUTE)
            .unwrap();
    };
    let open = |case| store.time_open(case_id(case)).unwrap();
    looks(1, None, 0);
    looks(1, Some(1), 1);
    assert_eq!(open(1), TimeOpen::default(), "nobody knows yet how long");
    looks(1, Some(2), 4);
    looks(2, Some(1), 5);
    looks(2, None, 7);
    looks(2, None, 9);
    assert_eq!(
        open(1),
        TimeOpen {
            millis: 5 * MINUTE,
            times: 2
        }
    );
    looks(1, Some(2), 300);
    assert_eq!(
        open(2),
        TimeOpen {
            millis: 15 * MINUTE,
            times: 1
        },
        "lunch is no work"
    );
    looks(1, None, 290);
    assert_eq!(
        open(2),
        TimeOpen {
            millis: 15 * MINUTE,
            times: 2
        },
        "a clock set back takes nothing away"
    );
}

/// Three people with a case each: at agency 1, agency 1 and agency 2.
fn with_people(store: &dyn Store) {
    let people = [
        (1, "Nguyễn Thị Minh Anh", "048190000011", 1),
        (2, "Nguyễn Thị Mỹ Ẩn", "048190000022", 1),
        (3, "Trần Minh Anh", "048190000033", 2),
    ];
    for (n, name, number, at) in people {
        let mut changes = step(
            CaseRow {
                applicant: person_id(n),
                received_at: agency(at),
                competent: agency(at),
                sent_at: NOW.plus_hours(n as i64),
                ..case(n)
            },
            0,
            "sent",
        );
        changes.rows.push(Row::Person(Person {
            personal_number: motcua_domain::person::PersonalNumber::parse(number),
            ..person(n, name)
        }));
        store.commit(changes).unwrap();
    }
}

fn found(store: &dyn Store, scope: &Scope, who: PersonKey) -> Vec<String> {
    let FoundCases { cases, is_cut } = store.cases_of_people(scope, &who, 20).unwrap();
    assert!(!is_cut);
    cases.into_iter().map(|(_, name)| name).collect()
}

fn named(folded: &str) -> PersonKey {
    PersonKey::Name(folded.to_owned())
}

pub(crate) fn people_are_found_by_the_beginning_or_the_end_of_a_name_and_by_number(place: Place) {
    let store = place.store();
    with_people(&*store);
    let all = Scope::of(vec![Clause::Everything]);
    let ask = |who| found(&*store, &all, who);
    assert_eq!(
        ask(named("minh anh")),
        ["Trần Minh Anh", "Nguyễn Thị Minh Anh"],
        "the newest first"
    );
    assert_eq!(ask(named("nguyen thi mi")), ["Nguyễn Thị Minh Anh"]);
    assert_eq!(
        ask(named("nguyen thi")),
        ["Nguyễn Thị Mỹ Ẩn", "Nguyễn Thị Minh Anh"]
    );
    assert_eq!(
        ask(named("thi minh")),
        [""; 0],
        "the middle of a name is no way to it"
    );
    assert_eq!(
        ask(PersonKey::Number("048190000022".to_owned())),
        ["Nguyễn Thị Mỹ Ẩn"]
    );
    assert_eq!(ask(PersonKey::Number("048190000099".to_owned())), [""; 0]);
    // A name that changes is found by the new one alone.
    let renamed = person(1, "Lê Hải Yến");
    store
        .commit(Changes {
            rows: vec![Row::Person(renamed)],
            ..Changes::default()
        })
        .unwrap();
    assert_eq!(ask(named("minh anh")), ["Trần Minh Anh"]);
    assert_eq!(ask(named("hai yen")), ["Lê Hải Yến"]);
}

pub(crate) fn a_search_for_people_keeps_to_the_scope(place: Place) {
    let store = place.store();
    with_people(&*store);
    let desk = Scope::of(vec![Clause::ReceivedAt(agency(2)), Clause::DecidedBy(agency(2))]);
    assert_eq!(found(&*store, &desk, named("minh anh")), ["Trần Minh Anh"]);
    assert_eq!(
        found(&*store, &desk, PersonKey::Number("048190000011".to_owned())),
        [""; 0]
    );
    assert_eq!(found(&*store, &Scope::default(), named("minh anh")), [""; 0]);
}

pub(crate) fn a_name_that_too_many_have_says_that_it_was_cut(place: Place) {
    let store = place.store();
    let rows = (1..=2_001)
        .map(|n| Row::Person(person(n, "Nguyễn Văn An")))
        .collect();
    store
        .commit(Changes {
            rows,
            ..Changes::default()
        })
        .unwrap();
    let all = Scope::of(vec![Clause::Everything]);
    let cut = |name: &str| store.cases_of_people(&all, &named(name), 20).unwrap().is_cut;
    assert!(cut("nguyen van"));
    assert!(cut("van an"));
    assert!(!cut("nguyen van be"));
}
