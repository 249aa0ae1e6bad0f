//! What happens to a result after it was issued (T22): correction, revocation; and the archive.

use super::check;
use super::ending::issued_on;
use crate::access::Role;
use crate::case::sample::{Story, at, command, examine};
use crate::case::{Command, CommandKind, Fault, OutcomeKind, Refusal, Step, SupplementEffect};

const RESTART: SupplementEffect = SupplementEffect::Restart;

#[test]
fn a_corrected_result_replaces_the_old_one_in_a_time_of_its_own_and_keeps_what_was_judged() {
    let wordless = Command::OpenCorrection {
        reason: None,
        fault: Fault::Agency,
    };
    for on_time in [true, false] {
        let first = issued_on(Story::in_appraisal(RESTART), if on_time { 4 } else { 8 });
        check(&first, (at(8, "09:00"), &wordless), Err("reason-missing"));
        let open = first.then(
            at(8, "09:00"),
            Some(Role::Head),
            &command(CommandKind::OpenCorrection),
        );
        let case = open.case().unwrap();
        assert_eq!((case.step, case.national().code()), (Step::Correcting, 9));
        assert_eq!(case.city_due().unwrap().at, at(15, "09:00"));
        assert!(case.is_late(at(15, "09:01")));
        check(
            &open,
            (at(8, "10:00"), &Command::CollectResult),
            Err("not-at-this-step"),
        );
        let case = issued_on(open, 14).case().unwrap();
        assert_eq!(
            (case.step, case.replaced.len(), case.correction),
            (Step::Ready, 1, None)
        );
        assert_eq!(case.outcome.unwrap().on_time, on_time, "judged once");
        assert_eq!(case.replaced[0].on_time, on_time);
        assert_eq!(case.deliveries.len(), 2, "the new result goes its own way");
        assert_eq!(case.clock.unwrap().original.at, at(7, "10:00"));
    }
}

#[test]
fn a_refusal_that_was_wrong_is_judged_anew_before_it_is_corrected() {
    let refused = Story::before_signatory(OutcomeKind::Refused)
        .then(at(1, "10:00"), Some(Role::Head), &Command::SignOutcome)
        .then(
            at(1, "11:00"),
            Some(Role::Clerk),
            &Command::IssueOutcome { file: None },
        )
        .then(
            at(2, "08:00"),
            Some(Role::Head),
            &command(CommandKind::OpenCorrection),
        );
    let grant = command(CommandKind::DraftOutcome);
    check(&refused, (at(2, "09:00"), &grant), Err("condition-not-met"));
    let judged = refused.then(at(2, "09:00"), Some(Role::Specialist), &examine(true));
    assert_eq!(judged.case().unwrap().step, Step::Correcting);
    let drafted = judged.then(at(2, "10:00"), Some(Role::Specialist), &grant);
    check(
        &drafted,
        (at(2, "11:00"), &examine(false)),
        Err("not-at-this-step"),
    );
    let back = drafted.then(at(2, "11:00"), Some(Role::Head), &command(CommandKind::SendBack));
    check(&back, (at(2, "12:00"), &grant), Ok(&["outcome_drafted"]));
}

#[test]
fn a_revoked_result_is_not_handed_out() {
    let revoke = command(CommandKind::RevokeOutcome);
    let wordless = Command::RevokeOutcome { reason: None };
    check(
        &Story::issued(),
        (at(2, "08:00"), &wordless),
        Err("reason-missing"),
    );
    let revoked = Story::issued().then(at(2, "08:00"), Some(Role::Head), &revoke);
    for kind in [
        CommandKind::CollectResult,
        CommandKind::ReturnResult,
        CommandKind::RevokeOutcome,
    ] {
        check(&revoked, (at(2, "09:00"), &command(kind)), Err("outcome-revoked"));
    }
    let anew = revoked.then(
        at(2, "09:00"),
        Some(Role::Head),
        &command(CommandKind::OpenCorrection),
    );
    let case = issued_on(anew, 3).case().unwrap();
    assert!(case.replaced[0].revoked.is_some() && case.outcome.unwrap().revoked.is_none());
}

#[test]
fn a_closed_package_takes_nothing_more_but_money_and_what_comes_from_outside() {
    for step in Step::ALL {
        let archives = Story::at_step(step)
            .attempt(at(2, "08:00"), &Command::Archive)
            .is_ok();
        assert_eq!(archives, step.is_closed(), "{step:?}");
    }
    let archived = Story::at_step(Step::Delivered).then(at(2, "08:00"), Some(Role::Head), &Command::Archive);
    for kind in CommandKind::ALL {
        let decided = archived.attempt(at(2, "09:00"), &command(kind));
        let of_finance = matches!(
            kind,
            CommandKind::ReportPayment
                | CommandKind::AskRefund
                | CommandKind::DecideRefund
                | CommandKind::Reconcile
                | CommandKind::ReportExchange
        );
        let is_closed = matches!(decided, Err(Refusal::AlreadyArchived | Refusal::AlreadySent));
        assert_eq!(is_closed, !of_finance, "{kind:?}");
    }
}
