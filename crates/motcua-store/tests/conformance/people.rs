use motcua_domain::id::MessageId;
use motcua_engine::changes::{Changes, Row};
use motcua_engine::ports::Store;
use motcua_engine::rows::{NoticeRow, PasskeyRow, StaffRow};

use crate::sample::*;
use crate::stores::Place;

fn keep(store: &dyn Store, rows: Vec<Row>) {
    store
        .commit(Changes {
            rows,
            ..Changes::default()
        })
        .unwrap();
}

fn staff(n: u64, name: &str) -> StaffRow {
    StaffRow {
        id: staff_id(n),
        name: name.to_owned(),
        agency: agency(1),
        unit: agency(1),
        roles: vec!["clerk".to_owned(), "specialist".to_owned()],
        is_active: true,
    }
}

pub(crate) fn people_and_staff_come_back_as_they_were_written(place: Place) {
    let store = place.store();
    let first = person(1, "Nguyễn Văn Mật");
    keep(
        &*store,
        vec![Row::Person(first.clone()), Row::Staff(staff(1, "Lê Thị Sáp"))],
    );
    assert_eq!(store.person(person_id(1)).unwrap(), Some(first.clone()));
    assert_eq!(store.person_by_subject("subject-1").unwrap(), Some(first.clone()));
    assert_eq!(store.person_by_subject("subject-2").unwrap(), None);
    assert_eq!(store.staff(staff_id(1)).unwrap(), Some(staff(1, "Lê Thị Sáp")));
    let bare = motcua_domain::person::Person {
        subject: None,
        personal_number: None,
        born_on: None,
        email: None,
        address: Some("1 Ong".to_owned()),
        phone: Some("+84905000000".to_owned()),
        ..first
    };
    keep(&*store, vec![Row::Person(bare.clone())]);
    assert_eq!(store.person(person_id(1)).unwrap(), Some(bare));
}

pub(crate) fn staff_are_listed_by_given_name_and_only_while_active(place: Place) {
    let store = place.store();
    let away = StaffRow {
        is_active: false,
        ..staff(3, "A A")
    };
    let elsewhere = StaffRow {
        agency: agency(2),
        ..staff(4, "A B")
    };
    keep(
        &*store,
        vec![
            Row::Staff(staff(1, "An Thi Vo")),
            Row::Staff(staff(2, "Vo Thi An")),
            Row::Staff(away),
            Row::Staff(elsewhere),
        ],
    );
    let names: Vec<String> = store
        .staff_of("hive-1")
        .unwrap()
        .into_iter()
        .map(|staff| staff.name)
        .collect();
    assert_eq!(names, ["Vo Thi An", "An Thi Vo"]);
}

pub(crate) fn passkeys_are_found_by_credential(place: Place) {
    let store = place.store();
    let passkey = |credential: &[u8], payload: &str| PasskeyRow {
        credential: credential.to_vec(),
        staff: staff_id(1),
        payload: payload.to_owned(),
        enrolled_at: NOW,
    };
    keep(
        &*store,
        vec![
            Row::Passkey(passkey(&[0, 255], "a")),
            Row::Passkey(passkey(&[1], "b")),
        ],
    );
    keep(&*store, vec![Row::Passkey(passkey(&[0, 255], "used"))]);
    assert_eq!(
        store.passkey(&[0, 255]).unwrap(),
        Some(passkey(&[0, 255], "used"))
    );
    assert_eq!(store.passkey(&[0]).unwrap(), None);
    assert_eq!(
        store.passkeys(staff_id(1)).unwrap(),
        [passkey(&[0, 255], "used"), passkey(&[1], "b")]
    );
    assert_eq!(store.passkeys(staff_id(2)).unwrap(), []);
}

pub(crate) fn notices_come_newest_first(place: Place) {
    let store = place.store();
    let notice = |n: u64, person| Row::Notice {
        id: MessageId::new(id(n)),
        person: person_id(person),
        case: case_id(n),
        key: "case-accepted".to_owned(),
        at: NOW.plus_hours(n as i64),
    };
    keep(
        &*store,
        vec![notice(1, 1), notice(3, 1), notice(2, 1), notice(4, 2)],
    );
    let row = |n| NoticeRow {
        case: case_id(n),
        key: "case-accepted".to_owned(),
        at: NOW.plus_hours(n as i64),
    };
    assert_eq!(store.notices(person_id(1), 2).unwrap(), [row(3), row(2)]);
}
