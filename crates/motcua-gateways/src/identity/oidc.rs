//! Residents sign in with their electronic identity account (tài khoản định danh điện tử) by OpenID
//! Connect: authorization code, PKCE (S256), state and nonce, and `acr_values` for the level of the account
//! (D69/2024). In the demonstration the provider is the sandbox; in production it is the national one.
//!
//! What the provider says is believed only after its signature (ES256 or RS256), issuer, audience, nonce,
//! time, level and access-token hash have been checked. The time and the chance are arguments.

mod announced;
mod claims;
mod error;
mod exchange;

#[cfg(test)]
pub(crate) mod tests;

use std::sync::{Arc, Mutex, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use jiff::Timestamp;
use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreAuthenticationFlow, CoreClaimName, CoreClaimType,
    CoreClientAuthMethod, CoreErrorResponseType, CoreGenderClaim, CoreGrantType, CoreJsonWebKey,
    CoreJweContentEncryptionAlgorithm, CoreJweKeyManagementAlgorithm, CoreJwsSigningAlgorithm,
    CoreResponseMode, CoreResponseType, CoreRevocableToken, CoreRevocationErrorResponse,
    CoreSubjectIdentifierType, CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AccessTokenHash, AuthenticationContextClass, AuthorizationCode, ClaimsVerificationError, ClientId,
    ClientSecret, CsrfToken, EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet, EndpointSet,
    HttpRequest, HttpResponse, IdTokenClaims, IdTokenFields, IssuerUrl, Nonce, OAuth2TokenResponse as _,
    PkceCodeChallenge, PkceCodeVerifier, ProviderMetadata, RedirectUrl, Scope, SignatureVerificationError,
    StandardErrorResponse, StandardTokenResponse, TokenResponse as _, UserInfoClaims,
};
use sha2::{Digest as _, Sha256};

use crate::http::{HttpClient, HttpError, is_private_line};
use announced::Announced;
pub use claims::Claims;
use claims::Particulars;
pub use error::{IdentityError, SignInRefusal, TokenFault};
pub use exchange::{Begin, Callback, OidcConfig, SavedSignIn};

/// How far the two clocks may be apart, in seconds.
const CLOCK_SKEW_S: i64 = 60;
/// How old an identity token may be when it comes straight from the provider, in seconds.
const TOKEN_AGE_S_MAX: i64 = 600;

type Client = openidconnect::Client<
    Particulars,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    TokenAnswer,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;
type TokenAnswer = StandardTokenResponse<
    IdTokenFields<
        Particulars,
        EmptyExtraTokenFields,
        CoreGenderClaim,
        CoreJweContentEncryptionAlgorithm,
        CoreJwsSigningAlgorithm,
    >,
    CoreTokenType,
>;
/// What a provider says of itself.
type Provider = ProviderMetadata<
    Announced,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;
type VerifiedClaims = IdTokenClaims<Particulars, CoreGenderClaim>;

/// The relying party. One value serves any number of threads; it holds the provider's description and keys
/// once they have been fetched, and fetches again when a token is signed by a key that it does not know.
#[derive(Debug)]
pub struct OidcClient {
    config: OidcConfig,
    issuer: IssuerUrl,
    http: HttpClient,
    provider: Mutex<Option<Arc<Provider>>>,
}

impl OidcClient {
    /// A client that asks the provider about itself when it is first needed, so that the city starts
    /// while the provider is down.
    ///
    /// # Errors
    /// When the issuer or the redirect address cannot be trusted to be private: neither HTTPS nor this machine.
    pub fn new(config: OidcConfig, http: HttpClient) -> Result<Self, IdentityError> {
        let issuer = IssuerUrl::new(config.issuer.clone())
            .map_err(|_| IdentityError::Configuration("the issuer is not an address"))?;
        if !is_private_line(issuer.url()) || !is_private_line(&config.redirect_uri) {
            return Err(IdentityError::Configuration(
                "issuer and redirect address must use https",
            ));
        }
        Ok(Self {
            config,
            issuer,
            http,
            provider: Mutex::new(None),
        })
    }

    /// A client that has already met its provider.
    ///
    /// # Errors
    /// As [`Self::new`], and when the provider cannot be reached or describes itself wrongly.
    pub fn discover(config: OidcConfig, http: HttpClient) -> Result<Self, IdentityError> {
        let client = Self::new(config, http)?;
        client.provider()?;
        Ok(client)
    }

    /// Begins a sign-in. `chance` is 96 fresh random bytes: state, nonce and PKCE verifier.
    ///
    /// # Errors
    /// When the provider has never been reached and still cannot be.
    pub fn begin(&self, chance: &[u8; 96]) -> Result<Begin, IdentityError> {
        let (state, rest) = chance.split_at(32);
        let (nonce, verifier) = rest.split_at(32);
        let [state, nonce, verifier] = [state, nonce, verifier].map(|bytes| URL_SAFE_NO_PAD.encode(bytes));
        let saved = SavedSignIn {
            state,
            nonce,
            pkce_verifier: verifier,
        };
        let challenge =
            PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(saved.pkce_verifier.clone()));
        let provider = self.provider()?;
        let client = self.client(&provider);
        let (state, nonce) = (saved.state.clone(), saved.nonce.clone());
        let mut request = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                move || CsrfToken::new(state),
                move || Nonce::new(nonce),
            )
            .set_pkce_challenge(challenge);
        for scope in &self.config.scopes {
            request = request.add_scope(Scope::new(scope.clone()));
        }
        for acr in &self.config.acr_values {
            request = request.add_auth_context_value(AuthenticationContextClass::new(acr.clone()));
        }
        let (authorize_url, _, _) = request.url();
        Ok(Begin { authorize_url, saved })
    }

    /// Finishes a sign-in: checks that the return belongs to the session, redeems the code, verifies the
    /// identity token and asks for the person's particulars. The caller forgets `saved` before it calls,
    /// so that a return counts once.
    ///
    /// # Errors
    /// [`IdentityError::Refused`] with the reason when the answer is not to be believed or the person
    /// declined; otherwise the provider could not be reached or does not make sense.
    pub fn finish(
        &self,
        callback: &Callback<'_>,
        saved: &SavedSignIn,
        now: Timestamp,
    ) -> Result<Claims, IdentityError> {
        let mut provider = self.provider()?;
        let code = self.check_return(callback, saved, &provider)?;
        let answer = self.redeem(&self.client(&provider), code, saved)?;
        let mut verified = self.verify(&self.client(&provider), &answer, saved, now);
        if matches!(
            verified,
            Err(IdentityError::Refused(SignInRefusal::TokenInvalid(
                TokenFault::UnknownKey
            )))
        ) {
            // The provider may have changed its keys since we met. Ask once; the token does not age by it.
            provider = self.fetch_provider()?;
            verified = self.verify(&self.client(&provider), &answer, saved, now);
        }
        let identity = verified?;
        let particulars = self.particulars(&self.client(&provider), &answer, &identity)?;
        Ok(Claims::gather(
            &identity,
            particulars.as_ref(),
            &self.config.personal_number_claim,
        ))
    }

    fn check_return<'a>(
        &self,
        callback: &Callback<'a>,
        saved: &SavedSignIn,
        provider: &Provider,
    ) -> Result<&'a str, SignInRefusal> {
        if !callback
            .state
            .is_some_and(|state| same_secret(state, &saved.state))
        {
            return Err(SignInRefusal::StateMismatch);
        }
        // Who announces that they name themselves and does not is not who announced it (RFC 9207 2.4).
        let is_named = match callback.iss {
            Some(issuer) => issuer == self.config.issuer,
            None => !provider.additional_metadata().names_itself(),
        };
        if !is_named {
            return Err(SignInRefusal::OtherIssuer);
        }
        match (callback.code, callback.error) {
            (Some(code), None) => Ok(code),
            (_, Some("access_denied")) => Err(SignInRefusal::Declined),
            _ => Err(SignInRefusal::NoCode),
        }
    }

    fn redeem(&self, client: &Client, code: &str, saved: &SavedSignIn) -> Result<TokenAnswer, IdentityError> {
        client
            .exchange_code(AuthorizationCode::new(code.to_owned()))
            .map_err(|_| IdentityError::Provider("it names no token endpoint"))?
            .set_pkce_verifier(PkceCodeVerifier::new(saved.pkce_verifier.clone()))
            .request(&|request: HttpRequest| self.ask(request))
            .map_err(IdentityError::from)
    }

    fn verify(
        &self,
        client: &Client,
        answer: &TokenAnswer,
        saved: &SavedSignIn,
        now: Timestamp,
    ) -> Result<VerifiedClaims, IdentityError> {
        let token = answer.id_token().ok_or(SignInRefusal::TokenMissing)?;
        let now = instant(now)?;
        let verifier = client
            .id_token_verifier()
            .set_allowed_algs([
                CoreJwsSigningAlgorithm::EcdsaP256Sha256,
                CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
            ])
            .set_time_fn(move || now)
            .set_issue_time_verifier_fn(move |issued_at| check_age(issued_at, now))
            .set_auth_context_verifier_fn(|acr| self.check_level(acr));
        let claims = token
            .claims(&verifier, &Nonce::new(saved.nonce.clone()))
            .map_err(refusal)?;
        if let Some(expected) = claims.access_token_hash() {
            let actual = token
                .signing_alg()
                .and_then(|algorithm| Ok((algorithm, token.signing_key(&verifier)?)))
                .ok()
                .and_then(|(algorithm, key)| {
                    AccessTokenHash::from_token(answer.access_token(), algorithm, key).ok()
                });
            if actual.as_ref() != Some(expected) {
                return Err(SignInRefusal::TokenInvalid(TokenFault::AccessToken).into());
            }
        }
        Ok(claims.clone())
    }

    fn check_level(&self, acr: Option<&AuthenticationContextClass>) -> Result<(), String> {
        let good_enough = self.config.acr_values.is_empty()
            || acr.is_some_and(|acr| self.config.acr_values.iter().any(|wanted| wanted == acr.as_str()));
        if good_enough {
            Ok(())
        } else {
            Err("the account's level is too low".to_owned())
        }
    }

    /// The particulars that the provider keeps out of the token, where it offers them. The answer must
    /// speak of the same subject as the token.
    fn particulars(
        &self,
        client: &Client,
        answer: &TokenAnswer,
        identity: &VerifiedClaims,
    ) -> Result<Option<UserInfoClaims<Particulars, CoreGenderClaim>>, IdentityError> {
        let Ok(request) = client.user_info(answer.access_token().clone(), Some(identity.subject().clone()))
        else {
            return Ok(None);
        };
        let claims = request.request(&|request: HttpRequest| self.ask(request))?;
        Ok(Some(claims))
    }

    /// One question to the provider. A server that says it is broken has not answered, whatever it wrote.
    fn ask(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let response = self.http.exchange(request)?;
        let status = response.status();
        if status.is_server_error() {
            Err(HttpError::broken(status))
        } else {
            Ok(response)
        }
    }

    fn client(&self, provider: &Provider) -> Client {
        Client::from_provider_metadata(
            provider.clone(),
            ClientId::new(self.config.client_id.clone()),
            self.config.client_secret.clone().map(ClientSecret::new),
        )
        .set_redirect_uri(RedirectUrl::from_url(self.config.redirect_uri.clone()))
    }

    /// The provider as we know it; met now if this is the first need. A failure is not remembered.
    fn provider(&self) -> Result<Arc<Provider>, IdentityError> {
        let known = self
            .provider
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        known.map_or_else(|| self.fetch_provider(), Ok)
    }

    fn fetch_provider(&self) -> Result<Arc<Provider>, IdentityError> {
        let provider = Provider::discover(&self.issuer, &|request: HttpRequest| self.ask(request))?;
        let endpoints = [
            Some(provider.authorization_endpoint().url()),
            provider.token_endpoint().map(|endpoint| endpoint.url()),
            provider.userinfo_endpoint().map(|endpoint| endpoint.url()),
            Some(provider.jwks_uri().url()),
        ];
        if !endpoints.into_iter().flatten().all(is_private_line) {
            return Err(IdentityError::Provider("it names an endpoint without https"));
        }
        let provider = Arc::new(provider);
        *self.provider.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&provider));
        Ok(provider)
    }
}

/// Compares by digest, so that the time it takes tells nothing about the secret.
fn same_secret(one: &str, other: &str) -> bool {
    Sha256::digest(one) == Sha256::digest(other)
}

fn instant(now: Timestamp) -> Result<DateTime<Utc>, IdentityError> {
    DateTime::from_timestamp(now.as_second(), 0)
        .ok_or(IdentityError::Configuration("the clock is out of range"))
}

fn check_age(issued_at: DateTime<Utc>, now: DateTime<Utc>) -> Result<(), String> {
    let age = now.signed_duration_since(issued_at);
    let tolerable = TimeDelta::seconds(-CLOCK_SKEW_S)..=TimeDelta::seconds(TOKEN_AGE_S_MAX);
    if tolerable.contains(&age) {
        Ok(())
    } else {
        Err("issued too long ago, or in the future".to_owned())
    }
}

fn refusal(error: ClaimsVerificationError) -> IdentityError {
    let fault = match error {
        ClaimsVerificationError::Expired(_) => TokenFault::Time,
        ClaimsVerificationError::InvalidAudience(_) => TokenFault::Audience,
        ClaimsVerificationError::InvalidIssuer(_) => TokenFault::Issuer,
        ClaimsVerificationError::InvalidNonce(_) => TokenFault::Nonce,
        ClaimsVerificationError::InvalidAuthContext(_) => return SignInRefusal::LevelTooLow.into(),
        ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey) => {
            TokenFault::UnknownKey
        }
        ClaimsVerificationError::SignatureVerification(
            SignatureVerificationError::NoSignature
            | SignatureVerificationError::DisallowedAlg(_)
            | SignatureVerificationError::UnsupportedAlg(_),
        ) => TokenFault::Algorithm,
        ClaimsVerificationError::SignatureVerification(_) => TokenFault::Signature,
        _ => TokenFault::Form,
    };
    SignInRefusal::TokenInvalid(fault).into()
}
