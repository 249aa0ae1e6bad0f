//! The deadline machine (`domain.md` 3.4): the clock of the desk's answer, and the legal clock. Their states are read off
//! the facts; nobody sets them.

use super::rules::Rules;
use crate::time::{Due, ExclusionGround, Instant, Ledger};

/// The clock of the desk's answer to a sending: eight working hours (`domain.md` 4.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IntakeClock {
    /// When the sending, or the answer to a supplement, arrived.
    pub started_at: Instant,
    /// The desk must answer by then.
    pub due: Due,
    /// When it answered.
    pub answered_at: Option<Instant>,
}

/// Where the clock of the desk's answer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IntakeState {
    /// Đang chờ: within its hours.
    Running,
    /// Đã trả lời, in time.
    Answered,
    /// Trễ: it was, or is, answered after its hours.
    Overdue,
}

impl IntakeClock {
    /// Where it stands at `now`.
    pub fn state(&self, now: Instant) -> IntakeState {
        match self.answered_at.unwrap_or(now) > self.due.at {
            true => IntakeState::Overdue,
            false if self.answered_at.is_some() => IntakeState::Answered,
            false => IntakeState::Running,
        }
    }
}

/// The legal clock; both due moments can be computed anew from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Clock {
    /// The facts.
    pub ledger: Ledger,
    /// The original due moment, never overwritten.
    pub original: Due,
    /// The due moment now.
    pub current: Due,
    /// The city's promise, where it made one.
    pub promised: Option<Due>,
    /// The latest lawful hand-over.
    pub handover_by: Instant,
    /// When the competent agency had it, where another desk received it: its own limit counts from there (D309 8.3).
    pub taken_over_at: Option<Instant>,
}

/// Where the legal clock stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LimitState {
    /// It runs.
    Running,
    /// It stands still, on a ground.
    Paused(ExclusionGround),
    /// A result was issued in time.
    Met,
    /// The due moment passed, or a result was issued after it, or only by a new date.
    Missed,
}

impl Clock {
    /// A clock that has just begun.
    pub fn new(
        rules: &Rules,
        started_at: Instant,
        due: Due,
        promised: Option<Due>,
        handover_by: Instant,
    ) -> Self {
        Self {
            ledger: Ledger::new(started_at, rules.limit.clone(), rules.cut_off_start),
            original: due,
            current: due,
            promised,
            handover_by,
            taken_over_at: None,
        }
    }

    /// Whether the law's due moment is met at `at`. Lawful exclusions and restarts have moved it; an extension has not: a
    /// case that needed one stays late for the report (D61 19.9).
    pub fn is_met_at(&self, at: Instant) -> bool {
        self.ledger.extension.is_none() && at <= self.current.at
    }

    /// Where it stands at `now`, of a case whose result was issued at `issued_at` if it was.
    pub fn state(&self, issued_at: Option<Instant>, now: Instant) -> LimitState {
        let paused = self
            .ledger
            .exclusions
            .iter()
            .find(|exclusion| exclusion.to.is_none());
        match (issued_at, paused) {
            (Some(at), _) if self.is_met_at(at) => LimitState::Met,
            (Some(_), _) => LimitState::Missed,
            (None, Some(exclusion)) => LimitState::Paused(exclusion.ground),
            (None, None) if now > self.current.at || self.ledger.extension.is_some() => LimitState::Missed,
            (None, None) => LimitState::Running,
        }
    }
}
