//! How long the first page of an inbox takes among many cases: `lists [--cases N] [--json]`.
//!
//! The worst inbox there is: every case belongs to one agency, whose desk also received it, and the list asks for
//! every step that is not closed.

#![expect(clippy::disallowed_methods, reason = "a measurement reads the clock")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a tool that cannot go on stops, and says so; it prints what it measured"
)]

#[path = "../tests/conformance/cluster.rs"]
mod cluster;

use std::time::{Duration, Instant};

use motcua_domain::access::{Clause, Scope};
use motcua_domain::case::Step;
use motcua_domain::channel::Channel;
use motcua_domain::id::{CaseId, PersonId, StaffId, UnitCode};
use motcua_domain::time::Instant as Moment;
use motcua_engine::changes::{Changes, Row};
use motcua_engine::ports::{CaseFilter, CaseQuery, Order, Store, Timing};
use motcua_engine::rows::{CaseRow, NEVER};
use motcua_store::{Options, PostgresStore, SqliteStore};
use serde_json::{Value, json};
use uuid::Uuid;

const NOW: i64 = 1_795_500_000_000;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let place = arguments.iter().position(|argument| argument == "--cases");
    let cases = place
        .and_then(|place| arguments.get(place + 1)?.parse().ok())
        .unwrap_or(100_000);
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(&folder.path().join("city.sqlite"), Options::default()).unwrap();
    let mut results = measure("sqlite", &store, cases);
    match cluster::Cluster::start(false) {
        Ok(cluster) => {
            let store = PostgresStore::connect(&cluster.database("template1").unwrap(), 2).unwrap();
            results.extend(measure("postgres", &store, cases));
        }
        Err(reason) => eprintln!("SKIPPED postgres: {reason}"),
    }
    if arguments.iter().any(|argument| argument == "--json") {
        println!("{}", Value::from(results));
    } else {
        results.iter().for_each(|result| println!("{result}"));
    }
}

fn measure(engine: &str, store: &dyn Store, cases: u64) -> Vec<Value> {
    for first in (0..cases).step_by(2_000) {
        let rows = (first..cases.min(first + 2_000))
            .map(|n| Row::Case(case(n)))
            .collect();
        store
            .commit(Changes {
                rows,
                ..Changes::default()
            })
            .unwrap();
    }
    let agency = UnitCode::new("20194");
    let desk = Scope::of(vec![
        Clause::ReceivedAt(agency.clone()),
        Clause::DecidedBy(agency),
    ]);
    let hands = Scope::of(vec![Clause::HeldBy(staff(3))]);
    let own = Scope::of(vec![Clause::AppliedBy(PersonId::new(Uuid::from_u128(5)))]);
    let open: Vec<Step> = Step::ALL.into_iter().filter(|step| !step.is_closed()).collect();
    let list = |filter: CaseFilter| CaseQuery {
        limit: 50,
        ..CaseQuery::of(filter)
    };
    let open = CaseFilter {
        steps: open,
        ..CaseFilter::default()
    };
    let inbox = list(open.clone());
    let mine = list(CaseFilter {
        holder: Some(staff(3)),
        ..open
    });
    let newest = CaseQuery {
        order: Order::NewestSent,
        ..list(CaseFilter::default())
    };
    let mut results = vec![queues(engine, store, cases, &desk)];
    for (name, scope, query) in [
        ("inbox", &desk, &inbox),
        ("in my hands", &desk, &mine),
        ("held", &hands, &inbox),
        ("own", &own, &newest),
    ] {
        let page = time(|| store.list_cases(scope, query).unwrap().len());
        let count = time(|| store.count_cases(scope, query, 1_000).unwrap() as usize);
        results.push(
            json!({"engine": engine, "cases": cases, "list": name, "page": page, "count_to_1000": count}),
        );
    }
    results
}

/// What an inbox counts beside its list, in one question: as many queues as a rail has, and marks that few cases have.
fn queues(engine: &str, store: &dyn Store, cases: u64, desk: &Scope) -> Value {
    let mut queues: Vec<CaseQuery> = Step::ALL
        .into_iter()
        .map(|step| {
            CaseQuery::of(CaseFilter {
                steps: vec![step],
                ..CaseFilter::default()
            })
        })
        .collect();
    let marked = |filter: CaseFilter| CaseQuery::of(filter);
    queues.extend([
        marked(CaseFilter {
            is_answered: true,
            ..CaseFilter::default()
        }),
        marked(CaseFilter {
            is_withdrawal_asked: Some(true),
            ..CaseFilter::default()
        }),
        marked(CaseFilter {
            timing: Some(Timing::Paused),
            ..CaseFilter::default()
        }),
    ]);
    let took = time(|| store.counts_of_cases(desk, &queues, 100).unwrap().len());
    json!({"engine": engine, "cases": cases, "list": "counts of all queues", "count_to_100": took})
}

fn time(mut ask: impl FnMut() -> usize) -> Value {
    let rows = ask();
    let mut took: Vec<Duration> = (0..200)
        .map(|_| {
            let began = Instant::now();
            ask();
            began.elapsed()
        })
        .collect();
    took.sort();
    let millis = |place: usize| took[place].as_secs_f64() * 1000.0;
    json!({"rows": rows, "p50_ms": millis(100), "p99_ms": millis(197), "max_ms": millis(199)})
}

fn staff(n: u64) -> StaffId {
    StaffId::new(Uuid::from_u128(n.into()))
}

fn case(n: u64) -> CaseRow {
    let step = Step::ALL[(n * 31 % 13) as usize];
    CaseRow {
        id: CaseId::new(Uuid::from_u128(
            (u128::from(n) << 64) | u128::from(n.wrapping_mul(0x9e37_79b9_7f4a_7c15)),
        )),
        version: 1,
        reference: format!("GN-{n}"),
        number: None,
        procedure: format!("9.{:06}", n % 92),
        step,
        applicant: PersonId::new(Uuid::from_u128((n % 20_000).into())),
        received_at: UnitCode::new("20194"),
        competent: UnitCode::new("20194"),
        holder: (!n.is_multiple_of(3)).then(|| staff(n % 40)),
        agencies: Vec::new(),
        colleagues: Vec::new(),
        channel: Channel::Online,
        sent_at: Moment::from_millis(NOW + n as i64),
        due_at: if step.is_closed() {
            NEVER
        } else {
            Moment::from_millis(NOW + (n * 7_919 % 10_000_000) as i64)
        },
        is_paused: false,
        is_answered: false,
        is_withdrawal_asked: false,
        issued_at: None,
        is_on_time: None,
        result: None,
        returned_at: None,
        fact: motcua_domain::report::CaseFact::default(),
    }
}
