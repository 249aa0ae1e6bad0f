//! Nobody: what stands at the edge of the world where a story needs none of it.

use motcua_domain::id::StaffId;
use motcua_domain::time::Instant;
use motcua_engine::ports::{
    CeremonyBegun, IdentityFault, InspectError, Inspected, Inspector, PasskeyCeremonies, ResidentSignIn,
    SignInBegun, SignInReturn,
};
use motcua_engine::rows::{PasskeyRow, StaffRow};
use motcua_engine::session::Identity;

/// No provider of identity and no passkeys: sessions begin at the engine. As an inspector it believes that whatever is
/// not empty is a photo of one page.
#[derive(Clone, Copy, Debug, Default)]
pub struct Nobody;

fn nobody() -> IdentityFault {
    IdentityFault::Unreachable("nobody is there".to_owned())
}

impl ResidentSignIn for Nobody {
    fn begin(&self, _: &[u8; 96]) -> Result<SignInBegun, IdentityFault> {
        Err(nobody())
    }

    fn finish(&self, _: &SignInReturn<'_>, _: &str, _: Instant) -> Result<Identity, IdentityFault> {
        Err(nobody())
    }
}

impl PasskeyCeremonies for Nobody {
    fn begin_registration(&self, _: &StaffRow, _: &[PasskeyRow]) -> Result<CeremonyBegun, IdentityFault> {
        Err(nobody())
    }

    fn finish_registration(&self, _: &str, _: &str) -> Result<(Vec<u8>, String), IdentityFault> {
        Err(nobody())
    }

    fn begin_sign_in(&self) -> Result<CeremonyBegun, IdentityFault> {
        Err(nobody())
    }

    fn claimed(&self, _: &str) -> Result<(StaffId, Vec<u8>), IdentityFault> {
        Err(nobody())
    }

    fn finish_sign_in(&self, _: &str, _: &str, _: &PasskeyRow) -> Result<Option<String>, IdentityFault> {
        Err(nobody())
    }
}

impl Inspector for Nobody {
    fn inspect(&self, bytes: &[u8]) -> Result<Inspected, InspectError> {
        if bytes.is_empty() {
            return Err(InspectError::Unusable("file-empty".to_owned()));
        }
        Ok(Inspected {
            media_type: "image/jpeg".to_owned(),
            pages: vec![bytes.to_vec()],
        })
    }
}
