//! One case on one screen, for the officer who has it.

use motcua_domain::case::{CommandKind, NotNow, OutcomeKind, Step};
use motcua_domain::id::{FileId, StaffId};
use motcua_domain::time::{Due, Instant};

use motcua_domain::bilingual::Bilingual;

use super::life::LifeLine;
use super::shared::{DaysLeft, PaperLink};
use super::tracker::{ClockView, LogLine, SupplementLine};
use crate::filing::AnswerLine;
use crate::filing::PeopleOfCase;

/// Everything that the officer's screen shows.
#[derive(Clone, Debug, PartialEq)]
pub struct DeskCaseView {
    /// Its address: number, or reference before acceptance.
    pub name: String,
    /// The procedure.
    pub procedure: Bilingual,
    /// Its code.
    pub code: String,
    /// Where it is.
    pub step: Step,
    /// How its due moment stands.
    pub left: DaysLeft,
    /// The latest lawful hand-over, while it waits for it.
    pub handover_by: Option<Instant>,
    /// The applicant's name.
    pub applicant: String,
    /// Who acts, for whom, and on what ground (`domain.md` 2.2).
    pub people: PeopleOfCase,
    /// Which case of the procedure it is (trường hợp), where it has several.
    pub variant: Option<Bilingual>,
    /// Their personal number, masked.
    pub personal_number: Option<String>,
    /// Their telephone, masked.
    pub phone: Option<String>,
    /// The answers, in the order of the form.
    pub answers: Vec<AnswerLine>,
    /// The papers as page images.
    pub papers: Vec<PaperImage>,
    /// The conditions and what was found.
    pub findings: Vec<FindingView>,
    /// The draft before the signatory: kind and reason.
    pub draft: Option<(OutcomeKind, Option<String>)>,
    /// Why the signatory sent the draft back, until there is a new one.
    pub sent_back: Option<String>,
    /// Every supplement so far: when it was asked, what, and when it was answered.
    pub supplements: Vec<(Instant, Vec<SupplementLine>, Option<Instant>)>,
    /// What can be asked for: questions and papers with their labels.
    pub targets: Vec<SupplementLine>,
    /// Specialists to whom it can be given.
    pub specialists: Vec<(StaffId, String)>,
    /// Who holds it.
    pub holder: Option<String>,
    /// What happened, newest first.
    pub log: Vec<LogLine>,
    /// When the result was issued.
    pub issued: Option<Instant>,
    /// By how many calendar days the result was late, at least 1; `None` if it is not issued or was in time.
    pub late_by_days: Option<i64>,
    /// How the limit is counted.
    pub clock: Option<ClockView>,
    /// The intake answer is due by then, before acceptance.
    pub intake_due: Option<Due>,
    /// Every act of this person's office, and why not now.
    pub offers: Vec<Offer>,
    /// Legal papers of the case.
    pub legal_papers: Vec<PaperLink>,
    /// What goes on beside the steps, newest first.
    pub life: Vec<LifeLine>,
    /// Whether the applicant asked to withdraw, and why.
    pub withdrawal: Option<Option<String>>,
}

/// An act and whether it can be done now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The act.
    pub kind: CommandKind,
    /// Why not now; `None` if it can be done.
    pub not_now: Option<NotNow>,
}

/// A paper to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperImage {
    /// The file.
    pub file: FileId,
    /// What it is.
    pub label: Bilingual,
    /// Its name as given.
    pub file_name: String,
    /// How many page images it has.
    pub pages: u32,
}

/// A condition to be judged by a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingView {
    /// Stable name.
    pub condition: String,
    /// In words.
    pub label: Bilingual,
    /// What was found; `None` before the examination.
    pub met: Option<bool>,
}
