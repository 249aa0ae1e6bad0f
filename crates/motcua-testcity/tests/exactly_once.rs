//! What is done once stays done once, however often and by however many it is asked at the same time.

use std::collections::BTreeSet;
use std::sync::Barrier;

use motcua_domain::case::{NumberSeries, OutcomeKind, fold};
use motcua_engine::case::decode;
use motcua_engine::changes::StreamKey;
use motcua_engine::engine::UseError;
use motcua_engine::ports::CaseStore as _;
use motcua_testcity::{BEES, HAI_CHAU, Office, TestCity};

#[test]
fn a_second_sending_of_a_draft_is_answered_as_the_first_one() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let draft = lan.starts(BEES);
    lan.fills_in(draft);
    let first = lan.sends(draft);
    city.days_pass(2);
    assert_eq!(
        lan.sends(draft),
        first,
        "the answer of the first call, its moment included"
    );
    assert_eq!(city.engine.my_cases(lan.person.id, 10).unwrap().len(), 1);
    assert_eq!(
        city.engine
            .sending(&lan.person, first.reference.as_str())
            .unwrap(),
        first
    );
}

#[test]
fn twenty_sendings_at_once_make_one_case_with_one_reference() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    for _ in 0..5 {
        let draft = lan.starts(BEES);
        lan.fills_in(draft);
        let start = Barrier::new(20);
        let references: BTreeSet<String> = std::thread::scope(|threads| {
            let sending = || {
                start.wait();
                lan.sends(draft).reference.as_str().to_owned()
            };
            let all: Vec<_> = (0..20).map(|_| threads.spawn(sending)).collect();
            all.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert_eq!(references.len(), 1);
    }
    assert_eq!(city.engine.my_case_count(lan.person.id).unwrap(), 5);
    assert!(
        city.engine.drafts(lan.person.id).unwrap().is_empty(),
        "a draft that was sent is spent"
    );
}

#[test]
fn nobody_else_meets_the_case_of_a_sent_draft() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let minh = city.resident("Trần Văn Minh");
    let draft = lan.starts(BEES);
    lan.fills_in(draft);
    assert!(matches!(minh.tries_to_send(draft), Err(UseError::NotFound)));
    let sent = lan.sends(draft);
    assert!(matches!(minh.tries_to_send(draft), Err(UseError::NotFound)));
    assert!(matches!(
        city.engine.sending(&minh.person, sent.reference.as_str()),
        Err(UseError::NotFound)
    ));
}

#[test]
fn sixteen_desks_at_once_give_every_case_its_own_number_and_leave_no_gap() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let desk = city.officer(motcua_domain::access::Role::ReceivingOfficer);
    let sent: Vec<_> = (0..48).map(|_| lan.asks_for_bees()).collect();
    let start = Barrier::new(16);
    let numbers: BTreeSet<String> = std::thread::scope(|threads| {
        let all: Vec<_> = sent
            .chunks(3)
            .map(|mine| {
                let (desk, start) = (&desk, &start);
                threads.spawn(move || {
                    start.wait();
                    mine.iter()
                        .map(|one| desk.accepts(one).number.unwrap().to_string())
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        all.into_iter()
            .flat_map(|thread| thread.join().unwrap())
            .collect()
    });
    assert_eq!(numbers.len(), 48);
    let series = NumberSeries::of_cases("H17.20242", city.today());
    let given = city.store.numbers(series.key()).unwrap();
    assert_eq!(
        given.iter().map(|(number, _)| *number).collect::<Vec<_>>(),
        (1..=48).collect::<Vec<_>>()
    );
    let cases: BTreeSet<_> = given.iter().map(|(_, case)| *case).collect();
    assert_eq!(cases.len(), 48, "every number explains itself by its case");
}

#[test]
fn a_case_that_two_officers_accept_at_once_gets_one_number() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let desk = city.officer(motcua_domain::access::Role::ReceivingOfficer);
    for _ in 0..10 {
        let sent = lan.asks_for_bees();
        let start = Barrier::new(2);
        let accepted = std::thread::scope(|threads| {
            let accept = || {
                start.wait();
                desk.tries_to_accept(&sent)
            };
            let (one, other) = (threads.spawn(accept), threads.spawn(accept));
            [one.join().unwrap(), other.join().unwrap()]
        });
        let refused: Vec<_> = accepted
            .iter()
            .filter_map(|result| result.as_ref().err())
            .collect();
        assert_eq!(refused.len(), 1);
        assert!(
            matches!(refused[0], UseError::Changed | UseError::Refused(_)),
            "{:?}",
            refused[0]
        );
    }
    let series = NumberSeries::of_cases("H17.20242", city.today());
    assert_eq!(
        city.store.numbers(series.key()).unwrap().len(),
        10,
        "a lost race takes no number"
    );
}

#[test]
fn numbers_begin_anew_with_each_day_and_each_ward_and_results_with_each_year() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let office = Office::of(&city);
    let number = |case: &motcua_domain::case::Case| case.number.clone().unwrap().to_string();
    let first = lan.asks_for_bees();
    let second = lan.asks_for_bees();
    assert_eq!(number(&office.desk.accepts(&first)), "H17.20242-261130-0001");
    assert_eq!(number(&office.desk.accepts(&second)), "H17.20242-261130-0002");
    city.days_pass(1);
    let third = lan.asks_for_bees();
    assert_eq!(number(&office.desk.accepts(&third)), "H17.20242-261201-0001");
    let draft = lan.starts(BEES);
    lan.fills_in(draft);
    lan.chooses(draft, motcua_testcity::HOA_CUONG);
    let elsewhere = lan.sends(draft);
    let other_desk = city.officer_of(
        motcua_testcity::HOA_CUONG,
        &[motcua_domain::access::Role::ReceivingOfficer],
    );
    assert_eq!(number(&other_desk.accepts(&elsewhere)), "H17.20257-261201-0001");

    let mut issued = Vec::new();
    for case in [&first, &second] {
        office.desk.hands_over(case);
        office.division.assigns(case, &office.specialist);
        issued.push(office.grants(case).outcome.unwrap());
    }
    city.it_becomes("2027-01-04T08:00");
    office.desk.hands_over(&third);
    office.division.assigns(&third, &office.specialist);
    issued.push(office.grants(&third).outcome.unwrap());
    let books: Vec<_> = issued
        .iter()
        .map(|outcome| (outcome.document_number, outcome.year))
        .collect();
    assert_eq!(books, [(1, 2026), (2, 2026), (1, 2027)]);
    assert_eq!(HAI_CHAU, "48-20242");
}

#[test]
fn an_act_gives_the_case_that_its_log_tells_of_with_the_numbers_it_took() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let office = Office::of(&city);
    let told = |id| {
        let records = city.store.events(&StreamKey::case(id)).unwrap();
        let log: Vec<_> = records.iter().map(|record| decode(record).unwrap()).collect();
        fold(&log).unwrap()
    };
    let accepted = office.desk.accepts(&lan.asks_for_bees());
    assert!(accepted.number.is_some());
    assert_eq!(accepted, told(accepted.id));
    office.desk.hands_over(&accepted);
    office.division.assigns(&accepted, &office.specialist);
    office.specialist.examines(&accepted, true);
    office.specialist.drafts(&accepted, OutcomeKind::Granted, "");
    office.head.signs(&accepted);
    let issued = office.clerk.issues(&accepted);
    assert_eq!(issued.outcome.as_ref().unwrap().document_number, 1);
    assert_eq!(issued, told(issued.id));
    city.worker_runs();
}
