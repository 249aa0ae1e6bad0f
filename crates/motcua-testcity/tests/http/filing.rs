//! A resident's whole story by links and forms alone, without script.

use axum::http::StatusCode;
use motcua_testcity::{BEES, BIRTH, HAI_CHAU, Office, Resident, TestCity};

use crate::browser::{Browser, Site, View};
use crate::form::{forms, links};

const PHOTO: &[u8] = b"photo of something";

/// Walks through the questions: on every page whatever of `answers` it asks for, and photos for papers, until the
/// check.
#[track_caller]
fn walks(browser: &Browser, mut view: View, answers: &[(&str, &str)]) -> View {
    for _ in 0..60 {
        assert_eq!(view.status, StatusCode::OK, "{}: {}", view.path, view.text());
        if view.path.ends_with("/check") {
            return view;
        }
        let path = view.path.split('?').next().unwrap().to_owned();
        let form = view.form(&path);
        let fill: Vec<_> = answers
            .iter()
            .filter(|(name, _)| form.names.iter().any(|known| known == name))
            .copied()
            .collect();
        let papers: Vec<_> = form
            .names
            .iter()
            .filter(|name| name.starts_with("paper-"))
            .collect();
        // The first paper is what a procedure cannot do without.
        let files: Vec<_> = papers
            .iter()
            .take(1)
            .map(|name| (name.as_str(), "anh.jpg", PHOTO))
            .collect();
        let next = browser.submits(&form, &fill, &files);
        assert_ne!(next.path, view.path, "the same page again: {}", next.text());
        view = next;
    }
    panic!("the questions have no end");
}

fn starts(browser: &Browser, procedure: &str) -> View {
    let view = browser.goes(&format!("/procedures/{procedure}/start"));
    assert_eq!(view.status, StatusCode::OK, "{}", view.text());
    browser.submits(&view.form("/start"), &[], &[])
}

fn sends(browser: &Browser, check: &View) -> View {
    browser.submits(&check.form("/send"), &[("undertaking", "yes")], &[])
}

const BEE_ANSWERS: &[(&str, &str)] = &[("desk", HAI_CHAU), ("hives", "2"), ("neighbours_agree", "yes")];

fn resident_at_home<'a>(city: &'a TestCity, name: &str) -> (Resident<'a>, Browser) {
    let resident = city.resident(name);
    let browser = Browser::at(city, Site::City).holding(&resident.signs_in());
    (resident, browser)
}

#[test]
fn keeping_bees_is_filed_by_forms_and_followed_to_its_result() {
    let city = TestCity::new();
    let (lan, browser) = resident_at_home(&city, "Nguyễn Thị Lan");
    let check = walks(&browser, starts(&browser, BEES), BEE_ANSWERS);
    let receipt = sends(&browser, &check);
    let reference = receipt.path.strip_prefix("/sent/").unwrap().to_owned();
    assert!(receipt.text().contains(&reference));
    assert!(
        receipt.text().contains("aria-label=\"Mã QR"),
        "the code of the tracker is a picture with a name"
    );

    let office = Office::of(&city);
    let accepted = office.desk.accepts(&reference);
    let number = accepted.number.as_ref().unwrap().as_str();
    let tracker = browser.goes(&format!("/cases/{number}"));
    assert_eq!(tracker.status, StatusCode::OK);
    assert!(tracker.text().contains(number));
    city.worker_runs();
    let paper = browser.goes(&format!("/cases/{number}/papers/form-01"));
    assert_eq!(
        (paper.status, paper.header("content-type")),
        (StatusCode::OK, "application/pdf".to_owned())
    );

    office.desk.hands_over(number);
    office.division.assigns(number, &office.specialist);
    office.grants(number);
    city.worker_runs();
    let tracker = browser.goes(&format!("/cases/{number}"));
    browser.submits(&tracker.form("/collect"), &[], &[]);
    assert!(city.case(number).returned_at.is_some());
    let rating = browser.goes(&format!("/cases/{number}/rate"));
    let form = rating.form("/rate");
    let score = form
        .names
        .iter()
        .find(|name| name.contains("score"))
        .unwrap()
        .clone();
    browser.submits(&form, &[(score.as_str(), "5")], &[]);
    assert_eq!(city.case(number).rating, Some(5));
    assert_eq!(lan.tracks(number).rating, Some(5));
}

#[test]
fn birth_registration_is_filed_by_forms() {
    let city = TestCity::new();
    let (_, browser) = resident_at_home(&city, "Nguyễn Thị Lan");
    let answers = [
        ("desk", HAI_CHAU),
        ("child_name", "Trần Nguyễn Minh An"),
        ("child_born_on-day", "21"),
        ("child_born_on-month", "11"),
        ("child_born_on-year", "2026"),
        ("child_born_at", "06:35"),
        ("child_sex", "female"),
        ("birth_place", "Bệnh viện Phụ sản - Nhi Đà Nẵng"),
        ("home_town", "Đà Nẵng"),
        ("ethnicity", "kinh"),
        ("nationality", "viet-nam"),
        ("mother_name", "Nguyễn Thị Lan"),
        ("mother_born_on-day", "8"),
        ("mother_born_on-month", "3"),
        ("mother_born_on-year", "1995"),
        ("mother_number", "099195000001"),
        ("mother_ethnicity", "kinh"),
        ("mother_nationality", "viet-nam"),
        ("mother_residence-line", "12 Bạch Đằng"),
        ("mother_residence-commune", "phường Hải Châu"),
        ("mother_residence-province", "thành phố Đà Nẵng"),
        ("married", "no"),
        ("father_known", "no"),
        ("copies", "1"),
        ("return_way", "electronic"),
        ("phone", "0905123456"),
        ("email", "lan@example.test"),
    ];
    let check = walks(&browser, starts(&browser, BIRTH), &answers);
    assert!(
        check.text().contains("Trần Nguyễn Minh An"),
        "every answer is shown before it is sent"
    );
    let receipt = sends(&browser, &check);
    let reference = receipt.path.strip_prefix("/sent/").unwrap().to_owned();
    let tracker = browser.goes(&format!("/cases/{reference}"));
    assert_eq!(tracker.status, StatusCode::OK);
    let case = city.case(&reference);
    assert_eq!(case.papers.len(), 1);
    assert_eq!(case.competent_code(), HAI_CHAU);
}

trait CompetentCode {
    fn competent_code(&self) -> &str;
}

impl CompetentCode for motcua_domain::case::Case {
    fn competent_code(&self) -> &str {
        self.relations.competent.as_str()
    }
}

#[test]
fn pressing_send_twice_and_going_back_end_at_one_receipt() {
    let city = TestCity::new();
    let (lan, browser) = resident_at_home(&city, "Nguyễn Thị Lan");
    let check = walks(&browser, starts(&browser, BEES), BEE_ANSWERS);
    let first = sends(&browser, &check);
    let again = sends(&browser, &check);
    assert_eq!(first.path, again.path);
    let back = browser.goes(&check.path);
    assert_eq!(back.path, first.path, "Back to the check leads to the receipt");
    assert_eq!(city.engine.my_case_count(lan.person.id).unwrap(), 1);
}

#[test]
fn a_wrong_answer_comes_back_with_what_was_typed_and_a_sentence() {
    let city = TestCity::new();
    let (_, browser) = resident_at_home(&city, "Nguyễn Thị Lan");
    let mut view = starts(&browser, BEES);
    while !view.path.ends_with("/q/so-to") {
        let path = view.path.clone();
        let form = view.form(&path);
        let fill: Vec<_> = BEE_ANSWERS
            .iter()
            .filter(|(name, _)| form.names.iter().any(|known| known == name))
            .copied()
            .collect();
        view = browser.submits(&form, &fill, &[]);
    }
    let path = view.path.clone();
    let again = browser.submits(&view.form(&path), &[("hives", "hai <b>tổ</b>")], &[]);
    assert_eq!(
        again.path.split('?').next(),
        path.split('?').next(),
        "the same page again"
    );
    let text = again.text();
    assert!(text.contains("Số tổ ong là một số từ 1 đến 4"));
    assert!(
        text.contains("hai &#60;b&#62;tổ") || text.contains("hai &lt;b&gt;tổ"),
        "as typed, and harmless"
    );
    assert!(
        text.contains("aria-invalid"),
        "said to those who do not see it too"
    );
}

#[test]
fn a_file_that_is_no_photo_is_refused_by_name_and_the_good_one_stays() {
    let city = TestCity::new();
    let (_, browser) = resident_at_home(&city, "Nguyễn Thị Lan");
    let draft = starts(&browser, BEES).path.split('/').nth(2).unwrap().to_owned();
    let papers = browser.goes(&format!("/drafts/{draft}/papers"));
    let form = papers.form("/papers");
    let field = form
        .names
        .iter()
        .find(|name| name.starts_with("paper-"))
        .unwrap()
        .clone();
    let files: [(&str, &str, &[u8]); 2] = [(&field, "virus.exe.jpg", b"MZ"), (&field, "ban-cong.jpg", PHOTO)];
    let answer = browser.submits(&form, &[], &files).text();
    assert!(answer.contains("virus.exe.jpg"), "it says which");
    let papers = browser.goes(&format!("/drafts/{draft}/papers")).text();
    assert!(papers.contains("ban-cong.jpg") && !papers.contains("virus.exe.jpg"));
}

#[test]
fn a_supplement_is_answered_on_its_page() {
    let city = TestCity::new();
    let (lan, browser) = resident_at_home(&city, "Nguyễn Thị Lan");
    let office = Office::of(&city);
    let sent = lan.asks_for_bees();
    city.worker_runs();
    office.desk.asks_for(
        &sent,
        &[
            ("hives", false, "Ghi lại số tổ"),
            ("anh-ban-cong", true, "Ảnh mờ"),
        ],
    );
    let page = browser.goes(&format!("/cases/{}/supplement", sent.reference));
    assert!(page.text().contains("Ảnh mờ") && page.text().contains("Ghi lại số tổ"));
    let form = page.form("/supplement");
    let fill: Vec<(String, &str)> = form
        .names
        .iter()
        .filter(|name| name.contains("hives"))
        .map(|name| (name.clone(), "3"))
        .collect();
    let fill: Vec<(&str, &str)> = fill.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    let files: Vec<(String, &str)> = form
        .names
        .iter()
        .filter(|name| name.contains("anh-ban-cong"))
        .map(|name| (name.clone(), "moi.jpg"))
        .collect();
    let files: Vec<(&str, &str, &[u8])> = files
        .iter()
        .map(|(name, file)| (name.as_str(), *file, PHOTO))
        .collect();
    assert!(!fill.is_empty() && !files.is_empty(), "{:?}", form.names);
    let done = browser.submits(&form, &fill, &files);
    assert_eq!(done.status, StatusCode::OK, "{}", done.text());
    assert_eq!(city.case(&sent).step, motcua_domain::case::Step::Sent);
}

#[test]
fn no_link_or_form_of_the_residents_site_leads_nowhere() {
    let city = TestCity::new();
    let (lan, browser) = resident_at_home(&city, "Nguyễn Thị Lan");
    let office = Office::of(&city);
    let sent = lan.asks_for_bees();
    office.takes_in(&sent);
    office.grants(&sent);
    starts(&browser, BEES);
    city.worker_runs();
    let mut waiting = vec![
        "/".to_owned(),
        "/cases".to_owned(),
        format!("/cases/{}", sent.reference),
    ];
    let mut seen = std::collections::BTreeSet::new();
    while let Some(path) = waiting.pop() {
        if !seen.insert(path.clone()) || seen.len() > 150 {
            continue;
        }
        let view = browser.goes(&path);
        assert!(view.status.is_success(), "{path}: {}", view.status);
        if !view.header("content-type").starts_with("text/html") {
            continue;
        }
        let text = view.text();
        assert!(
            forms(&text).iter().all(|form| form.action.starts_with('/')),
            "{path}"
        );
        let local = links(&text)
            .into_iter()
            .filter(|to| to.starts_with('/') && !to.contains("lang="));
        waiting.extend(local.map(|to| to.split('#').next().unwrap().to_owned()));
    }
    assert!(seen.len() > 20, "the walk saw the site: {seen:?}");
}
