//! Signing in and out: residents through whoever vouches for them, staff by passkeys.

use axum::http::StatusCode;
use motcua_domain::access::Role;
use motcua_engine::rows::SessionHolder;
use motcua_testcity::TestCity;

use crate::browser::{Browser, Site, View};
use crate::world::Vouching;

fn state_of(view: &View) -> String {
    view.header("location").split("state=").nth(1).unwrap().to_owned()
}

#[test]
fn a_resident_signs_in_and_comes_back_to_where_they_wanted_to_go() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let browser = Browser::with(&city, Site::City, Vouching::for_residents(&[&lan]), "http");
    let asked = browser.goes("/cases?a=b");
    let subject = &lan.person.subject.as_ref().unwrap().name;
    let done = browser.opens(&format!(
        "/sign-in/return?code={subject}&state={}",
        state_of(&asked)
    ));
    assert_eq!(done.header("location"), "/cases?a=b");
    let account = browser.goes("/account");
    assert_eq!(account.status, StatusCode::OK);
    assert!(account.text().contains("Nguyễn Thị Lan"));
    assert_eq!(
        browser.cookie("motcua-sign-in"),
        None,
        "what tied the way to this browser is gone"
    );
}

#[test]
fn a_sign_in_of_another_browser_or_another_time_is_worth_nothing() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let subject = lan.person.subject.clone().unwrap().name;
    let vouching = Vouching::for_residents(&[&lan]);
    let hers = Browser::with(&city, Site::City, vouching.clone(), "http");
    let state = state_of(&hers.goes("/cases"));
    let back = format!("/sign-in/return?code={subject}&state={state}");
    let strangers = Browser::with(&city, Site::City, vouching, "http");
    assert_eq!(strangers.opens(&back).status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(strangers.cookie("motcua"), None);

    let forged = format!("/sign-in/return?code={subject}&state=another");
    assert_eq!(hers.opens(&forged).status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        hers.opens(&back).status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "a way that failed is not gone twice"
    );

    let state = state_of(&hers.goes("/cases"));
    city.clock.advance(15 * 60_000 + 1);
    let late = format!("/sign-in/return?code={subject}&state={state}");
    assert_eq!(hers.opens(&late).status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(hers.cookie("motcua"), None);
}

#[test]
fn nobody_is_led_away_after_signing_in() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let subject = lan.person.subject.clone().unwrap().name;
    for to in [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
    ] {
        let browser = Browser::with(&city, Site::City, Vouching::for_residents(&[&lan]), "http");
        let query: String = url::form_urlencoded::byte_serialize(to.as_bytes()).collect();
        let state = state_of(&browser.goes(&format!("/sign-in?to={query}")));
        let done = browser.opens(&format!("/sign-in/return?code={subject}&state={state}"));
        assert_eq!(done.header("location"), "/", "{to}");
        assert_eq!(
            browser.opens(&format!("/sign-in?to={query}")).header("location"),
            "/",
            "{to}, signed in already"
        );
    }
}

#[test]
fn signing_out_ends_the_session_for_whoever_kept_the_cookie() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let session = lan.signs_in();
    let browser = Browser::at(&city, Site::City).holding(&session);
    assert_eq!(browser.opens("/cases").status, StatusCode::OK);
    browser.posts("/sign-out", &[]);
    assert_eq!(browser.cookie("motcua"), None);
    let kept = Browser::at(&city, Site::City).holding(&session);
    assert!(kept.opens("/cases").header("location").starts_with("/sign-in"));
}

#[test]
fn a_member_of_staff_enrols_by_an_invitation_and_signs_in_by_passkey() {
    let city = TestCity::new();
    let admin = city.officer(Role::TechnicalAdmin);
    let clerk = city.officer(Role::Clerk);
    let invitation = city
        .engine
        .invite_staff(&admin.actor(), clerk.staff.id)
        .unwrap()
        .0;
    let browser = Browser::at(&city, Site::Staff);
    let address = format!("/invitation/{}", invitation.reveal());
    assert!(browser.goes(&address).text().contains(&clerk.staff.name));
    let ceremony = |view: View| {
        let begun: serde_json::Value = serde_json::from_slice(&view.bytes).unwrap();
        begun["ceremony"].as_str().unwrap().to_owned()
    };
    let finish = |path: &str, ceremony: String| {
        let answer = serde_json::json!({ "ceremony": ceremony, "answer": clerk.staff.id.to_string() });
        browser.sends(path, "application/json", answer.to_string().into_bytes())
    };
    let begun = ceremony(browser.sends(&format!("{address}/begin"), "application/json", b"{}".to_vec()));
    let enrolled = finish("/invitation/finish", begun);
    assert_eq!(enrolled.status, StatusCode::OK, "{}", enrolled.text());
    assert_eq!(
        browser.opens("/desk").status,
        StatusCode::OK,
        "enrolled is signed in"
    );
    assert_eq!(
        browser.opens(&address).status,
        StatusCode::NOT_FOUND,
        "an invitation is used up"
    );

    browser.posts("/sign-out", &[]);
    assert!(browser.opens("/desk").header("location").starts_with("/sign-in"));
    let begun = ceremony(browser.sends("/sign-in/begin", "application/json", b"{}".to_vec()));
    assert_eq!(finish("/sign-in/finish", begun.clone()).status, StatusCode::OK);
    assert_eq!(browser.opens("/desk").status, StatusCode::OK);
    assert_eq!(
        finish("/sign-in/finish", begun).status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "an answer is taken once"
    );
}

#[test]
fn a_bypass_link_opens_a_demonstration_once_and_a_real_city_never() {
    let demo = TestCity::with(|facts| facts.is_demo = true);
    let clerk = demo.officer(Role::Clerk);
    let link = demo
        .engine
        .issue_bypass(SessionHolder::Staff(clerk.staff.id), 60_000)
        .unwrap();
    let address = format!("/bypass/{}", link.reveal());
    let real = TestCity::new();
    assert_eq!(
        Browser::at(&real, Site::Staff).opens(&address).status,
        StatusCode::NOT_FOUND
    );
    let browser = Browser::at(&demo, Site::Staff);
    assert_eq!(browser.opens(&address).header("location"), "/desk");
    assert_eq!(browser.opens("/desk").status, StatusCode::OK);
    assert_eq!(
        Browser::at(&demo, Site::Staff).opens(&address).status,
        StatusCode::NOT_FOUND
    );
}

#[test]
fn an_officer_at_the_residents_site_is_asked_to_sign_in_as_a_resident() {
    let city = TestCity::new();
    let clerk = city.officer(Role::Clerk);
    let browser = Browser::at(&city, Site::City).holding(&clerk.signs_in());
    let view = browser.goes("/cases");
    assert!(
        view.header("location").starts_with("https://id.example/"),
        "{} {}",
        view.path,
        view.status
    );
}

#[test]
fn a_resident_at_the_staffs_site_is_nobody() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let browser = Browser::at(&city, Site::Staff).holding(&lan.signs_in());
    let view = browser.goes("/desk");
    assert_eq!(
        (view.path.split('?').next().unwrap(), view.status),
        ("/sign-in", StatusCode::OK)
    );
}
