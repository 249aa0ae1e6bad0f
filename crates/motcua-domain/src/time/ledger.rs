//! The legal clock of a case: a budget and a ledger. A due moment is never typed; it is what the ledger says.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::calendar::{OfficeCalendar, Target};
use super::instant::Instant;
use super::limit::{Due, LimitError, TimeLimit};

/// The facts from which anybody can recompute when a case is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ledger {
    /// When the full, correct dossier was received, as Form 01 says.
    pub received_at: Instant,
    /// The budget.
    pub limit: TimeLimit,
    /// Whether a receipt after the cut-off starts the clock on the next day the office is open (D301 7.2).
    pub cut_off_start: bool,
    /// The time that does not count, each with its ground.
    pub exclusions: Vec<Exclusion>,
    /// When the count began again from zero (D61 19.4).
    pub restarted_at: Option<Instant>,
    /// The one new date that an apology may set (D61 19.9).
    pub extension: Option<Extension>,
}

/// A stretch of time that does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exclusion {
    /// When the clock stopped.
    pub from: Instant,
    /// When it ran again; `None` while it stands still.
    pub to: Option<Instant>,
    /// Why. Internal waiting, an unannounced failure or an absent signer is never a ground (4.5).
    pub ground: ExclusionGround,
}

/// A lawful ground for the clock to stand still (`domain.md` 4.4, 4.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExclusionGround {
    /// Chờ bổ sung: the applicant completes the dossier (D61 19.4, D301 4.7).
    SupplementAwaited,
    /// Nghĩa vụ tài chính: the applicant pays what the law asks (status 6).
    FinancialDuty,
    /// Chờ người thứ ba xác nhận: a third person confirms, as in VNeID (D301 4.7).
    ThirdPartyConfirmation,
    /// Sự cố được thông báo: an outage that the owner of the system announced (D301 4.7).
    AnnouncedOutage,
    /// Tạm dừng thẩm định: the authority suspends the appraisal, where sector law lets it.
    AppraisalSuspended,
    /// Lấy ý kiến: opinions are asked, where sector law excludes the time.
    OpinionAwaited,
    /// Xác minh thực địa: verification in the field, where sector law excludes the time (D61 19.3).
    FieldVerification,
    /// Dừng xử lý: stopped by a decision (status 8).
    StoppedByDecision,
    /// Niêm yết công khai: posted in public, where sector law excludes the time (land: 15 days).
    PublicPosting,
}

impl ExclusionGround {
    /// Every ground.
    pub const ALL: [Self; 9] = [
        Self::SupplementAwaited,
        Self::FinancialDuty,
        Self::ThirdPartyConfirmation,
        Self::AnnouncedOutage,
        Self::AppraisalSuspended,
        Self::OpinionAwaited,
        Self::FieldVerification,
        Self::StoppedByDecision,
        Self::PublicPosting,
    ];

    /// The stable name, as texts and wire formats write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::SupplementAwaited => "supplement_awaited",
            Self::FinancialDuty => "financial_duty",
            Self::ThirdPartyConfirmation => "third_party_confirmation",
            Self::AnnouncedOutage => "announced_outage",
            Self::AppraisalSuspended => "appraisal_suspended",
            Self::OpinionAwaited => "opinion_awaited",
            Self::FieldVerification => "field_verification",
            Self::StoppedByDecision => "stopped_by_decision",
            Self::PublicPosting => "public_posting",
        }
    }
}

/// The new date that an apology set (hẹn lại ngày trả).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    /// The new due moment.
    pub to: Instant,
    /// When the apology was made.
    pub at: Instant,
}

/// A second new date was asked for; the law allows one (D61 19.9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the due date was already set anew once, to {}", already.to)]
pub struct AlreadyExtended {
    /// The one that stands.
    pub already: Extension,
}

impl Ledger {
    /// A clock that nothing has touched.
    pub const fn new(received_at: Instant, limit: TimeLimit, cut_off_start: bool) -> Self {
        Self {
            received_at,
            limit,
            cut_off_start,
            exclusions: Vec::new(),
            restarted_at: None,
            extension: None,
        }
    }

    /// The clock stands still from `at` on a ground; if it does already on this ground, nothing changes. Several grounds
    /// may hold at once; no time is excluded twice.
    pub fn suspend(&mut self, at: Instant, ground: ExclusionGround) {
        if !self.is_paused_on(ground) {
            self.exclusions.push(Exclusion {
                from: at,
                to: None,
                ground,
            });
        }
    }

    /// The ground holds no longer from `at`: the clock runs again unless another one holds.
    pub fn resume_from(&mut self, at: Instant, ground: ExclusionGround) {
        for open in self
            .exclusions
            .iter_mut()
            .filter(|exclusion| exclusion.to.is_none() && exclusion.ground == ground)
        {
            open.to = Some(at.max(open.from));
        }
    }

    /// The clock runs again from `at`, whatever held it.
    pub fn resume(&mut self, at: Instant) {
        for ground in ExclusionGround::ALL {
            self.resume_from(at, ground);
        }
    }

    /// The ground holds no longer from `at`, and the count begins again from zero there. Another ground that holds goes
    /// on holding: its time after the restart does not count either.
    pub fn restart(&mut self, at: Instant, ground: ExclusionGround) {
        self.resume_from(at, ground);
        self.restarted_at = Some(at);
    }

    /// Sets the one new date that an apology may set.
    ///
    /// # Errors
    /// When one was set before.
    pub fn extend(&mut self, to: Instant, at: Instant) -> Result<(), AlreadyExtended> {
        match self.extension {
            Some(already) => Err(AlreadyExtended { already }),
            None => {
                self.extension = Some(Extension { to, at });
                Ok(())
            }
        }
    }

    /// Whether the clock stands still.
    pub fn is_paused(&self) -> bool {
        self.exclusions.iter().any(|exclusion| exclusion.to.is_none())
    }

    /// Whether it stands still on this ground.
    pub fn is_paused_on(&self, ground: ExclusionGround) -> bool {
        self.exclusions
            .iter()
            .any(|exclusion| exclusion.to.is_none() && exclusion.ground == ground)
    }

    /// When the count in force starts: of the receipt, or of the restart.
    pub fn starts_at(&self, calendar: &OfficeCalendar) -> Instant {
        calendar.starts_at(
            self.restarted_at.unwrap_or(self.received_at),
            &self.limit,
            self.cut_off_start,
        )
    }

    /// The due moment as Form 01 promised it: of the receipt and the limit alone.
    ///
    /// # Errors
    /// When the limit has no unit, or ends after the year 9999.
    pub fn original_due(&self, calendar: &OfficeCalendar) -> Result<Due, LimitError> {
        Self::new(self.received_at, self.limit.clone(), self.cut_off_start).due(calendar)
    }

    /// The due moment now. While the clock stands still it is the one that would hold if it ran again at once.
    ///
    /// # Errors
    /// When the limit has no unit, or ends after the year 9999.
    pub fn due(&self, calendar: &OfficeCalendar) -> Result<Due, LimitError> {
        calendar.settle(self.count(calendar)?.0)
    }

    /// Where budget and exclusions lead, and the exclusions that counted.
    pub(super) fn count(&self, calendar: &OfficeCalendar) -> Result<(Target, Vec<Exclusion>), LimitError> {
        let (since, mut target) = self.budget(calendar)?;
        let mut counted = self.excluded_since(since);
        let mut stands_still_until = None;
        for (place, Exclusion { from, to, .. }) in counted.iter().enumerate() {
            // INVARIANT: time that was used up stays used up; a pause after the due moment revives nothing.
            if stands_still_until != Some(*from) && *from >= calendar.settle(target)?.at {
                counted.truncate(place);
                break;
            }
            target = calendar.push(target, *from, to.unwrap_or(*from));
            stands_still_until = *to;
        }
        Ok((target, counted))
    }

    /// From when exclusions count, and where the budget alone leads.
    pub(super) fn budget(&self, calendar: &OfficeCalendar) -> Result<(Instant, Target), LimitError> {
        match self.extension_in_force() {
            Some(extension) => Ok((extension.at, Target::Worked(extension.to))),
            None => {
                let start = self.starts_at(calendar);
                Ok((start, calendar.target(start, &self.limit)?))
            }
        }
    }

    /// The new date that an apology set, unless the count began again since.
    pub(super) fn extension_in_force(&self) -> Option<Extension> {
        self.extension.filter(|extension| {
            self.restarted_at
                .is_none_or(|restarted| restarted <= extension.at)
        })
    }

    /// The closed exclusions since a moment, in order; where two overlap the later one begins when the earlier
    /// ends, so that no time is excluded twice.
    fn excluded_since(&self, since: Instant) -> Vec<Exclusion> {
        let mut all = self.exclusions.clone();
        all.sort_by_key(|exclusion| (exclusion.from, exclusion.to));
        let mut end = since;
        all.retain_mut(|exclusion| {
            exclusion.from = exclusion.from.max(end);
            end = exclusion.to.map_or(end, |to| to.max(end));
            exclusion.to.is_some_and(|to| exclusion.from < to)
        });
        all
    }
}
