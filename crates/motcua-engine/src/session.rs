//! Signing in and out. The browser holds a secret; the store knows only its hash.

use std::fmt;

use motcua_domain::access::Actor;
use motcua_domain::id::{PersonId, StaffId};
use motcua_domain::person::{Person, PersonalNumber, Subject};
use motcua_domain::time::{Day, Instant};
use sha2::{Digest, Sha256};

use crate::changes::{Changes, Row};
use crate::engine::{Engine, UseError, actor_of};
use crate::rows::{SessionHolder, SessionRow, StaffRow, TicketRow};

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
/// The longest that any session lasts.
const SESSION_MILLIS_MAX: i64 = 12 * HOUR;

/// How long sessions last: idle and at the most (ASVS 7.3.1-2). No limit is under twenty minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionLimits {
    /// Milliseconds without use.
    pub idle_millis: i64,
    /// Milliseconds in all.
    pub absolute_millis: i64,
}

impl SessionLimits {
    /// The limits of a kind of session.
    pub const fn of(holder: SessionHolder) -> Self {
        match holder {
            SessionHolder::Person(_) => Self {
                idle_millis: 2 * HOUR,
                absolute_millis: SESSION_MILLIS_MAX,
            },
            SessionHolder::Staff(_) => Self {
                idle_millis: HOUR,
                absolute_millis: 10 * HOUR,
            },
        }
    }
}

/// A secret that a browser or a program holds: 32 bytes of chance, in hex. `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Takes a secret as it came in; anything but 64 hex digits is none.
    pub fn parse(text: &str) -> Option<Self> {
        (text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit()))
            .then(|| Self(text.to_ascii_lowercase()))
    }

    pub(crate) fn new(bytes: [u8; 32]) -> Self {
        Self(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// The secret, to be handed to its holder and nobody else.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What the store may know of it.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0.as_bytes()).into()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Secret(…)")
    }
}

/// Who is signed in.
#[derive(Clone, Debug, PartialEq)]
pub enum SignedIn {
    /// A resident.
    Person(Box<Person>),
    /// A member of staff.
    Staff(StaffRow),
}

impl SignedIn {
    /// The actor, for rights.
    pub fn actor(&self) -> Actor {
        match self {
            Self::Person(person) => Actor::Applicant { person: person.id },
            Self::Staff(staff) => actor_of(staff),
        }
    }

    /// The name to show.
    pub fn name(&self) -> &str {
        match self {
            Self::Person(person) => &person.name,
            Self::Staff(staff) => &staff.name,
        }
    }
}

/// What an identity provider says of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// How the provider names them, for ever.
    pub subject: Subject,
    /// Họ, chữ đệm và tên.
    pub name: String,
    /// The personal number.
    pub personal_number: Option<PersonalNumber>,
    /// Day of birth.
    pub born_on: Option<Day>,
    /// Telephone in E.164.
    pub phone: Option<String>,
    /// Electronic mail.
    pub email: Option<String>,
    /// Address of residence in one line.
    pub address: Option<String>,
}

impl Engine {
    /// Makes the person whom an identity provider vouches for known, or brings what is known up to date.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn recognise(&self, identity: Identity) -> Result<Person, UseError> {
        let known = match self.store.person_by_subject(&identity.subject)? {
            Some(person) => Some(person),
            None => self.registered_at_desk(&identity)?,
        };
        let id = known.as_ref().map_or_else(
            || PersonId::new(self.chance.id(self.clock.now())),
            |person| person.id,
        );
        let known_address = known.as_ref().and_then(|person| person.address.clone());
        let person = Person {
            id,
            subject: Some(identity.subject),
            name: identity.name,
            personal_number: identity.personal_number,
            born_on: identity.born_on,
            phone: identity.phone,
            email: identity.email,
            address: identity.address.or(known_address),
        };
        if known.as_ref() != Some(&person) {
            self.store.commit(Changes {
                rows: vec![Row::Person(person.clone())],
                ..Changes::default()
            })?;
        }
        Ok(person)
    }

    /// Whom a desk registered under the number that the provider vouches for: they and whoever signs in are one.
    fn registered_at_desk(&self, identity: &Identity) -> Result<Option<Person>, UseError> {
        let Some(number) = &identity.personal_number else {
            return Ok(None);
        };
        let known = self.store.persons_by_number(number)?;
        Ok(known.into_iter().find(|person| person.subject.is_none()))
    }

    /// Fresh chance for a sign-in: state, nonce and verifier.
    pub fn chance_bytes(&self) -> [u8; 96] {
        let mut bytes = [0u8; 96];
        self.chance.fill(&mut bytes);
        bytes
    }

    /// Begins a session; the secret goes into the browser's cookie.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn begin_session(&self, who: SessionHolder) -> Result<Secret, UseError> {
        let secret = Secret::new(self.chance.secret());
        let now = self.clock.now();
        self.store.begin_session(&SessionRow {
            token_hash: secret.hash(),
            who,
            began_at: now,
            seen_at: now,
        })?;
        Ok(secret)
    }

    /// Who holds this session, if it is still good. Its use is noted at most once a minute.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn signed_in(&self, secret: &Secret) -> Result<Option<SignedIn>, UseError> {
        let now = self.clock.now();
        let Some(session) = self.store.session(&secret.hash())? else {
            return Ok(None);
        };
        if !is_alive(&session, now) {
            self.store.end_session(&session.token_hash)?;
            return Ok(None);
        }
        if now.millis() - session.seen_at.millis() >= MINUTE {
            self.store.touch_session(&session.token_hash, now)?;
        }
        self.holder(session.who)
    }

    /// Ends a session.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn end_session(&self, secret: &Secret) -> Result<(), UseError> {
        Ok(self.store.end_session(&secret.hash())?)
    }

    pub(crate) fn holder(&self, who: SessionHolder) -> Result<Option<SignedIn>, UseError> {
        Ok(match who {
            SessionHolder::Person(id) => self
                .store
                .person(id)?
                .map(|person| SignedIn::Person(Box::new(person))),
            SessionHolder::Staff(id) => self
                .store
                .staff(id)?
                .filter(|staff| staff.is_active)
                .map(SignedIn::Staff),
        })
    }

    /// Keeps something short-lived for whoever brings the secret back.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn keep_ticket(&self, purpose: &str, payload: &str, lasts_millis: i64) -> Result<Secret, UseError> {
        let secret = Secret::new(self.chance.secret());
        let expires_at = Instant::from_millis(self.clock.now().millis().saturating_add(lasts_millis));
        let (purpose, payload) = (purpose.to_owned(), payload.to_owned());
        self.store.keep_ticket(&TicketRow {
            secret_hash: secret.hash(),
            purpose,
            payload,
            expires_at,
        })?;
        Ok(secret)
    }

    /// Forgets tickets that are worth nothing any more and sessions that nobody can use again; gives how many.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn forget_expired(&self) -> Result<u64, UseError> {
        let now = self.clock.now();
        Ok(self
            .store
            .forget_expired(now, now.plus_millis(-SESSION_MILLIS_MAX))?)
    }

    /// Takes what was kept: once.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn take_ticket(&self, secret: &Secret, purpose: &str) -> Result<Option<String>, UseError> {
        let ticket = self
            .store
            .take_ticket(&secret.hash(), purpose, self.clock.now())?;
        Ok(ticket.map(|ticket| ticket.payload))
    }

    /// Looks at what was kept, without taking it.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn ticket(&self, secret: &Secret, purpose: &str) -> Result<Option<String>, UseError> {
        let ticket = self.store.ticket(&secret.hash(), purpose, self.clock.now())?;
        Ok(ticket.map(|ticket| ticket.payload))
    }

    /// A link that signs somebody in once, without credentials. It exists only in a demonstration.
    ///
    /// # Errors
    /// [`UseError::NotFound`] in a real city.
    pub fn issue_bypass(&self, who: SessionHolder, lasts_millis: i64) -> Result<Secret, UseError> {
        if !self.city.is_demo {
            return Err(UseError::NotFound);
        }
        self.keep_ticket(BYPASS, &holder_text(who), lasts_millis)
    }

    /// Signs in whoever brings a bypass link. It exists only in a demonstration.
    ///
    /// # Errors
    /// [`UseError::NotFound`] in a real city, or when the link is unknown, used or old.
    pub fn take_bypass(&self, secret: &Secret) -> Result<(SessionHolder, Secret), UseError> {
        if !self.city.is_demo {
            return Err(UseError::NotFound);
        }
        let who = self
            .take_ticket(secret, BYPASS)?
            .as_deref()
            .and_then(holder_from_text)
            .ok_or(UseError::NotFound)?;
        Ok((who, self.begin_session(who)?))
    }
}

const BYPASS: &str = "bypass";

fn is_alive(session: &SessionRow, now: Instant) -> bool {
    let limits = SessionLimits::of(session.who);
    now.millis() - session.seen_at.millis() <= limits.idle_millis
        && now.millis() - session.began_at.millis() <= limits.absolute_millis
}

/// A holder in one word, for tickets.
pub(crate) fn holder_text(who: SessionHolder) -> String {
    match who {
        SessionHolder::Person(id) => format!("person:{id}"),
        SessionHolder::Staff(id) => format!("staff:{id}"),
    }
}

/// The holder of such a word.
pub(crate) fn holder_from_text(text: &str) -> Option<SessionHolder> {
    match text.split_once(':')? {
        ("person", id) => id.parse::<PersonId>().ok().map(SessionHolder::Person),
        ("staff", id) => id.parse::<StaffId>().ok().map(SessionHolder::Staff),
        _ => None,
    }
}
