//! `/token` and `/userinfo`: what a code is exchanged for, and what an access token opens.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::grants::{Grant, TOKEN_LIFETIME_S};
use super::{Client, Fault, IdentityProvider, forgery, fresh_token, lock};
use crate::chance::{self, ChanceError};
use crate::web::{Fields, Request, Response};

/// The key that signs identity tokens, and its public name.
pub(super) struct Signer {
    key: SigningKey,
    key_id: String,
    x: String,
    y: String,
}

impl Signer {
    pub(super) fn generate() -> Result<Self, ChanceError> {
        let key = loop {
            // A draw outside 1..n is refused; it happens once in 2^32.
            if let Ok(key) = SigningKey::from_slice(&chance::bytes()?) {
                break key;
            }
        };
        let point = key.verifying_key().to_sec1_point(false);
        let coordinate = |bytes: Option<&[u8]>| URL_SAFE_NO_PAD.encode(bytes.unwrap_or_default());
        let (x, y) = (
            coordinate(point.x().map(|x| &x[..])),
            coordinate(point.y().map(|y| &y[..])),
        );
        // The key is named after itself (RFC 7638), so another key never has the same name.
        let thumbprint = Sha256::digest(format!(r#"{{"crv":"P-256","kty":"EC","x":"{x}","y":"{y}"}}"#));
        Ok(Self {
            key,
            key_id: URL_SAFE_NO_PAD.encode(thumbprint),
            x,
            y,
        })
    }

    pub(super) fn public_jwk(&self) -> Value {
        json!({
            "kty": "EC", "crv": "P-256", "alg": "ES256", "use": "sig",
            "kid": self.key_id, "x": self.x, "y": self.y,
        })
    }

    fn sign(&self, claims: &Value) -> String {
        let input = signing_input("ES256", &self.key_id, claims);
        let signature: Signature = self.key.sign(input.as_bytes());
        format!("{input}.{}", URL_SAFE_NO_PAD.encode(signature.to_bytes()))
    }
}

impl std::fmt::Debug for Signer {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Signer")
            .field("key_id", &self.key_id)
            .finish_non_exhaustive()
    }
}

/// The left half of the access token's digest (OpenID Connect Core 3.1.3.6).
pub(super) fn access_token_hash(access_token: &str) -> String {
    let half: Vec<u8> = Sha256::digest(access_token).iter().take(16).copied().collect();
    URL_SAFE_NO_PAD.encode(half)
}

pub(super) fn signing_input(algorithm: &str, key_id: &str, claims: &Value) -> String {
    let header = json!({ "alg": algorithm, "typ": "JWT", "kid": key_id });
    format!(
        "{}.{}",
        URL_SAFE_NO_PAD.encode(header.to_string()),
        URL_SAFE_NO_PAD.encode(claims.to_string())
    )
}

impl IdentityProvider {
    pub(super) fn token(&self, request: &Request<'_>) -> Response {
        let fields = Fields::parse(request.form);
        let refuse = |status, error: &str| Response::json(status, &json!({ "error": error }));
        if fields.get("grant_type") != Some("authorization_code") {
            return refuse(400, "unsupported_grant_type");
        }
        let Some(client) = self.authenticated_client(request, &fields) else {
            return refuse(401, "invalid_client");
        };
        let (Some(code), Some(verifier)) = (fields.get("code"), fields.get("code_verifier")) else {
            return refuse(400, "invalid_request");
        };
        let access_token = match fresh_token() {
            Ok(token) => token,
            Err(response) => return response,
        };
        let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(verifier));
        let redeemed = lock(&self.grants).redeem(code, &access_token, request.now_unix_s, |grant| {
            grant.client_id == client.id
                && grant.code_challenge == challenge
                && fields.get("redirect_uri") == Some(grant.redirect_uri.as_str())
        });
        let Some(grant) = redeemed else {
            return refuse(400, "invalid_grant");
        };
        let mut answer = json!({
            "access_token": access_token, "token_type": "Bearer", "expires_in": TOKEN_LIFETIME_S,
            "scope": "openid profile email phone",
        });
        if !self.has_fault(Fault::NoIdentityToken)
            && let Some(object) = answer.as_object_mut()
        {
            let identity_token = self.identity_token(&grant, &access_token, request.now_unix_s);
            object.insert("id_token".to_owned(), Value::String(identity_token));
        }
        Response::json(200, &answer)
    }

    /// The client that asks, if it is one and knows its secret. A client with a secret may not go without.
    fn authenticated_client(&self, request: &Request<'_>, fields: &Fields) -> Option<&Client> {
        let Some(header) = request.authorization else {
            return self
                .client(fields.get("client_id")?)
                .filter(|client| client.secret.is_none());
        };
        let decoded = STANDARD.decode(header.strip_prefix("Basic ")?).ok()?;
        let (id, secret) = std::str::from_utf8(&decoded).ok()?.split_once(':')?;
        // Both halves are form-encoded before they are joined (RFC 6749 2.3.1).
        let pair = Fields::parse(&format!("id={id}&secret={secret}"));
        self.client(pair.get("id")?)
            .filter(|client| client.secret.as_deref() == pair.get("secret"))
    }

    fn identity_token(&self, grant: &Grant, access_token: &str, now_unix_s: i64) -> String {
        let mut claims = json!({
            "iss": self.issuer,
            "sub": grant.persona_id,
            "aud": grant.client_id,
            "nonce": grant.nonce,
            "acr": self.persona(&grant.persona_id).map(|persona| persona.acr.as_str()),
            "iat": now_unix_s,
            "exp": now_unix_s + TOKEN_LIFETIME_S,
            "auth_time": grant.granted_at_unix_s,
            "at_hash": access_token_hash(access_token),
        });
        let fault = *lock(&self.fault);
        if let Some(fault) = fault {
            forgery::alter(&mut claims, fault, now_unix_s);
        }
        let sign = |claims: &Value| self.signer.sign(claims);
        match fault {
            Some(Fault::AlgorithmNone) => forgery::unsigned(&self.signer.key_id, &claims),
            Some(Fault::AlgorithmSymmetric) => forgery::symmetric(&self.signer.key_id, &claims),
            Some(Fault::BadSignature) => forgery::altered_after(&sign(&claims), &self.signer.key_id, claims),
            _ => sign(&claims),
        }
    }

    pub(super) fn userinfo(&self, request: &Request<'_>) -> Response {
        let grants = lock(&self.grants);
        let persona = request
            .authorization
            .and_then(|header| header.strip_prefix("Bearer "))
            .and_then(|token| grants.persona_behind(token, request.now_unix_s))
            .and_then(|id| self.persona(id));
        let Some(persona) = persona else {
            let mut response = Response::json(401, &json!({ "error": "invalid_token" }));
            response
                .headers
                .push(("www-authenticate", "Bearer error=\"invalid_token\"".to_owned()));
            return response;
        };
        let subject = if self.has_fault(Fault::OtherSubject) {
            "somebody-else"
        } else {
            persona.id.as_str()
        };
        Response::json(
            200,
            &json!({
                "sub": subject,
                "name": persona.name,
                "personal_number": persona.personal_number,
                "birthdate": persona.birth_date,
                "gender": persona.sex.as_claim(),
                "phone_number": persona.phone,
                "phone_number_verified": true,
                "email": persona.email,
                "email_verified": true,
            }),
        )
    }
}
