//! What officers have for their work beside the cases: searching, views, notes, warnings.

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
use motcua_engine::session::Secret;
use motcua_testcity::{BEES, HOA_CUONG, Named, Office, TestCity};

#[tokio::test]
async fn a_person_is_looked_for_by_a_form_and_stands_in_no_address() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let case = office
        .desk
        .accepts(&city.resident("Trần Văn An").asks_for_bees())
        .case_name();
    let door = Door::staff(&city);
    let desk = office.desk.signs_in();
    let inbox = page(door.get("/desk", Some(&desk)).await);
    assert!(inbox.contains("<form role=\"search\" action=\"/desk/find\" method=\"post\">"));
    let find =
        async |session: &Secret, typed: &str| door.post("/desk/find", Some(session), &[("q", typed)]).await;
    let found = page(find(&desk, "trần văn an").await);
    assert!(
        found.contains("Hồ sơ của “trần văn an”") && found.contains(&case),
        "{found}"
    );
    assert!(
        !found.contains("/desk/find?"),
        "nothing that was typed is in an address"
    );
    assert_eq!(leads_on(&find(&desk, &case).await), format!("/desk/cases/{case}"));
    let outsider = city.officer_of(HOA_CUONG, &[Role::ReceivingOfficer]).signs_in();
    for typed in ["trần văn an", case.as_str()] {
        let hidden = page(find(&outsider, typed).await);
        assert!(
            hidden.contains("Không có hồ sơ nào") && !hidden.contains("/desk/cases/H17.20242"),
            "{typed}"
        );
    }
    assert!(page(find(&desk, "An").await).contains("“An” chưa đủ để tìm."));
    assert_eq!(leads_on(&door.get("/desk/find", Some(&desk)).await), "/desk");
    city.worker_runs();
}

#[tokio::test]
async fn a_list_is_narrowed_kept_under_a_name_changed_and_thrown_away() {
    let city = TestCity::new();
    let office = Office::of(&city);
    city.resident("Trần Văn An").asks_for_bees();
    let door = Door::staff(&city);
    let desk = office.desk.signs_in();
    let other = page(door.get("/desk?procedure=1.001193", Some(&desk)).await);
    assert!(!other.contains("Trần Văn An"), "another procedure");
    let path = format!("/desk?procedure={BEES}&channel=online");
    let narrowed = page(door.get(&path, Some(&desk)).await);
    assert!(narrowed.contains("Trần Văn An") && narrowed.contains("Lưu bộ lọc"));
    let form = [
        ("procedure", BEES),
        ("channel", "online"),
        ("queue", "mine"),
        ("version", ""),
    ];
    let nameless = door
        .post(
            "/desk/views",
            Some(&desk),
            &[form.as_slice(), &[("name", " ")]].concat(),
        )
        .await;
    assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        nameless.says("Nhập tên bộ lọc") && nameless.says("Trần Văn An"),
        "with the list that was shown"
    );

    let named = [form.as_slice(), &[("name", "Ong & mật")]].concat();
    let to = leads_on(&door.post("/desk/views", Some(&desk), &named).await);
    let view = page(door.get(&to, Some(&desk)).await);
    assert!(
        view.contains("<h1>Ong &#38; mật</h1>") && view.contains("Trần Văn An"),
        "{view}"
    );
    assert!(view.contains("Bộ lọc đã lưu"));
    let again = door.post("/desk/views", Some(&desk), &named).await;
    assert_eq!(
        again.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "the name is given"
    );
    let changed = [&named[..3], &[("version", "1"), ("name", "Ong & mật")]].concat();
    leads_on(&door.post("/desk/views", Some(&desk), &changed).await);

    let head = page(door.get(&to, Some(&office.head.signs_in())).await);
    assert!(!head.contains("Ong &#38; mật"), "a colleague does not see it");
    leads_on(
        &door
            .post("/desk/views/discard", Some(&desk), &[("name", "Ong & mật")])
            .await,
    );
    let inbox = page(door.get("/desk", Some(&desk)).await);
    assert!(!inbox.contains("Ong &#38; mật"));
    city.worker_runs();
}

#[tokio::test]
async fn a_private_note_is_shown_to_its_writer_alone_and_never_overwritten_unseen() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let case = city.resident("Trần Văn An").asks_for_bees().case_name();
    let door = Door::staff(&city);
    let (desk, head) = (office.desk.signs_in(), office.head.signs_in());
    let path = format!("/desk/cases/{case}");
    let save = async |text: &str, version: &str| {
        let form = [("note", text), ("version", version), ("queue", "late")];
        door.post(&format!("{path}/note"), Some(&desk), &form).await
    };
    assert_eq!(
        leads_on(&save("Gọi lại thứ Sáu", "0").await),
        format!("{path}?queue=late")
    );
    assert!(page(door.get(&path, Some(&desk)).await).contains("Gọi lại thứ Sáu"));
    page(door.get("/desk", Some(&desk)).await);
    let heads = page(door.get(&path, Some(&head)).await);
    assert!(!heads.contains("Gọi lại thứ Sáu"));
    assert!(
        heads.contains("Thời gian mở hồ sơ"),
        "the head sees how long it was open"
    );
    let old = save("Từ cửa sổ cũ", "0").await;
    assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(old.says("Từ cửa sổ cũ") && old.says("nay là: “Gọi lại thứ Sáu”"));
    assert!(!page(door.get(&path, Some(&desk)).await).contains("Thời gian mở hồ sơ"));
    city.worker_runs();
}

#[tokio::test]
async fn the_same_filed_twice_is_shown_to_the_officer_and_to_the_resident_before_sending() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let an = city.resident("Trần Văn An");
    let first = an.asks_for_bees().case_name();
    let draft = an.starts(BEES);
    an.fills_in(draft);
    let check = page(
        Door::city(&city)
            .get(&format!("/drafts/{draft}/check"), Some(&an.signs_in()))
            .await,
    );
    assert!(
        check.contains("Bạn đã nộp hồ sơ cùng thủ tục này.") && check.contains(&format!("/cases/{first}"))
    );
    let second = an.sends(draft).case_name();
    let shown = page(
        Door::staff(&city)
            .get(&format!("/desk/cases/{second}"), Some(&office.desk.signs_in()))
            .await,
    );
    assert!(shown.contains("Người này còn hồ sơ khác cùng thủ tục"), "{shown}");
    assert!(shown.contains(&format!("href=\"/desk/cases/{first}\"")));
    city.worker_runs();
}

#[tokio::test]
async fn a_decision_on_days_is_proposed_looked_at_and_approved_by_another_person() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let case = office.takes_in(&city.resident("Trần Văn An").asks_for_bees());
    let door = Door::staff(&city);
    let administrator = city.officer(Role::TechnicalAdmin).signs_in();
    let director = city.officer(Role::CentreDirector).signs_in();
    let typed = |off| {
        [
            ("decree", "1234/QĐ-UBND"),
            ("issued-by", "Ủy ban nhân dân thành phố"),
            ("name", "Nghỉ phòng, chống bão"),
            ("off", off),
        ]
    };
    let unread = door
        .post("/desk/calendar", Some(&administrator), &typed("hôm sau"))
        .await;
    assert_eq!(unread.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unread.says("“hôm sau” không phải là ngày") && unread.says("1234/QĐ-UBND"));
    let to = leads_on(
        &door
            .post("/desk/calendar", Some(&administrator), &typed("3/12/2026"))
            .await,
    );
    let own = page(door.get(&to, Some(&administrator)).await);
    assert!(own.contains("người khác phải phê duyệt") && !own.contains("/approve"));
    let theirs = page(door.get(&to, Some(&director)).await);
    assert!(theirs.contains("1 hồ sơ đổi ngày hẹn") && theirs.contains(case.name()));
    assert!(theirs.contains(&format!("action=\"{to}/approve\"")));
    let approve = format!("{to}/approve");
    let refused = door.post(&approve, Some(&administrator), &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("Bạn đã đề xuất quyết định này"));
    assert_eq!(
        leads_on(&door.post(&approve, Some(&director), &[]).await),
        "/desk/calendar"
    );
    let listed = page(door.get("/desk/calendar", Some(&office.desk.signs_in())).await);
    assert!(
        listed.contains("Việc tính lại ngày hẹn bắt đầu trong ít phút"),
        "{listed}"
    );
    assert!(listed.contains("Nghỉ phòng, chống bão") && !listed.contains("action=\"/desk/calendar\""));
    city.moment_passes(60_000);
    city.engine.apply_calendar_decisions().unwrap();
    let listed = page(door.get("/desk/calendar", Some(&administrator)).await);
    assert!(listed.contains("Đã tính lại xong ngày hẹn của hồ sơ đang giải quyết (1 hồ sơ)."));
    city.worker_runs();
}
