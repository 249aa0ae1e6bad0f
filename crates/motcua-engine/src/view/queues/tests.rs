use motcua_domain::id::UnitCode;

use super::*;

fn staff(roles: &[Role]) -> StaffRow {
    StaffRow {
        id: "0193a1b2-0000-7000-8000-000000000001".parse::<StaffId>().unwrap(),
        name: "Phạm Thị Hòa".to_owned(),
        agency: UnitCode::new("20242".to_owned()),
        unit: UnitCode::new("20242".to_owned()),
        roles: roles.iter().map(|role| role.name().to_owned()).collect(),
        is_active: true,
    }
}

fn asked(queue: Queue, roles: &[Role]) -> Vec<CaseFilter> {
    query_of(
        queue,
        &Narrowing::default(),
        &staff(roles),
        Instant::from_millis(0),
    )
    .any
}

#[test]
fn a_supplement_hides_no_case_whose_clock_runs_or_whose_withdrawal_waits() {
    for queue in [Queue::Late, Queue::Today, Queue::Within24Hours, Queue::Withdrawal] {
        let steps = &asked(queue, &[Role::Head])[0].steps;
        assert!(
            steps.contains(&Step::SupplementAfterAppraisal),
            "{queue:?}: {steps:?}"
        );
        assert!(!steps.iter().any(|step| step.is_closed()), "{queue:?}: {steps:?}");
    }
}

#[test]
fn an_office_that_has_no_act_asks_for_no_case_of_its_own() {
    for role in [Role::FinanceOfficer, Role::CentreDirector, Role::Watcher] {
        assert_eq!(asked(Queue::Mine, &[role]), [], "{role:?}");
    }
}

#[test]
fn a_specialist_who_also_assigns_still_works_only_on_what_lies_in_their_own_hands() {
    let any = asked(Queue::Mine, &[Role::Specialist, Role::DivisionHead]);
    let appraisal: Vec<&CaseFilter> = any
        .iter()
        .filter(|filter| filter.is_withdrawal_asked.is_none() && filter.steps.contains(&Step::Appraisal))
        .collect();
    assert_eq!(appraisal.len(), 1);
    assert_eq!(appraisal[0].holder, Some(staff(&[]).id));
}

#[test]
fn two_offices_of_one_person_ask_once_for_the_same() {
    let any = asked(Queue::Mine, &[Role::Head, Role::DivisionHead]);
    let withdrawals = any
        .iter()
        .filter(|filter| filter.is_withdrawal_asked == Some(true));
    assert_eq!(withdrawals.count(), 1);
}

#[test]
fn a_wish_narrows_every_way_into_a_queue() {
    let narrowing = Narrowing {
        procedure: Some("9.000001".to_owned()),
        ..Narrowing::default()
    };
    let query = query_of(
        Queue::Mine,
        &narrowing,
        &staff(&[Role::Head]),
        Instant::from_millis(0),
    );
    assert_eq!(query.any.len(), 2);
    assert!(
        query
            .any
            .iter()
            .all(|filter| filter.procedure == narrowing.procedure)
    );
}
