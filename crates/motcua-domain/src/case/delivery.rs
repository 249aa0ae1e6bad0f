//! The delivery machine (`domain.md` 3.4): one per result and form. "Issued" is not "sent" is not "received", and a notice
//! that was sent is no proof of receipt.

use serde::{Deserialize, Serialize};

use super::state::DeliveryWay;

#[cfg(test)]
mod tests;

/// How often a carrier may try before the result goes back to the desk.
pub const DELIVERY_ATTEMPTS_MAX: u8 = 3;

/// A result on its way to the applicant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// The way it goes.
    pub way: DeliveryWay,
    /// Where it is.
    pub state: DeliveryState,
    /// The carrier's tracking number, once it left.
    pub tracking: Option<String>,
    /// How often the carrier tried in vain.
    pub failures: u8,
    /// What proves the receipt: the carrier's reference.
    pub proof: Option<String>,
}

/// Where a result is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DeliveryState {
    /// Đã ban hành, chờ gửi: issued, to be sent by post.
    Issued,
    /// Trong kho điện tử or at the desk: ready to be taken.
    Stored,
    /// Đã gửi bưu điện.
    Dispatched,
    /// Đang phát.
    Out,
    /// Đã phát, with proof.
    Received,
    /// Phát không thành công.
    Failed,
    /// Chuyển hoàn về quầy.
    ReturnedToDesk,
    /// Đã nhận at the desk or electronically.
    Collected,
}

/// What can happen on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(
    missing_docs,
    reason = "each is the arrow of the same name in `domain.md` 3.4"
)]
pub enum DeliveryMove {
    Dispatch,
    GoOut,
    Receive,
    Fail,
    ReturnToDesk,
    Collect,
}

impl DeliveryState {
    /// Every state.
    pub const ALL: [Self; 8] = [
        Self::Issued,
        Self::Stored,
        Self::Dispatched,
        Self::Out,
        Self::Received,
        Self::Failed,
        Self::ReturnedToDesk,
        Self::Collected,
    ];

    /// The stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Issued => "issued",
            Self::Stored => "stored",
            Self::Dispatched => "dispatched",
            Self::Out => "out",
            Self::Received => "received",
            Self::Failed => "failed",
            Self::ReturnedToDesk => "returned_to_desk",
            Self::Collected => "collected",
        }
    }

    /// INVARIANT: the one table of the machine. `None` where the move has no place.
    #[must_use]
    pub const fn after(self, happened: DeliveryMove) -> Option<Self> {
        use DeliveryMove as M;
        match (self, happened) {
            (Self::Issued | Self::Failed, M::Dispatch) => Some(Self::Dispatched),
            (Self::Dispatched, M::GoOut) => Some(Self::Out),
            // A carrier tries again of itself, and does not tell of every try: where the result is at last is what counts.
            (Self::Dispatched | Self::Out | Self::Failed, M::Receive) => Some(Self::Received),
            (Self::Dispatched | Self::Out, M::Fail) => Some(Self::Failed),
            (Self::Dispatched | Self::Out | Self::Failed, M::ReturnToDesk) => Some(Self::ReturnedToDesk),
            // Whoever comes to the desk before the carrier left gets it there.
            (Self::Issued | Self::Stored | Self::ReturnedToDesk, M::Collect) => Some(Self::Collected),
            _ => None,
        }
    }

    /// Whether the applicant has it.
    pub const fn is_done(self) -> bool {
        matches!(self, Self::Received | Self::Collected)
    }
}

impl Delivery {
    /// A result just issued.
    pub const fn new(way: DeliveryWay) -> Self {
        let state = match way {
            DeliveryWay::Post => DeliveryState::Issued,
            DeliveryWay::Electronic | DeliveryWay::Desk => DeliveryState::Stored,
        };
        Self {
            way,
            state,
            tracking: None,
            failures: 0,
            proof: None,
        }
    }

    /// Whether the carrier may try once more.
    pub const fn may_retry(&self) -> bool {
        self.failures < DELIVERY_ATTEMPTS_MAX
    }

    pub(super) fn go(&mut self, happened: DeliveryMove) {
        if let Some(state) = self.state.after(happened) {
            self.state = state;
        }
    }
}

/// What the carrier says of a sending.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarrierReport {
    /// The sending it speaks of.
    pub tracking: String,
    /// What it says.
    pub says: CarrierSays,
}

/// See [`CarrierReport`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CarrierSays {
    /// On its way to the door.
    Out,
    /// Handed over; the proof is the carrier's reference.
    Received {
        /// The carrier's reference.
        proof: String,
    },
    /// Nobody there, or the address is wrong.
    Failed,
    /// Brought back to the desk.
    Returned,
}

impl CarrierSays {
    pub(super) const fn happened(&self) -> DeliveryMove {
        match self {
            Self::Out => DeliveryMove::GoOut,
            Self::Received { .. } => DeliveryMove::Receive,
            Self::Failed => DeliveryMove::Fail,
            Self::Returned => DeliveryMove::ReturnToDesk,
        }
    }
}
