//! From the facts of a case to the paper in the hand.

mod facts;
mod supplement;

use std::io;
use std::time::Duration;

use motcua_domain::case::OutcomeKind;
use motcua_domain::form::Value;
use motcua_domain::money::Dong;
use motcua_domain::time::TimeLimit;
use motcua_engine::ports::{
    OutcomeFacts, PaperFacts, PaperKind, PaperOrder, PaperPress as _, PressError, StepEnd,
};

use self::facts::{answer, at, bare, facts, words};
use super::pdf::Read;
use crate::{ChildError, ChildRenderer, DocumentPress, RenderError, TemplateSet};

fn press(kind: PaperKind, facts: PaperFacts) -> Result<Vec<u8>, PressError> {
    DocumentPress::in_process(TemplateSet::embedded()).press(&PaperOrder { kind, facts })
}

fn text(kind: PaperKind, facts: PaperFacts) -> String {
    Read::of(&press(kind, facts).unwrap()).text()
}

fn assert_says(text: &str, sentences: &[&str]) {
    for sentence in sentences {
        assert!(text.contains(sentence), "{sentence:?} is not in {text}");
    }
}

/// The facts with another outcome.
fn decided(facts: PaperFacts, kind: OutcomeKind, code: Option<&str>) -> PaperFacts {
    let outcome = facts.outcome.clone().map(|outcome| OutcomeFacts {
        kind,
        code: code.map(str::to_owned),
        ..outcome
    });
    PaperFacts { outcome, ..facts }
}

fn refused_for_good(kind: PaperKind, facts: PaperFacts) -> String {
    match press(kind, facts) {
        Err(PressError::Permanent(reason)) => reason,
        other => panic!("{other:?}"),
    }
}

#[test]
fn form_01_says_who_gave_what_when_and_by_when_the_result_is_there() {
    assert_says(
        &text(PaperKind::Form01, facts()),
        &[
            "UỶ BAN NHÂN DÂN PHƯỜNG HẢI CHÂU TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG PHƯỜNG HẢI CHÂU",
            "Hải Châu, ngày 24 tháng 11 năm 2026",
            "Mã hồ sơ: H17.63.17-261124-0124",
            "Đăng ký khai sinh (mã thủ tục 1.001193)",
            "Tờ khai điện tử Biểu mẫu điện tử tương tác 1",
            "Giấy chứng sinh Tệp điện tử: 2 – – 1",
            "Thời gian giải quyết hồ sơ theo quy định: 5 ngày làm việc",
            "09 giờ 05 phút, ngày 30 tháng 11 năm 2026",
            "8.000 đồng",
            "(Nộp trực tuyến)",
            "(Ban hành điện tử)",
            "Phạm Thị Hạnh",
        ],
    );
}

#[test]
fn limits_and_fees_are_said_in_the_words_of_the_law_and_what_is_not_settled_is_said_to_be_so() {
    for (limit, words) in [
        (TimeLimit::SameDay, "Trong ngày"),
        (TimeLimit::CalendarDays(10), "10 ngày"),
        (TimeLimit::WorkingHours(28), "28 giờ làm việc"),
        (TimeLimit::ElapsedHours(24), "24 giờ"),
        (TimeLimit::Unparsed("ngay khi có thể".to_owned()), "Chưa xác nhận"),
    ] {
        let facts = PaperFacts {
            limit: Some(limit),
            fee: Some(Dong::new(0)),
            ..facts()
        };
        let sentence = format!("theo quy định: {words}");
        assert_says(
            &text(PaperKind::Form01, facts),
            &[&sentence, "Phí, lệ phí: Miễn phí"],
        );
    }
}

#[test]
fn every_form_is_printed_of_a_case_of_which_little_is_known() {
    let slip = text(PaperKind::Form01, bare());
    assert_says(
        &slip,
        &[
            "Phí, lệ phí: Chưa xác nhận",
            "(Ký và ghi rõ họ tên)",
            "Không có giấy tờ kèm theo",
            "Trung tâm Phục vụ hành chính công phường Hải Châu, và bản điện tử",
        ],
    );
    assert!(!slip.contains("Tệp điện tử") && !slip.contains("(Nộp trực tuyến)"));
    assert!(!text(PaperKind::Form02, bare()).contains("Đề nghị Ông (Bà) bổ sung trước"));
    assert_says(&text(PaperKind::Form03, bare()), &["Thanh Khê"]);
    assert_says(&text(PaperKind::Form06, bare()), &["Chưa có lần giao, nhận nào"]);
    assert_says(
        &text(PaperKind::SendingReceipt, bare()),
        &["Giấy tờ đã gửi: Không có."],
    );
    assert_says(&text(PaperKind::Outcome, bare()), &["ĐƯỢC GIẢI QUYẾT"]);
}

#[test]
fn form_02_lists_every_item_with_its_reason_and_what_to_do() {
    let facts = PaperFacts {
        accepted_at: None,
        name: "G-261124-7K3F".to_owned(),
        ..facts()
    };
    assert_says(
        &text(PaperKind::Form02, facts),
        &[
            "Mã hồ sơ: G-261124-7K3F",
            "Ảnh mờ, không đọc được ngày sinh",
            "Nộp lại giấy tờ này",
            "Ghi tên huyện",
            "Sửa lại mục này",
            "ngày 27 tháng 11 năm 2026",
            "tổng đài 1022",
        ],
    );
}

#[test]
fn form_03_gives_reason_ground_and_the_right_to_complain() {
    assert_says(
        &text(PaperKind::Form03, facts()),
        &[
            "Lý do: Việc sinh đã được đăng ký tại phường Thanh Khê.",
            "Căn cứ: Điểm b khoản 1 Điều 17 Nghị định 61/2018/NĐ-CP",
            "quyền khiếu nại",
        ],
    );
}

#[test]
fn form_06_tells_how_each_step_ended() {
    let sheet = text(PaperKind::Form06, facts());
    assert_says(
        &sheet,
        &[
            "Cơ quan (bộ phận) giải quyết hồ sơ: Uỷ ban nhân dân phường Hải Châu",
            "Phạm Thị Hạnh Uỷ ban nhân dân phường Hải Châu",
            "Trước hạn Xong lúc 14:40 ngày 24/11/2026",
            "Đúng hạn Xong lúc 09:00 ngày 27/11/2026",
            "Quá hạn Xong lúc 10:15 ngày 27/11/2026",
            "Phạm Thị Hạnh đã xác nhận điện tử 09:05, 24/11/2026",
            "Lê Văn Thành đã xác nhận điện tử 09:00, 27/11/2026",
            "Chờ trả kết quả",
        ],
    );
    assert!(!sheet.contains("Đang giải quyết"), "{sheet}");
}

#[test]
fn form_06_says_what_became_of_the_last_step_in_the_words_of_its_state() {
    let ended = |end| {
        let mut facts = facts();
        if let Some(last) = facts.handovers.last_mut() {
            last.end = end;
        }
        text(PaperKind::Form06, facts)
    };
    let later = at("27T15:20");
    for (end, words) in [
        (StepEnd::Running, "Đang giải quyết"),
        (StepEnd::AwaitingReturn, "Chờ trả kết quả"),
        (
            StepEnd::Returned(later),
            "Đã trả kết quả Xong lúc 15:20 ngày 27/11/2026",
        ),
        (
            StepEnd::Closed(later),
            "Đã kết thúc Xong lúc 15:20 ngày 27/11/2026",
        ),
        (StepEnd::Done(later), "Đúng hạn Xong lúc 15:20 ngày 27/11/2026"),
    ] {
        assert_says(&ended(end), &[words]);
    }
}

#[test]
fn the_receipt_of_sending_stays_one_when_it_is_printed_after_acceptance() {
    let receipt = text(PaperKind::SendingReceipt, facts());
    assert_says(
        &receipt,
        &[
            "Mã lần gửi: G-261124-7K3F",
            "16 giờ 20 phút, ngày 23 tháng 11 năm 2026",
            "16 giờ 20 phút, ngày 24 tháng 11 năm 2026",
            "Giấy chứng sinh (Tệp điện tử: 2)",
        ],
    );
    assert!(!receipt.contains("30 tháng 11"), "{receipt}");
}

#[test]
fn a_granted_birth_registration_is_a_birth_certificate() {
    assert_says(
        &text(PaperKind::Outcome, facts()),
        &[
            "GIẤY KHAI SINH",
            "Số: 12/2026",
            "Họ, chữ đệm, tên: Đỗ Nguyễn Bảo Ngọc",
            "Giới tính: Nữ",
            "Dân tộc: Ê Đê",
            "Quốc tịch: Việt Nam",
            "Quê quán: Xã Điện Bàn Tây",
            "Năm sinh: 1996 Dân tộc: Kinh Quốc tịch: Việt Nam",
            "Năm sinh: 1994 Dân tộc: Chăm Quốc tịch: Lào",
            "NGƯỜI KÝ GIẤY KHAI SINH CHỦ TỊCH",
            "24 Trần Phú, phường Hải Châu, thành phố Đà Nẵng",
            "Đỗ Hữu Thắng",
            "Số định danh cá nhân 048•••••••34",
            "Uỷ ban nhân dân phường Hải Châu, thành phố Đà Nẵng",
            "Ngày, tháng, năm đăng ký: 27/11/2026",
            "Trần Thị Ánh Nguyệt",
        ],
    );
}

#[test]
fn the_second_version_of_the_form_and_a_father_who_is_not_named_make_a_certificate_too() {
    let mut facts = facts();
    facts.answers.retain(|line| !line.question.starts_with("father"));
    for line in &mut facts.answers {
        if line.question == "home_town" {
            line.question = "native_place".to_owned();
        }
    }
    assert_says(
        &text(PaperKind::Outcome, facts),
        &["Quê quán: Xã Điện Bàn Tây", "tên người cha: –"],
    );
}

#[test]
fn a_parent_of_whom_the_first_form_did_not_ask_is_left_open_and_never_guessed() {
    let mut facts = facts();
    facts.answers.retain(|line| {
        !line.question.contains("her_ethnicity") && !line.question.contains("her_nationality")
    });
    assert_says(
        &text(PaperKind::Outcome, facts),
        &["Năm sinh: 1996 Dân tộc: – Quốc tịch: –"],
    );
}

#[test]
fn the_signatory_has_the_title_that_the_agency_and_the_office_tell() {
    use motcua_domain::access::Role;
    for (agency, role, title) in [
        ("Phường Hải Châu", Role::Head, Some("Chủ tịch")),
        ("Sở Tư pháp", Role::Head, Some("Giám đốc")),
        (
            "Trung tâm Phục vụ hành chính công phường Hải Châu",
            Role::CentreDirector,
            Some("Giám đốc"),
        ),
        ("Công an xã Bà Nà", Role::Head, None),
        ("Phường Hải Châu", Role::Clerk, None),
    ] {
        assert_eq!(crate::press::title(agency, role).as_deref(), title, "{agency}");
    }
}

#[test]
fn a_certificate_is_never_printed_with_an_answer_missing() {
    for question in [
        "child_name",
        "child_born_on",
        "child_sex",
        "birth_place",
        "home_town",
        "ethnicity_other",
    ] {
        let mut facts = facts();
        facts.answers.retain(|line| line.question != question);
        let reason = refused_for_good(PaperKind::Outcome, facts);
        let question = question.trim_end_matches("_other");
        assert_eq!(reason, format!("the form does not answer `{question}`"));
    }
}

#[test]
fn every_other_granted_case_is_a_notice_with_number_and_signatory() {
    let facts = PaperFacts {
        agency: words("Sở Nội vụ"),
        ..decided(facts(), OutcomeKind::Granted, Some("KQ.G03.000777"))
    };
    assert_says(
        &text(PaperKind::Outcome, facts),
        &[
            "UỶ BAN NHÂN DÂN THÀNH PHỐ ĐÀ NẴNG SỞ NỘI VỤ",
            "Số: 12/TB-KQ",
            "Đà Nẵng, ngày 27 tháng 11 năm 2026",
            "THÔNG BÁO KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH",
            "Sở Nội vụ đã xem xét hồ sơ được tiếp nhận lúc 09 giờ 05 phút",
            "KQ.G03.000777",
            "Trần Thị Ánh Nguyệt",
        ],
    );
}

#[test]
fn a_refusal_is_a_result_with_reason_ground_and_remedy_whatever_was_asked() {
    let refused = decided(facts(), OutcomeKind::Refused, Some("KQ.G15.000031"));
    assert_says(
        &text(PaperKind::Outcome, refused.clone()),
        &[
            "THÀNH PHỐ ĐÀ NẴNG UỶ BAN NHÂN DÂN PHƯỜNG HẢI CHÂU",
            "Số: 12/TB-KQ",
            "THÔNG BÁO KHÔNG GIẢI QUYẾT HỒ SƠ",
            "Lý do: Việc sinh đã được đăng ký",
            "Căn cứ: Khoản 8 Điều 19 Nghị định 61/2018/NĐ-CP",
            "khiếu nại đến Uỷ ban nhân dân phường Hải Châu",
            "khởi kiện",
        ],
    );
    let without = PaperFacts {
        reason: None,
        ..refused
    };
    assert_eq!(
        refused_for_good(PaperKind::Outcome, without),
        "the case has no reason of the refusal"
    );
}

#[test]
fn a_paper_of_something_that_did_not_happen_is_refused_for_good() {
    let sent = PaperFacts {
        accepted_at: None,
        items: Vec::new(),
        reason: None,
        outcome: None,
        ..facts()
    };
    for kind in PaperKind::ALL {
        if kind != PaperKind::SendingReceipt {
            assert!(refused_for_good(kind, sent.clone()).starts_with("the case has no "));
        }
    }
}

#[test]
fn a_name_that_no_face_can_print_stops_the_certificate_for_good_but_not_the_notices() {
    let mut facts = facts();
    facts.answers.retain(|line| line.question != "child_name");
    facts.answers.push(answer(
        "child_name",
        Value::Name("Lý Gia 中 Hân".to_owned()),
        None,
    ));
    facts.applicant = "Lý 中".to_owned();
    assert!(refused_for_good(PaperKind::Outcome, facts.clone()).contains("U+4E2D"));
    for kind in [OutcomeKind::Granted, OutcomeKind::Refused] {
        let notice = text(PaperKind::Outcome, decided(facts.clone(), kind, None));
        assert_says(&notice, &["Lý □", "U+4E2D"]);
    }
}

#[test]
fn what_may_succeed_another_time_is_told_from_what_never_will() {
    let broken = || io::Error::from(io::ErrorKind::BrokenPipe);
    let for_now = [
        ChildError::Start(broken()),
        ChildError::NoAnswer(broken()),
        ChildError::TooLate {
            deadline: Duration::from_secs(20),
        },
    ];
    for error in for_now {
        assert!(matches!(PressError::from(error), PressError::Temporary(_)));
    }
    let for_good = ChildError::Render(RenderError::QrTooLong);
    assert!(matches!(PressError::from(for_good), PressError::Permanent(_)));
}

#[test]
fn a_press_whose_child_cannot_start_says_to_try_again_but_a_gap_is_for_good() {
    let renderer = ChildRenderer::new("no-such-program".into(), TemplateSet::embedded(), Duration::ZERO);
    let press = DocumentPress::new(renderer);
    let order = |facts| PaperOrder {
        kind: PaperKind::Form01,
        facts,
    };
    assert!(matches!(
        press.press(&order(facts())),
        Err(PressError::Temporary(_))
    ));
    let sent = PaperFacts {
        accepted_at: None,
        ..facts()
    };
    assert!(matches!(press.press(&order(sent)), Err(PressError::Permanent(_))));
}

#[test]
fn hostile_words_are_printed_as_they_stand_on_every_paper() {
    let spell = "#panic(\"x\") { $name } {\"fluent\"} *đậm*";
    let hostile = PaperFacts {
        applicant: spell.to_owned(),
        reason: Some(spell.to_owned()),
        procedure: words(spell),
        components: vec![(words(spell), 1)],
        items: vec![(words(spell), true, spell.to_owned())],
        agency: words(spell),
        ..decided(facts(), OutcomeKind::Refused, None)
    };
    for kind in PaperKind::ALL {
        let text = text(kind, hostile.clone());
        assert!(text.matches(spell).count() >= 2, "{kind:?}: {text}");
    }
}

#[test]
fn many_papers_and_long_reasons_run_over_pages_and_nothing_is_lost() {
    let components = (1..=60)
        .map(|index| {
            (
                words(&format!("Văn bản thứ {index} kèm bản dịch có công chứng")),
                index,
            )
        })
        .collect();
    let reason = (1..=400)
        .map(|index| format!("Lý do thứ {index} còn dài. "))
        .collect::<String>();
    let items = (1..=30)
        .map(|index| {
            (
                words(&format!("Mục {index}:")),
                index % 2 == 0,
                reason[..600].to_owned(),
            )
        })
        .collect();
    let long = PaperFacts {
        components,
        items,
        reason: Some(reason),
        ..decided(facts(), OutcomeKind::Refused, None)
    };
    for (kind, last) in [
        (PaperKind::Form01, "Văn bản thứ 60 "),
        (PaperKind::SendingReceipt, "Văn bản thứ 60 "),
        (PaperKind::Form02, "Mục 30:"),
        (PaperKind::Form03, "Lý do thứ 400 "),
        (PaperKind::Outcome, "Lý do thứ 400 "),
    ] {
        let read = Read::of(&press(kind, long.clone()).unwrap());
        assert!(read.pages.len() >= 2, "{kind:?}");
        assert!(read.text().contains(last), "{kind:?}");
    }
}

#[test]
fn the_same_order_gives_the_same_bytes_and_a_demonstration_says_so() {
    for kind in PaperKind::ALL {
        let once = press(kind, facts()).unwrap();
        assert!(once == press(kind, facts()).unwrap(), "{kind:?}");
        assert_says(&Read::of(&once).text(), &["BẢN TRÌNH DIỄN · DEMO"]);
        let real = PaperFacts {
            is_demo: false,
            ..facts()
        };
        assert!(!text(kind, real).contains("DEMO"), "{kind:?}");
    }
    let later = PaperFacts {
        made_at: at("24T09:06"),
        ..facts()
    };
    assert!(press(PaperKind::Form01, later).unwrap() != press(PaperKind::Form01, facts()).unwrap());
}

#[test]
fn the_letterhead_is_what_the_name_of_the_agency_tells() {
    let city = "Uỷ ban nhân dân thành phố Đà Nẵng";
    let cases = [
        (
            "Phường Hải Châu",
            Some("Thành phố Đà Nẵng"),
            "Uỷ ban nhân dân phường Hải Châu",
            "Hải Châu",
        ),
        (
            "Xã Bà Nà",
            Some("Thành phố Đà Nẵng"),
            "Uỷ ban nhân dân xã Bà Nà",
            "Bà Nà",
        ),
        (
            "Đặc khu Hoàng Sa",
            Some("Thành phố Đà Nẵng"),
            "Uỷ ban nhân dân đặc khu Hoàng Sa",
            "Hoàng Sa",
        ),
        (city, None, city, "Đà Nẵng"),
        (
            "Trung tâm Phục vụ hành chính công thành phố Đà Nẵng",
            Some(city),
            "Trung tâm Phục vụ hành chính công thành phố Đà Nẵng",
            "Đà Nẵng",
        ),
        ("Sở Tư pháp", Some(city), "Sở Tư pháp", "Đà Nẵng"),
        (
            "Công an xã Bà Nà",
            Some("Công an thành phố Đà Nẵng"),
            "Công an xã Bà Nà",
            "Bà Nà",
        ),
        (
            "Bảo hiểm xã hội thành phố Đà Nẵng",
            None,
            "Bảo hiểm xã hội thành phố Đà Nẵng",
            "Đà Nẵng",
        ),
        (
            "Phòng Văn hoá - Xã hội",
            None,
            "Phòng Văn hoá - Xã hội",
            "Đà Nẵng",
        ),
    ];
    for named in ["Thành phố Đà Nẵng", "thành phố Đà Nẵng", "Đà Nẵng"] {
        for (name, superior, agency, place) in cases {
            let head = crate::press::letterhead(name, named, None);
            assert_eq!(
                (
                    head.superior.as_deref(),
                    head.agency.as_str(),
                    head.place.as_str()
                ),
                (superior, agency, place)
            );
        }
    }
}
