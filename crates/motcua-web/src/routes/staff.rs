//! The routes of the staff's site.

use super::Site;
use super::Who::Anyone;
use crate::city::account as shared;
use crate::office::account;

pub(super) fn site() -> Site {
    Site::new("staff")
        .get("/sign-in", Anyone, account::sign_in)
        .post("/sign-in/begin", Anyone, account::begin_sign_in)
        .post("/sign-in/finish", Anyone, account::finish_sign_in)
        .get("/invitation/{secret}", Anyone, account::invitation)
        .post("/invitation/{secret}/begin", Anyone, account::begin_registration)
        .post("/invitation/finish", Anyone, account::finish_registration)
        .post("/sign-out", Anyone, shared::sign_out)
        .get("/bypass/{secret}", Anyone, shared::bypass)
}
