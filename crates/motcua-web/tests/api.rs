//! The API through its front door: what a program with a token can do, and how it hears what it cannot.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says by panicking what is wrong, in its helpers too"
)]

mod door;

use axum::http::StatusCode;
use door::Door;
use motcua_domain::access::Role;
use motcua_domain::case::Step;
use motcua_engine::rows::SessionHolder;
use motcua_engine::session::Secret;
use motcua_testcity::{BEES, HAI_CHAU, HOA_CUONG, Named, Office, Officer, Resident, TestCity};

const HOUR: i64 = 3_600_000;

fn token_of(city: &TestCity, who: SessionHolder) -> Secret {
    city.engine.issue_api_token(who, HOUR).unwrap()
}

fn resident_token(city: &TestCity, resident: &Resident<'_>) -> Secret {
    token_of(city, SessionHolder::Person(resident.person.id))
}

fn officer_token(city: &TestCity, officer: &Officer<'_>) -> Secret {
    token_of(city, SessionHolder::Staff(officer.staff.id))
}

#[tokio::test]
async fn a_program_files_a_case_and_sends_it_once() {
    let city = TestCity::new();
    let resident = city.resident("Nguyễn Thị Minh Anh");
    let token = resident_token(&city, &resident);
    let door = Door::city(&city);
    let asked = serde_json::json!({
        "procedure": BEES,
        "desk": HAI_CHAU,
        "answers": { "hives": "2", "neighbours_agree": "yes", "shoe_size": "42" },
    });
    let made = door
        .call("POST", "/api/v1/drafts", Some(&token), &asked.to_string())
        .await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
    let draft = made.json();
    assert_eq!(draft["is_complete"], false);
    assert_eq!(draft["missing_papers"], serde_json::json!(["anh-ban-cong"]));
    assert_eq!(draft["unknown"], serde_json::json!(["shoe_size"]));

    let id = draft["id"].as_str().unwrap();
    let early = door
        .call("POST", &format!("/api/v1/drafts/{id}/send"), Some(&token), "")
        .await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(early.json()["type"], "/problems/draft-incomplete");
    let paper = format!("/api/v1/drafts/{id}/papers/anh-ban-cong?name=anh.jpg");
    let kept = door.call("POST", &paper, Some(&token), "a photo").await;
    assert_eq!(kept.status, StatusCode::CREATED, "{}", kept.body);

    let send = format!("/api/v1/drafts/{id}/send");
    let sent = door.call("POST", &send, Some(&token), "").await;
    assert_eq!(sent.status, StatusCode::OK, "{}", sent.body);
    let again = door.call("POST", &send, Some(&token), "").await;
    assert_eq!(
        sent.json()["reference"],
        again.json()["reference"],
        "sent exactly once"
    );
    let list = door.call("GET", "/api/v1/cases", Some(&token), "").await.json();
    assert_eq!(list["items"].as_array().unwrap().len(), 1);
    let name = list["items"][0]["name"].as_str().unwrap();
    let case = door
        .call("GET", &format!("/api/v1/cases/{name}"), Some(&token), "")
        .await
        .json();
    assert_eq!(
        (case["step"].as_str(), case["status"].as_u64()),
        (Some("sent"), Some(1))
    );
    city.worker_runs();
}

#[tokio::test]
async fn programs_of_the_office_carry_a_case_to_its_result() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let reference = city.resident("Trần Văn An").asks_for_bees().case_name();
    let door = Door::staff(&city);
    let desk = officer_token(&city, &office.desk);
    let inbox = door
        .call("GET", "/api/v1/cases?queue=intake", Some(&desk), "")
        .await
        .json();
    assert_eq!(inbox["items"][0]["name"].as_str(), Some(reference.as_str()));

    let path = |name: &str, act: &str| format!("/api/v1/cases/{name}/{act}");
    let accepted = door
        .call("POST", &path(&reference, "accept"), Some(&desk), "")
        .await;
    assert_eq!(accepted.status, StatusCode::OK, "{}", accepted.body);
    let name = accepted.json()["name"].as_str().unwrap().to_owned();
    let specialist = office.specialist.staff.id.to_string();
    let findings: Vec<_> = office
        .desk
        .opens(&name)
        .findings
        .into_iter()
        .map(|one| serde_json::json!({ "condition": one.condition, "met": true }))
        .collect();
    let way = [
        (&office.desk, "hand-over", String::new()),
        (
            &office.division,
            "assign",
            serde_json::json!({ "specialist": specialist }).to_string(),
        ),
        (
            &office.specialist,
            "examine",
            serde_json::json!({ "findings": findings }).to_string(),
        ),
        (
            &office.specialist,
            "draft-outcome",
            r#"{"kind":"granted"}"#.to_owned(),
        ),
        (&office.head, "sign-outcome", "{}".to_owned()),
        (&office.clerk, "issue-outcome", "{}".to_owned()),
        (
            &office.counter,
            "return-result",
            r#"{"identity_checked":true,"right_checked":true}"#.to_owned(),
        ),
    ];
    for (officer, act, body) in way {
        let token = officer_token(&city, officer);
        let acted = door.call("POST", &path(&name, act), Some(&token), &body).await;
        assert_eq!(acted.status, StatusCode::OK, "{act}: {}", acted.body);
    }
    assert_eq!(city.case(&name).step, Step::Delivered);
    city.worker_runs();
}

#[tokio::test]
async fn what_goes_wrong_is_a_problem_with_a_stable_code() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let case = city.resident("Trần Văn An").asks_for_bees().case_name();
    let door = Door::staff(&city);
    let desk = officer_token(&city, &office.desk);
    let clerk = officer_token(&city, &office.clerk);
    let outsider = officer_token(&city, &city.officer_of(HOA_CUONG, &[Role::ReceivingOfficer]));
    let path = |act: &str| format!("/api/v1/cases/{case}/{act}");
    let cases = [
        (None, path("accept"), "", 401, "sign-in-first"),
        (Some(&clerk), path("accept"), "", 403, "not-your-office"),
        (Some(&outsider), path("accept"), "", 404, "not-found"),
        (Some(&desk), path("hand-over"), "", 409, "not-at-this-step"),
        (Some(&desk), path("refuse-intake"), "{}", 409, "reason-missing"),
        (
            Some(&desk),
            path("refuse-intake"),
            r#"{"raeson":"x"}"#,
            422,
            "json-unreadable",
        ),
        (Some(&desk), path("accept"), "not json", 422, "json-unreadable"),
        (Some(&desk), path("fly"), "", 404, "not-found"),
    ];
    for (token, path, body, status, code) in cases {
        let answer = door.call("POST", &path, token, body).await;
        assert_eq!(answer.status.as_u16(), status, "{path}: {}", answer.body);
        assert_eq!(answer.media_type, "application/problem+json", "{path}");
        let problem = answer.json();
        assert_eq!(problem["type"], format!("/problems/{code}"), "{path}");
        assert_eq!(problem["status"], status, "{path}");
        assert!(problem["title"].as_str().is_some_and(|title| !title.is_empty()));
    }
    let reason = door
        .call("POST", &path("refuse-intake"), Some(&desk), "{}")
        .await
        .json();
    assert_eq!(reason["legal_basis"], "D61 17.1b, 19.8");
    city.worker_runs();
}

#[tokio::test]
async fn a_token_stands_for_its_holder_alone() {
    let city = TestCity::new();
    let one = city.resident("Trần Văn An");
    let other = city.resident("Lê Thị Bình");
    let case = one.asks_for_bees().case_name();
    let door = Door::city(&city);
    let token = resident_token(&city, &other);
    let hidden = door
        .call("GET", &format!("/api/v1/cases/{case}"), Some(&token), "")
        .await;
    assert_eq!(hidden.status, StatusCode::NOT_FOUND);
    let list = door.call("GET", "/api/v1/cases", Some(&token), "").await.json();
    assert_eq!(list["items"], serde_json::json!([]));
    city.worker_runs();
}

#[tokio::test]
async fn what_carries_no_file_is_small() {
    let city = TestCity::new();
    let resident = city.resident("Nguyễn Thị Minh Anh");
    let token = resident_token(&city, &resident);
    let door = Door::city(&city);
    let asked = serde_json::json!({ "procedure": BEES, "answers": { "hives": "2".repeat(1 << 20) } });
    let refused = door
        .call("POST", "/api/v1/drafts", Some(&token), &asked.to_string())
        .await;
    assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(refused.json()["type"], "/problems/too-large");
    let asked = serde_json::json!({ "procedure": BEES, "answers": { "hives": "2" } });
    let draft = door
        .call("POST", "/api/v1/drafts", Some(&token), &asked.to_string())
        .await
        .json();
    let paper = format!(
        "/api/v1/drafts/{}/papers/anh-ban-cong?name=anh.jpg",
        draft["id"].as_str().unwrap()
    );
    let kept = door
        .call("POST", &paper, Some(&token), &"a photo".repeat(1 << 18))
        .await;
    assert_eq!(kept.status, StatusCode::CREATED, "{}", kept.body);
}
