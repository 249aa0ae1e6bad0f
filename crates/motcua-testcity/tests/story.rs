//! The whole story of one case, with what each side sees at every moment.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use motcua_domain::access::Role;
use motcua_domain::case::{CommandKind, NationalStatus, OutcomeKind, Party, Step};
use motcua_domain::time::{Instant, TimeLimit};
use motcua_engine::ports::PaperKind;
use motcua_engine::view::{DaysLeft, NextStep, Queue, YourPart};
use motcua_testcity::{Office, TestCity, bees};

fn at(moment: &str) -> Instant {
    Instant::parse(&format!("{moment}:00+07:00")).unwrap()
}

fn letters(city: &TestCity) -> Vec<String> {
    city.letters.all().into_iter().map(|letter| letter.key).collect()
}

fn papers(city: &TestCity) -> Vec<&'static str> {
    city.press.all().iter().map(|order| order.kind.name()).collect()
}

#[test]
fn a_case_goes_from_the_first_question_to_the_result_in_the_residents_hands() {
    let city = TestCity::with(|facts| bees::promise(facts, TimeLimit::WorkingDays(3)));
    let lan = city.resident("Nguyễn Thị Lan");
    let office = Office::of(&city);

    let sent = lan.asks_for_bees();
    assert_eq!(
        sent.answer_due.at,
        at("2026-12-01T08:00"),
        "eight working hours from Monday 08:00"
    );
    let seen = lan.tracks(&sent);
    assert_eq!(
        (seen.status, seen.number, seen.clock),
        (NationalStatus::New, None, None)
    );
    assert_eq!(
        (seen.holder.party, seen.next),
        (Party::ReceivingOfficer, NextStep::DeskAnswers)
    );
    city.worker_runs();
    assert_eq!(
        (letters(&city), papers(&city)),
        (vec!["sent".to_owned()], vec!["sending-receipt"])
    );

    city.it_becomes("2026-11-30T15:30");
    let accepted = office.desk.accepts(&sent);
    assert_eq!(
        accepted.number.as_ref().unwrap().as_str(),
        "H17.20242-261130-0001"
    );
    let seen = lan.tracks(&accepted);
    assert_eq!(seen.status, NationalStatus::Accepted);
    let clock = seen.clock.unwrap();
    assert_eq!(
        (clock.limit, clock.original.at),
        (TimeLimit::WorkingDays(5), at("2026-12-07T15:30"))
    );
    assert_eq!(clock.promised.unwrap().at, at("2026-12-03T15:30"));
    let desk = office.desk.opens(&accepted);
    assert_eq!(
        desk.handover_by,
        Some(at("2026-12-01T07:00")),
        "after 15:00: the start of the next working day"
    );
    city.worker_runs();
    assert_eq!(
        (letters(&city).len(), papers(&city).last().copied()),
        (2, Some("form-01"))
    );
    let form_01 = &city.press.of(PaperKind::Form01)[0].facts;
    assert_eq!(form_01.name, "H17.20242-261130-0001");
    assert_eq!(form_01.due.unwrap().at, at("2026-12-07T15:30"));
    assert_eq!(form_01.applicant, "Nguyễn Thị Lan");

    assert_eq!(office.desk.hands_over(&accepted).step, Step::HandedOver);
    assert_eq!(office.division.inbox(Queue::Unassigned).rows.len(), 1);
    assert_eq!(
        office.division.assigns(&accepted, &office.specialist).step,
        Step::Appraisal
    );
    let seen = lan.tracks(&accepted);
    assert_eq!(
        (seen.status, seen.next),
        (NationalStatus::InProcess, NextStep::Examine)
    );
    assert_eq!(seen.holder.person, Some(office.specialist.staff.name.clone()));

    city.it_becomes("2026-12-02T09:00");
    assert_eq!(office.specialist.opens(&accepted).left, DaysLeft::WorkingDays(3));
    office.specialist.examines(&accepted, true);
    office.specialist.drafts(&accepted, OutcomeKind::Granted, "");
    office.head.signs(&accepted);
    let issued = office.clerk.issues(&accepted);
    let outcome = issued.outcome.as_ref().unwrap();
    assert_eq!(
        (outcome.document_number, outcome.year, outcome.on_time),
        (1, 2026, true)
    );
    assert_eq!(outcome.code.as_deref(), Some("KQ.D01.000001"));
    let seen = lan.tracks(&issued);
    assert_eq!(
        (seen.status, seen.your_part),
        (NationalStatus::Resolved, YourPart::TakeResult)
    );
    assert_eq!(seen.due, None, "the city owes nothing any more");
    city.worker_runs();
    assert_eq!(lan.collects(&issued).step, Step::Delivered);
    assert_eq!(lan.rates(&issued, 5).rating, Some(5));
    assert_eq!(lan.tracks(&issued).status, NationalStatus::Returned);
    city.worker_runs();
    let told = ["sent", "accepted", "assigned", "ready", "returned"];
    assert_eq!(letters(&city), told);
    assert_eq!(
        papers(&city),
        ["sending-receipt", "form-01", "form-06", "outcome"]
    );
    let (name, bytes) = city
        .engine
        .legal_paper(&lan.actor(), "H17.20242-261130-0001", "outcome")
        .unwrap();
    assert_eq!(name, "outcome-H17.20242-261130-0001.pdf");
    assert_eq!(bytes, b"%PDF outcome H17.20242-261130-0001");
}

#[test]
fn the_log_tells_who_did_what_in_which_office() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let office = Office::of(&city);
    let sent = lan.asks_for_bees();
    office.takes_in(&sent);
    office.grants(&sent);
    let mut log = office.head.opens(&sent).log;
    log.reverse();
    let told: Vec<_> = log
        .iter()
        .map(|line| (line.event, line.role.as_deref().unwrap_or("applicant")))
        .collect();
    assert_eq!(
        told,
        [
            ("sent", "applicant"),
            ("accepted", "receiving_officer"),
            ("handed_over", "receiving_officer"),
            ("assigned", "division_head"),
            ("examined", "specialist"),
            ("outcome_drafted", "specialist"),
            ("outcome_signed", "head"),
            ("outcome_issued", "clerk"),
        ]
    );
}

#[test]
fn a_result_on_paper_leaves_the_desk_and_cannot_be_taken_at_home() {
    let city = TestCity::with(bees::ask_how_to_return);
    let minh = city.resident("Trần Văn Minh");
    let office = Office::of(&city);
    let draft = minh.starts(motcua_testcity::BEES);
    minh.fills_in(draft);
    minh.answers(draft, "nhan-ket-qua", &[("return_way", "desk")]);
    let sent = minh.sends(draft);
    office.takes_in(&sent);
    office.grants(&sent);
    assert_eq!(minh.tracks(&sent).your_part, YourPart::CollectAtDesk);
    assert!(!minh.tracks(&sent).can.contains(&CommandKind::CollectResult));
    assert_eq!(office.counter.returns(&sent).step, Step::Delivered);
}

#[test]
fn nothing_that_is_logged_names_anybody() {
    use std::io::Write;
    use std::sync::{Arc, Mutex};

    #[derive(Clone, Default)]
    struct Lines(Arc<Mutex<Vec<u8>>>);
    impl Write for Lines {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    let lines = Lines::default();
    let writer = lines.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    tracing::subscriber::with_default(subscriber, || {
        let city = TestCity::new();
        city.may_leave_work();
        let lan = city.resident("Nguyễn Thị Lan");
        let office = Office::of(&city);
        let sent = lan.asks_for_bees();
        city.letters
            .will_fail([motcua_engine::ports::MailError::Permanent(
                "no such mailbox".to_owned(),
            )]);
        city.worker_runs();
        office.takes_in(&sent);
        office.grants(&sent);
        lan.collects(&sent);
    });
    let logged = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
    assert!(logged.contains("given up"), "the log was listened to");
    for mark in ["Nguyễn Thị Lan", "099195", "+84900", "example.test", "Bạch Đằng"] {
        assert!(!logged.contains(mark), "{mark} is logged: {logged}");
    }
}

#[test]
fn whoever_receives_cannot_examine_and_whoever_examines_cannot_sign() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let office = Office::of(&city);
    let sent = lan.asks_for_bees();
    office.takes_in(&sent);
    let offers = |case: motcua_engine::view::DeskCaseView| {
        let mut kinds: Vec<_> = case.offers.into_iter().map(|offer| offer.kind).collect();
        kinds.sort();
        kinds
    };
    assert!(!offers(office.desk.opens(&sent)).contains(&CommandKind::Examine));
    assert!(!offers(office.specialist.opens(&sent)).contains(&CommandKind::SignOutcome));
    let other = city.officer(Role::Specialist);
    let held_by_another = other.tries(&sent, |_| motcua_domain::case::Command::Examine {
        findings: vec![motcua_domain::case::Finding {
            condition: "lan-can".to_owned(),
            met: true,
        }],
    });
    assert!(held_by_another.is_err(), "a case is examined by whoever holds it");
}
