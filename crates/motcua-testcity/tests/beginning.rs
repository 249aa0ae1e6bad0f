//! What a filing begins with: who acts and on what ground, which case it is, how much lies ahead, what it costs.

#![expect(clippy::expect_used, reason = "helpers of tests")]

use std::collections::BTreeSet;
use std::sync::Arc;

use motcua_domain::bilingual::Bilingual;
use motcua_domain::case::GroundForActing;
use motcua_domain::catalogue::{FeeOverlay, Money};
use motcua_domain::channel::Channel;
use motcua_domain::form::Answer;
use motcua_domain::money::Dong;
use motcua_domain::time::{Day, TimeLimit};
use motcua_engine::city::{CasePaper, CityFacts, CityProcedure, VariantOffer};
use motcua_engine::engine::UseError;
use motcua_engine::filing::Stop;
use motcua_engine::ports::CaseStore as _;
use motcua_engine::view::{OfficeState, ProgressDue};
use motcua_testcity::{BEES, BIRTH, Office, TestCity, bees};

fn bees_of(facts: &mut CityFacts) -> &mut CityProcedure {
    facts
        .procedures
        .get_mut(BEES)
        .expect("every test city keeps bees")
}

fn words(text: &str) -> Bilingual {
    Bilingual::new(text, text)
}

fn paper(name: &str) -> CasePaper {
    CasePaper {
        name: name.to_owned(),
        label: words(name),
        is_required: true,
        originals: 0,
        copies: 0,
        variants: Vec::new(),
        grounds: Vec::new(),
        only_for: None,
    }
}

#[test]
fn what_lies_ahead_is_told_as_the_question_pages_tell_it() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let before = city.engine.beginning(Some(&lan.person), BIRTH).unwrap();
    assert_eq!(before.draft, None);
    let draft = lan.starts(BIRTH);
    let open = city.engine.open_draft(&lan.person, draft).unwrap();
    let today = city.today();
    assert_eq!(before.stops, open.stops(today).len());
    assert_eq!(before.held, open.held(today));
    assert!(before.is_for_person);
    let after = city.engine.beginning(Some(&lan.person), BIRTH).unwrap();
    assert_eq!(after.draft.map(|(id, _)| id), Some(draft));

    let stranger = city.engine.beginning(None, BIRTH).unwrap();
    assert!(!stranger.is_for_person);
    assert!(
        stranger.stops >= before.stops,
        "nothing is held about somebody who is nobody yet"
    );
    assert!(
        stranger.held.len() > before.held.len(),
        "all that could be held is named: {:?}",
        stranger.held
    );
}

#[test]
fn a_mother_files_for_her_child_and_the_three_persons_stay_apart() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let draft = lan.starts(BIRTH);
    let open = city.engine.open_draft(&lan.person, draft).unwrap();
    assert_eq!(open.first_open(city.today()), Stop::Ground);
    let own = city.engine.choose_ground(&lan.person, draft, "own");
    assert!(
        matches!(own, Err(UseError::Unusable("ground-unknown"))),
        "nobody files their own birth: {own:?}"
    );
    let unasked = city.engine.check_draft(&lan.person, draft).unwrap();
    assert_eq!(unasked.people.ground, None);
    assert!(!unasked.is_complete());

    city.engine.choose_ground(&lan.person, draft, "parent").unwrap();
    lan.answers(draft, "ten-be", &[("child_name", "Nguyễn Lan Chi")]);
    let check = city.engine.check_draft(&lan.person, draft).unwrap();
    assert_eq!(check.people.acting, "Nguyễn Thị Lan");
    assert_eq!(check.people.concerned.as_deref(), Some("Nguyễn Lan Chi"));
    assert_eq!(check.people.ground, Some(GroundForActing::Parent));
    assert!(
        !check.papers.iter().any(|slot| slot.paper.name == "uy-quyen"),
        "a parent needs no authorisation"
    );
    city.engine.choose_ground(&lan.person, draft, "mandate").unwrap();
    let check = city.engine.check_draft(&lan.person, draft).unwrap();
    assert!(check.missing_papers.contains(&"uy-quyen".to_owned()));
}

#[test]
fn the_ground_is_on_the_case_and_on_its_receipt() {
    let city = TestCity::with(|facts| {
        bees_of(facts).grounds = vec![GroundForActing::Guardian, GroundForActing::Mandate];
    });
    let lan = city.resident("Nguyễn Thị Lan");
    let draft = lan.starts(BEES);
    lan.fills_in(draft);
    assert!(matches!(
        lan.tries_to_send(draft),
        Err(UseError::Unusable("draft-incomplete"))
    ));
    city.engine.choose_ground(&lan.person, draft, "guardian").unwrap();
    let sent = lan.sends(draft);
    assert_eq!(sent.people.ground, Some(GroundForActing::Guardian));
    let row = city.store.case(sent.case).unwrap().unwrap();
    assert_eq!(row.applicant, lan.person.id);
    let again = city.engine.sending(&lan.person, sent.reference.as_str()).unwrap();
    assert_eq!(again.people, sent.people);
    city.worker_runs();
}

#[test]
fn a_procedure_with_one_ground_asks_none() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let draft = lan.starts(BEES);
    let open = city.engine.open_draft(&lan.person, draft).unwrap();
    assert_eq!(open.ground(), Some(GroundForActing::Own));
    assert!(!open.stops(city.today()).contains(&Stop::Ground));
    let sent = lan.asks_for_bees();
    assert_eq!(sent.people.concerned, None);
    city.worker_runs();
}

#[test]
fn the_case_that_is_chosen_brings_its_papers_and_its_limit() {
    let city = TestCity::with(|facts| {
        let procedure = bees_of(facts);
        let variant = |name: &str| VariantOffer {
            name: name.to_owned(),
            label: words(name),
        };
        procedure.variants = vec![variant("balcony"), variant("roof")];
        procedure.papers = vec![
            paper("anh-ban-cong"),
            CasePaper {
                variants: vec!["roof".to_owned()],
                ..paper("roof-plan")
            },
        ];
        let version = Arc::make_mut(&mut procedure.version);
        version.variants = vec![motcua_domain::catalogue::CaseVariant {
            code: Some("roof".to_owned()),
            name: "roof".to_owned(),
            limit: TimeLimit::WorkingDays(9),
        }];
    });
    let lan = city.resident("Nguyễn Thị Lan");
    let draft = lan.starts(BEES);
    lan.fills_in(draft);
    let missing = |draft| {
        city.engine
            .check_draft(&lan.person, draft)
            .unwrap()
            .missing_papers
    };
    assert!(missing(draft).is_empty());
    assert!(
        !city.engine.check_draft(&lan.person, draft).unwrap().is_complete(),
        "which case it is must be said"
    );
    city.engine.choose_variant(&lan.person, draft, "roof").unwrap();
    assert_eq!(missing(draft), ["roof-plan"]);
    city.engine.choose_variant(&lan.person, draft, "balcony").unwrap();
    assert!(missing(draft).is_empty(), "another case, other papers");
    city.engine.choose_variant(&lan.person, draft, "roof").unwrap();
    assert_eq!(
        city.engine.check_draft(&lan.person, draft).unwrap().limit,
        TimeLimit::WorkingDays(9),
        "told before it is sent"
    );
    lan.attaches(draft, "roof-plan");
    let sent = lan.sends(draft);
    Office::of(&city).desk.accepts(&sent);
    let clock = lan.tracks(&sent).clock.unwrap();
    assert_eq!(clock.limit, TimeLimit::WorkingDays(9));
    city.worker_runs();
}

#[test]
fn the_check_says_what_it_costs_and_by_what_text() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let fee = |code: &str| {
        let draft = lan.starts(code);
        city.engine.check_draft(&lan.person, draft).unwrap().fee
    };
    let birth = fee(BIRTH);
    assert!(birth.online.is_free() && birth.is_by_text && !birth.is_unconfirmed);
    assert!(
        birth.legal_basis.contains("60/2014/QH13"),
        "{}",
        birth.legal_basis
    );
    let bees = fee(BEES);
    assert!(bees.online.is_free() && !bees.is_by_text);
    assert_eq!(bees.legal_basis, "00/QĐ-ONG", "the decision that published it");
}

#[test]
fn what_the_city_waives_online_stands_beside_what_the_text_sets() {
    let city = TestCity::with(|facts| {
        let version = Arc::make_mut(&mut bees_of(facts).version);
        for entry in &mut version.channels {
            for charge in &mut entry.charges {
                charge.amount = Some(Money::Vnd(Dong::new(50_000)));
            }
        }
        facts.fee_overlays.push(FeeOverlay {
            procedures: vec![BEES.to_owned()],
            channel: Some(Channel::Online),
            percent: 0,
            legal_basis: "Nghị quyết 01/ONG".to_owned(),
            from: Day::parse("2025-07-01").unwrap(),
            to: None,
        });
    });
    let lan = city.resident("Nguyễn Thị Lan");
    let draft = lan.starts(BEES);
    let fee = city.engine.check_draft(&lan.person, draft).unwrap().fee;
    assert!(fee.online.is_free());
    assert_eq!(
        fee.relief,
        Some((Dong::new(50_000), "Nghị quyết 01/ONG".to_owned()))
    );
    let counter = fee.counter.unwrap();
    assert_eq!(
        counter.amount,
        Some(Money::Vnd(Dong::new(50_000))),
        "at the counter it is paid"
    );
}

#[test]
fn a_figure_that_the_record_contradicts_waits_for_confirmation() {
    let city = TestCity::with(|facts| {
        let version = Arc::make_mut(&mut bees_of(facts).version);
        for entry in &mut version.channels {
            for charge in &mut entry.charges {
                charge.raw_text = "The field says free; the note refers to a fee.".to_owned();
            }
        }
    });
    let lan = city.resident("Nguyễn Thị Lan");
    let draft = lan.starts(BEES);
    let fee = city.engine.check_draft(&lan.person, draft).unwrap().fee;
    assert!(fee.is_unconfirmed);
}

#[test]
fn many_devices_that_begin_at_once_have_one_draft() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let begun: BTreeSet<_> = std::thread::scope(|threads| {
        let starts: Vec<_> = (0..12).map(|_| threads.spawn(|| lan.starts(BEES))).collect();
        starts
            .into_iter()
            .map(|start| start.join().unwrap().to_string())
            .collect()
    });
    assert_eq!(begun.len(), 1);
    assert_eq!(city.engine.drafts(lan.person.id).unwrap().len(), 1);
}

#[test]
fn no_save_of_many_at_once_is_refused_or_lost() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let draft = lan.starts(BEES);
    // Ten photos of one paper, each a change of the same row: whatever was taken is there.
    std::thread::scope(|threads| {
        for _ in 0..10 {
            threads.spawn(|| lan.attaches(draft, "anh-ban-cong"));
            threads.spawn(|| lan.answers(draft, "so-to", &[("hives", "3")]));
        }
    });
    let open = city.engine.open_draft(&lan.person, draft).unwrap();
    assert_eq!(open.row.papers.len(), 10);
    assert_eq!(open.answers.get("hives"), Some(&Answer::text("3")));
    assert_eq!(open.row.version, 21, "every save is one step");
}

#[test]
fn what_is_due_is_told_by_its_kind() {
    let city = TestCity::with(|facts| {
        bees::promise(facts, TimeLimit::WorkingDays(2));
        bees::supplement(facts, motcua_domain::catalogue::PolicyEffect::Suspend);
    });
    let lan = city.resident("Nguyễn Thị Lan");
    let sent = lan.asks_for_bees();
    let due = || city.engine.progress(sent.reference.as_str()).unwrap().due;
    assert!(matches!(due(), ProgressDue::IntakeAnswer(_)));
    let office = Office::of(&city);
    office.desk.accepts(&sent);
    let ProgressDue::Promise { promised, limit } = due() else {
        panic!("{:?}", due());
    };
    assert!(promised.at < limit.at);
    city.days_pass(4);
    assert!(
        matches!(due(), ProgressDue::Limit(_)),
        "a promise that has passed is none: {:?}",
        due()
    );
    city.worker_runs();
}

#[test]
fn a_desk_is_found_by_its_name_or_street_and_says_when_it_opens() {
    let city = TestCity::new();
    let all = city.engine.offices("");
    assert_eq!(all.offices.len(), 95, "the 94 and the city itself");
    assert!(
        !all.offices[0].takes_for.is_empty(),
        "the city's centre takes for its departments"
    );
    let open: Vec<_> = all
        .offices
        .iter()
        .filter(|office| office.state == OfficeState::NoDesk)
        .map(|office| office.name.vi.as_str())
        .collect();
    assert_eq!(open, ["Đặc khu Hoàng Sa"]);
    assert_eq!(all.week.iter().filter(|hours| !hours.is_empty()).count(), 5);

    let found = city.engine.offices("hai chau le hong phong");
    assert_eq!(found.offices.len(), 1, "{:?}", found.offices);
    let hai_chau = &found.offices[0];
    assert_eq!(hai_chau.name.vi, "Phường Hải Châu");
    assert!(hai_chau.address.as_deref().unwrap().contains("Lê Hồng Phong"));
    let now = city.engine.now();
    match hai_chau.state {
        OfficeState::OpenUntil(at) => assert!(at > now),
        OfficeState::OpensAt(at) => assert!(at > now),
        OfficeState::NoDesk => panic!("it has a desk"),
    }
    assert!(city.engine.offices("qqqq").offices.is_empty());
}
