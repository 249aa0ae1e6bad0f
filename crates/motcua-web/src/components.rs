//! What the macros of `templates/components.html` show, as plain data.
//!
//! A page turns an engine's view into these and adds no rule of its own. All words are finished
//! sentences in the page's language. How each looks: `cargo test -p motcua-web --test style_page`
//! writes a page with every one of them.

mod day_strip;
mod fields;

pub use day_strip::{DayArch, DayStrip};
pub use fields::{Choice, ChoiceField, DateField, DatePart, FileField, Problem, TextField, Width};

use std::fmt::Write as _;

use fast_qr::{ECL, QRBuilder};
use motcua_text::Text;

/// A link (liên kết) that stands alone or ends a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The address.
    pub href: String,
    /// The words.
    pub words: String,
}

impl Link {
    /// A link to this address with these words.
    #[must_use]
    pub fn to(href: impl Into<String>, words: impl Into<String>) -> Self {
        Self {
            href: href.into(),
            words: words.into(),
        }
    }
}

/// The signal of a tag or note. The word carries the meaning; the colour repeats it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Nothing to signal.
    #[default]
    Plain,
    /// Under way, no action needed.
    Sea,
    /// Somebody must act soon; on citizen pages the reader.
    Gold,
    /// Fine.
    Jade,
    /// Wrong, or short of a target.
    Red,
    /// Late; the strongest signal, white on red.
    Late,
}

impl Tone {
    /// The class in the style sheet.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Sea => "sea",
            Self::Gold => "gold",
            Self::Jade => "jade",
            Self::Red => "red",
            Self::Late => "late",
        }
    }

    /// The icon that goes with it where none is chosen.
    #[must_use]
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Plain => "info",
            Self::Sea => "clock",
            Self::Gold => "pen",
            Self::Jade => "check",
            Self::Red | Self::Late => "alert",
        }
    }
}

/// The time left until a due moment (thời hạn còn lại), already in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DaysLeft {
    /// Late by so much: "1 ngày".
    Late(String),
    /// Due today, at this time: "15:00".
    Today(String),
    /// So little left that it is the next thing to do: "1 ngày".
    Soon(String),
    /// Enough time: "8 ngày".
    Ample(String),
    /// The clock stands still (tạm dừng).
    Paused,
}

impl DaysLeft {
    /// The class in the style sheet.
    #[must_use]
    pub const fn class(&self) -> &'static str {
        match self {
            Self::Late(_) => "left-late",
            Self::Today(_) => "left-today",
            Self::Soon(_) => "left-soon",
            Self::Ample(_) => "left-ample",
            Self::Paused => "left-paused",
        }
    }

    /// The icon, if this state has one.
    #[must_use]
    pub const fn icon(&self) -> Option<&'static str> {
        match self {
            Self::Late(_) => Some("alert"),
            Self::Today(_) | Self::Soon(_) => Some("clock"),
            Self::Ample(_) => None,
            Self::Paused => Some("pause"),
        }
    }

    /// The words: "Trễ 1 ngày", "Hôm nay 15:00", "Còn 8 ngày", "Tạm dừng".
    #[must_use]
    pub fn words(&self, t: &Text) -> String {
        match self {
            Self::Late(late) => t.common_days_left_late(late),
            Self::Today(time) => t.common_days_left_today(time),
            Self::Soon(left) | Self::Ample(left) => t.common_days_left(left),
            Self::Paused => t.common_days_left_paused(),
        }
    }
}

/// One of the facts (thời gian, phí, số câu hỏi) on top of a procedure page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The icon, a name in the sprite.
    pub icon: &'static str,
    /// What it is: "Thời gian".
    pub label: String,
    /// The answer, large.
    pub value: String,
    /// What belongs beside it, such as the legal limit beside the promise; empty for nothing.
    pub detail: String,
}

/// A line with an icon: what one needs, what the city already holds, what happens after sending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The icon, a name in the sprite.
    pub icon: &'static str,
    /// The words.
    pub words: String,
    /// The second line: the register that holds it, how to give it; empty for nothing.
    pub detail: String,
}

/// A step that every case of a procedure goes through (bước).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProcessStep {
    /// Who does what.
    pub name: String,
    /// How long, and what comes of it.
    pub detail: String,
}

/// The state of a task (việc) in a task list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TaskState {
    /// Xong.
    Done,
    /// Cần bạn.
    Yours,
    /// Tự chạy: the city does it.
    RunsByItself,
    /// Chưa làm được; the task's detail says when.
    NotYet,
}

/// A task (việc) of a task list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// What is to be done.
    pub name: String,
    /// Where to do it; none where it cannot be done now, or not by the reader.
    pub href: Option<String>,
    /// What was answered, who does it, or when it opens.
    pub detail: String,
    /// How far it is.
    pub state: TaskState,
}

/// What may be done about a row of a summary.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum RowAct {
    /// Nothing.
    #[default]
    None,
    /// It may be changed at this address.
    Change(String),
    /// It comes from this register (nguồn dữ liệu) and is changed there.
    From(String),
}

/// A row of a summary list: an answer, a fact.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// What it is: "Họ, chữ đệm và tên".
    pub label: String,
    /// The value.
    pub value: String,
    /// A second line under the value; empty for nothing.
    pub detail: String,
    /// What may be done about it.
    pub act: RowAct,
}

/// Who holds the ball in one of the four answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ball {
    /// Not this answer.
    #[default]
    None,
    /// The city has it.
    City,
    /// The reader has it.
    You,
    /// It is late.
    Late,
}

impl Ball {
    /// The class in the style sheet.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::None => "",
            Self::City => "by-city",
            Self::You => "by-you",
            Self::Late => "is-late",
        }
    }
}

/// One of the four answers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// The answer itself: a name, a day, a step.
    pub lead: String,
    /// What belongs to it: office, hour, limit.
    pub detail: String,
    /// Whether the ball is here.
    pub ball: Ball,
}

/// The four answers of the tracker: Đã nhận chưa? Ai đang giữ? Bước tiếp theo? Khi nào xong?
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FourAnswers {
    /// Was it received?
    pub received: Answer,
    /// Who has it now?
    pub holder: Answer,
    /// What happens next?
    pub next: Answer,
    /// When will it be done?
    pub when: Answer,
}

/// Where a step of a case is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// Done.
    Done,
    /// Now.
    Now,
    /// Later.
    Later,
}

/// A step of one case, in the tracker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseStep {
    /// What the step is called.
    pub name: String,
    /// When and by whom, a line each.
    pub lines: Vec<String>,
    /// Where it is.
    pub state: StepState,
}

/// A line of the case log (nhật ký hồ sơ).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogEntry {
    /// The moment for machines, RFC 3339.
    pub datetime: String,
    /// The moment in words.
    pub at: String,
    /// What happened.
    pub what: String,
    /// Who did it, of which office; empty for nothing.
    pub by: String,
    /// The paper that came of it.
    pub link: Option<Link>,
}

/// Modules of white around a QR code.
const QUIET: usize = 4;

/// A QR code as one path of unit squares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qr {
    /// How many modules wide, the quiet zone included.
    pub modules: u32,
    /// The path's data: `M0 0h1v1h-1z…`.
    pub path: String,
}

impl Qr {
    /// The code of a text with the quiet zone that the standard asks for; `None` when the text does not fit a code.
    pub fn of(text: &str) -> Option<Self> {
        let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
        let mut path = String::new();
        for (index, module) in code.data.iter().take(code.size * code.size).enumerate() {
            if module.value() {
                let (x, y) = (index % code.size + QUIET, index / code.size + QUIET);
                // Writing to a string cannot fail.
                let _ = write!(path, "M{x} {y}h1v1h-1z");
            }
        }
        Some(Self {
            modules: u32::try_from(code.size + 2 * QUIET).ok()?,
            path,
        })
    }
}

/// The slip of a receipt (biên nhận): of sending, or of acceptance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// What happened, the page's `h1`: "Đã gửi hồ sơ".
    pub title: String,
    /// What the number is: "Mã biên nhận", "Giấy tiếp nhận hồ sơ và hẹn trả kết quả".
    pub number_label: String,
    /// The number.
    pub number: String,
    /// What the moment is: "Thành phố trả lời", "Hẹn trả kết quả".
    pub due_label: String,
    /// The moment in words.
    pub due: String,
    /// Label and value of what else stands on the slip.
    pub pairs: Vec<(String, String)>,
    /// Leads to the page that follows the case.
    pub qr: Option<Qr>,
}

/// Which way a column is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Smallest first.
    Ascending,
    /// Largest first.
    Descending,
}

/// A column of a grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// How the grid is sorted by it, if it is.
    pub sort: Option<Sort>,
}

/// A case in the grid of an inbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridRow {
    /// The page of the case.
    pub href: String,
    /// What the checkbox sends.
    pub value: String,
    /// The part of the number that is the same for the whole unit: heard, not seen.
    pub number_prefix: String,
    /// The rest of the number.
    pub number: String,
    /// The time left; none where the city owes nothing.
    pub left: Option<DaysLeft>,
    /// The other cells, in the order of the columns after the number.
    pub cells: Vec<String>,
}

/// The inbox's grid: checkbox, time left, number, then the columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// What the table is about, heard and not seen.
    pub caption: String,
    /// Whether rows can be chosen, for acts on several at once.
    pub can_select: bool,
    /// The columns: time left and number first.
    pub columns: Vec<Column>,
    /// The cases.
    pub rows: Vec<GridRow>,
    /// What is said when there are none.
    pub none: String,
}

/// Previous and next page. Keyset pages have no numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pager {
    /// The address of the page before.
    pub previous: Option<String>,
    /// What is shown of how much: "Hồ sơ 1–50 trong 146".
    pub count: String,
    /// The address of the page after.
    pub next: Option<String>,
}
