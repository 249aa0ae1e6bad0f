//! The head's desk (bàn lãnh đạo): the report of a period, and what is late or soon will be, down to the cases.

use std::collections::BTreeMap;

use motcua_domain::access::{Action, report_scope, scope};
use motcua_domain::bilingual::Bilingual;
use motcua_domain::case::{OutcomeKind, Step};
use motcua_domain::channel::Channel;
use motcua_domain::id::UnitCode;
use motcua_domain::report::{Figures, Period};
use motcua_domain::time::Instant;

use super::inbox::InboxRow;
use crate::engine::{Engine, UseError, actor_of};
use crate::ports::{AtRisk, CaseFilter, CaseQuery, Cursor, Horizon, Timing};
use crate::rows::StaffRow;

const DAY_MILLIS: i64 = 24 * 3_600_000;

/// How many working days the head looks ahead.
const DAYS_AHEAD: i64 = 2;

/// The report of a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportView {
    /// Its days.
    pub period: Period,
    /// The moment it is counted at, not included.
    pub closes_at: Instant,
    /// Everything.
    pub total: Figures,
    /// By the agency that decides.
    pub by_agency: Vec<Part>,
    /// By procedure.
    pub by_procedure: Vec<Part>,
    /// By the way the cases came.
    pub by_channel: Vec<(Channel, Figures)>,
}

/// The figures of one agency or procedure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: Bilingual,
    /// Its figures.
    pub figures: Figures,
}

/// What is late, or soon will be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Risk {
    /// Trễ hạn.
    Late,
    /// Đến hạn trong 24 giờ.
    Within24Hours,
    /// Đến hạn trong 2 ngày làm việc, those within 24 hours among them.
    WithinTwoDays,
}

impl Risk {
    /// Every one, the worst first.
    pub const ALL: [Self; 3] = [Self::Late, Self::Within24Hours, Self::WithinTwoDays];

    /// The stable name, for addresses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::Within24Hours => "within-24-hours",
            Self::WithinTwoDays => "within-two-days",
        }
    }

    /// The risk of a stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|risk| risk.name() == name)
    }
}

/// How the open cases of a unit stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RiskLine {
    /// The counts, with the codes.
    pub counts: AtRisk,
    /// The agency.
    pub agency: Bilingual,
    /// The division whose people hold them; `None` for what nobody holds.
    pub division: Option<Bilingual>,
}

/// Which cases behind a count are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RiskQuery {
    /// Late, or how soon due.
    pub risk: Risk,
    /// Only what this agency decides.
    pub agency: Option<UnitCode>,
    /// Only what people of this division hold, or with `Some(None)` what nobody holds.
    pub division: Option<Option<UnitCode>>,
    /// Where the page begins.
    pub after: Option<Cursor>,
    /// How many rows.
    pub limit: u32,
}

/// The cases behind a count.
#[derive(Clone, Debug, PartialEq)]
pub struct RiskList {
    /// The cases, the nearest due moment first.
    pub rows: Vec<InboxRow>,
    /// Where the next page begins.
    pub next: Option<Cursor>,
}

/// A draft that waits for the signature.
#[derive(Clone, Debug, PartialEq)]
pub struct SignLine {
    /// The case.
    pub row: InboxRow,
    /// What the draft says.
    pub kind: OutcomeKind,
    /// Who drafted it.
    pub drafted_by: Option<String>,
    /// Whether nobody who looked at it said no: only such drafts may be signed several at once.
    pub is_unanimous: bool,
}

impl Engine {
    /// The report of a period, over what this member's office answers for.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn report(&self, staff: &StaffRow, period: Period) -> Result<ReportView, UseError> {
        let closes_at = period.closes_at(self.clock.now());
        let scope = report_scope(&actor_of(staff));
        let mut total = Figures::default();
        let mut agencies: BTreeMap<UnitCode, Figures> = BTreeMap::new();
        let mut procedures: BTreeMap<String, Figures> = BTreeMap::new();
        let mut channels: BTreeMap<&'static str, (Channel, Figures)> = BTreeMap::new();
        for tally in self.store.tallies(&scope, period.begins_at(), closes_at)? {
            let standing = tally.marks.standing();
            let channel = channels
                .entry(tally.channel.name())
                .or_insert((tally.channel, Figures::default()));
            for figures in [
                &mut total,
                agencies.entry(tally.agency).or_default(),
                procedures.entry(tally.procedure).or_default(),
                &mut channel.1,
            ] {
                figures.add(standing, tally.count);
            }
        }
        Ok(ReportView {
            period,
            closes_at,
            total,
            by_agency: agencies
                .into_iter()
                .map(|(code, figures)| Part {
                    name: self.city.unit_name(&code),
                    code: code.as_str().to_owned(),
                    figures,
                })
                .collect(),
            by_procedure: procedures
                .into_iter()
                .map(|(code, figures)| {
                    Ok::<_, UseError>(Part {
                        name: self.procedure_name(&code)?,
                        code,
                        figures,
                    })
                })
                .collect::<Result<_, _>>()?,
            by_channel: channels.into_values().collect(),
        })
    }

    /// What is late or soon will be, by agency and division, the latest first.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn risks(&self, staff: &StaffRow) -> Result<Vec<RiskLine>, UseError> {
        let found = self
            .store
            .at_risk(&report_scope(&actor_of(staff)), &self.horizon(staff))?;
        let mut lines: Vec<RiskLine> = found
            .into_iter()
            .map(|counts| RiskLine {
                agency: self.city.unit_name(&counts.agency),
                division: counts.division.as_ref().map(|code| self.city.unit_name(code)),
                counts,
            })
            .collect();
        lines.sort_by_key(|line| {
            let AtRisk {
                late, within_days, ..
            } = line.counts;
            std::cmp::Reverse((late, within_days))
        });
        Ok(lines)
    }

    /// The cases behind a count, as far as this member may see them. The look is on record before they are shown.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn cases_at_risk(&self, staff: &StaffRow, asked: &RiskQuery) -> Result<RiskList, UseError> {
        let actor = actor_of(staff);
        let horizon = self.horizon(staff);
        let query = CaseQuery {
            after: asked.after,
            limit: asked.limit.saturating_add(1),
            ..CaseQuery::of(CaseFilter {
                steps: Step::ALL
                    .into_iter()
                    .filter(|step| *step == Step::Sent || step.is_being_resolved())
                    .collect(),
                competent: asked.agency.clone(),
                division: asked.division.clone().flatten(),
                is_unassigned: asked.division == Some(None),
                timing: Some(match asked.risk {
                    Risk::Late => Timing::LateAt(horizon.now),
                    Risk::Within24Hours => Timing::Between(horizon.now, horizon.day),
                    Risk::WithinTwoDays => Timing::Between(horizon.now, horizon.days),
                }),
                ..CaseFilter::default()
            })
        };
        let mut rows = self.store.list_cases(&scope(&actor, Action::ReadCase), &query)?;
        if !rows.is_empty() {
            self.record_access(self.look_at_list(&actor))?;
        }
        let has_more = rows.len() > asked.limit as usize;
        rows.truncate(asked.limit as usize);
        let next = rows.last().filter(|_| has_more).map(|(row, _)| Cursor {
            at: row.due_at,
            id: row.id,
        });
        let rows = rows
            .into_iter()
            .map(|(row, applicant)| self.inbox_row(staff, row, applicant, horizon.now))
            .collect::<Result<_, _>>()?;
        Ok(RiskList { rows, next })
    }

    /// Two working days ahead by the calendar of the member's own agency.
    fn horizon(&self, staff: &StaffRow) -> Horizon {
        let now = self.clock.now();
        let calendar = self.calendar_of(&staff.agency);
        let mut last = now.day();
        for _ in 0..DAYS_AHEAD {
            last = calendar.working_day_from(last.plus_days(1));
        }
        Horizon {
            now,
            day: now.plus_millis(DAY_MILLIS),
            days: last.plus_days(1).midnight(),
        }
    }
}
