//! From facts to figures.

use super::fact::{CaseFact, Ending};
use crate::time::Instant;

/// What of a case's facts a period can tell apart. A store may count cases by their marks without knowing a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Marks {
    /// Whether it was accepted before the period, or in it; `None` if it was not accepted.
    pub entry: Option<Entry>,
    /// How it ended, if it did before the period closed.
    pub ending: Option<Ending>,
    /// Whether an apology had set a new date.
    pub is_extended: bool,
    /// Whether its clock stood still.
    pub is_paused: bool,
    /// Whether the law's due moment had passed.
    pub is_overdue: bool,
}

/// How a case comes into a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Entry {
    /// Kỳ trước chuyển qua: accepted before, and still open when the period began.
    CarriedOver,
    /// Tiếp nhận trong kỳ.
    Received,
}

/// How a case stands when the period closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fate {
    /// Đã giải quyết đúng hạn.
    OnTime,
    /// Đã giải quyết trễ hạn.
    Late,
    /// Rút hồ sơ.
    Withdrawn,
    /// Dừng xử lý.
    Stopped,
    /// Đang giải quyết, chưa đến hạn: never counted as on time, since nobody knows yet.
    OpenInTime,
    /// Đang giải quyết, đã quá hạn.
    OpenLate,
    /// Tạm dừng tính thời hạn.
    Paused,
}

/// Where a case stands in a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// It came in, and stands so at the end.
    Counted(Entry, Fate),
    /// Không được tiếp nhận in the period: beside the balance, because it was never received.
    TurnedAway,
}

impl Marks {
    /// The marks of a case in a period that begins and closes at these moments (the second one not included); `None`
    /// where the period has nothing to do with it.
    pub fn of(fact: &CaseFact, begins_at: Instant, closes_at: Instant) -> Option<Self> {
        let is_past = |moment: Option<Instant>| moment.is_some_and(|moment| moment < closes_at);
        let has_left = fact.ended.is_some_and(|(at, _)| at < begins_at);
        let is_known = is_past(fact.accepted_at.or(fact.ended.map(|(at, _)| at)));
        (!has_left && is_known).then(|| Self {
            entry: fact.accepted_at.map(|at| match at < begins_at {
                true => Entry::CarriedOver,
                false => Entry::Received,
            }),
            ending: fact
                .ended
                .filter(|(at, _)| *at < closes_at)
                .map(|(_, ending)| ending),
            is_extended: is_past(fact.extended_at),
            is_paused: is_past(fact.paused_since),
            is_overdue: is_past(fact.law_due_at),
        })
    }

    /// Where such a case stands.
    pub const fn standing(&self) -> Standing {
        let Some(entry) = self.entry else {
            return Standing::TurnedAway;
        };
        let fate = match self.ending {
            Some(Ending::OnTime) => Fate::OnTime,
            Some(Ending::Late) => Fate::Late,
            Some(Ending::Withdrawn) => Fate::Withdrawn,
            Some(Ending::Stopped | Ending::NotAccepted) => Fate::Stopped,
            // D61 19.9: a case that needed a new date stays late, paused or not.
            None if self.is_extended => Fate::OpenLate,
            None if self.is_paused => Fate::Paused,
            None if self.is_overdue => Fate::OpenLate,
            None => Fate::OpenInTime,
        };
        Standing::Counted(entry, fate)
    }
}

/// The figures of a period: how many cases (số hồ sơ).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Kỳ trước chuyển qua.
    pub carried_over: u64,
    /// Tiếp nhận trong kỳ.
    pub received: u64,
    /// Đã giải quyết đúng hạn.
    pub on_time: u64,
    /// Đã giải quyết trễ hạn.
    pub late: u64,
    /// Rút hồ sơ.
    pub withdrawn: u64,
    /// Dừng xử lý.
    pub stopped: u64,
    /// Đang giải quyết, chưa đến hạn.
    pub open_in_time: u64,
    /// Đang giải quyết, đã quá hạn.
    pub open_late: u64,
    /// Tạm dừng.
    pub paused: u64,
    /// Không được tiếp nhận: beside the balance.
    pub turned_away: u64,
}

impl Figures {
    /// Counts `count` cases that stand so.
    pub const fn add(&mut self, standing: Standing, count: u64) {
        let Standing::Counted(entry, fate) = standing else {
            self.turned_away = self.turned_away.saturating_add(count);
            return;
        };
        let came = match entry {
            Entry::CarriedOver => &mut self.carried_over,
            Entry::Received => &mut self.received,
        };
        *came = came.saturating_add(count);
        let stands = match fate {
            Fate::OnTime => &mut self.on_time,
            Fate::Late => &mut self.late,
            Fate::Withdrawn => &mut self.withdrawn,
            Fate::Stopped => &mut self.stopped,
            Fate::OpenInTime => &mut self.open_in_time,
            Fate::OpenLate => &mut self.open_late,
            Fate::Paused => &mut self.paused,
        };
        *stands = stands.saturating_add(count);
    }

    /// Tổng số phải giải quyết: what came in (column 1 of II.06).
    pub const fn total(&self) -> u64 {
        self.carried_over.saturating_add(self.received)
    }

    /// Đã giải quyết (column 5).
    pub const fn resolved(&self) -> u64 {
        self.on_time.saturating_add(self.late)
    }

    /// Rút hoặc dừng: ended without a result.
    pub const fn ended(&self) -> u64 {
        self.withdrawn.saturating_add(self.stopped)
    }

    /// Đang giải quyết (column 9), paused ones among them.
    pub const fn open(&self) -> u64 {
        self.open_in_time
            .saturating_add(self.open_late)
            .saturating_add(self.paused)
    }

    /// Tỷ lệ đúng hạn in thousandths: resolved on time among all that were resolved. What is still open says nothing yet,
    /// and `None` says that nothing was resolved.
    pub const fn on_time_permille(&self) -> Option<u64> {
        self.on_time.saturating_mul(1000).checked_div(self.resolved())
    }
}

impl std::ops::AddAssign for Figures {
    fn add_assign(&mut self, other: Self) {
        let sum = |mine: &mut u64, theirs: u64| *mine = mine.saturating_add(theirs);
        sum(&mut self.carried_over, other.carried_over);
        sum(&mut self.received, other.received);
        sum(&mut self.on_time, other.on_time);
        sum(&mut self.late, other.late);
        sum(&mut self.withdrawn, other.withdrawn);
        sum(&mut self.stopped, other.stopped);
        sum(&mut self.open_in_time, other.open_in_time);
        sum(&mut self.open_late, other.open_late);
        sum(&mut self.paused, other.paused);
        sum(&mut self.turned_away, other.turned_away);
    }
}
