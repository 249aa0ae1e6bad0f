//! The outside world in a box, for the demonstration and for tests.
//!
//! Motcua talks to a national identity provider and to a mail relay. Neither may be needed to try the
//! system out, so this crate stands in for both: [`identity_provider`] speaks OpenID Connect for a
//! handful of invented people, and [`mail_catcher`] speaks SMTP and keeps what it is sent. Both are
//! honest about being a box (every page says SANDBOX in both languages) and both can be told to
//! misbehave, because a gateway is only as good as its answers to a bad day.
//!
//! Nothing here waits on a runtime: pages are plain functions from [`web::Request`] to
//! [`web::Response`], which the binary mounts on its own listener and tests call directly. The sandbox
//! draws chance itself (a key at start, codes and tokens as they are asked for); the time is an argument.

pub mod identity_provider;
pub mod mail_catcher;
pub mod persona;
pub mod web;

mod chance;

pub use identity_provider::{Client, Fault, IdentityProvider};
pub use mail_catcher::{CaughtMail, MailCatcher};
pub use persona::{Persona, Sex};
