//! Sessions, tickets, invitations, bypass links and tokens: how long each is good, and for whom.

use motcua_domain::access::{Denied, Role};
use motcua_domain::case::Author;
use motcua_engine::changes::StreamKey;
use motcua_engine::engine::UseError;
use motcua_engine::ports::CaseStore as _;
use motcua_engine::rows::SessionHolder;
use motcua_engine::session::{Secret, SignedIn};
use motcua_testcity::TestCity;

const MINUTE: i64 = 60_000;

#[test]
fn a_session_ends_when_it_was_not_used_for_its_idle_time() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let desk = city.officer(Role::ReceivingOfficer);
    let (hers, theirs) = (lan.signs_in(), desk.signs_in());
    city.hours_pass(1);
    assert!(city.engine.signed_in(&hers).unwrap().is_some());
    assert!(
        city.engine.signed_in(&theirs).unwrap().is_some(),
        "an hour to the millisecond is not over an hour"
    );
    city.clock.advance(60 * MINUTE + 1);
    assert!(
        city.engine.signed_in(&hers).unwrap().is_some(),
        "residents have two hours"
    );
    assert!(
        city.engine.signed_in(&theirs).unwrap().is_none(),
        "staff have one"
    );
    city.clock.advance(-1);
    assert!(
        city.engine.signed_in(&theirs).unwrap().is_none(),
        "ended is ended, whatever the clock says"
    );
}

#[test]
fn a_session_that_is_used_all_the_time_ends_at_its_absolute_limit() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let desk = city.officer(Role::ReceivingOfficer);
    let (hers, theirs) = (lan.signs_in(), desk.signs_in());
    let lasts = |secret: &Secret| {
        let begun = city.now();
        while city.engine.signed_in(secret).unwrap().is_some() {
            city.clock.advance(30 * MINUTE);
        }
        begun.millis_until(city.now()) / (30 * MINUTE)
    };
    assert_eq!(lasts(&theirs), 21, "good at ten hours, gone at the next look");
    let (hers_again, _) = (lan.signs_in(), hers);
    assert_eq!(lasts(&hers_again), 25);
}

#[test]
fn signing_out_ends_the_session_and_another_one_stays() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let (phone, laptop) = (lan.signs_in(), lan.signs_in());
    city.engine.end_session(&phone).unwrap();
    assert!(city.engine.signed_in(&phone).unwrap().is_none());
    assert!(matches!(
        city.engine.signed_in(&laptop).unwrap(),
        Some(SignedIn::Person(_))
    ));
}

#[test]
fn a_ticket_is_taken_once_by_one_for_its_purpose_and_in_time() {
    let city = TestCity::new();
    let engine = &city.engine;
    let secret = engine.keep_ticket("oidc", "state", 15 * MINUTE).unwrap();
    assert_eq!(
        engine.take_ticket(&secret, "passkey-sign-in").unwrap(),
        None,
        "another purpose"
    );
    let taken: usize = std::thread::scope(|threads| {
        let all: Vec<_> = (0..16)
            .map(|_| threads.spawn(|| engine.take_ticket(&secret, "oidc").unwrap()))
            .collect();
        all.into_iter()
            .filter_map(|thread| thread.join().unwrap())
            .count()
    });
    assert_eq!(taken, 1);
    let late = engine.keep_ticket("oidc", "state", 15 * MINUTE).unwrap();
    city.clock.advance(15 * MINUTE + 1);
    assert_eq!(engine.take_ticket(&late, "oidc").unwrap(), None);
}

#[test]
fn a_bypass_link_exists_in_a_demonstration_only() {
    let real = TestCity::new();
    let who = SessionHolder::Person(real.resident("Nguyễn Thị Lan").person.id);
    assert!(matches!(
        real.engine.issue_bypass(who, MINUTE),
        Err(UseError::NotFound)
    ));

    let demo = TestCity::with(|facts| facts.is_demo = true);
    let who = SessionHolder::Person(demo.resident("Nguyễn Thị Lan").person.id);
    let link = demo.engine.issue_bypass(who, MINUTE).unwrap();
    let production = demo.engine_where(|facts| facts.is_demo = false);
    assert!(
        matches!(production.take_bypass(&link), Err(UseError::NotFound)),
        "not even one that was made before"
    );
    let (holder, session) = demo.engine.take_bypass(&link).unwrap();
    assert_eq!(holder, who);
    assert!(demo.engine.signed_in(&session).unwrap().is_some());
    assert!(
        matches!(demo.engine.take_bypass(&link), Err(UseError::NotFound)),
        "it works once"
    );
}

#[test]
fn a_token_for_programs_is_good_until_its_end_and_is_no_session() {
    let city = TestCity::new();
    let desk = city.officer(Role::ReceivingOfficer);
    let token = city
        .engine
        .issue_api_token(SessionHolder::Staff(desk.staff.id), 60 * MINUTE)
        .unwrap();
    for _ in 0..3 {
        assert_eq!(
            city.engine.bearer(&token).unwrap().unwrap().name(),
            desk.staff.name
        );
    }
    assert!(city.engine.signed_in(&token).unwrap().is_none());
    assert!(
        city.engine.bearer(&desk.signs_in()).unwrap().is_none(),
        "a session is no token"
    );
    city.clock.advance(60 * MINUTE + 1);
    assert!(city.engine.bearer(&token).unwrap().is_none());
}

#[test]
fn people_whom_two_providers_name_alike_are_two_people() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let known = lan.person.subject.clone().unwrap();
    let named = |issuer: &str| motcua_engine::session::Identity {
        subject: motcua_domain::person::Subject {
            issuer: issuer.to_owned(),
            name: known.name.clone(),
        },
        name: "Nguyễn Thị Lan".to_owned(),
        personal_number: None,
        born_on: None,
        phone: None,
        email: None,
        address: None,
    };
    let other = city.engine.recognise(named("https://other.example")).unwrap();
    assert_ne!(other.id, lan.person.id);
    let same = city.engine.recognise(named(&known.issuer)).unwrap();
    assert_eq!(same.id, lan.person.id);
}

#[test]
fn a_token_of_a_real_city_is_listed_on_record_and_worth_nothing_once_it_is_taken_back() {
    let city = TestCity::new();
    let admin = city.officer(Role::TechnicalAdmin).actor();
    let desk = city.officer(Role::ReceivingOfficer);
    let lasts = 24 * 60 * MINUTE;
    let refused = city
        .engine
        .make_token(&desk.actor(), desk.staff.id, "portal", lasts);
    assert!(matches!(refused, Err(UseError::Denied(Denied::NotYourOffice))));
    let (id, token) = city
        .engine
        .make_token(&admin, desk.staff.id, "portal", lasts)
        .unwrap();
    let holder = city.engine.bearer(&token).unwrap().unwrap();
    assert_eq!(
        holder.actor(),
        desk.actor(),
        "the rights of its holder, and no others"
    );
    let listed = city.engine.tokens(&admin).unwrap();
    let [(row, name)] = listed.as_slice() else {
        panic!("{listed:?}")
    };
    assert_eq!(
        (row.id, row.name.as_str(), name.as_str()),
        (id, "portal", desk.staff.name.as_str())
    );
    assert_eq!(row.token_hash, token.hash());
    assert!(matches!(
        city.engine.tokens(&desk.actor()),
        Err(UseError::Denied(_))
    ));
    assert!(matches!(
        city.engine.revoke_token(&desk.actor(), id),
        Err(UseError::Denied(_))
    ));
    city.engine.revoke_token(&admin, id).unwrap();
    assert!(city.engine.bearer(&token).unwrap().is_none());
    assert!(matches!(
        city.engine.revoke_token(&admin, id),
        Err(UseError::NotFound)
    ));
    let stream = motcua_engine::changes::StreamKey::staff(desk.staff.id);
    let names: Vec<_> = motcua_engine::ports::CaseStore::events(&*city.store, &stream)
        .unwrap()
        .into_iter()
        .map(|event| event.name)
        .collect();
    assert!(
        names.ends_with(&["token_made".to_owned(), "token_revoked".to_owned()]),
        "{names:?}"
    );
}

#[test]
fn an_invitation_enrols_one_passkey_within_three_days() {
    let city = TestCity::new();
    let admin = city.officer(Role::TechnicalAdmin);
    let desk = city.officer(Role::ReceivingOfficer);
    let asked = city.engine.invite_staff(&desk.actor(), desk.staff.id);
    assert!(matches!(asked, Err(UseError::Denied(Denied::NotYourOffice))));
    let invitation = city.engine.invite_staff(&admin.actor(), desk.staff.id).unwrap().0;
    assert_eq!(city.engine.invited(&invitation).unwrap().id, desk.staff.id);
    let enrolled = city
        .engine
        .enrol_passkey(&invitation, vec![1, 2, 3], "payload".to_owned())
        .unwrap();
    assert_eq!(enrolled, desk.staff.id);
    let (passkey, holder) = city.engine.passkey(&[1, 2, 3]).unwrap();
    assert_eq!((passkey.payload.as_str(), holder.id), ("payload", desk.staff.id));
    let again = city
        .engine
        .enrol_passkey(&invitation, vec![9], "payload".to_owned());
    assert!(matches!(again, Err(UseError::NotFound)));
    let late = city.engine.invite_staff(&admin.actor(), desk.staff.id).unwrap().0;
    city.days_pass(3);
    city.clock.advance(1);
    assert!(matches!(city.engine.invited(&late), Err(UseError::NotFound)));
}

#[test]
fn whoever_made_an_invitation_cannot_use_it_and_the_attempt_is_on_record() {
    let city = TestCity::new();
    let admin = city.officer(Role::TechnicalAdmin);
    let desk = city.officer(Role::ReceivingOfficer);
    let (secret, invited) = city.engine.invite_staff(&admin.actor(), desk.staff.id).unwrap();
    assert_eq!(invited.id, desk.staff.id);
    let own = city.engine.open_invitation(&secret, Some(admin.staff.id));
    assert!(matches!(own, Err(UseError::Unusable("invitation-own"))));
    let log = city.store.events(&StreamKey::staff(desk.staff.id)).unwrap();
    let last = log.last().unwrap();
    assert_eq!(last.name, "own_invitation_refused");
    assert!(matches!(last.by, Author::Staff { staff, .. } if staff == admin.staff.id));

    let theirs = city.engine.open_invitation(&secret, None).unwrap();
    assert_eq!(
        theirs.id, desk.staff.id,
        "it is still good for the person invited"
    );
    let beside = city.engine.open_invitation(&secret, Some(desk.staff.id));
    assert!(beside.is_ok(), "who is signed in already may add a device");
}

#[test]
fn a_secret_shows_itself_to_nobody() {
    let city = TestCity::new();
    let secret = city.resident("Nguyễn Thị Lan").signs_in();
    assert!(!format!("{secret:?}").contains(&secret.reveal()[..8]));
    assert_eq!(
        Secret::parse(&secret.reveal().to_uppercase())
            .as_ref()
            .map(Secret::hash),
        Some(secret.hash())
    );
    for wrong in ["", "abc", &"g".repeat(64), &"a".repeat(65)] {
        assert!(Secret::parse(wrong).is_none(), "{wrong}");
    }
}
