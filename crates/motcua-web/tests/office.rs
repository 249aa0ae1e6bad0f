//! The office through its front door: a case from the inbox to the applicant's hands, by links and forms alone.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says by panicking what is wrong, in its helpers too"
)]

mod door;

use axum::http::StatusCode;
use door::{Door, leads_on, page};
use motcua_domain::access::Role;
use motcua_domain::case::Step;
use motcua_engine::session::Secret;
use motcua_testcity::{HOA_CUONG, Named, Office, TestCity, bees};

async fn act(door: &Door, session: &Secret, case: &str, act: &str, form: &[(&str, &str)]) -> String {
    let path = format!("/desk/cases/{case}/{act}");
    leads_on(&door.post(&path, Some(session), form).await)
}

#[tokio::test]
async fn a_case_goes_through_the_office_by_its_buttons() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let sent = city.resident("Nguyễn Thị Minh Anh").asks_for_bees();
    let door = Door::staff(&city);

    let desk = office.desk.signs_in();
    let inbox = page(door.get("/desk", Some(&desk)).await);
    assert!(inbox.contains("Nguyễn Thị Minh Anh"), "{inbox}");
    let reference = sent.case_name();
    assert!(
        inbox.contains(&format!("/desk/cases/{reference}")),
        "before acceptance it is called so"
    );
    act(&door, &desk, &reference, "accept", &[]).await;

    let number = city.case(&reference).case_name();
    assert_ne!(number, reference);
    act(&door, &desk, &number, "hand-over", &[]).await;

    let division = office.division.signs_in();
    let case = page(door.get(&format!("/desk/cases/{number}"), Some(&division)).await);
    let specialist_id = office.specialist.staff.id.to_string();
    assert!(case.contains(&specialist_id), "the specialist can be chosen");
    act(
        &door,
        &division,
        &number,
        "assign",
        &[("specialist", &specialist_id)],
    )
    .await;

    let specialist = office.specialist.signs_in();
    let conditions = office.specialist.opens(&number).findings;
    let form: Vec<(&str, &str)> = conditions
        .iter()
        .map(|one| ("condition", one.condition.as_str()))
        .chain([("then", "grant")])
        .collect();
    act(&door, &specialist, &number, "examine", &form).await;

    act(&door, &office.head.signs_in(), &number, "sign-outcome", &[]).await;
    act(&door, &office.clerk.signs_in(), &number, "issue-outcome", &[]).await;
    let counter = office.counter.signs_in();
    let unchecked = door
        .post(
            &format!("/desk/cases/{number}/return-result"),
            Some(&counter),
            &[("identity", "yes")],
        )
        .await;
    assert_eq!(
        unchecked.status,
        StatusCode::CONFLICT,
        "the right to collect was not checked"
    );
    act(
        &door,
        &counter,
        &number,
        "return-result",
        &[("identity", "yes"), ("right", "yes")],
    )
    .await;
    assert_eq!(city.case(&number).step, Step::Delivered);
    city.worker_runs();
}

#[tokio::test]
async fn after_an_act_the_next_case_opens_and_says_what_was_done() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let first = city.resident("Trần Văn An").asks_for_bees().case_name();
    city.hours_pass(1);
    let second = city.resident("Lê Thị Bình").asks_for_bees().case_name();
    let door = Door::staff(&city);
    let desk = office.desk.signs_in();

    let to = act(&door, &desk, &first, "accept", &[]).await;
    assert!(to.starts_with(&format!("/desk/cases/{second}?")), "{to}");
    let next = page(door.get(&to, Some(&desk)).await);
    let number = city.case(&first).case_name();
    assert!(next.contains(&format!("Đã tiếp nhận hồ sơ {number}.")), "{next}");
    assert!(
        next.contains(&format!("href=\"/desk/cases/{number}\"")),
        "and leads back to it"
    );
    city.worker_runs();
}

#[tokio::test]
async fn a_refusal_without_a_reason_is_asked_again() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let case = city.resident("Trần Văn An").asks_for_bees().case_name();
    let door = Door::staff(&city);
    let desk = office.desk.signs_in();
    let path = format!("/desk/cases/{case}/refuse-intake");

    let asked = page(door.get(&path, Some(&desk)).await);
    assert!(asked.contains("Từ chối tiếp nhận hồ sơ này?"));
    let empty = door.post(&path, Some(&desk), &[("reason", "  ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        empty.says("<title>Lỗi:") && empty.says("Nhập lý do"),
        "{}",
        empty.body
    );
    assert_eq!(city.case(&case).step, Step::Sent);

    leads_on(
        &door
            .post(&path, Some(&desk), &[("reason", "Thiếu ảnh ban công")])
            .await,
    );
    assert_eq!(city.case(&case).step, Step::NotAccepted);
    city.worker_runs();
}

#[tokio::test]
async fn a_supplement_notice_keeps_what_was_typed_until_all_of_it_is_right() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let case = city.resident("Trần Văn An").asks_for_bees().case_name();
    let door = Door::staff(&city);
    let desk = office.desk.signs_in();
    let path = format!("/desk/cases/{case}/request-supplement");

    let asked = page(door.get(&path, Some(&desk)).await);
    assert!(asked.contains("value=\"paper.anh-ban-cong\"") && asked.contains("value=\"answer.hives\""));
    let half = [
        ("item", "paper.anh-ban-cong"),
        ("reason.paper.anh-ban-cong", "Ảnh mờ, chụp lại"),
        ("item", "answer.hives"),
        ("reason.answer.hives", ""),
    ];
    let wrong = door.post(&path, Some(&desk), &half).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.says("Ảnh mờ, chụp lại"), "what was typed stays");
    assert!(
        wrong.says("href=\"#reason.answer.hives\""),
        "the summary leads to the field"
    );
    let nothing = door.post(&path, Some(&desk), &[]).await;
    assert!(nothing.says("Chọn ít nhất một điều phải bổ sung"));

    let whole = [half[0], half[1], half[2], ("reason.answer.hives", "Ghi số tổ")];
    leads_on(&door.post(&path, Some(&desk), &whole).await);
    let asked = city.case(&case);
    assert_eq!(asked.step, Step::SupplementAtIntake);
    assert_eq!(asked.supplements[0].items.len(), 2, "one notice lists everything");
    city.worker_runs();
}

#[tokio::test]
async fn a_case_is_found_by_its_number_with_or_without_the_own_unit() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let sent = city.resident("Trần Văn An").asks_for_bees();
    let number = office.desk.accepts(&sent).case_name();
    let door = Door::staff(&city);
    let desk = office.desk.signs_in();

    let short: Vec<&str> = number.rsplitn(3, '-').collect();
    let short = format!("{}-{}", short[1], short[0]);
    for typed in [number.as_str(), &short, &sent.case_name(), &number.to_lowercase()] {
        let found = door.get(&format!("/desk?q={typed}"), Some(&desk)).await;
        assert_eq!(leads_on(&found), format!("/desk/cases/{number}"), "{typed}");
    }
    let unknown = page(door.get("/desk?q=261130-9999", Some(&desk)).await);
    assert!(unknown.contains("Không có hồ sơ nào mang mã “261130-9999”"));
    let outsider = city.officer_of(HOA_CUONG, &[Role::ReceivingOfficer]).signs_in();
    let hidden = page(door.get(&format!("/desk?q={number}"), Some(&outsider)).await);
    assert!(
        hidden.contains("Không có hồ sơ nào mang mã"),
        "not even that it exists"
    );
    city.worker_runs();
}

#[tokio::test]
async fn who_may_not_gets_no_page_and_whoever_has_not_signed_in_is_led_there() {
    let city = TestCity::new();
    let case = city.resident("Trần Văn An").asks_for_bees().case_name();
    let door = Door::staff(&city);
    let path = format!("/desk/cases/{case}");

    let outsider = city.officer_of(HOA_CUONG, &[Role::ReceivingOfficer]).signs_in();
    for path in [
        path.clone(),
        format!("{path}/refuse-intake"),
        format!("{path}/request-supplement"),
    ] {
        let answer = door.get(&path, Some(&outsider)).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(!answer.says("Trần Văn An"), "{path}");
    }
    let hidden = door.get(&path, Some(&outsider)).await;
    assert_eq!(hidden.status, StatusCode::NOT_FOUND);
    let accept = door.post(&format!("{path}/accept"), Some(&outsider), &[]).await;
    assert_eq!(accept.status, StatusCode::NOT_FOUND);
    let clerk = city.officer(Role::Clerk).signs_in();
    let page = door.get(&format!("{path}/refuse-intake"), Some(&clerk)).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    let denied = door.post(&format!("{path}/accept"), Some(&clerk), &[]).await;
    assert_eq!(denied.status, StatusCode::FORBIDDEN);
    assert!(denied.says("Việc này không thuộc nhiệm vụ của bạn"));
    let nobody = door.get(&path, None).await;
    assert_eq!(leads_on(&nobody), format!("/sign-in?to=%2Fdesk%2Fcases%2F{case}"));
    city.worker_runs();
}

#[tokio::test]
async fn what_may_not_be_done_now_says_why() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let case = city.resident("Trần Văn An").asks_for_bees().case_name();
    let door = Door::staff(&city);
    let shown = page(
        door.get(&format!("/desk/cases/{case}"), Some(&office.desk.signs_in()))
            .await,
    );
    assert!(
        shown.contains("aria-disabled=\"true\" aria-describedby=\"why-hand-over\""),
        "{shown}"
    );
    assert!(shown.contains("id=\"why-hand-over\""));
    assert!(
        !shown.contains("sign-outcome"),
        "other people's buttons are not shown"
    );
    city.worker_runs();
}

#[tokio::test]
async fn several_chosen_cases_are_handed_over_at_once() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let first = office
        .desk
        .accepts(&city.resident("Trần Văn An").asks_for_bees())
        .case_name();
    let second = city.resident("Lê Thị Bình").asks_for_bees().case_name();
    let door = Door::staff(&city);
    let desk = office.desk.signs_in();
    let form = [
        ("act", "hand-over"),
        ("case", first.as_str()),
        ("case", second.as_str()),
    ];
    let to = leads_on(&door.post("/desk/selected", Some(&desk), &form).await);
    let inbox = page(door.get(&to, Some(&desk)).await);
    assert!(inbox.contains("Đã làm 1 trên 2 hồ sơ đã chọn."), "{inbox}");
    assert_eq!(city.case(&first).step, Step::HandedOver);
    assert_eq!(
        city.case(&second).step,
        Step::Sent,
        "it was not accepted yet, so it stayed"
    );
    city.worker_runs();
}

#[tokio::test]
async fn an_administrator_invites_staff_and_sees_no_case() {
    let city = TestCity::new();
    city.resident("Trần Văn An").asks_for_bees();
    let administrator = city.officer(Role::TechnicalAdmin);
    let door = Door::staff(&city);
    let session = administrator.signs_in();
    let inbox = page(door.get("/desk", Some(&session)).await);
    assert!(!inbox.contains("Trần Văn An"));
    assert!(inbox.contains("href=\"/desk/staff\""));

    let unit = administrator.staff.unit.to_string();
    let form = [
        ("name", "Võ Thị Lan"),
        ("unit", unit.as_str()),
        ("roles", "clerk"),
    ];
    let to = leads_on(&door.post("/desk/staff", Some(&session), &form).await);
    let list = page(door.get(&to, Some(&session)).await);
    assert!(list.contains("Võ Thị Lan") && list.contains("Văn thư"));
    let none = door
        .post("/desk/staff", Some(&session), &[("unit", unit.as_str())])
        .await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);

    assert!(list.contains("Đã thêm Võ Thị Lan."), "{list}");
    assert!(list.contains("Việc tiếp theo: tạo liên kết mời"));
    let (_, id) = to.split_once("&added=").unwrap();
    let invite = format!("/desk/staff/{id}/invite");
    assert!(list.contains(&format!("action=\"{invite}\"")));
    let link = page(door.post(&invite, Some(&session), &[]).await);
    let (_, secret) = link.split_once("http://staff.localhost/invitation/").unwrap();
    let invitation = format!("/invitation/{}", &secret[..64]);
    let own = door.get(&invitation, Some(&session)).await;
    assert_eq!(own.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(own.says("Bạn không dùng được liên kết mời do chính mình tạo"));
    let begun = door
        .post(&format!("{invitation}/begin"), Some(&session), &[])
        .await;
    assert_eq!(begun.status, StatusCode::UNPROCESSABLE_ENTITY);
    let theirs = page(door.get(&invitation, None).await);
    assert!(theirs.contains("Võ Thị Lan"), "the person invited opens it");

    let clerk = city.officer(Role::Clerk).signs_in();
    let denied = door.get("/desk/staff", Some(&clerk)).await;
    assert_eq!(denied.status, StatusCode::FORBIDDEN);
    city.worker_runs();
}

#[tokio::test]
async fn every_look_at_a_paper_is_recorded_and_an_original_opens_once() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let resident = city.resident("Trần Văn An");
    let case = resident.asks_for_bees().case_name();
    let door = Door::staff(&city);
    let desk = office.desk.signs_in();
    let before = resident.tracks(&case).looks;
    let shown = page(door.get(&format!("/desk/cases/{case}"), Some(&desk)).await);
    let (_, rest) = shown.split_once(&format!("/desk/cases/{case}/papers/")).unwrap();
    let file = &rest[..36];
    let image = door
        .get(&format!("/desk/cases/{case}/papers/{file}/1"), Some(&desk))
        .await;
    assert_eq!(
        (image.status, image.media_type.as_str()),
        (StatusCode::OK, "image/jpeg")
    );
    let to = leads_on(
        &door
            .get(&format!("/desk/cases/{case}/papers/{file}/original"), Some(&desk))
            .await,
    );
    let ticket = to.strip_prefix("http://papers.localhost").unwrap();
    let papers = Door::papers(&city);
    assert_eq!(papers.get(ticket, None).await.status, StatusCode::OK);
    assert_eq!(papers.get(ticket, None).await.status, StatusCode::NOT_FOUND);
    assert_eq!(resident.tracks(&case).looks, before + 3);
    city.worker_runs();
}

#[tokio::test]
async fn every_page_of_the_office_exists_in_both_languages() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let case = city.resident("Trần Văn An").asks_for_bees().case_name();
    let door = Door::staff(&city);
    let desk = office.desk.signs_in();
    let admin = city
        .officer_of(HOA_CUONG, &[Role::TechnicalAdmin, Role::CatalogueAdmin])
        .signs_in();
    let pages = [
        ("/desk".to_owned(), &desk),
        ("/desk/keys".to_owned(), &desk),
        (format!("/desk/cases/{case}"), &desk),
        (format!("/desk/cases/{case}/refuse-intake"), &desk),
        (format!("/desk/cases/{case}/request-supplement"), &desk),
        ("/desk/staff".to_owned(), &admin),
        ("/desk/catalogue".to_owned(), &admin),
    ];
    for (path, session) in pages {
        for lang in ["vi", "en"] {
            let shown = page(door.get(&format!("{path}?lang={lang}"), Some(session)).await);
            assert!(shown.contains(&format!("<html lang=\"{lang}\">")), "{path}");
            assert_eq!(shown.matches("<h1").count(), 1, "{path} has one h1");
            for key in [">office-", ">tracker-", ">refusal-", ">common-"] {
                assert!(
                    !shown.contains(key),
                    "{path} shows a key instead of a sentence: {key}"
                );
            }
        }
    }
    city.worker_runs();
}

#[tokio::test]
async fn a_refusal_in_substance_names_its_reason_and_can_be_sent_back() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let case = office
        .takes_in(&city.resident("Trần Văn An").asks_for_bees())
        .case_name();
    let door = Door::staff(&city);
    let specialist = office.specialist.signs_in();
    let path = format!("/desk/cases/{case}");

    let early = door.get(&format!("{path}/decline"), Some(&specialist)).await;
    assert_eq!(early.status, StatusCode::CONFLICT, "nothing was examined yet");
    let conditions = office.specialist.opens(&case).findings;
    let first = format!("met.{}", conditions[0].condition);
    let mut form: Vec<(&str, &str)> = conditions
        .iter()
        .map(|one| ("condition", one.condition.as_str()))
        .collect();
    form.push((&first, "no"));
    let grant = [form.as_slice(), &[("then", "grant")]].concat();
    let unmet = door
        .post(&format!("{path}/examine"), Some(&specialist), &grant)
        .await;
    assert_eq!(
        unmet.status,
        StatusCode::CONFLICT,
        "a condition that is not met cannot be granted"
    );
    assert!(unmet.body.contains("Điều 19 Nghị định 61/2018/NĐ-CP"));
    let stays = act(&door, &specialist, &case, "examine", &form).await;
    assert!(stays.starts_with(&path), "the draft is still to come: {stays}");

    let shown = page(door.get(&path, Some(&specialist)).await);
    assert!(shown.contains(&format!("{path}/decline")), "{shown}");
    act(
        &door,
        &specialist,
        &case,
        "decline",
        &[("reason", "Hàng xóm không đồng ý")],
    )
    .await;
    let head = office.head.signs_in();
    let draft = page(door.get(&path, Some(&head)).await);
    assert!(draft.contains("Dự thảo: từ chối giải quyết") && draft.contains("Hàng xóm không đồng ý"));
    act(&door, &head, &case, "send-back", &[("reason", "Nêu rõ căn cứ")]).await;
    assert_eq!(city.case(&case).step, Step::Appraisal);
    let back = page(door.get(&path, Some(&specialist)).await);
    assert!(
        back.contains("Nêu rõ căn cứ"),
        "the specialist reads what must be mended"
    );
    assert!(
        back.contains("Xem cách tính từng ngày"),
        "how the limit was counted"
    );
    city.worker_runs();
}

#[tokio::test]
async fn an_examination_that_leaves_a_condition_open_comes_back_with_all_that_was_judged() {
    let city = TestCity::with(|facts| bees::further_condition(facts, "huong-gio"));
    let office = Office::of(&city);
    let case = office
        .takes_in(&city.resident("Trần Văn An").asks_for_bees())
        .case_name();
    let door = Door::staff(&city);
    let specialist = office.specialist.signs_in();
    let path = format!("/desk/cases/{case}");
    let conditions = office.specialist.opens(&case).findings;
    let first = format!("met.{}", conditions[0].condition);
    let mut form: Vec<(&str, &str)> = conditions
        .iter()
        .map(|one| ("condition", one.condition.as_str()))
        .collect();
    form.extend([(first.as_str(), "no"), ("then", "record"), ("queue", "late")]);
    let again = door
        .post(&format!("{path}/examine"), Some(&specialist), &form)
        .await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", again.body);
    assert!(again.says("<title>Lỗi:"));
    let open = &conditions[1].condition;
    assert!(
        again.says(&format!("href=\"#met-{open}\"")),
        "the summary leads to the field"
    );
    assert!(again.says(&format!("Chọn Đạt hoặc Không đạt: {}", conditions[1].label.vi)));
    assert!(
        again.says(&format!("name=\"{first}\" value=\"no\" checked")),
        "what was judged stays: {}",
        again.body
    );
    assert!(
        again.says("name=\"queue\" value=\"late\""),
        "and the queue they work in"
    );
    assert!(city.case(&case).findings.is_empty(), "nothing is on record");
    city.worker_runs();
}

#[tokio::test]
async fn a_result_that_was_late_says_by_how_much() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let case = office
        .takes_in(&city.resident("Trần Văn An").asks_for_bees())
        .case_name();
    city.days_pass(9);
    office.grants(&case);
    let door = Door::staff(&city);
    let shown = page(
        door.get(&format!("/desk/cases/{case}"), Some(&office.head.signs_in()))
            .await,
    );
    assert!(shown.contains("Ban hành trễ 2 ngày"), "{shown}");
    city.worker_runs();
}

#[tokio::test]
async fn a_request_to_withdraw_waits_for_a_decision_with_its_reason() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let resident = city.resident("Trần Văn An");
    let case = office.takes_in(&resident.asks_for_bees()).case_name();
    let door = Door::staff(&city);
    let head = office.head.signs_in();
    let path = format!("/desk/cases/{case}/decide-withdrawal");
    let nothing = door.get(&path, Some(&head)).await;
    assert_eq!(nothing.status, StatusCode::CONFLICT, "nobody asked to withdraw");

    resident.asks_to_withdraw(&case, "Tôi chuyển nhà");
    let asked = page(door.get(&path, Some(&head)).await);
    assert!(asked.contains("Tôi chuyển nhà"));
    for form in [&[][..], &[("decision", "decline")]] {
        let wrong = door.post(&path, Some(&head), form).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{form:?}");
    }
    leads_on(&door.post(&path, Some(&head), &[("decision", "grant")]).await);
    assert_eq!(city.case(&case).step, Step::Withdrawn);
    city.worker_runs();
}

#[tokio::test]
async fn the_desk_finds_a_supplement_complete() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let resident = city.resident("Trần Văn An");
    let case = office.takes_in(&resident.asks_for_bees()).case_name();
    office
        .specialist
        .asks_for(&case, &[("anh-ban-cong", true, "Ảnh mờ")]);
    let door = Door::staff(&city);
    let desk = office.desk.signs_in();
    let path = format!("/desk/cases/{case}");
    let early = door
        .post(&format!("{path}/confirm-supplement"), Some(&desk), &[])
        .await;
    assert_eq!(early.status, StatusCode::CONFLICT);

    resident.completes(&case);
    let inbox = page(door.get("/desk?queue=answered", Some(&desk)).await);
    assert!(inbox.contains(&case) && inbox.contains("Dân đã bổ sung"));
    let shown = page(door.get(&path, Some(&desk)).await);
    assert!(shown.contains("Ảnh mờ"), "what was asked so far");
    act(&door, &desk, &case, "confirm-supplement", &[]).await;
    assert_eq!(city.case(&case).step, Step::Appraisal);
    city.worker_runs();
}
