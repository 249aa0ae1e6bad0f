//! What the desk of an officer shows: whose work a case is, what comes next, how late it was.

use motcua_domain::access::Role;
use motcua_domain::case::OutcomeKind;
use motcua_engine::desk::{NoteKept, PrivateNote, SavedView, VIEWS_MAX, ViewKept};
use motcua_engine::engine::UseError;
use motcua_engine::view::{FOUND_MAX, Found, InboxQuery, Narrowing, Queue};
use motcua_testcity::{BEES, BIRTH, HOA_CUONG, Named, Office, Officer, TestCity};

/// The names of what waits for somebody.
fn work(officer: &Officer<'_>) -> Vec<String> {
    let inbox = officer.inbox(Queue::Mine);
    let counted = inbox.queues.iter().find(|known| known.queue == Queue::Mine);
    assert_eq!(counted.map(|known| known.count as usize), Some(inbox.rows.len()));
    assert_eq!(inbox.count as usize, inbox.rows.len());
    inbox.rows.into_iter().map(|row| row.name).collect()
}

#[test]
fn a_case_is_the_work_of_whoever_must_act_next_and_of_nobody_else() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let lookers = [
        city.officer(Role::FinanceOfficer),
        city.officer(Role::CentreDirector),
        city.officer(Role::Watcher),
    ];
    let all = [
        &office.desk,
        &office.division,
        &office.specialist,
        &office.head,
        &office.clerk,
        &office.counter,
        &lookers[0],
        &lookers[1],
        &lookers[2],
    ];
    let only = |whose: &Officer<'_>, case: &str| {
        for officer in all {
            let expected = if officer.staff.id == whose.staff.id {
                vec![case.to_owned()]
            } else {
                Vec::new()
            };
            assert_eq!(work(officer), expected, "{:?}", officer.staff.roles);
        }
    };
    let sent = city.resident("Trần Văn An").asks_for_bees();
    only(&office.desk, &sent.case_name());
    let case = office.desk.accepts(&sent).case_name();
    only(&office.desk, &case);
    office.desk.hands_over(&case);
    only(&office.division, &case);
    office.division.assigns(&case, &office.specialist);
    only(&office.specialist, &case);
    office.specialist.examines(&case, true);
    only(&office.specialist, &case);
    office.specialist.drafts(&case, OutcomeKind::Granted, "");
    only(&office.head, &case);
    office.head.signs(&case);
    only(&office.clerk, &case);
    office.clerk.issues(&case);
    only(&office.counter, &case);
    office.counter.returns(&case);
    assert!(all.into_iter().all(|officer| work(officer).is_empty()));
    city.worker_runs();
}

#[test]
fn an_answered_supplement_is_the_desks_work_and_a_request_to_withdraw_the_heads() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let an = city.resident("Trần Văn An");
    let case = office.takes_in(&an.asks_for_bees()).case_name();
    office
        .specialist
        .asks_for(&case, &[("anh-ban-cong", true, "Ảnh mờ")]);
    assert!(work(&office.desk).is_empty(), "it is the applicant's turn");
    assert!(work(&office.specialist).is_empty());
    an.completes(&case);
    assert_eq!(work(&office.desk), [case.as_str()]);
    office.desk.confirms(&case);
    assert!(work(&office.desk).is_empty());

    assert!(work(&office.head).is_empty());
    an.asks_to_withdraw(&case, "Tôi chuyển nhà");
    assert_eq!(work(&office.head), [case.as_str()]);
    office.head.decides_withdrawal(&case, false, "Đã ký");
    assert!(work(&office.head).is_empty());
    city.worker_runs();
}

#[test]
fn a_colleagues_case_is_not_ones_own_work() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let other = city.officer(Role::Specialist);
    let case = office
        .takes_in(&city.resident("Trần Văn An").asks_for_bees())
        .case_name();
    assert_eq!(work(&office.specialist), [case.as_str()]);
    assert!(work(&other).is_empty());
    city.worker_runs();
}

#[test]
fn the_next_case_is_the_earliest_that_is_not_this_one_and_neighbours_keep_their_order() {
    let city = TestCity::new();
    let desk = city.officer(Role::ReceivingOfficer);
    let mut names = Vec::new();
    for name in ["Trần Văn An", "Lê Thị Bình", "Phan Văn Chung"] {
        names.push(city.resident(name).asks_for_bees().case_name());
        city.hours_pass(1);
    }
    let next = |name: &str| {
        city.engine
            .next_case(&desk.staff, Queue::Mine, name)
            .expect("a queue")
    };
    assert_eq!(next(&names[0]), Some(names[1].clone()));
    assert_eq!(
        next(&names[2]),
        Some(names[0].clone()),
        "not the one behind it: the earliest"
    );
    let beside = |name: &str| {
        let found = city
            .engine
            .neighbours(&desk.staff, Queue::Mine, name)
            .expect("a queue");
        (found.before, found.after)
    };
    assert_eq!(beside(&names[0]), (None, Some(names[1].clone())));
    assert_eq!(
        beside(&names[1]),
        (Some(names[0].clone()), Some(names[2].clone()))
    );
    assert_eq!(beside(&names[2]), (Some(names[1].clone()), None));
    city.worker_runs();
}

#[test]
fn a_search_by_name_or_number_keeps_to_ones_rights_and_is_on_record_before_the_answer() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let an = city.resident("Trần Văn An");
    let case = office.desk.accepts(&an.asks_for_bees()).case_name();
    let finds =
        |officer: &Officer<'_>, typed: &str| city.engine.find(&officer.staff, typed).expect("a search");
    let names = |found: Found| match found {
        Found::Cases(rows) => rows.into_iter().map(|row| row.name).collect(),
        other => panic!("{other:?}"),
    };
    let before = an.tracks(&case).looks;
    let number = an.person.personal_number.clone().expect("a number");
    for typed in ["Trần Văn An", "tran van", "văn an", number.reveal()] {
        let found: Vec<String> = names(finds(&office.desk, typed));
        assert_eq!(found, [case.as_str()], "{typed}");
    }
    assert_eq!(
        an.tracks(&case).looks,
        before + 4,
        "the resident sees that they were looked for"
    );
    assert_eq!(finds(&office.desk, &case), Found::Case(case.clone()));

    let outsider = city.officer_of(HOA_CUONG, &[Role::ReceivingOfficer]);
    for typed in ["Trần Văn An", number.reveal(), case.as_str()] {
        assert_eq!(
            finds(&outsider, typed),
            Found::Nothing,
            "not even that it exists: {typed}"
        );
    }
    assert_eq!(finds(&city.officer(Role::Watcher), "Trần Văn An"), Found::Nothing);
    assert_eq!(finds(&office.desk, "An"), Found::TooLittle);
    city.worker_runs();
}

#[test]
fn a_common_name_lists_nobody() {
    let city = TestCity::new();
    let desk = city.officer(Role::ReceivingOfficer);
    for _ in 0..=FOUND_MAX {
        city.resident("Nguyễn Văn An").asks_for_bees();
    }
    let found = city.engine.find(&desk.staff, "nguyễn văn").expect("a search");
    assert_eq!(found, Found::TooMany);
    city.worker_runs();
}

#[test]
fn a_private_note_is_its_writers_and_stands_in_no_log() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let case = city.resident("Trần Văn An").asks_for_bees().case_name();
    let events = city.case(&case);
    let note = |officer: &Officer<'_>| {
        city.engine
            .beside_case(&officer.staff, &case)
            .expect("a case")
            .note
    };
    let keeps = |text: &str, expected| {
        city.engine
            .keep_note(&office.desk.staff, &case, text, expected)
            .expect("a case")
    };
    assert_eq!(keeps("Gọi lại thứ Sáu", 0), NoteKept::Yes);
    assert_eq!(note(&office.desk).text, "Gọi lại thứ Sáu");
    assert_eq!(
        note(&office.head),
        PrivateNote::default(),
        "nobody else, not the head"
    );
    assert_eq!(city.case(&case), events);
    let NoteKept::ChangedElsewhere(stands) = keeps("Cửa sổ cũ", 0) else {
        panic!("the other window was first")
    };
    assert_eq!((stands.text.as_str(), stands.version), ("Gọi lại thứ Sáu", 1));
    assert_eq!(keeps("", 1), NoteKept::Yes);
    assert_eq!(note(&office.desk).text, "");
    let outsider = city.officer_of(HOA_CUONG, &[Role::ReceivingOfficer]);
    let hidden = city.engine.keep_note(&outsider.staff, &case, "x", 0);
    assert!(matches!(hidden, Err(UseError::NotFound)));
    city.worker_runs();
}

#[test]
fn the_time_a_file_was_open_is_the_heads_to_see_and_stops_at_the_next_look() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let first = city.resident("Trần Văn An").asks_for_bees().case_name();
    let second = city.resident("Lê Thị Bình").asks_for_bees().case_name();
    let opens = |name: &str| city.engine.opens_file(&office.desk.staff, name).expect("a case");
    let minutes = |count: i64| city.clock.advance(count * 60_000);
    opens(&first);
    minutes(3);
    opens(&second);
    minutes(40);
    city.engine.leaves_file(&office.desk.staff).expect("a desk");
    let open = |officer: &Officer<'_>, name: &str| {
        city.engine
            .beside_case(&officer.staff, name)
            .expect("a case")
            .time_open
    };
    let seen = open(&office.head, &first).expect("the head sees it");
    assert_eq!((seen.millis, seen.times), (3 * 60_000, 1));
    assert_eq!(
        open(&office.head, &second).map(|open| open.millis),
        Some(15 * 60_000)
    );
    assert_eq!(
        open(&office.desk, &first),
        None,
        "no measure for colleagues to compare"
    );
    city.worker_runs();
}

#[test]
fn whoever_files_the_same_again_is_told_and_so_is_the_officer() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let an = city.resident("Trần Văn An");
    assert!(
        city.engine
            .filed_already(an.person.id, BEES)
            .expect("a person")
            .is_empty()
    );
    let first = an.asks_for_bees().case_name();
    city.resident("Lê Thị Bình").asks_for_bees();
    let own = city.engine.filed_already(an.person.id, BEES).expect("a person");
    assert_eq!(
        own.iter().map(|filing| filing.name.as_str()).collect::<Vec<_>>(),
        [first.as_str()]
    );
    let second = an.asks_for_bees().case_name();
    let again = |name: &str| {
        let beside = city.engine.beside_case(&office.desk.staff, name).expect("a case");
        beside
            .filed_again
            .into_iter()
            .map(|filing| filing.name)
            .collect::<Vec<_>>()
    };
    assert_eq!(again(&second), [first.as_str()]);
    an.recalls(&first);
    assert_eq!(again(&second), [first.as_str()], "closed, but not a month ago");
    city.days_pass(31);
    assert!(again(&second).is_empty(), "closed and old");
    assert_eq!(again(&first), [second.as_str()], "open, however old");
    city.worker_runs();
}

#[test]
fn a_saved_view_is_kept_under_its_name_and_counts_its_cases() {
    let city = TestCity::new();
    let desk = city.officer(Role::ReceivingOfficer);
    city.resident("Trần Văn An").asks_for_bees();
    let view = |name: &str, procedure: &str, version| SavedView {
        name: name.to_owned(),
        queue: Queue::Intake,
        narrowing: Narrowing {
            procedure: Some(procedure.to_owned()),
            ..Narrowing::default()
        },
        version,
    };
    let keeps = |view: &SavedView| city.engine.keep_view(&desk.staff, view).expect("a desk");
    assert_eq!(keeps(&view("Ong", BEES, 0)), ViewKept::Yes);
    assert_eq!(keeps(&view("Ong", BIRTH, 0)), ViewKept::NameTaken);
    assert_eq!(keeps(&view(" ", BEES, 0)), ViewKept::NameUnusable);
    assert_eq!(keeps(&view("Khai sinh", BIRTH, 0)), ViewKept::Yes);
    let inbox = desk.inbox(Queue::Mine);
    let counted: Vec<(&str, u32)> = inbox
        .views
        .iter()
        .map(|(view, count)| (view.name.as_str(), *count))
        .collect();
    assert_eq!(counted, [("Khai sinh", 0), ("Ong", 1)]);
    let narrowed = InboxQuery {
        queue: Queue::Intake,
        narrowing: view("", BIRTH, 0).narrowing,
        after: None,
        limit: 50,
    };
    let narrowed = city.engine.inbox(&desk.staff, &narrowed).expect("an inbox");
    assert_eq!((narrowed.rows.len(), narrowed.count), (0, 0));
    assert!(
        city.officer(Role::Clerk).inbox(Queue::Mine).views.is_empty(),
        "a colleague has their own"
    );
    for n in 0..VIEWS_MAX - 2 {
        assert_eq!(keeps(&view(&format!("Số {n}"), BEES, 0)), ViewKept::Yes);
    }
    assert_eq!(keeps(&view("Một nữa", BEES, 0)), ViewKept::TooMany);
    city.engine.drop_view(&desk.staff, "Ong").expect("a desk");
    assert_eq!(
        city.engine.saved_views(&desk.staff).expect("a desk").len(),
        VIEWS_MAX - 1
    );
    city.worker_runs();
}
