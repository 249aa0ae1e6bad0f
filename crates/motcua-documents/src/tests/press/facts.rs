//! Facts of an invented case, as the engine gathers them.

use motcua_domain::access::Role;
use motcua_domain::bilingual::Bilingual;
use motcua_domain::case::{OutcomeKind, SupplementEffect, SupplementStage};
use motcua_domain::form::{Address, Value};
use motcua_domain::money::Dong;
use motcua_domain::time::{Day, Due, Instant, TimeLimit};
use motcua_engine::filing::AnswerLine;
use motcua_engine::ports::{Confirmation, HandoverLine, OutcomeFacts, PaperFacts, StepEnd, SupplementFacts};

pub(super) fn at(text: &str) -> Instant {
    Instant::parse(&format!("2026-11-{text}:00+07:00")).unwrap()
}

pub(super) fn due(text: &str) -> Due {
    Due::at(at(text))
}

pub(super) fn words(vi: &str) -> Bilingual {
    Bilingual::new(vi, "not on a legal paper")
}

/// A birth registration that went through, filed online.
pub(super) fn facts() -> PaperFacts {
    PaperFacts {
        made_at: at("24T09:05"),
        is_demo: true,
        city: words("Thành phố Đà Nẵng"),
        centre: words("Trung tâm Phục vụ hành chính công phường Hải Châu"),
        agency: words("Phường Hải Châu"),
        name: "H17.63.17-261124-0124".to_owned(),
        reference: "G-261124-7K3F".to_owned(),
        tracking: "https://motcua.example.vn/track?name=H17.63.17-261124-0124".to_owned(),
        applicant: "Nguyễn Thị Diễm Quỳnh".to_owned(),
        address: Some("24 Trần Phú, phường Hải Châu, thành phố Đà Nẵng".to_owned()),
        phone: Some("0905 000 124".to_owned()),
        email: Some("quynh@example.vn".to_owned()),
        personal_number: Some("048•••••••34".to_owned()),
        procedure: words("Đăng ký khai sinh"),
        code: "1.001193".to_owned(),
        components: vec![(words("Giấy chứng sinh"), 2)],
        limit: Some(TimeLimit::WorkingDays(5)),
        is_online: true,
        sent_at: at("23T16:20"),
        intake_due: due("24T16:20"),
        accepted_at: Some(at("24T09:05")),
        due: Some(due("30T09:05")),
        fee: Some(Dong::new(8_000)),
        is_electronic: true,
        items: vec![
            (
                words("Giấy chứng sinh"),
                true,
                "Ảnh mờ, không đọc được ngày sinh".to_owned(),
            ),
            (
                words("Quê quán"),
                false,
                "Ghi tên huyện, không còn từ 01/7/2025".to_owned(),
            ),
        ],
        answer_by: Some(due("27T17:00")),
        supplement: Some(SupplementFacts {
            stage: SupplementStage::Appraisal,
            effect: Some(SupplementEffect::Restart),
            legal_basis: Some("Nghị định 61/2018/NĐ-CP, điều 19.4".to_owned()),
        }),
        reason: Some("Việc sinh đã được đăng ký tại phường Thanh Khê.".to_owned()),
        officer: Some("Phạm Thị Hạnh".to_owned()),
        handovers: handovers(),
        answers: answers(),
        outcome: Some(OutcomeFacts {
            kind: OutcomeKind::Granted,
            document_number: 12,
            year: 2026,
            issued_at: at("27T10:15"),
            signatory: Some("Trần Thị Ánh Nguyệt".to_owned()),
            signed_as: Some(Role::Head),
            code: Some("KQ.G15.000031".to_owned()),
        }),
    }
}

/// A case of which nothing is known that need not be.
pub(super) fn bare() -> PaperFacts {
    PaperFacts {
        address: None,
        phone: None,
        email: None,
        personal_number: None,
        components: Vec::new(),
        limit: None,
        is_online: false,
        fee: None,
        is_electronic: false,
        answer_by: None,
        supplement: Some(SupplementFacts {
            stage: SupplementStage::Intake,
            effect: None,
            legal_basis: None,
        }),
        officer: None,
        handovers: Vec::new(),
        answers: Vec::new(),
        outcome: facts().outcome.map(|outcome| OutcomeFacts {
            signatory: None,
            signed_as: None,
            code: None,
            ..outcome
        }),
        ..facts()
    }
}

/// Given by, given to, when given, when passed on, until when; the taker confirms when they pass it on.
type Step = (
    &'static str,
    &'static str,
    &'static str,
    Option<&'static str>,
    Option<&'static str>,
);

fn handovers() -> Vec<HandoverLine> {
    let steps: [Step; 4] = [
        (
            "Phạm Thị Hạnh",
            "Phường Hải Châu",
            "24T09:05",
            Some("24T14:40"),
            Some("25T17:00"),
        ),
        (
            "Phường Hải Châu",
            "Lê Văn Thành",
            "24T14:40",
            Some("27T09:00"),
            Some("27T09:05"),
        ),
        (
            "Lê Văn Thành",
            "Trần Thị Ánh Nguyệt",
            "27T09:00",
            Some("27T10:15"),
            Some("27T10:00"),
        ),
        ("Trần Thị Ánh Nguyệt", "Phạm Thị Hạnh", "27T10:15", None, None),
    ];
    let confirmation = |name: &str, when: &str| Confirmation {
        name: name.to_owned(),
        at: at(when),
    };
    steps
        .into_iter()
        .map(|(from, to, given, done, by)| HandoverLine {
            from: from.to_owned(),
            to: to.to_owned(),
            given_at: at(given),
            taken_at: at(given),
            due: by.map(due),
            end: done.map_or(StepEnd::AwaitingReturn, |done| StepEnd::Done(at(done))),
            given_by: Some(confirmation(from, given)),
            taken_by: done.map(|done| confirmation(to, done)),
        })
        .collect()
}

pub(super) fn answer(question: &str, value: Value, choice: Option<&str>) -> AnswerLine {
    AnswerLine {
        question: question.to_owned(),
        page: String::new(),
        group: Bilingual::default(),
        label: Bilingual::default(),
        value: Some(value),
        choice: choice.map(words),
        register: None,
    }
}

fn answers() -> Vec<AnswerLine> {
    let name = |question, name: &str| answer(question, Value::Name(name.to_owned()), None);
    let text = |question, text: &str| answer(question, Value::Text(text.to_owned()), None);
    let chosen =
        |question, value: &str, words| answer(question, Value::Choice(value.to_owned()), Some(words));
    let day = |question, day| answer(question, Value::Day(Day::parse(day).unwrap()), None);
    let address = Value::Address(Address {
        line: "24 Trần Phú".to_owned(),
        commune: "phường Hải Châu".to_owned(),
        province: "thành phố Đà Nẵng".to_owned(),
    });
    vec![
        name("child_name", "Đỗ Nguyễn Bảo Ngọc"),
        day("child_born_on", "2026-11-15"),
        chosen("child_sex", "female", "Nữ"),
        text("birth_place", "Bệnh viện Phụ sản - Nhi Đà Nẵng"),
        text("home_town", "Xã Điện Bàn Tây, thành phố Đà Nẵng"),
        chosen("ethnicity", "khac", "Dân tộc khác"),
        text("ethnicity_other", "Ê Đê"),
        chosen("nationality", "viet-nam", "Việt Nam"),
        name("mother_name", "Nguyễn Thị Diễm Quỳnh"),
        day("mother_born_on", "1996-02-03"),
        chosen("mother_ethnicity", "kinh", "Kinh"),
        chosen("mother_nationality", "viet-nam", "Việt Nam"),
        answer("mother_residence", address, None),
        name("father_name", "Đỗ Hữu Thắng"),
        day("father_born_on", "1994-05-06"),
        chosen("father_ethnicity", "khac", "Dân tộc khác"),
        text("father_ethnicity_other", "Chăm"),
        chosen("father_nationality", "khac", "Quốc tịch khác"),
        text("father_nationality_other", "Lào"),
    ]
}
