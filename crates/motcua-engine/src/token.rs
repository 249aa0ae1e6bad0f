//! Tokens of programs (mã truy cập): a program that shows one acts for its holder, with the holder's rights and no
//! others. The token is shown once; the store keeps its hash.

use motcua_domain::access::{Action, Actor, may_in_office};
use motcua_domain::id::{StaffId, TokenId};

use crate::changes::EventRecord;
use crate::engine::{Engine, UseError};
use crate::rows::{SessionHolder, TokenRow};
use crate::session::{Secret, SignedIn};
use crate::staffing::office_author;

impl Engine {
    /// A token for programs that act for this holder until `lasts_millis` have passed. It exists for the demonstration
    /// and for tests; a real city makes tokens by [`Engine::make_token`], which is on record.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn issue_api_token(&self, who: SessionHolder, lasts_millis: i64) -> Result<Secret, UseError> {
        Ok(self.keep_token(who, "", lasts_millis)?.1)
    }

    /// A token with which a program acts for a member of staff until `lasts_millis` have passed. Who made it is on
    /// record before it exists.
    ///
    /// # Errors
    /// Denied unless the actor's office is to manage accounts; not found if there is no such active member.
    pub fn make_token(
        &self,
        actor: &Actor,
        staff: StaffId,
        name: &str,
        lasts_millis: i64,
    ) -> Result<(TokenId, Secret), UseError> {
        may_in_office(actor, Action::ManageStaff).map_err(UseError::Denied)?;
        let known = self.store.staff(staff)?.filter(|staff| staff.is_active);
        known.ok_or(UseError::NotFound)?;
        self.record_of_staff(staff, self.token_event(actor, "token_made"), Vec::new())?;
        self.keep_token(SessionHolder::Staff(staff), name, lasts_millis)
    }

    /// Every token that is good or was, newest first, with its holder's name. No secret is among it.
    ///
    /// # Errors
    /// Denied unless the actor's office is to manage accounts.
    pub fn tokens(&self, actor: &Actor) -> Result<Vec<(TokenRow, String)>, UseError> {
        may_in_office(actor, Action::ManageStaff).map_err(UseError::Denied)?;
        let mut named = Vec::new();
        for token in self.store.tokens()? {
            let holder = self.holder(token.who)?;
            let name = holder.map_or_else(String::new, |holder| holder.name().to_owned());
            named.push((token, name));
        }
        Ok(named)
    }

    /// Takes a token back: from the next request on it is worth nothing.
    ///
    /// # Errors
    /// Denied unless the actor's office is to manage accounts; not found if no good token has this id.
    pub fn revoke_token(&self, actor: &Actor, id: TokenId) -> Result<(), UseError> {
        may_in_office(actor, Action::ManageStaff).map_err(UseError::Denied)?;
        let known = self.store.tokens()?.into_iter().find(|token| token.id == id);
        let token = known.ok_or(UseError::NotFound)?;
        if !self.store.revoke_token(id, self.clock.now())? {
            return Err(UseError::NotFound);
        }
        match token.who {
            SessionHolder::Staff(staff) => {
                self.record_of_staff(staff, self.token_event(actor, "token_revoked"), Vec::new())
            }
            SessionHolder::Person(_) => Ok(()),
        }
    }

    /// Who a program's token stands for, while it is good and its holder may sign in.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn bearer(&self, secret: &Secret) -> Result<Option<SignedIn>, UseError> {
        let now = self.clock.now();
        let known = self.store.token(&secret.hash())?;
        let good = known.filter(|token| token.revoked_at.is_none() && token.expires_at >= now);
        good.map_or(Ok(None), |token| self.holder(token.who))
    }

    fn keep_token(
        &self,
        who: SessionHolder,
        name: &str,
        lasts_millis: i64,
    ) -> Result<(TokenId, Secret), UseError> {
        let now = self.clock.now();
        let secret = Secret::new(self.chance.secret());
        let id = TokenId::new(self.chance.id(now));
        self.store.keep_token(&TokenRow {
            id,
            token_hash: secret.hash(),
            name: name.to_owned(),
            who,
            made_at: now,
            expires_at: now.plus_millis(lasts_millis),
            revoked_at: None,
        })?;
        Ok((id, secret))
    }

    fn token_event(&self, actor: &Actor, name: &str) -> EventRecord {
        EventRecord {
            at: self.clock.now(),
            by: office_author(actor),
            name: name.to_owned(),
            format: 1,
            payload: "{}".to_owned(),
            legal_ground: "HN 3.1".to_owned(),
        }
    }
}
