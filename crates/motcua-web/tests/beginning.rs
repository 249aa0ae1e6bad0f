//! What a filing begins with, as residents see it: capacity, papers that not everybody needs, fees, starting anew; and
//! where one can walk in instead.

mod door;

use axum::http::StatusCode;
use door::{Door, leads_on, page};
use motcua_testcity::{BEES, BIRTH, Named, TestCity};

/// The number in "Câu 1 trên 8", or in "8 câu hỏi".
fn number_before(shown: &str, words: &str) -> usize {
    let before = shown.split(words).next().unwrap_or_default();
    let digits: String = before.chars().rev().take_while(char::is_ascii_digit).collect();
    let digits: String = digits.chars().rev().collect();
    digits.parse().unwrap_or_default()
}

#[tokio::test]
async fn the_procedure_page_counts_as_the_counter_of_the_questions() {
    let city = TestCity::new();
    let resident = city.resident("Nguyễn Thị Minh Anh");
    let (door, session) = (Door::city(&city), resident.signs_in());
    let me = Some(&session);
    let shown = page(door.get(&format!("/procedures/{BIRTH}"), me).await);
    assert!(shown.contains("Bạn không phải khai lại"), "{shown}");
    let promised = number_before(&shown, " câu hỏi");
    let draft = leads_on(&door.post(&format!("/procedures/{BIRTH}/start"), me, &[]).await);
    let first = leads_on(&door.get(&draft, me).await);
    let question = page(door.get(&first, me).await);
    assert!(
        question.contains(&format!("trên {promised}")),
        "{promised}: {question}"
    );

    let stranger = page(door.get(&format!("/procedures/{BIRTH}"), None).await);
    assert!(
        stranger.contains("Sau khi đăng nhập, bạn không phải khai lại"),
        "{stranger}"
    );
}

#[tokio::test]
async fn a_capacity_is_asked_marked_kept_and_shown() {
    let city = TestCity::new();
    let resident = city.resident("Nguyễn Thị Minh Anh");
    let draft = format!("/drafts/{}", resident.starts(BIRTH));
    let (door, session) = (Door::city(&city), resident.signs_in());
    let me = Some(&session);
    let at = |stop: &str| format!("{draft}/{stop}");
    assert_eq!(leads_on(&door.get(&draft, me).await), at("ground"));
    let asked = page(door.get(&at("ground"), me).await);
    assert!(
        asked.contains("value=\"parent\" checked") && !asked.contains("value=\"own\""),
        "the usual one is marked: {asked}"
    );
    let wrong = door.post(&at("ground"), me, &[("chosen", "own")]).await;
    assert_eq!(leads_on(&wrong), at("ground?errors=yes"));
    let right = door.post(&at("ground"), me, &[("chosen", "parent")]).await;
    assert_eq!(leads_on(&right), at("desk"));
    resident.answers(
        draft[8..].parse().unwrap(),
        "ten-be",
        &[("child_name", "Nguyễn Minh Châu")],
    );
    let check = page(door.get(&at("check"), me).await);
    for words in [
        "Cha hoặc mẹ nộp cho con",
        "Nguyễn Minh Châu",
        "Miễn phí",
        "Không thu theo Luật Hộ tịch 60/2014/QH13",
    ] {
        assert!(check.contains(words), "{words}: {check}");
    }
    // What the procedure does not ask has no page.
    let bees = format!("/drafts/{}", resident.starts(BEES));
    assert_eq!(leads_on(&door.get(&format!("{bees}/ground"), me).await), bees);
    assert_eq!(leads_on(&door.get(&format!("{bees}/variant"), me).await), bees);
}

#[tokio::test]
async fn papers_that_not_everybody_needs_are_folded_with_words_for_whom() {
    let city = TestCity::new();
    let resident = city.resident("Nguyễn Thị Minh Anh");
    let draft = resident.starts(BIRTH);
    let (door, session) = (Door::city(&city), resident.signs_in());
    let papers = page(door.get(&format!("/drafts/{draft}/papers"), Some(&session)).await);
    let (open, folded) = papers.split_once("<details").unwrap();
    assert!(
        open.contains("Giấy chứng sinh"),
        "what is required stays open: {open}"
    );
    assert!(!open.contains("mang thai hộ"), "{open}");
    assert!(
        folded.contains("Chỉ nộp khi: trẻ sinh ra do mang thai hộ"),
        "{folded}"
    );
    let shown = page(door.get(&format!("/procedures/{BIRTH}"), None).await);
    assert!(shown.contains("Chỉ nộp khi: nhờ người khác nộp thay"), "{shown}");
}

#[tokio::test]
async fn a_draft_is_taken_up_or_begun_anew() {
    let city = TestCity::new();
    let resident = city.resident("Nguyễn Thị Minh Anh");
    let (door, session) = (Door::city(&city), resident.signs_in());
    let me = Some(&session);
    let start = format!("/procedures/{BEES}/start");
    let draft = leads_on(&door.post(&start, me, &[]).await);
    assert_eq!(
        leads_on(&door.post(&start, me, &[]).await),
        draft,
        "pressed twice"
    );
    let shown = page(door.get(&format!("/procedures/{BEES}"), me).await);
    let again = format!("{draft}/discard?again=yes");
    assert!(
        shown.contains(&format!("href=\"{draft}\"")) && shown.contains(&again),
        "{shown}"
    );
    assert!(
        !shown.contains(&format!("action=\"{start}\"")),
        "one primary button"
    );
    assert!(page(door.get(&again, me).await).contains("Bỏ bản nháp và bắt đầu lại?"));
    let anew = leads_on(&door.post(&again, me, &[]).await);
    assert!(anew.starts_with("/drafts/") && anew != draft, "{anew}");
    assert_eq!(door.get(&draft, me).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        leads_on(&door.post(&again, me, &[]).await),
        "/cases",
        "pressed twice"
    );
    assert_eq!(
        door.get(&anew, me).await.status,
        StatusCode::SEE_OTHER,
        "and nothing else is lost"
    );
}

#[tokio::test]
async fn progress_says_which_kind_of_due_moment_it_is() {
    let city = TestCity::new();
    let resident = city.resident("Nguyễn Thị Minh Anh");
    let name = resident.asks_for_bees().case_name();
    let door = Door::city(&city);
    let sent = page(door.get(&format!("/track?name={name}"), None).await);
    assert!(sent.contains("Một cửa phải trả lời người nộp trước"), "{sent}");
    motcua_testcity::Office::of(&city).desk.accepts(&name);
    let accepted = page(door.get(&format!("/track?name={name}"), None).await);
    assert!(accepted.contains("theo thời hạn luật định"), "{accepted}");
    city.worker_runs();
}

#[tokio::test]
async fn desks_are_found_with_address_hours_and_whether_they_are_open() {
    let city = TestCity::new();
    let door = Door::city(&city);
    let all = page(door.get("/offices", None).await);
    assert_eq!(all.matches("<th scope=\"row\">").count(), 95);
    for words in [
        "Thứ Hai đến thứ Sáu",
        "07:00 đến 11:30, 13:30 đến 17:00",
        "Trần Phú",
    ] {
        assert!(all.contains(words), "{words}: {all}");
    }
    let found = page(door.get("/offices?q=hoa+khanh", None).await);
    assert!(found.contains("Nguyễn Sinh Sắc"), "{found}");
    assert!(
        found.contains("Đang mở cửa, đến") || found.contains("Đang đóng cửa, mở lại"),
        "{found}"
    );
    assert!(page(door.get("/offices?q=qqqq", None).await).contains("Không có nơi nào khớp"));
    for from in ["/", "/help", &format!("/procedures/{BIRTH}")] {
        assert!(
            page(door.get(from, None).await).contains("href=\"/offices\""),
            "{from}"
        );
    }
}

#[tokio::test]
async fn in_english_what_the_city_wrote_is_english_and_what_the_nation_wrote_is_marked() {
    let city = TestCity::new();
    let shown = page(
        Door::city(&city)
            .get(&format!("/procedures/{BIRTH}?lang=en"), None)
            .await,
    );
    for words in [
        "Birth certificate",
        "Civil status",
        "Only if: somebody files for you",
        "<span lang=\"vi\">",
    ] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    assert!(
        !shown.contains("Giấy khai sinh") && !shown.contains("Hộ tịch"),
        "{shown}"
    );
}
