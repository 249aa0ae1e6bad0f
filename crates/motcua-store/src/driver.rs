//! The small difference between the two engines: how a statement is run and how its rows are read.

mod columns;
mod fault;
mod value;

pub(crate) use columns::Columns;
pub(crate) use fault::Fault;
pub(crate) use value::{Value, flag, number};

use crate::postgres::Connection;

/// One of the engines, in the middle of a piece of work.
pub enum Driver<'a> {
    /// The embedded engine.
    Sqlite(&'a rusqlite::Connection),
    /// The server.
    Postgres(&'a mut Connection),
}

/// A statement that writes, with its values.
pub(crate) struct Step<'a> {
    /// One of [`crate::queries`].
    pub(crate) sql: &'static str,
    /// `$1..$n`.
    pub(crate) values: Vec<Value<'a>>,
    /// What somebody else changed first if the statement does not touch exactly one row.
    pub(crate) must_touch: Option<&'static str>,
}

impl<'a> Step<'a> {
    /// A statement whose row count says nothing.
    pub(crate) fn new(sql: &'static str, values: Vec<Value<'a>>) -> Self {
        Self {
            sql,
            values,
            must_touch: None,
        }
    }

    /// A statement that must touch exactly one row, or `what` was changed by somebody else.
    pub(crate) fn must_touch(sql: &'static str, values: Vec<Value<'a>>, what: &'static str) -> Self {
        Self {
            sql,
            values,
            must_touch: Some(what),
        }
    }
}

impl Driver<'_> {
    /// Whether a statement costs no round trip.
    pub(crate) fn is_near(&self) -> bool {
        matches!(self, Self::Sqlite(_))
    }

    /// Runs a statement and reads its rows.
    pub(crate) fn query<T>(
        &mut self,
        sql: &str,
        values: &[Value<'_>],
        read: impl Fn(&mut Columns<'_>) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        match self {
            Self::Sqlite(connection) => {
                let mut statement = connection.prepare_cached(sql)?;
                bind(&mut statement, values)?;
                let mut rows = statement.raw_query();
                let mut all = Vec::new();
                while let Some(row) = rows.next()? {
                    all.push(read(&mut Columns::sqlite(row))?);
                }
                Ok(all)
            }
            Self::Postgres(connection) => connection
                .query(sql, values)?
                .iter()
                .map(|row| read(&mut Columns::postgres(row)))
                .collect(),
        }
    }

    /// Runs a statement that gives at most one row.
    pub(crate) fn find<T>(
        &mut self,
        sql: &str,
        values: &[Value<'_>],
        read: impl Fn(&mut Columns<'_>) -> Result<T, Fault>,
    ) -> Result<Option<T>, Fault> {
        Ok(self.query(sql, values, read)?.into_iter().next())
    }

    /// Runs a statement and says how many rows it touched.
    pub(crate) fn execute(&mut self, sql: &str, values: &[Value<'_>]) -> Result<u64, Fault> {
        match self {
            Self::Sqlite(connection) => {
                let mut statement = connection.prepare_cached(sql)?;
                bind(&mut statement, values)?;
                Ok(statement.raw_execute()? as u64)
            }
            Self::Postgres(connection) => connection.execute(sql, values),
        }
    }

    /// Runs statements that write, all or none, and independent of each other: none may need to see what another
    /// one did. On PostgreSQL that makes them one round trip.
    pub(crate) fn batch(&mut self, steps: &[Step<'_>]) -> Result<(), Fault> {
        match self {
            Self::Sqlite(_) => self.atomically(|driver| {
                for step in steps {
                    let touched = driver.execute(step.sql, &step.values)?;
                    if let Some(what) = step.must_touch
                        && touched != 1
                    {
                        return Err(Fault::conflict(what));
                    }
                }
                Ok(())
            }),
            Self::Postgres(connection) => connection.batch(steps),
        }
    }

    /// Runs several statements, all or none.
    pub(crate) fn atomically<T>(
        &mut self,
        work: impl FnOnce(&mut Driver<'_>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        match self {
            Self::Sqlite(connection) => {
                let savepoint = crate::sqlite::Savepoint::begin(connection)?;
                let done = work(&mut Driver::Sqlite(connection))?;
                savepoint.keep()?;
                Ok(done)
            }
            Self::Postgres(connection) => connection.atomically(work),
        }
    }
}

/// Binds by place: that place and name agree is what the test of all statements checks.
fn bind(statement: &mut rusqlite::Statement<'_>, values: &[Value<'_>]) -> Result<(), Fault> {
    for (place, value) in values.iter().enumerate() {
        statement.raw_bind_parameter(place + 1, value)?;
    }
    Ok(())
}
