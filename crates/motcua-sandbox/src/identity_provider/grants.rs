//! What the provider remembers between two requests: codes and access tokens, both short-lived and bounded.

use std::collections::HashMap;

/// How long a code may wait to be redeemed, in seconds.
const CODE_LIFETIME_S: i64 = 60;
/// How long an access token opens `/userinfo`, in seconds.
pub(super) const TOKEN_LIFETIME_S: i64 = 300;
/// How many codes, and how many tokens, are remembered at most.
const ENTRIES_MAX: usize = 10_000;

/// What a person agreed to by picking themselves.
#[derive(Debug, Clone)]
pub(super) struct Grant {
    pub(super) client_id: String,
    pub(super) redirect_uri: String,
    pub(super) code_challenge: String,
    pub(super) nonce: Option<String>,
    pub(super) persona_id: String,
    pub(super) granted_at_unix_s: i64,
}

#[derive(Debug)]
struct Code {
    grant: Grant,
    /// The access token it was redeemed for: kept so that a second use can revoke it (RFC 6749 4.1.2).
    redeemed_for: Option<String>,
}

#[derive(Debug)]
struct Access {
    persona_id: String,
    ends_at_unix_s: i64,
}

/// Codes and access tokens.
#[derive(Debug, Default)]
pub(super) struct Grants {
    codes: HashMap<String, Code>,
    tokens: HashMap<String, Access>,
}

impl Grants {
    /// Remembers a code; false when too many are waiting.
    pub(super) fn remember(&mut self, code: String, grant: Grant) -> bool {
        let now = grant.granted_at_unix_s;
        self.codes
            .retain(|_, waiting| now - waiting.grant.granted_at_unix_s <= TOKEN_LIFETIME_S);
        self.tokens.retain(|_, access| now < access.ends_at_unix_s);
        if self.codes.len() >= ENTRIES_MAX || self.tokens.len() >= ENTRIES_MAX {
            return false;
        }
        self.codes.insert(
            code,
            Code {
                grant,
                redeemed_for: None,
            },
        );
        true
    }

    /// Redeems a code for `access_token` if it is still good and `agrees` with the request. Any attempt
    /// uses the code up; a second one also revokes what the first was given.
    pub(super) fn redeem(
        &mut self,
        code: &str,
        access_token: &str,
        now_unix_s: i64,
        agrees: impl FnOnce(&Grant) -> bool,
    ) -> Option<Grant> {
        let waiting = self.codes.get_mut(code)?;
        if let Some(earlier) = &waiting.redeemed_for {
            self.tokens.remove(earlier);
            return None;
        }
        waiting.redeemed_for = Some(access_token.to_owned());
        let age_s = now_unix_s - waiting.grant.granted_at_unix_s;
        if !(0..=CODE_LIFETIME_S).contains(&age_s) || !agrees(&waiting.grant) {
            return None;
        }
        let grant = waiting.grant.clone();
        let access = Access {
            persona_id: grant.persona_id.clone(),
            ends_at_unix_s: now_unix_s + TOKEN_LIFETIME_S,
        };
        self.tokens.insert(access_token.to_owned(), access);
        Some(grant)
    }

    /// Whose particulars this access token opens now.
    pub(super) fn persona_behind(&self, access_token: &str, now_unix_s: i64) -> Option<&str> {
        let access = self.tokens.get(access_token)?;
        (now_unix_s < access.ends_at_unix_s).then_some(access.persona_id.as_str())
    }
}
