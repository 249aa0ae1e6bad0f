//! The catalogue: every version of every procedure.

use std::collections::{BTreeMap, BTreeSet};

use motcua_engine::ports::{CatalogueStore, StoreError};
use motcua_engine::rows::{ConfirmationRow, ProcedureRow};

use super::SqlStore;
use crate::driver::{Driver, Fault, Value, number};
use crate::engine::Engine;
use crate::{decode, queries};

/// Procedures that are read at once: they are large, and the connection is given back between the parts.
const PART: u32 = 64;

impl<E: Engine> CatalogueStore for SqlStore<E> {
    fn keep_procedures(&self, rows: &[ProcedureRow], items: &[ConfirmationRow]) -> Result<(), StoreError> {
        let (rows, items) = (rows.to_vec(), items.to_vec());
        Ok(self.engine.write(move |driver| {
            driver.atomically(|driver| {
                driver.execute(queries::PROCEDURES_UNSEE, &[])?;
                rows.iter().try_for_each(|row| keep(driver, row))?;
                replace_confirmations(driver, &rows, &items)
            })
        })?)
    }

    fn procedure(&self, code: &str) -> Result<Option<ProcedureRow>, StoreError> {
        Ok(self.one(queries::PROCEDURE_FIND, &[code.into()], decode::procedure)?)
    }

    fn procedure_fingerprints(&self) -> Result<Vec<(String, String)>, StoreError> {
        Ok(self.all(queries::FINGERPRINTS, &[], |row| Ok((row.text()?, row.text()?)))?)
    }

    fn for_each_procedure(&self, each: &mut dyn FnMut(ProcedureRow)) -> Result<(), StoreError> {
        let mut after = String::new();
        loop {
            let values = [(&after).into(), PART.into()];
            let part = self.all(queries::PROCEDURES_AFTER, &values, decode::procedure)?;
            let Some(last) = part.last() else { return Ok(()) };
            after = last.code.clone();
            part.into_iter().for_each(&mut *each);
        }
    }

    fn confirmations(&self, after_code: &str, limit: u32) -> Result<Vec<ConfirmationRow>, StoreError> {
        Ok(self.all(
            queries::CONFIRMATIONS_AFTER,
            &[after_code.into(), limit.into()],
            decode::confirmation,
        )?)
    }
}

/// Keeps one record of an import: nothing new, or a new version.
fn keep(driver: &mut Driver<'_>, row: &ProcedureRow) -> Result<(), Fault> {
    let code = Value::from(&row.code);
    let seen = [row.is_public.into(), code.clone(), (&row.fingerprint).into()];
    if driver.execute(queries::PROCEDURE_SEE, &seen)? == 0 {
        driver.execute(queries::PROCEDURE_SUPERSEDE, std::slice::from_ref(&code))?;
        let values = [
            code,
            (&row.fingerprint).into(),
            row.encoded.as_slice().into(),
            row.raw.as_slice().into(),
            row.seen_at.into(),
            row.is_public.into(),
        ];
        driver.execute(queries::PROCEDURE_ADD, &values)?;
    }
    Ok(())
}

/// Of every imported code, what must be settled now.
fn replace_confirmations(
    driver: &mut Driver<'_>,
    rows: &[ProcedureRow],
    items: &[ConfirmationRow],
) -> Result<(), Fault> {
    let mut by_code: BTreeMap<&str, Vec<&ConfirmationRow>> = BTreeMap::new();
    for item in items {
        by_code.entry(&item.code).or_default().push(item);
    }
    let codes: BTreeSet<&str> = rows
        .iter()
        .map(|row| row.code.as_str())
        .chain(by_code.keys().copied())
        .collect();
    for code in codes {
        driver.execute(queries::CONFIRMATIONS_DROP, &[code.into()])?;
        for (item, position) in by_code.get(code).into_iter().flatten().zip(1u64..) {
            let values = [
                code.into(),
                number(position),
                (&item.trap).into(),
                (&item.path).into(),
                (&item.raw).into(),
                (&item.reason).into(),
            ];
            driver.execute(queries::CONFIRMATION_ADD, &values)?;
        }
    }
    Ok(())
}
