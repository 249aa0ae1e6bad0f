//! Cases that begin at the counter: found or registered, received with the desk's answer, paid for, given at once; and the
//! desk's day, closed.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use std::sync::Arc;

use motcua_domain::access::{Denied, Role};
use motcua_domain::calendar::{CalendarDecision, DayKind, DecidedDay};
use motcua_domain::case::{
    Case, Command, CommandKind, GroundForActing, PaymentMethod, PaymentState, Refusal, Relief, Step,
};
use motcua_domain::catalogue::{Charge, ChargeKind, CollectedAt, FeeOverlay, Money, PerWhat};
use motcua_domain::channel::Channel;
use motcua_domain::form::Answer;
use motcua_domain::id::{DraftId, UnitCode};
use motcua_domain::money::Dong;
use motcua_domain::person::PersonalNumber;
use motcua_domain::time::Day;
use motcua_engine::changes::AccessedThing;
use motcua_engine::city::{CityFacts, CityProcedure};
use motcua_engine::engine::UseError;
use motcua_engine::filing::{CHANNEL, COPIES, DESK, DeskSays, Found, NewPerson, ORIGINALS, QUANTITY, Sought};
use motcua_engine::ports::{MoneyStore, PaperKind, PeopleStore};
use motcua_engine::session::Identity;
use motcua_testcity::{BEES, HOA_CUONG, Named, Officer, Resident, TestCity};

const NUMBER: &str = "048190000017";

fn bees(facts: &mut CityFacts) -> &mut CityProcedure {
    facts.procedures.get_mut(BEES).unwrap()
}

/// Bees cost so many đồng for each page.
fn costs(facts: &mut CityFacts, dong: i64) {
    let version = Arc::make_mut(&mut bees(facts).version);
    for entry in &mut version.channels {
        entry.charges = vec![Charge {
            kind: ChargeKind::Fee,
            amount: Some(Money::Vnd(Dong::new(dong))),
            per_what: Some(PerWhat::Page),
            tier: None,
            case_variant: None,
            exempt_groups: Vec::new(),
            reduced_groups: Vec::new(),
            from: None,
            to: None,
            legal_basis: Some("00/2025/ONG".to_owned()),
            collected_at: Some(CollectedAt::Intake),
            raw_text: String::new(),
            confirmed_by: None,
        }];
    }
}

fn number() -> PersonalNumber {
    PersonalNumber::parse(NUMBER).unwrap()
}

fn newcomer() -> NewPerson {
    NewPerson {
        personal_number: number(),
        name: "Phạm Thị Hồng Hạnh".to_owned(),
        born_on: Day::parse("1990-05-02").unwrap(),
        phone: Some("+84905123456".to_owned()),
        address: Some("1 Bạch Đằng, Hải Châu, Đà Nẵng".to_owned()),
    }
}

fn text(name: &str, value: &str) -> (String, Answer) {
    (name.to_owned(), Answer::text(value))
}

/// Somebody new is at the desk for bees; what they brought is ticked.
fn begins(city: &TestCity, desk: &Officer<'_>) -> DraftId {
    let id = city.engine.register_person(&desk.staff, newcomer()).unwrap();
    city.engine.choose_procedure(&desk.staff, id, BEES).unwrap();
    id
}

fn fills_in(city: &TestCity, desk: &Officer<'_>, id: DraftId) {
    let given = [
        text("hives", "2"),
        text("neighbours_agree", "yes"),
        text(&format!("{ORIGINALS}anh-ban-cong"), "1"),
        text(&format!("{COPIES}anh-ban-cong"), "2"),
    ];
    city.engine.save_at_counter(&desk.staff, id, &given).unwrap();
}

fn accepts(city: &TestCity, desk: &Officer<'_>) -> Case {
    let id = begins(city, desk);
    fills_in(city, desk, id);
    city.engine.receive(&desk.staff, id, DeskSays::Accept).unwrap()
}

#[test]
fn a_person_is_found_exactly_and_every_look_is_on_record() {
    let city = TestCity::new();
    let desk = city.officer(Role::ReceivingOfficer);
    let lan = city.resident("Nguyễn Thị Lan");
    let known = lan.person.personal_number.clone().unwrap();
    let looks = |resident: &Resident<'_>| {
        let looks = city.engine.looks(resident.person.id).unwrap();
        looks
            .iter()
            .filter(|look| look.what == AccessedThing::Person)
            .count()
    };
    let nobody = city
        .engine
        .find_person(&desk.staff, &Sought::Number(number()))
        .unwrap();
    assert_eq!((nobody, looks(&lan)), (Found::Nobody, 0));
    let found = city
        .engine
        .find_person(&desk.staff, &Sought::Number(known))
        .unwrap();
    let Found::One(draft) = found else {
        panic!("found by number: {found:?}");
    };
    assert_eq!(looks(&lan), 1);
    let born_on = lan.person.born_on.unwrap();
    let by_name = |name: &str| {
        let sought = Sought::Birth {
            name: name.to_owned(),
            born_on,
        };
        city.engine.find_person(&desk.staff, &sought).unwrap()
    };
    assert_eq!(
        by_name("Nguyễn Thị Lan"),
        Found::One(draft),
        "the same that was begun"
    );
    assert_eq!(
        by_name("Nguyễn Thị"),
        Found::Nobody,
        "nobody is found by a part of a name"
    );
    assert_eq!(
        city.engine.counter_view(&desk.staff, draft).unwrap().name,
        "Nguyễn Thị Lan"
    );
    let other = city.officer(Role::ReceivingOfficer);
    let opened = city.engine.counter_view(&other.staff, draft);
    assert!(
        matches!(opened, Err(UseError::NotFound)),
        "what a colleague began is theirs"
    );
    let clerk = city.officer(Role::Clerk);
    let denied = city.engine.find_person(&clerk.staff, &Sought::Number(number()));
    assert!(matches!(denied, Err(UseError::Denied(Denied::NotYourOffice))));
}

#[test]
fn a_person_is_registered_once_and_is_the_same_when_they_sign_in() {
    let city = TestCity::new();
    let desk = city.officer(Role::ReceivingOfficer);
    let wrong = NewPerson {
        born_on: Day::parse("1991-05-02").unwrap(),
        ..newcomer()
    };
    let refused = city.engine.register_person(&desk.staff, wrong);
    assert!(matches!(refused, Err(UseError::Unusable("person-number-year"))));
    let case = accepts(&city, &desk);
    city.engine.register_person(&desk.staff, newcomer()).unwrap();
    let known = city.store.persons_by_number(&number()).unwrap();
    assert_eq!(known.len(), 1);
    let signed_in = city.engine.recognise(Identity {
        subject: motcua_domain::person::Subject {
            issuer: "https://id.example".to_owned(),
            name: "hanh".to_owned(),
        },
        name: "Phạm Thị Hồng Hạnh".to_owned(),
        personal_number: Some(number()),
        born_on: Day::parse("1990-05-02").ok(),
        phone: None,
        email: None,
        address: None,
    });
    let signed_in = signed_in.unwrap();
    assert_eq!(signed_in.id, case.relations.applicant);
    city.engine.track(&signed_in, &case.case_name()).unwrap();
    city.worker_runs();
}

#[test]
fn a_case_at_the_counter_is_received_at_once_with_form_01_and_never_twice() {
    let city = TestCity::new();
    let desk = city.officer(Role::ReceivingOfficer);
    let id = begins(&city, &desk);
    let early = city.engine.receive(&desk.staff, id, DeskSays::Accept);
    assert!(matches!(early, Err(UseError::Unusable("counter-incomplete"))));
    fills_in(&city, &desk, id);
    let filing = city.engine.counter_view(&desk.staff, id).unwrap().filing.unwrap();
    assert!(filing.is_complete());
    let case = city.engine.receive(&desk.staff, id, DeskSays::Accept).unwrap();
    assert_eq!(
        (case.step, case.channel, case.ground),
        (Step::Accepted, Channel::Counter, GroundForActing::Own)
    );
    assert_eq!(
        case.clock.as_ref().unwrap().current,
        filing.due.unwrap(),
        "as the receipt beside it said"
    );
    let again = city.engine.receive(&desk.staff, id, DeskSays::Accept).unwrap();
    assert_eq!(again.id, case.id);
    city.worker_runs();
    let form = &city.press.of(PaperKind::Form01)[0].facts;
    assert_eq!(
        form.components
            .iter()
            .map(|(_, sheets)| *sheets)
            .collect::<Vec<_>>(),
        [3]
    );
    assert!(city.press.of(PaperKind::SendingReceipt).is_empty());
}

#[test]
fn what_the_post_brought_is_asked_for_or_refused_in_the_same_act() {
    let city = TestCity::new();
    let desk = city.officer(Role::ReceivingOfficer);
    let id = begins(&city, &desk);
    city.engine
        .save_at_counter(&desk.staff, id, &[text(CHANNEL, "public_post")])
        .unwrap();
    let unknown = vec![("so-do".to_owned(), true, "Không rõ".to_owned())];
    let refused = city.engine.receive(&desk.staff, id, DeskSays::Ask(unknown));
    assert!(matches!(refused, Err(UseError::Unusable("supplement-target"))));
    let items = vec![
        ("anh-ban-cong".to_owned(), true, "Thiếu ảnh".to_owned()),
        ("hives".to_owned(), false, "Chưa ghi".to_owned()),
    ];
    let asked = city
        .engine
        .receive(&desk.staff, id, DeskSays::Ask(items))
        .unwrap();
    assert_eq!(
        (asked.step, asked.channel),
        (Step::SupplementAtIntake, Channel::PublicPost)
    );
    assert_eq!(asked.supplements[0].items.len(), 2);
    let id = begins(&city, &desk);
    let silent = city
        .engine
        .receive(&desk.staff, id, DeskSays::Refuse(" ".to_owned()));
    assert!(matches!(silent, Err(UseError::Refused(Refusal::ReasonMissing))));
    let says = DeskSays::Refuse("Không thuộc thẩm quyền".to_owned());
    let refused = city.engine.receive(&desk.staff, id, says).unwrap();
    assert_eq!(refused.step, Step::NotAccepted);
    city.worker_runs();
    let printed: Vec<_> = city.press.all().iter().map(|order| order.kind).collect();
    assert_eq!(printed, [PaperKind::Form02, PaperKind::Form03]);
}

#[test]
fn another_wards_case_is_received_only_where_the_procedure_knows_no_borders() {
    let mut city = TestCity::new();
    let staff = city.officer(Role::ReceivingOfficer).staff;
    let id = city.engine.register_person(&staff, newcomer()).unwrap();
    city.engine.choose_procedure(&staff, id, BEES).unwrap();
    let given = [
        text("hives", "2"),
        text("neighbours_agree", "yes"),
        text(&format!("{ORIGINALS}anh-ban-cong"), "1"),
        text(DESK, HOA_CUONG),
    ];
    city.engine.save_at_counter(&staff, id, &given).unwrap();
    let refused = city.engine.receive(&staff, id, DeskSays::Accept);
    assert!(matches!(refused, Err(UseError::Unusable("counter-other-desk"))));
    city.changes(|facts| Arc::make_mut(&mut bees(facts).version).flags.is_non_territorial = true);
    let case = city.engine.receive(&staff, id, DeskSays::Accept).unwrap();
    assert!(case.is_border_free());
    assert_eq!(
        (&case.relations.received_at, &case.relations.competent),
        (&staff.agency, &UnitCode::new(HOA_CUONG))
    );
    city.worker_runs();
}

#[test]
fn the_fee_first_makes_the_case_wait_for_the_money() {
    let city = TestCity::with(|facts| {
        costs(facts, 2000);
        bees(facts).office.fee_first = true;
    });
    let desk = city.officer(Role::ReceivingOfficer);
    let case = accepts(&city, &desk);
    assert_eq!((case.step, case.number.clone()), (Step::AwaitingFee, None));
    assert!(matches!(
        desk.tries_to_accept(&case),
        Err(UseError::Refused(Refusal::FeeUnpaid))
    ));
    let paid = desk
        .tries(&case, |_| Command::TakePayment {
            charge: 0,
            method: PaymentMethod::Transfer,
        })
        .unwrap();
    assert_eq!(paid.charges[0].state, PaymentState::Paid);
    assert_eq!(desk.accepts(&case).step, Step::Accepted);
}

#[test]
fn an_immediate_result_is_paid_and_given_in_one_act_and_stands_in_the_book() {
    let city = TestCity::with(|facts| {
        costs(facts, 2000);
        bees(facts).office.immediate = true;
    });
    let desk = city.officer(Role::ReceivingOfficer);
    let id = begins(&city, &desk);
    fills_in(&city, &desk, id);
    city.engine
        .save_at_counter(&desk.staff, id, &[text(QUANTITY, "3")])
        .unwrap();
    let case = city.engine.receive(&desk.staff, id, DeskSays::Accept).unwrap();
    let name = case.case_name();
    let money = city.engine.money(&desk.staff, &name).unwrap();
    assert!(money.is_immediate);
    assert_eq!(money.open, Dong::new(6000), "three pages");
    let unseen = city
        .engine
        .give_at_once(&desk.actor(), &name, PaymentMethod::Cash, false);
    assert!(matches!(
        unseen,
        Err(UseError::Refused(Refusal::IdentityNotChecked))
    ));
    assert!(
        city.store.open_takings(&desk.staff.agency).unwrap().is_empty(),
        "nothing was taken"
    );
    let given = city
        .engine
        .give_at_once(&desk.actor(), &name, PaymentMethod::Cash, true)
        .unwrap()
        .case;
    assert_eq!(given.step, Step::Delivered);
    assert!(given.outcome.is_some());
    let book = city.store.open_takings(&desk.staff.agency).unwrap();
    assert_eq!(book.len(), 1);
    assert_eq!((book[0].0.amount, book[0].0.receipt), (Dong::new(6000), 1));
}

#[test]
fn a_waiver_and_a_refund_need_the_finance_officer_and_a_ground() {
    let city = TestCity::with(|facts| costs(facts, 2000));
    let desk = city.officer(Role::ReceivingOfficer);
    let finance = city.officer(Role::FinanceOfficer);
    let case = accepts(&city, &desk);
    let relief = |ground: &str| Relief {
        due: Dong::new(500),
        ground: ground.to_owned(),
        legal_basis: "00/2025/ONG".to_owned(),
    };
    let relieve = |ground: &str| Command::RelieveCharge {
        charge: 0,
        relief: relief(ground),
    };
    assert!(matches!(
        desk.tries(&case, |_| relieve("GXN 12/2026")),
        Err(UseError::Denied(Denied::NotYourOffice))
    ));
    assert!(matches!(
        finance.tries(&case, |_| relieve(" ")),
        Err(UseError::Refused(Refusal::ReasonMissing))
    ));
    finance.tries(&case, |_| relieve("GXN 12/2026")).unwrap();
    desk.tries(&case, |_| Command::TakePayment {
        charge: 0,
        method: PaymentMethod::Card,
    })
    .unwrap();
    let acts = |officer: &Officer<'_>| {
        city.engine
            .money(&officer.staff, &case.case_name())
            .unwrap()
            .charges[0]
            .acts
            .clone()
    };
    assert_eq!(acts(&desk), []);
    assert_eq!(acts(&finance), [CommandKind::AskRefund, CommandKind::Reconcile]);
    finance
        .tries(&case, |words| Command::AskRefund {
            charge: 0,
            reason: words.note("Thu nhầm"),
        })
        .unwrap();
    let refunded = finance
        .tries(&case, |_| Command::DecideRefund {
            charge: 0,
            granted: true,
            reason: None,
        })
        .unwrap();
    assert_eq!(refunded.charges[0].state, PaymentState::Refunded);
    let amounts: Vec<_> = city.store.open_takings(&desk.staff.agency).unwrap();
    let amounts: Vec<i64> = amounts.iter().map(|(row, _)| row.amount.get()).collect();
    assert_eq!(amounts, [500, -500], "what came and what went back, as reduced");
}

#[test]
fn a_closed_day_is_never_changed_and_a_difference_needs_its_reason() {
    let city = TestCity::with(|facts| costs(facts, 2000));
    let desk = city.officer(Role::ReceivingOfficer);
    let none = city.engine.close_takings(&desk.staff, Dong::ZERO, "");
    assert!(matches!(none, Err(UseError::Unusable("takings-none"))));
    for method in [PaymentMethod::Cash, PaymentMethod::Card, PaymentMethod::Cash] {
        let case = accepts(&city, &desk);
        desk.tries(&case, |_| Command::TakePayment { charge: 0, method })
            .unwrap();
    }
    let view = city.engine.takings(&desk.staff).unwrap();
    assert_eq!((view.cash, view.total), (Dong::new(4000), Dong::new(6000)));
    assert!(view.gaps.is_empty());
    let short = city.engine.close_takings(&desk.staff, Dong::new(3000), " ");
    assert!(matches!(short, Err(UseError::Unusable("takings-difference"))));
    let closing = city
        .engine
        .close_takings(&desk.staff, Dong::new(3000), "Thối nhầm tiền")
        .unwrap();
    assert_eq!((closing.sequence, closing.entries), (1, 3));
    assert!(
        city.engine.takings(&desk.staff).unwrap().rows.is_empty(),
        "the book is open anew"
    );
    let closed = city.engine.closed_takings(&desk.staff, 1).unwrap();
    assert_eq!((closed.rows.len(), closed.closing), (3, Some(closing)));
    let elsewhere = city.officer_of(HOA_CUONG, &[Role::ReceivingOfficer]);
    let other = city.engine.closed_takings(&elsewhere.staff, 1);
    assert!(
        matches!(other, Err(UseError::NotFound)),
        "another desk's book is not theirs"
    );
    let clerk = city.officer(Role::Clerk);
    assert!(matches!(
        city.engine.takings(&clerk.staff),
        Err(UseError::Denied(_))
    ));
}

#[test]
fn the_citys_policy_takes_off_what_is_filed_online_and_nothing_at_the_counter() {
    let city = TestCity::with(|facts| {
        costs(facts, 2000);
        facts.fee_overlays = vec![FeeOverlay {
            procedures: Vec::new(),
            channel: Some(Channel::Online),
            percent: 50,
            legal_basis: "of the test".to_owned(),
            from: Day::parse("2026-01-01").unwrap(),
            to: None,
        }];
    });
    let procedure = city.engine.city().procedure(BEES).unwrap();
    let due = |channel| city.engine.charges_for(procedure, channel)[0].due;
    assert_eq!(
        (due(Channel::Online), due(Channel::Counter)),
        (Dong::new(1000), Dong::new(2000))
    );
}

#[test]
fn a_case_received_at_the_desk_pins_the_calendar_with_every_decision_so_far() {
    let city = TestCity::new();
    let off = CalendarDecision {
        decree: "1234/QĐ-UBND".to_owned(),
        issued_by: "Ủy ban nhân dân thành phố".to_owned(),
        name: "Nghỉ phòng, chống bão".to_owned(),
        days: vec![DecidedDay {
            on: Day::parse("2026-12-03").unwrap(),
            kind: DayKind::Off,
        }],
    };
    let proposes = city.officer(Role::TechnicalAdmin).actor();
    let number = city.engine.propose_calendar(&proposes, off).unwrap();
    let approves = city.officer(Role::CentreDirector).actor();
    city.engine.settle_calendar(&approves, number, true).unwrap();
    let case = accepts(&city, &city.officer(Role::ReceivingOfficer));
    let pinned = case.rules.unwrap().calendar;
    assert_eq!(pinned, city.engine.calendars().id);
    assert_ne!(pinned, city.engine.city().calendar_id);
}
