use proptest::prelude::*;
use uuid::Uuid;

use super::*;

fn agency(n: u8) -> UnitCode {
    UnitCode::new(format!("agency-{}", n % 3))
}

fn staff(n: u8) -> StaffId {
    StaffId::new(Uuid::from_u128(u128::from(n % 3)))
}

fn person(n: u8) -> PersonId {
    PersonId::new(Uuid::from_u128(u128::from(n % 3)))
}

prop_compose! {
    fn any_actor()(kind in 0u8..6, n: u8, m: u8, roles in prop::collection::vec(0usize..Role::ALL.len(), 0..4)) -> Actor {
        match kind {
            0 => Actor::System,
            1 => Actor::Applicant { person: person(n) },
            _ => Actor::Staff { staff: staff(n), agency: agency(m), roles: roles.into_iter().map(|i| Role::ALL[i]).collect() },
        }
    }
}

prop_compose! {
    fn any_case()(
        a: u8, r: u8, c: u8, h in prop::option::of(0u8..3),
        involved in prop::collection::vec(0u8..3, 0..3), beside in prop::collection::vec(0u8..3, 0..3),
    ) -> CaseRelations {
        CaseRelations {
            applicant: person(a),
            received_at: agency(r),
            competent: agency(c),
            holder: h.map(staff),
            agencies: involved.into_iter().map(agency).collect(),
            colleagues: beside.into_iter().map(staff).collect(),
        }
    }
}

proptest! {
    #[test]
    fn may_and_scope_agree_on_every_actor_act_and_case(actor in any_actor(), case in any_case()) {
        for action in Action::all() {
            prop_assert_eq!(
                may(&actor, action, &case).is_ok(),
                scope(&actor, action).admits(&case),
                "{:?} {:?} {:?}", actor, action, case
            );
        }
    }
}

#[test]
fn a_technical_administrator_reads_no_case_but_manages_accounts() {
    let admin = Actor::Staff {
        staff: staff(0),
        agency: agency(0),
        roles: vec![Role::TechnicalAdmin],
    };
    assert!(scope(&admin, Action::ReadCase).clauses().is_empty());
    assert_eq!(may_in_office(&admin, Action::ManageStaff), Ok(Ground::Office));
}

#[test]
fn nobody_of_the_staff_sends_answers_or_rates_for_the_applicant() {
    for role in Role::ALL {
        let officer = Actor::Staff {
            staff: staff(0),
            agency: agency(0),
            roles: vec![role],
        };
        for kind in [
            CommandKind::Send,
            CommandKind::AnswerSupplement,
            CommandKind::RateService,
        ] {
            assert!(
                scope(&officer, Action::Act(kind)).clauses().is_empty(),
                "{role:?} {kind:?}"
            );
        }
    }
}

#[test]
fn a_role_that_may_not_act_at_all_is_told_apart_from_a_case_that_is_not_theirs() {
    let case = CaseRelations {
        applicant: person(0),
        received_at: agency(1),
        competent: agency(1),
        holder: None,
        agencies: Vec::new(),
        colleagues: Vec::new(),
    };
    let clerk = Actor::Staff {
        staff: staff(0),
        agency: agency(0),
        roles: vec![Role::Clerk],
    };
    assert_eq!(
        may(&clerk, Action::Act(CommandKind::SignOutcome), &case),
        Err(Denied::NotYourOffice)
    );
    assert_eq!(
        may(&clerk, Action::Act(CommandKind::IssueOutcome), &case),
        Err(Denied::NotYourCase)
    );
}

#[test]
fn every_role_has_a_stable_name_of_its_own() {
    for role in Role::ALL {
        assert_eq!(Role::from_name(role.name()), Some(role));
    }
}

#[test]
fn reports_are_about_what_an_office_answers_for() {
    let actor = |role| Actor::Staff {
        staff: StaffId::new(uuid::Uuid::from_u128(1)),
        agency: UnitCode::new("mine"),
        roles: vec![role],
    };
    let mine = || UnitCode::new("mine");
    for role in Role::ALL {
        let clauses = report_scope(&actor(role)).clauses().to_vec();
        let expected = match role {
            Role::Watcher => vec![Clause::Everything],
            Role::CentreDirector => vec![Clause::ReceivedAt(mine()), Clause::DecidedBy(mine())],
            Role::Head | Role::DivisionHead => vec![Clause::DecidedBy(mine())],
            _ => Vec::new(),
        };
        assert_eq!(clauses, expected, "{role:?}");
        assert_eq!(
            clauses.is_empty(),
            may_in_office(&actor(role), Action::ReadReports).is_err(),
            "{role:?}"
        );
    }
}
