//! Why a sign-in did not happen. Nothing here carries what the provider said about a person.

use openidconnect::core::CoreErrorResponseType;
use openidconnect::{
    ClaimsVerificationError, DiscoveryError, RequestTokenError, StandardErrorResponse, UserInfoError,
};

use crate::http::HttpError;

/// A sign-in that did not happen.
#[derive(Debug, thiserror::Error)]
pub enum IdentityError {
    /// The rule says no: the reason is for the person.
    #[error("sign-in refused: {0}")]
    Refused(#[from] SignInRefusal),
    /// The provider cannot be reached or is out of order; trying again later can help.
    #[error("the identity provider cannot be reached: {0}")]
    Unavailable(String),
    /// The provider answers, but not as OpenID Connect would; somebody has to look.
    #[error("the identity provider makes no sense: {0}")]
    Provider(&'static str),
    /// Our own configuration is wrong.
    #[error("identity configuration: {0}")]
    Configuration(&'static str),
}

/// Why a return from the provider is not a sign-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SignInRefusal {
    /// The return does not belong to this session: a stale page, or somebody else's link.
    #[error("the return does not belong to this session")]
    StateMismatch,
    /// The answer names another provider than the one that was asked (mix-up, RFC 9207).
    #[error("the answer comes from another provider")]
    OtherIssuer,
    /// The person chose not to sign in.
    #[error("the person declined")]
    Declined,
    /// The provider sent no code.
    #[error("the provider sent no code")]
    NoCode,
    /// The code was used, ran out, or was not asked for by us.
    #[error("the code is not valid, or no longer")]
    CodeRejected,
    /// The provider gave no identity token.
    #[error("there is no identity token")]
    TokenMissing,
    /// The identity token is not to be believed.
    #[error("the identity token is not valid: {0}")]
    TokenInvalid(TokenFault),
    /// The account's level is below what the city asks for.
    #[error("the account's level is too low")]
    LevelTooLow,
    /// The particulars are another person's.
    #[error("the particulars are about another person")]
    OtherSubject,
}

impl SignInRefusal {
    /// A stable code for texts and logs.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::StateMismatch => "sign_in.state_mismatch",
            Self::OtherIssuer => "sign_in.other_issuer",
            Self::Declined => "sign_in.declined",
            Self::NoCode => "sign_in.no_code",
            Self::CodeRejected => "sign_in.code_rejected",
            Self::TokenMissing => "sign_in.token_missing",
            Self::TokenInvalid(_) => "sign_in.token_invalid",
            Self::LevelTooLow => "sign_in.level_too_low",
            Self::OtherSubject => "sign_in.other_subject",
        }
    }
}

/// What is wrong with an identity token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TokenFault {
    /// It has run out, is too old, or comes from the future.
    #[error("its time")]
    Time,
    /// It is for another client.
    #[error("its audience")]
    Audience,
    /// It is from another issuer.
    #[error("its issuer")]
    Issuer,
    /// It answers another sign-in.
    #[error("its nonce")]
    Nonce,
    /// It is unsigned, or signed in a way that we do not accept.
    #[error("its algorithm")]
    Algorithm,
    /// It is signed by a key that the provider does not publish.
    #[error("its key")]
    UnknownKey,
    /// Its signature does not fit.
    #[error("its signature")]
    Signature,
    /// It speaks of another access token.
    #[error("its access token")]
    AccessToken,
    /// It is not written as an identity token.
    #[error("its form")]
    Form,
}

impl From<DiscoveryError<HttpError>> for IdentityError {
    fn from(error: DiscoveryError<HttpError>) -> Self {
        match error {
            DiscoveryError::Request(error) => Self::Unavailable(error.to_string()),
            DiscoveryError::Response(..) => {
                Self::Provider("its description or its keys are not where they belong")
            }
            DiscoveryError::Validation(_) => Self::Provider("it calls itself by another issuer"),
            _ => Self::Provider("its description cannot be read"),
        }
    }
}

impl From<RequestTokenError<HttpError, StandardErrorResponse<CoreErrorResponseType>>> for IdentityError {
    fn from(error: RequestTokenError<HttpError, StandardErrorResponse<CoreErrorResponseType>>) -> Self {
        match error {
            RequestTokenError::ServerResponse(response) => match response.error() {
                CoreErrorResponseType::InvalidGrant => SignInRefusal::CodeRejected.into(),
                CoreErrorResponseType::InvalidClient | CoreErrorResponseType::UnauthorizedClient => {
                    Self::Provider("it does not know us as its client")
                }
                _ => Self::Provider("it refuses our request for a token"),
            },
            RequestTokenError::Request(error) => Self::Unavailable(error.to_string()),
            // What cannot be read may quote a person's data, so none of it is passed on.
            RequestTokenError::Parse(..) => Self::Provider("its tokens cannot be read"),
            RequestTokenError::Other(_) => Self::Provider("it gave no token and no reason"),
        }
    }
}

impl From<UserInfoError<HttpError>> for IdentityError {
    fn from(error: UserInfoError<HttpError>) -> Self {
        match error {
            UserInfoError::ClaimsVerification(ClaimsVerificationError::InvalidSubject(_)) => {
                SignInRefusal::OtherSubject.into()
            }
            UserInfoError::Request(error) => Self::Unavailable(error.to_string()),
            _ => Self::Provider("the person's particulars cannot be read"),
        }
    }
}
