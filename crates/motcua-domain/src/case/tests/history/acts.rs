//! Commands of every kind, with content thrown by dice.

use uuid::Uuid;

use crate::access::Role;
use crate::case::sample::{agency, charge, command, note, other_agency, rules, sending, staff, task_plan};
use crate::case::{
    Became, CarrierReport, CarrierSays, Case, Command, CommandKind, DeliveryWay, DeskAnswer, ExchangeReport,
    Fault, Finding, OutcomeKind, PaymentMethod, PaymentReport, Relief, Rules, Sending, Silence, StopGround,
    StopKind, SupplementAnswer, SupplementEffect, SupplementItem, SupplementStage, TaskOrder, VisitRecord,
};
use crate::catalogue::CollectedAt;
use crate::channel::Channel;
use crate::id::{AnswerSetId, FileId, NoteId, UnitCode};
use crate::money::Dong;
use crate::time::{ExclusionGround, Instant, TimeLimit};

/// Thirty-two bits of chance.
#[derive(Clone, Copy)]
pub(super) struct Dice(pub(super) u32);

impl Dice {
    /// Whether this bit is set.
    pub(super) const fn is(self, bit: u32) -> bool {
        self.0 >> (bit % 32) & 1 == 1
    }

    /// A number below `n`, from the bits at `bit`.
    pub(super) const fn of(self, n: u32, bit: u32) -> u32 {
        (self.0 >> bit) % n
    }

    /// Words, most of the time.
    fn words(self, bit: u32) -> Option<NoteId> {
        (self.of(8, bit) != 0).then(|| note(u128::from(bit)))
    }

    fn place(self, bit: u32) -> u16 {
        u16::try_from(self.of(3, bit)).unwrap()
    }
}

/// The law that a history is under.
pub(super) fn law(dice: Dice) -> Rules {
    let effects = [
        SupplementEffect::Restart,
        SupplementEffect::Suspend,
        SupplementEffect::Nothing,
    ];
    let grounds = [
        ExclusionGround::OpinionAwaited,
        ExclusionGround::FieldVerification,
        ExclusionGround::PublicPosting,
    ];
    let moments = [CollectedAt::Intake, CollectedAt::Supplement, CollectedAt::Return];
    let mut rules = rules(effects[dice.of(3, 0) as usize]);
    let chosen = |bit: u32| (0u32..3).filter(move |place| dice.is(bit + place));
    rules.excluded = chosen(2).map(|place| grounds[place as usize]).collect();
    rules.charges = chosen(5)
        .map(|place| {
            let mut line = charge(moments[place as usize]);
            line.is_refundable = dice.is(8 + place);
            line
        })
        .collect();
    rules.fee_first = dice.is(11);
    rules.division_review = dice.is(12);
    rules.immediate = dice.of(4, 13) == 0;
    rules.cut_off_start = dice.is(15);
    if dice.is(16) {
        rules.opinions.silence = Silence::Consents;
    }
    if dice.is(17) {
        rules.promise = Some(TimeLimit::WorkingDays(2));
    }
    rules.limit = [
        TimeLimit::WorkingDays(5),
        TimeLimit::CalendarDays(20),
        TimeLimit::WorkingHours(12),
        TimeLimit::Months(1),
    ][dice.of(4, 18) as usize]
        .clone();
    rules.supplement.rounds_max = 1 + u8::try_from(dice.of(2, 21)).unwrap();
    rules
}

/// The sending, online or at a desk, near or far from who decides.
pub(super) fn begin(law: Dice, dice: Dice) -> Command {
    let ways = [DeliveryWay::Electronic, DeliveryWay::Desk, DeliveryWay::Post];
    let sending = Box::new(Sending {
        delivery: ways[law.of(3, 22) as usize],
        forward_to: (law.of(4, 24) == 0).then(agency),
        channel: if dice.is(0) {
            Channel::Counter
        } else {
            Channel::Online
        },
        ..sending()
    });
    if dice.is(0) {
        Command::Receive {
            sending,
            answer: Box::new(DeskAnswer::Accept(self::law(law))),
        }
    } else {
        Command::Send(sending)
    }
}

/// A command of this kind.
pub(super) fn varied(kind: CommandKind, case: &Case, law: Dice, dice: Dice, now: Instant) -> Command {
    before_decision(kind, case, law, dice)
        .or_else(|| of_appraisal(kind, dice, now))
        .or_else(|| on_the_way(kind, dice))
        .or_else(|| after_decision(kind, case, dice, now))
        .or_else(|| of_money(kind, case, dice))
        .unwrap_or_else(|| command(kind))
}

fn before_decision(kind: CommandKind, case: &Case, law: Dice, dice: Dice) -> Option<Command> {
    let roles = [Role::Specialist, Role::Clerk, Role::Head, Role::DivisionHead];
    let someone = staff(roles[dice.of(4, 0) as usize]);
    Some(match kind {
        CommandKind::AskFee => Command::AskFee {
            rules: Box::new(self::law(law)),
        },
        CommandKind::Accept => Command::Accept {
            rules: self::law(law),
        },
        CommandKind::RefuseIntake => Command::RefuseIntake {
            reason: dice.words(0),
        },
        CommandKind::RequestSupplement => Command::RequestSupplement {
            items: items(dice),
            further_ground: dice.is(3).then(|| "D175 54".to_owned()),
        },
        CommandKind::AnswerSupplement => answer_all(case, dice),
        CommandKind::GiveBack => Command::GiveBack {
            reason: dice.words(0),
        },
        CommandKind::ReturnToDesk => Command::ReturnToDesk {
            reason: dice.words(0),
        },
        CommandKind::Assign => Command::Assign { specialist: someone },
        CommandKind::Forward => Command::Forward {
            to: vec![someone, staff(roles[dice.of(4, 2) as usize])],
            task: dice.words(4),
        },
        CommandKind::FinishForward => Command::FinishForward {
            staff: someone,
            result: None,
        },
        CommandKind::UndoMove => Command::UndoMove { staff: someone },
        _ => return None,
    })
}

fn of_appraisal(kind: CommandKind, dice: Dice, now: Instant) -> Option<Command> {
    let agencies = [other_agency(), UnitCode::new("48.ca"), agency()];
    Some(match kind {
        CommandKind::Examine => Command::Examine {
            findings: vec![Finding {
                condition: "neighbours-agree".to_owned(),
                met: dice.of(4, 0) != 0,
            }],
        },
        CommandKind::AskOpinion => Command::AskOpinion {
            of: agencies[dice.of(3, 0) as usize].clone(),
            content: dice.words(4),
            limit: TimeLimit::WorkingDays(1 + dice.of(3, 8)),
        },
        CommandKind::GiveOpinion => Command::GiveOpinion {
            consultation: dice.place(0),
            agrees: dice.is(4),
            text: dice.words(5),
        },
        CommandKind::TakeSilence => Command::TakeSilence {
            consultation: dice.place(0),
        },
        CommandKind::ProceedWithoutOpinion => Command::ProceedWithoutOpinion {
            consultation: dice.place(0),
            ground: dice.words(3),
        },
        CommandKind::PlanVisit => Command::PlanVisit {
            at: now.plus_millis(i64::from(dice.of(5, 0)) * 43_200_000),
            place: dice.words(4),
        },
        CommandKind::RecordVisit => Command::RecordVisit {
            visited_at: now.plus_millis(i64::from(dice.of(3, 0)) * 3_600_000 - 7_200_000),
            record: VisitRecord {
                place: dice.words(4),
                attended: dice.words(5),
                found: dice.words(6),
            },
        },
        CommandKind::PostPublicly => Command::PostPublicly {
            period: TimeLimit::CalendarDays(1 + dice.of(15, 0)),
            content: dice.words(4),
        },
        CommandKind::EndPosting => Command::EndPosting {
            objections: dice.place(0),
            note: dice.words(2),
        },
        CommandKind::OpenTasks => Command::OpenTasks {
            order: if dice.is(0) {
                TaskOrder::AtOnce
            } else {
                TaskOrder::InOrder
            },
            tasks: vec![
                task_plan(other_agency(), dice.is(1)),
                task_plan(agency(), !dice.is(1)),
            ],
        },
        CommandKind::FinishTask => Command::FinishTask {
            task: dice.place(0),
            note: None,
            file: None,
        },
        _ => return None,
    })
}

fn items(dice: Dice) -> Vec<SupplementItem> {
    [("hives", false), ("consent", true), ("lan-can", true)]
        .into_iter()
        .zip(0u32..)
        .filter(|(_, bit)| dice.is(*bit))
        .map(|((target, is_paper), _)| SupplementItem {
            target: target.to_owned(),
            is_paper,
            reason: note(2),
        })
        .collect()
}

/// Answers every item, or all but one.
fn answer_all(case: &Case, dice: Dice) -> Command {
    let items = case.open_supplement().map_or(0, |round| round.items.len());
    let skipped = if dice.of(4, 0) == 0 { 0 } else { items };
    Command::AnswerSupplement {
        answers: AnswerSetId::new(Uuid::from_u128(u128::from(dice.0))),
        replies: (0..items)
            .filter(|item| *item != skipped)
            .map(|item| SupplementAnswer {
                item: u16::try_from(item).unwrap(),
                files: vec![FileId::new(Uuid::from_u128(u128::from(dice.0)))],
                answered: true,
            })
            .collect(),
    }
}

fn after_decision(kind: CommandKind, case: &Case, dice: Dice, now: Instant) -> Option<Command> {
    let new_day = now.day().plus_days(1 + i64::from(dice.of(40, 8)));
    let reason = dice.words(4);
    Some(match kind {
        CommandKind::DraftOutcome => Command::DraftOutcome {
            kind: if case.findings.iter().all(|finding| finding.met) || dice.of(6, 0) == 0 {
                OutcomeKind::Granted
            } else {
                OutcomeKind::Refused
            },
            reason,
        },
        CommandKind::SendBack => Command::SendBack { reason },
        CommandKind::ProposeApology => Command::ProposeApology { reason, new_day },
        CommandKind::Apologise => Command::Apologise { reason, new_day },
        CommandKind::ApologiseTask => Command::ApologiseTask {
            task: dice.place(0),
            reason,
            new_day,
        },
        CommandKind::Stop => Command::Stop {
            ground: StopGround::ALL[dice.of(5, 16) as usize],
            kind: if dice.is(20) {
                StopKind::Ended
            } else {
                StopKind::Paused
            },
            reason,
        },
        CommandKind::DecideWithdrawal => Command::DecideWithdrawal {
            granted: dice.is(0),
            reason,
        },
        CommandKind::OpenCorrection => Command::OpenCorrection {
            reason,
            fault: if dice.is(0) {
                Fault::Agency
            } else {
                Fault::Applicant
            },
        },
        CommandKind::RevokeOutcome => Command::RevokeOutcome { reason },
        _ => return None,
    })
}

fn on_the_way(kind: CommandKind, dice: Dice) -> Option<Command> {
    Some(match kind {
        CommandKind::GiveImmediately => Command::GiveImmediately {
            identity_checked: dice.is(0),
        },
        CommandKind::Dispatch => Command::Dispatch {
            tracking: format!("VN{}", dice.of(3, 0)),
        },
        CommandKind::ReportDelivery => Command::ReportDelivery {
            report: CarrierReport {
                tracking: format!("VN{}", dice.of(3, 0)),
                says: match dice.of(4, 2) {
                    0 => CarrierSays::Out,
                    1 => CarrierSays::Failed,
                    2 => CarrierSays::Returned,
                    _ => CarrierSays::Received {
                        proof: "P".to_owned(),
                    },
                },
            },
        },
        CommandKind::ReportExchange => Command::ReportExchange {
            report: if dice.is(0) {
                ExchangeReport::Theirs {
                    from: other_agency(),
                    sequence: dice.of(9, 1),
                }
            } else {
                ExchangeReport::Ours {
                    message: dice.place(1),
                    became: [
                        Became::Sent,
                        Became::Acknowledged,
                        Became::Rejected,
                        Became::Failed,
                    ][dice.of(4, 4) as usize],
                }
            },
        },
        _ => return None,
    })
}

fn of_money(kind: CommandKind, case: &Case, dice: Dice) -> Option<Command> {
    let charge = dice.place(0);
    let attempts = case
        .charges
        .get(usize::from(charge))
        .map_or(0, |owed| owed.attempts);
    let attempt = attempts.saturating_sub(u16::from(dice.of(4, 4) == 0));
    Some(match kind {
        CommandKind::TakePayment => Command::TakePayment {
            charge,
            method: PaymentMethod::AT_DESK[dice.of(3, 2) as usize],
        },
        CommandKind::StartPayment => Command::StartPayment { charge },
        CommandKind::ReportPayment => Command::ReportPayment {
            charge,
            report: match dice.of(4, 2) {
                0 => PaymentReport::Failed { attempt },
                1 => PaymentReport::Unclear { attempt },
                _ => PaymentReport::Paid {
                    attempt,
                    reference: format!("M{}", dice.of(6, 8)),
                },
            },
        },
        CommandKind::RelieveCharge => Command::RelieveCharge {
            charge,
            relief: Relief {
                due: Dong::new(i64::from(dice.of(3, 2)) * 3_000),
                ground: "poor-household".to_owned(),
                legal_basis: "NQ 1/2026".to_owned(),
            },
        },
        CommandKind::AskRefund => Command::AskRefund { charge, reason: None },
        CommandKind::DecideRefund => Command::DecideRefund {
            charge,
            granted: dice.is(4),
            reason: dice.words(5),
        },
        CommandKind::Reconcile => Command::Reconcile { charge },
        _ => return None,
    })
}

/// The stage of a notice that this case would get now.
pub(super) fn stage_of(case: &Case) -> SupplementStage {
    if case.accepted_at.is_some() {
        SupplementStage::Appraisal
    } else {
        SupplementStage::Intake
    }
}
