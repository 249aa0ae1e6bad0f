//! Durable steps of cases a second, through the engine and by the bare engines of the store.
//!
//! A step is an act of the product: the case is loaded and folded, the right looked up, the law asked, and events,
//! row, messages and notices committed. Cases live whole lives here, from sending to return, nine acts each. What a
//! life writes is read back from a store once ([`script`]), and the ceiling writes exactly these rows for other
//! cases with nothing around it: on SQLite one connection with as many steps in a transaction as there are callers,
//! on PostgreSQL a connection for each caller and a prepared statement for each row.

mod bare;
mod life;
mod script;

use std::sync::Arc;

use motcua_domain::person::Person;
use motcua_engine::engine::Engine;
use motcua_store::{Options, PostgresStore, SqliteStore};

use crate::cluster::Cluster;
use crate::measure::{Round, alternate};
use crate::report::{Aim, Measured};
use crate::{Plan, city};
use script::Script;

/// Callers at once.
const CALLERS: [usize; 3] = [1, 8, 32];
const AIM: Aim = Aim::Share(0.6);

/// Measures both engines.
pub(crate) fn measure(plan: Plan, report: &mut dyn FnMut(Measured)) {
    let script = script::written_by_a_life();
    for callers in CALLERS {
        report(on_sqlite(callers, plan, &script));
    }
    match Cluster::start(true) {
        Ok(cluster) => {
            for callers in CALLERS {
                report(on_postgres(&cluster, callers, plan, &script));
            }
        }
        Err(reason) => eprintln!("SKIPPED steps on PostgreSQL: {reason}"),
    }
}

fn on_sqlite(callers: usize, plan: Plan, script: &Script) -> Measured {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (here, there) = (
        folder.path().join("ours.sqlite"),
        folder.path().join("bare.sqlite"),
    );
    drop(SqliteStore::open(&there, Options::default()).expect("a store"));
    let store = SqliteStore::open(&here, Options::default()).expect("a store");
    let engine = city::engine(Arc::new(store), folder.path());
    let mut ours = life::callers(&engine, callers);
    let mut bare = bare::Sqlite::open(&there, callers, script);
    let pair = alternate(
        plan.rounds,
        || Round::of_callers(&mut ours, plan.length, life::Caller::step),
        || Round::of_groups(plan.length, || bare.group()),
    );
    Measured::beside(
        format!("steps, SQLite, {callers} callers"),
        "steps",
        "bare SQLite",
        AIM,
        pair,
    )
}

fn on_postgres(cluster: &Cluster, callers: usize, plan: Plan, script: &Script) -> Measured {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let database = || cluster.database("template1").expect("a database");
    let (here, there) = (database(), database());
    drop(PostgresStore::connect(&there, 1).expect("a store"));
    let store = PostgresStore::connect(&here, callers).expect("a store");
    let engine = city::engine(Arc::new(store), folder.path());
    let mut ours = life::callers(&engine, callers);
    let mut bare = bare::Postgres::connect(&there, callers, script);
    let pair = alternate(
        plan.rounds,
        || Round::of_callers(&mut ours, plan.length, life::Caller::step),
        || Round::of_callers(&mut bare, plan.length, bare::Postgres::step),
    );
    Measured::beside(
        format!("steps, PostgreSQL, {callers} callers"),
        "steps",
        "bare PostgreSQL",
        AIM,
        pair,
    )
}

/// A case that is being examined, by its reference, and whose it is.
pub(crate) fn running_case(engine: &Engine) -> (Person, String) {
    life::Caller::new(engine, 0).until_examined()
}
