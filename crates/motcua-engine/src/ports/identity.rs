//! Who people are: residents by OpenID Connect, staff by passkeys. The protocols are the gateways'.

use motcua_domain::id::StaffId;
use motcua_domain::time::Instant;
use thiserror::Error;

use crate::rows::{PasskeyRow, StaffRow};
use crate::session::Identity;

/// Somebody who vouches for residents (hệ thống định danh).
pub trait ResidentSignIn: Send + Sync {
    /// Begins a sign-in: where the browser goes, and what must be kept until it comes back.
    ///
    /// # Errors
    /// [`IdentityFault`] if the provider cannot be reached.
    fn begin(&self, chance: &[u8; 96]) -> Result<SignInBegun, IdentityFault>;

    /// Finishes it with what the browser brings back.
    ///
    /// # Errors
    /// [`IdentityFault`] if the return does not belong to what was kept, or the provider's word cannot be trusted.
    fn finish(
        &self,
        brought: &SignInReturn<'_>,
        saved: &str,
        now: Instant,
    ) -> Result<Identity, IdentityFault>;
}

/// See [`ResidentSignIn::begin`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignInBegun {
    /// Where the browser goes.
    pub address: String,
    /// The state that comes back with the browser, and finds what was kept.
    pub state: String,
    /// What must be kept.
    pub saved: String,
}

/// What the browser brings back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignInReturn<'a> {
    /// The code.
    pub code: Option<&'a str>,
    /// The state.
    pub state: Option<&'a str>,
    /// The provider's error, instead of a code.
    pub error: Option<&'a str>,
    /// Who says that they sent the browser back (RFC 9207).
    pub issuer: Option<&'a str>,
}

/// Passkeys of the staff.
pub trait PasskeyCeremonies: Send + Sync {
    /// Begins the enrolment of a passkey.
    ///
    /// # Errors
    /// [`IdentityFault`].
    fn begin_registration(
        &self,
        staff: &StaffRow,
        existing: &[PasskeyRow],
    ) -> Result<CeremonyBegun, IdentityFault>;

    /// Finishes it: the credential id and what is to be kept.
    ///
    /// # Errors
    /// [`IdentityFault`].
    fn finish_registration(&self, state: &str, answer: &str) -> Result<(Vec<u8>, String), IdentityFault>;

    /// Begins a sign-in with whatever passkey the device offers.
    ///
    /// # Errors
    /// [`IdentityFault`].
    fn begin_sign_in(&self) -> Result<CeremonyBegun, IdentityFault>;

    /// Whom the device claims to be, not yet proved.
    ///
    /// # Errors
    /// [`IdentityFault`].
    fn claimed(&self, answer: &str) -> Result<(StaffId, Vec<u8>), IdentityFault>;

    /// Proves it; gives the passkey as it must be kept from now on, if it has changed.
    ///
    /// # Errors
    /// [`IdentityFault`].
    fn finish_sign_in(
        &self,
        state: &str,
        answer: &str,
        passkey: &PasskeyRow,
    ) -> Result<Option<String>, IdentityFault>;
}

/// The beginning of a ceremony.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CeremonyBegun {
    /// For the browser, as JSON.
    pub options: String,
    /// To be kept, secret, for one attempt.
    pub state: String,
}

/// Somebody's identity could not be established.
#[derive(Debug, Error)]
pub enum IdentityFault {
    /// The person or their device said no, or the proof does not hold.
    #[error("not proved: {0}")]
    NotProved(String),
    /// The provider cannot be reached now.
    #[error("provider: {0}")]
    Unreachable(String),
}
