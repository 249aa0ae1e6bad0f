//! What the desk of an officer shows: whose work a case is, what comes next, how late it was.

use motcua_domain::access::Role;
use motcua_domain::case::OutcomeKind;
use motcua_engine::view::Queue;
use motcua_testcity::{Named, Office, Officer, TestCity};

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
