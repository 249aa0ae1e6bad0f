//! Messages that wait to leave.

use motcua_domain::id::MessageId;
use motcua_domain::time::Instant;
use motcua_engine::ports::{OutboxItem, OutboxStore, StoreError};

use super::SqlStore;
use crate::driver::Value;
use crate::engine::Engine;
use crate::{decode, queries};

impl<E: Engine> OutboxStore for SqlStore<E> {
    fn claim(&self, now: Instant, lease_until: Instant, limit: u32) -> Result<Vec<OutboxItem>, StoreError> {
        let mut items = self.engine.write(move |driver| {
            let values = [lease_until.into(), now.into(), limit.into()];
            driver.query(queries::OUTBOX_CLAIM, &values, decode::outbox_item)
        })?;
        // An update gives its rows in no order.
        items.sort_by_key(|item| (item.message.not_before, item.message.id));
        Ok(items)
    }

    fn done(&self, id: MessageId) -> Result<(), StoreError> {
        Ok(self.engine.write(move |driver| {
            driver
                .execute(queries::OUTBOX_DONE, &[Value::printed(id)])
                .map(|_| ())
        })?)
    }

    fn failed(&self, id: MessageId, error: &str, retry_at: Option<Instant>) -> Result<(), StoreError> {
        let error = error.to_owned();
        Ok(self.engine.write(move |driver| {
            let touched = match retry_at {
                Some(at) => driver.execute(
                    queries::OUTBOX_RETRY,
                    &[at.into(), (&error).into(), Value::printed(id)],
                ),
                None => driver.execute(queries::OUTBOX_GIVE_UP, &[(&error).into(), Value::printed(id)]),
            };
            touched.map(|_| ())
        })?)
    }

    fn outbox_counts(&self) -> Result<(u64, u64), StoreError> {
        let count =
            |is_given_up: bool| self.one(queries::OUTBOX_COUNT, &[is_given_up.into()], |row| row.count());
        Ok((count(false)?.unwrap_or(0), count(true)?.unwrap_or(0)))
    }
}
