//! The routes of the staff's site.

use axum::extract::{DefaultBodyLimit, Path};
use axum::handler::Handler as _;
use motcua_domain::access::Action;
use motcua_domain::case::CommandKind as C;

use super::Site;
use super::Who::{Anyone, Case, Office, Officer};
use crate::city::account as shared;
use crate::city::uploads::UPLOAD_BYTES_MAX;
use crate::edge::{Officer as Signed, explained};
use crate::office::acts::sheet::SHEETS;
use crate::office::acts::{assigning, examining, intake, outcome, selected, supplement, withdrawal};
use crate::office::{
    Given, account, calendar, case, catalogue, counter, finding, head, home, inbox, money, papers, register,
    staff, takings, views,
};

/// The right that an act on a case needs.
const fn act(kind: C) -> super::Who {
    Case(Action::Act(kind))
}

pub(super) fn site() -> Site {
    let site = sheets(acts(desk(sign_in(Site::new("staff")))));
    crate::api::staff(reports(administration(finance(at_counter(site)))))
}

fn sign_in(site: Site) -> Site {
    site.get("/", Anyone, home)
        .get("/sign-in", Anyone, account::sign_in)
        .post("/sign-in/begin", Anyone, account::begin_sign_in)
        .post("/sign-in/finish", Anyone, account::finish_sign_in)
        .get("/invitation/{secret}", Anyone, account::invitation)
        .post("/invitation/{secret}/begin", Anyone, account::begin_registration)
        .post("/invitation/finish", Anyone, account::finish_registration)
        .post("/sign-out", Anyone, shared::sign_out)
        .get("/bypass/{secret}", Anyone, shared::bypass)
        .get("/problems/{code}", Anyone, explained)
}

fn desk(site: Site) -> Site {
    let read = Case(Action::ReadCase);
    site.get("/desk", Officer, inbox::show)
        .get("/desk/keys", Officer, inbox::keys)
        .get("/desk/find", Officer, finding::again)
        .post("/desk/find", Officer, finding::find)
        .post("/desk/views", Officer, views::keep)
        .post("/desk/views/discard", Officer, views::discard)
        .post("/desk/selected", Officer, selected::act)
        .get("/desk/cases/{name}", read, case::show)
        .post("/desk/cases/{name}/note", read, case::keep_note)
        .get(
            "/desk/cases/{name}/papers/{file}/original",
            read,
            papers::original,
        )
        .get(
            "/desk/cases/{name}/papers/{file}/{page}",
            read,
            papers::page_image,
        )
        .get("/desk/cases/{name}/legal/{kind}", read, papers::legal)
}

fn acts(site: Site) -> Site {
    site.post("/desk/cases/{name}/accept", act(C::Accept), intake::accept)
        .get(
            "/desk/cases/{name}/refuse-intake",
            act(C::RefuseIntake),
            intake::refusing,
        )
        .post(
            "/desk/cases/{name}/refuse-intake",
            act(C::RefuseIntake),
            intake::refuse,
        )
        .get(
            "/desk/cases/{name}/request-supplement",
            act(C::RequestSupplement),
            supplement::asking,
        )
        .post(
            "/desk/cases/{name}/request-supplement",
            act(C::RequestSupplement),
            supplement::ask,
        )
        .post(
            "/desk/cases/{name}/confirm-supplement",
            act(C::ConfirmSupplement),
            intake::confirm_supplement,
        )
        .post(
            "/desk/cases/{name}/hand-over",
            act(C::HandOver),
            intake::hand_over,
        )
        .post("/desk/cases/{name}/assign", act(C::Assign), assigning::assign)
        .post("/desk/cases/{name}/examine", act(C::Examine), examining::examine)
        .post("/desk/cases/{name}/grant", act(C::DraftOutcome), examining::grant)
        .get(
            "/desk/cases/{name}/decline",
            act(C::DraftOutcome),
            examining::declining,
        )
        .post(
            "/desk/cases/{name}/decline",
            act(C::DraftOutcome),
            examining::decline,
        )
        .get(
            "/desk/cases/{name}/send-back",
            act(C::SendBack),
            outcome::sending_back,
        )
        .post(
            "/desk/cases/{name}/send-back",
            act(C::SendBack),
            outcome::send_back,
        )
        .post(
            "/desk/cases/{name}/sign-outcome",
            act(C::SignOutcome),
            outcome::sign,
        )
        .post(
            "/desk/cases/{name}/issue-outcome",
            act(C::IssueOutcome),
            outcome::issue,
        )
        .post(
            "/desk/cases/{name}/return-result",
            act(C::ReturnResult),
            outcome::return_result,
        )
        .get(
            "/desk/cases/{name}/decide-withdrawal",
            act(C::DecideWithdrawal),
            withdrawal::deciding,
        )
        .post(
            "/desk/cases/{name}/decide-withdrawal",
            act(C::DecideWithdrawal),
            withdrawal::decide,
        )
}

/// The acts that ask something in writing: the table of sheets is the table of their routes.
fn sheets(site: Site) -> Site {
    SHEETS.iter().fold(site, |site, sheet| {
        site.get(
            sheet.path,
            act(sheet.kind),
            move |officer: Signed, name: Path<String>| async move { sheet.ask(officer, name).await },
        )
        .post(
            sheet.path,
            act(sheet.kind),
            move |officer: Signed, name: Path<String>, given: Given| async move {
                sheet.carry_out(officer, name, given).await
            },
        )
    })
}

fn at_counter(site: Site) -> Site {
    let (find, receive) = (Office(Action::FindPerson), Office(Action::ReceiveAtDesk));
    let files = DefaultBodyLimit::max(UPLOAD_BYTES_MAX);
    site.get("/desk/counter", receive, counter::home)
        .post("/desk/counter/find", find, counter::find)
        .post("/desk/counter/register", find, counter::register)
        .get("/desk/counter/{id}", receive, counter::show)
        .post("/desk/counter/{id}", receive, counter::save.layer(files))
        .post("/desk/counter/{id}/procedure", receive, counter::choose)
        .post("/desk/counter/{id}/remove", receive, counter::remove)
        .post("/desk/counter/{id}/discard", receive, counter::discard)
        .get("/desk/counter/{id}/ask", receive, counter::asking)
        .post("/desk/counter/{id}/ask", receive, counter::ask)
        .get("/desk/counter/{id}/refuse", receive, counter::refusing)
        .post("/desk/counter/{id}/refuse", receive, counter::refuse)
}

fn finance(site: Site) -> Site {
    let closing = Office(Action::CloseDay);
    site.get("/desk/cases/{name}/money", Case(Action::ReadCase), money::show)
        .post(
            "/desk/cases/{name}/take-payment",
            act(C::TakePayment),
            money::take,
        )
        .post(
            "/desk/cases/{name}/relieve-charge",
            act(C::RelieveCharge),
            money::relieve,
        )
        .post(
            "/desk/cases/{name}/ask-refund",
            act(C::AskRefund),
            money::ask_refund,
        )
        .post(
            "/desk/cases/{name}/decide-refund",
            act(C::DecideRefund),
            money::decide_refund,
        )
        .post(
            "/desk/cases/{name}/reconcile",
            act(C::Reconcile),
            money::reconcile,
        )
        .post(
            "/desk/cases/{name}/give-immediately",
            act(C::GiveImmediately),
            money::give_at_once,
        )
        .get("/desk/takings", closing, takings::show)
        .post("/desk/takings", closing, takings::close)
        .get("/desk/takings/export", closing, takings::export)
        .get("/desk/takings/closed/{sequence}", closing, takings::closed)
}

fn administration(site: Site) -> Site {
    site.get("/desk/staff", Office(Action::ManageStaff), staff::list)
        .post("/desk/staff", Office(Action::ManageStaff), staff::add)
        .post(
            "/desk/staff/{id}/invite",
            Office(Action::ManageStaff),
            staff::invite,
        )
        .get("/desk/calendar", Officer, calendar::show)
        .post("/desk/calendar", Office(Action::ManageUnits), calendar::propose)
        .get(
            "/desk/calendar/{number}",
            Office(Action::ApproveChange),
            calendar::difference,
        )
        .post(
            "/desk/calendar/{number}/approve",
            Office(Action::ApproveChange),
            calendar::approve,
        )
        .post(
            "/desk/calendar/{number}/decline",
            Office(Action::ApproveChange),
            calendar::decline,
        )
        .get(
            "/desk/catalogue",
            Office(Action::ManageCatalogue),
            catalogue::list,
        )
}

fn reports(site: Site) -> Site {
    let read = Office(Action::ReadReports);
    site.get("/desk/head", read, head::show)
        .get("/desk/head/cases", read, head::cases)
        .get("/desk/head/report/{format}", read, head::file)
        .post("/desk/head/look", Office(Action::ReadReports), head::look)
        .post("/desk/head/sign", Office(Action::ReadReports), head::sign)
        .get("/desk/register", Officer, register::show)
        .get("/desk/register/{format}", Officer, register::file)
}
