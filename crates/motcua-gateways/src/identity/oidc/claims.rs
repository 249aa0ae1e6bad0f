//! What the provider says about a person, once it is believed.

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;
use openidconnect::core::CoreGenderClaim;
use openidconnect::{AdditionalClaims, IdTokenClaims, LocalizedClaim, StandardClaims, UserInfoClaims};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Every claim that OpenID Connect does not define, by name. A wire format; read through [`Claims`].
#[derive(Clone, Default, Serialize, Deserialize)]
pub(super) struct Particulars {
    #[serde(flatten)]
    by_name: BTreeMap<String, Value>,
}

impl AdditionalClaims for Particulars {}

impl fmt::Debug for Particulars {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Particulars").finish_non_exhaustive()
    }
}

/// A person as the identity provider knows them. Personal data: for the caller to record and to mask, and
/// hidden from `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct Claims {
    /// Who says so: the issuer, as the verified token names it.
    pub issuer: String,
    /// The provider's own name for the person; never reused. Unique under its issuer.
    pub subject: String,
    /// Personal number (số định danh cá nhân), 12 digits; foreigners and level-1 accounts may have none.
    pub personal_number: Option<String>,
    /// Full name (họ, chữ đệm và tên).
    pub name: Option<String>,
    /// Date of birth; absent if the provider gives only a year.
    pub birth_date: Option<Date>,
    /// `male` or `female`, as the provider wrote it.
    pub gender: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// The level of the account that signed in (D69/2024), in the provider's words.
    pub acr: Option<String>,
}

impl fmt::Debug for Claims {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Claims")
            .field("acr", &self.acr)
            .finish_non_exhaustive()
    }
}

impl Claims {
    /// Joins the token's claims and the particulars; where both speak, the particulars count, because they
    /// are the register's answer of this moment.
    pub(super) fn gather(
        identity: &IdTokenClaims<Particulars, CoreGenderClaim>,
        userinfo: Option<&UserInfoClaims<Particulars, CoreGenderClaim>>,
        personal_number_claim: &str,
    ) -> Self {
        let told = Told::by_userinfo(userinfo);
        let in_token = Told::by_token(identity);
        let in_either =
            |read: fn(&Told<'_>) -> Option<String>| told.as_ref().and_then(read).or_else(|| read(&in_token));
        let personal_number = told
            .as_ref()
            .and_then(|told| told.personal_number(personal_number_claim))
            .or_else(|| in_token.personal_number(personal_number_claim));
        Self {
            issuer: identity.issuer().as_str().to_owned(),
            subject: identity.subject().as_str().to_owned(),
            personal_number,
            name: in_either(|told| told.name.clone()),
            birth_date: in_either(|told| told.birth_date.clone()).and_then(|date| date.parse().ok()),
            gender: in_either(|told| told.gender.clone()),
            phone: in_either(|told| told.phone.clone()),
            email: in_either(|told| told.email.clone()),
            acr: identity.auth_context_ref().map(|acr| acr.as_str().to_owned()),
        }
    }
}

/// One source's word: the token's or that of `/userinfo`. The library gives both the same claims under
/// two types.
struct Told<'a> {
    name: Option<String>,
    birth_date: Option<String>,
    gender: Option<String>,
    phone: Option<String>,
    email: Option<String>,
    others: &'a Particulars,
}

impl<'a> Told<'a> {
    fn by_token(claims: &'a IdTokenClaims<Particulars, CoreGenderClaim>) -> Self {
        Self {
            name: claims.name().and_then(unlocalized),
            birth_date: claims.birthdate().map(|date| date.as_str().to_owned()),
            gender: claims.gender().and_then(gender),
            phone: claims.phone_number().map(|phone| phone.as_str().to_owned()),
            email: claims.email().map(|email| email.as_str().to_owned()),
            others: claims.additional_claims(),
        }
    }

    fn by_userinfo(claims: Option<&'a UserInfoClaims<Particulars, CoreGenderClaim>>) -> Option<Self> {
        let claims = claims?;
        let standard: &StandardClaims<CoreGenderClaim> = claims.standard_claims();
        Some(Self {
            name: standard.name().and_then(unlocalized),
            birth_date: standard.birthdate().map(|date| date.as_str().to_owned()),
            gender: standard.gender().and_then(gender),
            phone: standard.phone_number().map(|phone| phone.as_str().to_owned()),
            email: standard.email().map(|email| email.as_str().to_owned()),
            others: claims.additional_claims(),
        })
    }

    /// The personal number, if it is one: 12 digits and no check digit.
    fn personal_number(&self, claim: &str) -> Option<String> {
        let number = self.others.by_name.get(claim)?.as_str()?;
        let is_one = number.len() == 12 && number.bytes().all(|byte| byte.is_ascii_digit());
        is_one.then(|| number.to_owned())
    }
}

fn unlocalized<T: std::ops::Deref<Target = String>>(claim: &LocalizedClaim<T>) -> Option<String> {
    claim.get(None).map(|value| value.to_string())
}

fn gender(claim: &CoreGenderClaim) -> Option<String> {
    Some(claim.as_str().to_owned())
}
