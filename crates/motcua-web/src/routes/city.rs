//! The routes of the residents' site.

use super::Site;
use super::Who::{Anyone, Resident};
use crate::city::{account, cases, home, procedures};

pub(super) fn site() -> Site {
    let site = Site::new("city")
        .get("/sign-in", Anyone, account::begin)
        .get("/sign-in/return", Anyone, account::finish)
        .post("/sign-out", Anyone, account::sign_out)
        .get("/bypass/{secret}", Anyone, account::bypass);
    finding(own(site))
}

/// Finding out what there is.
fn finding(site: Site) -> Site {
    site.get("/", Anyone, home::first)
        .get("/help", Anyone, home::help)
        .get("/accessibility", Anyone, home::accessibility)
        .get("/privacy", Anyone, home::privacy)
        .get("/procedures", Anyone, procedures::search)
        .get("/procedures/{code}", Anyone, procedures::procedure)
        .get("/procedures/{code}/start", Anyone, procedures::start_page)
        .post("/procedures/{code}/start", Resident, procedures::start)
}

/// One's own cases.
fn own(site: Site) -> Site {
    site.get("/cases", Resident, cases::list)
}
