//! The head's desk, the report of a period, and the register, through the front door.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says by panicking what is wrong, in its helpers too"
)]

mod door;

use axum::http::StatusCode;
use door::{Door, page};
use motcua_domain::access::Role;
use motcua_domain::case::{OutcomeKind, Step};
use motcua_testcity::{HOA_CUONG, Office, TestCity};

/// The cells of the first line that begins so, in a CSV.
#[track_caller]
fn line<'a>(csv: &'a str, begins: &str) -> Vec<&'a str> {
    let found = csv.lines().find(|line| line.starts_with(begins));
    found
        .unwrap_or_else(|| panic!("{begins}: {csv}"))
        .split(',')
        .collect()
}

#[tokio::test]
async fn the_report_of_a_period_balances_and_tells_late_and_open_from_resolved_late() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let begun = city.today();
    let (granted, open) = (
        city.resident("Trần Văn An").asks_for_bees(),
        city.resident("Lê Thị Bình").asks_for_bees(),
    );
    office.takes_in(&granted);
    office.grants(&granted);
    office.takes_in(&open);
    office
        .desk
        .refuses(&city.resident("Đỗ Văn Cường").asks_for_bees(), "Thiếu giấy tờ");
    city.days_pass(60);
    let door = Door::staff(&city);
    let head = office.head.signs_in();
    let path = |from, to| format!("/desk/head/report/csv?from={from}&to={to}");
    let csv = page(door.get(&path(begun, city.today()), Some(&head)).await);
    // To resolve, carried over, received, resolved, on time, late, share, open, not yet due, open and late …
    let sum = line(&csv, "\"Theo cơ quan\",\"Tổng cộng\"");
    assert_eq!(sum[2..8], ["2", "0", "2", "1", "1", "0"], "{sum:?}");
    assert!(csv.contains("\"100,0%\",1,0,1,0,0,0,1\r\n"), "{csv}");
    assert!(csv.contains("Đúng hạn: Ban hành kết quả đầu tiên không muộn hơn hạn"));
    let later = page(
        door.get(&path(begun.plus_days(30), city.today()), Some(&head))
            .await,
    );
    let sum = line(&later, "\"Theo cơ quan\",\"Tổng cộng\"");
    assert_eq!(sum[2..8], ["1", "1", "0", "0", "0", "0"], "carried over");

    let desk = page(door.get("/desk/head", Some(&head)).await);
    assert!(
        desk.contains("1 hồ sơ đang trễ") && desk.contains("Xem hồ sơ trễ"),
        "{desk}"
    );
    let late = desk.split("href=\"/desk/head/cases?").nth(1).unwrap();
    let address = late.split('"').next().unwrap().replace("&#38;", "&");
    let cases = page(
        door.get(&format!("/desk/head/cases?{address}"), Some(&head))
            .await,
    );
    assert!(
        cases.contains(city.case(&open).name()) && !cases.contains(city.case(&granted).name()),
        "{cases}"
    );
    city.worker_runs();
}

#[tokio::test]
async fn only_drafts_that_nobody_said_no_to_are_signed_together_each_with_its_line() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let drafted = |name: &str, kind| {
        let case = city.resident(name).asks_for_bees();
        office.takes_in(&case);
        office.specialist.examines(&case, kind == OutcomeKind::Granted);
        office.specialist.drafts(&case, kind, "Ban công quá nhỏ");
        case
    };
    let granted = drafted("Trần Văn An", OutcomeKind::Granted);
    let refused = drafted("Lê Thị Bình", OutcomeKind::Refused);
    let number = |case| city.case(case).name().to_owned();
    let (yes, no) = (number(&granted), number(&refused));
    let door = Door::staff(&city);
    let head = office.head.signs_in();
    let desk = page(door.get("/desk/head", Some(&head)).await);
    assert!(desk.contains(&format!("name=\"case\" value=\"{yes}\"")));
    assert!(!desk.contains(&format!("name=\"case\" value=\"{no}\"")) && desk.contains("Phải mở và ký riêng"));

    let both = [("case", yes.as_str()), ("case", no.as_str())];
    let look = page(door.post("/desk/head/look", Some(&head), &both).await);
    assert!(look.contains(&yes) && !look.contains(&no), "{look}");
    assert_eq!(
        city.case(&granted).step,
        Step::LeaderSigning,
        "looking signs nothing"
    );
    let done = page(door.post("/desk/head/sign", Some(&head), &both).await);
    assert!(done.contains("Đã ký 1 trên 2 kết quả"), "{done}");
    assert!(done.contains("Đã ký, chuyển văn thư ban hành.") && done.contains("Phải mở và ký riêng"));
    assert_eq!(city.case(&granted).step, Step::ClerkIssuing);
    assert_eq!(city.case(&refused).step, Step::LeaderSigning);

    let again = page(door.post("/desk/head/sign", Some(&head), &both[..1]).await);
    assert!(again.contains("Đã ký 0 trên 1 kết quả"), "{again}");
    let division = office.division.signs_in();
    let theirs = page(door.post("/desk/head/sign", Some(&division), &both[1..]).await);
    assert!(
        theirs.contains("Đã ký 0 trên 1 kết quả"),
        "who reads reports does not sign"
    );
    city.may_leave_work();
}

#[tokio::test]
async fn the_register_is_kept_within_rights_and_leaves_without_a_formula() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let case = city.resident("=1+1").asks_for_bees();
    office.takes_in(&case);
    office.grants(&case);
    let name = city.case(&case).name().to_owned();
    let door = Door::staff(&city);
    let desk = office.desk.signs_in();
    let shown = page(door.get("/desk/register", Some(&desk)).await);
    assert!(shown.contains(&name) && shown.contains("Đồng ý"), "{shown}");
    let csv = door.get("/desk/register/csv", Some(&desk)).await;
    assert!(csv.media_type.starts_with("text/csv"));
    assert!(csv.says(&format!("\"{name}\",\"'=1+1\",")), "{}", csv.body);
    let book = door.get("/desk/register/xlsx", Some(&desk)).await;
    assert_eq!(book.status, StatusCode::OK);
    assert!(book.body.starts_with("PK"));
    let other = door.get("/desk/register/pdf", Some(&desk)).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);

    let outsider = city.officer_of(HOA_CUONG, &[Role::ReceivingOfficer]).signs_in();
    for path in ["/desk/register", "/desk/register/csv"] {
        let hidden = page(door.get(path, Some(&outsider)).await);
        assert!(!hidden.contains(&name), "{path}");
    }
    let turned_away = door.get("/desk/head", Some(&desk)).await;
    assert_eq!(turned_away.status, StatusCode::FORBIDDEN);
    let none = page(
        door.get("/desk/register?from=2020-01-01&to=2020-01-31", Some(&desk))
            .await,
    );
    assert!(!none.contains(&name));
    city.may_leave_work();
}
