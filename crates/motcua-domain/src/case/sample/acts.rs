//! A well-filled command of every kind.

use uuid::Uuid;

use super::*;

/// A well-filled command of every kind.
pub fn command(kind: CommandKind) -> Command {
    intake_command(kind)
        .or_else(|| appraisal_command(kind))
        .or_else(|| agencies_command(kind))
        .or_else(|| result_command(kind))
        .or_else(|| ending_command(kind))
        .or_else(|| money_command(kind))
        .unwrap_or_else(|| panic!("no sample of {kind:?}"))
}

fn intake_command(kind: CommandKind) -> Option<Command> {
    let mut with_fee = rules(SupplementEffect::Restart);
    with_fee.fee_first = true;
    with_fee.charges = vec![charge(CollectedAt::Intake)];
    Some(match kind {
        CommandKind::Send => send(),
        CommandKind::Receive => Command::Receive {
            sending: Box::new(Sending {
                channel: Channel::Counter,
                ..sending()
            }),
            answer: Box::new(DeskAnswer::Accept(rules(SupplementEffect::Restart))),
        },
        CommandKind::Recall => Command::Recall,
        CommandKind::AskFee => Command::AskFee {
            rules: Box::new(with_fee),
        },
        CommandKind::Accept => Command::Accept {
            rules: rules(SupplementEffect::Restart),
        },
        CommandKind::RefuseIntake => Command::RefuseIntake {
            reason: Some(note(3)),
        },
        CommandKind::RequestSupplement => ask(),
        CommandKind::AnswerSupplement => answer(),
        CommandKind::ConfirmSupplement => Command::ConfirmSupplement,
        CommandKind::RecordRetrievalFailure => Command::RecordRetrievalFailure {
            component: "consent".to_owned(),
            source: "population".to_owned(),
            error: "timeout".to_owned(),
        },
        CommandKind::HandOver => Command::HandOver,
        CommandKind::TakeOver => Command::TakeOver,
        CommandKind::Assign => Command::Assign {
            specialist: staff(Role::Head),
        },
        CommandKind::TakeBack => Command::TakeBack,
        CommandKind::GiveBack => Command::GiveBack {
            reason: Some(note(7)),
        },
        CommandKind::ReturnToDesk => Command::ReturnToDesk {
            reason: Some(note(8)),
        },
        CommandKind::Forward => Command::Forward {
            to: vec![staff(Role::Clerk)],
            task: Some(note(9)),
        },
        CommandKind::FinishForward => Command::FinishForward {
            staff: staff(Role::Clerk),
            result: None,
        },
        CommandKind::UndoMove => Command::UndoMove {
            staff: staff(Role::DivisionHead),
        },
        _ => return None,
    })
}

fn appraisal_command(kind: CommandKind) -> Option<Command> {
    Some(match kind {
        CommandKind::Examine => examine(true),
        CommandKind::AskOpinion => Command::AskOpinion {
            of: other_agency(),
            content: Some(note(10)),
            limit: TimeLimit::WorkingDays(2),
        },
        CommandKind::GiveOpinion => Command::GiveOpinion {
            consultation: 0,
            agrees: true,
            text: None,
        },
        CommandKind::TakeSilence => Command::TakeSilence { consultation: 0 },
        CommandKind::ProceedWithoutOpinion => Command::ProceedWithoutOpinion {
            consultation: 0,
            ground: Some(note(11)),
        },
        CommandKind::PlanVisit => Command::PlanVisit {
            at: at(20, "08:00"),
            place: Some(note(12)),
        },
        CommandKind::RecordVisit => Command::RecordVisit {
            visited_at: at(0, "15:00"),
            record: VisitRecord {
                place: Some(note(12)),
                attended: Some(note(13)),
                found: Some(note(14)),
            },
        },
        CommandKind::PostPublicly => Command::PostPublicly {
            period: TimeLimit::CalendarDays(15),
            content: Some(note(15)),
        },
        CommandKind::EndPosting => Command::EndPosting {
            objections: 0,
            note: None,
        },
        CommandKind::AskFinancialDuty => Command::AskFinancialDuty {
            to: other_agency(),
            slip: Some(note(16)),
        },
        CommandKind::NotifyDuty => Command::NotifyDuty {
            notice: "TB-1".to_owned(),
            amount: Dong::new(1_000_000),
        },
        CommandKind::ProveDuty => Command::ProveDuty {
            file: FileId::new(Uuid::from_u128(20)),
        },
        CommandKind::ConfirmDuty => Command::ConfirmDuty,
        _ => return None,
    })
}

fn agencies_command(kind: CommandKind) -> Option<Command> {
    Some(match kind {
        CommandKind::OpenTasks => Command::OpenTasks {
            order: TaskOrder::InOrder,
            tasks: vec![task_plan(other_agency(), false), task_plan(agency(), true)],
        },
        CommandKind::FinishTask => Command::FinishTask {
            task: 0,
            note: Some(note(17)),
            file: None,
        },
        CommandKind::ApologiseTask => Command::ApologiseTask {
            task: 0,
            reason: Some(note(18)),
            new_day: Day::parse("2026-12-21").unwrap(),
        },
        CommandKind::ReportExchange => Command::ReportExchange {
            report: ExchangeReport::Ours {
                message: 0,
                became: Became::Sent,
            },
        },
        _ => return None,
    })
}

/// A task of two working days.
pub fn task_plan(agency: UnitCode, is_lead: bool) -> TaskPlan {
    TaskPlan {
        agency,
        what: note(19),
        limit: TimeLimit::WorkingDays(2),
        is_lead,
    }
}

fn result_command(kind: CommandKind) -> Option<Command> {
    Some(match kind {
        CommandKind::DraftOutcome => Command::DraftOutcome {
            kind: OutcomeKind::Granted,
            reason: None,
        },
        CommandKind::Initial => Command::Initial,
        CommandKind::SendBack => Command::SendBack {
            reason: Some(note(4)),
        },
        CommandKind::SignOutcome => Command::SignOutcome,
        CommandKind::IssueOutcome => Command::IssueOutcome { file: None },
        CommandKind::GiveImmediately => Command::GiveImmediately {
            identity_checked: true,
        },
        CommandKind::ReturnResult => Command::ReturnResult {
            identity_checked: true,
            right_checked: true,
        },
        CommandKind::CollectResult => Command::CollectResult,
        CommandKind::Dispatch => Command::Dispatch {
            tracking: "VN123".to_owned(),
        },
        CommandKind::ReportDelivery => Command::ReportDelivery {
            report: CarrierReport {
                tracking: "VN123".to_owned(),
                says: CarrierSays::Out,
            },
        },
        _ => return None,
    })
}

fn ending_command(kind: CommandKind) -> Option<Command> {
    let new_day = Day::parse("2026-12-21").unwrap();
    Some(match kind {
        CommandKind::ProposeApology => Command::ProposeApology {
            reason: Some(note(20)),
            new_day,
        },
        CommandKind::Apologise => Command::Apologise {
            reason: Some(note(20)),
            new_day,
        },
        CommandKind::Stop => Command::Stop {
            ground: StopGround::Court,
            kind: StopKind::Ended,
            reason: Some(note(21)),
        },
        CommandKind::Resume => Command::Resume,
        CommandKind::AskWithdrawal => Command::AskWithdrawal { reason: None },
        CommandKind::DecideWithdrawal => Command::DecideWithdrawal {
            granted: true,
            reason: None,
        },
        CommandKind::OpenCorrection => Command::OpenCorrection {
            reason: Some(note(22)),
            fault: Fault::Agency,
        },
        CommandKind::RevokeOutcome => Command::RevokeOutcome {
            reason: Some(note(23)),
        },
        CommandKind::Archive => Command::Archive,
        CommandKind::WriteMessage => Command::WriteMessage { text: Some(note(24)) },
        CommandKind::ApplyCalendarDecision => Command::ApplyCalendarDecision {
            calendar: CalendarId::new("48@2"),
        },
        CommandKind::RateService => Command::RateService { score: 5 },
        _ => return None,
    })
}

fn money_command(kind: CommandKind) -> Option<Command> {
    Some(match kind {
        CommandKind::TakePayment => Command::TakePayment {
            charge: 0,
            method: PaymentMethod::Cash,
        },
        CommandKind::StartPayment => Command::StartPayment { charge: 0 },
        CommandKind::ReportPayment => Command::ReportPayment {
            charge: 0,
            report: PaymentReport::Paid {
                attempt: 1,
                reference: "P-1".to_owned(),
            },
        },
        CommandKind::RelieveCharge => Command::RelieveCharge {
            charge: 0,
            relief: Relief {
                due: Dong::ZERO,
                ground: "poor-household".to_owned(),
                legal_basis: "NQ 1/2026".to_owned(),
            },
        },
        CommandKind::AskRefund => Command::AskRefund {
            charge: 0,
            reason: None,
        },
        CommandKind::DecideRefund => Command::DecideRefund {
            charge: 0,
            granted: true,
            reason: None,
        },
        CommandKind::Reconcile => Command::Reconcile { charge: 0 },
        _ => return None,
    })
}
