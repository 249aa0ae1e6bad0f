//! The tracker (theo dõi hồ sơ): received? who has it? what next? by when? And the applicant's part, always said.

use motcua_domain::case::{CommandKind, NationalStatus, Step};
use motcua_domain::money::Dong;
use motcua_domain::time::{Day, Due, Explanation, Instant, TimeLimit, What};

use motcua_domain::bilingual::Bilingual;

use super::life::LifeLine;
use super::shared::{DueView, PaperLink};

/// Everything that the tracker page shows to the applicant.
#[derive(Clone, Debug, PartialEq)]
pub struct TrackerView {
    /// The procedure.
    pub procedure: Bilingual,
    /// Its code.
    pub code: String,
    /// The reference of the sending.
    pub reference: String,
    /// The number, from acceptance.
    pub number: Option<String>,
    /// The national status.
    pub status: NationalStatus,
    /// Where it is.
    pub step: Step,
    /// When it was sent.
    pub sent_at: Instant,
    /// When it was accepted.
    pub accepted_at: Option<Instant>,
    /// The receiving agency.
    pub received_at: Bilingual,
    /// Who has it.
    pub holder: Holder,
    /// What comes next.
    pub next: NextStep,
    /// When the city must have acted.
    pub due: Option<DueView>,
    /// When the result was issued, and whether in time.
    pub issued: Option<(Instant, bool)>,
    /// What the applicant must do.
    pub your_part: YourPart,
    /// The way through the office.
    pub steps: Vec<StepLine>,
    /// What happened, newest first.
    pub log: Vec<LogLine>,
    /// How the time limit was counted, from acceptance.
    pub clock: Option<ClockView>,
    /// What goes on beside the steps, newest first; what offices write to each other is left out.
    pub life: Vec<LifeLine>,
    /// Papers to open, oldest first.
    pub papers: Vec<PaperLink>,
    /// How often somebody of the city looked.
    pub looks: usize,
    /// What the applicant can do now.
    pub can: Vec<CommandKind>,
    /// Their rating.
    pub rating: Option<u8>,
    /// Why it was refused, where it was.
    pub refusal: Option<String>,
}

/// Who has the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The party, for the sentence.
    pub party: motcua_domain::case::Party,
    /// The person of the city, where one is named.
    pub person: Option<String>,
    /// The unit.
    pub unit: Option<Bilingual>,
}

/// What comes next, by stable name; the sentence is in `text/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextStep {
    /// The desk checks and answers.
    DeskAnswers,
    /// You complete it.
    YouComplete,
    /// You pay the fee; then it is accepted.
    YouPay,
    /// You meet a financial duty.
    YouMeetDuty,
    /// The desk checks your answer.
    DeskChecksAnswer,
    /// It is handed over.
    HandOver,
    /// Somebody gets it.
    Assign,
    /// It is examined and drafted.
    Examine,
    /// The division head reviews it.
    Review,
    /// It is signed.
    Sign,
    /// It is numbered and issued.
    Issue,
    /// The result is made anew.
    Correct,
    /// You collect it, electronically or at the desk.
    Collect,
    /// Nothing.
    Nothing,
}

/// The applicant's part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum YourPart {
    /// Nothing to do now.
    Nothing,
    /// Complete it.
    Supplement {
        /// What is asked, item by item.
        items: Vec<SupplementLine>,
        /// Until when, where a text sets it.
        by: Option<Due>,
    },
    /// Pay the fee; then the case is accepted.
    PayFee {
        /// How much, in whole đồng.
        amount: Dong,
    },
    /// Pay what the tax office set, and send the proof.
    MeetDuty {
        /// Number of the notice to pay.
        notice: String,
        /// How much, in whole đồng.
        amount: Dong,
    },
    /// Take the electronic result.
    TakeResult,
    /// Collect it at the desk, with an identity paper.
    CollectAtDesk,
    /// The post brings it; its tracking number, once it left.
    ComesByPost {
        /// The carrier's number.
        tracking: Option<String>,
    },
    /// Rate the service, if you like.
    Rate,
}

/// One item of a supplement notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupplementLine {
    /// The stable name of the question or paper.
    pub target: String,
    /// Its label.
    pub label: Bilingual,
    /// Whether it is a paper.
    pub is_paper: bool,
    /// The reason and guidance, in the officer's words.
    pub reason: String,
}

/// A step of the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepLine {
    /// The step, by its stable name: `receive`, `check`, `examine`, `sign`, `return`.
    pub name: &'static str,
    /// How it stands.
    pub state: StepState,
    /// When it was done or begun.
    pub at: Option<Instant>,
    /// Where.
    pub unit: Option<Bilingual>,
}

/// How a step of the way stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Done.
    Done,
    /// Now.
    Now,
    /// Later.
    Later,
}

/// A line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogLine {
    /// When.
    pub at: Instant,
    /// What, by the stable name of the event.
    pub event: &'static str,
    /// The person of the city whose act it was; `None` for the applicant and for rules.
    pub person: Option<String>,
    /// The role they acted in.
    pub role: Option<String>,
    /// Whether it was the applicant's own act.
    pub is_own: bool,
}

/// How the time limit was counted.
#[derive(Clone, Debug, PartialEq)]
pub struct ClockView {
    /// The limit by law.
    pub limit: TimeLimit,
    /// The city's promise.
    pub promise: Option<TimeLimit>,
    /// The original due moment.
    pub original: Due,
    /// The due moment now.
    pub current: Due,
    /// The promised moment.
    pub promised: Option<Due>,
    /// Day by day.
    pub explanation: Explanation,
    /// Today, to mark it.
    pub today: Day,
}

/// A limit in days, counted for a drawing: one arch a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayCount {
    /// Days used.
    pub used: u32,
    /// Days that the city promised.
    pub promised: Option<u32>,
    /// Days that the law allows.
    pub legal: u32,
}

impl ClockView {
    /// The limit in days as it stands on `day`; `None` for limits that are not counted in days.
    pub fn days_on(&self, day: Day) -> Option<DayCount> {
        let started = self.explanation.starts_at.day();
        let (used, legal) = match self.limit {
            TimeLimit::WorkingDays(legal) => {
                let counted = self.explanation.lines.iter().filter_map(|line| match line.what {
                    What::Counted { number, .. } if line.on <= day => Some(number),
                    _ => None,
                });
                (counted.max().unwrap_or(0), legal)
            }
            TimeLimit::CalendarDays(legal) => {
                let passed = u32::try_from(started.days_until(day)).unwrap_or(0);
                (passed, legal)
            }
            _ => return None,
        };
        let promised = match self.promise {
            Some(TimeLimit::WorkingDays(days) | TimeLimit::CalendarDays(days)) => Some(days),
            Some(TimeLimit::WorkingHours(hours)) => Some(hours.div_ceil(HOURS_OF_DAY)),
            _ => None,
        };
        Some(DayCount {
            used,
            promised,
            legal,
        })
    }
}

/// A working day has eight hours (`domain.md` 4.10, 1).
const HOURS_OF_DAY: u32 = 8;

/// A notice in the applicant's inbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeView {
    /// When it came.
    pub at: Instant,
    /// The stable name of its sentence.
    pub key: String,
    /// The number of the case, or its reference before acceptance.
    pub case: String,
    /// The procedure.
    pub procedure: Bilingual,
}

/// Who looked at the applicant's data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessView {
    /// When.
    pub at: Instant,
    /// Who; `None` for the applicant themself.
    pub person: Option<String>,
    /// In which office.
    pub role: Option<String>,
    /// Of which agency.
    pub agency: Option<Bilingual>,
    /// What.
    pub what: crate::changes::AccessedThing,
    /// In which case, as its number or reference.
    pub case: Option<String>,
    /// Why: the stable name of the ground.
    pub ground: String,
}

/// What anybody may see who knows a number: progress, and nothing else (C01 16).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicProgress {
    /// The number or reference.
    pub name: String,
    /// The national status.
    pub status: NationalStatus,
    /// What is due, from whom.
    pub due: ProgressDue,
}

/// What is due in a case, each of its own kind, so that nobody takes one for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProgressDue {
    /// The desk's answer to a sending: eight working hours.
    IntakeAnswer(Due),
    /// The result, by the limit of law.
    Limit(Due),
    /// The result, by the city's promise; the limit of law stands beside it.
    Promise {
        /// What the city promised.
        promised: Due,
        /// What the law allows.
        limit: Due,
    },
    /// The applicant's supplement, where a text sets a window.
    SupplementWindow(Due),
    /// Nothing until the applicant's supplement is there: no text sets a window.
    SupplementOpen,
    /// Nothing now: the clock of the law stands still.
    Paused,
    /// Nothing: the desk has the applicant's supplement before it, and no limit has begun.
    NotYet,
    /// Nothing any more.
    Over,
}
