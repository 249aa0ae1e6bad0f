//! One event of every type that came with the acts of the whole one-stop shop: fee, moves, appraisal, ending, money.

use motcua_domain::case::{
    Apologised, Became, CarrierReport, CarrierSays, ChargeLine, CorrectionOpened, Event, ExchangeReport,
    Fault, FeeAsked, OpinionAsked, OpinionGiven, OpinionRule, PaymentMethod, PaymentTaken, Relief,
    RetrievalFailed, Returned, Silence, StopGround, StopKind, StoppedCase, TaskFinished, TaskOrder, TaskPlan,
    TasksOpened, VisitRecorded,
};
use motcua_domain::catalogue::{ChargeKind, CollectedAt, OnExpiry};
use motcua_domain::id::{FileId, NoteId, StaffId, UnitCode};
use motcua_domain::money::Dong;
use motcua_domain::time::{Day, ExclusionGround, TimeLimit};

use super::{at, due, id};

fn note() -> NoteId {
    NoteId::new(id(5))
}

fn construction() -> UnitCode {
    UnitCode::new("48-so-xd")
}

fn relief() -> Relief {
    Relief {
        due: Dong::new(4_000),
        ground: "ho-ngheo".to_owned(),
        legal_basis: "NQ 1/2026".to_owned(),
    }
}

/// See the module.
pub(crate) fn samples() -> Vec<Event> {
    [intake_and_moves(), appraisal(), ending(), tasks(), money()].concat()
}

/// Events of the first day with what they have learned to carry since, by the names of their files.
pub(crate) fn grown(sent: Event, accepted: Event) -> Vec<(&'static str, Event)> {
    let Event::Sent(mut sent) = sent else {
        return Vec::new();
    };
    sent.forward_to = Some(UnitCode::new("48-20194"));
    let Event::Accepted(mut accepted) = accepted else {
        return Vec::new();
    };
    let rules = &mut accepted.rules;
    rules.supplement.on_expiry = OnExpiry::Stop;
    rules.conditions = vec!["lan-can".to_owned()];
    rules.charges = vec![charge_line()];
    rules.fee_first = true;
    rules.division_review = true;
    rules.immediate = true;
    rules.opinions = OpinionRule {
        silence: Silence::Consents,
        legal_basis: "D175 54".to_owned(),
    };
    rules.excluded = ExclusionGround::ALL.to_vec();
    vec![
        ("sent", Event::Sent(sent)),
        ("accepted", Event::Accepted(accepted)),
        (
            "result_returned",
            Event::ResultReturned(Returned {
                electronically: false,
                carrier_proof: Some("PH-9".to_owned()),
            }),
        ),
        (
            "exchange_reported",
            Event::ExchangeReported(ExchangeReport::Ours {
                message: 1,
                became: Became::Acknowledged,
            }),
        ),
    ]
}

fn charge_line() -> ChargeLine {
    ChargeLine {
        name: "le-phi".to_owned(),
        kind: ChargeKind::Levy,
        list: Dong::new(8_000),
        due: Dong::new(4_000),
        relief: Some(relief()),
        legal_basis: "NQ 1/2026".to_owned(),
        collected_at: CollectedAt::Intake,
        is_refundable: true,
        is_confirmed: true,
    }
}

fn intake_and_moves() -> Vec<Event> {
    vec![
        Event::FeeAsked(FeeAsked {
            charges: vec![charge_line()],
        }),
        Event::RetrievalFailed(RetrievalFailed {
            component: "giay-khai-sinh".to_owned(),
            source: "ho-tich".to_owned(),
            error: "timeout".to_owned(),
        }),
        Event::TakenOver {
            due: due("2026-12-08T08:00"),
        },
        Event::TakenBack,
        Event::GivenBack { reason: note() },
        Event::ReturnedToDesk { reason: note() },
        Event::Forwarded {
            to: vec![StaffId::new(id(10)), StaffId::new(id(11))],
            task: note(),
        },
        Event::ForwardFinished {
            staff: StaffId::new(id(10)),
            result: Some(note()),
        },
        Event::MoveUndone,
    ]
}

fn appraisal() -> Vec<Event> {
    let goes_on = Some(due("2026-12-09T10:00"));
    vec![
        Event::OpinionAsked(OpinionAsked {
            of: construction(),
            content: note(),
            due: due("2026-12-02T10:00"),
            silence: Silence::Consents,
        }),
        Event::OpinionGiven(OpinionGiven {
            consultation: 1,
            agrees: false,
            text: Some(note()),
            due: goes_on,
        }),
        Event::SilenceTaken {
            consultation: 1,
            due: goes_on,
        },
        Event::OpinionWaived {
            consultation: 1,
            ground: note(),
            due: None,
        },
        Event::VisitPlanned {
            at: at("2026-12-02T08:00"),
            place: note(),
        },
        Event::VisitRecorded(VisitRecorded {
            visited_at: at("2026-12-02T08:30"),
            place: note(),
            attended: NoteId::new(id(12)),
            found: NoteId::new(id(13)),
            due: goes_on,
        }),
        Event::PostingBegun {
            content: note(),
            until: due("2026-12-15T17:00"),
        },
        Event::PostingEnded {
            objections: 2,
            note: Some(note()),
            due: goes_on,
        },
        Event::FinancialDutyAsked {
            to: UnitCode::new("48-thue"),
            slip: note(),
        },
        Event::DutyNotified {
            notice: "TB-12".to_owned(),
            amount: Dong::new(1_000_000),
        },
        Event::DutyProved {
            file: FileId::new(id(14)),
        },
        Event::DutyMet {
            due: due("2026-12-09T10:00"),
        },
        Event::OutcomeInitialled,
    ]
}

fn ending() -> Vec<Event> {
    vec![
        Event::ResultDispatched {
            tracking: "VN123".to_owned(),
        },
        Event::DeliveryReported(CarrierReport {
            tracking: "VN123".to_owned(),
            says: CarrierSays::Received {
                proof: "PH-9".to_owned(),
            },
        }),
        Event::ApologyProposed {
            reason: note(),
            new_day: Day::parse("2026-12-11").unwrap(),
        },
        Event::Apologised(Apologised {
            reason: note(),
            due: due("2026-12-11T17:00"),
            in_time: true,
        }),
        Event::Stopped(StoppedCase {
            ground: StopGround::NoSupplement,
            kind: StopKind::Ended,
            reason: note(),
        }),
        Event::Resumed {
            due: Some(due("2026-12-09T10:00")),
        },
        Event::CorrectionOpened(CorrectionOpened {
            reason: note(),
            fault: Fault::Agency,
            due: due("2026-12-14T10:00"),
        }),
        Event::OutcomeRevoked { reason: note() },
        Event::Archived,
        Event::MessageWritten { text: note() },
    ]
}

fn tasks() -> Vec<Event> {
    vec![
        Event::TasksOpened(TasksOpened {
            order: TaskOrder::InOrder,
            tasks: vec![TaskPlan {
                agency: construction(),
                what: note(),
                limit: TimeLimit::WorkingDays(3),
                is_lead: true,
            }],
        }),
        Event::TaskStarted {
            task: 1,
            due: due("2026-12-03T10:00"),
        },
        Event::TaskFinished(TaskFinished {
            task: 1,
            note: Some(note()),
            file: Some(FileId::new(id(15))),
            on_time: false,
        }),
        Event::TaskApologised {
            task: 1,
            reason: note(),
            due: due("2026-12-07T17:00"),
        },
        Event::ExchangeReported(ExchangeReport::Theirs {
            from: UnitCode::new("48-thue"),
            sequence: 3,
        }),
    ]
}

fn money() -> Vec<Event> {
    vec![
        Event::PaymentStarted {
            charge: 1,
            attempt: 2,
        },
        Event::PaymentFailed { charge: 1 },
        Event::PaymentUnclear { charge: 1 },
        Event::PaymentTaken(PaymentTaken {
            charge: 1,
            method: PaymentMethod::Online,
            receipt_number: 12,
            year: 2026,
            reference: Some("PAY-1".to_owned()),
        }),
        Event::PaymentDoubled {
            charge: 1,
            reference: "PAY-2".to_owned(),
        },
        Event::ChargeRelieved {
            charge: 1,
            relief: relief(),
        },
        Event::RefundAsked {
            charge: 1,
            reason: Some(note()),
        },
        Event::RefundDecided {
            charge: 1,
            granted: false,
            reason: Some(note()),
        },
        Event::PaymentReconciled { charge: 1 },
    ]
}
