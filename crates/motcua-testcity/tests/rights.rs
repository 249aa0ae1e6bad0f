//! Who sees what, and that every look is on record before anything is shown.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use motcua_domain::access::{Actor, Denied, Role};
use motcua_domain::case::{Author, Command};
use motcua_engine::changes::AccessedThing;
use motcua_engine::engine::UseError;
use motcua_engine::ports::{CaseStore as _, DraftStore as _};
use motcua_engine::rows::NEVER;
use motcua_engine::view::Queue;
use motcua_testcity::{HOA_CUONG, Office, Resident, TestCity};

fn looks(city: &TestCity, of: &Resident<'_>) -> Vec<motcua_engine::changes::Access> {
    city.store.accesses_of(of.person.id, NEVER, 100).unwrap()
}

#[test]
fn opening_a_case_is_on_record_with_who_where_and_why() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let office = Office::of(&city);
    let sent = lan.asks_for_bees();
    assert!(
        looks(&city, &lan).is_empty(),
        "the resident's own looks are no looks of the city"
    );
    city.hours_pass(1);
    office.desk.opens(&sent);
    let look = looks(&city, &lan).pop().unwrap();
    assert_eq!(
        (look.at, look.what, look.ground.as_str()),
        (city.now(), AccessedThing::Case, "receiving-desk")
    );
    let by = Author::Staff {
        staff: office.desk.staff.id,
        role: "receiving_officer".to_owned(),
    };
    assert_eq!(
        (look.by, look.agency, look.case),
        (by, Some(office.desk.staff.agency.clone()), Some(sent.case))
    );
    assert_eq!(lan.tracks(&sent).looks, 1);
    let shown = city.engine.looks(lan.person.id).unwrap();
    assert_eq!(
        shown[0].person.as_ref(),
        Some(&office.desk.staff.name),
        "the resident sees who looked"
    );
    assert_eq!(shown[0].case.as_deref(), Some(sent.reference.as_str()));
}

#[test]
fn looking_at_a_paper_is_on_record_too() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let office = Office::of(&city);
    let sent = lan.asks_for_bees();
    let file = office.desk.opens(&sent).papers[0].file;
    let name = sent.reference.as_str();
    let image = city
        .engine
        .paper_image(&office.desk.actor(), name, file, 1)
        .unwrap();
    assert_eq!(image, b"page image of anh-ban-cong");
    let ticket = city
        .engine
        .download_ticket(&office.desk.actor(), name, file)
        .unwrap();
    let (file_name, media_type, bytes) = city.engine.take_download(&ticket).unwrap();
    assert_eq!(
        (file_name.as_str(), media_type.as_str()),
        ("anh.jpg", "image/jpeg")
    );
    assert_eq!(bytes, b"photo of anh-ban-cong");
    assert!(
        matches!(city.engine.take_download(&ticket), Err(UseError::NotFound)),
        "an address works once"
    );
    let papers = looks(&city, &lan)
        .into_iter()
        .filter(|look| look.what == AccessedThing::Paper)
        .count();
    assert_eq!(papers, 2);
}

#[test]
fn a_paper_of_one_case_is_not_reached_through_another() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let minh = city.resident("Trần Văn Minh");
    let (hers, his) = (lan.asks_for_bees(), minh.asks_for_bees());
    let file = city.case(&hers).papers[0].file;
    let asked = city
        .engine
        .paper_image(&minh.actor(), his.reference.as_str(), file, 1);
    assert!(matches!(asked, Err(UseError::NotFound)));
    assert!(city.store.file(file).unwrap().is_some());
}

#[test]
fn a_strangers_case_is_not_found_and_leaves_no_record() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let minh = city.resident("Trần Văn Minh");
    let elsewhere = city.officer_of(HOA_CUONG, &Role::ALL);
    let admin = city.officer(Role::TechnicalAdmin);
    let sent = lan.asks_for_bees();
    let office = Office::of(&city);
    let accepted = office.desk.accepts(&sent);
    let before = looks(&city, &lan).len();
    city.worker_runs();

    for name in [
        sent.reference.as_str(),
        accepted.number.as_ref().unwrap().as_str(),
    ] {
        assert!(
            matches!(minh.tries_to_track(name), Err(UseError::NotFound)),
            "{name}"
        );
        assert!(
            matches!(minh.tries(name, Command::Recall), Err(UseError::NotFound)),
            "{name}"
        );
        for stranger in [&elsewhere, &admin] {
            assert!(
                matches!(stranger.tries_to_open(name), Err(UseError::NotFound)),
                "{name}"
            );
            assert!(
                matches!(stranger.tries_to_accept(name), Err(UseError::NotFound)),
                "{name}"
            );
            assert!(
                matches!(
                    stranger.tries(name, |_| Command::SignOutcome),
                    Err(UseError::NotFound)
                ),
                "{name}"
            );
            assert_eq!(city.engine.find_case(&stranger.staff, name).unwrap(), None);
        }
        for actor in [minh.actor(), elsewhere.actor(), admin.actor()] {
            let file = accepted.papers[0].file;
            assert!(matches!(
                city.engine.paper_image(&actor, name, file, 1),
                Err(UseError::NotFound)
            ));
            assert!(matches!(
                city.engine.download_ticket(&actor, name, file),
                Err(UseError::NotFound)
            ));
            assert!(matches!(
                city.engine.legal_paper(&actor, name, "form-01"),
                Err(UseError::NotFound)
            ));
        }
    }
    assert_eq!(
        looks(&city, &lan).len(),
        before,
        "nothing was seen, so nothing is on record"
    );
}

#[test]
fn a_stranger_cannot_tell_a_case_that_exists_from_one_that_does_not() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let minh = city.resident("Trần Văn Minh");
    let sent = lan.asks_for_bees();
    let real = minh.tries_to_track(&sent).unwrap_err();
    let invented = minh.tries_to_track("GN-00000-00002").unwrap_err();
    assert_eq!(format!("{real:?}"), format!("{invented:?}"));
}

#[test]
fn a_technical_administrator_sees_accounts_and_no_case() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    lan.asks_for_bees();
    let admin = city.officer(Role::TechnicalAdmin);
    for queue in Queue::ALL {
        let inbox = admin.inbox(queue);
        assert!(inbox.rows.is_empty(), "{queue:?}");
        assert!(
            inbox.queues.iter().all(|count| count.count == 0),
            "a count is a look too"
        );
    }
    assert!(
        !city
            .engine
            .staff_list(&admin.actor(), &admin.staff.agency)
            .unwrap()
            .is_empty()
    );
    let desk = city.officer(Role::ReceivingOfficer);
    let asked = city.engine.staff_list(&desk.actor(), &desk.staff.agency);
    assert!(matches!(asked, Err(UseError::Denied(Denied::NotYourOffice))));
}

#[test]
fn an_inbox_shows_the_own_agencys_cases_only() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    lan.asks_for_bees();
    let here = city.officer(Role::ReceivingOfficer);
    let there = city.officer_of(HOA_CUONG, &[Role::ReceivingOfficer]);
    let names = |inbox: motcua_engine::view::InboxView| {
        inbox
            .rows
            .into_iter()
            .map(|row| row.applicant)
            .collect::<Vec<_>>()
    };
    assert_eq!(names(here.inbox(Queue::Mine)), ["Nguyễn Thị Lan"]);
    assert!(names(there.inbox(Queue::Mine)).is_empty());
}

#[test]
fn anybody_who_knows_a_number_sees_progress_and_nothing_else() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let office = Office::of(&city);
    let accepted = office.desk.accepts(&lan.asks_for_bees());
    let number = accepted.number.unwrap();
    let progress = city.engine.progress(number.as_str()).unwrap();
    assert_eq!(progress.status, motcua_domain::case::NationalStatus::Accepted);
    assert!(!format!("{progress:?}").contains("Lan"));
    assert!(matches!(
        city.engine.progress("H17.20242-261130-9999"),
        Err(UseError::NotFound)
    ));
}

#[test]
fn a_draft_is_its_owners_alone() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let minh = city.resident("Trần Văn Minh");
    let draft = lan.starts(motcua_testcity::BEES);
    let engine = &city.engine;
    assert!(matches!(
        engine.open_draft(&minh.person, draft),
        Err(UseError::NotFound)
    ));
    assert!(matches!(
        engine.save_page(&minh.person, draft, "so-to", &[]),
        Err(UseError::NotFound)
    ));
    assert!(matches!(
        engine.discard_draft(&minh.person, draft),
        Err(UseError::NotFound)
    ));
    assert!(matches!(
        engine.check_draft(&minh.person, draft),
        Err(UseError::NotFound)
    ));
    assert!(city.store.draft(draft).unwrap().is_some());
}

#[test]
fn nobody_but_the_applicant_acts_for_the_applicant() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let sent = lan.asks_for_bees();
    let everything = city.officer_of(motcua_testcity::HAI_CHAU, &Role::ALL);
    let asked = everything.tries(&sent, |_| Command::Recall);
    assert!(matches!(asked, Err(UseError::Denied(Denied::NotYourOffice))));
    assert!(matches!(
        motcua_domain::access::may_send(&Actor::System),
        Err(Denied::NotYourOffice)
    ));
}
