//! The routes of the residents' site.

use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;

use super::Site;
use super::Who::{Anyone, Resident};
use crate::city::uploads::UPLOAD_BYTES_MAX;
use crate::city::{account, cases, check, drafts, home, papers, procedures, questions};

pub(super) fn site() -> Site {
    let site = Site::new("city")
        .get("/sign-in", Anyone, account::begin)
        .get("/sign-in/return", Anyone, account::finish)
        .post("/sign-out", Anyone, account::sign_out)
        .get("/bypass/{secret}", Anyone, account::bypass);
    finding(filing(own(site)))
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

/// From a draft to the receipt of sending.
fn filing(site: Site) -> Site {
    let uploads = || DefaultBodyLimit::max(UPLOAD_BYTES_MAX);
    site.get("/drafts/{id}", Resident, drafts::open)
        .get("/drafts/{id}/desk", Resident, drafts::desk)
        .post("/drafts/{id}/desk", Resident, drafts::choose_desk)
        .get("/drafts/{id}/q/{page}", Resident, questions::ask)
        .post("/drafts/{id}/q/{page}", Resident, questions::answer)
        .get("/drafts/{id}/papers", Resident, papers::ask)
        .post("/drafts/{id}/papers", Resident, papers::give.layer(uploads()))
        .get("/drafts/{id}/papers/remove", Resident, papers::remove_page)
        .post("/drafts/{id}/papers/remove", Resident, papers::remove)
        .get("/drafts/{id}/changes", Resident, drafts::changes)
        .post("/drafts/{id}/changes", Resident, drafts::take_changes)
        .get("/drafts/{id}/discard", Resident, drafts::discard)
        .post("/drafts/{id}/discard", Resident, drafts::throw_away)
        .get("/drafts/{id}/check", Resident, check::check)
        .get("/drafts/{id}/send", Resident, check::send_page)
        .post("/drafts/{id}/send", Resident, check::send)
        .get("/sent/{reference}", Resident, check::receipt)
}

/// One's own cases.
fn own(site: Site) -> Site {
    site.get("/cases", Resident, cases::list)
}
