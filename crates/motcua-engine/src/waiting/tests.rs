use motcua_domain::access::{Action, Role, role_reaches};
use motcua_domain::case::{CommandKind, Party, Step};

use super::*;

/// The role that a party of the case's way is.
fn role_of(party: Party) -> Option<Role> {
    match party {
        Party::Applicant | Party::Nobody => None,
        Party::ReceivingOfficer => Some(Role::ReceivingOfficer),
        Party::DivisionHead => Some(Role::DivisionHead),
        Party::Specialist => Some(Role::Specialist),
        Party::Signatory => Some(Role::Head),
        Party::Clerk => Some(Role::Clerk),
        Party::ReturningOfficer => Some(Role::ReturningOfficer),
    }
}

#[test]
fn whoever_has_a_case_by_its_step_finds_it_in_their_work_and_nobody_else_does() {
    for step in Step::ALL {
        for role in Role::ALL {
            let waits = waits_for(role).iter().any(|wait| {
                wait.mark != Mark::WithdrawalAsked
                    && wait.mark != Mark::SupplementAnswered
                    && wait.steps.contains(&step)
            });
            assert_eq!(
                waits,
                role_of(step.in_hands_of()) == Some(role),
                "{step:?} {role:?}"
            );
        }
    }
}

#[test]
fn an_answered_supplement_waits_for_the_desk_alone() {
    let waiting: Vec<Role> = Role::ALL
        .into_iter()
        .filter(|role| {
            waits_for(*role)
                .iter()
                .any(|wait| wait.mark == Mark::SupplementAnswered)
        })
        .collect();
    assert_eq!(waiting, [Role::ReceivingOfficer]);
}

#[test]
fn a_request_to_withdraw_waits_for_whoever_may_decide_it_wherever_it_may_be_asked() {
    for role in Role::ALL {
        let waits = waits_for(role)
            .into_iter()
            .find(|wait| wait.mark == Mark::WithdrawalAsked);
        let may = role_reaches(role, Action::Act(CommandKind::DecideWithdrawal));
        assert_eq!(waits.is_some(), may, "{role:?}");
        if let Some(wait) = waits {
            let open: Vec<Step> = Step::ALL
                .into_iter()
                .filter(|step| step.is_being_resolved())
                .collect();
            assert_eq!(wait.steps, open);
        }
    }
}

#[test]
fn an_office_without_an_act_has_no_work() {
    for role in [
        Role::FinanceOfficer,
        Role::CentreDirector,
        Role::Watcher,
        Role::CatalogueAdmin,
        Role::TechnicalAdmin,
    ] {
        assert!(waits_for(role).is_empty(), "{role:?}");
    }
}
