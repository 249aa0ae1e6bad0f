//! Inter-agency cases (hồ sơ liên thông, `domain.md` 3.5): each agency with its task and its day; each late one apologises
//! for its own part (D301 4.3).

use serde::{Deserialize, Serialize};

use crate::id::{FileId, NoteId, StaffId, UnitCode};
use crate::time::{Due, Instant, TimeLimit};

/// In what order the agencies work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskOrder {
    /// Đồng thời: sent to all at once (D61 19.6b).
    AtOnce,
    /// Lần lượt: the desk fixes the order (D61 19.6a).
    InOrder,
}

/// What an agency shall do (phiếu chuyển).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskPlan {
    /// Which agency.
    pub agency: UnitCode,
    /// What it shall do.
    pub what: NoteId,
    /// Its share of the limit.
    pub limit: TimeLimit,
    /// Whether it leads: the others return to it.
    pub is_lead: bool,
}

/// A task of one agency.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    /// What was asked.
    pub plan: TaskPlan,
    /// When it began; `None` while an earlier one is not done.
    pub started_at: Option<Instant>,
    /// When it is due, once begun. Never moved: an apology stands beside it.
    pub due: Option<Due>,
    /// The agency's own apology.
    pub apology: Option<TaskApology>,
    /// What it did.
    pub done: Option<TaskDone>,
}

/// An apology of one agency for its own part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TaskApology {
    /// When.
    pub at: Instant,
    /// Why.
    pub reason: NoteId,
    /// The new due moment of the part.
    pub due: Due,
}

/// What an agency did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TaskDone {
    /// When.
    pub at: Instant,
    /// Who.
    pub by: Option<StaffId>,
    /// What it says.
    pub note: Option<NoteId>,
    /// Its own result, returned to the applicant as soon as it is there (D301 8.4).
    pub file: Option<FileId>,
    /// Whether the part's own due moment was met.
    pub on_time: bool,
}

impl Task {
    /// Whether the agency works on it.
    pub const fn is_running(&self) -> bool {
        self.started_at.is_some() && self.done.is_none()
    }

    /// Whether the agency's part is late.
    pub fn is_late(&self, now: Instant) -> bool {
        match (&self.done, self.due) {
            (Some(done), _) => !done.on_time,
            (None, Some(due)) => now > due.at,
            (None, None) => false,
        }
    }
}
