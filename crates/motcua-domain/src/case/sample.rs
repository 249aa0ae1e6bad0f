//! Sample histories: one case brought to every step by the commands of its people. The procedure is invented
//! ("keeping bees on a balcony"), so that a change of law breaks catalogue tests and nothing else.

mod acts;

use uuid::Uuid;

use super::*;
use crate::access::{Actor, Role};
use crate::catalogue::{ChargeKind, CollectedAt, OnExpiry};
use crate::channel::Channel;
use crate::id::{
    AnswerSetId, CalendarId, CaseId, FileId, FormId, NoteId, PersonId, StaffId, UnitCode, VersionId,
};
use crate::money::Dong;
use crate::time::{Day, Instant, OfficeCalendar, TimeLimit};

pub use acts::{command, task_plan};

/// Mondays to Fridays 07:00-11:30 and 13:30-17:00, no holidays: calendar A of the worked examples.
pub fn calendar() -> OfficeCalendar {
    OfficeCalendar::standard()
}

/// A moment of the sample week: Monday 30 November 2026 is day 0.
pub fn at(day: u8, time: &str) -> Instant {
    let date = 30 + u16::from(day);
    let (month, date) = if date > 30 { (12, date - 30) } else { (11, date) };
    Instant::parse(&format!("2026-{month:02}-{date:02}T{time}:00+07:00")).unwrap()
}

/// The resident of the samples.
pub fn resident() -> PersonId {
    PersonId::new(Uuid::from_u128(1))
}

/// A member of the sample office by role.
pub fn officer(role: Role) -> Actor {
    Actor::Staff {
        staff: staff(role),
        agency: agency(),
        roles: vec![role],
    }
}

/// The identifier of the sample office's member by role.
pub fn staff(role: Role) -> StaffId {
    StaffId::new(Uuid::from_u128(100 + role as u128))
}

/// The sample agency.
pub fn agency() -> UnitCode {
    UnitCode::new("48.20194")
}

/// A note.
pub fn note(n: u128) -> NoteId {
    NoteId::new(Uuid::from_u128(1000 + n))
}

/// The rules of the invented procedure: five working days.
pub fn rules(effect: SupplementEffect) -> Rules {
    Rules {
        version: VersionId::new("9.999999@2026-01-01"),
        form: FormId::new("ong@1"),
        calendar: CalendarId::new("48@1"),
        limit: TimeLimit::WorkingDays(5),
        promise: None,
        cut_off_start: false,
        supplement: SupplementRule {
            effect,
            ask_within: TimeLimit::WorkingDays(3),
            applicant_window: Some(TimeLimit::WorkingDays(7)),
            rounds_max: 1,
            on_expiry: OnExpiry::Stop,
            legal_basis: "D61 19.4".to_owned(),
        },
        outcome_code: Some("KQ.H17.999999".to_owned()),
        conditions: vec!["neighbours-agree".to_owned()],
        charges: Vec::new(),
        fee_first: false,
        division_review: false,
        immediate: false,
        opinions: OpinionRule::default(),
        excluded: Vec::new(),
    }
}

/// What the sample resident hands in.
pub fn sending() -> Sending {
    Sending {
        case: CaseId::new(Uuid::from_u128(7)),
        reference: SendingReference::from_chance(0x0012_3456_789a),
        version: VersionId::new("9.999999@2026-01-01"),
        channel: Channel::Online,
        applicant: resident(),
        ground: GroundForActing::Own,
        received_at: agency(),
        competent: agency(),
        forward_to: None,
        answers: AnswerSetId::new(Uuid::from_u128(8)),
        papers: vec![FiledPaper {
            component: "consent".to_owned(),
            file: FileId::new(Uuid::from_u128(9)),
        }],
        delivery: DeliveryWay::Electronic,
    }
}

/// The command that sends the sample case.
pub fn send() -> Command {
    Command::Send(Box::new(sending()))
}

/// Another agency of the sample city.
pub fn other_agency() -> UnitCode {
    UnitCode::new("48.so-xd")
}

/// A charge of 8 000 đồng, collected at a moment.
pub fn charge(collected_at: CollectedAt) -> ChargeLine {
    ChargeLine {
        name: "le-phi".to_owned(),
        kind: ChargeKind::Levy,
        list: Dong::new(8_000),
        due: Dong::new(8_000),
        relief: None,
        legal_basis: "NQ 1/2026".to_owned(),
        collected_at,
        is_refundable: true,
        is_confirmed: true,
    }
}

/// A story whose case was accepted under rules that differ from the usual ones.
pub fn accepted_with(change: impl FnOnce(&mut Rules)) -> Story {
    let mut changed = rules(SupplementEffect::Restart);
    change(&mut changed);
    Story::sent().then(
        at(0, "10:00"),
        Some(Role::ReceivingOfficer),
        &Command::Accept { rules: changed },
    )
}

/// A notice that lists one question and one paper.
pub fn ask() -> Command {
    Command::RequestSupplement {
        items: vec![
            SupplementItem {
                target: "hives".to_owned(),
                is_paper: false,
                reason: note(1),
            },
            SupplementItem {
                target: "consent".to_owned(),
                is_paper: true,
                reason: note(2),
            },
        ],
        further_ground: None,
    }
}

/// The answer to that notice.
pub fn answer() -> Command {
    Command::AnswerSupplement {
        answers: AnswerSetId::new(Uuid::from_u128(18)),
        replies: vec![
            SupplementAnswer {
                item: 0,
                files: Vec::new(),
                answered: true,
            },
            SupplementAnswer {
                item: 1,
                files: vec![FileId::new(Uuid::from_u128(19))],
                answered: false,
            },
        ],
    }
}

/// Findings that let the result be granted, or not.
pub fn examine(met: bool) -> Command {
    Command::Examine {
        findings: vec![Finding {
            condition: "neighbours-agree".to_owned(),
            met,
        }],
    }
}

/// A history under way: each act at its time, by the person whose act it is.
#[derive(Clone)]
pub struct Story {
    /// The log.
    pub log: Vec<Recorded>,
    /// The calendar of the agency.
    pub calendar: OfficeCalendar,
    /// Components that connected stores hold for the applicant.
    pub held: Vec<String>,
}

impl Default for Story {
    fn default() -> Self {
        Self::new()
    }
}

impl Story {
    /// Nothing has happened yet.
    pub fn new() -> Self {
        Self {
            log: Vec::new(),
            calendar: calendar(),
            held: Vec::new(),
        }
    }

    /// The case so far.
    pub fn case(&self) -> Option<Case> {
        fold(&self.log)
    }

    /// Tries a command.
    pub fn attempt(&self, when: Instant, command: &Command) -> Result<Vec<Event>, Refusal> {
        let context = Context {
            held: &self.held,
            ..Context::new(when, &self.calendar)
        };
        decide(self.case().as_ref(), command, &context)
    }

    /// Carries out a command that must succeed.
    #[must_use]
    pub fn then(mut self, when: Instant, role: Option<Role>, command: &Command) -> Self {
        let by = role.map_or(Author::Applicant(resident()), |role| Author::Staff {
            staff: staff(role),
            role: role.name().to_owned(),
        });
        let events = self.attempt(when, command).unwrap();
        self.log.extend(events.into_iter().map(|event| Recorded {
            at: when,
            by: by.clone(),
            event,
        }));
        self
    }

    /// Sent on Monday at nine.
    pub fn sent() -> Self {
        Self::new().then(at(0, "09:00"), None, &send())
    }

    /// Accepted on Monday at ten.
    pub fn accepted(effect: SupplementEffect) -> Self {
        Self::sent().then(
            at(0, "10:00"),
            Some(Role::ReceivingOfficer),
            &Command::Accept { rules: rules(effect) },
        )
    }

    /// With the specialist on Monday afternoon.
    pub fn in_appraisal(effect: SupplementEffect) -> Self {
        Self::accepted(effect)
            .then(at(0, "11:00"), Some(Role::ReceivingOfficer), &Command::HandOver)
            .then(
                at(0, "14:00"),
                Some(Role::DivisionHead),
                &Command::Assign {
                    specialist: staff(Role::Specialist),
                },
            )
    }

    /// Before the signatory on Tuesday.
    pub fn before_signatory(kind: OutcomeKind) -> Self {
        let reason = (kind == OutcomeKind::Refused).then(|| note(5));
        Self::in_appraisal(SupplementEffect::Restart)
            .then(
                at(1, "08:00"),
                Some(Role::Specialist),
                &examine(kind == OutcomeKind::Granted),
            )
            .then(
                at(1, "09:00"),
                Some(Role::Specialist),
                &Command::DraftOutcome { kind, reason },
            )
    }

    /// Signed on Tuesday.
    pub fn signed() -> Self {
        Self::before_signatory(OutcomeKind::Granted).then(
            at(1, "10:00"),
            Some(Role::Head),
            &Command::SignOutcome,
        )
    }

    /// Issued on Tuesday.
    pub fn issued() -> Self {
        Self::signed().then(
            at(1, "11:00"),
            Some(Role::Clerk),
            &Command::IssueOutcome { file: None },
        )
    }

    /// Drafted on Tuesday, to be initialled by the division head.
    fn accepted_then_drafted() -> Self {
        accepted_with(|rules| rules.division_review = true)
            .then(at(0, "11:00"), Some(Role::ReceivingOfficer), &Command::HandOver)
            .then(
                at(0, "14:00"),
                Some(Role::DivisionHead),
                &Command::Assign {
                    specialist: staff(Role::Specialist),
                },
            )
            .then(at(1, "08:00"), Some(Role::Specialist), &examine(true))
            .then(
                at(1, "09:00"),
                Some(Role::Specialist),
                &command(CommandKind::DraftOutcome),
            )
    }

    /// A story that stands at the step.
    pub fn at_step(step: Step) -> Self {
        let restart = SupplementEffect::Restart;
        match step {
            Step::Sent => Self::sent(),
            Step::SupplementAtIntake => {
                Self::sent().then(at(0, "10:00"), Some(Role::ReceivingOfficer), &ask())
            }
            Step::NotAccepted => Self::sent().then(
                at(0, "10:00"),
                Some(Role::ReceivingOfficer),
                &Command::RefuseIntake {
                    reason: Some(note(3)),
                },
            ),
            Step::Recalled => Self::sent().then(at(0, "10:00"), None, &Command::Recall),
            Step::Accepted => Self::accepted(restart),
            Step::HandedOver => {
                Self::accepted(restart).then(at(0, "11:00"), Some(Role::ReceivingOfficer), &Command::HandOver)
            }
            Step::Appraisal => Self::in_appraisal(restart),
            Step::SupplementAfterAppraisal => {
                Self::in_appraisal(restart).then(at(1, "08:00"), Some(Role::Specialist), &ask())
            }
            Step::LeaderSigning => Self::before_signatory(OutcomeKind::Granted),
            Step::ClerkIssuing => Self::signed(),
            Step::Ready => Self::issued(),
            Step::Delivered => Self::issued().then(at(1, "15:00"), None, &Command::CollectResult),
            Step::AwaitingFee => Self::sent().then(
                at(0, "10:00"),
                Some(Role::ReceivingOfficer),
                &command(CommandKind::AskFee),
            ),
            Step::FinancialDuty => Self::in_appraisal(restart).then(
                at(1, "08:00"),
                Some(Role::Specialist),
                &command(CommandKind::AskFinancialDuty),
            ),
            Step::DivisionReview => Self::accepted_then_drafted(),
            Step::Correcting => Self::issued().then(
                at(1, "14:00"),
                Some(Role::Head),
                &command(CommandKind::OpenCorrection),
            ),
            Step::Stopped => {
                Self::accepted(restart).then(at(0, "15:00"), Some(Role::Head), &command(CommandKind::Stop))
            }
            Step::Withdrawn => Self::accepted(restart)
                .then(at(0, "15:00"), None, &Command::AskWithdrawal { reason: None })
                .then(
                    at(0, "16:00"),
                    Some(Role::Head),
                    &Command::DecideWithdrawal {
                        granted: true,
                        reason: None,
                    },
                ),
        }
    }
}

/// A version of the invented procedure that costs these charges, whichever way it is filed.
pub fn version(charges: Vec<crate::catalogue::Charge>) -> crate::catalogue::ProcedureVersion {
    use crate::catalogue::{
        Agencies, ChannelEntry, Decision, Flags, ProcedureCode, ProcedureKind, ProcedureVersion, ServiceLevel,
    };
    let entry = |channel| ChannelEntry {
        channel,
        limit: TimeLimit::WorkingDays(5),
        charges: charges.clone(),
        note: String::new(),
    };
    ProcedureVersion {
        id: VersionId::new("9.999999@2026-01-01"),
        code: ProcedureCode::new("9.999999").unwrap(),
        name_vi: "Nuôi ong trên ban công".to_owned(),
        name_en: None,
        decision: Decision::default(),
        field: None,
        kind: ProcedureKind::Standard,
        levels: Vec::new(),
        service_level: ServiceLevel::FullProcess,
        audiences: Vec::new(),
        agencies: Agencies::default(),
        received_at: None,
        channels: vec![entry(Channel::Online), entry(Channel::Counter)],
        variants: Vec::new(),
        requirement_groups: Vec::new(),
        steps: Vec::new(),
        conditions: String::new(),
        outcomes: Vec::new(),
        legal_bases: Vec::new(),
        keywords: String::new(),
        topics: Vec::new(),
        flags: Flags::default(),
        in_force_from: None,
        in_force_to: None,
        supplements: Vec::new(),
        cut_offs: Vec::new(),
        form: None,
    }
}
