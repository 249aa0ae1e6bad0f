//! Reading a row, column after column, in the order of the statement.

use std::fmt::Display;
use std::str::FromStr;

use motcua_domain::time::Instant;

use super::fault::Fault;
use super::value::flag;

/// A row that is being read from left to right.
pub(crate) struct Columns<'a> {
    row: Row<'a>,
    next: usize,
}

enum Row<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a postgres::Row),
}

/// What both engines can read.
pub(crate) trait Readable: rusqlite::types::FromSql + for<'r> postgres::types::FromSql<'r> {}

impl Readable for i64 {}
impl Readable for String {}
impl Readable for Vec<u8> {}
impl Readable for Option<i64> {}
impl Readable for Option<String> {}

impl<'a> Columns<'a> {
    pub(crate) fn sqlite(row: &'a rusqlite::Row<'a>) -> Self {
        Self {
            row: Row::Sqlite(row),
            next: 0,
        }
    }

    pub(crate) fn postgres(row: &'a postgres::Row) -> Self {
        Self {
            row: Row::Postgres(row),
            next: 0,
        }
    }

    /// The next column as it is kept.
    pub(crate) fn take<T: Readable>(&mut self) -> Result<T, Fault> {
        let place = self.next;
        self.next += 1;
        match &self.row {
            Row::Sqlite(row) => Ok(row.get(place)?),
            Row::Postgres(row) => Ok(row.try_get(place)?),
        }
    }

    /// The next column as text.
    pub(crate) fn text(&mut self) -> Result<String, Fault> {
        self.take()
    }

    /// The next column as a moment.
    pub(crate) fn instant(&mut self) -> Result<Instant, Fault> {
        Ok(Instant::from_millis(self.take()?))
    }

    /// The next column as a moment, where there is one.
    pub(crate) fn maybe_instant(&mut self) -> Result<Option<Instant>, Fault> {
        Ok(self.take::<Option<i64>>()?.map(Instant::from_millis))
    }

    /// The next column as a truth value.
    pub(crate) fn flag(&mut self) -> Result<bool, Fault> {
        Ok(flag(self.take()?))
    }

    /// The next column as a count.
    pub(crate) fn count<T: TryFrom<i64>>(&mut self) -> Result<T, Fault> {
        T::try_from(self.take()?).map_err(|_| self.damaged("a count out of range"))
    }

    /// The next column as a hash of 32 bytes.
    pub(crate) fn hash(&mut self) -> Result<[u8; 32], Fault> {
        <[u8; 32]>::try_from(self.take::<Vec<u8>>()?).map_err(|_| self.damaged("a hash of another length"))
    }

    /// The next column as an identifier.
    pub(crate) fn id<T: FromStr<Err: Display>>(&mut self) -> Result<T, Fault> {
        let text = self.text()?;
        text.parse().map_err(|_| self.damaged("no identifier"))
    }

    /// The next column as an identifier, where there is one.
    pub(crate) fn maybe_id<T: FromStr<Err: Display>>(&mut self) -> Result<Option<T>, Fault> {
        let text: Option<String> = self.take()?;
        text.map(|text| text.parse())
            .transpose()
            .map_err(|_| self.damaged("no identifier"))
    }

    /// The next column as one of our stable names.
    pub(crate) fn named<T>(&mut self, from_name: impl Fn(&str) -> Option<T>) -> Result<T, Fault> {
        let name = self.text()?;
        from_name(&name).ok_or_else(|| self.damaged("a name of a newer program"))
    }

    /// A fault of the column that was read last. It tells the place, never the content.
    pub(crate) fn damaged(&self, what: &str) -> Fault {
        Fault::machine(format!("column {} of a row holds {what}", self.next))
    }
}
