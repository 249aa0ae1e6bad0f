//! Every component once, filled with invented things.

use askama::Template;
use motcua_text::{Lang, Text};
use motcua_web::components::{
    Answer, Ball, CaseStep, Choice, ChoiceField, Column, DateField, DatePart, DayStrip, DaysLeft, Fact,
    FileField, FourAnswers, Grid, GridRow, Item, Link, LogEntry, Pager, Problem, ProcessStep, Qr, Row,
    RowAct, Slip, Sort, StepState, Task, TaskState, TextField, Tone, Width,
};
use motcua_web::page::{NavLink, Office, Page, Tab};

use super::icon_names;

#[derive(Template)]
#[template(path = "components_sample.html")]
pub(super) struct Sample {
    pub(super) page: Page,
    doors: Vec<(&'static str, &'static str, bool)>,
    links: Vec<Link>,
    facts: Vec<Fact>,
    needs: Vec<Item>,
    held: Vec<Item>,
    process: Vec<ProcessStep>,
    problems: Vec<Problem>,
    date: DateField,
    name_field: TextField,
    long_field: TextField,
    choice: ChoiceField,
    file: FileField,
    rows: Vec<Row>,
    tasks: Vec<Task>,
    answers: FourAnswers,
    steps: Vec<CaseStep>,
    log: Vec<LogEntry>,
    strip: DayStrip,
    slip: Slip,
    lefts: Vec<DaysLeft>,
    icons: Vec<String>,
    pager: Pager,
}

#[derive(Template)]
#[template(path = "components_sample_office.html")]
pub(super) struct OfficeSample {
    pub(super) page: Page,
    grid: Grid,
    pager: Pager,
    lefts: Vec<DaysLeft>,
    log: Vec<LogEntry>,
    note_field: TextField,
}

#[derive(Template)]
#[template(
    source = "{% extends \"layout_question.html\" %}{% block main %}<h1>{{ page.title }}</h1>{% endblock %}",
    ext = "html"
)]
pub(super) struct QuestionSample {
    pub(super) page: Page,
}

fn item(icon: &'static str, words: &str, detail: &str) -> Item {
    Item {
        icon,
        words: words.into(),
        detail: detail.into(),
    }
}

fn fact(icon: &'static str, label: &str, value: &str, detail: &str) -> Fact {
    Fact {
        icon,
        label: label.into(),
        value: value.into(),
        detail: detail.into(),
    }
}

fn row(label: &str, value: &str, detail: &str, act: RowAct) -> Row {
    Row {
        label: label.into(),
        value: value.into(),
        detail: detail.into(),
        act,
    }
}

fn task(name: &str, detail: &str, href: Option<&str>, state: TaskState) -> Task {
    Task {
        name: name.into(),
        detail: detail.into(),
        href: href.map(Into::into),
        state,
    }
}

fn answer(lead: &str, detail: &str, ball: Ball) -> Answer {
    Answer {
        lead: lead.into(),
        detail: detail.into(),
        ball,
    }
}

fn step(name: &str, lines: [&str; 2], state: StepState) -> CaseStep {
    CaseStep {
        name: name.into(),
        lines: lines.map(String::from).to_vec(),
        state,
    }
}

fn log_entry(at: &str, what: &str, by: &str, link: Option<Link>) -> LogEntry {
    LogEntry {
        datetime: "2026-11-20T08:20:00+07:00".into(),
        at: at.into(),
        what: what.into(),
        by: by.into(),
        link,
    }
}

pub(super) fn lefts() -> Vec<DaysLeft> {
    vec![
        DaysLeft::Late("1 ngày".into()),
        DaysLeft::Today("15:00".into()),
        DaysLeft::Soon("1 ngày".into()),
        DaysLeft::Ample("8 ngày".into()),
        DaysLeft::Paused,
    ]
}

fn log() -> Vec<LogEntry> {
    vec![
        log_entry(
            "Hôm nay, 09:15",
            "Lê Văn Thành hẹn kiểm tra thửa đất",
            "Phòng Kinh tế – Hạ tầng",
            None,
        ),
        log_entry(
            "20/11, 14:40",
            "Hỏi thêm: bản vẽ mặt đứng bị mờ",
            "",
            Some(Link::to("/papers/1", "Phiếu yêu cầu bổ sung")),
        ),
    ]
}

fn pager() -> Pager {
    Pager {
        previous: None,
        count: "Hồ sơ 1–13 trong 146".into(),
        next: Some("/desk?after=13".into()),
    }
}

pub(super) fn citizen(lang: Lang) -> Sample {
    let mut page = Page::new(lang, "Bảng mẫu", "/style?q=a");
    page.demo = true;
    page.has_errors = true;
    page.signed_in = Some("Minh Anh".into());
    page.tab = Some(Tab::Cases);
    let wrong = "Ngày sinh của bé phải là hôm nay hoặc trước hôm nay";
    let date = DateField {
        name: "born".into(),
        label: "Bé sinh ngày nào?".into(),
        hint: "Như trên giấy chứng sinh, ví dụ 21 11 2026".into(),
        error: wrong.into(),
        typed: ["28".into(), "11".into(), "2026".into()],
        wrong: vec![DatePart::Day],
        ..DateField::default()
    };
    Sample {
        page,
        doors: doors(),
        links: vec![Link::to("/", "Trang chủ"), Link::to("/procedures", "Mở cửa hàng")],
        facts: vec![
            fact(
                "clock",
                "Thời gian",
                "1,5 ngày làm việc",
                "Luật cho phép 3 ngày; nộp trực tuyến cam kết một nửa",
            ),
            fact("wallet", "Phí", "0 đồng trực tuyến", "Tại quầy 50.000 đồng"),
            fact(
                "list",
                "Bạn phải trả lời",
                "5 câu hỏi",
                "Khoảng 6 phút, dừng giữa chừng được",
            ),
        ],
        needs: vec![
            item(
                "pen",
                "Tên và địa chỉ cửa hàng",
                "Gõ tên, chúng tôi báo ngay nếu trùng",
            ),
            item(
                "doc",
                "Hợp đồng thuê nhà",
                "Chỉ khi bạn thuê; chụp ảnh bằng điện thoại là đủ",
            ),
        ],
        held: vec![
            item(
                "check",
                "Họ tên, ngày sinh, số định danh",
                "Cơ sở dữ liệu quốc gia về dân cư",
            ),
            item(
                "check",
                "Nơi thường trú: Phường Hải Châu",
                "Cơ sở dữ liệu về cư trú",
            ),
        ],
        process: vec![
            ProcessStep {
                name: "Bạn nộp hồ sơ".into(),
                detail: "Nhận ngay mã biên nhận".into(),
            },
            ProcessStep {
                name: "Bộ phận một cửa kiểm tra".into(),
                detail: "Trong 8 giờ làm việc".into(),
            },
        ],
        problems: vec![Problem {
            field: date.first_wrong(),
            words: wrong.into(),
        }],
        date,
        name_field: TextField {
            name: "name".into(),
            label: "Họ, chữ đệm và tên".into(),
            value: "Nguyễn Thị <Minh> Anh".into(),
            autocomplete: "name",
            width: Width::Twenty,
            ..TextField::default()
        },
        long_field: TextField {
            name: "reason".into(),
            label: "Bạn muốn nói thêm điều gì".into(),
            optional: true,
            lines: 4,
            ..TextField::default()
        },
        choice: choice(),
        file: FileField {
            name: "lease".into(),
            label: "Ảnh hợp đồng thuê nhà".into(),
            hint: "Ảnh hoặc PDF, mỗi tệp đến 20 MB".into(),
            accept: "image/jpeg,image/png,application/pdf",
            many: true,
            ..FileField::default()
        },
        rows: vec![
            row(
                "Họ, chữ đệm và tên",
                "Trần Nguyễn Hải An",
                "",
                RowAct::Change("/filing/name".into()),
            ),
            row("Giới tính", "Nữ", "", RowAct::From("Giấy chứng sinh".into())),
            row(
                "Bản giấy",
                "Gửi bưu điện về 24 Trần Phú",
                "Thành phố trả cước",
                RowAct::None,
            ),
        ],
        tasks: vec![
            task(
                "Tên của bé",
                "Trần Nguyễn Hải An, nữ",
                Some("/filing/name"),
                TaskState::Done,
            ),
            task(
                "Nhận kết quả",
                "Bản giấy gửi về đâu",
                Some("/filing/return"),
                TaskState::Yours,
            ),
            task(
                "Đăng ký thường trú",
                "Công an phường Hải Châu",
                None,
                TaskState::RunsByItself,
            ),
            task(
                "Kiểm tra và nộp",
                "Mở khi ba việc trên xong",
                None,
                TaskState::NotYet,
            ),
        ],
        answers: FourAnswers {
            received: answer("Đã nhận", "08:20 thứ Sáu 20/11", Ball::None),
            holder: answer("Lê Văn Thành", "Chuyên viên, Phòng Kinh tế – Hạ tầng", Ball::City),
            next: answer(
                "Kiểm tra tại thửa đất",
                "Sáng thứ Tư 25/11. Bạn không cần có mặt",
                Ball::None,
            ),
            when: answer(
                "Thứ Tư 02/12",
                "Còn 8 ngày. Sớm hơn hạn của luật 5 ngày",
                Ball::None,
            ),
        },
        steps: vec![
            step("Tiếp nhận", ["20/11, 08:20", "Một cửa Hải Châu"], StepState::Done),
            step(
                "Kiểm tra hồ sơ",
                ["20/11, 10:05", "Đủ 4 trên 4 thành phần"],
                StepState::Done,
            ),
            step(
                "Thẩm định",
                ["Đang làm, từ 23/11", "Phòng Kinh tế – Hạ tầng"],
                StepState::Now,
            ),
            step(
                "Ký giấy phép",
                ["Dự kiến 01/12", "Phó Chủ tịch phường"],
                StepState::Later,
            ),
            step(
                "Trả kết quả",
                ["Trước 17:00 ngày 02/12", "Điện tử và bưu điện"],
                StepState::Later,
            ),
        ],
        log: log(),
        strip: strip(Text::of(lang)),
        slip: slip(),
        lefts: lefts(),
        icons: icon_names().into_iter().collect(),
        pager: pager(),
    }
}

fn doors() -> Vec<(&'static str, &'static str, bool)> {
    vec![
        ("baby", "Có con", true),
        ("school", "Con đi học", false),
        ("ring", "Kết hôn", false),
        ("move", "Đổi chỗ ở", false),
        ("shop", "Mở cửa hàng", false),
        ("build", "Xây, sửa nhà", false),
        ("heart", "Chăm người thân", false),
        ("flower", "Có người mất", false),
    ]
}

fn choice() -> ChoiceField {
    let choice = |value: &str, label: &str, hint: &str, checked| Choice {
        value: value.into(),
        label: label.into(),
        hint: hint.into(),
        checked,
    };
    ChoiceField {
        name: "delivery".into(),
        label: "Bạn nhận bản giấy ở đâu?".into(),
        choices: vec![
            choice("post", "Gửi bưu điện", "", true),
            choice("desk", "Tại bộ phận một cửa", "Có dòng gợi ý", false),
        ],
        ..ChoiceField::default()
    }
}

fn strip(t: &Text) -> DayStrip {
    DayStrip {
        used_days: 3,
        promised_days: Some(10),
        legal_days: 15,
        promised_on: t.day_short(12, 2),
        legal_on: t.day_short(12, 7),
        used: t.days(3),
        promised: t.days(10),
        legal: t.days(15),
    }
}

fn slip() -> Slip {
    Slip {
        title: "Đã gửi hồ sơ".into(),
        number_label: "Mã biên nhận".into(),
        number: "BN-7K4Q-261124".into(),
        due_label: "Thành phố trả lời".into(),
        due: "Trước 16:40 thứ Tư 25/11".into(),
        pairs: vec![
            ("Thủ tục".into(), "Đăng ký khai sinh".into()),
            ("Người nộp".into(), "Nguyễn Thị Minh Anh".into()),
            ("Phí".into(), "0 đồng".into()),
        ],
        qr: Qr::of("http://city.localhost/track?name=BN-7K4Q-261124"),
    }
}

pub(super) fn office() -> OfficeSample {
    let mut page = Page::new(Lang::Vi, "Việc của tôi", "/desk");
    page.demo = true;
    page.signed_in = Some("Lê Văn Thành".into());
    page.office = Some(Office {
        unit: "Hải Châu".into(),
        nav: vec![
            NavLink {
                href: "/desk".into(),
                words: "Bàn làm việc".into(),
                current: true,
            },
            NavLink {
                href: "/counter".into(),
                words: "Quầy".into(),
                current: false,
            },
        ],
        searched: String::new(),
    });
    let rows = [
        ("0044", "Phan Văn Lợi"),
        ("0153", "Nguyễn Thị Minh Anh"),
        ("0201", "Đỗ Thuỳ Dương"),
    ]
    .into_iter()
    .zip(lefts())
    .map(|((number, applicant), left)| GridRow {
        href: format!("/desk/cases/{number}"),
        value: number.into(),
        number_prefix: "H17.41.06-".into(),
        number: format!("261124-{number}"),
        left: Some(left),
        cells: ["Đăng ký khai sinh", applicant, "Kiểm tra", "Trực tuyến"]
            .map(String::from)
            .to_vec(),
    })
    .collect();
    let column = |name: &str, sort| Column {
        name: name.into(),
        sort,
    };
    OfficeSample {
        page,
        grid: Grid {
            caption: "Hồ sơ của tôi, hạn gần nhất trước".into(),
            can_select: true,
            columns: vec![
                column("Còn lại", Some(Sort::Ascending)),
                column("Mã hồ sơ", None),
                column("Thủ tục", None),
                column("Người nộp", None),
                column("Bước", None),
                column("Kênh", None),
            ],
            rows,
            none: "Không có hồ sơ nào".into(),
        },
        pager: pager(),
        lefts: lefts(),
        log: log(),
        note_field: TextField {
            name: "note".into(),
            label: "Ghi chú vào phiếu kiểm soát".into(),
            lines: 2,
            ..TextField::default()
        },
    }
}
