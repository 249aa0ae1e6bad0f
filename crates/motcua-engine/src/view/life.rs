//! What goes on in a case beside its steps: opinions, visits, postings, duties, parts of colleagues and agencies,
//! apologies, stops, corrections, messages. One list for the officer and the applicant; who may read it was asked
//! before.

use motcua_domain::bilingual::Bilingual;
use motcua_domain::case::{Author, Case, Consultation, Task, WithoutOpinion};
use motcua_domain::id::NoteId;
use motcua_domain::time::{Due, Instant};

use super::note_text;
use crate::engine::{Engine, UseError};

/// One such thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LifeLine {
    /// What it is.
    pub kind: LifeKind,
    /// When it began.
    pub at: Instant,
    /// Whose it is: an agency, or a person by name.
    pub who: Option<Bilingual>,
    /// What was asked, written or found, in words; empty for nothing.
    pub words: String,
    /// When it is due, while it goes on.
    pub due: Option<Due>,
    /// How it ended.
    pub end: LifeEnd,
    /// Whether its own due moment was missed.
    pub is_late: bool,
}

impl LifeLine {
    /// The line as the applicant reads it: what offices ask of each other and answer is theirs; that they do, and by
    /// when, is not.
    #[must_use]
    pub fn for_applicant(self) -> Self {
        let is_between_offices = matches!(
            self.kind,
            LifeKind::Opinion | LifeKind::SideTask | LifeKind::Task | LifeKind::Duty
        );
        if !is_between_offices {
            return self;
        }
        let end = match self.end {
            LifeEnd::GoesOn => LifeEnd::GoesOn,
            _ => LifeEnd::Done(String::new()),
        };
        Self {
            words: String::new(),
            end,
            ..self
        }
    }
}

/// What such a thing is; the stable names are in [`LifeKind::name`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LifeKind {
    /// Lấy ý kiến.
    Opinion,
    /// Xác minh thực địa.
    Visit,
    /// Niêm yết công khai.
    Posting,
    /// Nghĩa vụ tài chính.
    Duty,
    /// Phần việc của người phối hợp.
    SideTask,
    /// Phần việc của cơ quan phối hợp.
    Task,
    /// Xin lỗi và hẹn lại.
    Apology,
    /// Dừng giải quyết.
    Stop,
    /// Đính chính.
    Correction,
    /// Thu hồi kết quả.
    Revocation,
    /// Tin của người nộp.
    FromApplicant,
    /// Tin của cơ quan.
    FromOffice,
}

impl LifeKind {
    /// Every kind.
    pub const ALL: [Self; 12] = [
        Self::Opinion,
        Self::Visit,
        Self::Posting,
        Self::Duty,
        Self::SideTask,
        Self::Task,
        Self::Apology,
        Self::Stop,
        Self::Correction,
        Self::Revocation,
        Self::FromApplicant,
        Self::FromOffice,
    ];

    /// The stable name, under which its words stand in `text/`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Opinion => "opinion",
            Self::Visit => "visit",
            Self::Posting => "posting",
            Self::Duty => "duty",
            Self::SideTask => "side-task",
            Self::Task => "task",
            Self::Apology => "apology",
            Self::Stop => "stop",
            Self::Correction => "correction",
            Self::Revocation => "revocation",
            Self::FromApplicant => "from-applicant",
            Self::FromOffice => "from-office",
        }
    }
}

/// How such a thing ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LifeEnd {
    /// It goes on.
    GoesOn,
    /// It is done; what was said in the end, or nothing.
    Done(String),
    /// A body agreed, in these words or none.
    Agreed(String),
    /// A body did not agree.
    Disagreed(String),
    /// Silence was consent.
    Silence,
    /// The office went on without.
    Waived(String),
    /// It stands for itself.
    Said,
}

impl LifeEnd {
    /// The stable name, under which its words stand in `text/`.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::GoesOn => "goes-on",
            Self::Done(_) => "done",
            Self::Agreed(_) => "agreed",
            Self::Disagreed(_) => "disagreed",
            Self::Silence => "silence",
            Self::Waived(_) => "waived",
            Self::Said => "said",
        }
    }

    /// What was said in the end; empty for nothing.
    pub fn words(&self) -> &str {
        match self {
            Self::Done(words) | Self::Agreed(words) | Self::Disagreed(words) | Self::Waived(words) => words,
            Self::GoesOn | Self::Silence | Self::Said => "",
        }
    }
}

impl Engine {
    /// What goes on beside the steps of a case, newest first.
    pub(crate) fn life_lines(
        &self,
        case: &Case,
        notes: &[(NoteId, String)],
        now: Instant,
    ) -> Result<Vec<LifeLine>, UseError> {
        let words = |id: NoteId| note_text(notes, id).unwrap_or_default();
        let mut lines = Vec::new();
        lines.extend(
            case.consultations
                .iter()
                .map(|asked| self.consulted(asked, &words, now)),
        );
        lines.extend(case.visits.iter().map(|visit| LifeLine {
            words: words(visit.place),
            end: visit.record.map_or(LifeEnd::GoesOn, |record| {
                LifeEnd::Done(format!("{}; {}", words(record.attended), words(record.found)))
            }),
            ..line(LifeKind::Visit, visit.at)
        }));
        lines.extend(case.postings.iter().map(|posting| LifeLine {
            words: words(posting.content),
            due: Some(posting.until),
            end: posting.ended.map_or(LifeEnd::GoesOn, |ended| {
                LifeEnd::Done(ended.note.map(&words).unwrap_or_default())
            }),
            ..line(LifeKind::Posting, posting.from)
        }));
        lines.extend(case.duties.iter().map(|duty| {
            LifeLine {
                who: Some(self.city.unit_name(&duty.to)),
                words: duty.notice.as_ref().map_or_else(
                    || words(duty.slip),
                    |(notice, amount)| format!("{notice}: {amount} đồng"),
                ),
                end: duty
                    .confirmed_at
                    .map_or(LifeEnd::GoesOn, |_| LifeEnd::Done(String::new())),
                ..line(LifeKind::Duty, duty.asked_at)
            }
        }));
        for task in &case.side_tasks {
            let who = self.staff_name(task.staff)?;
            lines.push(LifeLine {
                who: who.map(|name| Bilingual::new(name.clone(), name)),
                words: words(task.task),
                end: task.done.map_or(LifeEnd::GoesOn, |(_, said)| {
                    LifeEnd::Done(said.map(&words).unwrap_or_default())
                }),
                ..line(LifeKind::SideTask, task.given_at)
            });
        }
        lines.extend(case.tasks.iter().map(|task| self.tasked(task, case, &words, now)));
        lines.extend(turns(case, &words));
        lines.sort_by_key(|line| std::cmp::Reverse(line.at));
        Ok(lines)
    }

    fn consulted(&self, asked: &Consultation, words: &impl Fn(NoteId) -> String, now: Instant) -> LifeLine {
        let last = asked.opinions.last();
        let said = last
            .and_then(|opinion| opinion.text)
            .map(words)
            .unwrap_or_default();
        let end = match (last.map(|opinion| opinion.agrees), asked.ended) {
            (Some(true), _) => LifeEnd::Agreed(said),
            (Some(false), _) => LifeEnd::Disagreed(said),
            (None, Some(WithoutOpinion::Silence)) => LifeEnd::Silence,
            (None, Some(WithoutOpinion::Waived(ground))) => LifeEnd::Waived(words(ground)),
            (None, None) => LifeEnd::GoesOn,
        };
        let answered_at = asked.opinions.first().map_or(now, |opinion| opinion.at);
        LifeLine {
            who: Some(self.city.unit_name(&asked.of)),
            words: words(asked.content),
            due: Some(asked.due),
            is_late: answered_at > asked.due.at,
            end,
            ..line(LifeKind::Opinion, asked.asked_at)
        }
    }

    fn tasked(&self, task: &Task, case: &Case, words: &impl Fn(NoteId) -> String, now: Instant) -> LifeLine {
        let end = task.done.map_or(LifeEnd::GoesOn, |done| {
            LifeEnd::Done(done.note.map(words).unwrap_or_default())
        });
        LifeLine {
            who: Some(self.city.unit_name(&task.plan.agency)),
            words: words(task.plan.what),
            due: task.apology.map(|apology| apology.due).or(task.due),
            is_late: task.is_late(now),
            end,
            ..line(LifeKind::Task, task.started_at.unwrap_or(case.sent_at))
        }
    }
}

/// What turned the case, and what was written in it.
fn turns(case: &Case, words: &impl Fn(NoteId) -> String) -> Vec<LifeLine> {
    let mut lines = Vec::new();
    lines.extend(case.apology.map(|made| LifeLine {
        words: words(made.reason),
        due: Some(made.due),
        is_late: !made.in_time,
        ..line(LifeKind::Apology, made.at)
    }));
    lines.extend(case.stop.map(|stop| LifeLine {
        words: words(stop.reason),
        ..line(LifeKind::Stop, stop.at)
    }));
    lines.extend(case.correction.map(|opened| LifeLine {
        words: words(opened.reason),
        due: Some(opened.due),
        end: LifeEnd::GoesOn,
        ..line(LifeKind::Correction, opened.opened_at)
    }));
    let outcomes = case.replaced.iter().chain(&case.outcome);
    lines.extend(
        outcomes
            .filter_map(|outcome| outcome.revoked)
            .map(|(at, reason)| LifeLine {
                words: words(reason),
                ..line(LifeKind::Revocation, at)
            }),
    );
    lines.extend(case.letters.iter().map(|letter| LifeLine {
        words: words(letter.text),
        ..line(
            match letter.by {
                Author::Applicant(_) => LifeKind::FromApplicant,
                Author::Staff { .. } | Author::System => LifeKind::FromOffice,
            },
            letter.at,
        )
    }));
    lines
}

const fn line(kind: LifeKind, at: Instant) -> LifeLine {
    LifeLine {
        kind,
        at,
        who: None,
        words: String::new(),
        due: None,
        end: LifeEnd::Said,
        is_late: false,
    }
}
