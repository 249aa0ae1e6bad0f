//! The exchange machine (`domain.md` 3.4, 13.1): messages to other bodies, and what comes from them. What comes out of
//! order is kept, not applied; an outage never rolls a case back.

use serde::{Deserialize, Serialize};

use crate::id::UnitCode;

#[cfg(test)]
mod tests;

/// How often a message is tried before a person must look.
pub const EXCHANGE_TRIES_MAX: u8 = 5;

/// What a message to another body is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExchangeKind {
    /// Phiếu chuyển thông tin nghĩa vụ tài chính.
    DutySlip,
    /// Phiếu lấy ý kiến.
    OpinionRequest,
    /// Phiếu chuyển việc liên thông.
    TaskTransfer,
}

/// A message that went out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    /// To whom.
    pub to: UnitCode,
    /// About what.
    pub kind: ExchangeKind,
    /// Where it stands.
    pub state: OutgoingState,
    /// How often it was tried in vain.
    pub failures: u8,
}

/// Where a message to another body stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OutgoingState {
    /// Chờ gửi.
    Queued,
    /// Đã gửi.
    Sent,
    /// Đã xác nhận.
    Acknowledged,
    /// Bị từ chối.
    Rejected,
    /// Lỗi, sẽ gửi lại.
    Failed,
    /// Chuyển người xử lý.
    Escalated,
}

/// What can happen to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(
    missing_docs,
    reason = "each is the arrow of the same name in `domain.md` 3.4"
)]
pub enum OutgoingMove {
    Send,
    Acknowledge,
    Reject,
    Fail,
    Escalate,
}

impl OutgoingState {
    /// INVARIANT: the one table of the machine. `None` where the move has no place.
    #[must_use]
    pub const fn after(self, happened: OutgoingMove) -> Option<Self> {
        use OutgoingMove as M;
        match (self, happened) {
            (Self::Queued | Self::Failed | Self::Escalated, M::Send) => Some(Self::Sent),
            // An answer may overtake our own note that it was sent.
            (Self::Queued | Self::Sent | Self::Failed | Self::Escalated, M::Acknowledge) => {
                Some(Self::Acknowledged)
            }
            (Self::Queued | Self::Sent | Self::Failed | Self::Escalated, M::Reject) => Some(Self::Rejected),
            (Self::Queued | Self::Sent | Self::Failed, M::Fail) => Some(Self::Failed),
            (Self::Failed, M::Escalate) => Some(Self::Escalated),
            _ => None,
        }
    }
}

/// What became of a message, or came from another body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExchangeReport {
    /// One of ours, by its place in the case.
    Ours {
        /// Which.
        message: u16,
        /// What became of it.
        became: Became,
    },
    /// One of theirs.
    Theirs {
        /// From whom.
        from: UnitCode,
        /// Their running number for this case, from 1.
        sequence: u32,
    },
}

/// What became of a message of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Became {
    /// It left.
    Sent,
    /// They have it.
    Acknowledged,
    /// They do not take it.
    Rejected,
    /// It could not be sent.
    Failed,
}

impl Became {
    pub(super) const fn happened(self) -> OutgoingMove {
        match self {
            Self::Sent => OutgoingMove::Send,
            Self::Acknowledged => OutgoingMove::Acknowledge,
            Self::Rejected => OutgoingMove::Reject,
            Self::Failed => OutgoingMove::Fail,
        }
    }
}

/// What has come from one body: applied in order, without gaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// From whom.
    pub from: UnitCode,
    /// The last one applied; 0 before the first.
    pub applied: u32,
    /// Those that came too early, in order.
    pub kept: Vec<u32>,
}

impl Incoming {
    /// Nothing came yet.
    pub const fn new(from: UnitCode) -> Self {
        Self {
            from,
            applied: 0,
            kept: Vec::new(),
        }
    }

    /// Whether this one came before.
    pub fn knows(&self, sequence: u32) -> bool {
        sequence <= self.applied || self.kept.contains(&sequence)
    }

    /// Takes one: applies it and what waited for it, or keeps it.
    pub fn take(&mut self, sequence: u32) {
        if self.knows(sequence) {
            return;
        }
        let place = self.kept.partition_point(|kept| *kept < sequence);
        self.kept.insert(place, sequence);
        while self.kept.first() == Some(&self.applied.saturating_add(1)) {
            self.applied = self.kept.remove(0);
        }
    }
}

impl Outgoing {
    /// A message that waits to leave.
    pub const fn new(to: UnitCode, kind: ExchangeKind) -> Self {
        Self {
            to,
            kind,
            state: OutgoingState::Queued,
            failures: 0,
        }
    }

    pub(super) fn go(&mut self, became: Became) {
        let Some(state) = self.state.after(became.happened()) else {
            return;
        };
        self.state = state;
        if became == Became::Failed {
            self.failures = self.failures.saturating_add(1);
            if self.failures >= EXCHANGE_TRIES_MAX {
                self.state = state.after(OutgoingMove::Escalate).unwrap_or(state);
            }
        }
    }
}
