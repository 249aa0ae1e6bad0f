//! The API (giao diện lập trình): the same use cases as the pages, for programs with a bearer token.
//!
//! Answers are JSON (`wire`); moments are RFC 3339, days ISO 8601. What goes wrong is a problem (RFC 9457) with a stable
//! code. A token stands for its holder: no program may do what its holder may not.

mod acts;
mod body;
mod cases;
mod drafts;
mod inbox;
mod procedures;
pub mod wire;

use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use motcua_domain::access::Action;
use motcua_domain::case::CommandKind as C;

use crate::routes::Site;
use crate::routes::Who::{Anyone, Case, Officer, Resident};

/// The largest request with a file, which is its body: somewhat more than the largest file, so that the inspection says
/// what is too large.
const FILE_BYTES_MAX: usize = 22 * 1024 * 1024;

/// What the residents' site answers.
pub fn city(site: Site) -> Site {
    procedures(site)
        .get("/api/v1/cases", Resident, cases::list)
        .get("/api/v1/cases/{name}", Case(Action::ReadCase), cases::show)
        .post("/api/v1/drafts", Resident, drafts::create)
        .post(
            "/api/v1/drafts/{id}/papers/{paper}",
            Resident,
            drafts::attach.layer(DefaultBodyLimit::max(FILE_BYTES_MAX)),
        )
        .post(
            "/api/v1/drafts/{id}/send",
            Case(Action::Act(C::Send)),
            drafts::send,
        )
}

/// What the staff's site answers.
pub fn staff(site: Site) -> Site {
    let site = procedures(site).get("/api/v1/cases", Officer, inbox::list).get(
        "/api/v1/cases/{name}",
        Case(Action::ReadCase),
        inbox::show,
    );
    acts(site)
}

fn procedures(site: Site) -> Site {
    site.get("/api/v1/procedures", Anyone, procedures::search).get(
        "/api/v1/procedures/{code}",
        Anyone,
        procedures::show,
    )
}

/// One resource for each act of the office.
fn acts(site: Site) -> Site {
    let act = |kind| Case(Action::Act(kind));
    site.post("/api/v1/cases/{name}/accept", act(C::Accept), acts::accept)
        .post(
            "/api/v1/cases/{name}/refuse-intake",
            act(C::RefuseIntake),
            acts::refuse_intake,
        )
        .post(
            "/api/v1/cases/{name}/request-supplement",
            act(C::RequestSupplement),
            acts::request_supplement,
        )
        .post(
            "/api/v1/cases/{name}/confirm-supplement",
            act(C::ConfirmSupplement),
            acts::confirm_supplement,
        )
        .post(
            "/api/v1/cases/{name}/hand-over",
            act(C::HandOver),
            acts::hand_over,
        )
        .post("/api/v1/cases/{name}/assign", act(C::Assign), acts::assign)
        .post("/api/v1/cases/{name}/examine", act(C::Examine), acts::examine)
        .post(
            "/api/v1/cases/{name}/draft-outcome",
            act(C::DraftOutcome),
            acts::draft_outcome,
        )
        .post(
            "/api/v1/cases/{name}/send-back",
            act(C::SendBack),
            acts::send_back,
        )
        .post(
            "/api/v1/cases/{name}/sign-outcome",
            act(C::SignOutcome),
            acts::sign_outcome,
        )
        .post(
            "/api/v1/cases/{name}/issue-outcome",
            act(C::IssueOutcome),
            acts::issue_outcome,
        )
        .post(
            "/api/v1/cases/{name}/return-result",
            act(C::ReturnResult),
            acts::return_result,
        )
        .post(
            "/api/v1/cases/{name}/decide-withdrawal",
            act(C::DecideWithdrawal),
            acts::decide_withdrawal,
        )
}
