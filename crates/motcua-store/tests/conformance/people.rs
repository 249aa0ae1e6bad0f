use motcua_domain::id::MessageId;
use motcua_engine::changes::{Changes, Row};
use motcua_engine::ports::Store;
use motcua_engine::rows::{NoticeRow, PasskeyRow, StaffRow};

use crate::sample::*;
use crate::stores::Place;

pub(crate) fn keep(store: &dyn Store, rows: Vec<Row>) {
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
    let named = |issuer, n| store.person_by_subject(&subject(issuer, n)).unwrap();
    assert_eq!(named("https://id.example", 1), Some(first.clone()));
    assert_eq!(named("https://id.example", 2), None);
    assert_eq!(
        named("https://other.example", 1),
        None,
        "another provider's subject 1"
    );
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

pub(crate) fn two_providers_may_name_two_people_alike(place: Place) {
    let store = place.store();
    let of = |n: u64, issuer: &str| motcua_domain::person::Person {
        subject: Some(subject(issuer, 7)),
        ..person(n, "Nguyễn Văn Mật")
    };
    keep(&*store, vec![Row::Person(of(1, "https://a.example"))]);
    keep(&*store, vec![Row::Person(of(2, "https://b.example"))]);
    let named = |issuer| store.person_by_subject(&subject(issuer, 7)).unwrap().unwrap().id;
    assert_eq!(named("https://a.example"), person_id(1));
    assert_eq!(named("https://b.example"), person_id(2));
    let again = store.commit(Changes {
        rows: vec![Row::Person(of(3, "https://a.example"))],
        ..Changes::default()
    });
    assert!(again.is_err(), "one provider's name is one person's");
    let nobodys = |n| motcua_domain::person::Person {
        personal_number: None,
        subject: None,
        ..person(n, "Lê Thị Sáp")
    };
    keep(&*store, vec![Row::Person(nobodys(4)), Row::Person(nobodys(5))]);
}

pub(crate) fn persons_without_an_issuer_are_adopted_once(place: Place) {
    let store = place.store();
    let before = motcua_domain::person::Person {
        subject: Some(subject("", 1)),
        ..person(1, "Nguyễn Văn Mật")
    };
    let at_a_desk = motcua_domain::person::Person {
        subject: None,
        ..person(2, "Lê Thị Sáp")
    };
    keep(&*store, vec![Row::Person(before), Row::Person(at_a_desk.clone())]);
    assert_eq!(store.adopt_subjects("https://a.example").unwrap(), 1);
    assert_eq!(store.adopt_subjects("https://b.example").unwrap(), 0);
    let found = store.person_by_subject(&subject("https://a.example", 1)).unwrap();
    assert_eq!(found.unwrap().id, person_id(1));
    assert_eq!(store.person(person_id(2)).unwrap(), Some(at_a_desk));
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

pub(crate) fn a_desk_finds_people_exactly_and_registers_a_number_once(place: Place) {
    let store = place.store();
    let first = motcua_domain::person::Person {
        subject: None,
        ..person(1, "Nguyễn Văn Mật")
    };
    keep(&*store, vec![Row::Person(first.clone())]);
    let number = first.personal_number.clone().unwrap();
    let born_on = first.born_on.unwrap();
    assert_eq!(store.persons_by_number(&number).unwrap(), vec![first.clone()]);
    assert_eq!(
        store.persons_by_birth("Nguyễn Văn Mật", born_on).unwrap(),
        vec![first.clone()]
    );
    assert!(store.persons_by_birth("Nguyễn Văn", born_on).unwrap().is_empty());
    let twice = store.commit(Changes {
        rows: vec![Row::Person(motcua_domain::person::Person {
            id: person_id(2),
            ..first.clone()
        })],
        ..Changes::default()
    });
    assert!(twice.is_err(), "another desk registered the number first");
    let signed_in = motcua_domain::person::Person {
        subject: Some(subject("https://id.example", 2)),
        id: person_id(2),
        ..first.clone()
    };
    let third = motcua_domain::person::Person {
        subject: Some(subject("https://id.example", 3)),
        id: person_id(3),
        ..first
    };
    keep(&*store, vec![Row::Person(signed_in), Row::Person(third)]);
    assert_eq!(
        store.persons_by_number(&number).unwrap().len(),
        2,
        "never more than tell that it is not one"
    );
}
