//! What a report needs to know of a case.

use crate::case::{Case, Step};
use crate::time::Instant;

/// How a case left the office (kết thúc).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ending {
    /// Giải quyết đúng hạn: its first result was issued by the law's due moment (D61 19.8: a refusal with reasons is one).
    OnTime,
    /// Giải quyết trễ hạn: after it, or only by a new date (D61 19.9).
    Late,
    /// Rút hồ sơ at the applicant's request (status 7).
    Withdrawn,
    /// Dừng xử lý for good (status 8); a stop that only holds a case is a pause.
    Stopped,
    /// Không được tiếp nhận, or taken back before acceptance (status 3): it was never received.
    NotAccepted,
}

impl Ending {
    /// Every ending.
    pub const ALL: [Self; 5] = [
        Self::OnTime,
        Self::Late,
        Self::Withdrawn,
        Self::Stopped,
        Self::NotAccepted,
    ];

    /// The stable name, for rows.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OnTime => "on_time",
            Self::Late => "late",
            Self::Withdrawn => "withdrawn",
            Self::Stopped => "stopped",
            Self::NotAccepted => "not_accepted",
        }
    }

    /// The ending of a stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ending| ending.name() == name)
    }
}

/// The moments of a case that a report counts by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CaseFact {
    /// When it was accepted: received, as reports say it.
    pub accepted_at: Option<Instant>,
    /// The law's due moment: the original one, moved by lawful exclusions and never by an apology.
    pub law_due_at: Option<Instant>,
    /// When an apology set a new date: from then on the case is late, whatever the new date says (D61 19.9).
    pub extended_at: Option<Instant>,
    /// Since when the legal clock stands still.
    pub paused_since: Option<Instant>,
    /// When and how it left the office. A correction after issue does not bring it back: it is judged once.
    pub ended: Option<(Instant, Ending)>,
}

impl CaseFact {
    /// The facts of a case.
    pub fn of(case: &Case) -> Self {
        let clock = case.clock.as_ref();
        let extension = clock.and_then(|clock| clock.ledger.extension);
        let due = clock.map(|clock| match extension {
            // What the clock says now is the new date; what it said before is not kept, and the case is late either way.
            Some(_) => clock.original.at,
            None => clock.current.at,
        });
        let ended = ended(case);
        let open_pauses = clock
            .filter(|_| ended.is_none())
            .into_iter()
            .flat_map(|clock| &clock.ledger.exclusions)
            .filter(|exclusion| exclusion.to.is_none());
        Self {
            accepted_at: case.accepted_at,
            law_due_at: due,
            extended_at: extension.map(|extension| extension.at),
            paused_since: open_pauses.map(|exclusion| exclusion.from).min(),
            ended,
        }
    }
}

fn ended(case: &Case) -> Option<(Instant, Ending)> {
    if let Some(first) = case.replaced.first().or(case.outcome.as_ref()) {
        let ending = if first.on_time {
            Ending::OnTime
        } else {
            Ending::Late
        };
        return Some((first.issued_at, ending));
    }
    let ending = match case.step {
        Step::NotAccepted | Step::Recalled => Ending::NotAccepted,
        // Whatever ends before acceptance was never received.
        Step::Withdrawn | Step::Stopped if case.accepted_at.is_none() && !case.is_held() => {
            Ending::NotAccepted
        }
        Step::Withdrawn => Ending::Withdrawn,
        Step::Stopped if !case.is_held() => Ending::Stopped,
        _ => return None,
    };
    Some((case.step_since, ending))
}
