//! The worker: at least once, never for nothing, later when it cannot, and never for ever.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use motcua_domain::time::Instant;
use motcua_engine::ports::{CaseStore as _, MailError, OutboxStore as _, PaperKind};
use motcua_engine::worker::Turn;
use motcua_testcity::{Office, TestCity};

fn counts(city: &TestCity) -> (u64, u64) {
    city.store.outbox_counts().unwrap()
}

#[test]
fn a_commit_wakes_the_worker_and_what_left_is_gone_from_the_outbox() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let before = city.wakings();
    lan.asks_for_bees();
    assert_eq!(city.wakings(), before + 1);
    assert_eq!(counts(&city), (2, 0));
    assert_eq!(city.worker_runs(), Turn { done: 2, failed: 0 });
    assert_eq!(counts(&city), (0, 0));
    assert_eq!(city.worker_runs(), Turn::default(), "nothing is done for nothing");
}

#[test]
fn a_paper_leaves_before_the_letter_about_it() {
    for _ in 0..8 {
        let city = TestCity::new();
        let lan = city.resident("Nguyễn Thị Lan");
        lan.asks_for_bees();
        let waiting = city
            .store
            .claim(city.now(), city.now().plus_millis(1), 9)
            .unwrap();
        let subjects: Vec<_> = waiting.iter().map(|item| item.message.subject.as_str()).collect();
        assert_eq!(subjects, ["sending-receipt", "sent"]);
        city.hours_pass(1);
    }
}

#[test]
fn a_letter_that_cannot_leave_now_is_tried_again_later_with_the_same_key() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    lan.asks_for_bees();
    let temporary = || MailError::Temporary("greylisted".to_owned());
    city.letters.will_fail([temporary(), temporary()]);
    assert_eq!(city.worker_runs(), Turn { done: 1, failed: 1 });
    assert_eq!(city.worker_runs(), Turn::default(), "not at once");
    city.clock.advance(60_000);
    assert_eq!(city.worker_runs(), Turn { done: 0, failed: 1 });
    city.clock.advance(60_000);
    assert_eq!(
        city.worker_runs(),
        Turn::default(),
        "the second wait is longer than the first"
    );
    city.clock.advance(60_000);
    assert_eq!(city.worker_runs(), Turn { done: 1, failed: 0 });
    assert_eq!(city.letters.all().len(), 1);
}

#[test]
fn a_letter_that_can_never_leave_is_kept_for_people_at_once() {
    let city = TestCity::new();
    city.may_leave_work();
    let lan = city.resident("Nguyễn Thị Lan");
    lan.asks_for_bees();
    city.letters
        .will_fail([MailError::Permanent("no such mailbox".to_owned())]);
    city.worker_runs();
    assert_eq!(counts(&city), (0, 1));
    city.days_pass(30);
    assert_eq!(city.worker_runs(), Turn::default());
}

#[test]
fn a_letter_is_given_up_after_twelve_attempts() {
    let city = TestCity::new();
    city.may_leave_work();
    let lan = city.resident("Nguyễn Thị Lan");
    lan.asks_for_bees();
    city.letters
        .will_fail((0..50).map(|_| MailError::Temporary("down".to_owned())));
    let mut attempts = 0;
    while counts(&city).0 > 0 {
        attempts += city.worker_runs().failed;
        city.hours_pass(2);
    }
    assert_eq!((attempts, counts(&city)), (12, (0, 1)));
}

#[test]
fn a_worker_that_died_is_followed_by_another_when_its_lease_ends() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    lan.asks_for_bees();
    let claimed = city
        .store
        .claim(city.now(), city.now().plus_millis(120_000), 32)
        .unwrap();
    assert_eq!(claimed.len(), 2);
    assert_eq!(city.worker_runs(), Turn::default(), "another one holds them");
    city.clock.advance(120_000);
    assert_eq!(city.worker_runs(), Turn { done: 2, failed: 0 });
}

#[test]
fn a_paper_that_was_printed_before_the_worker_died_is_not_printed_twice() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let sent = lan.asks_for_bees();
    // Taken by two workers at once: the first prints while the other's lease still says that it does.
    let item = city
        .store
        .claim(city.now(), city.now(), 1)
        .unwrap()
        .pop()
        .unwrap();
    city.worker_runs();
    let papers = city.store.papers(sent.case).unwrap();
    assert_eq!(
        papers.iter().map(|paper| paper.id.raw()).collect::<Vec<_>>(),
        [item.message.id.raw()]
    );
    assert_eq!(city.press.of(PaperKind::SendingReceipt).len(), 1);
}

#[test]
fn a_press_that_fails_prints_later_and_the_letter_does_not_wait_for_it() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    lan.asks_for_bees();
    city.press.will_fail(1);
    assert_eq!(city.worker_runs(), Turn { done: 1, failed: 1 });
    assert!(city.press.all().is_empty());
    city.clock.advance(60_000);
    city.worker_runs();
    assert_eq!(city.press.of(PaperKind::SendingReceipt).len(), 1);
}

#[test]
fn a_paper_printed_late_says_what_was_true_when_it_was_ordered() {
    let city = TestCity::with(|facts| {
        motcua_testcity::bees::supplement(facts, motcua_domain::catalogue::PolicyEffect::Restart);
    });
    let lan = city.resident("Nguyễn Thị Lan");
    let office = Office::of(&city);
    let sent = lan.asks_for_bees();
    city.worker_runs();
    city.hours_pass(1);
    office.desk.accepts(&sent);
    // The press is out of order for three days; meanwhile the clock restarts and others take the case.
    city.days_pass(1);
    office.desk.hands_over(&sent);
    office.division.assigns(&sent, &office.specialist);
    office
        .specialist
        .asks_for(&sent, &[("anh-ban-cong", true, "Chụp lại")]);
    city.days_pass(1);
    lan.completes(&sent);
    office.desk.confirms(&sent);
    city.days_pass(1);
    city.worker_runs();

    let first = &city.press.of(PaperKind::Form01)[0].facts;
    assert_eq!(
        first.due.unwrap().at,
        Instant::parse("2026-12-07T09:00:00+07:00").unwrap()
    );
    assert_eq!(first.officer.as_ref(), Some(&office.desk.staff.name));
    let letter = city
        .letters
        .all()
        .into_iter()
        .find(|letter| letter.key == "accepted")
        .unwrap();
    assert_eq!(
        letter.due.unwrap().at,
        Instant::parse("2026-12-07T09:00:00+07:00").unwrap()
    );
    let second = &city.press.of(PaperKind::Form01)[1].facts;
    assert_eq!(
        second.due.unwrap().at,
        Instant::parse("2026-12-09T09:00:00+07:00").unwrap()
    );
}

#[test]
fn whoever_gave_no_address_finds_the_news_in_their_inbox() {
    use motcua_engine::ports::PeopleStore as _;
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let identity = motcua_engine::session::Identity {
        subject: lan.person.subject.clone().unwrap(),
        name: lan.person.name.clone(),
        personal_number: None,
        born_on: None,
        phone: None,
        email: None,
        address: None,
    };
    let silent = city.engine.recognise(identity).unwrap();
    assert_eq!(silent.id, lan.person.id);
    lan.asks_for_bees();
    assert_eq!(city.worker_runs(), Turn { done: 2, failed: 0 });
    assert!(city.letters.all().is_empty());
    let notices = city.store.notices(lan.person.id, 10).unwrap();
    assert_eq!(
        notices
            .iter()
            .map(|notice| notice.key.as_str())
            .collect::<Vec<_>>(),
        ["sent"]
    );
}
