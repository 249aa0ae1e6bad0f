//! The engine's ports for identity, kept by these gateways: the same words in the engine's types.

#[cfg(test)]
mod tests;

use jiff::Timestamp;
use motcua_domain::id::StaffId;
use motcua_domain::person::{PersonalNumber, Subject};
use motcua_domain::time::{Day, Instant};
use motcua_engine::ports::{
    CeremonyBegun, IdentityFault, PasskeyCeremonies, ResidentSignIn, SignInBegun, SignInReturn,
};
use motcua_engine::rows::{PasskeyRow, StaffRow};
use motcua_engine::session::Identity;

use crate::identity::oidc::{Callback, Claims, IdentityError, OidcClient, SavedSignIn};
use crate::identity::passkey::{Ceremony, PasskeyError, Passkeys, StoredPasskey};

impl ResidentSignIn for OidcClient {
    fn begin(&self, chance: &[u8; 96]) -> Result<SignInBegun, IdentityFault> {
        let begin = Self::begin(self, chance)?;
        Ok(SignInBegun {
            address: begin.authorize_url.into(),
            state: begin.saved.state.clone(),
            saved: begin.saved.to_text(),
        })
    }

    fn finish(
        &self,
        brought: &SignInReturn<'_>,
        saved: &str,
        now: Instant,
    ) -> Result<Identity, IdentityFault> {
        let saved =
            SavedSignIn::from_text(saved).ok_or_else(|| not_proved("what was kept cannot be read"))?;
        let now =
            Timestamp::from_millisecond(now.millis()).map_err(|_| not_proved("the time is out of range"))?;
        let SignInReturn {
            code,
            state,
            error,
            issuer,
        } = *brought;
        let claims = Self::finish(
            self,
            &Callback {
                code,
                state,
                error,
                iss: issuer,
            },
            &saved,
            now,
        )?;
        identity(claims)
    }
}

impl PasskeyCeremonies for Passkeys {
    fn begin_registration(
        &self,
        staff: &StaffRow,
        existing: &[PasskeyRow],
    ) -> Result<CeremonyBegun, IdentityFault> {
        let existing: Vec<StoredPasskey> = existing.iter().map(stored).collect();
        // The device shows this line among the owner's other accounts; the agency tells two posts apart.
        let account = format!("{} · {}", staff.name, staff.agency.as_str());
        Ok(begun(Self::begin_registration(
            self,
            staff.id.raw(),
            &account,
            &staff.name,
            &existing,
        )?))
    }

    fn finish_registration(&self, state: &str, answer: &str) -> Result<(Vec<u8>, String), IdentityFault> {
        let passkey = Self::finish_registration(self, state, answer)?;
        Ok((passkey.credential_id, passkey.payload))
    }

    fn begin_sign_in(&self) -> Result<CeremonyBegun, IdentityFault> {
        Ok(begun(self.begin_discovery()?))
    }

    fn claimed(&self, answer: &str) -> Result<(StaffId, Vec<u8>), IdentityFault> {
        let claimed = Self::claimed(self, answer)?;
        Ok((StaffId::new(claimed.staff), claimed.credential_id))
    }

    fn finish_sign_in(
        &self,
        state: &str,
        answer: &str,
        passkey: &PasskeyRow,
    ) -> Result<Option<String>, IdentityFault> {
        // The signature covers the credential, not the account that the device claims with it.
        if Self::claimed(self, answer)?.staff != passkey.staff.raw() {
            return Err(not_proved("the passkey belongs to another account"));
        }
        let done = self.finish_discovery(state, answer, &stored(passkey))?;
        Ok(done.updated.map(|passkey| passkey.payload))
    }
}

fn identity(claims: Claims) -> Result<Identity, IdentityFault> {
    Ok(Identity {
        subject: Subject {
            issuer: claims.issuer,
            name: claims.subject,
        },
        name: claims
            .name
            .ok_or_else(|| not_proved("the provider gave no name"))?,
        personal_number: claims.personal_number.as_deref().and_then(PersonalNumber::parse),
        born_on: claims
            .birth_date
            .and_then(|date| Day::new(date.year(), date.month(), date.day()).ok()),
        phone: claims.phone,
        email: claims.email,
        // No claim that we ask for carries a residence; the person states it in the case.
        address: None,
    })
}

fn stored(row: &PasskeyRow) -> StoredPasskey {
    StoredPasskey {
        credential_id: row.credential.clone(),
        payload: row.payload.clone(),
    }
}

fn begun(ceremony: Ceremony) -> CeremonyBegun {
    CeremonyBegun {
        options: ceremony.options_json,
        state: ceremony.state,
    }
}

fn not_proved(why: &str) -> IdentityFault {
    IdentityFault::NotProved(why.to_owned())
}

impl From<IdentityError> for IdentityFault {
    fn from(error: IdentityError) -> Self {
        match error {
            IdentityError::Refused(refusal) => Self::NotProved(refusal.to_string()),
            other => Self::Unreachable(other.to_string()),
        }
    }
}

impl From<PasskeyError> for IdentityFault {
    fn from(error: PasskeyError) -> Self {
        Self::NotProved(error.to_string())
    }
}
