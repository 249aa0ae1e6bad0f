//! The residents' site through its front door: from the search to the result, by links and forms alone.

mod door;

use axum::http::StatusCode;
use door::{Answer, Door, leads_on};
use motcua_domain::case::Step;
use motcua_engine::session::Secret;
use motcua_testcity::{BEES, BIRTH, HAI_CHAU, Named, Office, Resident, TestCity, bees};

/// A page of the residents' site: it has one heading of the first rank.
#[track_caller]
fn page(answer: Answer) -> String {
    let body = door::page(answer);
    assert_eq!(body.matches("<h1").count(), 1, "{body}");
    body
}

/// Begins a draft by the button of the procedure's page.
async fn begins(door: &Door, session: &Secret, code: &str) -> String {
    let shown = page(door.get(&format!("/procedures/{code}"), Some(session)).await);
    let act = format!("/procedures/{code}/start");
    assert!(shown.contains(&format!("action=\"{act}\"")), "{shown}");
    leads_on(&door.post(&act, Some(session), &[]).await)
}

#[tokio::test]
async fn a_case_is_filed_page_by_page_and_sent_once() {
    let city = TestCity::new();
    let resident = city.resident("Nguyễn Thị Minh Anh");
    let (door, session) = (Door::city(&city), resident.signs_in());
    let me = Some(&session);

    let draft = begins(&door, &session, BEES).await;
    let at = |stop: &str| format!("{draft}/{stop}");
    assert_eq!(leads_on(&door.get(&draft, me).await), at("desk"));
    let nowhere = door.post(&at("desk"), me, &[("desk", "")]).await;
    let errors = page(door.get(&leads_on(&nowhere), me).await);
    assert!(
        errors.contains("<title>Lỗi:") && errors.contains("href=\"#desk\""),
        "{errors}"
    );
    let chosen = door.post(&at("desk"), me, &[("desk", HAI_CHAU)]).await;
    assert_eq!(leads_on(&chosen), at("q/so-to"));

    // What is wrong is said by a page that was got, with the answer kept as it was typed.
    let wrong = door.post(&at("q/so-to"), me, &[("hives", "chín")]).await;
    let wrong = page(door.get(&leads_on(&wrong), me).await);
    assert!(
        wrong.contains("<title>Lỗi:") && wrong.contains("value=\"chín\""),
        "{wrong}"
    );
    assert_eq!(
        wrong.matches("Số tổ ong là một số từ 1 đến 4").count(),
        2,
        "summary and field agree"
    );
    let right = door.post(&at("q/so-to"), me, &[("hives", "2")]).await;
    assert_eq!(leads_on(&right), at("q/hang-xom"));
    assert!(
        page(door.get(&at("q/hang-xom"), me).await).contains(&format!("href=\"{}\"", at("q/so-to"))),
        "Back"
    );

    // Saved to be done later, and taken up again where something is open.
    let later = door.post(&at("q/hang-xom"), me, &[("@later", "yes")]).await;
    assert_eq!(leads_on(&later), "/cases");
    assert!(page(door.get("/cases", me).await).contains(&format!("href=\"{draft}\"")));
    assert_eq!(leads_on(&door.get(&draft, me).await), at("q/hang-xom"));
    let agreed = door
        .post(&at("q/hang-xom"), me, &[("neighbours_agree", "yes")])
        .await;
    assert_eq!(leads_on(&agreed), at("papers"));

    uploads_one_of_two(&door, &session, &at("papers"), &at("check")).await;

    let check = page(door.get(&at("check"), me).await);
    assert!(
        check.contains("Nộp hồ sơ") && check.contains("q/so-to?to=check"),
        "{check}"
    );
    let changed = door.post(&at("q/so-to?to=check"), me, &[("hives", "3")]).await;
    assert_eq!(leads_on(&changed), at("check"), "a change returns to the check");
    let unsworn = door.post(&at("send"), me, &[]).await;
    assert!(page(door.get(&leads_on(&unsworn), me).await).contains("Đánh dấu vào lời cam đoan"));

    is_sent_once(&city, &door, &resident, &session, &draft).await;
}

/// A refused file is named; the other one of the same request stays.
async fn uploads_one_of_two(door: &Door, session: &Secret, papers: &str, check: &str) {
    let me = Some(session);
    let field = "paper-anh-ban-cong";
    let both = [
        (field, Some("anh.jpg"), "a photo"),
        (field, Some("trong.jpg"), ""),
    ];
    let refused = page(door.upload(papers, me, &both).await);
    assert!(
        refused.contains("trong.jpg: tệp không có gì bên trong"),
        "{refused}"
    );
    assert!(refused.contains("<b>anh.jpg</b>"), "{refused}");
    assert_eq!(leads_on(&door.upload(papers, me, &[]).await), check);
}

/// Double click, retry and Back end at the same receipt, which survives another sign-in.
async fn is_sent_once(city: &TestCity, door: &Door, resident: &Resident<'_>, session: &Secret, draft: &str) {
    let me = Some(session);
    let at = |stop: &str| format!("{draft}/{stop}");
    let sworn = [("undertaking", "yes")];
    let receipt = leads_on(&door.post(&at("send"), me, &sworn).await);
    assert!(receipt.starts_with("/sent/GN-"), "{receipt}");
    for again in [
        door.post(&at("send"), me, &sworn).await,
        door.get(&at("check"), me).await,
    ] {
        assert_eq!(
            leads_on(&again),
            receipt,
            "retry and Back end at the same receipt"
        );
    }
    assert!(page(door.get(&receipt, me).await).contains("Đã gửi hồ sơ"));
    let other_session = resident.signs_in();
    page(door.get(&receipt, Some(&other_session)).await);
    city.worker_runs();
    assert!(
        page(door.get(&receipt, me).await).contains("papers/sending-receipt"),
        "the paper is there"
    );
}

#[tokio::test]
async fn a_supplement_is_answered_item_by_item() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let resident = city.resident("Trần Văn An");
    let name = resident.asks_for_bees().case_name();
    office.desk.asks_for(
        &name,
        &[
            ("anh-ban-cong", true, "Ảnh bị mờ"),
            ("hives", false, "Ghi lại số tổ"),
        ],
    );
    let (door, session) = (Door::city(&city), resident.signs_in());
    let me = Some(&session);
    let tracker = page(door.get(&format!("/cases/{name}"), me).await);
    assert!(
        tracker.contains("Bạn cần bổ sung 2 mục.") && tracker.contains("Ảnh bị mờ"),
        "{tracker}"
    );

    let path = format!("/cases/{name}/supplement");
    let asked = page(door.get(&path, me).await);
    assert!(
        asked.contains("Ghi lại số tổ") && asked.contains("name=\"hives\" value=\"2\""),
        "{asked}"
    );
    let half = [
        ("hives", None, "chín"),
        ("paper-anh-ban-cong", Some("ro.jpg"), "a sharp photo"),
    ];
    let half = page(door.upload(&path, me, &half).await);
    assert!(
        half.contains("<title>Lỗi:") && half.contains("value=\"chín\""),
        "{half}"
    );
    let (_, after) = half.split_once("name=\"kept-anh-ban-cong\" value=\"").unwrap();
    let (kept, _) = after.split_once('"').unwrap();
    assert_eq!(
        city.case(&name).step,
        Step::SupplementAtIntake,
        "nothing has changed"
    );

    let stranger = city.resident("Lê Thị Bình").signs_in();
    let taken = door.upload(&path, Some(&stranger), &[]).await;
    assert_eq!(taken.status, StatusCode::NOT_FOUND);
    let whole = [("hives", None, "3"), ("kept-anh-ban-cong", None, kept)];
    assert_eq!(
        leads_on(&door.upload(&path, me, &whole).await),
        format!("/cases/{name}")
    );
    assert_eq!(city.case(&name).step, Step::Sent);
    assert_eq!(
        leads_on(&door.get(&path, me).await),
        format!("/cases/{name}"),
        "nothing more is asked"
    );
    city.worker_runs();
}

#[tokio::test]
async fn the_result_is_taken_by_an_act_and_rated_once() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let resident = city.resident("Trần Văn An");
    let sent = resident.asks_for_bees();
    let number = office.takes_in(&sent).case_name();
    let (door, session) = (Door::city(&city), resident.signs_in());
    let me = Some(&session);
    let path = format!("/cases/{number}");
    office.desk.opens(&number);
    let running = page(door.get(&path, me).await);
    for words in [
        "Xem cách tính từng ngày",
        "Bắt đầu tính từ",
        "Hết hạn lúc",
        "Bạn không phải làm gì lúc này.",
    ] {
        assert!(running.contains(words), "{words}: {running}");
    }
    office.grants(&number);
    city.worker_runs();
    let outcome = format!("{path}/papers/outcome");
    assert_eq!(
        door.get(&outcome, me).await.status,
        StatusCode::NOT_FOUND,
        "not before it was taken"
    );
    assert!(page(door.get(&path, me).await).contains("Nhận kết quả điện tử"));
    assert_eq!(
        leads_on(&door.post(&format!("{path}/collect"), me, &[]).await),
        path
    );
    let paper = door.get(&outcome, me).await;
    assert_eq!(
        (paper.status, paper.media_type.as_str()),
        (StatusCode::OK, "application/pdf")
    );

    let rate = format!("{path}/rate");
    let none = door.post(&rate, me, &[]).await;
    assert!(page(door.get(&leads_on(&none), me).await).contains("Chọn một mức đánh giá"));
    assert_eq!(leads_on(&door.post(&rate, me, &[("score", "5")]).await), path);
    assert_eq!(
        door.post(&rate, me, &[("score", "1")]).await.status,
        StatusCode::CONFLICT
    );
    assert!(page(door.get("/notices", me).await).contains("Đã trả kết quả"));
    assert!(page(door.get("/account/looks", me).await).contains("cán bộ tiếp nhận"));
    city.worker_runs();
}

#[tokio::test]
async fn a_case_is_taken_back_before_acceptance_and_asked_back_after_it() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let resident = city.resident("Trần Văn An");
    let (door, session) = (Door::city(&city), resident.signs_in());
    let me = Some(&session);
    let first = resident.asks_for_bees().case_name();
    assert!(page(door.get(&format!("/cases/{first}/recall"), me).await).contains("Thu hồi hồ sơ này?"));
    leads_on(&door.post(&format!("/cases/{first}/recall"), me, &[]).await);
    assert_eq!(city.case(&first).step, Step::Recalled);

    let number = office.takes_in(&resident.asks_for_bees()).case_name();
    let recall = door.get(&format!("/cases/{number}/recall"), me).await;
    assert_eq!(
        leads_on(&recall),
        format!("/cases/{number}"),
        "too late to take it back"
    );
    page(door.get(&format!("/cases/{number}/withdraw"), me).await);
    let asked = door
        .post(
            &format!("/cases/{number}/withdraw"),
            me,
            &[("reason", "Tôi chuyển nhà")],
        )
        .await;
    assert!(page(door.get(&leads_on(&asked), me).await).contains("Bạn đã xin rút hồ sơ."));
    city.worker_runs();
}

#[tokio::test]
async fn a_newer_form_says_what_becomes_of_each_answer() {
    let mut city = TestCity::new();
    let from = city.today().plus_days(10);
    city.changes(|facts| bees::newer_form(facts, from));
    let resident = city.resident("Trần Văn An");
    let draft = resident.starts(BEES);
    resident.fills_in(draft);
    city.days_pass(11);
    let (door, session) = (Door::city(&city), resident.signs_in());
    let me = Some(&session);
    let changes = format!("/drafts/{draft}/changes");
    for stop in ["", "/check", "/q/so-to"] {
        assert_eq!(
            leads_on(&door.get(&format!("/drafts/{draft}{stop}"), me).await),
            changes
        );
    }
    let report = page(door.get(&changes, me).await);
    assert!(
        report.contains("Số tổ ong → Số tổ ong") && report.contains("Cần bạn trả lời"),
        "{report}"
    );
    leads_on(&door.post(&changes, me, &[]).await);
    let open = leads_on(&door.get(&format!("/drafts/{draft}"), me).await);
    assert_eq!(
        open,
        format!("/drafts/{draft}/q/mat-ong"),
        "only what is new is asked"
    );
}

#[tokio::test]
async fn what_is_private_is_nobodys_and_progress_is_everybodys() {
    let city = TestCity::new();
    let resident = city.resident("Nguyễn Thị Minh Anh");
    let name = resident.asks_for_bees().case_name();
    let draft = resident.starts(BIRTH);
    let stranger = city.resident("Lê Thị Bình").signs_in();
    let door = Door::city(&city);
    for path in [
        format!("/cases/{name}"),
        format!("/cases/{name}/papers/sending-receipt"),
        format!("/cases/{name}/supplement"),
        format!("/sent/{name}"),
        format!("/drafts/{draft}"),
        format!("/drafts/{draft}/check"),
        format!("/drafts/{draft}/changes"),
    ] {
        let theirs = door.get(&path, Some(&stranger)).await;
        assert_eq!(theirs.status, StatusCode::NOT_FOUND, "{path}");
        let unknown = leads_on(&door.get(&path, None).await);
        assert!(unknown.starts_with("/sign-in?to="), "{path} leads to {unknown}");
    }
    for act in ["recall", "withdraw", "collect", "rate"] {
        let form = [("score", "5")];
        let theirs = door
            .post(&format!("/cases/{name}/{act}"), Some(&stranger), &form)
            .await;
        assert_eq!(theirs.status, StatusCode::NOT_FOUND, "{act}");
    }
    let progress = page(
        door.get(&format!("/track?name={}", name.to_lowercase()), None)
            .await,
    );
    assert!(
        progress.contains("Mới đăng ký") && !progress.contains("Minh Anh"),
        "{progress}"
    );
    assert!(page(door.get("/track?name=GN-1", None).await).contains("Không có hồ sơ nào mang mã này"));
    city.worker_runs();
}

#[tokio::test]
async fn every_page_exists_in_both_languages() {
    let city = TestCity::new();
    let resident = city.resident("Nguyễn Thị Minh Anh");
    let name = resident.asks_for_bees().case_name();
    let draft = resident.starts(BIRTH);
    resident.chooses(draft, HAI_CHAU);
    let (door, session) = (Door::city(&city), resident.signs_in());
    let mut paths: Vec<String> = [
        "/",
        "/help",
        "/offices",
        "/accessibility",
        "/privacy",
        "/procedures",
        "/procedures?q=ong",
        "/cases",
        "/track",
        "/notices",
        "/account",
        "/account/looks",
    ]
    .map(str::to_owned)
    .to_vec();
    paths.push(format!("/procedures/{BIRTH}"));
    paths.push(format!("/cases/{name}"));
    paths.push(format!("/cases/{name}/recall"));
    paths.push(format!("/sent/{name}"));
    for stop in [
        "ground",
        "desk",
        "papers",
        "check",
        "discard",
        "discard?again=yes",
        "q/ten-be",
        "q/ten-be?errors=yes",
    ] {
        paths.push(format!("/drafts/{draft}/{stop}"));
    }
    for path in paths {
        let join = if path.contains('?') { '&' } else { '?' };
        for (lang, other) in [("vi", "English"), ("en", "Tiếng Việt")] {
            let shown = page(
                door.get(&format!("{path}{join}lang={lang}"), Some(&session))
                    .await,
            );
            assert!(shown.contains(&format!("<html lang=\"{lang}\">")), "{path}");
            assert!(shown.contains(other), "{path} leads to the other language");
            assert!(
                !shown.contains("tracker-") && !shown.contains(">filing-"),
                "a key without a sentence: {path}"
            );
        }
    }
    city.worker_runs();
}

#[tokio::test]
async fn a_page_that_is_kept_shows_nobody_to_anybody() {
    let city = TestCity::new();
    let resident = city.resident("Nguyễn Thị Minh Anh");
    let (door, session) = (Door::city(&city), resident.signs_in());
    for path in ["/help", "/accessibility", "/privacy"] {
        let first = page(door.get(path, None).await);
        let own = page(door.get(path, Some(&session)).await);
        assert!(own.contains("Nguyễn Thị Minh Anh"), "{own}");
        // The second answer is the one that was kept, whoever came between.
        assert_eq!(page(door.get(path, None).await), first);
        assert!(!first.contains("Nguyễn Thị Minh Anh"), "{first}");
        let english = page(door.get(&format!("{path}?lang=en"), None).await);
        assert!(english.contains("<html lang=\"en\">"), "{english}");
        assert_eq!(
            page(door.get(path, None).await),
            first,
            "the language is the visitor's own"
        );
        // The switch of language leads back with the query, so such a page is made for its visitor.
        let found = page(door.get(&format!("{path}?tu=bao"), None).await);
        assert!(found.contains("tu=bao") && !first.contains("tu=bao"), "{found}");
    }
}
