//! The world outside: identity by OpenID Connect, passkeys of the staff, mail.
//!
//! A gateway turns the city's words into somebody else's protocol and back. It waits (with a limit), it
//! fails (and says whether trying again can help), and it decides nothing. Synchronous: the engine calls
//! it from a bounded pool, never inside a transaction.

pub mod http;
pub mod identity;
pub mod letters;
pub mod mail;

mod ports;

#[cfg(test)]
mod loopback;

pub use http::HttpClient;
pub use identity::oidc::{OidcClient, OidcConfig};
pub use identity::passkey::{Passkeys, PasskeysConfig};
pub use letters::LetterWriter;
pub use mail::{MailConfig, MailTls, SmtpMailer};
