//! Sessions and tickets. Only hashes of what their holders show come this far.

use motcua_domain::id::TokenId;
use motcua_domain::time::Instant;
use motcua_engine::ports::{SessionStore, StoreError};
use motcua_engine::rows::{SessionHolder, SessionRow, TicketRow, TokenRow};

use super::SqlStore;
use crate::driver::Value;
use crate::engine::Engine;
use crate::{decode, queries};

/// Who holds a session or a token, in two columns.
fn holder(who: SessionHolder) -> (&'static str, String) {
    match who {
        SessionHolder::Person(person) => ("person", person.to_string()),
        SessionHolder::Staff(staff) => ("staff", staff.to_string()),
    }
}

impl<E: Engine> SessionStore for SqlStore<E> {
    fn begin_session(&self, session: &SessionRow) -> Result<(), StoreError> {
        let session = session.clone();
        Ok(self.engine.write(move |driver| {
            let (kind, holder) = holder(session.who);
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

    fn keep_token(&self, token: &TokenRow) -> Result<(), StoreError> {
        let token = token.clone();
        Ok(self.engine.write(move |driver| {
            let (kind, holder) = holder(token.who);
            let values = [
                Value::printed(token.id),
                (&token.token_hash).into(),
                (&token.name).into(),
                kind.into(),
                holder.into(),
                token.made_at.into(),
                token.expires_at.into(),
                Value::maybe(token.revoked_at),
            ];
            driver.execute(queries::TOKEN_KEEP, &values).map(|_| ())
        })?)
    }

    fn token(&self, token_hash: &[u8; 32]) -> Result<Option<TokenRow>, StoreError> {
        Ok(self.one(queries::TOKEN_FIND, &[token_hash.into()], decode::token)?)
    }

    fn tokens(&self) -> Result<Vec<TokenRow>, StoreError> {
        Ok(self.all(queries::TOKENS, &[], decode::token)?)
    }

    fn revoke_token(&self, id: TokenId, at: Instant) -> Result<bool, StoreError> {
        Ok(self.engine.write(move |driver| {
            let touched = driver.execute(queries::TOKEN_REVOKE, &[at.into(), Value::printed(id)])?;
            Ok(touched == 1)
        })?)
    }

    fn forget_expired(&self, now: Instant, unused_since: Instant) -> Result<u64, StoreError> {
        Ok(self.engine.write(move |driver| {
            let sessions = driver.execute(queries::SESSIONS_FORGET, &[unused_since.into()])?;
            let tickets = driver.execute(queries::TICKETS_FORGET, &[now.into()])?;
            Ok(sessions + tickets)
        })?)
    }
}
