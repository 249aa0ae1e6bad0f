//! The world outside: mail, identity by OpenID Connect, passkeys.
