//! The SQL: one set of queries on two engines, SQLite and PostgreSQL.

pub mod search;
