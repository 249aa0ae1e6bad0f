//! The routes of the residents' site.

use super::Site;
use super::Who::Anyone;
use crate::city::account;

pub(super) fn site() -> Site {
    Site::new("city")
        .get("/sign-in", Anyone, account::begin)
        .get("/sign-in/return", Anyone, account::finish)
        .post("/sign-out", Anyone, account::sign_out)
        .get("/bypass/{secret}", Anyone, account::bypass)
}
