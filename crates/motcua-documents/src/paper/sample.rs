//! One paper of each kind, for tests and for checking templates. Every person is invented.

use super::{
    BirthCertificate, CaseHeading, Component, Confirmed, ControlLine, ControlSheet, Date, Defect,
    IntakeRefusalForm, Issue, Letterhead, Moment, NegativeOutcome, OutcomeNotice, Paper, Parent, ReceiptSlip,
    SendingReceipt, Sex, Signature, SupplementRequestForm, Timeliness, Tracking,
};

const COMMUNE: &str = "Ủy ban nhân dân phường Hải Châu";
const CENTRE: &str = "Trung tâm Phục vụ hành chính công phường Hải Châu";

pub(super) fn all(demonstration: bool) -> Vec<Paper> {
    vec![
        Paper::Receipt(receipt(demonstration)),
        Paper::SupplementRequest(supplement(demonstration)),
        Paper::IntakeRefusal(refusal(demonstration)),
        Paper::ControlSheet(control_sheet(demonstration)),
        Paper::BirthCertificate(birth_certificate(demonstration)),
        Paper::Outcome(outcome(demonstration)),
        Paper::NegativeOutcome(negative_outcome(demonstration)),
        Paper::SendingReceipt(sending(demonstration)),
    ]
}

fn issue(agency: &str, sign: Option<&str>, demonstration: bool) -> Issue {
    Issue {
        letterhead: Letterhead {
            superior: Some(
                if agency == CENTRE {
                    COMMUNE
                } else {
                    "Thành phố Đà Nẵng"
                }
                .to_owned(),
            ),
            agency: agency.to_owned(),
            place: "Hải Châu".to_owned(),
            sign: sign.map(str::to_owned),
        },
        at: moment(24, 9, 5),
        demonstration,
    }
}

const fn moment(day: u8, hour: u8, minute: u8) -> Moment {
    Moment {
        date: date(2026, 11, day),
        hour,
        minute,
    }
}

const fn date(year: i16, month: u8, day: u8) -> Date {
    Date { year, month, day }
}

fn case(number: &str) -> CaseHeading {
    CaseHeading {
        number: number.to_owned(),
        applicant: "Nguyễn Thị Diễm Quỳnh".to_owned(),
        address: Some("Số 24 đường Trần Phú, phường Hải Châu, thành phố Đà Nẵng".to_owned()),
        phone: Some("0905 000 124".to_owned()),
        email: Some("quynh@example.vn".to_owned()),
        masked_id: Some("048•••••••34".to_owned()),
        content: "Đăng ký khai sinh cho trẻ Đỗ Nguyễn Bảo Ngọc".to_owned(),
    }
}

fn tracking(qr: &str) -> Tracking {
    Tracking {
        qr: qr.to_owned(),
        guide: "Quét mã hoặc nhập mã hồ sơ trên cổng Một cửa; cần hỗ trợ, gọi 1022 (24/7).".to_owned(),
    }
}

fn by_hand(name: &str) -> Signature {
    Signature {
        name: Some(name.to_owned()),
        note: None,
    }
}

fn online(name: &str) -> Signature {
    Signature {
        name: Some(name.to_owned()),
        note: Some("(Nộp trực tuyến)".to_owned()),
    }
}

fn component(name: &str, counts: [u16; 3], note: Option<&str>) -> Component {
    let [original, certified, photo] = counts;
    Component {
        name: name.to_owned(),
        original,
        certified,
        photo,
        note: note.map(str::to_owned),
    }
}

fn receipt(demonstration: bool) -> ReceiptSlip {
    ReceiptSlip {
        issue: issue(CENTRE, Some("0124/TNHS"), demonstration),
        case: case("H17.63.17-261124-0124"),
        centre: CENTRE.to_owned(),
        components: vec![
            component(
                "Tờ khai đăng ký khai sinh",
                [1, 0, 0],
                Some("Biểu mẫu điện tử tương tác"),
            ),
            component("Giấy chứng sinh", [0, 1, 0], None),
            component(
                "Giấy chứng nhận kết hôn của cha mẹ",
                [0, 0, 0],
                Some("Khai thác từ cơ sở dữ liệu hộ tịch"),
            ),
            component("Văn bản ủy quyền có chứng thực", [0, 0, 1], None),
        ],
        sets: 1,
        limit: "Trong ngày làm việc; nhận sau 15 giờ thì trả trong ngày làm việc tiếp theo".to_owned(),
        received_at: moment(24, 9, 5),
        due_at: moment(24, 17, 0),
        fee: "Miễn lệ phí".to_owned(),
        return_way: "Trung tâm Phục vụ hành chính công phường Hải Châu, quầy 3, và bản điện tử".to_owned(),
        tracking: tracking("https://motcua.example.vn/t/H17.63.17-261124-0124"),
        applicant_signature: online("Nguyễn Thị Diễm Quỳnh"),
        officer_signature: by_hand("Phạm Thị Hạnh"),
    }
}

fn supplement(demonstration: bool) -> SupplementRequestForm {
    SupplementRequestForm {
        issue: issue(CENTRE, Some("0031/HDHS"), demonstration),
        case: case("H17.63.17-261124-0124"),
        defects: vec![
            Defect {
                item: "Giấy chứng sinh".to_owned(),
                reason: "Ảnh chụp mờ, không đọc được ngày sinh và tên cơ sở y tế".to_owned(),
                guidance: Some("Chụp lại cả hai mặt, đủ bốn góc, không lóa".to_owned()),
            },
            Defect {
                item: "Tờ khai, mục Quê quán".to_owned(),
                reason: "Ghi đơn vị hành chính cấp huyện, không còn từ ngày 01/7/2025".to_owned(),
                guidance: None,
            },
        ],
        answer_by: Some(date(2026, 12, 3)),
        effect_on_limit: Some("Thời hạn giải quyết được tính lại từ đầu, từ ngày nhận đủ nội dung bổ sung (khoản 4 Điều 19 Nghị định số 61/2018/NĐ-CP).".to_owned()),
        contact: "Bà Phạm Thị Hạnh, quầy 3, số điện thoại 0236 000 124".to_owned(),
        officer_signature: issued_electronically("Phạm Thị Hạnh"),
    }
}

fn refusal(demonstration: bool) -> IntakeRefusalForm {
    IntakeRefusalForm {
        issue: issue(CENTRE, Some("0007/TCHS"), demonstration),
        case: case("H17.63.17-261124-0125"),
        centre: CENTRE.to_owned(),
        reason: "Việc sinh của trẻ đã được đăng ký ngày 12/11/2026 tại phường Thanh Khê.".to_owned(),
        ground: "Khoản 1 Điều 13 Luật Hộ tịch; mỗi người chỉ được đăng ký khai sinh một lần.".to_owned(),
        next_step: Some(
            "Ông (Bà) có thể xin cấp bản sao trích lục khai sinh tại bất kỳ phường, xã nào.".to_owned(),
        ),
        applicant_signature: by_hand("Nguyễn Thị Diễm Quỳnh"),
        officer_signature: by_hand("Phạm Thị Hạnh"),
    }
}

/// The act behind a party: "unit – person".
fn sign(party: &str, at: Moment) -> Confirmed {
    Confirmed {
        name: party.rsplit(" – ").next().unwrap_or(party).to_owned(),
        at,
    }
}

fn control_sheet(demonstration: bool) -> ControlSheet {
    let line = |from: &str,
                to: &str,
                times: (Moment, Option<Moment>, Option<Moment>),
                result,
                note: Option<&str>| {
        ControlLine {
            given_by: from.to_owned(),
            taken_by: to.to_owned(),
            given_at: times.0,
            taken_at: times.1,
            due_at: times.2,
            result,
            note: note.map(str::to_owned),
            given_sign: Some(sign(from, times.0)),
            taken_sign: times.1.map(|at| sign(to, at)),
        }
    };
    let desk = "Bộ phận Tiếp nhận và Trả kết quả – Phạm Thị Hạnh";
    let specialist = "Công chức Tư pháp - hộ tịch – Lê Văn Thành";
    let leader = "Lãnh đạo UBND phường – Trần Thị Ánh Nguyệt";
    ControlSheet {
        issue: issue(CENTRE, None, demonstration),
        case: case("H17.63.17-261124-0124"),
        resolving_agency: COMMUNE.to_owned(),
        coordinating_agency: None,
        received_at: moment(24, 9, 5),
        due_at: moment(24, 17, 0),
        lines: vec![
            line(
                desk,
                specialist,
                (moment(24, 9, 5), Some(moment(24, 9, 20)), Some(moment(24, 14, 0))),
                Timeliness::Early,
                None,
            ),
            line(
                specialist,
                leader,
                (
                    moment(24, 13, 50),
                    Some(moment(24, 14, 0)),
                    Some(moment(24, 15, 30)),
                ),
                Timeliness::OnTime,
                None,
            ),
            line(
                leader,
                "Văn thư – Nguyễn Hữu Phước",
                (
                    moment(24, 15, 30),
                    Some(moment(24, 15, 55)),
                    Some(moment(24, 15, 45)),
                ),
                Timeliness::Late,
                Some("Chờ cấp số định danh cá nhân"),
            ),
            line(
                "Văn thư – Nguyễn Hữu Phước",
                desk,
                (moment(24, 16, 5), None, None),
                Timeliness::AwaitingReturn,
                None,
            ),
        ],
    }
}

fn birth_certificate(demonstration: bool) -> BirthCertificate {
    let parent = |name: &str, year| Parent {
        name: name.to_owned(),
        birth_year: Some(year),
        ethnicity: Some("Kinh".to_owned()),
        nationality: Some("Việt Nam".to_owned()),
        residence: Some("Số 24 đường Trần Phú, phường Hải Châu, thành phố Đà Nẵng".to_owned()),
    };
    BirthCertificate {
        issue: issue(COMMUNE, None, demonstration),
        number: "124/2026".to_owned(),
        child: "Đỗ Nguyễn Bảo Ngọc".to_owned(),
        born_on: date(2026, 11, 15),
        sex: Sex::Female,
        ethnicity: "Kinh".to_owned(),
        nationality: "Việt Nam".to_owned(),
        birth_place: "Bệnh viện Phụ sản - Nhi Đà Nẵng, phường Hòa Cường, thành phố Đà Nẵng".to_owned(),
        home_town: "Xã Điện Bàn Tây, thành phố Đà Nẵng".to_owned(),
        personal_number: Some("048326000124".to_owned()),
        mother: Some(parent("Nguyễn Thị Diễm Quỳnh", 1996)),
        father: Some(parent("Đỗ Hữu Thắng", 1994)),
        declarant: "Nguyễn Thị Diễm Quỳnh".to_owned(),
        declarant_paper: Some("Căn cước số 048•••••••34".to_owned()),
        registered_at_place: format!("{COMMUNE}, thành phố Đà Nẵng"),
        registered_on: date(2026, 11, 24),
        signatory_office: Some("Phó Chủ tịch".to_owned()),
        signature: Signature {
            name: Some("Trần Thị Ánh Nguyệt".to_owned()),
            note: None,
        },
        check: Tracking {
            qr: "https://motcua.example.vn/k/9f3a-77c2".to_owned(),
            guide: "Kiểm tra giấy này trên cổng Một cửa bằng mã 9f3a-77c2.".to_owned(),
        },
    }
}

fn issued_electronically(name: &str) -> Signature {
    Signature {
        name: Some(name.to_owned()),
        note: Some("(Ban hành điện tử)".to_owned()),
    }
}

fn outcome(demonstration: bool) -> OutcomeNotice {
    OutcomeNotice {
        issue: issue(COMMUNE, Some("12/TB-KQ"), demonstration),
        case: case("H17.63.17-261124-0126"),
        agency: COMMUNE.to_owned(),
        received_at: Some(moment(20, 14, 30)),
        result_code: Some("KQ.G15.000124".to_owned()),
        return_way: "Bản điện tử trên trang theo dõi hồ sơ".to_owned(),
        signature: issued_electronically("Trần Thị Ánh Nguyệt"),
        check: tracking("https://motcua.example.vn/t/H17.63.17-261124-0126"),
    }
}

fn negative_outcome(demonstration: bool) -> NegativeOutcome {
    NegativeOutcome {
        issue: issue(COMMUNE, Some("13/TB-KQ"), demonstration),
        case: case("H17.63.17-261124-0127"),
        agency: COMMUNE.to_owned(),
        received_at: Some(moment(20, 14, 30)),
        reason: "Kết quả xác minh cho thấy người yêu cầu không thuộc đối tượng được hưởng theo quy định."
            .to_owned(),
        ground: "Khoản 8 Điều 19 Nghị định 61/2018/NĐ-CP".to_owned(),
        signature: issued_electronically("Trần Thị Ánh Nguyệt"),
        check: tracking("https://motcua.example.vn/t/H17.63.17-261124-0127"),
    }
}

fn sending(demonstration: bool) -> SendingReceipt {
    SendingReceipt {
        issue: issue(CENTRE, None, demonstration),
        case: case("G-261124-7K3F"),
        sent_at: moment(24, 8, 41),
        answer_by: moment(25, 8, 41),
        addressee: CENTRE.to_owned(),
        papers: vec![
            "Tờ khai đăng ký khai sinh".to_owned(),
            "Giấy chứng sinh (2 ảnh)".to_owned(),
            "Văn bản ủy quyền có chứng thực".to_owned(),
        ],
        tracking: tracking("https://motcua.example.vn/t/G-261124-7K3F"),
    }
}
