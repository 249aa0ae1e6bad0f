//! A passkey device in software, with its browser: what WebAuthn Level 3 has them send, and nothing else.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

const OWNER_PRESENT: u8 = 0x01;
const OWNER_VERIFIED: u8 = 0x04;
const KEY_ATTACHED: u8 = 0x40;

#[derive(Clone)]
pub(crate) struct Authenticator {
    pub(crate) origin: String,
    pub(crate) verifies_owner: bool,
    relying_party_id: String,
    key: SigningKey,
    credential_id: Vec<u8>,
    owner: Option<String>,
    counter: u32,
}

impl Authenticator {
    pub(crate) fn new(relying_party_id: &str, origin: &str) -> Self {
        Self::with_key(relying_party_id, origin, 1)
    }

    pub(crate) fn second(relying_party_id: &str, origin: &str) -> Self {
        Self::with_key(relying_party_id, origin, 2)
    }

    fn with_key(relying_party_id: &str, origin: &str, number: u8) -> Self {
        Self {
            origin: origin.to_owned(),
            verifies_owner: true,
            relying_party_id: relying_party_id.to_owned(),
            key: SigningKey::from_slice(&[number; 32]).unwrap(),
            credential_id: vec![number; 16],
            owner: None,
            counter: 0,
        }
    }

    /// Signs with another device's key from now on.
    pub(crate) fn take_key_of(&mut self, other: &Self) {
        self.key = other.key.clone();
    }

    /// Answers `navigator.credentials.create`.
    pub(crate) fn register(&mut self, options_json: &str) -> String {
        let options: Value = serde_json::from_str(options_json).unwrap();
        self.owner = Some(options["publicKey"]["user"]["id"].as_str().unwrap().to_owned());
        let client_data = self.client_data("webauthn.create", &options);
        let mut data = self.authenticator_data(KEY_ATTACHED);
        data.extend([0; 16]);
        data.extend(u16::try_from(self.credential_id.len()).unwrap().to_be_bytes());
        data.extend(&self.credential_id);
        data.extend(self.cose_key());
        // {"fmt": "none", "attStmt": {}, "authData": bytes} in CBOR.
        let mut attestation = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x59".to_vec();
        attestation.extend(u16::try_from(data.len()).unwrap().to_be_bytes());
        attestation.extend(data);
        self.answer(&json!({
            "attestationObject": URL_SAFE_NO_PAD.encode(attestation),
            "clientDataJSON": URL_SAFE_NO_PAD.encode(client_data),
        }))
    }

    /// Answers `navigator.credentials.get`.
    pub(crate) fn sign_in(&mut self, options_json: &str) -> String {
        let options: Value = serde_json::from_str(options_json).unwrap();
        let client_data = self.client_data("webauthn.get", &options);
        self.counter += 1;
        let data = self.authenticator_data(0);
        let signed = [data.as_slice(), Sha256::digest(&client_data).as_slice()].concat();
        let signature: Signature = self.key.sign(&signed);
        self.answer(&json!({
            "authenticatorData": URL_SAFE_NO_PAD.encode(data),
            "clientDataJSON": URL_SAFE_NO_PAD.encode(client_data),
            "signature": URL_SAFE_NO_PAD.encode(signature.to_der().to_bytes()),
            "userHandle": self.owner,
        }))
    }

    fn answer(&self, response: &Value) -> String {
        let id = URL_SAFE_NO_PAD.encode(&self.credential_id);
        json!({
            "id": id, "rawId": id, "type": "public-key", "clientExtensionResults": {}, "response": response,
        })
        .to_string()
    }

    fn client_data(&self, kind: &str, options: &Value) -> Vec<u8> {
        let challenge = &options["publicKey"]["challenge"];
        json!({ "type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false })
            .to_string()
            .into_bytes()
    }

    fn authenticator_data(&self, flags: u8) -> Vec<u8> {
        let verified = if self.verifies_owner { OWNER_VERIFIED } else { 0 };
        let mut data = Sha256::digest(&self.relying_party_id).to_vec();
        data.push(flags | OWNER_PRESENT | verified);
        data.extend(self.counter.to_be_bytes());
        data
    }

    /// The public key as a COSE map: EC2, ES256, P-256, x, y.
    fn cose_key(&self) -> Vec<u8> {
        let point = self.key.verifying_key().to_sec1_point(false);
        let mut key = vec![0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20];
        key.extend_from_slice(point.x().unwrap());
        key.extend([0x22, 0x58, 0x20]);
        key.extend_from_slice(point.y().unwrap());
        key
    }
}
