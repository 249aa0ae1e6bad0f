//! How far reconcilers have come.

use motcua_domain::id::CaseId;
use motcua_engine::ports::{CommitError, PassStore, StoreError};
use motcua_engine::rows::PassRow;

use super::SqlStore;
use super::desk::{must_grow, only_one};
use crate::driver::{Columns, Fault, Value, number};
use crate::engine::Engine;
use crate::queries;

impl<E: Engine> PassStore for SqlStore<E> {
    fn pass(&self, name: &str) -> Result<Option<PassRow>, StoreError> {
        Ok(self.one(queries::PASS_FIND, &[name.into()], pass)?)
    }

    fn keep_pass(&self, pass: &PassRow, expected: u64) -> Result<(), CommitError> {
        must_grow(pass.version, expected)?;
        let pass = pass.clone();
        Ok(self.engine.write(move |driver| {
            let mut values = vec![
                pass.target.into(),
                Value::maybe(pass.after.map(Value::printed)),
                number(pass.looked_at),
                number(pass.total),
                pass.is_done.into(),
                number(pass.version),
            ];
            let name = Value::from(&pass.name);
            let touched = if expected == 0 {
                values.insert(0, name);
                driver.execute(queries::PASS_ADD, &values)?
            } else {
                values.extend([name, number(expected)]);
                driver.execute(queries::PASS_SAVE, &values)?
            };
            only_one(touched, "the pass")
        })?)
    }

    fn unresolved_after(&self, after: Option<CaseId>, limit: u32) -> Result<Vec<CaseId>, StoreError> {
        let after = after.map_or_else(String::new, |id| id.to_string());
        Ok(
            self.all(queries::UNRESOLVED_AFTER, &[after.into(), limit.into()], |row| {
                row.id()
            })?,
        )
    }

    fn unresolved(&self) -> Result<u64, StoreError> {
        let count = self.one(queries::UNRESOLVED, &[], |row| row.count())?;
        Ok(count.unwrap_or(0))
    }
}

fn pass(row: &mut Columns<'_>) -> Result<PassRow, Fault> {
    Ok(PassRow {
        name: row.text()?,
        target: row.count()?,
        after: row.maybe_id()?,
        looked_at: row.count()?,
        total: row.count()?,
        is_done: row.flag()?,
        version: row.count()?,
    })
}
