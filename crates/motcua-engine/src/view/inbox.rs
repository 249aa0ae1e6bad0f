//! The inbox of the office (bàn làm việc): queues with counts, nearest due moment first.

use motcua_domain::case::Step;
use motcua_domain::channel::Channel;
use motcua_domain::id::UnitCode;
use motcua_domain::time::Instant;

use motcua_domain::bilingual::Bilingual;

use super::shared::DaysLeft;
use crate::desk::SavedView;
use crate::ports::Cursor;

/// What an inbox shows.
#[derive(Clone, Debug, PartialEq)]
pub struct InboxView {
    /// The queue shown.
    pub queue: Queue,
    /// Every queue of this person with its count.
    pub queues: Vec<QueueCount>,
    /// The officer's own views, by name, each with its count.
    pub views: Vec<(SavedView, u32)>,
    /// The next piece of work: the case of theirs whose deadline is the earliest.
    pub first_work: Option<String>,
    /// How many cases the list shown has in all, at most [`QueueCount::BOUND`].
    pub count: u32,
    /// The rows.
    pub rows: Vec<InboxRow>,
    /// Where the next page begins.
    pub next: Option<Cursor>,
}

/// A queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Queue {
    /// What waits for an act of this person's offices.
    Mine,
    /// Every open case of the agency.
    Agency,
    /// What nobody holds.
    Unassigned,
    /// Late.
    Late,
    /// Due today.
    Today,
    /// Due within 24 hours.
    Within24Hours,
    /// Paused.
    Paused,
    /// Waiting at the desk.
    Intake,
    /// In appraisal.
    Appraisal,
    /// Waiting for the signature.
    Signing,
    /// Waiting for number and seal.
    Issuing,
    /// Waiting to be collected.
    Ready,
    /// Waiting for the applicant.
    Applicant,
    /// The applicant has answered a supplement; the desk must look.
    Answered,
    /// The applicant asked to withdraw; somebody must decide.
    Withdrawal,
}

impl Queue {
    /// Every queue, in the order of the rail.
    pub const ALL: [Self; 15] = [
        Self::Mine,
        Self::Agency,
        Self::Unassigned,
        Self::Late,
        Self::Today,
        Self::Within24Hours,
        Self::Paused,
        Self::Intake,
        Self::Appraisal,
        Self::Signing,
        Self::Issuing,
        Self::Ready,
        Self::Answered,
        Self::Withdrawal,
        Self::Applicant,
    ];

    /// The stable name, for addresses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mine => "mine",
            Self::Agency => "agency",
            Self::Unassigned => "unassigned",
            Self::Late => "late",
            Self::Today => "today",
            Self::Within24Hours => "within-24-hours",
            Self::Paused => "paused",
            Self::Intake => "intake",
            Self::Appraisal => "appraisal",
            Self::Signing => "signing",
            Self::Issuing => "issuing",
            Self::Ready => "ready",
            Self::Applicant => "applicant",
            Self::Answered => "answered",
            Self::Withdrawal => "withdrawal",
        }
    }

    /// The queue of a stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|queue| queue.name() == name)
    }
}

/// A queue and how many wait in it, counted up to a bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QueueCount {
    /// The queue.
    pub queue: Queue,
    /// How many, at most [`QueueCount::BOUND`]: that many means "or more".
    pub count: u32,
}

impl QueueCount {
    /// Counting stops here; pages say "99+".
    pub const BOUND: u32 = 100;
}

/// What an inbox is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InboxQuery {
    /// The queue.
    pub queue: Queue,
    /// Only some of its cases.
    pub narrowing: Narrowing,
    /// Where the page begins.
    pub after: Option<Cursor>,
    /// How many rows.
    pub limit: u32,
}

/// Which cases of a queue an officer wants to see; nothing set shows all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Narrowing {
    /// Only those of this procedure, by code.
    pub procedure: Option<String>,
    /// Only those that came this way.
    pub channel: Option<Channel>,
    /// Only those that this agency's desk received.
    pub received_at: Option<UnitCode>,
}

impl Narrowing {
    /// Whether it shows everything.
    pub fn is_wide(&self) -> bool {
        *self == Self::default()
    }
}

/// A row of the inbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InboxRow {
    /// Number, or reference before acceptance: the case's address.
    pub name: String,
    /// The same without the own unit's prefix.
    pub short_name: String,
    /// How its due moment stands.
    pub left: DaysLeft,
    /// The applicant.
    pub applicant: String,
    /// The procedure.
    pub procedure: Bilingual,
    /// Where it is.
    pub step: Step,
    /// Whether the applicant has answered a supplement.
    pub is_answered: bool,
    /// The way it came.
    pub channel: Channel,
    /// Where it was received.
    pub received_at: Bilingual,
    /// When it was sent.
    pub sent_at: Instant,
}
