//! What a sign-in is agreed by, begins with, and comes back with.

use std::fmt;

use url::Url;

/// The relying party's agreement with its provider.
#[derive(Clone)]
pub struct OidcConfig {
    /// The issuer, letter by letter as the provider writes it.
    pub issuer: String,
    /// Our `client_id`.
    pub client_id: String,
    /// Our `client_secret`, where the provider gave one. PKCE is used either way.
    pub client_secret: Option<String>,
    /// Where people come back to, as registered.
    pub redirect_uri: Url,
    /// Scopes besides `openid`.
    pub scopes: Vec<String>,
    /// The account levels that are good enough, the preferred one first; a sign-in at any other is
    /// refused. Empty: any level will do.
    pub acr_values: Vec<String>,
    /// The claim that carries the personal number (số định danh cá nhân); providers differ.
    pub personal_number_claim: String,
}

impl fmt::Debug for OidcConfig {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("OidcConfig")
            .field("issuer", &self.issuer)
            .field("client_id", &self.client_id)
            .field("redirect_uri", &self.redirect_uri.as_str())
            .finish_non_exhaustive()
    }
}

/// A sign-in that has begun: where to send the person, and what to keep in their session until they return.
#[derive(Debug, Clone)]
pub struct Begin {
    /// Where the person's browser goes.
    pub authorize_url: Url,
    /// What only this browser's session may know.
    pub saved: SavedSignIn,
}

/// What a session keeps between leaving and returning. All three are secrets of that session.
#[derive(Clone, PartialEq, Eq)]
pub struct SavedSignIn {
    /// Ties the return to the session that left (RFC 6749 10.12).
    pub state: String,
    /// Ties the identity token to the sign-in (OpenID Connect Core 3.1.2.1).
    pub nonce: String,
    /// Ties the code to whoever asked for it (RFC 7636).
    pub pkce_verifier: String,
}

impl SavedSignIn {
    /// One line of text, to be kept.
    #[must_use]
    pub fn to_text(&self) -> String {
        format!("{}.{}.{}", self.state, self.nonce, self.pkce_verifier)
    }

    /// Reads what [`Self::to_text`] wrote.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let mut parts = text.split('.').map(str::to_owned);
        match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some(state), Some(nonce), Some(pkce_verifier), None) => Some(Self {
                state,
                nonce,
                pkce_verifier,
            }),
            _ => None,
        }
    }
}

impl fmt::Debug for SavedSignIn {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("SavedSignIn").finish_non_exhaustive()
    }
}

/// What the returning browser brought in the query of the redirect address.
#[derive(Debug, Clone, Copy, Default)]
pub struct Callback<'a> {
    /// `code`
    pub code: Option<&'a str>,
    /// `state`
    pub state: Option<&'a str>,
    /// `error`, instead of a code.
    pub error: Option<&'a str>,
    /// `iss`, from providers that send it (RFC 9207).
    pub iss: Option<&'a str>,
}
