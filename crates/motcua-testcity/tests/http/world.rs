//! The edge of the world as pages need it: somebody who vouches, passkeys, and a look at uploads.

use std::collections::BTreeMap;
use std::sync::Arc;

use motcua_domain::id::StaffId;
use motcua_domain::person::Person;
use motcua_domain::time::Instant;
use motcua_engine::ports::{
    CeremonyBegun, IdentityFault, InspectError, Inspected, Inspector, PasskeyCeremonies, ResidentSignIn,
    SignInBegun, SignInReturn,
};
use motcua_engine::rows::{PasskeyRow, StaffRow};
use motcua_engine::session::Identity;
use motcua_testcity::{Resident, TestCity};
use motcua_web::edge::{Origins, Parts};

/// A provider that vouches for whom it knows; the code it gives is the subject.
#[derive(Clone, Default)]
pub(crate) struct Vouching(BTreeMap<String, Person>);

impl Vouching {
    /// A provider that knows these residents.
    pub(crate) fn for_residents(residents: &[&Resident<'_>]) -> Self {
        let known = residents
            .iter()
            .map(|one| (one.person.subject.clone().unwrap().name, one.person.clone()));
        Self(known.collect())
    }
}

impl ResidentSignIn for Vouching {
    fn begin(&self, chance: &[u8; 96]) -> Result<SignInBegun, IdentityFault> {
        let state = format!("state-{:02x}", chance[0]);
        Ok(SignInBegun {
            address: format!("https://id.example/authorize?state={state}"),
            saved: state.clone(),
            state,
        })
    }

    fn finish(&self, brought: &SignInReturn<'_>, saved: &str, _: Instant) -> Result<Identity, IdentityFault> {
        let not_proved = |why: &str| IdentityFault::NotProved(why.to_owned());
        if brought.state != Some(saved) {
            return Err(not_proved("another state"));
        }
        let subject = brought.code.ok_or_else(|| not_proved("no code"))?;
        let person = self.0.get(subject).ok_or_else(|| not_proved("nobody"))?.clone();
        Ok(Identity {
            subject: person.subject.ok_or_else(|| not_proved("no subject"))?,
            name: person.name,
            personal_number: person.personal_number,
            born_on: person.born_on,
            phone: person.phone,
            email: person.email,
            address: person.address,
        })
    }
}

/// Passkeys without cryptography: the answer of a device is the identifier of whoever holds it.
struct Passkeys;

fn holder(answer: &str) -> Result<StaffId, IdentityFault> {
    let id = answer.trim_matches('"');
    id.parse()
        .map_err(|_| IdentityFault::NotProved("no passkey".to_owned()))
}

impl PasskeyCeremonies for Passkeys {
    fn begin_registration(&self, staff: &StaffRow, _: &[PasskeyRow]) -> Result<CeremonyBegun, IdentityFault> {
        Ok(CeremonyBegun {
            options: "{}".to_owned(),
            state: staff.id.to_string(),
        })
    }

    fn finish_registration(&self, state: &str, answer: &str) -> Result<(Vec<u8>, String), IdentityFault> {
        let staff = holder(answer)?;
        if staff.to_string() == state {
            Ok((staff.raw().as_bytes().to_vec(), "passkey".to_owned()))
        } else {
            Err(IdentityFault::NotProved("another device".to_owned()))
        }
    }

    fn begin_sign_in(&self) -> Result<CeremonyBegun, IdentityFault> {
        Ok(CeremonyBegun {
            options: "{}".to_owned(),
            state: "challenge".to_owned(),
        })
    }

    fn claimed(&self, answer: &str) -> Result<(StaffId, Vec<u8>), IdentityFault> {
        let staff = holder(answer)?;
        Ok((staff, staff.raw().as_bytes().to_vec()))
    }

    fn finish_sign_in(&self, _: &str, _: &str, _: &PasskeyRow) -> Result<Option<String>, IdentityFault> {
        Ok(None)
    }
}

/// Takes whatever begins like a photo.
struct Looks;

impl Inspector for Looks {
    fn inspect(&self, bytes: &[u8]) -> Result<Inspected, InspectError> {
        if bytes.starts_with(b"photo") {
            return Ok(Inspected {
                media_type: "image/jpeg".to_owned(),
                pages: vec![b"page".to_vec()],
            });
        }
        let code = if bytes.is_empty() {
            "file-empty"
        } else {
            "file-type"
        };
        Err(InspectError::Unusable(code.to_owned()))
    }
}

/// What the pages need over a test city.
pub(crate) fn parts(city: &TestCity, vouching: Vouching, scheme: &str) -> Parts {
    Parts {
        engine: city.engine.clone(),
        residents: Arc::new(vouching),
        passkeys: Arc::new(Passkeys),
        inspector: Arc::new(Looks),
        origins: Origins {
            city: format!("{scheme}://city.example"),
            staff: format!("{scheme}://staff.example"),
            papers: format!("{scheme}://papers.example"),
        },
    }
}
