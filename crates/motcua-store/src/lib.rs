//! The SQL: one set of queries on two engines, SQLite and PostgreSQL.
//!
//! A store is one file for one process ([`SqliteStore`]), or a database on a server for several
//! ([`PostgresStore`]). What it promises is the ports of `motcua-engine`, held by one suite of tests on both.

mod commit;
mod decode;
mod driver;
mod encode;
mod engine;
mod list;
mod migrate;
mod people;
mod postgres;
mod queries;
mod report;
mod scope;
pub mod search;
mod sqlite;
mod store;

pub use migrate::OpenError;
pub use postgres::{Postgres, PostgresStore};
pub use sqlite::{Options, Sqlite, SqliteStore};
pub use store::SqlStore;

/// Every fixed statement with its name, so that a test can prepare each on both engines.
pub fn statements() -> impl Iterator<Item = (&'static str, &'static str)> {
    queries::ALL.iter().copied()
}
