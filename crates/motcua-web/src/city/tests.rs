use motcua_domain::access::Role;
use motcua_domain::case::Step;
use motcua_domain::form::ProblemCode;
use motcua_domain::time::ExclusionGround;
use motcua_engine::ports::PaperKind;
use motcua_text::{Lang, Text};

use super::account::local_path;
use super::offers::held_items;
use crate::words::uncapitalised;

/// Every name that comes from the domain or the engine as data, as the key of its sentence.
fn keys() -> Vec<String> {
    let hyphened = |name: &str| name.replace('_', "-");
    let mut keys = Vec::new();
    keys.extend(Step::ALL.map(|step| format!("tracker-status-{}", hyphened(step.name()))));
    keys.extend(Role::ALL.map(|role| format!("tracker-role-{}", hyphened(role.name()))));
    keys.extend(ExclusionGround::ALL.map(|ground| format!("tracker-ground-{}", hyphened(ground.name()))));
    keys.extend(PaperKind::ALL.map(|kind| format!("tracker-paper-{}", kind.name())));
    keys.extend((1..=10).map(|status| format!("tracker-national-{status}")));
    for next in [
        "desk-answers",
        "you-complete",
        "desk-checks-answer",
        "hand-over",
        "assign",
        "examine",
        "sign",
        "issue",
        "collect",
        "nothing",
    ] {
        keys.push(format!("tracker-next-{next}"));
        keys.push(format!("tracker-next-{next}-detail"));
    }
    for notice in [
        "sent",
        "accepted",
        "intake-refused",
        "supplement-at-intake",
        "supplement-after-appraisal",
        "supplement-confirmed",
        "ready",
        "returned",
        "withdrawn",
        "withdrawal-declined",
        "due-date-moved",
    ] {
        keys.push(format!("tracker-notice-{notice}"));
    }
    for code in [
        "file-empty",
        "file-too-large",
        "file-type",
        "file-damaged",
        "file-too-many-pixels",
        "file-too-many-pages",
        "file-encrypted",
        "file-active-content",
        "file-two-kinds",
        "file-too-many",
    ] {
        keys.push(format!("filing-{code}"));
    }
    for ground in [
        "own-case",
        "receiving-desk",
        "deciding-agency",
        "holder",
        "involved-agency",
        "colleague",
        "office",
        "rule",
    ] {
        keys.push(format!("tracker-why-{ground}"));
    }
    keys
}

#[test]
fn every_name_that_is_data_has_its_sentence_in_both_languages() {
    for lang in Lang::ALL {
        let t = Text::of(lang);
        for key in keys() {
            assert!(t.find(&key, &[]).is_some(), "{lang}: {key}");
        }
        for code in ProblemCode::ALL {
            let key = format!("filing-problem-{}", code.code());
            assert!(t.find(&key, &[("field", "x")]).is_some(), "{lang}: {key}");
        }
    }
}

#[test]
fn what_need_not_be_given_stands_once_a_register() {
    let held = [
        ("Ngày sinh", "Giấy chứng sinh"),
        ("Mẹ", "Dân cư"),
        ("Giờ sinh", "Giấy chứng sinh"),
    ];
    let items = held_items(held.into_iter());
    let lines: Vec<_> = items
        .iter()
        .map(|item| (item.words.as_str(), item.detail.as_str()))
        .collect();
    assert_eq!(
        lines,
        [("Ngày sinh, giờ sinh", "Giấy chứng sinh"), ("Mẹ", "Dân cư")]
    );
}

#[test]
fn a_name_inside_a_sentence_begins_small_unless_it_is_an_abbreviation() {
    assert_eq!(uncapitalised("Đăng ký khai sinh"), "đăng ký khai sinh");
    assert_eq!(uncapitalised("VNeID"), "VNeID");
    assert_eq!(uncapitalised(""), "");
}

#[test]
fn signing_in_never_leads_to_another_site() {
    assert_eq!(local_path(Some("/cases?x=1")), "/cases?x=1");
    for foreign in [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "cases",
    ] {
        assert_eq!(local_path(Some(foreign)), "/", "{foreign}");
    }
}
