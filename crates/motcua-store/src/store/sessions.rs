//! Sessions and tickets. Only hashes of what their holders show come this far.

use motcua_domain::time::Instant;
use motcua_engine::ports::{SessionStore, StoreError};
use motcua_engine::rows::{SessionHolder, SessionRow, TicketRow};

use super::SqlStore;
use crate::driver::Value;
use crate::engine::Engine;
use crate::{decode, queries};

impl<E: Engine> SessionStore for SqlStore<E> {
    fn begin_session(&self, session: &SessionRow) -> Result<(), StoreError> {
        let session = session.clone();
        Ok(self.engine.write(move |driver| {
            let (kind, holder) = match session.who {
                SessionHolder::Person(person) => ("person", person.to_string()),
                SessionHolder::Staff(staff) => ("staff", staff.to_string()),
            };
            let values = [
                (&session.token_hash).into(),
                kind.into(),
                holder.into(),
                session.began_at.into(),
                session.seen_at.into(),
            ];
            driver.execute(queries::SESSION_BEGIN, &values).map(|_| ())
        })?)
    }

    fn session(&self, token_hash: &[u8; 32]) -> Result<Option<SessionRow>, StoreError> {
        Ok(self.one(queries::SESSION_FIND, &[token_hash.into()], decode::session)?)
    }

    fn touch_session(&self, token_hash: &[u8; 32], seen_at: Instant) -> Result<(), StoreError> {
        let token_hash = *token_hash;
        Ok(self.engine.write(move |driver| {
            driver
                .execute(queries::SESSION_TOUCH, &[seen_at.into(), (&token_hash).into()])
                .map(|_| ())
        })?)
    }

    fn end_session(&self, token_hash: &[u8; 32]) -> Result<(), StoreError> {
        let token_hash = *token_hash;
        Ok(self.engine.write(move |driver| {
            driver
                .execute(queries::SESSION_END, &[(&token_hash).into()])
                .map(|_| ())
        })?)
    }

    fn keep_ticket(&self, ticket: &TicketRow) -> Result<(), StoreError> {
        let ticket = ticket.clone();
        Ok(self.engine.write(move |driver| {
            let values = [
                (&ticket.secret_hash).into(),
                (&ticket.purpose).into(),
                (&ticket.payload).into(),
                ticket.expires_at.into(),
            ];
            driver.execute(queries::TICKET_KEEP, &values).map(|_| ())
        })?)
    }

    fn take_ticket(
        &self,
        secret_hash: &[u8; 32],
        purpose: &str,
        now: Instant,
    ) -> Result<Option<TicketRow>, StoreError> {
        let (secret_hash, purpose) = (*secret_hash, purpose.to_owned());
        Ok(self.engine.write(move |driver| {
            let values = [(&secret_hash).into(), (&purpose).into(), now.into()];
            driver.find(queries::TICKET_TAKE, &values, decode::ticket)
        })?)
    }

    fn ticket(
        &self,
        secret_hash: &[u8; 32],
        purpose: &str,
        now: Instant,
    ) -> Result<Option<TicketRow>, StoreError> {
        let values: [Value<'_>; 3] = [secret_hash.into(), purpose.into(), now.into()];
        Ok(self.one(queries::TICKET_FIND, &values, decode::ticket)?)
    }

    fn forget_expired(&self, now: Instant, unused_since: Instant) -> Result<u64, StoreError> {
        Ok(self.engine.write(move |driver| {
            let sessions = driver.execute(queries::SESSIONS_FORGET, &[unused_since.into()])?;
            let tickets = driver.execute(queries::TICKETS_FORGET, &[now.into()])?;
            Ok(sessions + tickets)
        })?)
    }
}
