//! What every answer carries, and what no request from elsewhere may do.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use motcua_domain::access::Role;
use motcua_testcity::{BEES, Office, TestCity};

use crate::browser::{Browser, Site, View};

/// A few pages of every kind, of every site, in both languages.
fn pages(city: &TestCity) -> Vec<View> {
    let lan = city.resident("Nguyễn Thị Lan");
    let office = Office::of(city);
    let sent = lan.asks_for_bees();
    office.takes_in(&sent);
    let draft = lan.starts(BEES);
    let name = sent.reference.as_str();
    let mut views = Vec::new();
    for lang in ["vi", "en"] {
        let home = Browser::at(city, Site::City).holding(&lan.signs_in());
        for path in [
            "/".to_owned(),
            "/procedures".to_owned(),
            format!("/procedures/{BEES}"),
            "/cases".to_owned(),
            format!("/cases/{name}"),
            format!("/drafts/{draft}/q/so-to"),
            format!("/drafts/{draft}/papers"),
            format!("/drafts/{draft}/check"),
            "/no-such-page".to_owned(),
            "/account".to_owned(),
            "/track?name=GN-00000-00000".to_owned(),
        ] {
            views.push(home.goes(&with_lang(&path, lang)));
        }
        let desk = Browser::at(city, Site::Staff).holding(&office.specialist.signs_in());
        for path in [
            "/desk",
            &format!("/desk/cases/{name}"),
            "/no-such-page",
            "/sign-in",
        ] {
            views.push(desk.goes(&with_lang(path, lang)));
        }
    }
    views.push(Browser::at(city, Site::Papers).goes(&format!("/{}", "a".repeat(64))));
    views
}

fn with_lang(path: &str, lang: &str) -> String {
    let sign = if path.contains('?') { '&' } else { '?' };
    format!("{path}{sign}lang={lang}")
}

#[test]
fn every_answer_carries_the_headers_that_keep_browsers_safe() {
    let city = TestCity::new();
    for view in pages(&city) {
        let policy = view.header("content-security-policy");
        assert!(
            policy.contains("default-src 'none'") && !policy.contains("unsafe"),
            "{}: {policy}",
            view.path
        );
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cache-control", "no-store"),
        ] {
            assert_eq!(view.header(name), value, "{}: {name}", view.path);
        }
    }
}

#[test]
fn no_page_has_styles_or_scripts_of_its_own() {
    let city = TestCity::new();
    for view in pages(&city)
        .into_iter()
        .filter(|view| view.header("content-type").starts_with("text/html"))
    {
        let text = view.text();
        for forbidden in [
            " style=",
            "<style",
            " onclick=",
            " onload=",
            " onsubmit=",
            "javascript:",
        ] {
            assert!(!text.contains(forbidden), "{} has{forbidden}", view.path);
        }
        for script in text.split("<script").skip(1) {
            assert!(
                script.split('>').next().unwrap().contains("src="),
                "{} has a script within",
                view.path
            );
        }
    }
}

#[test]
fn every_page_says_its_language_and_its_title_and_switches_to_the_other() {
    let city = TestCity::new();
    for view in pages(&city)
        .into_iter()
        .filter(|view| view.header("content-type").starts_with("text/html"))
    {
        let lang = if view.path.contains("lang=en") { "en" } else { "vi" };
        let text = view.text();
        assert!(text.contains(&format!("<html lang=\"{lang}\"")), "{}", view.path);
        assert!(
            text.contains("<title>") && !text.contains("<title></title>"),
            "{}",
            view.path
        );
        assert_eq!(
            text.matches("<h1").count(),
            1,
            "{} has one heading of the first level",
            view.path
        );
        let other = if lang == "vi" { "lang=en" } else { "lang=vi" };
        let switches = crate::form::links(&text).iter().any(|to| to.contains(other));
        assert!(
            switches || view.header("content-security-policy").is_empty(),
            "{} has no way to {other}",
            view.path
        );
    }
}

#[test]
fn a_chosen_language_is_remembered_and_an_unknown_one_is_not() {
    let city = TestCity::new();
    let browser = Browser::at(&city, Site::City);
    let english = browser.goes("/?lang=en");
    assert!(english.text().contains("<html lang=\"en\""));
    assert!(browser.goes("/").text().contains("<html lang=\"en\""));
    assert!(browser.goes("/?lang=tlh").text().contains("<html lang=\"en\""));
    browser.goes("/?lang=vi");
    assert!(browser.goes("/").text().contains("<html lang=\"vi\""));
    let telephone = Browser::at(&city, Site::City);
    let request = Request::get("/")
        .header(header::ACCEPT_LANGUAGE, "en-GB,en;q=0.9")
        .body(Body::empty());
    assert!(
        telephone
            .asks(request.unwrap())
            .text()
            .contains("<html lang=\"vi\""),
        "an English telephone is no wish"
    );
}

#[test]
fn an_act_that_another_site_asks_for_is_not_done() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let sent = lan.asks_for_bees();
    let browser = Browser::at(&city, Site::City).holding(&lan.signs_in());
    let from = |headers: &[(&str, &str)]| {
        let mut request =
            Request::post(format!("/cases/{}/recall", sent.reference)).header(header::HOST, "city.example");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let form = "application/x-www-form-urlencoded";
        browser.asks(
            request
                .header(header::CONTENT_TYPE, form)
                .body(Body::empty())
                .unwrap(),
        )
    };
    for headers in [
        &[("sec-fetch-site", "cross-site")][..],
        &[("sec-fetch-site", "same-site")],
        &[("origin", "https://evil.example")],
        &[("origin", "null")],
    ] {
        assert_eq!(from(headers).status, StatusCode::FORBIDDEN, "{headers:?}");
        assert_eq!(
            city.case(&sent).step,
            motcua_domain::case::Step::Sent,
            "{headers:?}"
        );
    }
    assert!(from(&[("sec-fetch-site", "same-origin")]).status.is_redirection());
    assert_eq!(city.case(&sent).step, motcua_domain::case::Step::Recalled);
}

#[test]
fn behind_tls_cookies_are_the_hosts_own_and_browsers_are_told_to_stay() {
    let city = TestCity::with(|facts| facts.is_demo = true);
    let lan = city.resident("Nguyễn Thị Lan");
    let who = motcua_engine::rows::SessionHolder::Person(lan.person.id);
    let link = city.engine.issue_bypass(who, 60_000).unwrap();
    let browser = Browser::with(&city, Site::City, crate::world::Vouching::default(), "https");
    let view = browser.opens(&format!("/bypass/{}", link.reveal()));
    let cookie = view.header("set-cookie");
    assert!(cookie.starts_with("__Host-motcua="), "{cookie}");
    for part in ["; Path=/", "; HttpOnly", "; SameSite=Lax", "; Secure"] {
        assert!(cookie.contains(part), "{cookie} has no{part}");
    }
    assert!(view.header("strict-transport-security").starts_with("max-age="));
}

#[test]
fn what_a_person_typed_is_text_on_every_page_that_shows_it() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn <script>alert(1)</script> Lan");
    let office = Office::of(&city);
    let sent = lan.asks_for_bees();
    office.takes_in(&sent);
    city.worker_runs();
    office
        .specialist
        .asks_for(&sent, &[("hives", false, "<img src=x onerror=alert(1)>")]);
    let home = Browser::at(&city, Site::City).holding(&lan.signs_in());
    let desk = Browser::at(&city, Site::Staff).holding(&office.specialist.signs_in());
    let name = sent.reference.as_str();
    for view in [
        home.goes("/"),
        home.goes("/account"),
        home.goes(&format!("/cases/{name}")),
        home.goes(&format!("/cases/{name}/supplement")),
        desk.goes("/desk"),
        desk.goes(&format!("/desk/cases/{name}")),
    ] {
        let text = view.text();
        assert!(
            !text.contains("<script>alert") && !text.contains("<img src=x"),
            "{}",
            view.path
        );
    }
}

#[test]
fn a_demonstration_says_so_on_every_page_and_a_real_city_never_does() {
    let real = TestCity::new();
    let demo = TestCity::with(|facts| facts.is_demo = true);
    let marked = |city: &TestCity| {
        let site = Browser::at(city, Site::City).goes("/").text();
        let desk = Browser::at(city, Site::Staff)
            .holding(&city.officer(Role::Clerk).signs_in())
            .goes("/desk")
            .text();
        [site, desk].map(|page| page.contains("class=\"demo\""))
    };
    assert_eq!(marked(&demo), [true, true]);
    assert_eq!(marked(&real), [false, false]);
}
