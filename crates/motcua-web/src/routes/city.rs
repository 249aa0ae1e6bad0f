//! The routes of the residents' site.

use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use motcua_domain::access::Action;
use motcua_domain::case::CommandKind;

use super::Site;
use super::Who::{Anyone, Case, Resident};
use crate::city::uploads::UPLOAD_BYTES_MAX;
use crate::city::{
    account, acts, beginning, cases, check, drafts, duty, home, me, offices, papers, procedures, questions,
    supplement, track, tracker,
};
use crate::edge::explained;

pub(super) fn site() -> Site {
    let site = Site::new("city")
        .get("/sign-in", Anyone, account::begin)
        .get("/sign-in/return", Anyone, account::finish)
        .post("/sign-out", Anyone, account::sign_out)
        .get("/bypass/{secret}", Anyone, account::bypass)
        .get("/problems/{code}", Anyone, explained);
    crate::api::city(finding(filing(own(site))))
}

/// Finding out what there is.
fn finding(site: Site) -> Site {
    site.get("/", Anyone, home::first)
        .get("/help", Anyone, home::help)
        .get("/offices", Anyone, offices::list)
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
        .get("/drafts/{id}/ground", Resident, beginning::ground)
        .post("/drafts/{id}/ground", Resident, beginning::choose_ground)
        .get("/drafts/{id}/variant", Resident, beginning::variant)
        .post("/drafts/{id}/variant", Resident, beginning::choose_variant)
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

/// One's own cases, and oneself.
fn own(site: Site) -> Site {
    let reading = Case(Action::ReadCase);
    let acting = |kind| Case(Action::Act(kind));
    site.get("/cases", Resident, cases::list)
        .get("/cases/{name}", reading, tracker::show)
        .get("/cases/{name}/papers/{kind}", reading, tracker::paper)
        .get(
            "/cases/{name}/supplement",
            acting(CommandKind::AnswerSupplement),
            supplement::ask,
        )
        .post(
            "/cases/{name}/supplement",
            acting(CommandKind::AnswerSupplement),
            supplement::answer.layer(DefaultBodyLimit::max(UPLOAD_BYTES_MAX)),
        )
        .get("/cases/{name}/duty", acting(CommandKind::ProveDuty), duty::ask)
        .post(
            "/cases/{name}/duty",
            acting(CommandKind::ProveDuty),
            duty::prove.layer(DefaultBodyLimit::max(UPLOAD_BYTES_MAX)),
        )
        .get(
            "/cases/{name}/message",
            acting(CommandKind::WriteMessage),
            acts::message_page,
        )
        .post(
            "/cases/{name}/message",
            acting(CommandKind::WriteMessage),
            acts::message,
        )
        .get(
            "/cases/{name}/recall",
            acting(CommandKind::Recall),
            acts::recall_page,
        )
        .post("/cases/{name}/recall", acting(CommandKind::Recall), acts::recall)
        .get(
            "/cases/{name}/withdraw",
            acting(CommandKind::AskWithdrawal),
            acts::withdraw_page,
        )
        .post(
            "/cases/{name}/withdraw",
            acting(CommandKind::AskWithdrawal),
            acts::withdraw,
        )
        .get(
            "/cases/{name}/collect",
            acting(CommandKind::CollectResult),
            acts::collect_page,
        )
        .post(
            "/cases/{name}/collect",
            acting(CommandKind::CollectResult),
            acts::collect,
        )
        .get(
            "/cases/{name}/rate",
            acting(CommandKind::RateService),
            acts::rate_page,
        )
        .post("/cases/{name}/rate", acting(CommandKind::RateService), acts::rate)
        .get("/track", Anyone, track::show)
        .get("/notices", Resident, me::notices)
        .get("/account", Resident, me::account)
        .get("/account/looks", Resident, me::looks)
}
