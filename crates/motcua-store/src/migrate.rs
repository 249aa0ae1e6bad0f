//! Bringing a database up to date: numbered steps, forward only, each applied once.

use motcua_engine::rows::CaseRow;
use thiserror::Error;

use crate::driver::{Driver, Fault};
use crate::{decode, encode, queries};

/// The steps of SQLite, the first of which is number 1. A step that was ever released is never edited.
const SQLITE: &[&str] = &[
    include_str!("../schema/sqlite.sql"),
    include_str!("../schema/sqlite-2.sql"),
    include_str!("../schema/sqlite-3.sql"),
    include_str!("../schema/sqlite-4.sql"),
    include_str!("../schema/sqlite-5.sql"),
    include_str!("../schema/sqlite-6.sql"),
    include_str!("../schema/sqlite-7.sql"),
    include_str!("../schema/sqlite-8.sql"),
];

/// The same steps on PostgreSQL.
const POSTGRES: &[&str] = &[
    include_str!("../schema/postgres.sql"),
    include_str!("../schema/postgres-2.sql"),
    include_str!("../schema/postgres-3.sql"),
    include_str!("../schema/postgres-4.sql"),
    include_str!("../schema/postgres-5.sql"),
    include_str!("../schema/postgres-6.sql"),
    include_str!("../schema/postgres-7.sql"),
    include_str!("../schema/postgres-8.sql"),
];

/// The step that brought what reports count by: rows of before are made anew from their logs.
const REPORTS: i64 = 6;

/// Why a store cannot be opened.
#[derive(Debug, Error)]
pub enum OpenError {
    /// Another process writes to this store.
    #[error("another process has this store open; stop it first")]
    InUse,
    /// A newer program has already changed the schema.
    #[error(
        "this store has schema {found}, and this program knows schemas up to {known}; use the newer program"
    )]
    Newer {
        /// The schema of the store.
        found: i64,
        /// The newest schema that this program knows.
        known: i64,
    },
    /// The machine cannot.
    #[error("the store cannot be opened: {reason}")]
    Machine {
        /// In words.
        reason: String,
    },
}

impl From<Fault> for OpenError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Machine { reason, .. } => Self::Machine { reason },
            other => Self::Machine {
                reason: format!("{other:?}"),
            },
        }
    }
}

/// Applies the steps that the database does not have, in one transaction.
pub(crate) fn migrate(driver: &mut Driver<'_>) -> Result<(), OpenError> {
    let (steps, first): (&[&str], _) = match driver {
        Driver::Sqlite(_) => (
            SQLITE,
            "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY) STRICT",
        ),
        // Two nodes may start at once: the second one waits and finds everything done.
        Driver::Postgres(_) => (
            POSTGRES,
            "SELECT pg_advisory_xact_lock(7201026); \
             CREATE TABLE IF NOT EXISTS schema_version (version BIGINT PRIMARY KEY)",
        ),
    };
    let known = i64::try_from(steps.len()).unwrap_or(i64::MAX);
    let found = driver.atomically(|driver| {
        script(driver, first)?;
        let found = driver
            .find(
                "SELECT coalesce(max(version), 0) FROM schema_version",
                &[],
                |row| row.take::<i64>(),
            )?
            .unwrap_or(0);
        for (number, step) in (1i64..).zip(steps).filter(|(number, _)| *number > found) {
            script(driver, step)?;
            driver.execute(
                "INSERT INTO schema_version (version) VALUES ($1)",
                &[number.into()],
            )?;
        }
        if found < known {
            fold_names(driver)?;
        }
        if found < REPORTS {
            fold_cases(driver)?;
        }
        Ok(found)
    })?;
    if found > known {
        Err(OpenError::Newer { found, known })
    } else {
        Ok(())
    }
}

/// Folds the names that a step before the index of people wrote: folding is no matter of SQL.
fn fold_names(driver: &mut Driver<'_>) -> Result<(), Fault> {
    let mut after = String::new();
    loop {
        let unfolded: Vec<(String, String)> =
            driver.query(queries::NAMES_UNFOLDED, &[(&after).into()], |row| {
                Ok((row.text()?, row.text()?))
            })?;
        let Some((last, _)) = unfolded.last() else {
            return Ok(());
        };
        after.clone_from(last);
        for (id, name) in &unfolded {
            let [folded, backwards] = encode::name_keys(name);
            driver.execute(queries::NAME_FOLD, &[folded, backwards, id.into()])?;
        }
    }
}

/// Makes every row of a case anew from its log, as every row is made. A log that this program cannot read keeps its row
/// as it is: an audit finds it, and an upgrade does not stand still for it.
fn fold_cases(driver: &mut Driver<'_>) -> Result<(), Fault> {
    let mut after = String::new();
    loop {
        let ids: Vec<String> =
            driver.query(queries::CASE_IDS, &[(&after).into(), 1000u32.into()], |row| {
                row.text()
            })?;
        let Some(last) = ids.last() else { return Ok(()) };
        after.clone_from(last);
        for id in &ids {
            let stream = [id.into(), "case".into()];
            let log = driver.query(queries::EVENTS, &stream, decode::event)?;
            if let Some(row) = CaseRow::of_log(&log) {
                driver.execute(queries::CASE_PUT, &encode::case(&row))?;
            }
        }
    }
}

/// Several statements at once, without values.
fn script(driver: &mut Driver<'_>, sql: &str) -> Result<(), Fault> {
    match driver {
        Driver::Sqlite(connection) => Ok(connection.execute_batch(sql)?),
        Driver::Postgres(connection) => connection.script(sql),
    }
}

#[cfg(test)]
mod tests;
