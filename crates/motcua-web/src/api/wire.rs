//! The forms of the API's answers and requests. Fields are only ever added; a change of meaning is a new version of the
//! address.

use motcua_domain::bilingual::Bilingual;
use motcua_domain::case::Party;
use motcua_domain::form::Answers;
use motcua_domain::time::{Due, TimeLimit};
use motcua_engine::view;
use serde::{Deserialize, Serialize};

/// A text in both languages.
#[derive(Debug, Serialize)]
pub struct Name {
    /// Vietnamese.
    pub vi: String,
    /// English.
    pub en: String,
}

impl From<Bilingual> for Name {
    fn from(name: Bilingual) -> Self {
        Self {
            vi: name.vi,
            en: name.en,
        }
    }
}

/// A list, and where it goes on.
#[derive(Debug, Serialize)]
pub struct Page<T> {
    /// What this page has.
    pub items: Vec<T>,
    /// The address of the next page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// A procedure (thủ tục).
#[derive(Debug, Serialize)]
pub struct Procedure {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: Name,
    /// Its field.
    pub field: String,
    /// The decision that publishes it.
    pub decision: String,
    /// Whether it can be filed here.
    pub can_file_here: bool,
    /// Whether its figures wait for a person's confirmation.
    pub is_unconfirmed: bool,
    /// The city's promise for online filing.
    pub promise: Option<TimeLimit>,
    /// Limits and fees by channel.
    pub channels: Vec<Channel>,
    /// The papers.
    pub papers: Vec<Requirement>,
}

/// Limit and fee of a channel.
#[derive(Debug, Serialize)]
pub struct Channel {
    /// The channel's stable name.
    pub channel: &'static str,
    /// The limit by law.
    pub limit: TimeLimit,
    /// The fee in đồng; null where the record gives none.
    pub fee_dong: Option<i64>,
}

/// A paper that is needed.
#[derive(Debug, Serialize)]
pub struct Requirement {
    /// Its stable name.
    pub name: String,
    /// What it is.
    pub label: Name,
    /// Whether a filing without it is incomplete.
    pub is_required: bool,
}

/// A due moment.
#[derive(Debug, Serialize)]
pub struct DueMoment {
    /// The last moment, RFC 3339.
    pub at: String,
    /// Its day.
    pub on: String,
}

impl From<Due> for DueMoment {
    fn from(due: Due) -> Self {
        Self {
            at: due.at.to_string(),
            on: due.on.to_string(),
        }
    }
}

/// How a due moment stands.
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Left {
    /// The clock stands still.
    Paused,
    /// Late by so many days.
    LateDays(i64),
    /// Due today at this moment.
    TodayAt(String),
    /// So many working days are left.
    WorkingDays(i64),
    /// Nothing is owed.
    Nothing,
}

impl From<view::DaysLeft> for Left {
    fn from(left: view::DaysLeft) -> Self {
        match left {
            view::DaysLeft::Paused => Self::Paused,
            view::DaysLeft::Late(days) => Self::LateDays(days),
            view::DaysLeft::Today(at) => Self::TodayAt(at.to_string()),
            view::DaysLeft::WorkingDays(days) => Self::WorkingDays(days),
            view::DaysLeft::Nothing => Self::Nothing,
        }
    }
}

/// A case in a list.
#[derive(Debug, Serialize)]
pub struct CaseLine {
    /// Its number, or its reference before acceptance.
    pub name: String,
    /// The procedure.
    pub procedure: Name,
    /// Where it is.
    pub step: &'static str,
    /// When it was sent.
    pub sent_at: String,
    /// Whether it waits for the applicant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_your_turn: Option<bool>,
    /// How its due moment stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left: Option<Left>,
    /// The applicant's name, for staff.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub applicant: Option<String>,
}

/// Something that happened to a case.
#[derive(Debug, Serialize)]
pub struct LogLine {
    /// When.
    pub at: String,
    /// What, by stable name.
    pub event: &'static str,
    /// Who of the city.
    pub person: Option<String>,
    /// In which office.
    pub role: Option<String>,
    /// Whether it was the applicant's own act.
    pub is_applicants: bool,
}

impl From<view::LogLine> for LogLine {
    fn from(line: view::LogLine) -> Self {
        Self {
            at: line.at.to_string(),
            event: line.event,
            person: line.person,
            role: line.role,
            is_applicants: line.is_own,
        }
    }
}

/// A legal paper.
#[derive(Debug, Serialize)]
pub struct LegalPaper {
    /// Its kind.
    pub kind: String,
    /// When it was made.
    pub at: String,
}

impl From<view::PaperLink> for LegalPaper {
    fn from(paper: view::PaperLink) -> Self {
        Self {
            kind: paper.kind,
            at: paper.at.to_string(),
        }
    }
}

/// A case, for its applicant.
#[derive(Debug, Serialize)]
pub struct OwnCase {
    /// The reference of its sending.
    pub reference: String,
    /// Its number, from acceptance.
    pub number: Option<String>,
    /// The procedure's code.
    pub code: String,
    /// The procedure.
    pub procedure: Name,
    /// The national status, 1 to 10.
    pub status: u8,
    /// Where it is.
    pub step: &'static str,
    /// When it was sent.
    pub sent_at: String,
    /// When it was accepted.
    pub accepted_at: Option<String>,
    /// Where it was received.
    pub received_at: Name,
    /// Who has it.
    pub holder: Holder,
    /// When the city must have acted.
    pub due: Option<DueMoment>,
    /// The acts that the applicant can do now.
    pub can: Vec<&'static str>,
    /// What happened, newest first.
    pub log: Vec<LogLine>,
    /// Papers to open.
    pub papers: Vec<LegalPaper>,
}

/// Who has a case.
#[derive(Debug, Serialize)]
pub struct Holder {
    /// The party.
    pub party: &'static str,
    /// The person, where one is named.
    pub person: Option<String>,
    /// The unit.
    pub unit: Option<Name>,
}

/// The stable name of a party.
pub const fn party(party: Party) -> &'static str {
    match party {
        Party::Applicant => "applicant",
        Party::ReceivingOfficer => "receiving_officer",
        Party::DivisionHead => "division_head",
        Party::Specialist => "specialist",
        Party::Signatory => "signatory",
        Party::Clerk => "clerk",
        Party::ReturningOfficer => "returning_officer",
        Party::Nobody => "nobody",
    }
}

/// A case, for the office.
#[derive(Debug, Serialize)]
pub struct DeskCase {
    /// Its number, or its reference before acceptance.
    pub name: String,
    /// The procedure's code.
    pub code: String,
    /// The procedure.
    pub procedure: Name,
    /// Where it is.
    pub step: &'static str,
    /// How its due moment stands.
    pub left: Left,
    /// The applicant.
    pub applicant: Applicant,
    /// The answers, in the order of the form.
    pub answers: Vec<AnswerLine>,
    /// The papers given.
    pub papers: Vec<GivenPaper>,
    /// The conditions and what was found.
    pub conditions: Vec<Condition>,
    /// Who holds it.
    pub holder: Option<String>,
    /// Specialists to whom it can be given.
    pub specialists: Vec<Person>,
    /// What a supplement can ask for.
    pub targets: Vec<Target>,
    /// The acts of this office, and why not now.
    pub offers: Vec<Offer>,
    /// What happened, newest first.
    pub log: Vec<LogLine>,
    /// Legal papers.
    pub legal_papers: Vec<LegalPaper>,
}

/// An applicant, as staff see them: numbers masked.
#[derive(Debug, Serialize)]
pub struct Applicant {
    /// The name.
    pub name: String,
    /// The personal number.
    pub personal_number: Option<String>,
    /// The telephone.
    pub phone: Option<String>,
}

/// An answer in words.
#[derive(Debug, Serialize)]
pub struct AnswerLine {
    /// The question.
    pub question: String,
    /// Its label.
    pub label: Name,
    /// The answer in the language asked for.
    pub value: String,
}

/// A paper that was given.
#[derive(Debug, Serialize)]
pub struct GivenPaper {
    /// The file.
    pub file: String,
    /// What it is.
    pub label: Name,
    /// How many page images it has.
    pub pages: u32,
}

/// A condition.
#[derive(Debug, Serialize)]
pub struct Condition {
    /// Its stable name.
    pub condition: String,
    /// In words.
    pub label: Name,
    /// What was found; null before the examination.
    pub met: Option<bool>,
}

/// A member of staff.
#[derive(Debug, Serialize)]
pub struct Person {
    /// Who.
    pub id: String,
    /// The name.
    pub name: String,
}

/// What a supplement can ask for.
#[derive(Debug, Serialize)]
pub struct Target {
    /// The stable name.
    pub target: String,
    /// In words.
    pub label: Name,
    /// Whether it is a paper.
    pub is_paper: bool,
}

/// An act of the office.
#[derive(Debug, Serialize)]
pub struct Offer {
    /// The act: the last part of its address.
    pub act: &'static str,
    /// Whether it can be done now.
    pub is_open: bool,
    /// Why not, by stable code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<&'static str>,
}

/// What an act made of a case.
#[derive(Debug, Serialize)]
pub struct Acted {
    /// The case: its number, or its reference before acceptance.
    pub name: String,
    /// Where it is now.
    pub step: &'static str,
    /// The national status, 1 to 10.
    pub status: u8,
}

/// A draft to be made.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewDraft {
    /// The procedure's code.
    pub procedure: String,
    /// Answers by question.
    #[serde(default)]
    pub answers: Answers,
    /// The desk at which it is handed in.
    #[serde(default)]
    pub desk: Option<String>,
}

/// A draft, and what it still lacks.
#[derive(Debug, Serialize)]
pub struct Draft {
    /// Which.
    pub id: String,
    /// The form version that is answered.
    pub form: String,
    /// Whether it can be sent.
    pub is_complete: bool,
    /// What is wrong with answers.
    pub problems: Vec<FieldProblem>,
    /// Papers that are missing, by stable name.
    pub missing_papers: Vec<String>,
    /// Answers given to questions that the form does not have.
    pub unknown: Vec<String>,
}

/// What is wrong with an answer.
#[derive(Debug, Serialize)]
pub struct FieldProblem {
    /// The question.
    pub question: String,
    /// What is wrong, by stable code.
    pub code: &'static str,
}

/// A receipt of sending.
#[derive(Debug, Serialize)]
pub struct Sending {
    /// The reference.
    pub reference: String,
    /// The procedure.
    pub procedure: Name,
    /// When it arrived.
    pub sent_at: String,
    /// The desk must answer by then.
    pub answer_due: DueMoment,
    /// The desk.
    pub desk: Name,
}

/// A kept file.
#[derive(Debug, Serialize)]
pub struct KeptFile {
    /// Which.
    pub file: String,
    /// Its media type by content.
    pub media_type: String,
}

/// No words are needed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// A reason.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// In words for whoever reads it.
    #[serde(default)]
    pub reason: String,
}

/// A supplement notice.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// Everything that is asked for.
    pub items: Vec<NoticeItem>,
    /// The sector law that allows a further round, where one is needed.
    #[serde(default)]
    pub further_ground: Option<String>,
}

/// One thing that is asked for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoticeItem {
    /// The stable name of a question or paper.
    pub target: String,
    /// Whether it is a paper.
    pub is_paper: bool,
    /// Why, and how to mend it.
    pub reason: String,
}

/// To whom a case is given.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// The specialist.
    pub specialist: motcua_domain::id::StaffId,
}

/// What a specialist found.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Examination {
    /// Each condition.
    pub findings: Vec<motcua_domain::case::Finding>,
}

/// A draft result.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DraftOutcome {
    /// `granted` or `refused`.
    pub kind: motcua_domain::case::OutcomeKind,
    /// Why; a refusal always has one.
    #[serde(default)]
    pub reason: String,
}

/// What was checked before a result was handed out.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandingOut {
    /// Identity.
    #[serde(default)]
    pub identity_checked: bool,
    /// The right to collect.
    #[serde(default)]
    pub right_checked: bool,
}

/// A decision about a withdrawal.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Whether the case ends.
    pub granted: bool,
    /// Why not.
    #[serde(default)]
    pub reason: String,
}
