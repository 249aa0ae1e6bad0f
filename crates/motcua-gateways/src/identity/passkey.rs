//! Staff sign in by passkeys (khoá truy cập): a key pair in the officer's device, unlocked by finger, face or
//! PIN, bound to the staff origin, so that there is no password to lose or to be tricked out of (ASVS 6.3.3).
//!
//! A ceremony has two halves. Between them its state stays on our side, in the session, as opaque text;
//! the browser is given the options as JSON and answers with the JSON of its credential. User verification
//! is always required. The challenge is drawn inside the library, which offers no other way.

#[cfg(test)]
pub(crate) mod tests;

use serde::{Deserialize, Serialize};
use url::Url;
use uuid::Uuid;
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey, PasskeyAuthentication, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Webauthn, WebauthnBuilder, WebauthnError,
};

/// Where passkeys are valid.
#[derive(Debug, Clone)]
pub struct PasskeysConfig {
    /// The domain that a passkey is bound to, such as `staff.localhost`; it can never change.
    pub relying_party_id: String,
    /// The origin that the staff's browsers show, such as `http://staff.localhost:8081`.
    pub origin: Url,
    /// The name that devices show.
    pub name: String,
}

/// A ceremony whose first half is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ceremony {
    /// For the browser: the argument of `navigator.credentials.create` or `.get`, as JSON
    /// (`PublicKeyCredential.parseCreationOptionsFromJSON` reads its `publicKey`).
    pub options_json: String,
    /// For the session: opaque, secret, good for one attempt.
    pub state: String,
}

/// A passkey as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredPasskey {
    /// The credential's id: what a browser names it by, and the key of its row.
    pub credential_id: Vec<u8>,
    /// The credential itself (public key, counter, flags) as JSON.
    pub payload: String,
}

/// A successful sign-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasskeySignIn {
    /// Which passkey it was.
    pub credential_id: Vec<u8>,
    /// The passkey as it is to be kept from now on, if its counter or flags have moved. Counters catch
    /// copied keys only if this is stored.
    pub updated: Option<StoredPasskey>,
}

/// Who says they are signing in, before anything is proved: to look their passkeys up by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimedIdentity {
    /// The staff account that the passkey was enrolled for.
    pub staff: Uuid,
    /// The passkey that was used.
    pub credential_id: Vec<u8>,
}

/// A ceremony that came to nothing.
#[derive(Debug, thiserror::Error)]
pub enum PasskeyError {
    /// The browser's answer is not what it should be: wrong challenge, origin, signature, counter or key,
    /// or no user verification.
    #[error("the passkey was refused: {0}")]
    Refused(WebauthnError),
    /// The browser's answer cannot be read.
    #[error("the browser's answer cannot be read")]
    Unreadable,
    /// What we kept cannot be read, or belongs to another kind of ceremony.
    #[error("the kept state or passkey cannot be read")]
    State,
    /// The relying party's id and origin do not fit together.
    #[error("passkey configuration: {0}")]
    Configuration(WebauthnError),
}

/// What a session keeps between the halves of a ceremony. Named by kind, so that the state of one ceremony
/// cannot finish another. A wire format.
#[derive(Serialize, Deserialize)]
enum State {
    Registration(PasskeyRegistration),
    Authentication(PasskeyAuthentication),
    Discovery(DiscoverableAuthentication),
}

/// The relying party for staff passkeys.
#[derive(Debug)]
pub struct Passkeys {
    webauthn: Webauthn,
}

impl Passkeys {
    /// A relying party.
    ///
    /// # Errors
    /// When the origin's domain is neither the relying party's id nor below it.
    pub fn new(config: &PasskeysConfig) -> Result<Self, PasskeyError> {
        WebauthnBuilder::new(&config.relying_party_id, &config.origin)
            .and_then(|builder| builder.rp_name(&config.name).build())
            .map(|webauthn| Self { webauthn })
            .map_err(PasskeyError::Configuration)
    }

    /// Begins to enrol a passkey for a staff account. `account` and `display_name` are what the device will
    /// show; passkeys in `existing` are not enrolled twice. The passkey is asked to be discoverable, so that
    /// its owner need not type an account.
    ///
    /// # Errors
    /// When the library cannot draw a challenge.
    pub fn begin_registration(
        &self,
        staff: Uuid,
        account: &str,
        display_name: &str,
        existing: &[StoredPasskey],
    ) -> Result<Ceremony, PasskeyError> {
        let known = existing
            .iter()
            .map(|passkey| passkey.credential_id.clone())
            .collect();
        let (options, state) = self
            .webauthn
            .start_passkey_registration(staff, account, display_name, Some(known))
            .map_err(PasskeyError::Refused)?;
        let mut options = serde_json::to_value(options).map_err(|_| PasskeyError::State)?;
        // The library leaves this to chance ("discouraged"); signing in without an account needs it.
        if let Some(selection) = options.pointer_mut("/publicKey/authenticatorSelection")
            && let Some(selection) = selection.as_object_mut()
        {
            selection.insert("residentKey".to_owned(), "required".into());
            selection.insert("requireResidentKey".to_owned(), true.into());
        }
        Ok(Ceremony {
            options_json: options.to_string(),
            state: encode(&State::Registration(state))?,
        })
    }

    /// Finishes an enrolment with the browser's answer. The caller checks that no other account holds the
    /// same credential id.
    ///
    /// # Errors
    /// [`PasskeyError::Refused`] with the reason, or what cannot be read.
    pub fn finish_registration(&self, state: &str, answer_json: &str) -> Result<StoredPasskey, PasskeyError> {
        let State::Registration(state) = decode(state)? else {
            return Err(PasskeyError::State);
        };
        let answer: RegisterPublicKeyCredential =
            serde_json::from_str(answer_json).map_err(|_| PasskeyError::Unreadable)?;
        let passkey = self
            .webauthn
            .finish_passkey_registration(&answer, &state)
            .map_err(PasskeyError::Refused)?;
        stored(&passkey)
    }

    /// Begins a sign-in by a known account: any of its passkeys will do.
    ///
    /// # Errors
    /// [`PasskeyError::State`] if a passkey cannot be read, [`PasskeyError::Refused`] if there is none.
    pub fn begin_authentication(&self, passkeys: &[StoredPasskey]) -> Result<Ceremony, PasskeyError> {
        let passkeys = passkeys.iter().map(opened).collect::<Result<Vec<Passkey>, _>>()?;
        if passkeys.is_empty() {
            return Err(PasskeyError::Refused(WebauthnError::CredentialNotFound));
        }
        let (options, state) = self
            .webauthn
            .start_passkey_authentication(&passkeys)
            .map_err(PasskeyError::Refused)?;
        Ok(Ceremony {
            options_json: serde_json::to_string(&options).map_err(|_| PasskeyError::State)?,
            state: encode(&State::Authentication(state))?,
        })
    }

    /// Finishes a sign-in by a known account. `passkeys` are the account's as they are kept now.
    ///
    /// # Errors
    /// [`PasskeyError::Refused`] with the reason, or what cannot be read.
    pub fn finish_authentication(
        &self,
        state: &str,
        answer_json: &str,
        passkeys: &[StoredPasskey],
    ) -> Result<PasskeySignIn, PasskeyError> {
        let State::Authentication(state) = decode(state)? else {
            return Err(PasskeyError::State);
        };
        let answer = answer(answer_json)?;
        let result = self
            .webauthn
            .finish_passkey_authentication(&answer, &state)
            .map_err(PasskeyError::Refused)?;
        let used = passkeys
            .iter()
            .find(|passkey| passkey.credential_id.as_slice() == result.cred_id().as_slice());
        let used = used.ok_or(PasskeyError::Refused(WebauthnError::CredentialNotFound))?;
        sign_in(used, &result)
    }

    /// Begins a sign-in by whatever passkey the device offers for this city: no account is typed.
    ///
    /// # Errors
    /// When the library cannot draw a challenge.
    pub fn begin_discovery(&self) -> Result<Ceremony, PasskeyError> {
        let (mut options, state) = self
            .webauthn
            .start_discoverable_authentication()
            .map_err(PasskeyError::Refused)?;
        // A button is pressed, so the device asks at once instead of filling a form in passing.
        options.mediation = None;
        Ok(Ceremony {
            options_json: serde_json::to_string(&options).map_err(|_| PasskeyError::State)?,
            state: encode(&State::Discovery(state))?,
        })
    }

    /// Who the answer to [`Self::begin_discovery`] claims to be. Nothing is proved by it yet.
    ///
    /// # Errors
    /// When the answer names no account, or cannot be read.
    pub fn claimed(&self, answer_json: &str) -> Result<ClaimedIdentity, PasskeyError> {
        let answer = answer(answer_json)?;
        let (staff, credential_id) = self
            .webauthn
            .identify_discoverable_authentication(&answer)
            .map_err(PasskeyError::Refused)?;
        Ok(ClaimedIdentity {
            staff,
            credential_id: credential_id.to_vec(),
        })
    }

    /// Finishes a sign-in without an account against the passkey that the claimed account holds.
    ///
    /// # Errors
    /// [`PasskeyError::Refused`] with the reason, or what cannot be read.
    pub fn finish_discovery(
        &self,
        state: &str,
        answer_json: &str,
        passkey: &StoredPasskey,
    ) -> Result<PasskeySignIn, PasskeyError> {
        let State::Discovery(state) = decode(state)? else {
            return Err(PasskeyError::State);
        };
        let key = opened(passkey)?;
        let result = self
            .webauthn
            .finish_discoverable_authentication_v2(&answer(answer_json)?, state, &key)
            .map_err(PasskeyError::Refused)?;
        sign_in(passkey, &result)
    }
}

fn sign_in(
    used: &StoredPasskey,
    result: &webauthn_rs::prelude::AuthenticationResult,
) -> Result<PasskeySignIn, PasskeyError> {
    let mut passkey = opened(used)?;
    let changed = passkey.update_credential(result).unwrap_or(false);
    let updated = if changed { Some(stored(&passkey)?) } else { None };
    Ok(PasskeySignIn {
        credential_id: used.credential_id.clone(),
        updated,
    })
}

fn answer(json: &str) -> Result<PublicKeyCredential, PasskeyError> {
    serde_json::from_str(json).map_err(|_| PasskeyError::Unreadable)
}

fn stored(passkey: &Passkey) -> Result<StoredPasskey, PasskeyError> {
    let payload = serde_json::to_string(passkey).map_err(|_| PasskeyError::State)?;
    Ok(StoredPasskey {
        credential_id: passkey.cred_id().to_vec(),
        payload,
    })
}

fn opened(passkey: &StoredPasskey) -> Result<Passkey, PasskeyError> {
    serde_json::from_str(&passkey.payload).map_err(|_| PasskeyError::State)
}

fn encode(state: &State) -> Result<String, PasskeyError> {
    serde_json::to_string(state).map_err(|_| PasskeyError::State)
}

fn decode(state: &str) -> Result<State, PasskeyError> {
    serde_json::from_str(state).map_err(|_| PasskeyError::State)
}
