//! Who somebody is: residents by the national account (OpenID Connect), staff by passkeys.

pub mod oidc;
pub mod passkey;
