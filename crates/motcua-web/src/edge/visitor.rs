//! Who comes, in which language, to which page.

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::{ACCEPT, AUTHORIZATION, COOKIE};
use axum::http::request::Parts as RequestParts;
use motcua_domain::access::Actor;
use motcua_domain::person::Person;
use motcua_engine::rows::StaffRow;
use motcua_engine::session::{Secret, SignedIn};
use motcua_text::{Lang, Text};

use super::rights::within_rights;
use super::{Edge, Problem};
use crate::page::Page;

/// The name of the session cookie; `__Host-` stands before it where browsers come by TLS.
pub const SESSION_COOKIE: &str = "motcua";
/// The cookie that ties a sign-in under way to its browser.
pub const SIGN_IN_COOKIE: &str = "motcua-sign-in";
const LANG_COOKIE: &str = "lang";

/// Whoever comes.
#[derive(Clone)]
pub struct Visitor {
    /// Where they came in.
    pub edge: Edge,
    /// Their language.
    pub lang: Lang,
    /// Path and query of the page they asked for.
    pub path: String,
    /// Their session's secret, if they brought one that is good.
    pub secret: Option<Secret>,
    /// Who is signed in.
    pub signed_in: Option<SignedIn>,
    /// Whether they just chose the language, so that it is to be remembered.
    pub has_chosen_lang: bool,
    /// Whether a program asks, which reads problems as JSON: it brings a token, says so, or calls the API.
    pub is_program: bool,
}

impl Visitor {
    /// Whoever comes, before anybody asked who they are.
    pub(super) fn unknown(parts: &RequestParts, edge: &Edge) -> Self {
        let chosen = parts.uri.query().and_then(chosen_lang);
        let remembered = cookie(&parts.headers, LANG_COOKIE).and_then(|code| code.parse().ok());
        Self {
            edge: edge.clone(),
            // Vietnamese first: a telephone set to English is no wish of its owner's. The switch is on every page.
            lang: chosen.or(remembered).unwrap_or_default(),
            path: parts
                .uri
                .path_and_query()
                .map_or("/", |path| path.as_str())
                .to_owned(),
            secret: None,
            signed_in: None,
            has_chosen_lang: chosen.is_some(),
            is_program: is_program(parts),
        }
    }

    /// The sentences of their language.
    pub fn t(&self) -> &'static Text {
        Text::of(self.lang)
    }

    /// A page of this title for them.
    pub fn page(&self, title: impl Into<String>) -> Page {
        let mut page = Page::new(self.lang, title, self.path.clone());
        page.demo = self.edge.engine().city().is_demo;
        page.signed_in = self
            .signed_in
            .as_ref()
            .map(|signed_in| signed_in.name().to_owned());
        page
    }

    /// A problem in their language.
    pub fn problem(&self, error: motcua_engine::engine::UseError) -> Problem {
        Problem::new(self.clone(), error)
    }
}

impl FromRequestParts<Edge> for Visitor {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut RequestParts, edge: &Edge) -> Result<Self, Problem> {
        if let Some(visitor) = parts.extensions.get::<Self>() {
            return Ok(visitor.clone());
        }
        let mut visitor = Self::unknown(parts, edge);
        let bearer = bearer(&parts.headers);
        let is_bearer = bearer.is_some();
        if let Some(secret) = bearer.or_else(|| session(edge, &parts.headers)) {
            let asked = secret.clone();
            let found = edge
                .ask(move |parts| {
                    if is_bearer {
                        parts.engine.bearer(&asked)
                    } else {
                        parts.engine.signed_in(&asked)
                    }
                })
                .await;
            visitor.signed_in = found.map_err(|error| visitor.problem(error))?;
            visitor.secret = visitor.signed_in.is_some().then_some(secret);
        }
        parts.extensions.insert(visitor.clone());
        Ok(visitor)
    }
}

/// A resident who has signed in.
#[derive(Clone)]
pub struct Resident {
    /// The visitor that they are.
    pub visitor: Visitor,
    /// Who they are.
    pub person: Person,
}

impl Resident {
    /// The actor.
    pub fn actor(&self) -> Actor {
        Actor::Applicant {
            person: self.person.id,
        }
    }
}

impl FromRequestParts<Edge> for Resident {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut RequestParts, edge: &Edge) -> Result<Self, Problem> {
        let visitor = <Visitor as FromRequestParts<Edge>>::from_request_parts(parts, edge).await?;
        match visitor.signed_in.clone() {
            Some(SignedIn::Person(person)) => {
                let resident = Self {
                    visitor,
                    person: *person,
                };
                within_rights(parts, edge, &resident.visitor, resident.actor()).await?;
                Ok(resident)
            }
            _ => Err(visitor.problem(motcua_engine::engine::UseError::SignInFirst)),
        }
    }
}

/// A member of staff who has signed in.
#[derive(Clone)]
pub struct Officer {
    /// The visitor that they are.
    pub visitor: Visitor,
    /// Who they are.
    pub staff: StaffRow,
}

impl Officer {
    /// The actor.
    pub fn actor(&self) -> Actor {
        motcua_engine::engine::actor_of(&self.staff)
    }
}

impl FromRequestParts<Edge> for Officer {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut RequestParts, edge: &Edge) -> Result<Self, Problem> {
        let visitor = <Visitor as FromRequestParts<Edge>>::from_request_parts(parts, edge).await?;
        match visitor.signed_in.clone() {
            Some(SignedIn::Staff(staff)) => {
                let officer = Self { visitor, staff };
                within_rights(parts, edge, &officer.visitor, officer.actor()).await?;
                Ok(officer)
            }
            _ => Err(visitor.problem(motcua_engine::engine::UseError::SignInFirst)),
        }
    }
}

/// A cookie's name as browsers know it: the host's own (`__Host-`) where they come by TLS, so that no neighbour under
/// the same domain can set it (ASVS 3.3.1).
pub fn cookie_name(edge: &Edge, name: &str) -> String {
    if edge.origins().is_secure() {
        format!("__Host-{name}")
    } else {
        name.to_owned()
    }
}

/// The `Set-Cookie` of a session; without a secret, the one that ends it.
pub fn session_cookie(edge: &Edge, secret: Option<&Secret>) -> String {
    let value = secret.map_or("", Secret::reveal);
    let age = secret.map_or(Some(0), |_| None);
    set_cookie(edge, SESSION_COOKIE, value, age)
}

/// The `Set-Cookie` of something that lasts a quarter of an hour; without a secret, the one that ends it.
pub fn short_cookie(edge: &Edge, name: &str, secret: Option<&Secret>) -> String {
    let (value, age_s) = secret.map_or(("", 0), |secret| (secret.reveal(), 900));
    set_cookie(edge, name, value, Some(age_s))
}

fn set_cookie(edge: &Edge, name: &str, value: &str, age_s: Option<u32>) -> String {
    let name = cookie_name(edge, name);
    let age = age_s.map_or_else(String::new, |age_s| format!("; Max-Age={age_s}"));
    let secure = if edge.origins().is_secure() {
        "; Secure"
    } else {
        ""
    };
    format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{age}{secure}")
}

/// The `Set-Cookie` that remembers a chosen language for a year.
pub fn lang_cookie(lang: Lang) -> String {
    format!("{LANG_COOKIE}={lang}; Path=/; SameSite=Lax; Max-Age=31536000")
}

/// The value of a cookie.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

/// Whether a secret comes along that is worth looking up.
pub(super) fn brings_secret(edge: &Edge, headers: &HeaderMap) -> bool {
    bearer(headers).is_some() || session(edge, headers).is_some()
}

fn session(edge: &Edge, headers: &HeaderMap) -> Option<Secret> {
    cookie(headers, &cookie_name(edge, SESSION_COOKIE)).and_then(Secret::parse)
}

fn bearer(headers: &HeaderMap) -> Option<Secret> {
    let value = headers.get(AUTHORIZATION)?.to_str().ok()?;
    Secret::parse(value.strip_prefix("Bearer ")?.trim())
}

fn is_program(parts: &RequestParts) -> bool {
    let has = |name, wanted: &str| {
        let value = parts.headers.get(name).and_then(|value| value.to_str().ok());
        value.is_some_and(|value| value.starts_with(wanted))
    };
    parts.uri.path().starts_with("/api/") || has(AUTHORIZATION, "Bearer ") || has(ACCEPT, "application/json")
}

fn chosen_lang(query: &str) -> Option<Lang> {
    query
        .split('&')
        .filter_map(|pair| pair.strip_prefix("lang="))
        .next_back()?
        .parse()
        .ok()
}
