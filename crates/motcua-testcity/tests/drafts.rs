//! Drafts: two devices, Back, an older copy of a page, a newer version of the form.

use motcua_domain::form::{Answer, ProblemCode};
use motcua_domain::time::Day;
use motcua_engine::engine::UseError;
use motcua_engine::ports::{CaseStore as _, DraftStore as _};
use motcua_testcity::{BEES, BIRTH, HAI_CHAU, TestCity, bees};

fn text(draft: &motcua_engine::filing::OpenDraft, question: &str) -> Option<String> {
    match draft.answers.get(question) {
        Some(Answer::Text(text)) => Some(text.clone()),
        _ => None,
    }
}

#[test]
fn a_draft_is_taken_up_on_another_device_where_it_was_left() {
    let city = TestCity::new();
    let phone = city.resident("Nguyễn Thị Lan");
    let draft = phone.starts(BEES);
    phone.answers(draft, "so-to", &[("hives", "3")]);
    city.days_pass(20);
    let laptop = phone.clone();
    assert_eq!(
        laptop.starts(BEES),
        draft,
        "no second draft of the same procedure"
    );
    let open = city.engine.open_draft(&laptop.person, draft).unwrap();
    assert_eq!(text(&open, "hives").as_deref(), Some("3"));
    assert_eq!(
        open.filling(city.today()).first_open_page().unwrap().id,
        "hang-xom"
    );
}

#[test]
fn two_devices_on_two_pages_do_not_undo_each_other() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let draft = lan.starts(BEES);
    std::thread::scope(|threads| {
        for turn in 1..=4 {
            let lan = &lan;
            threads.spawn(move || lan.answers(draft, "so-to", &[("hives", &turn.to_string())]));
            threads.spawn(move || lan.answers(draft, "hang-xom", &[("neighbours_agree", "yes")]));
        }
    });
    let open = city.engine.open_draft(&lan.person, draft).unwrap();
    assert_eq!(text(&open, "neighbours_agree").as_deref(), Some("yes"));
    assert!(text(&open, "hives").is_some());
}

#[test]
fn an_older_copy_of_a_page_changes_nothing_but_its_own_questions() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let draft = lan.starts(BEES);
    lan.answers(draft, "so-to", &[("hives", "2")]);
    lan.answers(draft, "hang-xom", &[("neighbours_agree", "yes")]);
    // Back, and the first page sent once more, with a field that is not its own.
    lan.answers(draft, "so-to", &[("hives", "4"), ("neighbours_agree", "no")]);
    let open = city.engine.open_draft(&lan.person, draft).unwrap();
    assert_eq!(
        (
            text(&open, "hives").as_deref(),
            text(&open, "neighbours_agree").as_deref()
        ),
        (Some("4"), Some("yes"))
    );
}

#[test]
fn a_wrong_answer_is_kept_as_typed_and_said_to_be_wrong() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let draft = lan.starts(BEES);
    let given = [("hives".to_owned(), Answer::text("hai tổ"))];
    let problems = city
        .engine
        .save_page(&lan.person, draft, "so-to", &given)
        .unwrap();
    assert_eq!(
        problems.iter().map(|problem| problem.code).collect::<Vec<_>>(),
        [ProblemCode::NotANumber]
    );
    assert_eq!(
        text(&city.engine.open_draft(&lan.person, draft).unwrap(), "hives").as_deref(),
        Some("hai tổ")
    );
    assert!(matches!(
        lan.tries_to_send(draft),
        Err(UseError::Unusable("draft-incomplete"))
    ));
}

#[test]
fn what_is_missing_is_said_before_sending_and_nothing_is_sent() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let draft = lan.starts(BEES);
    let check = city.engine.check_draft(&lan.person, draft).unwrap();
    let missing: Vec<_> = check
        .problems
        .iter()
        .map(|problem| problem.question.as_str())
        .collect();
    assert_eq!(missing, ["hives", "neighbours_agree"]);
    assert_eq!(
        (check.missing_papers.as_slice(), &check.desk),
        (&["anh-ban-cong".to_owned()][..], &None)
    );
    assert!(!check.is_complete());
    lan.fills_in(draft);
    assert!(city.engine.check_draft(&lan.person, draft).unwrap().is_complete());
    assert!(matches!(
        city.engine.choose_desk(&lan.person, draft, "48-99999"),
        Err(UseError::Unusable("desk-unknown"))
    ));
}

#[test]
fn a_newer_form_reports_every_field_and_waits_for_the_persons_eyes() {
    let mut city = TestCity::new();
    let lan_person = city.resident("Nguyễn Thị Lan").person;
    let draft = city.engine.start_draft(lan_person.id, BEES).unwrap().id;
    let given = |question: &str, answer: &str| vec![(question.to_owned(), Answer::text(answer))];
    city.engine
        .save_page(&lan_person, draft, "so-to", &given("hives", "2"))
        .unwrap();
    city.engine
        .save_page(&lan_person, draft, "hang-xom", &given("neighbours_agree", "yes"))
        .unwrap();
    city.engine.choose_desk(&lan_person, draft, HAI_CHAU).unwrap();

    city.changes(|facts| bees::newer_form(facts, Day::parse("2026-12-02").unwrap()));
    assert!(
        city.engine
            .open_draft(&lan_person, draft)
            .unwrap()
            .pending
            .is_none(),
        "not in force yet"
    );
    city.days_pass(2);
    let (form, report) = city
        .engine
        .open_draft(&lan_person, draft)
        .unwrap()
        .pending
        .unwrap();
    assert_eq!(form.id.as_str(), "ong@2");
    assert_eq!(report.renamed, [("hives".to_owned(), "colonies".to_owned())]);
    assert_eq!(report.needs_answer, ["honey"]);
    assert!(report.kept.contains(&"neighbours_agree".to_owned()));

    city.engine.carry_draft(&lan_person, draft).unwrap();
    let open = city.engine.open_draft(&lan_person, draft).unwrap();
    assert!(open.pending.is_none());
    assert_eq!(
        (open.form.id.as_str(), text(&open, "colonies").as_deref()),
        ("ong@2", Some("2"))
    );
    assert_eq!(open.desk().unwrap().as_str(), HAI_CHAU, "the chosen desk stays");
}

#[test]
fn answers_to_a_form_that_is_no_longer_in_force_are_not_sent() {
    let mut city = TestCity::new();
    let (person, draft) = {
        let lan = city.resident("Nguyễn Thị Lan");
        let draft = lan.starts(BEES);
        lan.fills_in(draft);
        (lan.person.clone(), draft)
    };
    city.changes(|facts| bees::newer_form(facts, Day::parse("2026-12-02").unwrap()));
    city.days_pass(2);
    assert!(matches!(
        city.engine.send(&person, draft),
        Err(UseError::Unusable("form-newer"))
    ));
    city.engine.carry_draft(&person, draft).unwrap();
    assert!(matches!(
        city.engine.send(&person, draft),
        Err(UseError::Unusable("draft-incomplete"))
    ));
    let honey = [("honey".to_owned(), Answer::text("1"))];
    city.engine.save_page(&person, draft, "mat-ong", &honey).unwrap();
    let sent = city.engine.send(&person, draft).unwrap();
    let case = city.case(&sent);
    let (form, _) = city.store.answers(case.answers).unwrap().unwrap();
    assert_eq!(
        (form.as_str(), case.papers.len()),
        ("ong@2", 1),
        "the papers came along"
    );
}

#[test]
fn birth_registration_carries_a_draft_across_the_law_of_2027() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let draft = lan.starts(BIRTH);
    lan.answers(draft, "que-quan", &[("home_town", "Đà Nẵng")]);
    lan.answers(draft, "ban-sao", &[("copies", "2")]);
    assert_eq!(
        city.engine
            .open_draft(&lan.person, draft)
            .unwrap()
            .form
            .id
            .as_str(),
        "khai-sinh@2"
    );
    city.it_becomes("2027-03-01T08:00");
    let (form, report) = city
        .engine
        .open_draft(&lan.person, draft)
        .unwrap()
        .pending
        .unwrap();
    assert_eq!(form.id.as_str(), "khai-sinh@3");
    assert_eq!(
        report.renamed,
        [("home_town".to_owned(), "native_place".to_owned())]
    );
    assert_eq!(report.dropped, ["copies"]);
}

#[test]
fn a_paper_takes_as_many_files_as_its_question_allows_and_gives_one_back() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let draft = lan.starts(BEES);
    let form = city.engine.open_draft(&lan.person, draft).unwrap().form;
    let allowed = form.questions().find_map(|question| match question.kind {
        motcua_domain::form::QuestionKind::File { files_max, .. } => Some(files_max),
        _ => None,
    });
    for _ in 0..allowed.unwrap() {
        lan.attaches(draft, "anh-ban-cong");
    }
    let picture = motcua_engine::ports::Inspected {
        media_type: "image/png".to_owned(),
        pages: vec![vec![1]],
    };
    let more = city
        .engine
        .attach(&lan.person, draft, "anh-ban-cong", "a.png", b"a", &picture);
    assert!(matches!(more, Err(UseError::Unusable("file-too-many"))));
    let first = city.store.draft(draft).unwrap().unwrap().papers[0].1;
    city.engine.detach(&lan.person, draft, first).unwrap();
    let kept = city
        .engine
        .attach(
            &lan.person,
            draft,
            "anh-ban-cong",
            "../../\u{202e}gpj.exe",
            b"a",
            &picture,
        )
        .unwrap();
    assert_eq!(
        city.store.file(kept).unwrap().unwrap().name,
        "gpj.exe",
        "a name for people, never a path"
    );
    assert!(matches!(
        city.engine
            .attach(&lan.person, draft, "no-such-paper", "a.png", b"a", &picture),
        Err(UseError::NotFound)
    ));
}
