//! Acts that ask something in writing, by links and forms alone: opinions, visits, taking a move back, an apology, a stop,
//! a correction after issue, tasks of agencies.

use axum::http::StatusCode;
use motcua_domain::access::Role;
use motcua_domain::case::{Party, Step};
use motcua_engine::ports::CaseStore as _;
use motcua_testcity::{Office, Officer, TestCity};

use crate::browser::{Browser, Site, View};

const BUILDING: &str = "48-xay-dung";
const TAX: &str = "48-thue";

fn at_work(city: &TestCity, officer: &Officer<'_>) -> Browser {
    Browser::at(city, Site::Staff).holding(&officer.signs_in())
}

/// Opens the sheet of an act, fills it in and sends it.
#[track_caller]
fn fills(browser: &Browser, case: &str, act: &str, fill: &[(&str, &str)]) -> View {
    let path = format!("/desk/cases/{case}/{act}");
    let sheet = browser.goes(&path);
    assert_eq!(sheet.status, StatusCode::OK, "{act}: {}", sheet.text());
    browser.submits(&sheet.form(&path), fill, &[])
}

#[track_caller]
fn does(browser: &Browser, case: &str, act: &str, fill: &[(&str, &str)]) {
    let view = fills(browser, case, act, fill);
    assert_eq!(view.status, StatusCode::OK, "{act}: {}", view.text());
}

fn in_appraisal(city: &TestCity) -> (Office<'_>, String) {
    let office = Office::of(city);
    let lan = city.resident("Nguyễn Thị Lan");
    let sent = lan.asks_for_bees();
    let case = office.takes_in(&sent);
    (office, case.name().to_owned())
}

#[test]
fn a_body_that_is_asked_reads_the_case_answers_it_and_only_then_a_result_is_drafted() {
    let city = TestCity::new();
    let (office, case) = in_appraisal(&city);
    let specialist = at_work(&city, &office.specialist);
    let builder = city.officer_of(BUILDING, &[Role::Specialist]);
    let stranger = city.officer_of(TAX, &[Role::Specialist]);
    let at_building = at_work(&city, &builder);
    assert_eq!(
        at_building.goes(&format!("/desk/cases/{case}")).status,
        StatusCode::NOT_FOUND,
        "nobody asked them yet"
    );

    let wrong = fills(
        &specialist,
        &case,
        "ask-opinion",
        &[("content", "Ban công có chịu lực không?"), ("days", "0")],
    );
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        wrong.text().contains("Ban công có chịu lực không?"),
        "what was typed stays"
    );
    assert!(wrong.text().contains("Chọn một cơ quan") && wrong.text().contains("từ 1 đến 365"));
    let ask = [
        ("agency", BUILDING),
        ("content", "Ban công có chịu lực không?"),
        ("days", "2"),
    ];
    does(&specialist, &case, "ask-opinion", &ask);

    office.specialist.examines(&case, true);
    let early = specialist.posts(&format!("/desk/cases/{case}/grant"), &[]);
    assert_eq!(early.status, StatusCode::CONFLICT, "{}", early.text());
    assert!(early.text().contains("ý kiến, xác minh, niêm yết"));

    let page = at_building.goes(&format!("/desk/cases/{case}"));
    assert!(page.text().contains("Lấy ý kiến: Sở Xây dựng"), "{}", page.text());
    let disagree = [("open", "0"), ("opinion", "disagree")];
    let wordless = fills(&at_building, &case, "give-opinion", &disagree);
    assert_eq!(
        wordless.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "a no needs words"
    );
    does(
        &at_building,
        &case,
        "give-opinion",
        &[("open", "0"), ("opinion", "agree"), ("text", "Chịu được hai tổ")],
    );
    assert_eq!(
        at_work(&city, &stranger)
            .goes(&format!("/desk/cases/{case}"))
            .status,
        StatusCode::NOT_FOUND,
        "another agency sees nothing"
    );
    let seen = specialist.goes(&format!("/desk/cases/{case}")).text();
    assert!(seen.contains("đồng ý") && seen.contains("Chịu được hai tổ"));
    office.grants(&case);
}

#[test]
fn a_visit_is_told_to_the_applicant_and_recorded_with_place_people_and_findings() {
    let city = TestCity::new();
    let (office, case) = in_appraisal(&city);
    let specialist = at_work(&city, &office.specialist);
    let plan = [
        ("at-day", "2"),
        ("at-month", "12"),
        ("at-year", "2026"),
        ("at-time", "8:30"),
        ("place", "12 Bạch Đằng"),
    ];
    does(&specialist, &case, "plan-visit", &plan);
    city.worker_runs();
    assert!(
        city.letters
            .all()
            .iter()
            .any(|letter| letter.key == "visit-planned")
    );
    city.it_becomes("2026-12-02T10:00");
    let specialist = at_work(&city, &office.specialist);
    let record = [
        ("at-day", "2"),
        ("at-month", "12"),
        ("at-year", "2026"),
        ("at-time", "8:45"),
        ("place", "12 Bạch Đằng"),
        ("attended", "Người nộp, cán bộ phường"),
        ("found", "Lan can cao 1,5 mét"),
    ];
    does(&specialist, &case, "record-visit", &record);
    let visits = city.case(&case).visits;
    assert_eq!((visits.len(), visits[0].record.is_some()), (1, true));
    assert!(
        specialist
            .goes(&format!("/desk/cases/{case}"))
            .text()
            .contains("Lan can cao 1,5 mét")
    );
}

#[test]
fn an_assignment_that_is_taken_back_within_half_a_minute_tells_nobody() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let lan = city.resident("Nguyễn Thị Lan");
    let sent = lan.asks_for_bees();
    let case = office.desk.accepts(&sent).name().to_owned();
    office.desk.hands_over(&case);
    city.worker_runs();
    let told = city.letters.all().len();
    office.division.assigns(&case, &office.specialist);
    does(&at_work(&city, &office.division), &case, "undo-move", &[]);
    assert_eq!(city.case(&case).step, Step::HandedOver);
    city.moment_passes(31_000);
    city.worker_runs();
    assert_eq!(city.letters.all().len(), told);

    office.division.assigns(&case, &office.specialist);
    city.moment_passes(31_000);
    let late = at_work(&city, &office.division).goes(&format!("/desk/cases/{case}/undo-move"));
    assert_eq!(late.status, StatusCode::CONFLICT, "{}", late.text());
    city.worker_runs();
    assert_eq!(city.letters.all().last().unwrap().key, "assigned");
}

#[test]
fn an_apology_sets_the_date_anew_once_and_keeps_the_first_one() {
    let city = TestCity::new();
    let (office, case) = in_appraisal(&city);
    let original = city.case(&case).clock.unwrap().original;
    let day = |day: &'static str| {
        [
            ("reason", "Thiếu người"),
            ("until-day", day),
            ("until-month", "12"),
            ("until-year", "2026"),
        ]
    };
    does(
        &at_work(&city, &office.specialist),
        &case,
        "propose-apology",
        &day("10"),
    );
    let head = at_work(&city, &office.head);
    let sheet = head.goes(&format!("/desk/cases/{case}/apologise"));
    assert!(sheet.text().contains("Thiếu người"), "the head sees the proposal");
    let sunday = fills(&head, &case, "apologise", &day("13"));
    assert_eq!(sunday.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        sunday.text().contains("ngày làm việc, sau ngày hẹn đang có"),
        "{}",
        sunday.text()
    );
    does(&head, &case, "apologise", &day("10"));
    let clock = city.case(&case).clock.unwrap();
    assert_eq!(
        (clock.original, clock.current.on.to_string().as_str()),
        (original, "2026-12-10")
    );
    let again = head.goes(&format!("/desk/cases/{case}/apologise"));
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert!(again.text().contains("chỉ cho hẹn lại một lần"));
}

#[test]
fn a_case_is_held_and_goes_on_or_is_stopped_for_good() {
    let city = TestCity::new();
    let (office, case) = in_appraisal(&city);
    let head = at_work(&city, &office.head);
    let stop = |kind: &'static str| [("ground", "court"), ("kind", kind), ("reason", "Toà án đang xét")];
    does(&head, &case, "stop", &stop("paused"));
    assert!(city.case(&case).is_paused());
    city.days_pass(1);
    let head = at_work(&city, &office.head);
    does(&head, &case, "resume", &[]);
    assert_eq!(
        (city.case(&case).step, city.case(&case).is_paused()),
        (Step::Appraisal, false)
    );
    does(&head, &case, "stop", &stop("ended"));
    assert_eq!(
        head.goes(&format!("/desk/cases/{case}/resume")).status,
        StatusCode::CONFLICT
    );
}

#[test]
fn a_wrong_result_is_made_anew_under_a_new_number_and_keeps_the_old_one() {
    let city = TestCity::new();
    let (office, case) = in_appraisal(&city);
    let first = office.grants(&case).outcome.unwrap();
    let head = at_work(&city, &office.head);
    does(
        &head,
        &case,
        "open-correction",
        &[("fault", "agency"), ("reason", "Sai số tổ ong")],
    );
    let opened = city.case(&case);
    assert_eq!(
        (opened.step, opened.in_hands_of()),
        (Step::Correcting, Party::Specialist)
    );
    office
        .specialist
        .drafts(&case, motcua_domain::case::OutcomeKind::Granted, "");
    office.head.signs(&case);
    let made = office.clerk.issues(&case);
    let (now, before) = (made.outcome.unwrap(), &made.replaced[0]);
    assert_eq!(before, &first);
    assert!(now.document_number > first.document_number && now.on_time == first.on_time);
}

#[test]
fn agencies_get_their_tasks_in_order_and_only_the_own_one_can_be_finished() {
    let city = TestCity::new();
    let (office, case) = in_appraisal(&city);
    let specialist = at_work(&city, &office.specialist);
    let tasks = [
        ("agency-0", BUILDING),
        ("what-0", "Kiểm tra chịu lực"),
        ("days-0", "1"),
        ("agency-1", TAX),
        ("what-1", "Tính phí"),
        ("days-1", "2"),
        ("lead", "1"),
        ("order", "in-order"),
    ];
    does(&specialist, &case, "open-tasks", &tasks);
    let builder = city.officer_of(BUILDING, &[Role::Specialist, Role::Head]);
    let taxman = city.officer_of(TAX, &[Role::Specialist]);
    assert_eq!(
        at_work(&city, &taxman)
            .goes(&format!("/desk/cases/{case}/finish-task"))
            .text()
            .matches("name=\"open\"")
            .count(),
        0,
        "the second one has not begun"
    );
    city.days_pass(3);
    let at_building = at_work(&city, &builder);
    let sorry = [
        ("open", "0"),
        ("reason", "Chờ máy đo"),
        ("until-day", "8"),
        ("until-month", "12"),
        ("until-year", "2026"),
    ];
    does(&at_building, &case, "apologise-task", &sorry);
    does(
        &at_building,
        &case,
        "finish-task",
        &[("open", "0"), ("result", "Chịu được")],
    );
    does(
        &at_work(&city, &taxman),
        &case,
        "finish-task",
        &[("open", "1"), ("result", "Không thu")],
    );
    let tasks = city.case(&case).tasks;
    assert_eq!(
        tasks
            .iter()
            .map(|task| task.done.unwrap().on_time)
            .collect::<Vec<_>>(),
        [false, true]
    );
}

#[test]
fn a_financial_duty_stops_the_clock_until_the_residents_proof_comes() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let lan = city.resident("Nguyễn Thị Lan");
    let case = office.takes_in(&lan.asks_for_bees()).name().to_owned();
    let specialist = at_work(&city, &office.specialist);
    does(
        &specialist,
        &case,
        "ask-financial-duty",
        &[("agency", TAX), ("slip", "Thửa đất 12")],
    );
    assert!(city.case(&case).is_paused());
    let home = Browser::at(&city, Site::City).holding(&lan.signs_in());
    let early = home.goes(&format!("/cases/{case}/duty"));
    assert!(!early.text().contains("type=\"file\""), "nothing is set yet");
    does(
        &specialist,
        &case,
        "notify-duty",
        &[("notice", "TB-15"), ("amount", "1.250.000")],
    );

    let tracker = home.goes(&format!("/cases/{case}")).text();
    assert!(
        tracker.contains("1.250.000") && tracker.contains("TB-15"),
        "{tracker}"
    );
    assert!(
        !tracker.contains("Thửa đất 12"),
        "what offices write to each other is theirs"
    );
    let path = format!("/cases/{case}/duty");
    let empty = home.submits(&home.goes(&path).form(&path), &[], &[]);
    assert!(
        empty.text().contains("Chọn ảnh hoặc tệp chứng từ"),
        "{}",
        empty.text()
    );
    let proof: [(&str, &str, &[u8]); 1] = [("paper-proof", "bien-lai.jpg", b"photo of something")];
    home.submits(&home.goes(&path).form(&path), &[], &proof);
    let proved = city.case(&case);
    assert_eq!(
        (proved.in_hands_of(), proved.is_paused()),
        (Party::Specialist, true)
    );
    does(&specialist, &case, "confirm-duty", &[]);
    assert_eq!(
        (city.case(&case).step, city.case(&case).is_paused()),
        (Step::Appraisal, false)
    );
}

#[test]
fn resident_and_holder_write_to_each_other_and_both_read_it_in_the_case() {
    let city = TestCity::new();
    let office = Office::of(&city);
    let lan = city.resident("Nguyễn Thị Lan");
    let case = office.takes_in(&lan.asks_for_bees()).name().to_owned();
    let home = Browser::at(&city, Site::City).holding(&lan.signs_in());
    let path = format!("/cases/{case}/message");
    let empty = home.submits(&home.goes(&path).form(&path), &[("reason", " ")], &[]);
    assert!(empty.text().contains("Ghi điều bạn muốn nhắn"));
    home.submits(
        &home.goes(&path).form(&path),
        &[("reason", "Khi nào có người đến xem?")],
        &[],
    );
    let specialist = at_work(&city, &office.specialist);
    assert!(
        specialist
            .goes(&format!("/desk/cases/{case}"))
            .text()
            .contains("Khi nào có người đến xem?")
    );
    city.worker_runs();
    let told = city.letters.all().len();
    does(&specialist, &case, "write-message", &[("message", "Sáng thứ Tư")]);
    city.worker_runs();
    assert_eq!(
        city.letters.all().len(),
        told + 1,
        "the resident is told of the answer, not of the own question"
    );
    assert!(
        home.goes(&format!("/cases/{case}"))
            .text()
            .contains("Sáng thứ Tư")
    );
}

#[test]
fn a_sheet_tells_what_was_written_in_the_case_so_opening_it_is_on_record() {
    let city = TestCity::new();
    let (office, case) = in_appraisal(&city);
    let ask = [
        ("agency", BUILDING),
        ("content", "Chịu lực không?"),
        ("days", "2"),
    ];
    does(&at_work(&city, &office.specialist), &case, "ask-opinion", &ask);
    let builder = at_work(&city, &city.officer_of(BUILDING, &[Role::Specialist]));
    let applicant = city.case(&case).relations.applicant;
    let looks = || {
        city.store
            .accesses_of(applicant, motcua_engine::rows::NEVER, 100)
            .unwrap()
            .len()
    };
    let before = looks();
    let sheet = builder.goes(&format!("/desk/cases/{case}/give-opinion"));
    assert!(sheet.text().contains("Chịu lực không?"));
    assert_eq!(looks(), before + 1);
}
