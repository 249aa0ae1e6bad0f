//! Identity tokens as an attacker or a broken provider would write them, for [`Fault`]s.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::Fault;
use super::token::{access_token_hash, signing_input};

/// Changes what the token says, before it is signed.
pub(super) fn alter(claims: &mut Value, fault: Fault, now_unix_s: i64) {
    match fault {
        Fault::WrongNonce => set(claims, "nonce", "another sign-in"),
        Fault::WrongAudience => set(claims, "aud", "another-client"),
        Fault::WrongIssuer => set(claims, "iss", "http://elsewhere.localhost"),
        Fault::SwappedAccessToken => set(claims, "at_hash", access_token_hash("another token")),
        Fault::Expired => {
            set(claims, "iat", now_unix_s - 2 * 3600);
            set(claims, "exp", now_unix_s - 3600);
        }
        _ => {}
    }
}

/// A token that says it needs no signature.
pub(super) fn unsigned(key_id: &str, claims: &Value) -> String {
    format!("{}.", signing_input("none", key_id, claims))
}

/// A token under a secret that everybody could know. A relying party refuses the algorithm before it looks
/// at the tag, so any tag will do.
pub(super) fn symmetric(key_id: &str, claims: &Value) -> String {
    let input = signing_input("HS256", key_id, claims);
    format!("{input}.{}", URL_SAFE_NO_PAD.encode(Sha256::digest(&input)))
}

/// Another person's token under the signature of this one.
pub(super) fn altered_after(signed: &str, key_id: &str, mut claims: Value) -> String {
    let signature = signed
        .rsplit_once('.')
        .map(|(_, signature)| signature)
        .unwrap_or_default();
    set(&mut claims, "sub", "somebody-else");
    format!("{}.{signature}", signing_input("ES256", key_id, &claims))
}

fn set(claims: &mut Value, name: &str, value: impl Into<Value>) {
    if let Some(claims) = claims.as_object_mut() {
        claims.insert(name.to_owned(), value.into());
    }
}
