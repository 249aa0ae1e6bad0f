//! Steps through the store.

use std::thread;
use std::time::{Duration, Instant};

use motcua_domain::case::{Author, Step};
use motcua_domain::channel::Channel;
use motcua_domain::id::{CaseId, MessageId, PersonId, StaffId, UnitCode};
use motcua_domain::time::Instant as Moment;
use motcua_engine::changes::{Changes, EventRecord, OutboxMessage, Row, StreamChange, StreamKey, Topic};
use motcua_engine::ports::Store;
use motcua_engine::rows::CaseRow;
use uuid::Uuid;

use crate::measure::Round;

/// Running cases of each caller.
pub(crate) const CASES: u64 = 500;

/// A step's payload: about what an event carries.
pub(crate) const PAYLOAD: &str =
    r#"{"due":{"at":1796000000000,"is_whole_day":true},"rules":"9.000001@2026-07-01","by":"hive"}"#;

/// Callers of a store, each with cases of its own.
pub(crate) struct Ours<'a> {
    store: &'a dyn Store,
    callers: Vec<Caller>,
}

struct Caller {
    number: u64,
    steps: u64,
}

impl<'a> Ours<'a> {
    pub(crate) fn new(store: &'a dyn Store, callers: usize) -> Self {
        let callers = (0..callers as u64)
            .map(|number| Caller { number, steps: 0 })
            .collect();
        Self { store, callers }
    }

    /// All callers at once, each waiting for every step.
    pub(crate) fn round(&mut self, length: Duration) -> Round {
        let began = Instant::now();
        let latencies = thread::scope(|scope| {
            let store = self.store;
            let callers: Vec<_> = self
                .callers
                .iter_mut()
                .map(|caller| {
                    scope.spawn(move || {
                        let mut latencies = Vec::new();
                        while began.elapsed() < length {
                            let changes = step(caller.number, caller.steps);
                            caller.steps += 1;
                            let asked = Instant::now();
                            store.commit(changes).expect("a step");
                            latencies.push(asked.elapsed());
                        }
                        latencies
                    })
                })
                .collect();
            callers
                .into_iter()
                .flat_map(|caller| caller.join().expect("a caller"))
                .collect()
        });
        Round {
            took: began.elapsed(),
            latencies,
        }
    }
}

/// Identifiers in the order of time, as the engine makes them; the cases of the callers lie beside each other.
pub(crate) fn id(kind: u64, caller: u64, number: u64) -> Uuid {
    Uuid::from_u64_pair(
        0x0199_0000_0000_7000 + (kind << 20) + number,
        0x8000_0000_0000_0000 | caller,
    )
}

/// The n-th step of a caller: its cases in turn.
fn step(caller: u64, n: u64) -> Changes {
    let case = CaseId::new(id(0, caller, n % CASES));
    let version = n / CASES * 2;
    let event = |name: &str| EventRecord {
        at: Moment::from_millis(1_795_500_000_000 + n as i64),
        by: Author::Staff {
            staff: StaffId::new(id(9, 0, caller)),
            role: "specialist".to_owned(),
        },
        name: name.to_owned(),
        format: 1,
        payload: PAYLOAD.to_owned(),
        legal_ground: "D61 19.4".to_owned(),
    };
    let row = CaseRow {
        id: case,
        version: version + 2,
        reference: format!("GN-{caller}-{}", n % CASES),
        number: Some(format!("H17.20194-261125-{caller}-{}", n % CASES)),
        procedure: "9.000001".to_owned(),
        step: STEPS[(n / CASES) as usize % STEPS.len()],
        applicant: PersonId::new(id(8, caller, n % CASES)),
        received_at: UnitCode::new("20194"),
        competent: UnitCode::new("20194"),
        holder: Some(StaffId::new(id(9, 0, caller))),
        channel: Channel::Online,
        sent_at: Moment::from_millis(1_795_500_000_000),
        due_at: Moment::from_millis(1_795_900_000_000 + (n * 7919 % 1_000_000) as i64),
        is_paused: false,
        is_answered: false,
        is_withdrawal_asked: false,
        issued_at: None,
        is_on_time: None,
    };
    Changes {
        streams: vec![StreamChange {
            stream: StreamKey::case(case),
            expected_version: version,
            events: vec![event("examined"), event("outcome_drafted")],
        }],
        rows: vec![Row::Case(row)],
        outbox: vec![OutboxMessage {
            id: MessageId::new(id(4, caller, n)),
            case: Some(case),
            topic: Topic::Mail,
            subject: "accepted".to_owned(),
            not_before: Moment::from_millis(1_795_500_000_000),
        }],
        ..Changes::default()
    }
}

/// Steps that a case goes through, in this measurement round and round.
pub(crate) const STEPS: [Step; 4] = [
    Step::Accepted,
    Step::HandedOver,
    Step::Appraisal,
    Step::LeaderSigning,
];
