//! Money at the desks: what was taken since the last closing, and the closings.

use motcua_domain::id::UnitCode;
use motcua_engine::ports::{MoneyStore, StoreError};
use motcua_engine::rows::{ClosingRow, TakingRow};

use super::SqlStore;
use crate::engine::Engine;
use crate::{decode, queries};

impl<E: Engine> MoneyStore for SqlStore<E> {
    fn open_takings(&self, desk: &UnitCode) -> Result<Vec<(TakingRow, String)>, StoreError> {
        Ok(self.all(queries::TAKINGS_OPEN, &[desk.as_str().into()], decode::taking)?)
    }

    fn closed_takings(&self, desk: &UnitCode, sequence: u32) -> Result<Vec<(TakingRow, String)>, StoreError> {
        Ok(self.all(
            queries::TAKINGS_OF_CLOSING,
            &[desk.as_str().into(), sequence.into()],
            decode::taking,
        )?)
    }

    fn closings(&self, desk: &UnitCode, limit: u32) -> Result<Vec<ClosingRow>, StoreError> {
        Ok(self.all(
            queries::CLOSINGS_OF,
            &[desk.as_str().into(), limit.into()],
            decode::closing,
        )?)
    }
}
