//! An OpenID provider for invented people: what VNeID is to the real system.
//!
//! It speaks the authorization code flow of OpenID Connect Core 1.0 with PKCE (RFC 7636, S256 and nothing
//! else), for clients that it was told about and redirect addresses that match to the letter. A person is
//! picked from a page instead of proving anything. The identity token says who and how surely; the personal
//! particulars (personal number, name, birth date, telephone, e-mail) come from `/userinfo` alone, as from a
//! provider that keeps personal data out of tokens.
//!
//! The signing key is drawn at start and lives in memory, so restarting the sandbox rotates the key: a
//! relying party that cannot cope is found out early.

mod authorize;
mod forgery;
mod grants;
mod token;

#[cfg(test)]
mod tests;

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::json;

use crate::chance::{self, ChanceError};
use crate::persona::Persona;
use crate::web::{Request, Response, STYLE_PATH};
use grants::Grants;
use token::Signer;

/// A relying party that the provider knows.
#[derive(Debug, Clone)]
pub struct Client {
    /// The `client_id`.
    pub id: String,
    /// The `client_secret`, for a client that has one; it then must use it (HTTP Basic).
    pub secret: Option<String>,
    /// Addresses a person may be sent back to; compared letter by letter.
    pub redirect_uris: Vec<String>,
}

/// A way to misbehave, for tests of the relying party.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The identity token answers another sign-in.
    WrongNonce,
    /// The identity token is made out to another client.
    WrongAudience,
    /// The identity token claims to come from another issuer.
    WrongIssuer,
    /// The identity token ran out an hour ago.
    Expired,
    /// The identity token was altered after signing.
    BadSignature,
    /// The identity token is not signed and says so (`alg: none`).
    AlgorithmNone,
    /// The identity token is authenticated by a key that everybody can read (`alg: HS256`).
    AlgorithmSymmetric,
    /// The access token is not the one that the identity token speaks of (`at_hash`).
    SwappedAccessToken,
    /// `/userinfo` speaks of somebody else.
    OtherSubject,
    /// `/token` forgets the identity token.
    NoIdentityToken,
    /// Every address answers 503.
    Unavailable,
    /// Discovery sends the client elsewhere (302), as a hijacked host would.
    Redirecting,
}

/// The provider. One value serves any number of threads.
#[derive(Debug)]
pub struct IdentityProvider {
    issuer: String,
    clients: Vec<Client>,
    personas: Vec<Persona>,
    signer: Signer,
    grants: Mutex<Grants>,
    fault: Mutex<Option<Fault>>,
}

impl IdentityProvider {
    /// A provider under `issuer` (an origin such as `http://id.localhost:8082`, without a slash at the end)
    /// for these clients and people.
    ///
    /// # Errors
    /// When the operating system gives no randomness for the signing key.
    pub fn new(issuer: &str, clients: Vec<Client>, personas: Vec<Persona>) -> Result<Self, ChanceError> {
        Ok(Self {
            issuer: issuer.trim_end_matches('/').to_owned(),
            clients,
            personas,
            signer: Signer::generate()?,
            grants: Mutex::new(Grants::default()),
            fault: Mutex::new(None),
        })
    }

    /// The people who can be picked.
    #[must_use]
    pub fn personas(&self) -> &[Persona] {
        &self.personas
    }

    /// Misbehaves in this way from now on; `None` ends it.
    pub fn misbehave(&self, fault: Option<Fault>) {
        *lock(&self.fault) = fault;
    }

    /// Answers one request. Never fails: a broken request is answered as such.
    #[must_use]
    pub fn handle(&self, request: &Request<'_>) -> Response {
        if self.has_fault(Fault::Unavailable) {
            return Response::sorry(503, "Hệ thống đang bảo trì", "Out of order, on purpose");
        }
        match (request.path, request.method) {
            ("/.well-known/openid-configuration", "GET") => self.discovery(),
            ("/jwks", "GET") => Response::json(200, &json!({ "keys": [self.signer.public_jwk()] })),
            ("/authorize", "GET") => self.ask_who(request),
            ("/authorize", "POST") => self.answer_who(request),
            ("/token", "POST") => self.token(request),
            ("/userinfo", "GET" | "POST") => self.userinfo(request),
            (STYLE_PATH, "GET") => Response::style(),
            ("/.well-known/openid-configuration" | "/jwks" | STYLE_PATH, _) => {
                Response::method_not_allowed("GET")
            }
            ("/authorize" | "/userinfo", _) => Response::method_not_allowed("GET, POST"),
            ("/token", _) => Response::method_not_allowed("POST"),
            _ => Response::not_found(),
        }
    }

    fn discovery(&self) -> Response {
        if self.has_fault(Fault::Redirecting) {
            let mut response = Response::redirect(format!("{}/jwks", self.issuer));
            response.status = 302;
            return response;
        }
        let issuer = &self.issuer;
        Response::json(
            200,
            &json!({
                "issuer": issuer,
                "authorization_endpoint": format!("{issuer}/authorize"),
                "token_endpoint": format!("{issuer}/token"),
                "userinfo_endpoint": format!("{issuer}/userinfo"),
                "jwks_uri": format!("{issuer}/jwks"),
                "response_types_supported": ["code"],
                "response_modes_supported": ["query"],
                "grant_types_supported": ["authorization_code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["ES256"],
                "token_endpoint_auth_methods_supported": ["none", "client_secret_basic"],
                "code_challenge_methods_supported": ["S256"],
                "scopes_supported": ["openid", "profile", "email", "phone"],
                "claims_supported": ["sub", "acr", "name", "personal_number", "birthdate", "gender", "phone_number", "email"],
                "acr_values_supported": self.assurance_levels(),
                "authorization_response_iss_parameter_supported": true,
            }),
        )
    }

    fn assurance_levels(&self) -> Vec<&str> {
        let mut levels: Vec<&str> = self.personas.iter().map(|persona| persona.acr.as_str()).collect();
        levels.sort_unstable();
        levels.dedup();
        levels
    }

    fn client(&self, id: &str) -> Option<&Client> {
        self.clients.iter().find(|client| client.id == id)
    }

    fn persona(&self, id: &str) -> Option<&Persona> {
        self.personas.iter().find(|persona| persona.id == id)
    }

    fn has_fault(&self, fault: Fault) -> bool {
        *lock(&self.fault) == Some(fault)
    }
}

/// The sandbox keeps serving after a panic in another thread: what it guards is whole between statements.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn fresh_token() -> Result<String, Response> {
    chance::token()
        .map_err(|error| Response::sorry(500, "Máy không lấy được số ngẫu nhiên", &error.to_string()))
}
