//! Enrolling staff: an invitation by a one-time link, and passkeys.

use motcua_domain::access::{Action, Actor, Role, may_in_office};
use motcua_domain::case::Author;
use motcua_domain::id::{StaffId, UnitCode};

use crate::changes::{Changes, EventRecord, Row, StreamChange, StreamKey};
use crate::engine::{Engine, UseError};
use crate::rows::{PasskeyRow, StaffRow};
use crate::session::Secret;

const INVITATION: &str = "invitation";
const THREE_DAYS: i64 = 3 * 24 * 3_600_000;

/// Somebody to be enrolled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewStaff {
    /// Full name.
    pub name: String,
    /// The agency they serve.
    pub agency: UnitCode,
    /// The unit within it.
    pub unit: UnitCode,
    /// The offices they hold.
    pub roles: Vec<Role>,
}

impl Engine {
    /// Makes a member of staff known. They can sign in once they have enrolled a passkey.
    ///
    /// # Errors
    /// Denied unless the actor's office is to manage accounts.
    pub fn add_staff(&self, actor: &Actor, new: NewStaff) -> Result<StaffRow, UseError> {
        may_in_office(actor, Action::ManageStaff).map_err(UseError::Denied)?;
        let now = self.clock.now();
        let id = StaffId::new(self.chance.id(now));
        let roles: Vec<String> = new.roles.iter().map(|role| role.name().to_owned()).collect();
        let row = StaffRow {
            id,
            name: new.name,
            agency: new.agency,
            unit: new.unit,
            roles,
            is_active: true,
        };
        let event = EventRecord {
            at: now,
            by: office_author(actor),
            name: "staff_added".to_owned(),
            format: 1,
            payload: serde_json::json!({ "agency": row.agency, "unit": row.unit, "roles": row.roles })
                .to_string(),
            legal_ground: "HN 3.1".to_owned(),
        };
        self.store.commit(Changes {
            streams: vec![StreamChange {
                stream: StreamKey::staff(id),
                expected_version: 0,
                events: vec![event],
            }],
            rows: vec![Row::Staff(row.clone())],
            ..Changes::default()
        })?;
        Ok(row)
    }

    /// The active staff of an agency, for whoever manages accounts; by given name.
    ///
    /// # Errors
    /// Denied unless the actor's office is to manage accounts.
    pub fn staff_list(&self, actor: &Actor, agency: &UnitCode) -> Result<Vec<StaffRow>, UseError> {
        may_in_office(actor, Action::ManageStaff).map_err(UseError::Denied)?;
        Ok(self.store.staff_of(agency.as_str())?)
    }

    /// A one-time link's secret, with which a member of staff enrols a passkey within three days, and who they are.
    ///
    /// Whoever holds it can sign in as that member, so it is on record who made it before it exists.
    ///
    /// # Errors
    /// Denied unless the actor's office is to manage accounts; not found if there is no such member.
    pub fn invite_staff(&self, actor: &Actor, staff: StaffId) -> Result<(Secret, StaffRow), UseError> {
        may_in_office(actor, Action::ManageStaff).map_err(UseError::Denied)?;
        let row = self.store.staff(staff)?.ok_or(UseError::NotFound)?;
        let event = EventRecord {
            at: self.clock.now(),
            by: office_author(actor),
            name: "staff_invited".to_owned(),
            format: 1,
            payload: "{}".to_owned(),
            legal_ground: "HN 3.1".to_owned(),
        };
        self.record_of_staff(row.id, event, Vec::new())?;
        let payload = match actor {
            Actor::Staff { staff: inviter, .. } => format!("{} {inviter}", row.id),
            Actor::Applicant { .. } | Actor::System => row.id.to_string(),
        };
        Ok((self.keep_ticket(INVITATION, &payload, THREE_DAYS)?, row))
    }

    /// Opens an invitation in the session of `opener`, if anybody of the staff is signed in there. Whoever made it may
    /// not use it: an account is the act of two people. The attempt is on record.
    ///
    /// # Errors
    /// As [`Engine::invited`]; unusable where the session is the inviter's own.
    pub fn open_invitation(&self, secret: &Secret, opener: Option<StaffId>) -> Result<StaffRow, UseError> {
        let staff = self.invited(secret)?;
        let payload = self.ticket(secret, INVITATION)?.unwrap_or_default();
        let Some(inviter) = opener.filter(|opener| inviter_in(&payload) == Some(*opener)) else {
            return Ok(staff);
        };
        let event = EventRecord {
            at: self.clock.now(),
            by: Author::Staff {
                staff: inviter,
                role: Role::TechnicalAdmin.name().to_owned(),
            },
            name: "own_invitation_refused".to_owned(),
            format: 1,
            payload: "{}".to_owned(),
            legal_ground: "HN 3.1".to_owned(),
        };
        self.record_of_staff(staff.id, event, Vec::new())?;
        Err(UseError::Unusable("invitation-own"))
    }

    /// Whom an invitation is for; it stays good.
    ///
    /// # Errors
    /// Not found if it is unknown, used or old.
    pub fn invited(&self, secret: &Secret) -> Result<StaffRow, UseError> {
        let id = self
            .ticket(secret, INVITATION)?
            .and_then(|payload| invited_in(&payload))
            .ok_or(UseError::NotFound)?;
        self.store
            .staff(id)?
            .filter(|staff| staff.is_active)
            .ok_or(UseError::NotFound)
    }

    /// Enrols a passkey on an invitation, which is used up by it.
    ///
    /// # Errors
    /// Not found if the invitation is unknown, used or old; unusable if somebody has enrolled this passkey already:
    /// a passkey is named by whoever brings it, and must not push another's aside.
    pub fn enrol_passkey(
        &self,
        secret: &Secret,
        credential: Vec<u8>,
        payload: String,
    ) -> Result<StaffId, UseError> {
        let id: StaffId = self
            .take_ticket(secret, INVITATION)?
            .and_then(|payload| invited_in(&payload))
            .ok_or(UseError::NotFound)?;
        if self.store.passkey(&credential)?.is_some() {
            return Err(UseError::Unusable("passkey-not-proved"));
        }
        let now = self.clock.now();
        let passkey = PasskeyRow {
            credential,
            staff: id,
            payload,
            enrolled_at: now,
        };
        let event = EventRecord {
            at: now,
            by: Author::Staff {
                staff: id,
                role: "self".to_owned(),
            },
            name: "passkey_enrolled".to_owned(),
            format: 1,
            payload: "{}".to_owned(),
            legal_ground: "D310".to_owned(),
        };
        self.record_of_staff(id, event, vec![Row::Passkey(passkey)])?;
        Ok(id)
    }

    /// Writes what happened to an account behind what happened before.
    pub(crate) fn record_of_staff(
        &self,
        id: StaffId,
        event: EventRecord,
        rows: Vec<Row>,
    ) -> Result<(), UseError> {
        let stream = StreamKey::staff(id);
        let expected_version = self.store.events(&stream)?.len() as u64;
        self.store.commit(Changes {
            streams: vec![StreamChange {
                stream,
                expected_version,
                events: vec![event],
            }],
            rows,
            ..Changes::default()
        })?;
        Ok(())
    }

    /// The passkey that an authenticator names, with its holder.
    ///
    /// # Errors
    /// Not found if unknown or the holder may not sign in any more.
    pub fn passkey(&self, credential: &[u8]) -> Result<(PasskeyRow, StaffRow), UseError> {
        let passkey = self.store.passkey(credential)?.ok_or(UseError::NotFound)?;
        let staff = self
            .store
            .staff(passkey.staff)?
            .filter(|staff| staff.is_active)
            .ok_or(UseError::NotFound)?;
        Ok((passkey, staff))
    }

    /// A member's passkeys.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn passkeys_of(&self, staff: StaffId) -> Result<Vec<PasskeyRow>, UseError> {
        Ok(self.store.passkeys(staff)?)
    }

    /// Keeps a passkey after its use: the authenticator's counter has moved.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn keep_passkey(&self, passkey: PasskeyRow) -> Result<(), UseError> {
        self.store.commit(Changes {
            rows: vec![Row::Passkey(passkey)],
            ..Changes::default()
        })?;
        Ok(())
    }
}

/// Whom an invitation's ticket is for: its first word.
fn invited_in(payload: &str) -> Option<StaffId> {
    payload.split(' ').next()?.parse().ok()
}

/// Who of the staff made it: its second word; none where the city itself did.
fn inviter_in(payload: &str) -> Option<StaffId> {
    payload.split(' ').nth(1)?.parse().ok()
}

pub(crate) fn office_author(actor: &Actor) -> Author {
    match actor {
        Actor::Staff { staff, .. } => Author::Staff {
            staff: *staff,
            role: Role::TechnicalAdmin.name().to_owned(),
        },
        Actor::Applicant { person } => Author::Applicant(*person),
        Actor::System => Author::System,
    }
}
