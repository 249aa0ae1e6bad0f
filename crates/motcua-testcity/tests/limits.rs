//! What a hostile resident or account cannot do: fill the store, push aside, or slip in what nobody asked for.

use motcua_domain::access::Role;
use motcua_domain::case::Author;
use motcua_domain::form::Answer;
use motcua_engine::changes::StreamKey;
use motcua_engine::engine::UseError;
use motcua_engine::filing::{SupplementOutcome, SupplementReply};
use motcua_engine::ports::{CaseStore as _, Inspected};
use motcua_testcity::{BEES, Office, TestCity};

#[test]
fn a_draft_does_not_hold_more_than_its_form_could_ask() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let draft = lan.starts(BEES);
    let form = city.engine.open_draft(&lan.person, draft).unwrap().form.clone();
    let page = form.pages.first().unwrap();
    let question = page.questions.first().unwrap();
    let saves = |length: usize| {
        let given = [(question.id.clone(), Answer::text("a".repeat(length)))];
        city.engine.save_page(&lan.person, draft, &page.id, &given)
    };
    assert!(
        saves(100_000).is_ok(),
        "far over the form's own limit, and kept all the same"
    );
    assert!(matches!(
        saves(300_000),
        Err(UseError::Unusable("draft-too-large"))
    ));
}

#[test]
fn a_passkey_that_somebody_has_enrolled_is_not_taken_over() {
    let city = TestCity::new();
    let admin = city.officer(Role::TechnicalAdmin);
    let head = city.officer(Role::Head);
    let clerk = city.officer(Role::Clerk);
    let enrols = |staff| {
        let (secret, _) = city.engine.invite_staff(&admin.actor(), staff).unwrap();
        city.engine.enrol_passkey(&secret, vec![7], "the key".to_owned())
    };
    enrols(head.staff.id).unwrap();
    assert!(matches!(
        enrols(clerk.staff.id),
        Err(UseError::Unusable("passkey-not-proved"))
    ));
    let (_, holder) = city.engine.passkey(&[7]).unwrap();
    assert_eq!(holder.id, head.staff.id);
}

#[test]
fn whoever_makes_an_invitation_is_on_record() {
    let city = TestCity::new();
    let admin = city.officer(Role::TechnicalAdmin);
    let head = city.officer(Role::Head);
    city.engine.invite_staff(&admin.actor(), head.staff.id).unwrap();
    let events = city.store.events(&StreamKey::staff(head.staff.id)).unwrap();
    let last = events.last().unwrap();
    assert_eq!(last.name, "staff_invited");
    assert!(matches!(last.by, Author::Staff { staff, .. } if staff == admin.staff.id));
}

#[test]
fn an_answer_to_a_supplement_changes_only_what_was_asked() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let (lan, other) = (city.resident("Nguyễn Thị Lan"), city.resident("Trần Văn An"));
    let inspected = Inspected {
        media_type: "image/jpeg".to_owned(),
        pages: Vec::new(),
    };
    let foreign = city
        .engine
        .keep_file(&other.person, "a.jpg", b"a photo", &inspected)
        .unwrap();
    let case = lan.asks_for_bees();
    office.desk.asks_for(&case, &[("hives", false, "How many?")]);
    let reply = SupplementReply {
        answers: [("hives".to_owned(), Answer::text("3"))].into(),
        files: [("anh-ban-cong".to_owned(), vec![foreign])].into(),
    };
    let name = case.reference.as_str();
    let outcome = city.engine.answer_supplement(&lan.person, name, &reply).unwrap();
    assert_eq!(outcome, SupplementOutcome::Answered);
    let (_, answers) = city.store.answers(city.case(name).answers).unwrap().unwrap();
    assert!(answers.contains("\"3\""), "{answers}");
    assert!(!answers.contains(&foreign.to_string()), "{answers}");
    city.worker_runs();
}
