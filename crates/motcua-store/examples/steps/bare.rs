//! The same rows by the bare engines.

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use crate::measure::Round;
use crate::ours::{CASES, PAYLOAD, STEPS, id};

/// One of the store's own statements.
fn sql(name: &str) -> &'static str {
    motcua_store::statements()
        .find(|(known, _)| *known == name)
        .expect("a statement of the store")
        .1
}

/// What a step writes, as text and numbers.
struct Texts {
    case: String,
    staff: String,
    version: i64,
    at: i64,
    reference: String,
    number: String,
    step: &'static str,
    applicant: String,
    due_at: i64,
    message: String,
}

fn texts(caller: u64, n: u64) -> Texts {
    Texts {
        case: id(0, caller, n % CASES).to_string(),
        staff: id(9, 0, caller).to_string(),
        version: (n / CASES * 2) as i64,
        at: 1_795_500_000_000 + n as i64,
        reference: format!("GN-{caller}-{}", n % CASES),
        number: format!("H17.20194-261125-{caller}-{}", n % CASES),
        step: STEPS[(n / CASES) as usize % STEPS.len()].name(),
        applicant: id(8, caller, n % CASES).to_string(),
        due_at: 1_795_900_000_000 + (n * 7919 % 1_000_000) as i64,
        message: id(4, caller, n).to_string(),
    }
}

const SENT: i64 = 1_795_500_000_000;
const NONE: Option<i64> = None;
const ROLE: &str = "specialist";
const LAW: &str = "D61 19.4";

/// A connection in a loop.
pub(crate) struct Sqlite {
    connection: rusqlite::Connection,
    group: u64,
    steps: u64,
}

impl Sqlite {
    pub(crate) fn new(path: &Path, group: usize) -> Self {
        let connection = rusqlite::Connection::open(path).unwrap();
        connection.pragma_update(None, "journal_mode", "WAL").unwrap();
        connection.pragma_update(None, "synchronous", "FULL").unwrap();
        connection.pragma_update(None, "cache_size", -64 * 1024).unwrap();
        Self {
            connection,
            group: group as u64,
            steps: 0,
        }
    }

    /// Transaction after transaction; every step of one takes as long as it.
    pub(crate) fn round(&mut self, length: Duration) -> Round {
        let began = Instant::now();
        let mut latencies = Vec::new();
        while began.elapsed() < length {
            let asked = Instant::now();
            self.connection
                .prepare_cached("BEGIN IMMEDIATE")
                .unwrap()
                .execute([])
                .unwrap();
            for caller in 0..self.group {
                self.step(caller, self.steps);
            }
            self.connection
                .prepare_cached("COMMIT")
                .unwrap()
                .execute([])
                .unwrap();
            self.steps += 1;
            latencies.extend((0..self.group).map(|_| asked.elapsed()));
        }
        Round {
            took: began.elapsed(),
            latencies,
        }
    }

    fn step(&self, caller: u64, n: u64) {
        let t = texts(caller, n);
        let run = |name: &str, values: &[&dyn rusqlite::ToSql]| {
            assert_eq!(
                self.connection
                    .prepare_cached(sql(name))
                    .unwrap()
                    .execute(values)
                    .unwrap(),
                1
            );
        };
        let (first, second) = (t.version + 1, t.version + 2);
        if t.version == 0 {
            run(
                "EVENT_ADD",
                &[
                    &t.case,
                    &"case",
                    &first,
                    &t.at,
                    &"staff",
                    &t.staff,
                    &ROLE,
                    &"examined",
                    &1,
                    &PAYLOAD,
                    &LAW,
                ],
            );
        } else {
            run(
                "EVENT_ADD_AFTER",
                &[
                    &t.case,
                    &"case",
                    &first,
                    &t.at,
                    &"staff",
                    &t.staff,
                    &ROLE,
                    &"examined",
                    &1,
                    &PAYLOAD,
                    &LAW,
                    &t.version,
                ],
            );
        }
        run(
            "EVENT_ADD",
            &[
                &t.case,
                &"case",
                &second,
                &t.at,
                &"staff",
                &t.staff,
                &ROLE,
                &"outcome_drafted",
                &1,
                &PAYLOAD,
                &LAW,
            ],
        );
        run(
            "CASE_PUT",
            &[
                &t.case,
                &second,
                &t.reference,
                &t.number,
                &"9.000001",
                &t.step,
                &t.applicant,
                &"20194",
                &"20194",
                &t.staff,
                &"online",
                &SENT,
                &t.due_at,
                &0,
                &0,
                &0,
                &NONE,
                &NONE,
            ],
        );
        run("OUTBOX_ADD", &[&t.message, &t.case, &"mail", &"accepted", &SENT]);
    }
}

/// A connection for each caller.
pub(crate) struct Postgres {
    callers: Vec<Caller>,
}

struct Caller {
    number: u64,
    steps: u64,
    client: postgres::Client,
    event: postgres::Statement,
    event_after: postgres::Statement,
    case: postgres::Statement,
    message: postgres::Statement,
}

impl Postgres {
    pub(crate) fn new(config: &str, callers: usize) -> Self {
        let callers = (0..callers as u64)
            .map(|number| {
                let mut client = postgres::Client::connect(config, postgres::NoTls).unwrap();
                let mut prepare = |name| client.prepare(sql(name)).unwrap();
                let (event, event_after) = (prepare("EVENT_ADD"), prepare("EVENT_ADD_AFTER"));
                let (case, message) = (prepare("CASE_PUT"), prepare("OUTBOX_ADD"));
                Caller {
                    number,
                    steps: 0,
                    client,
                    event,
                    event_after,
                    case,
                    message,
                }
            })
            .collect();
        Self { callers }
    }

    /// All callers at once, a transaction a step and a statement a row.
    pub(crate) fn round(&mut self, length: Duration) -> Round {
        let began = Instant::now();
        let latencies = thread::scope(|scope| {
            let callers: Vec<_> = self
                .callers
                .iter_mut()
                .map(|caller| {
                    scope.spawn(move || {
                        let mut latencies = Vec::new();
                        while began.elapsed() < length {
                            let asked = Instant::now();
                            caller.step();
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

impl Caller {
    fn step(&mut self) {
        let t = texts(self.number, self.steps);
        self.steps += 1;
        let (first, second) = (t.version + 1, t.version + 2);
        let mut transaction = self.client.transaction().unwrap();
        let touched = if t.version == 0 {
            transaction.execute(
                &self.event,
                &[
                    &t.case,
                    &"case",
                    &first,
                    &t.at,
                    &"staff",
                    &t.staff,
                    &ROLE,
                    &"examined",
                    &1i64,
                    &PAYLOAD,
                    &LAW,
                ],
            )
        } else {
            transaction.execute(
                &self.event_after,
                &[
                    &t.case,
                    &"case",
                    &first,
                    &t.at,
                    &"staff",
                    &t.staff,
                    &ROLE,
                    &"examined",
                    &1i64,
                    &PAYLOAD,
                    &LAW,
                    &t.version,
                ],
            )
        };
        assert_eq!(touched.unwrap(), 1);
        transaction
            .execute(
                &self.event,
                &[
                    &t.case,
                    &"case",
                    &second,
                    &t.at,
                    &"staff",
                    &t.staff,
                    &ROLE,
                    &"outcome_drafted",
                    &1i64,
                    &PAYLOAD,
                    &LAW,
                ],
            )
            .unwrap();
        transaction
            .execute(
                &self.case,
                &[
                    &t.case,
                    &second,
                    &t.reference,
                    &t.number,
                    &"9.000001",
                    &t.step,
                    &t.applicant,
                    &"20194",
                    &"20194",
                    &t.staff,
                    &"online",
                    &SENT,
                    &t.due_at,
                    &0i64,
                    &0i64,
                    &0i64,
                    &NONE,
                    &NONE,
                ],
            )
            .unwrap();
        transaction
            .execute(&self.message, &[&t.message, &t.case, &"mail", &"accepted", &SENT])
            .unwrap();
        transaction.commit().unwrap();
    }
}
