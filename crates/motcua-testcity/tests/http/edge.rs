//! What goes no further than the door is still answered in words, and nobody asks without end.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use motcua_domain::access::Role;
use motcua_testcity::{BEES, Office, TestCity};
use motcua_web::edge::{Limits, Peer, Rate};

use crate::browser::{Browser, Site, View};

fn asks(browser: &Browser, method: Method, path: &str, headers: &[(&str, &str)], body: &[u8]) -> View {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    browser.asks(request.body(Body::from(body.to_vec())).unwrap())
}

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");
const SAME: (&str, &str) = ("sec-fetch-site", "same-origin");

/// How something is asked, and the status that it gets.
type Rejection = (
    Method,
    String,
    Vec<(&'static str, &'static str)>,
    Vec<u8>,
    StatusCode,
);

/// What a library rejects.
fn rejections(draft: &str) -> Vec<Rejection> {
    let send = format!("/drafts/{draft}/desk");
    let papers = format!("/drafts/{draft}/papers");
    vec![
        (
            Method::POST,
            "/sign-out".to_owned(),
            vec![("sec-fetch-site", "cross-site")],
            vec![],
            StatusCode::FORBIDDEN,
        ),
        (
            Method::PUT,
            "/".to_owned(),
            vec![SAME],
            vec![],
            StatusCode::METHOD_NOT_ALLOWED,
        ),
        (
            Method::GET,
            "/nowhere".to_owned(),
            vec![],
            vec![],
            StatusCode::NOT_FOUND,
        ),
        (
            Method::GET,
            "/assets/nothing.css".to_owned(),
            vec![],
            vec![],
            StatusCode::NOT_FOUND,
        ),
        (
            Method::GET,
            "/procedures?from=x".to_owned(),
            vec![],
            vec![],
            StatusCode::BAD_REQUEST,
        ),
        (
            Method::GET,
            "/problems/%ff".to_owned(),
            vec![],
            vec![],
            StatusCode::BAD_REQUEST,
        ),
        (
            Method::POST,
            send.clone(),
            vec![SAME, FORM],
            vec![b'a'; 2 << 20],
            StatusCode::PAYLOAD_TOO_LARGE,
        ),
        (
            Method::POST,
            papers.clone(),
            vec![SAME, FORM],
            b"a=b".to_vec(),
            StatusCode::BAD_REQUEST,
        ),
    ]
}

#[test]
fn whatever_a_library_rejects_is_a_page_in_the_visitors_language() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let draft = lan.starts(BEES).to_string();
    let browser = Browser::at(&city, Site::City).holding(&lan.signs_in());
    for lang in ["vi", "en"] {
        browser.goes(&format!("/?lang={lang}"));
        for (method, path, headers, body, status) in rejections(&draft) {
            let view = asks(&browser, method.clone(), &path, &headers, &body);
            let text = view.text();
            assert_eq!(view.status, status, "{method} {path}: {text}");
            assert!(
                view.header("content-type").starts_with("text/html"),
                "{method} {path}"
            );
            assert!(
                text.contains(&format!("<html lang=\"{lang}\"")),
                "{method} {path}: {text}"
            );
            assert_eq!(text.matches("<h1").count(), 1, "{method} {path}");
            assert!(
                !view.header("content-security-policy").is_empty(),
                "{method} {path}"
            );
        }
    }
}

#[test]
fn whatever_a_library_rejects_is_a_problem_for_a_program_and_its_type_has_a_page() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let draft = lan.starts(BEES).to_string();
    let browser = Browser::at(&city, Site::City).holding(&lan.signs_in());
    for (method, path, mut headers, body, status) in rejections(&draft) {
        headers.push(("accept", "application/json"));
        let view = asks(&browser, method.clone(), &path, &headers, &body);
        assert_eq!(
            view.header("content-type"),
            "application/problem+json",
            "{method} {path}"
        );
        let problem: serde_json::Value = serde_json::from_slice(&view.bytes).unwrap();
        assert_eq!(problem["status"], status.as_u16(), "{method} {path}");
        for member in ["title", "detail", "next"] {
            assert!(
                !problem[member].as_str().unwrap().is_empty(),
                "{method} {path}: {member}"
            );
        }
        let kind = problem["type"].as_str().unwrap();
        let page = browser.opens(kind);
        assert_eq!(page.status, StatusCode::OK, "{kind}");
        assert!(page.text().contains(problem["title"].as_str().unwrap()), "{kind}");
    }
    let method = asks(&browser, Method::PUT, "/track", &[SAME], b"");
    assert_eq!(
        method.header("allow"),
        "GET,HEAD",
        "what the address does take is still said"
    );
}

#[test]
fn a_body_of_another_kind_and_a_body_too_large_are_told_apart_for_programs() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let lan = city.resident("Nguyễn Thị Lan");
    let sent = lan.asks_for_bees();
    let browser = Browser::at(&city, Site::Staff).holding(&office.desk.signs_in());
    let path = format!("/api/v1/cases/{}/accept", sent.reference);
    let large = asks(&browser, Method::POST, &path, &[SAME], &vec![b' '; 2 << 20]);
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE, "{}", large.text());
    let plain = asks(
        &browser,
        Method::POST,
        "/sign-in/finish",
        &[SAME, ("content-type", "text/plain")],
        b"{}",
    );
    assert_eq!(
        plain.status,
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "{}",
        plain.text()
    );
    assert!(plain.header("content-type").starts_with("text/html"));
}

#[test]
fn looking_whether_a_paper_is_there_does_not_use_its_address_up() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let lan = city.resident("Nguyễn Thị Lan");
    let sent = lan.asks_for_bees();
    office.takes_in(&sent);
    let desk = Browser::at(&city, Site::Staff).holding(&office.specialist.signs_in());
    let file = city.case(&sent).papers.first().unwrap().file;
    let led = desk.opens(&format!("/desk/cases/{}/papers/{file}/original", sent.reference));
    let address = led.header("location");
    let path = address.strip_prefix("http://papers.example").unwrap();
    let papers = Browser::at(&city, Site::Papers);
    for _ in 0..2 {
        let looked = asks(&papers, Method::HEAD, path, &[], b"");
        assert_eq!((looked.status, looked.bytes.len()), (StatusCode::OK, 0));
        assert!(looked.header("content-disposition").starts_with("attachment"));
    }
    assert_eq!(papers.opens(path).status, StatusCode::OK);
    assert_eq!(papers.opens(path).status, StatusCode::NOT_FOUND, "it works once");
}

#[test]
fn looking_at_a_link_that_signs_in_does_not_use_it_up() {
    let city = TestCity::with(|facts| facts.is_demo = true);
    let clerk = city.officer(Role::Clerk);
    let who = motcua_engine::rows::SessionHolder::Staff(clerk.staff.id);
    let link = city.engine.issue_bypass(who, 60_000).unwrap();
    let browser = Browser::at(&city, Site::Staff);
    let path = format!("/bypass/{}", link.reveal());
    assert_eq!(
        asks(&browser, Method::HEAD, &path, &[], b"").status,
        StatusCode::METHOD_NOT_ALLOWED
    );
    assert_eq!(browser.opens(&path).header("location"), "/desk");
}

/// Limits so narrow that a test meets them.
fn narrow() -> Limits {
    let mut limits = Limits::default();
    let two = Rate {
        burst: 2,
        per_hour: 60,
    };
    limits.address.track = two;
    limits.address.sign_in = two;
    limits.holder.search = two;
    limits
}

fn from(browser: &Browser, address: &str, path: &str) -> View {
    let mut request = Request::get(path).body(Body::empty()).unwrap();
    let peer = format!("{address}:40000").parse().unwrap();
    request.extensions_mut().insert(Peer(peer));
    browser.asks(request)
}

#[test]
fn whoever_tries_numbers_one_after_the_other_is_asked_to_wait_in_words() {
    let city = TestCity::new();
    let browser = Browser::limited(&city, Site::City, narrow());
    let tries = |address: &str| from(&browser, address, "/track?name=GN-00000-00000").status;
    assert_eq!([tries("192.0.2.1"), tries("192.0.2.1")], [StatusCode::OK; 2]);
    let turned = from(&browser, "192.0.2.1", "/track?name=GN-00000-00001&lang=en");
    assert_eq!(turned.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(turned.header(header::RETRY_AFTER.as_str()), "61");
    assert!(
        turned.text().contains("You have asked too often"),
        "{}",
        turned.text()
    );
    assert_eq!(
        tries("192.0.2.2"),
        StatusCode::OK,
        "somebody else is not asked to wait"
    );
    assert_eq!(
        from(&browser, "192.0.2.1", "/track").status,
        StatusCode::OK,
        "the form is there"
    );
    city.clock.advance(61_000);
    assert_eq!(tries("192.0.2.1"), StatusCode::OK);
    assert_eq!(tries("192.0.2.1"), StatusCode::TOO_MANY_REQUESTS);
}

#[test]
fn signing_in_is_limited_by_address_and_searching_by_who_has_signed_in() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let stranger = Browser::limited(&city, Site::City, narrow());
    let signs = || from(&stranger, "192.0.2.1", "/sign-in").status;
    assert!(signs().is_redirection() && signs().is_redirection());
    assert_eq!(signs(), StatusCode::TOO_MANY_REQUESTS);

    let hers = Browser::limited(&city, Site::City, narrow()).holding(&lan.signs_in());
    let mut turn = 0;
    let mut searches = || {
        turn += 1;
        from(&hers, &format!("192.0.2.{turn}"), "/procedures?q=ong").status
    };
    assert_eq!([searches(), searches()], [StatusCode::OK; 2]);
    assert_eq!(
        searches(),
        StatusCode::TOO_MANY_REQUESTS,
        "from another address each time"
    );
}

#[test]
fn a_program_over_the_limit_reads_a_problem() {
    let city = TestCity::new();
    let mut limits = narrow();
    limits.address.search = Rate {
        burst: 1,
        per_hour: 1,
    };
    let browser = Browser::limited(&city, Site::City, limits);
    let search = || from(&browser, "192.0.2.1", "/api/v1/procedures?q=ong");
    assert_eq!(search().status, StatusCode::OK);
    let turned = search();
    assert_eq!(turned.status, StatusCode::TOO_MANY_REQUESTS);
    let problem: serde_json::Value = serde_json::from_slice(&turned.bytes).unwrap();
    assert_eq!(problem["type"], "/problems/too-many");
}

#[test]
fn behind_tls_the_cookie_of_a_sign_in_under_way_is_the_hosts_own_too() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let vouching = crate::world::Vouching::for_residents(&[&lan]);
    let browser = Browser::with(&city, Site::City, vouching, "https");
    let begun = asks(
        &browser,
        Method::GET,
        "/sign-in?to=/cases",
        &[("host", "city.example")],
        b"",
    );
    let cookie = begun.header("set-cookie");
    assert!(cookie.starts_with("__Host-motcua-sign-in="), "{cookie}");
    for part in ["; Path=/", "; HttpOnly", "; SameSite=Lax", "; Secure"] {
        assert!(cookie.contains(part), "{cookie} has no{part}");
    }
    let state = begun
        .header("location")
        .split("state=")
        .nth(1)
        .unwrap()
        .to_owned();
    let subject = lan.person.subject.clone().unwrap().name;
    let done = browser.opens(&format!("/sign-in/return?code={subject}&state={state}"));
    assert_eq!(done.header("location"), "/cases", "and it is found again");
    assert_eq!(browser.cookie("__Host-motcua-sign-in"), None);
}
